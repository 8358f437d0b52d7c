"""Screening a list: its rows judged a chunk at a time, handed on as they come, and some of them judged again.

Short lists are judged row by row, long ones by columns; what is written is the same. The referee takes one row for
each distinct outcome (programme, epoch, status and the conditions that carry it), reads it again from the list, judges
it with two engines, and stops the run on any difference.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence, Sized
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from ancu import extras
from ancu.batch.outcomes import CaseOutcome
from ancu.batch.referee import Referee
from ancu.batch.single_changes import SingleChanges
from ancu.errors import ExtraMissingError, Problem
from ancu.messages import message
from ancu.rulebook.naming import CASE
from ancu.screening.households.households import read_case
from ancu.screening.job import Route
from ancu.screening.lists.chunks import ANYTHING, Chunk, Source, Wanted
from ancu.screening.lists.listing import Row
from ancu.screening.run.judged_chunk import JudgedChunk, OutcomeCount
from ancu.screening.run.plan import Plan
from ancu.screening.run.repeated_ids import Repeats
from ancu.screening.run.row_judge import RowJudge

#: What becomes of a chunk.
Found = TypeVar("Found")
#: Lists of fewer rows, and of fewer decisions (one for each row and programme), are judged row by row: to prepare
#: columns takes longer than they do.
SHORT, FEW = 1_500, 10_000
#: Rows judged at once.
CHUNK = 122_880
REFEREE_BUDGET = 500


class CountedChunk(Protocol):
    """What a run counts of a chunk, as :class:`~ancu.screening.run.judged_chunk.JudgedChunk` says it."""

    @property
    def kept(self) -> Sized: ...
    @property
    def rejected(self) -> Sized: ...
    @property
    def groups(self) -> Sequence[OutcomeCount]: ...
    @property
    def alone(self) -> Mapping[str, Counter[str]]: ...
    @property
    def opened(self) -> Mapping[str, Counter[str]]: ...
    @property
    def single(self) -> Mapping[str, SingleChanges]: ...


class Apart(Protocol):
    """Processes that judge chunks: ``count`` of them, each one chunk at a time."""

    count: int

    def judge(self, chunk: Chunk) -> CountedChunk:
        """What one of them makes of ``chunk``; may be called for several chunks at once."""
        ...

    def give_up(self) -> None:
        """End them at once, with whatever they are doing."""
        ...


class Judge(Protocol):
    """Judges chunks."""

    def judge(self, chunk: Chunk) -> JudgedChunk:
        """What became of the rows of ``chunk``; may be called for several chunks at once."""
        ...


@dataclass
class Screening:
    """What a run came to.

    ``counts`` are rows by programme and status; ``alone`` the undetermined rows that one fact would settle, by
    programme and fact; ``opened`` the eligible rows that are open in their benefit (``open_benefit``) or stand
    ``in_principle`` only, by programme; ``single`` what one change alone would do for refused rows, where that
    is asked; ``reasons`` rows by outcome, reduced to what carries the verdict. ``repeated``
    are case ids that stand more than once, with their places.
    """

    plan: Plan
    route: Route
    read: int = 0
    judged: int = 0
    rejected: int = 0
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    alone: dict[str, Counter[str]] = field(default_factory=dict)
    opened: dict[str, Counter[str]] = field(default_factory=dict)
    single: dict[str, SingleChanges] = field(default_factory=dict)
    reasons: Counter[CaseOutcome] = field(default_factory=Counter)
    repeated: dict[str, list[str]] = field(default_factory=dict)
    refereed: int = 0
    outcomes: int = 0
    refereed_by: str | None = None


def screen(
    plan: Plan,
    source: Source,
    *,
    put: Callable[[Chunk, Any], None],
    wanted: Wanted = ANYTHING,
    route: Route | None = None,
    threads: int = 1,
    apart: Apart | None = None,
    size: int | None = None,
    budget: int = REFEREE_BUDGET,
    progress: Callable[[int], None] | None = None,
) -> Screening:
    """Judge every row of ``source``; each chunk goes to ``put``, in order, with what became of it.

    ``wanted`` of the list is read. ``size`` rows are judged at once, in columns ``apart`` if given: then ``put`` takes
    what that makes of them. ``progress`` is told the number of rows done. Raises :class:`IntegrityError` when the
    engines disagree.
    """
    route = route or route_for(source, len(plan.programmes))
    run = Screening(plan, route)
    run.alone = {name: Counter() for name in plan.programmes}
    referee = Referee(plan.book, plan.programmes, budget)
    repeats = Repeats(plan.columns.header(CASE))

    chunks = source.chunks(size or CHUNK, wanted)
    judging: Iterator[tuple[Chunk, CountedChunk]]
    if apart is not None and route == "columns":
        judging = in_order(apart.judge, chunks, apart.count + 2, apart.give_up)
    else:
        # DuckDB has threads of its own.
        judging = in_order(judge_for(plan, route, threads).judge, chunks, threads if route == "columns" else 1)
    for chunk, judged in judging:
        run.read += len(chunk)
        run.judged += len(judged.kept)
        run.rejected += len(judged.rejected)
        new = []
        for group in judged.groups:
            alike = group.outcome.reduced()
            if alike not in run.reasons:
                new.append(group)
            run.reasons[alike] += group.rows
        for name, facts in judged.alone.items():
            run.alone[name] += facts
        for name, counts in judged.opened.items():
            run.opened.setdefault(name, Counter()).update(counts)
        for name, single in judged.single.items():
            run.single.setdefault(name, SingleChanges()).update(single)
        repeats.add(chunk)
        put(chunk, judged)
        for outcome, _, at in new:
            if referee.wants(outcome):
                review(referee, plan, outcome, chunk.row(at), chunk.place(at))
        if progress is not None:
            progress(run.read)
        # Its room is needed while the next one is waited for.
        del chunk, judged
    run.repeated = repeats.places()
    run.counts = {name: Counter() for name in plan.programmes}
    for outcome, rows in run.reasons.items():
        run.counts[outcome.programme][outcome.status] += rows
    run.outcomes = len(run.reasons)
    run.refereed, run.refereed_by = referee.judged, referee.by
    return run


def in_order(
    judge: Callable[[Chunk], Found],
    chunks: Iterator[Chunk],
    threads: int,
    give_up: Callable[[], None] = lambda: None,
) -> Iterator[tuple[Chunk, Found]]:
    """The chunks in their order with what became of them.

    With several ``threads`` one chunk is read and others are judged while one is written, by whoever asks for it here.
    Whatever breaks this off, nothing more is begun, and ``give_up`` is to end what is being judged.
    """
    if threads == 1:
        yield from ((chunk, judge(chunk)) for chunk in chunks)
        return
    with ThreadPoolExecutor(1) as reader, ThreadPoolExecutor(threads - 1) as judges:

        def judged(read: Future[Chunk | None]) -> tuple[Chunk, Found] | None:
            chunk = read.result()
            return (chunk, judge(chunk)) if chunk is not None else None

        begun: deque[Future[tuple[Chunk, Found] | None]] = deque()
        try:
            ahead = reader.submit(next, chunks, None)
            while True:
                # What is judged takes much room: none lies ready while another is written, but for those being judged.
                while len(begun) < threads:
                    begun.append(judges.submit(judged, ahead))
                    ahead = reader.submit(next, chunks, None)
                if (done := begun.popleft().result()) is None:
                    return
                yield done
                del done
        except BaseException:
            for pool in (judges, reader):
                pool.shutdown(wait=False, cancel_futures=True)
            give_up()
            raise


def review(referee: Referee, plan: Plan, outcome: CaseOutcome, row: Row, place: str) -> None:
    """Have the row at ``place`` judged again as it stands in the list; :class:`IntegrityError` if it differs."""
    record, _ = read_case(plan.columns, row, plan.given, plan.households)
    referee.review(outcome, record, record.as_of or plan.day, message("line", line=place))


def route_for(source: Source, programmes: int) -> Route:
    """The way a list goes under so many ``programmes``: row by row where that is little, or columns cannot be had."""
    short = source.size is not None and source.size < SHORT and source.size * programmes < FEW
    return "columns" if not short and available("columns") else "rows"


def available(route: Route) -> bool:
    """Whether what ``route`` needs is installed here."""
    return route == "rows" or (extras.duckdb() if route == "duckdb" else extras.columns())


def judge_for(plan: Plan, route: Route, threads: int) -> Judge:
    """What judges a list under ``plan`` by ``route``; row by row where a programme cannot be judged in columns."""
    if route == "rows":
        return RowJudge(plan)
    if not available(route):
        what, extra = ("DuckDB", "duckdb") if route == "duckdb" else ("numpy, pyarrow", "columns")
        raise ExtraMissingError(Problem("extra_missing", {"what": what, "extra": extra}))
    from ancu.batch.judge import fit_for_columns
    from ancu.screening.run.column_judge import ColumnJudge
    from ancu.screening.run.memory import keep_memory

    if not fit_for_columns(plan.book, plan.programmes):
        return RowJudge(plan)
    keep_memory()
    if plan.households is not None:
        from ancu.screening.run.household_judge import HouseholdColumnJudge

        return HouseholdColumnJudge(plan, plan.households, by_sql=route == "duckdb", threads=threads)
    return ColumnJudge(plan, by_sql=route == "duckdb", threads=threads)
