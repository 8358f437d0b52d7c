"""Arrow tables of cases: each distinct cell is read once, then the rows are judged in SQL or one by one."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import ancu
from ancu.decision.deciding import Record, decide_all
from ancu.decision.model import Decision
from ancu.errors import ExtraMissingError, InputError, Problem, RecordError
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse, parse_date

if TYPE_CHECKING:
    import pyarrow

    from ancu.decision.two_key import Engine
    from ancu.inference.tables import Part

#: From how many rows on planning a statement pays; how many problems one error tells.
COLUMNS_FROM, MOST_PROBLEMS = 2_000, 20


def judge_table(
    book: Rulebook, cases: Any, programmes: list[str], as_of: date | None, engine: Engine, on_error: str, threads: int
) -> pyarrow.Table:
    """The table that :func:`~ancu.batch.many.decide_many` describes."""
    try:
        import pyarrow
    except ImportError as error:
        raise ExtraMissingError(Problem("extra_missing", {"what": "pyarrow", "extra": "columns"})) from error
    try:
        given = pyarrow.table(cases)
    except pyarrow.ArrowException as error:
        raise InputError(Problem("table_unreadable", {"detail": error})) from error
    rows = _Rows(book, given, as_of or date.today())
    if rows.flawed and on_error == "raise":
        problems = [problem for row in sorted(rows.flawed) for problem in rows.flawed[row]]
        raise RecordError(problems[:MOST_PROBLEMS])
    in_columns: list[str] = []
    in_sql = engine == "direct" and given.num_rows >= COLUMNS_FROM and importlib.util.find_spec("duckdb") is not None
    if in_sql:
        in_columns = [name for name in programmes if book.programmes[name].governed_by is None]
    one_by_one = [name for name in programmes if name not in in_columns]
    found = [_problems(rows)]
    if in_columns:
        found += _by_columns(rows, in_columns, threads)
    if one_by_one:
        found.append(_by_rows(rows, one_by_one, engine))
    place = {name: i for i, name in enumerate(programmes)}
    joined = pyarrow.concat_tables(found)
    order = pyarrow.array([place.get(name, -1) for name in joined.column("programme").to_pylist()], pyarrow.int32())
    sorted_ = joined.append_column("place", order).sort_by([("row", "ascending"), ("place", "ascending")])
    judged_by = "columns" if in_columns else engine
    receipt = {"ancu.rulebook": book.digest, "ancu.engine": ancu.__version__, "ancu.judged_by": judged_by}
    return sorted_.drop_columns(["place"]).replace_schema_metadata(receipt)


@dataclass
class _Column:
    """A column as the distinct values that stand in it, and which one each row has; None where it has none."""

    values: list[Any]
    codes: Any

    def at(self, row: int) -> Any:
        code = self.codes[row].as_py()
        return None if code is None else self.values[code]


class _Rows:
    """The rows of a table, read: facts as engine values by column, and the problems of the rows that have any."""

    def __init__(self, book: Rulebook, table: Any, day: date) -> None:
        self.book, self.day, self.count = book, day, table.num_rows
        self.columns: dict[str, _Column] = {}
        self.flawed: dict[int, list[Problem]] = {}
        # A pandas frame hands out its index under such a name.
        headers = [header for header in table.column_names if not header.startswith("__index_level_")]
        for header, name in _matched(book, headers).items():
            self.columns[name] = self._read(header, name, table.column(header))

    def _read(self, header: str, name: str, column: Any) -> _Column:
        codes, distinct = _encoded(column)
        values: list[Any] = []
        wrong: dict[int, Problem] = {}
        for code, written in enumerate(distinct):
            try:
                values.append(self._value(name, written))
            except ValueProblem as problem:
                values.append(None)
                told = {"name": header, "value": written, "problem": problem.text}
                wrong[code] = Problem("fact_unfit", told)
        if wrong:
            for row, code in enumerate(codes.to_pylist()):
                if code in wrong:
                    self.flawed.setdefault(row, []).append(Problem(wrong[code].kind, wrong[code].values, f"[{row}]"))
        return _Column(values, codes)

    def _value(self, name: str, written: Any) -> Any:
        if name == CASE:
            return str(written)
        if name == AS_OF:
            return parse_date(written) if written != "" else None
        return parse(self.book.facts[name], written)

    def case(self, row: int) -> str | None:
        return self.columns[CASE].at(row) if CASE in self.columns else None

    def as_of(self, row: int) -> date:
        return (self.columns[AS_OF].at(row) if AS_OF in self.columns else None) or self.day

    def record(self, row: int) -> Record:
        facts = {name: column.at(row) for name, column in self.columns.items() if name not in (CASE, AS_OF)}
        known = {name: value for name, value in facts.items() if value is not None}
        return Record(known, self.case(row), self.as_of(row))

    def judged(self) -> Iterator[int]:
        """The rows without a problem."""
        return (row for row in range(self.count) if row not in self.flawed)


def _matched(book: Rulebook, headers: Iterable[str]) -> dict[str, str]:
    """What each header names; :class:`RecordError` where one names nothing, or two the same."""
    naming = naming_of(book)
    matched: dict[str, str] = {}
    problems = []
    for header in headers:
        name = naming.find(header)
        if name is None:
            near = naming.near(header)
            kind = "fact_unknown_near" if near else "fact_unknown"
            problems.append(Problem(kind, {"name": header, "near": near}))
        elif name in matched.values():
            problems.append(Problem("fact_twice", {"name": header, "fact": name}))
        else:
            matched[header] = name
    if problems:
        raise RecordError(problems)
    return matched


def _encoded(column: Any) -> tuple[Any, list[Any]]:
    """The codes of a column's rows, and the distinct values they stand for."""
    import pyarrow

    if pyarrow.types.is_nested(column.type):
        known: dict[Any, int] = {}
        rows = [tuple(value) if value is not None else None for value in column.to_pylist()]
        codes = [None if value is None else known.setdefault(value, len(known)) for value in rows]
        return pyarrow.array(codes, pyarrow.int32()), [list(value) for value in known]
    array = column.combine_chunks()
    if isinstance(array, pyarrow.ChunkedArray):
        array = pyarrow.concat_arrays(array.chunks) if array.num_chunks else pyarrow.array([], column.type)
    if not pyarrow.types.is_dictionary(array.type):
        array = array.dictionary_encode()
    return array.indices, array.dictionary.to_pylist()


# -- results -----------------------------------------------------------------------------------------------------------


def _schema() -> Any:
    import pyarrow as pa

    name = pa.string()
    return pa.schema([
        ("row", pa.int64()), ("case", name), ("as_of", pa.date32()), ("programme", name), ("status", name),
        ("why", name), ("provisional", pa.bool_()), ("missing", pa.list_(name)), ("problem", name),
    ])  # fmt: skip


def _problems(rows: _Rows) -> Any:
    """A row for each case that could not be read."""
    import pyarrow

    told = [
        {"row": row, "case": rows.case(row), "problem": "\n".join(Problem(p.kind, p.values).text() for p in problems)}
        for row, problems in rows.flawed.items()
    ]
    return pyarrow.Table.from_pylist(told, _schema())


def _by_rows(rows: _Rows, programmes: list[str], engine: Engine) -> Any:
    import pyarrow

    def told(row: int, name: str, decision: Decision | None) -> Mapping[str, Any]:
        found: dict[str, Any] = {"row": row, "case": rows.case(row), "as_of": rows.as_of(row), "programme": name}
        if decision is None:
            return {**found, "status": "not_covered", "provisional": False, "missing": []}
        return {
            **found,
            "status": decision.status,
            "why": decision.why,
            "provisional": decision.provisional,
            "missing": decision.missing,
        }

    judged = []
    for row in rows.judged():
        decisions = {d.programme: d for d in decide_all(rows.book, rows.record(row), programmes, engine=engine)}
        judged += [told(row, name, decisions.get(name)) for name in programmes]
    return pyarrow.Table.from_pylist(judged, _schema())


# -- in columns --------------------------------------------------------------------------------------------------------


def _by_columns(rows: _Rows, programmes: list[str], threads: int) -> list[Any]:
    """A table for each programme, judged in one SQL statement."""
    import duckdb
    import pyarrow as pa

    from ancu.inference.sql.statement import compile_programmes
    from ancu.inference.verdicts import VERDICTS

    sound = list(rows.judged())
    if not sound:
        return []
    days = [rows.as_of(row) for row in sound]
    statement = compile_programmes(rows.book, programmes, (min(days), max(days)), detail=True, keep=("row",))
    source = {"row": pa.array(sound, pa.int64()), "as_of": pa.array(days, pa.date32())}
    source |= {fact: _as_source(rows, fact).take(source["row"]) for fact in statement.facts}
    with duckdb.connect(config={"threads": threads}) as connection:
        connection.register("cases", pa.table(source))
        judged = connection.sql(statement.sql).order('"row"').to_arrow_table()
    cases = pa.array([rows.case(row) for row in sound], pa.string())
    found = []
    for part in statement.parts:
        verdict = judged.column(f"{part.programme}.verdict").combine_chunks()
        columns = {
            "row": source["row"],
            "case": cases,
            "as_of": source["as_of"],
            "programme": pa.array([part.programme] * len(sound), pa.string()),
            "status": pa.array([status for status, _ in VERDICTS], pa.string()).take(verdict),
            "why": pa.array([why for _, why in VERDICTS], pa.string()).take(verdict),
            "provisional": judged.column(f"{part.programme}.provisional"),
            "missing": _missing(part, judged),
            "problem": pa.nulls(len(sound), pa.string()),
        }
        found.append(pa.table(columns, _schema()))
    return found


def _missing(part: Part, judged: Any) -> Any:
    """The missing facts of each row: of an undetermined one, what the statement tells as bits."""
    import pyarrow as pa

    from ancu.inference.verdicts import UNDETERMINED

    def named(epoch: int, causes: int) -> list[str]:
        bits = part.causes
        return [fact for fact in part.programs[epoch].facts if fact in bits and causes >> bits[fact] & 1]

    known: dict[tuple[int, int] | None, int] = {None: 0}
    columns = (
        judged.column(name).to_pylist() for name in (f"{part.programme}.verdict", "epoch", f"{part.programme}.causes")
    )
    codes = [
        known.setdefault((epoch, causes) if verdict == UNDETERMINED else None, len(known))
        for verdict, epoch, causes in zip(*columns, strict=True)
    ]
    lists = [named(*key) if key is not None else [] for key in known]
    return pa.array(lists, pa.list_(pa.string())).take(pa.array(codes, pa.int64()))


def _as_source(rows: _Rows, fact: str) -> Any:
    """A fact's column as the compiled statement reads it."""
    import pyarrow as pa

    from ancu.inference.tables import column_type, column_value

    types = {"BIGINT": pa.int64(), "BOOLEAN": pa.bool_(), "DATE": pa.date32(), "VARCHAR": pa.string()}
    type_ = types[column_type(rows.book, fact)]
    column = rows.columns.get(fact)
    if column is None:
        return pa.nulls(rows.count, type_)
    return pa.array([column_value(rows.book, fact, value) for value in column.values], type_).take(column.codes)
