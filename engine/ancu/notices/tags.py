"""The tags of a notice: what a template may quote, by the names an office writes into its own Word file."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: The tags, and whether a tag is a list: its paragraph then stands once for each item.
TAGS: Mapping[str, bool] = {
    "quoc_hieu": False,
    "tieu_ngu": False,
    "co_quan_chu_quan": False,
    "co_quan": False,
    "so": False,
    "noi_ngay": False,
    "ten_van_ban": False,
    "trich_yeu": False,
    "kinh_gui": False,
    "ho_ten": False,
    "dia_chi": False,
    "ma_ho_so": False,
    "ngay_nop": False,
    "ngay_xet": False,
    "du_an": False,
    "chuong_trinh": False,
    "can_cu": True,
    "mo_dau": False,
    "ket_luan": True,
    "muc_ho_tro": True,
    "muc_ly_do": False,
    "ly_do": True,
    "muc_bo_sung": False,
    "bo_sung": True,
    "muc_giay_to": False,
    "giay_to": True,
    "muc_giay_to_khac": False,
    "giay_to_khac": True,
    "muc_thay_doi": False,
    "thay_doi": True,
    "noi_nop": False,
    "thoi_han": False,
    "khieu_nai": True,
    "ket_thuc": False,
    "muc_noi_nhan": False,
    "noi_nhan": True,
    "chuc_vu": True,
    "nguoi_ky": False,
    "luu_y": False,
    "muc_luu": False,
    "luu": True,
    "ma_phieu": False,
    "qr": False,
}
#: The tag that is a picture.
QR = "qr"
#: What a notice says, by tag.
TagValues = Mapping[str, str | list[str]]
#: What no XML holds, and what divides a template (:mod:`.word_template`).
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """A text of a list as documents can hold it: on one line, without what no document may contain."""
    return " ".join(_REFUSED.sub("", text).split())
