"""The rows of a list that come out otherwise under another law, and what each side comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from ancu.batch.cells import PART
from ancu.inference.arrow_columns import one_piece
from ancu.inference.schedule import BY_THE_DAY
from ancu.inference.verdicts import ELIGIBLE, UNDETERMINED
from ancu.plan.listings import Integers
from ancu.reform.counted_by import CountedColumn, by_headers
from ancu.reform.sides import LawSide
from ancu.rulebook.naming import AS_OF, CASE
from ancu.rulebook.values import ValueProblem, is_blank
from ancu.screening.lists.chunks import Chunk, Column, Source, Wanted, cell_at
from ancu.screening.run.judged_chunk import JudgedChunk
from ancu.screening.run.plan import Plan

#: How a case changes under a programme: eligible now; no longer; undetermined now; with another benefit; otherwise; or
#: the programme is open on one side only and the case gains and loses nothing by it.
CHANGE_KINDS = ("gains", "loses", "opens", "amount", "other", "closed")
GAINS, LOSES, OPENS, AMOUNT, OTHER, PROGRAMME_CLOSED = range(len(CHANGE_KINDS))
UNCHANGED = -1
#: The state of a row that was not judged, and a reason that is none.
NOT_JUDGED, NO_REASON = -1, -1


@dataclass(frozen=True)
class SideTotals:
    """What a side comes to under a programme: cases by state (:func:`state_of`), and by what they are granted."""

    states: Counter[int] = field(default_factory=Counter)
    grants: Counter[str] = field(default_factory=Counter)


@dataclass
class ChangedRows:
    """The rows that changed on one side, a value a row and programme.

    ``row`` counts the rows of the list from 0; ``before`` and ``after`` are states, ``reasons`` the numbers of what
    carries them, ``days`` those on which they were judged (ordinals), ``grants`` places in :attr:`ComparedList.grants`;
    ``by`` places in the values of each column by which is counted. ``cases`` counts rows by kind, each once, and
    ``changed`` those with any change but that a programme is not open.
    """

    row: Integers
    line: Integers
    place: list[str]
    case: list[str]
    programme: Integers
    kind: Integers
    before: Integers
    after: Integers
    reasons: tuple[Integers, Integers]
    days: tuple[Integers, Integers]
    grants: tuple[Integers, Integers]
    by: list[Integers]
    cases: Counter[int]
    changed: int


@dataclass
class ComparedList:
    """A list under several laws: what each side comes to, and what changes from the first side to each other.

    ``totals`` are by side and programme, ``changes`` by side, nothing of the first. ``grants`` are what is granted:
    each has the code of a sum, one of all options, and words. ``by`` are the columns by which is counted, with their
    values. ``aside``: days of the list's own were left aside. ``unlike`` are programmes that a side lacks.
    """

    paths: tuple[str, ...]
    sides: list[LawSide]
    programmes: list[str]
    totals: list[dict[str, SideTotals]]
    changes: list[ChangedRows | None]
    grants: list[tuple[str, ...]]
    by: list[tuple[str, list[str]]]
    read: int
    rejected: int
    aside: bool
    unlike: list[tuple[LawSide, str]]


def state_of(verdict: int, *, provisional: bool) -> int:
    """A verdict, and whether it hangs on a doubt, as one number."""
    return verdict * 2 + provisional


@dataclass(frozen=True)
class _UnderOneLaw:
    """What a side found of the rows of a chunk under a programme."""

    state: Integers
    reason: Integers
    granted: Integers


class ChangeCollector:
    """Takes what became of chunks under every side, and keeps what changed.

    ``owners`` name, for each side and programme, the side that judged it.
    """

    def __init__(
        self,
        sides: list[LawSide],
        plans: Sequence[Plan],
        owners: Sequence[Mapping[str, int]],
        source: Source,
        by: Sequence[str],
    ) -> None:
        self.sides, self.plans, self.owners = sides, plans, owners
        self.programmes = list(dict.fromkeys(name for plan in plans for name in plan.programmes))
        self.read = self.rejected = 0
        self._judging = [i for i, mine in enumerate(owners) if i in mine.values()]
        self._columns, self._file = plans[0].columns, source.file_column
        self._by = [CountedColumn(plans[0], source, header) for header in by_headers(plans[0], source, by)]
        self._granted: dict[str, int] = {"": 0}
        self._options: dict[str, int] = {"": 0}
        self._option_of = np.zeros(1, np.int32)
        self._totals: dict[tuple[int, str], SideTotals] = {}
        self._pieces: list[list[dict[str, Any]]] = [[] for _ in sides]
        self._cases: list[Counter[int]] = [Counter() for _ in sides]
        self._changed = [0 for _ in sides]
        self._as_of = [plan.columns.header(AS_OF) for plan in plans]

    def wanted(self) -> Wanted:
        """The columns that are read."""
        headers = {header for plan in self.plans for header in (*plan.columns.known, *plan.columns.cells.ids)}
        return Wanted({*headers, *(column.header for column in self._by), *filter(None, [self._file])})

    def put(self, chunk: Chunk, judged: Sequence[JudgedChunk]) -> None:
        """Keep what changed of a chunk; ``judged`` is by each side that judges, in their order."""
        count = len(chunk)
        found: dict[tuple[int, str], _UnderOneLaw] = {}
        returned = np.zeros(count, bool)
        for side, one in zip(self._judging, judged, strict=True):
            kept = np.zeros(count, bool)
            kept[np.asarray(one.kept, np.int64)] = True
            returned |= ~kept
            for name in one.verdicts:
                found[side, name] = self._found(one, name, count)
        for key, under in found.items():
            self._count(self._totals.setdefault(key, SideTotals()), under, returned)
        self.read += count
        self.rejected += int(np.count_nonzero(returned))
        by = [column.coded(chunk.columns[column.header]) for column in self._by]
        for i in range(1, len(self.sides)):
            self._compare(i, chunk, found, returned, by)

    def _found(self, judged: JudgedChunk, name: str, count: int) -> _UnderOneLaw:
        kept = np.asarray(judged.kept, np.int64)
        cells = judged.cells.get(name, {})
        state, reason = np.full(count, NOT_JUDGED, np.int16), np.full(count, NO_REASON, np.int64)
        granted = np.zeros(count, np.int32)
        if len(kept):
            verdicts = np.asarray(judged.verdicts[name], np.int16)
            state[kept] = verdicts * 2 + _plain(cells["provisional"], False).astype(np.int16)
            reason[kept] = _plain(cells["reason"], NO_REASON)
            granted[kept] = self._granted_codes(cells["granted"])
        return _UnderOneLaw(state, reason, granted)

    def _granted_codes(self, column: Column) -> Integers:
        encoded = (
            column if isinstance(column, pa.DictionaryArray) else pa.array(column, pa.string()).dictionary_encode()
        )
        texts = encoded.dictionary.to_pylist()
        codes = np.array([self._granted.setdefault(text, len(self._granted)) for text in texts], np.int32)
        if len(self._granted) > len(self._option_of):
            options = [text.split(PART)[1] if text else "" for text in self._granted]
            numbers = [self._options.setdefault(option, len(self._options)) for option in options]
            self._option_of = np.array(numbers, np.int32)
        return codes[encoded.indices.to_numpy()] if len(codes) else np.zeros(len(column), np.int32)

    def _count(self, totals: SideTotals, found: _UnderOneLaw, returned: Integers) -> None:
        here = found.state[~returned]
        states = np.bincount(here.astype(np.int64) + 1)
        totals.states.update({state - 1: int(rows) for state, rows in enumerate(states) if rows})
        names = list(self._granted)
        grants = np.bincount(found.granted[~returned])
        totals.grants.update({names[code]: int(rows) for code, rows in enumerate(grants) if rows and code})

    def _compare(
        self,
        side: int,
        chunk: Chunk,
        found: Mapping[tuple[int, str], _UnderOneLaw],
        returned: Integers,
        by: Sequence[Integers],
    ) -> None:
        """Keep the rows that change from the first side to another."""
        any_kind = np.zeros((len(CHANGE_KINDS), len(chunk)), bool)
        for place, name in enumerate(self.programmes):
            first, mine = self.owners[0].get(name), self.owners[side].get(name)
            if first is None or mine is None or first == mine:
                continue
            a, b = found[first, name], found[mine, name]
            kinds = kinds_of(a.state, b.state, self._option_of[a.granted] != self._option_of[b.granted])
            kinds[returned] = UNCHANGED
            rows = np.flatnonzero(kinds != UNCHANGED)
            if not len(rows):
                continue
            any_kind[kinds[rows], rows] = True
            self._pieces[side].append({
                **self._told(chunk, rows),
                "programme": np.full(len(rows), place, np.int16),
                "kind": kinds[rows],
                "before": a.state[rows], "after": b.state[rows],
                "reasons": (a.reason[rows], b.reason[rows]),
                "days": (self._days(0, chunk, rows), self._days(side, chunk, rows)),
                "grants": (a.granted[rows], b.granted[rows]),
                "by": [codes[rows] for codes in by],
            })  # fmt: skip
        self._cases[side].update({kind: int(rows.sum()) for kind, rows in enumerate(any_kind) if rows.any()})
        self._changed[side] += int(np.count_nonzero(any_kind[:PROGRAMME_CLOSED].any(axis=0)))

    def _told(self, chunk: Chunk, rows: Integers) -> dict[str, Any]:
        """Which rows they are."""
        header = self._columns.header(CASE)
        lines = np.asarray(chunk.lines, np.int64)[rows]
        file = chunk.file_column
        places = [str(line) for line in lines] if file is None else [chunk.place(at) for at in rows.tolist()]
        cases = [""] * len(rows)
        if header is not None:
            column = chunk.columns[header]
            cells = (
                [column[at] for at in rows.tolist()]
                if isinstance(column, list)
                else column.take(pa.array(rows)).to_pylist()
            )
            cases = ["" if is_blank(cell) else str(cell).strip() for cell in cells]
        return {"row": rows + (self.read - len(chunk)), "line": lines, "place": places, "case": cases}

    def _days(self, side: int, chunk: Chunk, rows: Integers) -> Integers:
        """The days, as ordinals, on which a side judged rows."""
        plan, header = self.plans[side], self._as_of[side]
        if header is None:
            return np.full(len(rows), plan.day.toordinal(), np.int32)
        days = []
        for at in rows.tolist():
            try:
                read = plan.columns.cells.read(header, cell_at(chunk.columns[header], at))
            except ValueProblem:
                read = None
            days.append((read if isinstance(read, date) else plan.day).toordinal())
        return np.array(days, np.int32)

    # -- at the end --------------------------------------------------------------------------------------------------

    def found(self, paths: tuple[str, ...], *, aside: bool) -> ComparedList:
        """Everything that was kept."""
        totals = [
            {name: self._totals.get((owner, name), SideTotals()) for name, owner in mine.items()}
            for mine in self.owners
        ]
        unlike = [
            (side, name)
            for side, mine in zip(self.sides, self.owners, strict=True)
            for name in self.programmes
            if name not in mine
        ]
        changes: list[ChangedRows | None] = [None, *(self._joined(i) for i in range(1, len(self.sides)))]
        grants = [tuple(text.split(PART)) if text else ("", "", "") for text in self._granted]
        by = [(column.header, column.values) for column in self._by]
        return ComparedList(
            paths, self.sides, self.programmes, totals, changes, grants, by, self.read, self.rejected, aside, unlike
        )

    def _joined(self, side: int) -> ChangedRows:
        pieces = self._pieces[side]

        def whole(key: str) -> Integers:
            return np.concatenate([piece[key] for piece in pieces]) if pieces else np.zeros(0, np.int64)

        def both(key: str) -> tuple[Integers, Integers]:
            one, two = (
                np.concatenate([piece[key][i] for piece in pieces]) if pieces else np.zeros(0, np.int64) for i in (0, 1)
            )
            return one, two

        return ChangedRows(
            row=whole("row"),
            line=whole("line"),
            place=[text for piece in pieces for text in piece["place"]],
            case=[text for piece in pieces for text in piece["case"]],
            programme=whole("programme"),
            kind=whole("kind"),
            before=whole("before"),
            after=whole("after"),
            reasons=both("reasons"),
            days=both("days"),
            grants=both("grants"),
            by=[
                np.concatenate([piece["by"][i] for piece in pieces]) if pieces else np.zeros(0, np.int32)
                for i in range(len(self._by))
            ],
            cases=self._cases[side],
            changed=self._changed[side],
        )


def kinds_of(before: Integers, after: Integers, other_options: Integers) -> Integers:
    """How each row changes from one state to another, a place in :data:`CHANGE_KINDS`; :data:`UNCHANGED` for none."""
    was, now = before // 2, after // 2
    kinds = np.where(before != after, OTHER, UNCHANGED).astype(np.int8)
    kinds[(before != after) & (np.isin(was, BY_THE_DAY) | np.isin(now, BY_THE_DAY))] = PROGRAMME_CLOSED
    kinds[(was == ELIGIBLE) & (now == ELIGIBLE) & other_options] = AMOUNT
    kinds[(now == UNDETERMINED) & (was != UNDETERMINED)] = OPENS
    kinds[(now == ELIGIBLE) & (was != ELIGIBLE)] = GAINS
    kinds[(was == ELIGIBLE) & (now != ELIGIBLE) & (now != UNDETERMINED)] = LOSES
    kinds[(before == NOT_JUDGED) | (after == NOT_JUDGED)] = UNCHANGED
    return kinds


def _plain(column: Column, nothing: object) -> Integers:
    """A column of numbers or yes/no as numpy has it, ``nothing`` where it is empty."""
    if isinstance(column, pa.Array | pa.ChunkedArray):
        filled = one_piece(column).fill_null(nothing)
        return np.asarray(filled.to_numpy(zero_copy_only=False))
    return np.array([nothing if value is None else value for value in column])
