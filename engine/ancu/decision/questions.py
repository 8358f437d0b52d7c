"""The missing facts of undetermined decisions as questions, the most useful first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import ClassVar

from pydantic import Field

from ancu.decision.contract import Contract, Sparing
from ancu.decision.fields import DecisionFields
from ancu.decision.law import leaves
from ancu.rulebook.references import names_in


class NextQuestion(Contract, Sparing):
    """A missing fact worth asking for.

    In a case with members it may be asked of one: ``asks`` is the fact of the person at the place ``member``; or
    ``asks`` is ``members_complete``, whether nobody else belongs to the household.
    """

    sparing: ClassVar[frozenset[str]] = frozenset({"member", "asks"})

    fact: str
    settles: list[str] = Field(description="the programmes that this fact alone would settle")
    programmes: list[str] = Field(description="the programmes whose decision still hangs on it")
    after: list[str] = Field(description="the other missing facts whose answers may make this one idle")
    member: int | None = Field(default=None, description="the place of the member who is asked")
    asks: str | None = Field(default=None, description="what is asked of this person, or of the list of members")


def ranked(unsettled: Sequence[DecisionFields]) -> list[NextQuestion]:
    """The missing facts of undetermined decisions on one case, the most useful first (:func:`ancu.next_questions`)."""
    if not unsettled:
        return []
    readers: dict[str, list[str]] = defaultdict(list)
    settled: dict[str, list[str]] = defaultdict(list)
    after: dict[str, set[str]] = defaultdict(set)
    for decision in unsettled:
        for fact in decision.missing:
            readers[fact].append(decision.programme)
            after[fact] |= _before(decision, fact)
        if len(decision.missing) == 1 and not decision.unset:
            settled[decision.missing[0]].append(decision.programme)
    place = {fact: i for i, fact in enumerate(unsettled[0].context.book.facts)}
    questions = [
        NextQuestion.made(
            fact=fact, settles=settled[fact], programmes=programmes, after=sorted(after[fact], key=place.__getitem__)
        )
        for fact, programmes in readers.items()
    ]
    return sorted(questions, key=lambda q: (bool(q.after), -len(q.settles), -len(q.programmes), place[q.fact]))


def _before(decision: DecisionFields, fact: str) -> set[str]:
    """The missing facts to ask before ``fact``: those that tell whether it applies, or state what it serves to derive.

    What a spouse has bought waits for the marriage; employment, for the group that a record states.
    """
    context, book = decision.context, decision.context.book
    first: set[str] = set()
    if fact in book.defaults:
        first |= {read for name in names_in(book.defaults[fact][0]) for read in leaves(context, name)[0]}
    for name in decision.grounds:
        condition = book.conditions.get(name)
        if condition is not None and condition.stated_by is not None and fact in leaves(context, name)[0]:
            first.add(condition.stated_by.fact)
    return (first & set(decision.missing)) - {fact}
