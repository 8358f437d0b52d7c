"""The cases of notices from the register: decisions that hold, each judged again before anything is sent on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ancu.chain import link_of
from ancu.decision.deciding import decide
from ancu.decision.model import Decision
from ancu.errors import InputError, Problem
from ancu.messages import Language
from ancu.notices.case_of_notice import Buyer, CaseOfNotice, LateStep, whom
from ancu.register.due import DueStep, due
from ancu.register.entries import RegisterEntry
from ancu.register.people import PersonalData
from ancu.register.standing import ApplicationStanding, RegisterStanding
from ancu.register.store import RegisterReader
from ancu.rulebook.citations import render_all
from ancu.rulebook.rulebook import Rulebook

#: How much of an entry's hash a notice prints.
_DIGITS = 32


@dataclass
class RegisterTaken:
    """What became of applications on which no notice can be sent: not ``approved`` yet, or personal data erased."""

    unapproved: int = 0
    erased: int = 0


def cases_of_register(
    book: Rulebook,
    reader: RegisterReader,
    found: RegisterStanding,
    applications: Iterable[ApplicationStanding],
    taken: RegisterTaken,
    today: date,
    lang: Language,
) -> Iterator[CaseOfNotice]:
    """The cases of ``applications`` whose decision holds; :class:`InputError` where it comes out otherwise today."""
    late = _late(book, found, today, lang)
    for one in applications:
        if one.decided is None:
            taken.unapproved += 1
            continue
        data = reader.personal(one.latest.person.ref)
        if data is None:
            taken.erased += 1
            continue
        record = data.record()
        decision = _again(book, one, decide(book, replace(record, as_of=_day(one)), one.programme))
        told = _whom(one, data)
        steps = (*late[None, one.project], *late[one.application, one.project])
        yield CaseOfNotice(decision, entry_id(one.decided), **told, late=steps)


def buyers_of_register(
    reader: RegisterReader, applications: Iterable[ApplicationStanding], taken: RegisterTaken
) -> Iterator[Buyer]:
    """Those of ``applications`` that have signed and whose decision holds."""
    for one in applications:
        if one.signed is None or one.decided is None:
            continue
        data = reader.personal(one.latest.person.ref)
        if data is None:
            taken.erased += 1
            continue
        yield Buyer(data.case, **_whom(one, data))


def _whom(one: ApplicationStanding, data: PersonalData) -> dict[str, Any]:
    """Whom an application concerns, by its people and the cells that were kept with it."""
    filed = f"{one.filed_on:%d/%m/%Y}" + (f" {one.filed_at}" if one.filed_at is not None else "")
    return {**whom(data.record().household, data.read()["kept"]), "filed": filed, "project": one.project or ""}


def entry_id(entry: RegisterEntry) -> str:
    """By what an entry is found again: its number, and the beginning of its hash in the chain."""
    return f"{entry.number}:{link_of(entry.as_bytes())[:_DIGITS].upper()}"


def _day(one: ApplicationStanding) -> date:
    return date.fromisoformat(one.latest.decision["as_of"])


def _again(book: Rulebook, one: ApplicationStanding, decision: Decision) -> Decision:
    """The decision, if it is the one that was entered: a notice gives the reasons of the register and no others."""
    then = one.latest.decision
    written: dict[str, Any] = decision.model_dump(mode="json", exclude={"case", "household"})
    if {**written, "receipt": None} == {**then, "receipt": None}:
        return decision
    assert one.decided is not None
    values = {
        "number": one.decided.number,
        "then": str(then["receipt"]["rulebook"])[:12],
        "now": book.digest[:12],
    }
    raise InputError(Problem("notice_decided_otherwise", values))


def _late(
    book: Rulebook, found: RegisterStanding, today: date, lang: Language
) -> defaultdict[tuple[str | None, str | None], tuple[LateStep, ...]]:
    """The steps that are overdue, by application (None: of the project) and project."""
    late: defaultdict[tuple[str | None, str | None], tuple[LateStep, ...]] = defaultdict(tuple)
    for step in due(found, book.procedures, today):
        if step.overdue(today) and step.procedure is not None and step.step is not None:
            late[step.application, step.project] += (_step(book, step, lang),)
    return late


def _step(book: Rulebook, due_step: DueStep, lang: Language) -> LateStep:
    assert due_step.procedure is not None
    assert due_step.step is not None
    procedure = book.procedures[due_step.procedure]
    step = procedure.steps[due_step.step]
    basis = render_all(step.basis, {**book.instruments, **procedure.instruments}, lang)
    return LateStep(step.title[lang], step.who[lang], due_step.day, basis)
