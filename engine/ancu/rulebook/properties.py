"""Properties: what those who write the law say must hold of every record, beside the rules that are to keep it.

No decision reads a property. So its files do not count for the rulebook's digest, as with procedures and plans.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from ancu.rulebook.model import Dated, Filled, Strict, Text
from ancu.rulebook.yaml_document import Path

#: The folder of a rulebook in which properties stand.
PROPERTIES = "properties"
#: What a property says of records.
Form = Literal["implies", "keeps", "exclusive", "bands"]


class RecordChange(Strict):
    """How a second record differs from the first, all else the same: by facts that both state.

    ``lower`` and ``higher`` are numbers or days that may be lower or higher, by any amount; ``add`` says by how much a
    number is higher; ``set`` to what a fact turns, whatever it was.
    """

    lower: list[Filled] = []
    higher: list[Filled] = []
    add: dict[str, int | Decimal] = {}
    set_: dict[str, bool | int | Decimal | date | str] = Field(default={}, alias="set")

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that differ."""
        return (*self.lower, *self.higher, *self.add, *self.set_)

    @model_validator(mode="after")
    def _some(self) -> RecordChange:
        if not self.facts or len(set(self.facts)) != len(self.facts):
            raise ValueError("property_change")
        return self


class Bands(Strict):
    """Options of a programme of which whoever qualifies has one and only one, on all records that state enough.

    ``gaps``: somebody may have none of them.
    """

    programme: Filled
    options: list[Filled] = []
    gaps: bool = False


class Property(Dated):
    """What must hold of every record that the vocabulary allows, on every day of the period.

    Its form is one of four. ``if`` and ``then``: whoever meets the one does not fail the other. ``keeps``: whoever
    meets it does not fail it after a ``change`` of facts; or, meeting it on the day ``on``, does not fail it on the
    day ``later``. ``exclusive``: nobody meets two of these, unless ``preferred`` and a preference of the law takes one
    of the two. ``bands``: exactly one of the options. ``given`` says of which records.

    Conditions and expressions are in the rule language; a programme's id is met by whoever it is granted to.
    ``accepted`` says why it is known not to hold.
    """

    title: Text
    if_: Filled | None = Field(default=None, alias="if")
    then: Filled | None = None
    keeps: Filled | None = None
    change: RecordChange | None = None
    on: date | None = None
    later: date | None = None
    exclusive: list[Filled] = []
    preferred: bool = False
    bands: Bands | None = None
    given: Filled | None = None
    accepted: Text | None = None

    @property
    def form(self) -> Form:
        """What the property says."""
        if self.if_ is not None:
            return "implies"
        return "keeps" if self.keeps is not None else "exclusive" if self.exclusive else "bands"

    @property
    def texts(self) -> dict[Path, str]:
        """The expressions, by where they stand."""
        single = {"if": self.if_, "then": self.then, "keeps": self.keeps, "given": self.given}
        found: dict[Path, str] = {(key,): text for key, text in single.items() if text is not None}
        return found | {("exclusive", i): text for i, text in enumerate(self.exclusive)}

    @model_validator(mode="after")
    def _one_form(self) -> Property:
        forms = [self.if_ is not None, self.keeps is not None, bool(self.exclusive), self.bands is not None]
        days = self.on is not None or self.later is not None
        fits = forms.count(True) == 1 and (self.if_ is None) == (self.then is None)
        if self.keeps is not None:
            fits = fits and (self.change is None) is days and (self.on is None) == (self.later is None)
        elif self.change is not None or days:
            fits = False
        if not fits or len(self.exclusive) == 1:
            raise ValueError("property_form")
        if self.on is not None and self.later is not None and self.later <= self.on:
            raise ValueError("period_reversed")
        return self


class AcceptedFinding(Strict):
    """What a proof is known to find in programmes, and why that is right: conditions, options or ranks that cannot
    decide, or a programme itself, under which nobody qualifies."""

    programmes: list[Filled] = Field(min_length=1)
    names: list[Filled] = Field(min_length=1)
    reason: Text


class PropertiesFile(Strict):
    """Properties by id, and the findings that are known."""

    properties: dict[str, Property] = {}
    accepted: list[AcceptedFinding] = []
