"""Writes boc-tham/ho.csv and boc-tham/thanh-vien.csv: 400 made-up dossiers for 100 flats, and their people.

Nobody in them exists: people are numbered, not named. The same script writes the same bytes.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

DOSSIERS = 400
CASE, TYPE = "Mã hồ sơ", "Loại căn"
PROJECT = {
    "Ngày xét": "20/08/2026",
    "Tỉnh": "Bắc Ninh",
    "Nguồn vốn xây dựng dự án": "Chủ đầu tư",
    "Ngày dự án bắt đầu nhận hồ sơ đăng ký": "01/07/2026",
    "Khu vực": "Đô thị",
    "Hộ nghèo/cận nghèo": "Không",
    "Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở": "không",
    "Đã kê đủ thành viên": "có",
}
#: Of the applicant and whoever is married to one: they own nothing and have had nothing.
WITHOUT_HOME = {
    "Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)": "không",
    "Giấy chứng nhận có thông tin về nhà ở": "không",
    "Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án": "không",
    "Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)": "không",
    "Đã mua, thuê mua nhà ở cho lực lượng vũ trang": "không",
    "Chính sách nhà ở đã được hưởng": "không",
}
#: Of a child, who may be too young to have had anything.
HAD_NOTHING = {
    "Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)": "không",
    "Đã mua, thuê mua nhà ở cho lực lượng vũ trang": "không",
    "Chính sách nhà ở đã được hưởng": "không",
}
APPLICANT = {
    **WITHOUT_HOME,
    "Diện người có công": "không",
    "Quan hệ với liệt sĩ": "không",
    "Đã được công nhận người có công hoặc thân nhân liệt sĩ": "không",
    "Nghề nghiệp và nơi làm việc": "công nhân",
    "Có hợp đồng lao động": "có",
    "Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)": "không",
    "Đã trả lại nhà ở công vụ": "không",
    "Đang đăng ký mua tại dự án khác": "không",
    "Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)": "không",
}
WOUNDED = {
    "Diện người có công": "Thương binh, người hưởng chính sách như thương binh",
    "Còn sống": "có",
    "Tỷ lệ tổn thương cơ thể (%)": 45,
    "Đã được công nhận người có công hoặc thân nhân liệt sĩ": "có",
    "Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi": "không",
}
CHILD_OF_MARTYR = {
    "Quan hệ với liệt sĩ": "con",
    "Đã được công nhận người có công hoặc thân nhân liệt sĩ": "có",
    "Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi": "không",
}
INCOME = "Thu nhập bình quân hàng tháng thực nhận (đồng)"


def dossier(number: int, chance: random.Random) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The row of a dossier, and those of its people."""
    case = f"HS-{number:03}"
    woman, married = chance.random() < 0.45, chance.random() < 0.55
    children = chance.choice([0, 1, 1, 2]) if married else 0
    day = chance.randint(1, 30)
    row = {
        CASE: case,
        **PROJECT,
        "Ngày nộp hồ sơ": f"{day:02}/07/2026 {chance.randint(8, 16):02}:{chance.randint(0, 59):02}",
        TYPE: chance.choice(["A", "A", "B"]),
        "Số con đẻ (con)": children,
        "Là người khuyết tật": "có" if chance.random() < 0.03 else "không",
        "Được bố trí tái định cư theo hình thức mua, thuê mua nhà ở xã hội": "có"
        if chance.random() < 0.02
        else "không",
    }
    merit = chance.random()
    facts = {**APPLICANT, **(WOUNDED if merit < 0.02 else CHILD_OF_MARTYR if merit < 0.05 else {})}
    # One in twelve earns too much.
    facts[INCOME] = chance.choice([45, 52]) * 10**6 if chance.random() < 1 / 12 else chance.randint(8, 16) * 10**6
    facts["Tình trạng hôn nhân"] = "Đã kết hôn" if married else "Chưa kết hôn"
    facts["Là chủ hộ trên cơ sở dữ liệu về cư trú"] = "có" if chance.random() < 0.5 else "không"
    people = [person(case, number, "Người đứng đơn", woman, 25 + number % 25, facts)]
    if married:
        income = {INCOME: chance.randint(6, 14) * 10**6}
        relation = "Chồng" if woman else "Vợ"
        people.append(person(case, number, relation, not woman, 25 + number % 23, {**WITHOUT_HOME, **income}))
    for child in range(children):
        people.append(person(case, number * 3 + child, "Con đẻ", chance.random() < 0.5, 65 + child, HAD_NOTHING))
    return row, people


def person(case: str, number: int, relation: str, woman: bool, year: int, facts: Mapping[str, Any]) -> dict[str, Any]:
    """A row of a member; ``year``: of birth, after 1950."""
    born = 1950 + year
    digit = (2 if born >= 2000 else 0) + woman
    return {
        CASE: case,
        "Họ và tên": f"Người mẫu {number:04}",
        "Quan hệ với người đứng đơn": relation,
        "Giới tính": "nữ" if woman else "nam",
        "Ngày sinh": f"{number % 28 + 1:02}/{number % 12 + 1:02}/{born}",
        "Số CCCD": f"024{digit}{born % 100:02}{number:06}",
        **facts,
    }


def write(folder: Path) -> None:
    """Write both lists into a folder."""
    chance = random.Random(2026)
    folder.mkdir(parents=True, exist_ok=True)
    rows: list[dict[str, Any]] = []
    people: list[dict[str, Any]] = []
    for number in range(1, DOSSIERS + 1):
        row, members = dossier(number, chance)
        rows.append(row)
        people += members
    for name, lines in (("ho.csv", rows), ("thanh-vien.csv", people)):
        headers = list(dict.fromkeys(header for line in lines for header in line))
        with (folder / name).open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, headers, lineterminator="\n")
            writer.writeheader()
            writer.writerows(lines)


if __name__ == "__main__":
    write(Path(__file__).with_name("boc-tham"))
