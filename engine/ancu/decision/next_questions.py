"""What to ask next: the missing facts of one decision or several, the most useful first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ancu.decision.case_on_day import CaseOnDay
from ancu.decision.member_questions import (
    Asked,
    Open,
    answers_to,
    asked_by,
    of_members,
    section_of,
    suppose,
    wanted_of,
)
from ancu.decision.model import Decision, decisions_in
from ancu.decision.questions import NextQuestion, ranked

#: How many questions stand together at most, and of how many answers to a choice each is tried.
TOGETHER, MOST_ANSWERS = 6, 6


def next_questions(decisions: Iterable[Decision], *, details: bool = False) -> list[NextQuestion]:
    """The missing facts of undetermined ``decisions`` on one case, each once.

    With ``details``, then also what eligible ones lack for their benefit, and last for their priority.

    First those that alone settle the most decisions, then those that the most decisions still read, then in the order
    of the vocabulary; last what another missing fact may make idle, as the marriage does what a spouse has bought.
    Nothing is asked that can no longer matter; ask again after each answer, since one answer can make other questions
    idle, or ask several at once (:func:`ask_together`). A fact settles alone what misses nothing else, neither another
    fact nor a text of law. In a case with members, what follows from them is asked of those for whom it can matter, and
    each fact of a person once.
    """
    decisions = decisions_in(decisions)
    questions = of_members(decisions, ranked([d for d in decisions if d.status == "undetermined"]))
    if not details:
        return questions
    put = {asked_by(question) for question in questions}
    further = of_members(decisions, _of_details(decisions, {question.fact for question in questions}))
    return [*questions, *(question for question in further if asked_by(question) not in put)]


def _of_details(decisions: Sequence[Decision], asked: set[str]) -> list[NextQuestion]:
    """What the benefit and then the priority of eligible ``decisions`` still hang on, but for what is ``asked``."""
    readers: dict[str, dict[str, None]] = {}
    for lacking in ("missing_for_benefit", "missing_for_priority"):
        for decision in decisions:
            for fact in getattr(decision, lacking):
                if fact not in asked:
                    readers.setdefault(fact, {}).setdefault(decision.programme)
    return [
        NextQuestion(fact=fact, settles=[], programmes=list(programmes), after=[])
        for fact, programmes in readers.items()
    ]


def ask_together(decisions: Sequence[Decision], questions: Sequence[NextQuestion]) -> list[NextQuestion]:
    """Those of ``questions`` on ``decisions`` to put on one form: the first, and what can be asked beside it.

    All are of one section of the vocabulary, or of one person, and no answer to another of them makes one idle. An
    answer that settles every decision makes all others idle, and is no reason to ask them one by one. The answers are
    tried, which takes some decisions.
    """
    if not decisions or not questions:
        return []
    context = decisions[0].context
    open_ = Open(decisions, questions)
    chosen: list[NextQuestion] = []
    idle: set[Asked] = set()
    for question in questions:
        asked = asked_by(question)
        if chosen and section_of(context, question) != section_of(context, chosen[0]):
            continue
        if len(chosen) < TOGETHER and asked not in idle and (not chosen or not open_.hold_up(question)):
            chosen.append(question)
            idle |= _made_idle([d for d in decisions if d.programme in question.programmes], asked)
    return chosen


def _made_idle(decisions: Sequence[Decision], asked: Asked) -> set[Asked]:
    """What some answer to what is ``asked`` makes idle for a decision that it leaves open."""
    if not decisions:
        return set()
    context, day = decisions[0].context, decisions[0].as_of
    wanted = {decision.programme: wanted_of(decision) for decision in decisions}
    idle: set[Asked] = set()
    for answer in answers_to(context, asked, day, MOST_ANSWERS):
        supposed = suppose(context, asked, answer)
        case = CaseOnDay(context.book, supposed.facts, None, day, "direct", supposed.household, context.people)
        for before in decisions:
            after = case.decide(before.programme)
            if after.status == "undetermined":
                idle |= wanted[before.programme] - wanted_of(after)
    return idle
