"""The cases of a plan: each row of the lists in one part, each case in need with its work, each work with its case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ancu.inference.arrow_columns import one_piece
from ancu.plan.communes import Communes
from ancu.plan.judging import NEED, NO_PROGRAMME, NONE, OPEN, REPEATED, RETURNED, JudgedList
from ancu.plan.work import WorkDone, WorkPayment
from ancu.rulebook.plans import HousingPlan
from ancu.rulebook.rulebook import Rulebook

Integers = np.ndarray[Any, Any]
#: How far the work of a case in need is: not begun, begun, handed over before the year, in it, on a day nobody tells.
STATES = ("waiting", "started", "handed_before", "handed_in_year", "handed_undated")
WAITING, STARTED, HANDED_BEFORE, HANDED_IN_YEAR, HANDED_UNDATED = range(len(STATES))
#: Whether the sum for a case is known: it is, nobody has set its level, what is granted is no sum.
LEVELS = ("known", "unset", "none")
KNOWN, UNSET, NO_SUM = range(len(LEVELS))
#: Why work belongs to no case in need: the lists have no such case, or several, or one in no need by them, or one of
#: which not enough is known, or for which no programme is open, or one in need by another programme, or one whose row
#: could not be read.
UNMATCHED = ("not_listed", "several", "not_in_need", "undecided", "not_open", "other_programme", "returned")
NOT_LISTED, SEVERAL, NOT_IN_NEED, UNDECIDED, NOT_OPEN, OTHER_PROGRAMME, ROW_RETURNED = range(len(UNMATCHED))
#: Why, by the part of the list in which the case stands.
_WHY_BY_PART = {OPEN: UNDECIDED, NO_PROGRAMME: NOT_OPEN, NONE: NOT_IN_NEED}
#: What became of those who were in need last year: the last three are not in need by this year's list, and no work is
#: told of them. Of some not enough is known now, for some no programme is open any more; the others need none.
SINCE = ("waiting", "started", "handed_over", "undecided", "not_open", "gone")
#: Stands for a case that no single paper settles; and for one that hangs on what nobody has set.
NO_PAPER, NOT_SET = "", "?"


@dataclass(frozen=True)
class UnmatchedWork:
    """Work that belongs to no case in need, and why."""

    work: WorkDone
    why: int


@dataclass(frozen=True)
class PaidFor:
    """A sum paid for a case in need: the row of the case."""

    row: int
    payment: WorkPayment


@dataclass
class PlanCases:
    """All rows of the lists with what figures count of them.

    ``rows`` are the judged rows, repeated ones marked; beside them, a value a row: ``state`` (a place in
    :data:`STATES`) and ``work`` (where it is told) of cases in need, ``kind`` (what is granted, a place in ``kinds``),
    ``low`` and ``high`` in đồng, ``level`` (a place in :data:`LEVELS`), and ``paper`` (a place in ``papers``) of cases
    of which not enough is known. ``since`` tells of last year's cases in need, a row each of ``last``.
    """

    rows: pa.Table
    state: Integers
    work: list[str]
    kinds: list[str]
    kind: Integers
    low: Integers
    high: Integers
    level: Integers
    papers: list[str]
    paper: Integers
    paid: list[PaidFor] = field(default_factory=list)
    #: The days on which work was begun, and ended, by row, as far as they are told.
    begun: dict[int, date] = field(default_factory=dict)
    handed: dict[int, date] = field(default_factory=dict)
    unmatched: list[UnmatchedWork] = field(default_factory=list)
    #: Work under programmes that the plan does not count.
    elsewhere: int = 0
    last: pa.Table | None = None
    since: Integers | None = None


def cases_of(
    book: Rulebook,
    plan: HousingPlan,
    judged: JudgedList,
    work: Iterable[WorkDone],
    communes: Communes,
    year: int,
    last: JudgedList | None = None,
) -> PlanCases:
    """Put the lists, the work and last year's lists together, as it stood at the end of the day of the lists."""
    part = one_piece(judged.rows.column("part")).to_numpy().copy()
    part[_repeated(judged.rows, part)] = REPEATED
    rows = judged.rows.set_column(judged.rows.schema.get_field_index("part"), "part", pa.array(part))
    count = rows.num_rows
    cases = PlanCases(
        rows=rows,
        state=np.full(count, WAITING, np.int8),
        work=[],
        kinds=[],
        kind=np.zeros(count, np.int32),
        low=np.zeros(count, np.int64),
        high=np.zeros(count, np.int64),
        level=np.full(count, NO_SUM, np.int8),
        papers=[],
        paper=np.zeros(count, np.int32),
    )
    _grants(cases)
    _papers(cases, book, plan, judged.day)
    done = list(_merged(book, (_until(one, judged.day) for one in work)))
    handed = _match(cases, book, plan, done, communes, year)
    if last is not None:
        _since(cases, last, handed)
    return cases


def _repeated(rows: pa.Table, part: Integers) -> Integers:
    """The rows of a case that stands in the lists before: the same id in the same commune. Who has no id is not one."""
    case = one_piece(rows.column("case"))
    if case.null_count == len(case):
        return np.zeros(0, np.int64)
    commune = one_piece(rows.column("commune"))
    encoded = case.dictionary_encode()
    key = encoded.indices.fill_null(0).to_numpy().astype(np.int64) * (len(commune.dictionary) + 1)
    key += commune.indices.fill_null(len(commune.dictionary)).to_numpy()
    sound = np.flatnonzero((part != RETURNED) & case.is_valid().to_numpy(zero_copy_only=False))
    _, first = np.unique(key[sound], return_index=True)
    again = np.ones(len(sound), bool)
    again[first] = False
    return np.asarray(sound[again])


def _grants(cases: PlanCases) -> None:
    """What each case in need is granted, from the codes of the list."""
    encoded = one_piece(cases.rows.column("grant"))
    kinds: dict[str, int] = {}
    read = []
    for code in encoded.dictionary.to_pylist():
        name, low, high = (*code.split(";"), "", "")[:3]
        level = UNSET if low == "?" else KNOWN if low else NO_SUM
        sums = (int(low), int(high)) if level == KNOWN else (0, 0)
        read.append((kinds.setdefault(name, len(kinds)), *sums, level))
    table = np.array(read or [(0, 0, 0, NO_SUM)], np.int64)[encoded.indices.to_numpy()]
    cases.kinds = list(kinds)
    cases.kind, cases.low, cases.high, cases.level = (table[:, i] for i in range(4))


def _papers(cases: PlanCases, book: Rulebook, plan: HousingPlan, day: date) -> None:
    """The one paper that would settle each case of which not enough is known."""
    encoded = one_piece(cases.rows.column("missing"))
    part = one_piece(cases.rows.column("part")).to_numpy()
    programme = one_piece(cases.rows.column("programme")).to_numpy()
    codes = encoded.indices.to_numpy().astype(np.int64)
    lacking = encoded.dictionary.to_pylist()
    papers: dict[str, int] = {NO_PAPER: 0, NOT_SET: 1}
    here = np.flatnonzero(part == OPEN)
    pairs, which = np.unique(np.stack([programme[here], codes[here]]), axis=1, return_inverse=True)
    found = [
        papers.setdefault(_settling(book, plan.programmes[int(name)], lacking[int(code)], day), len(papers))
        for name, code in pairs.T
    ]
    cases.paper[here] = np.array(found, np.int32)[which.reshape(-1)] if len(here) else 0
    cases.papers = list(papers)


def _settling(book: Rulebook, programme: str, missing: str, day: date) -> str:
    """The paper that tells all that a case lacks; or the one fact itself, where the law names no paper for it.

    What nobody has set yet is no fact: no paper settles a case that lacks it.
    """
    if missing in (NO_PAPER, NOT_SET):
        return missing
    facts = missing.split(";")
    for paper in book.facts[facts[0]].evidence:
        document = book.documents[paper]
        asked = document.on(day) is not None and (not document.programmes or programme in document.programmes)
        if asked and all(paper in book.facts[fact].evidence for fact in facts[1:]):
            return paper
    return facts[0] if len(facts) == 1 else NO_PAPER


def _until(work: WorkDone, day: date) -> WorkDone:
    """What of ``work`` had been done by the end of ``day``."""
    payments = tuple(p for p in work.payments if p.on is None or p.on <= day)
    later_start = work.started_on is not None and work.started_on > day
    later_end = work.handed_over_on is not None and work.handed_over_on > day
    if not later_start and not later_end:
        return replace(work, payments=payments)
    return replace(
        work,
        started=bool(payments) if later_start else work.started,
        started_on=None if later_start else work.started_on,
        handed_over=work.handed_over and not later_end,
        handed_over_on=None if later_end else work.handed_over_on,
        payments=payments,
    )


def _merged(book: Rulebook, work: Iterable[WorkDone]) -> Iterable[WorkDone]:
    """The work of each case as one, wherever it is told: its first start, last hand-over and all payments."""
    found: dict[tuple[str, str | None, str | None], WorkDone] = {}
    titles = {text.casefold(): p.programme for p in book.programmes.values() for text in (p.title.vi, p.title.en)}
    for one in work:
        name = titles.get(one.programme.casefold(), one.programme) if one.programme is not None else None
        one = replace(one, programme=name)
        key = (one.case, one.commune, name)
        before = found.get(key)
        if before is None:
            found[key] = one
            continue
        starts = [day for day in (before.started_on, one.started_on) if day is not None]
        ends = [day for day in (before.handed_over_on, one.handed_over_on) if day is not None]
        found[key] = replace(
            before,
            started=before.started or one.started,
            handed_over=before.handed_over or one.handed_over,
            started_on=min(starts, default=None),
            handed_over_on=max(ends, default=None),
            payments=before.payments + one.payments,
        )
    return found.values()


def _match(
    cases: PlanCases, book: Rulebook, plan: HousingPlan, work: Sequence[WorkDone], communes: Communes, year: int
) -> dict[str, int]:
    """Give each case in need its work. Returns how far the work is that belongs to none, by case."""
    part = one_piece(cases.rows.column("part")).to_numpy()
    subject = one_piece(cases.rows.column("subject")).to_numpy()
    also = one_piece(cases.rows.column("also")).to_numpy()
    places = _rows_by_case(cases.rows, part, {one.case for one in work})
    returned = cases.rows.filter(pa.array(part == RETURNED)).column("case").to_pylist()
    commune = one_piece(cases.rows.column("commune"))
    subjects = list(plan.subjects.values())
    told: dict[int, str] = {}
    loose: dict[str, int] = {}
    for one in work:
        if one.programme is not None and one.programme in book.programmes and one.programme not in plan.programmes:
            cases.elsewhere += 1
            continue
        here = places.get(one.case, [])
        if one.commune is not None and len(here) > 1:
            code = communes.find(one.commune) or one.commune
            here = [row for row in here if commune[row].as_py() == code]
        why: int | None = None
        if len(here) != 1:
            why = SEVERAL if here else ROW_RETURNED if one.case in returned else NOT_LISTED
        elif part[here[0]] != NEED:
            why = _WHY_BY_PART[int(part[here[0]])]
        elif one.programme is not None:
            mine = {i for i, s in enumerate(subjects) if one.programme in s.programmes}
            counted = {int(subject[here[0]])} | {i for i in range(len(subjects)) if int(also[here[0]]) >> i & 1}
            why = None if mine & counted else OTHER_PROGRAMME
        if why is not None:
            cases.unmatched.append(UnmatchedWork(one, why))
            loose[one.case] = max(loose.get(one.case, WAITING), _state(one, year))
            continue
        row = here[0]
        cases.state[row] = max(int(cases.state[row]), _state(one, year))
        told[row] = "; ".join(filter(None, (told.get(row), one.place)))
        cases.paid += [PaidFor(row, payment) for payment in one.payments]
        for days, day in ((cases.begun, one.started_on), (cases.handed, one.handed_over_on)):
            if day is not None:
                days.setdefault(row, day)
    cases.work = [told.get(row, "") for row in range(cases.rows.num_rows)] if told else []
    return loose


def _state(work: WorkDone, year: int) -> int:
    if not work.handed_over:
        return STARTED if work.started else WAITING
    if work.handed_over_on is None:
        return HANDED_UNDATED
    return HANDED_IN_YEAR if work.handed_over_on.year == year else HANDED_BEFORE


def _rows_by_case(rows: pa.Table, part: Integers, wanted: Iterable[str]) -> dict[str, list[int]]:
    """The rows of the cases ``wanted``, those left out that could not be read or stand there again."""
    case = one_piece(rows.column("case"))
    names = pa.array(list(wanted), pa.string())
    hits = pc.is_in(case, names).to_numpy(zero_copy_only=False) & ~np.isin(part, (REPEATED, RETURNED))
    found: dict[str, list[int]] = {}
    here = np.flatnonzero(hits)
    for row, name in zip(here.tolist(), case.take(pa.array(here)).to_pylist(), strict=True):
        found.setdefault(name, []).append(row)
    return found


def _since(cases: PlanCases, last: JudgedList, loose: Mapping[str, int]) -> None:
    """What became of those who were in need by last year's lists."""
    part = one_piece(last.rows.column("part")).to_numpy().copy()
    part[_repeated(last.rows, part)] = REPEATED
    cases.last = last.rows.filter(pa.array(part == NEED))
    names, communes = (cases.last.column(column).to_pylist() for column in ("case", "commune"))
    now = one_piece(cases.rows.column("part")).to_numpy()
    places = _rows_by_case(cases.rows, now, {name for name in names if name is not None})
    here_now = one_piece(cases.rows.column("commune"))
    since = np.full(len(names), SINCE.index("gone"), np.int8)
    for i, (name, commune) in enumerate(zip(names, communes, strict=True)):
        rows: Sequence[int] = places.get(name, ())
        if commune is not None:
            rows = [row for row in rows if here_now[row].as_py() in (None, commune)]
        parts = {int(now[row]): row for row in reversed(rows)}
        if NEED in parts:
            since[i] = min(int(cases.state[parts[NEED]]), HANDED_BEFORE)
        elif loose.get(name, WAITING) > WAITING:
            since[i] = min(loose[name], HANDED_BEFORE)
        elif OPEN in parts:
            since[i] = SINCE.index("undecided")
        elif NO_PROGRAMME in parts:
            since[i] = SINCE.index("not_open")
    cases.since = since
