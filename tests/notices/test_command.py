"""``ancu notice``, ``ancu publish`` and ``ancu calendar`` as an officer runs them."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx

import ancu
from ancu.register import acts
from ancu.register.calendar_file import calendar_file
from ancu.register.due import due
from ancu.register.entries import Exported
from ancu.register.standing import standing_of
from tests.conftest import ROOT, Run
from tests.support.registers import filled

LIST = str(ROOT / "examples" / "dang-ky-mua.csv")
OFFICE = str(ROOT / "examples" / "van-phong-mau.yaml")
SALE = "social_housing_sale"
PURCHASE = ("--programme", "social_housing_purchase")


def test_a_list_becomes_word_files_a_pdf_and_a_page(ancu_command: Run, tmp_path: Path) -> None:
    outputs = ("-o", "tb.zip", "-o", "tb.pdf", "-o", "tb.html")
    done = ancu_command("notice", LIST, *PURCHASE, "--office", OFFICE, "--until", "30/05/2026", *outputs)
    assert (done.returncode, done.stdout) == (
        0,
        "Đã lập 4 thông báo: 1 yêu cầu bổ sung, 1 trả lại hồ sơ, 2 đủ điều kiện.\n",
    ), done.stderr
    with zipfile.ZipFile(tmp_path / "tb.zip") as archive:
        assert archive.namelist() == [
            "NOXH-01-eligibility.docx", "NOXH-02-return.docx", "NOXH-03-eligibility.docx", "NOXH-04-supplement.docx",
        ]  # fmt: skip
        opened = docx.Document(io.BytesIO(archive.read("NOXH-02-return.docx")))
    assert "Kính gửi: Ông/Bà Người mẫu Hai" in [one.text for one in opened.paragraphs]
    assert (tmp_path / "tb.pdf").read_bytes().startswith(b"%PDF")
    assert "chậm nhất ngày 30 tháng 5 năm 2026" in (tmp_path / "tb.html").read_text(encoding="utf-8")


def test_the_office_has_its_own_template(ancu_command: Run, tmp_path: Path) -> None:
    assert ancu_command("notice", "--own-template", "mau.docx").returncode == 0
    changed = docx.Document(str(tmp_path / "mau.docx"))
    changed.add_paragraph("Người thụ lý: ……; hồ sơ {{ ma_ho_so }}")
    changed.save(str(tmp_path / "mau.docx"))
    one = ("notice", LIST, *PURCHASE, "--case", "NOXH-02", "--template", "mau.docx")
    assert ancu_command(*one, "-o", "tb.docx").returncode == 0
    made = docx.Document(str(tmp_path / "tb.docx"))
    assert made.paragraphs[-1].text == "Người thụ lý: ……; hồ sơ NOXH-02"
    changed.add_paragraph("{{ ly_doo }}")
    changed.save(str(tmp_path / "mau.docx"))
    (tmp_path / "tb.docx").unlink()
    wrong = ancu_command(*one, "-o", "tb.docx")
    assert (wrong.returncode, wrong.stderr) == (
        4,
        "mau.docx: Không có thẻ “ly_doo” (trong đoạn “{{ ly_doo }}”). Có phải ý bạn là “ly_do”? Xem danh sách thẻ "
        "bằng: ancu notice --tags\n",
    )
    assert not (tmp_path / "tb.docx").exists()


def test_what_cannot_be_done_is_told_and_nothing_is_written(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "vp.yaml").write_text("co_qan: Sở\n", encoding="utf-8")
    for arguments, code, said in (
        ((LIST, *PURCHASE, "-o", "tb.docx"), 4, "một tệp .docx chỉ chứa một thông báo, ở đây có 4"),
        ((LIST, *PURCHASE, "-o", "tb.odt"), 2, "“tb.odt” phải có đuôi .docx, .zip, .pdf hoặc .html"),
        ((LIST, "-o", "tb.zip"), 4, "Hãy nêu chương trình bằng --programme"),
        (("-o", "tb.zip"), 2, "Hãy nêu một nguồn"),
        ((LIST, *PURCHASE, "--case", "NOXH-9", "-o", "tb.zip"), 4, "NOXH-9"),
        ((LIST, *PURCHASE, "--kind", "returns", "-o", "tb.zip"), 2, "Có phải ý bạn là “return”?"),
        ((LIST, *PURCHASE, "--office", "vp.yaml", "-o", "tb.zip"), 4, "Khóa “co_qan” không dùng ở đây."),
    ):
        done = ancu_command("notice", *arguments)
        assert (done.returncode, said in done.stderr) == (code, True), (arguments, done.stderr)
    assert [path.name for path in tmp_path.iterdir()] == ["vp.yaml"]


def test_a_row_that_cannot_be_read_gets_no_notice(ancu_command: Run, tmp_path: Path) -> None:
    text = Path(LIST).read_text(encoding="utf-8").replace("28 triệu", "28 triệu x")
    (tmp_path / "ds.csv").write_text(text, encoding="utf-8")
    done = ancu_command("notice", "ds.csv", *PURCHASE, "-o", "tb.html")
    assert done.returncode == 3
    assert "1 dòng bị trả lại vì không đọc được; không lập thông báo:" in done.stderr
    assert "ds.csv:3: cột “Thu nhập”, giá trị “28 triệu x”" in done.stderr


def test_from_the_register(ancu_command: Run, book: ancu.Rulebook, tmp_path: Path) -> None:
    """Two decisions are approved, one waits; the project's intake closed long ago."""
    register = filled(book, tmp_path / "so.sqlite")
    with register.writing("clerk") as writer:
        acts.step(writer, book.procedures, "intake_closed", date(2026, 4, 15), project="DA-01", procedure=SALE)
    at = ("--register", "so.sqlite")
    done = ancu_command("notice", *at, "--project", "DA-01", "-o", "tb.html")
    assert done.stdout == "Đã lập 2 thông báo: 1 trả lại hồ sơ, 1 đủ điều kiện.\n", done.stderr
    assert "1 hồ sơ chưa được duyệt hoặc đã thu hồi; không lập thông báo." in done.stderr
    page = (tmp_path / "tb.html").read_text(encoding="utf-8")
    assert "Kính gửi: Ông/Bà Bà HS-1" in page
    assert "nộp ngày 02/03/2026, dự án DA-01" in page
    assert "Mã kết quả: 2:" in page
    late = ancu_command("notice", *at, "--kind", "delay", "--as-of", "01/06/2026", "-o", "tre.html")
    assert late.stdout == "Đã lập 2 thông báo: 2 xin lỗi chậm.\n"
    assert "thời hạn đến hết ngày 25/04/2026" in (tmp_path / "tre.html").read_text(encoding="utf-8")
    public = ancu_command("publish", *at, "--list", "ineligible", "--by", "nguoi-cong-bo", "-o", "ds.html")
    assert public.stdout == "Danh sách hồ sơ không đáp ứng đủ điều kiện: 1 dòng.\n", public.stderr
    with register.reading() as reader:
        *_, last = reader.entries()
        found, cases = standing_of(reader.entries()), reader.cases()
    assert isinstance(last.act, Exported)
    assert (last.by, last.act.fields, last.act.applications) == ("nguoi-cong-bo", ["case"], 1)
    steps = due(found, book.procedures, date(2026, 4, 20))
    calendar = ancu_command("calendar", *at, "--project", "DA-01", "--on", "20/04/2026")
    assert calendar.stdout.encode() == calendar_file(book, steps, cases, date(2026, 4, 20), "vi")


def test_calendar_of_a_procedure(ancu_command: Run, tmp_path: Path) -> None:
    done = ancu_command(
        "calendar", "--procedure", "poverty_review", "--done", "review_started=15/12/2026", "-o", "han.ics"
    )
    assert (done.returncode, (tmp_path / "han.ics").read_bytes().count(b"BEGIN:VEVENT")) == (0, 1)
    for arguments, said in (
        (("--procedure", "poverty_review", "--done", "review_start=1/1/2026"), "Có phải ý bạn là “review_started”?"),
        (("--procedure", "poverty_review", "--done", "x"), "“x”: hãy viết bước=ngày"),
        (("--done", "x=1/1/2026"), "Hãy nêu sổ đăng ký (--register) hoặc một thủ tục"),
    ):
        wrong = ancu_command("calendar", *arguments)
        assert (wrong.returncode, said in wrong.stderr) == (2, True), wrong.stderr
