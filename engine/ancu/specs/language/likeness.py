"""How alike two sentences are, and whether one may be meant by the other; a suggestion that misleads is none."""

from __future__ import annotations

import difflib
import re
import unicodedata
from functools import lru_cache

from ancu.messages import LANGUAGES, message

_NUMBER = re.compile(r"[+-]?\d[\d.,/]*(?: (?:triệu|tỷ|nghìn))?(?: đồng)?")
#: How like a sentence has to be to be suggested, and more than how many of its words have to be there.
_LIKE, _SHARED = 0.62, 0.5
#: From how many letters on a word with a slip in it is told from another word.
_LONG = 4


def most_like(written: str, known: list[str], count: int) -> list[str]:
    """The texts most like ``written``, best first: those that are like it at all, and one in any case."""
    scores = {text: _likeness(written, text) for text in known}
    best = sorted(scores, key=lambda text: -scores[text])[:count]
    return [text for text in best if scores[text] >= min(0.6, scores[best[0]])]


def may_mean(written: str, text: str) -> bool:
    """Whether somebody who wrote ``written`` may have meant ``text``."""
    said, words = _words(written), _words(text)
    for key in ("words_denying", "words_of_persons"):
        known = _list(key)
        if {word for word in said if word in known} != {word for word in words if word in known}:
            return False
    if "…" not in text and _digits(written) != _digits(text):
        return False
    if _likeness(blanked(written), text) < _LIKE:
        return False
    empty = _list("words_empty")
    own = {bare(word) for word in words if word not in empty and any(map(str.isalnum, word))}
    return _shared(own, {bare(word) for word in said}) > _SHARED * len(own)


def _shared(words: set[str], others: set[str]) -> int:
    """How many of ``words`` are among ``others``, a long one also mistyped."""
    same = words & others
    left = list(others - same)
    mistyped = (word for word in words - same if len(word) >= _LONG)
    return len(same) + sum(bool(difflib.get_close_matches(word, left, 1, 0.8)) for word in mistyped)


def blanked(written: str) -> str:
    """``written`` with its quoted parts and numbers taken out."""
    return _NUMBER.sub("…", re.sub(r'"[^"]*"', "…", written))


def bare(text: str) -> str:
    """``text`` without diacritics and case: what is left when a keyboard or a hand slips on the marks."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _likeness(a: str, b: str) -> float:
    marked = difflib.SequenceMatcher(None, a.casefold(), b.casefold()).ratio()
    unmarked = difflib.SequenceMatcher(None, bare(a), bare(b)).ratio()
    return 0.4 * marked + 0.6 * unmarked


def _words(text: str) -> list[str]:
    return re.findall(r"[\w']+", re.sub(r'"[^"]*"', " ", text.casefold()))


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)


@lru_cache(maxsize=8)
def _list(key: str) -> frozenset[str]:
    return frozenset(word for lang in LANGUAGES for word in message(key, lang).split("; "))
