"""Columns that are headed by a choice and marked with an x: "Hộ nghèo | Hộ cận nghèo" under "Đối tượng"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import is_blank, normalise, spoken_choices, yes_no_words
from ancu.screening.headers.meanings import Meaning, Meanings, value_key

#: The cells of a column that a source holds, each at least once.
Distinct = Callable[[str], Iterable[Any]]

#: Marks that can be summed up, as in a workbook: this household is one, that is none.
_ONE, _NONE = "1", "0"
#: Titles over such columns that say nothing but that one of them applies.
_TITLES = (
    "đối tượng", "đối tượng chính sách", "đối tượng ưu tiên", "diện", "thuộc diện", "diện chính sách", "thuộc",
    "loại hộ", "phân loại", "phân loại hộ", "nhóm", "là", "type", "group",
)  # fmt: skip


def with_marks(meanings: Meanings, headers: Iterable[str], distinct: Distinct) -> Meanings:
    """``meanings`` with those of columns that are headed by a choice and hold nothing but marks.

    A 1 is a mark where the headers name the fact too: alone, "Con" over ones may count children. "Không" under
    "Hộ nghèo" says of one choice that it does not apply, and nothing of the others.
    """
    headers, book = list(headers), meanings.book
    marked: dict[str, tuple[str, str]] = {}
    counted: set[str] = set()
    named: set[str] = set()
    taken = set()
    for header in headers:
        meaning, key = meanings.find(header), normalise(header)
        if meaning is None and not meanings.ignored(header):
            found = _choice_of(book, key)
            says_fact = found is not None and key not in spoken_choices(book.facts[found[0]])
        else:
            # "Hộ nghèo" is a name of the fact and one of its choices.
            found = _own_choice(book, meaning, key) if meaning is not None else None
            says_fact = found is not None
        marks = _marks_alone(distinct(header)) if found is not None else None
        if found is not None and marks:
            marked[header] = found
            counted |= {header} if _ONE in marks else set()
            named |= {found[0]} if says_fact else set()
        elif meaning is not None:
            taken.add(meaning.name)
    for header, (name, choice) in marked.items():
        if name not in taken and (header not in counted or name in named):
            label = book.facts[name].values[choice].vi
            values = {value_key(word): label if applies else None for word, applies in yes_no_words().items()}
            meanings = meanings.naming(header, Meaning(name, values=values))
    return meanings


def _own_choice(book: Rulebook, meaning: Meaning, header: str) -> tuple[str, str] | None:
    fact = book.facts.get(meaning.name)
    if fact is None or meaning.values or fact.value_type.kind not in ("choice", "list"):
        return None
    choice = spoken_choices(fact).get(header)
    return (meaning.name, choice) if choice is not None else None


def shares(fact: FactDef | None, first: Mapping[str, Any], second: Mapping[str, Any]) -> bool:
    """Whether two columns may tell one ``fact``, by what the words in each of them mean."""
    return fact is not None and fact.value_type.kind in ("choice", "list") and bool(first) and bool(second)


def _marks_alone(cells: Iterable[Any]) -> set[str] | None:
    """The marks of a column that holds nothing else, or words for yes and no; None where it holds anything else."""
    marks = set()
    for cell in cells:
        key = value_key(cell)
        if key in yes_no_words():
            marks.add(key)
        elif not is_blank(cell):
            return None
    return marks - {_NONE}


def _choice_of(book: Rulebook, header: str) -> tuple[str, str] | None:
    """The fact and the choice that a header names, under a title or by itself; None where several might be meant."""
    words = header.split()
    for at in range(len(words)):
        title, rest = " ".join(words[:at]), " ".join(words[at:])
        of_title = naming_of(book).find(title) if title else None
        if title and of_title is None and title not in _TITLES:
            continue
        found = [(name, choice) for name, choices in _choices(book).items() if (choice := choices.get(rest))]
        named = [each for each in found if each[0] == of_title]
        if len(named or found) == 1:
            return (named or found)[0]
    return None


def _choices(book: Rulebook) -> dict[str, Mapping[str, str]]:
    return {
        name: spoken_choices(fact) for name, fact in book.facts.items() if fact.value_type.kind in ("choice", "list")
    }
