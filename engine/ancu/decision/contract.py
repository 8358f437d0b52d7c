"""The words and parts of the decision contract, as stable codes: pure data, which no engine has made.

Version 1. Fields may be added; none changes its meaning within a version.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

Status = Literal["eligible", "ineligible", "undetermined", "not_in_force"]
Why = Literal["not_yet", "closed", "other_region"]
Outcome = Literal["met", "not_met", "unknown"]
#: How far reasons go: the condition's code, the facts and figures it rests on, or the whole tree below it.
Depth = Literal["code", "facts", "tree"]
STATUSES: tuple[Status, ...] = ("eligible", "ineligible", "undetermined", "not_in_force")


def outcome_of(value: bool | None) -> Outcome:
    """A three-valued verdict as a word."""
    return "unknown" if value is None else "met" if value else "not_met"


class Contract(BaseModel):
    # Validators and serializers are made when something is read or written: a decision that is told needs none.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @classmethod
    def made(cls, **given: Any) -> Self:
        """One of ``given``, which we have made and which is as the fields ask: it is neither validated nor copied.

        Raises :class:`KeyError` for a field that is left out and has no default.
        """
        shape, required = _shape_of(cls)
        whole = shape | given
        if len(whole) > len(shape) or not required <= given.keys():
            raise KeyError(*(given.keys() - shape.keys() or required - given.keys()))
        made = cls.__new__(cls)
        set_ = object.__setattr__
        set_(made, "__dict__", whole)
        set_(made, "__pydantic_fields_set__", set(given))
        set_(made, "__pydantic_extra__", None)
        set_(made, "__pydantic_private__", None)
        return made


@cache
def _shape_of(contract: type[Contract]) -> tuple[dict[str, Any], frozenset[str]]:
    """The fields in their order, each with its default, and those that must be given: a list would be shared."""
    defaults = {name: field.get_default() for name, field in contract.model_fields.items()}
    required = (n for n, f in contract.model_fields.items() if f.is_required() or isinstance(defaults[n], list | dict))
    return defaults, frozenset(required)


class Sparing(BaseModel):
    """A model that, written, leaves out those of its ``sparing`` fields that are None."""

    model_config = ConfigDict(defer_build=True)
    sparing: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema: Any = handler(source)

        def write(model: Any, whole: Callable[[Any], Any]) -> Any:
            written = whole(model)
            if isinstance(written, dict):
                written = {
                    name: value for name, value in written.items() if value is not None or name not in cls.sparing
                }
            return written

        return {**schema, "serialization": core_schema.wrap_serializer_function_ser_schema(write, schema=schema.copy())}


class OptionOutcome(Contract):
    """One form of the benefit: whether this case may have it, and how much; None: no amount can be told."""

    option: str
    outcome: Outcome
    kind: Literal["once", "monthly", "percent", "loan", "right", "status"]
    amount: int | None = Field(default=None, description="đồng, or hundredths of a percent for kind percent")
    months: int | None = None
    unset: bool = Field(default=False, description="no amount can be told because nobody has set one")


class MemberReference(Contract):
    """A member of the household: place in the record from 1, relation to the applicant, and what the row is called."""

    place: int
    relation: str | None
    label: str | None = None


class MemberFact(Contract):
    """A fact of a member that would tell a fact of the record."""

    fact: str = Field(description="the missing fact of the record")
    member: int = Field(description="the place of the member who is asked")
    asks: str = Field(description="the fact of this person that is missing")


class HouseholdFacts(Contract):
    """The members that a decision rests on: whose its facts are, and what is missing of whom."""

    members: list[MemberReference]
    complete: bool = Field(description="whether nobody else belongs to the household")
    whose: dict[str, list[int]] = Field(description="the places of those whose facts of the record are, by fact")
    missing: list[MemberFact]
    unlisted: list[str] = Field(description="missing facts that members left out of the list may settle")


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
    figures_basis: dict[str, list[str]] = Field(default={}, description="where each of the figures was set")
    parts: list[Reason]


class Texts(Contract):
    """A decision in words, in one language; a piece that does not apply is empty."""

    title: str
    status: str
    benefit: str
    benefit_basis: str
    settled: list[str] = Field(default=[], description="of an undetermined decision: what the record settles already")
    next: list[str] = Field(default=[], description="of an undetermined decision: the one or two best next questions")
    reasons: list[str]
    missing: list[str]
    unset: list[str]
    caveats: list[str]
    conflicts: list[str]
    priority: list[str]
    open_priority: list[str]
    missing_for_benefit: list[str]
    missing_for_priority: list[str]
    notes: list[str]
    papers: list[str]
    possible_papers: list[str]
