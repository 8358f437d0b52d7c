"""What an office does with a register: each act is an entry, checked against those before it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import ancu
from ancu.errors import RegisterError, UnknownNameError
from ancu.register import acts
from ancu.register.entries import read_entry
from ancu.register.rescreening import rescreen
from ancu.register.standing import ApplicationStanding, standing_of
from ancu.register.store import Register
from ancu.register.verifying import verify
from tests.support.registers import PROGRAMME, application, decided, filled


@pytest.fixture
def register(book: ancu.Rulebook, tmp_path: Path) -> Iterator[Register]:
    found = filled(book, tmp_path / "so.sqlite")
    yield found
    with found.reading() as reader:
        verified = verify(reader)
        assert verified.sound, verified.text("en")


def standing(register: Register, case: str) -> ApplicationStanding:
    with register.reading() as reader:
        return acts.find(reader, case)


def refused(register: Register, by: str, act: str, case: str, *arguments: object) -> str:
    """What is said in English where an act is not taken; nothing is added."""
    before = count(register)
    with pytest.raises(RegisterError) as error, register.writing(by) as writer:
        getattr(acts, act)(writer, acts.find(writer, case), *arguments)
    assert count(register) == before
    return error.value.text("en")


def count(register: Register) -> int:
    with register.reading() as reader:
        last = reader.last()
        return last.number if last is not None else 0


def test_a_decision_holds_only_once_somebody_else_has_approved_it(register: Register) -> None:
    assert [standing(register, case).state for case in ("HS-1", "HS-2", "HS-3")] == ["standing", "standing", "pending"]
    with pytest.raises(RegisterError) as error, register.writing("CLERK ") as writer:
        acts.approve(writer, 3)
    assert error.value.text("en") == "Entry 3 was made by “clerk” too. Somebody else has to approve it."


def test_what_is_declined_never_holds(register: Register) -> None:
    with register.writing("approver") as writer:
        acts.approve(writer, 3, "Thiếu giấy tờ", decline=True)
    assert standing(register, "HS-3").state == "declined"
    with pytest.raises(RegisterError), register.writing("onlooker") as writer:
        acts.approve(writer, 3)


def test_approving_several_adds_all_or_none(register: Register) -> None:
    before = count(register)

    def both() -> None:
        with register.writing("approver") as writer:
            for number in (3, 1):  # the second is approved already
                acts.approve(writer, number)

    with pytest.raises(RegisterError):
        both()
    assert count(register) == before


def test_a_correction_points_back_and_leaves_the_day_of_filing(book: ancu.Rulebook, register: Register) -> None:
    other = decided(book, "HS-1", "80 triệu")
    with register.writing("clerk") as writer:
        entry = acts.correct(writer, acts.find(writer, "HS-1"), *other, "Thu nhập khác")
    assert entry.concerns == 1
    assert standing(register, "HS-1").status == "eligible"  # until it is approved
    with register.writing("approver") as writer:
        acts.approve(writer, entry.number)
    after = standing(register, "HS-1")
    assert (after.status, after.filed_on) == ("ineligible", date(2026, 3, 2))


def test_an_older_decision_cannot_be_approved_after_a_later_one(book: ancu.Rulebook, register: Register) -> None:
    other = decided(book, "HS-3", "12 triệu")
    with register.writing("clerk") as writer:
        entry = acts.correct(writer, acts.find(writer, "HS-3"), *other, "Bổ sung thu nhập")
    with register.writing("approver") as writer:
        acts.approve(writer, entry.number)
        with pytest.raises(RegisterError):
            acts.approve(writer, 3)
    assert standing(register, "HS-3").decided == entry


def test_revoking_ends_what_follows_a_decision(register: Register) -> None:
    with register.writing("clerk") as writer:
        entry = acts.revoke(writer, acts.find(writer, "HS-1"), "Khai sai")
    with register.writing("approver") as writer:
        acts.approve(writer, entry.number)
    said = refused(register, "clerk", "sign", "HS-1", date(2026, 5, 1), "HĐ-1")
    assert said == f"The decision on this case was revoked (last entry: {entry.number + 1})."


def test_nothing_is_signed_or_paid_by_a_refusal(register: Register) -> None:
    for act in (
        ("sign", date(2026, 5, 1), "HĐ-2"),
        ("pay", date(2026, 5, 1), 60),
        ("hand_over", "home", date(2026, 5, 1), None),
    ):
        said = refused(register, "clerk", act[0], "HS-2", *act[1:])
        assert said == "The decision of entry 2 grants nothing, so nothing can be signed, paid or handed over by it."


def test_a_payment_counts_once_it_is_approved(register: Register) -> None:
    with register.writing("clerk") as writer:
        entry = acts.pay(writer, acts.find(writer, "HS-1"), date(2026, 5, 1), 60_000_000)
    assert standing(register, "HS-1").paid == 0
    with register.writing("approver") as writer:
        acts.approve(writer, entry.number)
    assert standing(register, "HS-1").paid == 60_000_000


def test_who_no_longer_qualifies_on_the_day_cannot_sign(book: ancu.Rulebook, register: Register) -> None:
    now, _ = decided(book, "HS-1", "80 triệu")
    with register.writing("clerk") as writer:
        found = standing_of(writer.entries()).of_project("DA-01")
        (again,) = rescreen(book, writer, found, date(2026, 5, 1), {"HS-1": now})
        assert not again.keeps
        assert again.decision is not None
        assert again.decision.told == ["income_within_cap"]
        assert again.act is not None
        entry = acts.rescreened(writer, again.standing, again.act)
    said = refused(register, "clerk", "sign", "HS-1", date(2026, 5, 1), "HĐ-1")
    assert said.startswith(f"Judged again on 01/05/2026 (entry {entry.number}), the case no longer qualifies")


def test_rescreening_judges_by_the_facts_that_are_kept(book: ancu.Rulebook, register: Register) -> None:
    with register.reading() as reader:
        found = standing_of(reader.entries()).of_project("DA-01")
        (again,) = rescreen(book, reader, found, date(2026, 5, 1))
    assert (again.case, again.keeps) == ("HS-1", True)
    assert again.decision is not None
    assert again.decision.as_of == date(2026, 5, 1)


def test_one_case_is_entered_once(book: ancu.Rulebook, register: Register) -> None:
    with pytest.raises(RegisterError) as error, register.writing("clerk") as writer:
        acts.enter(writer, application(book, "HS-1"))
    assert error.value.text("en").startswith("The case “HS-1” is in the register already (entry 1).")
    with register.writing("clerk") as writer:  # to another project it may be
        acts.enter(writer, application(book, "HS-1", project="DA-02"))
    with pytest.raises(RegisterError) as error, register.reading() as reader:
        acts.find(reader, "HS-1")
    assert error.value.text("en") == (
        "The case “HS-1” has several applications: 1 (social_housing_purchase, DA-01); 6 (social_housing_purchase, "
        "DA-02). Choose with --programme, or write the number of the entry instead."
    )


def test_a_case_that_is_not_there_gets_a_suggestion(register: Register) -> None:
    with pytest.raises(UnknownNameError) as error, register.reading() as reader:
        acts.find(reader, "HS1")
    assert error.value.text("en") == "The register has no case “HS1”. Did you mean “HS-1”?"


def test_no_entry_tells_whose_it_is(register: Register) -> None:
    with register.reading() as reader:
        bodies = b"".join(row.body for row in reader.stored()).decode()
    assert not any(told in bodies for told in ("HS-1", "Bà HS", "12000000"))


def test_a_number_in_a_reason_is_hidden(register: Register) -> None:
    with register.writing("clerk") as writer:
        entry = acts.appeal(writer, acts.find(writer, "HS-2"), date(2026, 5, 1), "CCCD 001099000001 bị nhập sai")
    assert "001099000001" not in entry.as_bytes().decode()


def test_erasing_leaves_a_sound_chain_and_no_trace(register: Register) -> None:
    path = Path(register.name)
    with register.writing("clerk") as writer:
        entry = acts.erase(writer, acts.find(writer, "HS-1"), "Người nộp đơn yêu cầu", date(2026, 6, 1))
    register.scrub()
    with register.reading() as reader:
        verified = verify(reader)
        assert reader.cases().keys() == {a for case in ("HS-2", "HS-3") for a in reader.applications(case)}
    assert (verified.sound, verified.people, verified.erased) == (True, 2, 1)
    on_disk = b"".join(file.read_bytes() for file in path.parent.glob("so.sqlite*"))
    assert b"HS-1" not in on_disk
    assert "Bà HS-2".encode() in on_disk
    with pytest.raises(RegisterError), register.writing("clerk") as writer:
        acts.erase(writer, acts.find(writer, "1"), "lần nữa", date(2026, 6, 1))
    assert entry.act.kind == "erased"


def test_data_that_must_be_kept_are_not_erased(register: Register) -> None:
    with register.writing("clerk") as writer:
        acts.retain(writer, acts.find(writer, "HS-1"), date(2026, 12, 31), "Quy chế lưu trữ")
    said = refused(register, "clerk", "erase", "HS-1", "Yêu cầu", date(2026, 12, 31))
    assert said == "The data are to be kept until 31/12/2026 (entry 6) and cannot be erased yet."
    with register.writing("clerk") as writer:
        acts.erase(writer, acts.find(writer, "HS-1"), "Yêu cầu", date(2027, 1, 1))


def test_an_entry_reads_back_as_it_was_written(register: Register) -> None:
    with register.reading() as reader:
        for row in reader.stored():
            assert read_entry(row.body).as_bytes() == row.body
            assert json.loads(row.body)["number"] == row.number


def test_a_household_is_judged_again_with_its_members(book: ancu.Rulebook, tmp_path: Path) -> None:
    record = ancu.read_record(
        book,
        {
            "case": "HỘ-1",
            "members": [
                {"relation": "applicant", "Họ và tên": "Bà Một", "born_on": "01/02/1990"},
                {
                    "relation": "spouse",
                    "full_name": "Ông Hai",
                    "personal_number": "001090000001",
                    "net_income": "9 triệu",
                },
            ],
        },
    )
    decision = ancu.decide(book, record, PROGRAMME, date(2026, 4, 15))
    register = Register(str(tmp_path / "so.sqlite"))
    register.create()
    new = acts.new_application("HỘ-1", PROGRAMME, date(2026, 3, 2), record, decision)
    with register.writing("clerk") as writer:
        acts.enter(writer, new)
    with register.reading() as reader:
        data = acts.personal_of(reader, acts.find(reader, "HỘ-1"))
    again = data.record()
    assert ancu.decide(book, replace(again, as_of=date(2026, 4, 15)), PROGRAMME).told == decision.told
    members = data.read()["household"]["members"]
    assert [member.get("full_name") for member in members] == ["Bà Một", "Ông Hai"]
    assert members[1]["personal_number"] == "001090000001"
