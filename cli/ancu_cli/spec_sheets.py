"""``ancu spec export``, ``ancu spec import``: scenarios as workbooks, and back."""

from __future__ import annotations

from pathlib import Path

import click

from ancu import extras
from ancu.errors import ExtraMissingError, InputError, Problem
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.specs.language.chosen import judged_by
from ancu.specs.language.feature_file import find_files, read_spec
from ancu.specs.sheets.from_scenarios import sheets_of
from ancu.specs.sheets.spec_files import read_book
from ancu.specs.sheets.to_feature import feature_text
from ancu.specs.sheets.written_book import scenario_workbook
from ancu.specs.sheets.written_table import case_workbook, one_each
from ancu_cli.exits import Exit
from ancu_cli.folding import say
from ancu_cli.writing import expect_feature, expect_workbook, write_new


def export(*, lang: Language, rules_dir: str | None, paths: tuple[str, ...], output: str, rows: bool) -> int:
    """Write the scenarios of feature files as a workbook, and tell which of them no sheet can hold.

    With ``rows`` it is a table, a case a row; else a sheet a scenario.
    """
    expect_workbook(output)
    _start(rules_dir, lang)
    file = sheets_of(read_spec(path) for path in find_files(list(paths)))
    if file.left_out:
        say(message("sheet_not_held", lang), err=True)
        for one in file.left_out:
            say(f"  {message('sheet_not_held_one', lang, **vars(one))}", err=True)
    if not file.sheets:
        raise InputError(Problem("sheet_nothing"))
    write_new(output, case_workbook(one_each(file)) if rows else scenario_workbook(file, Path(output).name))
    cases = sum(len(sheet.cases) for sheet in file.sheets)
    say(message("sheet_exported", lang, sheets=len(file.sheets), cases=cases, path=output), err=True)
    return Exit.ALL_JUDGED


def import_(*, lang: Language, rules_dir: str | None, book: str, output: str | None) -> int:
    """Write the scenarios of a workbook as a feature file; nothing is written while a cell of it is wrong."""
    expect_feature(output)
    _start(rules_dir, lang)
    read = read_book(Path(book))
    for sheet in read.skipped:
        say(message("sheet_skipped", lang, sheet=sheet), err=True)
    if read.flaws:
        raise InputError(Problem("spec_said", {"text": flaw.text}, book) for flaw in read.flaws)
    text, _ = feature_text(read.file)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_new(output, text.encode())
        say(message("note_written", lang, path=output), err=True)
    return Exit.ALL_JUDGED


def _start(rules_dir: str | None, lang: Language) -> None:
    if not extras.specs():
        raise ExtraMissingError(Problem("spec_needs_extra"))
    click.get_current_context().with_resource(judged_by(load_rulebook(rules_dir), lang))
