"""The decision log: lines that carry the hash of the one before, so that it shows where something was cut out."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

import ancu
from ancu.rulebook.rulebook import Rulebook
from ancu.service.journal import DecisionLog, LogReplay, entry, replay_log
from tests.conftest import WORKER, Command

PURCHASE, DAY = "social_housing_purchase", date(2026, 5, 1)


def lines_of(book: Rulebook, *cases: str) -> list[str]:
    records = [ancu.read_record(book, {**WORKER, "case": case}) for case in cases]
    decisions = [ancu.decide(book, record, PURCHASE, DAY).model_dump_json() for record in records]
    return [entry("r", record, book.digest, [text]) for record, text in zip(records, decisions, strict=True)]


@pytest.fixture
def log(book: Rulebook, tmp_path: Path) -> Path:
    """Written by two that take turns, as the workers of a service do."""
    path = tmp_path / "log.jsonl"
    one, two = DecisionLog(str(path)), DecisionLog(str(path))
    one.append(lines_of(book, "a", "b"))
    two.append(lines_of(book, "c"))
    one.append(lines_of(book, "d"))
    one.append([])
    for each in (one, two):
        each.close()
    return path


def replayed(book: Rulebook, path: Path, lines: list[str]) -> LogReplay:
    path.write_text("".join(lines), encoding="utf-8")
    return replay_log(book, str(path))


def test_a_log_tells_where_it_was_cut(book: Rulebook, log: Path) -> None:
    lines = log.read_text(encoding="utf-8").splitlines(keepends=True)
    whole = replayed(book, log, lines)
    assert (whole.entries, whole.identical, whole.gap) == (4, True, None)
    changed = [lines[0].replace('"request": "r"', '"request": "s"'), *lines[1:]]
    bare = json.loads(lines[2])
    del bare["before"]
    for kept, kind, line in (
        (lines[1:], "replay_log_begins", 1),
        ([lines[0], *lines[2:]], "replay_log_broken", 2),
        ([lines[0], lines[2], lines[1], lines[3]], "replay_log_broken", 2),
        (changed, "replay_log_broken", 2),
        ([*lines[:2], json.dumps(bare) + "\n", lines[3]], "replay_log_unchained", 3),
    ):
        found = replayed(book, log, kept)
        assert found.identical
        assert found.gap is not None
        assert (found.gap.kind, found.gap.line) == (kind, line)
        assert found.gap.text("vi") in found.text("vi")


def test_the_command_tells_too(book: Rulebook, log: Path, ancu_here: Command) -> None:
    assert ancu_here("replay", str(log))[0] == 0
    lines = log.read_text(encoding="utf-8").splitlines(keepends=True)
    log.write_text("".join(lines[:1] + lines[2:]), encoding="utf-8")
    code, said, _ = ancu_here("replay", str(log))
    assert (code, "log.jsonl:2" in said) == (5, True)


def test_a_log_of_before_goes_on_and_a_line_that_was_cut_off_stays_alone(book: Rulebook, tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text(lines_of(book, "old")[0] + "\n", encoding="utf-8")
    log = DecisionLog(str(path))
    log.append(lines_of(book, "a"))
    assert replay_log(book, str(path)).gap is None
    with path.open("ab") as file:
        file.write(b'{"before": "')
    log.append(lines_of(book, "b"))
    log.close()
    with pytest.raises(ancu.AncuError, match=r"log\.jsonl:3"):
        replay_log(book, str(path))
    assert json.loads(path.read_text(encoding="utf-8").splitlines()[3])["case"] == "b"


def test_a_log_that_is_no_file_takes_lines_too(book: Rulebook, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    log = DecisionLog(str(pipe))
    log.append(lines_of(book, "a"))
    log.append(lines_of(book, "b"))
    assert [json.loads(line)["case"] for line in os.read(reader, 1 << 20).splitlines()] == ["a", "b"]
    log.close()
    os.close(reader)


def test_a_day_has_a_file_of_its_own_and_is_kept_so_long(book: Rulebook, tmp_path: Path) -> None:
    """Two workers write, and each of them may be the first to write on another day."""
    path, today = tmp_path / "log.jsonl", [date(2026, 11, 28)]
    one, two = (DecisionLog(str(path), 2, lambda: today[0]) for _ in range(2))

    def lines(case: str) -> list[str]:
        return [line.replace(line[8:18], str(today[0]), 1) for line in lines_of(book, case)]

    def written() -> dict[str, list[str]]:
        return {
            file.name.removeprefix("log.jsonl"): [json.loads(line)["case"] for line in file.read_text().splitlines()]
            for file in sorted(tmp_path.iterdir())
        }

    one.append(lines("a"))
    two.append(lines("b"))
    today[0] = date(2026, 11, 29)
    one.append(lines("c"))
    two.append(lines("d"))
    assert written() == {"": ["c", "d"], ".2026-11-28": ["a", "b"]}
    today[0] = date(2026, 11, 30)
    two.append(lines("e"))
    one.append(lines("f"))
    (tmp_path / "log.jsonl.old").write_text("")  # nobody's day
    today[0] = date(2026, 12, 1)
    one.check()
    assert list(written()) == ["", ".2026-11-29", ".old"]
    for each in (one, two):
        each.close()
    for file in (path, tmp_path / "log.jsonl.2026-11-29"):
        whole = replay_log(book, str(file))
        assert (whole.identical, whole.gap) == (True, None)


def test_days_are_kept_of_a_log_alone(ancu_here: Command) -> None:
    code, _, said = ancu_here("serve", "--keep-days", "30")
    assert (code, said) == (2, "--keep-days cần có --decision-log TỆP: chưa có nhật ký nào để giữ.\n")
