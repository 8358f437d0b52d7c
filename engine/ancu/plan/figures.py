"""The numbers of a plan, each with the rows behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from ancu.inference.arrow_columns import one_piece
from ancu.messages import Language, message
from ancu.plan.cases import (
    HANDED_BEFORE,
    HANDED_IN_YEAR,
    LEVELS,
    NO_PAPER,
    NOT_SET,
    SINCE,
    STARTED,
    STATES,
    UNMATCHED,
    UNSET,
    PlanCases,
)
from ancu.plan.communes import Communes
from ancu.plan.judging import NEED, OPEN, PARTS, JudgedList
from ancu.plan.listings import CountedListing, Integers, MoneyBehind, RowsBehind
from ancu.plan.targets import Forecast, Pace, forecast, pace_of
from ancu.rulebook.plans import HousingPlan, PlanTarget
from ancu.rulebook.rulebook import Rulebook


@dataclass(frozen=True)
class Progress:
    """Cases in need: all, and by how far their work is. ``left`` are those without their home yet."""

    need: RowsBehind
    waiting: RowsBehind
    started: RowsBehind
    handed_over: RowsBehind
    in_year: RowsBehind
    left: RowsBehind

    def numbers(self) -> tuple[RowsBehind, ...]:
        """The figures in the order in which tables show them."""
        return (self.need, self.waiting, self.started, self.handed_over, self.in_year, self.left)


@dataclass(frozen=True)
class CommuneFigures:
    """The progress of a commune; ``code`` is None of what lists call none of the province's units."""

    code: str | None
    name: str
    progress: Progress


@dataclass(frozen=True)
class MoneyLine:
    """Money needed for one thing that is granted to one subject."""

    subject: str
    kind: str
    money: MoneyBehind


@dataclass(frozen=True)
class PaidLine:
    """Money paid from one source: in all, and in the year. ``source`` is None where it is not told."""

    source: str | None
    paid: MoneyBehind
    in_year: MoneyBehind


@dataclass(frozen=True)
class TargetFigures:
    """A target, the cases that it counts, and where it stands."""

    key: str
    target: PlanTarget
    progress: Progress
    forecast: Forecast


@dataclass(frozen=True)
class QuarterFigures:
    """What happened in a quarter: cases found in need, work begun, homes handed over, money paid."""

    quarter: int
    found: RowsBehind
    begun: RowsBehind
    handed_over: RowsBehind
    paid: MoneyBehind


@dataclass
class PlanReport:
    """All figures of a plan on a day. What adds up is held by the rows: see :class:`CountedListing`."""

    book: Rulebook
    plan: HousingPlan
    year: int
    day: date
    paths: tuple[str, ...]
    lang: Language
    communes_of: Communes
    read: RowsBehind
    parts: dict[str, RowsBehind]
    total: Progress
    subjects: dict[str, Progress]
    also: int
    years: dict[int, Progress]
    communes: list[CommuneFigures]
    no_commune: bool
    money: list[MoneyLine]
    money_of: dict[str, MoneyBehind]
    money_total: MoneyBehind
    paid: list[PaidLine]
    paid_total: PaidLine
    papers: dict[str, RowsBehind]
    open_total: RowsBehind
    since: dict[str, RowsBehind] | None
    since_total: RowsBehind | None
    unmatched: dict[str, MoneyBehind]
    unmatched_total: MoneyBehind
    elsewhere: int
    pace: Pace
    targets: list[TargetFigures]
    #: By quarter of the year, where that was asked for.
    quarters: list[QuarterFigures] = field(default_factory=list)
    listings: dict[str, CountedListing] = field(default_factory=dict)


def report_of(
    book: Rulebook,
    plan: HousingPlan,
    judged: JudgedList,
    cases: PlanCases,
    communes: Communes,
    year: int,
    lang: Language,
    *,
    quarters: bool = False,
) -> PlanReport:
    """Count everything that a plan's report shows; by ``quarters`` of the year too if asked."""
    return _Counting(book, plan, judged, cases, communes, year, lang).report(quarters=quarters)


def figures_of(report: PlanReport) -> Iterator[RowsBehind]:
    """Every figure that a report shows."""
    yield report.read
    yield from report.parts.values()
    for progress in (report.total, *report.subjects.values(), *report.years.values()):
        yield from progress.numbers()
    for commune in report.communes:
        yield from commune.progress.numbers()
    for target in report.targets:
        yield from target.progress.numbers()
    for money in (*(line.money for line in report.money), *report.money_of.values(), report.money_total):
        yield from filter(None, (money.rows, money.unset))
    for line in (*report.paid, report.paid_total):
        yield from (line.paid.rows, line.in_year.rows)
    yield from (*report.papers.values(), report.open_total, *(report.since or {}).values())
    yield from (money.rows for money in (*report.unmatched.values(), report.unmatched_total))
    if report.since_total is not None:
        yield report.since_total


class _Counting:
    """Makes the listings of a report, and reads its figures from them."""

    def __init__(
        self,
        book: Rulebook,
        plan: HousingPlan,
        judged: JudgedList,
        cases: PlanCases,
        communes: Communes,
        year: int,
        lang: Language,
    ) -> None:
        self.book, self.plan, self.judged, self.cases = book, plan, judged, cases
        self.communes, self.year, self.lang = communes, year, lang
        self.listings: dict[str, CountedListing] = {}
        rows = cases.rows
        self.part = one_piece(rows.column("part")).to_numpy()
        self.subject = one_piece(rows.column("subject")).to_numpy()
        self.place, self.case = one_piece(rows.column("place")), one_piece(rows.column("case"))
        encoded = one_piece(rows.column("commune"))
        #: What communes are called, those of the province first, in the order of their codes; then what nobody knows.
        self.names, places = self._named(encoded.dictionary.to_pylist())
        absent = len(self.names) - 1
        self.commune = np.append(places, absent)[encoded.indices.fill_null(len(places)).to_numpy()]
        self.need = np.flatnonzero(self.part == NEED)

    def _m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def _named(self, said: Sequence[str]) -> tuple[list[tuple[str | None, str]], Integers]:
        units = self.communes.units.units if self.communes.units is not None else {}
        names: list[tuple[str | None, str]] = [(code, self.communes.name(code, self.lang)) for code in units]
        place = {code: i for i, code in enumerate(units)}
        for text in said:
            if text not in place:
                place[text] = len(names)
                mark = "plan_commune_unknown" if units else "plan_commune_said"
                names.append((None, self._m(mark, name=text)))
        names.append((None, self._m("plan_commune_blank")))
        return names, np.array([place[text] for text in said], np.int64)

    # -- the columns of listings --------------------------------------------------------------------------------------

    def _words(self, words: Sequence[str], codes: Integers) -> pa.Array[Any]:
        """A text for each code; the last one also for none (-1)."""
        places = np.where(codes < 0, len(words) - 1, codes)
        return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int32)), pa.array(list(words), pa.string()))

    def _columns(self, rows: Integers, *more: str) -> dict[str, Any]:
        """Place, case and commune of ``rows``, and what else is asked of them."""
        at = pa.array(rows)
        cases = self.cases
        columns: dict[str, Any] = {
            "place": self.place.take(at),
            "case": self.case.take(at),
            "commune": self._words([name for _, name in self.names], self.commune[rows]),
        }
        for name in more:
            match name:
                case "subject":
                    titles = [s.title[self.lang] for s in self.plan.subjects.values()]
                    columns[name] = self._words([*titles, ""], self.subject[rows])
                case "programme":
                    titles = [self.book.programmes[p].title[self.lang] for p in self.plan.programmes]
                    programme = one_piece(cases.rows.column("programme")).to_numpy()
                    columns[name] = self._words([*titles, ""], programme[rows])
                case "state":
                    columns[name] = self._words([self._m(f"plan_state_{s}") for s in STATES], cases.state[rows])
                case "also":
                    titles = [s.title[self.lang] for s in self.plan.subjects.values()]
                    bits = one_piece(cases.rows.column("also")).to_numpy()[rows]
                    found, codes = np.unique(bits, return_inverse=True)
                    said = ["; ".join(t for i, t in enumerate(titles) if int(mask) >> i & 1) for mask in found]
                    columns[name] = self._words(said or [""], codes)
                case "work":
                    columns[name] = [cases.work[row] for row in rows.tolist()] if cases.work else [""] * len(rows)
                case "kind":
                    columns[name] = self._words(
                        [grant_name(self.book, self.plan, k, self.lang) for k in cases.kinds] or [""], cases.kind[rows]
                    )
                case "low" | "high":
                    values = (cases.low if name == "low" else cases.high)[rows]
                    columns[name] = pa.array(values, mask=cases.level[rows] != 0)
                case "level":
                    columns[name] = self._words([self._m(f"plan_level_{x}") for x in LEVELS], cases.level[rows])
                case "part":
                    columns[name] = self._words([self._m(f"plan_part_{p}") for p in PARTS], self.part[rows])
                case "problem":
                    columns[name] = one_piece(cases.rows.column("problem")).take(at)
                case "paper":
                    columns[name] = self._words(
                        [paper_name(self.book, p, self.judged.day, self.lang) for p in cases.papers], cases.paper[rows]
                    )
                case "lacking":
                    encoded = one_piece(cases.rows.column("missing")).take(at)
                    said = [self._lacking(code) for code in encoded.dictionary.to_pylist()]
                    columns[name] = pa.DictionaryArray.from_arrays(encoded.indices, pa.array(said, pa.string()))
        return columns

    def _lacking(self, code: str) -> str:
        if code == NOT_SET:
            return self._m("plan_paper_unset")
        return "; ".join(self.book.facts[fact].label[self.lang] for fact in code.split(";") if fact)

    def _listing(
        self,
        name: str,
        columns: dict[str, Any],
        keys: Sequence[Integers],
        sums: dict[str, Integers] | None = None,
    ) -> CountedListing:
        found = self.listings[name] = CountedListing(name, columns, keys, sums)
        return found

    # -- figures -------------------------------------------------------------------------------------------------------

    def report(self, *, quarters: bool) -> PlanReport:
        """All of them."""
        cases, plan = self.cases, self.plan
        every = np.arange(cases.rows.num_rows)
        listed = self._listing("all", self._columns(every, "part", "subject", "problem"), [self.part, every])
        need, state = self.need, cases.state[self.need]
        of_need = ("programme", "state", "work", "kind", "low", "high", "level")
        by_state = self._listing("states", self._columns(need, "subject", *of_need), [state, self.subject[need], need])
        by_subject = self._listing(
            "subjects",
            self._columns(need, "subject", "also", *of_need),
            [self.subject[need], state, self.commune[need], need],
        )
        by_commune = self._listing(
            "communes", self._columns(need, "subject", *of_need), [self.commune[need], state, self.subject[need], need]
        )
        places = {name: i for i, name in enumerate(plan.subjects)}
        pace_rows = by_state.rows(HANDED_IN_YEAR)
        pace = pace_of(pace_rows.count, self.year, self.judged.day)
        money, money_of, money_total = self._money()
        paid, paid_total = self._paid()
        papers, open_total = self._papers()
        since, since_total = self._since()
        unmatched, unmatched_total = self._unmatched()
        also = one_piece(cases.rows.column("also")).to_numpy()
        return PlanReport(
            book=self.book,
            plan=plan,
            year=self.year,
            day=self.judged.day,
            paths=self.judged.paths,
            lang=self.lang,
            communes_of=self.communes,
            read=listed.rows(),
            parts={name: listed.rows(i) for i, name in enumerate(PARTS)},
            total=_progress(by_state),
            subjects={name: _progress(by_subject, i) for name, i in places.items()},
            also=int(np.count_nonzero(also[need])),
            years=self._years(),
            communes=[
                CommuneFigures(code, name, _progress(by_commune, i))
                for i, (code, name) in enumerate(self.names)
                if code is not None or by_commune.rows(i).count
            ],
            no_commune=self.judged.commune_header is None,
            money=money,
            money_of=money_of,
            money_total=money_total,
            paid=paid,
            paid_total=paid_total,
            papers=papers,
            open_total=open_total,
            since=since,
            since_total=since_total,
            unmatched=unmatched,
            unmatched_total=unmatched_total,
            elsewhere=cases.elsewhere,
            pace=pace,
            targets=self._targets(by_state, by_subject, places),
            quarters=self._quarters() if quarters else [],
            listings={name: one for name, one in self.listings.items() if one.count},
        )

    def _years(self) -> dict[int, Progress]:
        """By the year of the day on which need was found; nothing where all are of one year."""
        year = one_piece(self.cases.rows.column("year")).to_numpy()[self.need]
        found = np.unique(year).tolist()
        if len(found) < 2:
            return {}
        columns = {**self._columns(self.need, "subject", "state"), "year": year}
        listing = self._listing("years", columns, [year, self.cases.state[self.need], self.need])
        return {one: _progress(listing, one) for one in found}

    def _quarters(self) -> list[QuarterFigures]:
        """What happened in each quarter of the year, up to the day of the report."""
        cases = self.cases
        found = dict(enumerate(self.judged.found_on))
        events = [(row, 0, found[row], 0) for row in self.need.tolist() if found.get(row) is not None]
        events += [(row, 1, day, 0) for row, day in cases.begun.items()]
        events += [(row, 2, day, 0) for row, day in cases.handed.items()]
        events += [(one.row, 3, one.payment.on, one.payment.amount) for one in cases.paid if one.payment.on is not None]
        here = [(row, what, day, paid) for row, what, day, paid in events if day is not None and day.year == self.year]
        rows = np.array([row for row, *_ in here], np.int64)
        quarter = np.array([(day.month + 2) // 3 for _, _, day, _ in here], np.int8)
        what = np.array([what for _, what, _, _ in here], np.int8)
        paid = np.array([amount for *_, amount in here], np.int64)
        columns = {**self._columns(rows, "subject"), "quarter": quarter, "paid": paid}
        listing = self._listing("quarters", columns, [quarter, what, rows], {"paid": paid})
        last = (self.judged.day.month + 2) // 3 if self.judged.day.year == self.year else 4
        return [
            QuarterFigures(
                number, listing.rows(number, 0), listing.rows(number, 1), listing.rows(number, 2),
                _sum(listing, listing.rows(number, 3)),
            )
            for number in range(1, last + 1)
        ]  # fmt: skip

    def _money(self) -> tuple[list[MoneyLine], dict[str, MoneyBehind], MoneyBehind]:
        cases, need = self.cases, self.need
        sums = {"low": cases.low[need], "high": cases.high[need]}
        columns = self._columns(need, "subject", "programme", "kind", "low", "high", "level", "state")
        listing = self._listing("money", columns, [self.subject[need], cases.kind[need], need], sums)
        lacking = need[cases.level[need] == UNSET]
        columns = self._columns(lacking, "subject", "programme", "kind", "state")
        unset = self._listing("unset", columns, [self.subject[lacking], cases.kind[lacking], lacking])

        def money(*values: int) -> MoneyBehind:
            rows = listing.rows(*values)
            return MoneyBehind(rows, listing.total("low", rows), listing.total("high", rows), unset.rows(*values))

        lines = [
            MoneyLine(name, kind, found)
            for i, name in enumerate(self.plan.subjects)
            for k, kind in enumerate(cases.kinds)
            if (found := money(i, k)).rows.count
        ]
        return lines, {name: money(i) for i, name in enumerate(self.plan.subjects)}, money()

    def _paid(self) -> tuple[list[PaidLine], PaidLine]:
        paid = self.cases.paid
        sources = sorted({one.payment.source or "" for one in paid}, key=lambda text: (not text, text))
        place = {text: i for i, text in enumerate(sources)}
        rows = np.array([one.row for one in paid], np.int64)
        amounts = np.array([one.payment.amount for one in paid], np.int64)
        in_year = np.array([one.payment.on is not None and one.payment.on.year == self.year for one in paid], bool)
        columns = {
            **self._columns(rows, "subject"),
            "source": [one.payment.source for one in paid],
            "paid_on": [one.payment.on for one in paid],
            "paid": amounts,
        }
        codes = np.array([place[one.payment.source or ""] for one in paid], np.int64)
        by_source = self._listing("paid", columns, [codes, in_year.astype(np.int8), rows], {"paid": amounts})

        def line(source: str | None, *values: int) -> PaidLine:
            every = by_source.rows(*values)
            return PaidLine(source, _sum(by_source, every), _sum(by_source, by_source.between(values, (1, 1))))

        lines = [line(text or None, i) for i, text in enumerate(sources)]
        of_year = self._listing("paid_by_year", columns, [in_year.astype(np.int8), codes, rows], {"paid": amounts})
        return lines, PaidLine(None, _sum(of_year, of_year.rows()), _sum(of_year, of_year.rows(1)))

    def _papers(self) -> tuple[dict[str, RowsBehind], RowsBehind]:
        cases, here = self.cases, np.flatnonzero(self.part == OPEN)
        # The paper that settles most first, and last what no paper settles.
        counts = np.bincount(cases.paper[here], minlength=len(cases.papers))
        order = sorted(range(len(cases.papers)), key=lambda i: (i in (0, 1), -counts[i], cases.papers[i]))
        rank = np.argsort(np.array(order))
        columns = self._columns(here, "subject", "programme", "paper", "lacking")
        listing = self._listing("open", columns, [rank[cases.paper[here]], self.commune[here], here])
        found = {cases.papers[i]: listing.rows(place) for place, i in enumerate(order)}
        return {paper: rows for paper, rows in found.items() if rows.count}, listing.rows()

    def _since(self) -> tuple[dict[str, RowsBehind] | None, RowsBehind | None]:
        last, since = self.cases.last, self.cases.since
        if last is None or since is None:
            return None, None
        titles = [s.title[self.lang] for s in self.plan.subjects.values()]
        units = self.communes.units.units if self.communes.units is not None else {}
        communes = [
            self.communes.name(code, self.lang) if code in units else code
            for code in last.column("commune").to_pylist()
        ]
        subject = one_piece(last.column("subject")).to_numpy()
        columns: dict[str, Any] = {
            "last_place": one_piece(last.column("place")),
            "case": one_piece(last.column("case")),
            "commune": communes,
            "subject": self._words([*titles, ""], subject),
            "since": self._words([self._m(f"plan_since_{one}") for one in SINCE], since),
        }
        listing = self._listing("last", columns, [since, subject, np.arange(last.num_rows)])
        return {name: listing.rows(i) for i, name in enumerate(SINCE)}, listing.rows()

    def _unmatched(self) -> tuple[dict[str, MoneyBehind], MoneyBehind]:
        found = self.cases.unmatched
        why = np.array([one.why for one in found], np.int8)
        paid = np.array([sum(p.amount for p in one.work.payments) for one in found], np.int64)
        columns: dict[str, Any] = {
            "work_place": [one.work.place for one in found],
            "case": [one.work.case for one in found],
            "commune": [one.work.commune for one in found],
            "started_on": [one.work.started_on for one in found],
            "handed_over_on": [one.work.handed_over_on for one in found],
            "paid": paid,
            "why": [self._m(f"plan_unmatched_{UNMATCHED[one.why]}") for one in found],
        }
        listing = self._listing("unmatched", columns, [why, np.arange(len(found))], {"paid": paid})
        every = {name: _sum(listing, listing.rows(i)) for i, name in enumerate(UNMATCHED)}
        return every, _sum(listing, listing.rows())

    def _targets(
        self, by_state: CountedListing, by_subject: CountedListing, places: dict[str, int]
    ) -> list[TargetFigures]:
        found = []
        for key, target in self.plan.targets.items():
            chosen = [i for name, i in places.items() if name in target.subjects]
            if len(chosen) == len(places):
                progress = _progress(by_state)
            elif len(chosen) == 1:
                progress = _progress(by_subject, chosen[0])
            else:
                progress = _progress(self._of_subjects(chosen))
            pace = pace_of(progress.in_year.count, self.year, self.judged.day)
            made = forecast(target, progress.need.count, progress.handed_over.count, pace, self.year)
            found.append(TargetFigures(key, target, progress, made))
        return found

    def _of_subjects(self, chosen: Sequence[int]) -> CountedListing:
        """The cases of several subjects that targets count together, by how far their work is."""
        name = "target_" + "_".join(map(str, chosen))
        if name not in self.listings:
            here = self.need[np.isin(self.subject[self.need], chosen)]
            columns = self._columns(here, "subject", "state", "work")
            self._listing(name, columns, [self.cases.state[here], self.subject[here], here])
        return self.listings[name]


def grant_name(book: Rulebook, plan: HousingPlan, kind: str, lang: Language) -> str:
    """What a code of what is granted means: the option as the first of the plan's programmes that has it calls it."""
    if kind in ("", "open"):
        return message("plan_kind_open" if kind else "plan_kind_none", lang)
    options = (book.programmes[name].benefit.options.get(kind) for name in plan.programmes)
    return next((option.title[lang] for option in options if option is not None), kind)


def paper_name(book: Rulebook, paper: str, day: date, lang: Language) -> str:
    """What a place of :attr:`PlanCases.papers` means: the paper as it is called on ``day``, the fact, or none."""
    if paper in book.documents:
        return book.documents[paper].title_on(day)[lang]
    if paper in (NO_PAPER, NOT_SET):
        return message("plan_paper_unset" if paper else "plan_paper_none", lang)
    return message("plan_paper_fact", lang, fact=book.facts[paper].label[lang])


def _progress(listing: CountedListing, *values: int) -> Progress:
    """The progress of the rows with these values, their states being the next key."""
    last = len(STATES) - 1
    return Progress(
        need=listing.rows(*values),
        waiting=listing.between(values, (0, 0)),
        started=listing.between(values, (STARTED, STARTED)),
        handed_over=listing.between(values, (HANDED_BEFORE, last)),
        in_year=listing.between(values, (HANDED_IN_YEAR, HANDED_IN_YEAR)),
        left=listing.between(values, (0, STARTED)),
    )


def _sum(listing: CountedListing, rows: RowsBehind) -> MoneyBehind:
    total = listing.total("paid", rows)
    return MoneyBehind(rows, total, total)
