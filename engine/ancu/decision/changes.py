"""What is decided at one moment of an application, and a change of the status from one moment to the next."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from ancu.decision.contract import Contract, Status, Why
from ancu.decision.model import Decision
from ancu.decision.moments import Moment


class MomentDecision(Contract):
    """The decision at one moment of an application."""

    moment: Moment
    on: date
    decision: Decision


class ChangeEvent(Contract):
    """A dated fact that comes true on the day of a change."""

    member: int | None = Field(description="the place of the member whose it is; null: the record's")
    fact: str
    age: int | None = Field(default=None, description="of a date of birth: how old the member turns")


class StatusChange(Contract):
    """A change of the status between two moments."""

    on: date = Field(description="the first day of the new status")
    status: Status
    why: Why | None
    before: Status
    before_why: Why | None
    events: list[ChangeEvent] = Field(description="the dated facts of that day")
    law_changes: bool = Field(description="whether the law changes on that day")
