"""Scenarios as people type them: what Word does to letters is read; what is wrong is named where it stands, once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

import ancu
from ancu.specs.language.chosen import judged_by
from ancu.specs.language.feature_file import read_spec, read_text
from ancu.specs.language.grammar import grammar_of, states
from tests.conftest import Run

WORKER = """    Biết người này là công nhân tại khu công nghiệp và không thuê nhà ở xã hội
    Và tại tỉnh Bắc Ninh, xin thuê của dự án đầu tư công
    Và ngày xét là 01/05/2026
    Khi xét "Thuê nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
"""
HEAD = "# language: vi\nTính năng: Thuê\n\n  Tình huống: Công nhân\n"


def flaws(text: str) -> list[tuple[int, str]]:
    spec = read_text(Path("x.feature"), text)
    found = [*spec.flaws, *(flaw for case in spec.scenarios for flaw in case.flaws)]
    return [(flaw.line, flaw.text) for flaw in found]


@pytest.fixture(autouse=True)
def _judged(book: ancu.Rulebook) -> Iterator[None]:
    with judged_by(book, "vi"):
        yield


def passes(ancu_command: Run, tmp_path: Path, text: str) -> bool:
    (tmp_path / "x.feature").write_text(text, encoding="utf-8")
    return ancu_command("spec", "run", ".").returncode == 0


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        ('"Thuê nhà ở xã hội"', "“Thuê nhà ở xã hội”"),
        ('"Thuê nhà ở xã hội"', "«Thuê nhà ở xã hội»"),
        ('"Thuê nhà ở xã hội"', "“Thuê nhà ở xã hội\""),
        ('"đủ điều kiện"', "'đủ điều kiện'"),
        ('"đủ điều kiện"', "‘đủ điều kiện’."),
        ('"đủ điều kiện"', "đủ điều kiện"),
        ("    Biết ", "\u00a0\u00a0\u00a0\u00a0Biết\u00a0"),
        ("Biết người", "Biết \u200bngười"),
        ("Bắc Ninh,", "Bắc Ninh;"),
        ("01/05/2026", "01/05/2026 # ngày thông báo"),
        ("01/05/2026", "01/05/2026."),
        ("Biết ", "- Biết "),
        ("Biết ", "1. Biết: "),
        ("Thì ", "• Thì: "),
        ("khu công nghiệp", "KCN"),
    ],
)  # fmt: skip
def test_what_word_does_is_read(right: str, typed: str) -> None:
    assert right in WORKER
    assert flaws(HEAD + WORKER.replace(right, typed, 1)) == []


def test_it_runs_so_too(ancu_command: Run, tmp_path: Path) -> None:
    typed = WORKER.replace('"Thuê nhà ở xã hội"', "“Thuê nhà ở xã hội”").replace("    Biết", "    - Biết")
    assert passes(ancu_command, tmp_path, HEAD + typed)


@pytest.mark.parametrize(
    ("right", "typed", "line", "said"),
    [
        ("Biết ", "Giả sử ", 5, "“Giả sử” không phải từ khóa trong ngôn ngữ của tệp. Hãy viết “Biết”, hoặc “Cho”."),
        ("Thì ", "Kết quả: ", 9, "“Kết quả” không phải từ khóa trong ngôn ngữ của tệp. Hãy viết “Thì”."),
        ("Tình huống:", "Trường hợp:", 4,
         "“Trường hợp:” không phải từ khóa trong ngôn ngữ của tệp. Hãy viết “Tình huống:”, hoặc “Kịch bản:”."),
        ("Tình huống:", "Tình huống", 4,
         "Thiếu dấu hai chấm sau “Tình huống”. Hãy viết: Tình huống: Công nhân"),
        ("người này là công nhân tại khu công nghiệp", "nguoi nay la cong nhan tai khu cong nghiep", 5,
         "“nguoi nay la cong nhan tai khu cong nghiep” viết thiếu dấu; "
         "hãy viết “người này là công nhân tại khu công nghiệp”."),
        ("Và ngày xét", '"""\n    ghi chú\n    """\n    Và ngày xét', 7,
         'Khối giữa hai dòng """ không phải là một phần của câu nào và sẽ bị bỏ qua. Nếu là ghi chú, hãy bắt đầu mỗi '
         "dòng bằng dấu #; nếu là dữ liệu, hãy viết thành bảng có dấu |."),
        ("Bắc Ninh", "<tỉnh>", 6,
         "“<tỉnh>” chưa được điền: tình huống không có bảng “Dữ liệu:”. Hãy thêm bảng “Dữ liệu:” có cột “tỉnh” ở dưới, "
         "hoặc viết thẳng giá trị."),
        ('kết quả là "đủ điều kiện"', "người này được thuê", 9,
         "Không hiểu “người này được thuê”, và không có câu nào đủ gần để gợi ý. Sau “Thì” hãy viết kết quả, ví dụ: "
         'kết quả là "đủ điều kiện"; không đạt "tên điều kiện"; mức hỗ trợ là 60 triệu; còn thiếu "nhãn".'),
    ],
)  # fmt: skip
def test_the_line_at_fault_is_named_and_no_other(right: str, typed: str, line: int, said: str) -> None:
    assert right in HEAD + WORKER
    assert flaws((HEAD + WORKER).replace(right, typed, 1)) == [(line, said)]


def test_a_column_of_examples_that_fills_nothing() -> None:
    text = (HEAD + WORKER).replace("Tình huống", "Khung tình huống").replace("Bắc Ninh", "<tỉnh>")
    assert flaws(text + "\n    Dữ liệu:\n      | tỉnh |\n      | Bắc Ninh |\n") == []
    told = flaws(text + "\n    Ví dụ:\n      | tinh |\n      | Bắc Ninh |\n")
    assert [line for line, _ in told] == [6, 11]
    assert "không có cột “tỉnh” (chỉ có: “tinh”)" in told[0][1]
    assert "Hãy viết “Dữ liệu:”" in told[1][1]


def test_every_part_that_is_not_understood_is_told_at_once() -> None:
    text = HEAD + WORKER.replace("người này là", "người này mê bóng đá, độc thân, có xe máy, là")
    ((line, said),) = flaws(text)
    assert line == 5
    assert "Không hiểu “người này mê bóng đá”, “có xe máy”" in said


@pytest.mark.parametrize(
    ("line", "purpose", "not_suggested"),
    [
        ("có nhà ở xã", "state", "chưa có nhà ở"),
        ("người này được thuê", "expect", "độc thân"),
        ("thu nhập của ông 22 triệu", "state", "vợ hoặc chồng thu nhập … một tháng"),
        ("Giới tinh nữ", "state", '"…" is …'),
    ],
)
def test_no_suggestion_misleads(book: ancu.Rulebook, line: str, purpose: str, not_suggested: str) -> None:
    near = grammar_of(book).near(line, purpose=purpose, lang="vi")
    assert not_suggested not in near


def test_old_encodings(tmp_path: Path) -> None:
    path = tmp_path / "cu.feature"
    path.write_bytes(_windows_1258(HEAD + WORKER))
    assert [case.flaws for case in read_spec(path).scenarios] == [[]]
    path.write_bytes("Tính năng: x\n".replace("í", "\xdd").replace("ă", "\xa8").encode("latin-1"))
    assert "bảng mã cũ TCVN3 (ABC)" in read_spec(path).flaws[0].text
    path.write_bytes(b"T\xednh n?ng: x\n")
    assert read_spec(path).flaws[0].text.startswith("Dòng 1 có chữ không phải UTF-8")


def _windows_1258(text: str) -> bytes:
    written = b""
    for letter in unicodedata.normalize("NFC", text):
        try:
            written += letter.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = unicodedata.normalize("NFD", letter)
            for mark in list(marks):
                joined = unicodedata.normalize("NFC", base + mark)
                if len(joined) == 1 and joined.encode("cp1258", "ignore"):
                    base = joined
                    marks.remove(mark)
            written += (base + "".join(marks)).encode("cp1258")
    return written


def test_a_file_that_cannot_be_read_does_not_stop_the_folder(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "a.feature").write_bytes(b"T\xednh n?ng: x\n")
    (tmp_path / "b.feature").write_text(HEAD + WORKER, encoding="utf-8")
    done = ancu_command("spec", "run", ".")
    assert "2 tình huống: 1 đạt, 0 không khớp, 1 viết sai" in done.stdout
    assert done.returncode == 1


# -- nothing green for the wrong reason -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("added", "line", "label"),
    [
        ("    Và độc thân, đã kết hôn\n", 8, "Tình trạng hôn nhân"),
        ("    Và đã nghỉ hưu\n", 8, "Nghề nghiệp và nơi làm việc"),
        ("    Và ngày xét là 01/05/2025\n", 8, "Ngày xét"),
        ('    Và "Giới tính" là Nam, \n    Và là phụ nữ\n', 9, "Giới tính"),
        ("    Và chưa có nhà ở, có nhà ở rộng 60 m2\n", 8, "Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án"),
        ("    Và hồ sơ:\n      | Đang thuê nhà ở xã hội | có |\n", 9,
         "Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)"),
    ],
)  # fmt: skip
def test_two_lines_that_contradict_each_other(added: str, line: int, label: str) -> None:
    before, when, after = WORKER.partition("    Khi")
    ((at, said),) = flaws(HEAD + before + added + when + after)
    assert at == line
    assert f"trái nhau về “{label}”" in said


def test_a_background_may_be_said_anew_and_a_fact_after_judging(ancu_command: Run, tmp_path: Path) -> None:
    background = "Tính năng: Thuê\n\n  Bối cảnh:\n    Biết đang thuê nhà ở xã hội\n\n  Tình huống: Một\n"
    assert passes(ancu_command, tmp_path, background + WORKER)
    again = "    Biết đang thuê nhà ở xã hội\n" + '    Khi xét "Thuê nhà ở xã hội"\n'
    again += '    Thì kết quả là "không đủ điều kiện"\n'
    assert passes(ancu_command, tmp_path, HEAD + WORKER + again)


def test_facts_that_nothing_reads_and_that_cannot_be_together_are_remarked(ancu_command: Run, tmp_path: Path) -> None:
    before, when, after = WORKER.partition("    Khi")
    stated = '    Và chưa có nhà ở\n    Và "Giới tính" là Nam\n    Và "Phụ nữ đơn thân hoặc là chủ hộ" là có\n'
    (tmp_path / "x.feature").write_text(HEAD + before + stated + when + after, encoding="utf-8")
    done = ancu_command("spec", "run", ".", "--report", "r.html", "--junit", "r.xml")
    unread = "x.feature:8: Lưu ý: Chương trình này không dùng thông tin “Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án”"
    apart = "x.feature:10: Lưu ý: Hồ sơ nêu những điều trái nhau: “Phụ nữ đơn thân hoặc là chủ hộ”"
    for told in (done.stdout, *((tmp_path / name).read_text(encoding="utf-8") for name in ("r.html", "r.xml"))):
        assert unread in told
        assert apart in told
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("chưa có nhà", {"owns_home": False}),
        ("hiện không thuê nhà ở xã hội nào khác", {"renting_social_housing": False}),
        ("gia đình thuộc hộ nghèo", {"poverty_certificate": "poor"}),
        ("lương 19 triệu đồng/tháng", {"net_income": "19 triệu đồng/tháng"}),
        ("là thương binh 61%", {"merit_category": "war_invalid", "disability_rate": "61%"}),
        ("thu nhập bình quân đầu người 1,2 triệu đồng/tháng", {"income_per_person": "1,2 triệu đồng"}),
        ("cư trú tại vùng DTTS", {"in_minority_area": True}),
    ],
)
def test_sentences_may_vary(book: ancu.Rulebook, line: str, facts: dict[str, object]) -> None:
    (saying,) = grammar_of(book).read(line) or [None]
    assert saying is not None
    assert states(saying) == facts


@pytest.mark.parametrize("line", ["không nghèo", "vợ chồng ở xa", "đang thuê", "có nhà ở xã", "chưa thuê"])
def test_what_is_not_said_is_not_understood(book: ancu.Rulebook, line: str) -> None:
    assert grammar_of(book).read(line) is None
