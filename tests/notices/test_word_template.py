"""Templates of an office: tags however Word splits them, lists that repeat, and what is wrong told by name."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ancu.errors import InputError
from ancu.notices.builtin_template import builtin_template
from ancu.notices.tags import TAGS, TagValues
from ancu.notices.word_template import prepare

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
EMPTY: TagValues = {name: [] if is_list else "" for name, is_list in TAGS.items()}


def template(*paragraphs: str | list[str]) -> bytes:
    """A Word file; a paragraph given as a list is split into these runs."""
    document = docx.Document()
    for one in paragraphs:
        paragraph = document.add_paragraph()
        for run in [one] if isinstance(one, str) else one:
            paragraph.add_run(run)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def bare(runs: list[str]) -> bytes:
    """The least that is a Word file, with a paragraph of these runs: made in no time."""
    text = "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<w:d xmlns:w="{W}"><w:p>{text}</w:p></w:d>')
    return content.getvalue()


def bare_text(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(etree.fromstring(archive.read("word/document.xml")).itertext())


def texts(content: bytes) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(content)).paragraphs]


def problems(content: bytes) -> list[str]:
    with pytest.raises(InputError) as error:
        prepare(content, "mau.docx")
    return [problem.text("vi") for problem in error.value.problems]


@settings(max_examples=50)
@given(st.lists(st.integers(0, 27), max_size=6))
def test_a_tag_split_into_runs_is_still_that_tag(cuts: list[int]) -> None:
    whole = "Kính gửi {{ ho_ten }}, {{so}}"
    bounds = [0, *sorted(cuts), len(whole)]
    runs = [whole[a:b] for a, b in pairwise(bounds)]
    made = prepare(bare(runs), "mau.docx").render({**EMPTY, "ho_ten": "Bà Mẫu", "so": "Số: 1"})
    assert bare_text(made) == "Kính gửi Bà Mẫu, Số: 1"


def test_lists_repeat_and_what_is_empty_goes() -> None:
    prepared = prepare(template("Trước", "{{ muc_ly_do }}", "- {{ ly_do }}", "{{ bo_sung }}", "Sau"), "mau.docx")
    assert texts(prepared.render({**EMPTY, "muc_ly_do": "Lý do:", "ly_do": ["một", "hai"]})) == [
        "Trước", "Lý do:", "- một", "- hai", "Sau",
    ]  # fmt: skip
    assert texts(prepared.render(EMPTY)) == ["Trước", "Sau"]


def test_a_cell_keeps_a_paragraph() -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).paragraphs[0].add_run("{{ ly_do }}")
    content = io.BytesIO()
    document.save(content)
    made = prepare(content.getvalue(), "mau.docx").render(EMPTY)
    assert docx.Document(io.BytesIO(made)).tables[0].cell(0, 0).paragraphs[0].text == ""


PREPARED = prepare(bare(["{{ ho_ten }}|"]), "mau.docx")


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co")), max_size=40))
def test_whatever_a_list_holds_stands_in_the_file_as_it_is(value: str) -> None:
    made = PREPARED.render({**EMPTY, "ho_ten": value})
    assert bare_text(made) == (f"{value}|" if value else "")


def test_tags_in_headers_are_filled_in() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].add_run("{{ co_quan }}")
    content = io.BytesIO()
    document.save(content)
    made = docx.Document(io.BytesIO(prepare(content.getvalue(), "m").render({**EMPTY, "co_quan": "Sở"})))
    assert made.sections[0].header.paragraphs[0].text == "Sở"


def test_wrong_tags_are_named_all_at_once() -> None:
    assert problems(template("Gửi {{ ho_tne }}", "{{ ly_do }} {{ giay_to }}", "{% for x in y %}", "{{ so")) == [
        "mau.docx: Không có thẻ “ho_tne” (trong đoạn “Gửi {{ ho_tne }}”). Có phải ý bạn là “ho_ten”? "
        "Xem danh sách thẻ bằng: ancu notice --tags",
        "mau.docx: Đoạn “{{ ly_do }} {{ giay_to }}” có hai thẻ danh sách (ly_do, giay_to). "
        "Hãy để mỗi thẻ danh sách một đoạn.",
        "mau.docx: Dấu “{%” trong đoạn “{% for x in y %}” không thành thẻ. Hãy viết thẻ trọn trong một đoạn, như "
        "{{ ly_do }}; thẻ danh sách tự lặp lại đoạn, không cần lệnh lặp.",
        "mau.docx: Dấu “{{” trong đoạn “{{ so” không thành thẻ. Hãy viết thẻ trọn trong một đoạn, như {{ ly_do }}; thẻ "
        "danh sách tự lặp lại đoạn, không cần lệnh lặp.",
    ]


@pytest.mark.parametrize(("written", "meant"), [("Lý do", "ly_do"), ("ma_hoso", "ma_ho_so"), ("Họ tên", "ho_ten")])
def test_a_tag_is_known_by_its_letters(written: str, meant: str) -> None:
    (problem,) = problems(template(f"{{{{ {written} }}}}"))
    assert f"Có phải ý bạn là “{meant}”?" in problem


def test_what_is_no_template_is_told() -> None:
    assert problems(b"no zip") == [
        "mau.docx: Tệp mẫu không phải tệp Word .docx đọc được (không khóa mật khẩu). Hãy lưu lại dạng .docx trong Word."
    ]
    assert problems(template("không thẻ")) == [
        "mau.docx: Tệp mẫu không có thẻ nào. Hãy đặt thẻ như {{ ho_ten }} vào chỗ cần điền; xem danh sách thẻ bằng: "
        "ancu notice --tags"
    ]


def test_the_same_notice_is_the_same_file_and_an_office_can_change_ours() -> None:
    changed = docx.Document(io.BytesIO(builtin_template("notice")))
    changed.add_paragraph("Mã QR: {{ qr }}")  # a second picture of the same code
    content = io.BytesIO()
    changed.save(content)
    prepared = prepare(content.getvalue(), "mau.docx")
    made = prepared.render({**EMPTY, "qr": "X", "quoc_hieu": "QH"}, b"png")
    assert made == prepared.render({**EMPTY, "qr": "X", "quoc_hieu": "QH"}, b"png")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert archive.read("word/media/ancu_qr.png") == b"png"
