"""How much of what callers send is read, and how much of it an answer repeats."""

from __future__ import annotations

from collections.abc import Mapping

from ancu.errors import Problem

#: The longest name and text value that are looked at; labels and what people write in a form are far shorter.
LONGEST_NAME, LONGEST_TEXT = 300, 2_000
#: How many unknown names one answer explains: finding the nearest known one takes time.
EXPLAINED = 5
#: How much of a value an answer repeats.
QUOTED = 80
#: How many members a household may have.
MOST_MEMBERS = 50


def size_of(value: object) -> int:
    """How much text a value holds."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, (list, tuple)):
        return sum(map(size_of, value)) + len(value)
    if isinstance(value, Mapping):
        return LONGEST_TEXT + 1
    return 0


def shortened(problem: Problem) -> Problem:
    """``problem`` with its long values cut."""
    values = {name: value if callable(value) else cut(value) for name, value in problem.values.items()}
    return Problem(problem.kind, values)


def cut(value: object) -> object:
    """``value``, or the beginning of a long one."""
    text = value if isinstance(value, str) else str(value)
    if len(text) <= QUOTED:
        return value
    return text[:QUOTED] + "…"
