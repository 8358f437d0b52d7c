"""``ancu ask`` as somebody at a terminal has it: questions, answers, what else is typed, and files that are kept."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ancu
from ancu_cli.ask_talk import Talk
from tests.conftest import Run

PURCHASE = "social_housing_purchase"
LODGING = "worker_lodging"
AS_OF = ("--as-of", "01/11/2026")


@pytest.fixture
def ask(ancu_command: Run) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Interview about a worker's lodging, unless told otherwise, with lines as they are typed."""

    def run(*lines: str, options: tuple[str, ...] = ("--programme", LODGING)) -> subprocess.CompletedProcess[str]:
        return ancu_command("ask", *options, *AS_OF, stdin="".join(f"{line}\n" for line in lines))

    return run


def test_an_interview_ends_with_what_explain_says(ask: Any, ancu_command: Run, tmp_path: Path) -> None:
    interview = ask("có", "có", "không", "lưu pv.json", "xong")
    assert "Câu 1 (còn nhiều nhất 5). " in interview.stderr
    assert "Dừng hỏi khi còn nhiều nhất 2 câu" in interview.stderr
    assert interview.returncode == 0
    answers = json.loads((tmp_path / "pv.json").read_text(encoding="utf-8"))["answers"]
    record = json.dumps({answer["fact"]: answer["answer"] for answer in answers})
    explained = ancu_command("explain", "-", "--programme", LODGING, *AS_OF, "--what-if", stdin=record)
    assert interview.stdout == explained.stdout
    kept = ask("có", "có", "không", "xong", options=("--programme", LODGING, "--record", "hs.json"))
    assert "Đã ghi hồ sơ vào hs.json. Phiếu kết quả cho người dân: ancu notice hs.json " in kept.stderr
    assert (tmp_path / "hs.json").stat().st_mode & 0o777 == 0o600
    assert ancu_command("explain", "hs.json", "--programme", LODGING, "--what-if").stdout == explained.stdout
    again = ask("xong", options=("--programme", LODGING, "--record", "hs.json"))
    assert again.returncode == 4
    assert "đã có, không ghi đè" in again.stderr
    data = ask("có", "có", "không", "xong", options=("--programme", LODGING, "--json"))
    as_data = ancu_command("explain", "hs.json", "--programme", LODGING, "--what-if", "--format", "json")
    assert data.stdout == as_data.stdout


def test_the_slip_is_the_one_that_notice_makes_of_the_record(ask: Any, ancu_command: Run, tmp_path: Path) -> None:
    options = ("--programme", LODGING, "--record", "hs.json", "--slip", "phieu.html", "--slip", "phieu.docx")
    done = ask("không", options=options)
    assert done.returncode == 0
    assert "Kết quả: phieu.html" in done.stderr
    made = ancu_command("notice", "hs.json", "--programme", LODGING, "--kind", "slip", "-o", "n.html", "-o", "n.docx")
    assert made.returncode == 0
    assert (tmp_path / "phieu.html").read_bytes() == (tmp_path / "n.html").read_bytes()
    assert (tmp_path / "phieu.docx").read_bytes() == (tmp_path / "n.docx").read_bytes()
    assert "Kết quả: không đủ điều kiện" in (tmp_path / "phieu.html").read_text(encoding="utf-8")


def test_of_several_programmes_slips_are_of_those_open_to_the_person(ask: Any, tmp_path: Path) -> None:
    several = ("--programme", LODGING, "--programme", PURCHASE)
    done = ask("không", "xong", options=(*several, "--slip", "phieu.html"))
    assert done.returncode == 0
    page = (tmp_path / "phieu.html").read_text(encoding="utf-8")
    assert page.count("Kết quả: chưa đủ thông tin") == 1  # of the one that is refused there is none
    assert "Kết quả: không đủ điều kiện" not in page
    word = ask(options=(*several, "--slip", "phieu.docx"))
    assert (word.returncode, word.stdout) == (4, "")
    assert "Câu 1" not in word.stderr
    assert "phieu.docx" in word.stderr
    other = ask(options=(*several, "--slip", "phieu.txt"))
    assert other.returncode == 2


def test_one_answer_can_be_enough(ask: Any) -> None:
    found = ask("không")
    assert found.stdout.startswith("Thuê nhà lưu trú công nhân trong khu công nghiệp\nKết luận tại ngày 01/11/2026: ")
    assert "KHÔNG ĐỦ ĐIỀU KIỆN" in found.stdout
    assert "đã hỏi 1 trong " in found.stderr


def test_a_question_mark_tells_why_with_the_law(ask: Any) -> None:
    said = ask("?", "không").stderr
    assert "Vì sao hỏi:" in said
    assert "Luật Nhà ở 27/2023/QH15" in said
    assert "Chỉ còn câu này là biết kết quả" not in said
    assert "Cách trả lời:\n   có hoặc không" in said


def test_what_cannot_be_read_is_asked_again(ask: Any) -> None:
    found = ask("chắc là có", "không")
    assert "Không rõ là có hay không. Cần: có hoặc không." in found.stderr
    assert found.stderr.count("Câu 1 ") == 1
    assert found.returncode == 0


def test_an_unusual_answer_counts_when_given_twice(ancu_command: Run, tmp_path: Path) -> None:
    answers = [
        {"fact": "housing_law_groups", "answer": "worker"},
        *({"fact": fact, "answer": "không"} for fact in NO),
        *({"fact": fact, "answer": answer} for fact, answer in SAID.items()),
    ]
    kept = {"interview": 1, "as_of": "2026-11-01", "programmes": [PURCHASE], "answers": answers}
    (tmp_path / "pv.json").write_text(json.dumps(kept), encoding="utf-8")
    found = ancu_command("ask", "--resume", "pv.json", stdin="25\n25 triệu\n25\n25\nlưu hai.json\nxong\n")
    assert found.returncode == 0
    assert "bộ quy tắc đã thay đổi" in found.stderr.casefold()
    assert found.stderr.count("Nếu đúng như vậy, hãy ghi lại y nguyên câu trả lời.") >= 1
    assert "→ 25.000.000 đồng" in found.stderr


NO = (
    "raising_minor_child", "named_on_certificate", "owns_home", "bought_social_housing", "received_housing_support",
    "lives_in_official_housing", "registered_at_another_project", "renting_social_housing",
)  # fmt: skip
SAID = {"province": "bac_ninh", "marital_status": "single", "project_funding": "developer"}


def test_letters_passing_and_going_back(ask: Any) -> None:
    found = ask("f", "quay lại", "a; f", "không biết", "", "quay lại", "xong", options=("--programme", PURCHASE))
    assert "→ Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)" in found.stderr
    assert "câu trả lời cũ là “Công nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6)”" in found.stderr
    assert "→ Người có công, thân nhân liệt sĩ (khoản 1); Công nhân" in found.stderr
    assert found.stderr.count("→ chưa rõ") == 2
    assert "câu trả lời cũ là “không biết”" in found.stderr
    assert "CHƯA ĐỦ THÔNG TIN" in found.stdout
    assert "Đang ở câu đầu tiên." in ask("quay lại").stderr


def test_what_is_kept_is_gone_on_with(ask: Any, ancu_command: Run, tmp_path: Path) -> None:
    whole = ask("có", "có", "có")
    assert "Hết câu hỏi có thể ảnh hưởng đến kết quả: đã hỏi 3 trong 5 thông tin" in whole.stderr
    begun = ask("có", "lưu", "lưu pv.json", "xong")
    assert "Hãy ghi tên tệp, ví dụ: lưu phong-van.json" in begun.stderr
    assert "Đã lưu 1 câu trả lời vào pv.json" in begun.stderr
    assert (tmp_path / "pv.json").stat().st_mode & 0o777 == 0o600
    rest = ancu_command("ask", "--resume", "pv.json", stdin="có\ncó\n")
    assert "Hỏi tiếp: đã có 1 câu trả lời." in rest.stderr
    assert rest.stdout == whole.stdout
    (tmp_path / "danh-sach.csv").write_text("Mã hồ sơ\n", encoding="utf-8")
    refused = ask("có", "lưu danh-sach.csv", "lưu khong-co/pv.json", "lưu pv.json", "xong")
    assert refused.returncode == 0
    assert "danh-sach.csv" in refused.stderr
    assert (tmp_path / "danh-sach.csv").read_text(encoding="utf-8") == "Mã hồ sơ\n"
    assert refused.stderr.count("Đã lưu 1 câu trả lời vào pv.json") == 1
    assert not (tmp_path / "khong-co").exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"interview": 2}, "pv.json: Tệp này không phải cuộc phỏng vấn do ancu ask lưu."),
        ({"programmes": ["worker_lodgin"]}, "không có chương trình “worker_lodgin”. Có phải ý bạn là"),
        ({"programmes": [["x"]]}, "không có chương trình"),
        ({"answers": [{"fact": "works_in_that_zon", "answer": "có"}]}, "không có thông tin “works_in_that_zon”"),
        (
            {"answers": [{"fact": "works_in_that_zone", "answer": "có lẽ"}]},
            "“có lẽ”: Không rõ là có hay không.",
        ),
        ({"answers": [{"fact": "works_in_that_zone"}]}, "Câu trả lời 1 không đúng dạng"),
        ({"answers": [{"fact": "works_in_that_zone", "answer": None}] * 2}, "Câu trả lời 2 không đúng dạng"),
        ({"as_of": "hôm nào"}, "giá trị “hôm nào”"),
    ],
)
def test_a_kept_file_is_whole_or_refused(ancu_command: Run, tmp_path: Path, change: dict[str, Any], said: str) -> None:
    kept = {"interview": 1, "as_of": "2026-11-01", "programmes": [LODGING], "answers": [], **change}
    (tmp_path / "pv.json").write_text(json.dumps(kept), encoding="utf-8")
    found = ancu_command("ask", "--resume", "pv.json", stdin="không\n")
    assert found.returncode == 4
    assert said in found.stderr
    assert found.stdout == ""


def test_breaking_off_offers_to_keep_the_answers(ask: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["có", None, "khong-co/pv.json", "pv.json"])

    def read(_: Talk) -> str:
        line = next(typed)
        if line is None:
            raise KeyboardInterrupt
        return line

    monkeypatch.setattr(Talk, "_read", read)
    found = ask()
    assert found.returncode == 130
    assert "Dừng lại. Ghi tên tệp để lưu 1 câu trả lời, để trống thì không lưu:" in found.stderr
    assert json.loads((tmp_path / "pv.json").read_text(encoding="utf-8"))["answers"] == [
        {"fact": "has_labour_contract", "answer": "có"}
    ]
    typed = iter([None])
    assert ask().returncode == 130


def test_for_whom_chooses_the_programmes(ask: Any, book: ancu.Rulebook) -> None:
    found = ask("xong", options=("--for", "merit", "--for", "poor", "--lang", "en"))
    assert "Judging " in found.stderr
    assert "Question 1 (at most " in found.stderr
    assert book.programmes["merit_house_grant"].title["en"] in found.stdout
    assert found.stdout.startswith("Result:\n- ")
    refused = ask(options=("--programme", LODGING, "--resume", "pv.json"))
    assert refused.returncode == 2
    assert "Hãy bỏ --programme và --for, hoặc bỏ --resume." in refused.stderr


def test_an_answer_that_is_none_of_the_choices_is_refused_without_listing_them_again(ask: Any) -> None:
    refused = ask("thợ mỏ", "thoát", options=("--programme", PURCHASE))
    assert refused.returncode == 0
    assert "> Không có trong danh mục giá trị. Hãy ghi chữ cái đứng trước câu trả lời, hoặc ghi tên" in refused.stderr
    assert refused.stderr.count("Học sinh, sinh viên (khoản 11)") == 1
    assert "Dừng hỏi khi còn" in refused.stderr
