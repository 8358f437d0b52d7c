"""Tables that are short enough for Spark to compute each in a method that Java compiles.

Spark writes one method for all tables of a statement, so that no row is copied between them, and calls another for a
table of which every column is read twice or more; else it puts the table into the method of the one below. Java
interprets a method of more than 8,000 bytes for each row, which takes ten times as long as to copy rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from ancu.inference.sql.text import Sql, apart, quoted, united

#: How many words stand in a table at most: some twelve bytes come of each.
_LONGEST = 600
_NAME = re.compile('[`"]([^`"]+)[`"]')


def are_short(layers: Iterable[Mapping[str, Sql]]) -> bool:
    """Whether no column of ``layers`` is by itself too long for a method."""
    return all(_words(part) <= _LONGEST for layer in layers for value in layer.values() for part in apart(value))


def in_short_tables(layers: Iterable[Mapping[str, Sql]]) -> list[dict[str, Sql]]:
    """``layers`` in tables of at most so many words.

    Columns of a layer do not read what others of it add: bits are set one after the other as well as at once.
    """
    tables: list[dict[str, Sql]] = []
    begun: set[str] = set()
    for layer in layers:
        tables.append({})
        words = 0
        for name, value in layer.items():
            for part in apart(value):
                if tables[-1] and words + _words(part) > _LONGEST:
                    tables.append({})
                    words = 0
                words += _words(part)
                before = tables[-1].get(name, quoted(name) if name in begun else None)
                begun.add(name)
                tables[-1][name] = part if before in (None, part) else united((before, part))
    return tables


def in_a_method(columns: Iterable[str]) -> tuple[str, ...]:
    """The columns of a table, each column of the table below read twice or more."""
    halves = [column.rpartition(" AS ") for column in columns]
    read = Counter(name for sql, _, whole in halves for name in _NAME.findall(sql or whole))

    def twice(name: re.Match[str]) -> str:
        return f"COALESCE({name[0]}, {name[0]})" if read[name[1]] == 1 else name[0]

    return tuple(
        f"{_NAME.sub(twice, sql or name)} AS {name}" if sql or read[name[1:-1]] == 1 else name
        for sql, _, name in halves
    )


def _words(value: Sql) -> int:
    return value.count(" ") + 1
