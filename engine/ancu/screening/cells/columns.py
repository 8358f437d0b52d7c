"""The columns of a list: which fact each holds, and who reads its cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ancu.errors import InputError, Problem
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.cells.reader import CellReader
from ancu.screening.headers.meanings import ColumnMap, Meaning, Meanings


@dataclass(frozen=True)
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

    def header(self, name: str) -> str | None:
        """The header of a fact, the case id or the as-of date."""
        return next((header for header, known in self.known.items() if known == name), None)


def match_columns(book: Rulebook, headers: Iterable[str], path: str, mapping: ColumnMap | None = None) -> Columns:
    """What each header means, by ``mapping`` or the vocabulary; :class:`InputError` if two mean the same."""
    return columns_of(book, headers, path, Meanings(book, mapping))


def columns_of(book: Rulebook, headers: Iterable[str], path: str, meanings: Meanings, *, bare: bool = False) -> Columns:
    """What each header means by ``meanings``; ``bare``: none need mean a fact. :class:`InputError` if two mean one."""
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
                unknown[header] = naming.near(header)
        elif first := next((h for h, m in known.items() if m.name == meaning.name), None):
            values = {"first": first, "second": header, "fact": meaning.name}
            raise InputError(Problem("list_columns_same", values, path))
        else:
            known[header] = meaning
    if not bare and not any(meaning.name in book.facts for meaning in known.values()):
        raise InputError(Problem("list_no_known_column", {"headers": ", ".join(list(unknown)[:8])}, path))
    cells = CellReader(book, known, [*unknown, *ignored])
    return Columns({header: meaning.name for header, meaning in known.items()}, unknown, cells)
