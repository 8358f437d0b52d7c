"""The two tables of a register, alike in SQLite and PostgreSQL: the chained entries, and the personal data apart.

What keeps them so (the triggers) stands in :mod:`.migrations`.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

#: ``body`` is the entry, ``link`` its hash; the other columns repeat what the body says, to be searched by.
entries = Table(
    "register_entries",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("application", Text),
    Column("project", Text),
    Column("concerns", Integer),
    Column("body", Text, nullable=False),
    Column("link", Text, nullable=False),
    Index("register_entries_application", "application"),
    Index("register_entries_project", "project"),
)

people = Table(
    "register_people",
    metadata,
    Column("ref", Text, primary_key=True),
    Column("application", Text, nullable=False),
    Column("case_id", Text, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("data", Text, nullable=False),
    Index("register_people_application", "application"),
    Index("register_people_case_id", "case_id"),
)
