"""Notices as PDF and as a page, read back: each from page 1, the type embedded, a slip on one page."""

from __future__ import annotations

import io
from datetime import date

import pypdf
import pytest

import ancu
from ancu.notices import pdf
from ancu.notices.pages import notices_page
from ancu.notices.pdf import notices_pdf, type_used
from tests.notices.cases import DAY, OFFICE, notice, worker


def pages(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def test_all_notices_in_one_file_each_from_page_1(book: ancu.Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [notice(book, worker(book, income), office=OFFICE) for income in ("12 triệu", "28 triệu", None)]
    content = notices_pdf(made, DAY)
    assert content == notices_pdf(made, DAY)
    read = pages(content)
    firsts = [at for at, text in enumerate(read) if "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text]
    assert len(firsts) == 3
    for first, after in zip(firsts, [*firsts[1:], len(read)], strict=True):
        assert not read[first].startswith("1 ")
        assert [text.split(" ")[0] for text in read[first + 1 : after]] == [str(n) for n in range(2, after - first + 1)]
    assert type_used().replace(" ", "").encode() in content
    # Laid out apart and joined, they say the same.
    monkeypatch.setattr(pdf, "_TOGETHER", 1)
    joined = notices_pdf(made, DAY)
    assert (pages(joined), joined) == (read, notices_pdf(made, DAY))


@pytest.mark.parametrize("left_out", [(), ("marital_status", "housing_law_groups", "owns_home", "project_funding")])
def test_a_slip_is_one_page(book: ancu.Rulebook, left_out: tuple[str, ...]) -> None:
    case = worker(book, None, **dict.fromkeys(left_out, ""))
    (page,) = pages(notices_pdf([notice(book, case, kind="slip", office=OFFICE, until=date(2026, 5, 3))], DAY))
    assert "Kết quả: chưa đủ thông tin" in page
    assert "Mã kết quả: " in page


def test_a_page_shows_whatever_a_list_holds_as_text(book: ancu.Rulebook) -> None:
    case = worker(book, "28 triệu", cells={"Họ và tên": '<script>alert("x")</script>'})
    page = notices_page([notice(book, case)], "vi")
    assert "Kính gửi: Ông/Bà &lt;script&gt;" in page
    assert "<script" not in page
    assert page.count("<svg") == 1
