"""Which notes of law belong to a decision, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from ancu.decision.fields import Context
from ancu.decision.law import figure_version_of, leaves, outlines_of, region_of, version_on
from ancu.kept import kept
from ancu.messages import Language, message
from ancu.rulebook.model import Note, Text
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
    outline_of = outlines_of(context)
    outlines = [(name, outline_of(name)) for name in dict.fromkeys(names) if name in book.conditions]
    for name, outline in outlines:
        if outline.own is not None and outline.own.notes_on(context.law_date):
            noted.setdefault(name)
    for _, outline in outlines:
        for figure, version in outline.figure_versions:
            if version.notes_on(context.law_date):
                noted.setdefault(figure)
    amounts = (programme.benefit.options[key].amount for key in chosen)
    for figure in (figure for amount in amounts if amount for figure in leaves(context, amount)[1]):
        figure_version = figure_version_of(context, figure)
        if figure_version is not None and figure_version.notes_on(context.law_date):
            noted.setdefault(figure)
    if programme.notes_on(context.law_date):
        noted.setdefault(context.programme)
    for unasked in programme.no_condition:
        stated = next((fact for fact in unasked.facts if fact in context.record), None)
        if stated is not None:
            noted.setdefault(stated)
    if programme.region is not None and context.record.get(programme.region) != region_of(context):
        noted.setdefault(programme.region)
    return list(noted)


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
