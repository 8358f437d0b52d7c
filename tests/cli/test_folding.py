"""What is said at a terminal: folded between words, whole in a pipe."""

from __future__ import annotations

import io
import re

import pytest

from ancu_cli.folding import folded, say
from tests.conftest import ROOT

LINE = "- Chưa xác định được: không đang ở nhà ở công vụ (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15)."


def test_a_line_is_folded_between_words_under_its_beginning() -> None:
    lines = folded(f"Kết luận:\n\n{LINE}\n", 40).split("\n")
    assert lines[:3] == ["Kết luận:", "", "- Chưa xác định được: không đang ở nhà ở"]
    assert all(len(line) <= 40 for line in lines)
    assert [line[:2] for line in lines[3:-1]] == ["  "] * (len(lines) - 4)
    assert " ".join(line.strip() for line in lines[2:]).strip() == LINE


def test_what_fits_or_cannot_be_folded_stays() -> None:
    assert folded(LINE, 200) == LINE
    assert folded(LINE, 20) == LINE
    assert folded("x" * 90, 80) == "x" * 90


@pytest.mark.parametrize(
    ("line", "hanging"),
    [
        ("Cột “Thu nhập” được hiểu là “Thu nhập bình quân hàng tháng”.", "  "),
        ("      thu.feature:5: Không hiểu “người nộp đơn là công nhân”.", "        "),
        ("  12) Nhà ở xã hội do chủ đầu tư xây dựng để bán", "      "),
    ],
)
def test_what_follows_hangs_under_its_line(line: str, hanging: str) -> None:
    first, *rest = folded(line, 45).split("\n")
    assert rest
    assert all(part.startswith(hanging) and part[len(hanging)] != " " for part in rest)
    assert " ".join([first, *(part.strip() for part in rest)]) == line


def test_colours_take_no_room_and_columns_stay_apart() -> None:
    line = "  \x1b[36mthu.feature:5\x1b[0m: " + "một hai " * 4
    assert folded(line.rstrip(), 60) == line.rstrip()
    assert folded("Mua nhà ở xã hội      3     12", 40) == "Mua nhà ở xã hội      3     12"


def test_sentences_are_folded_at_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("COLUMNS", "61")
    for stream, said in ((Terminal(), folded(LINE, 60)), (io.StringIO(), LINE)):
        monkeypatch.setattr("sys.stderr", stream)
        say(LINE, err=True)
        assert stream.getvalue() == said + "\n"


def test_every_sentence_of_a_command_is_said_folded() -> None:
    for path in (ROOT / "cli").rglob("*.py"):
        assert not re.search(r"click\.echo\((?:f?\"[ \\]*n?\"? ?\+? ?)?message\(", path.read_text("utf-8")), path
