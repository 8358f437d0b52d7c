"""What entries come to: where an application and a project stand, told by nothing but the entries on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from ancu.messages import Language, message
from ancu.register.entries import (
    CHECKED,
    Appealed,
    Approved,
    Corrected,
    Decided,
    Declined,
    Entered,
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
from ancu.rulebook.procedures import Procedure, ProcedureStep

#: ``pending``: nobody has approved the decision yet. ``standing``: it holds.
State = Literal["pending", "declined", "standing", "revoked"]


@dataclass
class ApplicationStanding:
    """Where one application stands."""

    application: str
    entered: RegisterEntry
    #: The entry whose decision holds; None before one is approved, and once it is revoked.
    decided: RegisterEntry | None = None
    revoked: bool = False
    #: The entries that wait for a second person, by number.
    waiting: dict[int, RegisterEntry] = field(default_factory=dict)
    #: The days of its own steps, by name.
    steps: dict[str, date] = field(default_factory=dict)
    appeal: RegisterEntry | None = None
    rescreened: RegisterEntry | None = None
    signed: RegisterEntry | None = None
    handed_over: list[RegisterEntry] = field(default_factory=list)
    paid: int = 0
    retained: RegisterEntry | None = None
    erased: RegisterEntry | None = None
    last: int = 0

    @property
    def _entered(self) -> Entered:
        assert isinstance(self.entered.act, Entered)
        return self.entered.act

    @property
    def project(self) -> str | None:
        return self.entered.project

    @property
    def programme(self) -> str:
        return self._entered.programme

    @property
    def filed_on(self) -> date:
        """The day on which it was filed, as it was first entered."""
        return self._entered.filed_on

    @property
    def filed(self) -> tuple[date, str, int]:
        """By what applications are in the order in which they were filed: day, time, and the order of entering."""
        return self.filed_on, self._entered.filed_at or "", self.entered.number

    @property
    def filed_at(self) -> str | None:
        """The time of that day, where it is known."""
        return self._entered.filed_at

    @property
    def state(self) -> State:
        if self.decided is not None:
            return "standing"
        if self.revoked:
            return "revoked"
        return "pending" if self.waiting else "declined"

    @property
    def latest(self) -> Decided:
        """The decision that holds; before one does, the one entered last."""
        entry = self.decided or max(self.waiting.values(), key=lambda one: one.number, default=self.entered)
        return entry.act if isinstance(entry.act, Decided) else self._entered

    @property
    def status(self) -> str:
        """The status of that decision, as the contract of decisions names it."""
        return str(self.latest.decision["status"])

    def take(self, entry: RegisterEntry, concerned: RegisterEntry | None) -> None:
        """Take the next entry on it, which is about ``concerned``."""
        self.last = entry.number
        act = entry.act
        if act.kind in CHECKED:
            self.waiting[entry.number] = entry
        match act:
            case Approved() if concerned is not None:
                self.waiting.pop(concerned.number, None)
                self._approved(concerned)
            case Declined() if concerned is not None:
                self.waiting.pop(concerned.number, None)
            case Stepped():
                self.steps[act.step] = act.on
            case Appealed():
                self.appeal = entry
            case Rescreened():
                self.rescreened = entry
            case Signed():
                self.signed = entry
            case HandedOver():
                self.handed_over.append(entry)
            case Retained():
                self.retained = entry
            case Erased():
                self.erased = entry

    def _approved(self, entry: RegisterEntry) -> None:
        match entry.act:
            case Entered() | Corrected() if self.decided is None or self.decided.number < entry.number:
                self.decided, self.revoked = entry, False
                # A decision that this one comes after can no longer be approved.
                older = (n for n, one in self.waiting.items() if n < entry.number and isinstance(one.act, Decided))
                for number in list(older):
                    del self.waiting[number]
            case Revoked():
                self.decided, self.revoked = None, True
            case Paid(amount=amount):
                self.paid += amount


@dataclass
class ProjectStanding:
    """The days of the steps of a project, and the procedure that its entries name."""

    project: str
    procedure: str
    steps: dict[str, date] = field(default_factory=dict)


@dataclass
class RegisterStanding:
    """Where everything stands."""

    applications: dict[str, ApplicationStanding] = field(default_factory=dict)
    projects: dict[str, ProjectStanding] = field(default_factory=dict)

    def of_project(self, project: str) -> list[ApplicationStanding]:
        """The applications to a project, in the order in which they were filed, then entered."""
        found = (one for one in self.applications.values() if one.project == project)
        return sorted(found, key=lambda one: one.filed)


def standing_of(entries: Iterable[RegisterEntry]) -> RegisterStanding:
    """Where everything stands by ``entries``, in order."""
    found = RegisterStanding()
    pointed: dict[int, RegisterEntry] = {}
    for entry in entries:
        if entry.act.kind in CHECKED:
            pointed[entry.number] = entry
        if entry.application is None:
            if isinstance(entry.act, Stepped) and entry.project is not None:
                project = found.projects.setdefault(entry.project, ProjectStanding(entry.project, entry.act.procedure))
                project.procedure = entry.act.procedure
                project.steps[entry.act.step] = entry.act.on
            continue
        if isinstance(entry.act, Entered):
            found.applications[entry.application] = ApplicationStanding(entry.application, entry)
        if entry.application in found.applications:
            concerned = pointed.get(entry.concerns) if entry.concerns is not None else None
            found.applications[entry.application].take(entry, concerned)
    return found


def step_of_application(
    one: ApplicationStanding, project: ProjectStanding | None, procedures: Mapping[str, Procedure]
) -> ProcedureStep | None:
    """The last step, of its project or its own, that says something of an application."""
    days = {**(project.steps if project is not None else {}), **one.steps}
    reached: ProcedureStep | None = None
    for procedure in _procedures_of(one, project, procedures):
        if procedure.begins_with is not None and one.appeal is not None:
            days.setdefault(next(iter(procedure.steps)), one.entered.day)
        for name, step in procedure.steps.items():
            if name in days and step.status is not None and step.concerns in ("all", one.status):
                reached = step
    return reached


def _procedures_of(
    one: ApplicationStanding, project: ProjectStanding | None, procedures: Mapping[str, Procedure]
) -> list[Procedure]:
    """The procedures that an application goes through, a complaint last."""
    own = [procedures[project.procedure]] if project is not None and project.procedure in procedures else []
    return own + [p for p in procedures.values() if p.begins_with is not None and one.appeal is not None]


def standing_text(
    one: ApplicationStanding,
    project: ProjectStanding | None,
    procedures: Mapping[str, Procedure],
    lang: Language,
) -> str:
    """Where an application stands in words: the decision, whether it holds, and the last step."""
    parts = [message(f"register_state_{one.state}", lang, status=message(f"status_{one.status}", lang))]
    if one.waiting and one.state != "pending":
        parts.append(message("register_waiting", lang, numbers=", ".join(map(str, one.waiting))))
    step = step_of_application(one, project, procedures)
    if step is not None and step.status is not None:
        parts.append(step.status[lang])
    if one.signed is not None:
        parts.append(message("register_kind_signed", lang))
    if any(entry.act.what == "home" for entry in one.handed_over if isinstance(entry.act, HandedOver)):
        parts.append(message("register_home_handed_over", lang))
    if one.paid:
        parts.append(
            message("register_paid_sum", lang, amount=f"{one.paid:,}".replace(",", "." if lang == "vi" else ","))
        )
    if one.erased is not None:
        parts.append(message("register_kind_erased", lang))
    return "; ".join(parts)


def is_eligible(decision: Mapping[str, Any]) -> bool:
    """Whether a decision grants."""
    return bool(decision["status"] == "eligible")
