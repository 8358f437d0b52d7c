"""The third engine: programmes compiled to one SQL statement that judges a whole table of records.

The same trees as the other engines, for every epoch at once: each row is judged by the law of its own as-of date. Nodes
stand in layers of derived tables, each reading the one below, since engines copy what an alias stands for. What several
programmes read is computed once. Logic is strong Kleene: and, or, not and comparison are SQL's own, the rest is spelt
out. Numbers are integers, as everywhere. :mod:`ancu.inference.tables` says what the source table holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlglot import exp

from ancu.errors import Problem
from ancu.inference.marks import Doubted, Gather, Mark, Same, Unknown, marks_of, second
from ancu.inference.program import Program, map_children, map_tree, program_on
from ancu.inference.sql.dialects import Dates, Dialect, integer, integer32, joined, null, same, when
from ancu.inference.tables import NotInColumnsError, Part, bits_of
from ancu.inference.verdicts import (
    CLOSED,
    NOT_COVERED,
    NOT_YET,
    OTHER_REGION,
    OUTCOMES,
    REASON_BASE,
    VERDICTS,
    amounts_of,
    quantities_of,
)
from ancu.rulebook.expressions import (
    AddMonths,
    And,
    Arithmetic,
    AsOf,
    AtLeast,
    Case,
    Compare,
    Constant,
    DaysBetween,
    Expr,
    Extreme,
    Fact,
    Name,
    Not,
    Or,
    Stated,
    Unset,
    Within,
    YearsBetween,
)
from ancu.rulebook.rulebook import Rulebook

if TYPE_CHECKING:
    from sqlglot.expressions import Expr as Sql


@dataclass(frozen=True)
class Statement:
    """Programmes compiled for a dialect: ``sql`` yields a row for every row of the source, in any order.

    For one programme its columns are the kept ones, ``status``, ``why``, ``provisional`` and ``reason``, a number that
    stands for the outcome and the reported conditions that carry it (:func:`reason_of`). For several, each has
    ``ID.verdict`` (a place in :data:`VERDICTS`), ``ID.provisional`` and ``ID.reason``, and ``epoch`` says which law was
    applied; with detail also what :class:`~ancu.inference.tables.Part` describes. ``values`` are the columns of the
    quantities that texts quote, by name. ``steps`` are the columns of its derived tables, to be selected one table from
    the other, the first from the source.
    """

    parts: tuple[Part, ...]
    dialect: Dialect
    sql: str
    facts: tuple[str, ...]
    values: Mapping[str, str] = field(default_factory=dict)
    steps: tuple[tuple[str, ...], ...] = ()

    @property
    def programme(self) -> str:
        """The programme of a statement for one."""
        return self.parts[0].programme


def compile_programme(
    book: Rulebook,
    programme: str,
    dialect: Dialect = "duckdb",
    source: str = "cases",
    keep: Iterable[str] = ("case_id", "as_of"),
) -> Statement:
    """The statement that judges every row of ``source`` under ``programme``, and passes its columns ``keep`` on."""
    name = book.programme(programme).programme
    return _Compiler(book, [name], dialect, None, detail=False, single=True).compile(source, tuple(keep))


def compile_programmes(
    book: Rulebook,
    programmes: Iterable[str],
    days: tuple[date, date],
    *,
    detail: bool,
    dialect: Dialect = "duckdb",
    source: str = "cases",
    keep: Iterable[str] = (),
) -> Statement:
    """One statement for several programmes, for records whose as-of dates lie within ``days``, both included.

    ``detail`` adds ``epoch``, the row's epoch, and the columns on which the texts of a decision depend.
    """
    return _Compiler(book, list(programmes), dialect, days, detail=detail, single=False).compile(source, tuple(keep))


# -- the compiler -----------------------------------------------------------------------------------------------------

Versions = tuple[tuple[int, Expr], ...]
#: Columns of a derived table: SQL by name.
Layer = dict[str, str]


@dataclass
class _Judged:
    """A programme in the compiler: its program in each epoch in which it is in force, and the names of its nodes."""

    name: str
    verdicts: dict[int, int]
    programs: dict[int, Program]
    ids: dict[str, str] = field(default_factory=dict)
    root: str = ""
    causes: dict[str, int] = field(default_factory=dict)
    law: dict[str, int] = field(default_factory=dict)
    amounts: list[str] = field(default_factory=list)
    quantities: list[str] = field(default_factory=list)
    #: The sets, each with the last epoch it holds for, as they stand in the statement.
    sets: dict[str, list[tuple[int, Expr]]] = field(default_factory=dict)


class _Compiler:
    def __init__(
        self,
        book: Rulebook,
        programmes: list[str],
        dialect: Dialect,
        days: tuple[date, date] | None,
        *,
        detail: bool,
        single: bool,
    ) -> None:
        self.book, self.dialect, self.detail, self.single = book, dialect, detail, single
        self.dates = Dates(dialect)
        self.epochs = self._epochs_of(programmes, days)
        # Whether no record can lie before the first epoch.
        self.within = days is not None and days[0] >= book.epochs.starts[self.epochs[0]]
        self.trees: dict[str, Versions] = {}
        self.readings: dict[str, tuple[tuple[int, tuple[Expr, ...]], ...]] = {}
        self.known: dict[tuple[Any, ...], str] = {}
        self.split: dict[Expr, str] = {}
        self.statements: dict[str, tuple[str, frozenset[str]]] = {}
        self.facts: dict[str, None] = {}
        self.kinds: dict[str, str] = {}
        self.depths: dict[str, int] = {}
        self.judged = [self._judged(name) for name in programmes]
        if detail:
            for judged in self.judged:
                self._add_marks(judged)
        self.statement_columns = {name: f"s_{i}" for i, name in enumerate(self.statements)}
        self.affected = self._above(set(self.readings))

    # -- what is compiled -----------------------------------------------------------------------------------------

    def _epochs_of(self, programmes: list[str], days: tuple[date, date] | None) -> list[int]:
        """The epochs, by index, that the records can lie in and some programme covers."""
        starts = self.book.epochs.starts
        covered = min(self.book.programmes[name].covered_from for name in programmes)
        first = self.book.epochs.index(max(covered, days[0]) if days else covered)
        last = self.book.epochs.index(days[1]) if days else len(starts) - 1
        return list(range(first, max(first, last) + 1))

    def _judged(self, name: str) -> _Judged:
        definition = self.book.programmes[name]
        if definition.governed_by is not None:
            values = {"programme": lambda lang: definition.title[lang or "vi"]}
            raise NotInColumnsError(Problem("columns_governed_by", values))
        judged = _Judged(name, {}, {})
        opened = min(opening.period.start for opening in definition.periods)
        for epoch in self.epochs:
            day = self.book.epochs.starts[epoch]
            if day < definition.covered_from:
                judged.verdicts[epoch] = NOT_COVERED
            elif not any(day in opening.period for opening in definition.periods):
                judged.verdicts[epoch] = NOT_YET if day < opened else CLOSED
            else:
                program = judged.programs[epoch] = program_on(self.book, name, day)
                self.facts.update(dict.fromkeys(program.facts))
                self.statements |= program.statements
        if judged.programs and definition.region is not None and not self.single:
            # A row is told by its region even where no condition reads it.
            self.facts.setdefault(definition.region)
        if judged.programs:
            judged.root = self._tree(f"={name}", lambda program: program.root, judged)
        return judged

    def _tree(self, name: str, of: Callable[[Program], Expr | None], judged: _Judged) -> str:
        """Keep the versions that ``of`` gives of the tree called ``name``; returns the name they are kept under.

        The same name may stand for different trees in two programmes, whose figures differ by region.
        """
        versions = self._versions(of, judged)
        readings: list[tuple[int, tuple[Expr, ...]]] = []
        for epoch, program in judged.programs.items():
            node = program.nodes.get(name)
            here = tuple(self._own(reading, judged) for reading in node.readings) if node is not None else ()
            if readings and readings[-1][1] == here:
                readings[-1] = (epoch, here)
            else:
                readings.append((epoch, here))
        key = (name, versions, tuple(readings))
        if key not in self.known:
            taken = sum(known[0] == name for known in self.known)
            self.known[key] = f"{name}~{taken + 1}" if taken else name
            self.trees[self.known[key]] = versions
            if any(here for _, here in readings):
                self.readings[self.known[key]] = tuple(readings)
        if name in self.book.types:
            self.kinds[self.known[key]] = self.book.types[name].kind
        return self.known[key]

    def _versions(self, of: Callable[[Program], Expr | None], judged: _Judged) -> Versions:
        """An expression over the epochs, each with the last it holds for; epochs without one join a neighbour."""
        found: list[tuple[int, Expr]] = []
        for epoch, program in judged.programs.items():
            expr = of(program)
            if expr is None:
                continue
            expr = self._own(expr, judged)
            if found and found[-1][1] == expr:
                found[-1] = (epoch, expr)
            else:
                found.append((epoch, expr))
        return tuple(found)

    def _own(self, expr: Expr, judged: _Judged) -> Expr:
        """``expr`` with its names as they are kept here, and what SQL would write twice in columns of its own."""

        def change(node: Expr) -> Expr | None:
            if isinstance(node, Doubted):
                return Doubted(self._id(node.id, judged))
            return Name(self._id(node.id, judged)) if isinstance(node, Name) else None

        return self._split(map_tree(expr, change))

    def _id(self, name: str, judged: _Judged) -> str:
        bare = name.removeprefix(second(""))
        if bare not in judged.ids:
            judged.ids[bare] = self._tree(
                bare, lambda program: node.expr if (node := program.nodes.get(bare)) is not None else None, judged
            )
        return second(judged.ids[bare]) if bare != name else judged.ids[bare]

    def _split(self, expr: Expr) -> Expr:
        """``expr`` with what SQL would write more than once, one inside another, put in columns of their own."""

        def part(child: Expr) -> Expr:
            split = self._split(child)
            if not any(isinstance(below, _REPEATED) for below in split.walk()):
                return split
            return self._apart(split)

        if isinstance(expr, _REPEATED):
            return map_children(expr, part)
        return map_children(expr, self._split)

    def _add_marks(self, judged: _Judged) -> None:
        """The sets that say what a verdict lacks and hangs on, the bit of each name in them, and what texts need."""
        judged.ids[_ROOT] = judged.root
        programs = list(judged.programs.values())
        judged.amounts = amounts_of(self.book, judged.name, programs)
        judged.quantities = quantities_of(self.book, programs)
        for name in (*judged.amounts, *judged.quantities):
            self._id(name, judged)
        found = [(epoch, marks_of(program, _ROOT)) for epoch, program in judged.programs.items()]
        judged.causes = bits_of(judged.name, [marks.causes for _, marks in found])
        judged.law = bits_of(judged.name, [set_ for _, marks in found for set_ in (marks.caveats, marks.options)])
        for key, of in (
            ("causes", [(epoch, (marks.causes,)) for epoch, marks in found]),
            ("law", [(epoch, (marks.caveats, marks.options)) for epoch, marks in found]),
        ):
            said: list[tuple[int, Expr]] = []
            for epoch, sets in of:
                own = self._own(Gather(Constant(True), sets), judged)
                if said and said[-1][1] == own:
                    said[-1] = (epoch, own)
                else:
                    said.append((epoch, own))
            judged.sets[key] = said

    def _apart(self, expr: Expr) -> Name:
        """A column of its own for ``expr``."""
        if expr not in self.split:
            self.split[expr] = f"#{len(self.split)}"
            self.trees[self.split[expr]] = ((self.epochs[-1], expr),)
            self.kinds[self.split[expr]] = self._kind(expr)
        return Name(self.split[expr])

    # -- shape ------------------------------------------------------------------------------------------------------

    def _reads(self, name: str) -> set[str]:
        trees = [expr for _, expr in self.trees[name]]
        trees += [reading for _, readings in self.readings.get(name, ()) for reading in readings]
        return {part.id.removeprefix(second("")) for tree in trees for part in tree.walk() if isinstance(part, Name)}

    def _depth(self, name: str) -> int:
        if name not in self.depths:
            self.depths[name] = 1 + max((self._depth(read) for read in self._reads(name)), default=0)
        return self.depths[name]

    def _above(self, names: set[str]) -> set[str]:
        """``names`` and everything that reads one of them."""
        reads = {name: self._reads(name) for name in self.trees}
        found = set(names)
        while True:
            more = {name for name in self.trees if name not in found and reads[name] & found}
            if not more:
                return found
            found |= more

    # -- the statement ------------------------------------------------------------------------------------------------

    def compile(self, source: str, keep: tuple[str, ...]) -> Statement:
        base = self._base(keep)
        layers: list[Layer] = [{"a_epoch": self._sql(self._epoch())}]
        layers += self._by_depth(list(self.trees), lambda name: self._dated(self.trees[name]), "n")
        # Once more with the conditions whose readings differ held unknown, for what depends on them.
        layers.append({_column("d", name): self._sql(self._differs(name)) for name in self.readings})
        layers += self._by_depth([name for name in self.trees if name in self.affected], self._second, "m")
        outcomes: Layer = {}
        for judged in self.judged:
            outcomes[_column("v", judged.name)] = self._sql(self._verdict(judged))
            outcomes[_column("r", judged.name)] = self._sql(self._reason(judged))
            outcomes[_column("p", judged.name)] = self._sql(self._provisional(judged))
            if self.detail:
                for key in ("causes", "law"):
                    outcomes[_column(key[0], judged.name)] = self._sql(self._set(judged, key))
        layers.append(outcomes)
        columns = {name: _quoted(f"k_{name}") for name in keep}
        parts = []
        if self.single:
            columns |= self._result(self.judged[0])
            parts.append(Part(self.judged[0].name))
        else:
            columns["epoch"] = _quoted("a_epoch")
            for judged in self.judged:
                part, added = self._part(judged)
                parts.append(part)
                columns |= added
        values = self._values() if self.detail else {}
        columns |= {f"value.{name}": value for name, value in values.items()}
        final = {name: self._sql(value) for name, value in columns.items()}
        steps = self._steps([base, *layers, final])
        sql = self._nested(self._sql(exp.table_(source, quoted=True)), steps)
        shown = {name: f"value.{name}" for name in values}
        return Statement(tuple(parts), self.dialect, sql, tuple(self.facts), shown, steps)

    def _sql(self, tree: Sql) -> str:
        return tree.sql(dialect=self.dialect)

    def _steps(self, layers: list[Layer]) -> tuple[tuple[str, ...], ...]:
        """The columns of each layer, taken from the one before; none that nothing above it reads."""
        mark = "`" if self.dialect == "spark" else '"'
        reference = re.compile(f"{mark}([^{mark}]+){mark}")
        shown: list[tuple[str, ...]] = []
        wanted = dict.fromkeys(layers[-1])
        for layer in reversed(layers):
            here = {name: sql for name, sql in layer.items() if name in wanted}
            passed = [name for name in wanted if name not in here]
            columns = [f"{mark}{name}{mark}" for name in passed]
            columns += [f"{sql} AS {mark}{name}{mark}" for name, sql in here.items()]
            shown.append(tuple(columns) or ("1 AS nothing",))
            read = (name for sql in here.values() for name in reference.findall(sql))
            wanted = dict.fromkeys((*passed, *read))
        return tuple(reversed(shown))

    def _nested(self, source: str, steps: Iterable[tuple[str, ...]]) -> str:
        """Each layer a derived table over the one before."""
        # PostgreSQL's planner would copy each column into whatever reads it.
        wall = "\nOFFSET 0" if self.dialect == "postgres" else ""
        sql = source
        named = []
        for i, columns in enumerate(steps):
            body = ",\n  ".join(columns)
            below = sql if i == 0 else f"(\n{sql}{wall}\n) AS t"
            if self.dialect == "spark" and i > 0:
                # Spark's parser takes minutes over what is nested deeply, and no time over the same one by one.
                named.append(f"t{i} AS (\n{sql}\n)")
                below = f"t{i}"
            sql = f"SELECT\n  {body}\nFROM {below}"
        return f"WITH {', '.join(named)}\n{sql}" if named else sql

    def _base(self, keep: tuple[str, ...]) -> Layer:
        columns = {f"k_{name}": _quoted(name) for name in keep}
        columns["a_as_of"] = self.dates.ordinal(_quoted("as_of"))
        for fact in self.facts:
            column: Sql = _quoted(fact)
            if self.book.facts[fact].value_type.kind == "date":
                column = self.dates.ordinal(column)
            columns[f"f_{fact}"] = column
        for name, (fact, accepted) in self.statements.items():
            columns[self.statement_columns[name]] = self._states(fact, sorted(accepted))
        return {name: self._sql(value) for name, value in columns.items()}

    def _epoch(self) -> Sql:
        starts = self.book.epochs.starts
        if len(self.epochs) == 1 and self.within:
            return integer(self.epochs[0])
        branches = [
            (exp.LT(this=_quoted("a_as_of"), expression=integer(starts[epoch].toordinal())), before)
            for epoch, before in zip(self.epochs, [null("number"), *map(integer, self.epochs)], strict=False)
        ]
        return when(*branches, otherwise=integer(self.epochs[-1]))

    def _states(self, fact: str, accepted: list[str]) -> Sql:
        column = _quoted(fact)
        if self.book.facts[fact].type == "list":
            marks = [exp.Literal.string(f"%;{value};%") for value in accepted]
            return joined(exp.or_, [exp.Like(this=column.copy(), expression=mark) for mark in marks])
        return exp.In(this=column, expressions=[exp.Literal.string(value) for value in accepted])

    def _by_depth(self, names: list[str], of: Callable[[str], Sql], prefix: str) -> list[Layer]:
        """A layer for each depth at which some of ``names`` stand, each reading only those below."""
        levels: dict[int, Layer] = {}
        for name in names:
            levels.setdefault(self._depth(name), {})[_column(prefix, name)] = self._sql(of(name))
        return [levels[level] for level in sorted(levels)]

    # -- values -------------------------------------------------------------------------------------------------------

    def _by_epoch(self, said: list[tuple[int, Sql]]) -> Sql:
        """One of several values, each with the last epoch it holds for."""
        if len(said) == 1:
            return said[0][1]
        branches = [(exp.LTE(this=_quoted("a_epoch"), expression=integer(last)), value) for last, value in said[:-1]]
        return when(*branches, otherwise=said[-1][1])

    def _dated(self, versions: Versions) -> Sql:
        return self._by_epoch([(last, self._expr(expr)) for last, expr in versions])

    def _differs(self, name: str) -> Sql:
        """Whether another reading of a condition that is settled here has another value."""
        value = _quoted(_column("n", name))
        known = exp.not_(exp.Is(this=value.copy(), expression=exp.Null()))

        def differs(readings: tuple[Expr, ...]) -> Sql:
            others = [exp.not_(exp.paren(same(self._expr(reading), value.copy()))) for reading in readings]
            return joined(exp.and_, [known.copy(), joined(exp.or_, others)]) if others else exp.false()

        return self._by_epoch([(last, differs(readings)) for last, readings in self.readings[name]])

    def _second(self, name: str) -> Sql:
        value = self._dated(tuple((last, self._doubting(expr)) for last, expr in self.trees[name]))
        if name not in self.readings:
            return value
        return when((_quoted(_column("d", name)), null("yes_no")), otherwise=value)

    @staticmethod
    def _doubting(expr: Expr) -> Expr:
        """``expr`` reading the second values of what it reads."""
        return map_tree(expr, lambda node: Name(second(node.id)) if isinstance(node, Name) else None)

    # -- what a programme comes to ------------------------------------------------------------------------------------

    def _verdict(self, judged: _Judged) -> Sql:
        """The row's place in :data:`VERDICTS`: by its epoch alone where the programme is not in force."""
        here: Sql = exp.Null()
        if judged.programs:
            root = _quoted(_column("n", judged.root))
            branches: list[tuple[Sql, Sql]] = []
            territory = self.book.programmes[judged.name].territory
            if territory is not None:
                outside = exp.not_(_quoted(_column("n", judged.ids[territory])))
                branches.append((outside, integer(OTHER_REGION)))
            branches += [(root, integer(0)), (exp.not_(root.copy()), integer(1))]
            here = when(*branches, otherwise=integer(2))
        said: list[tuple[int, Sql]] = []
        for epoch in self.epochs:
            value = integer(judged.verdicts[epoch]) if epoch in judged.verdicts else here
            if said and said[-1][1] == value:
                said[-1] = (epoch, value)
            else:
                said.append((epoch, value))
        return self._unless_before(self._by_epoch(said), integer(NOT_COVERED))

    def _unless_before(self, value: Sql, otherwise: Sql) -> Sql:
        """``value``, but ``otherwise`` where a record lies before the first epoch."""
        if self.within:
            return value
        return when((exp.Is(this=_quoted("a_epoch"), expression=exp.Null()), otherwise), otherwise=value)

    def _in_force(self, judged: _Judged, value: Sql, otherwise: Sql) -> Sql:
        """``value`` in the epochs in which the programme is in force."""
        if not judged.programs:
            return otherwise
        said: list[tuple[int, Sql]] = []
        for epoch in self.epochs:
            here = value if epoch in judged.programs else otherwise
            if said and said[-1][1] is here:
                said[-1] = (epoch, here)
            else:
                said.append((epoch, here))
        return self._unless_before(self._by_epoch(said), otherwise)

    def _provisional(self, judged: _Judged) -> Sql:
        if judged.root not in self.affected:
            return exp.false()
        root = _quoted(_column("n", judged.root))
        known = exp.not_(exp.Is(this=root, expression=exp.Null()))
        lost = exp.Is(this=_quoted(_column("m", judged.root)), expression=exp.Null())
        return self._in_force(judged, exp.paren(exp.and_(known, lost)), exp.false())

    def _reason(self, judged: _Judged) -> Sql:
        """The number of :func:`reason_of`."""
        said: list[tuple[int, Sql]] = []
        last: Program | None = None
        for epoch, program in judged.programs.items():
            if program is last:
                said[-1] = (epoch, said[-1][1])
            else:
                said.append((epoch, self._reason_in(judged, program)))
            last = program
        return self._in_force(judged, self._by_epoch(said), null("number")) if said else null("number")

    def _reason_in(self, judged: _Judged, program: Program) -> Sql:
        root = _quoted(_column("n", judged.root))
        # For each reported condition the ways down to it, through parts that must have the root's value too.
        ways: dict[str, list[list[Expr]]] = {name: [] for name in program.reported}

        def visit(expr: Expr, way: list[Expr], conjoined: bool) -> None:
            # A conjunction whose part has the root's value has it as well, up to the root.
            conjoined = conjoined and isinstance(expr, And)
            if isinstance(expr, Name):
                ways[expr.id].append([*way, expr])
                return
            below = way if conjoined or expr is program.summary else [*way, expr]
            for child in expr.children():
                visit(child, below, conjoined)

        visit(program.summary, [], True)
        conjoined = _conjoined(program.summary)

        def carried(outcome: bool | None) -> Sql:
            total: Sql = integer32(OUTCOMES[outcome] * REASON_BASE)
            for i, name in enumerate(program.reported):
                bit: Sql = integer32(1 << i)
                if not (outcome and name in conjoined):
                    tests = [joined(exp.and_, [self._has(e, outcome, judged) for e in way]) for way in ways[name]]
                    bit = when((joined(exp.or_, tests), bit), otherwise=integer32(0))
                total = exp.Add(this=total, expression=bit)
            return total

        return when((root, carried(True)), (exp.not_(root.copy()), carried(False)), otherwise=carried(None))

    def _has(self, expr: Expr, value: bool | None, judged: _Judged) -> Sql:
        """Whether ``expr`` is met, is not met, is unknown; where it is not so, this may be unknown itself."""
        found = exp.paren(self._expr(self._own(expr, judged)))
        if value is None:
            return exp.Is(this=found, expression=exp.Null())
        return found if value else exp.not_(found)

    def _result(self, judged: _Judged) -> dict[str, Sql]:
        """The columns for one programme, in words."""
        verdict = _quoted(_column("v", judged.name))

        def said(words: list[str | None]) -> Sql:
            branches: list[tuple[Sql, Sql]] = [
                (exp.EQ(this=verdict.copy(), expression=integer(i)), exp.Literal.string(word))
                for i, word in enumerate(words)
                if word is not None
            ]
            return when(*branches, otherwise=null("choice"))

        return {
            "status": said([status for status, _ in VERDICTS]),
            "why": said([why for _, why in VERDICTS]),
            "provisional": _quoted(_column("p", judged.name)),
            "reason": _quoted(_column("r", judged.name)),
        }

    def _part(self, judged: _Judged) -> tuple[Part, dict[str, Sql]]:
        """The columns for one of several programmes, as numbers; what several quote stands once."""
        name = judged.name
        columns: dict[str, Sql] = {
            f"{name}.verdict": exp.cast(_quoted(_column("v", name)), "SMALLINT"),
            f"{name}.provisional": _quoted(_column("p", name)),
            f"{name}.reason": _quoted(_column("r", name)),
        }
        region = self.book.programmes[name].region
        if region is not None and region in self.facts:
            columns[f"region.{region}"] = _quoted(f"f_{region}")
        if not self.detail:
            return Part(name, judged.programs), columns
        for key in ("causes", "law"):
            columns[f"{name}.{key}"] = _quoted(_column(key[0], name))
        if not judged.programs:
            return Part(name), columns
        amounts = {figure: f"{name}.amount.{figure}" for figure in judged.amounts}
        for figure, column in amounts.items():
            eligible = exp.EQ(this=_quoted(_column("v", name)), expression=integer(0))
            columns[column] = when((eligible, _quoted(_column("n", judged.ids[figure]))), otherwise=null("number"))
        return Part(name, judged.programs, judged.causes, judged.law, amounts), columns

    def _values(self) -> dict[str, Sql]:
        """The quantities that texts quote: as the first programme that knows them has them."""
        found: dict[str, list[Sql]] = {}
        for judged in self.judged:
            for name in judged.quantities:
                value = self._in_force(judged, _quoted(_column("n", judged.ids[name])), null(self.kinds[name]))
                said = found.setdefault(name, [])
                if value not in said:
                    said.append(value)
        return {n: v[0] if len(v) == 1 else exp.Coalesce(this=v[0], expressions=v[1:]) for n, v in found.items()}

    def _set(self, judged: _Judged, key: str) -> Sql:
        """A set of names as the sum of their bits; empty where nothing was judged."""
        bits = judged.causes if key == "causes" else judged.law
        said = [(last, self._union(expr, bits)) for last, expr in judged.sets.get(key, [])]
        return self._in_force(judged, self._by_epoch(said), integer(0)) if said else integer(0)

    def _union(self, expr: Expr, bits: Mapping[str, int]) -> Sql:
        if isinstance(expr, Mark):
            return integer(1 << bits[expr.name])
        assert isinstance(expr, Gather)
        sets = [self._union(set_, bits) for set_ in expr.sets]
        if not sets:
            return integer(0)
        union: Sql = sets[0]
        for set_ in sets[1:]:
            union = exp.BitwiseOr(this=union, expression=set_)
        if expr.when == Constant(True):
            return exp.paren(union) if len(sets) > 1 else union
        # A branch that is not taken is not computed: most rows stop at the first of many.
        return when((self._expr(expr.when), union), otherwise=integer(0))

    # -- expressions --------------------------------------------------------------------------------------------------

    def _kind(self, expr: Expr) -> str:
        match expr:
            case Constant(value):
                return "yes_no" if isinstance(value, bool) else "number" if isinstance(value, int) else "choice"
            case Name(name):
                return self.kinds.get(name.removeprefix(second("")), "yes_no")
            case Unset(name) | Fact(name):
                return self.book.types[name].kind
            case Case(_, then, otherwise):
                return self._kind(otherwise) if isinstance(then, Unset) else self._kind(then)
            case Arithmetic() | Extreme() | YearsBetween() | DaysBetween() | AddMonths() | AsOf():
                return "number"
        return "yes_no"

    def _expr(self, expr: Expr) -> Sql:
        match expr:
            case Constant(value):
                if isinstance(value, bool):
                    return exp.true() if value else exp.false()
                return integer(value) if isinstance(value, int) else exp.Literal.string(value)
            case Unset(name):
                return null(self.book.types[name].kind)
            case Fact(name):
                return _quoted(f"f_{name}")
            case Name(name):
                bare = name.removeprefix(second(""))
                again = bare != name and bare in self.affected
                return _quoted(_column("m" if again else "n", bare))
            case AsOf():
                return _quoted("a_as_of")
            case Doubted(name):
                return _quoted(_column("d", name)) if name in self.readings else exp.false()
            case Same(left, right):
                return exp.paren(same(self._expr(left), self._expr(right)))
            case Unknown(item):
                return exp.paren(exp.Is(this=exp.paren(self._expr(item)), expression=exp.Null()))
            case Not(item):
                return exp.not_(exp.paren(self._expr(item)))
            case And(items):
                return joined(exp.and_, map(self._expr, items))
            case Or(items):
                return joined(exp.or_, map(self._expr, items))
            case AtLeast(count, items):
                return self._at_least(count, [self._expr(item) for item in items])
            case Compare(operator, left, right):
                return _COMPARE[operator](this=exp.paren(self._expr(left)), expression=exp.paren(self._expr(right)))
            case Within(item, values):
                return exp.In(this=exp.paren(self._expr(item)), expressions=[self._expr(value) for value in values])
            case Case(condition, then, otherwise):
                return self._case(expr, condition, then, otherwise)
            case Stated(fact, derived):
                stated = _quoted(self.statement_columns.get(fact, f"f_{fact}"))
                return stated if derived is None else exp.Coalesce(this=stated, expressions=[self._expr(derived)])
            case Arithmetic(operator, left, right):
                return exp.paren(_ARITHMETIC[operator](this=self._expr(left), expression=self._expr(right)))
            case Extreme(greater, items):
                parts = [self._expr(item) for item in items]
                missing = joined(exp.or_, [exp.Is(this=part.copy(), expression=exp.Null()) for part in parts])
                pick: type[exp.Func] = exp.Greatest if greater else exp.Least
                extreme = pick(this=parts[0], expressions=parts[1:], ignore_nulls=True)
                return when((missing, null("number")), otherwise=extreme)
            case YearsBetween(start, end):
                return self.dates.years_between(self._expr(start), self._expr(end))
            case DaysBetween(start, end):
                return exp.paren(exp.Sub(this=self._expr(end), expression=self._expr(start)))
            case AddMonths(start, months):
                return self.dates.add_months(self._expr(start), self._expr(months))
        raise TypeError(f"no SQL for {type(expr).__name__}")

    def _case(self, whole: Case, condition: Expr, then: Expr, otherwise: Expr) -> Sql:
        """Unknown where the condition is, unless both branches agree; plain SQL would take the last."""
        decided, a, b = self._expr(condition), self._expr(then), self._expr(otherwise)
        agree = exp.EQ(this=exp.paren(a.copy()), expression=exp.paren(b.copy()))
        return when(
            (decided.copy(), a.copy()),
            (exp.not_(exp.paren(decided)), b),
            (agree, a),
            otherwise=null(self._kind(whole)),
        )

    @staticmethod
    def _at_least(count: int, items: list[Sql]) -> Sql:
        def tally(items: Iterable[Sql]) -> Sql:
            parts = [when((item, integer32(1)), otherwise=integer32(0)) for item in items]
            total: Sql = parts[0]
            for part in parts[1:]:
                total = exp.Add(this=total, expression=part)
            return exp.paren(total)

        met = tally(item.copy() for item in items)
        failed = tally(exp.not_(exp.paren(item.copy())) for item in items)
        return when(
            (exp.GTE(this=met, expression=integer32(count)), exp.true()),
            (exp.GT(this=failed, expression=integer32(len(items) - count)), exp.false()),
            otherwise=null("yes_no"),
        )


_COMPARE = {"=": exp.EQ, "<>": exp.NEQ, "<": exp.LT, "<=": exp.LTE, ">": exp.GT, ">=": exp.GTE}
_ARITHMETIC = {"+": exp.Add, "-": exp.Sub, "*": exp.Mul}


#: The name of a programme's root in its sets.
_ROOT = "="
#: What SQL writes some operand of more than once.
_REPEATED = (Case, AtLeast, Extreme, YearsBetween, AddMonths)


def _conjoined(expr: Expr) -> frozenset[str]:
    """The names that a conjunction holds directly, and conjunctions in it: all are met where it is."""
    if isinstance(expr, Name):
        return frozenset({expr.id})
    return frozenset().union(*map(_conjoined, expr.children())) if isinstance(expr, And) else frozenset()


def _quoted(name: str) -> Sql:
    return exp.column(name, quoted=True)


def _column(prefix: str, name: str) -> str:
    """The column of a node, or of a part put in a column of its own."""
    return f"{prefix}_{name}"
