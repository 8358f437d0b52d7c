"""A run is whole or nothing, and the same whichever way it goes: by rows or columns, on one thread or four."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ancu
from ancu.errors import OutputError
from ancu.screening.job import Job
from ancu.screening.jobs.run_job import run_job
from ancu.screening.lists import opening
from ancu.screening.results import files as writing
from ancu.screening.results.files import Whole, remove_leftovers
from ancu.screening.results.summary import summarise
from ancu.screening.results.understood import column_notices
from ancu.screening.run import screen as running
from tests.conftest import Run
from tests.support.thorough import THOROUGH

pytestmark = pytest.mark.slow  # starts processes over long lists

HEADERS = ["Mã hồ sơ", "Ghi chú", "Ngày xét", "Tỉnh", "Nhóm đối tượng", "Hôn nhân", "Nuôi con nhỏ", "Thu nhập"]
HEADERS += ["Thu nhập vợ/chồng", "Có tên trong Giấy chứng nhận", "Có nhà ở", "Đã mua nhà ở xã hội"]
HEADERS += ["Đã được hỗ trợ nhà ở", "Đang ở nhà ở công vụ", "Đang thuê nhà ở xã hội", "Nguồn vốn dự án", "=1+1"]
PROGRAMMES = ("social_housing_purchase", "social_housing_rent")
#: What a spreadsheet may take for a formula, or a reader of CSV for something else than text.
NASTY = [
    "=1+1", "=HYPERLINK(\"http://x\")", "+84 912", "-A1", "@SUM(A1)", "\t=1", "'=1", "-5", "+5,5", "-", "--", "＝1+1",
    'nói "thế"', '"', "hai\ndòng", "hai\r\ndòng", "a,b;c", " trống ", "", "NULL", "nan", "1e5", "007", "x" * 400,
    unicodedata.normalize("NFD", "Nguyễn Thị Ước"), "𠮷野", "\u200b", "🏠", "0", "Tổng cộng", "\\N", "\\", "#REF", "{}",
]  # fmt: skip
YES_NO = ["có", "không", "x", "Không", "", "", "có lẽ"]


def made_up(rows: int, seed: int = 1, bad: float = 1.0) -> list[list[str]]:
    """Rows of no real person: most good, some with cells that cannot be read (``bad`` times as many), ids repeated."""
    draw = random.Random(seed)
    found = []
    for number in range(rows):
        days = ["01/05/2026", "2026-04-06", "1.8.2024", "15/06/2019", "", ""]
        incomes = ["9 triệu", "22.000.000", "14,5 triệu", "30000000", "", "0"]
        row = [
            f"HS-{draw.randrange(rows) if draw.random() < 0.05 else number}",
            draw.choice(NASTY),
            draw.choice(days),
            draw.choice(["Bắc Ninh", "bac_ninh", "Bắc Giang", ""]),
            draw.choice(["Công nhân", "Người thu nhập thấp ở đô thị", "6", ""]),
            draw.choice(["Độc thân", "Đã kết hôn", ""]),
            draw.choice(YES_NO[:-1]),
            draw.choice(incomes),
            draw.choice(incomes),
            *(draw.choice(YES_NO[:-1]) for _ in range(6)),
            draw.choice(["Chủ đầu tư", "Ngân sách nhà nước", ""]),
            draw.choice(NASTY),
        ]
        if draw.random() < 0.08 * bad:
            row[draw.choice([2, 5, 6, 7])] = draw.choice(["31/02/2026", "mười triệu", "có lẽ", "=A1", "-3"])
        found.append(row)
    return found


def written(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADERS, *rows])
    return path


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of some hundred rows with all that can go wrong."""
    return written(tmp_path_factory.mktemp("list") / "list.csv", made_up(100))


def files(book: ancu.Rulebook, path: Path, folder: Path, form: str, **how: Any) -> dict[str, bytes]:
    """All files that come of a run but its receipt, by name."""
    folder.mkdir()
    route, threads = how.pop("route", None), how.pop("threads", 1)
    job = Job((str(path),), programmes=PROGRAMMES, as_of=date(2026, 5, 1), form=form, **how)  # type: ignore[arg-type]
    rejects = None if form == "xlsx" else folder / "out.rejects.csv"
    run_job(book, job, folder / f"out.{form}", rejects, route=route, threads=threads)
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix != ".json"}


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("form", "how"),
    [
        ("csv", {}),
        ("csv", {"reasons": "ids", "only": ("ineligible", "not_covered")}),
        ("jsonl", {"only": ("eligible",)}),
        ("jsonl", {"layout": "long", "reasons": "ids"}),
        ("parquet", {"layout": "long", "reasons": "ids", "only": ("undetermined",)}),
        ("xlsx", {"only": ("undetermined", "ineligible")}),
        ("xlsx", {"layout": "long", "lang": "en"}),
        ("csv", {"reasons": "brief", "layout": "long"}),
    ],
)
def test_by_rows_and_by_columns(
    book: ancu.Rulebook, listed: Path, tmp_path: Path, form: str, how: dict[str, Any]
) -> None:
    by_rows = files(book, listed, tmp_path / "rows", form, route="rows", **how)
    assert len(by_rows) == (1 if form == "xlsx" else 2) + ("reasons" in how)
    # DuckDB takes most of the time: before a commit it judges for the plainest form and for that of the most columns.
    by_duckdb = THOROUGH or (form, how) == ("csv", {}) or form == "parquet"
    for route in ("columns", "duckdb") if by_duckdb else ("columns",):
        by_columns = files(book, listed, tmp_path / route, form, route=route, **how)
        assert by_rows.keys() == by_columns.keys()
        for name, content in by_rows.items():
            assert content == by_columns[name], (route, name)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_threads_pieces_and_streams(
    book: ancu.Rulebook, tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the number of threads, nor reading a piece at a time, changes a byte."""
    path = written(tmp_path / "list.csv", made_up(1_200, seed=2, bad=0.1))
    # Several pieces, so that there is something to put in order.
    monkeypatch.setattr(running, "CHUNK", 500)
    one = files(book, path, tmp_path / "one", form, route="columns", threads=1, reasons="ids")
    four = files(book, path, tmp_path / "four", form, route="columns", threads=4, reasons="ids")
    assert one == four
    if form == "parquet":
        return  # its groups of rows are those of the pieces
    monkeypatch.setattr(opening, "LARGE", 1)
    streamed = files(book, path, tmp_path / "streamed", form, route="columns", threads=4, reasons="ids")
    assert one == streamed


# -- nothing becomes a formula ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("route", ["rows", "columns"])
def test_no_text_becomes_a_formula(book: ancu.Rulebook, listed: Path, tmp_path: Path, route: Any) -> None:
    found = files(book, listed, tmp_path / "csv", "csv", route=route)
    for content in found.values():
        for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
            for cell in row:
                if cell.startswith(("=", "+", "-", "@", "\t", "\r")):
                    assert cell == "-" or cell.strip("+-").replace(",", "").replace(" ", "").isdigit(), cell
    assert "'=HYPERLINK" in found["out.csv"].decode()
    from openpyxl import load_workbook

    files(book, listed, tmp_path / "xlsx", "xlsx", route=route)
    sheets = load_workbook(tmp_path / "xlsx" / "out.xlsx")
    kinds = {cell.data_type for sheet in sheets for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "d"}
    texts = {cell.value for row in sheets.worksheets[0].iter_rows() for cell in row}
    assert {"=1+1", "@SUM(A1)", "-A1"} <= texts


# -- whole or nothing -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of several pieces."""
    return written(tmp_path_factory.mktemp("long") / "long.csv", made_up(3_000, seed=3, bad=0.2))


#: The command, taking our list for a large one and reading it in small pieces. Once some of its result is written it
#: waits to be let go on: so it is in the middle of its work, whatever the machine is busy with.
IN_PIECES = """
import sys, time
from pathlib import Path
from ancu.screening.jobs import run_job
from ancu.screening.lists import opening
from ancu.screening.run import screen
from ancu_cli.main import main

opening.LARGE, run_job.CHUNK, pieces = 1, 5_000, screen.in_order

def held(*given):
    for i, piece in enumerate(pieces(*given)):
        while i == 2 and not Path("go").exists():
            time.sleep(0.01)
        yield piece

screen.in_order = held
main(sys.argv[1:])
"""
ARGUMENTS = ("--as-of", "2026-05-01", "--programme", PROGRAMMES[0], "--programme", PROGRAMMES[1])


def begun(long_list: Path, folder: Path, output: str = "out.csv") -> subprocess.Popen[str]:
    """A run in the middle of its work: something of its result is written already. Scratch goes to the parent."""
    shutil.copy(long_list, folder / "list.csv")
    process = subprocess.Popen(
        [sys.executable, "-c", IN_PIECES, "screen", "list.csv", "-o", output, *ARGUMENTS],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        env={**{k: v for k, v in os.environ.items() if not k.startswith("ANCU_")}, "TMPDIR": str(folder.parent)},
    )  # fmt: skip
    parts = f".{output}.*/*" if output.endswith(".xlsx") else f".{output}.*"
    while not any(file.stat().st_size > 1_000 for file in folder.glob(parts)):
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    return process


def standing(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_killed_in_the_middle(long_list: Path, tmp_path: Path, ancu_command: Run) -> None:
    process = begun(long_list, tmp_path)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    left = [name for name in standing(tmp_path) if name != "list.csv"]
    assert left
    assert all(name.startswith(".out.") for name in left)
    assert not list(tmp_path.parent.glob("ancu-*"))
    # The next run removes what is left, of rejected rows too though it has none itself.
    written(tmp_path / "list.csv", made_up(3, bad=0))
    done = ancu_command("screen", "list.csv", "-o", "out.csv", *ARGUMENTS)
    assert done.returncode == 0, done.stderr
    assert standing(tmp_path) == ["list.csv", "out.csv", "out.run.json"]


def test_a_workbook_killed_in_the_middle(long_list: Path, tmp_path: Path, ancu_command: Run) -> None:
    """What a workbook is put together from holds personal data too: it lies beside the result, and goes."""
    (tmp_path / "here").mkdir()
    process = begun(long_list, tmp_path / "here", "out.xlsx")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert standing(tmp_path) == ["here"]
    left = [name for name in standing(tmp_path / "here") if name != "list.csv"]
    assert left
    assert all(name.startswith(".out.xlsx.") for name in left)
    written(tmp_path / "here" / "list.csv", made_up(3, bad=0))
    done = ancu_command("screen", "here/list.csv", "-o", "here/out.xlsx", *ARGUMENTS)
    assert done.returncode == 0, done.stderr
    assert standing(tmp_path / "here") == ["list.csv", "out.run.json", "out.xlsx"]


def test_files_that_stood_before_stand_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of several files cannot be put in its place: none is."""
    old, new, last = (tmp_path / name for name in ("old.csv", "new.csv", "last.csv"))
    old.write_text("before")
    replace = os.replace

    def failing(made: Any, path: Path) -> None:
        if path == last:
            raise PermissionError(13, "refused")
        replace(made, path)

    monkeypatch.setattr(os, "replace", failing)
    files = Whole()
    for path in (old, new, last):
        files.write(path, b"after")
    with pytest.raises(OutputError, match=r"last\.csv"):
        files.commit()
    files.discard()
    assert standing(tmp_path) == ["old.csv"]
    assert old.read_text() == "before"


def test_somebody_elses_file_is_put_back_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system gives no second name to a file, as to that of another user, it is moved aside."""
    old, last = tmp_path / "old[1].csv", tmp_path / "last"
    old.write_text("before")

    def refused(*_: Any) -> None:
        raise PermissionError(1, "refused")

    monkeypatch.setattr(os, "link", refused)
    files = Whole()
    files.write(old, b"after")
    files.commit()
    assert (standing(tmp_path), old.read_text()) == (["old[1].csv"], "after")
    files.write(old, b"later")
    files.write(last, b"never")
    last.mkdir()
    with pytest.raises(OutputError, match="last"):
        files.commit()
    files.discard()
    assert (standing(tmp_path), old.read_text()) == (["last", "old[1].csv"], "after")


def test_what_a_run_with_our_own_number_left_is_removed(tmp_path: Path) -> None:
    """In a container each run may have the same number."""
    path = tmp_path / "kq[1].csv"
    left = tmp_path / f".{path.name}.{os.getpid()}.unfinished"
    left.write_text("personal")
    left.with_name(f".{path.name}.parts.{os.getpid()}.unfinished").mkdir()
    files = Whole()
    files.write(path, b"whole")
    folder = files.scratch(path)
    remove_leftovers(path)
    assert folder.is_dir()
    files.commit()
    assert standing(tmp_path) == ["kq[1].csv"]


def test_what_could_not_be_put_on_the_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system says so once, perhaps to the thread that puts large results on the disk as they come."""
    put, told = os.fsync, []

    def failing(file: int) -> None:
        if not told:
            told.append(file)
            raise OSError(5, "input/output error")
        put(file)

    monkeypatch.setattr(os, "fsync", failing)
    monkeypatch.setattr(writing, "_MUCH_TO_SYNC", 1)
    files = Whole()
    file = files.open(tmp_path / "out.csv")
    for _ in range(2):
        file.write(b"x" * (1 << 20))
    with pytest.raises(OutputError, match=r"out\.csv"):
        files.commit()
    files.discard()
    assert told
    assert standing(tmp_path) == []


def test_a_short_and_a_long_list_are_summarised_alike(book: ancu.Rulebook, listed: Path, tmp_path: Path) -> None:
    def run(route: Any, reasons: Any) -> Any:
        job = Job((str(listed),), programmes=PROGRAMMES, as_of=date(2026, 5, 1), reasons=reasons)
        folder = tmp_path / f"{route}-{reasons}"
        folder.mkdir()
        done = run_job(book, job, folder / "out.csv", folder / "rejects.csv", route=route).run
        return {name: +facts for name, facts in done.alone.items() if facts}, done.counts, done.reasons

    for reasons in ("text", "ids", "brief"):
        assert run("rows", reasons) == run("columns", reasons), reasons


def test_interrupted(long_list: Path, tmp_path: Path) -> None:
    process = begun(long_list, tmp_path)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130, said
    assert "Đã dừng" in said
    assert "Traceback" not in said
    assert standing(tmp_path) == ["list.csv"]


def test_a_list_that_changes_while_it_is_read(long_list: Path, tmp_path: Path) -> None:
    process = begun(long_list, tmp_path)
    with (tmp_path / "list.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(made_up(2))
    (tmp_path / "go").touch()
    _, said = process.communicate()
    assert process.returncode == 4, said
    assert "list.csv: Tệp bị sửa trong khi đang đọc" in said
    assert standing(tmp_path) == ["go", "list.csv"]


def limited(folder: Path, size: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command where no file may grow beyond ``size`` bytes."""
    return subprocess.run(
        [sys.executable, "-m", "ancu_cli.main", *arguments],
        cwd=folder, capture_output=True, encoding="utf-8", check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        env={**{k: v for k, v in os.environ.items() if not k.startswith("ANCU_")}, "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("form", "route"),
    [("csv", "rows"), ("csv", "columns"), ("jsonl", "rows"), ("parquet", "columns"), ("xlsx", "columns")],
)
def test_no_room_for_the_result(listed: Path, tmp_path: Path, form: str, route: str) -> None:
    result = f"out.{form}"
    (tmp_path / result).write_text("the result of another day", encoding="utf-8")
    done = limited(tmp_path, 8_000, "screen", str(listed), "-o", result, "--engine", route, *ARGUMENTS)
    assert done.returncode == 4, done.stderr
    assert f"Không ghi được {result}" in done.stderr
    assert "Traceback" not in done.stderr
    assert standing(tmp_path) == [result]
    assert (tmp_path / result).read_text(encoding="utf-8") == "the result of another day"


def _mounted(folder: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", str(folder)]
    return os.geteuid() == 0 and subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path | None]:
    """A disk of 100 kB, where one may be made."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = _mounted(folder)
    yield folder if mounted else None
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(listed: Path, small_disk: Path | None, ancu_command: Run) -> None:
    folder = small_disk or Path("/dev/full")  # a path through a file is no better a place
    done = ancu_command("screen", str(listed), "-o", str(folder / "out.csv"), *ARGUMENTS)
    assert done.returncode == 4, done.stderr
    assert "Không ghi được" in done.stderr
    if small_disk is not None:
        assert "hết chỗ trên đĩa" in done.stderr
        assert standing(small_disk) == []


@pytest.mark.parametrize(
    ("list_", "result"),
    [
        ("/proc/self/mem", "out.csv"),
        ("nowhere.csv", "out.csv"),
        (".", "out.csv"),
        ("list.csv", "nowhere/out.csv"),
        ("list.csv", "/sys/out.csv"),
        ("list.csv", "list.csv/out.csv"),
        ("list.csv", "."),
    ],
)
def test_what_cannot_be_read_or_written(tmp_path: Path, ancu_command: Run, list_: str, result: str) -> None:
    written(tmp_path / "list.csv", made_up(3, bad=0))
    more = ("--format", "csv") if result == "." else ()
    done = ancu_command("screen", list_, "-o", result, *ARGUMENTS, *more)
    assert done.returncode == 4, done.stderr
    assert (list_ if list_ != "list.csv" else result) in done.stderr
    assert "Traceback" not in done.stderr
    assert standing(tmp_path) == ["list.csv"]


def test_rejects_and_receipt_appear_with_the_result(tmp_path: Path, ancu_command: Run) -> None:
    """A folder stands where the receipt is to go: then there is no result either."""
    written(tmp_path / "list.csv", made_up(40))
    (tmp_path / "out.run.json").mkdir()
    done = ancu_command("screen", "list.csv", "-o", "out.csv", *ARGUMENTS)
    assert done.returncode == 4, done.stderr
    assert "out.run.json" in done.stderr
    assert standing(tmp_path) == ["list.csv", "out.run.json"]


def test_a_run_never_writes_over_what_it_reads(tmp_path: Path, ancu_command: Run) -> None:
    path = written(tmp_path / "out.rejects.csv", made_up(40))
    before = path.read_bytes()
    done = ancu_command("screen", "out.rejects.csv", "-o", "out.csv", *ARGUMENTS)
    assert (done.returncode, "out.rejects.csv" in done.stderr) == (4, True)
    assert path.read_bytes() == before
    assert standing(tmp_path) == ["out.rejects.csv"]


def test_the_receipt_of_a_streamed_run(
    long_list: Path, tmp_path: Path, ancu_command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGE", 1)
    done = ancu_command("screen", str(long_list), "-o", "out.parquet", "--reasons", "ids", *ARGUMENTS)
    assert done.returncode == 3, done.stderr
    receipt = json.loads((tmp_path / "out.run.json").read_text(encoding="utf-8"))
    assert receipt["route"] == "columns"
    assert receipt["counts"]["read"] == receipt["counts"]["judged"] + receipt["counts"]["rejected"] == 3_000
    again = ancu_command("replay", "out.run.json")
    assert again.returncode == 0, again.stdout


def test_the_summary_fits_the_terminal(book: ancu.Rulebook, tmp_path: Path) -> None:
    """Titles are wrapped, so that the counts stay in their columns; where no terminal is, nothing is."""
    (tmp_path / "ds.csv").write_text("Mã hồ sơ,Tỉnh,Ghi chú,Điện thoại\nHS-1,Bắc Ninh,,\n", encoding="utf-8")
    job = Job((str(tmp_path / "ds.csv"),), programmes=("minority_house_loan",))
    run = run_job(book, job, tmp_path / "kq.csv").run
    title = book.programmes["minority_house_loan"].title.vi
    assert any(line.startswith(title) for line in summarise(book, run, "vi").splitlines())
    table = summarise(book, run, "vi", 72).split("\n\n")[1].splitlines()
    assert max(map(len, table)) <= 72
    assert " ".join(line[: len(table[2])].rsplit("   ")[0].strip() for line in table[1:]).startswith("Vay vốn làm nhà")
    assert list(column_notices(run.plan, (), "vi")) == [
        "Các cột “Ghi chú”, “Điện thoại” không dùng để xét, giữ nguyên trong kết quả."
    ]
