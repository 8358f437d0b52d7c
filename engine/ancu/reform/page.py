"""A comparison as one page that needs nothing else: to be shown on a screen, sent by mail, printed on A4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ancu.messages import message
from ancu.plan.charts import BEGUN, DONE, LEFT, UNSURE, Bar, bars
from ancu.plan.page import PageTile, WorkbookLinks, page_html
from ancu.plan.tables import ReportTable, number_text
from ancu.reform.collecting import CHANGE_KINDS, GAINS, LOSES, OPENS
from ancu.reform.figures import ReformReport, SideFigures
from ancu.reform.tables import ReformTables
from ancu.reform.text import heading_text
from ancu.reform.workbook import side_sheets

#: The colours of the kinds of change, in their order; they stay apart in print and for who sees no red.
_COLOURS = (DONE, BEGUN, UNSURE, "#7a5ea8", LEFT, "#eceff3")
#: How many bars a chart has, and how many rows a table on the page.
MOST_BARS, MOST_ROWS = 12, 60


def reform_page(report: ReformReport, workbook: str | None) -> str:
    """The page of a comparison; its numbers open their rows in the ``workbook`` of this name beside it, if any."""
    return _ReformPage(report, workbook).render()


class _ReformPage:
    def __init__(self, report: ReformReport, workbook: str | None) -> None:
        self.report, self.lang = report, report.lang
        self.tables = ReformTables(report)
        self.links = WorkbookLinks(report.listings(), side_sheets(report), workbook, report.lang)

    def _m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def render(self) -> str:
        """The page as HTML."""
        return page_html(
            lang=self.lang,
            title=self._m("reform_title"),
            subtitle=heading_text(self.report),
            as_of=self._m("reform_judged", count=number_text(self.report.judged, self.lang)),
            made=self._m("reform_made_by", digest=self.report.base.book.digest[:12]),
            tiles=list(self._tiles()),
            parts=list(self._parts()),
        )

    def _tiles(self) -> Iterator[PageTile]:
        """The first of the other sides in a few numbers; of several, what each changes in all."""
        if len(self.report.sides) == 1:
            (only,) = self.report.sides
            yield PageTile(number_text(only.changed, self.lang), self._m("reform_heading_changed"))
            for kind in (GAINS, LOSES, OPENS):
                number = number_text(only.cases[kind], self.lang)
                yield PageTile(number, self._m(f"reform_tile_{CHANGE_KINDS[kind]}"))
            return
        for figures in self.report.sides:
            yield PageTile(number_text(figures.changed, self.lang), figures.side.label(self.lang))

    def _parts(self) -> Iterator[tuple[ReportTable, object, str]]:
        sides = self.tables.sides()
        yield sides, self.links.rows(sides), self._sides() if len(self.report.sides) > 1 else ""
        for figures in self.report.sides:
            for table in self.tables.of_side(figures):
                chart = self._chart(figures, table)
                shown = self._shortened(table)
                yield shown, self.links.rows(shown), chart

    def _shortened(self, table: ReportTable) -> ReportTable:
        kept = [row for i, row in enumerate(table.rows) if i < MOST_ROWS or i in table.totals]
        if len(kept) == len(table.rows):
            return table
        more = self._m("reform_more_rows", count=len(table.rows) - len(kept))
        last = frozenset({len(kept) - 1}) if table.totals else frozenset[int]()
        return replace(table, rows=kept, totals=last, notes=(more, *table.notes))

    # -- charts --------------------------------------------------------------------------------------------------------

    def _legend(self) -> list[tuple[str, str]]:
        return [(self._m(f"reform_kind_{kind}"), c) for kind, c in zip(CHANGE_KINDS, _COLOURS, strict=True)]

    def _bar(self, name: str, counts: Sequence[int]) -> Bar:
        return Bar(name, list(zip(counts, _COLOURS, strict=True)), number_text(sum(counts), self.lang))

    def _sides(self) -> str:
        rows = [
            self._bar(one.side.label(self.lang), [one.cases[kind] for kind in range(len(CHANGE_KINDS))])
            for one in self.report.sides
        ]
        return bars(self._m("reform_table_sides"), rows, self._legend(), above=True)

    def _chart(self, figures: SideFigures, table: ReportTable) -> str:
        match table.kind:
            case "programmes":
                rows = [
                    self._bar(self.report.title(name), [behind.count for behind in change.kinds])
                    for name, change in figures.programmes.items()
                    if any(behind.count for behind in change.kinds)
                ]
                return bars(table.title, rows, self._legend(), above=True)
            case "money":
                return self._money(figures, table.title)
            case "by":
                values = [(row[0].text, [cell.number or 0 for cell in row[1:]]) for row in table.rows[:-1]]
                return bars(table.title, [self._bar(*one) for one in values[:MOST_BARS]], self._legend())
            case "conditions":
                counted = sorted(table.rows, key=lambda row: -(row[-1].number or 0))[:MOST_BARS]
                rows = [Bar(row[0].text, ((row[-1].number or 0, BEGUN),), row[-1].text) for row in counted]
                return bars(table.title, rows, above=True)
            case _:
                return ""

    def _money(self, figures: SideFigures, title: str) -> str:
        rows = []
        for name, change in figures.programmes.items():
            for side, money in zip((self.report.base, figures.side), change.money, strict=True):
                if money.high:
                    parts = ((money.low, DONE), (money.high - money.low, UNSURE))
                    rows.append(Bar(f"{side.letter} · {self.report.title(name)}", parts, self.tables.sum_text(money)))
        legend = [(self._m("reform_chart_sure"), DONE), (self._m("reform_chart_range"), UNSURE)]
        return bars(title, rows, legend, above=True) if rows else ""
