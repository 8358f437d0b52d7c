"""Which known name a mistyped one means: one that differs by slips of the hand, never one that says something else.

Names that differ in a negation, a number, a person, a measure or a deed are never alike, whatever letters they share.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

#: How like two names must be, from 0 to 1, to be taken for one.
LIKE = 0.75
#: The same to be named among others that it may be.
LIKELY = 0.4
#: Words that change what a name says, by what they tell; names that differ in one of them are never alike.
_TELLING: dict[str, str] = {
    "negation": "không ko chưa chẳng chả ngoài trừ no not non never without none",
    "spouse": "vợ chồng spouse wife husband",
    "parent": "cha bố mẹ má parent parents father mother",
    "child": "con cháu child children son daughter grandchild",
    "sibling": "anh chị em brother sister sibling",
    "elder": "ông bà grandparent",
    "household": "hộ household family",
    "member": "viên member",
    "kin": "nhân kin relative",
    "organisation": "nghiệp cty employer company enterprise organisation",
    "one": "một one",
    "two": "hai two",
    "three": "three",
    "four": "bốn four",
    "five": "five",
    "year": "năm year years yearly annual",
    "month": "tháng month months monthly",
    "day": "ngày day days date",
    "week": "tuần quý week quarter",
    "total": "tổng total",
    "area": "tích area m2",
    "floor": "sàn floor",
    "land": "đất land",
    "rate": "tỷ tỉ lệ rate ratio percent %",
    "count": "số number count",
    "before": "trước before",
    "after": "sau after",
    "least": "thiểu least minimum min",
    "most": "đa most maximum max highest",
    "above": "trên above over",
    "below": "dưới below under",
    "male": "nam male",
    "female": "nữ female",
    "rural": "nông rural",
    "urban": "urban",
    "near": "cận near",
    "buy": "mua buy bought purchase",
    "sell": "bán sell sold",
    "rent": "thuê rent rents rented renting",
    "tax": "thuế tax",
    "borrow": "vay loan borrow",
    "give": "tặng gift give given",
    "build": "xây build built",
    "mend": "sửa repair",
}  # fmt: skip
#: Longer texts are no names.
_LONGEST = 200
_WORD = re.compile(r"[^\W_]+|%")
_CITED = re.compile(r" \([^()]*\d[^()]*\)$")
_PARTS = re.compile(r"\d+|\D+")


def holding(name: str, known: Iterable[str]) -> list[str]:
    """The known names that hold the words of ``name``, two or more, in its order: what was left out is in between."""
    wanted = _words(name)
    if len(wanted) < 2 or len(name) > _LONGEST:
        return []

    def holds(other: str) -> bool:
        words = iter(_words(other))
        return all(word in words for word in wanted)

    return [other for other in known if holds(other)]


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that ``name`` is most like; None where it is like none."""
    names = list(known) if len(name) <= _LONGEST else []
    real = frozenset(word for other in names for word in _words(other))
    best, likeness = None, 0.0
    for other in names:
        like = alike(name, other, real)
        if like > likeness:
            best, likeness = other, like
    return best if likeness >= LIKE else None


def likely(name: str, known: Iterable[str]) -> list[str]:
    """The known names that ``name`` may mean, the likeliest first; so may "Bắc" for "Bắc Ninh"."""
    return _likely(name, tuple(known)) if len(name) <= _LONGEST else []


@lru_cache(4_000)  # each row of a list may hold the same
def _likely(name: str, names: tuple[str, ...]) -> list[str]:
    real = frozenset(word for other in names for word in _words(other))
    found = {other: like for other in names if (like := alike(name, other, real)) >= LIKELY}
    return sorted(found, key=lambda other: -found[other])


def same_in_meaning(one: str, other: str) -> bool:
    """Whether two names agree in every word that would change what they say."""
    return _agree(_words(one), _words(other))


def alike(written: str, known: str, real: frozenset[str] = frozenset()) -> float:
    """How like two names are, from 0 to 1: the share of letters in words that both have, up to slips of the hand.

    0 where each has a word of its own, which then are other words. ``real`` are words that are no slips of others.
    """
    words = _words(written)
    # A place in the law behind a name need not be said.
    others = _words(known if any(map(str.isdecimal, words)) else _CITED.sub("", known))
    if not words or not others:
        return 0.0
    if (
        len(words) != len(others)
        and _agree(words, others)
        and _distance("".join(map(_bare, words)), "".join(map(_bare, others)), 1) <= 1
    ):
        return 0.99  # a space too many or too few
    letters = sum(map(len, words)) + sum(map(len, others))
    left, shared, slips = list(others), 0.0, 0
    alone: list[str] = []
    meant: list[str] = []
    for place, word in enumerate(words, 1):
        found = next((o for o in left if o == word), None) or next((o for o in left if _slip(word, o, real)), None)
        if found is None:
            alone.append(word)
            meant.append(word)
            if len(words) - place < len(left):
                return 0.0  # each keeps a word of its own, whatever follows
            continue
        meant.append(found)
        left.remove(found)
        shared += len(word) + len(found)
        slips += found != word
    if (alone and left) or not _agree(meant, others):
        return 0.0
    return shared / letters - 0.01 * slips


@lru_cache(20_000)
def _words(text: str) -> tuple[str, ...]:
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    # "band8" is a word and a number.
    return tuple(part for word in _WORD.findall(folded) for part in _PARTS.findall(word))


@lru_cache(100_000)
def _bare(word: str) -> str:
    """``word`` without its marks."""
    plain = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


_TOLD = {word: what for what, words in _TELLING.items() for word in words.split()}
#: The same for texts that were typed without marks, where a word may be one of several.
_TOLD_BARE = {_bare(word): what for word, what in _TOLD.items()}


def _agree(words: Sequence[str], others: Sequence[str]) -> bool:
    bare = all(map(str.isascii, words)) or all(map(str.isascii, others))
    return _tells(words, bare) == _tells(others, bare)


def _tells(words: Iterable[str], bare: bool) -> frozenset[str]:
    told = _TOLD_BARE if bare else _TOLD
    found = (word if word.isdecimal() else told.get(_bare(word) if bare else word) for word in words)
    return frozenset(what for what in found if what is not None)


def _slip(word: str, other: str, real: frozenset[str]) -> bool:
    """Whether ``word`` is ``other`` with a slip of the hand; a word that is known itself is none."""
    bare, known = _bare(word), _bare(other)
    if word in real and word != bare:
        return False
    if bare == known:
        return True
    if word in real or bare[0] != known[0] or word.isdecimal() or other.isdecimal():
        return False
    if sorted(bare) == sorted(known) and len(bare) >= 3 and _distance(bare, known, 1) <= 1:
        return True
    short, long = sorted((len(bare), len(known)))
    if short >= 4 and long - short <= 2 and (bare.startswith(known) or known.startswith(bare)):
        return True
    return short >= 3 and long >= 4 and _distance(bare, known, 2) <= (2 if short >= 8 else 1)


def _distance(one: str, other: str, most: int) -> int:
    """How many letters differ, are too many, too few or swapped; any number above ``most`` for more than that."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, its in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
