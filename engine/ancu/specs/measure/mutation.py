"""Mutation of the law: the rulebook changed one thing at a time, and which changes a set of scenarios would notice.

A scenario notices a change when it would fail under the changed rulebook. Only what the change can touch is evaluated
again: the programs that read what was changed, the cases they judge, in each the nodes above the change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ancu.decision.deciding import Record, decide
from ancu.decision.model import Decision
from ancu.inference import direct
from ancu.inference.judgment import grounds_of
from ancu.inference.program import Node, Program, is_composition, program_on, reprogram
from ancu.rulebook.expressions import Expr, Name
from ancu.rulebook.references import names_in
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.language.expectations import ExpectedAmount, ExpectedPaper, ExpectedStatus
from ancu.specs.measure.collect import Collection, Example, Place
from ancu.specs.measure.equivalence import decides_alike
from ancu.specs.measure.influence import Influence, influence_of, standing
from ancu.specs.measure.mutants import Mutant, mutants_of
from ancu.specs.measure.reachable import programs_in_force, range_of, ranges

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Killed:
    """A change that a scenario notices, and the first that does."""

    mutant: Mutant
    by: Place


@dataclass(frozen=True)
class Survivor:
    """A change that no scenario notices; ``reached``: whether any scenario judges by what was changed."""

    mutant: Mutant
    reached: bool


@dataclass(frozen=True)
class Mutation:
    """What became of every mutant.

    ``equal`` changes mean the same as the law in canonical form; ``idle`` ones are proven to touch nothing that is ever
    concluded on: a version that no programme reads, a quantity that only texts quote, a rule that only papers ask for.
    """

    collection: Collection
    killed: tuple[Killed, ...]
    survivors: tuple[Survivor, ...]
    equal: int
    idle: tuple[Mutant, ...]

    @property
    def judged(self) -> int:
        return len(self.killed) + len(self.survivors)

    @property
    def score(self) -> float:
        """The changes noticed, of a hundred; 100 where there is nothing to notice."""
        return 100 * len(self.killed) / self.judged if self.judged else 100.0


def mutate(collection: Collection, programmes: Iterable[str] = (), progress: Progress | None = None) -> Mutation:
    """Judge every mutant that ``programmes`` (all by default) can feel by the scenarios of ``collection``."""
    book = collection.book
    chosen = [book.programme(name).programme for name in programmes] or list(book.programmes)
    bench = Bench(collection, chosen)
    mutants = mutants_of(book)
    read = bench.names()
    concerned = [mutant for mutant in mutants.found if mutant.name in read]
    killed: list[Killed] = []
    survivors: list[Survivor] = []
    idle: list[Mutant] = []
    for i, mutant in enumerate(concerned):
        if progress is not None:
            progress(i, len(concerned))
        reached, by = bench.judge(mutant)
        if by is not None:
            killed.append(Killed(mutant, by))
        elif bench.touches(mutant):
            survivors.append(Survivor(mutant, reached))
        else:
            idle.append(mutant)
    if progress is not None:
        progress(len(concerned), len(concerned))
    equal = sum(name in read for name in mutants.equal)
    return Mutation(collection, tuple(killed), tuple(survivors), equal, tuple(idle))


@dataclass(frozen=True)
class PreparedExample:
    """An example with its facts prepared, the values of the nodes on them, and what its status follows from."""

    example: Example
    facts: Mapping[str, Any]
    values: Mapping[str, Any]
    standing: Any


@dataclass
class Group:
    """The cases of one programme in one epoch: judged by one program."""

    programme: str
    day: date
    program: Program
    influence: Influence
    cases: list[PreparedExample] = field(default_factory=list)


class Bench:
    """The cases of a collection, ready to be judged again under any mutant."""

    def __init__(self, collection: Collection, programmes: list[str] | None = None) -> None:
        """For the mutants of ``programmes``, all by default."""
        self.book = collection.book
        self.programmes = programmes = programmes if programmes is not None else list(self.book.programmes)
        self.examples: list[Example] = []
        groups: dict[tuple[str, int], Group] = {}
        for example in collection.sound():
            decision = example.decision
            if decision is None or example.programme not in programmes or not example.expectations:
                continue
            context = decision.context
            self.examples.append(example)
            if context.program is None or context.judgment is None or self._governed(example.programme):
                continue
            key = (example.programme, self.book.epochs.index(context.law_date))
            if key not in groups:
                influence = influence_of(context.program, self._territory(example.programme))
                groups[key] = Group(example.programme, context.law_date, context.program, influence)
            facts = context.program.prepare(context.record, decision.as_of)
            values = context.judgment.values
            groups[key].cases.append(
                PreparedExample(example, facts, values, groups[key].influence.standing(facts, values))
            )
        self.groups = sorted(groups.values(), key=lambda group: (group.programme, group.day))
        self._reads: dict[tuple[int, str], frozenset[str]] = {}
        self._written: dict[tuple[int, str, str], frozenset[str]] = {}
        self._mentions: dict[str, frozenset[str]] = {}
        self._telling: dict[int, frozenset[str]] = {}

    def _territory(self, programme: str) -> str | None:
        return self.book.programmes[programme].territory

    def _governed(self, programme: str) -> bool:
        """Whether another date than the as-of date chooses the law; such programmes are decided anew in full."""
        return self.book.programmes[programme].governed_by is not None

    # -- judging ------------------------------------------------------------------------------------------------

    def judge(self, mutant: Mutant) -> tuple[bool, Place | None]:
        """Whether any case is judged by what ``mutant`` changes, and the first that notices.

        Most changes are noticed by a status or by the outcome of a condition; only where none is are decisions made
        anew in full.
        """
        if mutant.part == "opening":
            return self._reopened(mutant)
        reached = False
        book = self.changed(mutant)
        finer: list[tuple[Example, Program]] = []
        for group in self._concerned(mutant):
            cases = [case for case in group.cases if mutant.day in (None, case.example.law_date)]
            if not cases:
                continue
            program = self.under(mutant, book, group.program, mutant.day or group.day)
            change = Difference(group.program, program)
            amounts = self.pays(mutant, group.programme)
            if not change and not amounts:
                continue
            reached = True
            for case in cases:
                noticed = self._notices(mutant, case, group, program, change, amounts)
                if noticed:
                    return True, case.example.place
                if noticed is None:
                    finer.append((case.example, program))
        for example, program in finer:
            self._keep(book, program, example.decided.context.law_date)
            if not example.holds(self._decide(book, example)):
                return True, example.place
        for example in self.examples:
            if self._governed(example.programme):
                reached = True
                if not example.holds(self._decide(mutant.apply(self.book), example)):
                    return True, example.place
        return reached, None

    def changed(self, mutant: Mutant) -> Rulebook:
        """The mutated rulebook, cut into the epochs of the law as it is: its programs are made for single days."""
        book = mutant.apply(self.book)
        book.__dict__["epochs"] = self.book.epochs
        return book

    @staticmethod
    def _keep(book: Rulebook, program: Program, day: date) -> None:
        """Leave ``program`` where ``book`` looks for its programs."""
        book.__dict__["_programs"] = {(program.programme, book.epochs.index(day)): program}

    def under(self, mutant: Mutant, book: Rulebook, program: Program, day: date) -> Program:
        """``program`` as ``book``, the rulebook under ``mutant``, has it."""
        influence = influence_of(program, self._territory(program.programme))
        changed = reprogram(book, program, day, self._stale(mutant, program, influence, day))
        # A compiled expression is the same in every program.
        changed.cache["parts"] = program.cache.setdefault("parts", {})
        self._keep(book, changed, day)
        return changed

    def _stale(self, mutant: Mutant, program: Program, influence: Influence, day: date) -> frozenset[str]:
        """The nodes of ``program`` whose own text can differ: what was changed, and what has it written into itself."""
        name = mutant.name
        if name in self.book.conditions or name in self.book.defaults:
            return frozenset({name})
        if name in self.book.programmes:
            return frozenset()
        key = (self.book.epochs.index(day), program.programme, name)
        if key not in self._written:
            holders = {name}
            if name in self.book.parameters:
                holders |= {node for node in (program.evidence or program).nodes if name in self._texts(node)}
            # The readings of a condition have its quantities written out.
            inlined = frozenset(holder for holder in holders if holder not in self.book.conditions)
            above = influence.above(inlined) if not inlined.isdisjoint(program.nodes) else ()
            self._written[key] = frozenset({*holders, *above})
        return self._written[key]

    def _texts(self, name: str) -> frozenset[str]:
        """The names that any version of a rule, or what a default applies to, reads."""
        if name not in self._mentions:
            trees = self.book.trees.get(name, ())
            texts = [expr for tree in trees for expr in (tree.expr, tree.other)]
            if name in self.book.defaults:
                texts.append(self.book.defaults[name][0])
            self._mentions[name] = frozenset(found for text in texts for found in names_in(text))
        return self._mentions[name]

    def _concerned(self, mutant: Mutant) -> Iterator[Group]:
        """The groups whose program reads what ``mutant`` changes."""
        for group in self.groups:
            if mutant.day is None and group.day not in mutant.period:
                continue
            if mutant.name == group.programme or mutant.name in self.reads(group.program, group.day):
                yield group

    def reads(self, program: Program, day: date) -> frozenset[str]:
        """The rules, facts and figures by which ``program`` judges on ``day``."""
        key = (self.book.epochs.index(day), program.programme)
        if key not in self._reads:
            found: dict[str, None] = {}
            options = self.book.programmes[program.programme].benefit.options.values()
            whole = program.evidence or program
            queue = [*whole.nodes, *(n for o in options for n in (o.amount, o.months) if n)]
            while queue:
                name = queue.pop()
                if name in found:
                    continue
                found[name] = None
                # Of all versions: a boundary shows on the day on which another is read.
                queue.extend(self._texts(name))
            self._reads[key] = frozenset(found)
        return self._reads[key]

    def names(self) -> frozenset[str]:
        """Everything that the programmes are judged by: their rules, facts and figures, and they themselves."""
        if set(self.programmes) == set(self.book.programmes):
            tables = (self.book.trees, self.book.figures, self.book.defaults, self.book.programmes)
            return frozenset(name for table in tables for name in table)
        found = set(self.programmes)
        for programme in self.programmes:
            for day, program in programs_in_force(self.book, programme):
                found |= self.reads(program, day)
        return frozenset(found)

    def pays(self, mutant: Mutant, programme: str) -> bool:
        """Whether ``mutant`` changes a figure that is an amount by itself."""
        options = self.book.programmes[programme].benefit.options.values()
        return mutant.part in ("figure", "fill") and any(mutant.name in (o.amount, o.months) for o in options)

    def _notices(
        self, mutant: Mutant, case: PreparedExample, group: Group, program: Program, change: Difference, amounts: bool
    ) -> bool | None:
        """Whether ``case`` notices by its status or the outcome of a condition; None where finer things may differ."""
        facts = case.facts
        if mutant.part == "stated":  # the lists are read for other values
            decision = case.example.decided
            facts = program.prepare(decision.context.record, decision.as_of)
        values = change.values(facts, case.values, group.influence, program)
        kinds = case.example.expected_kinds
        if values is not None or change.roots:
            now = values or case.values
            by_status = ExpectedStatus in kinds
            if by_status and standing(program, group.influence.territory, facts, now) != case.standing:
                return True
            if any(now.get(name) is not outcome for name, outcome in case.example.outcomes):
                return True
        felt = values is not None or change.structure or change.readings or (amounts and ExpectedAmount in kinds)
        if not (felt or (change.evidence and ExpectedPaper in kinds)):
            return False
        # A condition that is not met, or unknown, is also expected to carry the result.
        carrying = [name for name, outcome in case.example.outcomes if outcome is not True]
        if carrying and not set(grounds_of(program, program.root, facts, values or case.values)).issuperset(carrying):
            return True
        return None if case.example.needs_decision else False

    def _decide(self, book: Rulebook, example: Example) -> Decision:
        before = example.decided
        return decide(book, Record(before.context.record), example.programme, before.as_of, "direct")

    def _reopened(self, mutant: Mutant) -> tuple[bool, Place | None]:
        book = self.changed(mutant)
        cases = [
            example
            for example in self.examples
            if example.programme == mutant.name
            and example.decision is not None
            and example.decision.as_of == mutant.day
        ]
        for example in cases:
            if not example.holds(self._decide(book, example)):
                return True, example.place
        return bool(cases), None

    # -- what can be felt at all ------------------------------------------------------------------------------------

    def touches(self, mutant: Mutant) -> bool:
        """Whether ``mutant`` changes anything by which a programme can ever judge."""
        if mutant.part == "opening":
            return mutant.name in self.programmes
        book = self.changed(mutant)
        for programme in self.programmes:
            for day, program in programs_in_force(self.book, programme):
                if mutant.day is None and not (day in mutant.period or mutant.name == programme):
                    continue
                shows = mutant.day or day
                if mutant.day is not None and program_on(self.book, programme, shows) is not program:
                    continue
                if not any(shows in opening.period for opening in self.book.programmes[programme].periods):
                    continue
                if mutant.name != programme and mutant.name not in self.reads(program, day):
                    continue
                if self.pays(mutant, programme) and self.can_be_met(program):
                    return True
                changed = self.under(mutant, book, program, shows)
                change = Difference(program, changed)
                if not change.roots and change.names.isdisjoint(self.telling(program)):
                    continue  # read by texts and papers only
                if not decides_alike(self.book, program, changed, change.names, self._territory(programme)):
                    return True
        return False

    def can_be_met(self, program: Program) -> bool:
        """Whether any record can be eligible under ``program``."""
        return True in range_of(program.root, ranges(program)).truth

    def telling(self, program: Program) -> frozenset[str]:
        """The nodes of ``program`` that a status, an amount or an order of priority can rest on."""
        if id(program) in self._telling:
            return self._telling[id(program)]
        definition = self.book.programmes[program.programme]
        roots: list[Expr] = [program.root, *(when for when in program.options.values() if when is not None)]
        queue = [name for root in roots for name in names_in(root)]
        if self.can_be_met(program):
            queue.extend(definition.priority)
            queue.extend(n for o in definition.benefit.options.values() for n in (o.amount, o.months) if n)
        found: set[str] = set()
        while queue:
            name = queue.pop()
            if name not in found and name in program.nodes:
                found.add(name)
                node = program.nodes[name]
                for expr in (node.expr, *node.readings):
                    queue.extend(part.id for part in expr.walk() if isinstance(part, Name))
        self._telling[id(program)] = frozenset(found)
        return self._telling[id(program)]


class Difference:
    """What a changed program has otherwise than the law: nodes, their other readings, the root, what papers ask."""

    def __init__(self, before: Program, after: Program) -> None:
        nodes = {name: node for name, node in after.nodes.items() if before.nodes.get(name) != node}
        self.nodes: Mapping[str, Node] = {name: nodes[name] for name in before.nodes if name in nodes}
        self.names = frozenset(self.nodes)
        self.wider = not after.nodes.keys() <= before.nodes.keys()
        self.readings = any(before.nodes[name].readings != node.readings for name, node in self.nodes.items())
        self.roots = before.root != after.root or before.options != after.options
        # Other parts of a composition carry it, and other doubts reach it, though it comes out the same.
        known = {**after.nodes, **before.nodes}
        pairs = [(before.nodes[name], node) for name, node in self.nodes.items()]
        self.structure = self.roots or any(is_composition(node.expr, known) for pair in pairs for node in pair)
        ours, theirs = before.evidence, after.evidence
        self.evidence = (
            ours is not None
            and theirs is not None
            and any(ours.nodes.get(n) != node for n, node in theirs.nodes.items() if n not in before.nodes)
        )

    def __bool__(self) -> bool:
        return bool(self.nodes) or self.roots or self.evidence or self.wider

    def values(
        self, facts: Mapping[str, Any], values: Mapping[str, Any], influence: Influence, program: Program
    ) -> Mapping[str, Any] | None:
        """The values of the changed program; None where surely none comes out otherwise."""
        if self.wider:  # another version may read what this one does not
            return direct.run(program, facts)
        found = dict(values)
        differs = False
        for name, node in self.nodes.items():
            found[name] = direct.closure_of(program, node.expr)(facts, found)
            differs = differs or (found[name] is not values[name] and found[name] != values[name])
        if not differs:
            return None
        for name in influence.above(self.names):
            found[name] = direct.closure_of(program, program.nodes[name].expr)(facts, found)
        return found
