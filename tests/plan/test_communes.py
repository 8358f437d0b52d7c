"""Cells that name a commune, and the headers of their column."""

from __future__ import annotations

import pytest

import ancu
from ancu.plan.communes import Communes, commune_headers
from ancu.rulebook.plans import AdministrativeUnit, UnitList
from ancu.rulebook.values import normalise


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Tam Tiến", "Xã Tam Tiến"),
        ("xã  TAM TIẾN", "Xã Tam Tiến"),
        ("X. Tam Tiến", "Xã Tam Tiến"),
        ("Xã Hiệp Hoà, huyện Hiệp Hòa", "Xã Hiệp Hòa"),
        ("P. Đa Mai", "Phường Đa Mai"),
        ("07210", "Phường Bắc Giang"),
        (7210, "Phường Bắc Giang"),
        ("Tam Tien", None),
        ("", None),
        ("không rõ", None),
        (None, None),
    ],
)
def test_cells(book: ancu.Rulebook, written: object, name: str | None) -> None:
    communes = Communes(book.units["bac_ninh"])
    code = communes.find(written)
    assert (communes.name(code, "vi") if code is not None else None) == name


def test_two_of_one_name_are_told_apart_by_their_kind(book: ancu.Rulebook) -> None:
    listed = book.units["bac_ninh"]
    units = {
        "00001": AdministrativeUnit(name="An", kind="commune"),
        "00002": AdministrativeUnit(name="An", kind="ward"),
    }
    communes = Communes(UnitList.model_construct(**{**dict(listed), "units": units}))
    assert [communes.find(text) for text in ("An", "Xã An", "phường An")] == [None, "00001", "00002"]


def test_every_unit_is_found_by_its_name_and_code(book: ancu.Rulebook) -> None:
    communes = Communes(book.units["bac_ninh"])
    units = book.units["bac_ninh"].units
    assert len(units) == 99
    assert (
        [communes.find(unit.name) for unit in units.values()] == list(units) == [communes.find(code) for code in units]
    )


def test_headers() -> None:
    assert {normalise(text) for text in ("Xã/phường", "Xã, phường", "Commune", "Tên xã")} <= commune_headers()
