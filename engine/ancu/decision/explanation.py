"""A decision as one text, plain or Markdown: its pieces under their headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from ancu.decision.contract import Depth, Reason
from ancu.decision.fields import Context, DecisionFields
from ancu.decision.law import value_of
from ancu.decision.persons import missing_texts
from ancu.decision.reasons import build
from ancu.decision.rendering import (
    ASKED_NEXT,
    asked_next,
    benefit_heading,
    sentence,
    texts_of,
    value_text,
)
from ancu.messages import Language, message
from ancu.rulebook.types import Type
from ancu.rulebook.values import format_value


def explain(
    decision: DecisionFields,
    lang: Language = "vi",
    form: Literal["text", "markdown"] = "text",
    settled: Depth | None = None,
    unsettled: Depth | None = None,
) -> str:
    """The decision with its reasons, what is missing, the benefit, notes and papers, in plain language."""
    page = _Page(form)
    texts = texts_of(decision, lang)
    page.lines.append(f"## {texts.title}" if form == "markdown" else texts.title)
    day = format_value(decision.as_of.toordinal(), Type("date"), None, lang)
    if decision.case is not None:
        page.line(message("explain_case", lang, case=decision.case))
    provisional = " " + message("provisional_mark", lang) if decision.provisional else ""
    verdict = message("explain_verdict", lang, status=texts.status.upper(), day=day) + provisional
    page.line(f"**{verdict}**" if form == "markdown" else verdict)
    if decision.status == "not_in_force":
        page.items(message("explain_reasons", lang), texts.reasons)
        page.items(message("explain_conflicts", lang), texts.conflicts)
        return page.text()
    page.items(
        message(benefit_heading(decision), lang), [text for text in (texts.benefit, texts.benefit_basis) if text]
    )
    page.items(message("explain_missing_for_benefit", lang), texts.missing_for_benefit)
    page.items(message("explain_settled", lang), texts.settled)
    asked = asked_next(decision) if len(decision.missing) > ASKED_NEXT else []
    if asked:
        page.items(message("explain_next", lang), texts.next)
    page.items(message(f"explain_reasons_{decision.status}", lang), texts.reasons)
    if settled or unsettled:
        page.tree(message("explain_reasoning", lang), _reasoning(decision, settled, unsettled, lang))
    if asked:
        rest = missing_texts(decision.context, (fact for fact in decision.missing if fact not in asked), lang)
        page.items(message("explain_missing_rest", lang), ["; ".join(rest)])
    else:
        page.items(message("explain_missing", lang), texts.missing)
    page.items(message("explain_unset", lang), texts.unset)
    page.items(message("explain_caveats", lang), texts.caveats)
    page.items(message("explain_conflicts", lang), texts.conflicts)
    page.items(message("explain_priority", lang), [*texts.priority, *texts.open_priority])
    page.items(message("explain_missing_for_priority", lang), texts.missing_for_priority)
    page.items(message("explain_notes", lang), texts.notes)
    page.items(message("explain_documents", lang), texts.papers)
    page.items(message("explain_possible_papers", lang), texts.possible_papers)
    confirmed = "receipt_confirmed" if decision.receipt.confirmed_by else "receipt_single"
    page.lines += [
        "",
        message(confirmed, lang, rulebook=decision.receipt.rulebook[:12], engine=decision.receipt.engine),
    ]
    return page.text()


def _reasoning(
    decision: DecisionFields, settled: Depth | None, unsettled: Depth | None, lang: Language
) -> list[tuple[int, str]]:
    """The reasoning to a depth, as lines with their level."""
    depths: dict[bool, Depth] = {True: settled or "code", False: unsettled or "code"}
    reasons = build(decision.context, decision.grounds, depths[True], depths[False])
    return list(_lines(decision.context, reasons, depths, 0, lang))


def _lines(
    context: Context, reasons: list[Reason], depths: Mapping[bool, Depth], level: int, lang: Language
) -> Iterator[tuple[int, str]]:
    book = context.book
    for reason in reasons:
        if depths[reason.outcome != "unknown"] == "code":
            outcome = message(f"word_{reason.outcome}", lang)
            yield level, message("reasoning_code", lang, code=reason.condition, outcome=outcome)
            continue
        yield level, sentence(context, reason.condition, lang)
        # A settled condition rests on what was stated, whatever else it could have read.
        facts = (name for name, value in reason.facts.items() if value is not None or reason.outcome == "unknown")
        for name in (*facts, *reason.figures):
            value = value_text(book, name, value_of(context, name), lang)
            yield level + 1, message("reasoning_value", lang, label=book.title(name)[lang], value=value)
        yield from _lines(context, reason.parts, depths, level + 1, lang)


@dataclass
class _Page:
    """Lines for a terminal, or the same as Markdown."""

    form: Literal["text", "markdown"]
    lines: list[str] = field(default_factory=list)

    def line(self, text: str) -> None:
        self.lines += ["", text] if self.form == "markdown" else [text]

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
