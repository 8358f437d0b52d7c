"""What a case would have to change, as pure data: facts, the least sets of them, the day of a later law."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from ancu.decision.contract import Contract, MemberReference, OptionOutcome
from ancu.decision.status_changes import StatusChange

#: Who can change a fact, and what it takes (``rules/changeable.yaml``).
Changer = Literal["applicant", "household", "employer", "office", "bank"]
Effort = Literal["request", "procedure", "circumstance"]


class FactChange(Contract):
    """A fact that would be otherwise: any of ``values``, or a number from ``least`` or up to ``most``."""

    fact: str
    member: MemberReference | None = Field(description="whose it is, where it is a member's; null: the record's")
    before: Any = Field(description="what the record states now, as an engine value")
    values: list[Any] = Field(default=[], description="of yes/no facts and choices: the values that each would do")
    least: int | None = Field(default=None, description="of a number: from this on, in its own unit and scale")
    most: int | None = Field(default=None, description="of a number: up to this")
    gap: int | None = Field(default=None, description="of a number: by how much the present one is off")
    by: Changer = Field(description="who can change it")
    effort: Effort
    papers: list[str] = Field(description="the documents that must prove it")


class ChangeSet(Contract):
    """Changes that together would lead to another decision, and of which none can be left out."""

    changes: list[FactChange]
    status: Literal["eligible", "undetermined"] = Field(description="what the case would be decided as")
    mends: list[str] = Field(description="the conditions that fail now and would no longer")
    chosen: list[OptionOutcome] = Field(default=[], description="what would be granted")
    missing: list[str] = Field(default=[], description="where it would be undetermined: the facts to be known then")
    provisional: bool = Field(default=False, description="whether it would hang on a doubt")
    together: int | None = Field(
        default=None,
        description="of numbers in it that make up for one another: by how much they are off together, however split",
    )


class OptionChanges(Contract):
    """What would open an option that the case does not have, though it is eligible."""

    option: str
    sets: list[ChangeSet]


class ChangesFields(Contract):
    """The fields of what would make a decision another (:class:`~ancu.Changes`)."""

    sets: list[ChangeSet] = Field(
        default=[], description="of an ineligible case: all least sets of changes that make it eligible, easiest first"
    )
    opens: list[ChangeSet] = Field(
        default=[],
        description="of an ineligible case: all least sets after which it is no longer refused, but facts are missing",
    )
    options: list[OptionChanges] = Field(
        default=[], description="of an eligible case: what would open a higher option, or another to choose from"
    )
    later: StatusChange | None = Field(
        default=None, description="the first later day on which the rules as known decide this same case otherwise"
    )
    cut: bool = Field(default=False, description="whether there was more to try than was tried")
