"""Records as callers send them: names and values as people write them, within limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from unicodedata import normalize

from ancu.decision.deciding import Record, read_record
from ancu.errors import Problem, RecordError
from ancu.household.members import household_key
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse, parse_date
from ancu.service.bounds import EXPLAINED, LONGEST_NAME, LONGEST_TEXT, cut, shortened, size_of
from ancu.service.members import read_household

#: How many names, and how many values, a reader of many records remembers.
REMEMBERED = 100_000
#: How many sets of keys a reader remembers.
SHAPES = 1_000
#: The types of facts whose values say little of whom a record is.
_FEW_VALUES = frozenset({"yes_no", "choice", "list"})
_NEW: Any = object()


def read(book: Rulebook, written: Mapping[str, object], confirmed: Sequence[str] = (), at: str = "") -> Record:
    """As :func:`~ancu.decision.deciding.read_record`, in bounded time and with an answer of bounded length.

    ``at``: the JSON pointer of the record in what was sent.
    """
    naming = naming_of(book)
    known: dict[str, object] = {}
    unknown: dict[str, object] = {}
    of_household: dict[str, object] = {}
    long: list[Problem] = []
    for key, value in written.items():
        if len(key) > LONGEST_NAME:
            unknown[key[:LONGEST_NAME]] = value
        elif household_key(key) is not None:
            of_household[key] = value
        elif naming.find(key) is None:
            unknown[key] = value
        elif isinstance(value, Mapping):
            long.append(Problem("record_nested", {"name": cut(key)}))
        elif size_of(value) > LONGEST_TEXT:
            long.append(Problem("record_too_long", {"name": key, "most": LONGEST_TEXT}))
        else:
            known[key] = value
    explained = dict(list(unknown.items())[:EXPLAINED])
    problems = long
    record = household = None
    sure = [name[:LONGEST_NAME] for name in confirmed[: len(book.facts)]]
    try:
        record = read_record(book, {**known, **explained}, confirmed=sure)
    except RecordError as error:
        problems = [shortened(problem) for problem in error.problems] + long
    if len(unknown) > EXPLAINED:
        problems.append(Problem("record_more_unknown", {"count": len(unknown) - EXPLAINED}))
    try:
        household = read_household(book, of_household, sure, at) if of_household else None
    except RecordError as error:
        problems += error.problems
    if problems or record is None:
        raise RecordError(problems)
    if record.case is not None:
        record = replace(record, case=normalize("NFC", record.case))
    return replace(record, household=household) if household is not None else record


@dataclass(frozen=True, eq=False)
class _Field:
    """A key of what is written: the fact that it names, and the values read so far, texts apart from the others."""

    name: str
    texts: dict[str, Any]
    others: dict[tuple[type, object], Any]


class Reader:
    """Reads many records, remembering what it has read: lists repeat the same names and values.

    ``every_value``: of facts with few values, and of all others too; else nothing is remembered that tells persons
    apart, as for a reader that lives as long as the service.
    """

    def __init__(self, book: Rulebook, *, every_value: bool = True) -> None:
        self.book, self._every_value = book, every_value
        self._fields: dict[str, _Field] = {}
        #: The fields of records with the same keys in the same order.
        self._shapes: dict[tuple[str, ...], tuple[_Field, ...]] = {}
        self._remembered = 0

    def read(self, written: Mapping[str, object], at: str = "") -> Record:
        """As :func:`read`."""
        found: dict[str, Any] = {}
        try:
            shape = self._shapes.get(tuple(written)) or self._shape(written)
            for field, value in zip(shape, written.values(), strict=True):
                if value.__class__ is str:
                    parsed = field.texts.get(value, _NEW)
                else:
                    value = tuple(value) if isinstance(value, list) else value
                    parsed = field.others.get((value.__class__, value), _NEW)
                if parsed is _NEW:
                    parsed = self._cell(field, value)
                if parsed is not None:
                    found[field.name] = parsed
        except (ValueProblem, LookupError, TypeError):  # a TypeError is of an object, or of a list that holds one
            return read(self.book, written, at=at)  # which says all that is wrong
        case, as_of = found.pop(CASE, None), found.pop(AS_OF, None)
        return Record(found, case, as_of)

    def _shape(self, written: Mapping[str, object]) -> tuple[_Field, ...]:
        """The fields of a record; :class:`LookupError` where a key is no fact's, or two are of the same."""
        shape = tuple(self._field(key) for key in written)
        if len({field.name for field in shape}) < len(shape):
            raise LookupError
        if len(self._shapes) >= SHAPES:
            self._shapes.clear()
        self._shapes[tuple(written)] = shape
        return shape

    def _field(self, key: str) -> _Field:
        field = self._fields.get(key)
        if field is None:
            name = naming_of(self.book).find(key) if len(key) <= LONGEST_NAME else None
            if name is None:
                raise LookupError(key)
            if len(self._fields) >= REMEMBERED:
                self._forget()
            field = self._fields[key] = _Field(name, {}, {})
        return field

    def _forget(self) -> None:
        self._fields.clear()
        self._shapes.clear()
        self._remembered = 0

    def _cell(self, field: _Field, value: object) -> Any:
        """What ``value`` means in ``field``, remembered unless it is a case's own id."""
        name = field.name
        if size_of(value) > LONGEST_TEXT:
            raise LookupError(name)
        if name == CASE:
            return None if value is None else normalize("NFC", str(value))
        if name == AS_OF:
            parsed: Any = parse_date(value) if value not in (None, "") else None
        else:
            parsed = parse(self.book.facts[name], list(value) if isinstance(value, tuple) else value)
        if self._every_value or (name != AS_OF and self.book.facts[name].type in _FEW_VALUES):
            if self._remembered >= REMEMBERED:
                self._forget()
            self._remembered += 1
            if isinstance(value, str):
                field.texts[value] = parsed
            else:
                field.others[value.__class__, value] = parsed
        return parsed
