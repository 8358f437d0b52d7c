"""Deciding many cases: one after another, or a whole table at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Protocol, overload, runtime_checkable

from ancu.decision.arguments import check_book, day_of, names_of, one_of, shown
from ancu.decision.deciding import Case, decide_all
from ancu.decision.model import Decision
from ancu.decision.two_key import Engine
from ancu.errors import InputError, Problem, RecordError
from ancu.rulebook.rulebook import Rulebook

if TYPE_CHECKING:
    import pyarrow


@runtime_checkable
class Tabular(Protocol):
    """Whatever hands out its rows as an Arrow stream: an Arrow table, a pandas or Polars frame, a DuckDB result."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


@overload
def decide_many(
    book: Rulebook, cases: Tabular, programmes: Iterable[str] | None = None, as_of: date | None = None, *,
    engine: Engine = "direct", on_error: Literal["raise", "keep"] = "raise", threads: int = 1,
    members: Tabular | None = None, key: str | None = None,
) -> pyarrow.Table: ...  # fmt: skip
@overload
def decide_many(
    book: Rulebook, cases: Iterable[Case], programmes: Iterable[str] | None = None, as_of: date | None = None, *,
    engine: Engine = "direct", on_error: Literal["raise"] = "raise", threads: int = 1,
) -> Iterator[list[Decision]]: ...  # fmt: skip
@overload
def decide_many(
    book: Rulebook, cases: Iterable[Case], programmes: Iterable[str] | None = None, as_of: date | None = None, *,
    engine: Engine = "direct", on_error: Literal["keep"], threads: int = 1,
) -> Iterator[list[Decision] | RecordError]: ...  # fmt: skip
def decide_many(
    book: Rulebook,
    cases: Tabular | Iterable[Case],
    programmes: Iterable[str] | None = None,
    as_of: date | None = None,
    *,
    engine: Engine = "direct",
    on_error: Literal["raise", "keep"] = "raise",
    threads: int = 1,
    members: Tabular | None = None,
    key: str | None = None,
) -> Any:
    """Decide each of ``cases`` under ``programmes`` (all by default).

    Of an iterable of cases, the decisions of each, in order, as they are asked for (:func:`decide_all`). A case that
    cannot be read raises :class:`RecordError` naming its number, from 0; with ``on_error="keep"`` the error takes the
    place of its decisions.

    Of anything that gives an Arrow stream, an Arrow table with a row for each case and programme: ``row`` (from 0),
    ``case``, ``as_of``, ``programme``, ``status`` (or ``not_covered``), ``why``, ``provisional``, ``missing`` and
    ``problem``. Columns are named and filled as people write them; unknown ones are an error. What cannot be read
    raises one :class:`RecordError`; with ``"keep"`` the case has one row with the ``problem``. Needs ``ancu[columns]``;
    large tables are judged in columns on ``threads`` threads, unless ``engine`` is ``two_key``. ``members`` is a table
    of the members of the cases' households, a row each, whose column ``key`` (else the one that names a case) says to
    which case somebody belongs; ``members_complete`` and ``recorded_on`` then stand among the columns of the cases.

    Raises :class:`UnknownNameError` for a programme, engine or word that does not exist, :class:`InputError` for
    ``cases`` that are none.
    """
    check_book(book)
    one_of("engine", engine, Engine)
    one_of("on_error", on_error, ("raise", "keep"))
    chosen, as_of = names_of(book, programmes), day_of(as_of)
    if isinstance(threads, bool) or not isinstance(threads, int) or threads < 1:
        raise InputError(Problem("argument_no_count", {"name": "threads", "value": shown(threads)}))
    if isinstance(cases, Tabular):
        from ancu.batch.frames import judge_table

        names = chosen or list(book.programmes)
        return judge_table(book, cases, names, as_of, engine, on_error, threads, members, key)
    if isinstance(cases, str | bytes | Mapping) or not isinstance(cases, Iterable):
        raise InputError(Problem("argument_no_cases", {"value": shown(cases)}))
    return _one_by_one(book, cases, chosen, as_of, engine, on_error)


def _one_by_one(
    book: Rulebook,
    cases: Iterable[Case],
    programmes: list[str] | None,
    as_of: date | None,
    engine: Engine,
    on_error: str,
) -> Iterator[list[Decision] | RecordError]:
    for number, case in enumerate(cases):
        try:
            yield decide_all(book, case, programmes, as_of, engine)
        except RecordError as error:
            placed = RecordError(Problem(p.kind, p.values, f"[{number}]") for p in error.problems)
            if on_error == "raise":
                raise placed from error
            yield placed
