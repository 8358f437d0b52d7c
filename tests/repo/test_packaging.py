"""The wheel carries the rulebook; a checkout reads its own files, and an edit there takes effect at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# Builds and installs a wheel, which a commit seldom changes: a sweep does so.
pytestmark = [pytest.mark.slow, pytest.mark.sweep(only=True)]

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "danh-sach-mau.csv"


def run(*command: str | Path, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    # A clean environment: neither the checkout's paths nor a caller's rulebook may leak in.
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "ANCU_", "VIRTUAL_ENV"))}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**kept, **env}, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin directory of an empty environment, away from the checkout, with the built wheel installed."""
    home = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", home, ROOT, cwd=home)
    assert built.returncode == 0, built.stderr
    (wheel,) = home.glob("ancu-*.whl")
    made = run(sys.executable, "-m", "venv", home / "venv", cwd=home)
    assert made.returncode == 0, made.stderr
    bin_ = home / "venv" / "bin"
    got = run(bin_ / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=home)
    assert got.returncode == 0, got.stderr
    return bin_


def test_installed_wheel_screens_the_example(installed: Path, tmp_path: Path) -> None:
    shutil.copy(EXAMPLE, tmp_path / "list.csv")
    done = run(installed / "ancu", "screen", "list.csv", "-o", "out.csv", cwd=tmp_path)
    assert done.returncode == 3, done.stderr  # the example has dirty rows on purpose
    out = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert "đủ điều kiện" in out
    assert (tmp_path / "out.rejects.csv").exists()


def test_installed_wheel_reads_its_own_rules_and_confirms_by_two_engines(installed: Path, tmp_path: Path) -> None:
    script = (
        "import ancu, pathlib; from ancu.rulebook.folder import built_in; from datetime import date\n"
        "print(built_in()); book = ancu.load_rulebook()\n"
        "r = ancu.read_record(book, {'housing_law_groups': 'worker', 'renting_social_housing': 'không'})\n"
        "print(ancu.decide(book, r, 'social_housing_rent', date(2026, 5, 1)).receipt.confirmed_by)"
    )
    done = run(installed / "python", "-c", script, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    rules, confirmed = done.stdout.split("\n")[:2]
    assert Path(rules).name == "_rules"
    assert str(ROOT) not in rules
    if sys.version_info < (3, 13) and sys.platform == "linux":
        assert confirmed == "direct"


def test_edit_in_a_checkout_takes_effect_at_once(tmp_path: Path) -> None:
    for part in ("engine", "cli", "rules"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    script = "import ancu; print(ancu.load_rulebook().programmes['social_housing_rent'].title.vi)"
    path = f"{tmp_path / 'engine'}:{tmp_path / 'cli'}"
    before = run(sys.executable, "-c", script, cwd=tmp_path, PYTHONPATH=path).stdout.strip()
    programme = tmp_path / "rules" / "programmes" / "social_housing_rent.yaml"
    programme.write_text(programme.read_text(encoding="utf-8").replace(before, "Tên mới"), encoding="utf-8")
    after = run(sys.executable, "-c", script, cwd=tmp_path, PYTHONPATH=path).stdout.strip()
    assert before
    assert after == "Tên mới"


def test_this_checkout_reads_its_own_rules() -> None:
    from ancu.rulebook.folder import built_in

    assert built_in() == ROOT / "rules"
