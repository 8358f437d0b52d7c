"""What embedding costs: single decisions, several programmes, start, memory. Prints a table.

    python benchmarks/embedding.py

Every measure runs five times, the measures in turn, so that a busy moment of the machine falls on all of them alike.
Each figure is the median of the five; the p99 too. Times are those of a core, which other work on the machine changes
least. Decisions are of made-up applicants, each run of others than the run before, since what a ruleset was told before
it need not conclude again. The other engines judge four cases: one eligible, one not, one that misses the income, one
that says almost nothing.
"""

from __future__ import annotations

import copy
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import count, cycle
from typing import Any

import yardstick

import ancu
import service

RUNS = 5
DAY = date(2026, 5, 1)
#: The day whose law the other engines were given.
OTHERS_DAY = date(2026, 11, 1)
PROGRAMME = "social_housing_purchase"
#: The measure by which ``yardstick.py`` compares machines.
ZEN = "ZEN, one case, with trace"
WORKER = {
    "province": "bac_ninh", "housing_law_groups": "worker", "marital_status": "single", "raising_minor_child": False,
    "named_on_certificate": False, "owns_home": False, "bought_social_housing": False,
    "received_housing_support": False, "lives_in_official_housing": False, "registered_at_another_project": False,
    "renting_social_housing": False, "project_funding": "developer",
}  # fmt: skip
CASES = [{**WORKER, "net_income": 9_000_000}, {**WORKER, "net_income": 90_000_000}, WORKER, {"owns_home": False}]
START = "import time; t = time.process_time(); import ancu; ancu.decide; "
RESIDENT = "print(int(open('/proc/self/statm').read().split()[1]) * __import__('os').sysconf('SC_PAGE_SIZE') / 1e6)"
ONE = f"ancu.decide(ancu.load_rulebook(), {CASES[0]!r}, {PROGRAMME!r}, __import__('datetime').date(2026, 5, 1)); "
ALL = f"ancu.decide_all(ancu.load_rulebook(), {CASES[0]!r}, as_of=__import__('datetime').date(2026, 5, 1)); "
#: Every programme by the law of every time that has it.
EVER = f"""
book, case = ancu.load_rulebook(), {CASES[3]!r}
for day in book.epochs.starts:
    for name in book.programmes:
        try:
            ancu.decide(book, case, name, day)
        except ancu.NotCoveredError:
            pass
"""


@dataclass(frozen=True)
class Measure:
    """One line of the table: what is measured, in which unit, the goal, and how to take it once (p50, p99)."""

    name: str
    unit: str
    goal: float | None
    take: Callable[[], tuple[float, float | None]]


def repeated(
    work: Callable[[Any], object], times: int, cases: Sequence[object] | None = None
) -> Callable[[], tuple[float, float | None]]:
    """Milliseconds of a core for ``work`` on the cases in turn, or on as many new applicants: the median and p99."""
    seeds = count(1)

    def take() -> tuple[float, float | None]:
        spent = []
        records = cases or [ancu.read_record(BOOK, one) for one in service.records(times, next(seeds))]
        for record, _ in zip(cycle(records), range(times), strict=False):
            before = time.thread_time()
            work(record)
            spent.append((time.thread_time() - before) * 1000)
        spent.sort()
        return statistics.median(spent), spent[int(times * 0.99)]

    take()  # engines are built on first use
    return take


def apart(script: str, **env: str) -> Callable[[], tuple[float, float | None]]:
    """The number that a fresh process prints."""

    def take() -> tuple[float, float | None]:
        done = subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, **env}, capture_output=True, text=True, check=True
        )
        return float(done.stdout), None

    take()
    return take


def once(take: Callable[[], tuple[float, float | None]]) -> Callable[[], tuple[float, float | None]]:
    """What ``take`` found the first time: of what takes long and does not vary."""
    return cache(take)


BOOK = ancu.load_rulebook()


def measures(cache: str) -> list[Measure]:
    book = BOOK

    def two_key(record: ancu.Record) -> object:
        return ancu.decide(book, record, PROGRAMME, DAY)

    def verdict(record: ancu.Record) -> object:
        return ancu.decide(book, record, PROGRAMME, DAY, "direct").status

    def reasons(record: ancu.Record) -> object:
        return ancu.decide(book, record, PROGRAMME, DAY, "direct").reasons

    def all_two_key(record: ancu.Record) -> object:
        return ancu.decide_all(book, record, as_of=DAY)

    def whole(record: ancu.Record) -> object:
        return ancu.decide(book, record, PROGRAMME, DAY).model_dump_json()

    def explained(record: ancu.Record) -> object:
        return ancu.decide(book, record, PROGRAMME, DAY).explain("vi")

    took = "print(time.process_time() - t)"
    start = START + "ancu.load_rulebook(); " + took
    return [
        Measure("one programme, two-key", "ms", 0.2, repeated(two_key, 400)),
        Measure("one programme, direct, verdict only", "ms", 0.1, repeated(verdict, 1_000)),
        Measure("one programme, direct, full reason tree", "ms", 0.6, repeated(reasons, 400)),
        Measure(f"all {len(book.programmes)} programmes, two-key", "ms", 1.5, repeated(all_two_key, 100)),
        Measure("one programme, two-key, written as JSON", "ms", 0.3, repeated(whole, 200)),
        Measure("one programme, two-key, explained", "ms", None, repeated(explained, 200)),
        Measure("import", "s", None, apart(START + took, ANCU_CACHE=cache)),
        Measure("import and load, rulebook known", "s", 0.25, apart(start, ANCU_CACHE=cache)),
        Measure("import and load, rulebook new", "s", None, apart(start, ANCU_CACHE="")),
        Measure("memory after one programme", "MB", 80, apart(START + ONE + RESIDENT, ANCU_CACHE=cache)),
        Measure("memory after all programmes", "MB", 80, apart(START + ALL + RESIDENT, ANCU_CACHE=cache)),
        Measure("memory after all, by the law of every time", "MB", 150, once(apart(START + EVER + RESIDENT))),
    ]


def others() -> list[Measure]:
    """One case by the handler of OpenFisca's web API and by ZEN, where they are installed and say what we say."""
    try:
        from openfisca_web_api.handlers import calculate
        from others import openfisca_variables, zen_jdm
    except ImportError:
        return []
    fisca = openfisca_variables.OpenFisca({name: list(fact.values) for name, fact in BOOK.facts.items() if fact.values})
    period = openfisca_variables.PERIOD
    bodies = []
    for case in CASES:
        inputs: dict[str, Any] = {name: array.tolist()[0] for name, array in fisca.prepare([case]).items()}
        inputs |= {name: case.get(name, "unknown") for name in fisca.codes}
        bodies.append({name: {period: value} for name, value in inputs.items()} | {PROGRAMME: {period: None}})
    zen = zen_jdm.Zen()
    rows = zen.prepare(CASES)

    def handled(body: dict[str, Any]) -> int:
        answer = calculate(fisca.system, copy.deepcopy({"households": {"one": body}}))
        return int(answer["households"]["one"][PROGRAMME][period])

    ours = [ancu.decide(BOOK, case, PROGRAMME, OTHERS_DAY, "direct").status for case in CASES]
    theirs = [["ineligible", "undetermined", "eligible"][handled(body)] for body in bodies]
    if not ours == theirs == zen.statuses(rows):
        raise SystemExit(f"others disagree: {ours}, {theirs}, {zen.statuses(rows)}")
    return [
        Measure("OpenFisca web API's handler, one case", "ms", None, repeated(handled, 100, bodies)),
        Measure(ZEN, "ms", None, repeated(lambda row: zen.traced([row]), 400, rows)),
        Measure("ZEN, one case, without trace", "ms", None, repeated(lambda row: zen.statuses([row]), 400, rows)),
    ]


def main() -> None:
    with tempfile.TemporaryDirectory() as cache:
        lines = [*measures(cache), *others()]
        taken: list[list[tuple[float, float | None]]] = [[] for _ in lines]
        for _ in range(RUNS):
            for i, line in enumerate(lines):
                taken[i].append(line.take())
    print(f"ancu {ancu.__version__}, Python {platform.python_version()}, {os.cpu_count()} cores, {RUNS} runs\n")
    medians = {line.name: statistics.median(run[0] for run in runs) for line, runs in zip(lines, taken, strict=True)}
    slower = yardstick.slowness(medians.get(ZEN))
    print(f"{yardstick.told(slower)}\n")
    print(f"{'measure':<42}{'p50':>9}{'p99':>9}  unit  {'goal':>6}{'here':>9}")
    for line, runs in zip(lines, taken, strict=True):
        p50 = medians[line.name]
        tails = [run[1] for run in runs if run[1] is not None]
        p99 = f"{statistics.median(tails):9.3f}" if tails else " " * 9
        goal = ""
        if line.goal is not None:
            here = line.goal * (slower or 1) if line.unit != "MB" else line.goal
            goal = f"{line.goal:>6}{here:>9.3g} {'met' if p50 <= here else 'MISSED'}"
        print(f"{line.name:<42}{p50:9.3f}{p99}  {line.unit:<4}  {goal}")


if __name__ == "__main__":
    main()
