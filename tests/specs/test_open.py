"""What scenarios say of what is open: a range, what settles it, an open rank, a contradiction, an unusual value."""

from __future__ import annotations

from pathlib import Path

import pytest

import ancu
from ancu.specs.language.feature_file import read_text
from ancu.specs.language.mistakes import Mismatch, SpecError
from ancu.specs.language.world import World
from ancu.specs.measure.collect import collect
from ancu.specs.measure.coverage import measure

#: A badly damaged house of a war invalid; whether it must be pulled down is not known.
HOUSE = """
    Biết người này tại tỉnh Bắc Ninh, là thương binh, đang ở nhà hư hỏng nặng
    Và hồ sơ:
      | Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg       | không |
      | Người có công còn sống                                 | có    |
      | Đã được công nhận người có công hoặc thân nhân liệt sĩ | có    |
      | Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi | không |
      | Hộ hiện đang ở tại nhà này                             | có    |
      | Hộ đăng ký thường trú tại nhà này                      | có    |
      | Phải sửa chữa khung, tường và thay mới mái             | có    |
"""
JUDGED = 'Khi xét "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở"'


def take(steps: str, lang: str = "vi") -> World:
    """``steps`` as a scenario, proofread and taken."""
    head = {"vi": "Tính năng: x\n\n  Tình huống: y\n", "en": "Feature: x\n\n  Scenario: y\n"}[lang]
    spec = read_text(Path("x.feature"), f"# language: {lang}\n{head}{steps}\n")
    flaws = [*spec.flaws, *(flaw for scenario in spec.scenarios for flaw in scenario.flaws)]
    assert not flaws, [flaw.text for flaw in flaws]
    world = World(engine="direct")
    for line in spec.scenarios[0].runs[0]:
        world.perform(line.text, line.keyword, line.table)
    return world


def of_house(expected: str, day: str = "01/06/2025") -> World:
    return take(f"{HOUSE}    Và ngày xét là {day}\n    {JUDGED}\n    Thì {expected}")


@pytest.mark.parametrize(
    "expected",
    [
        "mức hỗ trợ là 30 hoặc 60 triệu",
        'mức hỗ trợ là "60.000.000 đồng hoặc 30 triệu đồng"',
        "mức hỗ trợ là ít nhất 30 triệu",
        'còn thiếu để xác định mức: "Nhà phải phá dỡ để xây mới"',
        'thứ tự ưu tiên còn chưa rõ: "Nhà ở có nguy cơ sập đổ, không an toàn khi sử dụng"',
        'còn thiếu để xác định thứ tự ưu tiên: "Nhà có nguy cơ sập đổ, không an toàn"',
        "hồ sơ không mâu thuẫn",
        'kết quả là "đủ điều kiện"',
    ],
)
def test_what_is_open_is_said(expected: str) -> None:
    of_house(expected)


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        ("mức hỗ trợ là 30 triệu", "30.000.000 đồng hoặc 60.000.000 đồng"),
        ("mức hỗ trợ là 60 triệu", "30.000.000 đồng hoặc 60.000.000 đồng"),
        ("mức hỗ trợ là 30 hoặc 50 triệu", "30.000.000 đồng hoặc 60.000.000 đồng"),
        ("mức hỗ trợ là ít nhất 60 triệu", "30.000.000 đồng hoặc 60.000.000 đồng"),
        ('còn thiếu để xác định mức: "Là người khuyết tật"', "Nhà phải phá dỡ để xây mới"),
        ('kết quả là "đủ điều kiện về nguyên tắc"', "đủ điều kiện"),
    ],
)
def test_what_is_open_is_never_final_at_the_lower(expected: str, got: str) -> None:
    with pytest.raises(Mismatch) as caught:
        of_house(expected)
    assert caught.value.got == got


def test_what_is_settled_is_no_range() -> None:
    with pytest.raises(Mismatch):
        take(
            f'{HOUSE}    Và "Nhà phải phá dỡ để xây mới" là không\n    Và ngày xét là 01/06/2025\n    {JUDGED}\n'
            "    Thì mức hỗ trợ là 30 hoặc 60 triệu"
        )


def test_eligible_in_principle() -> None:
    world = of_house('kết quả là "đủ điều kiện về nguyên tắc"', "01/06/2026")
    assert world.decision is not None
    assert world.decision.provisional
    of_house('kết quả là "đủ điều kiện về nguyên tắc, chưa có mức hỗ trợ"', "01/06/2026")


def test_rows_and_english_say_the_same() -> None:
    world = take(
        f"{HOUSE}    Và ngày xét là 01/06/2025\n    {JUDGED}\n    Thì kết quả từng dòng là:\n"
        "      | Nhà phải phá dỡ để xây mới | kết quả | mức hỗ trợ | còn thiếu để xác định mức | "
        "thứ tự ưu tiên còn chưa rõ | còn thiếu để xác định thứ tự ưu tiên |\n"
        "      | (trống) | đủ điều kiện | 30 hoặc 60 triệu | Nhà phải phá dỡ để xây mới | "
        "Người có công cao tuổi | Người có công cao tuổi |\n"
        "      | có | đủ điều kiện | 60 triệu | | | |"
    )
    first, *rest = (f'"{fact}" is {value}' for fact, value in world.record.items())
    lines = [f"Given {first}", *(f"And {line}" for line in rest), "And the as-of date is 2025-06-01"]
    lines += ['When "merit_house_grant" is judged', "Then the benefit is 30 or 60 triệu"]
    lines += ['And missing for the benefit: "must_demolish"', "And the record holds no contradiction"]
    take("\n".join(f"    {line}" for line in lines), "en")


def test_coverage_counts_what_is_left_open(tmp_path: Path) -> None:
    expected = 'kết quả là "đủ điều kiện"'
    text = f"{HOUSE}    Và ngày xét là 01/06/2025\n    {JUDGED}\n    Thì {expected}\n"
    (tmp_path / "x.feature").write_text(f"# language: vi\nTính năng: x\n\n  Tình huống: y\n{text}", encoding="utf-8")
    coverage = measure(collect([tmp_path]), ["merit_house_grant"])
    opened = {entry.condition for entry in coverage.entries if entry.left_open is not None}
    assert "house_must_be_rebuilt" in opened
    assert "house_needs_repair" not in opened
    shown, possible = coverage.open_ends
    assert shown == len(opened) < possible


def test_a_contradiction_is_said_by_what_follows(book: ancu.Rulebook) -> None:
    given = (
        '    Biết "home_on_certificate" là có\n    Và "named_on_certificate" là không\n'
        '    Và ngày xét là 01/05/2026\n    Khi xét "Mua, thuê mua nhà ở xã hội"\n    Thì '
    )
    text = book.implications["home_on_certificate_is_named"].definition.text.vi
    for name in ("home_on_certificate_is_named", text):
        take(f'{given}mâu thuẫn: "{name}"')
    with pytest.raises(Mismatch) as caught:
        take(f"{given}hồ sơ không mâu thuẫn")
    assert text in caught.value.got


def test_an_unusual_value_says_what_to_write() -> None:
    world = World(engine="direct")
    with pytest.raises(SpecError) as caught:
        world.perform('"Thu nhập" là 25')
    assert "25 đồng hay 25 triệu đồng" in str(caught.value)
    assert '"Thu nhập" đúng là 25' in str(caught.value)
    world.perform('"Thu nhập" đúng là 25')
    world.perform('xét "Mua, thuê mua nhà ở xã hội"')
    assert world.decision is not None
    assert world.decision.context.record["net_income"] == 25
