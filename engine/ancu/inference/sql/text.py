"""SQL in small pieces of text, put together as they stand; nothing is parsed and nothing is copied.

What the dialects write each in its own way stands as a mark until :func:`in_dialect` writes it, so that a piece is the
same for all of them. Who puts pieces together puts the brackets.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NewType

Dialect = Literal["duckdb", "postgres", "spark"]
#: A piece of SQL, with marks.
Sql = NewType("Sql", str)

#: What stands about a name; the type of texts; a quotation mark and a backslash within a text; what stands about a
#: number of 64 bits, and about one of 32; what stands between bits that may also be set one after the other.
_NAME, _TEXT, _QUOTE, _ESCAPE, _LONG, _AS_LONG, _INT, _AS_INT, _UNITED = map(chr, (*range(1, 9), 14))
_CAST = {_LONG: "CAST(", _AS_LONG: " AS BIGINT)", _INT: "CAST(", _AS_INT: " AS INT)", _UNITED: " | "}
_WRITTEN: dict[Dialect, dict[str, str]] = {
    "duckdb": {_NAME: '"', _TEXT: "TEXT", _QUOTE: "''", _ESCAPE: "\\", **_CAST},
    "postgres": {_NAME: '"', _TEXT: "VARCHAR", _QUOTE: "''", _ESCAPE: "\\", **_CAST},
    "spark": {
        _NAME: "`",
        _TEXT: "STRING",
        _QUOTE: "\\'",
        _ESCAPE: "\\\\",
        _LONG: "",
        _AS_LONG: "L",
        _INT: "",
        _AS_INT: "",
        _UNITED: " | ",
    },
}
_TYPES = {"number": "BIGINT", "date": "BIGINT", "yes_no": "BOOLEAN"}

NULL, TRUE, FALSE = Sql("NULL"), Sql("TRUE"), Sql("FALSE")


def in_dialect(sql: Sql, dialect: Dialect) -> str:
    """A piece as ``dialect`` writes it."""
    written: str = sql
    for mark, here in _WRITTEN[dialect].items():
        written = written.replace(mark, here)
    return written


def table_in(name: str, dialect: Dialect) -> str:
    """The name of a table, whatever stands in it."""
    mark = _WRITTEN[dialect][_NAME]
    return f"{mark}{name.replace(mark, mark * 2)}{mark}"


def quoted(name: str) -> Sql:
    """The column called ``name``."""
    return Sql(f"{_NAME}{name}{_NAME}")


def text(value: str) -> Sql:
    """A text as it is written in a statement."""
    return Sql("'" + value.replace("\\", _ESCAPE).replace("'", _QUOTE) + "'")


def number(value: int) -> Sql:
    """A number of the type that the database gives it."""
    return Sql(f"{value}")


def integer(value: int) -> Sql:
    return Sql(f"{_LONG}{value}{_AS_LONG}")


def integer32(value: int) -> Sql:
    return Sql(f"{_INT}{value}{_AS_INT}")


def cast(value: Sql, kind: str) -> Sql:
    return Sql(f"CAST({value} AS {_TEXT if kind == 'VARCHAR' else kind})")


def null(kind: str) -> Sql:
    """Unknown, as a value of ``kind``."""
    return cast(NULL, _TYPES.get(kind, "VARCHAR"))


def paren(value: Sql) -> Sql:
    return Sql(f"({value})")


def binary(left: Sql, operator: str, right: Sql) -> Sql:
    """Two pieces with an operator between; what binds less tightly must stand in brackets."""
    return Sql(f"{left} {operator} {right}")


def same(left: Sql, right: Sql) -> Sql:
    """Whether two values are equal, for which unknown is a value like others."""
    # In brackets: NOT binds less tightly than this does.
    return binary(paren(left), "IS NOT DISTINCT FROM", paren(right))


def not_(value: Sql) -> Sql:
    """The opposite of what is no bare conjunction or disjunction."""
    return Sql(f"NOT {value}")


def is_null(value: Sql) -> Sql:
    return Sql(f"{value} IS NULL")


def joined(connective: Literal["AND", "OR"], parts: Iterable[Sql]) -> Sql:
    """All of ``parts``, or any of them: each in brackets, and the whole."""
    return Sql("(" + f" {connective} ".join(f"({part})" for part in parts) + ")")


def when(*branches: tuple[Sql, Sql], otherwise: Sql) -> Sql:
    cases = " ".join(f"WHEN {condition} THEN {value}" for condition, value in branches)
    return Sql(f"CASE {cases} ELSE {otherwise} END")


def united(bits: Iterable[Sql]) -> Sql:
    """Numbers with different bits set, as one; :func:`apart` gives them again."""
    return Sql(_UNITED.join(bits))


def apart(value: Sql) -> list[Sql]:
    return [Sql(part) for part in value.split(_UNITED)]


def called(function: str, *values: Sql) -> Sql:
    """What a function gives, or what is written like one."""
    return Sql(f"{function}({', '.join(values)})")


def one_of(value: Sql, values: Iterable[Sql]) -> Sql:
    return Sql(f"{value} IN ({', '.join(values)})")
