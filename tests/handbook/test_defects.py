"""The open questions of the law as a dossier: by kind, with what hangs on each; Markdown and DOCX."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

import ancu
from ancu.handbook.defects import defects_of
from ancu.handbook.dossier import as_markdown, dossier
from ancu.messages import LANGUAGES
from tests.conftest import Command
from tests.reform.test_command import HOUSEHOLDS, write_list

ENTRY = """\
### 1.3. Mức hỗ trợ người có công xây mới nhà ở

Mức tại Quyết định 21/2024/QĐ-TTg hết hiệu lực sau ngày 31/12/2025; chưa tìm thấy mức thay thế. \
Cần hỏi Sở Xây dựng hoặc Sở Nội vụ.

**Căn cứ:** khoản 2 Điều 102 Nghị định 131/2021/NĐ-CP

**Hệ quả:** chưa ai đặt nên chưa xác định được: Mức hỗ trợ người có công xây mới nhà ở; \
Mức hỗ trợ người có công cải tạo, sửa chữa nhà ở.

**Chương trình liên quan:** Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở

**Kiến nghị:** Đề nghị Thủ tướng Chính phủ ban hành mức hỗ trợ từ năm 2026 thay Quyết định 21/2024/QĐ-TTg.
"""


def test_every_question_of_the_rulebook_is_sorted(book: ancu.Rulebook) -> None:
    assert book.defects.keys() == book.questions.keys()
    entries = defects_of(book, "vi")
    assert {entry.kind for entry in entries} >= {"empty_delegation", "clash", "undecidable", "rounding", "territory"}
    assert all(entry.citations or entry.kind in ("unread", "rounding", "proven") for entry in entries)
    assert all((entry.repair is None) == (entry.kind in ("unread", "proven")) for entry in entries)


def test_what_proofs_have_shown_is_told_with_its_reason(book: ancu.Rulebook) -> None:
    proven = [entry for entry in defects_of(book, "vi") if entry.kind == "proven"]
    broken = [one for one in book.properties.values() if one.accepted is not None]
    assert broken
    assert len(proven) == len(broken) + len(book.accepted)
    told = {effect: names for entry in proven for effect, names in entry.effects}
    assert told.keys() == {"broken", "idle"}
    forces = next(
        e for e in proven if e.effects[0][1] == (book.properties["forces_level_of_2026_admits_2025"].title.vi,)
    )
    assert forces.text == book.properties["forces_level_of_2026_admits_2025"].accepted.vi
    assert forces.citations


def test_an_entry_says_where_it_stands_what_comes_of_it_and_what_is_asked(book: ancu.Rulebook) -> None:
    text = as_markdown(dossier(book, defects_of(book, "vi"), "vi", date(2026, 11, 29)))
    assert ENTRY in text
    assert "| Hai văn bản hoặc hai chỗ khác nhau | 14 |" in text


def test_what_is_open_on_a_day(book: ancu.Rulebook) -> None:
    def ids(day: date) -> set[str | None]:
        return {entry.question for entry in defects_of(book, "vi", day)}

    assert "land_decree_amended_once" in ids(date(2026, 1, 1))
    assert "land_decree_amended_once" not in ids(date(2026, 2, 1))
    assert "premerger_scope" not in ids(date(2030, 6, 1))


def test_as_a_document(book: ancu.Rulebook) -> None:
    docx = pytest.importorskip("docx")
    from ancu.handbook.dossier_docx import as_docx

    for lang in LANGUAGES:
        blocks = dossier(book, defects_of(book, lang), lang, date(2026, 11, 29))
        read = docx.Document(io.BytesIO(as_docx(blocks, lang)))
        headings = [one.text for one in read.paragraphs if one.style.name.startswith("Heading 2")]
        assert len(headings) == 9
        assert len(read.tables[0].rows) == 10
        assert sum(one.style.name == "Heading 3" for one in read.paragraphs) >= len(book.questions)


@pytest.mark.slow
def test_the_cases_of_a_list_that_hang_on_each(ancu_here: Command, tmp_path: Path) -> None:
    """Nobody has set who lives on average from 2027 on: two are above the poverty line, of one it is not known."""
    write_list("ho.csv", *HOUSEHOLDS)
    code, _, said = ancu_here(
        "rules", "defects", "ho.csv", "--as-of", "01/01/2027", "--programme", "poverty_status", "-o", "k.md"
    )
    assert code == 0, said
    text = (tmp_path / "k.md").read_text(encoding="utf-8")
    cases = {
        block.rsplit("**Mã câu hỏi:** ", 1)[1].split()[0].replace("\\", ""): block
        for block in text.split("\n### ")
        if "**Mã câu hỏi:** " in block
    }
    assert "**Số hồ sơ:** 3 hồ sơ chưa xác định hoặc tạm xác định có nêu điểm này;" in cases["average_living"]
    assert "**Số hồ sơ:** 2 hồ sơ chưa xác định hoặc tạm xác định có nêu điểm này;" in cases["poverty_not_certified"]
    assert "không hồ sơ nào trong danh sách nêu điểm này" in cases["cap_at_filing"]
    assert ancu_here("rules", "defects", "-o", "k.pdf")[0] == 2


def test_rows_that_are_returned_are_told_and_counted_nowhere(ancu_here: Command, tmp_path: Path) -> None:
    lines = ("Mã hồ sơ,Nhân khẩu", "A1,3", "A2,ba rưỡi")
    (tmp_path / "ho.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    code, printed, said = ancu_here("rules", "defects", "ho.csv", "--programme", "poverty_status")
    assert code == 3
    assert "ho.csv: 1 hồ sơ được xét" in printed
    told = "1 dòng của danh sách bị trả lại, không được đếm. Xem điều cần sửa bằng ancu screen."
    assert told in printed
    assert told in said
