"""The columns of a list: which fact each holds, and who reads its cells."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from ancu.errors import InputError, Problem
from ancu.frozen import frozen
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, is_blank, parse
from ancu.screening.cells.marks import Distinct, shares, with_marks
from ancu.screening.cells.reader import CellReader
from ancu.screening.headers.meanings import ColumnMap, Meaning, Meanings

#: How many different cells of a column are tried.
_TRIED = 200


@frozen
class Columns:
    """What the headers of a list mean: known ones by header, and those passed through with their nearest name.

    ``cells`` reads the cells of the known ones.
    """

    known: dict[str, str]
    unknown: dict[str, str | None]
    cells: CellReader

    @property
    def facts(self) -> frozenset[str]:
        return frozenset(name for name in self.known.values() if name not in (CASE, AS_OF))

    @cached_property
    def shared(self) -> dict[str, list[str]]:
        """The headers of each fact that several columns tell."""
        headers: dict[str, list[str]] = {}
        for header, name in self.known.items():
            headers.setdefault(name, []).append(header)
        return {name: several for name, several in headers.items() if len(several) > 1}

    def header(self, name: str) -> str | None:
        """The header of a fact, the case id or the as-of date."""
        return next((header for header, known in self.known.items() if known == name), None)


def match_columns(
    book: Rulebook,
    headers: Iterable[str],
    path: str,
    mapping: ColumnMap | None = None,
    distinct: Distinct | None = None,
) -> Columns:
    """What each header means, by ``mapping``, the vocabulary or, where ``distinct`` tells its cells, the marks in them.

    Raises :class:`InputError` if two mean the same.
    """
    headers, meanings = list(headers), Meanings(book, mapping)
    if distinct is not None:
        meanings = with_marks(meanings, headers, distinct)
    return columns_of(book, headers, path, meanings, distinct)


def columns_of(
    book: Rulebook,
    headers: Iterable[str],
    path: str,
    meanings: Meanings,
    distinct: Distinct | None = None,
    *,
    bare: bool = False,
) -> Columns:
    """What each header means by ``meanings``; ``bare``: none need mean a fact. :class:`InputError` if two mean one.

    Several may tell one choice, where they say what each of their words means: a row may have a mark in one of them.
    """
    naming = naming_of(book)
    known: dict[str, Meaning] = {}
    unknown: dict[str, str | None] = {}
    ignored: list[str] = []
    for header in headers:
        meaning = meanings.find(header)
        if meaning is None:
            if meanings.ignored(header):
                ignored.append(header)
            else:
                near = naming.near(header)
                fits = near is None or distinct is None or _fits(book, near, distinct(header))
                unknown[header] = near if fits else None
        elif (first := next((h for h, m in known.items() if m.name == meaning.name), None)) and not shares(
            book.facts.get(meaning.name), known[first].values, meaning.values
        ):
            values = {"first": first, "second": header, "fact": naming.label(meaning.name)}
            raise InputError(Problem("list_columns_same", values, path))
        else:
            known[header] = meaning
    if not bare and not any(meaning.name in book.facts for meaning in known.values()):
        raise InputError(Problem("list_no_known_column", {"headers": ", ".join(list(unknown)[:8])}, path))
    cells = CellReader(book, known, [*unknown, *ignored])
    return Columns({header: meaning.name for header, meaning in known.items()}, unknown, cells)


def _fits(book: Rulebook, label: str, cells: Iterable[Any]) -> bool:
    """Whether the column of a list can be what its header is nearly called: at least one of its cells says so."""
    fact = book.facts.get(naming_of(book).find(label) or "")
    said = [cell for cell, _ in zip((cell for cell in cells if not is_blank(cell)), range(_TRIED), strict=False)]
    if fact is None or not said:
        return True
    for cell in said:
        try:
            parse(fact, cell, confirmed=True)
        except ValueProblem:
            continue
        return True
    return False
