"""What an interview says of a question: the question itself, why it is asked, how to answer, which paper proves it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ancu.decision.law import leaves
from ancu.decision.model import Decision
from ancu.decision.questions import NextQuestion
from ancu.decision.rendering import sentence, title_of
from ancu.messages import Language, message
from ancu.rulebook.model import FactDef
from ancu.rulebook.rulebook import Rulebook

#: How many programmes, conditions and papers are named.
_NAMED = 3


def asked_as(fact: FactDef, lang: Language) -> str:
    """The question on ``fact`` as it is put to a person."""
    return fact.question[lang] if fact.question is not None else message("interview_fact", lang, label=fact.label[lang])


def choices_on(fact: FactDef, day: date) -> dict[str, str]:
    """The choices of ``fact`` that there are on ``day``, by a letter each; none where there are more than letters."""
    names = [name for name, value in fact.values.items() if value.until is None or value.until >= day]
    letters = "abcdefghijklmnopqrstuvwxyz"
    return dict(zip(letters, names, strict=False)) if len(names) <= len(letters) else {}


def how_to_answer(fact: FactDef, day: date, lang: Language) -> list[str]:
    """What may be answered: the choices, one a line and each by its letter, or what a value looks like."""
    if not fact.values:
        return [message(f"expected_{fact.type}", lang)]
    lettered = choices_on(fact, day)
    if not lettered:
        some = [value[lang] for value in list(fact.values.values())[:_NAMED]]
        return [message("interview_many_choices", lang, choices="; ".join(some), count=len(fact.values))]
    lines = [f"{letter}) {fact.values[name][lang]}" for letter, name in lettered.items()]
    return [*lines, message("interview_several", lang)] if fact.type == "list" else lines


def about(book: Rulebook, question: NextQuestion, lang: Language) -> str:
    """In a line, what ``question`` is asked for."""
    named = [title_of(book, name, lang) for name in question.programmes[:_NAMED]]
    more = len(question.programmes) - len(named)
    titles = "; ".join(named)
    return message("interview_about_more" if more else "interview_about", lang, titles=titles, more=more)


def reasons(decisions: Sequence[Decision], question: NextQuestion, lang: Language) -> list[str]:
    """Why ``question`` is asked on ``decisions``: what hangs on it, who finds it out, what it is, what proves it."""
    book = decisions[0].context.book
    fact, day = book.facts[question.fact], decisions[0].as_of
    lines = _conditions(decisions, question, lang)
    if question.settles:
        settled = "; ".join(title_of(book, name, lang) for name in question.settles)
        lines.append(message("interview_settles", lang, titles=settled))
    open_ = {decision.programme for decision in decisions if decision.status == "undetermined"}
    if open_.isdisjoint(question.programmes):
        lines.append(message("interview_details", lang))
    if fact.decided_by is not None:
        lines.append(message(f"interview_found_by_{fact.decided_by}", lang))
    if fact.help is not None:
        lines.append(fact.help[lang])
    papers = [book.documents[name].title_on(day)[lang] for name in fact.evidence if book.documents[name].on(day)]
    if papers:
        lines.append(message("interview_papers", lang, papers="; ".join(papers[:_NAMED])))
    return lines


def _conditions(decisions: Sequence[Decision], question: NextQuestion, lang: Language) -> list[str]:
    """The open conditions nearest to the fact, with where they stand in law, each once."""
    found: dict[str, str] = {}
    for decision in decisions:
        if decision.programme not in question.programmes or decision.status != "undetermined":
            continue
        context = decision.context
        reading = [name for name in decision.grounds if question.fact in leaves(context, name)[0]]
        single = [name for name in reading if name in context.book.conditions and not context.book.compound[name]]
        for name in single or reading[-1:]:
            found.setdefault(name, sentence(context, name, lang))
    return list(found.values())[:_NAMED]
