"""Programmes compiled to layers of SQL columns, each layer reading the one below.

The same trees as the other engines, for every epoch at once: each row is judged by the law of its own as-of date. What
several programmes read is computed once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from ancu.inference.carriers import carriers
from ancu.inference.least import kind_in
from ancu.inference.marks import Doubted, Gather, Mark, Same, Unknown, in_second, second
from ancu.inference.program import Program
from ancu.inference.sql.dialects import Dates
from ancu.inference.sql.expressions import Writer, column, states
from ancu.inference.sql.packed import PackedWriter
from ancu.inference.sql.text import (
    FALSE,
    NULL,
    Dialect,
    Sql,
    binary,
    called,
    cast,
    in_dialect,
    integer,
    integer32,
    is_null,
    joined,
    null,
    paren,
    quoted,
    text,
    when,
)
from ancu.inference.sql.trees import Entry, Trees, Versions, merged
from ancu.inference.table_schema import Part
from ancu.inference.verdicts import NOT_COVERED, OTHER_REGION, OUTCOMES, REASON_BASE, VERDICTS
from ancu.rulebook import expressions as ex

T = TypeVar("T")
#: How many outcomes of two bits stand in one number.
_TOLD_IN_ONE = 31
#: How nodes are kept: databases that judge a column at a time would take longer over bits.
WRITERS: dict[Dialect, type[Writer]] = {"duckdb": Writer, "postgres": Writer, "spark": PackedWriter}
#: Columns of a derived table: SQL by name.
Layer = dict[str, str]
#: The parts on the way down to a condition, and whether conjunctions alone have led there.
_Way = tuple[list[ex.Expr], bool]


class Compiler:
    """Writes the layers of a statement for ``dialect``."""

    def __init__(self, trees: Trees, dialect: Dialect, *, detail: bool) -> None:
        self._trees, self._book, self._dialect, self._detail = trees, trees.book, dialect, detail
        self._dates = Dates(dialect)
        self._writer = WRITERS[dialect](trees, self._dates)

    def layers(self, keep: tuple[str, ...]) -> list[Layer]:
        """The columns of the source, ``keep`` among them, then node by node up to what each programme comes to.

        To be called after the result is written: what that reads has to stand in them.
        """
        trees, writer = self._trees, self._writer
        outcomes: dict[str, Sql] = {}
        for entry in trees.entries:
            outcomes[column("v", entry.name)] = self._verdict(entry)
            outcomes[column("r", entry.name)] = self._reason(entry)
            outcomes[column("p", entry.name)] = self._provisional(entry)
            if self._detail:
                for key in trees.sets:
                    outcomes[column(key[0], entry.name)] = self._set(entry, key)
        # Once more with the conditions whose readings differ held unknown, for what depends on them.
        again = self._by_depth([name for name in trees.trees if name in trees.touched], self._second, "m")
        doubts = writer.layer("d", {name: self._differs(name) for name in trees.readings if writer.is_read("d", name)})
        nodes = self._by_depth(list(trees.trees), self._value, "n")
        facts = {"a_epoch": self._epoch(), **writer.facts()}
        return [self._base(keep), *map(self._written, writer.tables([facts, *nodes, doubts, *again, outcomes]))]

    @property
    def in_methods(self) -> bool:
        """Whether the layers, once made, are short enough for a method each (:mod:`ancu.inference.sql.methods`)."""
        return self._writer.in_methods

    def result_of_one(self, keep: tuple[str, ...]) -> tuple[list[Part], Layer]:
        """The result of a statement for one programme, in words."""
        (entry,) = self._trees.entries
        kept = {name: quoted(f"k_{name}") for name in keep}
        return [Part(entry.name)], self._written({**kept, **self._result(entry)})

    def result_of_many(self, keep: tuple[str, ...]) -> tuple[list[Part], Layer, dict[str, str]]:
        """The result of a statement for several programmes, as numbers; and the columns of the quantities quoted."""
        columns = {name: quoted(f"k_{name}") for name in keep}
        columns["epoch"] = quoted("a_epoch")
        parts = []
        for entry in self._trees.entries:
            part, added = self._part(entry)
            parts.append(part)
            columns |= added
        values = self._values() if self._detail else {}
        shown = {name: f"value.{name}" for name in values}
        columns |= {shown[name]: value for name, value in values.items()}
        return parts, self._written(columns), shown

    def _written(self, columns: Mapping[str, Sql]) -> Layer:
        return {name: in_dialect(sql, self._dialect) for name, sql in columns.items()}

    def _base(self, keep: tuple[str, ...]) -> Layer:
        columns = {f"k_{name}": quoted(name) for name in keep}
        columns["a_as_of"] = self._dates.ordinal(quoted("as_of"))
        for fact in self._trees.facts:
            is_date = kind_in(self._book, fact) == "date"
            columns[f"f_{fact}"] = self._dates.ordinal(quoted(fact)) if is_date else quoted(fact)
        for name, (fact, accepted) in self._trees.statements.items():
            columns[self._trees.statement_columns[name]] = states(self._book, fact, sorted(accepted))
        return self._written(columns)

    def _epoch(self) -> Sql:
        starts = self._book.epochs.starts
        if len(self._trees.epochs) == 1 and self._trees.within:
            return integer(self._trees.epochs[0])
        before = [null("number"), *map(integer, self._trees.epochs)]
        branches = [
            (binary(quoted("a_as_of"), "<", integer(starts[epoch].toordinal())), earlier)
            for epoch, earlier in zip(self._trees.epochs, before, strict=False)
        ]
        return when(*branches, otherwise=integer(self._trees.epochs[-1]))

    def _by_depth(self, names: list[str], of: Callable[[str], Sql], prefix: str) -> list[dict[str, Sql]]:
        """A layer for each depth at which some of ``names`` stand, each reading only those below.

        Written from above, where it is seen what is read.
        """
        levels: dict[int, list[str]] = {}
        for name in names:
            levels.setdefault(self._writer.depth(prefix, name), []).append(name)
        layers = []
        for level in sorted(levels, reverse=True):
            read = [name for name in levels[level] if self._writer.is_read(prefix, name)]
            layers.append(self._writer.layer(prefix, {name: of(name) for name in read}))
        return [layer for layer in reversed(layers) if layer]

    # -- values -------------------------------------------------------------------------------------------------------

    def _by_epoch(self, versions: Versions[T], write: Callable[[T], Sql]) -> Sql:
        """That of several versions which holds for the row's epoch."""
        values = merged((last, write(version)) for last, version in versions)
        branches = [(binary(quoted("a_epoch"), "<=", integer(last)), value) for last, value in values[:-1]]
        return when(*branches, otherwise=values[-1][1]) if branches else values[0][1]

    def _value(self, name: str) -> Sql:
        """The value of a node."""
        return self._by_epoch(self._trees.trees[name], self._writer.stored("n", name))

    def _differs(self, name: str) -> Sql:
        """Whether another reading of a condition that is settled here has another value."""
        value = ex.Name(name)

        def differs(readings: tuple[ex.Expr, ...]) -> ex.Expr:
            others = tuple(ex.Not(Same(reading, value)) for reading in readings)
            return ex.And((ex.Not(Unknown(value)), ex.Or(others))) if others else ex.Constant(False)

        write = self._writer.stored("d", name)
        return self._by_epoch(self._trees.readings[name], lambda readings: write(differs(readings)))

    def _second(self, name: str) -> Sql:
        """The value of a node with doubted conditions unknown."""

        write = self._writer.stored("m", name)
        value = self._by_epoch(self._trees.trees[name], lambda expr: write(in_second(expr)))
        if name not in self._trees.readings:
            return value
        return when((self._writer.met(Doubted(name)), self._writer.nothing(name)), otherwise=value)

    # -- what a programme comes to ------------------------------------------------------------------------------------

    def _verdict(self, entry: Entry) -> Sql:
        """The row's place in :data:`VERDICTS`: by its epoch alone where the programme is not in force."""
        here = NULL
        if entry.schedule.programs:
            root = ex.Name(entry.root)
            branches: list[tuple[Sql, Sql]] = []
            territory = self._book.programmes[entry.name].territory
            if territory is not None:
                outside = self._writer.failed(ex.Name(entry.ids[territory]))
                branches.append((outside, integer(OTHER_REGION)))
            branches += [(self._writer.met(root), integer(0)), (self._writer.failed(root), integer(1))]
            here = when(*branches, otherwise=integer(2))
        settled = merged((epoch, entry.schedule.verdicts.get(epoch)) for epoch in self._trees.epochs)
        verdict = self._by_epoch(settled, lambda verdict: here if verdict is None else integer(verdict))
        return self._unless_before(verdict, integer(NOT_COVERED))

    def _unless_before(self, value: Sql, otherwise: Sql) -> Sql:
        """``value``, but ``otherwise`` where a record lies before the first epoch."""
        if self._trees.within:
            return value
        return when((is_null(quoted("a_epoch")), otherwise), otherwise=value)

    def _in_force(self, entry: Entry, value: Sql, otherwise: Sql) -> Sql:
        """``value`` in the epochs in which the programme is in force."""
        if not entry.schedule.programs:
            return otherwise
        in_force = merged((epoch, epoch in entry.schedule.programs) for epoch in self._trees.epochs)
        return self._unless_before(self._by_epoch(in_force, lambda here: value if here else otherwise), otherwise)

    def _provisional(self, entry: Entry) -> Sql:
        """Whether a settled verdict becomes unknown with doubted conditions unknown, or is unsure without a doubt."""
        tests: list[Sql] = []
        if entry.root in self._trees.touched:
            settled, lost = ex.Not(Unknown(ex.Name(entry.root))), Unknown(ex.Name(second(entry.root)))
            tests.append(self._writer.write(ex.And((settled, lost))))
        if any(expr is not None for _, expr in entry.unsure):
            unsure = self._by_epoch(
                entry.unsure, lambda expr: FALSE if expr is None else paren(self._writer.write(expr))
            )
            tests.append(unsure)
        if not tests:
            return FALSE
        return self._in_force(entry, joined("OR", tests), FALSE)

    def _reason(self, entry: Entry) -> Sql:
        """The number of :func:`~ancu.inference.verdicts.reason_of`."""
        programs = merged(entry.schedule.programs.items())
        if not programs:
            return null("number")
        reason = self._by_epoch(programs, lambda program: self._reason_in(entry, program))
        return self._in_force(entry, reason, null("number"))

    def _reason_in(self, entry: Entry, program: Program) -> Sql:
        # For each reported condition the ways down to it, through parts that must have the root's value too.
        ways: dict[str, list[list[ex.Expr]]] = {name: [] for name in program.reported}

        def walked(expr: ex.Expr, way: _Way) -> _Way:
            above, conjoined = way
            # A conjunction whose part has the root's value has it as well, up to the root.
            conjoined = conjoined and isinstance(expr, ex.And)
            return (above if conjoined or isinstance(expr, ex.Name) else [*above, expr]), conjoined

        start: _Way = ([], isinstance(program.summary, ex.And))
        for name, (way, _) in carriers(program.summary, start, walked):
            ways[name].append([*way, ex.Name(name)])
        conjoined = _conjoined(program.summary)

        def carried(outcome: bool | None) -> Sql:
            always, parts = OUTCOMES[outcome] * REASON_BASE, []
            for i, name in enumerate(program.reported):
                if outcome and name in conjoined:
                    always += 1 << i
                else:
                    carries = self._carries([self._own(way, entry) for way in ways[name]], outcome)
                    parts.append(when((carries, integer32(1 << i)), otherwise=integer32(0)))
            return Sql(" + ".join([integer32(always), *parts]))

        root, test = ex.Name(entry.root), self._writer
        return when((test.met(root), carried(True)), (test.failed(root), carried(False)), otherwise=carried(None))

    def _own(self, way: list[ex.Expr], entry: Entry) -> tuple[ex.Expr, ...]:
        return tuple(self._trees.own(expr, entry) for expr in way)

    def _carries(self, ways: list[tuple[ex.Expr, ...]], outcome: bool | None) -> Sql:
        """Whether all on some way are met, are not met, are unknown; where it is not so, this may be unknown itself."""
        if outcome is None:
            ways = [tuple(map(Unknown, way)) for way in ways]
        if outcome is False:
            return self._writer.failed(ex.And(tuple(map(ex.Or, ways))))
        return self._writer.met(ex.Or(tuple(map(ex.And, ways))))

    def _result(self, entry: Entry) -> dict[str, Sql]:
        """The columns for one programme, in words."""
        verdict = quoted(column("v", entry.name))

        def in_words(words: Iterable[str | None]) -> Sql:
            branches = [
                (binary(verdict, "=", integer(i)), text(word)) for i, word in enumerate(words) if word is not None
            ]
            return when(*branches, otherwise=null("choice"))

        return {
            "status": in_words(status for status, _ in VERDICTS),
            "why": in_words(why for _, why in VERDICTS),
            "provisional": quoted(column("p", entry.name)),
            "reason": quoted(column("r", entry.name)),
        }

    def _part(self, entry: Entry) -> tuple[Part, dict[str, Sql]]:
        """The columns for one of several programmes, as numbers; what several quote stands once."""
        name = entry.name
        columns: dict[str, Sql] = {
            f"{name}.verdict": cast(quoted(column("v", name)), "SMALLINT"),
            f"{name}.provisional": quoted(column("p", name)),
            f"{name}.reason": quoted(column("r", name)),
        }
        region = self._book.programmes[name].region
        if region is not None and region in self._trees.facts:
            columns[f"region.{region}"] = quoted(f"f_{region}")
        if not self._detail:
            return Part(name, entry.schedule.programs), columns
        for key in self._trees.sets:
            columns[f"{name}.{key}"] = quoted(column(key[0], name))
        if not entry.schedule.programs:
            return Part(name), columns
        amounts = {figure: f"{name}.amount.{figure}" for figure in entry.amounts}
        for figure, amount in amounts.items():
            eligible = binary(quoted(column("v", name)), "=", integer(0))
            columns[amount] = when((eligible, self._writer.write(ex.Name(entry.ids[figure]))), otherwise=null("number"))
        kinds = {f"{name}.kind.{i}": number for i, number in enumerate(self._kind(entry))}
        part = Part(name, entry.schedule.programs, **entry.bits, amounts=amounts, kinds=tuple(kinds))
        return part, columns | kinds

    def _kind(self, entry: Entry) -> Iterator[Sql]:
        """Numbers of two bits for each expression that tells a kind of case: met, not met."""
        most = max((len(exprs) for _, exprs in entry.kinds), default=0)
        for start in range(0, most, _TOLD_IN_ONE):

            def number(exprs: tuple[ex.Expr, ...], start: int = start) -> Sql:
                total = integer(0)
                for i, expr in enumerate(exprs[start : start + _TOLD_IN_ONE]):
                    met, failed = paren(self._writer.met(expr)), self._writer.failed(expr)
                    branches = (met, integer(1 << 2 * i)), (failed, integer(2 << 2 * i))
                    total = binary(total, "+", when(*branches, otherwise=integer(0)))
                return total

            yield self._in_force(entry, self._by_epoch(entry.kinds, number), integer(0))

    def _values(self) -> dict[str, Sql]:
        """The quantities that texts quote: as the first programme that knows them has them."""
        values: dict[str, list[Sql]] = {}
        for entry in self._trees.entries:
            for name in entry.quantities:
                value = self._quoted_value(entry, name)
                known = values.setdefault(name, [])
                if value not in known:
                    known.append(value)
        return {n: v[0] if len(v) == 1 else called("COALESCE", *v) for n, v in values.items()}

    def _quoted_value(self, entry: Entry, name: str) -> Sql:
        """A quantity where the law of the row's epoch quotes it; null elsewhere."""
        none = null(self._trees.kinds[name])
        value = self._by_epoch(
            entry.quantities[name],
            lambda is_quoted: self._writer.write(ex.Name(entry.ids[name])) if is_quoted else none,
        )
        return self._in_force(entry, value, none)

    def _set(self, entry: Entry, key: str) -> Sql:
        """A set of names as the sum of their bits; empty where nothing was judged."""
        bits = entry.bits.get(key, {})
        versions = entry.sets.get(key, ())
        if not versions:
            return integer(0)
        union = self._by_epoch(versions, lambda expr: self._union(expr, bits))
        return self._in_force(entry, union, integer(0))

    def _union(self, expr: ex.Expr, bits: Mapping[str, int]) -> Sql:
        if isinstance(expr, Mark):
            return integer(1 << bits[expr.name])
        assert isinstance(expr, Gather)
        sets = [self._union(set_, bits) for set_ in expr.sets]
        if not sets:
            return integer(0)
        union = Sql(" | ".join(sets))
        if expr.when == ex.Constant(True):
            return paren(union) if len(sets) > 1 else union
        # A branch that is not taken is not computed: most rows stop at the first of many.
        return when((self._writer.met(expr.when), union), otherwise=integer(0))


def _conjoined(expr: ex.Expr) -> frozenset[str]:
    """The names that a conjunction holds directly, and conjunctions in it: all are met where it is."""
    if isinstance(expr, ex.Name):
        return frozenset({expr.id})
    return frozenset().union(*map(_conjoined, expr.children())) if isinstance(expr, ex.And) else frozenset()
