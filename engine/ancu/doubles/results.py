"""What holding lists against registers came to, as stable codes: the contract that JSON follows.

Version 1. Fields may be added; none changes its meaning within a version.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from ancu.decision.contract import Contract
from ancu.doubles.bars import Effect, SupportEffect

#: How sure it is that two rows are one person. ``hit``: by number or key. ``likely``: by likeness, which only asks.
#: ``confirmed``, ``dismissed``: an officer has answered.
Level = Literal["hit", "likely", "confirmed", "dismissed"]
#: How a person or household stands: as its surest finding, or with none.
Standing = Literal["hit", "confirmed", "likely", "clear"]
#: ``earlier_support``: somebody of a list stands in a register. ``listed_twice``: under two case ids, or in two lists.
#: ``supported_twice``: twice in the registers. ``same_house``: two grants for what may be one house.
Sort = Literal["earlier_support", "listed_twice", "supported_twice", "same_house"]
#: Of a list there may be a million: a dataclass with slots is a tenth of a model.
_CLOSED = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, config=_CLOSED)
class ListedPerson:
    """Somebody as a list or register has him: where the row stands, and what it says of who he is."""

    file: str
    line: int
    case: str | None = None
    relation: str | None = None
    name: str | None = None
    number: str | None = Field(default=None, description="masked but for the last three digits, unless asked for")
    born: str | None = Field(default=None, description="a day, or a year")
    commune: str | None = None
    project: str | None = None


class SupportEntry(Contract):
    """Support as a register records it."""

    kind: str | None = Field(description="id of the kind in the rulebook; null: not told, or not understood")
    on: date | None = None
    amount: int | None = Field(default=None, description="đồng")
    province: str | None = None
    house: str | None = None


class Agreement(Contract):
    """What of two rows agrees, and how well."""

    number: Literal["same", "mended", "typed", "different", "unknown"]
    key: bool = Field(description="whether both have the same key of the register")
    name: Literal["same", "plain", "order", "middle", "marks", "typed", "different"]
    birth: Literal["same", "swapped", "typed", "year", "different", "unknown"]
    commune: Literal["same", "different", "unknown"]
    weight: int = Field(description="what it all weighs; from 75 on a pair is asked about")


class DoublesAnswer(Contract):
    """What an officer answered to a question: whether two rows are one person."""

    question: str
    same: bool
    by: str
    on: date
    why: str


class DoubleFound(Contract):
    """Two rows that are one person, or may be; or two supports for one house."""

    question: str = Field(description="names this pair in answers, as long as neither row says anything else")
    sort: Sort
    level: Level
    person: ListedPerson
    other: ListedPerson
    agreement: Agreement | None
    supports: list[SupportEntry] = Field(description="of `person`, where he is of a register, then of `other`")
    effect: SupportEffect
    answer: DoublesAnswer | None = None


@dataclass(frozen=True, slots=True, config=_CLOSED)
class PersonStanding:
    """How somebody of a list stands."""

    person: ListedPerson
    standing: Standing
    effect: Effect | None = Field(default=None, description="the gravest of what was found; null: nothing was")
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, config=_CLOSED)
class HouseholdStanding:
    """How a household stands: as the member of whom most was found."""

    file: str
    case: str | None
    people: int
    standing: Standing
    effect: Effect | None = Field(default=None, description="the gravest of what was found; null: nothing was")


@dataclass(frozen=True, slots=True, config=_CLOSED)
class UnreadCell:
    """A cell that could not be read as it should, and how to mend it."""

    file: str
    line: int
    column: str
    value: str
    problem: str


class DoublesReport(Contract):
    """What holding lists against registers came to."""

    contract: Literal[1] = 1
    rulebook: str = Field(description="content digest of the rulebook that decides; earlier support is no part of it")
    engine: str = Field(description="version of ancu")
    programme: str
    as_of: date
    project: str | None
    province: str | None
    received_on: date
    reply_by: date | None = Field(description="the last day of the time to answer; null: the rulebook knows none")
    reply_basis: list[str]
    lists: list[str]
    registers: list[str]
    entries: int = Field(description="how many rows the registers have")
    findings: list[DoubleFound]
    people: list[PersonStanding]
    households: list[HouseholdStanding]
    unread: list[UnreadCell]
    unread_columns: dict[str, list[str]] = Field(description="headers that nobody knows, by file")

    def count(self, standing: Standing) -> int:
        """How many people stand so."""
        return sum(one.standing == standing for one in self.people)

    @property
    def barred(self) -> int:
        """How many people fail a condition because of what was found for certain."""
        return sum(one.effect in ("bars", "bars_in_part") for one in self.people)
