"""Writes danh-sach-mau.csv: 300 made-up cases.

Its columns follow Form 01 (Decree 136/2026) and Form 02 of Appendix IX (Decree 131/2021).

Nobody in it exists: people are numbered, not named. The seed fixes the list, so that a change here shows as a diff.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path

HEADERS = [
    "STT", "Mã hồ sơ", "Họ và tên (giả định)", "Thôn/tổ dân phố", "Xã/phường", "Ngày xét", "Tỉnh", "Nhóm đối tượng",
    "Khu vực", "Diện hộ", "Hôn nhân", "Nuôi con nhỏ", "Thu nhập", "Thu nhập tháng cao nhất",
    "Thu nhập vợ/chồng", "Có tên trong Giấy chứng nhận", "Giấy chứng nhận có ghi nhà ở",
    "Vợ/chồng có tên trong Giấy chứng nhận", "Có nhà ở", "Diện tích nhà ở thuộc sở hữu", "Số người thường trú tại nhà",
    "Khoảng cách nhà - nơi làm việc", "Khoảng cách nơi làm việc - dự án", "Đang ở nhà ở công vụ",
    "Đã mua nhà ở xã hội", "Vợ (chồng) đã mua, thuê mua nhà ở xã hội", "Đã được hỗ trợ nhà ở",
    "Đăng ký tại dự án khác", "Đang thuê nhà ở xã hội", "Nguồn vốn dự án", "Diện NCC",
    "Người có công còn sống", "Thân nhân liệt sĩ",
    "Đã được công nhận người có công hoặc thân nhân liệt sĩ", "Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi",
    "Đang ở tại nhà", "Thường trú tại nhà", "Hiện trạng nhà", "Nhà phải phá dỡ để xây mới",
    "Phải sửa chữa khung, tường và thay mới mái", "Đã hỗ trợ theo Quyết định 22", "Đã hỗ trợ từ chương trình khác",
    "Đất ở", "Đất có tranh chấp", "Nhà thuộc trường hợp phải phá dỡ theo Luật Nhà ở, Luật Xây dựng", "Loại hộ gia đình",
    "Diện tích nhà", "Số nhân khẩu", "Nền móng bền chắc", "Khung tường bền chắc", "Mái bền chắc", "Nhà không an toàn",
    "Nhà xây dựng bằng vật liệu bền chắc", "Số năm sử dụng", "Đã được cải tạo, sửa chữa",
    "Đã xuống cấp, hư hỏng, không bảo đảm an toàn", "Ghi chú",
]  # fmt: skip
UNITS = ["Bắc Giang", "Đa Mai", "Xuân Lương", "Tam Tiến", "Việt Yên", "Nếnh", "Lục Ngạn", "Sơn Động", "Hiệp Hòa"]
DATES = [
    "15/08/2024", "20/12/2024", "09/01/2025", "01/03/2025", "15/06/2025", "31/08/2025", "01/10/2025", "10/10/2025",
    "15/01/2026", "08/02/2026", "09/02/2026", "06/04/2026", "07/04/2026", "01/06/2026", "20/11/2026",
]  # fmt: skip
Case = dict[str, str]


def money(rng: random.Random, amount: int) -> str:
    """An amount as clerks write it, one way or another."""
    whole = f"{amount:,}".replace(",", ".")
    millions = f"{amount / 1_000_000:g}".replace(".", ",")
    return rng.choice([whole, str(amount), f"{millions} triệu", f"{millions} triệu đồng"])


def yes(rng: random.Random, chance: float) -> str:
    if rng.random() < chance:
        return rng.choice(["có", "x", "Có"])
    return rng.choice(["không", "Không"])


def worker(rng: random.Random) -> Case:
    """An applicant for social housing."""
    group = rng.choices(
        ["Công nhân", "6", "Viên chức", "Người thu nhập thấp", "Sinh viên", "Hộ cận nghèo đô thị"], [9, 5, 4, 3, 1, 1]
    )[0]
    marital = rng.choices(["độc thân", "Đã kết hôn", "ly hôn"], [4, 5, 1])[0]
    income = rng.randrange(6, 32) * 1_000_000 + rng.choice([0, 500_000])
    owns = rng.random() < 0.25
    case = {
        "Nhóm đối tượng": group,
        "Khu vực": rng.choice(["Đô thị", "Nông thôn"]),
        "Hôn nhân": marital,
        "Nuôi con nhỏ": yes(rng, 0.4),
        "Thu nhập": money(rng, income),
        "Thu nhập tháng cao nhất": money(rng, income + rng.randrange(0, 4) * 500_000),
        "Có nhà ở": "có" if owns else "không",
        "Có tên trong Giấy chứng nhận": "có" if owns or rng.random() < 0.1 else "không",
        "Đang ở nhà ở công vụ": yes(rng, 0.02),
        "Đã mua nhà ở xã hội": yes(rng, 0.05),
        "Đã được hỗ trợ nhà ở": yes(rng, 0.05),
        "Đăng ký tại dự án khác": yes(rng, 0.03),
        "Đang thuê nhà ở xã hội": yes(rng, 0.1),
        "Nguồn vốn dự án": rng.choices(["Chủ đầu tư", "Vốn đầu tư công", "Công đoàn"], [8, 1, 1])[0],
        "Khoảng cách nhà - nơi làm việc": f"{rng.randrange(1, 40)}",
        "Khoảng cách nơi làm việc - dự án": f"{rng.randrange(1, 20)} km",
    }
    if case["Có tên trong Giấy chứng nhận"] == "có":
        case["Giấy chứng nhận có ghi nhà ở"] = "có" if owns else "không"
    if owns:
        case["Diện tích nhà ở thuộc sở hữu"] = f"{rng.randrange(300, 1200) / 10:g}".replace(".", ",")
        case["Số người thường trú tại nhà"] = str(rng.randrange(2, 7))
    if marital == "Đã kết hôn":
        case["Thu nhập vợ/chồng"] = money(rng, rng.randrange(0, 26) * 1_000_000)
        case["Vợ/chồng có tên trong Giấy chứng nhận"] = yes(rng, 0.1)
        case["Vợ (chồng) đã mua, thuê mua nhà ở xã hội"] = yes(rng, 0.03)
    if group.startswith("Hộ cận nghèo"):
        case["Diện hộ"] = "Cận nghèo"
    return case


def merit(rng: random.Random) -> Case:
    """A household of a person with merit or a martyr's relative."""
    rebuild = rng.random() < 0.6
    relative = rng.random() < 0.4
    return {
        "Nhóm đối tượng": "Người có công",
        "Diện NCC": "Không"
        if relative
        else rng.choice(["Thương binh", "Bệnh binh", "Hoạt động kháng chiến", "Nhiễm chất độc hóa học"]),
        "Người có công còn sống": "" if relative else yes(rng, 0.9),
        "Thân nhân liệt sĩ": rng.choice(["Con", "Vợ", "Mẹ", "Vợ tái giá"]) if relative else "Không",
        "Đã được công nhận người có công hoặc thân nhân liệt sĩ": yes(rng, 0.97),
        "Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi": "không",
        "Đang ở tại nhà": yes(rng, 0.97),
        "Thường trú tại nhà": yes(rng, 0.95),
        "Hiện trạng nhà": rng.choice(["Nhà tạm", "Nhà hư hỏng nặng", "Nhà hư hỏng nặng", "Tốt"]),
        "Nhà phải phá dỡ để xây mới": "có" if rebuild else "không",
        "Phải sửa chữa khung, tường và thay mới mái": "không" if rebuild else yes(rng, 0.85),
        "Đã hỗ trợ theo Quyết định 22": yes(rng, 0.1),
    }


def poor(rng: random.Random) -> Case:
    """A poor or near-poor household in a bad house."""
    rebuild = rng.random() < 0.6
    size = rng.randrange(1, 7)
    return {
        "Nhóm đối tượng": "Hộ nghèo nông thôn",
        "Khu vực": "Nông thôn",
        "Diện hộ": rng.choices(["Hộ nghèo", "Hộ cận nghèo", "Không", "Chuẩn của tỉnh"], [9, 5, 4, 2])[0],
        "Đã hỗ trợ từ chương trình khác": yes(rng, 0.08),
        "Đất ở": yes(rng, 0.94),
        "Đất có tranh chấp": yes(rng, 0.03),
        "Nhà thuộc trường hợp phải phá dỡ theo Luật Nhà ở, Luật Xây dựng": yes(rng, 0.03),
        "Loại hộ gia đình": "Hộ độc thân"
        if size == 1
        else rng.choices(["Hộ gia đình", "Đơn thân nuôi con"], [8, 1])[0],
        "Diện tích nhà": f"{rng.randrange(120, 700) / 10:g}".replace(".", ","),
        "Số nhân khẩu": f"{size} người",
        "Nền móng bền chắc": yes(rng, 0.4),
        "Khung tường bền chắc": yes(rng, 0.4),
        "Mái bền chắc": yes(rng, 0.3),
        "Nhà không an toàn": yes(rng, 0.8),
        "Nhà xây dựng bằng vật liệu bền chắc": yes(rng, 0.3),
        "Số năm sử dụng": f"{rng.randrange(3, 45)}",
        "Đã được cải tạo, sửa chữa": yes(rng, 0.3),
        "Đã xuống cấp, hư hỏng, không bảo đảm an toàn": yes(rng, 0.6),
        "Nhà phải phá dỡ để xây mới": "có" if rebuild else "không",
        "Phải sửa chữa khung, tường và thay mới mái": "không" if rebuild else yes(rng, 0.9),
    }


#: What office lists really hold now and then: each spoils one cell of one case.
DIRTY: list[tuple[int, str, str]] = [
    (11, "Thu nhập", "mười lăm triệu"),
    (29, "Ngày xét", "31/02/2025"),
    (47, "Hôn nhân", "đã kết hon rồi"),
    (63, "Thu nhập", "15 USD"),
    (85, "Số người thường trú tại nhà", "0"),
    (107, "Thu nhập", "14,500"),
    (133, "Ngày xét", "15/1/26"),
    (151, "Có nhà ở", "có lẽ"),
    (178, "Diện tích nhà", "45 km"),
    (204, "Diện hộ", "Hộ ngheo"),
    (239, "Nhóm đối tượng", "nhóm 13"),
    (271, "Thu nhập", "-5.000.000"),
]


def cases(seed: int = 137, count: int = 300) -> list[Case]:
    """The made-up cases."""
    rng = random.Random(seed)
    made = []
    for number in range(1, count + 1):
        kind = rng.choices([worker, merit, poor], [6, 2, 2])[0]
        day = rng.choice(DATES if kind is not poor else DATES[:7])
        year, month = int(day[6:]), int(day[3:5])
        case = {
            "STT": str(number),
            "Mã hồ sơ": f"HS-{number:03d}",
            "Họ và tên (giả định)": f"Người dân số {number:03d}",
            "Thôn/tổ dân phố": f"Tổ {rng.randrange(1, 15)}",
            "Xã/phường": rng.choice(UNITS),
            "Ngày xét": day,
            "Tỉnh": "Bắc Giang" if (year, month) < (2025, 7) else "Bắc Ninh",
            **kind(rng),
        }
        for header in list(case)[7:]:
            if rng.random() < 0.02:
                case[header] = rng.choice(["", "không rõ"])
        made.append(case)
    for number, header, value in DIRTY:
        made[number - 1][header] = value
    made[4]["Ghi chú"] = "Hồ sơ giả định; mọi thông tin đều được tạo ra để minh họa"
    return made


if __name__ == "__main__":
    target = Path(__file__).with_name("danh-sach-mau.csv")
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, HEADERS, restval="")
        writer.writeheader()
        writer.writerows(cases())
