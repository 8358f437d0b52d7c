"""Which notes of law belong to a decision, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar

from ancu.decision.fields import Context
from ancu.decision.law import figure_version_of, leaves, region_of, version_on
from ancu.kept import kept
from ancu.messages import Language, message
from ancu.rulebook.model import Note, Text
from ancu.rulebook.references import quoted
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import Type
from ancu.rulebook.values import format_value

Found = TypeVar("Found")


def notes_of(context: Context, names: Iterable[str], chosen: Iterable[str]) -> list[str]:
    """The names whose notes belong to what rests on ``names`` and grants the options ``chosen``.

    They are those of ``names`` that carry a note, the figures that they read and the amounts granted, the programme.
    """
    book = context.book
    programme = book.programmes[context.programme]
    noted: dict[str, None] = {}
    figures: list[str] = []
    for name in names:
        if name in book.conditions:
            own, read = _for_many(context, (_noted, name), partial(_noted, context, name))
            if own:
                noted.setdefault(name)
            figures += read
    amounts = (programme.benefit.options[key].amount for key in chosen)
    figures += _noted_among(context, (figure for amount in amounts if amount for figure in leaves(context, amount)[1]))
    noted |= dict.fromkeys(figures)
    of_programme = context.programme
    if _for_many(context, (notes_of, of_programme), lambda: bool(programme.notes_on(context.law_date))):
        noted.setdefault(of_programme)
    for unasked in programme.no_condition:
        stated = next((fact for fact in unasked.facts if fact in context.record), None)
        if stated is not None:
            noted.setdefault(stated)
    if programme.region is not None and context.record.get(programme.region) != region_of(context):
        noted.setdefault(programme.region)
    return list(noted)


def _noted(context: Context, name: str) -> tuple[bool, tuple[str, ...]]:
    """Whether a condition carries a note, and the figures that it reads or quotes which do."""
    book = context.book
    version = version_on(book, name, context.law_date)
    read = () if book.compound[name] else (*leaves(context, name)[1], *sorted(quoted(book, name)))
    return version is not None and bool(version.notes_on(context.law_date)), _noted_among(context, read)


def _noted_among(context: Context, names: Iterable[str]) -> tuple[str, ...]:
    """The figures among ``names`` that carry a note."""
    versions = {name: figure_version_of(context, name) for name in names if name in context.book.parameters}
    return tuple(name for name, one in versions.items() if one is not None and one.notes_on(context.law_date))


def _for_many(context: Context, of: tuple[Any, ...], find: Callable[[], Found]) -> Found:
    """What ``find`` finds, which hangs on ``of``, the day and the region alone.

    It is kept for what stands for many records: that comes again, and its days are few.
    """
    if not context.of_many:
        return find()
    known, key = _found(context.book), (*of, context.law_date, region_of(context))
    if key not in known:
        known[key] = find()
    found: Found = known[key]
    return found


@kept
def _found(_book: Rulebook) -> dict[tuple[Any, ...], Any]:
    """What was found of notes so far."""
    return {}


def note_texts(context: Context, name: str, lang: Language) -> list[str]:
    """The notes that a rule, a figure or the programme carries on the day; its title where it has none.

    Of the fact that picks the province: that the one named has merged into another. Of a fact that is no condition: so.
    """
    book = context.book
    unasked = [part.text[lang] for part in book.programmes[context.programme].no_condition if name in part.facts]
    if unasked:
        return unasked
    if name in book.facts:
        former = book.facts[name].values[context.record[name]]
        day = format_value(former.until.toordinal(), Type("date"), None, lang) if former.until is not None else ""
        return [message("province_merged", lang, former=former[lang], day=day, now=region_text(context, lang))]
    return _for_many(context, (note_texts, name, lang, context.programme), lambda: _lasting_texts(context, name, lang))


def _lasting_texts(context: Context, name: str, lang: Language) -> list[str]:
    """The notes of what is the same for all records of a day and region."""
    book = context.book
    notes: list[Note]
    if name in book.programmes:
        notes = book.programmes[name].notes_on(context.law_date)
    else:
        of_figure = name in book.parameters
        noted = figure_version_of(context, name) if of_figure else version_on(book, name, context.law_date)
        notes = noted.notes_on(context.law_date) if noted is not None else []
    return [in_region(context, note, lang) for note in notes] or [book.title(name)[lang]]


def in_region(context: Context, text: Text, lang: Language) -> str:
    """A text on what a province may set, with the province of the record put in."""
    return text[lang].replace("{region}", region_text(context, lang))


def region_text(context: Context, lang: Language) -> str:
    """The province of the record, as it is called in a sentence."""
    fact, region = context.book.programmes[context.programme].region, region_of(context)
    value = context.book.facts[fact].values.get(region or "") if fact is not None else None
    return value[lang] if value is not None else message("province_unnamed", lang)
