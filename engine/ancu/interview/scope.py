"""For whom an interview is: the programmes that it is about."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import get_args

from ancu.rulebook.model import Audience, Programme
from ancu.rulebook.rulebook import Rulebook

#: Who asks. Social housing is for several of them, and nobody is it.
WHO: tuple[str, ...] = tuple(name for name in get_args(Audience) if name != "social_housing")


def is_for(programme: Programme, who: Collection[str]) -> bool:
    """Whether the programme is for any of ``who``; for nobody in particular all are."""
    return not who or not {*who, "social_housing"}.isdisjoint(programme.audience)


def programmes_for(book: Rulebook, who: Collection[str], day: date) -> list[str]:
    """The programmes in force on ``day`` that are for any of ``who``."""
    return [name for name, one in book.programmes.items() if one.in_force_on(day) and is_for(one, who)]
