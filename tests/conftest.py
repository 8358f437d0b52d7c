"""What the tests share: the real rulebook, and a stable Hypothesis profile."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import ancu
from ancu.decision.model import Decision
from ancu_cli.main import main
from tests.support import needs
from tests.support.databases import postgres_binaries, running_postgres, running_spark

settings.register_profile("stable", deadline=None, derandomize=True)
settings.load_profile("stable")

ROOT = Path(__file__).resolve().parents[1]
#: A single worker without a home, who has had no housing support: everything but the income.
WORKER = {
    "province": "bac_ninh",
    "housing_law_groups": "worker",
    "marital_status": "single",
    "raising_minor_child": "không",
    "named_on_certificate": "không",
    "owns_home": "không",
    "bought_social_housing": "không",
    "received_housing_support": "không",
    "lives_in_official_housing": "không",
    "registered_at_another_project": "không",
    "renting_social_housing": "không",
    "project_funding": "developer",
}
Decide = Callable[..., Decision]
Command = Callable[..., tuple[int, str, str]]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    twice = [nodeid for nodeid, count in Counter(item.nodeid for item in items).items() if count > 1]
    assert not twice, f"tests with one id, of which workers would run one: {twice}"
    needs.mark(items)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    """End with a line of what was skipped; where nothing may be skipped (CI), a skipped test fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = [] if reporter is None else reporter.stats.get("skipped", [])
    reasons = [report.longrepr[2].removeprefix("Skipped: ") for report in skipped]
    # What waits for the sweep is not lost: CI runs that too.
    if set(reasons) - {needs.LEFT} and os.environ.get("ANCU_NO_SKIP"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    yield
    line = needs.closing_line(reasons)
    if line is not None:
        reporter.write_line(line)


@pytest.fixture(scope="session")
def book() -> ancu.Rulebook:
    return ancu.load_rulebook()


@pytest.fixture
def decide(book: ancu.Rulebook) -> Decide:
    """Decide a worker's purchase (or another programme) with the given facts changed; None takes a fact away."""

    def run(day: date, programme: str = "social_housing_purchase", base: object = None, **facts: object) -> Decision:
        record = ancu.read_record(book, {**(WORKER if base is None else base), **facts})  # type: ignore[dict-item]
        return ancu.decide(book, record, programme, day)

    return run


@pytest.fixture
def ancu_process(tmp_path: Path) -> Run:
    """Run the real command in an empty directory, in a process of its own."""

    def run(*arguments: str, stdin: str | None = None, **env: str) -> subprocess.CompletedProcess[str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("ANCU_")}
        return subprocess.run(
            [sys.executable, "-m", "ancu_cli.main", *arguments],
            cwd=tmp_path, env={**kept, **env}, input=stdin, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip

    return run


@pytest.fixture
def ancu_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in an empty directory as ``ancu_process`` does, but in this process: most of a second faster."""

    def run(*arguments: str, stdin: str | None = None, **env: str) -> subprocess.CompletedProcess[str]:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with monkeypatch.context() as here:
            here.chdir(tmp_path)
            for name in [name for name in os.environ if name.startswith("ANCU_")]:
                here.delenv(name)
            for name, value in env.items():
                here.setenv(name, value)
            here.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((stdin or "").encode()), encoding="utf-8"))
            here.setattr(sys, "stdout", out)
            here.setattr(sys, "stderr", err)
            with pytest.raises(SystemExit) as end:
                main(list(arguments))
        code = end.value.code
        told = [stream.buffer.getvalue().decode() for stream in (out, err)]
        return subprocess.CompletedProcess(arguments, code if isinstance(code, int) else int(bool(code)), *told)

    return run


@pytest.fixture
def ancu_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run the command in this process, in an empty folder: code, output, errors."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANCU_LANG", "vi")

    def command(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main(list(arguments))
        said = capsys.readouterr()
        return int(end.value.code or 0), said.out, said.err

    return command


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """One Spark session for all tests: it starts slowly."""
    with running_spark() as session:
        yield session


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """One PostgreSQL server for all tests: how to connect to it."""
    binaries = postgres_binaries()
    assert binaries is not None
    with running_postgres(binaries) as address:
        yield address
