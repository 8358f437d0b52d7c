"""What to ask next: the missing facts of one decision or several, the most useful first."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from ancu.decision.model import Contract, Decision
from ancu.rulebook.checks import names_in, reads
from ancu.rulebook.rulebook import Rulebook


class NextQuestion(Contract):
    """A missing fact worth asking for."""

    fact: str
    settles: list[str] = Field(description="the programmes that this fact alone would settle")
    programmes: list[str] = Field(description="the undetermined programmes that still read it")


def next_questions(decisions: Iterable[Decision]) -> list[NextQuestion]:
    """The missing facts of undetermined ``decisions`` on one case, each once.

    First those that alone settle the most decisions, then those that the most decisions still read, then in the order
    of the vocabulary; a fact that applies only under a condition (a spouse's income) after the facts that tell whether
    it does. Nothing is asked that can no longer matter; ask again after each answer, since one answer can make other
    questions idle. A fact settles alone what misses nothing else, neither another fact nor a text of law.
    """
    concerned: dict[str, list[str]] = {}
    settles: dict[str, list[str]] = {}
    book: Rulebook | None = None
    for decision in decisions:
        if decision.status != "undetermined":
            continue
        book = decision.context.book
        for fact in decision.missing:
            concerned.setdefault(fact, []).append(decision.programme)
            if len(decision.missing) == 1 and not decision.unset:
                settles.setdefault(fact, []).append(decision.programme)
    if book is None:
        return []
    place = {fact: i for i, fact in enumerate(book.facts)}
    waiting = {f for f in concerned if f in book.defaults and not _telling(book, f).isdisjoint(concerned)}
    questions = [NextQuestion(fact=f, settles=settles.get(f, []), programmes=found) for f, found in concerned.items()]
    return sorted(questions, key=lambda q: (q.fact in waiting, -len(q.settles), -len(q.programmes), place[q.fact]))


def _telling(book: Rulebook, fact: str) -> set[str]:
    """The facts that tell whether ``fact`` applies."""
    todo = list(names_in(book.defaults[fact][0]))
    seen: set[str] = set()
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += reads(book, name)
    return (seen & book.facts.keys()) - {fact}
