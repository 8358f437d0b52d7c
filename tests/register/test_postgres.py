"""A register on a real PostgreSQL server: the same bytes, and the roles of an office."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

import ancu
from ancu.errors import AncuError, InputError, OutputError
from ancu.register import acts, people, store
from ancu.register.copying import copy_into
from ancu.register.exporting import exported_entries
from ancu.register.store import Register
from ancu.register.verifying import verify
from tests.register.test_faults import KILLS, kill_again_and_again, whole, writing
from tests.support.registers import application, database, filled, officers

#: Who logs in, and what they are.
STAFF = {"clerk": "ancu_clerk", "approver": "ancu_approver", "onlooker": "ancu_reader", "keeper": "ancu_keeper"}


@pytest.fixture
def url(postgres: str) -> Iterator[str]:
    with database(postgres, "so_dang_ky") as address:
        yield address


@pytest.fixture(scope="module")
def office(postgres: str) -> Iterator[str]:
    """A database of an office whose administrator has made the roles before the register."""
    with officers(postgres, STAFF), database(postgres, "van_phong") as address:
        Register(address).create()
        yield address


def exported(register: Register) -> bytes:
    with register.reading() as reader:
        assert verify(reader).sound
        return b"".join(exported_entries(reader))


def as_person(office: str, person: str) -> Register:
    return Register.open(office.replace("//ancu@", f"//{person}@"))


def test_the_same_acts_export_the_same_bytes(
    url: str, book: ancu.Rulebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []
    for address in (str(tmp_path / "so.sqlite"), url):
        seconds, keys = itertools.count(), itertools.count(1)
        monkeypatch.setattr(
            store, "_now", lambda c=seconds: datetime(2026, 5, 1, tzinfo=UTC) + timedelta(seconds=next(c))
        )
        monkeypatch.setattr(store.getpass, "getuser", lambda: "ancu")
        monkeypatch.setattr(people.secrets, "token_hex", lambda _, c=keys: f"{next(c):032x}")
        monkeypatch.setattr(people.secrets, "token_bytes", lambda size: b"s" * size)
        register = Register(address)
        register.create()
        with register.writing() as writer:
            for case in ("HS-1", "Hồ sơ\t“2”"):
                acts.enter(writer, application(book, case))
            acts.erase(writer, acts.find(writer, "HS-1"), "Yêu cầu", date(2026, 5, 1))
        written.append(exported(register))
    assert written[0] == written[1]
    assert written[0].count(b"\n") == 3


def test_a_register_moves_between_databases_with_the_same_bytes(url: str, book: ancu.Rulebook, tmp_path: Path) -> None:
    file, server = filled(book, tmp_path / "so.sqlite"), Register(url)
    copy_into(file, server)
    back = Register(str(tmp_path / "ve.sqlite"))
    copy_into(server, back)
    assert exported(file) == exported(server) == exported(back)
    with pytest.raises(InputError) as error:
        copy_into(file, server)
    assert error.value.text("en").endswith("holds entries. Restore into an empty one.")
    with server.writing() as writer:  # and it goes on
        acts.enter(writer, application(book, "HS-9"))
    assert exported(server).startswith(exported(file))


@pytest.mark.slow
def test_two_processes_write_one_chain(url: str) -> None:
    register = Register(url)
    register.create()
    with writing(url, "ancu", 5) as one, writing(url, "ancu", 5) as other:
        assert (one.wait(), other.wait()) == (0, 0)
    assert exported(register).count(b"\n") == 30
    assert whole(register)


@pytest.mark.slow
def test_a_killed_writer_loses_nothing_and_leaves_nothing_half(url: str) -> None:
    Register(url).create()
    assert kill_again_and_again(url, KILLS, by="ancu") >= 3 * KILLS


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE register_entries SET kind = 'x'",
        "DELETE FROM register_entries",
        "TRUNCATE register_entries",
        "UPDATE register_people SET case_id = 'x'",
        "DELETE FROM register_people",
        "INSERT INTO register_entries SELECT 9, kind, NULL, NULL, NULL, body, link FROM register_entries LIMIT 1",
    ],
)
def test_the_database_itself_refuses_what_is_no_new_entry(statement: str, url: str, book: ancu.Rulebook) -> None:
    register = Register(url)
    register.create()
    with register.writing() as writer:
        acts.enter(writer, application(book, "HS-1"))
    before = exported(register)
    with psycopg.connect(url) as connection, pytest.raises(psycopg.errors.RaiseException):
        connection.execute(statement)
    assert exported(register) == before


def test_each_role_does_what_is_its_own(office: str, book: ancu.Rulebook) -> None:
    clerk, approver, onlooker, keeper = (as_person(office, person) for person in STAFF)
    with clerk.writing() as writer:
        entry = acts.enter(writer, application(book, "HS-1"))
    assert (entry.by, entry.account) == ("clerk", "clerk")
    assert refused(clerk, lambda writer: acts.enter(writer, application(book, "HS-2")), by="approver").startswith(
        "On a server, who acts is who is logged in, “clerk”, not “approver”."
    )
    assert "only a member of ancu_approver approves" in refused(
        keeper, lambda writer: acts.approve(writer, entry.number)
    )
    with approver.writing() as writer:
        acts.approve(writer, entry.number)
    with onlooker.reading() as reader:
        assert [row.number for row in reader.stored()] == [1, 2]
    said = refused(onlooker, lambda writer: acts.revoke(writer, acts.find(writer, "HS-1"), "x"))
    assert said.startswith("This account may not do that on the register postgresql+psycopg://onlooker@")
    with approver.reading() as reader:
        assert reader.applications("HS-1")  # a case is found by its id
    assert "may not do that" in refused(approver, lambda writer: acts.personal_of(writer, acts.find(writer, "HS-1")))
    assert "may not do that" in refused(clerk, lambda w: acts.erase(w, acts.find(w, "HS-1"), "x", date(2026, 5, 1)))
    with keeper.writing() as writer:
        acts.erase(writer, acts.find(writer, "HS-1"), "Người nộp đơn yêu cầu", date(2026, 5, 1))
    assert exported(Register.open(office)).count(b"\n") == 3


def refused(register: Register, act: object, by: str | None = None) -> str:
    with pytest.raises(AncuError) as error, register.writing(by) as writer:
        act(writer)  # type: ignore[operator]
    return error.value.text("en")


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    with pytest.raises(OutputError) as error:
        Register.open("postgresql://clerk:bi-mat@127.0.0.1:1/so")
    said = error.value.text("en")
    assert said.startswith("Cannot open the register postgresql+psycopg://clerk:***@127.0.0.1:1/so: ")
    assert "bi-mat" not in said


def test_what_the_owner_of_the_tables_changes_is_found(url: str, book: ancu.Rulebook) -> None:
    register = Register(url)
    register.create()
    with register.writing() as writer:
        for case, income in (("HS-1", "12 triệu"), ("HS-2", "80 triệu"), ("HS-3", None)):
            acts.enter(writer, application(book, case, income))
    with psycopg.connect(url) as connection:
        connection.execute("ALTER TABLE register_entries DISABLE TRIGGER ALL")
        connection.execute(
            "UPDATE register_entries SET body = replace(body, 'ineligible', 'eligible') WHERE number = 2"
        )
    with register.reading() as reader:
        assert verify(reader).number == 2


def test_who_is_signed_in_acts_under_a_login_of_his_own(office: str, book: ancu.Rulebook) -> None:
    service = as_person(office, "clerk")
    assert service.as_login("clerk") is service
    with service.as_login("clerk").writing("clerk") as writer:
        number = acts.enter(writer, application(book, "HS-90")).number
    with pytest.raises(OutputError), service.as_login("clerk").writing("clerk") as writer:
        writer.add(acts.Approved(), None, None, number)
    with service.as_login("approver").writing("approver") as writer:
        entry = acts.approve(writer, number)
    assert (entry.by, entry.account) == ("approver", "approver")
    with pytest.raises(OutputError), service.as_login("nobody").writing("nobody"):
        pass
