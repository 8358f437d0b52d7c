"""Decisions in words: the sentences an officer would sign, in Vietnamese or English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from ancu.decision.model import Context, Decision, Depth, OptionOutcome, Reason, Texts, outcome_of
from ancu.decision.notes import note_texts
from ancu.decision.reasons import basis_of, value_of, version_on
from ancu.messages import Language, message
from ancu.rulebook import citations
from ancu.rulebook.model import Text
from ancu.rulebook.references import PLACEHOLDER
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import MEASURES, Type
from ancu.rulebook.values import format_value


def title_of(book: Rulebook, programme: str, lang: Language) -> str:
    """The programme's title."""
    return book.programmes[programme].title[lang]


def status_text(decision: Decision, lang: Language) -> str:
    """The status in words: "đủ điều kiện", "chưa có hiệu lực", …"""
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

    def said(found: re.Match[str]) -> str:
        value = value_of(context, found[1])
        if value is None and context.of_many and found[1] not in context.book.parameters:
            return _lower_first(context.book.title(found[1])[lang])
        return value_text(context.book, found[1], value, lang)

    return PLACEHOLDER.sub(said, text[lang])


def condition_text(context: Context, name: str, lang: Language) -> str:
    """A condition as it came out in this case, in a sentence, without its citation."""
    assert context.judgment is not None
    book = context.book
    outcome = outcome_of(context.judgment.values[name])
    condition = book.conditions.get(name)
    special = {"met": condition.met, "not_met": condition.not_met, "unknown": None}[outcome] if condition else None
    if special is not None and all(value_of(context, quoted) is not None for quoted in PLACEHOLDER.findall(special.vi)):
        return fill(context, special, lang)
    title = fill(context, book.title(name), lang)
    return title if outcome == "met" else message(f"condition_{outcome}", lang, title=_lower_first(title))


def _lower_first(text: str) -> str:
    """For use inside a sentence; a leading acronym keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def sentence(context: Context, name: str, lang: Language) -> str:
    """A condition as it came out, with where it stands in law."""
    text = condition_text(context, name, lang)
    basis = basis_of(context.book, name, context.law_date)
    cited = citations.render_all(basis, context.book.instruments, lang)
    return message("sentence_cited", lang, text=text, basis=cited) if cited else text


def amount_text(option: OptionOutcome, lang: Language) -> str:
    """What an option other than a right grants: an amount, or "chưa có mức"."""
    if option.amount is None:
        return message("amount_not_set", lang)
    measure = "percent" if option.kind == "percent" else "money"
    amount = format_value(option.amount, MEASURES[measure], None, lang)
    return message(f"amount_{option.kind}", lang, amount=amount, months=option.months)


def benefit_text(decision: Decision, lang: Language) -> str:
    """The benefit in one line; empty unless the case is eligible."""
    if decision.status != "eligible":
        return ""
    book = decision.context.book
    options = book.programmes[decision.programme].benefit.options
    texts = []
    for outcome in decision.options:
        if outcome.option in decision.chosen:
            title = options[outcome.option].title[lang]
            right = outcome.kind == "right"
            texts.append(
                title if right else message("benefit_option", lang, title=title, amount=amount_text(outcome, lang))
            )
    return "; ".join(texts)


def reason_texts(decision: Decision, lang: Language) -> list[str]:
    """The conditions that carry the decision, each a sentence with its citation."""
    return [sentence(decision.context, name, lang) for name in decision.told]


def missing_texts(decision: Decision, lang: Language) -> list[str]:
    """The labels of the missing facts."""
    return [decision.context.book.facts[name].label[lang] for name in decision.missing]


def doubt_text(decision: Decision, name: str, lang: Language) -> str:
    """Why a condition is doubtful: the reason of its doubt, else that a stand-in was used for a stated fact."""
    context = decision.context
    book = context.book
    title = fill(context, book.title(name), lang)
    version = version_on(book, name, context.law_date) if name in book.conditions else None
    if version is not None and version.doubt is not None:
        return message("caveat_doubt", lang, title=title, doubt=version.doubt.text[lang])
    condition = book.conditions.get(name)
    if condition is not None and condition.stated_by is not None:
        fact = book.facts[condition.stated_by.fact].label[lang]
        return message("caveat_stand_in", lang, title=title, fact=fact)
    return message("caveat_figure", lang, title=title)


def caveat_texts(decision: Decision, lang: Language) -> list[str]:
    """What a provisional decision hangs on: the doubted conditions among its caveats."""
    judgment = decision.context.judgment
    doubted = [name for name in decision.caveats if judgment is not None and name in judgment.doubted]
    return [doubt_text(decision, name, lang) for name in doubted]


@dataclass
class _Page:
    """Lines for a terminal, or the same as Markdown."""

    form: Literal["text", "markdown"]
    lines: list[str] = field(default_factory=list)

    def heading(self, text: str) -> None:
        if self.lines:
            self.lines.append("")
        self.lines.append(f"## {text}" if self.form == "markdown" else text)

    def verdict(self, text: str) -> None:
        self.lines += ["", f"**{text}**"] if self.form == "markdown" else [text]

    def items(self, heading: str, items: list[str]) -> None:
        self.tree(heading, [(0, item) for item in items])

    def tree(self, heading: str, lines: list[tuple[int, str]]) -> None:
        """Items, each with how deep it stands."""
        if not lines:
            return
        if self.form == "markdown":
            self.lines += ["", f"### {heading}", ""]
        else:
            self.lines += ["", f"{heading}:"]
        self.lines += [f"{'  ' * level}- {line}" for level, line in lines]

    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


def explain(
    decision: Decision,
    lang: Language = "vi",
    form: Literal["text", "markdown"] = "text",
    settled: Depth | None = None,
    unsettled: Depth | None = None,
) -> str:
    """The decision with its reasons, what is missing, the benefit, notes and papers, in plain language."""
    page = _Page(form)
    texts = texts_of(decision, lang)
    page.heading(texts.title)
    day = format_value(decision.as_of.toordinal(), Type("date"), None, lang)
    if decision.case is not None:
        page.lines += (
            ["", message("explain_case", lang, case=decision.case)]
            if form == "markdown"
            else [message("explain_case", lang, case=decision.case)]
        )
    provisional = " " + message("provisional_mark", lang) if decision.provisional else ""
    verdict = message("explain_verdict", lang, status=texts.status.upper(), day=day)
    page.verdict(verdict + provisional)
    if decision.status == "not_in_force":
        page.items(message("explain_reasons", lang), texts.reasons)
        return page.text()
    page.items(message("explain_benefit", lang), [texts.benefit] if texts.benefit else [])
    page.items(message(f"explain_reasons_{decision.status}", lang), texts.reasons)
    if settled or unsettled:
        page.tree(message("explain_reasoning", lang), reasoning_lines(decision, settled, unsettled, lang))
    page.items(message("explain_missing", lang), texts.missing)
    page.items(message("explain_unset", lang), texts.unset)
    page.items(message("explain_caveats", lang), texts.caveats)
    page.items(message("explain_conflicts", lang), texts.conflicts)
    page.items(message("explain_priority", lang), texts.priority)
    page.items(message("explain_notes", lang), texts.notes)
    page.items(message("explain_documents", lang), texts.papers)
    confirmed = "receipt_confirmed" if decision.receipt.confirmed_by else "receipt_single"
    page.lines += [
        "",
        message(confirmed, lang, rulebook=decision.receipt.rulebook[:12], engine=decision.receipt.engine),
    ]
    return page.text()


def texts_of(decision: Decision, lang: Language) -> Texts:
    """What a page or letter says of the decision, piece by piece."""
    book = decision.context.book
    not_in_force = decision.status == "not_in_force"
    unset = [text for name in decision.unset for text in note_texts(decision, name, lang)]
    notes = [text for name in decision.notes for text in note_texts(decision, name, lang) if text not in unset]
    return Texts(
        title=title_of(book, decision.programme, lang),
        status=status_text(decision, lang),
        benefit=benefit_text(decision, lang),
        reasons=[why_not_in_force(decision, lang)] if not_in_force else reason_texts(decision, lang),
        missing=missing_texts(decision, lang),
        unset=unset,
        caveats=caveat_texts(decision, lang),
        conflicts=[message("conflict", lang, title=book.title(name)[lang]) for name in decision.conflicts],
        priority=priority_texts(decision, lang),
        notes=list(dict.fromkeys(notes)),
        papers=document_texts(decision, lang),
    )


def reasoning_lines(
    decision: Decision, settled: Depth | None, unsettled: Depth | None, lang: Language
) -> list[tuple[int, str]]:
    """The reasoning to a depth, as lines with their level."""
    depths: dict[bool, Depth] = {True: settled or "code", False: unsettled or "code"}
    return list(_reasoning(decision, decision.reasons_at(depths[True], depths[False]), depths, 0, lang))


def _reasoning(
    decision: Decision, reasons: list[Reason], depths: Mapping[bool, Depth], level: int, lang: Language
) -> Iterator[tuple[int, str]]:
    context, book = decision.context, decision.context.book
    for reason in reasons:
        if depths[reason.outcome != "unknown"] == "code":
            outcome = message(f"word_{reason.outcome}", lang)
            yield level, message("reasoning_code", lang, code=reason.condition, outcome=outcome)
            continue
        yield level, sentence(context, reason.condition, lang)
        # A settled condition rests on what was stated, whatever else it could have read.
        facts = (name for name, value in reason.facts.items() if value is not None or reason.outcome == "unknown")
        for name in (*facts, *reason.figures):
            said = value_text(book, name, value_of(context, name), lang)
            yield level + 1, message("reasoning_value", lang, label=book.title(name)[lang], value=said)
        yield from _reasoning(decision, reason.parts, depths, level + 1, lang)


def document_texts(decision: Decision, lang: Language) -> list[str]:
    """The papers to bring: what each is, on which form, from whom, for how long it is good."""
    return [paper_text(decision.context.book, name, decision.as_of, lang) for name in decision.papers]


def paper_text(book: Rulebook, name: str, day: date, lang: Language) -> str:
    """A document as it is asked for on ``day``."""
    version = book.documents[name].on(day)
    title = book.documents[name].title[lang]
    if version is None:
        return title
    details = []
    if version.form is not None:
        instrument = citations.render(version.basis[0].partition(":")[0], book.instruments, lang)
        details.append(message("paper_form", lang, form=version.form[lang], instrument=instrument))
    if version.issuer is not None:
        details.append(version.issuer[lang])
    if version.valid_months is not None:
        details.append(message("paper_valid", lang, months=version.valid_months))
    return message("paper", lang, title=title, details="; ".join(details)) if details else title


def priority_texts(decision: Decision, lang: Language) -> list[str]:
    """The grounds of priority that are met, each with its rank."""
    context = decision.context
    ranks = context.book.programmes[decision.programme].priority
    return [
        message("priority_rank", lang, rank=ranks.index(name) + 1, of=len(ranks), text=sentence(context, name, lang))
        for name in decision.priority
    ]


def why_not_in_force(decision: Decision, lang: Language) -> str:
    """Why a programme is not open: its period, or its territory."""
    context = decision.context
    programme = context.book.programmes[decision.programme]
    if decision.why == "other_region" and programme.territory is not None:
        return sentence(context, programme.territory, lang)
    openings = sorted(programme.periods, key=lambda o: o.period.start)
    opening = openings[0] if decision.why == "not_yet" else openings[-1]
    edge = opening.period.start if decision.why == "not_yet" else opening.period.end
    basis = citations.render_all(opening.basis, context.book.instruments, lang)
    day = format_value(edge.toordinal(), Type("date"), None, lang)
    text = message(f"why_{decision.why}", lang, day=day, basis=basis)
    return " ".join([text, *(note[lang] for note in opening.note)])


def question_text(book: Rulebook, fact: str, lang: Language) -> str:
    """A fact as it is asked for: its label, what an answer looks like, and help where there is some."""
    definition = book.facts[fact]
    choices = "; ".join(value[lang] for value in definition.values.values())
    expected = message(f"expected_{definition.type}", lang, choices=choices)
    text = message("question", lang, label=definition.label[lang], expected=expected)
    return f"{text} {definition.help[lang]}" if definition.help is not None else text
