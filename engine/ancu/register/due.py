"""What is due: the clocks of procedures that run, what waits for a second person, data that are to be erased."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ancu.messages import Language, message
from ancu.register.entries import Appealed, Retained
from ancu.register.standing import ApplicationStanding, ProjectStanding, RegisterStanding
from ancu.rulebook.citations import render_all
from ancu.rulebook.procedures import Procedure, ProcedureStep
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import day_text


@dataclass(frozen=True)
class DueStep:
    """Something that is to be done: a step of a procedure, or (no ``step``) erasing personal data.

    ``limit`` says what ``day`` is, as :class:`Clock` does.
    """

    day: date
    limit: Literal["latest", "earliest", "from"]
    project: str | None
    application: str | None
    procedure: str | None = None
    step: str | None = None

    def overdue(self, today: date) -> bool:
        """Whether the last day has passed."""
        return self.limit == "latest" and self.day < today


def due(found: RegisterStanding, procedures: Mapping[str, Procedure], today: date) -> list[DueStep]:
    """Everything that is due or will be, the earliest first; what may be done by ``today`` is left out."""
    steps = [*_of_projects(found, procedures), *_of_applications(found, procedures), *_to_erase(found)]
    steps = [one for one in steps if one.limit != "earliest" or one.day > today]
    return sorted(steps, key=lambda one: (one.day, one.project or "", one.application or "", one.step or ""))


def due_of_procedure(procedure: Procedure, project: str | None, days: Mapping[str, date], today: date) -> list[DueStep]:
    """What is due or will be in ``procedure`` when its steps were taken on ``days``, as :func:`due` tells it.

    For plans without a register: a step that every application takes is told once.
    """
    steps = [
        DueStep(day, step.clock.limit, project, None, procedure.procedure, name)
        for of in ("project", "application")
        for name, step, day in _clocks(procedure, days, of)
        if step.clock is not None
    ]
    return sorted((one for one in steps if one.limit != "earliest" or one.day > today), key=lambda one: one.day)


def _clocks(procedure: Procedure, days: Mapping[str, date], of: str) -> Iterator[tuple[str, ProcedureStep, date]]:
    """The steps whose clock runs, and the day that it names."""
    for name, step in procedure.steps.items():
        if step.of == of and name not in days and step.clock is not None and step.clock.after in days:
            yield name, step, step.clock.day(days[step.clock.after])


def _of_projects(found: RegisterStanding, procedures: Mapping[str, Procedure]) -> Iterator[DueStep]:
    for project in found.projects.values():
        procedure = procedures.get(project.procedure)
        for name, step, day in _clocks(procedure, project.steps, "project") if procedure is not None else ():
            assert step.clock is not None
            yield DueStep(day, step.clock.limit, project.project, None, project.procedure, name)


def _of_applications(found: RegisterStanding, procedures: Mapping[str, Procedure]) -> Iterator[DueStep]:
    for one in found.applications.values():
        if one.state == "revoked":
            continue
        for procedure, days in _running(one, found.projects.get(one.project or ""), procedures):
            for name, step, day in _clocks(procedure, days, "application"):
                if step.concerns in ("all", one.status):
                    assert step.clock is not None
                    yield DueStep(day, step.clock.limit, one.project, one.application, procedure.procedure, name)


def _running(
    one: ApplicationStanding, project: ProjectStanding | None, procedures: Mapping[str, Procedure]
) -> Iterator[tuple[Procedure, dict[str, date]]]:
    """The procedures that an application is in, each with the days of the steps that were taken."""
    if project is not None and project.procedure in procedures:
        yield procedures[project.procedure], {**project.steps, **one.steps}
    for procedure in procedures.values():
        if procedure.begins_with == "appealed" and one.appeal is not None and isinstance(one.appeal.act, Appealed):
            received = one.appeal.act.on
            # Steps of an earlier complaint do not count for this one.
            later = {name: day for name, day in one.steps.items() if name in procedure.steps and day >= received}
            yield procedure, {next(iter(procedure.steps)): received, **later}


def _to_erase(found: RegisterStanding) -> Iterator[DueStep]:
    for one in found.applications.values():
        if one.erased is None and one.retained is not None and isinstance(one.retained.act, Retained):
            yield DueStep(one.retained.act.until + timedelta(days=1), "from", one.project, one.application)


@dataclass(frozen=True)
class DueParts:
    """What is due, piece by piece: the step, who is to do it, and where it stands in law."""

    title: str
    who: str
    basis: str


def due_parts(book: Rulebook, one: DueStep, lang: Language) -> DueParts | None:
    """What a step that is due says of itself; None where personal data are to be erased."""
    if one.step is None or one.procedure is None:
        return None
    procedure = book.procedures[one.procedure]
    step = procedure.steps[one.step]
    basis = render_all(step.basis, {**book.instruments, **procedure.instruments}, lang)
    return DueParts(step.title[lang], step.who[lang], basis)


def due_text(book: Rulebook, one: DueStep, case: str | None, today: date, lang: Language) -> str:
    """What is due, in a line: the day, for whom, what, who is to do it, and where it stands in law."""
    where = ", ".join(part for part in (one.project, case) if part is not None) or "–"
    values = {"day": day_text(one.day, lang), "where": where}
    parts = due_parts(book, one, lang)
    if parts is None:
        return message("register_due_erase", lang, **values)
    kind = "register_due_over" if one.overdue(today) else f"register_due_{one.limit}"
    days = (today - one.day).days
    return message(kind, lang, **values, **vars(parts), days=days)
