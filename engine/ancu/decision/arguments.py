"""What callers of the library pass, checked before anything is worked out of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar, get_args

from ancu.errors import Problem, RecordError, RulebookError, UnknownNameError, suggestion
from ancu.messages import LANGUAGES, Language
from ancu.rulebook.foreign import native
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse_date

Word = TypeVar("Word", bound=str)
_LONGEST = 80


def check_book(book: object) -> None:
    """Raise :class:`RulebookError` unless ``book`` is a rulebook."""
    if not isinstance(book, Rulebook):
        raise RulebookError(Problem("argument_no_rulebook", {"value": shown(book)}))


def one_of(name: str, value: Any, words: Any) -> None:
    """Raise :class:`UnknownNameError` unless ``value``, of the argument ``name``, is one of ``words``.

    ``words``: the words themselves, or a ``Literal`` of them.
    """
    known = get_args(words) or tuple(words)
    if not isinstance(value, str) or value not in known:
        values = {"name": name, "value": shown(value), "known": ", ".join(known)}
        raise UnknownNameError(Problem("argument_unknown", {**values, "hint": suggestion(str(value), known)}))


def check_language(lang: Language) -> None:
    """Raise :class:`UnknownNameError` for a language that nothing is said in."""
    one_of("lang", lang, LANGUAGES)


def day_of(as_of: object) -> date | None:
    """The day that the argument ``as_of`` states; None for none.

    A time is read as its day, and a text as in a record. Raises :class:`RecordError` for anything else.
    """
    if as_of is None or type(as_of) is date:
        return as_of
    try:
        day = native(as_of)
        if day is None:
            raise ValueProblem("value_not_a_date")
        return day.date() if isinstance(day, datetime) else parse_date(day)
    except ValueProblem as problem:
        values = {"name": "as_of", "value": shown(as_of), "problem": problem.text, "fact": "as_of"}
        raise RecordError(Problem("fact_unfit", values)) from problem


def names_of(book: Rulebook, programmes: Iterable[str] | None) -> list[str] | None:
    """The ids of ``programmes``, which are called by id or title; None for None.

    One text is one programme. Raises :class:`UnknownNameError` for what is no name of a programme, or no list of them.
    """
    if programmes is None:
        return None
    if isinstance(programmes, str):
        return [book.programme(programmes).programme]
    if isinstance(programmes, Mapping) or not isinstance(programmes, Iterable):
        raise UnknownNameError(Problem("argument_no_list", {"name": "programmes", "value": shown(programmes)}))
    return [book.programme(name).programme for name in programmes]


def shown(value: object) -> str:
    """``value`` as a message quotes it: a long one is cut."""
    text = repr(value) if not isinstance(value, str) else value
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
