"""A table of cases as a tester keeps it in Excel."""

from __future__ import annotations

import io
from datetime import date

import openpyxl

HEADINGS = ["STT", "Tình huống", "Chương trình", "Ngày xét", "Làm việc trong khu công nghiệp", "Kết quả", "không đạt"]
LODGING = "Thuê nhà lưu trú công nhân trong khu công nghiệp"
IN_ZONE = [1, "Trong khu", LODGING, date(2026, 5, 1), "có", "chưa đủ thông tin", None]
OUTSIDE = [2, "Ngoài khu", LODGING, date(2026, 5, 1), "không", "không đủ điều kiện", "producer_worker"]


def workbook(*rows: list[object], above: tuple[list[object], ...] = ()) -> bytes:
    """A workbook as a tester keeps it: ``above`` are lines of titles."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Ca kiểm thử"
    for row in (*above, *rows):
        sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
