"""What the process apart does for the pages of scenarios: it reads, runs, measures and drafts, and keeps nothing else.

Each task takes the rulebook and what was asked, plain values, and answers plain values.
"""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from ancu.decision.rendering import status_text, title_of
from ancu.messages import Language, message
from ancu.rulebook.references import facts_read
from ancu.rulebook.rulebook import Rulebook
from ancu.service.scenarios.told import told_run
from ancu.specs.draft.writer import ScenarioWriter
from ancu.specs.language.feature_file import read_text
from ancu.specs.measure.collect import Collection, collect
from ancu.specs.measure.report import goal_text
from ancu.specs.measure.shown import missing_of, shown_of
from ancu.specs.run.results import Result
from ancu.specs.run.run import run_specs
from ancu.specs.sheets.from_scenarios import sheets_of
from ancu.specs.sheets.read_book import read_scenario_book
from ancu.specs.sheets.scenario_sheet import SheetCase, SheetFile
from ancu.specs.sheets.to_feature import feature_text
from ancu.specs.sheets.written_table import RowOutcome, case_workbook, one_each

Asked = Mapping[str, Any]
#: How many scenarios a workbook shows before it is run.
_SHOWN = 200
_FILE = "tinh-huong.feature"


def run_text(book: Rulebook, asked: Asked) -> dict[str, Any]:
    """Run the scenarios of one text."""
    text = asked["text"]
    with _written(text) as path:
        return told_run(book, run_specs([path]), text.split("\n"), asked["lang"])


def run_folder(_: Rulebook, asked: Asked) -> dict[str, Any]:
    """Run files of the folder; of each, how many came out how, and which."""
    root = Path(asked["root"])
    files = {root / name: name for name in asked["names"]}
    found: dict[str, dict[str, Any]] = {}
    by_file: dict[Path, list[Result]] = {}
    for result in run_specs(list(files)).results:
        by_file.setdefault(result.path, []).append(result)
    for path, name in files.items():
        results = by_file.get(path, [])
        outcomes = [result.outcome for result in results]
        order = sorted(results, key=lambda one: ("passed", "failed", "flawed").index(one.outcome))
        found[name] = {
            "counts": {kind: outcomes.count(kind) for kind in ("passed", "failed", "flawed")},
            "lines": {str(result.line): result.outcome for result in order},
        }
    return {"files": found}


@contextmanager
def _written(text: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="ancu-scenario-") as folder:
        path = Path(folder) / _FILE
        path.write_text(text, encoding="utf-8", newline="\n")
        yield path


# -- one condition ------------------------------------------------------------------------------------------------


def shown(book: Rulebook, asked: Asked) -> dict[str, Any]:
    """Which scenarios of the folder judge a condition, and whether they show it met, not met, unknown, and deciding."""
    lang: Language = asked["lang"]
    collection = _collection(asked)
    found = list(shown_of(book, collection, asked["programme"], asked["condition"]))
    goals = {
        "met": any(one.outcome == "met" for one in found),
        "not_met": any(one.outcome == "not_met" for one in found),
        "unknown": any(one.outcome == "unknown" for one in found),
        "decisive": any(one.decisive for one in found),
    }
    return {
        "goals": [[goal_text(goal, lang), reached] for goal, reached in goals.items()],  # type: ignore[arg-type]
        "shown": [
            {
                "name": Path(one.place.file).relative_to(asked["root"]).as_posix(), "line": one.place.line,
                "scenario": one.place.scenario, "outcome": one.outcome, "decisive": one.decisive,
                "order": [("not_met", "met", "unknown").index(one.outcome), number],
            }
            for number, one in enumerate(found)
        ],
        "failures": len(collection.failures), "examples": len(collection.examples),
    }  # fmt: skip


def missing(book: Rulebook, asked: Asked) -> dict[str, Any]:
    """The cases at the edges of a condition that no scenario judges, and a draft of them."""
    lang: Language = asked["lang"]
    programme, condition = asked["programme"], asked["condition"]
    day = date.fromisoformat(asked["day"])
    found = missing_of(book, _collection(asked), programme, condition, day, lang)
    title = title_of(book, programme, lang)
    writer = ScenarioWriter(book, lang)
    drafts = [one.draft for one in found]
    about = message("draft_edges_about", lang)
    text = writer.feature(message("draft_edges", lang, title=title), drafts, about) if drafts else ""
    return {"text": text, "cases": [[one.draft.name, len(one.draft.changes), one.of] for one in found]}


def _collection(asked: Asked) -> Collection:
    root = Path(asked["root"])
    stamps = tuple((name, (root / name).stat().st_mtime_ns) for name in asked["names"])
    return _collected(asked["root"], stamps, asked["lang"])


@lru_cache(2)
def _collected(root: str, stamps: tuple[tuple[str, int], ...], _lang: str) -> Collection:
    """What the files say in a language; read again only when one of them has changed."""
    return collect([Path(root) / name for name, _ in stamps])


# -- workbooks ----------------------------------------------------------------------------------------------------


def read_workbook(book: Rulebook, asked: Asked) -> dict[str, Any]:
    """The scenarios of a workbook as a text, a case each, and what is wrong in it."""
    lang: Language = asked["lang"]
    content = base64.b64decode(asked["content"])
    read = read_scenario_book(asked["name"], content, asked["programme"] or None)
    writer = ScenarioWriter(book, lang)
    rows = [
        {
            "place": read.place(at, place).text(), "name": sheet.name,
            "programme": title_of(book, case.programme, lang),
            "day": writer.day(case.day) if case.day is not None else "", "expected": _expected(case),
        }
        for at, sheet in enumerate(read.file.sheets)
        for place, case in enumerate(sheet.cases)
    ]  # fmt: skip
    return {
        "text": feature_text(read.file)[0] if read.file.sheets else "",
        "rows": rows[:_SHOWN], "cases": len(rows),
        "problems": [flaw.text for flaw in read.flaws],
        "skipped": [message("sheet_skipped", lang, sheet=name) for name in read.skipped],
    }  # fmt: skip


def _expected(case: SheetCase) -> str:
    return "; ".join(written for _, written in case.expected)


def write_workbook(_: Rulebook, asked: Asked) -> dict[str, Any]:
    """The scenarios of a text as a table, a case a row, each with how it came out."""
    spec = read_text(Path(_FILE), asked["text"])
    file = one_each(sheets_of([spec]))
    if not file.sheets:
        flaw = next((one.why for one in file.left_out), message("sheet_nothing", asked["lang"]))
        return {"problems": [flaw]}
    text, _origins = feature_text(file)
    with _written(text) as path:
        results = {result.name: result for result in run_specs([path]).results}
    lang: Language = asked["lang"]
    outcomes = [_outcome(results.get(sheet.name), lang) for sheet in file.sheets]
    return {"content": base64.b64encode(case_workbook(file, outcomes)).decode()}


def _outcome(result: Result | None, lang: Language) -> RowOutcome:
    if result is None:
        return RowOutcome("", False, "")
    got = status_text(result.decisions[-1], lang) if result.decisions else message("status_not_covered", lang)
    return RowOutcome(got, result.outcome == "passed", "; ".join(trouble.text for trouble in result.troubles))


def empty_workbook(book: Rulebook, asked: Asked) -> dict[str, Any]:
    """A table to be filled in for a programme."""
    programme, lang = asked["programme"], asked["lang"]
    file = SheetFile(title_of(book, programme, lang), lang)
    content = case_workbook(file, facts=facts_read(book, [programme]), programme=programme)
    return {"content": base64.b64encode(content).decode()}


TASKS: Mapping[str, Callable[[Rulebook, Asked], dict[str, Any]]] = {
    "run_text": run_text, "run_folder": run_folder, "shown": shown, "missing": missing,
    "read_workbook": read_workbook, "write_workbook": write_workbook, "empty_workbook": empty_workbook,
}  # fmt: skip
