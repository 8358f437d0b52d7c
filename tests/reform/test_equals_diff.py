"""A comparison tells what two screens and ``ancu diff`` of their results tell."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow.csv import write_csv

import ancu
from ancu.reform import judging
from ancu.reform.judging import compare_list
from ancu.reform.sides import read_sides
from ancu.screening.compare import law_changes
from ancu.screening.job import Job, Route
from tests.reform.lists import by_compare, by_two_screens, draw_list
from tests.support.households import draw_household, written

pytestmark = pytest.mark.slow

PROGRAMMES = ("poverty_status", "social_housing_purchase", "temporary_house_elimination")
PROPOSAL = "con số: {Mức trần thu nhập của người độc thân: 3 triệu, poverty_line_rural: 60 triệu}\n"


@pytest.mark.parametrize(
    ("seed", "old", "new", "route", "dated"),
    [
        (3, "31/12/2026", "01/01/2027", "columns", False),
        (4, "2025-10-09", "2025-10-10", "rows", False),
        (5, "2027-01-01", "thu.yaml@2027-01-01", "columns", False),
        (6, str(ancu.rulebook.folder.built_in()), "thu.yaml", "columns", True),
    ],
)
def test_as_two_screens_and_a_diff(
    book: ancu.Rulebook,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
    old: str,
    new: str,
    route: Route,
    dated: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(law_changes, "MOST", 1_000)  # every rule is named
    monkeypatch.setattr(judging, "CHUNK", 37)
    Path("thu.yaml").write_text(PROPOSAL, encoding="utf-8")
    path = tmp_path / "danh-sach.csv"
    draw_list(book, path, PROGRAMMES, 100, seed, as_of=dated)
    sides = read_sides([old, new], book)
    # As the reasons are told by number, both name the rules below the same conditions.
    job = Job((str(path),), programmes=PROGRAMMES, reasons="ids")
    compared = compare_list(sides, job, route=route, threads=2)
    told, wanted = by_compare(compared), by_two_screens(path, sides, job, tmp_path, route)
    assert {one[:4] for one in told} == {one[:4] for one in wanted}
    assert len(told) > 0
    assert compared.rejected == 2
    rules = {one[:4]: set(one[4].split("; ")) for one in wanted}
    for case, programme, before, after, detail in told:
        # What is granted may be another too, which a diff does not tell; and its results by number hold no days.
        if (before[0], after[0]) == (0, 0) or dated:
            continue
        # A diff also names rules of which only the articles are others.
        assert set(detail.split("; ")) <= rules[case, programme, before, after]
        assert detail != ancu.messages.message("diff_no_cause", "vi")


def with_signs(book: ancu.Rulebook, table: pa.Table) -> pa.Table:
    """Percentages with their sign: a bare 0.4 in a list may be 40 %, and is returned."""
    for place, name in enumerate(table.column_names):
        if name in book.facts and book.facts[name].type == "percent":
            signed = [None if value is None else f"{value} %" for value in table.column(name).to_pylist()]
            table = table.set_column(place, name, pa.array(signed, pa.string()))
    return table


def test_households_with_their_members(book: ancu.Rulebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows from members (income a head, ages) is worked out for each side."""
    monkeypatch.chdir(tmp_path)
    rng = random.Random(11)
    drawn = [replace(draw_household(rng, book, stated=0.5), day=date(2027, 3, 1)) for _ in range(60)]
    households, members = written(book, drawn)
    for table, path in ((households.drop_columns(["as_of"]), "ho.csv"), (members, "nguoi.csv")):
        write_csv(with_signs(book, table), path)
    Path("thu.yaml").write_text(PROPOSAL, encoding="utf-8")
    sides = read_sides(["2027-03-01", "thu.yaml@2027-03-01"], book)
    job = Job(("ho.csv",), programmes=PROGRAMMES, reasons="ids", members="nguoi.csv")
    compared = compare_list(sides, job, route="columns", threads=1)
    told, wanted = by_compare(compared), by_two_screens(Path("ho.csv"), sides, job, tmp_path, "columns")
    assert {one[:4] for one in told} == {one[:4] for one in wanted}
    assert len(told) > 0
