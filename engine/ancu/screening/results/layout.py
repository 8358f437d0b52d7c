"""How results stand in a file: headings and columns, a row a case or a row a case and programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ancu.batch.cells import CELLS
from ancu.batch.change_cells import WHAT_IF
from ancu.decision.rendering import title_of
from ancu.frozen import frozen
from ancu.inference.verdicts import STATUSES, VERDICTS, WHYS
from ancu.messages import message
from ancu.rulebook.naming import CASE
from ancu.screening.lists.chunks import Chunk, Column, cells_of
from ancu.screening.results.parquet_sink import Holds
from ancu.screening.run.judged_chunk import JudgedChunk
from ancu.screening.run.plan import Plan, preferred_programmes, quoted_names, regions_of

#: Rows that the longer layout puts into one block, so that a block stays small whatever the number of programmes.
LONG_BLOCK = 250_000


@frozen
class Block:
    """Rows of a result: one column for each heading; ``verdicts`` by the place of the heading they colour."""

    columns: Sequence[Column]
    rows: int
    verdicts: Mapping[int, Column]


def own_headers(plan: Plan, headers: Sequence[str]) -> list[str]:
    """The list's own columns that a result repeats: all, or with codes only the case id where there is one."""
    case = plan.columns.header(CASE)
    if plan.coded and case is not None:
        return [case]
    # A result that is screened again gets its own columns anew.
    results = frozenset(_result_headings(plan))
    return [header for header in headers if header not in results]


def headings(plan: Plan, headers: Sequence[str]) -> list[str]:
    """The headings of a result on a list with ``headers``."""
    return [*own_headers(plan, headers), *_result_headings(plan)]


def _result_headings(plan: Plan) -> list[str]:
    return [column.heading for column in result_columns(plan)]


#: What a column of a run holds, by the kind of a quantity; any other: texts.
_HOLDS: dict[str, Holds] = {"number": "integer", "bool": "yes_no", "date": "day"}


@frozen
class ResultColumn:
    """A column that a run adds: its heading, what it holds, and of which programme, if it is of one."""

    heading: str
    key: str
    programme: str | None = None
    holds: Holds = "texts"


def cell_keys(plan: Plan) -> tuple[str, ...]:
    """What a run says of a row under each programme, in the order of the columns."""
    return (*CELLS[plan.reasons], WHAT_IF) if plan.what_if else tuple(CELLS[plan.reasons])


def result_columns(plan: Plan) -> list[ResultColumn]:
    """The columns that a run adds to a list, in their order."""
    keys_of_programme, names = cell_keys(plan), quoted_names(plan)
    if plan.coded:
        shared = [
            ResultColumn("epoch", "epoch", holds="day"),
            *(ResultColumn(name, name) for name in regions_of(plan)),
            *(ResultColumn(name, name, holds=_HOLDS.get(plan.book.types[name].kind, "texts")) for name in names),
            *([ResultColumn("whose", "whose")] if plan.households is not None else ()),
        ]
        holds: dict[str, Holds] = {"status": STATUSES, "why": WHYS, "provisional": "yes_no", "reason": "integer"}
        if plan.layout == "long":
            return [
                *shared,
                *(ResultColumn(key, key, holds=holds.get(key, "texts")) for key in ("programme", *keys_of_programme)),
            ]
        return [
            *shared,
            *(
                ResultColumn(f"{name}.{key}", key, name, holds.get(key, "texts"))
                for name in plan.programmes
                for key in keys_of_programme
            ),
        ]
    lang = plan.lang
    between = [ResultColumn(message("column_choice", lang), "choice")] if preferred_programmes(plan) else []
    values = [ResultColumn(plan.book.title(name)[lang], name) for name in names]
    if plan.households is not None:
        values.append(ResultColumn(message("column_whose", lang), "whose"))
    if plan.layout == "long":
        keys = ("programme", *keys_of_programme)
        return [*(ResultColumn(message(f"column_{key}", lang), key) for key in keys), *between, *values]
    results = [
        ResultColumn(
            message(
                "column_of_programme",
                lang,
                programme=title_of(plan.book, name, lang),
                column=message(f"column_{key}", lang),
            ),
            key,
            name,
        )
        for name in plan.programmes
        for key in keys_of_programme
    ]
    return [*results, *between, *values]


def held(plan: Plan, headers: Sequence[str]) -> list[Holds | None]:
    """What each column of a result holds, by its heading; None: the list's own, as it comes."""
    return [*(None for _ in own_headers(plan, headers)), *(column.holds for column in result_columns(plan))]


def blocks_of(plan: Plan, chunk: Chunk, judged: JudgedChunk) -> Iterator[Block]:
    """A judged chunk as it is written: its rows in order, those left out by ``only`` not among them."""
    rows = len(judged.kept)
    own = [chunk.columns[header] for header in own_headers(plan, list(chunk.columns))]
    if rows < len(chunk):
        own = [take(column, judged.kept) for column in own]
    shared = list(judged.shared.values())
    if plan.layout == "long":
        size = max(1, LONG_BLOCK // len(plan.programmes))
        for start in range(0, rows, size):
            yield _long(plan, own, shared, judged, range(start, min(start + size, rows)))
        return
    cells = [column for name in plan.programmes for column in judged.cells[name].values()] if rows else []
    columns = [*own, *shared, *cells] if plan.coded else [*own, *cells, *shared]
    first, width = len(columns) - len(cells) - (0 if plan.coded else len(shared)), len(cell_keys(plan))
    verdicts = {first + i * width: judged.verdicts[name] for i, name in enumerate(judged.verdicts)}
    if plan.only and rows:
        wanted = _wanted(plan)
        some = zip(*(cells_of(column) for column in judged.verdicts.values()), strict=True)
        kept = [i for i, row in enumerate(some) if not wanted.isdisjoint(row)]
        columns = [take(column, kept) for column in columns]
        verdicts = {place: take(column, kept) for place, column in verdicts.items()}
        rows = len(kept)
    if rows:
        yield Block(columns, rows, verdicts)


def _long(plan: Plan, own: list[Column], shared: list[Column], judged: JudgedChunk, rows: range) -> Block:
    """A row for each case and programme."""
    wanted = _wanted(plan)
    names = plan.programmes
    verdicts = [cells_of(judged.verdicts[name])[rows.start : rows.stop] for name in names]
    order = [
        (row, i) for row in rows for i in range(len(names)) if not plan.only or verdicts[i][row - rows.start] in wanted
    ]
    total = len(judged.kept)
    at = [row for row, _ in order]
    titles = [name if plan.coded else title_of(plan.book, name, plan.lang) for name in names]
    programme = [titles[i] for _, i in order]
    places = [i * total + row for row, i in order]
    cells = [take(_joined([judged.cells[name][key] for name in names]), places) for key in cell_keys(plan)]
    own, shared = ([take(column, at) for column in columns] for columns in (own, shared))
    columns = [*own, *shared, programme, *cells] if plan.coded else [*own, programme, *cells, *shared]
    status = len(columns) - len(cells) - (0 if plan.coded else len(shared))
    return Block(columns, len(order), {status: [verdicts[i][row - rows.start] for row, i in order]})


def _wanted(plan: Plan) -> frozenset[int]:
    """The verdicts that ``only`` lets through."""
    return frozenset(i for i, (status, _) in enumerate(VERDICTS) if status in plan.only)


def take(column: Column, rows: Sequence[int]) -> Column:
    """Some cells of a column, in the order of ``rows``."""
    if isinstance(column, list):
        return [column[row] for row in rows]
    import pyarrow as pa

    return (pa.array(column) if not isinstance(column, pa.Array) else column).take(pa.array(rows, pa.int64()))


def _joined(columns: list[Column]) -> Column:
    """Columns one after the other."""
    if isinstance(columns[0], list):
        return [cell for column in columns for cell in column]
    import pyarrow as pa

    joined = pa.chunked_array(columns)
    return (
        joined.unify_dictionaries().combine_chunks() if pa.types.is_dictionary(joined.type) else joined.combine_chunks()
    )
