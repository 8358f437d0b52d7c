"""Whatever an office does in whatever order: what is refused adds nothing, and the register stays sound."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import ancu
from ancu.errors import AncuError
from ancu.register import acts
from ancu.register.standing import standing_of
from ancu.register.store import Register, RegisterWriter
from ancu.register.verifying import verify
from tests.support.registers import application, decided

DAY = date(2026, 5, 1)
CASES = ("HS-1", "HS-2", "HS-3")
Do = Callable[[ancu.Rulebook, RegisterWriter, str], object]
ACTS: dict[str, Do] = {
    "enter": lambda book, w, case: acts.enter(w, application(book, case)),
    "correct": lambda book, w, case: acts.correct(w, acts.find(w, case), *decided(book, case, "80 triệu"), "sai"),
    "revoke": lambda _, w, case: acts.revoke(w, acts.find(w, case), "khai sai"),
    "approve": lambda _, w, case: acts.approve(w, max(acts.find(w, case).waiting, default=0)),
    "decline": lambda _, w, case: acts.approve(w, max(acts.find(w, case).waiting, default=0), "thiếu", decline=True),
    "appeal": lambda _, w, case: acts.appeal(w, acts.find(w, case), DAY, "chưa đúng"),
    "sign": lambda _, w, case: acts.sign(w, acts.find(w, case), DAY, "HĐ"),
    "pay": lambda _, w, case: acts.pay(w, acts.find(w, case), DAY, 1_000),
    "hand over": lambda _, w, case: acts.hand_over(w, acts.find(w, case), "home", DAY, None),
    "retain": lambda _, w, case: acts.retain(w, acts.find(w, case), DAY, "quy chế"),
    "erase": lambda _, w, case: acts.erase(w, acts.find(w, case), "yêu cầu", DAY),
}
DRAWN = st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from(CASES), st.sampled_from(("clerk", "approver")))


@settings(max_examples=5)
@given(st.lists(DRAWN, min_size=10, max_size=25))
def test_acts_in_any_order(book: ancu.Rulebook, drawn: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        register = Register(str(Path(folder) / "so.sqlite"))
        register.create()
        entries = 0
        for name, case, by in [("enter", one, "clerk") for one in CASES] + drawn:
            try:
                with register.writing(by) as writer:
                    ACTS[name](book, writer, case)
                entries += 1
            except AncuError:
                pass
        with register.reading() as reader:
            found = verify(reader)
            assert found.sound, found.text("en")
            assert found.entries == entries
            for one in standing_of(reader.entries()).applications.values():
                assert (one.state == "standing") == (one.decided is not None)
                assert one.signed is None or one.signed.number > one.entered.number
                assert one.filed_on == date(2026, 3, 2)
