"""The numbers of a comparison as tables, the same for a terminal, a workbook and a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ancu.messages import message
from ancu.plan.tables import ReportTable, TableCell, money_text, number_text
from ancu.reform.collecting import CHANGE_KINDS, PROGRAMME_CLOSED
from ancu.reform.figures import MoneyRange, ReformReport, SideFigures, Told

#: The headings of what is told, by the kind of the table.
_TOLD = {
    "rules": ("rule", "basis"),
    "conditions": ("condition", "basis"),
    "benefits": ("benefit_before", "benefit_after"),
}


class ReformTables:
    """Makes the tables of a comparison."""

    def __init__(self, report: ReformReport) -> None:
        self.report, self.lang = report, report.lang

    def _m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def every(self) -> Iterator[ReportTable]:
        """All tables that have something to show: all sides together, then one side after the other."""
        yield self.sides()
        for figures in self.report.sides:
            yield from self.of_side(figures)

    def of_side(self, figures: SideFigures) -> Iterator[ReportTable]:
        """The tables of one side."""
        if not figures.changed:
            return
        yield self.programmes(figures)
        if any(money.known for change in figures.programmes.values() for money in (*change.money, change.more)):
            yield self.money(figures)
        if figures.benefits:
            yield self.told("benefits", figures, figures.benefits)
        for header, values in figures.by:
            if values:
                yield self.by(figures, header, values)
        if figures.conditions:
            yield self.told("conditions", figures, figures.conditions)
        yield self.told("rules", figures, figures.rules)

    def _count(self, number: int) -> TableCell:
        return TableCell(number_text(number, self.lang), number)

    def _kind_headings(self) -> list[str]:
        return [self._m(f"reform_kind_{kind}") for kind in CHANGE_KINDS]

    def _title(self, kind: str, figures: SideFigures, **values: object) -> str:
        return f"{figures.side.label(self.lang)} – {self._m(f'reform_table_{kind}', **values)}"

    def sides(self) -> ReportTable:
        """Every side after the first: how many cases change, and how."""
        report, rows = self.report, []
        for figures in report.sides:
            kinds = [self._count(figures.cases[kind]) for kind in range(len(CHANGE_KINDS))]
            rows.append([TableCell(figures.side.label(self.lang)), self._count(figures.changed), *kinds])
        headings = [self._m("reform_heading_side"), self._m("reform_heading_changed"), *self._kind_headings()]
        base = report.base.label(self.lang)
        notes = [self._m("reform_note_sides", base=base, judged=number_text(report.judged, self.lang))]
        if report.compared.rejected:
            notes.append(self._m("reform_note_rejected", count=number_text(report.compared.rejected, self.lang)))
        if report.compared.aside:
            notes.append(self._m("reform_note_aside"))
        for side, name in report.compared.unlike:
            notes.append(self._m("reform_note_unlike", side=side.label(self.lang), programme=report.title(name)))
        return ReportTable("sides", self._m("reform_table_sides"), headings, rows, notes=tuple(notes))

    def programmes(self, figures: SideFigures) -> ReportTable:
        """The programmes under which anything changes."""
        rows = []
        for name, change in figures.programmes.items():
            if not any(behind.count for behind in change.kinds):
                continue
            kinds = [TableCell(number_text(b.count, self.lang), b.count, b) for b in change.kinds]
            eligible = [self._count(number) for number in change.eligible]
            rows.append([TableCell(self.report.title(name)), *eligible, *kinds])
        sides = [self._m("reform_heading_eligible", side=side.letter) for side in (self.report.base, figures.side)]
        headings = [self._m("reform_heading_programme"), *sides, *self._kind_headings()]
        unchanged = len(figures.programmes) - len(rows)
        notes = [self._m("reform_note_unchanged", count=unchanged)] if unchanged else []
        title = self._title("programmes", figures)
        return ReportTable("programmes", title, headings, rows, notes=tuple(notes))

    def money(self, figures: SideFigures) -> ReportTable:
        """What the eligible are granted in sums, by programme, before and after; a range where levels are open."""
        rows = []
        for name, change in figures.programmes.items():
            if any(money.known for money in (*change.money, change.more)):
                cells = [TableCell(self.sum_text(money)) for money in change.money]
                more = TableCell(self.more_text(change.more))
                rows.append([TableCell(self.report.title(name)), *cells, more])
        sides = [self._m("reform_heading_money", side=side.letter) for side in (self.report.base, figures.side)]
        headings = [self._m("reform_heading_programme"), *sides, self._m("reform_heading_more")]
        notes = (self._m("reform_note_money"),)
        return ReportTable("money", self._title("money", figures), headings, rows, notes=notes)

    def sum_text(self, money: MoneyRange) -> str:
        """A sum in short, and how many cases have no level beside it; a dash for nothing."""
        known = money_text(money.low, money.high, self.lang) if money.high else ""
        return self._with_unset(known, money.unset) or "–"

    def more_text(self, money: MoneyRange) -> str:
        """How much more or less, with its sign, and of how many cases nobody can tell."""
        if money.low == money.high:
            known = self._signed(money.low) if money.low or not money.unset else ""
        else:
            known = self._m("reform_between", low=self._signed(money.low), high=self._signed(money.high))
        return self._with_unset(known, money.unset)

    def _with_unset(self, known: str, unset: int) -> str:
        said = self._m("reform_unset", count=number_text(unset, self.lang)) if unset else ""
        return "; ".join(filter(None, (known, said)))

    def _signed(self, amount: int) -> str:
        sign = "+" if amount > 0 else "−" if amount < 0 else ""
        return f"{sign}{money_text(abs(amount), abs(amount), self.lang)}"

    def told(self, kind: str, figures: SideFigures, counted: Counter[Told]) -> ReportTable:
        """What is told of cases that change: the rules that differ, the conditions that carry it, what is granted."""
        rows = [
            [
                TableCell(told[0]),
                *map(TableCell, told[1:]),
                TableCell(self.report.title(name)),
                TableCell(self._m(f"reform_kind_{CHANGE_KINDS[how]}")),
                self._count(count),
            ]
            for (name, how, told), count in sorted(counted.items(), key=lambda one: (-one[1], one[0]))
        ]
        keys = _TOLD[kind]
        headings = [self._m(f"reform_heading_{key}") for key in (*keys, "programme", "kind", "cases")]
        notes = () if kind == "benefits" else (self._m("reform_note_several"),)
        return ReportTable(kind, self._title(kind, figures), headings, rows, texts=len(keys) + 2, notes=notes)

    def by(self, figures: SideFigures, header: str, values: dict[str, list[int]]) -> ReportTable:
        """Changes by the values of a column, those with most first."""
        ordered = sorted(values.items(), key=lambda one: (-sum(one[1][:PROGRAMME_CLOSED]), one[0]))
        rows = [
            [TableCell(value or self._m("reform_no_value")), *map(self._count, counts)] for value, counts in ordered
        ]
        rows.append(
            [TableCell(self._m("reform_total")), *(self._count(sum(c)) for c in zip(*values.values(), strict=True))]
        )
        facts = self.report.base.book.facts
        called = facts[header].label[self.lang] if header in facts else header  # a typed list is headed by ids
        headings = [called, *self._kind_headings()]
        title, last = self._title("by", figures, column=called), frozenset({len(rows) - 1})
        return ReportTable("by", title, headings, rows, totals=last, notes=(self._m("reform_note_by"),))
