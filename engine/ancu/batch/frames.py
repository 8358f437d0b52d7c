"""Arrow tables of cases: each distinct cell is read once, then the rows are judged in columns or one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ancu import extras
from ancu.decision.deciding import Record, decide_all
from ancu.decision.model import Decision
from ancu.errors import ExtraMissingError, InputError, Problem, RecordError
from ancu.inference.verdicts import VERDICTS
from ancu.rulebook.foreign import native
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse, parse_date
from ancu.version import __version__

if TYPE_CHECKING:
    import pyarrow

    from ancu.decision.two_key import Engine

#: From how many rows on preparing columns pays; how many problems one error tells.
COLUMNS_FROM, MOST_PROBLEMS = 2_000, 20
#: Rows judged at once in columns.
CHUNK = 122_880


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
    if engine == "direct" and given.num_rows >= COLUMNS_FROM and extras.columns():
        from ancu.batch.judge import fit_for_columns

        in_columns = [name for name in programmes if fit_for_columns(book, [name])]
    one_by_one = [name for name in programmes if name not in in_columns]
    place = {name: i for i, name in enumerate(programmes)}
    results = [_problems(rows)]
    if in_columns:
        results += _by_columns(rows, in_columns, place, threads)
    if one_by_one:
        results.append(_by_rows(rows, one_by_one, place, engine))
    judged = pyarrow.concat_tables(results).sort_by([("row", "ascending"), ("place", "ascending")])
    judged_by = "columns" if in_columns else engine
    receipt = {"ancu.rulebook": book.digest, "ancu.engine": __version__, "ancu.judged_by": judged_by}
    return judged.drop_columns(["place"]).replace_schema_metadata(receipt)


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
        written = native(written)
        if written is None:
            return None
        if name == CASE:
            return str(written)
        if name == AS_OF:
            return parse_date(written) if written != "" else None
        return parse(self.book.facts[name], written)

    def case(self, row: int) -> str | None:
        return self.columns[CASE].at(row) if CASE in self.columns else None

    def as_of(self, row: int) -> date:
        return (self.columns[AS_OF].at(row) if AS_OF in self.columns else None) or self.day

    def cases(self, rows: Any) -> Any:
        """The case ids of ``rows``, given as an Arrow array, as a column."""
        import pyarrow

        return self._texts_or_days(CASE, pyarrow.string()).take(rows)

    def days(self, rows: Any) -> Any:
        """The as-of dates of ``rows`` as a column."""
        import pyarrow

        return self._texts_or_days(AS_OF, pyarrow.date32()).take(rows).fill_null(self.day)

    def facts(self, fact: str, rows: Any) -> Any:
        """A fact of ``rows`` as the engines for tables read it; None where no column states it."""
        from ancu.batch.source import column_of

        column = self.columns.get(fact)
        return None if column is None else column_of(self.book, fact, column.values).take(column.codes.take(rows))

    def _texts_or_days(self, name: str, type_: Any) -> Any:
        import pyarrow

        column = self.columns.get(name)
        return (
            pyarrow.nulls(self.count, type_)
            if column is None
            else pyarrow.array(column.values, type_).take(column.codes)
        )

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
    """The columns of a result, and the place of each row's programme, by which it is sorted."""
    import pyarrow as pa

    name = pa.string()
    return pa.schema([
        ("row", pa.int64()), ("case", name), ("as_of", pa.date32()), ("programme", name), ("status", name),
        ("why", name), ("provisional", pa.bool_()), ("missing", pa.list_(name)), ("problem", name),
        ("place", pa.int32()),
    ])  # fmt: skip


def _problems(rows: _Rows) -> Any:
    """A row for each case that could not be read."""
    import pyarrow

    told = [
        {"row": row, "case": rows.case(row), "problem": "\n".join(Problem(p.kind, p.values).text() for p in problems)}
        for row, problems in rows.flawed.items()
    ]
    return pyarrow.Table.from_pylist(told, _schema())


def _by_rows(rows: _Rows, programmes: list[str], place: Mapping[str, int], engine: Engine) -> Any:
    import pyarrow

    def told(row: int, name: str, decision: Decision | None) -> Mapping[str, Any]:
        case = {"row": row, "case": rows.case(row), "as_of": rows.as_of(row), "programme": name, "place": place[name]}
        if decision is None:
            return case | {"status": "not_covered", "provisional": False, "missing": []}
        return case | {
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


def _by_columns(rows: _Rows, programmes: list[str], place: Mapping[str, int], threads: int) -> list[Any]:
    """Tables for the programmes, judged some rows at once."""
    import pyarrow as pa

    sound = pa.array(rows.judged(), pa.int64())
    size = max(1, min(CHUNK, -(-len(sound) // threads)))
    chunks = [sound.slice(start, size) for start in range(0, len(sound), size)]
    with ThreadPoolExecutor(threads) as workers:
        judged = workers.map(lambda chunk: list(_judge(rows, chunk, programmes, place)), chunks)
        return [table for tables in judged for table in tables]


def _judge(rows: _Rows, chunk: Any, programmes: list[str], place: Mapping[str, int]) -> Iterator[Any]:
    """A table for each of ``programmes`` on some rows."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from ancu.batch.judge import judges_of

    days = rows.days(chunk)
    span = pc.min_max(days)
    judge = judges_of(rows.book).between(programmes, span["min"].as_py(), span["max"].as_py())
    facts = {fact: column for fact in judge.engine.facts if (column := rows.facts(fact, chunk)) is not None}
    judged, count, cases = judge.judge(pa.table({"as_of": days, **facts})), len(chunk), rows.cases(chunk)
    statuses, whys = (pa.array(names, pa.string()) for names in zip(*VERDICTS, strict=True))
    for name in programmes:
        part = judged.parts[name]
        columns = {
            "row": chunk,
            "case": cases,
            "as_of": days,
            "programme": pa.repeat(name, count),
            "status": statuses.take(pa.array(part.verdict)),
            "why": whys.take(pa.array(part.verdict)),
            "provisional": part.given_provisionally,
            "missing": part.missing(),
            "problem": pa.nulls(count, pa.string()),
            "place": pa.repeat(pa.scalar(place[name], pa.int32()), count),
        }
        yield pa.table(columns, _schema())
