"""The decision contract: what An Cư answers, as stable codes. Texts are rendered on demand (:mod:`.rendering`).

Version 1. Fields may be added; none changes its meaning within a version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from ancu.inference.judgment import Judgment
from ancu.inference.program import Program
from ancu.rulebook.rulebook import Rulebook

Status = Literal["eligible", "ineligible", "undetermined", "not_in_force"]
Why = Literal["not_yet", "closed", "other_region"]
Outcome = Literal["met", "not_met", "unknown"]
STATUSES: tuple[Status, ...] = ("eligible", "ineligible", "undetermined", "not_in_force")


def outcome_of(value: bool | None) -> Outcome:
    """A three-valued verdict as a word."""
    return "unknown" if value is None else "met" if value else "not_met"


class Contract(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OptionOutcome(Contract):
    """One form of the benefit: whether this case may have it, and how much (None: no amount has been set)."""

    option: str
    outcome: Outcome
    kind: Literal["once", "monthly", "percent", "loan", "right"]
    amount: int | None = Field(default=None, description="đồng, or hundredths of a percent for kind percent")
    months: int | None = None


class Receipt(Contract):
    """What is needed to trust and to repeat a decision."""

    contract: Literal[1] = 1
    rulebook: str = Field(description="content digest of the rulebook")
    as_of: date
    engine: str = Field(description="version of ancu")
    concluded_by: Literal["rete", "direct"]
    confirmed_by: Literal["direct"] | None = Field(
        description="the second engine that reached the same verdicts; null when none did"
    )
    quantities_by: Literal["direct"] = "direct"


class Reason(Contract):
    """A condition in the reasoning: how it came out, what it read, where it stands in law, and its parts."""

    condition: str
    outcome: Outcome
    ground: bool = Field(description="whether the decision rests on it")
    facts: dict[str, Any] = Field(description="the facts it read, as engine values; null: missing")
    figures: dict[str, Any]
    basis: list[str]
    parts: list[Reason]


@dataclass(frozen=True)
class Context:
    """What a decision was made from; lets reasons be built and texts be rendered when asked for.

    ``of_many``: it stands for all records that come out alike, so ``record`` holds only what they share.
    """

    book: Rulebook
    program: Program | None
    judgment: Judgment | None
    record: Mapping[str, Any]
    law_date: date
    of_many: bool = False


class Decision(Contract):
    """The answer for one case and one programme."""

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
    priority: list[str] = Field(
        default=[], description="the grounds of priority that are met, the first ranking highest"
    )
    receipt: Receipt
    _context: Context = PrivateAttr()

    @property
    def failed(self) -> list[str]:
        """The grounds of an ineligible decision; else empty."""
        return self.grounds if self.status == "ineligible" else []

    @property
    def unknown(self) -> list[str]:
        """The grounds of an undetermined decision; else empty."""
        return self.grounds if self.status == "undetermined" else []

    @property
    def context(self) -> Context:
        """What the decision was made from."""
        return self._context

    def bind(self, context: Context) -> Decision:
        """This decision, with what it was made from."""
        self._context = context
        return self

    @property
    def reasons(self) -> list[Reason]:
        """The reasoning as a tree: one reason for each condition directly in the programme's root."""
        from ancu.decision.reasons import build

        return build(self)

    def explain(self, lang: Literal["vi", "en"] = "vi", form: Literal["text", "markdown"] = "text") -> str:
        """The decision and its reasons in plain language."""
        from ancu.decision.rendering import explain

        return explain(self, lang, form)
