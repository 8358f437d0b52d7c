"""Writes danh-sach-ho-mau.xlsx: five made-up households, and on a second sheet the people of each.

Nobody in it exists: people are numbered, not named. The same script writes the same bytes.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import xlsxwriter

HOUSEHOLDS = [
    "Mã hộ", "Tên hộ (giả định)", "Ngày xét", "Tỉnh", "Đang ở tại nhà", "Thường trú tại nhà", "Hiện trạng nhà",
    "Nhà phải phá dỡ để xây mới", "Phải sửa chữa khung, tường và thay mới mái", "Đã kê đủ thành viên",
]  # fmt: skip
ROWS = [
    ["HỘ-01", "Hộ số 01", "01/05/2026", "Bắc Ninh", "có", "có", "Nhà tạm", "có", "không", "có"],
    ["HỘ-02", "Hộ số 02", "01/05/2026", "Bắc Ninh", "có", "có", "Hư hỏng nặng", "không", "có", ""],
    ["HỘ-03", "Hộ số 03", "01/05/2026", "Bắc Ninh", "có", "có", "Nhà tạm", "có", "không", "có"],
    ["HỘ-04", "Hộ số 04", "01/05/2026", "Bắc Ninh", "có", "có", "Nhà tạm", "có", "không", "có"],
    ["HỘ-05", "Hộ số 05", "01/05/2026", "Bắc Ninh", "có", "có", "Nhà tạm", "có", "không", "có"],
]
MEMBERS = [
    "Mã hộ", "Họ và tên", "Quan hệ với chủ hộ", "Ngày sinh", "Giới tính", "Chính sách nhà ở đã được hưởng", "Diện NCC",
    "Tỷ lệ tổn thương cơ thể", "Đã được công nhận người có công hoặc thân nhân liệt sĩ",
    "Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi",
]  # fmt: skip
#: Who is no person with merit has empty cells there.
PEOPLE = [
    ["HỘ-01", "Người số 011", "Chủ hộ", "01/02/1979", "nam", "không"],
    ["HỘ-01", "Người số 012", "Vợ", "1981", "nữ", "không"],
    ["HỘ-01", "Người số 013", "Bố đẻ", "1950", "nam", "không", "Thương binh", "45", "có", "không"],
    ["HỘ-02", "Người số 021", "Chủ hộ", "1975", "nữ", "không"],
    ["HỘ-02", "Người số 022", "Mẹ đẻ", "1948", "nữ", "không", "Bệnh binh", "61", "có", "không"],
    ["HỘ-03", "Người số 031", "Chủ hộ", "1980", "nam", "không"],
    ["HỘ-03", "Người số 032", "Mẹ vợ", "1952", "nữ", "Quyết định 22/2013/QĐ-TTg", "Bệnh binh", "61", "có", "không"],
    ["HỘ-04", "Người số 041", "Chủ hộ", "1953", "nam", "không", "Bệnh binh", "81", "có", "không"],
    ["HỘ-04", "Người số 042", "Vợ", "1955", "nữ", "không"],
    ["HỘ-05", "Người số 051", "Chủ hộ", "1985", "nam", "không", "không"],
    ["HỘ-05", "Người số 052", "Con", "09/09/2019", "nữ", "không"],
]
TITLE = "DANH SÁCH HỘ (SỐ LIỆU GIẢ ĐỊNH, KHÔNG CÓ NGƯỜI THẬT)"


def write(path: Path) -> None:
    """Write the workbook."""
    with xlsxwriter.Workbook(str(path), {"strings_to_numbers": False}) as book:
        book.set_properties({"created": datetime(2000, 1, 1), "title": TITLE})
        bold = book.add_format({"bold": True})
        for name, headers, rows in (("Danh sách hộ", HOUSEHOLDS, ROWS), ("Thành viên", MEMBERS, PEOPLE)):
            sheet = book.add_worksheet(name)
            sheet.write_string(0, 0, TITLE, bold)
            sheet.write_row(1, 0, headers, bold)
            for number, row in enumerate(rows, 2):
                sheet.write_row(number, 0, row)


if __name__ == "__main__":
    write(Path(__file__).with_name("danh-sach-ho-mau.xlsx"))
