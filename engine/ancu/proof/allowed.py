"""The records that the vocabulary allows: those that break none of its implications (``rules/implications.yaml``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ancu.inference import direct
from ancu.inference.program import Program
from ancu.inference.tree_edits import map_tree
from ancu.kept import kept
from ancu.proof.terms import Formula, opposite
from ancu.proof.translation import Translation
from ancu.rulebook.expressions import And, Compare, Constant, Expr, Fact, Name, Not, Or
from ancu.rulebook.rulebook import Rulebook


@kept
def contradictions(book: Rulebook, epoch: int) -> Mapping[str, Expr]:
    """Of each implication in force, where what a record states breaks it; over facts as stated."""
    following = book.implications_on(book.epochs.starts[epoch])
    broken: dict[str, Expr] = {}
    for one in following:
        parts: list[Expr] = []
        for fact, value in one.then.items():
            parts.append(_other_than(fact, value))
            parts += [_stated(other.when) for other in following if other.then.get(fact, value) != value]
        broken[one.id] = And((_stated(one.when), Or(tuple(parts)) if len(parts) > 1 else parts[0]))
    return broken


def _other_than(fact: str, value: Constant) -> Expr:
    if isinstance(value.value, bool):
        return Not(Fact(fact)) if value.value else Fact(fact)
    return Compare("<>", Fact(fact), value)


def _stated(expr: Expr) -> Expr:
    return map_tree(expr, lambda node: Fact(node.id) if isinstance(node, Name) else None)


def allowed(translation: Translation, day: date) -> Iterator[tuple[str, Formula]]:
    """What a record has to hold to, by implication."""
    book = translation.variables.book
    for name, broken in contradictions(book, book.epochs.index(day)).items():
        yield name, opposite(translation.truth(broken).met)


def is_allowed(book: Rulebook, program: Program, facts: Mapping[str, Any], day: date) -> bool:
    """Whether prepared ``facts`` break no implication."""
    broken = contradictions(book, book.epochs.index(day)).values()
    return not any(direct.closure_of(program, one)(facts, {}) for one in broken)
