"""What goes in and out over HTTP beside :class:`~ancu.decision.model.Decision`, as OpenAPI describes it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictFloat, StrictInt, StrictStr

from ancu.decision import contract
from ancu.decision.contract import HouseholdFacts, Reason, Sparing, Status
from ancu.decision.model import Decision
from ancu.decision.what_if.changes import ChangeSet
from ancu.decision.what_if.model import Changes
from ancu.decision.what_if.texts import ChangeTexts

#: A value as people write it, or typed: "14,5 triệu", 14500000, true, "2025-11-01", ["worker"].
FactValue = StrictStr | StrictInt | StrictFloat | StrictBool | list[StrictStr | StrictInt] | None


class Published(BaseModel):
    """A class that the description calls by its ``__qualname__``: the name that clients were generated with."""

    model_config = ConfigDict(model_title_generator=lambda model: model.__qualname__)


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")


class CaseRequest(Closed):
    """One case, and under which programmes to decide it."""

    record: dict[str, FactValue] = Field(
        description="Facts by id, label or synonym (GET /v1/facts), values as people write them. `case` (an id) and "
        "`as_of` (the day to judge on) may stand among them. A fact left out is unknown, never no and never 0.",
        examples=[{"Nhóm đối tượng": "công nhân", "Hôn nhân": "độc thân", "net_income": "22 triệu"}],
    )
    programmes: Annotated[list[StrictStr], Field(min_length=1)] | None = Field(
        default=None, description="Ids or titles; all when left out.", examples=[["social_housing_purchase"]]
    )
    as_of: StrictStr | None = Field(
        default=None,
        description="The day to judge on, for a record that states none; today when left out.",
        examples=["2026-01-15"],
    )
    confirmed: list[StrictStr] = Field(
        default=[],
        description="Facts, by id, whose unusual values somebody has confirmed. A value that is hardly meant, such as "
        "an income of 25 đồng, is refused as `fact_implausible` unless its fact stands here.",
        examples=[["net_income"]],
    )
    changes: StrictBool = Field(
        default=False,
        description="Also search what would make each decision another, by what a person or an office can change.",
    )


class NotCovered(BaseModel):
    """A programme that the rulebook does not cover on the day: nothing is said of it."""

    programme: str
    covered_from: date


class ChoiceOut(Published):
    """The case is eligible under several programmes of which the law lets it take some only."""

    __qualname__ = "Choice"

    preference: str
    eligible: list[str]
    open_to: list[str] = Field(description="those it takes, or may choose from")
    text: str


class ChangeTextsOut(ChangeTexts, Published):
    """What would make a decision another in plain language, in the language of the answer."""

    __qualname__ = "ChangeTexts"

    model_config = ConfigDict(extra="ignore")


class DecisionChanges(BaseModel):
    """What would make the decision under a programme another."""

    programme: str
    changes: Changes
    texts: ChangeTextsOut


class Decisions(Sparing):
    """The decisions on one case, each with its receipt."""

    sparing: ClassVar[frozenset[str]] = frozenset({"changes"})

    decisions: list[Decision]
    not_covered: list[NotCovered]
    choices: list[ChoiceOut]
    changes: list[DecisionChanges] | None = Field(default=None, description="where asked for; else left out")


class TextsOut(contract.Texts, Published):
    """A decision in plain language, in the language of the answer."""

    __qualname__ = "Texts"

    # Clients keep reading it when a piece is added.
    model_config = ConfigDict(extra="ignore")

    whole: str = Field(description="all of it as one text")


class Explanation(BaseModel):
    """A decision with its reasons."""

    decision: Decision
    reasons: list[Reason] = Field(description="the tree of conditions, each with what it read and its citations")
    texts: TextsOut


class Explanations(Sparing):
    sparing: ClassVar[frozenset[str]] = frozenset({"changes"})

    explanations: list[Explanation]
    not_covered: list[NotCovered]
    choices: list[ChoiceOut]
    changes: list[DecisionChanges] | None = Field(default=None, description="where asked for; else left out")


class ChoiceValueOut(Published):
    __qualname__ = "ChoiceValue"

    value: str
    label: str


class FactOut(BaseModel):
    """A fact that a record may hold."""

    fact: str
    label: str
    question: str | None = Field(default=None, description="how a person is asked; null: by the label")
    type: str
    unit: str | None
    section: str
    help: str | None
    expected: str = Field(description="how to write a value, in words")
    values: list[ChoiceValueOut]
    json_schema: dict[str, Any] = Field(description="JSON Schema of a typed value, in the fact's unit")


class Citation(BaseModel):
    id: str
    text: str


class PersonFactOut(FactOut):
    """A fact of a member of a household."""

    left_out: Any = Field(
        description="the value of members of whom it is left out, once it, or a fact that goes with it, is stated of "
        "one (say “unknown” where nobody knows it); null: not known"
    )
    begins: bool = Field(description="a day on which something began; left out, before the record was made")
    ends: bool = Field(description="a day on which something ended; left out, it has not")
    of_record: bool = Field(description="stated of the applicant, it is stated of the record")


class RoleOut(BaseModel):
    """Who in a household something is read of: the members who meet the condition."""

    role: str
    title: str
    when: list[str] = Field(description="the condition in words; of several, the first that is met for anybody")


class FollowingVersion(BaseModel):
    """How a fact of the record follows from the members, for a period."""

    from_: date | None = Field(serialization_alias="from")
    to: date | None
    text: str = Field(description="how it follows, in words")
    when: str = Field(description="as written in the rulebook")
    open: bool = Field(description="people who are not listed count too, so that even a complete list gives the least")
    basis: list[Citation]
    notes: list[str]


class FollowingOut(BaseModel):
    """A fact of the record that follows from the members of the household, unless the record states it."""

    fact: str
    label: str
    versions: list[FollowingVersion]


class PeopleOut(BaseModel):
    """What a record may hold of each member, and what follows from all of them."""

    facts: list[PersonFactOut]
    person_schema: dict[str, Any] = Field(description="JSON Schema of a typed member: facts by id")
    roles: list[RoleOut]
    follows: list[FollowingOut]


class NextQuestionOut(Published, Sparing):
    """A fact worth asking for.

    In a case with members it may be asked of one: `asks` is the fact of the person at the place `member`; or `asks` is
    `members_complete`, whether nobody else belongs to the household. `text` is the question in words.
    """

    sparing: ClassVar[frozenset[str]] = frozenset({"member", "asks", "text"})

    __qualname__ = "Question"

    fact: FactOut
    programmes: list[str] = Field(description="those whose decision it can still change")
    settles: list[str] = Field(description="those that it alone would settle")
    after: list[str] = Field(description="other missing facts whose answers may make this one idle")
    member: int | None = Field(default=None, description="the place of the member who is asked")
    asks: FactOut | None = Field(default=None, description="what is asked of this person, or of the list of members")
    text: str | None = Field(default=None, description="what is asked, and of whom")


class Standing(BaseModel):
    programme: str
    status: Status
    why: Literal["not_yet", "closed", "other_region"] | None


class NextQuestions(BaseModel):
    """What to ask next; nothing where every decision is settled, or only the law leaves it open."""

    next: NextQuestionOut | None
    questions: list[NextQuestionOut] = Field(description="all that can still matter, in the order to ask")
    standings: list[Standing]
    not_covered: list[NotCovered]


class Facts(BaseModel):
    facts: list[FactOut]
    record_schema: dict[str, Any] = Field(description="JSON Schema of a typed record: facts by id")


class PeriodOut(BaseModel):
    """Both days included; null: open."""

    from_: date | None = Field(serialization_alias="from")
    to: date | None


class ProgrammeOut(BaseModel):
    programme: str
    title: str
    audience: list[str]
    basis: list[Citation]
    covered_from: date
    periods: list[PeriodOut]
    in_force: bool = Field(description="on the day asked for")
    region_fact: str | None


class Programmes(BaseModel):
    as_of: date
    rulebook: str = Field(description="content digest of the rulebook")
    programmes: list[ProgrammeOut]


class RuleVersion(BaseModel):
    """The text of a rule, or the value of a figure, for a period."""

    from_: date | None = Field(serialization_alias="from")
    to: date | None
    region: str | None = Field(default=None, description="the region that set it; null: national")
    text: str | None = Field(description="the rule in words, or the value with its unit; null: not known")
    when: str | None = Field(default=None, description="the rule as written in the rulebook")
    basis: list[Citation]
    notes: list[str]
    doubt: str | None = Field(description="why it can be read otherwise")


class RuleOut(Published):
    """A programme, condition, quantity or figure of the rulebook, over time."""

    __qualname__ = "Rule"

    id: str
    kind: Literal["programme", "condition", "quantity", "figure"]
    title: str
    versions: list[RuleVersion]
    parts: list[str] = Field(description="the conditions, quantities, figures and facts it reads")
    stated_by: str | None = Field(default=None, description="the fact that settles it outright")


class Health(BaseModel):
    status: Literal["ok"]


class Ready(BaseModel):
    status: Literal["ready"]
    rulebook: str
    engine: str
    two_engines: bool = Field(description="whether a second engine confirms single decisions")


class BulkDecision(BaseModel):
    """A decision in brief, with the meanings of Decision."""

    programme: str
    as_of: date
    status: Status
    why: Literal["not_yet", "closed", "other_region"] | None
    provisional: bool
    carried: list[str] = Field(description="the reported conditions that carry the status")
    missing: list[str]
    unset: list[str]
    conflicts: list[str]
    open_options: list[str]
    missing_for_benefit: list[str]
    open_ranks: list[str]
    missing_for_priority: list[str]
    household: HouseholdFacts | None = Field(default=None, description="of a record with members only")
    changes: list[ChangeSet] | None = Field(
        default=None,
        description="where asked for, of an ineligible case: the single changes each of which would make it eligible, "
        "easiest first; where only several changes together would, nothing (`/v1/decide` searches those)",
    )


class BulkReceipt(BaseModel):
    contract: Literal[1]
    rulebook: str
    as_of: date
    engine: str
    concluded_by: Literal["columns", "direct"]
