"""Arrow tables of cases: each distinct cell is read once, then the rows are judged in columns or one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING, Any

from ancu import extras
from ancu.batch.case_rows import CaseRows
from ancu.batch.household_rows import HouseholdRows
from ancu.decision.deciding import decide_all
from ancu.decision.model import Decision
from ancu.errors import ExtraMissingError, InputError, Problem, RecordError
from ancu.inference.verdicts import VERDICTS
from ancu.rulebook.rulebook import Rulebook
from ancu.version import __version__

if TYPE_CHECKING:
    import pyarrow

    from ancu.batch.judge import TableJudges
    from ancu.decision.two_key import Engine

#: From how many rows on preparing columns pays; how many problems one error tells.
COLUMNS_FROM, MOST_PROBLEMS = 2_000, 20
#: Rows judged at once in columns, and rows of a result that come of them.
CHUNK, MOST_RESULTS = 122_880, 1_000_000


def judge_table(
    book: Rulebook,
    cases: Any,
    programmes: list[str],
    as_of: date | None,
    engine: Engine,
    on_error: str,
    threads: int,
    members: Any = None,
    key: str | None = None,
) -> pyarrow.Table:
    """The table that :func:`~ancu.batch.many.decide_many` describes."""
    try:
        import pyarrow
    except ImportError as error:
        raise ExtraMissingError(Problem("extra_missing", {"what": "pyarrow", "extra": "columns"})) from error
    try:
        given = pyarrow.table(cases)
        listed = pyarrow.table(members) if members is not None else None
    except pyarrow.ArrowException as error:
        raise InputError(Problem("table_unreadable", {"detail": error})) from error
    day = as_of or date.today()
    rows = CaseRows(book, given, day) if listed is None else HouseholdRows(book, given, day, listed, key)
    if rows.flawed and on_error == "raise":
        problems = [problem for row in sorted(rows.flawed) for problem in rows.flawed[row]]
        raise RecordError(problems[:MOST_PROBLEMS])
    in_columns: list[str] = []
    if engine == "direct" and given.num_rows >= COLUMNS_FROM and extras.columns():
        from ancu.batch.judge import fit_for_columns

        in_columns = [name for name in programmes if fit_for_columns(book, [name])]
    one_by_one = [name for name in programmes if name not in in_columns]
    place = {name: i for i, name in enumerate(programmes)}
    others = [_problems(rows)]
    if one_by_one:
        others.append(_by_rows(rows, one_by_one, place, engine))
    pieces = []
    if in_columns and len(rows.flawed) < rows.count:
        rows.prepare(in_columns, threads)
        pieces = _by_columns(rows, in_columns, place, threads)
    judged = _in_order(pieces, pyarrow.concat_tables(others))
    judged_by = "columns" if in_columns else engine
    receipt = {"ancu.rulebook": book.digest, "ancu.engine": __version__, "ancu.judged_by": judged_by}
    return judged.drop_columns(["place"]).replace_schema_metadata(receipt)


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


def _problems(rows: CaseRows) -> Any:
    """A row for each case that could not be read."""
    import pyarrow

    told = [
        {"row": row, "case": rows.case(row), "problem": "\n".join(Problem(p.kind, p.values).text() for p in problems)}
        for row, problems in rows.flawed.items()
    ]
    return pyarrow.Table.from_pylist(told, _schema())


def _by_rows(rows: CaseRows, programmes: list[str], place: Mapping[str, int], engine: Engine) -> Any:
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


def _in_order(pieces: list[Any], others: Any) -> Any:
    """All results by row and programme. ``pieces`` are of some rows each, in order; ``others`` of any.

    They are put in order a piece at a time: of millions of cases, one array cannot hold the names of what is missing.
    ``pieces`` are used up, since both would take twice the memory.
    """
    import pyarrow
    import pyarrow.compute as pc

    order, done, found = [("row", "ascending"), ("place", "ascending")], -1, []
    pieces.reverse()
    while pieces:
        piece = pieces.pop()
        last = pc.max(piece.column("row")).as_py()
        within = pc.greater(others.column("row"), done)
        if pieces:
            within = pc.and_(within, pc.less_equal(others.column("row"), last))
        found.append(pyarrow.concat_tables([piece, others.filter(within)]).sort_by(order))
        done = last
    return pyarrow.concat_tables(found) if found else others.sort_by(order)


# -- in columns --------------------------------------------------------------------------------------------------------


def _by_columns(rows: CaseRows, programmes: list[str], place: Mapping[str, int], threads: int) -> list[Any]:
    """Tables for some rows each, in order, judged at once under all the programmes."""
    import pyarrow as pa

    sound = pa.array(rows.judged(), pa.int64())
    size = max(1, min(CHUNK, MOST_RESULTS // len(programmes), -(-len(sound) // threads)))
    chunks = [sound.slice(start, size) for start in range(0, len(sound), size)]
    with ThreadPoolExecutor(threads) as workers:
        return list(workers.map(lambda chunk: pa.concat_tables(_judge(rows, chunk, programmes, place)), chunks))


def _judge(rows: CaseRows, chunk: Any, programmes: list[str], place: Mapping[str, int]) -> Iterator[Any]:
    """Tables for ``programmes`` on some rows."""
    for some, judges, facts in rows.groups(chunk):
        yield from _judge_by(judges, facts, rows, some, programmes, place)


def _judge_by(
    judges: TableJudges,
    facts_of: Callable[[str, Any], Any],
    rows: CaseRows,
    chunk: Any,
    programmes: list[str],
    place: Mapping[str, int],
) -> Iterator[Any]:
    """A table for each of ``programmes`` on some rows that ``judges`` judge."""
    import pyarrow as pa
    import pyarrow.compute as pc

    days = rows.days(chunk)
    span = pc.min_max(days)
    judge = judges.between(programmes, span["min"].as_py(), span["max"].as_py())
    facts = {fact: column for fact in judge.engine.facts if (column := facts_of(fact, chunk)) is not None}
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
