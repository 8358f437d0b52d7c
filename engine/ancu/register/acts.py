"""The acts of an office on the register, each an entry that points to an older one.

Each checks, while the register is held, that the act can be taken as things stand. Raises :class:`RegisterError` where
it cannot; nothing is added then.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Literal

from ancu.decision.deciding import Record
from ancu.decision.model import Decision
from ancu.errors import Problem, RegisterError, UnknownNameError, suggestion
from ancu.household.personal_numbers import masked_in
from ancu.register.deciding import chained, personal
from ancu.register.entries import (
    CHECKED,
    Act,
    Appealed,
    Approved,
    Corrected,
    Declined,
    Entered,
    EntrySource,
    Erased,
    HandedOver,
    Paid,
    RegisterEntry,
    Rescreened,
    Retained,
    Revoked,
    Signed,
    Stepped,
)
from ancu.register.people import PersonalData, new_key
from ancu.register.standing import ApplicationStanding, is_eligible, standing_of
from ancu.register.store import RegisterReader, RegisterWriter
from ancu.rulebook.procedures import Procedure


@dataclass(frozen=True)
class NewApplication:
    """An application that is ready to be entered: all that takes time is done before the register is held."""

    act: Entered
    data: PersonalData
    project: str | None


def new_application(
    case: str,
    programme: str,
    filed_on: date,
    record: Record,
    decision: Decision,
    project: str | None = None,
    source: EntrySource | None = None,
    kept: Mapping[str, str] | None = None,
    filed_at: str | None = None,
) -> NewApplication:
    """An application to enter, with the ``decision`` on its ``record``.

    ``filed_at`` is the time of the day on which it was filed, ``HH:MM``, where it is known.
    ``kept``: cells that are kept with its facts, such as a name.
    """
    data = personal(decision, record, new_key(), case, kept or {})
    written, reasons = chained(decision)
    act = Entered(
        decision=written,
        reasons=reasons,
        person=data.bond,
        programme=programme,
        filed_on=filed_on,
        filed_at=filed_at,
        source=source,
    )
    return NewApplication(act, data, project)


def find(reader: RegisterReader, name: str, programme: str | None = None) -> ApplicationStanding:
    """Where the application called ``name`` stands: a case, the key of an application, or the number of an entry on it.

    A case with several applications is narrowed by ``programme``. Raises :class:`UnknownNameError` for none, and
    :class:`RegisterError` where several are left.
    """
    keys = reader.applications(name)
    if not keys:
        keys = [name] if reader.entries_of(name) else []
    if not keys and name.isdecimal():
        entry = reader.entry(int(name))
        keys = [entry.application] if entry is not None and entry.application is not None else []
    found = [_standing(reader, key) for key in keys]
    if programme is not None:
        found = [one for one in found if one.programme == programme]
    elif len(found) > 1:
        # Of several, those that hold or may come to.
        found = [one for one in found if one.state in ("pending", "standing")] or found
    if not found:
        hint = suggestion(name, set(reader.cases().values()))
        raise UnknownNameError(Problem("register_case_unknown", {"case": name, "hint": hint}))
    if len(found) > 1:
        each = "; ".join(f"{one.entered.number} ({one.programme}, {one.project or '–'})" for one in found)
        raise RegisterError(Problem("register_case_several", {"case": name, "each": each}))
    return found[0]


def _standing(reader: RegisterReader, application: str) -> ApplicationStanding:
    return standing_of(reader.entries_of(application)).applications[application]


def enter(writer: RegisterWriter, application: NewApplication) -> RegisterEntry:
    """Enter an application that is not there yet: of the same case, programme and project one may stand at a time."""
    already = entered_already(writer, application)
    if already is not None:
        values = {"case": application.data.case, "number": already.entered.number}
        raise RegisterError(Problem("register_entered_already", values))
    writer.keep(application.data)
    return writer.add(application.act, application.data.application, application.project)


def entered_already(reader: RegisterReader, application: NewApplication) -> ApplicationStanding | None:
    """The application of the same case, programme and project that stands or waits; None where there is none."""
    for key in reader.applications(application.data.case):
        one = _standing(reader, key)
        same = (one.programme, one.project) == (application.act.programme, application.project)
        if same and one.state in ("pending", "standing"):
            return one
    return None


def approve(writer: RegisterWriter, number: int, why: str | None = None, *, decline: bool = False) -> RegisterEntry:
    """Approve the entry with ``number``, or ``decline`` it, as somebody else than who made it."""
    entry = writer.entry(number)
    if entry is None:
        last = writer.last()
        raise RegisterError(Problem("register_entry_unknown", {"number": number, "last": last.number if last else 0}))
    if entry.act.kind not in CHECKED or entry.application is None:
        raise RegisterError(Problem("register_not_to_approve", {"number": number}))
    if number not in _standing(writer, entry.application).waiting:
        raise RegisterError(Problem("register_approved_already", {"number": number}))
    if same_person(writer.by, entry.by):
        raise RegisterError(Problem("register_same_person", {"number": number, "by": entry.by}))
    act: Act = Declined(why=_said(why)) if decline else Approved(why=_said(why) if why else None)
    return writer.add(act, entry.application, entry.project, number)


def correct(
    writer: RegisterWriter, one: ApplicationStanding, record: Record, decision: Decision, why: str
) -> RegisterEntry:
    """Replace the decision on an application by ``decision`` on ``record``; it counts once it is approved."""
    _check_open(one)
    kept = personal_of(writer, one)
    case = kept.case
    data = personal(decision, record, one.application, case, kept.read()["kept"])
    written, reasons = chained(decision)
    writer.keep(data)
    act = Corrected(decision=written, reasons=reasons, person=data.bond, why=_said(why))
    return writer.add(act, one.application, one.project, _decided(one))


def revoke(writer: RegisterWriter, one: ApplicationStanding, why: str) -> RegisterEntry:
    """Take the decision that holds back; it counts once it is approved."""
    _check_standing(one)
    return writer.add(Revoked(why=_said(why)), one.application, one.project, _decided(one))


def appeal(writer: RegisterWriter, one: ApplicationStanding, on: date, why: str) -> RegisterEntry:
    """Enter a complaint of the decision, received ``on`` a day."""
    return writer.add(Appealed(on=on, why=_said(why)), one.application, one.project, _decided(one))


def hand_over(
    writer: RegisterWriter, one: ApplicationStanding, what: Literal["home", "file"], on: date, to: str | None
) -> RegisterEntry:
    """Enter that a home was handed over to the applicant, which a decision must grant, or the file to an office."""
    if what == "home":
        _check_granted(one)
    return writer.add(HandedOver(what=what, to=to, on=on), one.application, one.project, one.last)


def sign(writer: RegisterWriter, one: ApplicationStanding, on: date, contract: str) -> RegisterEntry:
    """Enter that a contract was signed, which the decision that holds grants and a later re-screening did not take."""
    _check_granted(one)
    if one.signed is not None:
        raise RegisterError(Problem("register_signed_already", {"number": one.signed.number}))
    again = one.rescreened
    assert one.decided is not None
    if again is not None and again.number > one.decided.number:
        assert isinstance(again.act, Rescreened)
        if not is_eligible(again.act.decision):
            values = {"number": again.number, "day": _day(again.act.decision["as_of"])}
            raise RegisterError(Problem("register_no_longer_eligible", values))
    return writer.add(Signed(on=on, contract=contract), one.application, one.project, _decided(one))


def pay(writer: RegisterWriter, one: ApplicationStanding, on: date, amount: int) -> RegisterEntry:
    """Enter that support was paid out; it counts once it is approved."""
    _check_granted(one)
    return writer.add(Paid(on=on, amount=amount), one.application, one.project, _decided(one))


def rescreened(writer: RegisterWriter, one: ApplicationStanding, act: Rescreened) -> RegisterEntry:
    """Enter what would be decided on another day of the decision that held when this was found out."""
    now = _standing(writer, one.application).decided
    if now is None or now.number != _decided(one):
        raise RegisterError(Problem("register_changed_meanwhile", {"number": _decided(one)}))
    return writer.add(act, one.application, one.project, _decided(one))


def step(
    writer: RegisterWriter,
    procedures: Mapping[str, Procedure],
    name: str,
    on: date,
    *,
    project: str | None = None,
    one: ApplicationStanding | None = None,
    procedure: str | None = None,
) -> RegisterEntry:
    """Enter that the step called ``name`` was taken ``on`` a day, of a project or of an application."""
    of = "application" if one is not None else "project"
    whose = project if one is None else one.project
    known = standing_of(writer.entries()).projects.get(whose) if whose is not None else None
    of_project = known.procedure if known is not None else None
    found = procedure_for(procedures, name, of, on, procedure or of_project, given=procedure is not None)
    if found.begins_with == "appealed" and (one is None or one.appeal is None):
        raise RegisterError(Problem("register_no_appeal", {}))
    clock = found.steps[name].clock
    days = {**(known.steps if known is not None else {}), **(one.steps if one is not None else {})}
    if clock is not None and on < days.get(clock.after, on):
        values = {"name": name, "day": _day(on), "after": clock.after, "before": _day(days[clock.after])}
        raise RegisterError(Problem("register_step_too_early", values))
    act = Stepped(procedure=found.procedure, step=name, on=on)
    return writer.add(act, one.application if one else None, whose)


def procedure_for(
    procedures: Mapping[str, Procedure], name: str, of: str, on: date, known: str | None, *, given: bool = False
) -> Procedure:
    """The procedure whose step is called ``name``.

    It is the one that is ``known`` of the project (or was ``given``), unless the step decides which it is; else the one
    in whose period the day lies. Raises :class:`UnknownNameError` and :class:`RegisterError`.
    """
    if given and known not in procedures:
        hint = suggestion(str(known), procedures)
        raise UnknownNameError(Problem("register_procedure_unknown", {"name": known, "hint": hint}))
    fitting = [p for p in procedures.values() if name in p.steps and p.steps[name].of == of]
    if not fitting:
        names = sorted({n for p in procedures.values() for n, s in p.steps.items() if s.of == of})
        values = {"name": name, "hint": suggestion(name, names), "known": ", ".join(names)}
        raise UnknownNameError(Problem(f"register_step_unknown_{of}", values))
    inside = [p for p in fitting if on in p.period]
    own = [p for p in fitting if p.procedure == known]
    decides = [p for p in inside if p.decided_by == name]
    chosen = own if given else decides or own or inside
    if len(chosen) != 1:
        each = ", ".join(p.procedure for p in fitting)
        raise RegisterError(Problem("register_step_of_which", {"name": name, "day": _day(on), "each": each}))
    return chosen[0]


def retain(writer: RegisterWriter, one: ApplicationStanding, until: date, basis: str) -> RegisterEntry:
    """Enter until when the personal data of an application are to be kept, and by what rule."""
    return writer.add(Retained(until=until, basis=_said(basis)), one.application, one.project, one.last)


def erase(writer: RegisterWriter, one: ApplicationStanding, why: str, today: date) -> RegisterEntry:
    """Erase the personal data of an application, once they need no longer be kept."""
    if one.erased is not None:
        raise RegisterError(Problem("register_erased_already", {"number": one.erased.number}))
    if one.retained is not None and isinstance(one.retained.act, Retained) and one.retained.act.until >= today:
        values = {"until": _day(one.retained.act.until), "number": one.retained.number}
        raise RegisterError(Problem("register_to_be_kept", values))
    act = Erased(refs=writer.refs_of(one.application), why=_said(why))
    entry = writer.add(act, one.application, one.project, one.last)
    writer.forget(one.application)
    return entry


def personal_of(reader: RegisterReader, one: ApplicationStanding) -> PersonalData:
    """The personal data of the decision on an application; :class:`RegisterError` where they are erased."""
    data = reader.personal(one.latest.person.ref)
    if data is None:
        raise RegisterError(
            Problem("register_erased_already", {"number": one.erased.number if one.erased else one.last})
        )
    return data


def numbers(written: Iterable[str]) -> Iterator[int]:
    """Numbers of entries as people write them: ``12``, ``12-40``; :class:`RegisterError` for anything else."""
    found: list[range] = []
    for part in (piece for text in written for piece in text.replace(",", " ").split()):
        first, dash, last = part.partition("-")
        if not first.isdecimal() or (dash and not last.isdecimal()):
            raise RegisterError(Problem("register_no_number", {"value": part}))
        if int(last or first) < int(first):
            raise RegisterError(Problem("register_range_backwards", {"value": part, "mended": f"{last}-{first}"}))
        # A range is not spelled out: whoever writes 1-999999999 is told at the first entry that is not there.
        found.append(range(int(first), int(last or first) + 1))
    return chain.from_iterable(found)


def same_person(name: str, other: str) -> bool:
    """Whether two names are of one person, who may not approve what he made himself."""
    return _person(name) == _person(other)


def _person(name: str) -> str:
    """A name as two are compared: one person is not two by a capital letter."""
    return unicodedata.normalize("NFC", name).strip().casefold()


def _decided(one: ApplicationStanding) -> int:
    """The number of the entry whose decision an act is about."""
    return (one.decided or one.entered).number


def _check_open(one: ApplicationStanding) -> None:
    if one.erased is not None:
        raise RegisterError(Problem("register_erased_already", {"number": one.erased.number}))


def _check_standing(one: ApplicationStanding) -> None:
    if one.decided is None:
        raise RegisterError(Problem(f"register_nothing_stands_{one.state}", {"number": one.last}))


def _check_granted(one: ApplicationStanding) -> None:
    _check_standing(one)
    if not is_eligible(one.latest.decision):
        raise RegisterError(Problem("register_not_granted", {"number": _decided(one)}))


def _said(why: str | None) -> str:
    """What an officer says, its personal numbers hidden: an entry cannot be erased."""
    said = masked_in((why or "").strip())
    if not said:
        raise RegisterError(Problem("register_why_missing", {}))
    return said


def _day(day: date | str) -> str:
    """A day as both languages read it on an error."""
    found = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{found:%d/%m/%Y}"
