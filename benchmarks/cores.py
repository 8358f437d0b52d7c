"""What a second core is worth to a list, and where more stop to help: ``python benchmarks/cores.py [--rows 200000]``.

The same command on one core, on two and so on to all that this machine has, by turns. While it runs on all, the seconds
that each of its threads takes of a core are read from the system: the whole can take no less than its busiest thread,
however many cores there are.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import agreement
from measuring import environment, seconds, table
from population import Population, write_parquet

import ancu

_TICK = os.sysconf("SC_CLK_TCK")


def threads_of(pid: int) -> dict[str, float]:
    """Seconds of a core that each living thread of ``pid`` has taken."""
    taken = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            fields = (task / "stat").read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        taken[task.name] = (int(fields[11]) + int(fields[12])) / _TICK
    return taken


def run(command: list[str], cores: set[int]) -> tuple[float, float, float]:
    """Seconds that passed, seconds of a core, and those of the busiest thread."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=lambda: os.sched_setaffinity(0, cores)
    )
    taken: dict[str, float] = {}
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.05):
            try:
                taken.update(threads_of(process.pid))
            except FileNotFoundError:
                return

    watching = threading.Thread(target=watch)
    watching.start()
    _, code, used = os.wait4(process.pid, 0)
    passed = time.perf_counter() - began
    ended.set()
    watching.join()
    process.returncode = os.waitstatus_to_exitcode(code)
    assert process.returncode == 0, command
    return passed, used.ru_utime + used.ru_stime, max(taken.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    book, there = ancu.load_rulebook(), sorted(os.sched_getaffinity(0))
    programmes = [part for name in agreement.by_hand(book) for part in ("--programme", name)]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "population.parquet"
        write_parquet(Population(book, seed=1), asked.rows, source)
        commands = {
            f"{kind}, {suffix}": [
                str(Path(sys.executable).with_name("ancu")), "screen", str(source), *programmes,
                "--reasons", reasons, "-o", f"{folder}/out.{suffix}",
            ]
            for kind, reasons, suffix in (("reason ids", "brief", "parquet"), ("texts", "text", "parquet"))
        }  # fmt: skip
        for command in commands.values():
            run(command, set(there))
        found: dict[tuple[str, int], list[tuple[float, float, float]]] = {}
        for _ in range(asked.runs):
            for name, command in commands.items():
                for count in range(1, len(there) + 1):
                    found.setdefault((name, count), []).append(run(command, set(there[:count])))
    rows = []
    for (name, count), runs in found.items():
        passed, core, busiest = (statistics.median(column) for column in zip(*runs, strict=True))
        alone = statistics.median(one[0] for one in found[name, 1])
        rows.append([name, f"{count}", seconds(passed), seconds(core), f"{alone / passed:.2f} ×", seconds(busiest),
                     f"{core / busiest:.1f} ×"])  # fmt: skip
    print("\n".join(environment()))
    print(
        f"{asked.rows:,} rows, {len(programmes) // 2} programmes; whole processes, "
        f"medians of {asked.runs} runs by turns."
    )
    headings = ["", "cores", "time", "of a core", "speed-up", "busiest thread", "no more than"]
    print(f"\n{table(headings, rows)}")


if __name__ == "__main__":
    main()
