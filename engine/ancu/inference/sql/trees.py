"""The trees of several programmes over the epochs of a statement: what is computed, by which name, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from ancu.errors import Problem
from ancu.inference.doubts import above
from ancu.inference.least import kind_in
from ancu.inference.marks import Doubted, marks_of, second, unsure_of
from ancu.inference.program import Program, kind_of
from ancu.inference.schedule import Schedule, by_epoch, has_own_date, schedule_of
from ancu.inference.table_schema import SETS, SETS_OF_PEOPLE, NotInColumnsError, bits_of
from ancu.inference.tree_edits import map_children, map_tree
from ancu.inference.verdicts import amounts_of, quantities_of
from ancu.rulebook import expressions as ex
from ancu.rulebook.rulebook import Rulebook

T = TypeVar("T")
#: Values over the epochs, each with the last epoch it holds for.
Versions = tuple[tuple[int, T], ...]
#: The name of a programme's root in its sets.
_ROOT = "="
#: What SQL writes some operand of more than once.
_REPEATED = (ex.Case, ex.AtLeast, ex.Extreme, ex.YearsBetween, ex.AddMonths)


def merged(values: Iterable[tuple[int, T]]) -> Versions[T]:
    """Values by epoch as versions: of neighbours that are equal only the last is kept."""
    versions: list[tuple[int, T]] = []
    for epoch, value in values:
        if versions and versions[-1][1] == value:
            versions[-1] = (epoch, versions[-1][1])
        else:
            versions.append((epoch, value))
    return tuple(versions)


@dataclass
class Entry:
    """One programme of a statement: its programs by epoch, and under which names their nodes stand in the statement.

    ``bits`` give the place of each name in the sets of :data:`~ancu.inference.table_schema.SETS`, ``sets`` the sets;
    ``unsure`` is where a settled verdict is provisional without a doubt; ``quantities`` whether the law of an epoch
    quotes a quantity; ``kinds`` what tells a kind of case.
    """

    name: str
    schedule: Schedule
    ids: dict[str, str] = field(default_factory=dict)
    root: str = ""
    bits: dict[str, dict[str, int]] = field(default_factory=dict)
    unsure: Versions[ex.Expr | None] = ()
    amounts: list[str] = field(default_factory=list)
    quantities: dict[str, Versions[bool]] = field(default_factory=dict)
    sets: dict[str, Versions[ex.Expr]] = field(default_factory=dict)
    kinds: Versions[tuple[ex.Expr, ...]] = ()


class Named:
    """Trees by name, in versions over ``epochs``: in which layers they stand, and what kinds of values they have.

    ``readings`` are the versions of their other readings; ``touched`` are the nodes that a doubt can touch, which are
    evaluated a second time; ``statement_columns`` hold what is made of lists and choices.
    """

    def __init__(self, book: Rulebook, epochs: list[int]) -> None:
        self.book, self.epochs = book, epochs
        self.trees: dict[str, Versions[ex.Expr]] = {}
        self.readings: dict[str, Versions[tuple[ex.Expr, ...]]] = {}
        self.kinds: dict[str, str] = {}
        self.statement_columns: dict[str, str] = {}
        self.touched: set[str] = set()
        self._apart_as: dict[ex.Expr, str] = {}
        self._depths: dict[str, int] = {}

    def split(self, expr: ex.Expr) -> ex.Expr:
        """``expr`` with what SQL would write more than once, one inside another, put in columns of their own."""

        def part(child: ex.Expr) -> ex.Expr:
            split = self.split(child)
            if not any(isinstance(below, _REPEATED) for below in split.walk()):
                return split
            return self._apart(split)

        if isinstance(expr, _REPEATED):
            return map_children(expr, part)
        return map_children(expr, self.split)

    def _apart(self, expr: ex.Expr) -> ex.Name:
        """A column of its own for ``expr``."""
        if expr not in self._apart_as:
            name = self._apart_as[expr] = f"#{len(self._apart_as)}"
            self.trees[name] = ((self.epochs[-1], expr),)
            self.kinds[name] = self.kind(expr)
        return ex.Name(self._apart_as[expr])

    def reads(self, name: str) -> set[str]:
        """What ``name`` reads, in any version and any reading."""
        trees = [expr for _, expr in self.trees[name]]
        trees += [reading for _, readings in self.readings.get(name, ()) for reading in readings]
        return {part.id.removeprefix(second("")) for tree in trees for part in tree.walk() if isinstance(part, ex.Name)}

    def depth(self, name: str) -> int:
        """How many layers ``name`` needs, itself included: it stands above all that it reads."""
        if name not in self._depths:
            self._depths[name] = 1 + max((self.depth(read) for read in self.reads(name)), default=0)
        return self._depths[name]

    def kind(self, expr: ex.Expr) -> str:
        """What kind of value an expression has: ``number`` (or a day), ``yes_no``, ``choice``."""
        match expr:
            case ex.Constant(value):
                return "yes_no" if isinstance(value, bool) else "number" if isinstance(value, int) else "choice"
            case ex.Name(name):
                return self.kinds.get(name.removeprefix(second("")), "yes_no")
            case ex.Unset(name) | ex.Fact(name):
                return self.kind_of_fact(name)
            case ex.Case(_, then, otherwise):
                return self.kind(otherwise) if isinstance(then, ex.Unset) else self.kind(then)
            case ex.Arithmetic() | ex.Extreme() | ex.YearsBetween() | ex.DaysBetween() | ex.AddMonths() | ex.AsOf():
                return "number"
        return "yes_no"

    def kind_of_fact(self, name: str) -> str:
        """What kind of value a fact, or something that is not set, has."""
        return kind_in(self.book, name)


class Trees(Named):
    """All that a statement computes, by name, and what it reads. ``within``: no record lies before the first epoch.

    ``people``: for records whose facts follow from the members of a household. ``kinds``: with what tells the kinds of
    cases (:func:`~ancu.inference.program.kind_of`).
    """

    def __init__(
        self,
        book: Rulebook,
        programmes: list[str],
        days: tuple[date, date] | None,
        *,
        detail: bool,
        single: bool,
        people: bool = False,
        kinds: bool = False,
    ) -> None:
        super().__init__(book, _epochs_of(book, programmes, days))
        self._single, self._people = single, people
        self.sets = SETS_OF_PEOPLE if people else SETS
        self.within = days is not None and days[0] >= book.epochs.starts[self.epochs[0]]
        self.statements: dict[str, tuple[str, frozenset[str]]] = {}
        self.facts: dict[str, None] = {}
        self._known: dict[tuple[Any, ...], str] = {}
        self.entries = [self._entry(name) for name in programmes]
        if detail:
            for entry in self.entries:
                self._add_marks(entry)
        for entry in self.entries if kinds else ():

            def kind(program: Program, entry: Entry = entry) -> tuple[ex.Expr, ...]:
                return tuple(self.own(expr, entry) for expr in kind_of(program))

            entry.kinds = merged(by_epoch(entry.schedule.programs, kind))
        self.statement_columns = {name: f"s_{i}" for i, name in enumerate(self.statements)}
        self.touched = above({name: self.reads(name) for name in self.trees}, self.readings)

    def _entry(self, name: str) -> Entry:
        definition = self.book.programmes[name]
        if has_own_date(self.book, name):
            values = {"programme": lambda lang: definition.title[lang or "vi"]}
            raise NotInColumnsError(Problem("columns_governed_by", values))
        entry = Entry(name, schedule_of(self.book, name, self.epochs, self._people))
        for program in entry.schedule.programs.values():
            self.facts.update(dict.fromkeys((*program.facts, *program.companions)))
            self.statements |= program.statements
        if entry.schedule.programs and definition.region is not None and not self._single:
            # A row is told by its region even where no condition reads it.
            self.facts.setdefault(definition.region)
        if entry.schedule.programs:
            entry.root = entry.ids[_ROOT] = self._tree(f"={name}", lambda program: program.root, entry)

            def unsure(program: Program) -> ex.Expr | None:
                expr = unsure_of(program, _ROOT, definition.territory)
                return expr and self.own(expr, entry)

            entry.unsure = merged(by_epoch(entry.schedule.programs, unsure))
        return entry

    def _tree(self, name: str, of: Callable[[Program], ex.Expr | None], entry: Entry) -> str:
        """Keep the versions that ``of`` gives of the tree called ``name``; returns the name they are kept under.

        The same name may stand for different trees in two programmes, whose figures differ by region.
        """
        versions = self._versions(of, entry)

        def other_readings(program: Program) -> tuple[ex.Expr, ...]:
            node = program.nodes.get(name)
            return tuple(self.own(reading, entry) for reading in node.readings) if node is not None else ()

        readings = merged(by_epoch(entry.schedule.programs, other_readings))
        key = (name, versions, readings)
        if key not in self._known:
            taken = sum(known[0] == name for known in self._known)
            self._known[key] = f"{name}~{taken + 1}" if taken else name
            self.trees[self._known[key]] = versions
            if any(here for _, here in readings):
                self.readings[self._known[key]] = readings
        if name in self.book.types:
            self.kinds[self._known[key]] = self.book.types[name].kind
        return self._known[key]

    def _versions(self, of: Callable[[Program], ex.Expr | None], entry: Entry) -> Versions[ex.Expr]:
        """What ``of`` gives over the epochs; those for which it gives none join a neighbour."""

        def own(program: Program) -> ex.Expr | None:
            expr = of(program)
            return expr and self.own(expr, entry)

        found = by_epoch(entry.schedule.programs, own)
        return merged((epoch, expr) for epoch, expr in found if expr is not None)

    def own(self, expr: ex.Expr, entry: Entry) -> ex.Expr:
        """``expr`` with its names as they are kept here, and what SQL would write twice in columns of its own."""

        def change(node: ex.Expr) -> ex.Expr | None:
            if isinstance(node, Doubted):
                return Doubted(self._id(node.id, entry))
            return ex.Name(self._id(node.id, entry)) if isinstance(node, ex.Name) else None

        return self.split(map_tree(expr, change))

    def _id(self, name: str, entry: Entry) -> str:
        bare = name.removeprefix(second(""))
        if bare not in entry.ids:
            entry.ids[bare] = self._tree(
                bare, lambda program: node.expr if (node := program.nodes.get(bare)) is not None else None, entry
            )
        return second(entry.ids[bare]) if bare != name else entry.ids[bare]

    def _add_marks(self, entry: Entry) -> None:
        """The sets that say what a verdict lacks and hangs on, the bit of each name in them, and what texts need."""
        programs = list(entry.schedule.programs.values())
        entry.amounts = amounts_of(self.book, entry.name, programs)
        quoted = dict(by_epoch(entry.schedule.programs, lambda program: quantities_of(self.book, [program])))
        entry.quantities = {
            name: merged((epoch, name in names) for epoch, names in quoted.items())
            for name in sorted(set().union(*quoted.values()))
        }
        for name in (*entry.amounts, *entry.quantities):
            self._id(name, entry)
        marks = dict(by_epoch(entry.schedule.programs, lambda program: marks_of(program, _ROOT)))
        once = list({id(m): m for m in marks.values()}.values())
        for key in self.sets:
            entry.bits[key] = bits_of(entry.name, [getattr(m, key) for m in once])
            own = {id(m): self.own(getattr(m, key), entry) for m in once}
            entry.sets[key] = merged((epoch, own[id(m)]) for epoch, m in marks.items())


def _epochs_of(book: Rulebook, programmes: list[str], days: tuple[date, date] | None) -> list[int]:
    """The epochs, by index, that the records can lie in and some programme covers."""
    starts = book.epochs.starts
    covered = min(book.programmes[name].covered_from for name in programmes)
    first = book.epochs.index(max(covered, days[0]) if days else covered)
    last = book.epochs.index(days[1]) if days else len(starts) - 1
    return list(range(first, max(first, last) + 1))
