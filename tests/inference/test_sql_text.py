"""Pieces of SQL mean the same in every dialect, whatever stands in them."""

from __future__ import annotations

import duckdb
import pytest
import sqlglot

from ancu.inference.sql.text import Dialect, in_dialect, integer, joined, null, quoted, same, table_in, text

HARD = ("it's", "a\\'b", "\\", "“hồ sơ”", 'a "b" `c`')


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "spark"])
def test_texts_and_names_are_read_back(dialect: Dialect) -> None:
    for written in HARD:
        assert sqlglot.parse_one(in_dialect(text(written), dialect), dialect=dialect).name == written
        assert sqlglot.parse_one(table_in(written, dialect), dialect=dialect).name == written
    piece = joined("AND", [same(quoted("a b"), null("choice")), quoted("c")])
    read = sqlglot.parse_one(in_dialect(piece, dialect), dialect=dialect)
    assert {column.name for column in read.find_all(sqlglot.exp.Column)} == {"a b", "c"}


def test_in_a_database() -> None:
    for written in HARD:
        assert duckdb.sql(f"SELECT {in_dialect(text(written), 'duckdb')}").fetchall() == [(written,)]
    unknown = in_dialect(same(null("number"), null("number")), "duckdb")
    other = in_dialect(same(integer(-3), null("number")), "duckdb")
    assert duckdb.sql(f"SELECT {unknown}, {other}").fetchall() == [(True, False)]
