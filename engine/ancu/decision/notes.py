"""Which notes of law belong to a decision, and what they say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ancu.decision.fields import Context
from ancu.decision.law import figure_version_of, leaves, version_on
from ancu.messages import Language
from ancu.rulebook.model import Text
from ancu.rulebook.references import quoted


def notes_of(context: Context, names: Iterable[str], chosen: Iterable[str]) -> list[str]:
    """The names whose notes belong to what rests on ``names`` and grants the options ``chosen``.

    They are those of ``names`` that carry a note, the figures that they read and the amounts granted, the programme.
    """
    book = context.book
    programme = book.programmes[context.programme]
    noted: dict[str, None] = {}
    read: list[str] = []
    for name in names:
        if name in book.conditions:
            version = version_on(book, name, context.law_date)
            if version is not None and version.note:
                noted.setdefault(name)
            if not book.compound[name]:
                read.extend((*leaves(context, name)[1], *sorted(quoted(book, name))))
    amounts = (programme.benefit.options[key].amount for key in chosen)
    read.extend(figure for amount in amounts if amount for figure in leaves(context, amount)[1])
    for figure in read:
        if figure in book.parameters:
            figure_version = figure_version_of(context, figure)
            if figure_version is not None and figure_version.note:
                noted.setdefault(figure)
    if programme.note:
        noted.setdefault(context.programme)
    return list(noted)


def note_texts(context: Context, name: str, lang: Language) -> list[str]:
    """The notes that a rule, a figure or the programme carries on the day; its title where it has none."""
    book = context.book
    if name in book.programmes:
        noted: Any = book.programmes[name]
    elif name in book.parameters:
        noted = figure_version_of(context, name)
    else:
        noted = version_on(book, name, context.law_date)
    notes: list[Text] = noted.note if noted is not None else []
    return [note[lang] for note in notes] or [book.title(name)[lang]]
