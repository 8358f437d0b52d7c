"""What the tools answer: the engine's status, reasons and citations, under an id that the question alone decides."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, Field

from ancu.assistant.inputs import expected
from ancu.decision import law
from ancu.decision.contract import OptionOutcome, Outcome, Receipt, Status, Why, outcome_of
from ancu.decision.model import Decision
from ancu.decision.rendering import sentence
from ancu.decision.what_if.changes import FactChange
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.service.case import RequestedCase
from ancu.service.descriptions import cited, fact_out
from ancu.service.schemas import (
    ChoiceOut,
    ChoiceValueOut,
    Citation,
    FactOut,
    NextQuestionOut,
    NotCovered,
    ProgrammeOut,
    RuleOut,
)
from ancu.service.written import written_facts, written_household

#: How many ways to another result are told of a programme.
MOST_CHANGES = 5


class AssistantAnswer(BaseModel):
    """What every answer says of itself."""

    answered: Literal[True] = True
    notice: str = Field(description="what this answer is and is not; to be passed on with it")
    id: str = Field(description="the same for the same question: a hash of rulebook, record, day and programmes")
    rulebook: str = Field(description="content digest of the rulebook")


class CatalogueAnswer(AssistantAnswer):
    """The programmes, and which are in force on a day."""

    as_of: date
    programmes: list[ProgrammeOut]


class AskedFact(BaseModel):
    """A fact that programmes ask, and how the tools take it."""

    fact: str
    label: str
    question: str | None = Field(description="how a person is asked; null: by the label")
    help: str | None
    unit: str | None
    values: list[ChoiceValueOut] = Field(description="of a choice or list: the ids it takes")
    expected: str | None = Field(description="of any other: what it takes")


class VocabularyAnswer(AssistantAnswer):
    """The facts that programmes ask, of the record and, where asked for, of members of a household."""

    facts: list[AskedFact]
    person_facts: list[AskedFact]


class ExplainedTerm(AssistantAnswer):
    """What an id means: a rule or figure over time with its citations, or a fact."""

    rule: RuleOut | None
    fact: FactOut | None


def asked_fact(book: Rulebook, name: str, lang: Language) -> AskedFact:
    """The fact ``name`` of a vocabulary, in short: a model reads all of them at once."""
    fact = fact_out(book, name, lang)
    return AskedFact(
        fact=name,
        label=fact.label,
        question=fact.question,
        help=fact.help,
        unit=fact.unit,
        values=fact.values,
        expected=expected(fact.json_schema, {}, lang) if not fact.values else None,
    )


class GroundOut(BaseModel):
    """A condition that tells why; the fewest that do (`Decision.told`)."""

    condition: str
    text: str = Field(description="how it came out in this case, with where it stands in law")
    outcome: Outcome
    citations: list[Citation]


class MissingFact(BaseModel):
    """A fact that is not known and that the answer hangs on."""

    fact: str
    label: str
    hangs: Literal["status", "benefit", "priority"] = Field(description="what of the answer hangs on it")


class PossibleChange(BaseModel):
    """Changes that would together make the case eligible, none of which can be left out."""

    changes: list[FactChange]
    status: Literal["eligible", "undetermined"] = Field(description="what the case would be decided as then")
    text: str = Field(
        description="the same in words, with the papers that must prove it; to be passed on word for word"
    )


class ChangesTold(BaseModel):
    """What would make a refused case another. A change counts only where it is true and proven by its papers."""

    caution: str = Field(description="to be passed on with every change: none is advice to state something else")
    sets: list[PossibleChange] = Field(description="the easiest first")
    left_out: int = Field(description="how many more there are")
    later: str = Field(description="from which day rules as known decide the case otherwise; empty: no such day")
    none: str = Field(description="where nothing that anybody can change would do: that it is so; else empty")


class ScreenedProgramme(BaseModel):
    """The engine's conclusion under one programme."""

    programme: str
    title: str
    status: Status
    status_text: str
    why: Why | None = Field(description="of a programme that is not in force for this case")
    provisional: bool = Field(description="the law leaves something open that could change it")
    final: bool = Field(description="whether nothing that is still unknown could change it")
    reasons: list[GroundOut]
    citations: list[Citation]
    missing: list[MissingFact]
    options: list[OptionOutcome] = Field(description="of an eligible case: what it may have")
    chosen: list[str]
    changes: ChangesTold | None = Field(
        description="of a case that is refused; null of any other, also of an undetermined one, where facts are to be "
        "found out and not changed"
    )
    text: str = Field(description="all of it in words, to be passed on word for word")


class DeterminedProgramme(ScreenedProgramme):
    """The same with its receipt."""

    receipt: Receipt


class CaseAnswer(AssistantAnswer):
    """What the answers on a case share."""

    as_of: date
    not_covered: list[NotCovered]
    choices: list[ChoiceOut]
    next: NextQuestionOut | None = Field(
        description="the best question to ask next; null: no answer can change anything"
    )


class CaseScreening(CaseAnswer):
    """A case screened: no determination, and nothing is stored."""

    scope: Literal["screening"] = "screening"
    determination: Literal[False] = False
    programmes: list[ScreenedProgramme]


class CaseDetermination(CaseAnswer):
    """A case decided for an officer, with receipts."""

    scope: Literal["determination"] = "determination"
    determination: Literal[True] = True
    officer: str = Field(description="the name of the key it was decided under")
    logged: bool = Field(description="whether it stands in the decision log, as the request of this id")
    programmes: list[DeterminedProgramme]


def answer_id(book: Rulebook, kind: str, **asked: Any) -> str:
    """A hash of what was asked and of the rulebook: the same question under the same law has the same id."""
    whole = {"rulebook": book.digest, "asked": kind, **asked}
    return hashlib.sha256(json.dumps(whole, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def case_id(book: Rulebook, case: RequestedCase) -> str:
    """The id of the answers on ``case``, whoever asks and in whichever language, order or spelling."""
    household = case.record.household
    return answer_id(
        book,
        "case",
        day=case.day.isoformat(),
        programmes=sorted(case.programmes),
        facts=written_facts(case.record.facts),
        household=written_household(household) if household is not None else None,
    )


def screened(book: Rulebook, decision: Decision, lang: Language) -> dict[str, Any]:
    """The fields of :class:`ScreenedProgramme`."""
    texts = decision.texts(lang)
    reasons = [_ground(decision, name, lang) for name in decision.told]
    basis = [one.id for reason in reasons for one in reason.citations]
    return {
        "programme": decision.programme,
        "title": texts.title,
        "status": decision.status,
        "status_text": texts.status,
        "why": decision.why,
        "provisional": decision.provisional,
        "final": decision.final,
        "reasons": reasons,
        "citations": cited(book, dict.fromkeys(basis or book.programmes[decision.programme].basis), lang),
        "missing": list(_missing(book, decision, lang)),
        # A benefit that may still come, or would have been one's, is none to a quick reader.
        "options": decision.options if decision.status == "eligible" else [],
        "chosen": decision.chosen,
        "changes": _changes(decision, lang),
        "text": decision.explain(lang),
    }


def _changes(decision: Decision, lang: Language) -> ChangesTold | None:
    """What would make a refused decision another: the easiest ways, a model reads no more."""
    if decision.status != "ineligible":
        return None
    changes = decision.changes
    texts = changes.texts(lang)
    told = list(zip((*changes.sets, *changes.opens), (*texts.sets, *texts.opens), strict=True))
    return ChangesTold(
        caution=texts.caution,
        sets=[PossibleChange(changes=one.changes, status=one.status, text=text) for one, text in told[:MOST_CHANGES]],
        left_out=max(0, len(told) - MOST_CHANGES),
        later=texts.later,
        none=texts.none or texts.cut,
    )


def _ground(decision: Decision, name: str, lang: Language) -> GroundOut:
    context = decision.context
    return GroundOut(
        condition=name,
        text=sentence(context, name, lang),
        outcome=outcome_of(context.values[name]),
        citations=cited(context.book, law.cited(context, name), lang),
    )


def _missing(book: Rulebook, decision: Decision, lang: Language) -> Iterator[MissingFact]:
    hanging: Mapping[Literal["status", "benefit", "priority"], Sequence[str]] = {
        "status": decision.missing,
        "benefit": decision.missing_for_benefit,
        "priority": decision.missing_for_priority,
    }
    for hangs, names in hanging.items():
        for name in names:
            yield MissingFact(fact=name, label=book.facts[name].label[lang], hangs=hangs)


def notice(kind: Literal["catalogue", "screening", "determination"], lang: Language) -> str:
    """What an answer is and is not."""
    return message(f"assistant_notice_{kind}", lang)
