"""Made-up cases for notices, decided by the real rulebook."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import ancu
from ancu.notices.case_of_notice import CaseOfNotice, case_of
from ancu.notices.notice import Notice, NoticeAsked, notices_on
from ancu.notices.office import Office
from tests.conftest import WORKER

DAY = date(2026, 4, 20)
PURCHASE = "social_housing_purchase"
OFFICE = Office(
    co_quan_chu_quan="UBND xã Ví Dụ", co_quan="Phòng Kinh tế mẫu", ky_hieu="TB-PKT", dia_danh="Ví Dụ",
    noi_nop="Bộ phận Một cửa", gio_lam_viec="giờ hành chính", dien_thoai="0000 000 000", chuc_vu=("Trưởng phòng",),
)  # fmt: skip


def worker(
    book: ancu.Rulebook, income: str | None = "12 triệu", cells: Mapping[str, Any] | None = None, **facts: object
) -> CaseOfNotice:
    """A worker who wants to buy, of this income (None: not told), with the facts given changed."""
    written = {**WORKER, "case": "HS-1", **facts}
    record = ancu.read_record(book, {**written, **({"net_income": income} if income is not None else {})})  # type: ignore[dict-item]
    return case_of(book, record, PURCHASE, DAY, {"Họ và tên": "Người Mẫu"} if cells is None else cells)


def notice(book: ancu.Rulebook, case: CaseOfNotice, **asked: Any) -> Notice:
    """The notice on ``case``."""
    (made,) = notices_on(book, [case], NoticeAsked(**asked))
    assert isinstance(made, Notice)
    return made
