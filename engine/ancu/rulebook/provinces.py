"""What provinces set themselves: each slot has three states in a province, and provinces merge.

A slot (``set_by: province``) is *set* where the region's file fills it; *known to be unset* where somebody looked and
found nothing (``looked_up``), so that the statutory value holds; and otherwise *not looked up*, which is unknown: no
decision may be firm on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ancu.errors import Problem, UnknownNameError, suggestion
from ancu.messages import Language, message
from ancu.rulebook.calendar import BEGINNING, FOREVER, Period
from ancu.rulebook.model import Doubt, FactDef, LookedUp, Note, Parameter, Text
from ancu.rulebook.types import Type
from ancu.rulebook.values import format_value, normalise

if TYPE_CHECKING:
    from ancu.rulebook.rulebook import Figure, Rulebook


def present(fact: FactDef, province: str | None, day: date) -> str | None:
    """The province that ``province``, a value of ``fact``, belongs to on ``day``: itself until it merges."""
    value = fact.values.get(province or "")
    while value is not None and value.now is not None and value.until is not None and day > value.until:
        province = value.now
        value = fact.values.get(province)
    return province


def region_called(book: Rulebook, written: str) -> str:
    """The region that ``written`` names, by its id or by what it is called; :class:`UnknownNameError` for none."""
    spoken = {name: name for name in book.regions}
    for name, region in book.regions.items():
        for text in (region.title.vi, region.title.en, *region.synonyms):
            spoken.setdefault(normalise(text), name)
    found = spoken.get(written) or spoken.get(normalise(written))
    if found is None:
        raise UnknownNameError(Problem("amend_region_unknown", {"name": written, "hint": suggestion(written, spoken)}))
    return found


def named_on(fact: FactDef, province: str, day: date) -> tuple[str, ...]:
    """The values of ``fact`` by which a record can name ``province`` on ``day``: its own, and those merged into it."""
    return tuple(value for value in fact.values if present(fact, value, day) == province)


def searched(parameter: Parameter, national: Iterable[Figure], filled: Iterable[Figure], by: LookedUp) -> list[Figure]:
    """The statutory figures in the periods that a province has not filled, each noting that somebody looked."""
    gaps = list(_gaps([figure.period for figure in filled]))
    note = _text("slot_looked_up", parameter.label, by)
    return [
        replace(figure, period=common, version=figure.version.model_copy(update={"note": [*figure.version.note, note]}))
        for figure in national
        for gap in gaps
        if (common := figure.period.common(gap)) is not None
    ]


def unsearched(parameter: Parameter, national: Iterable[Figure]) -> list[Figure]:
    """The figures where nobody looked: unknown, or the statutory ones under the doubt that another may apply."""
    text = _text("slot_not_looked_up", parameter.label)
    if parameter.not_looked_up == "doubt":
        doubt = {"doubt": Doubt(reading="unknown", text=text)}
        return [replace(figure, other=None, version=figure.version.model_copy(update=doubt)) for figure in national]
    unknown = {"value": None, "doubt": None, "note": [text]}
    return [
        replace(figure, value=None, other=None, version=figure.version.model_copy(update=unknown))
        for figure in national
    ]


def following(book: Rulebook, slot: str) -> Rulebook:
    """``book`` with what holds of ``slot`` where nobody set it made anew from its figures and fills, after a change."""
    parameter, national = book.parameters[slot], book.figures[slot]
    found = dict(book.searched)
    for region in book.regions.values():
        filled = book.fills.get((slot, region.region), ())
        for by in region.looked_up:
            if slot in by.slots:
                found[slot, region.region] = tuple(searched(parameter, national, filled, by))
    return replace(book, searched=found, unsearched={**book.unsearched, slot: tuple(unsearched(parameter, national))})


def _gaps(periods: list[Period]) -> Iterator[Period]:
    start: date | None = BEGINNING
    for period in sorted(periods):
        if start is not None and start < period.start:
            yield Period(start, period.start - timedelta(days=1))
        start = period.day_after()
        if start is None:
            return
    if start is not None:
        yield Period(start, FOREVER)


def _text(key: str, slot: Text, by: LookedUp | None = None) -> Note:
    """A note on a slot; ``{region}`` in it is the province of the record, put in when the note is told."""

    def words(lang: Language) -> str:
        values = {"slot": slot[lang], "region": "{region}"}
        if by is not None:
            values |= {"day": format_value(by.on.toordinal(), Type("date"), None, lang), "where": by.where[lang]}
        return message(key, lang, **values)

    return Note(vi=words("vi"), en=words("en"))
