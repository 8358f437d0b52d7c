"""Screening a list: its rows judged a chunk at a time, written as they come, and some of them judged again.

Short lists are judged row by row, long ones by columns; what is written is the same. The referee takes one row for
each distinct outcome (programme, epoch, status and the conditions that carry it), reads it again from the list, judges
it with two engines, and stops the run on any difference.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from typing import Protocol

from ancu.batch.outcomes import Kind, kind_of
from ancu.decision.deciding import decide
from ancu.errors import IntegrityError, Problem
from ancu.inference import rete
from ancu.messages import message
from ancu.rulebook.naming import CASE
from ancu.screening.job import Route
from ancu.screening.lists.chunks import Chunk, Source, Wanted
from ancu.screening.lists.listing import Row
from ancu.screening.results.layout import Block, blocks_of, own_headers
from ancu.screening.run.plan import Plan
from ancu.screening.run.repeated_ids import Repeats
from ancu.screening.run.row_judge import Judged, Rejected, RowJudge, read_row

#: Lists of fewer rows are judged row by row: planning a statement takes longer than they do.
SHORT = 2_000
#: Rows judged at once.
CHUNK = 122_880
REFEREE_BUDGET = 500


class Judge(Protocol):
    """Judges chunks."""

    def judge(self, chunk: Chunk) -> Judged:
        """What became of the rows of ``chunk``; may be called for several chunks at once."""
        ...


@dataclass
class Screening:
    """What a run came to.

    ``counts`` are rows by programme and status; ``alone`` the undetermined rows that one fact would settle, by
    programme and fact; ``reasons`` rows by kind, reduced to what carries the verdict. ``repeated`` are case ids that
    stand more than once, with their places.
    """

    plan: Plan
    route: Route
    read: int = 0
    judged: int = 0
    rejected: int = 0
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    alone: dict[str, Counter[str]] = field(default_factory=dict)
    reasons: Counter[Kind] = field(default_factory=Counter)
    repeated: dict[str, list[str]] = field(default_factory=dict)
    refereed: int = 0
    outcomes: int = 0
    refereed_by: str | None = None


def screen(
    plan: Plan,
    source: Source,
    *,
    write: Callable[[Block], None],
    reject: Callable[[Rejected], None],
    route: Route | None = None,
    threads: int = 1,
    size: int | None = None,
    budget: int = REFEREE_BUDGET,
    progress: Callable[[int], None] | None = None,
) -> Screening:
    """Judge every row of ``source``; rows with flaws go to ``reject``, the others as blocks to ``write``.

    ``size`` rows are judged at once. ``progress`` is told the number of rows done.
    Raises :class:`IntegrityError` when the engines disagree.
    """
    route = route or route_for(source)
    judge = _judge_for(plan, route, threads)
    run = Screening(plan, route)
    run.alone = {name: Counter() for name in plan.programmes}
    referee = Referee(plan, budget)
    repeats = Repeats(plan.columns.header(CASE))

    chunks = source.chunks(size or CHUNK, wanted_of(plan, source))
    # DuckDB has threads of its own.
    for chunk, judged in _judged(judge, chunks, threads if route == "columns" else 1):
        run.read += len(chunk)
        run.judged += len(judged.kept)
        run.rejected += len(judged.rejected)
        for kind, rows, _ in judged.groups:
            run.reasons[kind.reduced()] += rows
        for name, facts in judged.alone.items():
            run.alone[name] += facts
        repeats.add(chunk)
        for rejected in judged.rejected:
            reject(rejected)
        for block in blocks_of(plan, chunk, judged):
            write(block)
        referee.watch(chunk, judged)
        if progress is not None:
            progress(run.read)
    run.repeated = repeats.places()
    run.counts = {name: Counter() for name in plan.programmes}
    for kind, rows in run.reasons.items():
        run.counts[kind.programme][kind.status] += rows
    run.outcomes = len(referee.seen)
    run.refereed, run.refereed_by = referee.judged, referee.by
    return run


def _judged(judge: Judge, chunks: Iterator[Chunk], threads: int) -> Iterator[tuple[Chunk, Judged]]:
    """The chunks in their order with what became of them.

    With several ``threads`` one chunk is read and others are judged while one is written, by whoever asks for it here.
    """
    if threads == 1:
        yield from ((chunk, judge.judge(chunk)) for chunk in chunks)
        return
    with ThreadPoolExecutor(1) as reader, ThreadPoolExecutor(threads - 1) as judges:

        def judged(read: Future[Chunk | None]) -> tuple[Chunk, Judged] | None:
            chunk = read.result()
            return (chunk, judge.judge(chunk)) if chunk is not None else None

        begun: deque[Future[tuple[Chunk, Judged] | None]] = deque()
        while True:
            while len(begun) <= threads:
                begun.append(judges.submit(judged, reader.submit(next, chunks, None)))
            if (done := begun.popleft().result()) is None:
                return
            yield done


def wanted_of(plan: Plan, source: Source) -> Wanted:
    """The columns of a list that a run reads or repeats, and those in which few texts recur, since they are choices."""
    facts, known = plan.book.facts, plan.columns.known
    choices = [
        h for h, name in known.items() if name in facts and facts[name].value_type.kind not in ("number", "date")
    ]
    own = own_headers(plan, source.headers)
    if len(own) == len(source.headers):
        return Wanted(None, choices)
    return Wanted({*own, *known, *plan.columns.cells.ids}, choices)


def route_for(source: Source) -> Route:
    """The way a list goes: row by row if it is short, or if what columns need is not installed."""
    short = source.size is not None and source.size < SHORT
    return "rows" if short or not columns_installed() else "columns"


def columns_installed() -> bool:
    """Whether lists can be judged by columns here."""
    return all(find_spec(name) for name in ("duckdb", "numpy", "pyarrow"))


def _judge_for(plan: Plan, route: Route, threads: int) -> Judge:
    # A programme governed by a date that may be unknown has no columns.
    governed = any(plan.book.programmes[name].governed_by for name in plan.programmes)
    if route == "rows" or governed:
        return RowJudge(plan)
    from ancu.screening.run.column_judge import ColumnJudge

    return ColumnJudge(plan, by_sql=route == "duckdb", threads=threads)


class Referee:
    """Judges one row of each distinct outcome again, up to a share of the budget for each programme."""

    def __init__(self, plan: Plan, budget: int) -> None:
        self.plan, self.book = plan, plan.book
        self.seen: set[Kind] = set()
        self.judged = 0
        #: What confirms the first judgment.
        self.by = "rete" if rete.AVAILABLE else "direct"
        self._share = -(-budget // len(plan.programmes))
        self._taken: Counter[str] = Counter()

    def watch(self, chunk: Chunk, judged: Judged) -> None:
        """Judge again what is wanted of ``chunk``; :class:`IntegrityError` on any difference."""
        for kind, _, at in judged.groups:
            if self.wants(kind):
                self.judge_again(chunk.row(at), kind, chunk.place(at))

    def wants(self, kind: Kind) -> bool:
        """Whether a row of this kind is to be judged again: the first of its outcome, while the budget lasts."""
        outcome = kind.reduced()
        if outcome in self.seen:
            return False
        self.seen.add(outcome)
        self._taken[kind.programme] += 1
        return self._taken[kind.programme] <= self._share

    def judge_again(self, row: Row, kind: Kind, place: str) -> None:
        """Judge a row, as it stands in the list, by both engines; :class:`IntegrityError` if its kind differs."""
        record, _ = read_row(self.plan.columns, row, self.plan.given)
        day = record.as_of or self.plan.day
        covered = day >= self.book.programmes[kind.programme].covered_from
        decision = decide(self.book, replace(record, as_of=day), kind.programme) if covered else None
        if kind_of(self.book, record, kind.programme, day, decision).reduced() != kind.reduced():
            case = record.case or message("line", line=place)
            raise IntegrityError(Problem("referee_differs", {"case": case, "programme": kind.programme}))
        self.judged += 1
