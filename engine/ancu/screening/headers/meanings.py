"""What the headers of a list mean: by the vocabulary, by a unit that stands in them, or by a mapping file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from typing import Any

from ancu.errors import InputError, Problem, nearest, suggestion
from ancu.frozen import frozen
from ancu.rulebook.member_names import RELATION
from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.spelling import seen
from ancu.rulebook.values import ValueProblem, fits_unit, is_blank, normalise, parse, parse_date
from ancu.screening.headers.group_titles import GroupTitles
from ancu.screening.headers.units import split_unit

#: Headers of amounts by the year: "Thu nhập (triệu đồng/năm)", "Thu nhập cả năm", "Income per year".
_BY_YEAR = re.compile(
    r"(?P<label>.+?)\s*(?:[(\[,/]?\s*[^()\[\]]*?[/ ](?:năm|year)[)\]]?|/\s*năm|(?:hàng |mỗi |một |cả |trong )?năm)"
)
#: Headers that say of a monthly amount that it is one: "Thu nhập/tháng".
_BY_MONTH = re.compile(
    r"(?P<label>[^()]+?)\s*(?:[(\[]?\s*/?\s*(?:1 )?tháng\s*[)\]]?|(?:hàng|hằng|mỗi|một|1|theo) tháng)"
)
#: The mark of a note at the end of a header.
_NOTED = re.compile(r"\s*\(\*+\)$")
#: What an id of a case looks like: one word, with a digit.
_ID = re.compile(r"\S*[0-9]\S*")


@frozen
class Meaning:
    """What a column holds: a fact, the case id or the as-of date; the unit of its bare numbers; what its words mean.

    ``values`` are by their normalised text.
    """

    name: str
    unit: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict, compare=False)


@frozen
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


def ignoring(mapping: ColumnMap | None, headers: Iterable[str]) -> ColumnMap:
    """``mapping`` with ``headers`` left aside."""
    keys = frozenset(map(normalise, headers))
    if mapping is None:
        return ColumnMap("", {}, keys, {}, None, {})
    columns = {key: meaning for key, meaning in mapping.columns.items() if key not in keys}
    return replace(mapping, columns=columns, ignored=mapping.ignored | keys)


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
        other._found = {**self._found, normalise(header): meaning}
        return other

    def known(self, header: str) -> bool:
        """Whether ``header`` means something."""
        return self.find(header) is not None

    @property
    def asked(self) -> tuple[str, ...]:
        """The headers that were asked for so far, as compared: of a list as read, all that may be one."""
        return tuple(self._found)

    def label(self, name: str) -> object:
        """What a fact is called in a message."""
        return naming_of(self.book).label(name)

    def is_relation(self, header: str) -> bool:
        """Whether ``header`` is of a column that tells what a person is to the applicant."""
        mapped = self.mapping.columns.get(normalise(header)) if self.mapping is not None else None
        if mapped is not None:
            return mapped.name == RELATION
        return self.book.people is not None and naming_of(self.book.people.person).find_spelled(header) == RELATION

    def is_day(self, header: str) -> bool:
        """Whether ``header`` means a date."""
        meaning = self.find(header)
        if meaning is None or meaning.name == CASE:
            return False
        return meaning.name == AS_OF or self.book.facts[meaning.name].type == "date"

    def titles_of(self, headers: Iterable[str]) -> GroupTitles:
        """What knows the titles of groups of rows in a list with these ``headers``."""
        return GroupTitles(self.book, (meaning.name for h in headers if h and (meaning := self.find(h)) is not None))

    def is_case(self, headers: Sequence[str], cells: Sequence[Any]) -> bool:
        """Whether ``cells`` are those of a case: with an id, or values that their columns accept.

        Numbers alone may be a sum, where the list has a column of ids and this line none.
        """
        words, numbers, ids = 0, 0, False
        for header, cell in zip(headers, cells, strict=False):
            meaning = self.find(header) if header else None
            if meaning is None:
                continue
            if meaning.name == CASE:
                ids = True
                if _ID.fullmatch(str(cell).strip()):
                    return True
            elif self._accepts(meaning, cell):
                fact = self._fact(meaning.name)
                if fact is not None and fact.value_type.kind == "number":
                    numbers += 1
                else:
                    words += 1
        return words > 0 or (numbers > 0 and not ids)

    def _fact(self, name: str) -> FactDef | None:
        return self.book.facts.get(name)

    def _accepts(self, meaning: Meaning, cell: Any) -> bool:
        """Whether a cell says something that its column may say."""
        written = meaning.values.get(value_key(cell), cell)
        if is_blank(written):
            return False
        try:
            if meaning.name == AS_OF:
                parse_date(written)
                return True
            fact = self._fact(meaning.name)
            return fact is not None and parse(fact, written, confirmed=True) is not None
        except ValueProblem:
            return False

    def ignored(self, header: str) -> bool:
        """Whether the mapping file says that ``header`` is of no interest."""
        return self.mapping is not None and normalise(header) in self.mapping.ignored

    def monthly(self, header: str) -> str | None:
        """The fact of a month that ``header`` speaks of by the year; None for any other header."""
        found = _BY_YEAR.fullmatch(normalise(header))
        name = naming_of(self.book).find_spelled(found["label"]) if found is not None else None
        return name if name is not None and self._is_monthly(name) else None

    def _is_monthly(self, name: str) -> bool:
        fact = self.book.facts.get(name)
        return fact is not None and fact.type == "money" and "tháng" in fact.label.vi

    def _find(self, key: str) -> Meaning | None:
        key = _NOTED.sub("", key)
        if self.mapping is not None:
            if key in self.mapping.columns:
                mapped = self.mapping.columns[key]
                # What is a person's alone means nothing in a list of records.
                return mapped if mapped.name in (CASE, AS_OF, *self.book.facts) else None
            if key in self.mapping.ignored:
                return None
        name = naming_of(self.book).find_spelled(key)
        if name is not None:
            return Meaning(name)
        label, unit = split_unit(key)
        meaning = self.find(label) if unit is not None else None
        fact = self.book.facts.get(meaning.name) if meaning is not None and meaning.unit is None else None
        if meaning is not None and fact is not None and unit is not None and fits_unit(fact, unit):
            return replace(meaning, unit=unit)
        monthly = _BY_MONTH.fullmatch(key)
        meaning = self.find(monthly["label"]) if monthly is not None else None
        return meaning if meaning is not None and self._is_monthly(meaning.name) else None


def value_key(written: object) -> str:
    """A cell as the ``values`` of a mapping file are compared; punctuation counts, unlike in headers."""
    text = unicodedata.normalize("NFC", seen(str(written))).casefold()
    return " ".join(unicodedata.normalize("NFC", text).split())
