"""The figures of a plan as tables, the same for a terminal, a workbook and a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ancu.messages import Language, message
from ancu.plan.figures import PlanReport, Progress, TargetFigures, grant_name, paper_name
from ancu.plan.listings import MoneyBehind, RowsBehind
from ancu.rulebook.citations import render_all
from ancu.rulebook.values import day_text as written_day

#: What a table is of; its title is the message ``plan_table_`` and this.
TableKind = Literal[
    "parts", "subjects", "targets", "money", "paid", "communes", "papers", "since", "years", "unmatched", "quarters",
]  # fmt: skip


@dataclass(frozen=True)
class TableCell:
    """A cell: a text, or a ``number`` (an amount in đồng, if ``money``) with the rows behind it."""

    text: str
    number: int | None = None
    rows: RowsBehind | None = None
    money: bool = False


@dataclass(frozen=True)
class ReportTable:
    """A table of a ``kind``, to a plan one of :data:`TableKind`.

    The first ``texts`` columns are texts; ``totals`` are the places of rows that add up others.
    """

    kind: str
    title: str
    headings: list[str]
    rows: list[list[TableCell]]
    texts: int = 1
    totals: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()


def number_text(number: int, lang: Language) -> str:
    """A number as it is written in a language: 1.234.567."""
    return f"{number:,}".replace(",", ".") if lang == "vi" else f"{number:,}"


def share_text(part: int, whole: int, lang: Language) -> str:
    """A share in percent to a tenth, cut off so that 100 % is said of all alone; a dash of nothing."""
    if whole == 0:
        return "–"
    tenths = part * 1000 // whole
    text = f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)
    return f"{text.replace('.', ',') if lang == 'vi' else text} %"


def money_text(low: int, high: int, lang: Language) -> str:
    """An amount in short: "3,66 tỷ đồng", "45 triệu đồng"; or a range: "2,76–3,06 tỷ đồng"."""
    for unit, size in (("billion", 10**9), ("million", 10**6)):
        if high >= size:
            said = dict.fromkeys(_in_units(amount, size, lang) for amount in (low, high))
            return message(f"plan_money_{unit}", lang, amount="–".join(said))
    said = dict.fromkeys(number_text(amount, lang) for amount in (low, high))
    return message("plan_money", lang, amount="–".join(said))


def _in_units(amount: int, size: int, lang: Language) -> str:
    """An amount in units of ``size``, rounded to two decimals."""
    hundredths = (amount * 100 + size // 2) // size
    text = f"{hundredths // 100}.{hundredths % 100:02}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if lang == "vi" else text


def day_text(day: date | None, lang: Language) -> str:
    """A day as people write it; a dash for none."""
    return "–" if day is None else written_day(day, lang)


class Tables:
    """Makes the tables of a report."""

    def __init__(self, report: PlanReport) -> None:
        self.report, self.lang = report, report.lang

    def _m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def every(self) -> Iterator[ReportTable]:
        """All tables that have something to show, in the order in which a reader wants them."""
        yield self.subjects()
        yield self.targets()
        yield self.money()
        if self.report.paid:
            yield self.paid()
        if self.report.quarters:
            yield self.quarters()
        yield self.communes()
        yield self.papers()
        if self.report.since is not None:
            yield self.since()
        if self.report.years:
            yield self.years()
        if self.report.unmatched_total.rows.count:
            yield self.unmatched()
        yield self.parts()

    def _table(
        self,
        kind: TableKind,
        headings: list[str],
        rows: list[list[TableCell]],
        *,
        totals: frozenset[int] | None = None,
        texts: int = 1,
        notes: tuple[str, ...] = (),
    ) -> ReportTable:
        last = frozenset({len(rows) - 1}) if totals is None else totals
        return ReportTable(kind, self._m(f"plan_table_{kind}"), headings, rows, texts, last, notes)

    def _count(self, rows: RowsBehind) -> TableCell:
        return TableCell(number_text(rows.count, self.lang), rows.count, rows)

    def _sum(self, amount: int, rows: RowsBehind) -> TableCell:
        return TableCell(number_text(amount, self.lang), amount, rows, money=True)

    def _progress(self, name: str, progress: Progress) -> list[TableCell]:
        share = share_text(progress.handed_over.count, progress.need.count, self.lang)
        return [TableCell(name), *map(self._count, progress.numbers()), TableCell(share)]

    def _progress_headings(self, first: str) -> list[str]:
        keys = ("need", "waiting", "started", "handed_over", "in_year", "left", "share")
        return [self._m(first), *(self._m(f"plan_heading_{key}", year=self.report.year) for key in keys)]

    def parts(self) -> ReportTable:
        """What became of each row of the lists."""
        report = self.report
        rows = [[TableCell(self._m(f"plan_part_{part}")), self._count(found)] for part, found in report.parts.items()]
        rows.append([TableCell(self._m("plan_total_read")), self._count(report.read)])
        return self._table("parts", [self._m("plan_heading_part"), self._m("plan_heading_rows")], rows)

    def subjects(self) -> ReportTable:
        """Need and work by the subjects of the plan."""
        report = self.report
        rows = [
            self._progress(subject.title[self.lang], report.subjects[name])
            for name, subject in report.plan.subjects.items()
        ]
        rows.append(self._progress(self._m("plan_total"), report.total))
        notes = [note[self.lang] for s in report.plan.subjects.values() for note in s.notes_on(report.day)]
        if report.also:
            notes.append(self._m("plan_note_also", count=number_text(report.also, self.lang)))
        headings = self._progress_headings("plan_heading_subject")
        return self._table("subjects", headings, rows, notes=tuple(notes))

    def aim_text(self, found: TargetFigures) -> str:
        """What is to be reached, in words; where the province's own figure is unknown, that of the country."""
        target = found.target
        about = self._m("plan_about") if target.about else ""
        if target.share is not None:
            return self._m("plan_aim_share", about=about, share=target.share)
        if target.left is not None:
            return self._m("plan_aim_left", left=number_text(target.left, self.lang))
        if target.homes is not None:
            return self._m("plan_aim_homes", about=about, homes=number_text(target.homes, self.lang))
        unknown = self._m("plan_aim_unknown")
        if target.national is None:
            return unknown
        return self._m("plan_aim_national", unknown=unknown, homes=number_text(target.national, self.lang))

    def when_text(self, found: TargetFigures) -> str:
        """By when."""
        if found.target.each_year:
            return self._m("plan_each_year")
        return day_text(found.target.by, self.lang) if found.target.by is not None else self._m("plan_always")

    def targets(self) -> ReportTable:
        """The targets: how far they are reached, and where this year's pace leads."""
        report, rows = self.report, []
        cited = report.plan.cited(report.book.instruments)
        for found in report.targets:
            progress, made = found.progress, found.forecast
            need = progress.need.count
            ahead = "–"
            if made.expected is not None and made.by is not None and made.by >= report.day:
                share = share_text(made.expected, need, self.lang)
                values = {
                    "count": number_text(made.expected, self.lang),
                    "share": share,
                    "day": day_text(made.by, self.lang),
                }
                ahead = self._m("plan_expected", **values)
            rows.append(
                [
                    TableCell(found.target.title[self.lang]),
                    TableCell(self.aim_text(found)),
                    TableCell(self.when_text(found)),
                    TableCell(self._m(f"plan_standing_{made.standing}")),
                    TableCell(ahead),
                    TableCell(day_text(made.finished, self.lang) if need else "–"),
                    TableCell(render_all(found.target.basis, cited, self.lang)),
                    self._count(progress.need),
                    self._count(progress.handed_over),
                    self._count(progress.left),
                    TableCell(share_text(progress.handed_over.count, need, self.lang)),
                ]
            )
        keys = (
            "target",
            "aim",
            "by",
            "standing",
            "expected",
            "finished",
            "basis",
            "need",
            "handed_over",
            "left",
            "share",
        )
        headings = [self._m(f"plan_heading_{key}") for key in keys]
        notes = [note[self.lang] for note in report.plan.notes_on(report.day)]
        notes += [note[self.lang] for found in report.targets for note in found.target.notes_on(report.day)]
        pace = {"handed": report.pace.handed, "days": report.pace.days, "year": report.year}
        notes.append(self._m("plan_note_pace", **pace))
        return self._table("targets", headings, rows, texts=7, totals=frozenset(), notes=tuple(dict.fromkeys(notes)))

    def _needed(self, subject: str, kind: str, money: MoneyBehind) -> list[TableCell]:
        return [
            TableCell(subject),
            TableCell(kind),
            self._count(money.rows),
            self._sum(money.low, money.rows),
            self._sum(money.high, money.rows),
            self._count(money.unset) if money.unset is not None else TableCell("0", 0),
        ]

    def money(self) -> ReportTable:
        """Money needed, by subject and by what is granted; a range where that is open."""
        report, rows = self.report, []
        totals: set[int] = set()
        for name, subject in report.plan.subjects.items():
            title = subject.title[self.lang]
            for line in report.money:
                if line.subject == name:
                    kind = grant_name(report.book, report.plan, line.kind, self.lang)
                    rows.append(self._needed(title, kind, line.money))
            totals.add(len(rows))
            rows.append(self._needed(title, self._m("plan_total_of"), report.money_of[name]))
        totals.add(len(rows))
        rows.append(self._needed(self._m("plan_total"), "", report.money_total))
        keys = ("subject", "kind", "cases", "low", "high", "unset")
        headings = [self._m(f"plan_heading_{key}") for key in keys]
        notes = [self._m("plan_note_money")]
        unset = report.money_total.unset
        if unset is not None and unset.count:
            notes.append(self._m("plan_note_unset", count=number_text(unset.count, self.lang)))
        return self._table("money", headings, rows, texts=2, totals=frozenset(totals), notes=tuple(notes))

    def paid(self) -> ReportTable:
        """Money paid, by source."""
        report, rows = self.report, []
        for line in (*report.paid, report.paid_total):
            name = self._m("plan_total") if line is report.paid_total else line.source or self._m("plan_no_source")
            rows.append(
                [
                    TableCell(name),
                    self._count(line.paid.rows),
                    self._sum(line.paid.low, line.paid.rows),
                    self._sum(line.in_year.low, line.in_year.rows),
                ]
            )
        keys = ("source", "payments", "paid", "paid_in_year")
        headings = [self._m(f"plan_heading_{key}", year=report.year) for key in keys]
        return self._table("paid", headings, rows)

    def communes(self) -> ReportTable:
        """Need and work by commune."""
        report = self.report
        rows = [self._progress(commune.name, commune.progress) for commune in report.communes]
        rows.append(self._progress(self._m("plan_total"), report.total))
        notes = (self._m("plan_note_no_commune"),) if report.no_commune else ()
        return self._table("communes", self._progress_headings("plan_heading_commune"), rows, notes=notes)

    def papers(self) -> ReportTable:
        """The cases that one paper would settle."""
        report = self.report
        rows = []
        for paper, found in report.papers.items():
            rows.append([TableCell(paper_name(report.book, paper, report.day, self.lang)), self._count(found)])
        rows.append([TableCell(self._m("plan_part_open")), self._count(report.open_total)])
        return self._table("papers", [self._m("plan_heading_paper"), self._m("plan_heading_cases")], rows)

    def since(self) -> ReportTable:
        """What became of those found last year."""
        report = self.report
        assert report.since is not None
        assert report.since_total is not None
        rows = [[TableCell(self._m(f"plan_since_{one}")), self._count(found)] for one, found in report.since.items()]
        rows.append([TableCell(self._m("plan_since_total")), self._count(report.since_total)])
        return self._table("since", [self._m("plan_heading_since"), self._m("plan_heading_cases")], rows)

    def years(self) -> ReportTable:
        """Need and work by the year in which need was found."""
        report = self.report
        rows = [self._progress(str(year), progress) for year, progress in report.years.items()]
        rows.append(self._progress(self._m("plan_total"), report.total))
        return self._table("years", self._progress_headings("plan_heading_year"), rows)

    def quarters(self) -> ReportTable:
        """What happened in each quarter of the year."""
        rows = [
            [
                TableCell(self.quarter_text(one.quarter)),
                self._count(one.found),
                self._count(one.begun),
                self._count(one.handed_over),
                self._sum(one.paid.low, one.paid.rows),
            ]
            for one in self.report.quarters
        ]
        keys = ("quarter", "found", "begun", "handed_over", "paid")
        headings = [self._m(f"plan_heading_{key}") for key in keys]
        notes = (self._m("plan_note_quarters"),)
        return self._table("quarters", headings, rows, totals=frozenset(), notes=notes)

    def quarter_text(self, quarter: int) -> str:
        """What a quarter is called."""
        return self._m("plan_quarter", quarter=quarter, year=self.report.year)

    def unmatched(self) -> ReportTable:
        """Work that belongs to no case in need."""
        report = self.report
        every = {self._m(f"plan_unmatched_{why}"): found for why, found in report.unmatched.items() if found.rows.count}
        every[self._m("plan_total")] = report.unmatched_total
        rows = [
            [TableCell(name), self._count(found.rows), self._sum(found.low, found.rows)]
            for name, found in every.items()
        ]
        headings = [self._m(f"plan_heading_{key}") for key in ("why", "works", "paid")]
        return self._table("unmatched", headings, rows)
