"""What the columns of a list or a register tell of a person: who it is, where, and what support was had."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ancu.errors import Problem, RulebookError
from ancu.household.members import BORN_ON, GENDER, besides_of, people_of
from ancu.kept import kept
from ancu.messages import LANGUAGES, Language, default_language, message
from ancu.rulebook.member_names import FULL_NAME, NUMBER, RELATION
from ancu.rulebook.model import Bounds, ChoiceValue, FactDef
from ancu.rulebook.naming import naming_of
from ancu.rulebook.rulebook import EarlierSupport, Rulebook
from ancu.rulebook.values import is_blank, normalise
from ancu.screening.headers.group_titles import GroupTitles
from ancu.screening.headers.meanings import ColumnMap, Meaning, Meanings

#: Columns of the rulebook's file by what they hold.
KIND, ON, AMOUNT = "support_kind", "support_on", "support_amount"
FORMER_NUMBER, BIRTH_YEAR, KEY = "former_number", "birth_year", "register_key"
COMMUNE, HOUSE, PROJECT = "commune", "house", "project"
#: The fact of a record that tells its province.
PROVINCE = "province"
#: Columns whose cells are kept as they are written.
TEXTS = (FULL_NAME, NUMBER, FORMER_NUMBER, BIRTH_YEAR, KEY, COMMUNE, HOUSE, PROJECT)
#: More money than any support, in đồng.
_MOST_MONEY = 100_000_000_000


def support_of(book: Rulebook) -> EarlierSupport:
    """The earlier support that ``book`` knows; :class:`RulebookError` where it knows none."""
    if book.earlier_support is None:
        raise RulebookError(Problem("doubles_unknown_to_rulebook"))
    return book.earlier_support


@kept
def roster_book(book: Rulebook) -> Rulebook:
    """A rulebook whose facts are what a list or register tells of a person, besides texts."""
    support, person = support_of(book), people_of(book).person
    columns = support.columns
    kinds = {
        name: ChoiceValue(vi=kind.title.vi, en=kind.title.en, synonyms=list(kind.synonyms))
        for name, kind in support.kinds.items()
    }
    made: dict[str, dict[str, Any]] = {
        KIND: {"type": "choice", "values": kinds},
        ON: {"type": "date"},
        AMOUNT: {"type": "money", "bounds": Bounds(min=0, max=_MOST_MONEY)},
    }
    facts = {
        name: FactDef(label=column.label, synonyms=column.synonyms, section="person", **made[name])
        for name, column in columns.items()
        if name in made and column.label is not None
    }
    for name in (RELATION, BORN_ON, GENDER):
        more = columns[name].synonyms if name in columns else []
        fact = person.facts[name]
        facts[name] = fact.model_copy(update={"synonyms": [*fact.synonyms, *more]})
    if PROVINCE in book.facts:
        facts[PROVINCE] = book.facts[PROVINCE]
    return replace(person, facts=facts, people=None)


def text_names(support: EarlierSupport) -> Mapping[str, str]:
    """What lists call the columns of :data:`TEXTS`, as compared, with their names."""
    called: dict[str, str] = {}
    for name, column in support.columns.items():
        if name in TEXTS:
            labels = (column.label.vi, column.label.en) if column.label is not None else ()
            for text in (name, *labels, *column.synonyms):
                called.setdefault(normalise(text), name)
    for name in (FULL_NAME, NUMBER):
        for lang in LANGUAGES:
            for text in (name, *message(f"names_of_{name}", lang).split("; ")):
                called.setdefault(normalise(text), name)
    return called


class RosterMeanings(Meanings):
    """Finds what the headers of a list or register of people mean under the rulebook ``whole``."""

    def __init__(self, whole: Rulebook, mapping: ColumnMap | None = None) -> None:
        super().__init__(roster_book(whole), mapping)
        self.whole, self.texts = whole, text_names(support_of(whole))

    def label(self, name: str) -> object:
        return lambda lang: label_of(self.whole, name, lang)

    def is_relation(self, header: str) -> bool:
        meaning = self.find(header)
        return meaning is not None and meaning.name == RELATION

    def is_day(self, header: str) -> bool:
        meaning = self.find(header)
        return meaning is not None and meaning.name not in TEXTS and super().is_day(header)

    def titles_of(self, headers: Iterable[str]) -> GroupTitles:
        found = (meaning.name for header in headers if header and (meaning := self.find(header)) is not None)
        return GroupTitles(self.book, (name for name in found if name in self.book.facts))

    def is_case(self, headers: Sequence[str], cells: Sequence[Any]) -> bool:
        """Whether ``cells`` are those of a person: a number of a digit at least, or a name with something beside it."""
        filled = {
            meaning.name: str(cell)
            for header, cell in zip(headers, cells, strict=False)
            if header and not is_blank(cell) and (meaning := self.find(header)) is not None
        }
        if any(any(map(str.isdigit, filled.get(name, ""))) for name in (NUMBER, FORMER_NUMBER, KEY)):
            return True
        if FULL_NAME in filled:
            return len(filled) > 1
        return super().is_case(headers, cells)

    def _find(self, key: str) -> Meaning | None:
        if self.mapping is not None and key in self.mapping.columns:
            return self.mapping.columns[key]
        if self.mapping is not None and key in self.mapping.ignored:
            return None
        if key in self.texts:
            return Meaning(self.texts[key])
        if (besides := besides_of(key)) in (FULL_NAME, NUMBER):
            return Meaning(besides)
        return super()._find(key)


def label_of(book: Rulebook, name: str, lang: Language | None) -> str:
    """What the column ``name`` of a list or register is called."""
    column = support_of(book).columns.get(name)
    if column is not None and column.label is not None:
        return column.label[lang or default_language()]
    if name in (FULL_NAME, NUMBER):
        return message(f"names_of_{name}", lang).split("; ")[0]
    said: str = naming_of(roster_book(book)).label(name)(lang)  # type: ignore[operator]
    return said
