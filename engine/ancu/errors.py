"""The errors of An Cư: one small hierarchy, each able to speak Vietnamese and English.

An error carries one or more :class:`Problem`\\ s. A problem names its kind by a key of the message catalogue and says
where it stands, so that a tool can sort it and a person can mend it.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from json import JSONDecodeError
from typing import Any

from ancu.frozen import frozen
from ancu.likeness import holding
from ancu.likeness import nearest as nearest
from ancu.messages import LANGUAGES, Language, default_language, keys, message

#: Letters of a value that a message quotes: more hide what it says.
_QUOTED = 2_000
#: How many titles a question may name.
_FEW = 5


@frozen
class Problem:
    """One thing that is wrong: its kind (a message key), the values its text quotes, and where it stands."""

    kind: str
    values: Mapping[str, object] = field(default_factory=dict)
    file: str | None = None
    line: int | None = None
    column: int | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """For other processes: what is said in the reader's language is said in each now."""
        values = {name: _Said.of(value) if callable(value) else value for name, value in self.values.items()}
        return Problem, (self.kind, values, self.file, self.line, self.column)

    def place(self) -> str:
        """``file:line:column`` as far as known, else an empty string."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)

    def text(self, lang: Language | None = None) -> str:
        """The whole message, place included, in ``lang``; :class:`UnknownNameError` for one that nothing is said in."""
        if lang is not None and lang not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise UnknownNameError(
                Problem("argument_unknown", {"name": "lang", "value": lang, "known": known, "hint": ""})
            )
        values = {name: _short(value(lang) if callable(value) else value) for name, value in self.values.items()}
        sentence = message(self.kind, lang, **values)
        place = self.place()
        return f"{place}: {sentence}" if place else sentence


def _short(value: object) -> object:
    return f"{value[:_QUOTED]}…" if isinstance(value, str) and len(value) > _QUOTED else value


@frozen
class _Said:
    """A value that is said differently in each language."""

    texts: Mapping[Language, object]

    @classmethod
    def of(cls, say: Callable[[Language | None], object]) -> _Said:
        return cls({lang: say(lang) for lang in LANGUAGES})

    def __call__(self, lang: Language | None) -> object:
        return self.texts[lang or default_language()]


class AncuError(Exception):
    """Base of every error that An Cư raises on purpose."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__(self.problems)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,)

    def text(self, lang: Language | None = None) -> str:
        """Every problem, one a line, in ``lang``."""
        return "\n".join(problem.text(lang) for problem in self.problems)

    def __str__(self) -> str:
        return self.text()


class RulebookError(AncuError):
    """The rulebook is not fit to be used; nothing of it was loaded."""


class RecordError(AncuError):
    """A record holds something that is not a fact of the vocabulary, or a value outside its type or bounds."""


class UnknownNameError(AncuError):
    """A programme, fact or case was asked for that does not exist."""


class NotCoveredError(AncuError):
    """The as-of date lies before the period that the rulebook covers for the programme."""


class IntegrityError(AncuError):
    """Two engines disagree, or one of them broke its contract; no decision is issued."""


class DraftError(AncuError):
    """What was asked to be drafted has a name or a place that it cannot have; nothing was written."""


class InputError(AncuError):
    """A list or record file cannot be read."""


class OutputError(AncuError):
    """A result cannot be written."""


class RegisterError(AncuError):
    """What was asked of the register is nothing that it can take as things stand; nothing was added."""


class ExtraMissingError(AncuError):
    """Something was asked for that needs an optional dependency which is not installed."""


#: What Windows says, whatever else it says, of a file that another program has open.
_HELD_BY_OTHERS = (5, 32, 33)


def os_reason(error: OSError) -> object:
    """Why the system refused, as a value for a message: in the reader's language where we know the words."""
    key = f"os_{errno.errorcode.get(error.errno or 0, '')}"
    if getattr(error, "winerror", None) in _HELD_BY_OTHERS:
        key = "os_held"
    return lambda lang: message(key, lang) if key in keys() else (error.strerror or str(error))


#: What the parser of JSON says, and the message that says it in both languages; "": anything else.
_JSON_REASONS: Mapping[str, str] = {
    "Expecting value": "json_wants_value",
    "Expecting property name enclosed in double quotes": "json_wants_key",
    "Illegal trailing comma before end of object": "json_comma_too_many",
    "Illegal trailing comma before end of array": "json_comma_too_many",
    "Expecting ':' delimiter": "json_wants_colon",
    "Expecting ',' delimiter": "json_wants_comma",
    "Extra data": "json_goes_on",
    "Unterminated string starting at": "json_string_open",
    "Invalid control character at": "json_control_character",
    "": "json_else",
}


def json_reason(error: ValueError | RecursionError, place: bool = False) -> object:
    """Why a text is no JSON, as a value for a message in the reader's language; with line and column for ``place``."""
    if isinstance(error, RecursionError):
        return lambda lang: message("json_nested", lang)
    if not isinstance(error, JSONDecodeError):  # a number too long to be read
        return lambda lang: message("json_number", lang)
    kind = _JSON_REASONS.get(error.msg, _JSON_REASONS[""])
    at = f" ({error.lineno}:{error.colno})" if place else ""
    return lambda lang: message(kind, lang, detail=error.msg) + at


def suggestion(name: str, known: Iterable[str]) -> object:
    """A value for a message's ``{hint}``: "did you mean …?" in the reader's language, or nothing where none is near."""
    return _meant([near] if (near := nearest(name, known)) else [])


def title_suggestion(name: str, ids: Iterable[str], titles: Iterable[str]) -> object:
    """As :func:`suggestion`, of ids and titles; where none is near, titles that hold the words of ``name``, if few."""
    titles = list(titles)
    if near := nearest(name, [*ids, *titles]):
        return _meant([near])
    held = sorted(holding(name, titles), key=len)
    return _meant(held if len(held) <= _FEW else [])


def _meant(names: Sequence[str]) -> object:
    def say(lang: Language | None) -> str:
        near = f"” {message('word_or', lang)} “".join(names)
        return " " + message("did_you_mean", lang, near=near) if names else ""

    return say
