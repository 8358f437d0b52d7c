"""What is decided at one moment of an application."""

from __future__ import annotations

from datetime import date

from ancu.decision.contract import Contract
from ancu.decision.model import Decision
from ancu.decision.moments import Moment


class MomentDecision(Contract):
    """The decision at one moment of an application."""

    moment: Moment
    on: date
    decision: Decision
