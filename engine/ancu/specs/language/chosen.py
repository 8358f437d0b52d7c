"""The rulebook that the scenarios of this process are judged by, and the language in which they are reported."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ancu.messages import Language, default_language
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.rulebook import Rulebook


@dataclass
class _Chosen:
    book: Rulebook | None = None
    lang: Language | None = None


_chosen = _Chosen()


@contextmanager
def judged_by(rulebook: Rulebook, lang: Language) -> Iterator[None]:
    """Judge scenarios by ``rulebook`` and report them in ``lang`` for a while, then as was chosen before."""
    before = _chosen.book, _chosen.lang
    _chosen.book, _chosen.lang = rulebook, lang
    try:
        yield
    finally:
        _chosen.book, _chosen.lang = before


def book() -> Rulebook:
    """The rulebook that scenarios are judged by: the one chosen, else the one that An Cư would load."""
    if _chosen.book is None:
        _chosen.book = load_rulebook()
    return _chosen.book


def language() -> Language:
    """The language in which scenarios are reported."""
    return _chosen.lang or default_language()
