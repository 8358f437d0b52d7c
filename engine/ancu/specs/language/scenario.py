"""Scenarios as they will be run: the lines of each, outlines filled in, backgrounds put before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ancu.messages import Language, message
from ancu.specs.language.chosen import language
from ancu.specs.language.gherkin import UNDER
from ancu.specs.language.mistakes import SpecFlaw
from ancu.specs.language.table import StepTable

_PARAMETER = re.compile(r"<(.+?)>")


@dataclass(frozen=True)
class Line:
    """A step of a scenario as it will be run: its words, what it stands under, its table."""

    line: int
    text: str
    keyword: str | None
    table: StepTable | None = None


@dataclass
class Scenario:
    """A scenario: its name, its line, and the steps of each of its examples, background included."""

    name: str
    line: int
    runs: list[list[Line]]
    flaws: list[SpecFlaw] = field(default_factory=list)
    #: The lines with a blank that no column of the examples fills.
    unfilled: frozenset[int] = frozenset()
    #: The language of the file.
    spoken: Language = "vi"


def scenarios_of(document: Any) -> Iterator[Scenario]:
    """The scenarios of a parsed document, in the order of the file."""
    spoken: Language = "en" if document.feature.language == "en" else "vi"
    for scenario in _within(document.feature, []):
        scenario.spoken = spoken
        yield scenario


def _within(holder: Any, before: list[Any]) -> Iterator[Scenario]:
    background = list(before)
    for child in holder.children:
        if child.background is not None:
            background += child.background.steps
        elif child.rule is not None:
            yield from _within(child.rule, background)
        elif child.scenario is not None:
            scenario = child.scenario
            runs = [_lines([*background, *scenario.steps], values) for values in _examples(scenario)]
            flaws = list(_flaws_of_examples(scenario, background))
            lines = frozenset(flaw.line for flaw in flaws)
            yield Scenario(scenario.name, scenario.location.line, runs, flaws, lines)


def _flaws_of_examples(scenario: Any, background: list[Any]) -> Iterator[SpecFlaw]:
    """The blanks in the steps of a scenario that nothing fills, and tables of examples without rows."""
    tables = [table for table in scenario.examples if table.table_header is not None]
    columns = [cell.value for table in tables for cell in table.table_header.cells]
    for table in tables:
        if not table.table_body:
            yield SpecFlaw(table.table_header.location.line, message("spec_outline_no_rows", language()))
    for step in (*background, *scenario.steps):
        rows = step.datatable.rows if step.datatable is not None else ()
        texts = [(step.text, step.location.line)]
        texts += [(cell.value, row.location.line) for row in rows for cell in row.cells]
        for text, line in texts:
            for name in dict.fromkeys(_PARAMETER.findall(text)):
                if name in columns or name != name.strip():
                    continue
                known = ", ".join(f"“{column}”" for column in columns)
                kind = "spec_outline_no_column" if tables else "spec_outline_no_data"
                yield SpecFlaw(line, message(kind, language(), name=name, known=known))


def _examples(scenario: Any) -> list[dict[str, str]]:
    """The values of each example of an outline; a plain scenario has one without any."""
    rows = [
        {head.value: cell.value for head, cell in zip(table.table_header.cells, row.cells, strict=True)}
        for table in scenario.examples
        if table.table_header is not None
        for row in table.table_body or ()
    ]
    return rows or [{}]


def _lines(steps: list[Any], values: dict[str, str]) -> list[Line]:
    def put(text: str) -> str:
        return _PARAMETER.sub(lambda blank: values.get(blank[1], blank[0]), text)

    lines: list[Line] = []
    keyword: str | None = None
    for step in steps:
        keyword = UNDER.get(step.keyword_type, keyword)
        table = None
        if step.datatable is not None:
            rows = step.datatable.rows
            table = StepTable(
                [[put(cell.value) for cell in row.cells] for row in rows], [r.location.line for r in rows]
            )
        lines.append(Line(step.location.line, put(step.text), keyword, table))
    return lines
