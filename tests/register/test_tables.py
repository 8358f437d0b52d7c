"""The tables: made by migrations, all of a step or nothing, and just what the code reads and writes."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from ancu.errors import InputError, OutputError
from ancu.register import migrations
from ancu.register.store import VERSION, Register
from ancu.register.tables import metadata
from ancu.register.upgrade import upgrade
from tests.support.registers import database


def differences(register: Register) -> list[object]:
    with register._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": "register_version"})
        found: list[object] = compare_metadata(context, metadata)
        return found


def test_the_last_step_is_the_version_that_is_needed() -> None:
    scripts = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert scripts.get_current_head() == VERSION


def test_migrations_make_the_tables_of_the_code(tmp_path: Path) -> None:
    register = Register(str(tmp_path / "so.sqlite"))
    assert register.create()
    assert not register.create()  # nothing is left to do
    assert differences(register) == []


def test_migrations_make_the_tables_of_the_code_on_a_server(postgres: str) -> None:
    with database(postgres, "bang") as url:
        register = Register(url)
        assert register.create()
        assert differences(register) == []


def test_a_step_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    register = Register(str(tmp_path / "so.sqlite"))

    def fail(connection: Connection) -> None:
        upgrade(connection)
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("ancu.register.upgrade.upgrade", fail)
    with pytest.raises(OutputError):
        register.create()
    assert register.version() is None
    with pytest.raises(InputError):
        Register.open(register.name)


def test_a_register_of_another_version_is_not_touched(tmp_path: Path) -> None:
    register = Register(str(tmp_path / "so.sqlite"))
    register.create()
    with register._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE register_version SET version_num = '9999'")
    for use in (Register.open, lambda name: Register(name).create()):
        with pytest.raises(InputError) as error:
            use(register.name)
        assert "is of version 9999, newer than this software (0001). Upgrade the software." in error.value.text("en")
