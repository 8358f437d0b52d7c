"""What to ask next: the missing facts of one decision or several, the most useful first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ancu.decision.deciding import Record, decide
from ancu.decision.model import Decision
from ancu.decision.questions import NextQuestion, ranked
from ancu.rulebook.rulebook import Rulebook

#: How many questions stand together at most, and of how many answers to a choice each is tried.
TOGETHER, MOST_ANSWERS = 6, 6


def next_questions(decisions: Iterable[Decision], *, details: bool = False) -> list[NextQuestion]:
    """The missing facts of undetermined ``decisions`` on one case, each once.

    With ``details``, then also what eligible ones lack for their benefit, and last for their priority.

    First those that alone settle the most decisions, then those that the most decisions still read, then in the order
    of the vocabulary; last what another missing fact may make idle, as the marriage does what a spouse has bought.
    Nothing is asked that can no longer matter; ask again after each answer, since one answer can make other questions
    idle, or ask several at once (:func:`ask_together`). A fact settles alone what misses nothing else, neither another
    fact nor a text of law.
    """
    decisions = list(decisions)
    questions = ranked([decision for decision in decisions if decision.status == "undetermined"])
    return [*questions, *_of_details(decisions, {question.fact for question in questions})] if details else questions


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

    All are of one section of the vocabulary, and no answer to another of them makes one idle. An answer that settles
    every decision makes all others idle, and is no reason to ask them one by one. The answers are tried, which takes
    some decisions.
    """
    if not decisions or not questions:
        return []
    book = decisions[0].context.book
    open_ = {question.fact for question in questions}
    chosen: list[NextQuestion] = []
    idle: set[str] = set()
    for question in questions:
        if chosen and book.facts[question.fact].section != book.facts[chosen[0].fact].section:
            continue
        if len(chosen) < TOGETHER and question.fact not in idle and (not chosen or open_.isdisjoint(question.after)):
            chosen.append(question)
            idle |= _made_idle(book, [d for d in decisions if d.programme in question.programmes], question.fact)
    return chosen


def _made_idle(book: Rulebook, decisions: Sequence[Decision], fact: str) -> set[str]:
    """The facts that some answer to ``fact`` makes idle for a decision that it leaves open."""
    definition = book.facts[fact]
    answers: list[Any] = [False, True] if definition.type == "yes_no" else []
    if definition.type == "choice" and len(definition.values) <= MOST_ANSWERS:
        answers = list(definition.values)
    idle: set[str] = set()
    for answer in answers:
        for before in decisions:
            supposed = Record({**before.context.record, fact: answer})
            after = decide(book, supposed, before.programme, before.as_of, "direct")
            if after.status == "undetermined":
                idle |= set(before.missing) - set(after.missing)
    return idle
