"""The sides of a comparison, as they are typed: a day, a rulebook, a proposal, or one of these two with a day.

``2027-01-01`` and ``01/01/2027`` are days under the rulebook at hand; ``rules-new/`` is a rulebook; ``thu.yaml`` is a
proposal laid over the rulebook at hand; ``thu.yaml@2027-01-01`` is the same, every row judged on that day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import ascii_uppercase

from ancu.errors import InputError, Problem
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.proposals import read_proposal
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, day_text, parse_date

#: What stands between a rulebook or proposal and its day.
AT = "@"
_YAML = (".yaml", ".yml")
#: How many sides are compared at most: each has a letter.
MOST_SIDES = len(ascii_uppercase)


@dataclass(frozen=True)
class LawSide:
    """A side: its ``letter``, its rulebook, and the day on which it judges every row; None: each row on its own.

    ``name`` is what its rulebook or proposal is called; None: it is the one at hand.
    """

    letter: str
    written: str
    book: Rulebook
    day: date | None = None
    name: str | None = None

    def label(self, lang: Language) -> str:
        """What the side is called in tables: its letter and what it is."""
        return f"{self.letter}: {self.title(lang)}"

    def title(self, lang: Language) -> str:
        """What the side is."""
        if self.name is None and self.day is not None:
            return message("reform_side_day", lang, day=day_text(self.day, lang))
        if self.day is None:
            return self.name or message("reform_side_own", lang)
        return message("reform_side_named_day", lang, name=self.name, day=day_text(self.day, lang))


def read_sides(written: Sequence[str], book: Rulebook) -> list[LawSide]:
    """The sides that are ``written``, ``book`` being the rulebook at hand; the first is the one that others change.

    Raises :class:`InputError` for a side that is nothing of what it may be.
    """
    if len(written) > MOST_SIDES:
        raise InputError(Problem("reform_too_many", {"count": len(written), "most": MOST_SIDES}))
    read: dict[str, tuple[Rulebook, str]] = {}
    sides = []
    for letter, text in zip(ascii_uppercase, written, strict=False):
        if (day := _day(text)) is not None and not Path(text).exists():
            sides.append(LawSide(letter, text, book, day))
            continue
        path, day = _path_and_day(text)
        if path not in read:
            read[path] = _book(path, book)
        sides.append(LawSide(letter, text, read[path][0], day, read[path][1]))
    return sides


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueProblem:
        return None


def _path_and_day(text: str) -> tuple[str, date | None]:
    """A path, with the day after the last @ unless that is part of its name."""
    path, at, written = text.rpartition(AT)
    if not at or Path(text).exists():
        return text, None
    try:
        return path, parse_date(written)
    except ValueProblem as problem:
        values = {"side": text, "value": written, "problem": problem.text}
        raise InputError(Problem("reform_side_day_bad", values)) from problem


def _book(path: str, book: Rulebook) -> tuple[Rulebook, str]:
    """The rulebook of a folder, or ``book`` with a proposal; and what it is called."""
    if Path(path).is_dir():
        return load_rulebook(path), Path(path).resolve().name
    if Path(path).suffix.lower() in _YAML:
        proposal, changed = read_proposal(path, book)
        return changed, proposal.title
    raise InputError(Problem("reform_side_unknown", {"side": path}))
