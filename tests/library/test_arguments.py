"""Whatever a caller passes is read, or refused with a sentence: every error of the library is an AncuError."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import ancu

PURCHASE, DAY = "social_housing_purchase", date(2026, 5, 1)
RECURRING: dict[str, Any] = {}
RECURRING["members"] = [RECURRING]

ALONE = {"members": [{"relation": "applicant", "born_on": "01/01/1980"}]}

MISTAKES: dict[str, tuple[Callable[[ancu.Rulebook, Any], object], str]] = {
    "engine": (lambda book, _: ancu.decide(book, {}, PURCHASE, DAY, "two-key"), "“two_key”"),  # type: ignore[arg-type]
    "engine of all": (lambda book, _: ancu.decide_all(book, {}, None, DAY, None), "two_key, direct"),  # type: ignore[arg-type]
    "engine of many": (lambda book, _: list(ancu.decide_many(book, [{}], engine="Direct")), "“direct”"),  # type: ignore[call-overload]
    "on_error": (lambda book, _: ancu.decide_many(book, [{}], on_error="skip"), "raise, keep"),  # type: ignore[call-overload]
    "threads": (lambda book, _: ancu.decide_many(book, [{}], threads=0), "từ 1 trở lên"),
    "language": (lambda _, decision: decision.explain("fr"), "vi, en"),
    "language of texts": (lambda _, decision: decision.texts("fr"), "vi, en"),
    "language of a model": (lambda book, _: ancu.facts_model(book, None, "fr"), "vi, en"),  # type: ignore[arg-type]
    "language of a question": (lambda book, _: ancu.question_text(book, "net_income", "fr"), "vi, en"),  # type: ignore[arg-type]
    "language of an error": (lambda *_: ancu.AncuError(ancu.Problem("json_bad", {"detail": ""})).text("fr"), "vi, en"),  # type: ignore[arg-type]
    "form": (lambda _, decision: decision.explain("vi", form="html"), "text, markdown"),
    "depth": (lambda _, decision: decision.reasons_at("deep"), "code, facts, tree"),
    "an array": (lambda book, _: ancu.decide(book, [{}], PURCHASE), "decide_many"),  # type: ignore[arg-type]
    "a text": (lambda book, _: ancu.read_record(book, "{}"), "dict hoặc đối tượng JSON"),  # type: ignore[arg-type]
    "one case for many": (lambda book, _: ancu.decide_many(book, {"net_income": 1}), "decide_all"),  # type: ignore[call-overload]
    "no cases": (lambda book, _: ancu.decide_many(book, 5), "danh sách hồ sơ"),  # type: ignore[call-overload]
    "programme": (lambda book, _: ancu.decide_all(book, {}, "no_such"), "“no_such”"),
    "programme of no text": (lambda book, _: ancu.decide(book, {}, [PURCHASE]), PURCHASE),  # type: ignore[arg-type]
    "programmes of no list": (lambda book, _: ancu.decide_all(book, {}, 5), "danh sách tên"),  # type: ignore[arg-type]
    "confirmed": (lambda book, _: ancu.read_record(book, {}, confirmed=5), "danh sách tên"),  # type: ignore[arg-type]
    "day": (lambda book, _: ancu.decide(book, {}, PURCHASE, 5), "as_of"),  # type: ignore[arg-type]
    "day in words": (lambda book, _: ancu.decide(book, {}, PURCHASE, "hôm nay"), "hôm nay"),  # type: ignore[arg-type]
    "moments": (lambda book, _: ancu.decide_moments(book, {}, PURCHASE, ["filing"]), "tên và ngày"),  # type: ignore[arg-type]
    "engine of moments": (lambda book, _: ancu.decide_moments(book, {}, PURCHASE, engine="direkt"), "“direct”"),  # type: ignore[arg-type]
    "engine of each": (lambda book, _: ancu.decide_each(book, ALONE, engine="direkt"), "“direct”"),  # type: ignore[arg-type]
    "day of each": (lambda book, _: ancu.decide_each(book, ALONE, PURCHASE, "hôm nay"), "hôm nay"),  # type: ignore[arg-type]
    "language of each": (lambda book, _: ancu.decide_each(book, ALONE, PURCHASE, DAY).explain("fr"), "vi, en"),  # type: ignore[arg-type]
    "fact": (lambda book, _: ancu.question_text(book, "no_such", "vi"), "no_such"),
    "decisions": (lambda *_: ancu.next_questions([1]), "decide_all"),  # type: ignore[list-item]
    "rulebook": (lambda *_: ancu.decide("rules", {}, PURCHASE), "load_rulebook"),  # type: ignore[arg-type]
    "folder": (lambda *_: ancu.load_rulebook(5), "không phải là thư mục bộ quy tắc"),  # type: ignore[arg-type]
    "id": (lambda book, _: ancu.read_record(book, {"case": ["A", "B"]}), "một mã hồ sơ"),
    "a case within itself": (lambda book, _: ancu.read_record(book, RECURRING), "members"),
    "a number without end": (lambda book, _: ancu.read_record(book, {"net_income": 10**6000}), "Ngoài khoảng"),
    "infinite": (lambda book, _: ancu.read_record(book, {"net_income": float("inf")}), "Không đọc được thành số"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_in_a_sentence(book: ancu.Rulebook, mistake: str) -> None:
    make, said = MISTAKES[mistake]
    with pytest.raises(ancu.AncuError) as caught:
        make(book, ancu.decide(book, {}, PURCHASE, DAY))
    assert said in caught.value.text("vi")
    assert caught.value.text("en") != caught.value.text("vi")


def test_days_are_read_as_people_have_them(book: ancu.Rulebook) -> None:
    for written in (datetime(2026, 5, 1, 23, 59), "01/05/2026", "2026-05-01"):
        assert ancu.decide(book, {}, PURCHASE, written).as_of == DAY  # type: ignore[arg-type]
        assert ancu.decide_all(book, {}, PURCHASE, written)[0].as_of == DAY  # type: ignore[arg-type]
        assert next(iter(ancu.decide_many(book, [{}], PURCHASE, written)))[0].as_of == DAY  # type: ignore[call-overload]


def test_one_text_is_one_name(book: ancu.Rulebook) -> None:
    assert [d.programme for d in ancu.decide_all(book, {}, PURCHASE, DAY)] == [PURCHASE]
    assert set(ancu.facts_model(book, PURCHASE).model_fields) == set(ancu.facts_model(book, [PURCHASE]).model_fields)
    assert ancu.read_record(book, {"net_income": 25}, confirmed="net_income").facts == {"net_income": 25}


def test_a_model_reads_what_a_record_reads_and_no_more(book: ancu.Rulebook) -> None:
    model: Any = ancu.facts_model(book)
    written = {
        "net_income": ["22 triệu", 22_000_000, True, 22.5, float("nan"), -1, "nhiều", Decimal("22000000")],
        "owns_home": [True, "có", 1, 2, "có lẽ"],
        "home_to_work_distance": ["12,5 km", 12.5, True, 12.555],
        "born_on": [date(1990, 1, 1), "01/01/1990", datetime(1990, 1, 1, 8), 5, "1990-02-30"],
        "marital_status": ["đã kết hôn", "married", "maybe", 1],
        "housing_law_groups": [["worker", "merit"], "công nhân", ["no"], 6],
    }
    for name, values in written.items():
        for value in values:
            try:
                expected = ancu.read_record(book, {name: value}).facts
            except ancu.RecordError:
                with pytest.raises(ValidationError):
                    model(**{name: value})
            else:
                assert ancu.read_record(book, model(**{name: value})).facts == expected, (name, value)
    with pytest.raises(ValidationError, match="số tiền bằng đồng"):
        model.model_validate_json('{"net_income": true}')


def test_values_of_other_libraries_are_read(book: ancu.Rulebook) -> None:
    import numpy as np
    import pandas as pd

    def read(name: str, value: object) -> object:
        return ancu.read_record(book, {name: value}).facts.get(name)

    for integer in (np.int64(12_000_000), np.int32(12_000_000), np.float64(12e6), np.float32(12e6), np.str_("12 tr")):
        assert read("net_income", integer) == 12_000_000
    assert read("home_to_work_distance", np.float32(12.1)) == 1210
    assert read("owns_home", np.bool_(True)) is True
    assert read("owns_home", np.int64(0)) is False
    assert read("housing_law_groups", np.array(["worker"])) == {"worker"}
    for day in (pd.Timestamp("1990-01-02"), np.datetime64("1990-01-02"), np.datetime64("1990-01-02T10", "ns")):
        assert read("born_on", day) == date(1990, 1, 2).toordinal()
    for nothing in (pd.NaT, pd.NA, np.datetime64("NaT"), float("nan"), np.float64("nan"), Decimal("NaN"), None):
        for name in ("net_income", "born_on", "owns_home", "marital_status", "housing_law_groups"):
            assert read(name, nothing) is None, (name, nothing)
        found = ancu.read_record(book, {"case": nothing, "as_of": nothing, "members": nothing})
        assert found == ancu.read_record(book, {})
    # A day that was asked for and is none is no reason to take today.
    with pytest.raises(ancu.RecordError):
        ancu.decide(book, {}, PURCHASE, pd.NaT)
    for row in pd.DataFrame({"net_income": [12e6, None], "born_on": pd.to_datetime(["1990-01-02", None])}).to_dict(
        "records"
    ):
        ancu.decide_all(book, row, PURCHASE, DAY)


def test_an_empty_folder_is_no_rulebook(tmp_path: Path) -> None:
    with pytest.raises(ancu.RulebookError, match="không có tệp"):
        ancu.load_rulebook(tmp_path)


def test_a_rulebook_travels_and_does_not_change(book: ancu.Rulebook) -> None:
    whole = ancu.decide(book, {}, PURCHASE, DAY)
    for same in (pickle.loads(pickle.dumps(book)), copy.deepcopy(book), copy.copy(book)):
        assert same.digest == book.digest
        assert ancu.decide(same, {}, PURCHASE, DAY) == whole
        with pytest.raises(ancu.RulebookError):
            same.facts["x"] = book.facts["net_income"]
        with pytest.raises(ancu.RulebookError):
            same.digest = "x"
        with pytest.raises(ancu.RulebookError):
            del same.facts
        for change in ("clear", "popitem", "update"):
            with pytest.raises(ancu.RulebookError):
                getattr(same.figures, change)()
