"""What was done: read from a list with a unit in its head, in either language; and from the register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import ancu
from ancu import extras
from ancu.plan.work import WorkPayment, read_work, work_of_register


def test_a_list_in_vietnamese(book: ancu.Rulebook, tmp_path: Path) -> None:
    (tmp_path / "v.csv").write_text(
        "DANH SÁCH CÔNG VIỆC\n"
        "Mã hồ sơ,Xã/phường,Khởi công ngày,Đã bàn giao,Số tiền đã chi (triệu đồng),Nguồn vốn,Ngày chi\n"
        'A,Xã Tam Tiến,1/3/2025,x,"42,5",Ngân sách tỉnh,05/03/2025\n'
        "B,,,,,,\n",
        encoding="utf-8",
    )
    first, second = read_work(book, str(tmp_path / "v.csv"), "vi")
    assert first.payments == (WorkPayment(42_500_000, "Ngân sách tỉnh", date(2025, 3, 5)),)
    assert (first.started_on, first.handed_over, first.handed_over_on) == (date(2025, 3, 1), True, None)
    assert (first.commune, first.place.rpartition(":")[2]) == ("Xã Tam Tiến", "3")
    assert (second.started, second.handed_over, second.payments) == (False, False, ())


def test_a_list_in_english(book: ancu.Rulebook, tmp_path: Path) -> None:
    (tmp_path / "v.csv").write_text("Case id,Handed over on,Amount paid,Source\nA,2025-06-30,30000000,Fund\n", "utf-8")
    (one,) = read_work(book, str(tmp_path / "v.csv"), "en")
    assert (one.started, one.handed_over_on, one.payments[0].source) == (True, date(2025, 6, 30), "Fund")


@pytest.mark.skipif(not extras.register(), reason="the register needs SQLAlchemy and Alembic")
def test_the_register(book: ancu.Rulebook, tmp_path: Path) -> None:
    from ancu.register import acts
    from tests.support.registers import PROGRAMME, filled

    register = filled(book, tmp_path / "so.sqlite")
    day = date(2026, 6, 1)
    with register.writing("lan") as writer:
        acts.sign(writer, acts.find(writer, "HS-1"), day, "HĐ-1")
        paid = acts.pay(writer, acts.find(writer, "HS-1"), day, 5_000_000)
        acts.pay(writer, acts.find(writer, "HS-1"), day, 7_000_000)  # which nobody approves
        acts.hand_over(writer, acts.find(writer, "HS-1"), "home", date(2026, 7, 1), None)
    with register.writing("minh") as writer:
        acts.approve(writer, paid.number)
    (one,) = work_of_register(str(tmp_path / "so.sqlite"), [PROGRAMME])
    assert (one.case, one.started_on, one.handed_over_on) == ("HS-1", day, date(2026, 7, 1))
    assert one.payments == (WorkPayment(5_000_000, None, day),)
    assert list(work_of_register(str(tmp_path / "so.sqlite"), ["merit_house_grant"])) == []
