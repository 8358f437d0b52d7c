"""Two runs of a list compared: who changed, because of which cell of theirs or which rule of the law."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, Command

pytestmark = pytest.mark.slow

HEADERS = ["Mã hồ sơ", "Họ tên", "Tỉnh", "Nhóm đối tượng", "Hôn nhân", "Nuôi con nhỏ", "Thu nhập"]
HEADERS += ["Có tên trong Giấy chứng nhận", "Có nhà ở", "Đã mua nhà ở xã hội", "Đã được hỗ trợ nhà ở"]
HEADERS += ["Đang ở nhà ở công vụ", "Đăng ký tại dự án khác", "Đang thuê nhà ở xã hội", "Nguồn vốn dự án"]
INCOME = HEADERS.index("Thu nhập")
#: The income cap of a single worker rose from 20 to 25 million on 2026-04-07.
CASES = [
    ["HS-1", "Người dân số 1", "Bắc Ninh", "Công nhân", "Độc thân", "không", income, *["không"] * 7, "Chủ đầu tư"]
    for income in ("9 triệu", "22 triệu", "30 triệu")
]
for number, row in enumerate(CASES, 1):
    row[0] = f"HS-{number}"
FORMS = ("csv", "jsonl", "parquet", "xlsx")


def screen(ancu_here: Command, rows: list[list[str]], result: str, day: str = "2026-04-06", *more: str) -> None:
    name = f"list-{result}.csv"
    with open(name, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADERS, *rows])
    programme = () if "--programme" in more else ("--programme", "social_housing_purchase")
    code, _, said = ancu_here("screen", name, "-o", result, "--as-of", day, *programme, *more)
    assert code in (0, 3), said


def changed(at: int, **cells: str) -> list[list[str]]:
    rows = [list(row) for row in CASES]
    for header, cell in cells.items():
        rows[at][HEADERS.index(header.replace("_", " "))] = cell
    return rows


def full_list(ancu_here: Command, old: str, new: str, *more: str) -> list[dict[str, str]]:
    code, _, said = ancu_here("diff", old, new, "-o", "changes.jsonl", "--lang", "en", *more)
    assert code == 1, said
    return [json.loads(line) for line in Path("changes.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_changed_in_any_form_layout_and_language(ancu_here: Command, form: str) -> None:
    screen(ancu_here, CASES, "old.csv")
    screen(ancu_here, CASES, f"new.{form}", "2026-04-06", "--layout", "long", "--lang", "en")
    code, said, _ = ancu_here("diff", "old.csv", "new.run.json")
    assert (code, said) == (0, "Không có gì thay đổi: 3 hồ sơ có kết quả như cũ.\n")
    screen(ancu_here, CASES, f"ids.{form}", "2026-04-06", "--reasons", "ids")
    assert ancu_here("diff", f"new.{form}", f"ids.{form}", "--lang", "en")[:2] == (
        0, "Nothing changed: 3 cases came out as before.\n",
    )  # fmt: skip


def test_a_cell_that_changed_is_the_cause(ancu_here: Command) -> None:
    screen(ancu_here, CASES, "old.csv")
    rows = changed(0, Họ_tên="Đổi tên", Thu_nhập="21.000.000")
    rows[1][INCOME] = "22.000.000"  # the same amount
    screen(ancu_here, rows, "new.csv", "2026-04-06", "--lang", "en", "--layout", "long")
    code, said, _ = ancu_here("diff", "old.csv", "new.csv")
    assert code == 1
    assert "3 hồ sơ có ở cả hai lượt, 1 hồ sơ có kết quả thay đổi." in said
    assert "HS-1, Mua, thuê mua nhà ở xã hội: đủ điều kiện → không đủ điều kiện" in said
    assert "(Thu nhập: 9 triệu → 21.000.000)" in said
    assert "Đổi tên" not in said
    (change,) = full_list(ancu_here, "old.csv", "new.csv")
    assert change == {
        "Case": "HS-1",
        "Programme": "Buy or lease-purchase social housing",
        "before": "eligible",
        "after": "not eligible",
        "cause": "the record",
        "detail": "Thu nhập: 9 triệu → 21.000.000",
    }


@pytest.mark.parametrize("codes", [(), ("--reasons", "ids"), ("--reasons", "brief")])
def test_the_rule_that_changed_between_two_days_is_named(ancu_here: Command, codes: tuple[str, ...]) -> None:
    screen(ancu_here, CASES, "old.csv", "2026-04-06", *codes)
    screen(ancu_here, CASES, "new.csv", "2026-04-07", *codes)
    (change,) = full_list(ancu_here, "old.csv", "new.csv")
    assert (change["Case"], change["before"], change["after"]) == ("HS-2", "not eligible", "eligible")
    assert change["cause"] == "the law"
    assert change["detail"].startswith("as of ")
    assert "Income cap of a single applicant: VND 20,000,000" in change["detail"]
    assert "25,000,000" in change["detail"]
    # What changed on that day and is no reason of this case is not told.
    assert "armed forces" not in change["detail"].lower()


def test_another_rulebook_is_the_cause(ancu_here: Command, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    text = (ROOT / "rules" / "parameters.yaml").read_text(encoding="utf-8")
    assert "25000000" in text
    (tmp_path / "rules" / "parameters.yaml").write_text(text.replace("25000000", "31000000"), encoding="utf-8")
    screen(ancu_here, CASES, "old.csv", "2026-05-01")
    screen(ancu_here, CASES, "new.csv", "2026-05-01", "--rules", "rules")
    (change,) = full_list(ancu_here, "old.csv", "new.csv", "--rules", "rules")
    assert (change["Case"], change["after"]) == ("HS-3", "eligible")
    assert change["detail"].startswith("rulebook ")
    (change,) = full_list(ancu_here, "old.csv", "new.csv", "--old-rules", str(ROOT / "rules"), "--rules", "rules")
    assert "25,000,000" in change["detail"]
    assert "31,000,000" in change["detail"]


def test_cases_in_one_of_the_two_and_repeated_ids(ancu_here: Command) -> None:
    twice = [*CASES, [*CASES[0][:INCOME], "22 triệu", *CASES[0][INCOME + 1 :]]]
    screen(ancu_here, twice, "old.csv")
    rows = [["HS-9", *CASES[0][1:]], CASES[0], changed(1, Thu_nhập="mười triệu")[1], twice[3]]
    for form in ("csv", "xlsx"):
        screen(ancu_here, rows, f"new.{form}")
        found = full_list(ancu_here, "old.csv", f"new.{form}")
        assert [(change["Case"], change["cause"]) for change in found] == [
            ("HS-9", "in the new run only"), ("HS-2", "rejected in the new run"), ("HS-3", "in the old run only"),
        ]  # fmt: skip
        back = full_list(ancu_here, f"new.{form}", "old.csv")
        assert ("HS-2", "rejected in the old run, judged now") in [(c["Case"], c["cause"]) for c in back]


def test_without_receipts_headings_still_tell(ancu_here: Command) -> None:
    screen(ancu_here, CASES, "old.csv", "2026-04-06", "--lang", "en")
    screen(ancu_here, changed(0, Thu_nhập="21 triệu"), "new.csv", "2026-04-07", "--layout", "long")
    for receipt in Path().glob("*.run.json"):
        receipt.unlink()
    changes = full_list(ancu_here, "old.csv", "new.csv")
    assert [(change["Case"], change["cause"]) for change in changes] == [("HS-2", "the law")]
    assert "receipt" in changes[0]["detail"]
    code, _, said = ancu_here("diff", "old.csv", "new.csv")
    assert (code, "old.csv" in said, "new.csv" in said) == (1, True, True)
    Path("new.run.json").write_text(Path("new.csv").read_text(encoding="utf-8-sig"), encoding="utf-8")
    assert ancu_here("diff", "old.csv", "new.csv")[0] == 4


@pytest.mark.parametrize("form", FORMS)
def test_the_full_list_in_every_form(ancu_here: Command, form: str) -> None:
    screen(ancu_here, CASES, "old.csv")
    screen(ancu_here, changed(0, Thu_nhập="21 triệu"), "new.csv")
    assert ancu_here("diff", "old.csv", "new.csv", "-o", f"changes.{form}")[0] == 1
    path = Path(f"changes.{form}")
    if form == "xlsx":
        from openpyxl import load_workbook

        rows = [[cell.value for cell in row] for row in load_workbook(path).active.iter_rows()]
    elif form == "parquet":
        import pyarrow.parquet as pq

        table = pq.read_table(path)
        rows = [table.column_names, *map(list, zip(*table.to_pydict().values(), strict=True))]
    elif form == "jsonl":
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        rows = [list(records[0]), *(list(record.values()) for record in records)]
    else:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    assert rows[0] == ["Mã hồ sơ", "Chương trình", "trước", "sau", "do", "chi tiết"]
    assert rows[1][0] == "HS-1"
    assert rows[1][2:] == ["đủ điều kiện", "không đủ điều kiện", "thông tin hồ sơ", "Thu nhập: 9 triệu → 21 triệu"]


def test_what_cannot_be_compared_is_said(ancu_here: Command) -> None:
    screen(ancu_here, CASES, "old.csv")
    Path("other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    for arguments, code, said in (
        (("old.csv", "other.csv"), 4, "other.csv"),
        (("old.csv", "nowhere.csv"), 4, "nowhere.csv"),
        (("old.csv", "old.pdf"), 4, "old.pdf"),
        (("old.csv", "old.csv", "-o", "old.csv"), 4, "trùng"),
        (("old.csv", "old.csv", "-o", "old.run.json"), 4, "old.run.json"),
        (("old.csv",), 2, "Thiếu MỚI"),
    ):
        found, _, heard = ancu_here("diff", *arguments)
        assert (found, said in heard) == (code, True), heard
    # A result that was changed after its run is compared as it stands, and that is told.
    text = Path("old.csv").read_text(encoding="utf-8-sig")
    Path("edited.csv").write_text(text.replace("Người dân số 1", "Khác"), encoding="utf-8-sig")
    Path("edited.run.json").write_bytes(Path("old.run.json").read_bytes())
    code, _, heard = ancu_here("diff", "old.csv", "edited.csv")
    assert (code, "Phiếu bên cạnh không phải của edited.csv" in heard) == (0, True)
