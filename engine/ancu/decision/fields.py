"""What a decision states, and what it was made from: all that its reasons and texts are worked out of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any, Literal, Protocol

from pydantic import Field, PrivateAttr

from ancu.decision.contract import Contract, HouseholdFacts, OptionOutcome, Receipt, Status, Why
from ancu.errors import AncuError, Problem
from ancu.frozen import frozen
from ancu.household.projecting import Projected
from ancu.inference.judgment import Judgment
from ancu.inference.program import Program
from ancu.rulebook.rulebook import Rulebook


class Redecide(Protocol):
    """Decides a case again under its programme: with some facts otherwise, also those of members by place, or later."""

    def __call__(
        self,
        facts: Mapping[str, Any],
        members: Mapping[int, Mapping[str, Any]],
        day: date | None = None,
        engine: Literal["two_key", "direct"] = "direct",
    ) -> DecisionFields: ...


@frozen
class Context:
    """What is known when something is said of a case under a programme: the law on a day, and what came out.

    ``record`` holds the facts and ``values`` the verdicts and quantities, as engine values by name. ``of_many``: it
    stands for all records that come out alike, so both hold only what these share. ``program`` and ``judgment`` are
    what the reasoning is built from; None where nothing was judged, or where no one record was. ``people``: the
    members of the household that facts follow from, beside what the record has ``stated`` itself. ``again`` decides the
    case once more, otherwise; None for what stands for many.
    """

    book: Rulebook
    programme: str
    law_date: date
    record: Mapping[str, Any]
    values: Mapping[str, Any]
    program: Program | None = None
    judgment: Judgment | None = None
    of_many: bool = False
    people: Projected | None = None
    stated: Mapping[str, Any] = field(default_factory=dict)
    again: Redecide | None = field(default=None, compare=False, repr=False)


class DecisionFields(Contract):
    """The fields of a decision, in the order of the contract."""

    case: str | None
    programme: str
    as_of: date
    status: Status
    why: Why | None = None
    options: list[OptionOutcome] = []
    chosen: list[str] = Field(
        default=[], description="the options granted: the highest, or all the applicant may choose from"
    )
    grounds: list[str] = Field(default=[], description="the conditions that carry the status, parents first")
    told: list[str] = Field(default=[], description="the fewest conditions that tell a person why")
    missing: list[str] = []
    unset: list[str] = Field(default=[], description="figures and texts of law that are not known")
    conflicts: list[str] = []
    provisional: bool = False
    caveats: list[str] = []
    notes: list[str] = Field(default=[], description="names whose notes of law belong to this decision")
    documents: list[str] = Field(default=[], description="the facts whose evidence the case should bring")
    papers: list[str] = Field(default=[], description="the documents that prove them on the day")
    possible_papers: list[str] = Field(
        default=[], description="the documents that the case may come to bring instead or besides"
    )
    priority: list[str] = Field(
        default=[], description="the grounds of priority that are met, the first ranking highest"
    )
    open_options: list[str] = Field(
        default=[], description="of an eligible case: the options that may be granted besides those met, not yet known"
    )
    missing_for_benefit: list[str] = Field(
        default=[], description="of an eligible case: the missing facts that its options and amounts still hang on"
    )
    open_ranks: list[str] = Field(
        default=[], description="of an eligible case: the grounds of priority that may rank above those met"
    )
    missing_for_priority: list[str] = Field(
        default=[], description="of an eligible case: the missing facts that its priority still hangs on"
    )
    in_principle: bool = Field(
        default=False, description="eligible, but nobody has set the level of any option that is open to the case"
    )
    household: HouseholdFacts | None = Field(
        default=None, description="of a case with members: who they are, whose the facts are, what is missing of whom"
    )
    receipt: Receipt
    _context: Context | None = PrivateAttr(None)

    @property
    def failed(self) -> list[str]:
        """The grounds of an ineligible decision; else empty."""
        return self.grounds if self.status == "ineligible" else []

    @property
    def unknown(self) -> list[str]:
        """The grounds of an undetermined decision; else empty."""
        return self.grounds if self.status == "undetermined" else []

    @property
    def final(self) -> bool:
        """Whether nothing that is still unknown could change status, benefit or priority."""
        open_ = self.missing_for_benefit or self.missing_for_priority or self.open_options or self.open_ranks
        return self.status != "undetermined" and not self.provisional and not open_

    @property
    def context(self) -> Context:
        """What the decision was made from; :class:`AncuError` for one that was read back from its written form."""
        found = self._made_from
        if found is None:
            raise AncuError(Problem("decision_without_context", {"programme": self.programme}))
        return found

    @property
    def _made_from(self) -> Context | None:
        # Asked for ten times a row of a list, and pydantic takes long to find a private attribute by its name.
        private = self.__pydantic_private__
        return private["_context"] if private is not None else None
