"""Finding records by what they should lead to: one on which a condition is decisive, one that a change of law divides.

A record is searched by descent: from a random one, each fact in turn takes the value that brings the rule's tree
nearest to what is wanted. How near is counted on the tree itself. What is found is then stripped of every fact that it
can do without.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from ancu.inference import direct
from ancu.inference.program import Program, is_composition, program_on
from ancu.rulebook.expressions import Constant, Expr
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.draft.distance import Gauge, Trial
from ancu.specs.draft.domains import below, domains, facts_of, figures_beside, span, whole_text

_ATTEMPTS = 4
_SHAKES = 12
#: How far facts are from what is wanted; 0 where they are it.
Objective = Callable[[Trial], float]


@dataclass(frozen=True)
class Edge:
    """Where an outcome turns as one fact grows: after ``below``. ``span`` are the fact's bounds."""

    below: int
    span: tuple[int, int]


class Searcher:
    """Searches records for one programme on one day, giving up after looking at ``budget`` records."""

    def __init__(self, book: Rulebook, programme: str, day: date, budget: int = 4000) -> None:
        self.budget = budget
        self.book, self.programme, self.day = book, programme, day
        self.program = program_on(book, programme, day)
        self.gauge = Gauge(day)

    # -- what is asked ------------------------------------------------------------------------------------------------

    def leaves(self) -> list[str]:
        """The conditions below the root that are not made of others and can turn, in the order of the program."""
        nodes = self.program.nodes
        return [
            name
            for name in below(self.program, self.program.root)
            if nodes[name].kind == "condition"
            and not is_composition(nodes[name].expr, nodes)
            and not isinstance(nodes[name].expr, Constant)
        ]

    def eligible(self) -> Trial | None:
        """A record that is eligible."""
        return self._search([self.program], lambda facts: self.gauge.far(self.program, self.program.root, True, facts))

    def decisive(self, condition: str) -> Trial | None:
        """A record that is eligible, and would not be without ``condition``; failing that, one that meets it."""
        program = self.program
        if condition not in program.nodes:
            return None

        def goal(facts: Trial) -> float:
            deciding = self.gauge.far_from_deciding(program, condition, facts)
            return deciding + self.gauge.far(program, program.nodes[condition].expr, True, facts)

        record = self._search([program], goal)
        return record or self._search(
            [program], lambda f: self.gauge.far(program, program.nodes[condition].expr, True, f)
        )

    def edges(self, condition: str) -> Iterator[tuple[str, Edge, Trial]]:
        """Each number or date at whose edge ``condition`` turns, on a record where that decides."""
        if condition not in self.program.nodes:
            return
        expr = self.program.nodes[condition].expr
        kinds = ("number", "date")
        measured = [f for f in facts_of(self.program, expr) if self.book.facts[f].value_type.kind in kinds]
        record = self.decisive(condition) if measured else None
        if record is None:
            return
        for fact in measured:
            turned: set[int] = set()
            for edge in self._turns(self.program, expr, fact, record) if record.get(fact) is not None else ():
                turned.add(edge.below)
                yield fact, edge, self._without(record, fact)
            # Other figures that the condition compares the fact with, each for people of another kind.
            for figure in sorted(figures_beside(self.book, self.program, expr, fact, self.day)):
                if turned.isdisjoint((figure - 1, figure)):
                    other = self._at(condition, fact, figure)
                    for edge in self._turns(self.program, expr, fact, other) if other is not None else ():
                        if edge.below not in turned and edge.below in (figure - 1, figure):
                            turned.add(edge.below)
                            yield fact, edge, self._without(other or {}, fact)

    @staticmethod
    def _without(record: Trial, fact: str) -> Trial:
        return {name: value for name, value in record.items() if name != fact}

    def _at(self, condition: str, fact: str, figure: int) -> Trial | None:
        """A record on which ``condition`` decides, and turns as ``fact`` passes ``figure``."""
        program = self.program
        expr = program.nodes[condition].expr

        def goal(facts: Trial) -> float:
            below, at, above = (
                self.gauge.measure(program, expr, {**facts, fact: value}) for value in (figure - 1, figure, figure + 1)
            )
            turning = min(x[0] + y[1] for pair in ((below, at), (at, above)) for x, y in (pair, pair[::-1]))
            if turning:
                return turning + 2
            return self.gauge.far_from_deciding(program, condition, facts)

        record = self._search([program], goal)
        return None if record is None else {**record, fact: figure}

    def changes(self, condition: str) -> list[date]:
        """The days on which the text of ``condition`` or a figure that it reads changes while it can be granted."""
        book = self.book
        days: set[date] = set()
        first = book.programmes[self.programme].covered_from
        periods = [opening.period for opening in book.programmes[self.programme].periods]
        for day in book.epochs.starts:
            before = day - timedelta(days=1) if day > date.min else day
            if before < first or not all(any(d in period for period in periods) for d in (before, day)):
                continue
            old, new = (program_on(book, self.programme, d) for d in (before, day))
            if all(condition in p.nodes for p in (old, new)) and whole_text(old, condition) != whole_text(
                new, condition
            ):
                days.add(day)
        return sorted(days)

    def across(self, condition: str, change: date) -> Trial | None:
        """A record for which ``condition``, and if possible the decision, differs the day before and on ``change``."""
        old, new = (program_on(self.book, self.programme, d) for d in (change - timedelta(days=1), change))
        for whole in (True, False):
            for before, after in ((False, True), (True, False)):

                def goal(facts: Trial, before: bool = before, after: bool = after, whole: bool = whole) -> float:
                    distance = 0.0
                    for program, wanted in ((old, before), (new, after)):
                        if whole:
                            distance += self.gauge.far_from_both(program, condition, wanted, facts)
                        else:
                            distance += self.gauge.far(program, program.nodes[condition].expr, wanted, facts)
                    return distance

                record = self._search([old, new], goal, day=change)
                if record is not None:
                    return record
        return None

    # -- how it is found ----------------------------------------------------------------------------------------------

    def _search(self, programs: list[Program], goal: Objective, day: date | None = None) -> Trial | None:
        tried = domains(self.book, programs, day or self.day)
        if not tried:
            return {} if goal({}) == 0 else None
        spent = 0

        def counted(facts: Trial) -> float:
            nonlocal spent
            spent += 1
            return goal(facts)

        for attempt in range(_ATTEMPTS):
            chance = random.Random(attempt)  # noqa: S311 - the same every time
            facts: Trial = {name: chance.choice(values) for name, values in tried.items()}
            best = self._descend(facts, tried, counted, chance)
            for _ in range(_SHAKES):
                if best == 0:
                    return self._strip(facts, goal, tried)
                if spent > self.budget:
                    return None
                shaken = dict(facts)
                for name in chance.sample(list(tried), min(3, len(tried))):
                    shaken[name] = chance.choice(tried[name])
                distance = self._descend(shaken, tried, counted, chance)
                if distance <= best:
                    facts, best = shaken, distance
        return None

    @staticmethod
    def _descend(facts: Trial, tried: Mapping[str, list[Any]], goal: Objective, chance: random.Random) -> float:
        """Improve ``facts`` in place until no single fact brings them nearer."""
        best = goal(facts)
        while best:
            start = best
            for name in chance.sample(list(tried), len(tried)):
                kept = facts[name]
                for value in tried[name]:
                    if value != facts[name]:
                        facts[name] = value
                        distance = goal(facts)
                        if distance < best:
                            kept, best = value, distance
                facts[name] = kept
                if not best:
                    break
            if best == start:
                break
        return best

    @staticmethod
    def _strip(facts: Trial, goal: Objective, tried: Mapping[str, list[Any]]) -> Trial:
        """``facts`` without those that the goal can do without, the others as small and as usual as they may be."""
        for name in list(facts):
            for value in (None, *tried[name]):
                kept, facts[name] = facts[name], value
                if value == kept or goal(facts) == 0:
                    break
                facts[name] = kept
        return {name: value for name, value in facts.items() if value is not None}

    def _turns(self, program: Program, expr: Expr, fact: str, record: Trial) -> Iterator[Edge]:
        """Where ``expr`` turns as ``fact`` runs through its bounds, all else as in ``record``."""
        definition = self.book.facts[fact]
        low, high = span(definition, self.day)

        def outcome(value: int) -> Any:
            facts = program.prepare({**record, fact: value}, self.day)
            return direct.closure_of(program, expr)(facts, direct.run(program, facts))

        marks = sorted({low, high, record[fact], *domains(self.book, [program], self.day)[fact]} - {None})
        for a, b in pairwise(marks):
            first, last = outcome(a), outcome(b)
            if first is last or None in (first, last):
                continue
            while b - a > 1:
                middle = (a + b) // 2
                a, b = (middle, b) if outcome(middle) is first else (a, middle)
            yield Edge(a, (low, high))
