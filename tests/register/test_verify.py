"""`verify` names the first entry that is broken, whatever was done to the tables."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import ancu
from ancu.chain import canonical, link_of
from ancu.errors import AncuError, InputError
from ancu.register import acts
from ancu.register.copying import copy_into
from ancu.register.store import Register
from ancu.register.verifying import ChainHead, Verified, head_on, read_head, verify
from tests.support.registers import application, filled

TRIGGERS = ("entries_follow", "entries_fixed", "entries_kept", "people_fixed", "people_kept")
Tamper = Callable[[sqlite3.Connection], object]


@pytest.fixture(scope="module")
def sound(book: ancu.Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register in which the personal data of one of four cases are erased."""
    path = tmp_path_factory.mktemp("so") / "so.sqlite"
    register = filled(book, path)
    with register.writing("clerk") as writer:
        acts.enter(writer, application(book, "HS-4"))
        acts.erase(writer, acts.find(writer, "HS-3"), "Yêu cầu", date(2026, 6, 1))
    register.scrub()
    return path


def tampered(sound: Path, folder: Path, tamper: Tamper) -> Register:
    """A copy of the register to which somebody who owns the file has done something."""
    path = folder / "so.sqlite"
    path.write_bytes(sound.read_bytes())
    with sqlite3.connect(path) as connection:
        for name in TRIGGERS:
            connection.execute(f"DROP TRIGGER register_{name}")
        tamper(connection)
    connection.close()
    return Register.open(str(path))


def verified(register: Register, *heads: ChainHead) -> Verified:
    with register.reading() as reader:
        return verify(reader, heads)


def body(connection: sqlite3.Connection, number: int) -> dict[str, object]:
    (text,) = connection.execute("SELECT body FROM register_entries WHERE number = ?", [number]).fetchone()
    found: dict[str, object] = json.loads(text)
    return found


def put(connection: sqlite3.Connection, number: int, value: dict[str, object], *, form: bytes | None = None) -> None:
    """Write an entry anew, with a hash and columns that match it."""
    written = form or canonical(value)
    said = json.loads(written)
    columns = [said["act"]["kind"], said.get("concerns"), written.decode(), link_of(written), number]
    connection.execute(
        "UPDATE register_entries SET kind = ?, concerns = ?, body = ?, link = ? WHERE number = ?", columns
    )


def sql(*statements: str) -> Tamper:
    return lambda connection: [connection.execute(statement) for statement in statements]


def rewritten(number: int, **fields: object) -> Tamper:
    return lambda connection: put(connection, number, {**body(connection, number), **fields})


def relinked(connection: sqlite3.Connection) -> None:
    """Entry 2 is changed, and every one after it written anew, so that the chain closes again."""
    before = ""
    for number in range(1, 8):
        value = {**body(connection, number), "before": before}
        if number == 2:
            value["by"] = "onlooker"
        put(connection, number, value)
        before = link_of(canonical(value))


TAMPERS: dict[str, tuple[Tamper, int, str]] = {
    "a word is changed": (
        sql("UPDATE register_entries SET body = replace(body, 'ineligible', 'eligible') WHERE number = 2"),
        2,
        "The content of entry 2 was changed: it does not match its hash.",
    ),
    "a word is changed, and the hash with it": (
        rewritten(2, by="onlooker"),
        3,
        "Entry 3 does not follow on entry 2: the one before was changed, or entries were put in, taken out or moved.",
    ),
    "an entry is no text": (
        sql("UPDATE register_entries SET body = x'7bff' WHERE number = 4"),
        4,
        "The content of entry 4 was changed: it does not match its hash.",
    ),
    "an entry is something else": (
        lambda c: c.execute("UPDATE register_entries SET body = '[]', link = ? WHERE number = 4", [link_of(b"[]")]),
        4,
        "Entry 4 is not in canonical form: something else wrote it, or it was changed.",
    ),
    "an entry is taken out": (
        sql("DELETE FROM register_entries WHERE number = 3"),
        3,
        "Entry 3 is gone from the register: entry 4 stands in its place.",
    ),
    "an entry is taken out, and the others moved up": (
        sql(
            "DELETE FROM register_entries WHERE number = 3",
            "UPDATE register_entries SET number = number - 1 WHERE number > 3",
        ),
        3,
        "Entry 3 does not follow on entry 2: the one before was changed, or entries were put in, taken out or moved.",
    ),
    "two entries change places": (
        sql(
            "UPDATE register_entries SET number = -1 WHERE number = 4",
            "UPDATE register_entries SET number = 4 WHERE number = 5",
            "UPDATE register_entries SET number = 5 WHERE number = -1",
        ),
        4,
        "Entry 4 does not follow on entry 3: the one before was changed, or entries were put in, taken out or moved.",
    ),
    "an entry is written in another form": (
        lambda c: put(c, 7, {}, form=json.dumps(body(c, 7), ensure_ascii=False).encode()),
        7,
        "Entry 7 is not in canonical form: something else wrote it, or it was changed.",
    ),
    "the row says something else than the entry": (
        sql("UPDATE register_entries SET kind = 'revoked' WHERE number = 4"),
        4,
        "The columns of entry 4 say otherwise than its content: the table was changed.",
    ),
    "somebody approves what they made": (
        rewritten(5, act={"kind": "approved", "why": None}, concerns=2, by="clerk"),
        5,
        "In entry 5, “clerk” approves what they made themselves.",
    ),
    "personal data are changed": (
        sql("UPDATE register_people SET data = replace(data, '12000000', '11000000') WHERE case_id = 'HS-1'"),
        1,
        "The personal data of entry 1 were changed: they do not match what binds them.",
    ),
    "the salt is changed": (
        sql("UPDATE register_people SET salt = randomblob(32) WHERE case_id = 'HS-2'"),
        2,
        "The personal data of entry 2 were changed: they do not match what binds them.",
    ),
    "personal data are deleted and no entry says so": (
        sql("DELETE FROM register_people WHERE case_id = 'HS-4'"),
        6,
        "The personal data of entry 6 are gone, and no entry says that they were erased.",
    ),
    "a case gets another's name": (
        sql("UPDATE register_people SET case_id = 'HS-9' WHERE case_id = 'HS-2'"),
        2,
        "The personal data of entry 2 were changed: they do not match what binds them.",
    ),
    "personal data come from nowhere": (
        sql("INSERT INTO register_people SELECT 'abc', application, case_id, salt, data FROM register_people LIMIT 1"),
        8,
        "There are personal data (abc…) that belong to no entry before 8.",
    ),
    "the last entry is about one that never was": (
        rewritten(7, act={"kind": "appealed", "on": "2026-05-01", "why": "x"}, concerns=99),
        7,
        "Entry 7 points to “99”, which is no older entry that it may be about.",
    ),
}


def test_an_untouched_register_is_sound(sound: Path, tmp_path: Path) -> None:
    found = verified(tampered(sound, tmp_path, lambda _: None))
    assert (found.sound, found.entries, found.people, found.erased) == (True, 7, 3, 1)


@pytest.mark.parametrize("name", TAMPERS)
def test_a_tamper_is_named(name: str, sound: Path, tmp_path: Path) -> None:
    tamper, number, said = TAMPERS[name]
    found = verified(tampered(sound, tmp_path, tamper))
    assert (found.number, found.text("en")) == (number, said)


def test_what_only_a_head_kept_elsewhere_shows(sound: Path, tmp_path: Path) -> None:
    register = Register.open(str(sound))
    with register.reading() as reader:
        last = reader.last()
        assert last is not None
        head = head_on(reader, last.read().day)
    assert head == read_head(str(head)) == ChainHead(7, last.link)

    anew = tampered(sound, tmp_path, relinked)
    assert verified(anew).sound  # by itself it cannot be told
    found = verified(Register.open(anew.name), head)
    assert (found.number, found.problem and found.problem.kind) == (7, "register_broken_head")

    cut = tampered(sound, tmp_path, sql("DELETE FROM register_entries WHERE number > 6"))
    found = verified(cut, head)
    assert (
        found.text("en")
        == "The register was cut: it ends at 6, while a head was kept at 7. Entry 7 is the first that is lost."
    )


def test_a_damaged_file_is_named_and_never_a_surprise(sound: Path, tmp_path: Path) -> None:
    whole, chance = sound.read_bytes(), random.Random(3)
    path, told = tmp_path / "so.sqlite", 0
    for _ in range(60):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        try:
            told += not verified(Register.open(str(path))).sound
        except AncuError:
            told += 1
    assert told > 20  # the others hit what nothing stands in


def test_a_broken_register_is_not_copied(sound: Path, tmp_path: Path) -> None:
    source = tampered(sound, tmp_path, TAMPERS["a word is changed"][0])
    target = Register(str(tmp_path / "moi.sqlite"))
    with pytest.raises(InputError) as error:
        copy_into(source, target)
    assert error.value.text("en").endswith("The content of entry 2 was changed: it does not match its hash.")
    with target.reading() as reader:
        assert reader.last() is None


def test_a_head_of_another_form_is_refused() -> None:
    with pytest.raises(InputError) as error:
        read_head("12-abc")
    assert error.value.text("en") == "“12-abc” is no head. A head is NUMBER:HASH, as ancu register head prints it."
