"""Typed from the outside: a program that embeds An Cư passes mypy --strict, and its mistakes are found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ancu.decision.facts_model import stub
from ancu.rulebook.loading import load_rulebook

# Runs a type checker on a project of its own; `make lint` holds the types themselves.
pytestmark = [pytest.mark.slow, pytest.mark.sweep(only=True)]

CLIENT = Path(__file__).parent / "typed_client"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The client away from the checkout, beside the stub that ``ancu facts --stub`` prints."""
    home = tmp_path_factory.mktemp("client")
    for file in CLIENT.glob("*.py"):
        shutil.copy(file, home)
    (home / "facts.pyi").write_text(stub(load_rulebook(), lang="en"), encoding="utf-8")
    return home


def check(project: Path, *files: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("MYPY", "PYTHON"))}
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", *files]
    return subprocess.run(command, cwd=project, env=kept, capture_output=True, text=True, check=False)


def test_the_client_is_clean_and_its_mistakes_are_found(project: Path) -> None:
    clean = check(project, "client.py")
    assert (clean.returncode, clean.stdout) == (0, ""), clean.stdout + clean.stderr
    wrong = check(project, "wrong.py")
    found = {int(line.split(":")[1]) for line in wrong.stdout.splitlines() if ": error:" in line}
    marked = (project / "wrong.py").read_text(encoding="utf-8").splitlines()
    assert found == {number for number, line in enumerate(marked, 1) if line.endswith("# wrong")}, wrong.stdout


def test_the_client_runs(project: Path) -> None:
    done = subprocess.run([sys.executable, "client.py"], cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "undetermined" in done.stdout
    assert "programme_unknown" in done.stdout
