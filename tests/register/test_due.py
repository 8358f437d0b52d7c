"""The clocks of procedures: those of the law in force when intake opened, each from the day of the step before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import ancu
from ancu.errors import RegisterError, UnknownNameError
from ancu.register import acts
from ancu.register.due import DueStep, due, due_text
from ancu.register.standing import standing_of, standing_text
from ancu.register.store import Register
from tests.support.registers import filled


@pytest.fixture
def register(book: ancu.Rulebook, tmp_path: Path) -> Register:
    return filled(book, tmp_path / "so.sqlite")


def step(book: ancu.Rulebook, register: Register, name: str, on: str, case: str | None = None) -> None:
    with register.writing("clerk") as writer:
        one = acts.find(writer, case) if case is not None else None
        project = None if case is not None else "DA-01"
        acts.step(writer, book.procedures, name, date.fromisoformat(on), project=project, one=one)


def due_on(book: ancu.Rulebook, register: Register, day: str) -> list[DueStep]:
    with register.reading() as reader:
        return due(standing_of(reader.entries()), book.procedures, date.fromisoformat(day))


def told(book: ancu.Rulebook, register: Register, day: str) -> list[tuple[str, str, str | None]]:
    return [(one.day.isoformat(), one.limit, one.step) for one in due_on(book, register, day)]


def stands(book: ancu.Rulebook, register: Register, case: str) -> str:
    with register.reading() as reader:
        found = standing_of(reader.entries())
        one = found.applications[acts.find(reader, case).application]
    return standing_text(one, found.projects.get("DA-01"), book.procedures, "vi")


def test_the_procedure_of_decree_54(book: ancu.Rulebook, register: Register) -> None:
    step(book, register, "opening_published", "2026-02-10")
    assert told(book, register, "2026-02-11") == [("2026-03-12", "earliest", "intake_opened")]
    step(book, register, "intake_opened", "2026-03-12")
    assert stands(book, register, "HS-1") == "đủ điều kiện, đã duyệt; Đang tiếp nhận hồ sơ"
    assert told(book, register, "2026-03-13") == [("2026-04-11", "earliest", "intake_closed")]
    step(book, register, "intake_closed", "2026-04-11")
    assert told(book, register, "2026-04-12") == [
        ("2026-04-21", "latest", "list_sent"),
        ("2026-05-11", "latest", "lists_published"),
    ]
    step(book, register, "list_sent", "2026-04-20")
    step(book, register, "department_answered", "2026-04-29")
    step(book, register, "lists_published", "2026-05-10")
    # Only who was refused has a dossier to be returned.
    (returned,) = due_on(book, register, "2026-05-11")
    assert (returned.day, returned.step) == (date(2026, 5, 25), "dossier_returned")
    assert due_text(book, returned, "HS-2", date(2026, 5, 27), "vi") == (
        "25/05/2026 (DA-01, HS-2): QUÁ HẠN 2 ngày: Trả lại hồ sơ không đủ điều kiện và nêu rõ lý do; Chủ đầu tư. "
        "điểm đ khoản 1 Điều 38 Nghị định 100/2024/NĐ-CP; Điều 34 Nghị định 54/2026/NĐ-CP"
    )
    step(book, register, "dossier_returned", "2026-05-20", case="HS-2")
    step(book, register, "lots_drawn", "2026-06-01")
    assert stands(book, register, "HS-2") == "không đủ điều kiện, đã duyệt; Đã trả lại hồ sơ"
    assert stands(book, register, "HS-1") == "đủ điều kiện, đã duyệt; Đã bốc thăm"
    assert told(book, register, "2026-06-02") == []


def test_where_intake_opened_before_the_old_procedure_goes_on(book: ancu.Rulebook, register: Register) -> None:
    step(book, register, "intake_opened", "2026-02-08")
    step(book, register, "list_sent", "2026-03-20")
    step(book, register, "buyers_sent", "2026-05-01")
    assert told(book, register, "2026-03-21") == [
        ("2026-04-09", "latest", "department_answered"),  # 20 days, and silence lets the developer go on
        ("2026-05-16", "from", "buyers_on_department_page"),
        ("2026-05-31", "latest", "buyers_published"),
    ]


def test_a_complaint_has_clocks_of_its_own(book: ancu.Rulebook, register: Register) -> None:
    with register.writing("clerk") as writer:
        acts.appeal(writer, acts.find(writer, "HS-2"), date(2026, 5, 10), "Thu nhập tính sai")
    assert told(book, register, "2026-05-11") == [("2026-05-20", "latest", "complaint_taken_up")]
    step(book, register, "complaint_taken_up", "2026-05-15", case="HS-2")
    assert told(book, register, "2026-05-16") == [("2026-06-14", "latest", "complaint_answered")]
    assert stands(book, register, "HS-2") == "không đủ điều kiện, đã duyệt; Đang giải quyết khiếu nại"
    step(book, register, "complaint_answered", "2026-06-01", case="HS-2")
    assert told(book, register, "2026-06-02") == []
    with register.writing("clerk") as writer:  # a second complaint begins anew
        acts.appeal(writer, acts.find(writer, "HS-2"), date(2026, 7, 1), "Lần hai")
    assert told(book, register, "2026-07-02") == [("2026-07-11", "latest", "complaint_taken_up")]


def test_data_are_to_be_erased_the_day_after_the_last(book: ancu.Rulebook, register: Register) -> None:
    with register.writing("clerk") as writer:
        acts.retain(writer, acts.find(writer, "HS-2"), date(2026, 12, 31), "Quy chế lưu trữ")
    assert told(book, register, "2026-05-11") == [("2027-01-01", "from", None)]


def test_a_step_that_no_procedure_has_gets_a_suggestion(book: ancu.Rulebook, register: Register) -> None:
    with pytest.raises(UnknownNameError) as error:
        step(book, register, "list_send", "2026-05-01")
    assert error.value.text("en").startswith(
        "No procedure has a step “list_send” of a project. Did you mean “list_sent”? Steps: "
    )


def test_a_day_in_no_procedure_is_asked_about(book: ancu.Rulebook, register: Register) -> None:
    with pytest.raises(RegisterError) as error:
        step(book, register, "list_sent", "2020-05-01")
    assert error.value.text("en") == (
        "It is not clear to which of these the step “list_sent” on 01/05/2020 belongs: social_housing_sale, "
        "social_housing_sale_2024. Choose with --procedure."
    )


def test_every_clock_has_the_words_of_the_text(book: ancu.Rulebook) -> None:
    for procedure in book.procedures.values():
        for name, each in procedure.steps.items():
            if each.clock is not None and procedure.procedure != "complaint":
                days = f"{each.clock.days:02}"
                assert days in (each.clock.words or ""), name


def test_a_step_does_not_come_before_what_it_follows(book: ancu.Rulebook, register: Register) -> None:
    step(book, register, "intake_closed", "2026-04-11")
    with pytest.raises(RegisterError) as error:
        step(book, register, "list_sent", "2026-04-01")
    assert error.value.text("en").startswith(
        "The step “list_sent” on 01/04/2026 would come before “intake_closed” on 11/04/2026, which it follows."
    )
    with pytest.raises(RegisterError) as error:
        step(book, register, "complaint_taken_up", "2026-05-01", case="HS-2")
    assert error.value.text("en").startswith("Nobody has complained in this case.")
