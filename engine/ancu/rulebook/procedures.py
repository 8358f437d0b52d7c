"""Procedures: the steps that an application and its project go through, who takes them, and the clocks that law sets.

No decision reads a procedure. So its files do not count for the rulebook's digest: a receipt can be repeated whatever
has become of a procedure since.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from ancu.errors import Problem, suggestion
from ancu.rulebook import citations
from ancu.rulebook.model import Dated, Filled, Instrument, Noted, Strict, Text
from ancu.rulebook.yaml_document import Path, YamlDocument

#: The folder of a rulebook in which procedures stand.
PROCEDURES = "procedures"


class Clock(Strict):
    """When a step falls due, counted in calendar days from the day of the step ``after``, that day not counted.

    ``latest``: it is to be done by then; ``earliest``: not before; ``from``: it falls due then, and the text names no
    last day. ``words`` are the words of the text; None where the text itself was not seen.
    """

    after: Filled
    days: int = Field(ge=0)
    limit: Literal["latest", "earliest", "from"]
    words: Filled | None = None

    def day(self, start: date) -> date:
        """The day that the clock names when it starts on ``start``."""
        return start + timedelta(days=self.days)


class ProcedureStep(Noted):
    """A step: taken once for a whole project or for each application, for those it ``concerns`` by their decision.

    ``status`` is what is said of an application that has come this far; None: the step says nothing of it.
    """

    title: Text
    who: Text
    of: Literal["project", "application"] = "project"
    concerns: Literal["all", "eligible", "ineligible"] = "all"
    status: Text | None = None
    clock: Clock | None = None
    basis: list[Filled] = Field(min_length=1)


class Procedure(Dated, Noted):
    """A procedure, its steps in order.

    It is that of projects whose step ``decided_by`` was taken in its period, under one of ``programmes``; or of
    applications on which an entry of the kind ``begins_with`` stands in the register, which is its first step.
    ``instruments`` are those that only this procedure cites.
    """

    procedure: Filled
    title: Text
    programmes: list[Filled] = []
    decided_by: Filled | None = None
    begins_with: Literal["appealed"] | None = None
    basis: list[Filled] = Field(min_length=1)
    instruments: dict[str, Instrument] = {}
    steps: dict[str, ProcedureStep]


def check_procedures(
    procedures: Mapping[str, tuple[YamlDocument, Procedure]],
    instruments: Mapping[str, Instrument],
    programmes: Mapping[str, object],
) -> Iterator[Problem]:
    """What is wrong with procedures: steps, programmes and citations that name nothing."""
    for document, procedure in procedures.values():
        steps = procedure.steps
        for i, name in enumerate(procedure.programmes):
            if name not in programmes:
                hint = suggestion(name, programmes)
                yield document.problem("programme_unknown", ("programmes", i), name=name, hint=hint)
        named: list[tuple[Path, str | None]] = [(("decided_by",), procedure.decided_by)]
        named += [(("steps", name, "clock", "after"), step.clock.after) for name, step in steps.items() if step.clock]
        for path, step_name in named:
            if step_name is not None and step_name not in steps:
                hint = suggestion(step_name, steps)
                yield document.problem("procedure_step_unknown", path, name=step_name, hint=hint)
        known = {**instruments, **procedure.instruments}
        cited = [(("basis",), procedure.basis), *((("steps", n, "basis"), step.basis) for n, step in steps.items())]
        yield from citations.check_cited(document, cited, known)
