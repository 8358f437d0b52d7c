"""Tables for a method each: short, and none of the columns of the one below read only once."""

from __future__ import annotations

import pytest

from ancu.inference.sql import methods
from ancu.inference.sql.methods import are_short, in_a_method, in_short_tables
from ancu.inference.sql.text import Sql, in_dialect, integer, quoted, united


def written(layers: list[dict[str, Sql]]) -> list[dict[str, str]]:
    return [{name: in_dialect(sql, "spark") for name, sql in layer.items()} for layer in layers]


def test_bits_of_a_long_table_are_set_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(methods, "_LONGEST", 4)
    facts = {"w": united([Sql("a b"), Sql("c d"), Sql("e f")]), "x": Sql("g h")}
    nodes = {"w": united([quoted("w"), Sql("i j"), Sql("k l m")])}
    assert written(in_short_tables([facts, nodes])) == [
        {"w": "a b | c d"},
        {"w": "`w` | e f", "x": "g h"},
        {"w": "`w` | i j"},
        {"w": "`w` | k l m"},
    ]
    assert are_short([facts, nodes])
    assert not are_short([{"x": Sql("a b c d e")}])


def test_what_is_read_once_is_read_twice() -> None:
    value = in_dialect(Sql(f"{quoted('a')} + {quoted('b')} * {quoted('b')} + {integer(1)}"), "spark")
    assert in_a_method([f"{value} AS `x`", "`a`", "`b`", "`k`"]) == (
        "`a` + `b` * `b` + 1L AS `x`",
        "`a`",
        "`b`",
        "COALESCE(`k`, `k`) AS `k`",
    )
    assert in_a_method([f"{value} AS `a`"]) == ("COALESCE(`a`, `a`) + `b` * `b` + 1L AS `a`",)
