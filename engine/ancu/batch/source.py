"""Cases as the engines for tables take them: one table of source, a row a case and a column a fact, NULL where unknown.

What a column holds is said in :mod:`ancu.inference.table_schema`; here it is made of records, or of values already
read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from ancu.batch.written import UNKNOWN
from ancu.decision.deciding import Record
from ancu.household.members import Household, people_of
from ancu.household.projection_columns import unknown_of
from ancu.household.tables import BORN_FIRST, BORN_LAST, PLACE
from ancu.inference.arrow_columns import in_full, one_piece
from ancu.inference.least import kind_in
from ancu.inference.table_schema import column_type, column_value
from ancu.rulebook.rulebook import Rulebook

#: How Arrow holds each type of a source table.
ARROW_TYPES = {"BIGINT": pa.int64(), "BOOLEAN": pa.bool_(), "DATE": pa.date32(), "VARCHAR": pa.string()}


def arrow_type(book: Rulebook, fact: str) -> pa.DataType:
    """How Arrow holds a fact's column."""
    return ARROW_TYPES[column_type(book, fact)]


def column_of(book: Rulebook, fact: str, values: Iterable[Any]) -> pa.Array[Any]:
    """Engine values of a fact as its column; None is unknown."""
    if kind_in(book, fact) in ("date", "list"):
        values = list(values)
        held = {value: column_value(book, fact, value) for value in {*values}}
        values = map(held.__getitem__, values)
    return pa.array(values, arrow_type(book, fact))


def coded_column(book: Rulebook, fact: str, values: Sequence[Any], codes: pa.Array[Any]) -> pa.Array[Any]:
    """The column of a fact whose rows hold each one of ``values``, by its place there; texts stand once."""
    column = column_of(book, fact, values)
    if not pa.types.is_string(column.type):
        return column.take(codes)
    if column.null_count:
        places = pc.if_else(column.is_valid(), pa.array(range(len(column)), pa.int32()), None)
        codes = places.take(codes)
    return pa.DictionaryArray.from_arrays(codes, column.fill_null(""))


def table_of(book: Rulebook, facts: Iterable[str], records: Sequence[Record], days: Sequence[date]) -> pa.Table:
    """``records``, each judged on its one of ``days``, as far as they state ``facts``."""
    told = [record.facts for record in records]
    stated = {fact for of_record in told for fact in of_record}
    arrays = {
        fact: column_of(book, fact, [of_record.get(fact) for of_record in told]) for fact in facts if fact in stated
    }
    return pa.table({"as_of": pa.array(days, pa.date32()), **arrays})


def members_table(book: Rulebook, households: Sequence[Household], key: str) -> pa.Table:
    """The members of ``households`` as the table that facts follow from; ``key``: the column of household numbers."""
    people = people_of(book)
    members = [member for household in households for member in household.members]
    of = [number for number, household in enumerate(households) for _ in household.members]
    columns: dict[str, pa.Array[Any]] = {key: pa.array(of, pa.int64())}
    columns[PLACE] = pa.array([member.place for member in members], pa.int64())
    told = {name for member in members for name in member.facts}
    for name in people.person.facts:
        if name in told:
            values = [member.facts.get(name) for member in members]
            columns[name] = column_of(people.person, name, values)
            if people.given[name].closed is not None:
                unknown = [value is None and name in m.facts for value, m in zip(values, members, strict=True)]
                columns[unknown_of(name)] = pa.array(unknown)
    if any(member.born is not None for member in members):
        for name, end in ((BORN_FIRST, 0), (BORN_LAST, 1)):
            days = [None if member.born is None else date.fromordinal(member.born[end]) for member in members]
            columns[name] = pa.array(days, pa.date32())
    return pa.table(columns)


def member_columns(
    book: Rulebook, columns: Mapping[str, tuple[Sequence[Any], pa.Array[Any]]]
) -> dict[str, pa.Array[Any]]:
    """Columns of the table that facts follow from: of each fact of a person the distinct values, and which each has.

    :data:`~ancu.batch.written.UNKNOWN` is told beside the fact. A day of birth may be the first and last of a year.
    """
    person, found = people_of(book).person, {}
    for name, (values, codes) in columns.items():
        spans = [value if isinstance(value, tuple) else None for value in values]
        single = [None if value is UNKNOWN or isinstance(value, tuple) else value for value in values]
        found[name] = coded_column(person, name, single, codes)
        if any(spans):
            for header, end in ((BORN_FIRST, 0), (BORN_LAST, 1)):
                found[header] = column_of(person, name, (span and span[end] for span in spans)).take(codes)
        if any(value is UNKNOWN for value in values):
            found[unknown_of(name)] = pa.array([value is UNKNOWN for value in values]).take(codes)
    return found


def with_all(book: Rulebook, facts: Iterable[str], table: pa.Table) -> pa.Table:
    """``table`` with its texts written out and a column for each of ``facts``, as SQL reads it."""
    columns = {name: in_full(one_piece(table.column(name))) for name in table.column_names}
    unknown = {fact: pa.nulls(len(table), arrow_type(book, fact)) for fact in facts if fact not in columns}
    return pa.table(columns | unknown)
