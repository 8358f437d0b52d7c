"""What people call a fact: its id, its label in either language, a synonym; and the two columns any list may have."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cached_property

from ancu.errors import nearest
from ancu.kept import kept
from ancu.messages import LANGUAGES, default_language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.spelling import bare, one_spelling
from ancu.rulebook.values import normalise

#: What parts words and may be left out, or be another of its kind.
_BETWEEN = re.compile(r"[,;/–-]|\.(?!\d)")
CASE = "case"
AS_OF = "as_of"


class Naming:
    """Finds the fact (or :data:`CASE`, :data:`AS_OF`) that a header or key means."""

    def __init__(self, book: Rulebook) -> None:
        self._ids: dict[str, str] = {}
        self._spoken: dict[str, str] = {}
        self._labels = {name: fact.label for name, fact in book.facts.items()}
        for name, key in ((CASE, "heading_case"), (AS_OF, "heading_as_of")):
            self._learn(name, [name, *(message(key, lang) for lang in LANGUAGES)])
            for lang in LANGUAGES:
                self._learn(name, message(f"{key}_synonyms", lang).split("; "))
        for name, fact in book.facts.items():
            self._learn(name, [name, fact.label.vi, fact.label.en, *fact.synonyms])

    def _learn(self, name: str, written: list[str]) -> None:
        for text in written:
            self._ids.setdefault(normalise(text), name)
            self._spoken.setdefault(text, name)

    def find(self, written: str) -> str | None:
        """The fact that ``written`` names, or None."""
        return self._ids.get(normalise(written))

    def find_spelled(self, written: str) -> str | None:
        """As :meth:`find`, for what people type in other ways: hoá for hóa, no diacritics at all ("Thu nhap"), commas.

        None where two names would then be one.
        """
        text = normalise(written)
        return self._ids.get(text) or self._alike(text)

    def _alike(self, text: str) -> str | None:
        """What ``text`` means in another spelling: in the nearest to it in which one name alone is called so."""
        words = _words_alone(text)
        near = self._by_bare_words.get(bare(words), ())
        spelled = ((one_spelling, one_spelling), (bare, str), (_words_alone, _words_alone), (_bare_words, _words_alone))
        for of_name, of_text in spelled if near else ():
            meant = {self._ids[name] for name in near if of_name(name) == of_text(text)}
            if len(meant) == 1:
                return meant.pop()
        return None

    @cached_property
    def _by_bare_words(self) -> Mapping[str, Collection[str]]:
        """The names that may be meant, by what is left of them in every other spelling: most headers and cells are
        none, and one look tells."""
        found: dict[str, dict[str, None]] = {}
        for name in self._ids:
            for key in (_bare_words(name), _bare_words(bare(name))):
                found.setdefault(key, {})[name] = None
        return found

    def names(self) -> Mapping[str, str]:
        """Everything that lists call a fact (or :data:`CASE`, :data:`AS_OF`), as compared, with what it means."""
        return self._ids

    def written(self) -> Collection[str]:
        """The same names as the vocabulary writes them."""
        return self._spoken.keys()

    def label(self, name: str) -> object:
        """What a fact, :data:`CASE` or :data:`AS_OF` is called in a message: a value in the reader's language."""
        if name in (CASE, AS_OF):
            return lambda lang: message(f"heading_{name}", lang)
        return lambda lang: self._labels[name][lang or default_language()]

    def near(self, written: str) -> str | None:
        """The known name most like ``written``."""
        near = nearest(normalise(written), self._ids)
        return next((text for text in self._spoken if normalise(text) == near), None) if near else None


def _words_alone(text: str) -> str:
    """``text`` without what parts its words: "Ngày, tháng, năm sinh" is "Ngày/tháng/năm sinh"."""
    return " ".join(one_spelling(_BETWEEN.sub(" ", text)).split())


def _bare_words(text: str) -> str:
    """The words of ``text`` alone, without diacritics."""
    return bare(_words_alone(text))


@kept
def naming_of(book: Rulebook) -> Naming:
    """The naming of ``book``, made once."""
    return Naming(book)
