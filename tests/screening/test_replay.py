"""A receipt tells a run whole, and a run is repeated from it: identical, or the first difference named."""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from ancu.screening.jobs.receipt import RunReceipt, read_receipt
from tests.conftest import ROOT, Command

pytestmark = pytest.mark.slow

EXAMPLE = ROOT / "examples" / "danh-sach-mau.csv"


@pytest.fixture
def run(ancu_here: Command) -> Command:
    """The command, with a list of forty made-up cases."""
    lines = EXAMPLE.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    Path("list.csv").write_text("".join(lines[:41]), encoding="utf-8")
    return ancu_here


def test_a_receipt_tells_the_run_and_nobodys_name(run: Command) -> None:
    code, _, said = run(
        "screen", "list.csv", "-o", "out.csv", "--as-of", "01/05/2026", "--set", "Nguồn vốn dự án=Chủ đầu tư"
    )
    assert (code, "out.run.json" in said) == (3, True)
    receipt = read_receipt("out.run.json")
    assert (receipt.job.lists, receipt.job.given) == (("list.csv",), (("Nguồn vốn dự án", "Chủ đầu tư"),))
    assert str(receipt.as_of) == "2026-05-01"
    assert "social_housing_rent" in receipt.programmes
    for file in (*receipt.inputs, *receipt.outputs):
        content = Path(file.name).read_bytes()
        assert (file.sha256, file.bytes) == (hashlib.sha256(content).hexdigest(), len(content))
    assert [file.role for file in receipt.outputs] == ["result", "rejects"]
    counts = receipt.counts
    with open("out.csv", encoding="utf-8-sig", newline="") as file:
        assert counts.judged == len(list(csv.DictReader(file)))
    assert counts.read == counts.judged + counts.rejected == 40
    assert all(sum(by_status.values()) == counts.judged for by_status in counts.decisions.values())
    assert 0 < receipt.referee.judged_again <= receipt.referee.outcomes
    assert receipt.libraries["pydantic"]
    written = Path("out.run.json").read_text(encoding="utf-8")
    assert "HS-0" not in written
    assert "Người dân" not in written
    schema = json.loads(run("replay", "--schema")[1])
    assert schema == RunReceipt.model_json_schema()
    # As it stood before there were receipts of Spark.
    old = json.loads(written)
    del old["spark"]
    for file in (*old["inputs"], *old["outputs"]):
        assert file.pop("modified", None) is file.pop("files", None) is None
    assert RunReceipt.model_validate(old) == receipt


@pytest.mark.parametrize("result", ["out.csv", "out.jsonl", "out.parquet", "out.xlsx"])
def test_the_same_files_come_of_it_again(run: Command, result: str) -> None:
    run("screen", "list.csv", "-o", result, "--programme", "social_housing_rent")
    before = sorted(path.name for path in Path().iterdir())
    code, said, _ = run("replay", "out.run.json")
    assert (code, said.startswith("Giống hệt")) == (0, True)
    assert sorted(path.name for path in Path().iterdir()) == before
    Path(result).unlink()
    code, said, warned = run("replay", "out.run.json", "--lang", "en")
    assert (code, said.startswith("Identical"), f"{result} is gone" in warned) == (0, True, True)


def test_codes_a_mapping_and_several_files(run: Command) -> None:
    Path("map.yaml").write_text("cột:\n  Số: Mã hồ sơ\n  TN: Thu nhập\n", encoding="utf-8")
    for name in ("a", "b"):
        Path(f"{name}.csv").write_text(f"Số,TN,Nhóm đối tượng\n{name}1,9 triệu,Công nhân\n", encoding="utf-8")
    command = ("screen", "?.csv", "--map", "map.yaml", "-o", "out.csv", "--reasons", "ids", "--as-of", "2026-05-01")
    assert run(*command, "--programme", "social_housing_rent")[0] == 0
    assert [file.name for file in read_receipt("out.run.json").inputs] == ["a.csv", "b.csv", "map.yaml"]
    # Files that would fit the pattern today are not of the run.
    Path("c.csv").write_text("Số,TN,Nhóm đối tượng\nc1,9 triệu,Công nhân\n", encoding="utf-8")
    code, said, _ = run("replay", "out.run.json")
    assert (code, "2 tệp" in said) == (0, True)
    Path("map.yaml").write_text("cột:\n  Số: Mã hồ sơ\n  TN: bỏ qua\n", encoding="utf-8")
    code, _, said = run("replay", "out.run.json")
    assert (code, "map.yaml" in said, "ancu diff" in said) == (4, True, True)


def _changed_csv(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    path.write_text(text.replace("đủ điều kiện", "ĐỦ", 1), encoding="utf-8-sig")


def _changed_lines(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('kết quả": "', 'kết quả": "ĐỦ ', 1), encoding="utf-8")


def _changed_parquet(path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pq.read_table(path)
    place = next(i for i, name in enumerate(table.column_names) if name.endswith("kết quả"))
    cells = ["ĐỦ", *table.column(place).to_pylist()[1:]]
    pq.write_table(table.set_column(place, table.column_names[place], pa.array(cells)), path)


def _changed_book(path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path)
    sheet = book.worksheets[0]
    column = next(cell.column for cell in sheet[1] if str(cell.value).endswith("kết quả"))
    sheet.cell(2, column).value = "ĐỦ"
    book.save(path)


@pytest.mark.parametrize(
    ("result", "change", "line"),
    [
        ("out.csv", _changed_csv, 2),
        ("out.jsonl", _changed_lines, 1),
        ("out.parquet", _changed_parquet, 1),
        ("out.xlsx", _changed_book, 2),
    ],
)
def test_the_first_difference_is_named(
    run: Command, result: str, change: Callable[[Path], None], line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("screen", "list.csv", "-o", result, "--programme", "social_housing_rent")
    change(Path(result))
    code, said, _ = run("replay", "out.run.json")
    assert code == 5
    assert result in said
    assert f"dòng {line}, cột “Thuê nhà ở xã hội: kết quả”" in said
    assert "ĐỦ" in said
    assert "bị sửa sau lượt chạy" in said
    code, said, _ = run("replay", "out.run.json", "--lang", "en")
    assert (code, f"line {line}, column" in said, "changed after the run" in said) == (5, True, True)


def test_a_run_that_judged_otherwise_is_found_out(run: Command) -> None:
    """As if an older version had written the result: the receipt fits the file, running again does not."""
    run("screen", "list.csv", "-o", "out.csv", "--programme", "social_housing_rent")
    _changed_csv(Path("out.csv"))
    receipt = json.loads(Path("out.run.json").read_text(encoding="utf-8"))
    content = Path("out.csv").read_bytes()
    receipt["outputs"][0] |= {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    receipt["engine"] = "0.0.9"
    Path("out.run.json").write_text(json.dumps(receipt), encoding="utf-8")
    code, said, _ = run("replay", "out.run.json")
    assert code == 5
    assert "dòng 2, cột" in said
    assert "bị sửa" not in said
    assert "ancu 0.0.9 lúc chạy" in said
    Path("out.csv").unlink()
    code, said, _ = run("replay", "out.run.json")
    assert (code, "SHA-256" in said) == (5, True)


def test_lost_rows_and_bytes_are_named(run: Command) -> None:
    run("screen", "list.csv", "-o", "out.csv", "--programme", "social_housing_rent")
    content = Path("out.csv").read_bytes()
    Path("out.csv").write_bytes(content.replace(b"\n", b"\r\n", 1))
    code, said, _ = run("replay", "out.run.json")
    first = content.index(b"\n") + 1
    assert (code, f"byte thứ {first}: trước 0x0d, nay 0x0a" in said) == (5, True)
    with open("out.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    with open("out.csv", "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows[:-1])
    code, said, _ = run("replay", "out.run.json")
    assert (code, "chỉ có khi chạy lại" in said, rows[-1][0] in said) == (5, True, True)


def test_what_is_not_as_it_was_is_named_with_a_remedy(run: Command, tmp_path: Path) -> None:
    run("screen", "list.csv", "-o", "out.csv", "--programme", "social_housing_rent")
    overlay = tmp_path / "rules"
    overlay.mkdir()
    figures = (ROOT / "rules" / "parameters.yaml").read_text(encoding="utf-8")
    label = "Mức trần thu nhập của người độc thân"
    assert label in figures
    (overlay / "parameters.yaml").write_text(figures.replace(label, label + " (thử)", 1), encoding="utf-8")
    with open("list.csv", "a", encoding="utf-8") as file:
        file.write("\n")
    code, _, said = run("replay", "out.run.json", "--rules", "rules")
    assert code == 4
    assert "--rules" in said
    assert "list.csv" in said
    Path("list.csv").unlink()
    code, _, said = run("replay", "out.run.json")
    assert (code, "Không thấy tệp đầu vào “list.csv”" in said) == (4, True)
    Path("bad.run.json").write_text('{"ancu_run": 2}', encoding="utf-8")
    for bad in ("bad.run.json", "nowhere.run.json"):
        code, _, said = run("replay", bad)
        assert (code, bad in said) == (4, True)


def test_a_decision_log_is_known_by_its_content(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = {"at": "2026-05-01", "rulebook": "x", "case": "a", "facts": {}, "decisions": []}
    Path("log").write_text(json.dumps(entry) + "\n", encoding="utf-8")
    seen: list[Any] = []

    def replay_log(book: Any, path: str) -> Any:
        seen.append(path)
        same = len(seen) == 1
        return SimpleNamespace(identical=same, gap=None, text=lambda lang: "as it was" if same else "line 1 differs")

    module = ModuleType("ancu.service.journal")
    module.replay_log = replay_log  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "ancu.service.journal", module)
    monkeypatch.setattr("ancu_cli.replay.find_spec", lambda name: object())
    assert run("replay", "log")[:2] == (0, "as it was\n")
    assert run("replay", "log")[:2] == (5, "line 1 differs\n")
    assert seen == ["log", "log"]
    monkeypatch.setattr("ancu_cli.replay.find_spec", lambda name: None)
    assert run("replay", "log")[0] == 4
