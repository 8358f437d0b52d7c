"""Whatever fails a command, from a full disk to a name that is no text: a sentence and the right code, no traceback."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Command

pytestmark = pytest.mark.slow

HEAD = "Mã hồ sơ,Tỉnh,Nhóm đối tượng,Hôn nhân,Thu nhập,Có nhà ở,Ghi chú"
ASKED = ("--programme", "social_housing_purchase", "--as-of", "15/01/2026")


def row(case: str, income: object = 14000000, note: str = "x") -> str:
    return f"{case},Bắc Ninh,Công nhân,Độc thân,{income},không,{note}"


def put(path: Path, *rows: str) -> Path:
    path.write_text("\n".join([HEAD, *(rows or map(row, ("A1", "A2", "A3")))]) + "\n", encoding="utf-8")
    return path


def started(folder: Path, *arguments: str | bytes, **more: Any) -> subprocess.Popen[bytes]:
    env = {**os.environ, "ANCU_LANG": "en"}
    command = [sys.executable, "-m", "ancu_cli.main", *arguments]
    return subprocess.Popen(command, cwd=folder, env=env, stderr=subprocess.PIPE, **more)


def ended(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    _, said = process.communicate(timeout=120)
    assert b"Traceback" not in said
    return process.returncode, said.decode()


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        ("screen", "list.csv", *ASKED),
        ("explain", "--case", "A1", "--in", "list.csv", *ASKED),
        ("rules", "list"),
        ("facts",),
        ("template",),
        ("sql", "social_housing_rent"),
        ("--help",),
    ],
)
def test_a_full_disk_under_the_output(tmp_path: Path, command: tuple[str, ...]) -> None:
    put(tmp_path / "list.csv")
    with open("/dev/full", "wb") as full:
        assert ended(started(tmp_path, *command, stdout=full)) == (4, "Cannot write -: the disk is full.\n")


@pytest.mark.slow
@pytest.mark.parametrize("command", [("facts",), ("rules", "list"), ("--help",)])
def test_a_pipe_that_nobody_reads(tmp_path: Path, command: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        assert ended(started(tmp_path, *command, stdout=write)) == (141, "")
    finally:
        os.close(write)


@pytest.mark.slow
def test_streams_that_are_closed(tmp_path: Path) -> None:
    put(tmp_path / "list.csv")
    for stream, command, code, said in (
        (1, "rules list", 4, "Cannot write -: it is closed."),
        (0, "screen -", 4, "Cannot read -: it is closed."),
        (0, "explain -", 4, "Cannot read -: it is closed."),
        (2, f"screen list.csv -o r.csv {' '.join(ASKED)}", 0, ""),
    ):
        line = f'exec "$0" -m ancu_cli.main {command} {stream}>&-'
        env = {**os.environ, "ANCU_LANG": "en"}
        done = subprocess.run(
            ["sh", "-c", line, sys.executable], cwd=tmp_path, env=env, capture_output=True, check=False
        )
        assert (done.returncode, said in done.stderr.decode(), b"Traceback" in done.stderr) == (code, True, False)
    assert "A1" in (tmp_path / "r.csv").read_text(encoding="utf-8-sig")


@pytest.mark.slow
def test_told_to_end_a_command_leaves_nothing_unfinished(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "list.jsonl")
    process = started(tmp_path, "screen", "list.jsonl", "-o", "r.csv", *ASKED, stdout=subprocess.DEVNULL)
    with open(tmp_path / "list.jsonl", "wb"):  # it has begun to read
        time.sleep(0.2)
        process.send_signal(signal.SIGTERM)
        assert ended(process) == (143, "Interrupted; nothing was written.\n")
    assert [path.name for path in tmp_path.iterdir()] == ["list.jsonl"]


def test_names_that_are_too_long_or_no_text(ancu_here: Command, tmp_path: Path) -> None:
    long, foreign = "x" * 300, os.fsdecode("danh-s\xe1ch.csv".encode("latin-1"))
    put(tmp_path / "list.csv")
    put(tmp_path / foreign)
    for command in (
        ("screen", "list.csv", "-o", f"{long}.csv"),
        ("screen", f"{long}.csv"),
        ("screen", "list.csv", "--map", long),
        ("screen", "list.csv", "-o", "r.csv", "--rejects", long),
        ("explain", "--case", "A1", "--in", f"{long}.csv"),
        ("explain", long),
        ("map", f"{long}.csv"),
        ("map", "list.csv", "-o", long),
        ("template", "--xlsx", f"{long}.xlsx"),
        ("diff", f"{long}.csv", "list.csv"),
        ("replay", long),
        ("--rules", long, "rules", "check"),
        ("--rules", long, "rules", "list"),
        ("rules", "check", "--rules", long),
        ("spec", "run", long),
        ("spec", "boundaries", "social_housing_rent", "social_housing_purchase_no_home", "-o", long),
        ("screen", foreign, "-o", "r.csv"),
        ("screen", "list.csv", "-o", f"r{foreign}"),
        ("screen", "danh-s*.csv", "-o", "r.csv"),
        ("explain", foreign),
        ("replay", foreign),
        ("rules", "check", "--rules", foreign),
    ):
        code, _, said = ancu_here(*command, "--lang", "en")
        assert (command, code in (2, 4), bool(said)) == (command, True, True)


def test_long_names_leave_room_for_what_is_unfinished(ancu_here: Command, tmp_path: Path) -> None:
    """80 Vietnamese letters are 240 bytes, which a file system takes."""
    name = "ệ" * 80 + ".csv"
    put(tmp_path / "list.csv")
    assert ancu_here("screen", "list.csv", "-o", name, *ASKED)[0] == 0
    assert (tmp_path / name).is_file()


def test_a_result_is_a_plain_file(ancu_here: Command, tmp_path: Path) -> None:
    put(tmp_path / "list.csv")
    os.mkfifo(tmp_path / "pipe.csv")
    code, _, said = ancu_here("screen", "list.csv", "-o", "pipe.csv", *ASKED, "--lang", "en")
    assert (code, "pipe.csv: it is a device or a pipe" in said) == (4, True)


def test_one_bad_cell_is_one_returned_row(ancu_here: Command, tmp_path: Path) -> None:
    put(tmp_path / "list.csv", row("A1"), row("A2", "9" * 1_000_000), row("A3", "1" + "0" * 300 + " tỷ"))
    assert ancu_here("screen", "list.csv", "-o", "r.csv", *ASKED)[0] == 3
    with open("r.rejects.csv", encoding="utf-8-sig", newline="") as file:
        csv.field_size_limit(2_000_000)
        assert [each["Mã hồ sơ"] for each in csv.DictReader(file)] == ["A2", "A3"]


def test_numbers_and_half_letters_of_json(ancu_here: Command, tmp_path: Path) -> None:
    cells = ["14000000", "9" * 5_000, "1e999999999", "1e99999999999999999999", "NaN", "14000000." + "0" * 40 + "1"]
    lines = [f'{{"Mã hồ sơ": "A{i}", "Thu nhập": {cell}, "Ghi chú": "\\ud83d"}}' for i, cell in enumerate(cells)]
    (tmp_path / "list.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for result in ("r.csv", "s.jsonl"):
        assert ancu_here("screen", "list.jsonl", "-o", result, "--rejects", "bad.csv", *ASKED)[0] == 3
        with open("bad.csv", encoding="utf-8-sig", newline="") as file:
            assert [each["Mã hồ sơ"] for each in csv.DictReader(file)] == ["A1", "A2", "A3", "A4", "A5"]
    assert "\ufffd" in Path("r.csv").read_text(encoding="utf-8")


def test_drafts_overwrite_nothing(ancu_here: Command, tmp_path: Path) -> None:
    mine = tmp_path / "mine.feature"
    mine.write_text("# three days of work\n")
    (tmp_path / "r.json").write_text('{"net_income": "22 triệu"}', encoding="utf-8")
    for command in (
        ("spec", "boundaries", "social_housing_rent"),
        ("spec", "new", "--from-case", "r.json", "--programme", "social_housing_purchase"),
    ):
        code, _, said = ancu_here(*command, "-o", "mine.feature", "--lang", "en")
        assert (code, "exists and is not overwritten" in said) == (4, True)
        assert mine.read_text() == "# three days of work\n"
    assert ancu_here(*command, "-o", "new.feature")[0] == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.feature", "new.feature", "r.json"]


def test_what_an_earlier_run_left_goes_or_is_named(ancu_here: Command, tmp_path: Path) -> None:
    put(tmp_path / "list.csv", row("A1"), row("A4", "nhiều"))
    ancu_here("screen", "list.csv", "--reasons", "ids", "-o", "r.csv", *ASKED)
    assert {"r.rejects.csv", "r.reasons.csv"} <= {path.name for path in tmp_path.iterdir()}
    Path("r.reasons.csv").write_text("somebody's notes")
    put(tmp_path / "list.csv", row("A1"))
    code, _, said = ancu_here("screen", "list.csv", "-o", "r.csv", *ASKED, "--lang", "en")
    assert code == 0
    assert "Removed r.rejects.csv" in said
    assert "r.reasons.csv is not of this run" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["list.csv", "r.csv", "r.reasons.csv", "r.run.json"]


def test_each_result_has_a_receipt_of_its_own(ancu_here: Command, tmp_path: Path) -> None:
    put(tmp_path / "list.csv", row("A1"), row("A4", "nhiều"))
    for result in ("r.csv", "r.jsonl", "r.csv"):
        ancu_here("screen", "list.csv", "-o", result, *ASKED)
    receipts = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in tmp_path.glob("*.run.json")}
    written = {name: [file["name"] for file in receipt["outputs"]] for name, receipt in receipts.items()}
    assert written == {
        "r.run.json": ["r.csv", "r.rejects.csv"],
        "r.jsonl.run.json": ["r.jsonl", "r.jsonl.rejects.csv"],
    }
    for receipt in written:
        assert ancu_here("replay", receipt)[0] == 0
    Path("r.csv").unlink()  # its names are free
    ancu_here("screen", "list.csv", "-o", "r.parquet", *ASKED)
    assert json.loads(Path("r.run.json").read_text(encoding="utf-8"))["outputs"][0]["name"] == "r.parquet"


@pytest.mark.parametrize(
    "change",
    [
        lambda receipt: receipt["counts"].update(judged=7),
        lambda receipt: receipt["columns"].update(Tỉnh="as_of"),
        lambda receipt: receipt["referee"].update(judged_again=0),
        lambda receipt: receipt.update(engine="9.9.9"),
        lambda receipt: receipt.update(started="2020-01-01T00:00:00Z"),
        lambda receipt: receipt["job"].update(mapping="/etc/passwd"),
        lambda receipt: receipt["outputs"][0].update(name="../r.csv"),
    ],
)
def test_a_receipt_that_was_changed_is_noticed(ancu_here: Command, tmp_path: Path, change: Any) -> None:
    put(tmp_path / "list.csv")
    ancu_here("screen", "list.csv", "-o", "r.csv", *ASKED)
    receipt = json.loads(Path("r.run.json").read_text(encoding="utf-8"))
    change(receipt)
    Path("r.run.json").write_text(json.dumps(receipt), encoding="utf-8")
    code, said, warned = ancu_here("replay", "r.run.json")
    assert (code in (4, 5), "sửa" in said + warned) == (True, True)


def test_a_receipt_merely_written_otherwise_is_the_same(ancu_here: Command, tmp_path: Path) -> None:
    put(tmp_path / "list.csv")
    ancu_here("screen", "list.csv", "-o", "r.csv", *ASKED)
    receipt = json.loads(Path("r.run.json").read_text(encoding="utf-8"))
    Path("r.run.json").write_text(json.dumps(receipt, indent=4, sort_keys=True), encoding="utf-8")
    assert ancu_here("replay", "r.run.json")[0] == 0


def test_cells_that_a_workbook_cannot_hold_are_named(ancu_here: Command, tmp_path: Path) -> None:
    put(tmp_path / "list.csv", row("A1", note="y" * 32_768), row("A2"))
    code, _, said = ancu_here("screen", "list.csv", "-o", "r.xlsx", *ASKED, "--lang", "en")
    assert (code, "1 cells are longer than 32,767 letters" in said, bool(re.search("Decisions![A-Z]+2", said))) == (
        0,
        True,
        True,
    )
