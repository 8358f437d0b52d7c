"""Drafts of new law: what is drafted loads once it is filled in, what stands is kept, and mistakes get a sentence."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

import ancu
from ancu.rulebook.loading import check_rulebook
from ancu.rulebook.owed import papers_owed
from tests.conftest import ROOT, Command

pytestmark = pytest.mark.slow

#: What an officer would write in place of "?? …", by the last key of its place; all of it made up.
ANSWERS = {"vi": "Ví dụ bịa", "en": "Made up", "number": "1/2028/QĐ-VÍDỤ", "issued": "2027-12-01", "section": "a",
    "value": "1", "audience": "poor"}  # fmt: skip
KINDS = {
    "province": ("tinh_vi_du", "--slot", "coef", "--from", "01/01/2028"),
    "programme": ("ho_tro_vi_du", "--from", "2028-01-01"),
    "condition": ("da_hoc_vi_du", "--programme", "buy", "--from", "1/1/2028"),
}
#: A rulebook of nothing but made-up law, without papers.
BASE = Path(__file__).parent / "broken_rulebooks" / "base"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "rules"))


def texts(folder: Path) -> dict[str, str]:
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in folder.rglob("*.yaml")}


def fill_in(folder: Path) -> None:
    """Replace every value that is to be filled in."""
    for problem in check_rulebook(folder)[1]:
        assert problem.kind == "draft_unfilled", problem.text("vi")
        file = folder / str(problem.file)
        lines = file.read_text(encoding="utf-8").split("\n")
        place = (problem.line or 0) - 1
        key = next(part for part in reversed(str(problem.values["key"]).split(".")) if not part.isdigit())
        lines[place] = re.sub(r'"\?\? [^"]*"', ANSWERS[key], lines[place], count=1)
        file.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_says_what_to_fill_in_and_then_loads(kind: str, rules: Path, ancu_here: Command) -> None:
    before = texts(rules)
    code, out, errors = ancu_here(
        "rules", "new", kind, *KINDS[kind], "--basis", "qd-vi-du:2.1.a", "--rules", str(rules)
    )
    assert (code, errors) == (0, "")
    assert "instruments.yaml" in out
    unfilled = check_rulebook(rules)[1]
    for problem in unfilled:
        assert problem.text("vi") in out
    fill_in(rules)
    book = ancu.load_rulebook(rules)
    assert not {problem.values["name"] for problem in papers_owed(book)} - {*ancu.load_rulebook(BASE).facts}
    assert book.instruments["qd-vi-du"].in_force.from_ == date(2028, 1, 1)
    # Of what stood, only the text that the new condition is added to has changed.
    for file, text in before.items():
        kept = set(text.split("\n")) - set((rules / file).read_text(encoding="utf-8").split("\n"))
        assert all(line.startswith("eligible_when:") for line in kept), file


def test_a_new_condition_counts_from_its_day(rules: Path, ancu_here: Command) -> None:
    ancu_here("rules", "new", "condition", *KINDS["condition"], "--basis", "nd-1:5", "--rules", str(rules))
    fill_in(rules)
    book = ancu.load_rulebook(rules)
    facts = {"kind": "worker", "income": "9 triệu", "province": "bn"}

    def status(day: date, **more: str) -> str:
        return ancu.decide(book, ancu.read_record(book, {**facts, **more}), "buy", day).status

    assert status(date(2027, 12, 31)) == "eligible"
    assert status(date(2028, 1, 1)) == "undetermined"
    assert status(date(2028, 1, 1), da_hoc_vi_du_fact="không") == "ineligible"
    assert status(date(2028, 1, 1), da_hoc_vi_du_fact="có") == "eligible"


def test_an_alternative_at_the_top_stays_together(rules: Path, ancu_here: Command) -> None:
    file = rules / "programmes" / "p.yaml"
    text = file.read_text(encoding="utf-8")
    rule, either = (
        "eligible_when: subject and within_cap",
        "eligible_when: >-\n  (subject and within_cap)\n  or crowded",
    )
    assert rule in text
    file.write_text(text.replace(rule, either), encoding="utf-8")
    ancu_here("rules", "new", "condition", *KINDS["condition"], "--rules", str(rules))
    changed = file.read_text(encoding="utf-8")
    both = "(subject and within_cap) or crowded"
    assert f"when: {both}}}" in changed
    assert f"when: ({both}) and da_hoc_vi_du}}" in changed


def test_line_ends_stay_as_they_are(rules: Path, ancu_here: Command) -> None:
    vocabulary = rules / "vocabulary.yaml"
    vocabulary.write_bytes(vocabulary.read_bytes().replace(b"\n", b"\r\n"))
    ancu_here("rules", "new", "programme", *KINDS["programme"], "--rules", str(rules))
    written = vocabulary.read_bytes()
    assert b"ho_tro_vi_du_fact" in written
    assert written.count(b"\n") == written.count(b"\r\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("province", "Tỉnh"), "Tên “Tỉnh” không hợp lệ: chỉ dùng chữ thường a–z"),
        (("province", "bn"), "Tên “bn” đã có trong bộ quy tắc. Hãy đặt tên khác."),
        (("programme", "select", "--from", "1/1/2028"), "Tên “select” là từ khóa của SQL. Hãy đặt tên khác."),
        (("programme", "moi", "--from", "31/02/2028"), "Ngày “31/02/2028” của --from: "),
        (("programme", "moi"), "Thiếu --from."),
        (("province", "moi", "--slot", "coeff", "--from", "1/1/2028"), "Có phải ý bạn là “coef”?"),
        (("province", "moi", "--slot", "cap", "--from", "1/1/2028"), "không dành cho tỉnh quy định"),
        (("province", "moi", "--slot", "coef"), "Thiếu --from."),
        (("programme", "moi", "--from", "1/1/2028", "--basis", "NĐ 100"), "Căn cứ “NĐ 100”"),
        (("condition", "moi", "--programme", "buyy", "--from", "1/1/2028"), "Có phải ý bạn là “buy”?"),
        (("condition", "moi", "--programme", "buy", "--from", "1/1/2024"), "không sau ngày đầu (2024-01-01)"),
    ],
)  # fmt: skip
def test_mistakes(arguments: tuple[str, ...], sentence: str, rules: Path, ancu_here: Command) -> None:
    before = texts(rules)
    code, _, errors = ancu_here("rules", "new", *arguments, "--rules", str(rules))
    assert code == 2
    assert sentence in errors
    assert texts(rules) == before


def test_nothing_is_written_over(rules: Path, ancu_here: Command) -> None:
    standing = rules / "regions" / "tinh_vi_du.yaml"
    standing.write_text("region: khac\ntitle: {vi: Khác, en: Other}\n", encoding="utf-8")
    before = texts(rules)
    code, _, errors = ancu_here("rules", "new", "province", "tinh_vi_du", "--rules", str(rules))
    assert (code, "tinh_vi_du.yaml đã có nên không ghi đè" in errors) == (2, True)
    assert texts(rules) == before


def test_an_overlay_takes_a_province_and_no_more(tmp_path: Path, ancu_here: Command) -> None:
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    known = ("--vi", "Vùng Kiểm Thử", "--en", "Test Region", "--rules", str(overlay))
    assert ancu_here("rules", "new", "province", "vung_kiem_thu", *known)[0] == 0
    assert "vung_kiem_thu" in ancu.load_rulebook(overlay).regions
    for kind, of in (("programme", ()), ("condition", ("--programme", "worker_lodging"))):
        code, _, errors = ancu_here(
            "rules", "new", kind, "kiem_thu", *of, "--from", "1/1/2040", "--rules", str(overlay)
        )
        assert (code, "không phải là bộ quy tắc đầy đủ" in errors) == (2, True)


def test_what_is_owed_is_told_and_stops_nothing(tmp_path: Path, ancu_here: Command) -> None:
    rules = Path(shutil.copytree(ROOT / "rules", tmp_path / "rules"))
    vocabulary = rules / "vocabulary.yaml"
    text = vocabulary.read_text(encoding="utf-8")
    assert "    evidence: [residence_data]\n" in text
    vocabulary.write_text(text.replace("    evidence: [residence_data]\n", "", 1), encoding="utf-8")
    features = str(ROOT / "features" / "worker_lodging")
    code, out, _ = ancu_here("rules", "check", "--rules", str(rules), "--features", features)
    assert code == 0
    assert "vocabulary.yaml: Thông tin “Tỉnh” (province) chưa có giấy tờ chứng minh." in out
    assert "Điều kiện chưa có tình huống nào: “Thuộc nhóm được vay vốn tự xây dựng nhà ở” (self_build_subject" in out
    assert "(lodging_contract" not in out
