"""The fastest engine for lists: three-valued logic on bit vectors, 64 records in one machine word.

A verdict of a condition over a table is two bit vectors: where it is met, and where it is not; where neither, it is
unknown. Strong Kleene logic is then bitwise, and Arrow holds yes/no columns as bit vectors already. Numbers, days and
choices are arrays of integers with a bit vector of where they are known; only comparisons look at them row by row.

The tables it takes and makes are those of :mod:`ancu.inference.sql.statement`'s statements; each row is judged by the
program of its own epoch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from ancu.inference.joint import join
from ancu.inference.marks import Doubted, Gather, Mark, Marks, Same, Unknown, marks_of, second
from ancu.inference.program import Program, program_on
from ancu.inference.tables import Part, bits_of, one_piece
from ancu.inference.verdicts import (
    CLOSED,
    NOT_COVERED,
    NOT_YET,
    OTHER_REGION,
    OUTCOMES,
    REASON_BASE,
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

Words = np.ndarray[Any, np.dtype[np.uint64]]
Numbers = np.ndarray[Any, np.dtype[np.int64]]
#: The ordinal of the day from which NumPy counts.
_UNIX = 719_163
_ROOT = "="


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Where something is met, and where it is not; where neither, it is unknown."""

    met: Words
    failed: Words

    @property
    def known(self) -> Words:
        return self.met | self.failed


@dataclass(frozen=True, slots=True)
class Values:
    """Integers, and where they are known; any number elsewhere."""

    numbers: Numbers
    known: Words


Column = Verdicts | Values


class BitJudge:
    """Judges tables under several programmes; tables and columns are named as in a statement with ``detail``."""

    def __init__(self, book: Rulebook, programmes: Iterable[str], epochs: Iterable[int], *, detail: bool) -> None:
        self.book, self.programmes, self.detail = book, list(programmes), detail
        self.epochs = sorted(set(epochs))
        self._starts = np.array([start.toordinal() for start in book.epochs.starts])
        self._programs = {name: self._programs_of(name) for name in self.programmes}
        self.joints = {epoch: self._joints_in(epoch) for epoch in self.epochs}
        self.affected = {
            (name, epoch): _affected(program)
            for name, found in self._programs.items()
            for epoch, program in found.items()
        }
        self.marks: dict[tuple[str, int], Marks] = {}
        self.parts = tuple(self._part(name) for name in self.programmes)
        known = (
            {name for part in self.parts for name in quantities_of(book, part.programs.values())} if detail else set()
        )
        self.values: Mapping[str, str] = {name: f"value.{name}" for name in sorted(known)}
        read = (fact for programs in self._programs.values() for program in programs.values() for fact in program.facts)
        self.facts = tuple(dict.fromkeys(read))

    def _programs_of(self, name: str) -> dict[int, Program]:
        """The programs of a programme, by epochs in which it is in force and covered."""
        definition = self.book.programmes[name]
        found = {}
        for epoch in self.epochs:
            day = max(self.book.epochs.starts[epoch], definition.covered_from)
            inside = self.book.epochs.index(definition.covered_from) <= epoch
            if inside and any(day in opening.period for opening in definition.periods):
                found[epoch] = program_on(self.book, name, day)
        return found

    def _joints_in(self, epoch: int) -> dict[str, int]:
        """For each programme in force in ``epoch``, the number of those with which it shares what its names mean."""
        programs = (found[epoch] for found in self._programs.values() if epoch in found)
        return {program.programme: i for i, joint in enumerate(join(programs)) for program in joint.programs}

    def _part(self, name: str) -> Part:
        programs = self._programs[name]
        if not self.detail or not programs:
            return Part(name, programs)
        marks = [self.marks.setdefault((name, epoch), marks_of(program, _ROOT)) for epoch, program in programs.items()]
        amounts = {figure: f"{name}.amount.{figure}" for figure in amounts_of(self.book, name, programs.values())}
        causes = bits_of(name, [found.causes for found in marks])
        return Part(name, programs, causes, bits_of(name, [s for m in marks for s in (m.caveats, m.options)]), amounts)

    def judge(self, table: pa.Table) -> pa.Table:
        """What the statement would make of ``table``."""
        days = _integers(one_piece(table.column("as_of")), np.int32) + _UNIX
        epochs = np.searchsorted(self._starts, days, side="right") - 1
        present = np.unique(epochs).tolist()
        if len(present) == 1:
            return pa.table(_Epoch(self, table, days, present[0]).columns())
        pieces, order = [], []
        for epoch in present:
            rows = np.flatnonzero(epochs == epoch)
            order.append(rows)
            found = _Epoch(self, table.take(pa.array(rows)), days[rows], epoch).columns()
            pieces.append(pa.table(found))
        joined = pa.concat_tables(pieces).combine_chunks()
        return joined.take(pa.array(np.argsort(np.concatenate(order), kind="stable")))


class _Epoch:
    """The rows of a table whose days lie in one epoch."""

    def __init__(self, judge: BitJudge, table: pa.Table, days: Numbers, epoch: int) -> None:
        self.judge, self.book, self.table, self.days, self.epoch = judge, judge.book, table, days, epoch
        self.rows = len(table)
        self.words = (self.rows + 63) // 64
        self.nowhere = np.zeros(self.words, np.uint64)
        self.everywhere = ~self.nowhere
        if self.rows % 64:
            self.everywhere[-1] = np.uint64((1 << self.rows % 64) - 1)
        self._facts: dict[str, Column] = {}
        self._texts: dict[str, int] = {}
        self._encodings: dict[str, pa.DictionaryArray[Any]] = {}
        self._stated: dict[tuple[str, frozenset[str]], Verdicts] = {}

    def columns(self) -> dict[str, Any]:
        """The columns of the result for these rows."""
        found: dict[str, Any] = {}
        quoted: dict[str, list[Column]] = {}
        # Programmes read many conditions in common: each is evaluated once.
        joints = self.judge.joints[self.epoch]
        shared = [_Shared() for _ in range(max(joints.values(), default=-1) + 1)]
        for part in self.judge.parts:
            name = part.programme
            program = part.programs.get(self.epoch)
            if program is None:
                found |= self._outside(part)
                continue
            run = _Run(self, program, shared[joints[name]])
            found |= self._judged(part, program, run)
            if self.judge.detail:
                for quantity in quantities_of(self.book, [program]):
                    quoted.setdefault(quantity, []).append(run.value(quantity))
        for region in dict.fromkeys(self.book.programmes[name].region for name in self.judge.programmes):
            if region is not None and region in self.table.column_names:
                found[f"region.{region}"] = one_piece(self.table.column(region))
        found["epoch"] = np.full(self.rows, self.epoch, np.int64)
        for name, column in self.judge.values.items():
            found[column] = self._first(quoted.get(name, []))
        return found

    def _outside(self, part: Part) -> dict[str, Any]:
        """The columns of a programme that is not in force here."""
        name, definition = part.programme, self.book.programmes[part.programme]
        first = self.book.epochs.index(definition.covered_from)
        day = self.book.epochs.starts[self.epoch]
        if self.epoch < first:
            verdict = NOT_COVERED
        else:
            verdict = NOT_YET if day < min(opening.period.start for opening in definition.periods) else CLOSED
        found: dict[str, Any] = {
            f"{name}.verdict": np.full(self.rows, verdict, np.int8),
            f"{name}.provisional": np.zeros(self.rows, np.bool_),
            f"{name}.reason": pa.nulls(self.rows, pa.int64()),
        }
        if self.judge.detail:
            found |= {f"{name}.{key}": np.zeros(self.rows, np.int64) for key in ("causes", "law")}
            found |= {column: pa.nulls(self.rows, pa.int64()) for column in part.amounts.values()}
        return found

    def _judged(self, part: Part, program: Program, run: _Run) -> dict[str, Any]:
        name = part.programme
        root = run.root
        # Eligible is 0, ineligible 1, undetermined 2.
        unknown = ~root.known & self.everywhere
        verdict = self.where(root.failed).view(np.int8) + 2 * self.where(unknown).view(np.int8)
        territory = self.book.programmes[name].territory
        if territory is not None:
            verdict[self.where(run.verdicts(Name(territory)).failed)] = OTHER_REGION
        provisional = root.known & ~run.root_again.known & self.everywhere
        found: dict[str, Any] = {
            f"{name}.verdict": verdict,
            f"{name}.provisional": pa.Array.from_buffers(pa.bool_(), self.rows, [None, pa.py_buffer(provisional)]),
            f"{name}.reason": self._reason(program, run),
        }
        if self.judge.detail:
            marks = self.judge.marks[name, self.epoch]
            found[f"{name}.causes"] = self._mask(run, [marks.causes], part.causes)
            found[f"{name}.law"] = self._mask(run, [marks.caveats, marks.options], part.law)
            for figure, column in part.amounts.items():
                value = run.value(figure) if figure in program.nodes else None
                known = value.known & root.met if isinstance(value, Values) else self.nowhere
                numbers = value.numbers if isinstance(value, Values) else np.zeros(self.rows, np.int64)
                found[column] = pa.array(numbers, mask=~self.where(known))
        return found

    def _reason(self, program: Program, run: _Run) -> Numbers:
        """As :func:`ancu.inference.verdicts.reason_of`."""
        root = run.root
        carried: dict[str, Words] = dict.fromkeys(program.reported, self.nowhere)
        # No functions within, here and below: one that calls itself holds on to all these vectors until it is found.
        ways: list[tuple[Expr, Words]] = [(program.summary, self.everywhere)]
        while ways:
            expr, way = ways.pop()
            here = way if expr is program.summary else way & self.same(run.column(expr), root)
            if isinstance(expr, Name):
                carried[expr.id] = carried[expr.id] | here
            else:
                ways += ((child, here) for child in expr.children())
        outcomes = {True: root.met, None: ~root.known & self.everywhere}
        above = {(OUTCOMES[value] * REASON_BASE).bit_length() - 1: where for value, where in outcomes.items()}
        return self._sum({**dict(enumerate(carried.values())), **above})

    def _sum(self, vectors: Mapping[int, Words]) -> Numbers:
        """A number a row, of which each vector is the bit by which it is called."""
        total = np.zeros(self.rows, "<i8")
        octets = total.view(np.uint8).reshape(self.rows, 8)
        for i in range(8):
            octet: Any = None
            for bit, vector in vectors.items():
                if bit // 8 == i and vector.any():
                    here = self.where(vector).view(np.uint8) << np.uint8(bit % 8)
                    octet = here if octet is None else octet | here
            if octet is not None:
                octets[:, i] = octet
        return total

    def _mask(self, run: _Run, sets: list[Expr], bits: Mapping[str, int]) -> Numbers:
        """Sets of names as the sum of their bits."""
        held: dict[str, Words] = {}
        ways = [(set_, self.everywhere) for set_ in sets]
        while ways:
            expr, where = ways.pop()
            if isinstance(expr, Mark):
                held[expr.name] = held[expr.name] | where if expr.name in held else where
                continue
            assert isinstance(expr, Gather)
            here = where & run.verdicts(expr.when).met
            if here.any():
                ways += ((set_, here) for set_ in expr.sets)
        return self._sum({bit: held[name] for name, bit in bits.items() if name in held})

    def _first(self, columns: list[Column]) -> Any:
        """The first of several columns that is known, as numbers."""
        numbers, known = np.zeros(self.rows, np.int64), self.nowhere
        for column in columns:
            assert isinstance(column, Values)
            more = self.where(column.known & ~known)
            numbers[more] = column.numbers[more]
            known = known | column.known
        return pa.array(numbers, mask=~self.where(known))

    # -- vectors ------------------------------------------------------------------------------------------------------

    def throughout(self, number: int) -> Numbers:
        """One number for every row, which stands once."""
        return np.broadcast_to(np.int64(number), self.rows)

    def where(self, vector: Words) -> Any:
        """A bit vector as an array of booleans."""
        return np.unpackbits(vector.view(np.uint8), count=self.rows, bitorder="little").view(np.bool_)

    def pack(self, booleans: Any) -> Words:
        """An array of booleans as a bit vector."""
        packed = np.packbits(booleans, bitorder="little")
        held = np.zeros(self.words * 8, np.uint8)
        held[: len(packed)] = packed
        return held.view(np.uint64)

    def same(self, one: Column, other: Column) -> Words:
        """Where both have one value, or are both unknown."""
        assert isinstance(one, Verdicts)
        assert isinstance(other, Verdicts)
        return ~((one.met ^ other.met) | (one.failed ^ other.failed)) & self.everywhere

    def verdicts(self, booleans: Any, known: Words) -> Verdicts:
        """The verdicts that booleans are, where they are known."""
        packed = self.pack(booleans)
        return Verdicts(packed & known, ~packed & known)

    # -- facts --------------------------------------------------------------------------------------------------------

    def fact(self, name: str) -> Column:
        """The column of a fact."""
        if name not in self._facts:
            self._facts[name] = self._fact(name)
        return self._facts[name]

    def _fact(self, name: str) -> Column:
        if name not in self.table.column_names:
            kind = self.book.types[name].kind
            if kind == "yes_no":
                return Verdicts(self.nowhere, self.nowhere)
            return Values(self.throughout(0), self.nowhere)
        column = one_piece(self.table.column(name))
        known = self._known(column)
        if pa.types.is_boolean(column.type):
            met = self._bits(column, 1) & known
            return Verdicts(met, known & ~met)
        if pa.types.is_date(column.type):
            return Values(_integers(column, np.int32) + _UNIX, known)
        if pa.types.is_integer(column.type):
            return Values(_integers(column, np.int64), known)
        encoded = self._encoded(name)
        codes = np.array([*(self.text(text) for text in encoded.dictionary.to_pylist()), 0], np.int64)
        return Values(_at(codes, encoded), known)

    def _known(self, column: pa.Array[Any]) -> Words:
        return self._bits(column, 0) if column.null_count else self.everywhere

    def _bits(self, column: pa.Array[Any], buffer: int) -> Words:
        """The bits of a column as Arrow holds them: where it has values (buffer 0), or its booleans (1)."""
        if column.offset % 8:
            column = pa.concat_arrays([column, column.slice(0, 0)])
        start, length = column.offset // 8, (self.rows + 7) // 8
        held = np.zeros(self.words * 8, np.uint8)
        held[:length] = np.frombuffer(column.buffers()[buffer], np.uint8)[start : start + length]
        return held.view(np.uint64) & self.everywhere

    def _encoded(self, name: str) -> pa.DictionaryArray[Any]:
        """A column of texts as places in a list of the distinct ones."""
        if name not in self._encodings:
            column = one_piece(self.table.column(name))
            self._encodings[name] = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
        return self._encodings[name]

    def text(self, text: str) -> int:
        """A choice as a number."""
        return self._texts.setdefault(text, len(self._texts) + 1)

    def states(self, fact: str, accepted: frozenset[str]) -> Verdicts:
        """Whether a list or choice states one of ``accepted``."""
        if fact not in self.table.column_names:
            return Verdicts(self.nowhere, self.nowhere)
        key = (fact, accepted)
        if key not in self._stated:
            encoded = self._encoded(fact)
            said = [not accepted.isdisjoint(text.strip(";").split(";")) for text in encoded.dictionary.to_pylist()]
            found = _at(np.array([*said, False], np.bool_), encoded)
            self._stated[key] = self.verdicts(found, self._known(one_piece(self.table.column(fact))))
        return self._stated[key]


class _Shared:
    """What was evaluated, by name; ``again`` with doubted conditions unknown."""

    def __init__(self) -> None:
        self.values: dict[str, Column] = {}
        self.again: dict[str, Column] = {}
        self.doubted: dict[str, Words] = {}


class _Run:
    """The values of a program's nodes, and those of the second evaluation."""

    def __init__(self, rows: _Epoch, program: Program, shared: _Shared) -> None:
        self.rows, self.program, self._shared = rows, program, shared
        self._affected = rows.judge.affected[program.programme, rows.epoch]
        root = self.column(program.root)
        assert isinstance(root, Verdicts)
        self.root = root
        self.root_again = self._root_again()

    def _root_again(self) -> Verdicts:
        doubt = any(self.doubted(name).any() for name, node in self.program.nodes.items() if node.readings)
        again = self.column(self.program.root, again=True) if doubt else self.root
        assert isinstance(again, Verdicts)
        return again

    def value(self, name: str, again: bool = False) -> Column:
        """The value of a node; ``again``: with doubted conditions unknown."""
        if name == _ROOT:
            return self.root_again if again else self.root
        again = again and name in self._affected
        known = self._shared.again if again else self._shared.values
        if name not in known:
            known[name] = self._node(name, again)
        return known[name]

    def _node(self, name: str, again: bool) -> Column:
        node = self.program.nodes[name]
        if again:
            found = self.column(node.expr, again=True)
            if node.readings:
                assert isinstance(found, Verdicts)
                sure = ~self.doubted(name)
                found = Verdicts(found.met & sure, found.failed & sure)
            return found
        return self.column(node.expr)

    def doubted(self, name: str) -> Words:
        """Where another reading of a settled condition has another value."""
        if name not in self._shared.doubted:
            value = self.value(name)
            assert isinstance(value, Verdicts)
            differs = self.rows.nowhere
            for reading in self.program.nodes[name].readings:
                differs = differs | ~self.rows.same(self.column(reading), value)
            self._shared.doubted[name] = differs & value.known
        return self._shared.doubted[name]

    def verdicts(self, expr: Expr) -> Verdicts:
        """The value of a yes/no expression."""
        found = self.column(expr)
        assert isinstance(found, Verdicts)
        return found

    def column(self, expr: Expr, again: bool = False) -> Column:
        """The value of an expression over the rows."""
        rows = self.rows

        def logic(child: Expr) -> Verdicts:
            found = self.column(child, again)
            assert isinstance(found, Verdicts)
            return found

        def numbers(child: Expr) -> Values:
            found = self.column(child, again)
            assert isinstance(found, Values)
            return found

        match expr:
            case Name(name):
                bare = name.removeprefix(second(""))
                return self.value(bare, again or bare != name)
            case Fact(name):
                return rows.fact(name)
            case Constant(value):
                if isinstance(value, bool):
                    return Verdicts(*((rows.everywhere, rows.nowhere) if value else (rows.nowhere, rows.everywhere)))
                number = rows.text(value) if isinstance(value, str) else value
                return Values(rows.throughout(number), rows.everywhere)
            case Unset(name):
                if rows.book.types[name].kind == "yes_no" if name in rows.book.types else True:
                    return Verdicts(rows.nowhere, rows.nowhere)
                return Values(rows.throughout(0), rows.nowhere)
            case AsOf():
                return Values(rows.days, rows.everywhere)
            case Not(item):
                found = logic(item)
                return Verdicts(found.failed, found.met)
            case And(items):
                parts = [logic(item) for item in items]
                return Verdicts(_all(p.met for p in parts), _any(p.failed for p in parts))
            case Or(items):
                parts = [logic(item) for item in items]
                return Verdicts(_any(p.met for p in parts), _all(p.failed for p in parts))
            case AtLeast(count, items):
                parts = [logic(item) for item in items]
                met = sum((rows.where(part.met).astype(np.int16) for part in parts), np.int16(0))
                failed = sum((rows.where(part.failed).astype(np.int16) for part in parts), np.int16(0))
                return Verdicts(rows.pack(met >= count), rows.pack(failed > len(parts) - count))
            case Same(left, right):
                same = rows.same(self.column(left, again), self.column(right, again))
                return Verdicts(same, ~same & rows.everywhere)
            case Unknown(item):
                known = self.column(item, again).known
                return Verdicts(~known & rows.everywhere, known)
            case Doubted(name):
                doubted = self.doubted(name) if self.program.nodes[name].readings else rows.nowhere
                return Verdicts(doubted, ~doubted & rows.everywhere)
            case Compare(operator, left, right):
                return self._compare(operator, self.column(left, again), self.column(right, again))
            case Within(item, values):
                return self._within(self.column(item, again), values)
            case Case(condition, then, otherwise):
                return self._case(logic(condition), self.column(then, again), self.column(otherwise, again))
            case Stated(fact, derived):
                return self._stated(fact, None if derived is None else logic(derived))
            case Arithmetic(sign, left, right):
                a, b = numbers(left), numbers(right)
                return Values(_ARITHMETIC[sign](a.numbers, b.numbers), a.known & b.known)
            case Extreme(greater, items):
                found_ = [numbers(item) for item in items]
                pick = np.maximum if greater else np.minimum
                total = found_[0].numbers
                for more in found_[1:]:
                    total = pick(total, more.numbers)
                return Values(total, _all(v.known for v in found_))
            case DaysBetween(start, end):
                a, b = numbers(start), numbers(end)
                return Values(b.numbers - a.numbers, a.known & b.known)
            case YearsBetween(start, end):
                a, b = numbers(start), numbers(end)
                return Values(_years_between(a.numbers, b.numbers), a.known & b.known)
            case AddMonths(start, months):
                a, b = numbers(start), numbers(months)
                later, inside = _add_months(a.numbers, b.numbers)
                return Values(later, a.known & b.known & rows.pack(inside))
        raise TypeError(f"no bits for {type(expr).__name__}")

    def _compare(self, operator: str, left: Column, right: Column) -> Verdicts:
        if isinstance(left, Verdicts) and isinstance(right, Verdicts):
            known = left.known & right.known
            equal = self.rows.same(left, right) & known
            return Verdicts(equal, known & ~equal) if operator == "=" else Verdicts(known & ~equal, equal)
        assert isinstance(left, Values)
        assert isinstance(right, Values)
        return self.rows.verdicts(_COMPARE[operator](left.numbers, right.numbers), left.known & right.known)

    def _within(self, item: Column, values: Iterable[Expr]) -> Verdicts:
        found = self.rows.nowhere
        for value in values:
            found = found | self._compare("=", item, self.column(value)).met
        return Verdicts(found, item.known & ~found)

    def _case(self, condition: Verdicts, then: Column, otherwise: Column) -> Column:
        open_ = ~condition.known & self.rows.everywhere
        if isinstance(then, Verdicts) and isinstance(otherwise, Verdicts):
            return Verdicts(
                condition.met & then.met | condition.failed & otherwise.met | open_ & then.met & otherwise.met,
                condition.met & then.failed
                | condition.failed & otherwise.failed
                | open_ & then.failed & otherwise.failed,
            )
        a, b = (_as_values(column, self.rows) for column in (then, otherwise))
        numbers = np.where(self.rows.where(condition.failed), b.numbers, a.numbers)
        known = condition.met & a.known | condition.failed & b.known
        if open_.any():
            known = known | open_ & a.known & b.known & self.rows.pack(a.numbers == b.numbers)
        return Values(numbers, known)

    def _stated(self, fact: str, derived: Verdicts | None) -> Verdicts:
        if fact in self.program.statements:
            stated = self.rows.states(*self.program.statements[fact])
        else:
            found = self.rows.fact(fact)
            assert isinstance(found, Verdicts)
            stated = found
        if derived is None:
            return stated
        silent = ~stated.known
        return Verdicts(stated.met | silent & derived.met, stated.failed | silent & derived.failed)


_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "=": np.equal, "<>": np.not_equal, "<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal,
}  # fmt: skip
_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {"+": np.add, "-": np.subtract, "*": np.multiply}


def _affected(program: Program) -> frozenset[str]:
    """The nodes whose value a doubt can change: those with other readings, and all that read one."""
    found: set[str] = set()
    for name, node in program.nodes.items():
        reads = (part.id for part in node.expr.walk() if isinstance(part, Name))
        if node.readings or not found.isdisjoint(reads):
            found.add(name)
    return frozenset(found)


def _as_values(column: Column, rows: _Epoch) -> Values:
    """A branch that the law has not set stands for an unknown number."""
    return column if isinstance(column, Values) else Values(rows.throughout(0), rows.nowhere)


def _all(vectors: Iterable[Words]) -> Words:
    return np.bitwise_and.reduce(list(vectors))  # type: ignore[no-any-return]


def _any(vectors: Iterable[Words]) -> Words:
    return np.bitwise_or.reduce(list(vectors))  # type: ignore[no-any-return]


def _integers(column: pa.Array[Any], type_: Any) -> Numbers:
    """The numbers of a column as Arrow holds them; any where they are not known."""
    return np.asarray(_held(column, type_), np.int64)


def _held(column: pa.Array[Any], type_: Any) -> Any:
    """The numbers of a column where Arrow holds them."""
    return np.frombuffer(column.buffers()[1], type_)[column.offset : column.offset + len(column)]


def _at(values: Any, encoded: pa.DictionaryArray[Any]) -> Any:
    """For each row the value at the place of its text in the dictionary; any of them where it has no text."""
    places = encoded.indices
    return values.take(_held(places, places.type.to_pandas_dtype()), mode="clip")


def _parts(ordinals: Numbers) -> tuple[Any, Any, Any]:
    """Year, month and day of ordinals."""
    days = (ordinals - _UNIX).astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    total = months.astype(np.int64)
    return total // 12 + 1970, total % 12 + 1, (days - months).astype(np.int64) + 1


def _years_between(start: Numbers, end: Numbers) -> Numbers:
    """As :func:`ancu.rulebook.calendar.years_between`."""
    early, late = np.minimum(start, end), np.maximum(start, end)
    (y, m, d), (year, month, day) = _parts(early), _parts(late)
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    d = np.where((m == 2) & (d == 29) & ~leap, 28, d)
    years = year - y - ((month < m) | ((month == m) & (day < d)))
    return np.asarray(np.where(end < start, -years, years), np.int64)


def _add_months(start: Numbers, months: Numbers) -> tuple[Numbers, Any]:
    """As :func:`ancu.rulebook.calendar.add_months`: ordinals, and where they lie in the calendar."""
    year, month, day = _parts(start)
    total = year * 12 + month - 1 + months
    inside = (total >= 12) & (total <= 12 * 9999 + 11)
    first = (np.where(inside, total, 12) - 1970 * 12).astype("datetime64[M]")
    length = ((first + 1).astype("datetime64[D]") - first.astype("datetime64[D]")).astype(np.int64)
    return first.astype("datetime64[D]").astype(np.int64) + np.minimum(day, length) - 1 + _UNIX, inside
