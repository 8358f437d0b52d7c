"""Long lists by several processes: the same bytes as by one, and an end in order whatever happens to one of them."""

from __future__ import annotations

import csv
import io
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pcsv
import pyarrow.parquet as pq
import pytest

from ancu.messages import message
from ancu.screening.results.parquet_groups import NoGroupsError, groups_of
from ancu.screening.results.parquet_sink import ParquetSink

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are begun so on Linux alone")
EXAMPLE = Path(__file__).parents[2] / "examples" / "danh-sach-mau.csv"
PROGRAMMES = ("social_housing_purchase", "merit_house_grant", "poverty_status")
#: A command by two processes, however short the list: it tells the processes that it began.
COMMAND = """
import os, sys
from pathlib import Path
from ancu_cli import no_pandas
no_pandas.hide()
fork = os.fork
def told():
    pid = fork()
    if pid:
        with open("begun", "a") as begun:
            print(pid, file=begun)
    return pid
os.fork = told
from ancu.screening.apart import crew, pieces
from ancu.screening.jobs import run_job
from ancu.screening.lists import opening
{settings}
from ancu_cli.main import main
main()
"""
#: Chunks of few rows, of lists of any length.
SMALL = "crew.FEWEST = 2; crew.MANY_ROWS = crew.MANY_BYTES = opening.LARGE = 0; run_job.CHUNK = 300"
#: What becomes of a process at the second chunk.
AT_THE_SECOND = """
pieces.PieceMaker.made = 0
piece = pieces.PieceMaker.piece
def second(self, *given):
    self.made += 1
    if self.made == 2:
        {done}
    return piece(self, *given)
pieces.PieceMaker.piece = second
"""


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example several times over, with wrong cells here and there: in CSV and in Parquet."""
    folder = tmp_path_factory.mktemp("lists")
    with EXAMPLE.open(encoding="utf-8-sig", newline="") as file:
        headers, *rows = csv.reader(file)
    chance = random.Random(1)
    written = []
    for i in range(500):
        cells = list(chance.choice(rows))
        cells[0] = f"HS-{i if chance.random() > 0.01 else 0:04}"
        if chance.random() < 0.02:
            cells[chance.randrange(1, len(cells))] = "???"
        written.append(cells)
    for name, some in (("l", written), ("short", written[:50])):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([headers, *some])
        read = pcsv.ConvertOptions(column_types=dict.fromkeys(headers, pa.string()))
        pq.write_table(pcsv.read_csv(folder / f"{name}.csv", convert_options=read), folder / f"{name}.parquet")
    return folder


def begin(folder: Path, settings: str, *arguments: str) -> subprocess.Popen[str]:
    """The command in ``folder``, in a process of its own."""
    command = [sys.executable, "-c", COMMAND.format(settings=settings), "screen", *arguments, "--engine", "columns"]
    env = {name: value for name, value in os.environ.items() if not name.startswith("ANCU_")}
    # As the command sets them, which comes to it too late here.
    env |= {"OPENBLAS_NUM_THREADS": "1", "JE_ARROW_MALLOC_CONF": "background_thread:false"}
    return subprocess.Popen(command, cwd=folder, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def screened(folder: Path, settings: str, *arguments: str) -> tuple[int, str, dict[str, bytes], list[int]]:
    """The code, what was said, the files but for the receipt, and the processes begun."""
    folder.mkdir()
    process = begin(folder, settings, *arguments)
    out, err = process.communicate()
    begun = folder / "begun"
    pids = [int(line) for line in begun.read_text().split()] if begun.exists() else []
    begun.unlink(missing_ok=True)
    files = {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith(".run.json")}
    return process.returncode, out + err, files, pids


def alive(pid: int) -> bool:
    """Whether a process runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # One that nobody has asked after yet is no longer running.
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize(
    ("name", "out", "options"),
    [
        ("l.parquet", "kq.parquet", ["--reasons", "brief"]),
        ("l.parquet", "kq.parquet", ["--reasons", "ids", "--layout", "long", "--only", "eligible,undetermined"]),
        ("l.parquet", "kq.parquet", ["--reasons", "text", "--what-if"]),
        ("l.parquet", "kq.csv", ["--reasons", "text", "--lang", "en"]),
        ("l.csv", "kq.csv", ["--reasons", "text"]),
        ("l.csv", "kq.csv", ["--reasons", "ids", "--layout", "long"]),
        ("l.csv", "kq.parquet", ["--reasons", "text", "--only", "not_covered"]),
    ],
)
def test_a_list_by_two_processes_is_the_same_to_the_byte(
    lists: Path, tmp_path: Path, name: str, out: str, options: list[str]
) -> None:
    programmes = [part for one in PROGRAMMES for part in ("--programme", one)]
    arguments = [str(lists / name), *programmes, "--as-of", "2026-11-01", "-o", out, *options]
    # Of lists with texts as CSV a tenth of the rows are judged at once.
    settings = SMALL.replace("300", "1500") if out.endswith(".csv") and "text" in options else SMALL
    alone = screened(tmp_path / "one", settings, *arguments, "--threads", "1")
    apart = screened(tmp_path / "two", settings, *arguments, "--threads", "2")
    assert alone[0] == 3
    assert any("rejects" in file for file in alone[2])
    assert (len(alone[3]), len(apart[3])) == (0, 2)
    assert apart[:3] == alone[:3]
    assert not any(map(alive, apart[3]))


@pytest.mark.parametrize(
    ("name", "settings", "threads"),
    [
        ("short.parquet", "", "3"),
        ("short.csv", "", "3"),
        ("l.parquet", SMALL, "1"),
        ("l.parquet", SMALL.replace("FEWEST = 2", "FEWEST = 3"), "2"),
        ("l.parquet", f"{SMALL}\nimport threading, time\nthreading.Thread(target=time.sleep, args=[1]).start()", "2"),
    ],
    ids=["few rows", "few bytes", "one processor", "two processors", "another thread"],
)
def test_no_process_is_begun_where_it_would_not_pay_or_not_be_safe(
    lists: Path, tmp_path: Path, name: str, settings: str, threads: str
) -> None:
    arguments = [str(lists / name), "--programme", "social_housing_purchase", "-o", "kq.parquet", "--threads", threads]
    code, said, files, begun = screened(tmp_path / "run", settings, *arguments)
    assert (code, begun) == (3, []) or (code, begun) == (0, []), said
    assert "kq.parquet" in files


def test_what_a_process_cannot_do_is_done_again_by_one(lists: Path, tmp_path: Path) -> None:
    arguments = [str(lists / "l.parquet"), "--programme", "social_housing_purchase", "-o", "kq.parquet"]
    failing = SMALL + AT_THE_SECOND.format(done="raise ValueError")
    alone = screened(tmp_path / "one", SMALL, *arguments, "--threads", "1")
    apart = screened(tmp_path / "two", failing, *arguments, "--threads", "2")
    assert len(apart[3]) == 2
    assert apart[:3] == alone[:3]


def test_a_process_that_is_ended_from_outside_ends_the_run_in_a_sentence(lists: Path, tmp_path: Path) -> None:
    killed = SMALL + AT_THE_SECOND.format(done="os.kill(os.getpid(), 9)")
    arguments = [str(lists / "l.parquet"), "--programme", "social_housing_purchase", "-o", "kq.parquet"]
    code, said, files, begun = screened(tmp_path / "run", killed, *arguments, "--threads", "2", "--lang", "en")
    assert code == 4
    assert message("process_ended", "en") in said
    assert "Traceback" not in said
    assert (files, len(begun)) == ({}, 2)
    assert not any(map(alive, begun))


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_a_run_that_is_stopped_leaves_no_process_behind(
    lists: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    waiting = SMALL + AT_THE_SECOND.format(done="Path('reached').touch(); import time; time.sleep(3)")
    arguments = [str(lists / "l.parquet"), "--programme", "social_housing_purchase", "-o", "kq.parquet"]
    process = begin(tmp_path, waiting, *arguments, "--threads", "2")
    while not (tmp_path / "reached").exists() and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(number)
    process.communicate()
    assert process.returncode == code
    begun = [int(line) for line in (tmp_path / "begun").read_text().split()]
    if number == signal.SIGKILL:
        # They see that nobody is there when they have made the piece that they are at.
        while any(map(alive, begun)):
            time.sleep(0.05)
    else:
        assert not any(map(alive, begun))
        assert sorted(file.name for file in tmp_path.iterdir()) == ["begun", "reached"]


def table(chance: random.Random, rows: int) -> list[Any]:
    """Columns of each kind that a result holds."""
    words = ["đủ điều kiện", "không", "", None, "x" * 3_000]
    return [
        pa.array([f"HS-{chance.randrange(10**6)}" for _ in range(rows)]),
        pa.array([chance.choice(words) for _ in range(rows)], pa.string()),
        pa.array([chance.choice([1, 2**40, None]) for _ in range(rows)], pa.int64()),
        pa.array([chance.choice([True, False, None]) for _ in range(rows)], pa.bool_()),
    ]


HEADINGS, HOLDS = ["case", "said", "number", "yes"], [None, "texts", "integer", "yes_no"]


@pytest.mark.parametrize("seed", range(8))
def test_row_groups_joined_are_the_file_that_is_written_at_once(seed: int) -> None:
    chance = random.Random(seed)
    blocks = [table(chance, chance.choice([1, 50, 5_000])) for _ in range(chance.choice([1, 3, 17]))]
    whole, joined = io.BytesIO(), io.BytesIO()
    at_once, appended = ParquetSink(whole, HEADINGS, HOLDS), ParquetSink(joined, HEADINGS, HOLDS)
    left = list(blocks)
    while left:
        piece = io.BytesIO()
        sink = ParquetSink(piece, HEADINGS, HOLDS)
        for block in [left.pop(0) for _ in range(min(len(left), chance.choice([1, 2])))]:
            at_once.write(block)
            sink.write(block)
        sink.close()
        appended.append(groups_of(piece.getvalue()))
    at_once.close()
    appended.close()
    assert joined.getvalue() == whole.getvalue()
    assert pq.read_table(io.BytesIO(joined.getvalue())).num_rows == sum(len(block[0]) for block in blocks)


def test_groups_of_other_columns_and_files_of_other_makers_are_not_joined() -> None:
    sinks = [io.BytesIO(), io.BytesIO()]
    for out, holds in zip(sinks, (HOLDS, [None, None, "integer", "yes_no"]), strict=True):
        sink = ParquetSink(out, HEADINGS, holds)
        sink.write(table(random.Random(1), 5))
        sink.close()
    one, other = (groups_of(out.getvalue()) for out in sinks)
    joined = ParquetSink(io.BytesIO(), HEADINGS, HOLDS)
    joined.append(one)
    with pytest.raises(NoGroupsError):
        joined.append(other)
    indexed = io.BytesIO()
    pq.write_table(pa.table({"a": [1, 2]}), indexed, write_page_index=True)
    for strange in (b"", b"PAR1" * 5, sinks[0].getvalue()[:-20] + b"PAR1", indexed.getvalue()):
        with pytest.raises(NoGroupsError):
            groups_of(strange)
