"""Vietnamese as people type it: letters that nobody sees, two ways to spell one word, diacritics left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

#: Letters that stand in cells and are never seen: zero-width ones, soft hyphens, marks of direction and of variants.
_UNSEEN = dict.fromkeys(
    map(
        ord,
        "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
        "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff",
    )
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_WORD = re.compile(r"[^\W\d_]+")
#: A syllable without its tone that may end in y as in i: sĩ and sỹ, kĩ and kỹ, lí and lý.
_ENDS_IN_Y = re.compile(r"(qu|[bcdđghklmnprstvx]+)y")


def seen(text: str) -> str:
    """``text`` without the letters that nobody sees."""
    return text if text.isascii() else text.translate(_UNSEEN)


def bare(text: str) -> str:
    """``text`` (in small letters) without diacritics, as it is compared where they may be left out."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def one_spelling(text: str) -> str:
    """``text`` (in small letters) as it is compared where a word has two spellings: hóa and hoá, sĩ and sỹ."""
    return _WORD.sub(lambda word: _syllable(word[0]), text)


@lru_cache(maxsize=1 << 13)  # as many as there are syllables, of which names and headers have a few hundred
def _syllable(word: str) -> str:
    """A word with its tone at the end, and with i where y would sound the same."""
    apart = unicodedata.normalize("NFD", word)
    tone = "".join(letter for letter in apart if letter in _TONES)
    plain = unicodedata.normalize("NFC", "".join(letter for letter in apart if letter not in _TONES))
    if _ENDS_IN_Y.fullmatch(plain):
        plain = plain[:-1] + "i"
    return plain + tone


def alike(text: str, known: Mapping[str, str]) -> str | None:
    """What ``text`` means among the ``known`` texts, by another spelling or without diacritics; None where unsure."""
    meant = _only(known[other] for other in known if one_spelling(other) == one_spelling(text))
    if meant is None and text == bare(text):
        meant = _only(known[other] for other in known if bare(other) == text)
    if meant is None:
        # A letter that nobody sees may have stood for the space.
        joined = one_spelling(text).replace(" ", "")
        meant = _only(known[other] for other in known if one_spelling(other).replace(" ", "") == joined)
    return meant


def _only(meant: Iterable[str]) -> str | None:
    found = set(meant)
    return found.pop() if len(found) == 1 else None
