"""What the files under ``rules/`` hold: one pydantic model per thing, strict and closed.

These are the definitions as written; their expressions are still text. :mod:`ancu.rulebook.loading` reads and checks
them into a :class:`~ancu.rulebook.rulebook.Rulebook`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from ancu.messages import Language, default_language
from ancu.rulebook.calendar import BEGINNING, FOREVER, Period
from ancu.rulebook.types import MEASURES, Type

Measure = Literal[
    "money", "area", "distance", "years", "months", "days", "percent", "count", "ratio",
    "date", "yes_no", "choice", "list",
]  # fmt: skip
#: For whom a programme is.
Audience = Literal["merit", "poor", "worker", "social_housing"]
#: What somebody wants who comes to ask.
Purpose = Literal["buy", "rent", "build", "loan", "land", "status"]
Filled = Annotated[str, Field(min_length=1)]


class Strict(BaseModel):
    # A rulebook that is known needs no validators, so they are made when one is read from its files.
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=True, defer_build=True)

    # A known rulebook has nine thousand of these, read whenever a process starts: their fields, and which were given,
    # are all there is to them, and few sets of those differ.
    def __getstate__(self) -> Any:
        return self.__dict__, _once(frozenset(self.model_fields_set))

    def __setstate__(self, state: Any) -> None:
        set_ = object.__setattr__
        fields, given = state
        set_(self, "__dict__", fields)
        set_(self, "__pydantic_fields_set__", given)
        set_(self, "__pydantic_extra__", None)
        set_(self, "__pydantic_private__", None)


@cache
def _once(given: frozenset[str]) -> set[str]:
    """One set for all that are equal: what is frozen adds nothing to it, and a copy has its own."""
    return set(given)


class Translated(Strict):
    """A text in both languages. What nobody has put into English yet is said in Vietnamese there too."""

    vi: Filled
    en: Filled = ""

    def __getitem__(self, lang: Language) -> str:
        return self.vi if lang == "vi" else self.en

    def said(self, lang: Language | None) -> str:
        """The text in the reader's language: itself a value that a message may quote."""
        return self[lang or default_language()]

    @property
    def in_english(self) -> bool:
        """Whether somebody has put it into English."""
        return "en" in self.model_fields_set

    @model_validator(mode="after")
    def _said(self) -> Translated:
        if not self.en:
            self.__dict__["en"] = self.vi  # frozen for everybody else
        return self


class Text(Translated):
    """A text in both languages."""


def _listed(value: object) -> object:
    """One of something may be written without the brackets of a list."""
    return value if isinstance(value, list) else [value]


class Doubt(Strict):
    """The other reading of a doubtful rule or figure: an expression or value, or ``unknown``; and why there is one."""

    reading: str | int | Decimal | date
    text: Text


class Dated(Strict):
    """Something that holds for a period, both days included; an open end is left out."""

    from_: date | None = Field(default=None, alias="from")
    to: date | None = None

    @property
    def period(self) -> Period:
        return Period(self.from_ or BEGINNING, self.to or FOREVER)

    def holds_on(self, day: date) -> bool:
        """Whether ``day`` is in the period."""
        return (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)

    @model_validator(mode="after")
    def _ordered(self) -> Dated:
        if self.from_ and self.to and self.to < self.from_:
            raise ValueError("period_reversed")
        return self


class Note(Text, Dated):
    """A remark on the law, told with what it belongs to on the days for which it is true: all, unless it is dated."""


#: One note or several. A note may be an open question of ``questions.yaml``, whose text then stands in its place.
Notes = Annotated[list[Note], BeforeValidator(_listed)]


class Noted(Strict):
    """Something that remarks belong to."""

    note: Notes = []

    def notes_on(self, day: date) -> list[Note]:
        """The remarks that are true on ``day``."""
        return [note for note in self.note if note.holds_on(day)]


class Bounds(Strict):
    """Least and greatest value of a fact, in the fact's own unit."""

    min: int | Decimal | date
    max: int | Decimal | date


class Plausible(Strict):
    """What a number or day plausibly is: ``min`` to ``max`` in the fact's own unit, or nothing at all (``or_zero``).

    No limit of the law: who confirms a value outside may state it. ``reason`` says why the range is what it is.
    """

    min: int | Decimal | date
    max: int | Decimal | date
    or_zero: bool = False
    reason: Text

    def holds(self, value: Decimal | date) -> bool:
        """Whether ``value`` lies within."""
        if self.or_zero and value == 0:
            return True
        return self.min <= value <= self.max  # type: ignore[operator]


class ChoiceValue(Translated):
    """One value of a choice: what it is called, and what lists also call it.

    A province that has merged into another keeps its name: ``until`` is its last day, ``now`` what it belongs to since.
    """

    synonyms: list[str] = []
    until: date | None = None
    now: Filled | None = None


class Phrase(Strict):
    """How people say something in a sentence of their own; in one language at least."""

    vi: Filled | None = None
    en: Filled | None = None

    @model_validator(mode="after")
    def _said(self) -> Phrase:
        if self.vi is None and self.en is None:
            raise ValueError("phrase_without_text")
        return self


class FactPhrase(Phrase):
    """A phrase that states a fact: with the ``value`` it means, or with a blank ``{…}`` where the value is written.

    ``also`` are the other facts that it states by itself.
    """

    value: bool | int | Decimal | date | str | list[str] | None = None
    also: dict[str, bool | int | Decimal | date | str | list[str]] = {}


class Homonym(FactPhrase):
    """A phrase of the fact ``of`` that states this fact instead, where the programmes judged use this and not that."""

    of: Filled


class ConditionPhrase(Phrase):
    """A phrase that says how a condition came out."""

    outcome: Literal["met", "not_met", "unknown"] = "met"


class PersonPhrase(FactPhrase):
    """A phrase that states a fact of a person. ``whose``: the relation of whom it speaks where it names nobody."""

    whose: str | None = None


class FactDef(Strict):
    """A fact that a record may hold.

    ``bounds`` are hard: no value lies outside. ``plausible`` names a range of the vocabulary's; loading puts the range
    itself in its place. ``assumed`` is what a yes/no fact is taken to be where a record leaves it out: it is not asked.
    ``question`` is how a person is asked. ``decided_by`` says that a bank or an authority finds it out later, so that
    it is asked last and may be left open.
    """

    type: Measure
    label: Text
    question: Text | None = None
    section: Filled
    synonyms: list[str] = []
    decided_by: Literal["bank", "authority"] | None = None
    unit: Text | None = None
    bounds: Bounds | None = None
    plausible: Filled | Plausible | None = None
    values: dict[str, ChoiceValue] = {}
    applies_when: str | None = None
    otherwise: bool | int | Decimal | str | date | None = None
    assumed: bool | None = None
    help: Text | None = None
    phrases: list[FactPhrase] = []
    homonyms: list[Homonym] = []
    evidence: Annotated[list[Filled], BeforeValidator(_listed)] = []

    @property
    def value_type(self) -> Type:
        base = MEASURES[self.type]
        return Type(base.kind, choices=frozenset(self.values)) if self.values else base

    @property
    def undoubted(self) -> Bounds | None:
        """The values that need no second look: within the bounds, and plausible."""
        if not isinstance(self.plausible, Plausible):
            return self.bounds
        if self.bounds is None:
            return Bounds(min=self.plausible.min, max=self.plausible.max)
        low: Any = max(self.bounds.min, self.plausible.min)
        high: Any = min(self.bounds.max, self.plausible.max)
        return Bounds(min=low, max=high)

    @model_validator(mode="after")
    def _complete(self) -> FactDef:
        if (self.type in ("choice", "list")) != bool(self.values):
            raise ValueError("fact_values")
        if (MEASURES[self.type].kind == "number") and self.bounds is None:
            raise ValueError("fact_bounds")
        if ("otherwise" in self.model_fields_set) != (self.applies_when is not None):
            raise ValueError("fact_default")
        if self.assumed is not None and self.type != "yes_no":
            raise ValueError("fact_assumed")
        return self


class Instrument(Strict):
    """A law, decree, decision or circular that the rules cite.

    ``transition`` cites the rule by which it still governs pending cases after its last day.
    """

    number: Filled
    kind: Text
    issuer: Text
    title: Text
    issued: date
    in_force: Dated
    transition: list[Filled] = []
    note: Notes = []

    @property
    def usable(self) -> Period:
        """When rules may rest on it: while it is in force, and after that for pending cases that it still governs."""
        period = self.in_force.period
        return Period(period.start, FOREVER) if self.transition else period


class DocumentVersion(Dated):
    """A document for a period: its form, who issues or confirms it, how many months it is good for.

    ``title`` is what the text of that period calls it, where it has not always had one name.
    """

    title: Text | None = None
    form: Text | None = None
    issuer: Text | None = None
    valid_months: int | None = None
    basis: list[Filled] = Field(min_length=1)
    note: Notes = []


class Document(Strict):
    """A document that proves facts.

    ``when`` says for whom, where not everyone brings it, and ``programmes`` under which, where not all ask for it.
    """

    title: Text
    when: str | None = None
    programmes: list[Filled] = []
    versions: list[DocumentVersion] = Field(min_length=1)

    def on(self, day: date) -> DocumentVersion | None:
        """The version in use on ``day``; None when nobody asks for the document then."""
        return next((version for version in self.versions if version.holds_on(day)), None)

    def title_on(self, day: date) -> Text:
        """What the document is called on ``day``."""
        version = self.on(day)
        return (version and version.title) or self.title

    @property
    def titles(self) -> list[Text]:
        """All that the document is or was called."""
        return [self.title, *(version.title for version in self.versions if version.title is not None)]


class Question(Dated):
    """A point that the texts of law leave open: what it is, where it was raised, and from when to when it is one."""

    text: Text
    source: list[Filled] = Field(min_length=1)


#: What is wrong with the law where a question is open; ``unread``: nothing may be, the text was not read.
DefectKind = Literal[
    "empty_delegation", "clash", "undecidable", "rounding", "outdated_body", "territory", "unsaid", "unread",
]  # fmt: skip


class LawDefect(Strict):
    """What kind of defect an open question is, and which repair is asked of whoever can mend the text."""

    kind: DefectKind
    repair: Text | None = None

    @model_validator(mode="after")
    def _asked(self) -> LawDefect:
        if (self.repair is None) != (self.kind == "unread"):
            raise ValueError("defect_repair")
        return self


class Preference(Dated):
    """What happens when a case is eligible under several programmes: it takes the highest, or chooses one.

    ``per``: whether all members of a household have one together, or each person one.
    """

    title: Text
    among: list[Filled] = Field(min_length=2)
    take: Literal["highest", "one"]
    per: Literal["household", "person"] = "household"
    basis: list[Filled] = Field(min_length=1)


class Implication(Dated):
    """What follows between facts: where ``if`` is met, each fact of ``then`` has its value.

    ``if`` reads facts alone, as the record states them. A yes/no fact that the record leaves out has the value that
    follows and is not asked; a record that states another is in conflict. ``basis`` cites the law where it says so.
    ``across_people``: the facts may be of different people of one household, so that it says nothing of what members
    give.
    """

    if_: Filled = Field(alias="if")
    then: dict[str, bool | int | Decimal | date | str] = Field(min_length=1)
    text: Text
    basis: list[Filled] = []
    across_people: bool = False


class FigureVersion(Dated, Noted):
    """A figure for a period. ``value: null`` with a note: nobody knows it, or nobody has set it."""

    value: bool | int | Decimal | date | str | None
    basis: list[Filled] = Field(min_length=1)
    doubt: Doubt | None = None

    @model_validator(mode="after")
    def _explained(self) -> FigureVersion:
        if self.value is None and not self.note:
            raise ValueError("null_without_note")
        return self


class Parameter(Strict):
    """A figure of the law over time. ``set_by: province`` makes it a slot that a region file may fill.

    ``not_looked_up`` says what holds in a province whose rule nobody has looked up: nothing that is known, or the
    statutory figure under the doubt that the province has another.
    """

    type: Measure
    label: Text
    unit: Text | None = None
    set_by: Literal["province"] | None = None
    not_looked_up: Literal["unknown", "doubt"] = "unknown"
    values: list[FigureVersion] = Field(min_length=1)

    @property
    def value_type(self) -> Type:
        return MEASURES[self.type]


class Version(Dated, Noted):
    """The text of a condition or quantity for a period.

    ``cited_in``: where it stands in law for single programmes, by id, that share it but rest on other articles.
    """

    when: str | None
    basis: list[Filled] = Field(min_length=1)
    cited_in: dict[str, list[Filled]] = {}
    doubt: Doubt | None = None

    @model_validator(mode="after")
    def _explained(self) -> Version:
        if self.when is None and not self.note:
            raise ValueError("null_without_note")
        return self


class StatedBy(Strict):
    """The fact that settles a condition outright: a yes/no fact, or one value of a list or choice."""

    fact: str
    value: str | None = None
    values: list[str] = []
    derived: Literal["doubt", "equal"] = "doubt"

    @property
    def accepted(self) -> tuple[str, ...]:
        return (self.value,) if self.value is not None else tuple(self.values)


class Rule(Strict):
    """What conditions and quantities share: a title, a text that may change over time, and where it stands in law."""

    title: Text
    when: str | None = None
    basis: list[Filled] = []
    cited_in: dict[str, list[Filled]] = {}
    note: Notes = []
    doubt: Doubt | None = None
    versions: list[Version] = []

    @model_validator(mode="after")
    def _one_text(self) -> Rule:
        single = "when" in self.model_fields_set
        if self.versions:
            if single or self.basis or self.cited_in or self.doubt:
                raise ValueError("when_or_versions")
        elif not single and not getattr(self, "stated_by", None):
            raise ValueError("when_missing")
        elif not self.basis:
            raise ValueError("basis_missing")
        if single and self.when is None and not self.note:
            raise ValueError("null_without_note")
        return self

    @property
    def dated(self) -> tuple[Version, ...]:
        """The versions; a rule that never changed has one, for all time."""
        if self.versions:
            return tuple(self.versions)
        return (
            Version.model_construct(
                when=self.when, basis=self.basis, cited_in=self.cited_in, note=self.note, doubt=self.doubt
            ),
        )

    @property
    def silent(self) -> bool:
        """Whether the rule has no text of its own: it is settled by what the record states, or not at all."""
        return not self.versions and "when" not in self.model_fields_set


class ConditionDef(Rule):
    """A condition of the law: met, not met or unknown.

    ``met``, ``not_met`` are sentences for the outcome, quoting facts and figures as ``{name}``; without them the title
    serves. ``gate`` marks who an alternative is for: one that a gate closes is farther from a case than any other.
    ``explain: whole`` tells the condition in one sentence instead of by its parts.
    """

    stated_by: StatedBy | None = None
    met: Text | None = None
    not_met: Text | None = None
    gate: bool = False
    explain: Literal["parts", "whole"] = "parts"
    phrases: list[ConditionPhrase] = []


class QuantityDef(Rule):
    """A number, date, choice or yes/no derived from others."""

    type: Measure


#: The kinds of options that grant no sum: a right, and a status that is found, such as being poor.
SUMLESS = ("right", "status")


class Option(Strict):
    """One form the benefit can take."""

    title: Text
    when: str | None = None
    kind: Literal["once", "monthly", "percent", "loan", "right", "status"]
    amount: str | None = None
    months: str | None = None
    basis: list[Filled] = Field(min_length=1)

    @model_validator(mode="after")
    def _amount(self) -> Option:
        if (self.kind in SUMLESS) == (self.amount is not None):
            raise ValueError("option_amount")
        if (self.kind == "monthly") != (self.months is not None):
            raise ValueError("option_months")
        return self


class Benefit(Strict):
    """What an eligible case receives."""

    choose: Literal["highest", "applicant"] = "highest"
    options: dict[str, Option] = Field(min_length=1)


class Opening(Dated, Noted):
    """A period in which a programme can be granted."""

    basis: list[Filled] = Field(min_length=1)


class EligibleVersion(Dated):
    when: str


class NoCondition(Strict):
    """Facts that people bring up and the law does not ask for, and the sentence that says so."""

    facts: list[Filled] = Field(min_length=1)
    text: Text


class Programme(Noted):
    """A support programme: who is entitled, on what conditions, to what.

    ``purpose`` is what people want who are told of it; ``asks_first`` the facts that tell at once whether it is for
    somebody.

    ``priority`` names the conditions that put a case before others, first served first; they never change a status.
    ``papers`` are the documents that every applicant brings. ``no_condition`` is said where a record states such facts.
    """

    programme: Filled
    title: Text
    audience: list[Audience] = Field(min_length=1)
    purpose: list[Purpose] = []
    asks_first: list[Filled] = []
    basis: list[Filled] = Field(min_length=1)
    covered_from: date
    periods: list[Opening] = Field(min_length=1)
    region: str | None = None
    territory: str | None = None
    governed_by: str | None = None
    eligible_when: str | list[EligibleVersion]
    priority: list[Filled] = []
    papers: list[Filled] = []
    conditions: dict[str, ConditionDef] = {}
    quantities: dict[str, QuantityDef] = {}
    benefit: Benefit
    no_condition: list[NoCondition] = []

    def in_force_on(self, day: date) -> bool:
        """Whether the programme is open on ``day``."""
        return any(opening.holds_on(day) for opening in self.periods)

    def notes_on(self, day: date) -> list[Note]:
        """What is noted on ``day`` of the programme and of its opening."""
        openings = (opening for opening in self.periods if opening.holds_on(day))
        return [*super().notes_on(day), *(note for opening in openings for note in opening.notes_on(day))]

    @property
    def eligible_versions(self) -> tuple[tuple[Period, str], ...]:
        if isinstance(self.eligible_when, str):
            return ((Period(), self.eligible_when),)
        return tuple((v.period, v.when) for v in self.eligible_when)


class PersonFact(Strict):
    """A fact of one person. ``like`` names the fact of a record that is defined the same way; the rest differs from it.

    ``closed``: where the fact, or one of ``closed_by``, is stated of one member, those of whom it is left out have this
    value, as in a column of a list. ``begins`` and ``ends``: a day on which something began or ended that the record
    states of the person. A beginning left out is the day that ``begins`` names, else some day before the record was
    made; an end left out has not come. ``of_record``: stated of the applicant, it is stated of the record.
    """

    like: Filled | None = None
    type: Measure | None = None
    label: Text | None = None
    question: Text | None = None
    section: Filled | None = None
    synonyms: list[str] | None = None
    unit: Text | None = None
    bounds: Bounds | None = None
    plausible: Filled | None = None
    values: dict[str, ChoiceValue] | None = None
    applies_when: str | None = None
    otherwise: bool | int | Decimal | str | date | None = None
    assumed: bool | None = None
    help: Text | None = None
    phrases: list[PersonPhrase] = []
    closed: bool | str | None = None
    closed_by: list[str] = []
    begins: bool | str = False
    ends: bool = False
    of_record: bool = False


class ProjectionVersion(Dated):
    """How a fact of the record follows from the household's members, in a period."""

    when: Filled
    basis: list[Filled] = Field(min_length=1)
    note: Notes = []
    open: bool = False


class RegisterColumn(Strict):
    """A column of a register: what its cells are, and what lists call it; without a label, what it is called anyway."""

    type: Literal["kind", "date", "money", "text"]
    label: Text | None = None
    synonyms: list[str] = []


class ChangeableFact(Strict):
    """A fact that somebody can still change: who, with how much effort, and to which values.

    ``to``: the value of a yes/no fact, the values of a choice, or whether a number can become ``lower`` or ``higher``.
    ``act`` says what is done, with the value in place of ``{value}``; a number needs none.
    """

    by: Literal["applicant", "household", "employer", "office", "bank"]
    effort: Literal["request", "procedure", "circumstance"]
    to: bool | Literal["lower", "higher"] | Annotated[list[Filled], Field(min_length=1)]
    act: Text | None = None


class LookedUp(Strict):
    """That somebody looked for a province's own rules on ``slots`` and found none: up to which day, and where."""

    on: date
    where: Text
    slots: list[Filled] = Field(min_length=1)


class Region(Strict):
    """What a province sets itself: fillings of the slots that national rules leave it, dated.

    ``looked_up`` says for which slots its rule was looked for and not found. Lists may call the province by its
    title or one of ``synonyms``. ``until`` and ``now``: its last day, and the province that it belongs to since.
    """

    region: Filled
    title: Text
    synonyms: list[str] = []
    until: date | None = None
    now: Filled | None = None
    looked_up: list[LookedUp] = []
    fills: dict[str, list[FigureVersion]] = {}
