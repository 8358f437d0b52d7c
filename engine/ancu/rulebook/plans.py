"""Plans: what a province or the Government set out to reach in housing, and the communes by which it is counted.

No decision reads a plan or a list of units. So their files do not count for the rulebook's digest, as with procedures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from ancu.errors import Problem, suggestion
from ancu.rulebook import citations
from ancu.rulebook.model import Dated, Filled, Instrument, Noted, Strict, Text
from ancu.rulebook.yaml_document import Path, YamlDocument

#: The folders of a rulebook in which plans and lists of units stand.
PLANS = "plans"
UNITS = "units"


class PlanDocument(Noted):
    """A document that only a plan cites. ``issued: null`` with a note: the day was not found."""

    number: Filled
    kind: Text
    issuer: Text
    title: Text
    issued: date | None

    @model_validator(mode="after")
    def _explained(self) -> PlanDocument:
        if self.issued is None and not self.note:
            raise ValueError("null_without_note")
        return self


class PlanSubject(Noted):
    """Whom a plan counts apart: a case is in need when one of ``programmes`` decides it eligible.

    A case is counted once: under the first subject of its plan that it belongs to.
    """

    title: Text
    programmes: list[Filled] = Field(min_length=1)
    basis: list[Filled] = Field(min_length=1)


class PlanTarget(Noted):
    """What is to be reached for some ``subjects`` ``by`` a day, or ``each_year``; with neither, always.

    One of ``share`` (of those found in need, in percent), ``left`` (cases left in need) and ``homes`` (homes handed
    over). ``homes: null`` with a note: the province's own figure was not found; ``national`` is that of the country.
    ``about``: the text says "about".
    """

    title: Text
    subjects: list[Filled] = Field(min_length=1)
    share: int | None = Field(default=None, ge=1, le=100)
    left: int | None = Field(default=None, ge=0)
    homes: int | None = Field(default=None, ge=1)
    about: bool = False
    by: date | None = None
    each_year: bool = False
    national: int | None = Field(default=None, ge=1)
    basis: list[Filled] = Field(min_length=1)

    @property
    def aim(self) -> Literal["share", "left", "homes"]:
        """What the target is a figure of."""
        return "share" if self.share is not None else "left" if self.left is not None else "homes"

    @model_validator(mode="after")
    def _one_aim(self) -> PlanTarget:
        given = {"share", "left", "homes"} & self.model_fields_set
        if len(given) != 1 or (self.homes is None and self.share is None and self.left is None and given != {"homes"}):
            raise ValueError("plan_target_aim")
        if given == {"homes"} and self.homes is None and not self.note:
            raise ValueError("null_without_note")
        if self.by is not None and self.each_year:
            raise ValueError("plan_target_when")
        return self


class HousingPlan(Noted):
    """A plan: whom it is for, what it is to reach. ``units`` names the communes by which it is counted."""

    plan: Filled
    title: Text
    basis: list[Filled] = Field(min_length=1)
    units: Filled | None = None
    documents: dict[str, PlanDocument] = {}
    subjects: dict[str, PlanSubject] = Field(min_length=1)
    targets: dict[str, PlanTarget] = Field(min_length=1)

    @property
    def programmes(self) -> tuple[str, ...]:
        """The programmes by which need is found, each once, in the order of the subjects."""
        return tuple(dict.fromkeys(name for subject in self.subjects.values() for name in subject.programmes))

    def cited(self, instruments: Mapping[str, Instrument]) -> dict[str, Instrument | PlanDocument]:
        """Every document that the plan may cite: its own, and the ``instruments`` of the rulebook."""
        return {**instruments, **self.documents}


class AdministrativeUnit(Strict):
    """A commune or ward; lists may also call it one of ``synonyms``."""

    name: Filled
    kind: Literal["commune", "ward"]
    synonyms: list[Filled] = []


class UnitList(Dated, Noted):
    """The communes and wards of a province, by code, for a period."""

    units_of: Filled
    title: Text
    basis: list[Filled] = Field(min_length=1)
    documents: dict[str, PlanDocument] = {}
    units: dict[Filled, AdministrativeUnit] = Field(min_length=1)


def check_plans(
    plans: Mapping[str, tuple[YamlDocument, HousingPlan]],
    units: Mapping[str, tuple[YamlDocument, UnitList]],
    instruments: Mapping[str, Instrument],
    programmes: Mapping[str, object],
) -> Iterator[Problem]:
    """What is wrong with plans and units: programmes, subjects, units and citations that name nothing."""
    for document, plan in plans.values():
        for key, subject in plan.subjects.items():
            for i, name in enumerate(subject.programmes):
                if name not in programmes:
                    hint = suggestion(name, programmes)
                    where: Path = ("subjects", key, "programmes", i)
                    yield document.problem("programme_unknown", where, name=name, hint=hint)
        for key, target in plan.targets.items():
            for i, name in enumerate(target.subjects):
                if name not in plan.subjects:
                    hint = suggestion(name, plan.subjects)
                    yield document.problem(
                        "plan_subject_unknown", ("targets", key, "subjects", i), name=name, hint=hint
                    )
        if plan.units is not None and plan.units not in units:
            hint = suggestion(plan.units, units)
            yield document.problem("plan_units_unknown", ("units",), name=plan.units, hint=hint)
        cited: list[tuple[Path, list[str]]] = [(("basis",), plan.basis)]
        cited += [(("subjects", key, "basis"), subject.basis) for key, subject in plan.subjects.items()]
        cited += [(("targets", key, "basis"), target.basis) for key, target in plan.targets.items()]
        yield from citations.check_cited(document, cited, plan.cited(instruments))
    for document, listed in units.values():
        yield from citations.check_cited(document, [(("basis",), listed.basis)], {**instruments, **listed.documents})
