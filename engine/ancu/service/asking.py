"""What to ask next: the missing facts that can still change an undetermined decision, the most telling first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ancu.decision.deciding import Record, decide
from ancu.decision.model import Context, Decision
from ancu.decision.reasons import leaves
from ancu.rulebook.checks import names_in
from ancu.rulebook.rulebook import Rulebook

#: How many questions stand together at most, and of how many answers to a choice each is tried.
TOGETHER, MOST_ANSWERS = 6, 6


@dataclass(frozen=True)
class Question:
    """A fact worth asking for: the programmes whose decision it can still change, and those it alone would settle.

    ``after`` are other missing facts whose answers may make this one idle.
    """

    fact: str
    programmes: tuple[str, ...]
    settles: tuple[str, ...]
    after: tuple[str, ...]


def questions(book: Rulebook, decisions: Iterable[Decision]) -> list[Question]:
    """What the undetermined ones of ``decisions`` on one case still need, in the order to ask.

    Last what another missing fact may make idle; before that, what settles a decision alone comes first, then what
    most decisions read, then the order of the vocabulary.
    """
    readers: dict[str, list[str]] = defaultdict(list)
    settled: dict[str, list[str]] = defaultdict(list)
    after: dict[str, set[str]] = defaultdict(set)
    for decision in decisions:
        if decision.status != "undetermined":
            continue
        for fact in decision.missing:
            readers[fact].append(decision.programme)
            after[fact] |= _before(decision, fact)
        if len(decision.missing) == 1 and not decision.unset:
            settled[decision.missing[0]].append(decision.programme)
    place = {fact: i for i, fact in enumerate(book.facts)}

    def rank(fact: str) -> tuple[bool, int, int, int]:
        return bool(after[fact]), -len(settled[fact]), -len(readers[fact]), place[fact]

    return [
        Question(fact, tuple(readers[fact]), tuple(settled[fact]), tuple(sorted(after[fact], key=place.__getitem__)))
        for fact in sorted(readers, key=rank)
    ]


def _before(decision: Decision, fact: str) -> set[str]:
    """The missing facts to ask before ``fact``: those that tell whether it applies, or state what it serves to derive.

    A spouse's income waits for the marriage; employment, for the group that a record states.
    """
    context, book = decision.context, decision.context.book
    found: set[str] = set()
    if fact in book.defaults:
        found |= {read for name in names_in(book.defaults[fact][0]) for read in _facts(context, name)}
    for name in decision.grounds:
        condition = book.conditions.get(name)
        if condition is not None and condition.stated_by is not None and fact in _facts(context, name):
            found.add(condition.stated_by.fact)
    return (found & set(decision.missing)) - {fact}


def _facts(context: Context, name: str) -> list[str]:
    return leaves(context, name)[0]


def together(book: Rulebook, record: Record, decisions: Sequence[Decision], asked: Sequence[Question]) -> list[str]:
    """The first of ``asked``, and those of its section that no answer to another of them makes idle.

    An answer that settles every decision makes all others idle, and is no reason to ask them one by one.
    """
    open_ = {question.fact for question in asked}
    chosen: list[str] = []
    idle: set[str] = set()
    for question in asked:
        fact = question.fact
        if chosen and book.facts[fact].section != book.facts[chosen[0]].section:
            continue
        if len(chosen) < TOGETHER and fact not in idle and (not chosen or open_.isdisjoint(question.after)):
            chosen.append(fact)
            idle |= _made_idle(book, record, [d for d in decisions if d.programme in question.programmes], fact)
    return chosen


def _made_idle(book: Rulebook, record: Record, decisions: Sequence[Decision], fact: str) -> set[str]:
    """The facts that some answer to ``fact`` makes idle for a decision that it leaves open."""
    definition = book.facts[fact]
    answers: list[Any] = [False, True] if definition.type == "yes_no" else []
    if definition.type == "choice" and len(definition.values) <= MOST_ANSWERS:
        answers = list(definition.values)
    found: set[str] = set()
    for answer in answers:
        supposed = replace(record, facts={**record.facts, fact: answer})
        for before in decisions:
            after = decide(book, supposed, before.programme, before.as_of, "direct")
            if after.status == "undetermined":
                found |= set(before.missing) - set(after.missing)
    return found
