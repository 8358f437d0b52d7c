"""``ancu explain``."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

import click

from ancu.decision.deciding import Record, confirmed_facts, decide, decide_all, read_record
from ancu.decision.model import Decision
from ancu.decision.preferences import choice_text, choose_between
from ancu.errors import InputError, Problem, RecordError, UnknownNameError, os_reason
from ancu.household.projecting import project
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.naming import CASE
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.cells.columns import match_columns
from ancu.screening.headers.map_file import read_map
from ancu.screening.headers.meanings import ColumnMap, Meanings
from ancu.screening.households.households import PeopleAsked, read_case
from ancu.screening.households.joining import households_of
from ancu.screening.lists.chunks import Flaw, ListSource, Source
from ancu.screening.lists.json_records import parse_object
from ancu.screening.lists.read_list import read_lists
from ancu.screening.run.plan import concerned
from ancu.screening.run.screen import CHUNK
from ancu.text_files import decode
from ancu_cli.common import UsageProblem, day_of


def explain(
    *,
    lang: Language,
    rules_dir: str | None,
    record: str | None,
    case: str | None,
    list_: str | None,
    members: str | None,
    members_complete: bool,
    mapping: str | None,
    programme: tuple[str, ...],
    as_of: str | None,
    confirmed: tuple[str, ...],
    form: Literal["text", "markdown", "json"],
) -> int:
    """Print the reasoning for one record, from a JSON file or from a row of a list."""
    if (record is None) == (case is None) or (case is None) != (list_ is None):
        raise UsageProblem(Problem("usage_explain", {}))
    book = load_rulebook(rules_dir)
    sure = confirmed_facts(book, confirmed)
    if list_ is not None and case is not None:
        column_map = read_map(mapping, book) if mapping is not None else None
        asked = PeopleAsked(members, members_complete, lang)
        found = _from_list(book, list_, case, column_map, sure, asked)
    else:
        found = record_from_json(book, record or "-", sure)
    day = day_of(as_of)
    if programme:
        decisions = [decide(book, found, name, day) for name in programme]
    else:
        on = found.as_of or day or date.today()
        chosen = concerned(book, _told(book, found, on), [on]) or list(book.programmes)
        decisions = decide_all(book, found, chosen, day)
        if not decisions:
            # Name the reason instead of printing nothing: a programme says from when it is covered.
            decide(book, found, chosen[0], day)
        left_out = [name for name in book.programmes if name not in chosen]
        if left_out:
            click.echo(message("warn_not_explained", lang, programmes=", ".join(left_out)), err=True)
    choices = choose_between(book, decisions)
    if form == "json":
        answer = [as_json(decision, lang) for decision in decisions]
        for choice in choices:
            for part in answer:
                if part["programme"] in choice.eligible:
                    part["texts"].setdefault("choices", []).append(choice_text(book, choice, lang))
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return 0
    click.echo("\n".join(decision.explain(lang, form) for decision in decisions), nl=False)
    if choices:
        heading = message("explain_choices", lang)
        click.echo(f"\n## {heading}\n" if form == "markdown" else f"\n{heading}:")
        for choice in choices:
            click.echo(f"- {choice_text(book, choice, lang)}")
    return 0


#: Problems that are said with what to add to the command.
_OWN_WORDS = {"fact_implausible": "record_implausible"}


def record_from_json(book: Rulebook, path: str, confirmed: Collection[str] = ()) -> Record:
    """The record in a JSON file, or on standard input for ``-``; :class:`InputError` with every problem of it."""
    try:
        content = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise InputError(Problem("file_unreadable", {"path": path, "reason": os_reason(error)})) from error
    try:
        return read_record(book, parse_object(path, decode(path, content)), confirmed=confirmed)
    except RecordError as error:
        problems = [Problem(_OWN_WORDS.get(p.kind, p.kind), p.values, path) for p in error.problems]
        raise InputError(problems) from error


def _told(book: Rulebook, record: Record, day: date) -> frozenset[str]:
    """The facts that a record states, or that follow from the people of its household."""
    if record.household is None:
        return frozenset(record.facts)
    return frozenset((*record.facts, *project(book, record.household, day).facts))


def _from_list(
    book: Rulebook, path: str, case: str, mapping: ColumnMap | None, confirmed: frozenset[str], asked: PeopleAsked
) -> Record:
    meanings = Meanings(book, mapping)
    listing = read_lists([path], meanings)
    source: Source = ListSource(listing, path)
    households = households_of(book, source, listing, meanings, [path], None, asked)
    if households is None:
        columns = match_columns(book, listing.headers, path, mapping)
    else:
        columns, source = households.columns(mapping), households.source
        households.confirm(confirmed)
    header = columns.header(CASE)
    all_rows = (chunk.row(at) for chunk in source.chunks(CHUNK) for at in range(len(chunk)))
    rows = [row for row in all_rows if header is not None and str(row.cells.get(header)).strip() == case]
    if not rows:
        raise UnknownNameError(Problem("case_unknown", {"case": case}, path))
    columns.cells.confirmed = confirmed
    record, flaws = read_case(columns, rows[0], {}, households)
    if flaws:
        raise InputError(_problem(columns.known.get(flaw.column), flaw, path, rows[0].line) for flaw in flaws)
    if mapping is not None:
        record = replace(record, facts={**mapping.constants, **record.facts}, as_of=record.as_of or mapping.as_of)
    return record


def _problem(fact: str | None, flaw: Flaw, path: str, line: int) -> Problem:
    kind = "record_implausible" if flaw.confirmable else "fact_unfit"
    values = {"name": flaw.column, "value": flaw.value, "problem": flaw.problem, "fact": fact}
    return Problem(kind, values, flaw.path or path, flaw.line or line)


def as_json(decision: Decision, lang: Language) -> dict[str, Any]:
    """A decision with its tree of reasons and its texts, as ``--format json`` writes it."""
    return {
        **decision.model_dump(mode="json"),
        "reasons": [reason.model_dump(mode="json") for reason in decision.reasons],
        "texts": decision.texts(lang).model_dump(),
    }
