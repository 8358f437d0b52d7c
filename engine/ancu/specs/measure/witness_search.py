"""The search for a witness: a case that a mutant decides otherwise, near the examples that scenarios judge already.

The search starts from examples, those first in which the changed rule decides, and changes one fact, then two,
of those that the rule reads: every value of a choice, and about each threshold one unit below, on and above it.
It is bounded and the same every time; that it finds nothing proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ancu.decision.deciding import Record, decide
from ancu.decision.model import Decision
from ancu.errors import AncuError
from ancu.inference import direct
from ancu.inference.program import Program, program_on
from ancu.rulebook.expressions import Compare, Expr, Fact, Name, Stated
from ancu.rulebook.model import FactDef
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import scaled
from ancu.specs.measure.bench import Bench
from ancu.specs.measure.in_force import programs_in_force
from ancu.specs.measure.influence import influence_of, standing
from ancu.specs.measure.mutant import Mutant
from ancu.specs.measure.program_change import ProgramChange
from ancu.specs.measure.witness import Shown, Witness

#: How many examples to start from, and how many changes of each to try.
BASES, EDITS = 12, 400
_FAR = (date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal())


def find_witness(bench: Bench, mutant: Mutant) -> Witness | None:
    """A case that notices ``mutant``, preferably by its status; None where the search finds none."""
    book = bench.law.changed(mutant)
    best: Witness | None = None
    for programme, day, program, changed in _settings(bench, mutant, book):
        for witness in _Search(bench, mutant, book, programme, day, program, changed).witnesses():
            if witness.shows == "status":
                return witness
            best = best or witness
    return best


def _settings(bench: Bench, mutant: Mutant, book: Rulebook) -> Iterator[tuple[str, date, Program, Program]]:
    """The programmes and days on which ``mutant`` is felt, those first on which scenarios judge."""
    judged = {(group.programme, id(group.program)): group.day for group in bench.groups}
    settings: dict[tuple[str, int], tuple[str, date, Program]] = {}
    for programme in bench.law.programmes:
        for day, program in programs_in_force(bench.law.book, programme):
            if mutant.part == "opening" and programme == mutant.name and mutant.day is not None:
                if mutant.day >= bench.law.book.programmes[programme].covered_from:
                    settings[programme, 0] = (programme, mutant.day, program_on(bench.law.book, programme, mutant.day))
            elif (mutant.day or day) in mutant.period or mutant.day is not None or mutant.name == programme:
                if mutant.name != programme and mutant.name not in bench.law.reads(program, day):
                    continue
                kept = judged.get((programme, id(program)), day)
                shows = mutant.day or (kept if kept in mutant.period or mutant.name == programme else day)
                if mutant.day is not None and program_on(bench.law.book, programme, shows) is not program:
                    continue
                settings.setdefault((programme, id(program)), (programme, shows, program))
    ordered = sorted(settings.values(), key=lambda setting: (setting[0], id(setting[2])) not in judged)
    for programme, day, program in ordered:
        if mutant.part == "opening":
            yield programme, day, program, program
            continue
        changed = bench.law.under(mutant, book, program, day)
        if ProgramChange(program, changed) or bench.law.pays(mutant, programme):
            yield programme, day, program, changed


def _written(record: Mapping[str, Any]) -> tuple[Any, ...]:
    """A record as a key, the same however its lists were made."""
    plain = ((name, sorted(value) if isinstance(value, frozenset) else value) for name, value in record.items())
    return tuple(sorted((name, str(value)) for name, value in plain))


class _Search:
    """Looks for a witness under one program, and that program changed."""

    def __init__(
        self,
        bench: Bench,
        mutant: Mutant,
        book: Rulebook,
        programme: str,
        day: date,
        program: Program,
        changed: Program,
    ) -> None:
        self.bench, self.mutant, self.changed_book = bench, mutant, book
        self.book, self.programme, self.day, self.program, self.changed = (
            bench.law.book,
            programme,
            day,
            program,
            changed,
        )
        self.territory = bench.law.book.programmes[programme].territory
        differing = ProgramChange(program, changed).names or {mutant.name}
        self.names = tuple(name for name in program.nodes if name in differing)
        self.leaves = self._leaves()
        self.compared = list(self._compares())

    def witnesses(self) -> Iterator[Witness]:
        bases = self._bases()
        for depth in (0, 1, 2):
            for near, base in bases:
                for count, (facts, edits) in enumerate(self._edited(base, depth)):
                    if count > EDITS:
                        break
                    witness = self._shown(facts, edits, near)
                    if witness is not None:
                        yield witness
                        if witness.shows == "status":
                            return
                        break

    def _bases(self) -> list[tuple[str, dict[str, Any]]]:
        """Recorded cases of the programme to start from: those in which the rule decides, or may, first."""
        ranked: dict[tuple[Any, ...], tuple[int, str, dict[str, Any]]] = {}
        influence = influence_of(self.program, self.territory)
        nodes = self.program.nodes
        ours, above = (
            [name for name in names if nodes[name].kind == "condition"][:4]
            for names in (self.names, influence.above(frozenset(self.names)))
        )
        own = [group for group in self.bench.groups if group.programme == self.programme]
        for group in own or self.bench.groups:
            for case in group.cases:
                context = case.example.decided.context
                record = {name: value for name, value in context.record.items() if name in self.program.facts}
                facts = self.program.prepare(record, self.day)
                values = direct.run(self.program, facts)
                decides = (any(influence.is_decisive(facts, values, n) for n in names) for names in (ours, above))
                distance = next((i for i, decisive in enumerate(decides) if decisive), 2)
                outcome = standing(self.program, self.territory, facts, values)[0]
                rank = 2 * distance + (outcome is not True) + 6 * (group.program is not self.program)
                ranked.setdefault(_written(record), (rank, str(case.example.place), record))
        ordered = sorted(ranked.values(), key=lambda ranking: ranking[0])
        return [(near, record) for _, near, record in ordered[:BASES]]

    def _edited(self, base: dict[str, Any], depth: int) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
        if depth == 0:
            yield base, {}
            return
        for facts, edits in self._edited(base, depth - 1):
            # Two edits are tried in one order only.
            last = max((self.leaves.index(name) for name in edits), default=-1)
            for name in self.leaves[last + 1 :]:
                for value in self._values(name, facts):
                    if facts.get(name) != value:
                        other = {**facts, name: value}
                        if value is None:
                            del other[name]
                        yield other, {**edits, name: value}

    def _leaves(self) -> tuple[str, ...]:
        """The facts that what was changed reads, in either rulebook."""
        leaves: dict[str, None] = {}
        seen: set[str] = set()

        def visit(program: Program, expr: Expr) -> None:
            for part in expr.walk():
                if isinstance(part, Fact):
                    leaves.setdefault(part.id)
                elif isinstance(part, Stated):
                    leaves.setdefault(program.statements.get(part.fact, (part.fact, None))[0])
                elif isinstance(part, Name) and part.id not in seen:
                    seen.add(part.id)
                    visit(program, program.nodes[part.id].expr)

        for program in (self.program, self.changed):
            seen.clear()
            for name in self.names:
                if name in program.nodes:
                    node = program.nodes[name]
                    for expr in (node.expr, *node.readings):
                        visit(program, expr)
            if not self.names:
                visit(program, program.root)
        return tuple(leaves)

    def _values(self, name: str, facts: Mapping[str, Any]) -> Iterator[Any]:
        fact = self.book.facts[name]
        kind = fact.value_type.kind
        if kind == "yes_no":
            yield from (True, False)
        elif kind == "choice":
            yield from fact.values
        elif kind == "list":
            yield from (frozenset({value}) for value in fact.values)
        else:
            yield from self._thresholds(name, fact, facts)
        yield None

    def _compares(self) -> Iterator[tuple[Program, Compare]]:
        """The comparisons below what was changed, in either rulebook."""
        for program in (self.program, self.changed):
            queue, seen = list(self.names), set(self.names)
            while queue:
                node = program.nodes.get(queue.pop())
                for expr in (node.expr, *node.readings) if node is not None else ():
                    for part in expr.walk():
                        if isinstance(part, Compare):
                            yield program, part
                        elif isinstance(part, Name) and part.id not in seen:
                            seen.add(part.id)
                            queue.append(part.id)

    def _thresholds(self, name: str, fact: FactDef, facts: Mapping[str, Any]) -> Iterator[int]:
        """About each comparison that hangs on ``name``: the values on both sides of where it turns."""
        low, high = self._bounds(fact)
        turns: dict[int, None] = {}
        for program, compare in self.compared:

            def truth(value: int, program: Program = program, compare: Compare = compare) -> Any:
                prepared = program.prepare({**facts, name: value}, self.day)
                return direct.closure_of(program, compare)(prepared, direct.run(program, prepared))

            at_low, at_high = truth(low), truth(high)
            if at_low is None or at_high is None or at_low is at_high:
                continue
            a, b = low, high
            while b - a > 1:
                middle = (a + b) // 2
                a, b = (middle, b) if truth(middle) is at_low else (a, middle)
            turns.update(dict.fromkeys(v for v in (a, b, a - 1, b + 1) if low <= v <= high))
        yield from turns

    @staticmethod
    def _bounds(fact: FactDef) -> tuple[int, int]:
        if fact.bounds is None:
            return _FAR
        if isinstance(fact.bounds.min, date) and isinstance(fact.bounds.max, date):
            return fact.bounds.min.toordinal(), fact.bounds.max.toordinal()
        ends = [scaled(end, fact.value_type.scale) for end in (fact.bounds.min, fact.bounds.max)]  # type: ignore[arg-type]
        assert ends[0] is not None
        assert ends[1] is not None
        return ends[0], ends[1]

    def _shown(self, record: dict[str, Any], edits: dict[str, Any], near: str) -> Witness | None:
        if self.mutant.part != "opening" and not self.bench.law.pays(self.mutant, self.programme):
            before, after = (self._values_of(program, record) for program in (self.program, self.changed))
            doubts = any(self.program.nodes[n].readings != self.changed.nodes[n].readings for n in self.names)
            same = not doubts and all(before[0].get(n) == after[0].get(n) for n in self.names) and before[1] == after[1]
            if same and self.mutant.part != "doubt" and self.program.root == self.changed.root:
                return None
        try:
            ours, theirs = (
                decide(book, Record(record), self.programme, self.day, "direct")
                for book in (self.book, self.changed_book)
            )
        except AncuError:
            return None
        shows, condition = self._difference(ours, theirs)
        if shows is None:
            return None
        return Witness(self.programme, ours, shows, condition, edits, near)

    def _values_of(self, program: Program, record: Mapping[str, Any]) -> tuple[Mapping[str, Any], Any]:
        facts = program.prepare(record, self.day)
        values = direct.run(program, facts)
        return values, standing(program, self.territory, facts, values)

    def _difference(self, ours: Decision, theirs: Decision) -> tuple[Shown | None, str | None]:
        if (ours.status, ours.why) != (theirs.status, theirs.why):
            return "status", None
        if ours.chosen and [o for o in ours.options if o.option in ours.chosen] != [
            o for o in theirs.options if o.option in theirs.chosen
        ]:
            return "amount", None
        if ours.provisional is not theirs.provisional:
            return "provisional", None
        if ours.priority != theirs.priority:
            ranks = self.book.programmes[self.programme].priority
            return "priority", next(n for n in ranks if (n in ours.priority) is not (n in theirs.priority))
        a, b = ours.context.judgment, theirs.context.judgment
        if a is not None and b is not None and ours.status != "not_in_force":
            for name in self.program.nodes:
                differs = name in self.book.conditions and a.values[name] is not b.values.get(name)
                # A step may say of any condition that it is met; of a failed or open one, where it is a ground.
                if differs and (a.values[name] is True or name in ours.grounds):
                    return "condition", name
        return None, None
