"""What entries and applications are called in words, the same for a terminal and a page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from ancu.errors import Problem, UnknownNameError, suggestion
from ancu.messages import Language, message
from ancu.register.entries import (
    VIETNAM,
    Appealed,
    Approved,
    Corrected,
    Decided,
    Declined,
    Exported,
    HandedOver,
    Paid,
    RegisterEntry,
    Rescreened,
    Retained,
    Revoked,
    Signed,
    Stepped,
)
from ancu.register.standing import ApplicationStanding, RegisterStanding
from ancu.rulebook.citations import render_all
from ancu.rulebook.procedures import Procedure
from ancu.rulebook.references import PLACEHOLDER
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import day_text

#: No procedures, where only their names are needed.
_NONE: Mapping[str, Procedure] = MappingProxyType({})


def today() -> date:
    """Today in Vietnam."""
    return datetime.now(VIETNAM).date()


def said_filing(one: ApplicationStanding, lang: Language) -> str:
    """When an application was filed, as people read it."""
    day = day_text(one.filed_on, lang)
    return f"{day} {one.filed_at}" if one.filed_at is not None else day


def of_project(found: RegisterStanding, project: str | None) -> list[ApplicationStanding]:
    """The applications to a project (None: all), as they were filed; :class:`UnknownNameError` where there is none."""
    if project is None:
        return sorted(found.applications.values(), key=lambda one: one.filed)
    applications = found.of_project(project)
    if not applications:
        known = {one.project for one in found.applications.values() if one.project is not None}
        values = {"project": project, "hint": suggestion(project, known)}
        raise UnknownNameError(Problem("register_project_unknown", values))
    return applications


def entry_text(entry: RegisterEntry, lang: Language, procedures: Mapping[str, Procedure] = _NONE) -> str:
    """What an entry says, in a line: what was done, about which older entry, the particulars, and why.

    A step goes by its title where it is one of ``procedures``.
    """
    act = entry.act
    said = [message(f"register_kind_{act.kind}", lang)]
    if entry.concerns is not None and isinstance(act, Approved | Declined | Corrected | Revoked | Appealed):
        said[0] += " " + message("register_concerns", lang, number=entry.concerns)
    match act:
        case Decided() | Rescreened():
            said.append(message(f"status_{act.decision['status']}", lang))
        case Stepped():
            procedure = procedures.get(act.procedure)
            step = procedure.steps.get(act.step) if procedure is not None else None
            said.append(step.title[lang] if step is not None else act.step)
        case Signed():
            said.append(act.contract)
        case Paid():
            amount = f"{act.amount:,}"
            said.append(f"{amount.replace(',', '.') if lang == 'vi' else amount} đồng")
        case HandedOver():
            what = "register_file_to" if act.what == "file" else "register_home_to"
            said.append(message(what, lang, to=act.to or "–"))
        case Retained():
            said.append(message("register_until", lang, day=day_text(act.until, lang), basis=act.basis))
        case Exported():
            values = {"count": act.applications, "purpose": act.purpose, "recipient": act.recipient}
            said.append(message("register_exported_for", lang, **values))
    on = getattr(act, "on", None)
    if on is not None:
        said.append(day_text(on, lang))
    if why := getattr(act, "why", None):
        said.append(why)
    return said[0] if len(said) == 1 else f"{said[0]}: {'; '.join(said[1:])}"


def entry_line(entry: RegisterEntry, lang: Language, procedures: Mapping[str, Procedure]) -> str:
    """An entry as a line of the register: number, time in Vietnam, who, what."""
    at = entry.at.astimezone(VIETNAM)
    return f"{entry.number:>6}  {at:%d/%m/%Y %H:%M}  {entry.by}  {entry_text(entry, lang, procedures)}"


def reason_text(book: Rulebook, reason: Mapping[str, Any], lang: Language) -> str:
    """A reason without what is erased: its condition, where the rulebook still knows it, and its place in law."""
    name = reason["condition"]
    title = PLACEHOLDER.sub("…", book.conditions[name].title[lang]) if name in book.conditions else name
    known = [citation for citation in reason["basis"] if citation.partition(":")[0] in book.instruments]
    basis = render_all(known, book.instruments, lang)
    return f"{title}: {message('word_' + reason['outcome'], lang)}" + (f" ({basis})" if basis else "")
