"""Where the people of a list stand, and how they are joined to its households.

People stand in a file of their own, on a second sheet of the workbook, among the rows of the list itself, or within its
records.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Hashable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from ancu.errors import InputError, Problem
from ancu.frozen import frozen
from ancu.household.members import MEMBERS, household_key
from ancu.rulebook.naming import CASE
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import normalise
from ancu.screening.headers.meanings import ColumnMap, Meanings
from ancu.screening.headers.people import PeopleMeanings
from ancu.screening.households.grouping import ByHousehold, RowGroup, code_of, group_by_household
from ancu.screening.households.households import Households, PeopleAsked, PeopleFound
from ancu.screening.households.member_reader import MemberListReader, MemberRow
from ancu.screening.lists.chunks import Listed, ListSource, Source
from ancu.screening.lists.listing import ListFile, Listing, Row
from ancu.screening.lists.read_list import Sheets, read_lists
from ancu.screening.lists.table_shape import number_headers

#: Rows of a large list by which it is told whether a row is a person.
SAMPLE = 10_000


def households_of(
    book: Rulebook,
    source: Source,
    listing: Listing | None,
    meanings: Meanings,
    paths: Sequence[str],
    sheet: Sheets,
    asked: PeopleAsked,
) -> Households | None:
    """The households of the list read as ``source``; None where it has neither members nor people in its rows.

    Raises :class:`InputError` where people are listed that cannot be joined to any household at all.
    """
    if asked.members is None and book.people is None:
        return None
    if asked.members is not None:
        return _joined(book, source, meanings, {None: _people_in(book, asked.members, meanings.mapping)}, asked)
    sheets = {file.path: file.members_sheet for file in listing.files if file.members_sheet} if listing else {}
    if sheets:
        several = len(paths) > 1
        people = {
            path if several else None: _people_in(book, path, meanings.mapping, name) for path, name in sheets.items()
        }
        return _joined(book, source, meanings, people, asked)
    within = next((header for header in source.headers if household_key(header) == MEMBERS), None)
    if listing is not None and within is not None and (nested := _in_records(listing, within)):
        return _of_records(book, source, listing, meanings, within, nested, asked)
    if any(meanings.is_relation(header) for header in (*source.headers, *meanings.asked)) and (
        listing is not None or _begins_with_people(book, source, meanings.mapping)
    ):
        return _among_the_rows(book, meanings, paths, sheet, asked)
    return None


def _begins_with_people(book: Rulebook, source: Source, mapping: ColumnMap | None) -> bool:
    """Whether the first rows of a large list show that a row is a person: only then is it read as a whole."""
    chunk = next(source.chunks(SAMPLE), None)
    rows = [chunk.row(at) for at in range(len(chunk))] if chunk is not None else []
    sample = Listing(source.headers, rows, file_column=source.file_column)
    meanings = PeopleMeanings(book, mapping)
    headers = [header for header in source.headers if header != source.file_column]
    if not any(meanings.is_relation(header) for header in headers):
        return False
    reader = MemberListReader(meanings, headers, source.path)
    return group_by_household(sample, meanings, reader.relation_of) is not None


@frozen
class _PeopleListed:
    """People as listed, and the file and sheet they stand in."""

    listing: Listing
    reader: MemberListReader
    sheet: str | None


def reader_of_people(book: Rulebook, mapping: ColumnMap | None, headers: Sequence[str], path: str) -> MemberListReader:
    """Who reads a list of people with codes of households; :class:`InputError` where it has none."""
    reader = MemberListReader(PeopleMeanings(book, mapping), headers, path)
    if reader.case is None:
        raise InputError(Problem("members_no_code_column", {"headers": ", ".join(headers[:8])}, path))
    return reader


def case_header(source: Listed, meanings: Meanings) -> str:
    """The header under which a list of households has their codes; :class:`InputError` where it has none."""
    code = next((h for h in source.headers if (m := meanings.find(h)) is not None and m.name == CASE), None)
    if code is None:
        raise InputError(Problem("members_no_case", {"headers": ", ".join(source.headers[:8])}, source.path))
    return code


def _people_in(book: Rulebook, path: str, mapping: ColumnMap | None, sheet: str | None = None) -> _PeopleListed:
    meanings = PeopleMeanings(book, mapping)
    listing = read_lists([path], meanings, sheet)
    (file,) = listing.files
    if sheet is None and file.members_sheet is not None:
        # A workbook of households, given for the people on its second sheet.
        return _people_in(book, path, mapping, file.members_sheet)
    reader = reader_of_people(book, mapping, listing.headers, path)
    return _PeopleListed(listing, reader, file.sheet if sheet is not None else None)


def _joined(
    book: Rulebook, source: Source, meanings: Meanings, people: Mapping[str | None, _PeopleListed], asked: PeopleAsked
) -> Households:
    """People who are listed apart, joined to the households by code; of several lists, to those of their file."""
    code = case_header(source, meanings)
    found: dict[Hashable, PeopleFound] = {}
    for file, one in people.items():
        last: str | None = None
        for row in one.listing.rows:
            # Under a merged cell the code stands on the first row alone.
            last = code_of(row.cells.get(one.reader.case or "")) or last
            here = found.setdefault((file, last), PeopleFound(reader=one.reader))
            here.rows.append(MemberRow(row, one.reader.path, one.sheet))
    files = [file for one in people.values() for file in one.listing.files] if asked.members is not None else []
    column = source.file_column if None not in people else None

    def key(row: Row) -> Hashable:
        written = code_of(row.cells.get(code))
        # Who has no code is of no household, even if that has none either.
        return (row.cells.get(column) if column is not None else None, written) if written is not None else None

    readers = [one.reader for one in people.values()]
    sheet = next((one.sheet for one in people.values() if one.sheet is not None), None)
    origin = (
        ("members_in_sheet", {"sheet": sheet}) if sheet is not None else ("members_in_file", {"path": readers[0].path})
    )
    read = [file for one in people.values() for file in one.listing.files]
    made = Households(book, source, code, found, readers, asked, key, origin, files=files, read=read)
    made.check()
    return made


def _among_the_rows(
    book: Rulebook, meanings: Meanings, paths: Sequence[str], sheet: Sheets, asked: PeopleAsked
) -> Households | None:
    """The households of a list with a row a person; None where a row is a case after all."""
    of_people = PeopleMeanings(book, meanings.mapping)
    listing = read_lists(paths, of_people, sheet, asked.lang)
    if not any(meanings.is_relation(header) for header in listing.headers):
        return None
    headers = [header for header in listing.headers if header != listing.file_column]
    reader = MemberListReader(of_people, headers, paths[0])
    grouped = group_by_household(listing, of_people, reader.relation_of)
    if grouped is None:
        return None
    return _of_groups(book, grouped, reader, listing, paths[0], asked, meanings)


def _of_groups(
    book: Rulebook,
    grouped: ByHousehold,
    reader: MemberListReader,
    listing: Listing,
    path: str,
    asked: PeopleAsked,
    meanings: Meanings,
) -> Households:
    column = listing.file_column

    def key(row: Row) -> Hashable:
        return (row.cells.get(column) if column is not None else None, row.line)

    pairs = zip(grouped.households.rows, grouped.groups, strict=True)
    found: dict[Hashable, PeopleFound] = {key(head): _group(group, reader) for head, group in pairs}
    source = ListSource(grouped.households, path)
    by_heads = meanings.is_relation(grouped.code)
    origin = ("members_under_heads" if by_heads else "members_in_rows", {"header": grouped.code})
    # Whatever else is told of the list is told of its rows as cases.
    told = {header for header in listing.headers if meanings.known(header) or normalise(header) in number_headers()}
    read = [
        ListFile(file.path, dittos={header: count for header, count in file.dittos.items() if header not in told})
        for file in listing.files
    ]
    return Households(book, source, grouped.code, found, [reader], asked, key, origin, own=grouped.own, read=read)


def _group(group: RowGroup, reader: MemberListReader) -> PeopleFound:
    rows = [MemberRow(row) for row in group.rows]
    return PeopleFound(rows, reader, group.flaws, tuple(group.rows))


def _in_records(listing: Listing, header: str) -> dict[int, list[dict[str, Any]]]:
    """The people that cells under ``header`` list, by the place of their row; none where the cells are other texts."""
    found: dict[int, list[dict[str, Any]]] = {}
    for at, row in enumerate(listing.rows):
        people = row.cells.get(header)
        if isinstance(people, str) and people.startswith("["):
            # As a table holds what a record lists: that of the returned ones, above all.
            with contextlib.suppress(ValueError):
                people = json.loads(people, parse_float=Decimal)
        if isinstance(people, list) and people and all(isinstance(one, dict) for one in people):
            found[at] = people
    return found


def _of_records(
    book: Rulebook,
    source: Source,
    listing: Listing,
    meanings: Meanings,
    header: str,
    nested: Mapping[int, list[dict[str, Any]]],
    asked: PeopleAsked,
) -> Households:
    """The households of records that list their people themselves."""
    keys = dict.fromkeys(key for people in nested.values() for one in people for key in one)
    reader = MemberListReader(PeopleMeanings(book, meanings.mapping), list(keys), source.path)
    column = source.file_column

    def key(row: Row) -> Hashable:
        return (row.cells.get(column) if column is not None else None, row.line)

    found: dict[Hashable, PeopleFound] = {}
    for at, people in nested.items():
        row = listing.rows[at]
        rows = [MemberRow(Row(row.line, one), number=number) for number, one in enumerate(people, 1)]
        found[key(row)] = PeopleFound(rows, reader)
    code = next((h for h in source.headers if (m := meanings.find(h)) is not None and m.name == CASE), header)
    made = Households(book, source, code, found, [reader], asked, key, ("members_in_records", {"header": header}))
    made.check()
    return made
