"""What some tests need beyond what ``make test`` installs: whether it is here, and how to have it.

A test names its needs by ``@pytest.mark.needs("curl")``, or takes a fixture that stands for some. Where one is missing
the test is skipped, and the last line of the run says so. All others are the marked ``core``: a bare machine runs them.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support.databases import postgres_binaries
from tests.support.thorough import THOROUGH


@dataclass(frozen=True)
class Need:
    """Something that a machine may lack."""

    here: Callable[[], bool]
    how: str


def _modules(*names: str) -> Callable[[], bool]:
    return lambda: all(find_spec(name) is not None for name in names)


def _commands(*names: str) -> Callable[[], bool]:
    return lambda: all(shutil.which(name) is not None for name in names)


NEEDS = {
    "PySpark": Need(_modules("pyspark"), ".venv/bin/pip install -e '.[spark]'"),
    "Java": Need(_commands("java"), "apt install openjdk-17-jre-headless"),
    "PostgreSQL": Need(lambda: postgres_binaries() is not None, "apt install postgresql"),
    "Chromium": Need(_commands("chromium", "chromedriver"), "apt install chromium chromium-driver"),
    "git": Need(_commands("git"), "apt install git"),
    "curl": Need(_commands("curl"), "apt install curl"),
    "cvc5": Need(_modules("cvc5"), ".venv/bin/pip install cvc5"),
    "other engines": Need(_modules("zen", "openfisca_core"), ".venv/bin/pip install -r benchmarks/requirements.txt"),
}
#: Whoever takes one of these fixtures needs these things.
FIXTURES = {"spark": ("PySpark", "Java"), "postgres": ("PostgreSQL",), "chromium": ("Chromium",)}
#: And these start a server.
SERVERS = {*FIXTURES, "service", "served"}
#: And these run whole commands, up to a second of a core each.
COMMANDS = {"ancu_process", "ancu_command"}
#: And these were measured to take as long.
SLOW_LIST = Path(__file__).with_name("slow.txt")
SLOW = frozenset(line for line in SLOW_LIST.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
_REASON = "needs "
#: Why a test that measures the whole law does not run before each commit.
LEFT = "left to `make sweep`"


def mark(items: Iterable[pytest.Item]) -> None:
    """Mark what each test needs as ``core``, ``server`` or ``slow``, and skip what cannot run here.

    Among several workers, tests that share what a module or a server has set up stay on one of them.
    """
    missing = {name for name, need in NEEDS.items() if not need.here()}
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        needs = [name for marker in item.iter_markers("needs") for name in marker.args]
        needs += [name for fixture in fixtures for name in FIXTURES.get(fixture, ())]
        if fixtures & SERVERS:
            item.add_marker("server")
        if fixtures & COMMANDS or item.nodeid.partition("[")[0] in SLOW:
            item.add_marker("slow")
        group = _group(item, fixtures)
        if group is not None:
            item.add_marker(pytest.mark.xdist_group(group))
        if not THOROUGH and any(marker.kwargs.get("only") for marker in item.iter_markers("sweep")):
            item.add_marker(pytest.mark.skip(reason=LEFT))
        if not needs:
            item.add_marker("core")
        elif missing.intersection(needs):
            reason = _REASON + ", ".join(sorted(missing.intersection(needs)))
            item.add_marker(pytest.mark.skip(reason=reason))


def _group(item: pytest.Item, fixtures: set[str]) -> str | None:
    """The group whose tests run on one worker: those of one server or of one module's fixtures; None for others."""
    for name in ("spark", "postgres"):
        if name in fixtures:
            return name
    definitions = item._fixtureinfo.name2fixturedefs if isinstance(item, pytest.Function) else {}
    shared = any(known[-1].scope in ("module", "class") for known in definitions.values())
    return item.nodeid.partition("::")[0] if shared else None


def closing_line(reasons: Iterable[str]) -> str | None:
    """One line of what was skipped and how to have it; None where nothing was."""
    counted = Counter(reasons)
    if not counted:
        return None
    left = counted.pop(LEFT, 0)
    told = f"{left} left to CI: `make sweep` runs them, and draws more cases for others" if left else None
    if not counted:
        return told
    parts, advice = [], []
    for reason, number in sorted(counted.items()):
        parts.append(f"{number} {reason}")
        names = reason.removeprefix(_REASON).split(", ") if reason.startswith(_REASON) else []
        advice += [NEEDS[name].how for name in names if name in NEEDS and NEEDS[name].how not in advice]
    line = f"skipped {counted.total()}: " + "; ".join(parts)
    if advice:
        line += ". To run them: " + "; ".join(advice)
    return f"{line}. {told}" if told else line
