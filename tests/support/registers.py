"""Made-up applications, and registers with some of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import ancu
from ancu.decision.deciding import Record
from ancu.register import acts
from ancu.register.acts import NewApplication, new_application
from ancu.register.store import Register
from tests.conftest import WORKER

#: The roles of an office's server, which its administrator makes before the register.
ROLES = ("ancu_reader", "ancu_clerk", "ancu_approver", "ancu_keeper")
PROGRAMME = "social_housing_purchase"
DAY = date(2026, 4, 15)


def decided(book: ancu.Rulebook, case: str, income: str | None = "12 triệu") -> tuple[Record, ancu.Decision]:
    """The record of a made-up worker, and the decision on :data:`DAY`."""
    record = ancu.read_record(book, {**WORKER, **({"net_income": income} if income is not None else {}), "case": case})
    return record, ancu.decide(book, record, PROGRAMME, DAY, "direct")


def application(
    book: ancu.Rulebook, case: str, income: str | None = "12 triệu", project: str = "DA-01"
) -> NewApplication:
    """The application of that worker."""
    record, decision = decided(book, case, income)
    kept = {"Họ và tên": f"Bà {case}"}
    return new_application(case, PROGRAMME, date(2026, 3, 2), record, decision, project, kept=kept)


def filled(book: ancu.Rulebook, address: str | Path) -> Register:
    """A register in which a clerk has entered three cases and another has approved two: one granted, one not."""
    register = Register(str(address))
    register.create()
    with register.writing("clerk") as writer:
        for case, income in (("HS-1", "12 triệu"), ("HS-2", "80 triệu"), ("HS-3", None)):
            acts.enter(writer, application(book, case, income))
    with register.writing("approver") as writer:
        for number in (1, 2):
            acts.approve(writer, number)
    return register


@contextmanager
def database(address: str, name: str) -> Iterator[str]:
    """A database of its own on the server at ``address``; yields its URL."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        info = connection.info
        try:
            yield f"postgresql://{info.user}@{info.host}:{info.port}/{name}"
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def officers(address: str, staff: Mapping[str, str]) -> Iterator[None]:
    """The roles of an office on the server at ``address``, and a login for each of ``staff`` in the role named."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        for role in ROLES:
            connection.execute(f"CREATE ROLE {role}")
        for person, role in staff.items():
            connection.execute(f'CREATE ROLE "{person}" LOGIN IN ROLE {role}')
        try:
            yield
        finally:
            names = ", ".join(f'"{name}"' for name in (*staff, *ROLES))
            connection.execute(f"DROP ROLE {names}")
