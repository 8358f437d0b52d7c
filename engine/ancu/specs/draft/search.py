"""Finding records by what they should lead to: one on which a condition is decisive, one that a change of law divides.

A record is searched by descent: from a random one, each fact in turn takes the value that brings the rule's tree
nearest to what is wanted. How near is counted on the tree itself. What is found is then stripped of every fact that it
can do without.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from ancu.inference import direct
from ancu.inference.program import Program, is_composition, program_on
from ancu.rulebook.expressions import (
    And,
    AtLeast,
    Case,
    Compare,
    Constant,
    Expr,
    Fact,
    Name,
    Not,
    Or,
    Stated,
    Within,
)
from ancu.rulebook.model import FactDef
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import scaled

_ATTEMPTS = 4
_SHAKES = 12
Facts = dict[str, Any]
Goal = Callable[[Facts], float]


#: How far a case is from meeting a rule, and from failing it: the number of parts in the way.
Distance = tuple[int, int]


class _Values(dict[str, Any]):
    """The values of a program's nodes on prepared facts, each computed when it is first read."""

    def __init__(self, program: Program, facts: Facts) -> None:
        super().__init__()
        self._program, self._facts = program, facts

    def __missing__(self, name: str) -> Any:
        closures: dict[str, direct.Closure] = self._program.cache.setdefault("by_name", {})  # type: ignore[assignment]
        if name not in closures:
            closures[name] = direct.closure_of(self._program, self._program.nodes[name].expr)
        value = self[name] = closures[name](self._facts, self)
        return value


@dataclass
class _Case:
    """A record being measured: prepared facts, the values made of them, conditions held, names measured so far."""

    facts: Facts
    values: dict[str, Any]
    held: Mapping[str, bool]
    known: dict[str, Distance] = field(default_factory=dict)


Meter = Callable[[_Case], Distance]


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

    # -- what is asked ------------------------------------------------------------------------------------------------

    def leaves(self) -> list[str]:
        """The conditions below the root that are not made of others and can turn, in the order of the program."""
        nodes = self.program.nodes
        return [
            name
            for name in self._below(self.program, self.program.root)
            if nodes[name].kind == "condition"
            and not is_composition(nodes[name].expr, nodes)
            and not isinstance(nodes[name].expr, Constant)
        ]

    @staticmethod
    def _below(program: Program, root: Expr) -> list[str]:
        """The nodes that ``root`` reaches, parents first."""
        reached: dict[str, None] = {}

        def visit(expr: Expr) -> None:
            for node in expr.walk():
                if isinstance(node, Name) and node.id not in reached and node.id in program.nodes:
                    reached[node.id] = None
                    visit(program.nodes[node.id].expr)

        visit(root)
        return list(reached)

    def eligible(self) -> Facts | None:
        """A record that is eligible."""
        return self._search([self.program], lambda facts: self._far(self.program, self.program.root, True, facts))

    def decisive(self, condition: str) -> Facts | None:
        """A record that is eligible, and would not be without ``condition``; failing that, one that meets it."""
        program = self.program
        if condition not in program.nodes:
            return None

        def goal(facts: Facts) -> float:
            return (
                self._far(program, program.root, True, facts, {condition: True})
                + self._far(program, program.root, False, facts, {condition: False})
                + self._far(program, program.nodes[condition].expr, True, facts)
            )

        found = self._search([program], goal)
        return found or self._search([program], lambda f: self._far(program, program.nodes[condition].expr, True, f))

    def edges(self, condition: str) -> Iterator[tuple[str, Edge, Facts]]:
        """Each number or date at whose edge ``condition`` turns, on a record where that decides."""
        if condition not in self.program.nodes:
            return
        expr = self.program.nodes[condition].expr
        kinds = ("number", "date")
        measured = [f for f in self._facts_of(self.program, expr) if self.book.facts[f].value_type.kind in kinds]
        record = self.decisive(condition) if measured else None
        if record is None:
            return
        for fact in measured:
            found: set[int] = set()
            for edge in self._turns(self.program, expr, fact, record) if record.get(fact) is not None else ():
                found.add(edge.below)
                yield fact, edge, self._without(record, fact)
            # Other figures that the condition compares the fact with, each for people of another kind.
            for figure in sorted(self._compared(self.program, expr, fact)):
                if found.isdisjoint((figure - 1, figure)):
                    other = self._at(condition, fact, figure)
                    for edge in self._turns(self.program, expr, fact, other) if other is not None else ():
                        if edge.below not in found and edge.below in (figure - 1, figure):
                            found.add(edge.below)
                            yield fact, edge, self._without(other or {}, fact)

    @staticmethod
    def _without(record: Facts, fact: str) -> Facts:
        return {name: value for name, value in record.items() if name != fact}

    def _at(self, condition: str, fact: str, figure: int) -> Facts | None:
        """A record on which ``condition`` decides, and turns as ``fact`` passes ``figure``."""
        program = self.program
        expr = program.nodes[condition].expr

        def goal(facts: Facts) -> float:
            below, at, above = (
                self._measure(program, expr, {**facts, fact: value}) for value in (figure - 1, figure, figure + 1)
            )
            turning = min(x[0] + y[1] for pair in ((below, at), (at, above)) for x, y in (pair, pair[::-1]))
            if turning:
                return turning + 2
            return self._far(program, program.root, True, facts, {condition: True}) + self._far(
                program, program.root, False, facts, {condition: False}
            )

        found = self._search([program], goal)
        return None if found is None else {**found, fact: figure}

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
            if all(condition in p.nodes for p in (old, new)) and self._text(old, condition) != self._text(
                new, condition
            ):
                days.add(day)
        return sorted(days)

    def across(self, condition: str, change: date) -> Facts | None:
        """A record for which ``condition``, and if possible the decision, differs the day before and on ``change``."""
        old, new = (program_on(self.book, self.programme, d) for d in (change - timedelta(days=1), change))
        for whole in (True, False):
            for before, after in ((False, True), (True, False)):

                def goal(facts: Facts, before: bool = before, after: bool = after, whole: bool = whole) -> float:
                    distance = 0.0
                    for program, wanted in ((old, before), (new, after)):
                        distance += self._far(program, program.nodes[condition].expr, wanted, facts)
                        if whole:
                            distance += self._far(program, program.root, wanted, facts)
                    return distance

                found = self._search([old, new], goal, day=change)
                if found is not None:
                    return found
        return None

    # -- how it is found ----------------------------------------------------------------------------------------------

    def _search(self, programs: list[Program], goal: Goal, day: date | None = None) -> Facts | None:
        domains = self._domains(programs, day or self.day)
        if not domains:
            return {} if goal({}) == 0 else None
        spent = 0

        def counted(facts: Facts) -> float:
            nonlocal spent
            spent += 1
            return goal(facts)

        for attempt in range(_ATTEMPTS):
            chance = random.Random(attempt)  # noqa: S311 - the same every time
            facts: Facts = {name: chance.choice(values) for name, values in domains.items()}
            best = self._descend(facts, domains, counted, chance)
            for _ in range(_SHAKES):
                if best == 0:
                    return self._strip(facts, goal, domains)
                if spent > self.budget:
                    return None
                shaken = dict(facts)
                for name in chance.sample(list(domains), min(3, len(domains))):
                    shaken[name] = chance.choice(domains[name])
                distance = self._descend(shaken, domains, counted, chance)
                if distance <= best:
                    facts, best = shaken, distance
        return None

    @staticmethod
    def _descend(facts: Facts, domains: Mapping[str, list[Any]], goal: Goal, chance: random.Random) -> float:
        """Improve ``facts`` in place until no single fact brings them nearer."""
        best = goal(facts)
        while best:
            start = best
            for name in chance.sample(list(domains), len(domains)):
                kept = facts[name]
                for value in domains[name]:
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
    def _strip(facts: Facts, goal: Goal, domains: Mapping[str, list[Any]]) -> Facts:
        """``facts`` without those that the goal can do without, the others as small and as usual as they may be."""
        for name in list(facts):
            for value in (None, *domains[name]):
                kept, facts[name] = facts[name], value
                if value == kept or goal(facts) == 0:
                    break
                facts[name] = kept
        return {name: value for name, value in facts.items() if value is not None}

    def _far(
        self, program: Program, expr: Expr, wanted: bool, facts: Facts, held: Mapping[str, bool] | None = None
    ) -> float:
        """How many parts of ``expr`` stand in the way of its being ``wanted``; conditions in ``held`` are as given."""
        return self._measure(program, expr, facts, held)[0 if wanted else 1]

    def _measure(self, program: Program, expr: Expr, facts: Facts, held: Mapping[str, bool] | None = None) -> Distance:
        prepared = program.prepare({k: v for k, v in facts.items() if v is not None}, self.day)
        return self._meter(program, expr)(_Case(prepared, _Values(program, prepared), held or {}))

    def _meter(self, program: Program, expr: Expr) -> Meter:
        """``expr`` compiled to say how far a case is from meeting it, and how far from failing it."""
        # Known by identity: to hash a tree is to walk it. The tree is kept beside its meter, so its id stays its own.
        kept: dict[int, tuple[Expr, Meter]] = program.cache.setdefault("meters", {})  # type: ignore[assignment]
        if id(expr) not in kept:
            kept[id(expr)] = (expr, self._compile(program, expr))
        return kept[id(expr)][1]

    def _compile(self, program: Program, expr: Expr) -> Meter:
        match expr:
            case Name(name) if name in program.nodes:
                inner: list[Meter] = []

                def named(case: _Case) -> Distance:
                    if name in case.held:
                        return (0, 1) if case.held[name] else (1, 0)
                    if name not in case.known:
                        if not inner:
                            inner.append(self._meter(program, program.nodes[name].expr))
                        case.known[name] = inner[0](case)
                    return case.known[name]

                return named
            case Not(item):
                negated = self._meter(program, item)
                return lambda case: negated(case)[::-1]
            case And(items) | Or(items) | AtLeast(_, items):
                count = expr.count if isinstance(expr, AtLeast) else len(items) if isinstance(expr, And) else 1
                parts = [self._meter(program, item) for item in items]
                slack = len(parts) - count + 1

                def combined(case: _Case) -> Distance:
                    found = [part(case) for part in parts]
                    return (
                        sum(sorted(met for met, _ in found)[:count]),
                        sum(sorted(failed for _, failed in found)[:slack]),
                    )

                return combined
            case Case(condition, then, otherwise):
                test, first, second = (self._meter(program, part) for part in (condition, then, otherwise))

                def chosen(case: _Case) -> Distance:
                    (yes, no), a, b = test(case), first(case), second(case)
                    return min(yes + a[0], no + b[0]), min(yes + a[1], no + b[1])

                return chosen
            case Stated(fact, derived) if derived is not None:
                derive = self._meter(program, derived)

                def stated(case: _Case) -> Distance:
                    value = case.facts.get(fact)
                    return derive(case) if value is None else ((0, 1) if value else (1, 0))

                return stated
        closure = direct.closure_of(program, expr)
        outcomes: dict[Any, Distance] = {True: (0, 1), False: (1, 0)}
        return lambda case: outcomes.get(closure(case.facts, case.values), (1, 1))

    def _turns(self, program: Program, expr: Expr, fact: str, record: Facts) -> Iterator[Edge]:
        """Where ``expr`` turns as ``fact`` runs through its bounds, all else as in ``record``."""
        definition = self.book.facts[fact]
        low, high = self._span(definition, self.day)

        def outcome(value: int) -> Any:
            facts = program.prepare({**record, fact: value}, self.day)
            return direct.closure_of(program, expr)(facts, direct.run(program, facts))

        marks = sorted({low, high, record[fact], *self._domains([program], self.day)[fact]} - {None})
        for a, b in pairwise(marks):
            first, last = outcome(a), outcome(b)
            if first is last or None in (first, last):
                continue
            while b - a > 1:
                middle = (a + b) // 2
                a, b = (middle, b) if outcome(middle) is first else (a, middle)
            yield Edge(a, (low, high))

    # -- what values to try -------------------------------------------------------------------------------------------

    def _domains(self, programs: list[Program], day: date) -> dict[str, list[Any]]:
        """For each fact, the values worth trying: all of a choice, numbers around those it is compared with."""
        numbers: dict[str, set[int]] = {}
        for program in programs:
            for node in program.nodes.values():
                for compared in node.expr.walk():
                    if isinstance(compared, (Compare, Within)):
                        constants = self._constants(program, compared)
                        for fact in self._facts_of(program, compared):
                            numbers.setdefault(fact, set()).update(constants)
        names = dict.fromkeys(fact for program in programs for fact in self._deciding(program))
        return {name: self._domain(self.book.facts[name], numbers.get(name, set()), day) for name in names}

    def _deciding(self, program: Program) -> list[str]:
        """The facts that the program's result may depend on."""
        found: dict[str, None] = {}
        for name in self._below(program, program.root):
            node = program.nodes[name].expr
            found.update(dict.fromkeys(self._facts_of(program, node)))
            found.update((n.fact.partition("=")[0], None) for n in node.walk() if isinstance(n, Stated))
        return list(found)

    def _domain(self, definition: FactDef, near: set[int], day: date) -> list[Any]:
        if definition.type == "yes_no":
            return [False, True]
        if definition.type == "choice":
            return sorted(definition.values, key=lambda value: value != "none")
        if definition.type == "list":
            return [frozenset({value}) for value in definition.values] + [frozenset()]
        low, high = self._span(definition, day)
        if definition.type == "date":
            near = {*near, *(day.toordinal() - days for days in (0, 1, 30, 400, 4000, 9000)), day.toordinal() + 1}
        elif definition.type == "count":
            near = {*near, 1, 2, 4}
        near = {value + step for value in near for step in (-1, 0, 1)} | {value * k for value in near for k in (2, 4)}
        if low == 0:
            near.add(0)
        # The ends of what is allowed are seldom what people have: only where nothing else is known.
        return sorted(value for value in near if low <= value <= high) or [low, high]

    @staticmethod
    def _span(definition: FactDef, day: date) -> tuple[int, int]:
        if definition.bounds is None:
            return day.toordinal() - 36500, day.toordinal() + 3650
        low, high = definition.bounds.min, definition.bounds.max
        if isinstance(low, date) and isinstance(high, date):
            return low.toordinal(), high.toordinal()
        found = [scaled(value, definition.value_type.scale) for value in (low, high)]  # type: ignore[arg-type]
        return found[0] or 0, found[1] or 0

    def _constants(self, program: Program, expr: Expr) -> set[int]:
        found: set[int] = set()
        for node in self._inside(program, expr):
            if isinstance(node, Constant) and isinstance(node.value, int) and not isinstance(node.value, bool):
                found.add(node.value)
        return found

    def _compared(self, program: Program, expr: Expr, fact: str) -> set[int]:
        """The figures that ``fact`` is compared with in ``expr``, within its bounds."""
        low, high = self._span(self.book.facts[fact], self.day)
        compared = (n for n in self._inside(program, expr) if isinstance(n, Compare))
        return {
            constant
            for node in compared
            if fact in self._facts_of(program, node)
            for constant in self._constants(program, node)
            if low < constant < high
        }

    def _facts_of(self, program: Program, expr: Expr) -> list[str]:
        found: dict[str, None] = {}
        for node in self._inside(program, expr):
            if isinstance(node, Fact):
                found.setdefault(node.id)
        return list(found)

    def _inside(self, program: Program, expr: Expr) -> Iterator[Expr]:
        """Every node of ``expr``, quantities, figures and defaulted facts seen through."""
        todo, seen = [expr], set[str]()
        while todo:
            for node in todo.pop().walk():
                yield node
                if isinstance(node, Name) and node.id not in seen and node.id in program.nodes:
                    seen.add(node.id)
                    if program.nodes[node.id].kind not in ("condition", "programme"):
                        todo.append(program.nodes[node.id].expr)

    def _text(self, program: Program, condition: str) -> tuple[Expr, ...]:
        """What a condition says, with all that it reads put in."""
        return tuple(self._inside(program, program.nodes[condition].expr))
