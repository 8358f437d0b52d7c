"""Which notes of law belong to a decision, and what they say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ancu.decision.model import Decision
from ancu.decision.reasons import figure_version_on, leaves, region_of, version_on
from ancu.messages import Language
from ancu.rulebook.model import Text
from ancu.rulebook.references import quoted


def notes_of(decision: Decision, conditions: Iterable[str]) -> list[str]:
    """The names whose notes belong here: ``conditions``, the figures that they read, the amounts granted."""
    context, book = decision.context, decision.context.book
    programme = book.programmes[decision.programme]
    region = region_of(context, decision.programme)
    found: dict[str, None] = {}
    read: list[str] = []
    for name in (*conditions, *decision.unset):
        if name in book.conditions:
            version = version_on(book, name, context.law_date)
            if version is not None and version.note:
                found.setdefault(name)
            if not book.compound[name]:
                read.extend((*leaves(context, name)[1], *sorted(quoted(book, name))))
    amounts = (programme.benefit.options[key].amount for key in decision.chosen)
    read.extend(figure for amount in amounts if amount for figure in leaves(context, amount)[1])
    for figure in read:
        if figure in book.parameters:
            figure_version = figure_version_on(book, figure, context.law_date, region)
            if figure_version is not None and figure_version.note:
                found.setdefault(figure)
    if programme.note:
        found.setdefault(decision.programme)
    return list(found)


def note_texts(decision: Decision, name: str, lang: Language) -> list[str]:
    """The notes that a rule, a figure or the programme carries on the day; its title where it has none."""
    context = decision.context
    book = context.book
    if name in book.programmes:
        noted: Any = book.programmes[name]
    elif name in book.parameters:
        noted = figure_version_on(book, name, context.law_date, region_of(context, decision.programme))
    else:
        noted = version_on(book, name, context.law_date)
    notes: list[Text] = noted.note if noted is not None else []
    return [note[lang] for note in notes] or [book.title(name)[lang]]
