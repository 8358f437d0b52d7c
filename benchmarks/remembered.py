"""What a run of a list could be spared if an earlier run were remembered: the bound of a memory between two runs.

    python benchmarks/remembered.py --rows 100000

Each list is run three times over in this process, by turns: as it is; with all that was judged and said of its rows
remembered at no cost (nobody pays for telling which rows are the same, nor for keeping or reading the memory, and no
row has changed); and with the lines of the result remembered too, so that they are copied from the one before. What
stays is what a run owes its reader: the list is read, the referee judges rows anew, the result is written whole and
digested. Beside them stands what even a way round reading and the referee could not do without: the list and a copy of
the result digested, nothing else.
Every result is held to the bytes of the first. Seconds are those of the processor, start-up left out.
"""

from __future__ import annotations

import argparse
import hashlib
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from measuring import environment, table
from population import Population, write_csv, write_parquet

import ancu
from ancu.batch.judge import TableJudges
from ancu.screening.headers.meanings import Meanings
from ancu.screening.job import Job
from ancu.screening.jobs import run_job as files_to_files
from ancu.screening.jobs.receipt import digest_of
from ancu.screening.jobs.run_job import plan_of, run_job, wanted_of
from ancu.screening.lists.opening import open_lists
from ancu.screening.results.files import whole_files
from ancu.screening.run import screen as screening
from ancu.screening.run.column_judge import ColumnJudge
from ancu.screening.run.screen import CHUNK

PURCHASE = ("social_housing_purchase",)
ALL = ("all",)
#: What is asked of a list: how it is called, its suffix, the programmes, the reasons, the share of the rows.
CASES = (
    ("CSV, texts, one programme", ".csv", PURCHASE, "text", 1),
    ("CSV, reason ids, one programme", ".csv", PURCHASE, "ids", 1),
    ("CSV, texts, all programmes", ".csv", ALL, "text", 5),
    ("Parquet, reason ids, all programmes", ".parquet", ALL, "ids", 1),
    ("Parquet, texts, all programmes", ".parquet", ALL, "text", 1),
)
#: The stages of a run, each with what does it, within the thread that it runs in.
STAGES = (
    ("parse", ColumnJudge, "read"),
    ("judge", TableJudges, "judge"),
    ("say", ColumnJudge, "_say"),
    ("write", files_to_files._Results, "put"),
    ("referee", screening, "review"),
)
AS_IT_IS, JUDGED, WRITTEN, COPY = "as it is", "nothing judged", "nothing judged, lines copied", "a copy, digested"


@dataclass
class Memory:
    """What became of each piece of a list, by its first line, and the result that stands."""

    judged: dict[int, Any] = field(default_factory=dict)
    result: Path | None = None


class Remembering:
    """A judge that remembers what it found."""

    def __init__(self, judge: Any, memory: Memory) -> None:
        self._judge, self._memory = judge, memory

    def judge(self, chunk: Any) -> Any:
        found = self._memory.judged[chunk.lines[0]] = self._judge.judge(chunk)
        return found


class Remembered:
    """A judge that judges nothing."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def judge(self, chunk: Any) -> Any:
        return self._memory.judged[chunk.lines[0]]


class Copied:
    """A sink whose lines are those of the result before; nothing is put into it."""

    def __init__(self, file: Any, result: Path) -> None:
        self._file, self._result = file, result

    def close(self) -> None:
        with self._result.open("rb") as before:
            before.seek(self._file.tell())  # the headings stand already
            while piece := before.read(1 << 22):
                self._file.write(piece)
        self._file.flush()


@contextmanager
def copying(memory: Memory) -> Iterator[None]:
    """Results are copied from the one before."""
    assert memory.result is not None
    before, close = memory.result, files_to_files._Results.close

    def closing(results: Any, run: Any) -> Any:
        results._sink = Copied(results._sink._file, before)
        return close(results, run)

    with (
        patch.object(files_to_files._Results, "put", lambda *_: None),
        patch.object(files_to_files._Results, "close", closing),
    ):
        yield


class Case:
    """One job, run in each way."""

    def __init__(self, book: ancu.Rulebook, source: Path, folder: Path, programmes: tuple[str, ...], reasons: Any):
        self.book, self.source, self.folder = book, source, folder
        form: Any = source.suffix.removeprefix(".")
        self.job = Job((str(source),), programmes=programmes, reasons=reasons, form=form)
        self.memory = Memory()
        self.stages: dict[str, float] = defaultdict(float)
        first = self._result("first")
        judge_for = screening.judge_for
        with patch.object(screening, "judge_for", lambda *asked: Remembering(judge_for(*asked), self.memory)):
            self._run(first)
        self.memory.result, self.sha256 = first, digest_of(first)

    def run(self, how: str) -> float:
        """Seconds of the processor of a run."""
        result = self._result("again")
        with ExitStack() as patched:
            if how == AS_IT_IS:
                self.stages.clear()
                for name, where, what in STAGES:
                    patched.enter_context(patch.object(where, what, self._told(name, getattr(where, what))))
            else:
                patched.enter_context(patch.object(screening, "judge_for", lambda *_: Remembered(self.memory)))
            if how == WRITTEN:
                patched.enter_context(copying(self.memory))
            began = time.process_time()
            self._run(result)
            took = time.process_time() - began
        if digest_of(result) != self.sha256:
            raise SystemExit(f"{how}: another result for {self.source.name}")
        for file in self.folder.glob("again*"):
            file.unlink()
        return took

    def read(self) -> float:
        """Seconds of opening, planning and reading the list alone; it is digested meanwhile."""
        began = time.process_time()
        meanings = Meanings(self.book, None)
        with open_lists(self.job.lists, meanings, None, "vi") as opened:
            wanted = wanted_of(plan_of(self.book, self.job, opened.source), opened.source)
            for chunk in opened.source.chunks(CHUNK, wanted):
                assert len(chunk)
            opened.check_unchanged()
        return time.process_time() - began

    def copy(self) -> float:
        """Seconds of digesting the list, and of writing the result as it stands into a file that is digested too."""
        assert self.memory.result is not None
        began = time.process_time()
        digest_of(self.source)
        with whole_files() as files:
            Copied(files.open(self._result("again")), self.memory.result).close()
            files.written()
            files.commit()
        took = time.process_time() - began
        self._result("again").unlink()
        return took

    def digest(self) -> float:
        """Seconds of the digest of the result alone."""
        assert self.memory.result is not None
        began = time.process_time()
        with self.memory.result.open("rb") as file:
            hashlib.file_digest(file, "sha256")
        return time.process_time() - began

    def _run(self, result: Path) -> None:
        run_job(self.book, self.job, result, result.with_suffix(".rejects.csv"), route="columns")

    def _result(self, name: str) -> Path:
        return self.folder / f"{name}{self.source.suffix}"

    def _told(self, name: str, do: Callable[..., Any]) -> Callable[..., Any]:
        """``do``, with the seconds that it takes counted."""

        def counted(*given: Any, **named: Any) -> Any:
            began = time.thread_time()
            try:
                return do(*given, **named)
            finally:
                self.stages[name] += time.thread_time() - began

        return counted


def measure(case: Case, rounds: int) -> tuple[dict[str, float], dict[str, float]]:
    """The medians of each way, and of each stage of the run as it is."""
    ways: dict[str, list[float]] = defaultdict(list)
    stages: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for how in (AS_IT_IS, JUDGED, WRITTEN):
            ways[how].append(case.run(how))
            if how == AS_IT_IS:
                of_round = {"read": case.read(), **case.stages, "digest": case.digest()}
                for name, took in of_round.items():
                    stages[name].append(took)
                stages["rest"].append(max(0.0, ways[how][-1] - sum(of_round.values())))
        ways[COPY].append(case.copy())
    medians = [{name: statistics.median(took) for name, took in each.items()} for each in (ways, stages)]
    return medians[0], medians[1]


def main() -> None:
    """Print the bound of each list, and where its time goes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=20_000, help="of a list with every text in CSV: a fifth of them")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    book = ancu.load_rulebook()
    bounds, stages = [], []
    for title, suffix, programmes, reasons, share in CASES:
        rows = asked.rows // share
        name = f"{title}, {rows:,} rows"
        print(f"  {name}", file=sys.stderr)
        with tempfile.TemporaryDirectory() as made:
            source = Path(made) / f"list{suffix}"
            {".csv": write_csv, ".parquet": write_parquet}[suffix](Population(book, asked.seed), rows, source)
            ways, took = measure(Case(book, source, Path(made), programmes, reasons), asked.runs)
        whole = ways[AS_IT_IS]
        spared = (f"{ways[how]:.2f} s ({ways[how] / whole:.0%})" for how in (JUDGED, WRITTEN, COPY))
        bounds.append([name, f"{whole:.2f} s", *spared])
        order = ("read", *(stage for stage, _, _ in STAGES), "digest", "rest")
        stages.append([name, *(f"{took.get(stage, 0) / rows * 1e6:.1f}" for stage in order)])
    print(*environment(), sep="\n")
    print(f"medians of {asked.runs} interleaved runs, seconds of the processor", end="\n\n")
    print(table(["", AS_IT_IS, JUDGED, WRITTEN, COPY], bounds), end="\n\n")
    print(table(["µs of the processor a row", *order], stages))


if __name__ == "__main__":
    main()
