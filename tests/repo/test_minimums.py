"""The least versions that are declared run the core: a decision, a list of text, a workbook read and written.

All tests on all least versions, as `.ci/lowest` runs them, take a quarter of an hour.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.minimums import every_extra, minimums

# Downloads and installs, of what a commit seldom changes.
pytestmark = [pytest.mark.slow, pytest.mark.sweep(only=True)]

ROOT = Path(__file__).resolve().parents[2]
ASKED = ("--programme", "social_housing_purchase", "--as-of", "2026-05-01")


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the least versions of what reads, judges and writes lists, and nothing else."""
    home = tmp_path_factory.mktemp("least")
    subprocess.run([sys.executable, "-m", "venv", home / "venv"], check=True)
    found = home / "venv" / "bin" / "python"
    wanted = [*minimums("columns", "excel")]
    if sys.version_info < (3, 13) and sys.platform == "linux":
        wanted.append("durable-rules==2.0.28")
    pip = [found, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return found


def run(python: Path, folder: Path, *arguments: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "ANCU_"))}
    paths = os.pathsep.join(str(ROOT / part) for part in ("engine", "cli"))
    done = subprocess.run(
        [python, "-W", "error", "-m", "ancu_cli.main", *arguments],
        cwd=folder, env={**kept, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode in (0, 3), done.stderr  # the example has rows to be returned
    return done.stdout


def test_a_decision_and_lists_on_the_least_versions(python: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / "danh-sach-mau.csv", tmp_path / "a.csv")
    record = ROOT / "examples" / "ho-so-mau.json"
    assert "Kết luận tại ngày 15/01/2026" in run(python, tmp_path, "explain", str(record), *ASKED)
    results = []
    for engine in ("rows", "columns"):
        run(python, tmp_path, "screen", "a.csv", *ASKED, "--engine", engine, "-o", f"{engine}.csv")
        results.append((tmp_path / f"{engine}.csv").read_bytes())
    assert results[0] == results[1]
    run(python, tmp_path, "screen", "a.csv", *ASKED, "-o", "a.xlsx")
    again = run(python, tmp_path, "screen", "a.xlsx", *ASKED, "-o", "again.csv")
    assert "Mua, thuê mua nhà ở xã hội" in again


def test_every_least_version_is_declared() -> None:
    """What is wanted without one would be as old as it happens to be."""
    assert len(dict.fromkeys(minimums(*every_extra()))) > 20
