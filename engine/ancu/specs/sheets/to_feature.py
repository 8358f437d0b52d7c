"""Sheets as a feature file: what all cases share is said once, cases beside each other become a table of results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from ancu.messages import message
from ancu.rulebook.phrases import sentence_text
from ancu.specs.draft.writer import ScenarioWriter, grid
from ancu.specs.language.chosen import book
from ancu.specs.language.expectations import CELLS
from ancu.specs.sheets.scenario_sheet import (
    SENTENCE,
    ScenarioSheet,
    SheetCase,
    SheetFile,
    fact_label,
    in_order,
    kind_label,
    step_of,
)

#: Where a line of the text comes from: the number of the sheet and, where one is meant, of the case, from 0.
Origin = tuple[int, int | None]


def feature_text(file: SheetFile) -> tuple[str, dict[int, Origin]]:
    """The feature file that says what ``file`` holds, and where each line of its scenarios comes from."""
    writer = _FeatureWriter(file)
    writer.write()
    return "\n".join(writer.lines) + "\n", writer.origins


@dataclass
class _Block:
    """A programme of a scenario: the case that its own steps expect, and those in the rows of its table."""

    programme: str
    alone: tuple[int, SheetCase] | None = None
    rows: list[tuple[int, SheetCase]] = field(default_factory=list)


@dataclass
class _Unit:
    """A scenario to be written: the record before it is judged, and what is judged over it.

    With ``outline``, an outline of these cases, which expect the same kinds of things.
    """

    sheet: int
    name: str
    tags: Sequence[str]
    notes: Sequence[str]
    facts: dict[str, object]
    confirmed: frozenset[str]
    day: date | None
    blocks: list[_Block] = field(default_factory=list)
    outline: list[tuple[int, SheetCase]] = field(default_factory=list)


def _needs_steps(case: SheetCase) -> bool:
    """Whether a case says what no row of a table can."""
    return bool(case.confirmed) or any(kind not in CELLS for kind, _ in case.expected)


_Numbered = list[tuple[int, SheetCase]]


def _units(number: int, sheet: ScenarioSheet) -> Iterator[_Unit]:
    """The scenarios that say a sheet: one wherever a scenario or an outline can hold all its cases."""
    rest: _Numbered = []
    found: list[_Unit] = []

    def unit(facts: dict[str, object], confirmed: frozenset[str], day: date | None) -> _Unit:
        found.append(_Unit(number, sheet.name, sheet.tags, sheet.notes, facts, confirmed, day))
        return found[-1]

    for group in _alike(sheet):
        if len(group) > 1 and any(_needs_steps(case) for _, case in group):
            facts, day = _in_common(group)
            unit(facts, frozenset(), day).outline = group
        else:
            rest += group
    rest.sort(key=lambda one: one[0])
    alone = [one for one in rest if _needs_steps(one[1]) or len(rest) == 1]
    if alone:
        # What the first of them is judged over is what the rows of the table change.
        first = alone[0][1]
        main = unit(first.facts, first.confirmed, first.day)
    elif rest:
        facts, day = _in_common(rest)
        main = unit(facts, frozenset(), day)
    for place, case in rest:
        same = (case.facts, case.confirmed, case.day) == (main.facts, main.confirmed, main.day)
        block = next((one for one in main.blocks if one.programme == case.programme), _Block(case.programme))
        only = sum(other.programme == case.programme for _, other in rest) == 1
        if same and block.alone is None and not block.rows and (only or _needs_steps(case)):
            block.alone = (place, case)
        elif _needs_steps(case) or main.confirmed or (case.day is None and any(c.day is not None for _, c in rest)):
            unit(case.facts, case.confirmed, case.day).blocks.append(_Block(case.programme, (place, case)))
            continue
        else:
            block.rows.append((place, case))
        if block not in main.blocks:
            main.blocks.append(block)
    found = [one for one in found if one.blocks or one.outline]
    for count, one in enumerate(found[1:], 2):
        one.name = f"{sheet.name} ({count})"
    yield from found


def _alike(sheet: ScenarioSheet) -> list[_Numbered]:
    """The cases in groups that one outline can hold: of one programme, expecting the same kinds of things."""
    groups: dict[object, _Numbered] = {}
    for place, case in enumerate(sheet.cases):
        kinds = tuple(kind for kind, _ in case.expected)
        # A sentence of its own has no blank, and what is confirmed is said of one value.
        apart = place if case.confirmed or SENTENCE in kinds or "provisional" in kinds else None
        groups.setdefault((case.programme, kinds, case.day is None, apart), []).append((place, case))
    return list(groups.values())


def _in_common(cases: _Numbered) -> tuple[dict[str, object], date | None]:
    """The facts that all cases share, and their day where it is one."""
    first = cases[0][1]
    facts = {name: value for name, value in first.facts.items() if all(c.facts.get(name) == value for _, c in cases)}
    return facts, first.day if all(case.day == first.day for _, case in cases) else None


class _FeatureWriter:
    def __init__(self, file: SheetFile) -> None:
        self.file, self.lang = file, file.lang
        self.writer = ScenarioWriter(book(), file.lang)
        self.words = self.writer.words
        self.lines: list[str] = []
        self.origins: dict[int, Origin] = {}

    def write(self) -> None:
        self._add(f"# language: {self.lang}")
        for note in self.file.notes:
            self._add(f"# {note}")
        self._tagged(self.file.tags, "")
        self._add(f"{self.words['feature']}: {self.file.title}")
        units = [unit for number, sheet in enumerate(self.file.sheets) for unit in _units(number, sheet)]
        shared, day = _shared(units)
        if shared:
            self._add("")
            self._add(f"  {self.words['background']}:")
            self._given(shared, frozenset(), day)
        for unit in units:
            self._unit(unit, shared, day)

    def _add(self, text: str, origin: Origin | None = None) -> None:
        for line in text.split("\n"):
            self.lines.append(line)
            if origin is not None:
                self.origins[len(self.lines)] = origin

    def _tagged(self, tags: Sequence[str], indent: str) -> None:
        if tags:
            self._add(indent + " ".join(f"@{tag}" for tag in tags))

    def _unit(self, unit: _Unit, shared: dict[str, object], day: date | None) -> None:
        here: Origin = (unit.sheet, None)
        self._add("")
        for note in unit.notes:
            self._add(f"  # {note}")
        self._tagged(unit.tags, "  ")
        self._add(f"  {self.words['outline' if unit.outline else 'scenario']}: {unit.name}", here)
        own = {name: value for name, value in unit.facts.items() if name not in shared}
        follows = self._given(own, unit.confirmed, None if shared and day is not None else unit.day, here)
        if unit.outline:
            self._outline(unit, follows, here)
        for block in unit.blocks:
            title = book().programmes[block.programme].title[self.lang]
            self._steps("when", [sentence_text("step_judge", self.lang).replace("{programme}", title)], here)
            if block.alone is not None:
                place, case = block.alone
                self._steps("then", [step_of(*one, self.lang) for one in case.expected], (unit.sheet, place))
            if block.rows:
                self._steps("and" if block.alone else "then", [sentence_text("step_rows", self.lang)], here)
                heads, *rows = self._table(unit, [case for _, case in block.rows])
                for line, origin in zip(
                    grid([heads, *rows]), [here, *((unit.sheet, place) for place, _ in block.rows)], strict=True
                ):
                    self._add(line, origin)

    def _outline(self, unit: _Unit, first: str, here: Origin) -> None:
        """What varies between the cases as blanks of the steps, then a table of what fills them."""
        cases = [case for _, case in unit.outline]
        names = self._varying(unit, cases)
        dated = any(case.day != unit.day for case in cases)
        heads: list[str] = []

        def blank(label: str) -> str:
            number = heads.count(label) + 1
            heads.append(label)
            return f"<{label}>" if number == 1 else f"<{label} {number}>"

        for name in names:
            label = fact_label(name, self.lang)
            text = sentence_text("step_fact", self.lang).replace("{label}", label).replace("{value}", blank(label))
            self._steps(first, [text], here)
            first = "and"
        if dated:
            text = sentence_text("step_as_of", self.lang)
            self._steps(first, [text.replace("{day}", blank(message("heading_as_of", self.lang)))], here)
        title = book().programmes[cases[0].programme].title[self.lang]
        self._steps("when", [sentence_text("step_judge", self.lang).replace("{programme}", title)], here)
        kinds = [kind for kind, _ in cases[0].expected]
        then = [step_of(kind, blank(kind_label(kind, self.lang).replace(" …", "")), self.lang) for kind in kinds]
        self._steps("then", then, here)
        numbered = [f"{head} {n}" if (n := heads[: i + 1].count(head)) > 1 else head for i, head in enumerate(heads)]
        empty = message("table_empty", self.lang)
        rows = [numbered]
        for case in cases:
            row = [self.writer.value(name, case.facts[name]) if name in case.facts else empty for name in names]
            row += [self.writer.day(case.day)] if dated and case.day is not None else []
            rows.append([*row, *(written for _, written in case.expected)])
        self._add("")
        self._add(f"    {self.words['examples']}:")
        for line, origin in zip(grid(rows), [here, *((unit.sheet, place) for place, _ in unit.outline)], strict=True):
            self._add(line, origin)

    def _varying(self, unit: _Unit, cases: Sequence[SheetCase]) -> list[str]:
        """The facts in which cases differ from the record before them."""
        names = {name for case in cases for name in case.facts} | unit.facts.keys()
        return [n for n in in_order(names) if any(c.facts.get(n) != unit.facts.get(n) for c in cases)]

    def _steps(self, first: str, steps: Sequence[str], origin: Origin | None = None) -> None:
        for i, step in enumerate(steps):
            self._add(f"    {self.words['and' if i else first]} {step}", origin)

    def _given(
        self, facts: dict[str, object], confirmed: frozenset[str], day: date | None, origin: Origin | None = None
    ) -> str:
        """The record and the day; handed back is what a step begins with that goes on with them."""
        first = "given"
        rows = [
            [fact_label(name, self.lang), self.writer.value(name, facts[name])]
            for name in in_order(facts.keys() - confirmed)
        ]
        if rows:
            self._steps(first, ["\n".join([sentence_text("step_record", self.lang), *grid(rows)])], origin)
            first = "and"
        steps = [
            sentence_text("step_fact_confirmed", self.lang)
            .replace("{label}", fact_label(name, self.lang))
            .replace("{value}", self.writer.value(name, facts[name]))
            for name in in_order(set(confirmed))
            if name in facts
        ]
        if day is not None:
            steps.append(sentence_text("step_as_of", self.lang).replace("{day}", self.writer.day(day)))
        for step in steps:
            self._steps(first, [step], origin)
            first = "and"
        return first

    def _table(self, unit: _Unit, cases: Sequence[SheetCase]) -> list[list[str]]:
        """The headings, and the row of each case: what differs from the record before, and what is expected."""
        lang = self.lang
        varying = self._varying(unit, cases)
        dated = any(case.day != unit.day for case in cases)
        counts = {kind: max(_count(case, kind) for case in cases) for kind in CELLS}
        kinds = [kind for kind, most in counts.items() for _ in range(max(most, kind == "status"))]
        heads = [message("heading_as_of", lang)] if dated else []
        heads += [fact_label(name, lang) for name in varying]
        heads += [kind_label(kind, lang) for kind in kinds]
        table = [heads]
        for case in cases:
            row = [self.writer.day(case.day)] if dated and case.day is not None else []
            row += [self.writer.value(n, case.facts[n]) if n in case.facts else "" for n in varying]
            left = list(case.expected)
            for kind in kinds:
                found = next((one for one in left if one[0] == kind), None)
                if found is not None:
                    left.remove(found)
                row.append(found[1] if found is not None else "")
            table.append(row)
        return table


def _count(case: SheetCase, kind: str) -> int:
    return sum(one == kind for one, _ in case.expected)


def _shared(units: Sequence[_Unit]) -> tuple[dict[str, object], date | None]:
    """The facts that every one of several scenarios begins with, and their day where it is one."""
    if len(units) < 2:
        return {}, None
    first = units[0]
    facts = {
        name: value
        for name, value in first.facts.items()
        if all(unit.facts.get(name) == value and name not in unit.confirmed for unit in units)
    }
    day = first.day if all(unit.day == first.day for unit in units) else None
    return facts, day
