"""Which question tells most for what it costs to answer.

Each answer that people give is tried on every open programme by the direct engine, weighed by how often they give it
(:attr:`Rulebook.answer_shares`). What is open now less what is expected to be left open is what the question tells.
The shares put questions in order; they decide nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ancu.decision.law import leaves
from ancu.decision.model import Decision
from ancu.decision.questions import NextQuestion
from ancu.inference import direct
from ancu.inference.program import Program
from ancu.rulebook.interviews import Shares
from ancu.rulebook.model import FactDef
from ancu.rulebook.rulebook import Rulebook

#: What it takes to answer: yes or no at once; a choice is read through; a number or day is looked up.
_COST: Mapping[str, float] = {"yes_no": 1.0, "choice": 1.5, "list": 2.0, "number": 2.0, "date": 1.5}
#: What is to be proven by a paper takes a look at it.
_PAPER = 0.5
#: Of how many answers to a choice each is tried where nobody knows how often people give it.
_MOST = 8


def best_first(book: Rulebook, decisions: Iterable[Decision], questions: Sequence[NextQuestion]) -> list[NextQuestion]:
    """``questions`` on ``decisions`` of one case, those that tell most for their cost first.

    First what undetermined ones lack; what eligible ones lack for benefit and rank keeps its order after that.
    What a bank or an authority finds out later stays last, as does what another open question may make idle. A number
    waits for what chooses the figure that it is held against, which hardly ever matters once the number is known.
    Questions on a case with members keep their order.
    """
    decisions = list(decisions)
    if any(decision.context.people is not None for decision in decisions):
        return list(questions)
    undetermined = [decision for decision in decisions if decision.status == "undetermined"]
    open_ = [_Open.of(decision) for decision in undetermined]
    asked = {question.fact for question in questions}
    held = _numbers_held_up(book, undetermined, asked)
    place = {id(question): i for i, question in enumerate(questions)}

    wanted = {fact for decision in undetermined for fact in decision.missing}

    def order(question: NextQuestion) -> tuple[bool, bool, bool, float, int]:
        if question.fact not in wanted:
            return True, False, False, 0.0, place[id(question)]
        fact = book.facts[question.fact]
        late, waits = fact.decided_by is not None, question.fact in held or not asked.isdisjoint(question.after)
        told = _told(book, open_, question) / cost_of(fact)
        return False, late, waits, -told, place[id(question)]

    return sorted(questions, key=order)


def _numbers_held_up(book: Rulebook, decisions: Iterable[Decision], asked: Collection[str]) -> set[str]:
    """The numbers and days of which an open condition also reads something ``asked`` that is asked before them.

    "At most 25 million, or 35 with a child to raise": whoever earns 6 is not asked about children afterwards. People
    are counted before what is measured: a home of 12 m² is small for however many, but four people's may be or not.
    """
    held: set[str] = set()
    for decision in decisions:
        for name in decision.grounds:
            if name in book.conditions and not book.compound[name]:
                read = {fact: _turn(book.facts[fact]) for fact in leaves(decision.context, name)[0] if fact in asked}
                held |= {fact for fact, turn in read.items() if turn > min(read.values())}
    return held


def _turn(fact: FactDef) -> int:
    """Before what else one condition reads a fact is asked: what chooses, then people, then other numbers and days."""
    if fact.value_type.kind not in ("number", "date"):
        return 0
    return 1 if fact.type == "count" else 2


def cost_of(fact: FactDef) -> float:
    """What it takes to answer a question on ``fact``, where yes or no without a paper is 1."""
    return _COST[fact.value_type.kind] + (_PAPER if fact.evidence else 0)


@dataclass(frozen=True)
class _Open:
    """An undetermined programme: its law, the record, how many questions are open and how many conditions unknown."""

    programme: str
    program: Program
    record: Mapping[str, Any]
    day: date
    questions: int
    unknown: int

    @classmethod
    def of(cls, decision: Decision) -> _Open:
        context = decision.context
        assert context.program is not None
        unknown = sum(value is None for value in context.values.values())
        missing = len(decision.missing)
        return cls(decision.programme, context.program, context.record, decision.as_of, missing, unknown)

    def left(self, fact: str, answer: Any) -> float:
        """About how many questions are still open once ``fact`` is answered so: none where that settles it."""
        facts = self.program.prepare({**self.record, fact: answer}, self.day)
        values = direct.run(self.program, facts)
        if direct.closure_of(self.program, self.program.root)(facts, values) is not None:
            return 0.0
        return self.questions * sum(value is None for value in values.values()) / max(self.unknown, 1)


def _told(book: Rulebook, open_: Sequence[_Open], question: NextQuestion) -> float:
    """How many open questions an answer is expected to spare, over all programmes that read the fact."""
    shares = shares_on(book, question.fact)
    readers = [one for one in open_ if one.programme in question.programmes]
    return sum(share * (one.questions - one.left(question.fact, answer)) for answer, share in shares for one in readers)


def shares_on(book: Rulebook, fact: str) -> Shares:
    """The answers to try to ``fact`` with their shares; all alike where the rulebook has none, none of a bare date."""
    known = book.answer_shares.get(fact)
    if known is not None:
        return known
    definition = book.facts[fact]
    kind = definition.value_type.kind
    answers: list[Any]
    if kind == "yes_no":
        answers = [False, True]
    elif kind == "choice":
        answers = list(definition.values)[:_MOST]
    elif kind == "list":
        answers = [frozenset(), *(frozenset({name}) for name in list(definition.values)[:_MOST])]
    elif kind == "number" and definition.undoubted is not None:
        bounds = definition.undoubted
        low, high = (int(Decimal(str(edge)).scaleb(definition.value_type.scale)) for edge in (bounds.min, bounds.max))
        answers = [low, (low + high) // 2, high]
    else:
        answers = []
    return tuple((answer, 1 / len(answers)) for answer in answers)
