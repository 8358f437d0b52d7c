"""What is yes, no or unknown in two bits of a whole number: met, not met. For Spark, which judges row by row.

A row of hundreds of columns is copied from table to table, and a connective of three values is a page of Java; a
conjunction of conditions in one number is one comparison. What reads facts alone has its bits in the first table,
every other node in that of its depth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from ancu.inference.marks import Doubted, Same, Unknown, in_second, second
from ancu.inference.sql.dialects import Dates
from ancu.inference.sql.expressions import Writer, column
from ancu.inference.sql.methods import are_short, in_short_tables
from ancu.inference.sql.text import (
    FALSE,
    TRUE,
    Sql,
    binary,
    called,
    integer,
    integer32,
    is_null,
    not_,
    null,
    paren,
    quoted,
    same,
    united,
    when,
)
from ancu.inference.sql.trees import Named
from ancu.rulebook import expressions as ex

#: How many nodes stand in one number.
_IN_ONE = 31
#: Up to how many comparisons a node is not kept but said wherever it is read.
_SHORT = 1


@dataclass(frozen=True, slots=True)
class Formula:
    """Something that is so or is not, never unknown."""


@dataclass(frozen=True, slots=True)
class Bit(Formula):
    """Whether a bit of a number is set, or is not."""

    number: str
    place: int
    is_set: bool = True


@dataclass(frozen=True, slots=True)
class Test(Formula):
    """Whether ``sql``, which is never unknown, holds, or does not."""

    sql: Sql
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Together(Formula):
    """All of the parts, or any of them."""

    every: bool
    parts: tuple[Formula, ...]


YES, NO = Together(True, ()), Together(False, ())
#: Whether something is met, and whether it is not met; where neither, it is unknown.
Both = tuple[Formula, Formula]


def together(every: bool, parts: Iterable[Formula]) -> Formula:
    """All of ``parts``, or any of them, as short as it can be said."""
    flat: dict[Formula, None] = {}
    for part in parts:
        below = part.parts if isinstance(part, Together) and part.every == every else (part,)
        flat.update(dict.fromkeys(below))
    settled = NO if every else YES
    if settled in flat:
        return settled
    for part in list(flat):
        # What one of its parts, that stands beside it, settles need not be said.
        if isinstance(part, Together) and any(_among(flat, below, every) for below in part.parts):
            del flat[part]
    return next(iter(flat)) if len(flat) == 1 else Together(every, tuple(flat))


def _among(parts: Mapping[Formula, None], formula: Formula, every: bool) -> bool:
    if isinstance(formula, Together) and formula.every == every:
        return all(part in parts for part in formula.parts)
    return formula in parts


def all_of(*parts: Formula) -> Formula:
    return together(True, parts)


def any_of(*parts: Formula) -> Formula:
    return together(False, parts)


def opposite(formula: Formula) -> Formula:
    match formula:
        case Bit():
            return replace(formula, is_set=not formula.is_set)
        case Test():
            return replace(formula, holds=not formula.holds)
        case Together(every, parts):
            return together(not every, map(opposite, parts))
    raise TypeError(type(formula).__name__)


def unknown(both: Both) -> Formula:
    """Whether something is neither met nor not met."""
    return all_of(*map(opposite, both))


def written(formula: Formula) -> Sql:
    """``formula`` in SQL, in brackets; bits of one number are compared at once."""
    match formula:
        case Bit():
            return _written(True, (formula,))
        case Test(sql, holds):
            return paren(sql) if holds else paren(not_(paren(sql)))
        case Together(every, parts):
            return _written(every, parts)
    raise TypeError(type(formula).__name__)


def _written(every: bool, parts: tuple[Formula, ...]) -> Sql:
    masks: dict[str, list[int]] = {}
    for bit in parts:
        if isinstance(bit, Bit):
            masks.setdefault(bit.number, [0, 0])[bit.is_set] |= 1 << bit.place
    tests: list[Sql] = []
    for number, (unset, set_) in masks.items():
        if every:
            tests.append(FALSE if unset & set_ else _compared(number, unset | set_, "=", set_))
            continue
        # Numbers are never negative; Spark takes `<>` for an opposite of `=`, which is more to plan and to compile.
        tests += [_compared(number, set_, ">", 0)] if set_ else []
        tests += [_compared(number, unset, "<", unset)] if unset else []
    tests += [written(part) for part in parts if not isinstance(part, Bit)]
    if not tests:
        return TRUE if every else FALSE
    return tests[0] if len(tests) == 1 else paren(Sql((" AND " if every else " OR ").join(tests)))


def _compared(number: str, mask: int, operator: str, to: int) -> Sql:
    return paren(binary(paren(_masked(number, mask)), operator, integer(to)))


def _masked(number: str, mask: int) -> Sql:
    return binary(quoted(number), "&", integer(mask))


class PackedWriter(Writer):
    """Writes the expressions of a statement's trees over numbers of bits."""

    def __init__(self, trees: Named, dates: Dates) -> None:
        super().__init__(trees, dates)
        self._plain = Writer(trees, dates)
        self._places: dict[str | ex.Expr, int] = {}
        self._read: set[str] = set()
        self._said: dict[tuple[str, str], Both | None] = {}
        self._depths: dict[tuple[str, str], int] = {}

    # -- where the bits stand -----------------------------------------------------------------------------------------

    def _place(self, key: str | ex.Expr) -> tuple[str, int]:
        """The number, and the place in it of the first of two bits."""
        i = self._places.setdefault(key, len(self._places))
        return _number(i), 2 * (i % _IN_ONE)

    def _bits(self, key: str | ex.Expr) -> Both:
        number, place = self._place(key)
        return Bit(number, place), Bit(number, place + 1)

    def facts(self) -> dict[str, Sql]:
        """Every number, with the bits of what reads facts alone; to be called when all else is written."""
        numbers: dict[str, list[Sql]] = {_number(i): [] for i in range(0, len(self._places), _IN_ONE)}
        for key in self._places:
            if isinstance(key, ex.Expr):
                number, place = self._place(key)
                value = self._plain.write(key)
                branches = (value, integer(1 << place)), (not_(paren(value)), integer(2 << place))
                numbers[number].append(when(*branches, otherwise=integer(0)))
        return {number: united(parts or [integer(0)]) for number, parts in numbers.items()}

    def stored(self, prefix: str, name: str) -> Callable[[ex.Expr], Sql]:
        if not self._is_test(ex.Name(name)):
            return self.write
        _, place = self._place(column(prefix, name))
        return lambda expr: self._two_bits(expr, place)

    def nothing(self, name: str) -> Sql:
        return integer(0) if self._is_test(ex.Name(name)) else super().nothing(name)

    def layer(self, prefix: str, values: Mapping[str, Sql]) -> dict[str, Sql]:
        columns: dict[str, Sql] = {}
        numbers: dict[str, list[Sql]] = {}
        for name, value in values.items():
            if self._is_test(ex.Name(name)):
                number, _ = self._place(column(prefix, name))
                numbers.setdefault(number, [quoted(number)]).append(value)
            else:
                columns[column(prefix, name)] = value
        return columns | {number: united(parts) for number, parts in numbers.items()}

    def tables(self, layers: list[dict[str, Sql]]) -> list[dict[str, Sql]]:
        self.in_methods = are_short(layers)
        return in_short_tables(layers) if self.in_methods else layers

    def depth(self, prefix: str, name: str) -> int:
        if (prefix, name) not in self._depths:
            reads = self._trees.reads(name)
            if prefix == "m":
                reads &= self._trees.touched
            below = max((self.depth(prefix, read) for read in reads), default=0)
            self._depths[prefix, name] = below + (self._short(prefix, name) is None)
        return self._depths[prefix, name]

    def is_read(self, prefix: str, name: str) -> bool:
        return column(prefix, name) in self._read

    def _node(self, prefix: str, name: str) -> Both:
        """What a node comes to: said in short, or as its bits."""
        said = self._short(prefix, name)
        if said is None:
            self._read.add(column(prefix, name))
            return self._bits(column(prefix, name))
        return said

    def _short(self, prefix: str, name: str) -> Both | None:
        """What a node comes to, where that takes no longer than to look its bits up; else None: it has to be kept."""
        if (prefix, name) not in self._said:
            self._said[prefix, name] = None
            versions = self._trees.trees[name]
            if (
                self._is_test(ex.Name(name))
                and len(versions) == 1
                and not (prefix == "m" and name in self._trees.readings)
            ):
                ((_, expr),) = versions
                both = self.both(in_second(expr) if prefix == "m" else expr)
                if all(_comparisons(formula) <= _SHORT for formula in both):
                    self._said[prefix, name] = both
        return self._said[prefix, name]

    def _two_bits(self, expr: ex.Expr, place: int) -> Sql:
        met, failed = self.both(expr)
        branches = [(met, integer(1 << place)), (failed, integer(2 << place))]
        for formula, bits in branches:
            if formula == YES:
                return bits
        tested = [(written(formula), bits) for formula, bits in branches if formula != NO]
        if failed == opposite(met):
            return when(tested[0], otherwise=branches[1][1])
        return when(*tested, otherwise=integer(0)) if tested else integer(0)

    # -- tests --------------------------------------------------------------------------------------------------------

    def met(self, expr: ex.Expr) -> Sql:
        return written(self.both(expr)[0])

    def failed(self, expr: ex.Expr) -> Sql:
        return written(self.both(expr)[1])

    def unknown(self, expr: ex.Expr) -> Sql:
        return written(unknown(self.both(expr)))

    def write(self, expr: ex.Expr) -> Sql:
        if not self._is_test(expr):
            if isinstance(expr, ex.Name):
                bare = expr.id.removeprefix(second(""))
                again = bare != expr.id and bare in self._trees.touched
                self._read.add(column("m" if again else "n", bare))
            return super().write(expr)
        met, failed = self.both(expr)
        if failed == opposite(met):
            return written(met)
        return when((written(met), TRUE), (written(failed), FALSE), otherwise=null("yes_no"))

    def _is_test(self, expr: ex.Expr) -> bool:
        """Whether an expression is yes, no or unknown, not a number or a text."""
        match expr:
            case ex.Name(name):
                return self._trees.kinds.get(name.removeprefix(second("")), "yes_no") == "yes_no"
            case ex.Stated(fact):
                return fact in self._trees.statement_columns or self._trees.kind_of_fact(fact) == "yes_no"
            case ex.Case(_, then, otherwise):
                return self._is_test(otherwise if isinstance(then, ex.Unset) else then)
        return self._trees.kind(expr) == "yes_no"

    def both(self, expr: ex.Expr) -> Both:
        """Whether ``expr``, which is yes, no or unknown, is met, and whether it is not met."""
        match expr:
            case ex.Constant(value):
                return (YES, NO) if value else (NO, YES)
            case ex.Unset():
                return NO, NO
            case ex.Name(name):
                bare = name.removeprefix(second(""))
                again = bare != name and bare in self._trees.touched
                return self._node("m" if again else "n", bare)
            case Doubted(name):
                if name not in self._trees.readings:
                    return NO, YES
                self._read.add(column("d", name))
                return self._bits(column("d", name))
            case Same(left, right):
                return _two_valued(self._same(left, right))
            case Unknown(item):
                if self._is_test(item):
                    return _two_valued(unknown(self.both(item)))
                return _two_valued(Test(is_null(paren(self.write(item)))))
            case ex.Not(item):
                met, failed = self.both(item)
                return failed, met
            case ex.And(items) | ex.Or(items):
                every = isinstance(expr, ex.And)
                mets, faileds = zip(*map(self.both, items), strict=True)
                return together(every, mets), together(not every, faileds)
            case ex.AtLeast(count, items):
                mets, faileds = zip(*map(self.both, items), strict=True)
                few = len(items) - count + 1
                return _counted(mets, count), _counted(faileds, few)
            case ex.Case(condition, then, otherwise):
                return self._either(self.both(condition), self.both(then), self.both(otherwise))
            case ex.Stated(fact, derived) if derived is not None:
                stated = self.both(ex.Stated(fact, None))
                follows = self.both(derived)
                met, failed = (
                    any_of(here, all_of(unknown(stated), there)) for here, there in zip(stated, follows, strict=True)
                )
                return met, failed
            case ex.Compare(operator, left, right) if self._is_test(left):
                equal = self._equal(self.both(left), self.both(right))
                return equal if operator == "=" else (equal[1], equal[0])
        if not any(isinstance(part, (ex.Name, Doubted)) for part in expr.walk()):
            return self._of_facts(expr)
        value = super().write(expr)
        return Test(_surely(value)), Test(_surely(not_(paren(value))))

    def _of_facts(self, expr: ex.Expr) -> Both:
        """What reads facts alone: its bits stand once, however it is said, opposites too."""
        match expr:
            case ex.Compare("<>", left, right):
                met, failed = self._of_facts(ex.Compare("=", left, right))
                return failed, met
            case ex.Stated(fact, None) if fact not in self._trees.statement_columns:
                return self._bits(ex.Fact(fact))
        return self._bits(expr)

    def _same(self, left: ex.Expr, right: ex.Expr) -> Formula:
        if not self._is_test(left):
            return Test(paren(same(self.write(left), self.write(right))))
        a, b = self.both(left), self.both(right)
        return any_of(self._equal(a, b)[0], all_of(unknown(a), unknown(b)))

    @staticmethod
    def _equal(a: Both, b: Both) -> Both:
        alike = any_of(all_of(a[0], b[0]), all_of(a[1], b[1]))
        return alike, any_of(all_of(a[0], b[1]), all_of(a[1], b[0]))

    @staticmethod
    def _either(decided: Both, then: Both, otherwise: Both) -> Both:
        """Unknown where the condition is, unless both branches agree."""

        def has(i: int) -> Formula:
            return any_of(all_of(decided[0], then[i]), all_of(decided[1], otherwise[i]), all_of(then[i], otherwise[i]))

        return has(0), has(1)


def _comparisons(formula: Formula) -> int:
    """How many comparisons it takes to tell."""
    match formula:
        case Bit():
            return 1
        case Together(every, parts):
            bits = {(bit.number, every or bit.is_set) for bit in parts if isinstance(bit, Bit)}
            return len(bits) + sum(_comparisons(part) for part in parts if not isinstance(part, Bit))
    return _SHORT + 1


def _number(i: int) -> str:
    """The name of the number in which the ``i``th node stands."""
    return f"w_{i // _IN_ONE}"


def _two_valued(formula: Formula) -> Both:
    return formula, opposite(formula)


def _surely(value: Sql) -> Sql:
    return called("COALESCE", value, FALSE)


def _counted(formulas: Iterable[Formula], least: int) -> Formula:
    """Whether at least so many hold."""
    masks: dict[str, int] = {}
    counts: list[Sql] = []
    for formula in formulas:
        if isinstance(formula, Bit) and formula.is_set and not masks.get(formula.number, 0) >> formula.place & 1:
            masks[formula.number] = masks.get(formula.number, 0) | 1 << formula.place
        else:
            counts.append(when((written(formula), integer32(1)), otherwise=integer32(0)))
    counts += [called("bit_count", _masked(number, mask)) for number, mask in masks.items()]
    return Test(binary(paren(Sql(" + ".join(counts))), ">=", integer32(least)))
