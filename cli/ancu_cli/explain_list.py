"""The record of one case in a list, for ``ancu explain --case``."""

from __future__ import annotations

from dataclasses import replace

from ancu.decision.deciding import Record
from ancu.errors import InputError, Problem, UnknownNameError
from ancu.rulebook.naming import CASE
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.cells.columns import match_columns
from ancu.screening.headers.map_file import read_map
from ancu.screening.headers.meanings import Meanings
from ancu.screening.households.households import PeopleAsked, read_case
from ancu.screening.households.joining import households_of
from ancu.screening.lists.chunks import Flaw, ListSource, Source
from ancu.screening.lists.read_list import read_lists
from ancu.screening.run.screen import CHUNK


def record_from_list(
    book: Rulebook,
    path: str,
    case: str,
    map_file: str | None,
    confirmed: frozenset[str],
    asked: PeopleAsked,
    number_key: bytes | None,
) -> Record:
    """The record of ``case`` in the list at ``path``, its members included.

    Raises :class:`UnknownNameError` where there is none, :class:`InputError` for cells that cannot be read.
    """
    mapping = read_map(map_file, book) if map_file is not None else None
    meanings = Meanings(book, mapping)
    listing = read_lists([path], meanings)
    source: Source = ListSource(listing, path)
    households = households_of(book, source, listing, meanings, [path], None, asked)
    if households is None:
        columns = match_columns(book, listing.headers, path, mapping, source.distinct)
    else:
        columns, source = households.columns(mapping), households.source
        households.confirm(confirmed)
        households.keep_numbers(number_key)
    header = columns.header(CASE)
    all_rows = (chunk.row(at) for chunk in source.chunks(CHUNK) for at in range(len(chunk)))
    rows = [row for row in all_rows if header is not None and str(row.cells.get(header)).strip() == case]
    if not rows:
        raise UnknownNameError(Problem("case_unknown", {"case": case}, path))
    columns.cells.confirmed = confirmed
    record, flaws = read_case(columns, rows[0], {}, households)
    if flaws:
        raise InputError(_problem(columns.known.get(flaw.column), flaw, path, rows[0].line) for flaw in flaws)
    if mapping is not None:
        record = replace(record, facts={**mapping.constants, **record.facts}, as_of=record.as_of or mapping.as_of)
    return record


def _problem(fact: str | None, flaw: Flaw, path: str, line: int) -> Problem:
    kind = "record_implausible" if flaw.confirmable else "fact_unfit"
    values = {"name": flaw.column, "value": flaw.value, "problem": flaw.problem, "fact": fact}
    return Problem(kind, values, flaw.path or path, flaw.line or line)
