"""Writes ke-hoach/: two years' lists of 160 made-up households, and what was done for some of them.

Nobody in them exists: households have numbers, not names. The seed fixes them, so that a change here shows as a diff.
"""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from pathlib import Path

FOLDER = Path(__file__).with_name("ke-hoach")
COMMUNES = [
    "Xã Tam Tiến", "Xã Xuân Lương", "Xã Đồng Kỳ", "Xã Lục Ngạn", "Xã Sơn Động", "Xã Tây Yên Tử", "Xã Vân Sơn",
    "Xã Hiệp Hòa", "Xã Lạng Giang", "Phường Đa Mai", "Phường Việt Yên", "Phường Nếnh", "Xã Yên Phong", "Xã Gia Bình",
]  # fmt: skip
#: The communes of the programme for ethnic-minority areas, in this made-up list.
MOUNTAINS = COMMUNES[3:7]
HEADERS = [
    "Mã hồ sơ", "Xã/phường", "Ngày xét", "Tỉnh", "Hộ nghèo/cận nghèo", "Hộ dân tộc thiểu số",
    "Cư trú tại vùng đồng bào dân tộc thiểu số và miền núi", "Cư trú tại xã, thôn đặc biệt khó khăn",
    "Cư trú tại huyện nghèo giai đoạn 2021 - 2025", "Diện người có công", "Người có công còn sống",
    "Quan hệ với liệt sĩ", "Đã được công nhận người có công hoặc thân nhân liệt sĩ",
    "Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi", "Hộ hiện đang ở tại nhà này",
    "Hộ đăng ký thường trú tại nhà này", "Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg",
    "Đã được hỗ trợ nhà ở từ chương trình, chính sách khác",
    "Đã được chương trình vùng dân tộc thiểu số và miền núi hỗ trợ nhà ở",
    "Được hỗ trợ nhà ở theo chính sách người có công hoặc chương trình mục tiêu quốc gia",
    "Hộ có nhà ở", "Tình trạng nhà ở", "Nhà phải phá dỡ để xây mới", "Phải sửa chữa khung, tường và thay mới mái",
    "Loại hộ gia đình", "Diện tích nhà đang ở (m²)", "Số nhân khẩu (người)", "Nền, móng bền chắc",
    "Khung, tường bền chắc", "Mái bền chắc", "Không bảo đảm an toàn cho người sử dụng", "Nhà trên đất ở",
    "Đất có tranh chấp", "Nhà phải phá dỡ do giải tỏa, trái quy hoạch, không phép hoặc lấn chiếm",
]  # fmt: skip
Household = dict[str, str]


def household(rng: random.Random, number: int) -> Household:
    """A household in a bad house, most of which the plan is for."""
    kind = rng.choices(["merit", "minority", "campaign"], [4, 2, 5])[0]
    commune = rng.choice(MOUNTAINS if kind == "minority" else COMMUNES)
    rebuild = rng.random() < 0.6
    bad = rng.random() < 0.85
    size = rng.randrange(2, 7)
    mountain = commune in MOUNTAINS
    merit = kind == "merit"
    case = dict.fromkeys(HEADERS, "không") | {
        "Mã hồ sơ": f"NO-{number:03d}",
        "Xã/phường": commune,
        "Tỉnh": "Bắc Ninh",
        "Hộ nghèo/cận nghèo": "Không" if merit else rng.choice(["Hộ nghèo", "Hộ nghèo", "Hộ cận nghèo"]),
        "Cư trú tại vùng đồng bào dân tộc thiểu số và miền núi": "có" if mountain else "không",
        "Hộ dân tộc thiểu số": "có" if kind == "minority" else "không",
        "Diện người có công": rng.choice(["Thương binh", "Bệnh binh"]) if merit else "Không",
        "Người có công còn sống": "có" if merit else "",
        "Quan hệ với liệt sĩ": "Không",
        "Đã được công nhận người có công hoặc thân nhân liệt sĩ": "có" if merit else "không",
        "Hộ hiện đang ở tại nhà này": "có",
        "Hộ đăng ký thường trú tại nhà này": "có",
        "Được hỗ trợ nhà ở theo chính sách người có công hoặc chương trình mục tiêu quốc gia": "không",
        "Hộ có nhà ở": "có",
        "Tình trạng nhà ở": rng.choice(["Nhà tạm", "Nhà hư hỏng nặng"]) if bad else "Tốt",
        "Nhà phải phá dỡ để xây mới": "có" if rebuild else "không",
        "Phải sửa chữa khung, tường và thay mới mái": "không" if rebuild else "có",
        "Loại hộ gia đình": "Hộ gia đình",
        "Diện tích nhà đang ở (m²)": str(rng.randrange(14, 28) if bad else rng.randrange(50, 90)),
        "Số nhân khẩu (người)": str(size if bad else 4),
        "Không bảo đảm an toàn cho người sử dụng": "có" if bad else "không",
        "Nhà trên đất ở": "có",
    }
    if not bad:
        case |= dict.fromkeys(("Nền, móng bền chắc", "Khung, tường bền chắc", "Mái bền chắc"), "có")
    if kind == "campaign" and rng.random() < 0.15:  # the commune has yet to settle which
        case |= dict.fromkeys(("Nhà phải phá dỡ để xây mới", "Phải sửa chữa khung, tường và thay mới mái"), "")
    if rng.random() < 0.1:
        lacking = "Nhà trên đất ở" if kind == "campaign" else "Hộ đăng ký thường trú tại nhà này"
        case[lacking] = ""
    return case


def work(rng: random.Random, cases: list[Household]) -> list[dict[str, str]]:
    """What was done until August 2025: a row for each payment."""
    rows = []
    for case in rng.sample(cases, 88):
        start = date(2025, 1, 20) + timedelta(days=rng.randrange(150))
        end = start + timedelta(days=rng.randrange(45, 110))
        rebuild = case["Nhà phải phá dỡ để xây mới"] == "có"
        handed = f"{end:%d/%m/%Y}" if end <= date(2025, 8, 28) else ""
        row = {
            "Mã hồ sơ": case["Mã hồ sơ"],
            "Ngày khởi công": f"{start:%d/%m/%Y}",
            "Ngày bàn giao": handed,
            "Số tiền đã chi (triệu đồng)": "42" if rebuild else "21",
            "Ngày chi": f"{start + timedelta(days=5):%d/%m/%Y}",
            "Nguồn vốn": "Ngân sách trung ương",
        }
        rows.append(row)
        if handed:
            rest = {"Số tiền đã chi (triệu đồng)": "18" if rebuild else "9", "Ngày chi": handed}
            rows.append(row | rest | {"Nguồn vốn": rng.choice(["Ngân sách tỉnh", "Quỹ Vì người nghèo"])})
    rows.append({"Mã hồ sơ": "NO-999", "Ngày khởi công": "03/03/2025", "Nguồn vốn": "Ngân sách tỉnh"})
    return rows


def write(name: str, headers: list[str], rows: list[dict[str, str]]) -> None:
    with (FOLDER / name).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, headers, restval="")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    rng = random.Random(2025)
    cases = [household(rng, number) for number in range(1, 161)]
    done = work(rng, cases)
    last = [case | {"Ngày xét": "31/12/2024"} for case in cases[:70]]
    now = [case | {"Ngày xét": "31/08/2025"} for case in cases]
    now[17]["Số nhân khẩu (người)"] = "bốn năm"
    now.append(dict(now[30]))
    write("danh-sach-2024.csv", HEADERS, last)
    write("danh-sach-2025.csv", HEADERS, now)
    headers = ["Mã hồ sơ", "Ngày khởi công", "Ngày bàn giao", "Số tiền đã chi (triệu đồng)", "Ngày chi", "Nguồn vốn"]
    write("cong-viec-2025.csv", headers, done)


if __name__ == "__main__":
    main()
