"""Lists judged by the programmes of a plan: one row a case, with what is counted of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ancu.errors import InputError, Problem, suggestion
from ancu.inference.arrow_columns import one_piece
from ancu.inference.verdicts import CLOSED, ELIGIBLE, NOT_COVERED, NOT_YET, UNDETERMINED
from ancu.messages import Language
from ancu.plan.communes import Communes, commune_headers
from ancu.rulebook.naming import AS_OF, CASE
from ancu.rulebook.plans import HousingPlan
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, is_blank, normalise, parse_date
from ancu.screening.headers.map_file import read_map
from ancu.screening.headers.meanings import Meanings
from ancu.screening.job import Job
from ancu.screening.jobs.run_job import cores, people_of_job, plan_of
from ancu.screening.lists.chunks import Chunk, Column, NotPlainError, Wanted, arrow_of, cells_of
from ancu.screening.lists.opening import open_lists
from ancu.screening.run.judged_chunk import JudgedChunk
from ancu.screening.run.plan import Plan
from ancu.screening.run.screen import screen

#: What became of a row, in this order: in need, not enough is known, no programme is open that day, no need, the case
#: stands in the list again, the row could not be read.
PARTS = ("need", "open", "closed", "none", "repeated", "returned")
NEED, OPEN, NO_PROGRAMME, NONE, REPEATED, RETURNED = range(len(PARTS))
_SHUT = (NOT_COVERED, NOT_YET, CLOSED)
#: Stands for no subject and no programme.
NOTHING = -1
#: The columns of judged rows. ``commune`` is the code of a unit, else what the cell says; ``grant`` and ``missing`` are
#: codes as of :data:`ancu.batch.cells.CELLS`, ``also`` the further subjects by which a case is in need, as bits.
SCHEMA = pa.schema([
    ("place", pa.string()), ("case", pa.string()), ("commune", pa.dictionary(pa.int32(), pa.string())),
    ("known_commune", pa.bool_()), ("year", pa.int32()), ("part", pa.int8()), ("subject", pa.int8()),
    ("programme", pa.int16()), ("also", pa.int32()), ("grant", pa.dictionary(pa.int32(), pa.string())),
    ("missing", pa.dictionary(pa.int32(), pa.string())), ("problem", pa.string()),
])  # fmt: skip


@dataclass(frozen=True)
class JudgedList:
    """Lists judged by a plan. ``rows`` has :data:`SCHEMA`; ``commune_header`` is None where no column tells it.

    ``found_on``: the day on which each row was decided, where that is known.
    """

    rows: pa.Table
    paths: tuple[str, ...]
    day: date
    commune_header: str | None
    found_on: tuple[date | None, ...] = ()


def judge_lists(
    book: Rulebook,
    plan: HousingPlan,
    job: Job,
    communes: Communes,
    *,
    by: str | None = None,
    threads: int | None = None,
    progress: Callable[[int, int | None], None] | None = None,
) -> JudgedList:
    """Judge the lists of ``job`` by the programmes of ``plan``, on its day where a row tells none.

    ``by`` is the header of the column of communes; None: the one that is called so. Raises :class:`InputError`.
    """
    job = replace(job, programmes=plan.programmes)
    try:
        return _judged(book, plan, job, communes, by, threads or cores(), progress, plainly=True)
    except NotPlainError:
        return _judged(book, plan, job, communes, by, threads or cores(), progress, plainly=False)


def _judged(
    book: Rulebook,
    plan: HousingPlan,
    job: Job,
    communes: Communes,
    by: str | None,
    threads: int,
    progress: Callable[[int, int | None], None] | None,
    *,
    plainly: bool,
) -> JudgedList:
    mapping = read_map(job.mapping, book) if job.mapping is not None else None
    meanings = Meanings(book, mapping)
    with open_lists(job.lists, meanings, job.sheet, job.lang, plainly=plainly) as opened:
        households = people_of_job(book, job, opened, meanings)
        source = households.source if households is not None else opened.source
        run = replace(plan_of(book, job, source, mapping, households), reasons="grants")
        header = commune_header(source.headers, by, source.path)
        counter = _Counter(run, plan, communes, header, job.lang)
        wanted = {*run.columns.known, *run.columns.cells.ids, *filter(None, [header, source.file_column])}
        total = source.size
        screen(
            run,
            source,
            put=counter.put,
            wanted=Wanted(wanted) if households is None else Wanted(),
            threads=threads,
            progress=(lambda done: progress(done, total)) if progress is not None else None,
        )
        opened.check_unchanged()
        paths = tuple(file.path for file in opened.files) or job.lists
    return JudgedList(counter.table(), paths, run.day, header)


def commune_header(headers: Sequence[str], by: str | None, path: str) -> str | None:
    """The header that ``by`` names; None: that of communes, if there is one. Raises :class:`InputError`."""
    if by is None:
        known = commune_headers()
        return next((header for header in headers if normalise(header) in known), None)
    for header in headers:
        if normalise(header) == normalise(by):
            return header
    raise InputError(Problem("plan_no_column", {"header": by, "hint": suggestion(by, headers)}, path))


class _Counter:
    """Takes judged chunks, and keeps of each row what is counted."""

    def __init__(self, run: Plan, plan: HousingPlan, communes: Communes, header: str | None, lang: Language) -> None:
        self.run, self.plan, self.communes, self.header, self.lang = run, plan, communes, header, lang
        self._tables: list[pa.Table] = []
        self._found: dict[object, tuple[str | None, bool]] = {}
        self._case, self._as_of = run.columns.header(CASE), run.columns.header(AS_OF)

    def table(self) -> pa.Table:
        """All rows."""
        return pa.concat_tables(self._tables).unify_dictionaries() if self._tables else SCHEMA.empty_table()

    def put(self, chunk: Chunk, judged: JudgedChunk) -> None:
        """Keep what is counted of a chunk."""
        if len(judged.kept):
            self._tables.append(self._kept(chunk, judged))
        if judged.rejected:
            self._tables.append(self._returned(judged, chunk))

    def _kept(self, chunk: Chunk, judged: JudgedChunk) -> pa.Table:
        count = len(judged.kept)
        verdicts = [np.asarray(judged.verdicts[name], np.int64) for name in self.plan.programmes]
        part, programme, subject, also = counted_by(self.plan, verdicts, count)
        grants = [judged.cells[name]["grant"] for name in self.plan.programmes]
        missing = [judged.cells[name]["lacking"] for name in self.plan.programmes]
        columns = self._taken(chunk, judged.kept)
        commune, known = self._communes(columns.get(self.header) if self.header is not None else None, count)
        cells = {
            "place": self._places(chunk, judged.kept),
            "case": _texts(columns.get(self._case) if self._case is not None else None, count),
            "commune": commune,
            "known_commune": known,
            "year": self._years(columns.get(self._as_of) if self._as_of is not None else None, count),
            "part": pa.array(part),
            "subject": pa.array(subject),
            "programme": pa.array(programme),
            "also": pa.array(also),
            "grant": _chosen(grants, np.where(part == NEED, programme, NOTHING)),
            "missing": _chosen(missing, np.where(part == OPEN, programme, NOTHING)),
            "problem": pa.nulls(count, pa.string()),
        }
        return pa.table([cells[name].cast(SCHEMA.field(name).type) for name in SCHEMA.names], SCHEMA)

    def _returned(self, judged: JudgedChunk, chunk: Chunk) -> pa.Table:
        """The rows that could not be read, with what is wrong."""
        count = len(judged.rejected)
        cells = [one.row.cells.get(self.header) if self.header is not None else None for one in judged.rejected]
        commune, known = self._communes(cells, count)
        file = chunk.file_column
        columns: dict[str, Any] = {
            "place": [f"{r.row.cells.get(file)}:{r.row.line}" if file else str(r.row.line) for r in judged.rejected],
            "case": [one.case for one in judged.rejected],
            "commune": commune,
            "known_commune": known,
            "year": [self.run.day.year] * count,
            "part": [RETURNED] * count,
            "subject": [NOTHING] * count,
            "programme": [NOTHING] * count,
            "also": [0] * count,
            "grant": pa.array([""] * count),
            "missing": pa.array([""] * count),
            "problem": [
                "; ".join(f"{flaw.column}: {flaw.problem(self.lang)}" for flaw in one.flaws) for one in judged.rejected
            ],
        }
        arrays = [
            columns[name].cast(SCHEMA.field(name).type)
            if isinstance(columns[name], pa.Array)
            else pa.array(columns[name], SCHEMA.field(name).type)
            for name in SCHEMA.names
        ]
        return pa.table(arrays, SCHEMA)

    def _taken(self, chunk: Chunk, kept: Sequence[int]) -> dict[str, Column]:
        """The columns that are counted by, of the rows that were judged."""
        found = {}
        for header in filter(None, (self.header, self._case, self._as_of)):
            column = chunk.columns[header]
            if len(kept) < len(chunk):
                column = (
                    [column[at] for at in kept] if isinstance(column, list) else column.take(pa.array(kept, pa.int64()))
                )
            found[header] = column
        return found

    def _places(self, chunk: Chunk, kept: Sequence[int]) -> pa.Array[Any]:
        if chunk.file_column is not None:
            return pa.array([chunk.place(at) for at in kept], pa.string())
        lines = np.asarray(chunk.lines, np.int64)
        return pa.array(lines if len(kept) == len(chunk) else lines[np.asarray(kept, np.int64)]).cast(pa.string())

    def _communes(self, column: Column | None, count: int) -> tuple[pa.Array[Any], pa.Array[Any]]:
        """The unit of each cell, by code, else what the cell says; and whether it is a unit."""
        if column is None:
            return pa.nulls(count, pa.string()).dictionary_encode(), pa.array(np.zeros(count, bool))
        encoded = one_piece(pa.chunked_array([arrow_of(column)])).dictionary_encode()
        found = [self._found_once(cell) for cell in encoded.dictionary.to_pylist()]
        places = pa.array([code for code, _ in found], pa.string()).take(encoded.indices)
        known = pa.array([is_known for _, is_known in found], pa.bool_()).take(encoded.indices).fill_null(False)
        return places.dictionary_encode(), known

    def _found_once(self, cell: object) -> tuple[str | None, bool]:
        if cell not in self._found:
            code = self.communes.find(cell)
            said = None if is_blank(cell) else " ".join(str(cell).split())
            self._found[cell] = (code, True) if code is not None else (said, False)
        return self._found[cell]

    def _years(self, column: Column | None, count: int) -> pa.Array[Any]:
        """The year of the day on which each row is judged."""
        if column is None:
            return pa.array(np.full(count, self.run.day.year, np.int32))
        if not isinstance(column, list) and pa.types.is_date(column.type):
            return pc.year(column).cast(pa.int32()).fill_null(self.run.day.year)
        years: dict[object, int] = {}
        for cell in (cells := cells_of(column)):
            if cell not in years:
                years[cell] = self.run.day.year
                try:
                    years[cell] = parse_date(cell).year if not is_blank(cell) else self.run.day.year
                except ValueProblem:  # read otherwise, as by a mapping
                    read = self.run.columns.cells.read(self._as_of or "", cell)
                    years[cell] = read.year if isinstance(read, date) else self.run.day.year
        return pa.array([years[cell] for cell in cells], pa.int32())


def counted_by(plan: HousingPlan, verdicts: Sequence[Any], count: int) -> tuple[Any, Any, Any, Any]:
    """What is counted of ``count`` cases by their ``verdicts`` under each programme of the plan, as in :data:`SCHEMA`.

    The part of each, the programme and subject by which it is in need or open, and the further subjects as bits.
    """
    subjects = list(plan.subjects.values())
    #: The first subject of each programme.
    own = np.array(
        [next(i for i, s in enumerate(subjects) if name in s.programmes) for name in plan.programmes], np.int8
    )
    part = np.full(count, NONE, np.int8)
    programme = np.full(count, NOTHING, np.int16)
    also = np.zeros(count, np.int32)
    for verdict in verdicts:
        part[np.isin(verdict, _SHUT)] = NO_PROGRAMME
    # The first programme of the plan is the last to be written, so that it stands.
    for status, meaning in ((UNDETERMINED, OPEN), (ELIGIBLE, NEED)):
        for i in reversed(range(len(verdicts))):
            here = verdicts[i] == status
            part[here], programme[here] = meaning, i
            if status == ELIGIBLE:
                also[here] |= 1 << int(own[i])
    subject = np.where(programme >= 0, own[programme], NOTHING).astype(np.int8)
    also = np.where(subject >= 0, also & ~(1 << np.maximum(subject, 0).astype(np.int32)), 0).astype(np.int32)
    return part, programme, subject, also


def _texts(column: Column | None, count: int) -> pa.Array[Any]:
    """Case ids as texts, blank ones as none."""
    if column is None:
        return pa.nulls(count, pa.string())
    texts = pc.utf8_trim_whitespace(one_piece(pa.chunked_array([arrow_of(column)])).cast(pa.string()))
    return pc.if_else(pc.equal(texts, ""), None, texts)


def _chosen(columns: Sequence[Column], which: np.ndarray[Any, Any]) -> pa.Array[Any]:
    """The cell of each row in the column that it names; of none, nothing."""
    known: dict[str, int] = {"": 0}
    codes = np.zeros(len(which), np.int32)
    for i, column in enumerate(columns):
        here = np.flatnonzero(which == i)
        if not len(here):
            continue
        encoded = (
            column if isinstance(column, pa.DictionaryArray) else pa.array(column, pa.string()).dictionary_encode()
        )
        numbers = _numbers(encoded.dictionary.to_pylist(), known)
        codes[here] = numbers[encoded.indices.to_numpy()[here]]
    return pa.DictionaryArray.from_arrays(pa.array(codes), pa.array(list(known), pa.string()))


def _numbers(texts: Iterable[str], known: dict[str, int]) -> np.ndarray[Any, Any]:
    """A number for each text, the same wherever it stands."""
    return np.array([known.setdefault(text, len(known)) for text in texts], np.int32)
