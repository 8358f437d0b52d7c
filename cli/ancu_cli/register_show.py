"""``ancu register show|due``: where a case, a project or the whole stands, and what is to be done."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Literal

import click

from ancu.messages import Language, message
from ancu.register import acts
from ancu.register.due import DueStep, due_text
from ancu.register.due import due as due_steps
from ancu.register.entries import RegisterEntry
from ancu.register.standing import ApplicationStanding, RegisterStanding, standing_of, standing_text
from ancu.register.store import Register
from ancu.register.wording import entry_line, of_project, reason_text, said_filing
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.rulebook import Rulebook
from ancu_cli.exits import Exit
from ancu_cli.folding import say
from ancu_cli.register_common import on_day

OutputForm = Literal["text", "json"]


def show(
    *,
    lang: Language,
    rules_dir: str | None,
    address: str,
    case: str | None,
    programme: str | None,
    project: str | None,
    form: OutputForm,
) -> int:
    """Show a case with all its entries, or a line for each case."""
    register = Register.open(address)
    book = load_rulebook(rules_dir)
    with register.reading() as reader:
        found = standing_of(reader.entries())
        cases = reader.cases()
        if case is not None:
            one = found.applications[acts.find(reader, case, programme).application]
            entries = reader.entries_of(one.application)
            personal = reader.personal(one.latest.person.ref)
        else:
            entries = []
    if case is None:
        _show_all(book, found, cases, project, form, lang)
        return Exit.ALL_JUDGED
    if form == "json":
        written = {**_as_json(book, found, one, cases, lang), "entries": [json.loads(e.as_bytes()) for e in entries]}
        click.echo(json.dumps(written, ensure_ascii=False, indent=2))
        return Exit.ALL_JUDGED
    texts = personal.read()["texts"].get(lang) if personal is not None else None
    _show_one(book, found, one, cases.get(one.application), entries, texts, lang)
    return Exit.ALL_JUDGED


def _show_one(
    book: Rulebook,
    found: RegisterStanding,
    one: ApplicationStanding,
    case: str | None,
    entries: list[RegisterEntry],
    texts: list[str] | None,
    lang: Language,
) -> None:
    named = case or message("register_show_erased", lang, key=one.application)
    title = book.programmes[one.programme].title[lang] if one.programme in book.programmes else one.programme
    say(message("register_show_head", lang, case=named, programme=title, project=one.project or "–"))
    standing = standing_text(one, found.projects.get(one.project or ""), book.procedures, lang)
    say(message("register_show_filed", lang, day=said_filing(one, lang), standing=standing))
    if texts is None:
        texts = [reason_text(book, reason, lang) for reason in one.latest.reasons]
    if texts:
        say(message("register_show_reasons", lang))
        for text in texts:
            say(f"- {text}")
    say(message("register_show_entries", lang))
    for entry in entries:
        say(entry_line(entry, lang, book.procedures))


def _show_all(
    book: Rulebook,
    found: RegisterStanding,
    cases: Mapping[str, str],
    project: str | None,
    form: OutputForm,
    lang: Language,
) -> None:
    applications = of_project(found, project)
    if form == "json":
        for one in applications:
            click.echo(json.dumps(_as_json(book, found, one, cases, lang), ensure_ascii=False))
        return
    if not applications:
        say(message("register_show_none", lang))
        return
    counted: Counter[str] = Counter()
    for one in applications:
        standing = standing_text(one, found.projects.get(one.project or ""), book.procedures, lang)
        counted[standing] += 1
        if project is not None:
            named = cases.get(one.application) or message("register_show_erased", lang, key=one.application)
            say(f"{one.entered.number:>6}  {said_filing(one, lang)}  {named}  {standing}")
    for standing, count in counted.most_common():
        say(message("register_show_counts", lang, count=count, standing=standing))


def _as_json(
    book: Rulebook, found: RegisterStanding, one: ApplicationStanding, cases: Mapping[str, str], lang: Language
) -> dict[str, Any]:
    return {
        "application": one.application,
        "case": cases.get(one.application),
        "entry": one.entered.number,
        "programme": one.programme,
        "project": one.project,
        "filed_on": one.filed_on.isoformat(),
        "filed_at": one.filed_at,
        "state": one.state,
        "status": one.status,
        "waiting": sorted(one.waiting),
        "paid": one.paid,
        "erased": one.erased is not None,
        "text": standing_text(one, found.projects.get(one.project or ""), book.procedures, lang),
    }


def due(
    *, lang: Language, rules_dir: str | None, address: str, on: str | None, within: int | None, form: OutputForm
) -> int:
    """List what is due, the earliest first."""
    register, day = Register.open(address), on_day(on)
    book = load_rulebook(rules_dir)
    with register.reading() as reader:
        found, cases = standing_of(reader.entries()), reader.cases()
    steps = due_steps(found, book.procedures, day)
    if within is not None:
        steps = [one for one in steps if one.day <= day + timedelta(days=within)]
    waiting = sorted(number for one in found.applications.values() for number in one.waiting)
    if form == "json":
        written = {"due": [_due_json(one, cases, one.overdue(day)) for one in steps], "waiting": waiting}
        click.echo(json.dumps(written, ensure_ascii=False, indent=2))
        return Exit.ALL_JUDGED
    for one in steps:
        case = cases.get(one.application) if one.application is not None else None
        say(due_text(book, one, case, day, lang))
    if waiting:
        numbers = ", ".join(_spans(waiting))
        say(message("register_due_waiting", lang, count=len(waiting), numbers=numbers))
    if not steps and not waiting:
        say(message("register_due_none", lang))
    return Exit.ALL_JUDGED


def _due_json(one: DueStep, cases: Mapping[str, str], overdue: bool) -> dict[str, Any]:
    return {
        "day": one.day.isoformat(),
        "limit": one.limit,
        "overdue": overdue,
        "project": one.project,
        "case": cases.get(one.application) if one.application is not None else None,
        "procedure": one.procedure,
        "step": one.step,
    }


def _spans(numbers: list[int]) -> list[str]:
    """Numbers as they may be given to ``approve``: neighbours joined, "1-4"."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return ["-".join(map(str, span)) for span in found]
