"""Calendars: RFC 5545 to the letter, each due date with its article."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

import ancu
from ancu.register.calendar_file import calendar_file, folded
from ancu.register.due import DueStep, due_of_procedure


def unfolded(content: bytes) -> list[str]:
    assert content.endswith(b"\r\n")
    return content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=300))
def test_lines_are_folded_without_cutting_a_letter(line: str) -> None:
    pieces = list(folded(line))
    assert all(len(piece) <= 75 for piece in pieces)
    assert all(piece.startswith(b" ") for piece in pieces[1:])
    for piece in pieces:
        piece.decode()
    assert "".join([pieces[0].decode(), *(piece.decode()[1:] for piece in pieces[1:])]) == line


def test_due_dates_of_a_project(book: ancu.Rulebook) -> None:
    days = {
        "intake_opened": date(2026, 3, 16),
        "intake_closed": date(2026, 4, 15),
        "lists_published": date(2026, 5, 10),
    }
    steps = due_of_procedure(book.procedures["social_housing_sale"], "DA-01", days, date(2026, 4, 20))
    assert [(one.step, one.day) for one in steps] == [
        ("list_sent", date(2026, 4, 25)),
        ("dossier_returned", date(2026, 5, 25)),
    ]
    content = calendar_file(book, steps, {}, date(2026, 4, 20), "vi")
    assert content == calendar_file(book, steps, {}, date(2026, 4, 20), "vi")
    assert b"\n" not in content.replace(b"\r\n", b"")
    lines = unfolded(content)
    assert (lines[:2], lines[-1]) == (["BEGIN:VCALENDAR", "VERSION:2.0"], "END:VCALENDAR")
    event = lines[lines.index("BEGIN:VEVENT") : lines.index("END:VEVENT")]
    assert event[2:6] == [
        "DTSTAMP:20260420T000000Z",
        "DTSTART;VALUE=DATE:20260425",
        "DTEND;VALUE=DATE:20260426",
        "SUMMARY:Hạn cuối: Gửi Sở Xây dựng Danh sách đăng ký kèm thành viên hộ (DA-01)",
    ]
    assert event[6] == (
        "DESCRIPTION:Người thực hiện: Chủ đầu tư\\nVăn bản viết: “Trong thời hạn 10 ngày\\, kể từ ngày hết hạn nộp hồ "
        "sơ”\\nCăn cứ: điểm đ khoản 1 Điều 38 Nghị định 100/2024/NĐ-CP\\; Điều 34 Nghị định 54/2026/NĐ-CP"
    )


def test_an_event_keeps_its_id_when_its_day_moves(book: ancu.Rulebook) -> None:
    def uids(*steps: DueStep) -> list[str]:
        lines = unfolded(calendar_file(book, steps, {"key": "HS-1"}, date(2026, 4, 20), "vi"))
        return [line for line in lines if line.startswith("UID:")]

    first = DueStep(date(2026, 4, 25), "latest", "DA-01", None, "social_housing_sale", "list_sent")
    moved = DueStep(date(2026, 4, 27), "latest", "DA-01", None, "social_housing_sale", "list_sent")
    other = DueStep(date(2026, 4, 25), "from", None, "key")
    assert uids(first) == uids(moved)
    assert len(set(uids(first, other))) == 2


def test_due_dates_of_a_review(book: ancu.Rulebook) -> None:
    started = {"review_started": date(2026, 12, 15)}
    (step,) = due_of_procedure(book.procedures["poverty_review"], None, started, date(2026, 12, 16))
    assert (step.step, step.day, step.limit) == ("recognised", date(2026, 12, 30), "latest")
