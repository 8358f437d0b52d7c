"""Pieces of a result: what one process makes of a chunk, and another counts and puts into the files."""

from __future__ import annotations

import io
import mmap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ancu.batch.outcomes import CaseOutcome
from ancu.batch.single_changes import SingleChanges
from ancu.screening.apart.packed import columns_in, shared, shared_bytes
from ancu.screening.apart.written_chunk import WrittenChunk
from ancu.screening.job import Job
from ancu.screening.lists.chunks import Chunk
from ancu.screening.results.csv_sink import CsvSink
from ancu.screening.results.hidden_numbers import HiddenNumbers
from ancu.screening.results.layout import blocks_of, headings, held
from ancu.screening.results.parquet_groups import Groups, MovableGroup, groups_of
from ancu.screening.results.parquet_sink import ParquetSink
from ancu.screening.results.rejected_rows import rejects_headings, rejects_rows
from ancu.screening.results.sinks import Sink
from ancu.screening.run.judged_chunk import JudgedChunk, OutcomeCount
from ancu.screening.run.plan import Plan


@dataclass
class ToldPiece:
    """A piece as it travels. ``met`` are outcomes that were not told before; ``groups`` name each by its number.

    ``footer`` is what stands in Parquet around pages: of :class:`Groups` all but these.
    """

    kept: int
    rejected: int
    groups: list[tuple[int, int, int]]
    met: list[CaseOutcome]
    alone: dict[str, Counter[str]]
    opened: dict[str, Counter[str]]
    single: dict[str, SingleChanges]
    rejects: bytes = b""
    footer: tuple[int, tuple[MovableGroup, ...], bytes, bytes] | None = None


class PieceMaker:
    """Makes pieces of chunks as they are judged; whoever takes them in their order has all outcomes.

    ``headers`` are those of the list; personal numbers are hidden by ``number_key``, if there is one.
    """

    def __init__(self, plan: Plan, job: Job, headers: Sequence[str], number_key: bytes | None) -> None:
        self.plan, self.job, self._headers = plan, job, headers
        self._hidden = HiddenNumbers(headers, number_key) if number_key is not None else None
        self._columns, self._holds = headings(plan, headers), held(plan, headers)
        self._known: dict[CaseOutcome, int] = {}

    def piece(self, chunk: Chunk, judged: JudgedChunk) -> tuple[ToldPiece, int | None]:
        """A chunk's piece, and the file in memory that holds its rows, if there are any."""
        met: list[CaseOutcome] = []
        groups = []
        for group in judged.groups:
            number = self._known.get(group.outcome)
            if number is None:
                number = self._known[group.outcome] = len(self._known)
                met.append(group.outcome)
            groups.append((number, group.rows, group.at))
        told = ToldPiece(
            len(judged.kept), len(judged.rejected), groups, met, judged.alone, judged.opened, judged.single
        )
        told.rejects = self._rejects(judged)
        written = self._hidden.chunk(chunk) if self._hidden is not None else chunk
        blocks = [block.columns for block in blocks_of(self.plan, written, judged)]
        if not blocks:
            return told, None
        if self.job.form == "csv":
            sink = CsvSink(io.BytesIO(), self._columns, spoken=None if self.plan.coded else self.plan.lang)
            return told, shared([sink.cells(columns) for columns in blocks])
        return told, self._in_parquet(told, blocks)

    def _rejects(self, judged: JudgedChunk) -> bytes:
        if not judged.rejected:
            return b""
        lang = self.job.lang
        out = io.BytesIO()
        sink = CsvSink(out, rejects_headings(self._headers, lang), spoken=lang)
        head = out.tell()
        for rejected in judged.rejected:
            shown = self._hidden.rejected(rejected) if self._hidden is not None else rejected
            for cells in rejects_rows(shown, self._headers, lang):
                sink.write([[cell] for cell in cells])
        return out.getvalue()[head:]

    def _in_parquet(self, told: ToldPiece, blocks: list[Sequence[Any]]) -> int:
        out = io.BytesIO()
        sink: Sink = ParquetSink(out, self._columns, self._holds)
        for columns in blocks:
            sink.write(columns)
        sink.close()
        found = groups_of(out.getvalue())
        told.footer = found.rows, found.groups, found.before, found.behind
        return shared_bytes(found.pages)


@dataclass
class PieceTaker:
    """Takes the pieces of one maker, in their order."""

    _known: list[CaseOutcome] = field(default_factory=list)

    def taken(self, told: ToldPiece, memory: mmap.mmap | None) -> WrittenChunk:
        """The piece that was told."""
        self._known += told.met
        groups = [OutcomeCount(self._known[number], rows, at) for number, rows, at in told.groups]
        written = WrittenChunk(
            range(told.kept), range(told.rejected), groups, told.alone, told.opened, told.single, told.rejects
        )
        if memory is not None and told.footer is not None:
            written.groups_in_parquet = Groups(memoryview(memory), *told.footer)
        elif memory is not None:
            written.cells = columns_in(memory)
        return written
