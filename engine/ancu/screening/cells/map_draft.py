"""A first draft of the mapping file for a list: what is known, what is guessed, and what an officer has to say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from ancu.household.members import people_of
from ancu.likeness import LIKE, alike, same_in_meaning
from ancu.messages import Language, message
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, fits_unit, normalise
from ancu.screening.cells.reader import CellReader
from ancu.screening.headers.map_file import UNCONFIRMED
from ancu.screening.headers.meanings import ColumnMap, Meaning, Meanings
from ancu.screening.headers.people import PeopleMeanings
from ancu.screening.headers.units import split_unit
from ancu.screening.lists.listing import Listing

#: How like a known name a header must be to be guessed; how many unread values of a column are listed.
_LIKE = 0.5
_MOST_VALUES = 30
#: Rows whose values are tried.
_TRIED = 500
#: Letters of a code.
_CODE = 3


@dataclass(frozen=True)
class DraftedColumn:
    """What a draft says of a column: what it holds, if that is known or guessed, and its words that mean nothing yet.

    ``guess``: nobody has confirmed the meaning. ``known``: the header says all that need be said. ``unread`` are words
    of the column, each with the nearest one of the vocabulary, or nothing. ``label`` is what the vocabulary calls it.
    """

    header: str
    meaning: Meaning | None
    label: str
    guess: bool
    known: bool
    unread: Mapping[str, str]


def drafted_columns(
    book: Rulebook, listing: Listing, lang: Language, people: Listing | None = None, mapping: ColumnMap | None = None
) -> list[DraftedColumn]:
    """What is known and guessed of the columns of ``listing``, and of the list of the ``people`` of its households.

    What ``mapping`` says is known, and what it leaves out is not guessed. A header that stands in both lists is told
    once.
    """
    among = any(map(Meanings(book, mapping).is_relation, listing.headers))
    drafts = [_Draft(book, listing, lang, mapping, record=True, person=among)]
    if people is not None:
        told = {normalise(header) for header in listing.headers}
        others = replace(people, headers=[header for header in people.headers if normalise(header) not in told])
        drafts.append(_Draft(book, others, lang, mapping, record=False, person=True))
    return [column for draft in drafts for column in draft.columns]


def draft_map(book: Rulebook, listing: Listing, path: str, lang: Language, people: Listing | None = None) -> str:
    """The text of a mapping file for ``listing``, and for the list of the ``people`` of its households.

    Every guess ends in "?", and none is used until that is gone. One file speaks of both lists.
    """
    return "\n".join(_lines(book, drafted_columns(book, listing, lang, people), path, lang)) + "\n"


def _lines(book: Rulebook, columns: Sequence[DraftedColumn], path: str, lang: Language) -> Iterator[str]:
    """The file, line by line."""
    known = [column.header for column in columns if column.known]
    guessed = [column for column in columns if not column.known and column.meaning is not None]
    guessed = [column for column in guessed if column.guess or column.unread]
    ignored = [column.header for column in columns if not column.known and column not in guessed]
    yield from (f"# {line}" for line in message("draft_head", lang, path=Path(path).name).splitlines())
    if known:
        yield f"# {message('draft_known', lang, headers='; '.join(known))}"
    if guessed:
        yield f"{message('map_columns', lang)}:"
        for column in guessed:
            mark = f" {UNCONFIRMED}" if column.guess else ""
            values = {word: f"{near} {UNCONFIRMED}".strip() for word, near in column.unread.items()}
            assert column.meaning is not None
            yield from column_lines(column.header, column.label + mark, column.meaning.unit, values, lang)
    yield from ignored_lines(ignored, lang)
    yield f"# {message('draft_constants', lang)}"
    yield f"# {message('map_constants', lang)}:"
    fact = next(iter(book.facts.values()))
    value = next(iter(fact.values.values()), None)
    yield f"#   {_quoted(fact.label[lang])}: {_quoted(value[lang]) if value is not None else 1}"


def column_lines(header: str, name: str, unit: str | None, values: Mapping[str, str], lang: Language) -> Iterator[str]:
    """What a mapping file says of a column: what it is called in the vocabulary, its unit, what its words mean."""
    yield f"  {_quoted(header)}:"
    yield f"    {message('map_is', lang)}: {_quoted(name)}"
    if unit is not None:
        yield f"    {message('map_unit', lang)}: {_quoted(unit)}"
    if values:
        yield f"    {message('map_values', lang)}:"
        yield from (f"      {_quoted(written)}: {_quoted(meant)}" for written, meant in values.items())


def ignored_lines(headers: Sequence[str], lang: Language) -> Iterator[str]:
    """What a mapping file says of the columns that are of no interest."""
    if headers:
        yield f"{message('map_ignore', lang)}:"
        yield from (f"  - {_quoted(header)}" for header in headers)


def constant_lines(constants: Mapping[str, str], lang: Language) -> Iterator[str]:
    """What a mapping file says of every row."""
    if constants:
        yield f"{message('map_constants', lang)}:"
        yield from (f"  {_quoted(label)}: {_quoted(written)}" for label, written in constants.items())


class _Draft:
    """What a mapping file says of the columns of one list, of records or of people or of both."""

    def __init__(
        self,
        book: Rulebook,
        listing: Listing,
        lang: Language,
        mapping: ColumnMap | None,
        *,
        record: bool,
        person: bool,
    ) -> None:
        self.book, self.listing, self.lang = book, listing, lang
        self.meanings = PeopleMeanings(book, mapping) if person else Meanings(book, mapping)
        of_person = people_of(book).person if person else None
        self.facts = {**(book.facts if record else {}), **(of_person.facts if of_person is not None else {})}
        #: The rulebook that knows a fact: what a person's row tells is the person's.
        self._persons = of_person
        self.taken = {meaning.name for header in listing.headers if (meaning := self.meanings.find(header)) is not None}
        names = {text: name for text, name in naming_of(book).names().items() if record or name == CASE}
        of_people = naming_of(of_person).names() if of_person is not None else {}
        self.names = {**names, **{text: name for text, name in of_people.items() if name in self.facts}}
        #: What is known, what is guessed, and what an officer has to say.
        self.columns = [self._column(header) for header in listing.headers]

    def _rules_of(self, name: str) -> Rulebook:
        return self._persons if self._persons is not None and name in self._persons.facts else self.book

    def _column(self, header: str) -> DraftedColumn:
        meaning, known = self.meanings.find(header), self.meanings.known(header)
        open_ = not known and not self.meanings.ignored(header)
        guess = self._guess(header) if open_ else None
        found = meaning or guess
        unread = self._unread(header, found) if found is not None else {}
        label = self._label(found.name) if found is not None else ""
        return DraftedColumn(header, found, label, guess is not None, known and not unread, unread)

    def _label(self, name: str) -> str:
        if name in (CASE, AS_OF):
            return message(f"heading_{name}", self.lang)
        return self.facts[name].label[self.lang]

    def _guess(self, header: str) -> Meaning | None:
        """The fact whose name is most like a header, if no other column holds it.

        It speaks of the same person and measure as the header, is counted in its unit, and reads most of its values.
        """
        label, unit = split_unit(header)
        label = normalise(label)
        likely: dict[str, float] = {}
        for text, name in self.names.items():
            if name not in self.taken and same_in_meaning(header, text):
                like = max(alike(label, text), _likeness(label, text))
                if like > max(_LIKE, likely.get(name, 0)):
                    likely[name] = like
        for name in sorted(likely, key=lambda name: -likely[name]):
            fact = self.facts.get(name)
            if unit is not None and (fact is None or not fits_unit(fact, unit)):
                continue
            meaning = Meaning(name, unit)
            # A name that is but a slip of the hand needs no values to speak for it.
            if likely[name] < LIKE and not self._reads(header, meaning):
                continue
            self.taken.add(name)
            return meaning
        return None

    def _reads(self, header: str, meaning: Meaning) -> bool:
        """Whether most values under ``header`` can be what ``meaning`` says, and there is one."""
        cells = CellReader(self._rules_of(meaning.name), {header: meaning})
        fact = self.facts.get(meaning.name)
        in_words = fact is not None and fact.value_type.kind in ("choice", "yes_no", "list")
        read = unread = 0
        for row in self.listing.rows[:_TRIED]:
            written = row.cells.get(header)
            try:
                read += cells.read(header, written) is not None
            except ValueProblem:
                # A code may stand for any word.
                unread += not in_words or len(str(written)) > _CODE
        return read > unread

    def _unread(self, header: str, meaning: Meaning) -> dict[str, str]:
        """The words of a column that have no meaning yet, each with the nearest known one."""
        fact = self.facts.get(meaning.name)
        unread: dict[str, str] = {}
        if fact is None or fact.value_type.kind not in ("choice", "yes_no", "list"):
            return unread
        cells = CellReader(self._rules_of(meaning.name), {header: meaning})
        for row in self.listing.rows:
            written = row.cells.get(header)
            try:
                cells.read(header, written)
            except ValueProblem as problem:
                near = problem.values.get("near")
                nearest = near(self.lang) if callable(near) else ""
                unread.setdefault(str(written).strip(), nearest)
                if len(unread) == _MOST_VALUES:
                    break
        return unread


def _likeness(header: str, known: str) -> float:
    """How like two names are, from 0 to 1: by their letters, and by the words they share."""
    words, others = set(header.split()), set(known.split())
    shared = len(words & others) / len(words | others)
    if min(len(header), len(known)) <= _CODE:  # an abbreviation is like no other
        return shared
    matcher = SequenceMatcher(None, header, known, autojunk=False)
    return max(shared, matcher.ratio() - 0.15 if matcher.quick_ratio() > _LIKE else 0.0)


def _quoted(text: str) -> str:
    """``text`` as YAML, in quotes: nothing in it can be taken for anything else."""
    return json.dumps(text, ensure_ascii=False)
