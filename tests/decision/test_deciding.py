"""What a programme can say of itself: periods, territory, governing date, stated facts, defaults, benefits."""

from __future__ import annotations

from datetime import date

import pytest

import ancu
from ancu.decision.contract import Receipt
from ancu.errors import NotCoveredError, RecordError
from ancu.rulebook.rulebook import Rulebook
from tests.support.rulebooks import Edit, base_book

P = "programmes/p.yaml"
DAY = date(2025, 3, 1)
GOOD = {"kind": "worker", "floor_area": 10, "people": 2, "income": "19 triệu", "province": "other"}
#: Keeps every name of the base read, whatever an edit takes out of the first programme.
REST: Edit = (
    P,
    "conditions:\n",
    "conditions:\n  reads_the_rest:\n    title: {vi: x, en: x}\n"
    "    when: subject or within_cap\n    basis: ['nd-1:1']\n",
)


#: Somebody looked for the coefficient of the other province and found none: the national one holds.
LOOKED_UP: Edit = (
    "regions/other.yaml",
    "",
    "region: other\ntitle: {vi: Khác, en: Other}\nlooked_up:\n"
    "  - {on: 2026-01-01, where: {vi: Công báo, en: Gazette}, slots: [coef]}\n",
)


def book_of(*edits: Edit) -> Rulebook:
    return base_book(REST, LOOKED_UP, *edits)


def decide(book: Rulebook, day: date = DAY, **facts: object) -> ancu.Decision:
    return ancu.decide(book, ancu.read_record(book, {**GOOD, **facts}), "buy", day)


def test_before_between_and_after_its_periods() -> None:
    periods = (
        '  - {from: 2024-03-01, to: 2024-06-30, basis: ["nd-1:1"]}\n'
        '  - {from: 2025-01-01, to: 2025-12-31, basis: ["nd-1:1"]}\n'
    )
    book = book_of((P, '  - {from: 2024-01-01, basis: ["nd-1:1"]}\n', periods))
    assert decide(book, date(2024, 2, 29)).why == "not_yet"
    assert decide(book, date(2024, 3, 1)).why is None
    assert decide(book, date(2024, 7, 1)).why == "closed"
    assert decide(book, date(2025, 12, 31)).status == "eligible"
    assert decide(book, date(2026, 1, 1)).why == "closed"
    with pytest.raises(NotCoveredError):
        decide(book, date(2023, 12, 31))


def test_another_territory_is_not_in_force_and_an_unknown_one_undetermined() -> None:
    here = (
        "conditions:\n  here:\n    title: {vi: Ở Bắc Ninh, en: In Bắc Ninh}\n"
        "    when: province = 'bn'\n    basis: ['nd-1:1']\n"
    )
    book = book_of((P, "region: province", "region: province\nterritory: here"), (P, "conditions:\n", here))
    other = decide(book)
    assert (other.status, other.why) == ("not_in_force", "other_region")
    assert "Ở Bắc Ninh" in other.explain("vi") or "ở Bắc Ninh" in other.explain("vi")
    assert decide(book, province="bn").status == "eligible"
    unknown = decide(book, province=None)
    assert (unknown.status, unknown.missing) == ("undetermined", ["province"])


def test_a_governing_date_chooses_the_version() -> None:
    fact = "facts:\n  opened_on:\n    type: date\n    label: {vi: Ngày mở, en: Opened on}\n    section: a\n"
    book = book_of(
        ("vocabulary.yaml", "facts:\n", fact), (P, "region: province", "region: province\ngoverned_by: opened_on")
    )
    # The cap is 15 million in 2024 and 20 million from 2025; the case is judged in March 2025.
    assert decide(book, opened_on="31/12/2024").status == "ineligible"
    assert decide(book, opened_on="01/01/2025").status == "eligible"
    unknown = decide(book)
    assert unknown.status == "undetermined"
    assert unknown.missing[0] == "opened_on"
    assert decide(book, income="14 triệu").status == "eligible"
    assert decide(book, income="21 triệu").status == "ineligible"


STATED = "    when: kind = 'worker'\n"


def test_a_stated_fact_wins_and_a_stand_in_is_a_doubt() -> None:
    fact = "facts:\n  certified:\n    type: yes_no\n    label: {vi: Có giấy, en: Certified}\n    section: a\n"
    stated = "    stated_by: {fact: certified}\n" + STATED
    book = book_of(("vocabulary.yaml", "facts:\n", fact), (P, STATED, stated))
    large = {"floor_area": 100}
    derived = decide(book, **large)
    assert (derived.status, derived.provisional) == ("eligible", True)
    assert "Có giấy" in derived.explain("vi")
    certified = decide(book, certified="có", **large)
    assert (certified.status, certified.provisional, certified.conflicts) == ("eligible", False, [])
    denied = decide(book, certified="không", **large)
    assert (denied.status, denied.conflicts) == ("ineligible", ["is_worker"])
    assert "Thông tin mâu thuẫn" in denied.explain("vi")


def test_a_default_applies_only_when_its_condition_is_known() -> None:
    default = "    bounds: {min: 0, max: 1000000000}\n    applies_when: kind = 'worker'\n    otherwise: 0\n"
    book = book_of(("vocabulary.yaml", "    bounds: {min: 0, max: 1000000000}\n", default))
    assert decide(book, kind="other", income=None).status == "eligible"
    unknown = decide(book, kind=None, income=None)
    assert (unknown.status, unknown.missing) == ("undetermined", ["kind", "income"])


def test_a_region_fills_its_slot_from_its_day_on() -> None:
    book = book_of()
    assert decide(book, income="23,2 triệu", province="bn").status == "eligible"
    assert decide(book, income="23.200.001", province="bn").status == "ineligible"
    assert decide(book, income="23,2 triệu").status == "ineligible"
    # Before it nobody has looked up what the region had set.
    before = decide(book, date(2024, 12, 31), income="15.000.001", province="bn")
    assert (before.status, before.unset) == ("undetermined", ["coef"])
    assert decide(book, income="19 triệu", province=None).missing == ["province"]


def test_a_province_that_nobody_looked_up_is_unknown_and_named() -> None:
    book = base_book(REST)
    near = decide(book, income="20.000.001")
    assert (near.status, near.missing, near.unset) == ("undetermined", [], ["coef"])
    assert "Chưa tra cứu quy định của Khác về “Hệ số”" in near.explain("vi")
    found = decide(book_of(), income="20.000.001")
    assert (found.status, found.provisional) == ("ineligible", False)
    assert "Chưa thấy quy định của Khác về “Hệ số” (đã tra cứu đến ngày 01/01/2026, Công báo)" in found.explain("vi")


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("kind: monthly\n      amount: cap\n      months: least_months", "20.000.000 đồng/tháng, 3 tháng"),
        ("kind: loan\n      amount: cap", "vay tối đa 20.000.000 đồng"),
        ("kind: once\n      amount: cap", "20.000.000 đồng"),
    ],
)
def test_kinds_of_benefit(option: str, told: str) -> None:
    months = (
        "parameters:\n  least_months:\n    type: months\n    label: {vi: Số tháng, en: Months}\n"
        "    values:\n      - {value: 3, basis: ['nd-1:1']}\n"
    )
    edits = [("parameters.yaml", "parameters:\n", months)] if "months" in option else []
    book = book_of(*edits, (P, "kind: right", option))
    assert told in decide(book).explain("vi")


def test_a_record_tells_all_its_mistakes_at_once() -> None:
    book = book_of()
    with pytest.raises(RecordError) as caught:
        ancu.read_record(book, {"incom": 1, "people": "0", "Thu nhập": 1, "income": 2})
    assert [problem.kind for problem in caught.value.problems] == ["fact_unknown_near", "fact_unfit", "fact_twice"]


def test_a_value_that_is_hardly_meant_is_asked_unless_confirmed(book: ancu.Rulebook) -> None:
    with pytest.raises(RecordError) as caught:
        ancu.read_record(book, net_income=25)
    (problem,) = caught.value.problems
    assert (problem.kind, problem.values["fact"]) == ("fact_implausible", "net_income")
    assert "25 đồng hay 25 triệu đồng" in problem.text("vi")
    for name in ("net_income", book.facts["net_income"].label.vi):
        assert ancu.read_record(book, net_income=25, confirmed=[name]).facts == {"net_income": 25}
    with pytest.raises(RecordError, match="incom"):
        ancu.read_record(book, net_income=25, confirmed=["incom"])


def test_the_readme_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    from tests.conftest import ROOT

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    snippet = readme.split("```python\n")[1].split("```")[0]
    exec(compile(snippet, "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("ineligible [")


def test_what_is_made_unvalidated_is_what_validation_makes() -> None:
    fields = {"rulebook": "r", "as_of": DAY, "engine": "0", "concluded_by": "rete", "confirmed_by": "direct"}
    made, validated = Receipt.made(**fields), Receipt(**fields)
    assert made == validated
    assert made.model_dump_json() == validated.model_dump_json()
    assert made.model_fields_set == validated.model_fields_set
    for wrong in ({**fields, "other": 1}, {name: fields[name] for name in list(fields)[1:]}):
        with pytest.raises(KeyError):
            Receipt.made(**wrong)
