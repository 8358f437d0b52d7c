"""The command: what an office types, from a screened list or a log to the register, and what it is told."""

from __future__ import annotations

import contextlib
import json
import shutil
from pathlib import Path

import pytest

import ancu
from ancu import extras
from ancu.register.store import Register
from ancu.screening.job import Job
from ancu.screening.jobs.run_job import run_job
from ancu.service.journal import DecisionLog, entry
from tests.conftest import ROOT, WORKER, Command
from tests.support.registers import PROGRAMME, filled

#: A made-up household of one.
HOUSEHOLD = {
    "case": "HO-1",
    "province": "Bắc Ninh",
    "members": [{"label": "dòng 1", "relation": "người đứng đơn", "employment": "công nhân", "net_income": "15 triệu"}],
    "members_complete": "có",
}
LIST = ROOT / "examples" / "dang-ky-mua.csv"


@pytest.fixture(scope="module")
def screened(book: ancu.Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty register, and a list that was screened there."""
    folder = tmp_path_factory.mktemp("sang-loc")
    (folder / "ds.csv").write_bytes(LIST.read_bytes())
    with contextlib.chdir(folder):
        run_job(book, Job(("ds.csv",), programmes=(PROGRAMME,)), Path("kq.csv"))
        Register("so.sqlite").create()
    return folder


@pytest.fixture
def office(ancu_here: Command, screened: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command in such a folder."""
    monkeypatch.setenv("ANCU_REGISTER", "so.sqlite")
    shutil.copytree(screened, tmp_path, dirs_exist_ok=True)
    return ancu_here


def test_a_list_that_was_changed_since_is_not_entered(office: Command, tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_bytes(LIST.read_bytes() + b"\n")
    code, out, err = office("register", "enter", "kq.run.json", "--project", "DA-01")
    assert (code, out) == (4, "")
    assert "ds.csv” khác với lúc chạy" in err
    assert "0 mục" in office("register", "verify")[1]


def test_a_receipt_that_was_changed_is_not_entered(office: Command, tmp_path: Path) -> None:
    receipt = json.loads((tmp_path / "kq.run.json").read_text())
    receipt["counts"]["decisions"][PROGRAMME]["eligible"] = 4
    (tmp_path / "kq.run.json").write_text(json.dumps(receipt))
    code, _, err = office("register", "enter", "kq.run.json")
    assert (code, err) == (
        4,
        "kq.run.json: Phiếu ghi lượt chạy đã bị sửa sau khi lập. Hãy sàng lọc lại danh sách rồi nhập theo phiếu mới.\n",
    )


def test_rows_without_a_day_of_filing_are_named(office: Command, tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text(
        LIST.read_text(encoding="utf-8").replace("18/03/2026", "").replace("02/04/2026", "hôm qua")
    )
    office("screen", "ds.csv", "-o", "kq.csv", "--programme", PROGRAMME)
    code, _, err = office("register", "enter", "kq.run.json")
    assert code == 4
    assert err.splitlines() == [
        "ds.csv:4: Dòng này không có ngày nộp hồ sơ. Hãy ghi vào cột “Ngày nộp hồ sơ”, hoặc cho ngày chung bằng "
        "--filed-on NGÀY.",
        "ds.csv:5: Trường “Ngày nộp hồ sơ”, giá trị “hôm qua”: Không đọc được thành ngày. Cần: ngày/tháng/năm, ví dụ "
        "01/11/2025.",
    ]


def test_the_time_of_filing_orders_a_day(office: Command, tmp_path: Path) -> None:
    text = LIST.read_text(encoding="utf-8").replace("16/03/2026", "16/03/2026 9h05", 1)
    (tmp_path / "ds.csv").write_text(text.replace("16/03/2026,", "16/03/2026 08:15,"), encoding="utf-8")
    office("screen", "ds.csv", "-o", "kq.csv", "--programme", PROGRAMME)
    office("register", "enter", "kq.run.json", "--project", "DA-01", "--by", "clerk")
    lines = office("register", "show", "--project", "DA-01")[1].splitlines()
    assert [line.strip().split("  ")[:3] for line in lines[:3]] == [
        ["2", "16/03/2026 08:15", "NOXH-02"],
        ["1", "16/03/2026 09:05", "NOXH-01"],
        ["3", "18/03/2026", "NOXH-03"],
    ]


def test_what_is_entered_again_is_named_or_left_out(office: Command) -> None:
    assert office("register", "enter", "kq.run.json", "--project", "DA-01", "--by", "clerk")[0] == 0
    code, _, err = office("register", "enter", "kq.run.json", "--project", "DA-01", "--by", "clerk")
    assert code == 2
    assert err.startswith("Hồ sơ “NOXH-01” đã có trong sổ (mục 1).")
    code, out, err = office("register", "enter", "kq.run.json", "--project", "DA-01", "--new-only")
    assert (code, out, err) == (0, "Không có hồ sơ nào để nhập.\n", "Bỏ qua 4 hồ sơ đã có trong sổ.\n")


def test_a_column_to_keep_that_is_not_there_gets_a_suggestion(office: Command) -> None:
    code, _, err = office("register", "enter", "kq.run.json", "--keep", "Họ tên")
    assert (code, err) == (
        4, "ds.csv: Danh sách không có cột “Họ tên”. Có phải ý bạn là “Họ và tên”? Hãy sửa tên sau --keep.\n"
    )  # fmt: skip


def test_cases_are_entered_from_the_log_of_the_service(office: Command, book: ancu.Rulebook, tmp_path: Path) -> None:
    log = DecisionLog(str(tmp_path / "nhat-ky.jsonl"))
    for case, income in (("HS-1", "30 triệu"), ("HS-2", "9 triệu"), ("HS-1", "12 triệu")):
        record = ancu.read_record(book, {**WORKER, "net_income": income, "case": case, "as_of": "2026-04-15"})
        decision = ancu.decide(book, record, PROGRAMME)
        log.append([entry("r", record, book.digest, [decision.model_dump_json()])])
    log.close()
    code, out, _ = office("register", "enter", "nhat-ky.jsonl", "--filed-on", "01/04/2026", "--case", "HS-1")
    assert (code, out) == (0, "Đã nhập 1 hồ sơ (mục 1-1): 1 đủ điều kiện. Chờ người khác duyệt.\n")
    code, _, err = office("register", "enter", "nhat-ky.jsonl", "--filed-on", "01/04/2026", "--case", "HS1")
    assert (code, err) == (
        4,
        "nhat-ky.jsonl: Ở đây không có hồ sơ “HS1”. Có phải ý bạn là “HS-1”? Hãy sửa tên sau --case.\n",
    )
    lines = (tmp_path / "nhat-ky.jsonl").read_bytes().splitlines(keepends=True)
    (tmp_path / "nhat-ky.jsonl").write_bytes(lines[0] + lines[2])
    code, _, err = office("register", "enter", "nhat-ky.jsonl", "--filed-on", "01/04/2026")
    assert code == 4
    assert "Dòng này không nối tiếp dòng ngay trước nó" in err


def test_a_broken_register_exits_5(office: Command, book: ancu.Rulebook, tmp_path: Path) -> None:
    filled(book, tmp_path / "hong.sqlite")
    import sqlite3

    with sqlite3.connect(tmp_path / "hong.sqlite") as connection:
        connection.execute("DROP TRIGGER register_entries_kept")
        connection.execute("DELETE FROM register_entries WHERE number = 2")
    connection.close()
    code, out, _ = office("register", "verify", "--register", "hong.sqlite")
    assert (code, out) == (5, "Mục 2 không còn trong sổ: ở chỗ của nó là mục 3.\n")


def test_a_register_that_is_not_there(office: Command) -> None:
    code, _, err = office("register", "show", "--register", "khong-co.sqlite")
    assert (code, err) == (4, "Chưa có sổ “khong-co.sqlite”. Hãy mở sổ mới bằng: ancu register init.\n")


def test_personal_data_leave_only_with_a_name(office: Command) -> None:
    office("register", "enter", "kq.run.json", "--project", "DA-01", "--by", "clerk")
    code, _, err = office("register", "export", "--field", "case")
    assert code == 2
    assert err.startswith("Xuất dữ liệu cá nhân cần đủ ba điều")
    code, _, err = office(
        "register", "export", "--purpose", "Kiểm tra", "--recipient", "Sở Xây dựng", "--field", "cases"
    )
    assert (code, err) == (
        2,
        "Không hồ sơ nào có mục “cases”. Có phải ý bạn là “case”? Có: case, facts, household, reasons, texts.\n",
    )
    _, out, _ = office("register", "export")
    assert out.count("\n") == 4
    assert "NOXH" not in out


def test_numbers_and_amounts_that_are_none(office: Command) -> None:
    assert office("register", "approve", "một")[2] == "“một” không phải số mục. Hãy viết như 12 hoặc 12-40.\n"
    assert office("register", "approve", "4-1")[::2] == (2, "“4-1” viết ngược. Số nhỏ đứng trước: 1-4.\n")
    code, _, err = office("register", "pay", "HS-1", "--amount", "sáu mươi")
    assert code == 2
    assert err.startswith("Trường “--amount”, giá trị “sáu mươi”: Không đọc được thành số.")


def test_an_entry_that_is_not_there(office: Command) -> None:
    assert office("register", "enter", "kq.run.json", "--by", "nguoi-nhap")[0] == 0
    told = "Sổ không có mục 9 (mục cuối là 5). Xem các mục bằng: ancu register show; rồi sửa số mục.\n"
    assert office("register", "approve", "1", "9-999999999999", "--by", "nguoi-duyet") == (2, "", told)
    assert "chờ duyệt" in office("register", "show", "NOXH-01")[1]


def test_a_correction_that_contradicts_the_members_is_pointed_out(office: Command, tmp_path: Path) -> None:
    (tmp_path / "ho.jsonl").write_text(json.dumps(HOUSEHOLD | {"as_of": "2026-05-01"}) + "\n", encoding="utf-8")
    assert office("screen", "ho.jsonl", "--programme", PROGRAMME, "-o", "ho.csv")[0] == 0
    assert office("register", "enter", "ho.run.json", "--filed-on", "01/05/2026", "--by", "nguoi-nhap")[0] == 0
    agrees = ("register", "correct", "HO-1", "--set", "Thu nhập=15 triệu", "--why", "Đối chiếu lại")
    assert office(*agrees, "--by", "nguoi-nhap")[::2] == (0, "")
    code, _, err = office(*(one.replace("15", "11") for one in agrees), "--by", "nguoi-nhap")
    assert code == 0
    assert err.startswith(
        "Thông tin mâu thuẫn trong hồ sơ: Thu nhập bình quân hàng tháng thực nhận: hồ sơ ghi 11.000.000"
    )
    assert err.endswith("Hãy kiểm tra trước khi duyệt.\n")


def test_what_is_missing_is_said(office: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "postgres", lambda: False)
    code, _, err = office("register", "init", "--register", "postgresql://may-chu/so")
    assert (code, err) == (4, 'Sổ đăng ký quyết định cần cài thêm: pip install "ancu[register]".\n')


def test_an_address_of_another_kind(office: Command) -> None:
    code, _, err = office("register", "init", "--register", "mysql://may-chu/so")
    assert code == 4
    assert err.startswith("Địa chỉ sổ không đúng dạng.")


def test_personal_data_become_a_table_that_spreadsheets_open(office: Command, tmp_path: Path) -> None:
    text = LIST.read_text(encoding="utf-8").replace("Người mẫu Một", "=1+1")
    (tmp_path / "ds.csv").write_text(text, encoding="utf-8")
    office("screen", "ds.csv", "-o", "kq.csv", "--programme", PROGRAMME)
    office("register", "enter", "kq.run.json", "--keep", "Họ và tên", "--by", "clerk")
    office("register", "approve", "1-4", "--by", "approver")
    asked = ("--purpose", "Công khai", "--recipient", "Sở Xây dựng", "--field", "case", "--field", "Họ và tên")
    code, _, err = office("register", "export", *asked, "--only", "granted", "-o", "ra.csv")
    assert (code, err) == (0, "Đã xuất dữ liệu cá nhân của 2 hồ sơ; việc này được ghi ở mục 9.\n")
    rows = (tmp_path / "ra.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [row.split(",")[-2:] for row in rows] == [
        ["case", "Họ và tên"],
        ["NOXH-01", "'=1+1"],
        ["NOXH-03", "Người mẫu Ba"],
    ]
