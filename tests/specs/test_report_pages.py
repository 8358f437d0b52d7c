"""The reports as pages: one style sheet, nothing from elsewhere, whatever they are given escaped."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import ancu
from ancu.messages import message
from tests.conftest import ROOT, Command, Run

HOSTILE = '<script>alert("1")</script> & <b>đậm</b>'
FEATURE = f"""Tính năng: {HOSTILE}

  Tình huống: {HOSTILE}
    Biết "Làm việc trong khu công nghiệp" là có
    Và ngày xét là 01/05/2026
    Khi xét "worker_lodging"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Viết sai {HOSTILE}
    Khi xét "{HOSTILE}"
    Thì kết quả là "đủ điều kiện"
"""
LODGING = ("--programme", "worker_lodging")
REPORTS: dict[str, tuple[str, ...]] = {
    "run": ("spec", "run", "a.feature", "--report", "page.html"),
    "coverage": ("spec", "coverage", "a.feature", *LODGING, "--format", "html", "-o", "page.html"),
    "mutation": ("spec", "mutate", "a.feature", *LODGING, "--format", "html", "-o", "page.html"),
}


class _Elements(HTMLParser):
    """The elements of a page, what they refer to, and its texts; a tag closed out of order is an error."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.references: list[str] = []
        self.text = ""
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.references += [value or "" for name, value in attrs if name in ("src", "href", "action")]
        if tag not in ("meta", "br"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, self.getpos()

    def handle_data(self, data: str) -> None:
        self.text += f"{data} "

    @property
    def left_open(self) -> list[str]:
        return self._open


@pytest.mark.parametrize("report", REPORTS)
def test_a_page_stands_alone_and_escapes_what_it_is_given(report: str, ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "a.feature").write_text(FEATURE, encoding="utf-8")
    ancu_command(*REPORTS[report])
    written = (tmp_path / "page.html").read_text(encoding="utf-8")
    page = _Elements()
    page.feed(written)
    assert page.left_open == []
    assert "script" not in page.tags
    assert all(reference.startswith("#") for reference in page.references)
    assert "url(" not in written
    assert page.tags.count("style") == 1
    assert (ROOT / "engine" / "ancu" / "specs" / "page.css").read_text(encoding="utf-8").strip() in written


def test_a_run_names_its_scenarios_as_they_are_written(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "a.feature").write_text(FEATURE, encoding="utf-8")
    ancu_command(*REPORTS["run"])
    page = _Elements()
    page.feed((tmp_path / "page.html").read_text(encoding="utf-8"))
    assert page.text.count(f"Viết sai {HOSTILE}") == 2  # among the troubles, and in the list
    assert message("spec_matrix", "vi") in page.text


SIGNED = """Tính năng: Thử

  Bối cảnh:
    Biết "Làm việc trong khu công nghiệp" là có

  Tình huống: Một bảng
    Khi xét "worker_lodging"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả           |
      | 01/05/2026 | chưa đủ thông tin |
      | 02/05/2026 | chưa đủ thông tin |
      | 03/05/2026 | đủ điều kiện      |
"""


def test_a_run_can_be_signed(ancu_here: Command, tmp_path: Path, book: ancu.Rulebook) -> None:
    (tmp_path / "a.feature").write_text(SIGNED, encoding="utf-8")
    ancu_here("spec", "run", "a.feature", "--report", "page.html", "--author", "Người giả định 01")
    page = _Elements()
    page.feed((tmp_path / "page.html").read_text(encoding="utf-8"))
    text = " ".join(page.text.split())
    assert re.search(r"Ngày giờ chạy \d\d/\d\d/\d{4}, \d\d:\d\d Người chạy Người giả định 01", text)
    assert book.digest in text
    assert 'Bối cảnh chung của các tình huống "Làm việc trong khu công nghiệp" là có' in text
    assert 'chương trình xét xét "worker_lodging"' in text
    # The facts, the day of each row, the law behind each decision once, and which row does not hold.
    assert "1 ✓ 01/05/2026 chưa đủ thông tin chưa đủ thông tin Chưa xác định được: " in text
    assert "2 ✓ 02/05/2026 chưa đủ thông tin chưa đủ thông tin Lý do, căn cứ như dòng 1." in text
    assert "3 ✗ 03/05/2026 đủ điều kiện chưa đủ thông tin" in text
    assert "NGƯỜI LẬP (ký, ghi rõ họ tên) Người giả định 01" in text
    assert "NGƯỜI DUYỆT (ký, ghi rõ họ tên)" in text


def test_nobody_is_named_who_was_not(ancu_here: Command, tmp_path: Path) -> None:
    (tmp_path / "a.feature").write_text(SIGNED, encoding="utf-8")
    ancu_here("spec", "run", "a.feature", "--report", "page.html")
    assert message("spec_report_author", "vi") not in (tmp_path / "page.html").read_text(encoding="utf-8")
