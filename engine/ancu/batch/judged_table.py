"""From judged tables to the cells of a list: each distinct cell is said once and looked up for its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from threading import Lock
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ancu.batch.cells import CELLS, Telling, choice_cell
from ancu.batch.outcomes import CaseOutcome, what_is_open
from ancu.batch.read_marks import ProgramMarks
from ancu.decision.rendering import value_text
from ancu.inference.arrow_columns import one_piece
from ancu.inference.marks import is_benefit_mark, is_option_mark, is_rank_mark
from ancu.inference.schedule import BY_THE_DAY
from ancu.inference.table_schema import Part, is_unset_benefit
from ancu.inference.verdicts import (
    ELIGIBLE,
    NOT_COVERED,
    OTHER_REGION,
    OUTCOMES_OF,
    STATUSES,
    UNDETERMINED,
    VERDICTS,
    WHYS,
)
from ancu.messages import Language
from ancu.rulebook.rulebook import Rulebook

Numbers = np.ndarray[Any, np.dtype[np.int64]]
Places = np.ndarray[Any, np.dtype[np.int32]]
Said = TypeVar("Said")
#: Facts that can be missing: the bits that stand for them, and what they are called.
Labels = tuple[list[int], "pa.Array[Any]"]
#: Stands for NULL among numbers.
_NOTHING = -(2**62)
#: How many distinct cells are kept; beyond it they are said again.
MOST_KEPT = 200_000
_REGIONS = 1 << 10
_EPOCHS = 1 << 10
#: Cells that hold something only of an eligible case, and those only of one that lacks something.
_OF_ELIGIBLE = frozenset({"benefit", "grant", "granted", "open", "priority"})
_OF_LACKING = frozenset({"missing", "lacking"})
_SAYS_NOTHING = pa.array([""], pa.string())
_NO_LABELS: Labels = ([], pa.array([], pa.string()))


@dataclass(frozen=True)
class Grouped:
    """Rows alike: the group of each row, and the first row of each group; groups in order of appearance."""

    groups: Places
    first: Numbers

    @property
    def counts(self) -> Numbers:
        """How many rows each group has."""
        return np.bincount(self.groups, minlength=len(self.first))

    def texts(self, texts: pa.Array[Any]) -> pa.DictionaryArray[Any]:
        """A text for each group, as a column of the rows."""
        return pa.DictionaryArray.from_arrays(pa.array(self.groups), texts)


def grouped(columns: Sequence[Numbers | Places]) -> Grouped:
    """Group rows that are alike in every one of ``columns``."""
    rows = len(columns[0])
    groups, count = np.zeros(rows, np.int32), min(rows, 1)
    for column in columns:
        if not rows or (column[0] == column[-1] and (column == column[0]).all()):
            continue
        encoded = pa.array(column).dictionary_encode()
        size, places = len(encoded.dictionary), encoded.indices.to_numpy()
        if count == 1:
            groups, count = places, size
        elif size > 1:
            # Numbered afresh each time, so that the product stays small.
            again = pa.array(groups * np.int64(size) + places).dictionary_encode()
            groups, count = again.indices.to_numpy(), len(again.dictionary)
    first = np.zeros(count, np.int64)
    first[groups[::-1]] = np.arange(rows - 1, -1, -1)
    return Grouped(groups, first)


class Lookup:
    """Says the cells of judged tables in one language; what was said once is kept.

    ``parts`` and ``values`` say what stands in which column, as those of a statement do.
    """

    def __init__(self, book: Rulebook, parts: Iterable[Part], values: Mapping[str, str], lang: Language) -> None:
        self.book, self.lang, self.values = book, lang, values
        self.parts = {part.programme: part for part in parts}
        self._said: dict[tuple[Any, ...], Any] = {}
        self._regions: dict[str | None, int] = {None: 0}
        self._numbering = Lock()
        self._marks: dict[tuple[str, int], ProgramMarks] = {}
        self.reduced: dict[str, dict[int, CaseOutcome]] = {}
        self.labels: dict[str, dict[tuple[Telling, int], Labels]] = {}

    def table(self, judged: pa.Table) -> JudgedTable:
        """A table that a statement, or an engine that makes the same, has made."""
        return JudgedTable(self, judged)

    def region_codes(self, column: pa.Array[Any]) -> Numbers:
        """Regions as numbers, the same in every table."""
        encoded = column.dictionary_encode()
        with self._numbering:
            codes = [self._regions.setdefault(name, len(self._regions)) for name in encoded.dictionary.to_pylist()]
        found = np.array([*codes, 0], np.int64)
        return np.asarray(found[encoded.indices.fill_null(len(codes)).to_numpy()], np.int64)

    def region(self, code: int) -> str | None:
        """The region that a number stands for."""
        return list(self._regions)[code]

    def marks(self, part: Part, epoch: int) -> ProgramMarks:
        """What the sets of rows hold that a programme's program of an epoch judged."""
        place = part.programme, epoch
        found = self._marks.get(place)
        return found or self._marks.setdefault(place, ProgramMarks(self.book, part, part.programs[epoch]))

    def say(self, identity: tuple[Any, ...], say: Callable[[], Said]) -> Said:
        """What ``say`` says, which depends on ``identity`` alone."""
        said: Said | None = self._said.get(identity)
        if said is None:
            if len(self._said) >= MOST_KEPT:
                self._said.clear()
            said = self._said[identity] = say()
        return said


class JudgedTable:
    """A judged table, and what its rows say."""

    def __init__(self, lookup: Lookup, table: pa.Table) -> None:
        self.lookup, self.book, self.rows = lookup, lookup.book, table.num_rows
        self._table = table
        regions = {name: self.book.programmes[name].region for name in lookup.parts}
        places = {region: self._place(region) for region in dict.fromkeys(regions.values())}
        self.parts = {
            name: JudgedPart(lookup, part, table, places[regions[name]]) for name, part in lookup.parts.items()
        }

    def _place(self, region: str | None) -> Place:
        """When and where the law applies that each row is judged by, ``region`` being the fact that says where."""
        epoch = np.maximum(numbers(self._table, "epoch"), 0)
        column = f"region.{region}"
        if column not in self._table.column_names:
            return Place(epoch, np.zeros_like(epoch), (epoch + 1) * _REGIONS)
        codes = self.lookup.region_codes(one_piece(self._table.column(column)))
        return Place(epoch, codes, (epoch + 1) * _REGIONS + codes)

    def cells(self, programme: str, reasons: Telling) -> dict[str, pa.Array[Any]]:
        """The cells of a programme, in words or as codes."""
        part = self.parts[programme]
        if reasons == "text":
            return {key: part.texts(key) for key in CELLS["text"]}
        judged = part.verdict <= UNDETERMINED
        codes = {
            "status": _named(part.verdict, [status for status, _ in VERDICTS], STATUSES),
            "why": _named(part.verdict, [why for _, why in VERDICTS], WHYS),
            "provisional": part.given_provisionally,
            "reason": pa.array(part.reason, mask=None if judged.all() else ~judged),
        }
        return {key: codes[key] if key in codes else part.texts(key, reasons) for key in CELLS[reasons]}

    def value(self, name: str, reasons: Telling) -> pa.Array[Any]:
        """A quantity that texts quote, in words or as the engine has it."""
        column = self.lookup.values.get(name)
        if column is None:
            return pa.nulls(self.rows, pa.string() if reasons == "text" else pa.int64())
        values = one_piece(self._table.column(column))
        if reasons == "ids":
            return values
        encoded = values.dictionary_encode()
        texts = [value_text(self.book, name, value, self.lookup.lang) for value in encoded.dictionary.to_pylist()]
        return pa.DictionaryArray.from_arrays(encoded.indices, pa.array(texts, pa.string()))

    def region(self, fact: str) -> pa.Array[Any]:
        """The region of each row, by the fact that picks it."""
        column = f"region.{fact}"
        if column not in self._table.column_names:
            return pa.nulls(self.rows, pa.string())
        return one_piece(self._table.column(column))

    def choices(self, among: Collection[str]) -> pa.Array[Any]:
        """What a case takes of the programmes ``among`` which are open to it."""
        parts = [part for name, part in self.parts.items() if name in among]
        # Of what is not open to a case nothing matters.
        columns = [
            np.where(part.verdict == ELIGIBLE, column, -1) for part in parts for column in part.depends("benefit")
        ]
        found = grouped(columns)
        texts = []
        for row in found.first.tolist():
            identity = ("", *(int(column[row]) for column in columns))
            texts.append(self.lookup.say(identity, partial(self._choice, parts, row)))
        return found.texts(pa.array(texts, pa.string()))

    def _choice(self, parts: list[JudgedPart], row: int) -> str:
        # Only what is open to a case can be chosen.
        open_ = [part.outcome(row) for part in parts if part.verdict[row] == ELIGIBLE]
        return choice_cell(self.book, open_, self.lookup.lang)


@dataclass(frozen=True)
class Place:
    """The epoch of each row, its region as a number, and both in one."""

    epoch: Numbers
    region: Numbers
    both: Numbers


class JudgedPart:
    """What a statement found of one programme."""

    def __init__(self, lookup: Lookup, part: Part, table: pa.Table, place: Place) -> None:
        self.lookup, self.book, self.part = lookup, lookup.book, part
        name = part.programme
        self.verdict = table.column(f"{name}.verdict").to_numpy()
        self.given_provisionally = one_piece(table.column(f"{name}.provisional"))
        self.provisional = self.given_provisionally.to_numpy(zero_copy_only=False)
        self.reason = numbers(table, f"{name}.reason")
        self.epoch, self.region, self._place = place.epoch, place.region, place.both
        none = np.zeros_like(self.epoch)
        detailed = f"{name}.causes" in table.column_names
        self.causes = np.where(self.verdict == UNDETERMINED, numbers(table, f"{name}.causes"), 0) if detailed else none
        self.law = numbers(table, f"{name}.law") if detailed else none
        self.open = numbers(table, f"{name}.open") if detailed else none
        self.household = numbers(table, f"{name}.household") if part.household and detailed else none
        self.amounts = {figure: numbers(table, column) for figure, column in part.amounts.items()}

    def forget(self) -> None:
        """Let go of how rows were grouped: it is worked out again if need be, and takes much room meanwhile."""
        for name in ("_why", "_carried", "_eligible", "_lacking"):
            self.__dict__.pop(name, None)

    def depends(self, key: str) -> list[Numbers]:
        """The columns on which a cell depends, as numbers that mean the same in every table."""
        match key:
            case "benefit" | "grant" | "granted":
                return [self._place, self._law(is_option_mark), *self._amount]
            case "open":
                return [self.epoch, self.open]
            case "priority":
                return [self._place, self._law(is_rank_mark)]
            case "reasons":
                return [self._why]
            case "missing" | "lacking":
                return [self.causes, self.epoch]
            case _:
                unset = sum(1 << bit for name, bit in self.part.causes.items() if name not in self.book.facts)
                law = self._law(lambda name: not is_rank_mark(name))
                return [self._why, self.causes & unset, law, self.household, *self._amount]

    def _law(self, of: Callable[[str], bool]) -> Numbers:
        """Of what the law makes of each row, the marks that are ``of`` a kind."""
        return self.law & sum(1 << bit for name, bit in self.part.law.items() if of(name))

    @cached_property
    def _why(self) -> Numbers:
        """Verdict, reason and place as one number."""
        why: Numbers = (self.reason + 1) * len(VERDICTS) + self.verdict
        return np.asarray(why * (_REGIONS * _EPOCHS) + self._place, np.int64)

    @cached_property
    def _eligible(self) -> Numbers:
        """The rows that are eligible: mostly few."""
        return np.flatnonzero(self.verdict == ELIGIBLE)

    @cached_property
    def _lacking(self) -> Numbers:
        """The rows that lack something."""
        return np.flatnonzero(self.causes)

    @property
    def _amount(self) -> list[Numbers]:
        """What decides, beside the law, how much an eligible case is granted."""
        unset = sum(1 << bit for name, bit in self.part.open.items() if is_unset_benefit(name, self.book))
        return [self.open & unset, *self.amounts.values()]

    @property
    def _openness(self) -> list[Numbers]:
        """Of eligible rows: what decides which options are open, and whether a level is set; not what they grant."""
        rows = self._eligible
        benefit = sum(1 << bit for name, bit in self.part.open.items() if is_benefit_mark(name))
        known = (np.asarray(amount[rows] == _NOTHING, np.int64) for amount in self.amounts.values())
        return [self._place[rows], self._law(is_option_mark)[rows], self.open[rows] & benefit, *known]

    def opened(self) -> Counter[str]:
        """How many eligible cases are open in their benefit, or stand in principle only."""
        found: Counter[str] = Counter()
        columns = self._openness
        alike = grouped(columns)
        for at, count in zip(alike.first.tolist(), alike.counts.tolist(), strict=True):
            identity = (self.part.programme, "opened", *(int(column[at]) for column in columns))
            row = int(self._eligible[at])
            for what in self.lookup.say(identity, partial(self._opened, row)):
                found[what] += count
        return found

    def _opened(self, row: int) -> tuple[str, ...]:
        return what_is_open(self.book, self.outcome(row))

    def groups(self) -> Iterable[tuple[CaseOutcome, int, int]]:
        """The outcomes of rows, reduced to what carries the verdict: each with how many there are and one of them."""
        found = self._carried
        known = self.lookup.reduced.setdefault(self.part.programme, {})
        first, rows = found.first, found.first.tolist()
        keys = (self._why[first] * 2 + self.provisional[first]).tolist()
        for key, row in zip(keys, rows, strict=True):
            if key not in known:
                known[key] = self._reduced(row)
        return zip(map(known.__getitem__, keys), found.counts.tolist(), rows, strict=True)

    @cached_property
    def _carried(self) -> Grouped:
        """Rows alike in their verdict, what carries it, where and when."""
        return grouped([self._why * 2 + self.provisional])

    def _reduced(self, row: int) -> CaseOutcome:
        """The outcome of a row, reduced to its verdict and what carries it."""
        name, verdict, epoch = self.part.programme, int(self.verdict[row]), int(self.epoch[row])
        if verdict not in OUTCOMES_OF or epoch not in self.part.programs:
            return self.outcome(row)
        region = self.lookup.region(int(self.region[row]))
        carried = self.lookup.marks(self.part, epoch).carried(int(self.reason[row]))
        return CaseOutcome(name, epoch, region, verdict, bool(self.provisional[row]), carried)

    def alone(self) -> Counter[str]:
        """The facts that would each settle a case alone, with how many cases."""
        causes = self.causes[self._lacking]
        bits, counts = np.unique(causes[(causes & (causes - 1)) == 0], return_counts=True)
        rows = dict(zip(bits.tolist(), counts.tolist(), strict=True))
        named = ((name, rows.get(1 << bit)) for name, bit in self.part.causes.items() if name in self.book.facts)
        return Counter({name: count for name, count in named if count})

    def texts(self, key: str, reasons: Telling = "text") -> pa.DictionaryArray[Any]:
        """A cell for every row."""
        if key == "status":
            return self._statuses(reasons)
        if key in _OF_ELIGIBLE or key in _OF_LACKING:
            return self._of_some(key, reasons, self._eligible if key in _OF_ELIGIBLE else self._lacking)
        columns = self.depends(key)
        # Rows that carry their verdict alike are grouped already.
        found = self._carried if key == "reasons" else grouped([self._carried.groups, *columns[1:]])
        return found.texts(self._told(key, reasons, found.first, columns))

    def _of_some(self, key: str, reasons: Telling, rows: Numbers) -> pa.DictionaryArray[Any]:
        """A cell for every row that says nothing but of some ``rows``: these alone are told apart."""
        columns = [column[rows] for column in self.depends(key)]
        found = grouped(columns)
        first = rows[found.first]
        told = self._missing(reasons, first) if key == "missing" else self._told(key, reasons, first, self.depends(key))
        groups = np.zeros(len(self.verdict), np.int32)
        groups[rows] = found.groups + 1
        return pa.DictionaryArray.from_arrays(pa.array(groups), pa.concat_arrays([_SAYS_NOTHING, told]))

    def _statuses(self, reasons: Telling) -> pa.DictionaryArray[Any]:
        """The status of every row: its verdict, and of an eligible case what is open."""
        rows, columns = self._eligible, self._openness
        open_ = grouped([*columns, self.provisional[rows].astype(np.int64)])
        plain = self.verdict * np.int32(2) + self.provisional
        codes, eligible = plain.copy(), 2 * len(VERDICTS)
        codes[rows] = eligible + open_.groups
        found, texts = grouped([codes]), []
        for row, code in zip(found.first.tolist(), codes[found.first].tolist(), strict=True):
            at = open_.first[code - eligible : code - eligible + 1] if code >= eligible else ()
            identity = (
                self.part.programme,
                "status",
                reasons,
                int(plain[row]),
                *(int(c[i]) for c in columns for i in at),
            )
            texts.append(self.lookup.say(identity, partial(self._text, "status", reasons, row)))
        return found.texts(pa.array(texts, pa.string()))

    def _told(self, key: str, reasons: Telling, rows: Numbers, columns: Sequence[Numbers]) -> pa.Array[Any]:
        """The texts of a cell for some ``rows``; what it hangs on stands in ``columns`` of all."""
        depends = zip(*(column[rows].tolist() for column in columns), strict=True)
        texts = [
            self.lookup.say((self.part.programme, key, reasons, *on), partial(self._text, key, reasons, row))
            for row, on in zip(rows.tolist(), depends, strict=True)
        ]
        return pa.array(texts, pa.string())

    def _text(self, key: str, reasons: Telling, row: int) -> str:
        said: str = CELLS[reasons][key](self.book, self.outcome(row), self.lookup.lang)
        return said

    def missing(self) -> pa.Array[Any]:
        """The facts that each row lacks, as lists of their names."""
        found = grouped(self.depends("missing"))
        return self._lists("ids", found.first).take(pa.array(found.groups))

    def _missing(self, reasons: Telling, rows: Numbers) -> pa.Array[Any]:
        """As the cells of outcomes say it, from the sets of facts alone: no other cell has as many values."""
        return pc.binary_join(self._lists(reasons, rows), "; " if reasons == "text" else ";")

    def _lists(self, reasons: Telling, rows: Numbers) -> pa.Array[Any]:
        """The facts that some ``rows`` lack, as lists of what they are called, in the program's order."""
        causes = self.causes[rows]
        epochs = np.where(causes != 0, self.epoch[rows], -1)
        order, lists = [np.zeros(0, np.int64)], [pa.array([], pa.list_(pa.string()))]
        for epoch in np.unique(epochs).tolist():
            here = np.flatnonzero(epochs == epoch)
            bits, names = self._labels(reasons, epoch) if epoch >= 0 else _NO_LABELS
            octets = causes[here].astype("<i8").view(np.uint8).reshape(-1, 8)
            lacks = np.unpackbits(octets, axis=1, bitorder="little")[:, bits]
            ends = np.concatenate(([0], np.cumsum(np.count_nonzero(lacks, axis=1))))
            order.append(here)
            lists.append(pa.ListArray.from_arrays(pa.array(ends, pa.int32()), names.take(pa.array(lacks.nonzero()[1]))))
        if len(order) == 2:
            return lists[1]
        return pa.concat_arrays(lists).take(pa.array(np.argsort(np.concatenate(order))))

    def _labels(self, reasons: Telling, epoch: int) -> Labels:
        """The facts that can be missing, in the program's order: their bits, and what they are called."""
        key = (reasons, epoch)
        labels = self.lookup.labels.setdefault(self.part.programme, {})
        if key not in labels:
            facts = [fact for fact in self.part.programs[epoch].facts if fact in self.part.causes]
            named = [self.book.facts[fact].label[self.lookup.lang] if reasons == "text" else fact for fact in facts]
            labels[key] = ([self.part.causes[fact] for fact in facts], pa.array(named, pa.string()))
        return labels[key]

    def outcome(self, row: int) -> CaseOutcome:
        """The outcome of a row."""
        name, verdict, epoch = self.part.programme, int(self.verdict[row]), int(self.epoch[row])
        region = self.lookup.region(int(self.region[row]))
        program = self.part.programs.get(epoch)
        if program is None or verdict in BY_THE_DAY:
            return CaseOutcome(name, 0 if verdict == NOT_COVERED else epoch, None, verdict)
        if verdict == OTHER_REGION:
            return CaseOutcome(name, epoch, region, verdict)
        marks = self.lookup.marks(self.part, epoch)
        missing, unset = marks.causes(int(self.causes[row]))
        mask = int(self.law[row])
        law, open_ = marks.law(mask), marks.open(int(self.open[row]))
        eligible = verdict == ELIGIBLE
        amounts = [(n, int(c[row])) for n, c in self.amounts.items() if eligible and n in program.nodes]
        return CaseOutcome(
            programme=name,
            epoch=epoch,
            region=region,
            verdict=verdict,
            provisional=bool(self.provisional[row]),
            carried=marks.carried(int(self.reason[row])),
            missing=missing,
            unset=unset or open_.unset,
            caveats=law.caveats,
            options=law.options if eligible else (),
            amounts=tuple((name, None if value == _NOTHING else value) for name, value in amounts),
            conflicts=marks.conflicts(mask, int(self.household[row])),
            ranks=law.ranks,
            open_options=law.open_options,
            missing_for_benefit=open_.for_benefit,
            open_ranks=law.open_ranks,
            missing_for_priority=open_.for_priority,
        )


def _named(codes: Numbers, names: Sequence[str | None], words: Sequence[str]) -> pa.DictionaryArray[Any]:
    """Names by their place, each one of ``words`` or none."""
    places = np.array([words.index(name) if name is not None else -1 for name in names], np.int8)
    found = places.take(codes)
    mask = found < 0 if None in names else None
    return pa.DictionaryArray.from_arrays(pa.array(found, mask=mask), pa.array(words, pa.string()))


def numbers(table: pa.Table, column: str) -> Numbers:
    """A column as integers."""
    array = one_piece(table.column(column))
    if array.null_count == 0 and not pa.types.is_boolean(array.type):
        return np.asarray(array.to_numpy(zero_copy_only=False), np.int64)
    return np.asarray(array.cast(pa.int64()).fill_null(_NOTHING).to_numpy(), np.int64)
