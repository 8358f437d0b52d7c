"""Explanations at a terminal: folded between words, whole in a pipe."""

from __future__ import annotations

from ancu_cli.folding import folded

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
