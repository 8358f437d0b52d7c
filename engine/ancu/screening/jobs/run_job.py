"""A run from files to files: what was asked, the result whole or not at all, and a receipt to repeat it by."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, Any

from ancu.decision.deciding import read_record
from ancu.household.personal_numbers import read_key
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.apart.crew import Crew, NotApartError, crew_for
from ancu.screening.apart.written_chunk import WrittenChunk
from ancu.screening.cells.columns import match_columns
from ancu.screening.headers.meanings import ColumnMap, Meanings
from ancu.screening.households.households import Households, PeopleAsked
from ancu.screening.households.joining import households_of
from ancu.screening.job import Job, Route
from ancu.screening.jobs.receipt import (
    RunReceipt,
    Timings,
    digest_of,
    reasons_path,
    receipt_beside,
    receipt_of,
    receipt_path,
    rejects_path,
)
from ancu.screening.lists.chunks import Chunk, Listed, NotPlainError, Source, Wanted
from ancu.screening.lists.corrections import corrected, read_corrections
from ancu.screening.lists.listing import ListFile
from ancu.screening.lists.opening import Opened, open_lists
from ancu.screening.lists.paths import list_paths
from ancu.screening.results.csv_sink import CsvSink
from ancu.screening.results.files import (
    BinaryFile,
    Whole,
    Written,
    check_apart,
    remove_leftovers,
    whole_files,
    writing_to,
)
from ancu.screening.results.hidden_numbers import HiddenNumbers
from ancu.screening.results.layout import Block, blocks_of, headings, held, own_headers
from ancu.screening.results.parquet_sink import ParquetSink
from ancu.screening.results.people_sheet import lines_of_people, lines_of_strays
from ancu.screening.results.reasons_table import HOLDS, reasons_table
from ancu.screening.results.rejected_rows import rejects_headings, rejects_rows
from ancu.screening.results.sinks import sink_for
from ancu.screening.results.workbook import WorkbookSink, check_fits
from ancu.screening.run.concerning import lacking
from ancu.screening.run.judged_chunk import JudgedChunk, Rejected
from ancu.screening.run.plan import Plan, choose_programmes, days_of
from ancu.screening.run.screen import CHUNK, Screening, screen


@dataclass
class Done:
    """What a job came to: the run, what was read, and the files that stand now, with the receipt beside the result.

    ``removed`` are files of the run before this one to the same result, which this one does not write; ``stale`` those
    like them that stand on, since they have changed since or no receipt tells whose they are. ``cut`` are the cells of
    a workbook whose text is longer than a cell holds.
    """

    run: Screening
    source: Source
    opened: Opened
    outputs: dict[str, Written]
    receipt: RunReceipt | None = None
    receipt_path: Path | None = None
    removed: tuple[Path, ...] = ()
    stale: tuple[Path, ...] = ()
    cut: tuple[str, ...] = ()


def run_job(
    book: Rulebook,
    job: Job,
    output: Path | None,
    rejects: Path | None = None,
    *,
    route: Route | None = None,
    threads: int | None = None,
    progress: Callable[[int, int | None], None] | None = None,
    notice: Callable[[Opened, Households | None], None] | None = None,
    watch: Callable[[Plan, Chunk, JudgedChunk], None] | None = None,
) -> Done:
    """Run ``job`` and put its result at ``output`` (None: standard output), with the rejected rows at ``rejects``.

    Every file appears whole, at the end, or not at all. ``progress`` is told the rows done, and how many there are if
    that is known; ``notice`` what was opened, and the people of its households, before work begins.
    """
    if output is not None:
        inputs = [*list_paths(job.lists), *filter(None, [job.mapping, job.members, job.hash_ids, job.corrections])]
        outputs = [*filter(None, [output, rejects]), *_beside(job, output)]
        check_apart(inputs, outputs)
        # Of every file, also those that this run may not come to write: what is left holds personal data.
        for path in outputs:
            remove_leftovers(path)
    noticed: list[Opened] = []

    def once(opened: Opened, households: Households | None) -> None:
        if notice is not None and not noticed:
            notice(opened, households)
        noticed.append(opened)

    def run(*, plainly: bool, apart: Crew | None = None) -> Done:
        several = threads or cores()
        return _run(book, job, output, rejects, route, several, progress, once, watch, apart, plainly=plainly)

    # What is to be seen as it was judged is not judged elsewhere.
    crew = crew_for(book, job, threads or cores()) if watch is None and route in (None, "columns") else None
    plainly = True
    try:
        with contextlib.nullcontext() if crew is None else contextlib.closing(crew):
            return run(plainly=True, apart=crew)
    except NotPlainError:
        plainly = False
    except NotApartError:
        pass
    # Nothing has been put in place yet: what Arrow cannot read as it stands is read again, by Python; and what a
    # process apart could not do is done again here.
    try:
        return run(plainly=plainly)
    except NotPlainError:
        return run(plainly=False)


def _run(
    book: Rulebook,
    job: Job,
    output: Path | None,
    rejects: Path | None,
    route: Route | None,
    threads: int,
    progress: Callable[[int, int | None], None] | None,
    notice: Callable[[Opened, Households | None], None],
    watch: Callable[[Plan, Chunk, JudgedChunk], None] | None,
    apart: Crew | None,
    *,
    plainly: bool,
) -> Done:
    began, clock = datetime.now(UTC), [time.monotonic()]
    column_map = None
    if job.mapping is not None:
        from ancu.screening.headers.map_file import read_map  # and YAML, which most lists need not wait for

        column_map = read_map(job.mapping, book)
    meanings = Meanings(book, column_map)
    with (
        open_lists(job.lists, meanings, job.sheet, job.lang, plainly=plainly) as as_given,
        whole_files() as files,
        contextlib.ExitStack() as held_open,
    ):
        opened = as_given
        if job.corrections is not None:
            opened = corrected(as_given, read_corrections(job.corrections), job.corrections)
        households = people_of_job(book, job, opened, meanings)
        number_key = read_key(job.hash_ids) if job.hash_ids is not None else None
        if households is not None:
            households.keep_numbers(number_key)
        source = households.source if households is not None else opened.source
        notice(opened, households)
        plan = plan_of(book, job, source, column_map, households)
        if job.form == "xlsx" and source.size is not None:
            check_fits(str(output), source.size, len(plan.programmes), job.layout)
        listed = opened.listing.files if opened.listing is not None else ()
        results = _Results(files, held_open, plan, job, source, output, rejects, listed, number_key)
        total = source.size
        if apart is not None and households is None:
            apart.begin(plan, job, source.headers, number_key)
        else:
            apart = None

        def put(chunk: Chunk, judged: JudgedChunk | WrittenChunk) -> None:
            if isinstance(judged, WrittenChunk):
                results.append(judged)
                return
            results.put(chunk, judged)
            if watch is not None:
                watch(plan, chunk, judged)

        clock.append(time.monotonic())
        run = screen(
            plan,
            source,
            put=put,
            wanted=wanted_of(plan, source),
            route=route,
            threads=threads,
            apart=apart,
            size=_rows_at_once(job),
            progress=(lambda done: progress(done, total)) if progress is not None else None,
        )
        clock.append(time.monotonic())
        opened.check_unchanged()
        outputs = results.close(run)
        clock.append(time.monotonic())
        done = Done(run, source, opened, outputs, cut=results.cut)
        if output is not None:
            timings = Timings.between(clock)
            done.receipt = receipt_of(job, run, opened, output, rejects, outputs, threads, began, timings)
            done.receipt_path = receipt_path(output)
            read = {os.path.realpath(file.name) for file in done.receipt.inputs}
            done.removed, done.stale = _of_before(output, {*map(Path, outputs)}, read)
            files.write(done.receipt_path, done.receipt.as_file())
            for path in done.removed:
                files.remove(path)
        files.commit()
        if output is None:
            results.show()
    return done


def _of_before(output: Path, written: set[Path], read: set[str]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Rejects and reasons of an earlier run to ``output`` that this one does not write: those to remove, those to tell.

    Those go that have the names that a run gives and are as the receipt of that run says; what has been changed since
    may be somebody's work, and what a receipt names may be anything.
    """
    before = receipt_beside(output)
    known = {output.parent / file.name: file for file in (before.outputs if before is not None else ())}
    removed: list[Path] = []
    stale: list[Path] = []
    for path in (rejects_path(output), reasons_path(output)):
        if path in written or path == output or not path.is_file() or os.path.realpath(path) in read:
            continue
        of_before = path in known and digest_of(path) == (known[path].sha256, known[path].bytes)
        (removed if of_before else stale).append(path)
    return tuple(removed), tuple(stale)


def _rows_at_once(job: Job) -> int:
    """How many rows are judged at once: few enough to leave room, and fewer where they take long to write."""
    return CHUNK // 10 if job.reasons == "text" and job.form != "parquet" else CHUNK // 2


def _beside(job: Job, output: Path) -> Iterator[Path]:
    """What stands beside a result."""
    yield receipt_path(output)
    if job.reasons != "text":
        yield reasons_path(output)


def people_of_job(book: Rulebook, job: Job, opened: Opened, meanings: Meanings) -> Households | None:
    """The people of the households of the list that a job opened; None where it has none."""
    asked = PeopleAsked(job.members, job.members_complete, job.lang)
    paths = list_paths(job.lists)
    return households_of(book, opened.source, opened.listing, meanings, paths, job.sheet, asked)


def plan_of(
    book: Rulebook,
    job: Job,
    source: Listed,
    mapping: ColumnMap | None = None,
    households: Households | None = None,
) -> Plan:
    """The plan of a job on the list that it opened."""
    headers = [header for header in source.headers if header != source.file_column]
    given = given_facts(book, job.given)
    day = job.as_of or date.today()
    if mapping is not None:
        mapping.check_used([*headers, *(households.headers if households is not None else ())])
        given = {**mapping.constants, **given}
        day = job.as_of or mapping.as_of or day
    if households is not None:
        columns = households.columns(mapping)
    else:
        columns = match_columns(book, headers, source.path, mapping, source.distinct)
    told = frozenset({*given, *(households.followed if households is not None else ())})
    return Plan(
        book=book,
        columns=columns,
        programmes=choose_programmes(book, source, columns, job.programmes, told, day),
        day=day,
        lang=job.lang,
        given=given,
        layout=job.layout,
        reasons=job.reasons,
        only=job.only,
        lacks=() if job.programmes else tuple(lacking(book, columns.facts | told, days_of(source, columns, day))),
        households=households,
        what_if=job.what_if,
    )


def wanted_of(plan: Plan, source: Listed) -> Wanted:
    """The columns of a list that a run reads or repeats, and those in which few texts recur, since they are choices."""
    facts, known = plan.book.facts, plan.columns.known
    choices = [
        h for h, name in known.items() if name in facts and facts[name].value_type.kind not in ("number", "date")
    ]
    own = own_headers(plan, source.headers)
    beside = plan.households.beside if plan.households is not None else ()
    if len(own) == len(source.headers):
        return Wanted(None, choices)
    return Wanted({*own, *known, *plan.columns.cells.ids, *beside}, choices)


def given_facts(book: Rulebook, written: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """Facts for every row, as engine values; :class:`RecordError` where one cannot be read."""
    return dict(read_record(book, dict(written)).facts) if written else {}


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Results:
    """The files of a run, each begun when its first row comes."""

    def __init__(
        self,
        files: Whole,
        held_open: contextlib.ExitStack,
        plan: Plan,
        job: Job,
        source: Source,
        output: Path | None,
        rejects: Path | None,
        read: Sequence[ListFile] = (),
        number_key: bytes | None = None,
    ) -> None:
        self.files, self.plan, self.job, self.source = files, plan, job, source
        self.output, self.rejects = output, rejects
        self._hidden = HiddenNumbers(source.headers, number_key) if number_key is not None else None
        self._shown: IO[bytes] | None = None
        self._book: WorkbookSink | None = None
        self._rejected: CsvSink | None = None
        columns = headings(plan, source.headers)
        with self._writing(output):
            file: BinaryFile
            if output is None:
                shown = tempfile.TemporaryFile()  # noqa: SIM115
                file = self._shown = held_open.enter_context(shown)
            else:
                file = files.open(output)
            if job.form == "xlsx":
                assert output is not None
                self._book = WorkbookSink(file, files.scratch(output), plan, source.headers, columns, read)
            else:
                holds = held(plan, source.headers)
                spoken = None if plan.coded else plan.lang
                self._sink = sink_for(job.form, file, columns, holds, mark=output is not None, spoken=spoken)

    def put(self, chunk: Chunk, judged: JudgedChunk) -> None:
        """Write what became of a chunk: the rejected rows, then the others."""
        for rejected in judged.rejected:
            self._reject(self._hidden.rejected(rejected) if self._hidden is not None else rejected)
        written = self._hidden.chunk(chunk) if self._hidden is not None else chunk
        for block in blocks_of(self.plan, written, judged):
            self._write(block)
        if self.job.members_sheet and self._book is not None and self.plan.households is not None:
            with self._writing(self.output):
                for line in lines_of_people(self.plan, self.plan.households, chunk, judged):
                    self._book.add_person(line)

    def _write(self, block: Block) -> None:
        with self._writing(self.output):
            if self._book is not None:
                self._book.write(block)
            else:
                self._sink.write(block.columns)

    def _reject(self, rejected: Rejected) -> None:
        """Where and what is wrong with a row, then its own cells, to be mended and run again."""
        if self._book is not None and self.rejects is None:
            with self._writing(self.output):
                self._book.reject(rejected)
            return
        lang = self.job.lang
        with self._rejects() as file:
            for cells in rejects_rows(rejected, self.source.headers, lang):
                file.write([[cell] for cell in cells])

    @contextlib.contextmanager
    def _rejects(self) -> Iterator[CsvSink]:
        """The file of returned rows, begun with the first of them."""
        assert self.rejects is not None
        lang = self.job.lang
        with self._writing(self.rejects):
            if self._rejected is None:
                columns = rejects_headings(self.source.headers, lang)
                self._rejected = CsvSink(self.files.open(self.rejects), columns, spoken=lang)
            yield self._rejected

    def append(self, written: WrittenChunk) -> None:
        """Write what was made of a chunk apart, as :meth:`put` does."""
        if written.rejects:
            with self._rejects() as file:
                file.append(written.rejects)
        with self._writing(self.output):
            if written.groups_in_parquet is not None:
                assert isinstance(self._sink, ParquetSink)
                self._sink.append(written.groups_in_parquet)
            for cells in written.cells or ():
                assert isinstance(self._sink, CsvSink)
                self._sink.write_cells(cells)

    def close(self, run: Screening) -> dict[str, Written]:
        with self._writing(self.output):
            if self._book is not None:
                for line in lines_of_strays(self.plan) if self.job.members_sheet else ():
                    self._book.add_person(line)
                self._book.close(run)
            else:
                self._sink.close()
            if self._rejected is not None:
                self._rejected.close()
            if self.plan.coded and self.output is not None:
                path = reasons_path(self.output)
                names, columns = reasons_table(self.plan, run)
                sink = sink_for(self.job.form, self.files.open(path), names, [HOLDS.get(key, "texts") for key in names])
                sink.write(columns)
                sink.close()
            return self.files.written()

    @property
    def cut(self) -> tuple[str, ...]:
        """The cells of a workbook whose text is longer than a cell holds."""
        return tuple(self._book.cut) if self._book is not None else ()

    def show(self) -> None:
        """The result on standard output, once it is whole."""
        assert self._shown is not None
        self._shown.seek(0)
        shutil.copyfileobj(self._shown, sys.stdout.buffer)
        sys.stdout.buffer.flush()

    @contextlib.contextmanager
    def _writing(self, path: Path | None) -> Iterator[None]:
        with writing_to(path or Path("-")):
            yield
