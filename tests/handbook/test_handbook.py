"""The rulebook in words: the handbook in docs/, and what differs between two days or two rulebooks."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

import ancu
from ancu.handbook.document import handbook
from ancu.handbook.statements import changes, statements
from ancu.handbook.wording import Wording
from ancu.messages import Language
from tests.conftest import ROOT, Command, Run

pytestmark = pytest.mark.slow

BASE = ROOT / "tests" / "rulebook" / "broken_rulebooks" / "base"
FILES: dict[Language, str] = {"vi": "so-tay-bo-quy-tac.md", "en": "rulebook.md"}


@pytest.mark.parametrize("lang", FILES)
def test_the_handbook_in_docs_is_that_of_the_rules(book: ancu.Rulebook, lang: Language) -> None:
    written = (ROOT / "docs" / "generated" / FILES[lang]).read_text(encoding="utf-8")
    # Of another rulebook, `ancu rules check` says that the handbook has to be made again.
    if book.digest[:12] in written:
        assert written == handbook(book, lang), "run: make docs"
    else:
        assert re.search("`[0-9a-f]{12}`", written)


@pytest.mark.parametrize("lang", FILES)
def test_every_link_of_the_handbook_leads_somewhere(book: ancu.Rulebook, lang: Language) -> None:
    text = handbook(book, lang)
    anchors = re.findall(r'<a id="([^"]+)">', text)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= set(anchors)
    assert {*book.programmes, *book.conditions, *book.parameters, *book.questions} <= set(anchors)


@pytest.mark.parametrize(
    ("rule", "vi", "en"),
    [
        (
            "owned_home_area < min_floor_area_per_person * owned_home_residents",
            "“Diện tích sàn nhà ở thuộc sở hữu” nhỏ hơn “Diện tích nhà ở tối thiểu bình quân đầu người” nhân "
            "“Số người đăng ký thường trú tại nhà ở đó”",
            "“Floor area of the home owned” is below “Minimum floor area per person” times "
            "“People registered at that home”",
        ),
        (
            "marital_status = 'married' and not (owns_home or raising_minor_child)",
            "“Tình trạng hôn nhân” là “Đã kết hôn” và không phải (“Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án” hoặc "
            "“Đang nuôi con dưới tuổi thành niên”)",
            "“Marital status” is “Married” and not (“Owns a home in the project's province” or "
            "“Raising a minor child”)",
        ),
        (
            "house_condition in ('temporary', 'severely_damaged')",
            "“Tình trạng nhà ở” là một trong: “Nhà tạm”, “Hư hỏng nặng”",
            "“Condition of the house” is one of: “Temporary”, “Severely damaged”",
        ),
        (
            "years_between(separated_on, as_of) >= 1",
            "số năm tròn từ “Ngày tách hộ” đến ngày xét từ 1 trở lên",
            "the full years from “Day the household split off” to the as-of date is at least 1",
        ),
    ],
)
def test_rules_in_words(book: ancu.Rulebook, rule: str, vi: str, en: str) -> None:
    assert Wording(book, "vi").rule(rule) == vi
    assert Wording(book, "en").rule(rule) == en


def test_every_rule_can_be_said_without_code(book: ancu.Rulebook) -> None:
    for lang in FILES:
        for statement in statements(book, lang).values():
            for line in statement.lines:
                assert "{" not in line
                assert not re.search(r"[a-z]_[a-z]", line), line


def test_between_two_days_only_what_changed_is_told(book: ancu.Rulebook) -> None:
    found = {c.statement.name: c for c in changes(*(statements(book, "vi", date(2026, 4, day)) for day in (6, 7)))}
    cap = found["income_cap_single"]
    assert (cap.state, cap.gone[0][:15], cap.come[0][:15]) == ("changed", "20.000.000 đồng", "25.000.000 đồng")
    assert found["nd-136-2026"].state == "added"
    assert "min_floor_area_per_person" not in found
    assert "wage_earner_income" not in found
    assert not list(changes(*(statements(book, "vi", date(2026, 4, day)) for day in (7, 8))))


def test_diff_of_two_rulebooks_and_of_two_dates(ancu_command: Run, tmp_path: Path) -> None:
    for side in ("a", "b"):
        shutil.copytree(ROOT / "rules", tmp_path / side)
    parameters = tmp_path / "b" / "parameters.yaml"
    parameters.write_text(
        parameters.read_text(encoding="utf-8").replace("value: 25000000, basis", "value: 26000000, basis", 1),
        encoding="utf-8",
    )
    done = ancu_command("rules", "diff", "a", "b")
    assert "26.000.000 đồng" in done.stdout
    assert "1 khác biệt" in done.stdout
    assert "Không có khác biệt" in ancu_command("rules", "diff", "a", "a").stdout
    dates = ancu_command("rules", "diff", "2025-12-31", "2026-01-01", "--lang", "en")
    assert "Elimination of temporary and dilapidated houses" in dates.stdout
    assert "not in force" in dates.stdout
    mixed = ancu_command("rules", "diff", "2025-08-31", "a")
    assert (mixed.returncode, "không cùng loại" in mixed.stderr) == (2, True)
    missing = ancu_command("rules", "diff", "a", "nowhere")
    assert (missing.returncode, "nowhere" in missing.stderr) == (4, True)


def test_new_facts_bounds_and_phrases_are_told(tmp_path: Path, ancu_here: Command) -> None:
    old, new = (Path(shutil.copytree(BASE, tmp_path / folder)) for folder in ("cu", "moi"))
    vocabulary = new / "vocabulary.yaml"
    text = vocabulary.read_text(encoding="utf-8")
    text = text.replace(
        "bounds: {min: 1, max: 50}", "bounds: {min: 1, max: 60}\n    phrases: [{vi: 'nhà có {số} người'}]"
    )
    text += "  trained:\n    type: yes_no\n    label: {vi: Đã học}\n    section: a\n"
    vocabulary.write_text(text, encoding="utf-8")
    programme = new / "programmes" / "p.yaml"
    text = programme.read_text(encoding="utf-8")
    worker = "when: kind = 'worker'"
    text = text.replace(worker, f"{worker} and trained\n    not_met: {{vi: Không phải công nhân}}")
    programme.write_text(text, encoding="utf-8")
    code, out, errors = ancu_here("rules", "diff", str(old), str(new))
    assert (code, errors) == (0, "")
    for line in (
        "  Thêm: Đã học [trained]",
        "    + Kiểu: có hoặc không; mục: Chung",
        "  Đổi: Số người [people]",
        "    - Giới hạn: từ 1 đến 50; ngoài giới hạn thì trả lại.",
        "    + Giới hạn: từ 1 đến 60; ngoài giới hạn thì trả lại.",
        "    + Cách nói: “nhà có [số] người”",
        "    + Khi không đạt nói: Không phải công nhân",
    ):
        assert line in out.splitlines()


def test_what_words_do_not_reach_is_not_passed_over(tmp_path: Path, ancu_here: Command) -> None:
    old = Path(shutil.copytree(BASE, tmp_path / "cu"))
    region = old / "regions" / "bn.yaml"
    text = region.read_text(encoding="utf-8")
    region.write_text(f"# chỉ là ghi chú\n{text}", encoding="utf-8")
    assert ancu_here("rules", "diff", str(old), str(BASE))[1] == "Không có khác biệt.\n"
    region.write_text(f"{text}synonyms: [BN]\n", encoding="utf-8")
    assert "Không có khác biệt về nội dung" in ancu_here("rules", "diff", str(old), str(BASE))[1]


def test_a_comparison_of_one_programme(tmp_path: Path, ancu_here: Command) -> None:
    new = tmp_path / "moi"
    shutil.copytree(ROOT / "rules", new)
    change = ("--from", "1/1/2028", "--value", "16", "--basis", "nd-100-2024:29.3", "--rules", str(new))
    assert ancu_here("rules", "amend", "min_floor_area_per_person", *change)[0] == 0
    sides = ("rules", "diff", str(ROOT / "rules"), str(new), "--programme")
    assert "+ từ 01/01/2028: 16 m²" in ancu_here(*sides, "social_housing_purchase")[1]
    assert ancu_here(*sides, "worker_lodging")[1] == "Không có khác biệt.\n"
    code, _, errors = ancu_here(*sides, "worker_lodgin")
    assert (code, "worker_lodging" in errors) == (2, True)


def test_alternatives_are_not_listed_as_if_all_were_required(ancu_here: Command) -> None:
    code, out, _ = ancu_here("rules", "show", "buy", "--rules", str(BASE), "--as-of", "1/1/2026")
    assert code == 0
    tree = out.partition("Điều kiện (tại ngày 01/01/2026):\n")[2].partition("\n\n")[0]
    assert [line.partition(" (theo")[0] for line in tree.splitlines()] == [
        "  Phải đủ tất cả:",
        "  - Đúng đối tượng",
        "    Chỉ cần một trong các trường hợp:",
        "    - Là công nhân",
        "    - Nhà chật",
        "  - Thu nhập không quá 20.000.000 đồng",
    ]
