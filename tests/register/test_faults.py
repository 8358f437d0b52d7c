"""What goes wrong around a register: killed writers, two at once, full disks, a copy while others write."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

import ancu
from ancu.errors import OutputError
from ancu.register import acts
from ancu.register.copying import copy_into, new_file
from ancu.register.entries import Stepped
from ancu.register.store import Register
from ancu.register.verifying import Verified, verify
from tests.support.registers import application, filled

#: How often a writer is killed; ANCU_REGISTER_KILLS=100 takes two minutes.
KILLS = int(os.environ.get("ANCU_REGISTER_KILLS", "2"))
WRITER = """
import sys
from ancu.register.entries import Stepped
from ancu.register.store import Register
register = Register.open(sys.argv[1])
for turn in range(int(sys.argv[3])):
    with register.writing(sys.argv[2]) as writer:
        for step in ("a", "b", "c"):
            entry = writer.add(Stepped(procedure="p", step=step, on="2026-05-01"), project=f"{sys.argv[2]}-{turn}")
    print(entry.number, flush=True)
"""


def writing(address: str, by: str, turns: int) -> subprocess.Popen[str]:
    """A process that adds three entries at a time, and prints the last number once they are there."""
    command = [sys.executable, "-c", WRITER, address, by, str(turns)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def verified(register: Register) -> Verified:
    with register.reading() as reader:
        found = verify(reader)
    assert found.sound, found.text("en")
    return found


def whole(register: Register) -> bool:
    """Whether each act of a writer is there with all three of its entries."""
    with register.reading() as reader:
        steps = [entry.act.step for entry in reader.entries() if isinstance(entry.act, Stepped)]
    return steps == ["a", "b", "c"] * (len(steps) // 3)


def kill_again_and_again(address: str, times: int, by: str = "clerk") -> int:
    """Kill a writer ``times`` times at some moment; how many entries are there in the end, none lost, none half."""
    chance = random.Random(7)
    told = 0
    for _ in range(times):
        with writing(address, by, 1_000_000) as process:
            assert process.stdout is not None
            told = int(process.stdout.readline())
            time.sleep(chance.random() * 0.05)
            process.send_signal(signal.SIGKILL)
            told = max([told, *map(int, process.stdout.read().split())])
        register = Register.open(address)
        found = verified(register)
        assert found.entries >= told  # what was told as entered is there
        assert whole(register)
    return told


@pytest.mark.slow
def test_a_killed_writer_loses_nothing_and_leaves_nothing_half(tmp_path: Path) -> None:
    address = str(tmp_path / "so.sqlite")
    Register(address).create()
    assert kill_again_and_again(address, KILLS) >= 3 * KILLS


@pytest.mark.slow
def test_two_processes_write_one_chain(tmp_path: Path) -> None:
    register = Register(str(tmp_path / "so.sqlite"))
    register.create()
    with writing(register.name, "clerk", 10) as one, writing(register.name, "approver", 10) as other:
        assert (one.wait(), other.wait()) == (0, 0)
    assert verified(register).entries == 60
    assert whole(register)


def test_threads_write_one_chain(tmp_path: Path) -> None:
    register = Register(str(tmp_path / "so.sqlite"))
    register.create()

    def add() -> None:
        for _ in range(5):
            with register.writing("clerk") as writer:
                writer.add(Stepped(procedure="p", step="a", on=date(2026, 5, 1)), project="DA-01")

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert verified(register).entries == 20


def test_a_full_disk_adds_nothing(book: ancu.Rulebook, tmp_path: Path) -> None:
    register = filled(book, tmp_path / "so.sqlite")
    before = verified(register).entries
    full = Register(register.name)

    @event.listens_for(full._engine, "connect")
    def limit(connection: object, _: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()  # type: ignore[attr-defined]
        connection.execute(f"PRAGMA max_page_count = {pages + 4}")  # type: ignore[attr-defined]

    def enter_many() -> None:
        with full.writing("clerk") as writer:
            for number in range(100):
                acts.enter(writer, application(book, f"MỚI-{number}"))

    with pytest.raises(OutputError) as error:
        enter_many()
    assert error.value.text("en") == (
        f"Cannot write to the register {full.name}: the disk is full (database or disk is full). Nothing of this was "
        "entered. Make room and try again."
    )
    again = Register.open(register.name)
    assert verified(again).entries == before
    with again.writing("clerk") as writer:  # with room, it goes on
        acts.enter(writer, application(book, "MỚI-0"))
    assert verified(again).entries == before + 1


@pytest.mark.slow
def test_a_backup_made_while_somebody_writes_is_one_state(book: ancu.Rulebook, tmp_path: Path) -> None:
    register = filled(book, tmp_path / "so.sqlite")
    before = verified(register).entries
    copies = [tmp_path / f"sao-{number}.sqlite" for number in range(3)]
    with writing(register.name, "clerk", 1_000_000) as process:
        assert process.stdout is not None
        process.stdout.readline()
        for copy in copies:
            with new_file(str(copy)) as target:
                copy_into(register, target)
        process.kill()
    for copy in copies:
        found = Register.open(str(copy))
        assert (verified(found).entries - before) % 3 == 0  # whole acts alone
        assert verified(found).people == 3
    assert sorted(path.name for path in tmp_path.iterdir() if "unfinished" in path.name) == []


def test_a_backup_goes_over_no_other_file(book: ancu.Rulebook, tmp_path: Path) -> None:
    register = filled(book, tmp_path / "so.sqlite")
    other = tmp_path / "khac.sqlite"
    other.write_bytes(b"giu nguyen")

    def copy() -> None:
        with new_file(str(other)) as target:
            copy_into(register, target)

    with pytest.raises(OutputError):
        copy()
    assert other.read_bytes() == b"giu nguyen"


def test_a_file_that_is_no_register_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "danh-sach.csv"
    path.write_text("a,b\n" * 400)
    with pytest.raises(OutputError) as error:
        Register(str(path)).create()
    assert error.value.text("en").startswith(
        f"“{path}” is no register, or the file is damaged (file is not a database)"
    )
    assert path.read_text() == "a,b\n" * 400


def test_only_its_owner_reads_the_file(book: ancu.Rulebook, tmp_path: Path) -> None:
    filled(book, tmp_path / "so.sqlite")
    assert {oct(file.stat().st_mode & 0o777) for file in tmp_path.iterdir()} == {"0o600"}
