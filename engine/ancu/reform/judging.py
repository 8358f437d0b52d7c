"""A list read once and judged under several laws: under each, the programmes that are another law there."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa

from ancu.batch.referee import Referee
from ancu.errors import InputError, Problem, UnknownNameError
from ancu.reform.collecting import ChangeCollector, ComparedList
from ancu.reform.same_law import same_law
from ancu.reform.sides import LawSide
from ancu.rulebook.naming import AS_OF
from ancu.screening.cells.arrow import Parsed
from ancu.screening.headers.map_file import read_map
from ancu.screening.headers.meanings import ColumnMap, Meanings, ignoring
from ancu.screening.households.households import Households
from ancu.screening.job import Job, Route
from ancu.screening.jobs.run_job import cores, people_of_job, plan_of
from ancu.screening.lists.chunks import Chunk, NotPlainError, Source, Wanted
from ancu.screening.lists.opening import open_lists
from ancu.screening.run.column_judge import ColumnJudge
from ancu.screening.run.judged_chunk import JudgedChunk
from ancu.screening.run.plan import ALL, Plan, choose_programmes, days_of
from ancu.screening.run.screen import CHUNK, REFEREE_BUDGET, in_order, judge_for, review, route_for

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True)
class SidePlan:
    """A side with what it judges: ``plan`` has its programmes, ``days`` are those on which it judges rows."""

    side: LawSide
    plan: Plan
    days: tuple[date, ...]


def compare_list(
    sides: Sequence[LawSide],
    job: Job,
    *,
    by: Sequence[str] = (),
    route: Route | None = None,
    threads: int | None = None,
    progress: Progress | None = None,
) -> ComparedList:
    """Judge the list of ``job`` under every side, and keep what is another than under the first of them.

    Rows without a day of their own are judged on the day of a side that names none on that of ``job``. ``by`` are
    headers of columns by which changes are counted; none: the commune, and facts that name groups. Raises
    :class:`InputError`, and :class:`IntegrityError` when the engines disagree.
    """
    try:
        return _compared(sides, job, by, route, threads or cores(), progress, plainly=True)
    except NotPlainError:
        return _compared(sides, job, by, route, threads or cores(), progress, plainly=False)


def _compared(
    sides: Sequence[LawSide],
    job: Job,
    by: Sequence[str],
    route: Route | None,
    threads: int,
    progress: Progress | None,
    *,
    plainly: bool,
) -> ComparedList:
    base = sides[0].book
    mapping = read_map(job.mapping, base) if job.mapping is not None else None
    meanings = Meanings(base, mapping)
    with open_lists(job.lists, meanings, job.sheet, job.lang, plainly=plainly) as opened:
        households = people_of_job(base, job, opened, meanings)
        source = households.source if households is not None else opened.source
        plans = _plans(sides, job, source, mapping, households)
        owners = _owners(plans)
        way = route or route_for(source, sum(len(one.plan.programmes) for one in plans))
        judges = _SharedJudges(plans, owners, way, threads)
        collector = ChangeCollector(list(sides), [one.plan for one in plans], owners, source, by)
        referees = _referees(judges.plans)
        total = source.size
        wanted = collector.wanted() if households is None else Wanted()
        for chunk, found in in_order(judges.judge, source.chunks(CHUNK, wanted), threads if way == "columns" else 1):
            collector.put(chunk, found)
            for plan, referee, judged in zip(judges.plans, referees, found, strict=True):
                for outcome, _, at in judged.groups:
                    if referee.wants(outcome):
                        review(referee, plan, outcome, chunk.row(at), chunk.place(at))
            if progress is not None:
                progress(collector.read, total)
        opened.check_unchanged()
        paths = tuple(file.path for file in opened.files) or job.lists
    fixed = any(side.day is not None for side in sides)
    return collector.found(paths, aside=fixed and bool(_dated(source, meanings)))


def _referees(plans: Sequence[Plan]) -> list[Referee]:
    """A referee for each plan; the sides after the first share its budget among them."""
    later = max(REFEREE_BUDGET // max(len(plans) - 1, 1), 1)
    return [Referee(plan.book, plan.programmes, REFEREE_BUDGET if i == 0 else later) for i, plan in enumerate(plans)]


def _dated(source: Source, meanings: Meanings) -> set[str]:
    """The headers under which rows have days of their own."""
    return {h for h in source.headers if (meaning := meanings.find(h)) is not None and meaning.name == AS_OF}


# -- what each side judges ---------------------------------------------------------------------------------------------


def _plans(
    sides: Sequence[LawSide], job: Job, source: Source, mapping: ColumnMap | None, households: Households | None
) -> list[SidePlan]:
    """The sides with their plans, each with those of the programmes of any that it has."""
    base = sides[0].book
    _check_asked(sides, job.programmes)
    meanings = Meanings(base, mapping)
    dated = _dated(source, meanings)
    made, chosen, refused = [], dict[str, None](), list[InputError]()
    for side in sides:
        alike = side.book.facts is base.facts or side.book.facts == base.facts
        if households is not None and not (alike and side.book.people == base.people):
            raise InputError(Problem("reform_people_differ", {"side": side.written}))
        own_map = mapping if alike or job.mapping is None else read_map(job.mapping, side.book)
        if side.day is not None and dated:
            own_map = ignoring(own_map, dated)
        asked = replace(job, as_of=side.day or job.as_of, programmes=(ALL,))
        plan = replace(plan_of(side.book, asked, source, own_map, households), reasons="changes")
        days = {side.day} if side.day is not None else {*days_of(source, plan.columns, plan.day), plan.day}
        made.append(SidePlan(side, plan, tuple(sorted(days))))
        try:
            chosen |= dict.fromkeys(_chosen(side, plan, job, source))
        except InputError as error:
            refused.append(error)
    if not chosen:
        raise refused[0]
    order = list(dict.fromkeys(name for side in sides for name in side.book.programmes if name in chosen))
    return [
        replace(one, plan=replace(one.plan, programmes=tuple(n for n in order if n in one.side.book.programmes)))
        for one in made
    ]


def _chosen(side: LawSide, plan: Plan, job: Job, source: Source) -> list[str]:
    """The programmes asked for that a side has; or all that the list can concern on its day."""
    if not job.programmes:
        followed = plan.households.followed if plan.households is not None else frozenset[str]()
        return list(choose_programmes(side.book, source, plan.columns, (), {*plan.given, *followed}, plan.day))
    found = []
    for name in job.programmes:
        with contextlib.suppress(UnknownNameError):
            found.append(side.book.programme(name).programme)
    return found


def _check_asked(sides: Sequence[LawSide], asked: Iterable[str]) -> None:
    """:class:`UnknownNameError` for a programme that no side has."""
    for name in asked:
        for side in sides:
            try:
                side.book.programme(name)
            except UnknownNameError:
                if side is sides[-1]:
                    raise
            else:
                break


def _owners(plans: Sequence[SidePlan]) -> list[dict[str, int]]:
    """By side: for each of its programmes, the first side that has it as the same law, and so judges it for both."""
    owners: list[dict[str, int]] = []
    people = plans[0].plan.households is not None
    for i, one in enumerate(plans):
        mine: dict[str, int] = {}
        for name in one.plan.programmes:
            for k in range(i):
                other = plans[k]
                if owners[k].get(name) == k and same_law(
                    name, other.side.book, other.days, one.side.book, one.days, people=people
                ):
                    mine[name] = k
                    break
            else:
                mine[name] = i
        owners.append(mine)
    return owners


class _SharedJudges:
    """Judges chunks under every side that judges anything; sides that read alike share what is read of a chunk.

    ``plans`` are those sides' plans, each with the programmes that it judges itself.
    """

    def __init__(
        self, plans: Sequence[SidePlan], owners: Sequence[Mapping[str, int]], route: Route, threads: int
    ) -> None:
        self.plans: list[Plan] = []
        self._days: list[date | None] = []
        for i, one in enumerate(plans):
            mine = tuple(name for name, owner in owners[i].items() if owner == i)
            if mine:
                self.plans.append(replace(one.plan, programmes=mine))
                self._days.append(one.side.day)
        self._judges = [judge_for(plan, route, threads) for plan in self.plans]
        #: Who reads for each judge: the first that reads alike, one that reads days before one that does not.
        self._readers: dict[int, int] = {}
        in_columns = [i for i, judge in enumerate(self._judges) if isinstance(judge, ColumnJudge)]
        for i in in_columns:
            alike = [k for k in in_columns if self.plans[k].book.facts == self.plans[i].book.facts]
            self._readers[i] = next((k for k in alike if self._days[k] is None), alike[0])

    def judge(self, chunk: Chunk) -> list[JudgedChunk]:
        """What became of the rows of ``chunk`` under each of ``plans``."""
        read: dict[int, Parsed] = {}
        found = []
        for i, judge in enumerate(self._judges):
            if not isinstance(judge, ColumnJudge):
                found.append(judge.judge(chunk))
                continue
            reader = self._readers[i]
            if reader not in read:
                by = self._judges[reader]
                assert isinstance(by, ColumnJudge)
                read[reader] = by.read(chunk)
            parsed, day = read[reader], self._days[i]
            if day is not None:
                days = pa.repeat(pa.scalar(day, pa.date32()), len(chunk))
                parsed = Parsed({**parsed.table, AS_OF: days}, parsed.cases, parsed.flaws)
            found.append(judge.judge_read(chunk, parsed))
        return found
