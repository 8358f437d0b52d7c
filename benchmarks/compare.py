"""How long it takes to hold laws against each other on one list, in runs of ``ancu screen`` on that list.

    python benchmarks/compare.py --rows 1000000

A made-up population, judged under every programme in force: once by ``ancu screen``; under two days; under two
rulebooks, one of them with three figures changed; and under ten, each with a poverty line of its own. Whole processes
are timed, start-up included, and the seconds of the processor, which say more on a machine that does more.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from population import Population, write_parquet

import ancu

DAY = date(2026, 12, 31)
THREE = "con số: {poverty_line_rural: 2.420.000, poverty_line_urban: 3.080.000, poverty_area_per_person: 9}\n"
#: How many proposals are held against the law as it is, in the longest comparison.
VARIANTS = 9


def timed(folder: Path, *arguments: str) -> tuple[float, float]:
    """The seconds that a command takes, and those of the processor."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "ancu_cli.main", *arguments]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, cpu


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_parquet(Population(ancu.load_rulebook(), given.seed, (DAY, DAY)), given.rows, folder / "list.parquet")
        (folder / "three.yaml").write_text(THREE, encoding="utf-8")
        for i in range(VARIANTS):
            line = f"con số: {{poverty_line_rural: {2_200_000 + 50_000 * i}}}\n"
            (folder / f"line-{i}.yaml").write_text(line, encoding="utf-8")
        day = "2027-01-01"
        ways = {
            "one run": ("screen", "list.parquet", "--as-of", day, "-o", "result.parquet"),
            "one run, reasons by number": ("screen", "list.parquet", "-o", "ids.parquet", "--reasons", "ids"),
            "two days": ("compare", "list.parquet", "2026-12-31", day),
            "two rulebooks": ("compare", "list.parquet", day, f"three.yaml@{day}"),
            "ten rulebooks": ("compare", "list.parquet", day, *(f"line-{i}.yaml@{day}" for i in range(VARIANTS))),
        }
        one = None
        for what, arguments in ways.items():
            took, cpu = timed(folder, *arguments)
            one = one or (took, cpu)
            times = f"{took / one[0]:.2f} × ({cpu / one[1]:.2f} × the processor)"
            print(f"{given.rows:,} rows, {what}: {took:.1f} s, {cpu:.1f} s of a core, {times}", flush=True)


if __name__ == "__main__":
    main()
