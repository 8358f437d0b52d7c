"""``ancu explain``."""

from __future__ import annotations

import json
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from ancu.decision.deciding import Record, confirmed_facts, decide, decide_all, read_record
from ancu.decision.model import Decision
from ancu.decision.moments import MOMENTS, Moment, read_moments
from ancu.decision.preferences import choice_text, choose_between
from ancu.errors import InputError, Problem, RecordError
from ancu.household.personal_numbers import read_key
from ancu.household.projecting import project
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.lists.json_records import parse_object
from ancu.screening.run.concerning import concerned, lacking, lacking_text
from ancu.text_files import content_of, decode, standard_input
from ancu_cli.common import UsageProblem, day_of
from ancu_cli.decisions import as_json, changes_as_json
from ancu_cli.explain_household import (
    Form,
    each_as_json,
    given_moments,
    moments_as_json,
    number_lines,
    numbered,
    numbers_of,
    section,
)
from ancu_cli.folding import say

if TYPE_CHECKING:
    from ancu.decision.over_time import MomentsDecision


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
    each: bool,
    moments: str | None,
    what_if: bool,
    show_ids: bool,
    key_file: str | None,
    confirmed: tuple[str, ...],
    form: Form,
) -> int:
    """Print the reasoning for one record, from a JSON file or from a row of a list."""
    if record is None and case is None and list_ is not None and list_.endswith(".json"):
        record, list_ = list_, None
    if (record is None) == (case is None) or (case is None) != (list_ is None):
        raise UsageProblem(Problem("usage_explain", {}))
    if each and moments is not None:
        raise UsageProblem(Problem("usage_each_moments", {}))
    if each and what_if:
        raise UsageProblem(Problem("usage_each_what_if", {}))
    if show_ids and key_file is not None:
        raise UsageProblem(Problem("usage_ids", {}))
    key = read_key(key_file) if key_file is not None else None
    given = given_moments(moments)
    book = load_rulebook(rules_dir)
    sure = confirmed_facts(book, confirmed)
    if list_ is not None and case is not None:
        # Reading lists takes longer to import than a record takes to explain.
        from ancu.screening.households.households import PeopleAsked
        from ancu_cli.explain_list import record_from_list

        asked = PeopleAsked(members, members_complete, lang)
        found = record_from_list(book, list_, case, mapping, sure, asked, key)
    else:
        found = record_from_json(book, record or "-", sure, key)
    day = day_of(as_of)
    days = {**found.moments, **read_moments(given)}
    told = {moment: days[moment] for moment in MOMENTS if moment in days}
    if day is None and found.as_of is None and len(told) > 1:
        day = max(told.values())
    numbers = numbers_of(found.household, show_ids)
    chosen = [book.programme(name).programme for name in programme] or _concerned(book, found, day)
    if each:
        from ancu.decision.each import decide_each

        everybody = decide_each(book, found, chosen, day)
        if form == "json":
            click.echo(json.dumps(each_as_json(everybody, numbers, lang), ensure_ascii=False, indent=2))
            return 0
        say(everybody.explain(lang, form), nl=False)
        _tell_numbers(book, found, numbers, lang, form)
        return 0
    if programme:
        decisions = [decide(book, found, name, day) for name in chosen]
    else:
        decisions = decide_all(book, found, chosen, day)
        if not decisions:
            # Name the reason instead of printing nothing: a programme says from when it is covered.
            decide(book, found, chosen[0], day)
        on, facts = _stated(book, found, day)
        if lacks := list(lacking(book, facts, [on])):
            say(message("warn_not_explained", lang, nearest=lacking_text(book, lacks, lang)), err=True)
    over_time = _over_time(book, found, decisions, told, moments is not None)
    choices = choose_between(book, decisions)
    if form == "json":
        answer = [numbered(as_json(decision, lang), numbers) for decision in decisions]
        for choice in choices:
            for part in answer:
                if part["programme"] in choice.eligible:
                    part["texts"].setdefault("choices", []).append(choice_text(book, choice, lang))
        for part in answer:
            if part["programme"] in over_time:
                part["moments"] = moments_as_json(over_time[part["programme"]], lang)
        if what_if:
            for decision, part in zip(decisions, answer, strict=True):
                part["changes"] = numbered(changes_as_json(decision, lang), numbers)
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return 0
    say("\n".join(decision.explain(lang, form) for decision in decisions), nl=False)
    for decision in decisions if what_if else ():
        title = book.programmes[decision.programme].title[lang]
        _tell(section(message("what_if_heading", lang, title=title), decision.changes.texts(lang).lines(), form))
    for name, one in over_time.items():
        heading = message("moments_heading", lang, title=book.programmes[name].title[lang])
        _tell(section(heading, one.texts(lang), form))
    _tell(section(message("explain_choices", lang), [choice_text(book, choice, lang) for choice in choices], form))
    _tell_numbers(book, found, numbers, lang, form)
    return 0


def _concerned(book: Rulebook, found: Record, day: date | None) -> list[str]:
    """The programmes that a record can concern by what it states, or all."""
    on, facts = _stated(book, found, day)
    return concerned(book, facts, [on]) or list(book.programmes)


def _stated(book: Rulebook, found: Record, day: date | None) -> tuple[date, frozenset[str]]:
    """The day of a record, and the facts that it states or that follow from its people."""
    on = found.as_of or day or date.today()
    followed = project(book, found.household, on).facts if found.household is not None else ()
    return on, frozenset((*found.facts, *followed))


def _over_time(
    book: Rulebook, found: Record, decisions: Sequence[Decision], days: Mapping[Moment, date], asked: bool
) -> dict[str, MomentsDecision]:
    """The decisions at the moments of a record that has several, by programme; those covered at each of them."""
    if len(days) < 2 and not asked:
        return {}
    if not asked:
        decisions = [one for one in decisions if book.programmes[one.programme].covered_from <= min(days.values())]
    from ancu.decision.over_time import decide_moments  # few records have moments

    moments = {str(moment): day for moment, day in days.items()}
    return {one.programme: decide_moments(book, found, one.programme, moments) for one in decisions}


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)


def _tell_numbers(book: Rulebook, found: Record, numbers: Mapping[int, str], lang: Language, form: Form) -> None:
    lines = number_lines(book, found.household, numbers, lang)
    _tell(section(message("explain_numbers", lang), lines, form))


#: Problems that are said with what to add to the command.
_OWN_WORDS = {"fact_implausible": "record_implausible"}


#: What may stand before a record.
_BEFORE_JSON = b" \t\r\n" + BOM_UTF8


def record_from_json(
    book: Rulebook, path: str, confirmed: Collection[str] = (), number_key: bytes | None = None
) -> Record:
    """The record in a JSON file, or on standard input for ``-``; :class:`InputError` with every problem of it."""
    content = standard_input() if path == "-" else content_of(path)
    in_utf16 = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    if not in_utf16 and content.lstrip(_BEFORE_JSON)[:1] not in (b"{", b"[", b""):
        raise InputError(Problem("record_not_json", {"path": path}, path))
    try:
        written = parse_object(path, decode(path, content))
        return read_record(book, written, confirmed=confirmed, number_key=number_key)
    except RecordError as error:
        problems = [Problem(_OWN_WORDS.get(p.kind, p.kind), p.values, path) for p in error.problems]
        raise InputError(problems) from error
