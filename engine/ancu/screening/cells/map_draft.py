"""A first draft of the mapping file for a list: what is known, what is guessed, and what an officer has to say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
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
from ancu.screening.headers.meanings import Meaning, Meanings
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


def draft_map(book: Rulebook, listing: Listing, path: str, lang: Language, people: Listing | None = None) -> str:
    """The text of a mapping file for ``listing``, and for the list of the ``people`` of its households.

    Every guess ends in "?", and none is used until that is gone. One file speaks of both lists: a header that stands in
    both is told once.
    """
    among = any(map(Meanings(book).is_relation, listing.headers))
    drafts = [_Draft(book, listing, lang, record=True, person=among)]
    if people is not None:
        told = {normalise(header) for header in listing.headers}
        others = replace(people, headers=[header for header in people.headers if normalise(header) not in told])
        drafts.append(_Draft(book, others, lang, record=False, person=True))
    return "\n".join(_lines(book, drafts, path, lang)) + "\n"


def _lines(book: Rulebook, drafts: Sequence[_Draft], path: str, lang: Language) -> Iterator[str]:
    """The file, line by line."""
    known = [header for draft in drafts for header in draft.known]
    guessed = [line for draft in drafts for line in draft.guessed]
    ignored = [header for draft in drafts for header in draft.ignored]
    yield from (f"# {line}" for line in message("draft_head", lang, path=Path(path).name).splitlines())
    if known:
        yield f"# {message('draft_known', lang, headers='; '.join(known))}"
    if guessed:
        yield f"{message('map_columns', lang)}:"
        yield from guessed
    if ignored:
        yield f"{message('map_ignore', lang)}:"
        yield from (f"  - {_quoted(header)}" for header in ignored)
    yield f"# {message('draft_constants', lang)}"
    yield f"# {message('map_constants', lang)}:"
    fact = next(iter(book.facts.values()))
    value = next(iter(fact.values.values()), None)
    yield f"#   {_quoted(fact.label[lang])}: {_quoted(value[lang]) if value is not None else 1}"


class _Draft:
    """What a mapping file says of the columns of one list, of records or of people or of both."""

    def __init__(self, book: Rulebook, listing: Listing, lang: Language, *, record: bool, person: bool) -> None:
        self.book, self.listing, self.lang = book, listing, lang
        self.meanings = PeopleMeanings(book) if person else Meanings(book)
        of_person = people_of(book).person if person else None
        self.facts = {**(book.facts if record else {}), **(of_person.facts if of_person is not None else {})}
        #: The rulebook that knows a fact: what a person's row tells is the person's.
        self._persons = of_person
        self.taken = {meaning.name for header in listing.headers if (meaning := self.meanings.find(header)) is not None}
        names = {text: name for text, name in naming_of(book).names().items() if record or name == CASE}
        of_people = naming_of(of_person).names() if of_person is not None else {}
        self.names = {**names, **{text: name for text, name in of_people.items() if name in self.facts}}
        self.known: list[str] = []
        self.guessed: list[str] = []
        self.ignored: list[str] = []
        self._sort()

    def _m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def _rules_of(self, name: str) -> Rulebook:
        return self._persons if self._persons is not None and name in self._persons.facts else self.book

    def _sort(self) -> None:
        """Tell what is known, what is guessed, and what an officer has to say."""
        for header in self.listing.headers:
            meaning = self.meanings.find(header)
            guess = self._guess(header) if meaning is None and not self.meanings.known(header) else None
            entry = list(self._column(header, meaning or guess, guess is not None))
            if self.meanings.known(header) and not entry:
                self.known.append(header)
            elif entry:
                self.guessed += entry
            else:
                self.ignored.append(header)

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

    def _column(self, header: str, meaning: Meaning | None, guess: bool) -> Iterator[str]:
        """What the file says of a column; nothing where nothing need be said."""
        if meaning is None:
            return
        values = list(self._values(header, meaning))
        if not guess and not values:
            return
        mark = f" {UNCONFIRMED}" if guess else ""
        yield f"  {_quoted(header)}:"
        yield f"    {self._m('map_is')}: {_quoted(self._label(meaning.name) + mark)}"
        if meaning.unit is not None:
            yield f"    {self._m('map_unit')}: {_quoted(meaning.unit)}"
        if values:
            yield f"    {self._m('map_values')}:"
            yield from values

    def _label(self, name: str) -> str:
        if name in (CASE, AS_OF):
            return self._m(f"heading_{name}")
        return self.facts[name].label[self.lang]

    def _values(self, header: str, meaning: Meaning) -> Iterator[str]:
        """The words of a column that have no meaning yet, each with the nearest known one."""
        fact = self.facts.get(meaning.name)
        if fact is None or fact.value_type.kind not in ("choice", "yes_no", "list"):
            return
        cells = CellReader(self._rules_of(meaning.name), {header: meaning})
        unread: dict[str, str] = {}
        for row in self.listing.rows:
            written = row.cells.get(header)
            try:
                cells.read(header, written)
            except ValueProblem as problem:
                near = problem.values.get("near")
                nearest = near(self.lang) if callable(near) else ""
                unread.setdefault(str(written).strip(), f"{nearest} {UNCONFIRMED}".strip())
                if len(unread) == _MOST_VALUES:
                    break
        yield from (f"      {_quoted(written)}: {_quoted(meant)}" for written, meant in unread.items())


def _likeness(header: str, known: str) -> float:
    """How like two names are, from 0 to 1: by their letters, and by the words they share."""
    words, others = set(header.split()), set(known.split())
    shared = len(words & others) / len(words | others)
    matcher = SequenceMatcher(None, header, known, autojunk=False)
    return max(shared, matcher.ratio() - 0.15 if matcher.quick_ratio() > _LIKE else 0.0)


def _quoted(text: str) -> str:
    """``text`` as YAML, in quotes: nothing in it can be taken for anything else."""
    return json.dumps(text, ensure_ascii=False)
