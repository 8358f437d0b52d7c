"""Where the time goes of one decision, one request and one cold start: ``python benchmarks/one.py [--runs 7]``.

Seconds of the processor, since other work on the machine lengthens what passes: the median of all cases, and the least
of the runs, which the machine disturbs least. The cases are those of ``embedding.py`` and ``service.py``, made up. A
cold start is a whole process with bytecode and caches in place.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import embedding

import ancu
from ancu.inference import direct, rete
from ancu.inference.judgment import judge
from ancu.inference.program import Program, program_on
from service import PROGRAMME, records

Spent = dict[str, list[float]]
#: How often each case is decided in a run.
ROUNDS = 25
TOGETHER = ("-c", "import click, pydantic; pydantic.BaseModel")
LOADED = ("-c", "import ancu; ancu.decide; ancu.load_rulebook()")


def taken(spent: Spent, name: str, work: Callable[[], Any]) -> Any:
    """What ``work`` gives; its microseconds of this thread are entered under ``name``."""
    before = time.thread_time_ns()
    found = work()
    spent[name].append((time.thread_time_ns() - before) / 1000)
    return found


def of_a_decision(spent: Spent) -> None:
    book, day = embedding.BOOK, embedding.DAY
    program = program_on(book, embedding.PROGRAMME, day)
    network = rete.engine_of(program)
    for case in embedding.CASES * ROUNDS:
        record = taken(spent, "the record is read", partial(ancu.read_record, book, case))
        facts = program.prepare(record.facts, day)
        values = taken(spent, "the first key: direct", partial(direct.run, program, facts))
        taken(spent, "the second key: Rete", partial(network.run, facts, values))
        run = partial(run_again, program, facts, values)
        taken(spent, "judged: grounds, what is missing", partial(judge, program, facts, run))
        decision = taken(spent, "all of it", partial(ancu.decide, book, record, embedding.PROGRAMME, day))
        taken(spent, "written as JSON, details worked out", decision.model_dump_json)


def run_again(program: Program, facts: direct.Facts, values: direct.Values, held: direct.Values) -> direct.Values:
    """The values that are known already, or those with some held fixed."""
    return direct.run(program, facts, held) if held else values


def of_a_request(spent: Spent, core: Any, bodies: list[bytes]) -> None:
    from ancu.service import schemas
    from ancu.service.case import case_of, choices_between

    for body in bodies:
        case = taken(spent, "the body is read", partial(case_of, core.book, body))
        decisions, uncovered = taken(spent, "decided, two keys", partial(core.decide, case, "one", None))
        choices = taken(spent, "choices", partial(choices_between, core.book, decisions, "vi"))
        answer = schemas.Decisions(decisions=decisions, not_covered=uncovered, choices=choices, changes=None)
        taken(spent, "written", partial(answer.model_dump_json, by_alias=True))


def of_cold_starts(spent: Spent, folder: Path) -> None:
    record = folder / "record.json"
    record.write_text(json.dumps(embedding.CASES[2], ensure_ascii=False), encoding="utf-8")
    explain = ("-m", "ancu_cli.main", "explain", str(record))
    commands = {
        "Python alone": ("-c", "pass"),
        "with click and pydantic": TOGETHER,
        "with ancu and the rulebook": LOADED,
        "ancu explain, one programme": (*explain, "--programme", embedding.PROGRAMME),
        "ancu explain, all that it concerns": explain,
    }
    for name, command in commands.items():
        process = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, code, used = os.wait4(process.pid, 0)
        process.returncode = code
        assert code == 0, (name, code)
        spent[name].append((used.ru_utime + used.ru_stime) * 1e6)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="of each measure, in turn; the first is not counted")
    asked = parser.parse_args()
    from ancu.service.app import create_app
    from ancu.service.settings import Settings

    core = create_app(Settings(), embedding.BOOK).core
    bodies = [
        json.dumps({"record": one, "programmes": [PROGRAMME], "as_of": "2026-05-01"}).encode() for one in records(60)
    ]
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    with tempfile.TemporaryDirectory() as folder:
        for run in range(asked.runs):
            for title, measure in {
                "one decision": of_a_decision,
                "one request": lambda spent: of_a_request(spent, core, bodies),
                "a cold start": lambda spent: of_cold_starts(spent, Path(folder)),
            }.items():
                spent: Spent = defaultdict(list)
                measure(spent)
                for name, times in spent.items() if run else ():
                    found[title][name].append(statistics.median(times))
    print(
        f"load {os.getloadavg()[0]:.0f} on {os.cpu_count()} cores; "
        f"processor time, median and least of {asked.runs - 1} runs"
    )
    for title, lines in found.items():
        print(f"\n{title:<40}{'median':>10}{'least':>10}")
        for name, times in lines.items():
            scale, unit = (1e3, "ms") if title == "a cold start" else (1, "µs")
            print(f"{name:<40}{statistics.median(times) / scale:>10.0f}{min(times) / scale:>10.0f} {unit}")


if __name__ == "__main__":
    main()
