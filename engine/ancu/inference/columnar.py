"""The third engine: a programme compiled to one SQL statement that judges a whole table of records.

The same trees as the other engines, for every epoch at once: each row is judged by the law of its own as-of date. Nodes
stand in layers of derived tables, each reading the one below, since engines copy what an alias stands for. Logic is
strong Kleene: and, or, not and comparison are SQL's own, the rest is spelt out. Numbers are integers, as everywhere.

The source table has ``as_of DATE`` and a column for each fact, as engine values: numbers as BIGINT in the unit's
scale (m² in hundredths), yes/no as BOOLEAN, dates as DATE, choices as their ids, a list as its ids between
semicolons (``;worker;official;``). NULL is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from sqlglot import exp

from ancu.errors import AncuError, Problem
from ancu.inference.judgment import Judgment, top_grounds_of
from ancu.inference.program import Program, map_children, map_tree, program_on
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

Dialect = Literal["duckdb", "postgres", "spark"]
DIALECTS: tuple[Dialect, ...] = ("duckdb", "postgres", "spark")
#: Bits of the reason below the outcome: which conditions at the top carry it.
REASON_BASE = 1 << 20
OUTCOMES: dict[bool | None, int] = {False: 0, True: 1, None: 2}


class NotInColumnsError(AncuError):
    """A programme that columns cannot judge: one governed by a date that may be unknown."""


@dataclass(frozen=True)
class Span:
    """Days, as ordinals, over which a programme's program is the same."""

    first: int
    last: int
    program: Program


@dataclass(frozen=True)
class Statement:
    """A programme compiled for a dialect.

    ``sql`` yields ``columns`` for every row of the source, in any order: the kept columns, ``status``, ``why``,
    ``provisional`` and ``reason``, a number that stands for the outcome and the conditions at the top that carry it
    (:func:`reason_of`).
    """

    programme: str
    dialect: Dialect
    sql: str
    facts: tuple[str, ...]
    spans: tuple[Span, ...]


def compile_programme(
    book: Rulebook,
    programme: str,
    dialect: Dialect = "duckdb",
    source: str = "cases",
    keep: Iterable[str] = ("case_id", "as_of"),
) -> Statement:
    """The statement that judges every row of ``source`` under ``programme``, and passes its columns ``keep`` on."""
    name = book.programme(programme).programme
    if book.programmes[name].governed_by is not None:
        values = {"programme": lambda lang: book.programmes[name].title[lang or "vi"]}
        raise NotInColumnsError(Problem("columns_governed_by", values))
    return _Compiler(book, name, dialect).compile(source, tuple(keep))


def reason_of(program: Program, judgment: Judgment, facts: Mapping[str, Any]) -> int:
    """The number of a judgment's outcome and of the conditions at the top that carry it."""
    carried = top_grounds_of(program, facts, judgment.values)
    bits = sum(1 << i for i, name in enumerate(program.top) if name in carried)
    return OUTCOMES[judgment.outcome] * REASON_BASE + bits


def spans_of(book: Rulebook, programme: str) -> tuple[Span, ...]:
    """The programs of a programme from its first covered day on, epochs that change nothing for it joined."""
    start = book.programmes[programme].covered_from
    starts = [start, *(day for day in book.epochs.starts if day > start)]
    spans: list[Span] = []
    for i, first in enumerate(starts):
        last = starts[i + 1].toordinal() - 1 if i + 1 < len(starts) else date.max.toordinal()
        program = program_on(book, programme, first)
        if spans and spans[-1].program is program:
            spans[-1] = Span(spans[-1].first, last, program)
        else:
            spans.append(Span(first.toordinal(), last, program))
    return tuple(spans)


# -- SQL in small pieces ----------------------------------------------------------------------------------------------


def _int(value: int) -> Sql:
    number: Sql = exp.Literal.number(abs(value))
    return exp.cast(exp.Neg(this=number) if value < 0 else number, "BIGINT")


def _null(kind: str) -> Sql:
    return exp.cast(exp.Null(), {"number": "BIGINT", "date": "BIGINT", "yes_no": "BOOLEAN"}.get(kind, "VARCHAR"))


def _same(left: Sql, right: Sql) -> Sql:
    # In brackets: NOT binds less tightly than this does.
    return exp.NullSafeEQ(this=exp.paren(left), expression=exp.paren(right))


def _when(*branches: tuple[Sql, Sql], otherwise: Sql | None = None) -> Sql:
    ifs = [exp.If(this=condition, true=value) for condition, value in branches]
    return exp.Case(ifs=ifs, default=otherwise)


def _joined(connective: Callable[..., exp.Condition], parts: Iterable[Sql]) -> Sql:
    return exp.paren(connective(*(exp.paren(part, copy=False) for part in parts), copy=False), copy=False)


class _Dates:
    """Days are ordinals; where a rule asks for years or months they become dates, as each dialect writes it."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.first = exp.cast(exp.Literal.string("0001-01-01"), "DATE")

    def ordinal(self, day: Sql) -> Sql:
        if self.dialect == "spark":
            days: Sql = exp.Anonymous(this="datediff", expressions=[day, self.first.copy()])
        else:
            days = exp.paren(exp.Sub(this=exp.paren(day), expression=self.first.copy()))
        return exp.Add(this=exp.cast(days, "BIGINT"), expression=_int(1))

    def day(self, ordinal: Sql) -> Sql:
        offset = exp.cast(exp.Sub(this=exp.paren(ordinal), expression=_int(1)), "INT")
        if self.dialect == "spark":
            return exp.Anonymous(this="date_add", expressions=[self.first.copy(), offset])
        return exp.paren(exp.Add(this=self.first.copy(), expression=offset))

    def part(self, unit: str, ordinal: Sql) -> Sql:
        return exp.cast(exp.Extract(this=exp.var(unit), expression=self.day(ordinal)), "BIGINT")

    def years_between(self, start: Sql, end: Sql) -> Sql:
        forward, backward = self._years(start, end), exp.Neg(this=exp.paren(self._years(end, start)))
        return _when((exp.LT(this=end.copy(), expression=start.copy()), backward), otherwise=forward)

    def _years(self, start: Sql, end: Sql) -> Sql:
        def of(unit: str, ordinal: Sql) -> Sql:
            return self.part(unit, ordinal.copy())

        def month_day(ordinal: Sql) -> Sql:
            return exp.Add(this=exp.Mul(this=of("MONTH", ordinal), expression=_int(100)), expression=of("DAY", ordinal))

        year = of("YEAR", end)
        leap = exp.or_(_remainder(year, 400), exp.and_(_remainder(year, 4), exp.not_(exp.paren(_remainder(year, 100)))))
        # An anniversary of 29 February falls on the 28th in a common year.
        leap_day = exp.EQ(this=month_day(start), expression=_int(229))
        anniversary = _when((exp.and_(leap_day, exp.not_(exp.paren(leap))), _int(228)), otherwise=month_day(start))
        short = _when((exp.LT(this=month_day(end), expression=anniversary), _int(1)), otherwise=_int(0))
        return exp.Sub(this=exp.Sub(this=year, expression=of("YEAR", start)), expression=short)

    def add_months(self, start: Sql, months: Sql) -> Sql:
        total = exp.Add(
            this=exp.Add(
                this=exp.Mul(this=self.part("YEAR", start.copy()), expression=_int(12)),
                expression=exp.Sub(this=self.part("MONTH", start.copy()), expression=_int(1)),
            ),
            expression=exp.paren(months.copy()),
        )
        inside = exp.Between(this=exp.paren(total), low=_int(12), high=_int(12 * 9999 + 11))
        # Engines may compute a branch that is not taken: out of the calendar, no month is added.
        step = exp.cast(_when((inside.copy(), months.copy()), otherwise=_int(0)), "INT")
        day = self.day(start.copy())
        if self.dialect == "spark":
            later: Sql = exp.Anonymous(this="add_months", expressions=[day, step])
        elif self.dialect == "postgres":
            interval = exp.Anonymous(this="make_interval", expressions=[_int32(0), step])
            later = exp.cast(exp.Add(this=day, expression=interval), "DATE")
        else:
            later = exp.cast(exp.Add(this=day, expression=exp.Anonymous(this="to_months", expressions=[step])), "DATE")
        return _when((inside, self.ordinal(later)), otherwise=_null("date"))


def _int32(value: int) -> Sql:
    return exp.cast(exp.Literal.number(value), "INT")


def _remainder(number: Sql, of: int) -> Sql:
    return exp.EQ(this=exp.Mod(this=number.copy(), expression=_int(of)), expression=_int(0))


# -- the compiler -----------------------------------------------------------------------------------------------------


class _Compiler:
    def __init__(self, book: Rulebook, programme: str, dialect: Dialect) -> None:
        self.book, self.programme, self.dialect = book, programme, dialect
        self.dates = _Dates(dialect)
        self.spans = spans_of(book, programme)
        programs = [span.program for span in self.spans]
        self.facts = tuple(dict.fromkeys(fact for program in programs for fact in program.facts))
        self.statements = {n: s for program in programs for n, s in program.statements.items()}
        self.statement_columns = {name: f"s_{i}" for i, name in enumerate(self.statements)}
        self.parts: dict[Expr, str] = {}
        names = dict.fromkeys(name for program in programs for name in program.nodes)
        self.trees = {name: self._versions(self._tree_of(name)) for name in names}
        self.readings = {
            name: readings
            for name in names
            if any(readings := [self._readings_of(program, name) for program in programs])
        }
        self.roots = self._versions(lambda program: program.root)
        self.trees |= {name: [(len(self.spans), expr)] for expr, name in self.parts.items()}
        self.depths: dict[str, int] = {}
        self.affected = self._above(set(self.readings))

    # -- shape ------------------------------------------------------------------------------------------------------

    def _versions(self, of: Callable[[Program], Expr | None]) -> list[tuple[int, Expr]]:
        """An expression over the spans, each with the last span it holds for; spans without one join a neighbour."""
        found: list[tuple[int, Expr]] = []
        for i, span in enumerate(self.spans):
            expr = of(span.program)
            if expr is None:
                continue
            expr = self._split(expr)
            if found and found[-1][1] == expr:
                found[-1] = (i, expr)
            else:
                found.append((i, expr))
        return found

    @staticmethod
    def _tree_of(name: str) -> Callable[[Program], Expr | None]:
        return lambda program: node.expr if (node := program.nodes.get(name)) is not None else None

    def _readings_of(self, program: Program, name: str) -> tuple[Expr, ...]:
        node = program.nodes.get(name)
        return tuple(map(self._split, node.readings)) if node is not None else ()

    def _split(self, expr: Expr) -> Expr:
        """``expr`` with what SQL would write more than once, one inside another, put in columns of their own."""

        def part(child: Expr) -> Expr:
            split = self._split(child)
            if not any(isinstance(below, _REPEATED) for below in split.walk()):
                return split
            return Name(self.parts.setdefault(split, f"\1{len(self.parts)}"))

        if isinstance(expr, _REPEATED):
            return map_children(expr, part)
        return map_children(expr, self._split)

    def _reads(self, name: str) -> set[str]:
        trees = [expr for _, expr in self.trees[name]]
        trees += [reading for readings in self.readings.get(name, ()) for reading in readings]
        return {part.id for tree in trees for part in tree.walk() if isinstance(part, Name)}

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
        table: exp.Select = self._base(source, keep)
        depth = max((self._depth(name) for name in self.trees), default=0)
        for level in range(1, depth + 1):
            here = [name for name in self.trees if self._depth(name) == level]
            table = self._layer(table, {_column("n", name): self._dated(self.trees[name]) for name in here})
        # Once more with the conditions whose readings differ held unknown, for what depends on them.
        if self.readings:
            table = self._layer(table, {_column("d", name): self._differs(name) for name in self.readings})
            for level in range(1, depth + 1):
                here = [name for name in self.trees if self._depth(name) == level and name in self.affected]
                if here:
                    table = self._layer(table, {_column("m", name): self._second(name) for name in here})
        columns = {"o_root": self._dated(self.roots)}
        if self.readings:
            columns["o_second"] = self._dated([(i, self._doubting(expr)) for i, expr in self.roots])
        table = self._layer(table, columns)
        table = self._layer(table, {"o_status": self._status(), "o_why": self._why(), "o_reason": self._reason()})
        table = self._result(table, keep)
        return Statement(
            self.programme, self.dialect, table.sql(dialect=self.dialect, pretty=True), self.facts, self.spans
        )

    def _base(self, source: str, keep: tuple[str, ...]) -> exp.Select:
        columns: list[Sql] = [exp.alias_(exp.column(name, quoted=True), f"k_{name}", quoted=True) for name in keep]
        as_of = exp.column("as_of", quoted=True)
        columns.append(exp.alias_(self.dates.ordinal(as_of), "a_as_of", quoted=True))
        for fact in self.facts:
            column: Sql = exp.column(fact, quoted=True)
            if self.book.facts[fact].value_type.kind == "date":
                column = self.dates.ordinal(column)
            columns.append(exp.alias_(column, f"f_{fact}", quoted=True))
        for name, (fact, accepted) in self.statements.items():
            said = self._states(fact, sorted(accepted))
            columns.append(exp.alias_(said, self.statement_columns[name], quoted=True))
        table = exp.select(*columns).from_(exp.table_(source, quoted=True))
        # The span of a row stands one layer up, so that it is computed once.
        day = exp.column("a_as_of", quoted=True)
        spans = [
            (exp.Between(this=day.copy(), low=_int(span.first), high=_int(span.last)), _int(i))
            for i, span in enumerate(self.spans)
        ]
        return self._layer(table, {"a_span": _when(*spans)})

    def _states(self, fact: str, accepted: list[str]) -> Sql:
        column = exp.column(fact, quoted=True)
        if self.book.facts[fact].type == "list":
            marks = [exp.Literal.string(f"%;{value};%") for value in accepted]
            return _joined(exp.or_, [exp.Like(this=column.copy(), expression=mark) for mark in marks])
        return exp.In(this=column, expressions=[exp.Literal.string(value) for value in accepted])

    def _layer(self, below: exp.Select, columns: Mapping[str, Sql]) -> exp.Select:
        added = [exp.alias_(value, name, quoted=True) for name, value in columns.items()]
        return exp.select("*", *added, copy=False).from_(self._derived(below), copy=False)

    def _derived(self, below: exp.Select) -> exp.Subquery:
        if self.dialect == "postgres":
            below = below.offset(0, copy=False)  # else its planner copies each column into whatever reads it
        return below.subquery("t", copy=False)

    # -- values -------------------------------------------------------------------------------------------------------

    def _dated(self, versions: list[tuple[int, Expr]]) -> Sql:
        said = [(last, self._expr(expr)) for last, expr in versions]
        if len(said) == 1:
            return said[0][1]
        span = exp.column("a_span", quoted=True)
        branches = [(exp.LTE(this=span.copy(), expression=_int(last)), value) for last, value in said[:-1]]
        return _when(*branches, otherwise=said[-1][1])

    def _differs(self, name: str) -> Sql:
        """Whether another reading of a condition that is settled here has another value."""
        value = exp.column(_column("n", name), quoted=True)
        known = exp.not_(exp.Is(this=value.copy(), expression=exp.Null()))

        branches: list[tuple[Sql, Sql]] = []
        for i, readings in enumerate(self.readings[name]):
            others = [exp.not_(exp.paren(_same(self._expr(reading), value.copy()))) for reading in readings]
            if others:
                here = exp.EQ(this=exp.column("a_span", quoted=True), expression=_int(i))
                branches.append((here, _joined(exp.and_, [known.copy(), _joined(exp.or_, others)])))
        return _when(*branches, otherwise=exp.false())

    def _second(self, name: str) -> Sql:
        value = self._dated([(i, self._doubting(expr)) for i, expr in self.trees[name]])
        if name not in self.readings:
            return value
        return _when((exp.column(_column("d", name), quoted=True), _null("yes_no")), otherwise=value)

    def _doubting(self, expr: Expr) -> Expr:
        """``expr`` reading the second values of the names that a doubt touches."""
        swap = {name: Name(f"\0{name}") for name in self.affected}
        return map_tree(expr, lambda node: swap.get(node.id) if isinstance(node, Name) else None)

    def _status(self) -> Sql:
        definition = self.book.programmes[self.programme]
        day, root = exp.column("a_as_of", quoted=True), exp.column("o_root", quoted=True)
        periods = [
            exp.Between(this=day.copy(), low=_int(p.start.toordinal()), high=_int(p.end.toordinal()))
            for p in (opening.period for opening in definition.periods)
        ]
        branches: list[tuple[Sql, Sql]] = [
            (exp.Is(this=exp.column("a_span", quoted=True), expression=exp.Null()), exp.Literal.string("not_covered")),
            (exp.not_(_joined(exp.or_, periods)), exp.Literal.string("not_in_force")),
        ]
        if definition.territory is not None:
            territory = exp.column(f"n_{definition.territory}", quoted=True)
            branches.append((exp.not_(territory), exp.Literal.string("not_in_force")))
        branches += [(root.copy(), exp.Literal.string("eligible")), (exp.not_(root), exp.Literal.string("ineligible"))]
        return _when(*branches, otherwise=exp.Literal.string("undetermined"))

    def _why(self) -> Sql:
        definition = self.book.programmes[self.programme]
        day, span = exp.column("a_as_of", quoted=True), exp.column("a_span", quoted=True)
        periods = [opening.period for opening in definition.periods]
        inside = [
            exp.Between(this=day.copy(), low=_int(p.start.toordinal()), high=_int(p.end.toordinal())) for p in periods
        ]
        first = min(period.start for period in periods).toordinal()
        branches: list[tuple[Sql, Sql]] = [
            (exp.Is(this=span, expression=exp.Null()), _null("choice")),
            (exp.LT(this=day.copy(), expression=_int(first)), exp.Literal.string("not_yet")),
            (exp.not_(_joined(exp.or_, inside)), exp.Literal.string("closed")),
        ]
        if definition.territory is not None:
            territory = exp.column(f"n_{definition.territory}", quoted=True)
            branches.append((exp.not_(territory), exp.Literal.string("other_region")))
        return _when(*branches, otherwise=_null("choice"))

    def _reason(self) -> Sql:
        """The number of :func:`reason_of`, span by span."""
        branches: list[tuple[Sql, Sql]] = []
        for i, span in enumerate(self.spans):
            here = exp.EQ(this=exp.column("a_span", quoted=True), expression=_int(i))
            branches.append((here, self._reason_in(span.program)))
        return _when(*branches)

    def _reason_in(self, program: Program) -> Sql:
        root = exp.column("o_root", quoted=True)
        outcome = _when(
            (root.copy(), _int(REASON_BASE)), (exp.not_(root.copy()), _int(0)), otherwise=_int(2 * REASON_BASE)
        )
        carried: dict[str, list[Sql]] = {}

        def visit(expr: Expr, path: list[Sql]) -> None:
            if isinstance(expr, Name):
                carried.setdefault(expr.id, []).append(_joined(exp.and_, [*path, _same(self._expr(expr), root.copy())]))
                return
            below = path if expr is program.root else [*path, _same(self._expr(expr), root.copy())]
            for child in expr.children():
                visit(child, [part.copy() for part in below])

        visit(program.root, [])
        total: Sql = outcome
        for i, name in enumerate(program.top):
            bit = _when((_joined(exp.or_, carried[name]), _int(1 << i)), otherwise=_int(0))
            total = exp.Add(this=total, expression=bit)
        return total

    def _result(self, table: exp.Select, keep: tuple[str, ...]) -> exp.Select:
        status, root = exp.column("o_status", quoted=True), exp.column("o_root", quoted=True)
        unjudged = exp.or_(
            exp.EQ(this=status.copy(), expression=exp.Literal.string("not_covered")),
            exp.In(
                this=exp.column("o_why", quoted=True),
                expressions=[exp.Literal.string(why) for why in ("not_yet", "closed")],
            ),
        )
        provisional: Sql = exp.false()
        if self.readings:
            known = exp.not_(exp.Is(this=root, expression=exp.Null()))
            lost = exp.Is(this=exp.column("o_second", quoted=True), expression=exp.Null())
            provisional = _when((exp.paren(unjudged.copy()), exp.false()), otherwise=exp.paren(exp.and_(known, lost)))
        reason = _when((exp.paren(unjudged), _null("number")), otherwise=exp.column("o_reason", quoted=True))
        columns = [exp.alias_(exp.column(f"k_{name}", quoted=True), name, quoted=True) for name in keep]
        columns += [
            exp.alias_(status, "status"),
            exp.alias_(exp.column("o_why", quoted=True), "why"),
            exp.alias_(provisional, "provisional"),
            exp.alias_(reason, "reason"),
        ]
        return exp.select(*columns, copy=False).from_(self._derived(table), copy=False)

    # -- expressions --------------------------------------------------------------------------------------------------

    def _kind(self, expr: Expr) -> str:
        match expr:
            case Constant(value):
                return "yes_no" if isinstance(value, bool) else "number" if isinstance(value, int) else "choice"
            case Unset(name) | Fact(name) | Name(name):
                name = name.removeprefix("\0")
                return self._kind(self.trees[name][0][1]) if name.startswith("\1") else self.book.types[name].kind
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
                return _int(value) if isinstance(value, int) else exp.Literal.string(value)
            case Unset(name):
                return _null(self.book.types[name].kind)
            case Fact(name):
                return exp.column(f"f_{name}", quoted=True)
            case Name(name):
                second = name.startswith("\0")
                return exp.column(_column("m" if second else "n", name.removeprefix("\0")), quoted=True)
            case AsOf():
                return exp.column("a_as_of", quoted=True)
            case Not(item):
                return exp.not_(exp.paren(self._expr(item)))
            case And(items):
                return _joined(exp.and_, map(self._expr, items))
            case Or(items):
                return _joined(exp.or_, map(self._expr, items))
            case AtLeast(count, items):
                return self._at_least(count, [self._expr(item) for item in items])
            case Compare(operator, left, right):
                return _COMPARE[operator](this=exp.paren(self._expr(left)), expression=exp.paren(self._expr(right)))
            case Within(item, values):
                return exp.In(this=exp.paren(self._expr(item)), expressions=[self._expr(value) for value in values])
            case Case(condition, then, otherwise):
                return self._case(expr, condition, then, otherwise)
            case Stated(fact, derived):
                stated = exp.column(self.statement_columns.get(fact, f"f_{fact}"), quoted=True)
                return stated if derived is None else exp.Coalesce(this=stated, expressions=[self._expr(derived)])
            case Arithmetic(operator, left, right):
                return exp.paren(_ARITHMETIC[operator](this=self._expr(left), expression=self._expr(right)))
            case Extreme(greater, items):
                parts = [self._expr(item) for item in items]
                missing = _joined(exp.or_, [exp.Is(this=part.copy(), expression=exp.Null()) for part in parts])
                pick: type[exp.Func] = exp.Greatest if greater else exp.Least
                extreme = pick(this=parts[0], expressions=parts[1:], ignore_nulls=True)
                return _when((missing, _null("number")), otherwise=extreme)
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
        return _when(
            (decided.copy(), a.copy()),
            (exp.not_(exp.paren(decided)), b),
            (agree, a),
            otherwise=_null(self._kind(whole)),
        )

    @staticmethod
    def _at_least(count: int, items: list[Sql]) -> Sql:
        def tally(items: Iterable[Sql]) -> Sql:
            parts = [_when((item, _int32(1)), otherwise=_int32(0)) for item in items]
            total: Sql = parts[0]
            for part in parts[1:]:
                total = exp.Add(this=total, expression=part)
            return exp.paren(total)

        met = tally(item.copy() for item in items)
        failed = tally(exp.not_(exp.paren(item.copy())) for item in items)
        return _when(
            (exp.GTE(this=met, expression=_int32(count)), exp.true()),
            (exp.GT(this=failed, expression=_int32(len(items) - count)), exp.false()),
            otherwise=_null("yes_no"),
        )


_COMPARE = {"=": exp.EQ, "<>": exp.NEQ, "<": exp.LT, "<=": exp.LTE, ">": exp.GT, ">=": exp.GTE}
_ARITHMETIC = {"+": exp.Add, "-": exp.Sub, "*": exp.Mul}


#: What SQL writes some operand of more than once.
_REPEATED = (Case, AtLeast, Extreme, YearsBetween, AddMonths)


def _column(prefix: str, name: str) -> str:
    """The column of a node, or of a part put in a column of its own."""
    return f"{prefix}_{name.replace(chr(1), '#')}"


# -- the source table --------------------------------------------------------------------------------------------------

_COLUMN_TYPES = {"number": "BIGINT", "yes_no": "BOOLEAN", "date": "DATE", "choice": "VARCHAR", "list": "VARCHAR"}


def column_type(book: Rulebook, fact: str) -> str:
    """The SQL type of a fact's column."""
    return _COLUMN_TYPES[book.facts[fact].value_type.kind]


def column_value(book: Rulebook, fact: str, value: Any) -> Any:
    """An engine value as the source table holds it; None stays unknown."""
    if value is None:
        return None
    kind = book.facts[fact].value_type.kind
    if kind == "date":
        return date.fromordinal(value)
    return f";{';'.join(sorted(value))};" if kind == "list" else value
