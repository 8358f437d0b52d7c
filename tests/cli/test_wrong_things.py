"""What people do wrong, and what they are told: the file, the row or the word that is wrong, and how to mend it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Command

ROWS = "Mã hồ sơ,Tỉnh,Nhóm đối tượng,Hôn nhân,Thu nhập\nHS-1,Bắc Ninh,Công nhân,Độc thân,12 triệu\n"
HOME = "social_housing_purchase"


@pytest.fixture
def desk(ancu_here: Command, tmp_path: Path) -> Command:
    """The command in a folder with a list, a record and records that are spoilt."""
    (tmp_path / "ds.csv").write_text(ROWS, encoding="utf-8")
    shutil.copy(ROOT / "examples" / "ho-so-mau.json", tmp_path / "ho-so.json")
    (tmp_path / "thua-phay.json").write_text('{"Thu nhập": "22 triệu",}', encoding="utf-8")
    (tmp_path / "hai-lan.json").write_text(
        '{"Thu nhập": "22 triệu", "Thu nhập bình quân": "9 triệu"}', encoding="utf-8"
    )
    (tmp_path / "kq.csv").write_text(ROWS, encoding="utf-8")
    (tmp_path / "kq.run.json").write_text('{"kind"', encoding="utf-8")
    return ancu_here


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        # A list, a record, a receipt, a mapping or a workbook where another of these is wanted.
        (("explain", "ds.csv"), "ds.csv: Đây không phải hồ sơ JSON. * ancu explain --case MÃ_HỒ_SƠ --in ds.csv"),
        (("spec", "new", "--from-case", "ds.csv"), "ds.csv: Đây không phải hồ sơ JSON. *"),
        (("screen", "ho-so.json"), "ho-so.json: Đây là tệp JSON, không phải danh sách. * ancu explain ho-so.json. *"),
        (("screen", "ds.csv", "--map", "ds.csv"), "ds.csv:1:1: Đây không phải bản đối chiếu cột. * ancu map *"),
        (("replay", "ds.csv"), "ds.csv: Đây không phải phiếu *nằm cạnh tệp kết quả."),
        (("replay", "kq.csv"), "kq.csv: Đây không phải phiếu * Có phải ý bạn là “kq.run.json”?"),
        (("replay", "kq.run.json"), "kq.run.json: *(tệp JSON bị cắt cụt hoặc hỏng)."),
        (("replay", "ho-so.json"), "ho-so.json: *(thiếu mục “job”)."),
        (("spec", "import", "ds.csv", "-o", "a.feature"), "ds.csv: Ở đây cần sổ tính (.xlsx); tệp này là văn bản. *"),
        (
            ("plan", "ds.csv", "--plan", "plan_137", "--done", "ds.csv", "-o", "k.xlsx"),
            "ds.csv: Danh sách công việc không có cột nào đọc được *Cần cột “Mã hồ sơ” và một trong: Ngày khởi công, *",
        ),
        # A slip in a record, in words.
        (("explain", "thua-phay.json"), "thua-phay.json:1:25: Sai cú pháp JSON: * sau trường cuối không có dấu phẩy."),
        (("explain", "hai-lan.json"), "hai-lan.json: *(đều là Thu nhập bình quân hàng tháng thực nhận)*"),
        # A programme that is called by a part of its title, a result by its name, a day of another option.
        (
            ("screen", "ds.csv", "--programme", "Mua nhà ở xã hội"),
            "*Có phải ý bạn là “Mua, thuê mua nhà ở xã hội” hoặc *",
        ),
        (("screen", "ds.csv", "--only", "đạt"), "--only không nhận “đạt”. Các giá trị: eligible (đủ điều kiện), *"),
        (("screen", "ds.csv", "--set", "Ngày xét=01/06/2025"), "“Ngày xét” không ghi bằng --set. * --as-of."),
        (("screen", "ds.csv", "--set", "Mã hồ sơ=HS-1"), "“Mã hồ sơ” không phải thông tin chung cho mọi hồ sơ *"),
        (("rules", "list", "--on", "mai"), "--on “mai”: Không đọc được thành ngày. *"),
        (
            ("register", "restore", "sao-luu.sqlite", "--register", "so.sqlite"),
            "Không có bản sao lưu “sao-luu.sqlite”. *",
        ),
    ],
)
def test_what_is_wrong_is_named_with_how_to_mend_it(desk: Command, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = desk(*arguments)
    assert code in (2, 4)
    assert out == ""
    assert len(err.splitlines()) == 1
    start, *parts = said.split("*")
    assert err.startswith(start)
    assert all(part.strip() in err for part in parts)


@pytest.mark.parametrize(
    ("arguments", "near"),
    [(("screen", "ds.csv", "--progamme", "x"), "--programme"), (("sql", HOME, "--as-of", "01/01/2026"), None)],
)
def test_an_option_is_proposed_for_a_slip_of_it_alone(
    desk: Command, arguments: tuple[str, ...], near: str | None
) -> None:
    code, _, err = desk(*arguments)
    assert code == 2
    assert err.splitlines()[0].partition(". ")[2] == (f"Có phải ý bạn là “{near}”?" if near else "")


def test_results_are_asked_for_as_they_are_called(desk: Command) -> None:
    asked = ("screen", "ds.csv", "--programme", HOME, "--as-of", "15/01/2026", "--format", "csv", "--only")
    by_name, by_id = desk(*asked, "chưa đủ thông tin"), desk(*asked, "undetermined")
    assert by_name[:2] == by_id[:2]
    assert "HS-1" in by_name[1]


def test_a_file_that_is_no_spec_is_told_once(desk: Command) -> None:
    code, out, _ = desk("spec", "run", "ds.csv")
    assert code == 1
    assert out.count("Tệp phải có dòng “# language: vi”") == 1
