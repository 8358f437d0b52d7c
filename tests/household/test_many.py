"""Tables of cases beside tables of their members, judged one by one and in columns."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

import ancu
from ancu.batch import frames
from ancu.errors import InputError, RecordError
from ancu.household.statement import unknown_of
from tests.support.households import Drawn, draw_household, tables_of

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


def in_words(book: ancu.Rulebook, drawn: list[Drawn]) -> tuple[pa.Table, pa.Table]:
    """The tables of households as a frame brings them: dates as dates, choices by their ids."""
    households, members = tables_of(book, drawn)
    lists = [name for name in households.column_names if name in book.facts and book.facts[name].type == "list"]
    for name in lists:
        split = [
            None if v is None else v.strip(";").replace(";", "; ") or "không" for v in households[name].to_pylist()
        ]
        households = households.set_column(households.column_names.index(name), name, pa.array(split, pa.string()))
    names = [n for n in members.column_names if n not in ("place", "born_first", "born_last", "housing_supports")]
    closed = [name for name in names if unknown_of(name) in names]
    told = {
        name: [
            "không rõ" if unknown else value
            for value, unknown in zip(members[name].to_pylist(), members[unknown_of(name)].to_pylist(), strict=True)
        ]
        for name in closed
    }
    members = members.select([name for name in names if not name.endswith("__unknown")])
    for name, cells in told.items():
        texts = [{True: "có", False: "không"}.get(cell, cell) for cell in cells]
        members = members.set_column(members.column_names.index(name), name, pa.array(texts, pa.string()))
    born = [d.born[0] if d.born else None for one in drawn for d in one.household.members]
    days = [
        day if first is None else str(date.fromordinal(first).year)
        for day, first in zip((str(d) if d else None for d in members["born_on"].to_pylist()), born, strict=True)
    ]
    supports = [
        None if (v := m.facts.get("housing_supports")) is None else "; ".join(v) or "không"
        for one in drawn
        for m in one.household.members
    ]
    members = members.set_column(members.column_names.index("born_on"), "born_on", pa.array(days))
    return households, members.append_column("housing_supports", pa.array(supports, pa.string()))


def written(book: ancu.Rulebook, drawn: list[Drawn]) -> tuple[pa.Table, pa.Table]:
    """Typed numbers as the unit's own: areas of two decimals are held in hundredths."""
    households, members = in_words(book, drawn)
    out = []
    assert book.people is not None
    for table, rules in ((households, book), (members, book.people.person)):
        for name in table.column_names:
            if name in rules.facts and rules.facts[name].value_type.scale:
                scale = 10 ** rules.facts[name].value_type.scale
                cells = [None if v is None else str(v / scale) for v in table[name].to_pylist()]
                table = table.set_column(table.column_names.index(name), name, pa.array(cells, pa.string()))
        out.append(table)
    return out[0], out[1]


def test_frames_with_members_come_out_as_records_with_members(
    book: ancu.Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = random.Random(3)
    drawn = [draw_household(rng, book, 0.02, [DAY]) for _ in range(60)]
    cases, members = written(book, drawn)
    alone = ancu.decide_many(book, cases, PROGRAMMES, members=members, key="case")
    expected = [
        (f"h{i}", one.programme, one.status, one.why, one.provisional, one.missing)
        for i, d in enumerate(drawn)
        for one in ancu.decide_all(book, d.record, PROGRAMMES, engine="direct")
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
