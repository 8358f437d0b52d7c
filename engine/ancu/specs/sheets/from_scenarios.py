"""Scenarios of feature files as sheets: what each judges, filled in, and what no sheet can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ancu.messages import Language, message
from ancu.rulebook.values import parse as parse_value
from ancu.specs.draft.writer import ScenarioWriter
from ancu.specs.language.chosen import book, language
from ancu.specs.language.expectations import CELLS
from ancu.specs.language.feature_file import SpecFile
from ancu.specs.language.gherkin import parse
from ancu.specs.language.grammar import Saying, grammar_of, outcome
from ancu.specs.language.homonyms import programmes_judged
from ancu.specs.language.ledger import StatedAt
from ancu.specs.language.names import condition_named, conditions_of
from ancu.specs.language.scenario import Scenario
from ancu.specs.language.world import World
from ancu.specs.sheets.scenario_sheet import (
    CONDITION_KINDS,
    ROW_STEPS,
    SENTENCE,
    NotHeld,
    ScenarioSheet,
    SheetCase,
    SheetFile,
)

#: Sentences that need a table of their own, and why a sheet has no place for it.
_UNFIT = {
    "step_household": "sheet_no_household",
    "step_judge_moments": "sheet_no_moments",
    "step_moment_rows": "sheet_no_moments",
}


class _Unfit(Exception):
    """A line that no sheet can hold: its line, and the message that says why."""

    def __init__(self, line: int, kind: str) -> None:
        self.line, self.kind = line, kind
        super().__init__(kind)


def sheets_of(specs: Iterable[SpecFile]) -> SheetFile:
    """The scenarios of ``specs`` as one workbook's sheets; a name that stands twice gets a number."""
    files = [_sheets_of(spec) for spec in specs]
    whole = SheetFile("; ".join(dict.fromkeys(file.title for file in files)), files[0].lang if files else "vi")
    taken: set[str] = set()
    for file in files:
        whole.tags += [tag for tag in file.tags if tag not in whole.tags]
        whole.notes += file.notes
        whole.left_out += file.left_out
        for sheet in file.sheets:
            name, number = sheet.name, 1
            while sheet.name in taken:
                number += 1
                sheet.name = f"{name} ({number})"
            taken.add(sheet.name)
            whole.sheets.append(sheet)
    return whole


def _sheets_of(spec: SpecFile) -> SheetFile:
    document, _, _ = parse(spec.text)
    if document is None:
        why = "; ".join(flaw.text for flaw in spec.flaws)
        return SheetFile(spec.path.stem, "vi", left_out=[NotHeld(str(spec.path), spec.path.name, why)])
    lang: Language = "en" if document.feature.language == "en" else "vi"
    told = _Told.of(document)
    file = SheetFile(spec.name, lang, _tags(document.feature), told.notes[0])
    file.left_out += [NotHeld(f"{spec.path}:{flaw.line}", spec.path.name, flaw.text) for flaw in spec.flaws]
    reader = _CaseReader(lang)
    for scenario in spec.scenarios:
        if scenario.flaws:
            place = f"{spec.path}:{scenario.flaws[0].line}"
            file.left_out.append(NotHeld(place, scenario.name, scenario.flaws[0].text))
            continue
        try:
            cases = list(reader.cases(scenario))
        except _Unfit as unfit:
            why = message(unfit.kind, language())
            file.left_out.append(NotHeld(f"{spec.path}:{unfit.line}", scenario.name, why))
            continue
        file.sheets.append(
            ScenarioSheet(scenario.name, told.tags[scenario.line], told.notes.get(scenario.line, []), cases)
        )
    return file


def _tags(holder: Any) -> list[str]:
    return [tag.name.removeprefix("@") for tag in holder.tags]


@dataclass
class _Told:
    """What a file says beside its steps: notes and tags of each scenario by its line, those of the file under 0."""

    notes: dict[int, list[str]]
    tags: dict[int, list[str]]

    @classmethod
    def of(cls, document: Any) -> _Told:
        feature = document.feature
        scenarios = list(_scenarios_in(feature))
        notes: dict[int, list[str]] = {0: _described(feature)}
        backgrounds = [child.background for child in feature.children if child.background is not None]
        for scenario in scenarios:
            notes[scenario.location.line] = _described(scenario)
        last_of_file = max([feature.location.line, *map(_last_line, backgrounds)])
        said = [(one.location.line, one.text.strip().lstrip("#").strip()) for one in document.comments]
        said += [(one.location.line, f"{one.keyword}: {one.name}") for one in backgrounds if one.name]
        for line, text in sorted(said):
            if not text or text.replace(" ", "").startswith("language:"):
                continue
            of = next((one.location.line for one in scenarios if _last_line(one) >= line), None)
            if of is None:
                of = scenarios[-1].location.line if scenarios else 0
            notes[0 if line <= last_of_file else of].append(text)
        return cls(notes, {scenario.location.line: _tags(scenario) for scenario in scenarios})


def _scenarios_in(holder: Any) -> Iterator[Any]:
    for child in holder.children:
        if getattr(child, "rule", None) is not None:
            yield from _scenarios_in(child.rule)
        elif child.scenario is not None:
            yield child.scenario


def _described(holder: Any) -> list[str]:
    return [line.strip() for line in (holder.description or "").splitlines() if line.strip()]


def _last_line(holder: Any) -> int:
    """The last line of a scenario or background."""
    lines: list[int] = [holder.location.line]
    for step in holder.steps:
        lines.append(step.location.line)
        lines += [row.location.line for row in (step.datatable.rows if step.datatable is not None else ())]
    for table in getattr(holder, "examples", ()):
        lines += [row.location.line for row in table.table_body or ()]
    return max(lines)


class _CaseReader:
    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self.writer = ScenarioWriter(book(), lang)

    def cases(self, scenario: Scenario) -> Iterator[SheetCase]:
        """What a scenario judges, each programme and row a case."""
        for run in scenario.runs:
            judging = programmes_judged(line.text for line in run)
            world = World(reading_only=True, spoken=scenario.spoken, judging=judging)
            found: list[SheetCase] = []
            case: SheetCase | None = None
            for line in run:
                sayings = grammar_of(book()).read(line.text) or []
                for saying in sayings:
                    if saying.sentence.key in _UNFIT:
                        raise _Unfit(line.line, _UNFIT[saying.sentence.key])
                if any(saying.sentence.key == "step_rows" for saying in sayings):
                    assert line.table is not None
                    found += [
                        self._case(beside, expected, line.line) for beside, expected in world.stated_rows(line.table)
                    ]
                    continue
                world.perform(line.text, line.keyword, line.table, StatedAt(line.line, line.line < scenario.line))
                for saying in sayings:
                    if saying.sentence.purpose == "judge":
                        case = self._case(world, [], line.line)
                    elif saying.sentence.purpose == "expect":
                        assert case is not None
                        if not case.expected:
                            found.append(case)
                        kind, said = self._expected(saying, line.text if len(sayings) == 1 else "")
                        case.expected.append((kind, self._titled(kind, said, case.programme)))
            yield from found

    def _case(self, world: World, expected: list[tuple[str, str]], line: int) -> SheetCase:
        if world.has_household:
            raise _Unfit(line, "sheet_no_household")
        facts: dict[str, object] = {}
        for name, written in world.record.items():
            value = parse_value(book().facts[name], written, confirmed=True)
            if value is not None:
                facts[name] = value
        confirmed = frozenset(world.confirmed & facts.keys())
        programme = str(world.programme)
        expected = [(kind, self._titled(kind, written, programme)) for kind, written in expected]
        return SheetCase(programme, world.day, facts, confirmed, expected)

    def _titled(self, kind: str, written: str, programme: str) -> str:
        """``written``; a condition called by its id gets its title, where that means no other."""
        if kind not in CONDITION_KINDS or written not in conditions_of(book(), programme):
            return written
        title = self.writer.condition(None, written)
        return title if condition_named(title, programme, None) == written else written

    def _expected(self, saying: Saying, line: str) -> tuple[str, str]:
        """The kind of row that holds an expectation, and its words."""
        sentence = saying.sentence
        if sentence.phrase is not None:
            kind = {True: "met", False: "not_met", None: "unknown"}[outcome(saying)]
            return kind, self.writer.condition(None, sentence.phrase.name)
        if sentence.key in ("step_provisional", "step_not_provisional"):
            return "provisional", message("word_yes" if sentence.key == "step_provisional" else "word_no", self.lang)
        if sentence.key == "step_not_covered":
            return "status", message("status_not_covered", self.lang)
        kind = "status" if sentence.key == "step_result" else sentence.key.removeprefix("step_")
        written = [value.strip().strip('"') for value in saying.values.values()]
        if len(written) == 1 and (kind in CELLS or sentence.key in ROW_STEPS):
            return (kind if kind in CELLS else sentence.key), written[0]
        return SENTENCE, line or _filled(saying)


def _filled(saying: Saying) -> str:
    text = saying.sentence.text
    for name, value in saying.values.items():
        text = text.replace("{" + name + "}", value)
    return text
