"""``ancu template`` and ``ancu map``: a list to fill in, and a mapping for a list that exists."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ancu.errors import OutputError, Problem, os_reason
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.references import facts_read
from ancu.screening.cells.map_draft import draft_map as draft
from ancu.screening.headers.meanings import Meanings
from ancu.screening.lists.read_list import read_lists
from ancu.screening.template import header_csv, split_by_people, template_workbook
from ancu_cli.common import UsageProblem


def template(
    *, lang: Language, rules_dir: str | None, xlsx: str | None, members: bool, programme: tuple[str, ...]
) -> int:
    """Write an empty list as a workbook, or print its header as CSV."""
    if xlsx is not None and Path(xlsx).suffix.lower() != ".xlsx":
        raise UsageProblem(Problem("template_suffix", {"path": xlsx}))
    if members and xlsx is None:
        raise UsageProblem(Problem("template_members_form", {}))
    book = load_rulebook(rules_dir)
    names = facts_read(book, programme or None)
    if xlsx is None:
        click.echo(header_csv(book, names, lang), nl=False)
        return 0
    if not members:
        _write_new(xlsx, template_workbook(book, names, programme, lang, date.today()))
        click.echo(message("template_written", lang, path=xlsx, columns=len(names) + 2), err=True)
        return 0
    own, of_people = split_by_people(book, names)
    _write_new(xlsx, template_workbook(book, own, programme, lang, date.today(), of_people))
    columns = {"columns": len(own) + 3, "members": len(of_people) + 2}
    click.echo(message("template_written_members", lang, path=xlsx, **columns), err=True)
    return 0


def draft_map(*, lang: Language, rules_dir: str | None, list_: str, sheet: str | None, output: str | None) -> int:
    """Draft the mapping file of a list."""
    book = load_rulebook(rules_dir)
    text = draft(book, read_lists([list_], Meanings(book), sheet), list_, lang)
    if output is None:
        click.echo(text, nl=False)
        return 0
    _write_new(output, text.encode())
    click.echo(message("draft_written", lang, path=output, list=list_), err=True)
    return 0


def _write_new(path: str, content: bytes) -> None:
    """Write a file that is not there yet: an officer's work is never overwritten."""
    try:
        with Path(path).open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise OutputError(Problem("file_exists", {"path": path})) from error
    except OSError as error:
        raise OutputError(Problem("file_unwritable", {"path": path, "reason": os_reason(error)})) from error
