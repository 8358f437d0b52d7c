"""``ancu doubles``: who of a list has had support before, or is listed twice; and the draft of the reply."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from ancu.doubles.columns import KIND, support_of
from ancu.doubles.finding import DoublesAsked, find, named
from ancu.doubles.letter import letter_text
from ancu.doubles.results import DoublesReport
from ancu.doubles.telling import DoublesTelling
from ancu.doubles.workbook import doubles_workbook
from ancu.errors import Problem, RecordError
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.lists.paths import list_paths
from ancu.screening.results.files import check_apart, whole_files
from ancu_cli.common import UsageProblem, day_of
from ancu_cli.exits import Exit
from ancu_cli.folding import say

_FORMS = (".xlsx", ".json")
_LETTERS = (".md", ".txt")


def doubles(
    *,
    lang: Language,
    rules_dir: str | None,
    lists: tuple[str, ...],
    register: tuple[str, ...],
    programme: str | None,
    as_of: str | None,
    project: str | None,
    province: str | None,
    received: str | None,
    intake: str | None,
    mapping: str | None,
    members: str | None,
    sheet: tuple[str, ...],
    answers: tuple[str, ...],
    output: tuple[str, ...],
    letter: str | None,
    show_ids: bool,
    schema: bool,
) -> Exit:
    """Hold ``lists`` against registers and against themselves, write what was asked for, and print a summary."""
    if schema:
        click.echo(json.dumps(DoublesReport.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))
        return Exit.ALL_JUDGED
    if not lists or programme is None:
        raise UsageProblem(Problem("doubles_needs_list", {}))
    _check_outputs(output, letter)
    book = load_rulebook(rules_dir)
    registers = tuple(_register(book, written) for written in register)
    inputs = [*list_paths(lists), *(path for _, path in registers), *answers, *filter(None, (mapping, members))]
    outputs = [Path(path) for path in (*output, *filter(None, [letter]))]
    if outputs:
        check_apart(inputs, outputs)
    day = day_of(as_of) or date.today()
    asked = DoublesAsked(
        lists=lists,
        registers=registers,
        programme=book.programme(programme).programme,
        as_of=day,
        received_on=day_of(received, "--received") or day,
        intake_on=day_of(intake, "--intake"),
        project=project,
        province=named(book, "province", province),
        mapping=mapping,
        members=members,
        sheet=sheet if len(sheet) > 1 else next(iter(sheet), None),
        answers=answers,
        show_ids=show_ids,
        lang=lang,
    )
    report = find(book, asked)
    telling = DoublesTelling(book, report, lang)
    with whole_files() as files:
        for path in output:
            files.write(Path(path), _content(book, report, path, lang))
        if letter is not None:
            text = letter_text(telling, markdown=Path(letter).suffix.lower() == ".md")
            files.write(Path(letter), text.encode())
        files.commit()
    for line in telling.notices():
        say(line, err=True)
    for line in telling.summary():
        say(line)
    for path in (*output, *filter(None, [letter])):
        say(message("note_written", lang, path=path), err=True)
    found = any(one.level != "dismissed" for one in report.findings)
    return Exit.SOME_FOUND if found else Exit.ALL_JUDGED


def _check_outputs(output: Sequence[str], letter: str | None) -> None:
    for path in output:
        if Path(path).suffix.lower() not in _FORMS:
            raise UsageProblem(Problem("doubles_output_suffix", {"path": path}))
    if letter is not None and Path(letter).suffix.lower() not in _LETTERS:
        raise UsageProblem(Problem("doubles_letter_suffix", {"path": letter}))
    written = [*output, *filter(None, [letter])]
    twice = next((path for path in written if written.count(path) > 1), None)
    if twice is not None:
        raise UsageProblem(Problem("doubles_same_file", {"path": twice}))


def _register(book: Rulebook, written: str) -> tuple[str | None, str]:
    """A register as it is typed: a file, or the kind of support of all its rows and a file."""
    kind, equals, path = written.partition("=")
    if not equals or Path(written).exists():
        return None, written
    try:
        return named(book, KIND, kind), path
    except RecordError as error:
        known = ", ".join(support_of(book).kinds)
        raise UsageProblem(Problem("doubles_register_kind", {"value": kind, "known": known})) from error


def _content(book: Rulebook, report: DoublesReport, path: str, lang: Language) -> bytes:
    if Path(path).suffix.lower() == ".xlsx":
        return doubles_workbook(book, report, lang)
    return report.model_dump_json().encode() + b"\n"
