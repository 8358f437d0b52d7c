"""What to ask next: the missing facts that can still change an undetermined decision, the most telling first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ancu.decision.model import Decision
from ancu.rulebook.checks import names_in, reads
from ancu.rulebook.rulebook import Rulebook


@dataclass(frozen=True)
class Question:
    """A fact worth asking for: the programmes whose decision it can still change, and those it alone would settle."""

    fact: str
    programmes: tuple[str, ...]
    settles: tuple[str, ...]


def questions(book: Rulebook, decisions: Iterable[Decision]) -> list[Question]:
    """What the undetermined ones of ``decisions`` on one case still need, in the order to ask.

    First what settles a decision alone, then what most decisions read, then the order of the vocabulary. A fact that
    applies only under a condition (a spouse's income) comes after the facts that tell whether it does.
    """
    readers: dict[str, list[str]] = {}
    settled: dict[str, list[str]] = {}
    for decision in decisions:
        if decision.status != "undetermined":
            continue
        for fact in decision.missing:
            readers.setdefault(fact, []).append(decision.programme)
        if len(decision.missing) == 1 and not decision.unset:
            settled.setdefault(decision.missing[0], []).append(decision.programme)
    place = {fact: i for i, fact in enumerate(book.facts)}

    def rank(fact: str) -> tuple[bool, int, int, int]:
        waits = fact in book.defaults and not _telling(book, fact).isdisjoint(readers)
        return waits, -len(settled.get(fact, ())), -len(readers[fact]), place[fact]

    return [Question(fact, tuple(readers[fact]), tuple(settled.get(fact, ()))) for fact in sorted(readers, key=rank)]


def _telling(book: Rulebook, fact: str) -> set[str]:
    """The facts that tell whether ``fact`` applies."""
    found: set[str] = set()
    todo = list(names_in(book.defaults[fact][0]))
    seen = set(todo)
    while todo:
        name = todo.pop()
        if name in book.facts:
            found.add(name)
            below = list(names_in(book.defaults[name][0])) if name in book.defaults else []
        else:
            below = list(reads(book, name))
        todo += [name for name in below if name not in seen]
        seen.update(below)
    return found - {fact}
