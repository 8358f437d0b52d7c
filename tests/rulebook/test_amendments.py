"""Amendments: a figure or rule is another from a day on, nothing else changes, and mistakes get a sentence."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

import ancu
from ancu.rulebook import yaml_edits
from ancu.rulebook.loading import check_rulebook
from tests.conftest import Command
from tests.rulebook.test_drafts import BASE, fill_in, texts

DAY = date(2028, 1, 1)
NEW = ("--from", "01/01/2028", "--basis", "nd-1:9.2")


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "rules"))


@pytest.fixture
def amend(rules: Path, ancu_here: Command) -> Command:
    def run(*arguments: str) -> tuple[int, str, str]:
        return ancu_here("rules", "amend", *arguments, "--rules", str(rules))

    return run


def lost(before: dict[str, str], rules: Path) -> list[str]:
    """The lines that stood and stand no more."""
    after = texts(rules)
    return [line for file, text in before.items() for line in text.split("\n") if line not in after[file].split("\n")]


def edit(rules: Path, file: str, old: str, new: str) -> None:
    path = rules / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def value_on(rules: Path, name: str, day: date, region: str | None = None) -> object:
    figure = ancu.load_rulebook(rules).figure_on(name, day, region)
    return figure.version.value if figure is not None else None


@pytest.mark.parametrize(
    ("written", "value"),
    [("27 triệu", 27_000_000), ("27.000.000", 27_000_000), ("27,5 triệu đồng", 27_500_000), ("27000000đ", 27_000_000)],
)
def test_a_figure_is_another_from_the_day_on(written: str, value: int, rules: Path, amend: Command) -> None:
    edit(
        rules,
        "parameters.yaml",
        'value: 20000000, basis: ["nd-1:1"]}',
        'value: 20000000, basis: ["nd-1:1"]}  # đã soát',
    )
    before = texts(rules)
    code, out, errors = amend("cap", "--value", written, *NEW)
    assert (code, errors) == (0, "")
    assert lost(before, rules) == ['      - {from: 2025-01-01, value: 20000000, basis: ["nd-1:1"]}  # đã soát']
    text = (rules / "parameters.yaml").read_text(encoding="utf-8")
    assert '{from: 2025-01-01, to: 2027-12-31, value: 20000000, basis: ["nd-1:1"]}  # đã soát\n' in text
    assert f'      - {{from: 2028-01-01, value: {value}, basis: ["nd-1:9.2"]}}\n' in text
    assert value_on(rules, "cap", date(2027, 12, 31)) == 20_000_000
    assert value_on(rules, "cap", DAY) == value
    assert "+ từ 01/01/2028: 27" in out
    assert "Bộ quy tắc đã dùng được." in out


def test_decimals_and_what_it_is_called(rules: Path, amend: Command) -> None:
    assert amend("Hệ số", "--value", "1,25", *NEW)[0] == 0
    assert str(value_on(rules, "coef", DAY)) == "1.25"
    # A version without a first day is closed all the same.
    assert amend("least", "--value", "16,5 m2", *NEW)[0] == 0
    assert "{to: 2027-12-31, value: 15," in (rules / "parameters.yaml").read_text(encoding="utf-8")


def test_a_change_within_a_version_that_ends_ends_with_it(rules: Path, amend: Command) -> None:
    code, out, _ = amend("cap", "--from", "2024-07-01", "--value", "18 triệu", "--basis", "nd-1:9")
    assert code == 0
    assert "Phiên bản mới chỉ tới 31/12/2024" in out
    days = (date(2024, 6, 30), date(2024, 7, 1), date(2025, 1, 1))
    assert [value_on(rules, "cap", day) for day in days] == [15_000_000, 18_000_000, 20_000_000]


def test_an_undated_block_and_brackets(rules: Path, amend: Command) -> None:
    block = '      - value: 15\n        # theo bản in\n        basis: ["nd-1:2"]\n'
    edit(rules, "parameters.yaml", '      - {value: 15, basis: ["nd-1:2"]}\n', block)
    first = '{from: 2024-01-01, to: 2024-12-31, value: 15000000, basis: ["nd-1:1"]}'
    second = '{from: 2025-01-01, value: 20000000, basis: ["nd-1:1"]}'
    edit(rules, "parameters.yaml", f"\n      - {first}\n      - {second}\n", f" [{first}, {second}]\n")
    assert amend("least", "--value", "16", *NEW)[0] == 0
    assert amend("cap", "--value", "16 triệu", *NEW)[0] == 0
    text = (rules / "parameters.yaml").read_text(encoding="utf-8")
    assert "      - to: 2027-12-31\n        value: 15\n        # theo bản in\n" in text
    assert "      - from: 2028-01-01\n        value: 16\n" in text
    assert 'to: 2027-12-31, value: 20000000, basis: ["nd-1:1"]}, {from: 2028-01-01, value: 16000000' in text
    assert value_on(rules, "least", DAY) == 16


def test_a_province_sets_its_own(rules: Path, amend: Command) -> None:
    assert amend("coef", "--region", "bắc ninh", "--value", "1,2", *NEW)[0] == 0
    assert [str(value_on(rules, "coef", day, "bn")) for day in (date(2027, 12, 31), DAY)] == ["1.16", "1.2"]
    assert value_on(rules, "coef", DAY) == 1
    # One that had set nothing yet gets a list of its own.
    (rules / "regions" / "vd.yaml").write_text("region: vd\ntitle: {vi: Ví Dụ}\n", encoding="utf-8")
    assert amend("coef", "--region", "Ví Dụ", "--value", "1,3", *NEW)[0] == 0
    assert str(value_on(rules, "coef", DAY, "vd")) == "1.3"


def test_a_condition_that_never_changed_gets_two_versions(rules: Path, amend: Command) -> None:
    edit(
        rules,
        "programmes/p.yaml",
        "    when: kind = 'worker'\n",
        "    # nguyên văn\n    when: >-\n      kind = 'worker'\n    note: {vi: Ghi, en: Note}\n",
    )
    before = texts(rules)
    code, out, _ = amend("is_worker", "--when", "kind = ‘worker’ and people  >= 1", *NEW)
    assert code == 0
    assert "Phiên bản cũ của “Là công nhân” (is_worker) còn mang: note" in out
    moved = {"when: >-", "kind = 'worker'", "note: {vi: Ghi, en: Note}", 'basis: ["nd-1:1.1"]'}
    assert {line.strip() for line in lost(before, rules)} == moved
    expected = """    # nguyên văn
    versions:
      - to: 2027-12-31
        when: >-
          kind = 'worker'
        note: {vi: Ghi, en: Note}
        basis: ["nd-1:1.1"]
      - from: 2028-01-01
        when: kind = 'worker' and people >= 1
        basis: ["nd-1:9.2"]
"""
    assert expected in (rules / "programmes" / "p.yaml").read_text(encoding="utf-8")
    book = ancu.load_rulebook(rules)
    assert [tree.period.start for tree in book.trees["is_worker"]][1] == DAY
    # And a third after that.
    assert amend("is_worker", "--when", "kind = 'worker'", "--from", "1/1/2030", "--basis", "nd-1:9")[0] == 0
    assert len(ancu.load_rulebook(rules).trees["is_worker"]) == 3


def test_a_quantity_too(rules: Path, amend: Command) -> None:
    assert amend("total", "--when", "income + income", *NEW)[0] == 0
    book = ancu.load_rulebook(rules)
    facts = {"kind": "worker", "income": "12 triệu", "province": "bn"}
    days = (date(2027, 12, 31), DAY)
    assert [ancu.decide(book, ancu.read_record(book, facts), "buy", day).status for day in days] == [
        "eligible",
        "ineligible",
    ]


def test_an_unknown_instrument_is_drafted_and_may_wait(rules: Path, amend: Command) -> None:
    code, out, _ = amend(
        "cap", "--value", "27 triệu", "--from", "1/1/2028", "--basis", "nd-7-2027:1", "--basis", "nd-1:1"
    )
    assert code == 0
    assert "instruments.yaml: nd-7-2027" in out
    assert "theo Điều 1 văn bản nd-7-2027; Điều 1 Nghị định 1/2024" in out
    problems = check_rulebook(rules)[1]
    assert {problem.kind for problem in problems} == {"draft_unfilled"}
    assert all(problem.text("vi") in out for problem in problems)
    # The next amendment need not wait until that is filled in.
    assert amend("least", "--value", "16", "--from", "1/1/2028", "--basis", "nd-7-2027:2")[0] == 0
    fill_in(rules)
    assert value_on(rules, "least", DAY) == 16


@pytest.mark.parametrize(("value", "asked"), [("2,7 triệu", True), ("27 triệu", False), ("270 triệu", True)])
def test_a_zero_too_many_or_too_few_is_asked(value: str, asked: bool, amend: Command) -> None:
    code, out, _ = amend("cap", "--value", value, *NEW)
    assert code == 0
    assert ("hãy kiểm tra có thừa hay thiếu chữ số 0 không" in out) is asked


def test_nobody_knows_the_value_yet(rules: Path, amend: Command) -> None:
    code, out, _ = amend("cap", "--value", "chưa rõ", *NEW)
    assert (code, "vì sao chưa rõ giá trị" in out) == (0, True)
    edit(rules, "parameters.yaml", '"?? vì sao chưa rõ giá trị"', "Ví dụ bịa")
    assert value_on(rules, "cap", DAY) is None


def test_line_ends_stay(rules: Path, amend: Command) -> None:
    file = rules / "parameters.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert amend("cap", "--value", "27 triệu", *NEW)[0] == 0
    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("capp", "--value", "1", *NEW), "Có phải ý bạn là “cap”?"),
        (("buy", "--when", "true", *NEW), "“buy” là chương trình."),
        (("income", "--value", "1", *NEW), "một thông tin của hồ sơ"),
        (("nd-1", "--value", "1", *NEW), "một văn bản"),
        (("cap", "--value", "20 triệu", *NEW), "vào ngày 01/01/2028 đã là: 20.000.000 đồng (parameters.yaml:7)"),
        (("cap", "--value", "27 triệu", "--from", "1/1/2025", *NEW[2:]), "đúng ngày 01/01/2025: 20.000.000 đồng"),
        (("is_worker", "--when", "kind='worker'", *NEW), "Không có gì để đổi"),
        (("is_worker", "--when", "kind = ", *NEW), "Biểu thức “kind =”"),
        (("is_worker", "--when", "knd = 'worker'", *NEW), "Có phải ý bạn là “kind”?"),
        (("is_worker", "--when", "income", *NEW), "Chưa ghi gì"),
        (("is_worker", "--value", "1", *NEW), "hãy nêu biểu thức mới bằng --when"),
        (("is_worker", "--when", "true", "--region", "bn", *NEW), "không dùng được --region"),
        (("cap", "--when", "true", *NEW), "hãy nêu giá trị mới bằng --value"),
        (("cap", *NEW), "hãy nêu giá trị mới bằng --value"),
        (("cap", "--value", "hai mươi", *NEW), "Giá trị “hai mươi” của “Mức trần” (cap)"),
        (("cap", "--value", "50 %", *NEW), "Giá trị “50 %”"),
        (("cap", "--value", "1", "--region", "bn", *NEW), "không dành cho tỉnh quy định"),
        (("coef", "--value", "1,5", "--region", "Bắc Nin", *NEW), "Có phải ý bạn là “bắc ninh”?"),
        (("cap", "--value", "1", "--from", "1/1/2028", "--basis", "NĐ 1"), "Căn cứ “NĐ 1”"),
        (("cap", "--value", "1", "--from", "31/2/2028", "--basis", "nd-1:1"), "Ngày “31/2/2028” của --from"),
        (("cap", "--value", "1", "--from", "1/1/2028"), "Thiếu --basis."),
    ],
)  # fmt: skip
def test_mistakes_get_a_sentence_and_nothing_is_written(
    arguments: tuple[str, ...], sentence: str, rules: Path, amend: Command
) -> None:
    before = texts(rules)
    code, out, errors = amend(*arguments)
    assert (code, out) == (2, "")
    assert sentence in errors
    assert texts(rules) == before


def test_what_has_no_line_of_its_own_is_not_cut_apart(rules: Path, amend: Command) -> None:
    file = rules / "programmes" / "p.yaml"
    old = "    title: {vi: Là công nhân, en: A worker}\n    when: kind = 'worker'\n    basis: [\"nd-1:1.1\"]\n"
    text = file.read_text(encoding="utf-8").replace(
        f"  is_worker:\n{old}",
        "  is_worker: {title: {vi: Là công nhân}, when: kind = 'worker', basis: [\"nd-1:1.1\"]}\n",
    )
    file.write_text(text, encoding="utf-8")
    code, _, errors = amend("is_worker", "--when", "true", *NEW)
    assert (code, "viết trong ngoặc" in errors) == (2, True)
    assert file.read_text(encoding="utf-8") == text


def test_an_item_goes_where_it_is_put() -> None:
    text = "a:\n  # trước\n  - x: 1  # một\n  - x: 2\n# sau\nb: 1\n"
    put = yaml_edits.insert(text, ("a",), 1, "x: 9\ny: 8\n", "{x: 9}")
    assert put == "a:\n  # trước\n  - x: 1  # một\n  - x: 9\n    y: 8\n  - x: 2\n# sau\nb: 1\n"
    assert yaml_edits.insert(text, ("a",), 0, "x: 9\n", "{x: 9}").startswith("a:\n  # trước\n  - x: 9\n  - x: 1")
    assert yaml_edits.insert("a:\n- {x: 1}", ("a",), 1, "x: 9\n", "{x: 9}") == "a:\n- {x: 1}\n- {x: 9}\n"
    with pytest.raises(yaml_edits.NotABlockError):
        yaml_edits.insert("a: []\n", ("a",), 0, "x: 1\n", "{x: 1}")
