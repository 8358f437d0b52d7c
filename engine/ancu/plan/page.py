"""A plan's report as one page that needs nothing else: to be read on a screen, sent by mail, printed on A4."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from ancu.errors import ExtraMissingError, Problem
from ancu.messages import Language, message
from ancu.plan.charts import BEGUN, DONE, LEFT, UNSURE, Bar, ShareGauge, bars, gauges
from ancu.plan.commune_map import NONE_LEFT, SHADES, CommuneShapes, draw_map, steps_of
from ancu.plan.figures import PlanReport, Progress, paper_name
from ancu.plan.listings import CountedListing, RowsBehind
from ancu.plan.tables import ReportTable, Tables, day_text, money_text, number_text, share_text
from ancu.plan.workbook import behind_text, place_of, sheet_names

if TYPE_CHECKING:
    from jinja2 import Environment

#: How many bars a chart of communes or papers has.
MOST_BARS = 12


class PageTile(NamedTuple):
    """A number at the head of the page, its name, and where its rows are."""

    figure: str
    name: str
    link: PageLink | None = None


class PageLink(NamedTuple):
    """Where the rows behind a number are: an address in the workbook beside the page, and the same in words."""

    address: str
    said: str


class PageCell(NamedTuple):
    """A cell of a table on the page; ``nothing``: a number that is 0."""

    text: str
    link: PageLink | None
    nothing: bool


def page_of(report: PlanReport, workbook: str | None, shapes: CommuneShapes | None = None) -> str:
    """The page of a report; its numbers open their rows in the ``workbook`` of this name beside it, if there is one."""
    return PlanPage(report, workbook, shapes).render()


class WorkbookLinks:
    """Links from numbers to their rows in a ``workbook`` beside the page; None: there is none, and no link."""

    def __init__(
        self, listings: Mapping[str, CountedListing], names: dict[str, str], workbook: str | None, lang: Language
    ) -> None:
        self.listings, self.names, self.workbook, self.lang = listings, names, workbook, lang

    def link(self, rows: RowsBehind | None) -> PageLink | None:
        """Where ``rows`` are; None where there are none."""
        place = place_of(self.listings, rows, self.names) if rows is not None and self.workbook is not None else None
        if place is None or rows is None or self.workbook is None:
            return None
        return PageLink(f"{quote(self.workbook)}#{quote(place)}", behind_text(rows, self.names, self.lang))

    def rows(self, table: ReportTable) -> list[list[PageCell]]:
        """The cells of a table on the page."""
        return [[PageCell(cell.text, self.link(cell.rows), cell.number == 0) for cell in row] for row in table.rows]


def page_html(**values: object) -> str:
    """The page of a report: ``lang``, ``title``, ``subtitle``, ``as_of``, ``made``, ``tiles`` and ``parts``.

    Each part is a table with its cells and its chart; a map of communes is there only where it is given.
    """
    no_map = {"map": "", "map_title": "", "legend": (), "strangers": ""}
    return _environment().get_template("page.html").render(**{**no_map, **values})


class PlanPage:
    """What a page shows of a report: tiles at its head, and its tables, each with its chart."""

    def __init__(self, report: PlanReport, workbook: str | None, shapes: CommuneShapes | None) -> None:
        self.report, self.lang, self.workbook, self.shapes = report, report.lang, workbook, shapes
        self.tables = Tables(report)
        self.links = WorkbookLinks(report.listings, sheet_names(report), workbook, report.lang)

    def _m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def render(self) -> str:
        """The page as HTML."""
        report = self.report
        made = "plan_made_by" if self.workbook is not None else "plan_made_alone"
        lists = ", ".join(Path(path).name for path in report.paths)
        return page_html(
            lang=self.lang,
            title=report.plan.title[self.lang],
            subtitle=self._m("plan_title", year=report.year),
            as_of=self._m("plan_as_of", day=day_text(report.day, self.lang), lists=lists),
            made=self._m(made, digest=report.book.digest[:12]),
            tiles=list(self.tiles()),
            parts=list(self.parts()),
            legend=self._map_legend(),
            map=self._map(),
            map_title=self._m("plan_chart_map"),
            strangers=self._m("plan_map_unmatched", count=self.shapes.strangers)
            if self.shapes is not None and self.shapes.strangers
            else "",
        )

    def parts(self) -> Iterator[tuple[ReportTable, list[list[PageCell]], str]]:
        """The tables, each with the cells that are shown and its chart as SVG, "" for none."""
        return ((table, self.links.rows(table), self._charts(table)) for table in self.tables.every())

    def _link(self, rows: RowsBehind | None) -> PageLink | None:
        return self.links.link(rows)

    def tiles(self) -> Iterator[PageTile]:
        """The numbers at the head of the page."""
        report, total = self.report, self.report.total
        yield self._tile("need", total.need)
        share = share_text(total.handed_over.count, total.need.count, self.lang)
        handed = f"{self._m('plan_tile_handed_over')} ({share})"
        yield PageTile(number_text(total.handed_over.count, self.lang), handed, self._link(total.handed_over))
        yield self._tile("left", total.left)
        yield self._tile("open", report.parts["open"])
        money = report.money_total
        if money.high:
            said = money_text(money.low, money.high, self.lang)
            yield PageTile(said, self._m("plan_tile_money"), self._link(money.rows))

    def _tile(self, name: str, rows: RowsBehind) -> PageTile:
        return PageTile(number_text(rows.count, self.lang), self._m(f"plan_tile_{name}"), self._link(rows))

    # -- charts --------------------------------------------------------------------------------------------------------

    def _charts(self, table: ReportTable) -> str:
        match table.kind:
            case "subjects":
                return self._subjects()
            case "targets":
                return self._targets()
            case "money":
                return self._money()
            case "communes":
                return self._communes()
            case "papers":
                return self._papers()
            case "quarters":
                return self._quarters()
            case _:
                return ""

    def _progress_legend(self) -> list[tuple[str, str]]:
        keys = (("handed_over", DONE), ("started", BEGUN), ("waiting", LEFT))
        return [(self._m(f"plan_heading_{key}"), colour) for key, colour in keys]

    def _bar(self, name: str, progress: Progress) -> Bar:
        parts = ((progress.handed_over.count, DONE), (progress.started.count, BEGUN), (progress.waiting.count, LEFT))
        said = f"{number_text(progress.handed_over.count, self.lang)}/{number_text(progress.need.count, self.lang)}"
        return Bar(name, parts, said)

    def _subjects(self) -> str:
        subjects = self.report.plan.subjects
        rows = [self._bar(subjects[name].title[self.lang], one) for name, one in self.report.subjects.items()]
        return bars(self._m("plan_chart_subjects"), rows, self._progress_legend())

    def _targets(self) -> str:
        rows = []
        for found in self.report.targets:
            need, handed = found.progress.need.count, found.progress.handed_over.count
            if not need:
                continue
            expected = found.forecast.expected
            if found.forecast.by is not None and found.forecast.by < self.report.day:
                expected = None
            aim = found.target.share if found.target.aim == "share" else 100 if found.target.left == 0 else None
            said = f"{share_text(handed, need, self.lang)} · {self._m(f'plan_standing_{found.forecast.standing}')}"
            ahead = expected * 100 // need if expected is not None else None
            name = f"{found.target.title[self.lang]} ({self.tables.when_text(found)})"
            rows.append(ShareGauge(name, handed * 100 // need, ahead, aim, said))
        legend = [(self._m("plan_heading_handed_over"), DONE), (self._m("plan_chart_expected"), UNSURE)]
        return gauges(self._m("plan_chart_targets"), rows, legend, self._m("plan_chart_aim")) if rows else ""

    def _money(self) -> str:
        report, rows = self.report, []
        for name, money in report.money_of.items():
            if money.high:
                parts = ((money.low, DONE), (money.high - money.low, UNSURE))
                said = money_text(money.low, money.high, self.lang)
                rows.append(Bar(report.plan.subjects[name].title[self.lang], parts, said))
        legend = [(self._m("plan_tile_money"), DONE), (self._m("plan_chart_range"), UNSURE)]
        paid = report.paid_total.paid
        if paid.low:
            rows.append(
                Bar(self._m("plan_chart_paid"), ((paid.low, BEGUN),), money_text(paid.low, paid.low, self.lang))
            )
            legend.append((self._m("plan_chart_paid"), BEGUN))
        return bars(self._m("plan_chart_money"), rows, legend) if rows else ""

    def _communes(self) -> str:
        needed = [one for one in self.report.communes if one.progress.left.count]
        needed.sort(key=lambda one: -one.progress.left.count)
        shown = needed[:MOST_BARS]
        title = self._m("plan_chart_communes", count=len(shown))
        rows = [self._bar(one.name, one.progress) for one in shown]
        return bars(title, rows, self._progress_legend()) if rows else ""

    def _quarters(self) -> str:
        rows = [
            Bar(
                self.tables.quarter_text(one.quarter),
                ((one.handed_over.count, DONE),),
                number_text(one.handed_over.count, self.lang),
            )
            for one in self.report.quarters
        ]
        return bars(self._m("plan_chart_quarters"), rows, [(self._m("plan_heading_handed_over"), DONE)])

    def _papers(self) -> str:
        report = self.report
        shown = [(paper, rows) for paper, rows in report.papers.items() if paper not in ("", "?")][:MOST_BARS]
        rows = [
            Bar(paper_name(report.book, paper, report.day, self.lang), ((found.count, BEGUN),), str(found.count))
            for paper, found in shown
        ]
        return bars(self._m("plan_chart_papers"), rows, above=True) if rows else ""

    def _left(self) -> dict[str, int]:
        return {one.code: one.progress.left.count for one in self.report.communes if one.code is not None}

    def _map(self) -> str:
        if self.shapes is None:
            return ""
        names = {one.code: one.name for one in self.report.communes if one.code is not None}
        return draw_map(self.shapes, self._left(), names, self._m("plan_chart_map"))

    def _map_legend(self) -> list[tuple[str, str]]:
        steps = steps_of(self._left())
        shades = SHADES[len(SHADES) - len(steps) :]
        said = [
            (f"{low}–{high}" if low < high else str(low), shade)
            for (low, high), shade in zip(steps, shades, strict=True)
        ]
        return [(self._m("plan_map_none"), NONE_LEFT), *said]


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
        from markupsafe import Markup
    except ImportError as error:
        raise ExtraMissingError(Problem("plan_needs_extra", {})) from error
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # What the rooms of charts and maps drew, which escape all they are given.
    made.filters["drawn"] = Markup
    return made
