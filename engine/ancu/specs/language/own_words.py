"""A phrase and more words of its own: what else a line says is said in other phrases that mean the same.

"Học sinh dân tộc nội trú công lập" is no phrase; "học sinh dân tộc nội trú" is one, and "công lập" is said in others
about students. Such words make no other thing of it: they tell how people come to speak of it. What could make another
thing of it is never such a word: whom it is said of, how much, what denies or tells apart
(docs/decisions/0051-words-of-a-meaning.md).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ancu.rulebook.phrases import Spoken
from ancu.specs.language.words import Token, Words

#: A phrase as tokens, and what it states by fact.
_Row = tuple[str, ...]
_Stated = Mapping[str, Hashable]


@dataclass(frozen=True)
class Known:
    """A phrase, its words in their common form, and what it states."""

    phrase: Spoken
    row: _Row
    stated: _Stated

    @property
    def meaning(self) -> Hashable:
        """What its words are counted for: the fact that is its own, with the value."""
        return self.phrase.name, self.stated[self.phrase.name]


class OwnWords:
    """Finds the phrase that stands in a line beside words of its own."""

    def __init__(self, words: Words, known: Iterable[Known]) -> None:
        self._words = words
        self.phrases = list(known)
        often = Counter(token for one in self.phrases for token in set(one.row))
        #: The phrases by the word of theirs that the fewest phrases have.
        self._by_rarest: dict[str, list[Known]] = {}
        #: By meaning, the words that its phrases have and that change nothing.
        self._own: dict[Hashable, set[str]] = {}
        for one in self.phrases:
            self._by_rarest.setdefault(min(one.row, key=lambda token: often[token]), []).append(one)
            self._own.setdefault(one.meaning, set()).update(token for token in one.row if self._idle(token))

    def find(self, row: _Row) -> Known | None:
        """The one phrase that ``row`` says with words of its own; None where it says none, or something else too."""
        within = [one for token in set(row) for one in self._by_rarest.get(token, ()) if _stands_in(one.row, row)]
        for one in sorted(within, key=lambda one: (-len(one.row), one.phrase.text)):
            besides = Counter(row) - Counter(one.row)
            if besides.keys() <= self._own[one.meaning] and all(_says_no_more(other, one) for other in within):
                return one
        return None

    def _idle(self, token: str) -> bool:
        """Whether a word may stand beside a phrase: it names nobody, and neither counts nor denies nor tells apart."""
        said = f" {token} "
        firm = (*self._words.decisive, *self._words.denying, *self._words.persons)
        return token[:1] not in "<0123456789" and not any(f" {word} " in said for word in firm)


def _says_no_more(one: Known, than: Known) -> bool:
    return set(one.row) <= set(than.row) or one.stated.items() <= than.stated.items()


def _stands_in(row: _Row, other: _Row) -> bool:
    """Whether the words of ``row`` stand in ``other`` in their order."""
    rest: Iterator[str] = iter(other)
    return all(token in rest for token in row)


def rows_of(tokens: list[Token]) -> Iterator[tuple[Token | None, _Row]]:
    """``tokens`` as they are compared: all as they stand, or one of the numbers as what fills a blank."""
    row = tuple(token.text for token in tokens)
    if all(token.text != "…" for token in tokens):
        yield None, row
    for at, token in enumerate(tokens):
        if token.kind:
            yield token, (*row[:at], f"<{token.kind}>", *row[at + 1 :])
