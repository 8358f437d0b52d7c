"""``ancu screen``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import click

from ancu.decision.model import STATUSES
from ancu.errors import InputError, Problem, suggestion
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.screening.mapping import Meanings, read_map
from ancu.screening.notices import file_notices, id_notices
from ancu.screening.reading import Listing, list_paths, read_lists
from ancu.screening.running import NOT_COVERED, Screening
from ancu.screening.running import screen as run_screening
from ancu.screening.summary import summarise
from ancu.screening.workbook import check_fits, workbook_of
from ancu.screening.writing import Form, Layout, rejects_of, render, rows_of, whole_files
from ancu_cli.common import UsageProblem, day_of, given_facts
from ancu_cli.main import Exit


def screen(
    *,
    lang: Language,
    rules_dir: str | None,
    lists: tuple[str, ...],
    programme: tuple[str, ...],
    as_of: str | None,
    given: tuple[str, ...],
    sheet: str | None,
    mapping: str | None,
    only: str | None,
    layout: Layout,
    output: str | None,
    rejects: str | None,
    form: Form | None,
) -> Exit:
    """Screen ``lists`` as one and write the result; the summary goes to the terminal."""
    statuses = _statuses(only)
    day = day_of(as_of)
    form = _form(output, form)
    paths = list_paths(lists)
    if output is not None and any(path != "-" and Path(output).resolve() == Path(path).resolve() for path in paths):
        raise InputError(Problem("output_is_input", {"path": output}))
    book = load_rulebook(rules_dir)
    column_map = read_map(mapping, book) if mapping is not None else None
    listing = read_lists(paths, Meanings(book, column_map), sheet, lang)
    _report_reading(listing, lang)
    if form == "xlsx" and output is not None:
        check_fits(output, len(listing.rows), max(1, len(programme)), layout)
    result = run_screening(
        book,
        listing,
        path=paths[0],
        programmes=programme,
        as_of=day,
        given=given_facts(book, given),
        mapping=column_map,
        progress=_progress(len(listing.rows), lang),
    )
    # A workbook holds its own sheet of rejects.
    in_book = output if form == "xlsx" and rejects is None else None
    rejects_path = Path(rejects or in_book or _rejects_path(paths[0], output))
    with whole_files() as files:
        if result.rejected and in_book is None:
            files.write(rejects_path, render(rejects_of(result, lang), "csv"))
        rows = rows_of(book, result, layout, lang, statuses)
        if form == "xlsx":
            check_fits(output or "-", len(result.judged), len(result.programmes), layout)
            content = workbook_of(book, result, rows, lang)
        else:
            content = render(rows, form, mark=output is not None)
        if output is not None:
            files.write(Path(output), content)
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    _report(result, lang, output, rejects_path)
    # With the result in a file, the summary is what the command prints; else it must not mix with the result.
    click.echo(summarise(book, result, lang), err=output is None)
    return Exit.SOME_REJECTED if result.rejected else Exit.ALL_JUDGED


def _report_reading(listing: Listing, lang: Language) -> None:
    """What of the files is not among the rows."""
    for file in listing.files:
        name = f"{file.path}: " if len(listing.files) > 1 else ""
        if file.skipped:
            click.echo(name + message("warn_skipped", lang, lines=_spans(file.skipped)), err=True)
        for text in file_notices(file, lang):
            click.echo(name + text, err=True)


def _spans(lines: tuple[int, ...]) -> str:
    """Line numbers, neighbours joined: "1-4, 305"."""
    found: list[list[int]] = []
    for line in lines:
        if found and line == found[-1][-1] + 1:
            found[-1][1:] = [line]
        else:
            found.append([line])
    return ", ".join("-".join(map(str, span)) for span in found)


def _statuses(only: str | None) -> list[str]:
    known = (*STATUSES, NOT_COVERED)
    asked = [part.strip() for part in only.split(",") if part.strip()] if only else []
    for status in asked:
        if status not in known:
            values = {"value": status, "known": ", ".join(known), "hint": suggestion(status, known)}
            raise UsageProblem(Problem("usage_bad_status", values))
    return asked


def _form(output: str | None, form: Form | None) -> Form:
    if form is not None:
        return form
    if output is None:
        return "csv"
    suffix = Path(output).suffix.lower().removeprefix(".").replace("ndjson", "jsonl")
    for known in get_args(Form):
        if suffix == known:
            return known  # type: ignore[no-any-return]
    raise UsageProblem(Problem("output_suffix", {"path": output}))


def _rejects_path(list_: str, output: str | None) -> Path:
    if output is not None:
        return Path(output).with_suffix(".rejects.csv")
    return Path("stdin.rejects.csv" if list_ == "-" else f"{Path(list_).stem}.rejects.csv")


def _progress(total: int, lang: Language) -> Callable[[int], None] | None:
    """A line that counts on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty() or total < 500:
        return None

    def show(done: int) -> None:
        if done % 100 == 0 or done == total:
            end = "\n" if done == total else ""
            click.echo(f"\r{message('progress', lang, done=done, total=total)}{end}", err=True, nl=False)

    return show


def _report(result: Screening, lang: Language, output: str | None, rejects_path: Path) -> None:
    """What the user should know besides the counts."""
    for header, near in result.columns.unknown.items():
        key = "warn_unknown_column_near" if near else "warn_unknown_column"
        click.echo(message(key, lang, header=header, near=near), err=True)
    if result.left_out:
        click.echo(message("warn_left_out", lang, programmes=", ".join(result.left_out)), err=True)
    if result.repeated:
        cases = (
            message("repeated_case", lang, case=case, lines=", ".join(places))
            for case, places in list(result.repeated.items())[:20]
        )
        click.echo(message("warn_repeated", lang, cases="; ".join(cases)), err=True)
    for text in id_notices(result.columns.cells, result.listing, lang):
        click.echo(text, err=True)
    if result.rejected:
        click.echo(message("note_rejects", lang, path=rejects_path), err=True)
    if output is not None:
        click.echo(message("note_written", lang, path=output), err=True)
