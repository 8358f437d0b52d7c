"""Decisions in words: the sentences an officer would sign, in Vietnamese or English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from ancu.decision.arguments import check_book, check_language
from ancu.decision.contract import OptionOutcome, Texts, Why, outcome_of
from ancu.decision.fields import Context, DecisionFields
from ancu.decision.law import cited, figure_version_of, leaves, ranks_on, value_of, version_on
from ancu.decision.notes import in_region, note_texts
from ancu.decision.persons import fact_of_text, missing_texts, persons_text, whose_text
from ancu.decision.questions import ranked
from ancu.decision.told import settled_in
from ancu.errors import Problem, UnknownNameError
from ancu.household.members import people_of
from ancu.messages import Language, lower_first, message
from ancu.rulebook import citations
from ancu.rulebook.model import SUMLESS, FactDef, Text
from ancu.rulebook.references import PLACEHOLDER, names_in
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import MEASURES, Type
from ancu.rulebook.values import format_value, some_choices

#: How many questions a text puts first.
ASKED_NEXT = 2


def texts_of(decision: DecisionFields, lang: Language) -> Texts:
    """What is said of a decision anywhere, piece by piece; no sentence stands twice in a piece.

    A text of law that is not known is told as unset, and not again as a note.
    """
    context, book = decision.context, decision.context.book
    if decision.why is not None:
        reasons = [why_not_in_force(context, decision.why, lang)]
    else:
        reasons = [sentence(context, name, lang) for name in decision.told]
    doubted = context.judgment.doubted if context.judgment is not None else ()
    unset = _once(text for name in decision.unset for text in note_texts(context, name, lang))
    notes = _once(text for name in decision.notes for text in note_texts(context, name, lang))
    return Texts.made(
        title=title_of(book, decision.programme, lang),
        status=status_text(decision, lang),
        benefit=benefit_text(
            context,
            (one for one in decision.options if one.option in decision.chosen),
            (one for one in decision.options if one.option in decision.open_options),
            lang,
        ),
        benefit_basis=benefit_basis_text(
            context, (one for one in decision.options if one.option in decision.chosen), lang
        ),
        settled=settled_texts(decision, lang),
        next=_once(asked_text(context, fact, lang) for fact in asked_next(decision)),
        reasons=reasons,
        missing=missing_texts(context, decision.missing, lang),
        unset=unset,
        caveats=[caveat_text(context, name, lang) for name in decision.caveats if name in doubted],
        conflicts=[conflict_text(context, name, lang) for name in decision.conflicts],
        priority=[priority_text(context, name, lang) for name in decision.priority],
        open_priority=[open_rank_text(context, name, lang) for name in decision.open_ranks],
        missing_for_benefit=missing_texts(context, decision.missing_for_benefit, lang),
        missing_for_priority=missing_texts(context, decision.missing_for_priority, lang),
        notes=[text for text in notes if text not in unset],
        papers=[paper_text(book, name, decision.as_of, lang) for name in decision.papers],
        possible_papers=[paper_text(book, name, decision.as_of, lang) for name in decision.possible_papers],
    )


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def title_of(book: Rulebook, programme: str, lang: Language) -> str:
    """The programme's title."""
    return book.programmes[programme].title[lang]


def status_text(decision: DecisionFields, lang: Language) -> str:
    """The status in words: "đủ điều kiện", "chưa có hiệu lực", …"""
    if decision.in_principle:
        return message("status_in_principle", lang)
    return message(f"status_{decision.why or decision.status}", lang)


def value_text(book: Rulebook, name: str, value: Any, lang: Language) -> str:
    """The value of a fact, figure or quantity with its unit; "chưa rõ" where it is unknown."""
    if value is None:
        return message("value_unknown", lang)
    choices = book.facts[name].values if name in book.facts else None
    return format_value(value, book.types[name], _unit(book, name, lang), lang, choices)


def _unit(book: Rulebook, name: str, lang: Language) -> str | None:
    definition: Any = book.facts.get(name) or book.parameters.get(name)
    unit = getattr(definition, "unit", None)
    return unit[lang] if unit is not None else None


def fill(context: Context, text: Text, lang: Language) -> str:
    """A text of the rulebook with what it quotes put in; in one for many records, what differs goes by its name."""

    def put_in(place: re.Match[str]) -> str:
        value = value_of(context, place[1])
        if value is None and context.of_many and place[1] not in context.book.parameters:
            return lower_first(context.book.title(place[1])[lang])
        return value_text(context.book, place[1], value, lang)

    return PLACEHOLDER.sub(put_in, text[lang])


def condition_text(context: Context, name: str, lang: Language) -> str:
    """A condition as it came out in this case, in a sentence, without its citation."""
    book = context.book
    outcome = outcome_of(context.values[name])
    condition = book.conditions.get(name)
    special = {"met": condition.met, "not_met": condition.not_met, "unknown": None}[outcome] if condition else None
    if special is not None and all(value_of(context, quoted) is not None for quoted in PLACEHOLDER.findall(special.vi)):
        return fill(context, special, lang)
    title = fill(context, book.title(name), lang)
    return title if outcome == "met" else message(f"condition_{outcome}", lang, title=lower_first(title))


def sentence(context: Context, name: str, lang: Language) -> str:
    """A condition as it came out, with where it stands in law."""
    text = condition_text(context, name, lang)
    if person := whose_text(context, name, lang):
        text = message("sentence_of_person", lang, text=text, person=person)
    basis = citations.render_all(cited(context, name), context.book.instruments, lang)
    return message("sentence_cited", lang, text=text, basis=basis) if basis else text


def amount_text(option: OptionOutcome, lang: Language) -> str:
    """What an option other than a right grants: an amount; or why none can be told."""
    if option.amount is None:
        return message("amount_not_set" if option.unset else "amount_unknown", lang)
    measure = "percent" if option.kind == "percent" else "money"
    amount = format_value(option.amount, MEASURES[measure], None, lang)
    return message(f"amount_{option.kind}", lang, amount=amount, months=option.months)


def benefit_heading(decision: DecisionFields) -> str:
    """The message over the benefit: a status that was found is no support."""
    options = decision.context.book.programmes[decision.programme].benefit.options.values()
    return "explain_status" if all(option.kind == "status" for option in options) else "explain_benefit"


def benefit_basis_text(context: Context, granted: Iterable[OptionOutcome], lang: Language) -> str:
    """Where the amounts granted stand in law: the articles of their options, and other texts that set their figures."""
    book = context.book
    basis: dict[str, None] = {}
    for outcome in granted:
        option = book.programmes[context.programme].benefit.options[outcome.option]
        if outcome.amount is None or option.amount is None:
            continue
        figures = (figure_version_of(context, name) for name in leaves(context, option.amount)[1])
        set_by = (article for version in figures if version is not None and version.value for article in version.basis)
        own = {_instrument(article) for article in option.basis}
        # A figure that programmes share cites an article of each; the option knows its own.
        articles = (*option.basis, *(article for article in set_by if _instrument(article) not in own))
        in_force = (a for a in articles if context.law_date in book.instruments[_instrument(a)].in_force.period)
        basis.update(dict.fromkeys(in_force))
    text = citations.render_all(list(basis), book.instruments, lang)
    return message("benefit_basis", lang, basis=text) if text else ""


def _instrument(citation: str) -> str:
    return citation.partition(":")[0]


def benefit_text(
    context: Context, granted: Iterable[OptionOutcome], open_: Iterable[OptionOutcome], lang: Language
) -> str:
    """The options granted, in one line, and those that may be granted besides or instead."""
    options = context.book.programmes[context.programme].benefit.options

    def told(outcome: OptionOutcome) -> str:
        title = options[outcome.option].title[lang]
        right = outcome.kind in SUMLESS
        if right:
            return title
        # The title says what is granted in part.
        bare = outcome.kind == "percent" and outcome.amount is not None
        amount = format_value(outcome.amount, MEASURES["percent"], None, lang) if bare else amount_text(outcome, lang)
        return message("benefit_option", lang, title=title, amount=amount)

    sure = "; ".join(map(told, granted))
    maybe = message("benefit_or_word", lang).join(map(told, open_))
    if not maybe:
        return sure
    return message("benefit_or" if sure else "benefit_only_open", lang, granted=sure, open=maybe)


def settled_texts(decision: DecisionFields, lang: Language) -> list[str]:
    """What is settled already of an undetermined decision: what fails and what alone can still help, what is met."""
    if decision.status != "undetermined":
        return []
    context = decision.context
    settled = settled_in(context, decision.as_of)
    left = (
        message("settled_or", lang).join(lower_first(fill(context, context.book.title(name), lang)) for name in names)
        for names in settled.left
    )
    lines = (
        *(sentence(context, name, lang) for name in settled.conditions),
        *(message("settled_left", lang, alternatives=alternatives) for alternatives in left),
    )
    return _once(lines)


def asked_next(decision: DecisionFields) -> list[str]:
    """The missing facts to ask first of an undetermined decision."""
    if decision.status != "undetermined":
        return []
    return [question.fact for question in ranked([decision])[:ASKED_NEXT]]


def caveat_text(context: Context, name: str, lang: Language) -> str:
    """Why a condition is doubtful: its own doubt, that of a figure it reads, or that it stands in for a stated fact."""
    book = context.book
    title = fill(context, book.title(name), lang)
    version = version_on(book, name, context.law_date) if name in book.conditions else None
    if version is not None and version.doubt is not None:
        return message("caveat_doubt", lang, title=title, doubt=version.doubt.text[lang])
    condition = book.conditions.get(name)
    if condition is not None and condition.stated_by is not None:
        fact = book.facts[condition.stated_by.fact].label[lang]
        return message("caveat_stand_in", lang, title=title, fact=fact)
    for figure in leaves(context, name)[1]:
        figure_version = figure_version_of(context, figure)
        if figure_version is not None and figure_version.doubt is not None:
            doubt = in_region(context, figure_version.doubt.text, lang)
            return message("caveat_doubt", lang, title=title, doubt=doubt)
    return message("caveat_figure", lang, title=title)


def paper_text(book: Rulebook, name: str, day: date, lang: Language) -> str:
    """A document as it is asked for on ``day``."""
    version = book.documents[name].on(day)
    title = book.documents[name].title_on(day)[lang]
    if version is None:
        return title
    details = []
    if version.form is not None:
        instrument = citations.render(_instrument(version.basis[0]), book.instruments, lang)
        details.append(message("paper_form", lang, form=version.form[lang], instrument=instrument))
    if version.issuer is not None:
        details.append(version.issuer[lang])
    if version.valid_months is not None:
        details.append(message("paper_valid", lang, months=version.valid_months))
    return message("paper", lang, title=title, details="; ".join(details)) if details else title


def conflict_text(context: Context, name: str, lang: Language) -> str:
    """What in the record contradicts itself: a condition against what states it, or facts that cannot all be so."""
    book, people = context.book, context.people
    if name in book.facts:
        if people is None:
            return message("conflict_household_kind", lang, label=book.facts[name].label[lang])
        return message(
            "conflict_household",
            lang,
            label=book.facts[name].label[lang],
            stated=value_text(book, name, context.record.get(name), lang),
            derived=value_text(book, name, people.facts.get(name), lang),
            persons=persons_text(context, people, people.source(name).members, lang),
        )
    if name not in book.implications:
        return message("conflict", lang, title=book.title(name)[lang])
    following = book.implications[name]
    facts = dict.fromkeys((*names_in(following.when), *following.then))
    sides = (
        message("reasoning_value", lang, label=book.facts[fact].label[lang], value=value_text(book, fact, value, lang))
        for fact in facts
        if (value := context.record.get(fact)) is not None
    )
    stated = "; ".join(sides)
    text = following.definition.text[lang]
    return (
        message("conflict_facts", lang, text=text, stated=stated)
        if stated
        else message("conflict_kind", lang, text=text)
    )


def open_rank_text(context: Context, name: str, lang: Language) -> str:
    """A ground of priority that may be met, with its rank."""
    ranks = ranks_on(context.book, context.programme, context.law_date)
    text = fill(context, context.book.title(name), lang)
    return message("priority_open", lang, rank=ranks.index(name) + 1, of=len(ranks), text=text)


def priority_text(context: Context, name: str, lang: Language) -> str:
    """A ground of priority that is met, with its rank among those that the law has on the day."""
    ranks = ranks_on(context.book, context.programme, context.law_date)
    text = sentence(context, name, lang)
    return message("priority_rank", lang, rank=ranks.index(name) + 1, of=len(ranks), text=text)


def why_not_in_force(context: Context, why: Why, lang: Language) -> str:
    """Why a programme is not open: its period, or its territory."""
    programme = context.book.programmes[context.programme]
    if why == "other_region" and programme.territory is not None:
        return sentence(context, programme.territory, lang)
    openings = sorted(programme.periods, key=lambda o: o.period.start)
    over = [opening for opening in openings if opening.period.end < context.law_date]
    # Of many cases the day is not known: the last period tells it.
    opening = openings[0] if why == "not_yet" else (over or openings)[-1]
    edge = opening.period.start if why == "not_yet" else opening.period.end
    basis = citations.render_all(opening.basis, context.book.instruments, lang)
    day = format_value(edge.toordinal(), Type("date"), None, lang)
    text = message(f"why_{why}", lang, day=day, basis=basis)
    return " ".join([text, *(note[lang] for note in opening.notes_on(context.law_date))])


def asked_text(context: Context, fact: str, lang: Language) -> str:
    """A missing fact as it is asked for; of one that follows from members, what is to be asked first, and of whom."""
    people = context.people
    if people is None or fact not in people or not people.source(fact).missing:
        return question_text(context.book, fact, lang)
    place, name = people.source(fact).missing[0]
    definition = people_of(context.book).person.facts[name]
    return _asked(definition, fact_of_text(context, people, place, name, lang), lang)


def question_text(book: Rulebook, fact: str, lang: Language) -> str:
    """A fact as it is asked for: its label, what an answer looks like, and help where there is some."""
    check_book(book)
    check_language(lang)
    if fact not in book.facts:
        raise UnknownNameError(Problem("fact_unknown", {"name": fact}))
    return _asked(book.facts[fact], book.facts[fact].label[lang], lang)


def _asked(definition: FactDef, label: str, lang: Language) -> str:
    expected = message(f"expected_{definition.type}", lang, choices=some_choices(definition, lang))
    text = message("question", lang, label=label, expected=expected)
    return f"{text} {definition.help[lang]}" if definition.help is not None else text
