"""Tables of cases beside tables of their members, judged one by one and in columns."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

import ancu
from ancu.batch import frames
from ancu.errors import InputError, RecordError
from tests.support.households import draw_household, written

DAY = date(2026, 11, 1)
PROGRAMMES = ["social_housing_purchase", "poverty_status", "merit_house_grant", "self_build_loan"]
CASES = {"Mã hồ sơ": ["a", "b"], "Tỉnh": ["bac_ninh", "bac_ninh"], "Đã kê đủ thành viên": ["có", "không"]}
MEMBERS: dict[str, list[Any]] = {
    "Mã hồ sơ": ["a", "a", "a", "b"],
    "Quan hệ": ["chủ hộ", "vợ", "con", "chủ hộ"],
    "Ngày sinh": ["01/02/1980", "1985", "2015-05-05", None],
    "Họ và tên": ["Nguyễn Văn A", None, None, None],
    "Thu nhập": [None, None, None, None],
}


def test_frames_with_members_come_out_as_records_with_members(
    book: ancu.Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = random.Random(3)
    drawn = [draw_household(rng, book, 0.02, [DAY]) for _ in range(60)]
    # Of some cases nobody is listed.
    drawn += [draw_household(rng, book, 0.4, [DAY]) for _ in range(20)]
    cases, members = written(book, drawn)
    members = members.filter(pc.is_in(members["case"], value_set=pa.array([f"h{i}" for i in range(60)])))
    alone = ancu.decide_many(book, cases, PROGRAMMES, members=members, key="case")
    expected = [
        (f"h{i}", one.programme, one.status, one.why, one.provisional, one.missing)
        for i, d in enumerate(drawn)
        for one in ancu.decide_all(
            book, d.record if i < 60 else replace(d.record, household=None), PROGRAMMES, engine="direct"
        )
    ]
    told = ["case", "programme", "status", "why", "provisional", "missing"]
    assert [tuple(row[name] for name in told) for row in alone.to_pylist()] == expected
    monkeypatch.setattr(frames, "COLUMNS_FROM", 1)
    together = ancu.decide_many(book, cases, PROGRAMMES, members=members, threads=2)
    assert together.schema.metadata[b"ancu.judged_by"] == b"columns"
    assert together.to_pylist() == alone.to_pylist()


@pytest.mark.parametrize("columns_from", [1, 1000])
def test_members_are_named_and_filled_as_people_write(
    book: ancu.Rulebook, monkeypatch: pytest.MonkeyPatch, columns_from: int
) -> None:
    monkeypatch.setattr(frames, "COLUMNS_FROM", columns_from)
    judged = ancu.decide_many(book, pa.table(CASES), ["poverty_status"], DAY, members=pa.table(MEMBERS))
    assert judged["case"].to_pylist() == ["a", "b"]
    people = zip(MEMBERS["Quan hệ"][:3], MEMBERS["Ngày sinh"][:3], strict=True)
    households: list[dict[str, Any]] = [
        {"members_complete": True, "members": [{"Quan hệ": relation, "Ngày sinh": born} for relation, born in people]},
        {"members": [{"Quan hệ": "chủ hộ"}]},
    ]
    alone = [ancu.decide(book, {"province": "bac_ninh", **one}, "poverty_status", DAY) for one in households]
    assert judged["missing"].to_pylist() == [one.missing for one in alone]


def test_incomes_by_month_give_the_average(book: ancu.Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    by_month = {**MEMBERS, "monthly_incomes": ["20.000.000; 40.000.000", None, None, None]}
    averaged = {**MEMBERS, "Thu nhập": ["30.000.000", None, None, None]}
    averaged["highest_monthly_income"] = ["40.000.000", None, None, None]
    found = []
    for columns_from in (1, 1000):
        monkeypatch.setattr(frames, "COLUMNS_FROM", columns_from)
        for members in (by_month, averaged):
            judged = ancu.decide_many(book, pa.table(CASES), PROGRAMMES[:1], DAY, members=pa.table(members))
            found.append(judged.to_pylist())
    assert all(one == found[0] for one in found)
    differing = {**by_month, "Thu nhập": ["10.000.000", None, None, None]}
    with pytest.raises(RecordError, match=r"\[0\]: Thành viên 1"):
        ancu.decide_many(book, pa.table(CASES), PROGRAMMES[:1], DAY, members=pa.table(differing))


@pytest.mark.parametrize(
    ("numbers", "problem"),
    [
        (["024080000123", "024185000123", "024215000123", "024080000"], None),
        (["024080000123", "024180000123", "024215000123", None], "1985"),
        (["024081000123", None, None, None], "1980"),
        ([None, "024085000123", None, None], "nam"),
    ],
)
def test_personal_numbers_are_held_against_their_rows(
    book: ancu.Rulebook, numbers: list[str | None], problem: str | None
) -> None:
    members = pa.table({**MEMBERS, "Số căn cước": pa.array(numbers, pa.string())})
    found = ancu.decide_many(book, pa.table(CASES), PROGRAMMES[:1], DAY, members=members, on_error="keep")
    told = [text for text in found["problem"].to_pylist() if text is not None]
    assert len(told) == (problem is not None)
    assert problem is None or problem in told[0]


def test_what_is_wrong_with_members_is_told_by_case_and_place(book: ancu.Rulebook) -> None:
    cases = pa.table(CASES)

    def told(**columns: list[Any]) -> str:
        with pytest.raises((RecordError, InputError)) as caught:
            ancu.decide_many(book, cases, members=pa.table({**MEMBERS, **columns}))
        return str(caught.value)

    assert "[0]: Thành viên 3: " in told(**{"Ngày sinh": ["01/02/1980", "1985", "hôm qua", None]})
    assert "[1]: Danh sách thành viên chưa có người đứng đơn." in told(**{"Quan hệ": ["chủ hộ", "vợ", "con", "vợ"]})
    assert "“c”" in told(**{"Mã hồ sơ": ["a", "a", "a", "c"]})
    assert "“Con vật”" in told(**{"Con vật": ["mèo", None, None, None]})
    twice = pa.table({**CASES, "Mã hồ sơ": ["a", "a"]})
    with pytest.raises(InputError, match="hai dòng cùng mã “a”"):
        ancu.decide_many(book, twice, members=pa.table(MEMBERS))
    kept = ancu.decide_many(
        book,
        cases,
        ["poverty_status"],
        DAY,
        on_error="keep",
        members=pa.table({**MEMBERS, "Quan hệ": ["chủ hộ", "vợ", "con", "vợ"]}),
    )
    assert kept["problem"].to_pylist()[0] is None
    assert "người đứng đơn" in kept["problem"].to_pylist()[1]
