"""From judged tables to the cells of a list: each distinct cell is said once and looked up for its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from threading import Lock
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ancu.batch.cells import CELLS, Telling, choice_cell
from ancu.batch.outcomes import CaseOutcome, what_is_open
from ancu.batch.read_marks import ProgramMarks
from ancu.decision.rendering import value_text
from ancu.inference.arrow_columns import one_piece
from ancu.inference.marks import is_benefit_mark, is_option_mark
from ancu.inference.schedule import BY_THE_DAY
from ancu.inference.table_schema import Part, is_unset_benefit
from ancu.inference.verdicts import (
    ELIGIBLE,
    NOT_COVERED,
    OTHER_REGION,
    STATUSES,
    UNDETERMINED,
    VERDICTS,
    WHYS,
)
from ancu.messages import Language
from ancu.rulebook.rulebook import Rulebook

Numbers = np.ndarray[Any, np.dtype[np.int64]]
#: Stands for NULL among numbers.
_NOTHING = -(2**62)
#: How many distinct cells are kept; beyond it they are said again.
MOST_KEPT = 200_000
_REGIONS = 1 << 10
_EPOCHS = 1 << 10


@dataclass(frozen=True)
class Grouped:
    """Rows alike: the group of each row, and a row of each group; groups in order of appearance."""

    groups: Numbers
    first: Numbers

    def texts(self, texts: pa.Array[Any]) -> pa.DictionaryArray[Any]:
        """A text for each group, as a column of the rows."""
        return pa.DictionaryArray.from_arrays(pa.array(self.groups.astype(np.int32)), texts)


def grouped(columns: Sequence[Numbers]) -> Grouped:
    """Group rows that are alike in every one of ``columns``."""
    groups, count = np.zeros(len(columns[0]), np.int64), 1
    for column in columns:
        if column[0] == column[-1] and (column == column[0]).all():
            continue
        encoded = pa.array(column).dictionary_encode()
        size = len(encoded.dictionary)
        if count == 1:
            groups, count = encoded.indices.to_numpy().astype(np.int64), size
        elif size > 1:
            # Numbered afresh each time, so that the product stays small.
            again = pa.array(groups * size + encoded.indices.to_numpy()).dictionary_encode()
            groups, count = again.indices.to_numpy().astype(np.int64), len(again.dictionary)
    first = np.zeros(count, np.int64)
    first[groups[::-1]] = np.arange(len(groups) - 1, -1, -1)
    return Grouped(groups, first)


class Lookup:
    """Says the cells of judged tables in one language; what was said once is kept.

    ``parts`` and ``values`` say what stands in which column, as those of a statement do.
    """

    def __init__(self, book: Rulebook, parts: Iterable[Part], values: Mapping[str, str], lang: Language) -> None:
        self.book, self.lang, self.values = book, lang, values
        self.parts = {part.programme: part for part in parts}
        self._said: dict[tuple[Any, ...], str] = {}
        self._regions: dict[str | None, int] = {None: 0}
        self._numbering = Lock()
        self._marks: dict[tuple[str, int], ProgramMarks] = {}
        self.reduced: dict[str, dict[int, CaseOutcome]] = {}
        self.labels: dict[str, dict[tuple[Telling, int], list[tuple[int, str]]]] = {}

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

    def say(self, identity: tuple[Any, ...], say: Callable[[], str]) -> str:
        """What ``say`` says, which depends on ``identity`` alone."""
        said = self._said.get(identity)
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
        columns = [column for part in parts for column in part.depends("benefit")]
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

    def depends(self, key: str) -> list[Numbers]:
        """The columns on which a cell depends, as numbers that mean the same in every table."""
        match key:
            case "status":
                return [self.verdict * 2 + self.provisional, *self._openness]
            case "benefit" | "grant" | "granted":
                return self._granted
            case "open" | "priority":
                return [self._place, self.law, self.open]
            case "reasons":
                return [self._why]
            case "missing" | "lacking":
                one = self.epoch[0] == self.epoch[-1] and (self.epoch == self.epoch[0]).all()
                return [self.causes, self.epoch if one else np.where(self.causes != 0, self.epoch, 0)]
            case _:
                unset = sum(1 << bit for name, bit in self.part.causes.items() if name not in self.book.facts)
                return [self._why, self.causes & unset, self.law, self.household, *self._granted]

    @cached_property
    def _why(self) -> Numbers:
        """Verdict, reason and place as one number."""
        why: Numbers = (self.reason + 1) * len(VERDICTS) + self.verdict
        return np.asarray(why * (_REGIONS * _EPOCHS) + self._place, np.int64)

    @cached_property
    def _granted(self) -> list[Numbers]:
        """What decides the benefit of an eligible case."""
        eligible = self.verdict == ELIGIBLE
        unset = sum(1 << bit for name, bit in self.part.open.items() if is_unset_benefit(name, self.book))
        granted = (self._place, self.law, self.open & unset, *self.amounts.values())
        return [np.where(eligible, column, -1) for column in granted]

    @cached_property
    def _openness(self) -> list[Numbers]:
        """What decides which options of an eligible case are open, and whether a level is set; not what they grant."""
        eligible = self.verdict == ELIGIBLE
        options = sum(1 << bit for name, bit in self.part.law.items() if is_option_mark(name))
        benefit = sum(1 << bit for name, bit in self.part.open.items() if is_benefit_mark(name))
        known = (np.asarray(amount == _NOTHING, np.int64) for amount in self.amounts.values())
        return [
            np.where(eligible, column, -1) for column in (self._place, self.law & options, self.open & benefit, *known)
        ]

    def opened(self) -> Counter[str]:
        """How many eligible cases are open in their benefit, or stand in principle only."""
        found: Counter[str] = Counter()
        alike = grouped(self._openness)
        for row, count in zip(alike.first.tolist(), np.bincount(alike.groups).tolist(), strict=True):
            for what in what_is_open(self.book, self.outcome(row)):
                found[what] += count
        return found

    def groups(self) -> Iterable[tuple[CaseOutcome, int, int]]:
        """The outcomes of rows, reduced to what carries the verdict: each with how many there are and one of them."""
        alike = self._why * 2 + self.provisional
        found = grouped([alike])
        counts = np.bincount(found.groups, minlength=len(found.first))
        known = self.lookup.reduced.setdefault(self.part.programme, {})
        keys, rows = alike[found.first].tolist(), found.first.tolist()
        for key, row in zip(keys, rows, strict=True):
            if key not in known:
                known[key] = self.outcome(row).reduced()
        return zip(map(known.__getitem__, keys), counts.tolist(), rows, strict=True)

    def alone(self) -> Counter[str]:
        """The facts that would each settle a case alone, with how many cases."""
        found: Counter[str] = Counter()
        for name, bit in self.part.causes.items():
            if name in self.book.facts and (rows := int(np.count_nonzero(self.causes == 1 << bit))):
                found[name] = rows
        return found

    def texts(self, key: str, reasons: Telling = "text") -> pa.DictionaryArray[Any]:
        """A cell for every row."""
        columns = self.depends(key)
        found = grouped(columns)
        if key == "missing":  # as quickly said as looked up
            return found.texts(self._missing(reasons, found.first))
        texts = []
        for row in found.first.tolist():
            identity = (self.part.programme, key, reasons, *(int(column[row]) for column in columns))
            texts.append(self.lookup.say(identity, partial(self._text, key, reasons, row)))
        return found.texts(pa.array(texts, pa.string()))

    def _text(self, key: str, reasons: Telling, row: int) -> str:
        said: str = CELLS[reasons][key](self.book, self.outcome(row), self.lookup.lang)
        return said

    def missing(self) -> pa.Array[Any]:
        """The facts that each row lacks, as lists of their names."""
        order, lists = [], []
        for here, lacking, facts in self._lacking("ids", self.causes, self.epoch):
            bits = np.array([bit for bit, _ in facts], np.int64)
            lacks = (lacking[:, np.newaxis] & bits) != 0
            ends = np.concatenate(([0], np.cumsum(lacks.sum(axis=1))))
            names = pa.array([fact for _, fact in facts], pa.string()).take(pa.array(np.nonzero(lacks)[1]))
            order.append(here)
            lists.append(pa.ListArray.from_arrays(pa.array(ends, pa.int32()), names))
        return pa.concat_arrays(lists).take(pa.array(np.argsort(np.concatenate(order))))

    def _missing(self, reasons: Telling, rows: Numbers) -> pa.Array[Any]:
        """As the cells of outcomes say it, from the sets of facts alone: no other cell has as many values."""
        joint = "; " if reasons == "text" else ";"
        order, pieces = [], []
        for here, lacking, labels in self._lacking(reasons, self.causes[rows], self.epoch[rows]):
            said = [pc.if_else(pa.array(lacking & bit != 0), label, None) for bit, label in labels]
            order.append(here)
            # Arrow leaves out rows of nulls alone: each begins with a text, and the joint after it is taken off.
            joined = pc.binary_join_element_wise(pa.array([""] * len(here)), *said, joint, null_handling="skip")
            pieces.append(pc.binary_replace_slice(joined, 0, len(joint), ""))
        return pa.concat_arrays(pieces).take(pa.array(np.argsort(np.concatenate(order))))

    def _lacking(
        self, reasons: Telling, causes: Numbers, epochs: Numbers
    ) -> Iterator[tuple[Numbers, Numbers, list[tuple[int, str]]]]:
        """By epoch: the places in ``causes``, the causes there, and the facts they can hold, each with its bit."""
        epochs = np.where(causes != 0, epochs, -1)
        for epoch in np.unique(epochs).tolist():
            here = np.flatnonzero(epochs == epoch)
            yield here, causes[here], self._labels(reasons, epoch) if epoch >= 0 else []

    def _labels(self, reasons: Telling, epoch: int) -> list[tuple[int, str]]:
        """The facts that can be missing, each with its bit, in the program's order."""
        key = (reasons, epoch)
        if key not in self.lookup.labels.setdefault(self.part.programme, {}):
            facts = [fact for fact in self.part.programs[epoch].facts if fact in self.part.causes]
            named = self.lookup.lang if reasons == "text" else None
            self.lookup.labels[self.part.programme][key] = [
                (1 << self.part.causes[fact], self.book.facts[fact].label[named] if named else fact) for fact in facts
            ]
        return self.lookup.labels[self.part.programme][key]

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
