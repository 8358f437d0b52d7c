"""The moments of an application: the days on which the same household is looked at, by the names people give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal, get_args

from ancu.errors import Problem, RecordError, suggestion
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.values import ValueProblem, normalise, parse_date

Moment = Literal["filing", "confirmation", "lot", "signing"]
#: In the order in which they come.
MOMENTS: tuple[Moment, ...] = get_args(Moment)
#: What a record calls the days of the moments.
KEYS: Mapping[Moment, str] = {
    "filing": "filed_on",
    "confirmation": "confirmed_on",
    "lot": "lot_on",
    "signing": "signed_on",
}

#: A day with the time of it, as people write them: 16/03/2026 8:15, 16/03/2026 08h15.
_TIMED = re.compile(r"(?P<day>\S+)[ ,T]+(?P<hour>[01]?\d|2[0-3])\s*[:hH]\s*(?P<minute>[0-5]\d)(:[0-5]\d)?")


def moment_of(written: str) -> Moment | None:
    """The moment that ``written`` names: its id, its key in a record, or what people call it; None for none."""
    return _NAMES.get(normalise(written))


def read_moments(written: Mapping[str, object]) -> dict[Moment, date]:
    """The days of moments as people write them, in the order of the moments; an empty one is left out.

    Raises :class:`RecordError` with every problem at once: no moment, the same one twice, no day, or days out of order.
    """
    problems: list[Problem] = []
    found: dict[Moment, date] = {}
    for name, day in written.items():
        moment = moment_of(name)
        if moment is None:
            problems.append(Problem("moment_unknown", {"name": name, "hint": suggestion(name, MOMENTS)}))
        elif moment in found:
            problems.append(Problem("fact_twice", {"name": name, "fact": KEYS[moment], "label": KEYS[moment]}))
        elif day not in (None, ""):
            try:
                found[moment] = parse_date(day)
            except ValueProblem as problem:
                values = {"name": name, "value": day, "problem": problem.text, "fact": KEYS[moment]}
                problems.append(Problem("fact_unfit", values))
    ordered = {moment: found[moment] for moment in MOMENTS if moment in found}
    for earlier, later in zip(ordered, list(ordered)[1:], strict=False):
        if ordered[earlier] > ordered[later]:
            names = {"earlier": _said(earlier), "later": _said(later)}
            problems.append(Problem("moments_out_of_order", names))
    if problems:
        raise RecordError(problems)
    return ordered


def read_filing(written: object) -> tuple[date, str | None]:
    """A day and, where it is told, the time of it, HH:MM; :class:`ValueProblem` where there is no day."""
    timed = _TIMED.fullmatch(written.strip()) if isinstance(written, str) else None
    if timed is None:
        return parse_date(written), None
    return parse_date(timed["day"]), f"{int(timed['hour']):02}:{timed['minute']}"


def moment_text(moment: Moment, lang: Language) -> str:
    """A moment in words: "nộp hồ sơ"."""
    return message(f"moment_{moment}", lang)


def _said(moment: Moment) -> object:
    return lambda lang: moment_text(moment, lang or "vi")


_NAMES: Mapping[str, Moment] = {
    normalise(text): moment
    for moment, key in KEYS.items()
    for lang in LANGUAGES
    for text in (moment, key, moment_text(moment, lang), *message(f"names_of_{key}", lang).split("; "))
}
