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

#: The colours of the kinds of change, in their order; they stay apart in print and for who sees no red. Of programmes
#: that are not open on one side nothing is drawn: they would hide who gains and loses.
_COLOURS = (DONE, BEGUN, UNSURE, "#7a5ea8", LEFT)
#: How many colours a legend can tell of where names stand beside the bars.
_BESIDE = 4
#: How many bars a chart has; how many rows a table of causes on the page, and any other.
MOST_BARS, MOST_CAUSES, MOST_ROWS = 12, 20, 120


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
        most = MOST_CAUSES if table.kind in ("rules", "conditions") else MOST_ROWS
        kept = [row for i, row in enumerate(table.rows) if i < most or i in table.totals]
        if len(kept) == len(table.rows):
            return table
        more = self._m("reform_more_rows", count=len(table.rows) - len(kept))
        last = frozenset({len(kept) - 1}) if table.totals else frozenset[int]()
        return replace(table, rows=kept, totals=last, notes=(more, *table.notes))

    # -- charts --------------------------------------------------------------------------------------------------------

    def _legend(self) -> list[tuple[str, str]]:
        return [(self._m(f"reform_kind_{kind}"), c) for kind, c in zip(CHANGE_KINDS, _COLOURS, strict=False)]

    def _bar(self, name: str, counts: Sequence[int], cases: int | None = None) -> Bar:
        """A bar of the kinds of change; what is written after it are ``cases``, None: as many as its changes."""
        drawn = counts[: len(_COLOURS)]
        said = number_text(sum(drawn) if cases is None else cases, self.lang)
        return Bar(name, list(zip(drawn, _COLOURS, strict=True)), said)

    def _bars(self, title: str, rows: Sequence[Bar], *, above: bool) -> str:
        """Bars of the kinds of change, those left out that have nothing to show."""
        shown = [row for row in rows if any(size for size, _ in row.parts)]
        drawn = {colour for row in shown for size, colour in row.parts if size}
        legend = [(name, colour) for name, colour in self._legend() if colour in drawn]
        return bars(title, shown, legend, above=above or len(legend) > _BESIDE) if shown else ""

    def _sides(self) -> str:
        rows = [
            self._bar(one.side.label(self.lang), [one.cases[kind] for kind in range(len(CHANGE_KINDS))], one.changed)
            for one in self.report.sides
        ]
        return self._bars(self._m("reform_table_sides"), rows, above=True)

    def _chart(self, figures: SideFigures, table: ReportTable) -> str:
        match table.kind:
            case "programmes":
                rows = [
                    self._bar(self.report.title(name), [behind.count for behind in change.kinds])
                    for name, change in figures.programmes.items()
                ]
                return self._bars(table.title, rows, above=True)
            case "money":
                return self._money(figures, table.title)
            case "by":
                values = [(row[0].text, [cell.number or 0 for cell in row[1:]]) for row in table.rows[:-1]]
                return self._bars(table.title, [self._bar(*one) for one in values[:MOST_BARS]], above=False)
            case "benefits":
                ordered = sorted(figures.benefits.items(), key=lambda one: (-one[1], one[0]))[:MOST_BARS]
                rows = [
                    Bar(" → ".join(words), ((count, _COLOURS[how]),), number_text(count, self.lang))
                    for (_, how, words), count in ordered
                ]
                return self._bars(table.title, rows, above=True)
            case "conditions":
                told: dict[str, list[int]] = {}
                for (_, how, (title, *_)), count in figures.conditions.items():
                    told.setdefault(title, [0] * len(CHANGE_KINDS))[how] += count
                most = sorted(told.items(), key=lambda one: (-sum(one[1]), one[0]))[:MOST_BARS]
                return self._bars(table.title, [self._bar(*one) for one in most], above=True)
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
