"""Lists and registers that tests write, and what they come to."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import ancu
from ancu.doubles.finding import find_doubles
from ancu.doubles.results import DoublesReport

DAY = date(2026, 11, 2)
PURCHASE = "social_housing_purchase"
#: A woman of a list, as she is written there.
LAN = {
    "Mã hồ sơ": "HS-1",
    "Họ và tên": "Trần Thị Lan",
    "Số CCCD": "024187004567",
    "Ngày sinh": "05/07/1987",
    "Giới tính": "Nữ",
    "Xã/phường": "Xã Tam Tiến",
}
#: What she has had, as a register records it.
BOUGHT = {**LAN, "Mã hồ sơ": "", "Chính sách đã hưởng": "Mua nhà ở xã hội", "Ngày hỗ trợ": "01/06/2023"}
Row = Mapping[str, Any]


@cache
def book() -> ancu.Rulebook:
    return ancu.load_rulebook()


def write(path: Path, rows: Sequence[Row]) -> str:
    """Write ``rows`` as CSV, with the columns that any of them has."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, columns, restval="")
        out.writeheader()
        out.writerows(rows)
    return str(path)


def held(listed: Sequence[Row], had: Sequence[Row], **asked: Any) -> DoublesReport:
    """``listed`` people held against what registers say they ``had``."""
    with tempfile.TemporaryDirectory() as folder:
        given = {"programme": PURCHASE, "as_of": DAY, "province": "Bắc Ninh", **asked}
        registers = [write(Path(folder) / "so.csv", had)] if had else []
        return find_doubles(book(), [write(Path(folder) / "ds.csv", listed)], registers, **given)
