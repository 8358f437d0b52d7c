"""What a run leaves out is told in its last line, and what waits for the sweep is marked so that the sweep finds it."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT
from tests.support.needs import LEFT, SLOW, closing_line

SWEEP = re.compile(r"pytest\.mark\.sweep\b")
USES = re.compile(r"^from tests\.support\.thorough import ", re.MULTILINE)


@pytest.mark.parametrize(
    ("reasons", "line"),
    [
        ([], None),
        ([LEFT, LEFT], "2 left to CI: `make sweep` runs them, and draws more cases for others"),
        (["needs curl"], "skipped 1: 1 needs curl. To run them: apt install curl"),
        (
            ["needs curl", LEFT],
            "skipped 1: 1 needs curl. To run them: apt install curl. "
            "1 left to CI: `make sweep` runs them, and draws more cases for others",
        ),
    ],
)
def test_the_last_line(reasons: list[str], line: str | None) -> None:
    assert closing_line(reasons) == line


def test_whoever_draws_fewer_cases_before_a_commit_is_in_the_sweep() -> None:
    files = {path: path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")}
    drawing = [path for path, text in files.items() if USES.search(text)]
    assert drawing
    assert [path for path in drawing if not SWEEP.search(files[path])] == []


def test_every_test_listed_as_slow_is_there() -> None:
    for listed in SLOW:
        file, _, name = listed.partition("::")
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), listed
