"""Names of Vietnamese people as they are compared: one spelling of each, and how like two are.

The family name stands first and the given name last, though lists also turn them round; names in the middle are left
out, and the mother's family name is put in. Marks are placed in two ways (hòa, hoà), left out, or mistyped.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from ancu.rulebook.spelling import bare, one_spelling, seen

#: Words of address before a name; with fewer words after it they may be the family name.
_ADDRESS = frozenset({"ông", "bà", "anh", "chị", "cụ"})
_LEAST_AFTER_ADDRESS = 3
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
#: Letters, with marks that no letter of their own has.
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
#: What a reader of scans takes for a letter, inside a word.
_DIGIT_IN_WORD = re.compile(r"(?<=[^\W\d_])[01](?=[^\W\d_]|\b)")
_LETTERS = {"0": "o", "1": "l"}
#: Bare spellings that differ in more than this are of different names, from 0 to 100.
LEAST_TYPED = 86


class NameLikeness(IntEnum):
    """How two names agree, from not at all to letter by letter."""

    DIFFERENT = 0
    #: A slip of the hand: a letter wrong, missing, or too many.
    TYPED = 1
    #: The marks differ, though both have some: Hoa and Hòa are two names.
    MARKS = 2
    #: Names in the middle are left out, or the mother's family name put in.
    MIDDLE = 3
    #: The same words in another order.
    ORDER = 4
    #: One of them is written without marks.
    PLAIN = 5
    SAME = 6


@dataclass(frozen=True)
class NameKey:
    """A name as it is compared. ``spelled`` has one spelling of each word, ``plain`` no marks; both small letters.

    ``ordered`` are the plain words by the alphabet; ``first`` and ``last`` the outer ones.
    """

    spelled: str
    plain: str
    ordered: str
    first: str
    last: str

    @property
    def marked(self) -> bool:
        """Whether the name has any mark, so that one without is a different one."""
        return self.spelled != self.plain


NOBODY = NameKey("", "", "", "", "")


@lru_cache(200_000)
def _word(word: str) -> tuple[str, str]:
    """A word in its one spelling, and without marks."""
    spelled = one_spelling(word)
    return spelled, one_spelling(bare(spelled))


def name_key(written: str) -> NameKey:
    """``written`` as names are compared: :data:`NOBODY` where it has no letters."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", seen(written)).casefold())
    if not text.isascii() or not text.replace(" ", "").isalpha():
        text = _DIGIT_IN_WORD.sub(lambda digit: _LETTERS[digit[0]], _ASIDE.sub(" ", text))
        words = _WORD.findall(text)
    else:
        words = text.split()
    if len(words) > _LEAST_AFTER_ADDRESS and words[0] in _ADDRESS:
        words = words[1:]
    if not words:
        return NOBODY
    pairs = [_word(word) for word in words]
    plain = [word for _, word in pairs]
    ordered = " ".join(sorted(plain))
    return NameKey(" ".join(word for word, _ in pairs), " ".join(plain), ordered, plain[0], plain[-1])


def likeness(one: NameKey, other: NameKey, typed: float = 0.0) -> NameLikeness:
    """How two names agree. ``typed``: how like their plain spellings are, from 0 to 100, where that was found out."""
    if not one.plain or not other.plain:
        return NameLikeness.DIFFERENT
    if one.spelled == other.spelled:
        return NameLikeness.SAME
    if one.plain == other.plain:
        return NameLikeness.MARKS if one.marked and other.marked else NameLikeness.PLAIN
    if one.ordered == other.ordered:
        return NameLikeness.ORDER
    if one.first == other.first and one.last == other.last and shortened(one.plain, other.plain):
        return NameLikeness.MIDDLE
    return NameLikeness.TYPED if typed >= LEAST_TYPED else NameLikeness.DIFFERENT


def shortened(one: str, other: str) -> bool:
    """Whether one of two plain names is the other with some words left out."""
    short, long = sorted((one.split(), other.split()), key=len)
    rest = iter(long)
    return len(short) >= 2 and all(word in rest for word in short)
