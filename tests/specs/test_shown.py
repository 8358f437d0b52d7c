"""What scenarios show of one condition, and what is still to be written at its edges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import ancu
from ancu.specs.draft.writer import ScenarioWriter
from ancu.specs.language.chosen import judged_by
from ancu.specs.language.feature_file import read_text
from ancu.specs.measure.collect import collect
from ancu.specs.measure.shown import missing_of, shown_of
from tests.conftest import ROOT

LODGING, CONDITION, DAY = "worker_lodging", "producer_worker", date(2026, 5, 1)


@pytest.fixture(autouse=True)
def _judged(book: ancu.Rulebook) -> Iterator[None]:
    with judged_by(book, "vi"):
        yield


def test_the_scenarios_that_decide_a_condition(book: ancu.Rulebook) -> None:
    collection = collect([ROOT / "features" / LODGING])
    shown = list(shown_of(book, collection, LODGING, CONDITION))
    assert {one.outcome for one in shown if one.decisive} == {"met", "not_met", "unknown"}
    assert any(not one.decisive for one in shown)
    assert missing_of(book, collection, LODGING, CONDITION, DAY, "vi") == []


def test_what_no_scenario_judges_is_drafted_and_then_judged(book: ancu.Rulebook, tmp_path: Path) -> None:
    one = (
        '# language: vi\nTính năng: Mẫu\n  Tình huống: Ngoài khu\n    Biết "Làm việc trong khu công nghiệp" là không\n'
        '    Và ngày xét là 01/05/2026\n    Khi xét "worker_lodging"\n    Thì kết quả là "không đủ điều kiện"\n'
    )
    (tmp_path / "mot.feature").write_text(one, encoding="utf-8")
    missing = missing_of(book, collect([tmp_path]), LODGING, CONDITION, DAY, "vi")
    assert [(len(case.draft.changes), case.of) for case in missing] == [(2, 3)]
    draft = ScenarioWriter(book, "vi").feature("Còn thiếu", [case.draft for case in missing], "nháp")
    assert not [flaw for scenario in read_text(Path("x"), draft).scenarios for flaw in scenario.flaws]
    (tmp_path / "hai.feature").write_text(draft, encoding="utf-8")
    collection = collect([tmp_path])
    assert collection.failures == []
    assert missing_of(book, collection, LODGING, CONDITION, DAY, "vi") == []
    assert {shown.outcome for shown in shown_of(book, collection, LODGING, CONDITION)} == {"met", "not_met", "unknown"}
