"""What the headers of a list mean: by the vocabulary, by a unit that stands in them, or by a mapping file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ancu.errors import InputError, Problem, nearest, suggestion
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.people import RELATION
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import fits_unit, normalise
from ancu.screening.headers.units import split_unit


@dataclass(frozen=True)
class Meaning:
    """What a column holds: a fact, the case id or the as-of date; the unit of its bare numbers; what its words mean.

    ``values`` are by their normalised text.
    """

    name: str
    unit: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class ColumnMap:
    """A mapping file as read: meanings by normalised header, ignored headers, facts (as engine values) for every row.

    ``written`` gives each mapped header as the file writes it, with its place.
    """

    path: str
    columns: Mapping[str, Meaning]
    ignored: frozenset[str]
    constants: Mapping[str, Any]
    as_of: date | None
    written: Mapping[str, tuple[str, int, int]]

    def check_used(self, headers: Iterable[str]) -> None:
        """Raise :class:`InputError` for every mapped column that a list with these ``headers`` does not have."""
        here = {normalise(text): header for header in headers for text in (header, split_unit(header)[0])}
        problems = []
        for key in self.columns:
            if key not in here:
                header, line, column = self.written[key]
                near = nearest(key, here)
                hint = suggestion(header, [here[near]] if near else [])
                values = {"header": header, "hint": hint}
                problems.append(Problem("map_no_such_column", values, self.path, line, column))
        if problems:
            raise InputError(problems)


class Meanings:
    """Finds what headers mean under a rulebook and, where there is one, a mapping file."""

    def __init__(self, book: Rulebook, mapping: ColumnMap | None = None) -> None:
        self.book, self.mapping = book, mapping
        self._found: dict[str, Meaning | None] = {}

    def find(self, header: str) -> Meaning | None:
        """The meaning of ``header``; None for one that is unknown or ignored."""
        key = normalise(header)
        if key not in self._found:
            self._found[key] = self._find(key)
        return self._found[key]

    def naming(self, header: str, meaning: Meaning) -> Meanings:
        """The same, with a ``meaning`` for one ``header``."""
        other = type(self)(self.book, self.mapping)
        other._found[normalise(header)] = meaning
        return other

    def known(self, header: str) -> bool:
        """Whether ``header`` means something."""
        return self.find(header) is not None

    @property
    def asked(self) -> tuple[str, ...]:
        """The headers that were asked for so far, as compared: of a list as read, all that may be one."""
        return tuple(self._found)

    def is_relation(self, header: str) -> bool:
        """Whether ``header`` is of a column that tells what a person is to the applicant."""
        mapped = self.mapping.columns.get(normalise(header)) if self.mapping is not None else None
        if mapped is not None:
            return mapped.name == RELATION
        return self.book.people is not None and naming_of(self.book.people.person).find(header) == RELATION

    def is_day(self, header: str) -> bool:
        """Whether ``header`` means a date."""
        meaning = self.find(header)
        if meaning is None or meaning.name == CASE:
            return False
        return meaning.name == AS_OF or self.book.facts[meaning.name].type == "date"

    def ignored(self, header: str) -> bool:
        """Whether the mapping file says that ``header`` is of no interest."""
        return self.mapping is not None and normalise(header) in self.mapping.ignored

    def _find(self, key: str) -> Meaning | None:
        if self.mapping is not None:
            if key in self.mapping.columns:
                mapped = self.mapping.columns[key]
                # What is a person's alone means nothing in a list of records.
                return mapped if mapped.name in (CASE, AS_OF, *self.book.facts) else None
            if key in self.mapping.ignored:
                return None
        name = naming_of(self.book).find(key)
        if name is not None:
            return Meaning(name)
        label, unit = split_unit(key)
        if unit is None:
            return None
        meaning = self.find(label)
        fact = self.book.facts.get(meaning.name) if meaning is not None and meaning.unit is None else None
        return replace(meaning, unit=unit) if meaning and fact is not None and fits_unit(fact, unit) else None


def value_key(written: object) -> str:
    """A cell as the ``values`` of a mapping file are compared; punctuation counts, unlike in headers."""
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", str(written)).casefold()).split())
