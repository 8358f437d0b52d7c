"""Scenarios of a household: whom a sentence speaks of, where his facts go, and what is a mistake because it is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ancu
from ancu.rulebook.person_phrases import counterparts, member_names, spoken_of_members
from ancu.rulebook.phrases import BLANK
from ancu.rulebook.values import parse
from ancu.specs.draft.real_case import draft_case
from ancu.specs.language.chosen import judged_by
from ancu.specs.language.feature_file import read_text
from ancu.specs.language.gathering import gather
from ancu.specs.language.grammar import grammar_of, states
from ancu.specs.language.mistakes import Mismatch, Mistake, SpecError, WrongRows
from ancu.specs.language.phrase_list import entries
from ancu.specs.language.table import StepTable
from ancu.specs.language.whom import reader_of
from ancu.specs.language.words import words_in
from ancu.specs.language.world import World
from ancu.specs.measure.bench import Bench
from ancu.specs.measure.collect import collect
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

PURCHASE = "social_housing_purchase"
SAMPLES = {
    "money": "22 triệu",
    "area": "59,9 m²",
    "distance": "12",
    "percent": "61 %",
    "date": "03/02/2009",
    "months": "12",
}


@pytest.fixture(autouse=True)
def _judged(book: ancu.Rulebook) -> Iterator[None]:
    with judged_by(book, "vi"):
        yield


def world(*lines: str) -> World:
    told = World()
    for line in lines:
        told.perform(line, "given")
    return told


def members(told: World) -> dict[str, dict[str, object]]:
    return {str(member.relation): member.facts for member in gather(told.statements).members}


def table(*rows: str) -> StepTable:
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    return StepTable(cells, list(range(1, 1 + len(rows))))


def mistake(*lines: str) -> str:
    *before, last = lines
    told = world(*before)
    with pytest.raises(Mistake) as caught:
        told.perform(last, "given")
    return str(caught.value)


# -- what is read -----------------------------------------------------------------------------------------------------


def test_every_phrase_reads_as_what_it_says_of_every_member(book: ancu.Rulebook) -> None:
    assert book.people is not None
    grammar, person = grammar_of(book), book.people.person
    phrases = list(spoken_of_members(book))
    assert len(phrases) > 120
    names = [name for name in member_names(book.people) if not words_in("vi").addresses(name.text)]
    for place, name in enumerate(names):
        # Every phrase of several members and every member with many phrases: what is read of one is read of each.
        for said in phrases[place % 9 :: 9]:
            kind = person.facts[said.name].type
            sample = "1990" if "{năm}" in said.text or "{year}" in said.text else SAMPLES.get(kind, "")
            line = f"{name.text} {BLANK.sub(sample, said.text)}"
            sayings = grammar.read(line)
            assert sayings is not None, line
            if sayings[0].whom is None:  # a phrase of the record that says the same
                of = counterparts(book)[sayings[0].sentence.phrase.name]  # type: ignore[union-attr]
                assert (of.relation, of.fact) == (name.relation, said.name), line
                continue
            assert [(s.whom.name.relation, s.sentence.phrase.name) for s in sayings if s.whom and s.whom.name] == [  # type: ignore[union-attr]
                (name.relation, said.name)
            ], line


@pytest.mark.parametrize(
    ("line", "relation", "facts"),
    [
        ("vợ có thu nhập 19 triệu", "spouse", {"net_income": 19_000_000}),
        ("vợ thu nhập 19 triệu một tháng", "spouse", {"net_income": 19_000_000}),
        ("người này có vợ là bệnh binh", "spouse", {"merit_category": "sick_soldier"}),
        ("cha là thương binh 45 %", "father", {"disability_rate": 4500, "merit_category": "war_invalid"}),
        ("mẹ là con liệt sĩ", "mother", {"martyr_relation": "child"}),
        ("con thứ hai sinh ngày 03/02/2009", "child", {"born_on": date(2009, 2, 3).toordinal()}),
        ("bố vợ đăng ký thường trú tại nhà đó", "father_in_law", {"registered_at_home": True}),
        ("vợ của người này đã mua nhà ở xã hội", "spouse", {"bought_social_housing": True}),
        ("cha đã được hỗ trợ theo Quyết định 22", "father", {"housing_supports": frozenset({"decision_22"})}),
        ("con riêng của vợ sống cùng hộ", "stepchild", {"lives_in_household": True}),
        ("has a wife who earns 19 triệu a month", "spouse", {"net_income": 19_000_000}),
        ("the applicant's father is a war invalid of 45 %", "father",
         {"disability_rate": 4500, "merit_category": "war_invalid"}),
        ("the second child was born on 2009-02-03", "child", {"born_on": date(2009, 2, 3).toordinal()}),
    ],
)  # fmt: skip
def test_what_a_line_says_of_a_member(book: ancu.Rulebook, line: str, relation: str, facts: dict[str, object]) -> None:
    assert book.people is not None
    sayings = grammar_of(book).read(line)
    assert sayings is not None
    (saying,) = sayings
    assert saying.whom is not None
    assert saying.whom.name is not None
    assert saying.whom.name.relation == relation
    stated = {name: parse(book.people.person.facts[name], value) for name, value in states(saying).items()}
    assert stated == facts


def test_names_of_members(book: ancu.Rulebook) -> None:
    reader = reader_of(book)

    def named(text: str) -> Any:
        whom = reader.whom(text)
        return whom and (whom.name.relation if whom.name else whom.label, whom.ordinal)

    assert named("vợ") == ("spouse", None)
    assert named("cha vợ") == ("father_in_law", None)
    assert named("con thứ ba") == ("child", 3)
    assert named("the third child") == ("child", 3)
    assert named("người đứng đơn") == ("applicant", None)
    assert named('"dòng 3"') == ("dòng 3", None)
    assert named("hàng xóm") is None


# -- where facts go ---------------------------------------------------------------------------------------------------


def test_what_a_record_has_a_fact_for_stays_a_fact_of_the_record() -> None:
    told = world("vợ có thu nhập 19 triệu", "vợ chưa mua nhà ở xã hội", "người này sinh ngày 03/02/1990")
    assert not told.has_household
    assert told.record == {
        "marital_status": "married", "spouse_net_income": "19 triệu", "spouse_bought_social_housing": False,
        "born_on": "03/02/1990",
    }  # fmt: skip
    assert world("vợ hoặc chồng thu nhập 9 triệu một tháng").record == {
        "marital_status": "married", "spouse_net_income": "9 triệu",
    }  # fmt: skip


def test_a_member_is_made_once_and_has_all_that_is_said_of_him() -> None:
    told = world(
        "vợ hoặc chồng thu nhập 9 triệu một tháng", "vợ là bệnh binh 61 %",
        '"Ngày sinh" của vợ là 1990', '"Có bảo hiểm y tế của vợ" là có', "kết hôn ngày 01/05/2020",
    )  # fmt: skip
    assert members(told) == {
        "spouse": {
            "net_income": "9 triệu", "merit_category": "sick_soldier", "disability_rate": "61 %", "born_on": "1990",
            "health_insurance": "có", "married_on": "01/05/2020",
        }
    }  # fmt: skip
    assert gather(told.statements).record == {}


def test_the_applicants_own_facts_are_his_and_the_households_stay_the_records() -> None:
    told = world("là thương binh, thu nhập 22 triệu một tháng, chưa có nhà ở, tại tỉnh Bắc Ninh", "cha là bệnh binh")
    assert members(told)["applicant"] == {"merit_category": "war_invalid", "net_income": "22 triệu"}
    assert gather(told.statements).record == {"owns_home": False, "province": "Bắc Ninh"}
    own = world("bản thân chưa có nhà ở", "cha sống cùng hộ")
    assert members(own)["applicant"] == {"owns_home": False}


def test_a_son_and_a_daughter_are_two() -> None:
    told = world("con trai sinh ngày 03/02/2009", "con gái sinh ngày 05/06/2011", "con trai sống cùng hộ")
    people = [(member.word, member.gender, set(member.facts)) for member in gather(told.statements).members]
    assert people == [
        ("Con trai", "male", {"born_on", "lives_in_household"}), ("Con gái", "female", {"born_on"}),
    ]  # fmt: skip


def test_a_table_and_phrases_make_one_household() -> None:
    told = World()
    told.perform("vợ có thu nhập 9 triệu", "given")
    rows = ("Dòng | Quan hệ | Nơi sinh | Thu nhập", "1 | chủ hộ | | 15 triệu", "2 | Vợ | | (trống)", "3 | con | |")
    with pytest.raises(Mistake, match="“Nơi sinh”"):
        told.perform("hộ gồm:", "given", table(*rows))
    told.perform("hộ gồm:", "given", table(rows[0].replace("Nơi sinh", "Ngày sinh"), *rows[1:]))
    told.perform('"Ngày sinh" của "3" là 2015', "given")
    told.perform("hộ không còn ai khác", "given")
    assert members(told) == {
        "applicant": {"net_income": "15 triệu"}, "spouse": {"net_income": "9 triệu"}, "child": {"born_on": "2015"},
    }  # fmt: skip
    assert gather(told.statements).complete


# -- what is open is a mistake ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["vợ có thu nhập 19 triệu, đã mua nhà ở xã hội"],
         "Không rõ “đã mua nhà ở xã hội” nói về vợ hay về người đứng đơn. Hãy viết “vợ đã mua nhà ở xã hội”, hoặc “bản "
         "thân đã mua nhà ở xã hội”."),
        (["người này chưa có nhà ở", "vợ đã có nhà ở"],
         "Không rõ “người này chưa có nhà ở” nói về ai: người đứng đơn, cả hộ, hay vợ"),
        (["con sinh ngày 03/02/2009", "con sinh ngày 05/06/2011"],
         "Đã nêu “Ngày sinh” của con là “03/02/2009”. Nếu là người khác, hãy viết “con thứ hai”"),
        (["con sinh ngày 03/02/2009", "con gái sống cùng hộ"],
         "Hộ đã có “con”; không rõ “con gái” là người đó hay người khác."),
        (["con sinh ngày 03/02/2009", "con thứ hai sinh ngày 05/06/2011", "con sống cùng hộ"],
         "Hộ có 2 người là “Con”. Hãy nói rõ là ai, ví dụ: “con thứ nhất”, hoặc “con thứ hai”."),
        (["con thứ hai sinh ngày 03/02/2009"], "Hộ mới có 0 người là “Con”, nên chưa có “con thứ hai”."),
        (["vợ là bệnh binh", "chồng là thương binh"], "Hộ đã có “vợ” nên không thể có “chồng”."),
        (["người này sống cùng hộ"],
         "Không rõ “người này sống cùng hộ” nói về ai trong hộ. Hãy viết “bản thân sống cùng hộ”."),
        (['"Thu nhập" của hàng xóm là 5 triệu'], "Không rõ “hàng xóm” là ai trong hộ."),
        (['"Thu nhâp" của vợ là 5 triệu'], "Thành viên của hộ không có thông tin “Thu nhâp”. Có phải ý bạn là"),
        (["cha là thương bịnh"], "“cha là thương bịnh” sai dấu; hãy viết “cha là thương binh”."),
        (["mẹ là con liệt"], "Không hiểu “mẹ là con liệt”. Gần nhất: “mẹ là con liệt sĩ”"),
        (["vợ có thu nhập nhiều"], "giá trị “nhiều”"),
    ],
)  # fmt: skip
def test_what_may_be_of_several_is_a_mistake_that_tells_the_alternatives(lines: list[str], told: str) -> None:
    assert told in mistake(*lines)


def test_a_wrong_cell_of_a_household_is_told_by_its_line_and_column() -> None:
    with pytest.raises(WrongRows) as caught:
        World().perform("hộ gồm:", "given", table("Quan hệ | Ngày sinh", "chủ hộ | 1990", "chú | 1/13/2009"))
    (error,) = caught.value.errors
    assert error.line == 3
    assert "“Quan hệ”" in str(error)
    assert "“chú”" in str(error)
    for header in ("Ngày sinh | Thu nhập", "Quan hệ | Quan hệ với chủ hộ"):
        with pytest.raises(SpecError) as refused:
            World().perform("hộ gồm:", "given", table(header, "1990 | 1 triệu"))
        assert refused.value.line == 1


# -- what is expected -------------------------------------------------------------------------------------------------


def judged(*lines: str, programme: str = "merit_rent_relief") -> World:
    told = world(*lines, "ngày xét là 01/05/2026")
    told.perform(f'xét "{programme}"', "when")
    return told


def test_a_fact_of_a_member_is_missing_and_a_reason_names_him() -> None:
    told = judged(
        "cha là thương binh",
        '"Đã được công nhận người có công hoặc thân nhân liệt sĩ" của cha là có',
        "vợ sống cùng hộ",
    )
    told.perform('còn thiếu "Tỷ lệ tổn thương cơ thể" của cha', "then")
    told.perform("kết quả nêu cha", "then")
    with pytest.raises(Mismatch, match="nêu vợ"):
        told.perform("kết quả nêu vợ", "then")
    with pytest.raises(Mismatch, match="“Ngày sinh” của cha"):
        told.perform('còn thiếu "Ngày sinh" của cha', "then")


def test_of_a_record_without_members_the_spouses_fact_is_the_records() -> None:
    told = judged("là công nhân tại khu công nghiệp, đã kết hôn, thu nhập 15 triệu một tháng", programme=PURCHASE)
    told.perform('còn thiếu "Thu nhập" của vợ', "then")
    with pytest.raises(Mismatch, match="không có thành viên nào"):
        told.perform("kết quả nêu vợ", "then")


def test_rows_change_a_fact_of_a_member() -> None:
    told = judged("cha là thương binh", "hộ không còn ai khác")
    told.perform(
        "kết quả từng dòng là:", "then",
        table(
            "Tỷ lệ tổn thương cơ thể của cha | kết quả | còn thiếu",
            "| chưa đủ thông tin | Tỷ lệ tổn thương cơ thể của cha",
        ),
    )  # fmt: skip


def test_a_marriage_on_a_day_counts_from_that_day(book: ancu.Rulebook) -> None:
    people = [
        {"relation": "chủ hộ", "marital_status": "chưa kết hôn"},
        {"relation": "vợ", "married_on": "15/05/2026"},
    ]
    record = ancu.read_record(book, {"members": people})

    def status(day: date) -> Any:
        return ancu.decide(book, record, PURCHASE, day, "direct").context.record["marital_status"]

    assert [status(date(2026, 5, 14)), status(date(2026, 5, 15))] == ["single", "married"]
    undated = ancu.read_record(book, {"members": [people[0], {"relation": "vợ"}]})
    decision = ancu.decide(book, undated, PURCHASE, date(2026, 5, 15), "direct")
    assert decision.context.record["marital_status"] == "single"
    assert decision.conflicts == ["marital_status"]


MARRIED = (
    "là công nhân tại khu công nghiệp, chưa kết hôn, thu nhập 26 triệu một tháng",
    "vợ có thu nhập 10 triệu, vợ kết hôn ngày 15/05/2026", "hộ không còn ai khác",
)  # fmt: skip
DAYS = table("nộp hồ sơ | 01/05/2026", "ký hợp đồng | 20/06/2026")


def test_a_household_at_the_moments_of_its_application() -> None:
    told = world(*MARRIED)
    told.perform(f'xét "{PURCHASE}" tại các thời điểm:', "when", DAYS)
    rows = table(
        "Thời điểm | kết quả | không đạt",
        "nộp hồ sơ | không đủ điều kiện | income_within_cap",
        "ký hợp đồng | chưa đủ thông tin |",
    )
    told.perform("kết quả từng thời điểm là:", "then", rows)
    told.perform("kết quả thay đổi từ ngày 15/05/2026", "then")
    told.perform('kết quả là "chưa đủ thông tin"', "then")
    with pytest.raises(Mismatch, match="15/05/2026"):
        told.perform("kết quả thay đổi từ ngày 16/05/2026", "then")
    with pytest.raises(WrongRows, match="đủ điều kiện"):
        told.perform("kết quả từng thời điểm là:", "then", table("thời điểm | kết quả", "ký hợp đồng | đủ điều kiện"))


@pytest.mark.parametrize(
    ("step", "rows", "told"),
    [
        (f'xét "{PURCHASE}" tại các thời điểm:', ["nhận nhà | 01/05/2026", "ký hợp đồng | 1/6/2026"], "nhận nhà"),
        (f'xét "{PURCHASE}" tại các thời điểm:', ["nộp hồ sơ | 31/04/2026", "ký hợp đồng | 1/6/2026"], "31/04/2026"),
        (f'xét "{PURCHASE}" tại các thời điểm:', ["nộp hồ sơ | 1/5/2026"], "ít nhất hai"),
        (f'xét "{PURCHASE}" tại các thời điểm:', ["nộp hồ sơ | 1/7/2026", "ký hợp đồng | 1/6/2026"], "ký hợp đồng"),
        ("kết quả từng thời điểm là:", ["thời điểm | Thu nhập", "nộp hồ sơ | 1"], "không có cột “Thu nhập”"),
        ("kết quả từng thời điểm là:", ["thời điểm | không đạt", "nộp hồ sơ | "], "cột “kết quả”"),
        ("kết quả từng thời điểm là:", ["thời điểm | kết quả", "bốc thăm | đủ điều kiện"],
         "Chưa xét tại thời điểm “bốc thăm”. Các thời điểm đã xét: “nộp hồ sơ”, “ký hợp đồng”."),
    ],
)  # fmt: skip
def test_a_wrong_table_of_moments_is_told(step: str, rows: list[str], told: str) -> None:
    scenario = world(*MARRIED)
    scenario.reading_only = True
    if not step.startswith("xét"):
        scenario.perform(f'xét "{PURCHASE}" tại các thời điểm:', "when", DAYS)
    with pytest.raises(SpecError) as caught:
        scenario.perform(step, "then" if step.startswith("kết") else "when", table(*rows))
    assert told in str(caught.value)


# -- lists, drafts, measures ------------------------------------------------------------------------------------------


def test_lists_show_the_sentences_on_members(book: ancu.Rulebook) -> None:
    texts = {entry.text for entry in entries(book, "vi")}
    assert {"hộ gồm:", "hộ không còn ai khác", "{thành viên} sinh ngày {ngày}"} <= texts
    assert '"Có bảo hiểm y tế" của {thành viên} là {giá trị}' in {
        entry.text for entry in entries(book, "vi", "bao hiem y te")
    }


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_draft_of_a_household_is_read_back_as_it_was(book: ancu.Rulebook, lang: ancu.Language) -> None:
    written = {
        "province": "Bắc Ninh",
        "members": [
            {"relation": "chủ hộ", "full_name": "Nguyễn Văn Thử", "personal_number": "001090000123"},
            {"relation": "cha", "merit_category": "thương binh", "born_on": "1950", "label": "r2"},
            {"relation": "con", "born_on": "03/02/2015"},
            {"relation": "con", "housing_supports": "không"},
        ],
        "members_complete": "có",
    }
    record = ancu.read_record(book, written)
    decision = ancu.decide(book, record, "merit_rent_relief", date(2026, 5, 1), "direct")
    text = draft_case(book, record, [decision], lang)
    assert "Thử" not in text
    assert "0123" not in text
    with judged_by(book, lang):
        spec = read_text(Path("x.feature"), text)
        assert [flaw.text for scenario in spec.scenarios for flaw in scenario.flaws] == []
        told = World(engine="direct")
        for line in spec.scenarios[0].runs[0]:
            told.perform(line.text, line.keyword, line.table)
    assert told.decision is not None
    assert told.decision.context.record == decision.context.record


def test_scenarios_with_members_are_judged_again_as_they_were(book: ancu.Rulebook) -> None:
    collection = collect([ROOT / "features" / "ho_gia_dinh"])
    assert collection.failures == []
    bench = Bench(collection)
    groups = [group for group in bench.groups if group.program.people]
    assert sum(len(group.cases) for group in groups) == len(bench.examples) > 20
    for example in bench.examples:
        assert example.holds(bench._decide(book, example)), example.place
