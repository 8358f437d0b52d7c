"""``ancu explain`` on a household: each adult as the applicant, moments, and personal numbers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Command
from tests.household.families import INVALID, NO_SUPPORT, NOTHING_OWNED, PURCHASE, WORKER, household

MAN, WOMAN = "027090000123", "027190000456"
DAY = ("--as-of", "2026-03-01")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    wife = {**WORKER, "relation": "vợ", "label": "dòng 2", "net_income": "35 triệu", "married_on": "15/05/2026"}
    applicant = {"net_income": "20 triệu", "born_on": "1990", "CCCD": MAN}
    written = household({**wife, "CCCD": WOMAN, "born_on": "1990"}, applicant=applicant, case="HỘ-1")
    path = tmp_path / "ho.json"
    path.write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")
    return path


def parsed(text: str) -> Any:
    return json.loads(text)


def test_each_adult_as_the_applicant(ancu_here: Command, record: Path) -> None:
    code, out, _ = ancu_here("explain", "--in", str(record), "--each", "--programme", PURCHASE, *DAY)
    assert code == 0
    assert out.startswith("Xét lần lượt từng người đã thành niên trong hộ đứng đơn, ngày 01/03/2026\nHồ sơ: HỘ-1\n")
    assert "\nNgười đứng đơn (dòng 1):\n- Mua, thuê mua nhà ở xã hội: ĐỦ ĐIỀU KIỆN" in out
    assert "\nVợ (dòng 2):\n- Mua, thuê mua nhà ở xã hội: KHÔNG ĐỦ ĐIỀU KIỆN. Thu nhập bình quân 35.000.000" in out
    assert "\nLựa chọn cho cả hộ:\n" in out


def test_each_as_json(ancu_here: Command, record: Path) -> None:
    code, out, _ = ancu_here("explain", str(record), "--each", "--programme", PURCHASE, "--format", "json", *DAY)
    assert code == 0
    found = parsed(out)
    assert [person["member"]["place"] for person in found["persons"]] == [1, 2]
    assert [person["decisions"][0]["status"] for person in found["persons"]] == ["eligible", "ineligible"]
    assert found["persons"][1]["decisions"][0]["texts"]["reasons"]
    assert found["choices"][0]["settled"] == "only"
    assert len(found["texts"]["choices"]) == 1


def test_moments_of_the_command_line(ancu_here: Command, record: Path) -> None:
    moments = "nộp hồ sơ=01/03/2026, ký hợp đồng=20/06/2026"
    code, out, _ = ancu_here("explain", str(record), "--programme", PURCHASE, "--moments", moments)
    assert code == 0
    assert "Kết luận tại ngày 20/06/2026: KHÔNG ĐỦ ĐIỀU KIỆN" in out, "the last moment, where no day is asked for"
    assert "\nTheo thời điểm: Mua, thuê mua nhà ở xã hội:\n- Đủ điều kiện khi nộp hồ sơ (01/03/2026), không còn" in out
    code, out, _ = ancu_here("explain", str(record), "--programme", PURCHASE, "--moments", moments, "--format", "json")
    told = parsed(out)[0]["moments"]
    assert [one["status"] for one in told["moments"]] == ["eligible", "ineligible"]
    assert told["changes"][0]["on"] == "2026-05-15"


def test_moments_of_the_record(ancu_here: Command, record: Path) -> None:
    written = {**parsed(record.read_text(encoding="utf-8")), "Ngày nộp hồ sơ": "01/03/2026", "signed_on": "20/06/2026"}
    record.write_text(json.dumps(written), encoding="utf-8")
    code, out, _ = ancu_here("explain", str(record), "--programme", PURCHASE)
    assert code == 0
    assert "thay đổi từ ngày 15/05/2026 (vợ (dòng 2): ngày kết hôn)." in out


@pytest.mark.slow
def test_numbers_are_hidden_until_asked_for(ancu_here: Command, record: Path) -> None:
    arguments = ("explain", str(record), "--programme", PURCHASE, *DAY)
    for more in ((), ("--each",), ("--format", "json"), ("--each", "--format", "json"), ("--format", "markdown")):
        code, out, err = ancu_here(*arguments, *more)
        assert code == 0, err
        assert MAN not in out + err
        assert "•••••••••123" in out, more
        assert MAN in ancu_here(*arguments, *more, "--show-ids")[1], more


def test_with_a_key_the_numbers_are_never_kept(ancu_here: Command, record: Path, tmp_path: Path) -> None:
    key = tmp_path / "khoa.txt"
    key.write_text("0123456789abcdef0123456789abcdef\n")
    code, out, _ = ancu_here("explain", str(record), "--programme", PURCHASE, *DAY, "--hash-ids", str(key))
    assert code == 0
    assert "người đứng đơn (dòng 1): hmac-sha256:" in out
    assert "123" not in out.partition("Số định danh")[2].partition("hmac-sha256:")[0]
    assert MAN not in out


def test_a_record_without_numbers_says_nothing_of_them(ancu_here: Command, tmp_path: Path) -> None:
    path = tmp_path / "ho.json"
    written = household({**NOTHING_OWNED, **NO_SUPPORT, **INVALID, "relation": "cha"})
    path.write_text(json.dumps(written), encoding="utf-8")
    assert "Số định danh" not in ancu_here("explain", str(path), "--programme", PURCHASE, *DAY)[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--each", "--moments", "filing=2026-03-01"), "Chỉ dùng một trong hai: --each hoặc --moments."),
        (("--show-ids", "--hash-ids", "khoa.txt"), "--show-ids hoặc --hash-ids"),
        (("--moments", "2026-03-01"), "--moments cần các cặp thời điểm=ngày"),
        (("--moments", "nop=2026-03-01"), "Không có thời điểm “nop”"),
        (("--moments", "filing=2026-03-01"), "Cần ít nhất hai thời điểm để so sánh"),
    ],
)
def test_what_cannot_be_asked_for(ancu_here: Command, record: Path, arguments: tuple[str, ...], message: str) -> None:
    code, out, err = ancu_here("explain", str(record), "--programme", PURCHASE, *arguments)
    assert code == 2
    assert message in err
    assert out == ""


def test_a_key_that_is_too_short_or_not_there(ancu_here: Command, record: Path, tmp_path: Path) -> None:
    key = tmp_path / "khoa.txt"
    key.write_text("ngắn")
    code, _, err = ancu_here("explain", str(record), "--hash-ids", str(key))
    assert (code, "cần ít nhất 16" in err) == (4, True)
    code, _, err = ancu_here("explain", str(record), "--hash-ids", str(tmp_path / "khac.txt"))
    assert (code, "khac.txt" in err) == (4, True)


def test_each_needs_members(ancu_here: Command, tmp_path: Path) -> None:
    path = tmp_path / "ho.json"
    path.write_text('{"province": "Bắc Ninh"}', encoding="utf-8")
    code, _, err = ancu_here("explain", str(path), "--each")
    assert code == 2
    assert "Hãy ghi mục “members”" in err


def test_what_would_make_it_another(ancu_here: Command, record: Path) -> None:
    """The wife's 35,000,000 and his 20,000,000 are above the 40,000,000 of both once they are married."""
    given = (str(record), "--programme", PURCHASE, "--as-of", "2026-06-20", "--what-if")
    code, out, _ = ancu_here("explain", *given)
    assert code == 0
    _, section = out.split("\nĐiều gì sẽ làm kết quả khác đi: Mua, thuê mua nhà ở xã hội:\n")
    assert section.splitlines()[0].startswith("- Thu nhập bình quân hàng tháng")
    assert "phải chứng minh bằng giấy xác nhận thu nhập của vợ (chồng)" in section
    _, out, _ = ancu_here("explain", *given, "--format", "json", "--lang", "en")
    (decision,) = parsed(out)
    sets = decision["changes"]["sets"]
    assert {change["fact"] for one in sets for change in one["changes"]} == {"net_income", "spouse_net_income"}
    assert len(decision["changes"]["texts"]["sets"]) == len(sets) == 2
    assert all(one["changes"][0]["member"]["number"].endswith(("123", "456")) for one in sets)
    code, _, err = ancu_here("explain", str(record), "--each", "--what-if")
    assert (code, err) == (2, "Chỉ dùng một trong hai: --each hoặc --what-if.\n")
