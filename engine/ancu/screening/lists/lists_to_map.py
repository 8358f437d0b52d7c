"""The lists that a mapping file is to speak of: one of cases, and one of the people of their households."""

from __future__ import annotations

from ancu.rulebook.rulebook import Rulebook
from ancu.screening.headers.meanings import ColumnMap, Meanings
from ancu.screening.headers.people import PeopleMeanings
from ancu.screening.lists.listing import Listing
from ancu.screening.lists.read_list import Sheets, read_lists


def lists_to_map(
    book: Rulebook, path: str, sheet: Sheets = None, members: str | None = None, mapping: ColumnMap | None = None
) -> tuple[Listing, Listing | None]:
    """The list at ``path``, and that of its people, from the file ``members`` or a sheet of their own; None without.

    What ``mapping`` says of the headers helps to find them. Raises :class:`~ancu.errors.InputError`.
    """
    listing = read_lists([path], Meanings(book, mapping), sheet)
    of_people = next((file.members_sheet for file in listing.files if file.members_sheet is not None), None)
    if members is not None:
        return listing, read_lists([members], PeopleMeanings(book, mapping))
    if of_people is not None:
        return listing, read_lists([path], PeopleMeanings(book, mapping), of_people)
    if any(map(Meanings(book, mapping).is_relation, listing.headers)):
        listing = read_lists([path], PeopleMeanings(book, mapping), sheet)
    return listing, None
