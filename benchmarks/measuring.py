"""Measuring: interleaved runs and their medians, whole processes with their peak memory, tables in Markdown."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PACKAGES = ("ancu", "duckdb", "pyarrow", "numpy", "sqlglot", "durable-rules", "zen-engine", "OpenFisca-Core")

#: One run: seconds that passed, seconds of a core, and the greatest memory in MB (0 where it is not known).
Taken = tuple[float, float, float]


@dataclass
class Measure:
    """The runs of one thing: seconds, those of a core, and for whole processes the greatest resident memory in MB."""

    seconds: list[float] = field(default_factory=list)
    core: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    failed: str = ""

    @property
    def median(self) -> float:
        """Median seconds."""
        return statistics.median(self.seconds)

    @property
    def of_a_core(self) -> float:
        """Median seconds of a core, user and system."""
        return statistics.median(self.core)

    @property
    def peak(self) -> float:
        """The greatest memory of any run, in MB."""
        return max(self.memory, default=0.0)


class FailedError(Exception):
    """A measured command did not end well."""


def interleaved(runs: int, things: Mapping[str, Callable[[], Taken]], *, warm_up: bool = True) -> dict[str, Measure]:
    """``runs`` rounds, each thing once a round, so that a busy minute falls on all; one round before to warm up."""
    measures = {name: Measure() for name in things}
    for round_ in range(0 if warm_up else 1, runs + 1):
        for name, run in things.items():
            if measures[name].failed:
                continue
            print(f"\r\033[K  {round_}/{runs} {name}", end="", file=sys.stderr, flush=True)
            try:
                seconds, core, memory = run()
            except FailedError as error:
                measures[name].failed = str(error)
                continue
            if round_:
                measures[name].seconds.append(seconds)
                measures[name].core.append(core)
                measures[name].memory.append(memory)
    print("\r\033[K", end="", file=sys.stderr, flush=True)
    return measures


def failures(measures: Mapping[str, Measure]) -> list[str]:
    """What could not be measured, and why: lines for the report."""
    return [f"\n**Not measured: {name}.**\n\n```\n{one.failed}\n```" for name, one in measures.items() if one.failed]


def timed(call: Callable[[], object]) -> Callable[[], Taken]:
    """``call`` as a thing to measure, in this process."""

    def run() -> Taken:
        start, core = time.perf_counter(), time.process_time()
        call()
        return time.perf_counter() - start, time.process_time() - core, 0.0

    return run


def process(command: Sequence[str | Path], allowed: Sequence[int] = (0,)) -> Callable[[], Taken]:
    """A command as a thing to measure: from its start to its end, with the memory of it and its children."""

    def run() -> Taken:
        with tempfile.NamedTemporaryFile("r") as report:
            launched = [sys.executable, "-I", "-S", ROOT / "benchmarks" / "launch.py", report.name, *command]
            ended = subprocess.run(
                [str(part) for part in launched], capture_output=True, text=True, cwd=ROOT, check=True
            )
            took, core, kilobytes, code = report.read().split()
        if int(code) not in allowed:
            said = f"{' '.join(map(str, command))}\nexit {code}: {ended.stderr[-2000:]}"
            raise FailedError(said.replace(f"{ROOT}/", ""))
        return float(took), float(core), int(kilobytes) / 1024

    return run


def environment() -> list[str]:
    """What was measured on what: lines for the report."""
    versions = []
    for package in _PACKAGES:
        try:
            versions.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            versions.append(f"{package} absent")
    load = os.getloadavg()[0]
    return [
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"load {load:.1f} at the start",
        ", ".join(versions),
    ]


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; every column but the first to the right."""
    lines = ["| " + " | ".join(headings) + " |", "|---|" + "---:|" * (len(headings) - 1)]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])


def seconds(value: float) -> str:
    """Seconds to three figures."""
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def rate(value: float) -> str:
    """Cases a second, rounded to two or three figures."""
    size = 10 ** max(len(str(int(value))) - 3, 0)
    return f"{round(value / size) * size:,.0f}"
