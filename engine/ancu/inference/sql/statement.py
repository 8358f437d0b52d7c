"""The third engine: programmes compiled to one SQL statement that judges a whole table of records.

Nodes stand in layers of derived tables, each reading the one below, since engines copy what an alias stands for.
Numbers are integers, as everywhere. :mod:`ancu.inference.table_schema` says what the source table holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ancu.inference.sql.compiler import Compiler, Layer
from ancu.inference.sql.methods import in_a_method
from ancu.inference.sql.text import Dialect, table_in
from ancu.inference.sql.trees import Trees
from ancu.inference.table_schema import Part
from ancu.rulebook.rulebook import Rulebook


@dataclass(frozen=True)
class Statement:
    """Programmes compiled for a dialect: ``sql`` yields a row for every row of the source, in any order.

    For one programme its columns are the kept ones, ``status``, ``why``, ``provisional`` and ``reason``, a number that
    stands for the outcome and the reported conditions that carry it (:func:`reason_of`). For several, each has
    ``ID.verdict`` (a place in :data:`VERDICTS`), ``ID.provisional`` and ``ID.reason``, and ``epoch`` says which law was
    applied; with detail also what :class:`~ancu.inference.table_schema.Part` describes. ``values`` are the columns of
    the quantities that texts quote, by name. ``steps`` are the columns of its derived tables, to be selected one table
    from the other, the first from the source. ``in_methods``: Spark computes each in a method that Java compiles.
    """

    parts: tuple[Part, ...]
    dialect: Dialect
    sql: str
    facts: tuple[str, ...]
    values: Mapping[str, str] = field(default_factory=dict)
    steps: tuple[tuple[str, ...], ...] = ()
    in_methods: bool = False

    @property
    def programme(self) -> str:
        """The programme of a statement for one."""
        return self.parts[0].programme


def compile_programme(
    book: Rulebook,
    programme: str,
    dialect: Dialect = "duckdb",
    source: str = "cases",
    keep: Iterable[str] = ("case_id", "as_of"),
) -> Statement:
    """The statement that judges every row of ``source`` under ``programme``, and passes its columns ``keep`` on."""
    name = book.programme(programme).programme
    trees = Trees(book, [name], None, detail=False, single=True)
    compiler = Compiler(trees, dialect, detail=False)
    parts, result = compiler.result_of_one(tuple(keep))
    return _statement(compiler, trees, dialect, source, keep, parts, result)


def compile_programmes(
    book: Rulebook,
    programmes: Iterable[str],
    days: tuple[date, date],
    *,
    detail: bool,
    dialect: Dialect = "duckdb",
    source: str = "cases",
    keep: Iterable[str] = (),
    people: bool = False,
    kinds: bool = False,
) -> Statement:
    """One statement for several programmes, for records whose as-of dates lie within ``days``, both included.

    ``detail`` adds ``epoch``, the row's epoch, and the columns on which the texts of a decision depend. ``people``: the
    facts of the records follow from the members of households. ``kinds`` adds numbers that are the same for records on
    which every condition came out alike.
    """
    trees = Trees(book, list(programmes), days, detail=detail, single=False, people=people, kinds=kinds)
    compiler = Compiler(trees, dialect, detail=detail)
    parts, result, values = compiler.result_of_many(tuple(keep))
    return _statement(compiler, trees, dialect, source, keep, parts, result, values)


def _statement(
    compiler: Compiler,
    trees: Trees,
    dialect: Dialect,
    source: str,
    keep: Iterable[str],
    parts: Iterable[Part],
    result: Layer,
    values: Mapping[str, str] | None = None,
) -> Statement:
    steps = in_steps([*compiler.layers(tuple(keep)), result], dialect)
    if compiler.in_methods:
        steps = (steps[0], *map(in_a_method, steps[1:]))
    sql = nested(table_in(source, dialect), steps, dialect)
    return Statement(tuple(parts), dialect, sql, tuple(trees.facts), values or {}, steps, compiler.in_methods)


def in_steps(layers: list[Layer], dialect: Dialect) -> tuple[tuple[str, ...], ...]:
    """The columns of each layer, taken from the one before; none that nothing above it reads."""
    mark = "`" if dialect == "spark" else '"'
    reference = re.compile(f"{mark}([^{mark}]+){mark}")
    steps: list[tuple[str, ...]] = []
    wanted = dict.fromkeys(layers[-1])
    for layer in reversed(layers):
        here = {name: sql for name, sql in layer.items() if name in wanted}
        passed = [name for name in wanted if name not in here]
        columns = [f"{mark}{name}{mark}" for name in passed]
        columns += [f"{sql} AS {mark}{name}{mark}" for name, sql in here.items()]
        steps.append(tuple(columns) or ("1 AS nothing",))
        read = (name for sql in here.values() for name in reference.findall(sql))
        wanted = dict.fromkeys((*passed, *read))
    return tuple(reversed(steps))


def nested(source: str, steps: Iterable[tuple[str, ...]], dialect: Dialect) -> str:
    """Each layer a derived table over the one before."""
    # PostgreSQL's planner would copy each column into whatever reads it.
    wall = "\nOFFSET 0" if dialect == "postgres" else ""
    sql = source
    named = []
    for i, columns in enumerate(steps):
        body = ",\n  ".join(columns)
        below = sql if i == 0 else f"(\n{sql}{wall}\n) AS t"
        if dialect == "spark" and i > 0:
            # Spark's parser takes minutes over what is nested deeply, and no time over the same one by one.
            named.append(f"t{i} AS (\n{sql}\n)")
            below = f"t{i}"
        sql = f"SELECT\n  {body}\nFROM {below}"
    return f"WITH {', '.join(named)}\n{sql}" if named else sql
