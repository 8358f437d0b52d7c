"""A register on its database: SQLite for one office, PostgreSQL for many. Entries are only ever added.

Who adds holds the register alone meanwhile, so that entries follow on each other whoever writes; what one act adds is
added whole or not at all.
"""

from __future__ import annotations

import getpass
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event, func, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from ancu import extras
from ancu.chain import BEGINNING, link_of
from ancu.errors import ExtraMissingError, InputError, OutputError, Problem, os_reason
from ancu.register.entries import Act, RegisterEntry, read_entry
from ancu.register.people import PersonalData
from ancu.register.tables import entries, people

#: The step of :mod:`.migrations` that this version needs.
VERSION = "0001"
#: Under what number all who add to a register on PostgreSQL wait for each other.
_LOCK = 0x414E4355
#: How long who adds waits for others on SQLite, in seconds.
_PATIENCE = 30
#: Entries that are read together.
_PAGE = 2_000


@dataclass(frozen=True)
class StoredEntry:
    """An entry as its row has it, whether or not it is sound."""

    number: int
    kind: str
    application: str | None
    project: str | None
    concerns: int | None
    body: bytes
    link: str

    def read(self) -> RegisterEntry:
        """The entry; :class:`AncuError` where it is none."""
        return read_entry(self.body)


class RegisterReader:
    """Reads one state of a register."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def stored(self, after: int = 0) -> Iterator[StoredEntry]:
        """All rows from the one ``after`` on, in order."""
        last = after
        while True:
            query = select(entries).where(entries.c.number > last).order_by(entries.c.number).limit(_PAGE)
            rows = self.connection.execute(query).all()
            yield from map(_stored, rows)
            if len(rows) < _PAGE:
                return
            last = rows[-1].number

    def entries(self) -> Iterator[RegisterEntry]:
        """All entries, in order."""
        return (row.read() for row in self.stored())

    def entries_of(self, application: str) -> list[RegisterEntry]:
        """The entries on an application, in order."""
        query = select(entries).where(entries.c.application == application).order_by(entries.c.number)
        return [_stored(row).read() for row in self.connection.execute(query)]

    def entry(self, number: int) -> RegisterEntry | None:
        """The entry with ``number``; None where there is none."""
        row = self.connection.execute(select(entries).where(entries.c.number == number)).first()
        return _stored(row).read() if row is not None else None

    def last(self) -> StoredEntry | None:
        """The last row; None in an empty register."""
        row = self.connection.execute(select(entries).order_by(entries.c.number.desc()).limit(1)).first()
        return _stored(row) if row is not None else None

    def applications(self, case: str) -> list[str]:
        """The keys of the applications whose case is called ``case``, the first entered first."""
        query = (
            select(people.c.application, func.min(entries.c.number))
            .join(entries, entries.c.application == people.c.application)
            .where(people.c.case_id == case)
            .group_by(people.c.application)
            .order_by(func.min(entries.c.number))
        )
        return [row[0] for row in self.connection.execute(query)]

    def cases(self) -> dict[str, str]:
        """What the case of each application is called, by key; erased ones are not here."""
        return {
            row.application: row.case_id
            for row in self.connection.execute(select(people.c.application, people.c.case_id))
        }

    def personal(self, ref: str) -> PersonalData | None:
        """The personal data kept under ``ref``; None where they are erased."""
        row = self.connection.execute(select(people).where(people.c.ref == ref)).first()
        return _personal(row) if row is not None else None

    def damage(self) -> str | None:
        """What the database itself finds wrong with its file; None for nothing, and on a server."""
        if self.connection.dialect.name != "sqlite":
            return None
        found = str(self.connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar())
        return None if found == "ok" else found

    def all_personal(self) -> Iterator[PersonalData]:
        """All personal data, in order of their keys."""
        last = ""
        while True:
            query = select(people).where(people.c.ref > last).order_by(people.c.ref).limit(_PAGE)
            rows = self.connection.execute(query).all()
            yield from map(_personal, rows)
            if len(rows) < _PAGE:
                return
            last = rows[-1].ref


class RegisterWriter(RegisterReader):
    """Adds to a register that it holds alone."""

    def __init__(self, connection: Connection, by: str, account: str) -> None:
        super().__init__(connection)
        self.by, self.account = by, account
        last = self.last()
        self._number, self._before = (last.number, last.link) if last is not None else (0, BEGINNING)

    def add(
        self, act: Act, application: str | None = None, project: str | None = None, concerns: int | None = None
    ) -> RegisterEntry:
        """Add an entry at the end."""
        entry = RegisterEntry(
            number=self._number + 1,
            before=self._before,
            at=_now(),
            by=self.by,
            account=self.account,
            application=application,
            project=project,
            concerns=concerns,
            act=act,
        )
        self.put([stored_as(entry)])
        return entry

    def put(self, rows: Iterable[StoredEntry]) -> None:
        """Add rows as they stand, which follow on the last one."""
        for row in rows:
            values = {**vars(row), "body": row.body.decode()}
            self.connection.execute(entries.insert(), values)
            self._number, self._before = row.number, row.link

    def keep(self, data: PersonalData) -> None:
        """Keep personal data."""
        self.connection.execute(
            people.insert(),
            {
                "ref": data.ref,
                "application": data.application,
                "case_id": data.case,
                "salt": data.salt,
                "data": data.data.decode(),
            },
        )

    def refs_of(self, application: str) -> list[str]:
        """The keys of the personal data of an application."""
        query = select(people.c.ref).where(people.c.application == application).order_by(people.c.ref)
        return list(self.connection.scalars(query))

    def forget(self, application: str) -> None:
        """Delete the personal data of an application; the database asks for an entry that says so."""
        self.connection.execute(people.delete().where(people.c.application == application))


def _now() -> datetime:
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def stored_as(entry: RegisterEntry) -> StoredEntry:
    """The row of an entry."""
    body = entry.as_bytes()
    return StoredEntry(
        entry.number, entry.act.kind, entry.application, entry.project, entry.concerns, body, link_of(body)
    )


def _stored(row: Any) -> StoredEntry:
    return StoredEntry(row.number, row.kind, row.application, row.project, row.concerns, _bytes(row.body), row.link)


def _bytes(found: Any) -> bytes:
    """What a column holds, as it stands, whatever somebody has put there."""
    return found.encode(errors="surrogateescape") if isinstance(found, str) else bytes(found)


def _personal(row: Any) -> PersonalData:
    return PersonalData(row.ref, row.application, row.case_id, _bytes(row.salt), _bytes(row.data))


class Register:
    """A register at an address: the path of a file, or a ``postgresql://`` URL."""

    def __init__(self, address: str) -> None:
        """Raises :class:`InputError` for an address of another form."""
        self.url = _url_of(address)
        #: The address as messages name it, without a password.
        self.name = self.url.database or "" if self.of_file else self.url.render_as_string(hide_password=True)
        # No connection outlives what it is opened for: a command ends soon, and a file is then whole by itself.
        more: dict[str, Any] = {"connect_args": {"timeout": _PATIENCE}} if self.of_file else {}
        self._engine: Engine = create_engine(self.url, poolclass=NullPool, **more)
        if self.of_file:
            event.listen(self._engine, "connect", _settle)
            event.listen(self._engine, "begin", _begin)

    @property
    def of_file(self) -> bool:
        """Whether it is a file."""
        return self.url.get_backend_name() == "sqlite"

    @classmethod
    def open(cls, address: str) -> Self:
        """A register that is there and of this version. Raises :class:`InputError`."""
        register = cls(address)
        if register.of_file and not Path(register.name).is_file():
            raise InputError(Problem("register_missing", {"path": register.name}))
        found = register.version()
        if found is None:
            raise InputError(Problem("register_none", {"path": register.name}))
        if found != VERSION:
            kind = "register_older" if found < VERSION else "register_newer"
            raise InputError(Problem(kind, {"path": register.name, "found": found, "needed": VERSION}))
        return register

    def as_login(self, name: str) -> Register:
        """The same register, on a server under the login ``name``: who acts there is who is logged in."""
        if self.of_file or self.url.username == name:
            return self
        return Register(self.url.set(username=name, password=None).render_as_string(hide_password=False))

    def exists(self) -> bool:
        """Whether something stands at its path, whatever it is; only of a file."""
        return os.path.lexists(self.name)

    def version(self) -> str | None:
        """The version of its tables; None where there are none."""
        with self._told(), self._engine.connect() as connection:
            if not self._engine.dialect.has_table(connection, "register_version"):
                return None
            found: str | None = connection.scalar(text("SELECT version_num FROM register_version"))
            return found

    def create(self) -> bool:
        """Make the tables, or bring them up to this version; whether anything was to be done.

        Raises :class:`OutputError`; a file that is no register is left as it is.
        """
        from ancu.register.upgrade import upgrade

        if self.of_file and not os.path.lexists(self.name):
            with self._told():
                # Whoever may read it reads personal data.
                os.close(os.open(self.name, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        found = self.version()
        if found is not None and found > VERSION:
            raise InputError(Problem("register_newer", {"path": self.name, "found": found, "needed": VERSION}))
        writes = self._engine.connect().execution_options(ancu_writes=True)
        with self._told(), writes as connection, connection.begin():
            upgrade(connection)
        return found != VERSION

    @contextmanager
    def reading(self) -> Iterator[RegisterReader]:
        """One state of the register, whatever is added meanwhile."""
        options: Mapping[str, Any] = {} if self.of_file else {"isolation_level": "REPEATABLE READ"}
        with self._told(), self._engine.connect().execution_options(**options) as connection, connection.begin():
            yield RegisterReader(connection)

    @contextmanager
    def writing(self, by: str | None = None) -> Iterator[RegisterWriter]:
        """Hold the register alone and add to it; what was added is there at the end, or nothing of it.

        ``by`` is who acts: on a file the account itself unless somebody is named; a server knows who is logged in.
        Raises :class:`InputError` where another is named there, and :class:`OutputError` where nothing can be added.
        """
        with self._told(), self._engine.connect().execution_options(ancu_writes=True) as connection, connection.begin():
            if self.of_file:
                account = _account(by)
            else:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                account = str(connection.scalar(text("SELECT session_user")))
                if by is not None and by != account:
                    raise InputError(Problem("register_by_login", {"by": by, "account": account}))
            yield RegisterWriter(connection, by or account, account)

    def scrub(self) -> None:
        """Leave nothing of deleted data in the file or beside it."""
        if self.of_file:
            with self._told(), self._engine.connect() as connection:
                raw = connection.connection.driver_connection
                assert raw is not None
                connection.commit()
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What the database or the system refuses, as an error of ours."""
        try:
            yield
        except DBAPIError as error:
            raise self._failure(error) from error
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # before SQLAlchemy sees it: a damaged file
            raise OutputError(Problem("register_not_one", {"path": self.name, "reason": str(error)})) from error
        except SQLAlchemyError as error:
            raise OutputError(Problem("register_refused", {"path": self.name, "reason": str(error)})) from error
        except OSError as error:
            raise OutputError(Problem("file_unwritable", {"path": self.name, "reason": os_reason(error)})) from error

    def _failure(self, error: DBAPIError) -> OutputError:
        said = str(error.orig).strip().split("\n")[0]
        state = getattr(error.orig, "sqlstate", None)
        for key, words in _REASONS.items():
            if state in words or any(word in said for word in words if len(word) > 5):
                return OutputError(Problem(key, {"path": self.name, "reason": said}))
        kind = "register_unreachable" if isinstance(error, OperationalError) else "register_refused"
        return OutputError(Problem(kind, {"path": self.name, "reason": said}))


def _account(by: str | None) -> str:
    """The account of the system; where it has no name (in a container, say), whoever acts by name.

    Raises :class:`InputError` where nobody is named either.
    """
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError) as error:
        if by is None:
            raise InputError(Problem("register_no_account", {})) from error
        return by


#: What databases say where we know better words, by state or text.
_REASONS: Mapping[str, tuple[str, ...]] = {
    "register_full": ("database or disk is full", "53100", "disk I/O error"),
    "register_busy": ("database is locked", "55P03"),
    "register_denied": ("42501", "attempt to write a readonly database"),
    "register_not_one": ("file is not a database", "malformed"),
}


def _url_of(address: str) -> URL:
    if "://" not in address:
        return URL.create("sqlite", database=address)
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise InputError(Problem("register_address", {})) from error
    if url.get_backend_name() not in ("postgresql", "sqlite"):
        raise InputError(Problem("register_address", {}))
    if url.get_backend_name() == "postgresql":
        if not extras.postgres():
            raise ExtraMissingError(Problem("register_needs_extra", {}))
        return url.set(drivername="postgresql+psycopg")
    return url


def _settle(connection: Any, _: object) -> None:
    """A connection to a file: transactions begin where we say, what is committed is on the disk, deleted data go."""
    connection.isolation_level = None
    # What somebody has put there that is no text is to be read, and named as what it is.
    connection.text_factory = lambda found: found.decode(errors="surrogateescape")
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("ancu_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
