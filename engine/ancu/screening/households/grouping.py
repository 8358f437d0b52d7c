"""One list with a row a person: its rows as households, and each household as the one row that is judged.

A household is told apart by its code, on every row or on the first one only (merged cells), by its number on the row
of its head, or, where there is neither, by its head.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ancu.frozen import frozen
from ancu.household.members import COMPLETE, RECORDED_ON, household_key
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.member_names import APPLICANT, RELATION, SPOUSE
from ancu.rulebook.naming import CASE
from ancu.rulebook.values import is_blank, normalise
from ancu.screening.headers.people import PeopleMeanings
from ancu.screening.lists.chunks import Flaw
from ancu.screening.lists.listing import Listing, Row


@dataclass
class RowGroup:
    """A household of a list: the rows of its people, as they stand there, and what is wrong with it as a whole."""

    rows: list[Row]
    code: str | None
    flaws: list[Flaw] = field(default_factory=list)


@frozen
class ByHousehold:
    """A list by households: ``households`` has the row of each one's head, with what its other rows say of all.

    ``groups`` are in the same order. ``code``: the header by which a household is told apart. ``own``: the headers of
    what is said of a household; the others are a person's, or nobody knows them.
    """

    households: Listing
    groups: tuple[RowGroup, ...]
    code: str
    own: tuple[str, ...]


def code_of(cell: Any) -> str | None:
    """A case id as text; None for a blank."""
    text = str(cell).strip() if cell is not None else ""
    return text or None


def group_by_household(
    listing: Listing, meanings: PeopleMeanings, relation_of: Callable[[Any], str | None]
) -> ByHousehold | None:
    """``listing`` by households; None where it has a row a case. ``relation_of`` reads a cell of relations."""
    relation = _header(listing, meanings, RELATION)
    if relation is None:
        return None
    own = tuple(h for h in listing.headers if not meanings.is_of_person(h) and _is_of_household(meanings, h))
    code = _header(listing, meanings, CASE)
    if code is not None:
        found = _by_code(listing, code, relation)
    else:
        code = next((header for header in _numbers(listing) if _numbers_households(listing, header, relation)), None)
        found = _by_number(listing, code) if code is not None else None
        if code is None:
            found, code = _by_heads(listing, relation, own, relation_of), relation
    if found is None or code is None:
        return None
    heads = [_head(group, code, own, relation, relation_of) for group in found]
    return ByHousehold(replace(listing, rows=heads), tuple(found), code, own)


def _header(listing: Listing, meanings: PeopleMeanings, name: str) -> str | None:
    found = ((header, meanings.find(header)) for header in listing.headers)
    return next((header for header, meaning in found if meaning is not None and meaning.name == name), None)


def _is_of_household(meanings: PeopleMeanings, header: str) -> bool:
    return meanings.find(header) is not None or household_key(header) in (COMPLETE, RECORDED_ON)


def _numbers(listing: Listing) -> list[str]:
    """The headers of columns that number households, the surest first."""
    names = [normalise(name) for lang in LANGUAGES for name in message("household_number_headers", lang).split("; ")]
    here = {normalise(header): header for header in listing.headers}
    return [here[name] for name in names if name in here]


def _numbers_households(listing: Listing, header: str, relation: str) -> bool:
    """Whether ``header`` is filled on the first row, and blank on one below that tells a relation.

    A number that can be of a household only may also stand on each of its rows.
    """
    numbers = [code_of(row.cells.get(header)) for row in listing.rows]
    if not numbers or numbers[0] is None:
        return False
    repeated = normalise(header) in _of_households()
    return any(
        (number is None or (repeated and number == before)) and not is_blank(row.cells.get(relation))
        for before, number, row in zip(numbers, numbers[1:], listing.rows[1:], strict=False)
    )


def _of_households() -> frozenset[str]:
    """Headers that number households and nothing else."""
    words = [message("household_word", lang) for lang in LANGUAGES]
    names = (normalise(name) for lang in LANGUAGES for name in message("household_number_headers", lang).split("; "))
    return frozenset(name for name in names if any(word in name for word in words))


def _by_code(listing: Listing, code: str, relation: str) -> list[RowGroup] | None:
    """By code, whatever the order; a row without one belongs to the household above. None if no code has two rows."""
    groups: dict[tuple[Any, str | None], RowGroup] = {}
    last: tuple[Any, str | None] = (None, None)
    for row in listing.rows:
        file = row.cells.get(listing.file_column) if listing.file_column is not None else None
        written = code_of(row.cells.get(code))
        if written is not None or last[0] != file:
            last = (file, written)
        elif is_blank(row.cells.get(relation)):
            # Nothing tells that this row is somebody of the household above.
            last = (file, None)
        groups.setdefault(last, RowGroup([], last[1])).rows.append(row)
    if not any(len(group.rows) > 1 for key, group in groups.items() if key[1] is not None):
        return None
    for group in groups.values():
        if group.code is None:
            group.flaws.append(Flaw(code, "", lambda lang: message("household_no_code", lang), line=group.rows[0].line))
    return list(groups.values())


def _by_number(listing: Listing, number: str) -> list[RowGroup]:
    """By the number on the row of each household's head, or on all of its rows; it may begin anew in every village."""
    written = [code_of(row.cells.get(number)) for row in listing.rows]
    on_heads = None in written
    groups: list[RowGroup] = []
    for row, code in zip(listing.rows, written, strict=True):
        if not groups or (code is not None and (on_heads or code != groups[-1].code)):
            groups.append(RowGroup([], code))
        groups[-1].rows.append(row)
    return groups


def _by_heads(
    listing: Listing, relation: str, own: Sequence[str], relation_of: Callable[[Any], str | None]
) -> list[RowGroup] | None:
    """By the row of each head, under which those of its household stand; None where the rows show no such order.

    They show it where what is said of a household (under ``own``) stands on the rows of heads and on no other. Else the
    list may be one of people from many households, as it is where one household would have two spouses.
    """
    relations = [relation_of(row.cells.get(relation)) for row in listing.rows]
    if not relations or None in relations or relations[0] != APPLICANT or set(relations) == {APPLICANT}:
        return None
    says = [any(not is_blank(row.cells.get(header)) for header in own) for row in listing.rows]
    if any(said != (of_row == APPLICANT) for said, of_row in zip(says, relations, strict=True)):
        return None
    groups: list[RowGroup] = []
    file, spouses = None, 0
    for row, of_row in zip(listing.rows, relations, strict=True):
        written = row.cells.get(listing.file_column) if listing.file_column is not None else None
        if of_row == APPLICANT:
            groups.append(RowGroup([], None))
            file, spouses = written, 0
        spouses += of_row == SPOUSE
        if written != file or spouses > 1:
            return None
        groups[-1].rows.append(row)
    return groups


def _head(
    group: RowGroup,
    code: str,
    own: Sequence[str],
    relation: str,
    relation_of: Callable[[Any], str | None],
) -> Row:
    """The row that stands for a household: its head's, with what other rows say of the household put in."""
    head = next((row for row in group.rows if relation_of(row.cells.get(relation)) == APPLICANT), group.rows[0])
    cells = dict(head.cells)
    for header in own:
        said = [(row.line, cell) for row in group.rows if not is_blank(cell := row.cells.get(header))]
        if not said:
            continue
        first = said[0]
        cells[header] = first[1]
        for line, cell in said[1:]:
            if normalise(str(cell)) != normalise(str(first[1])):
                group.flaws.append(Flaw(header, str(cell), _differs(first, (line, cell)), line=line))
                break
    if group.code is not None:
        cells[code] = cells.get(code) if not is_blank(cells.get(code)) else group.code
    return Row(head.line, cells)


def _differs(first: tuple[int, Any], other: tuple[int, Any]) -> Callable[[Language | None], str]:
    def say(lang: Language | None) -> str:
        return message(
            "household_differs", lang, first=first[1], first_line=first[0], other=other[1], other_line=other[0]
        )

    return say
