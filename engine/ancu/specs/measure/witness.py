"""A case that would notice a change of the law, as a scenario."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ancu.decision.model import Decision
from ancu.decision.rendering import status_text
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import UNIT_SIGNS, Type
from ancu.rulebook.values import format_value
from ancu.specs.language.expectations import sums_text

#: By what a decision differs, the coarsest first.
Shown = Literal["status", "amount", "condition", "provisional", "priority"]


@dataclass(frozen=True)
class Witness:
    """A case that comes out otherwise under a change: how the law as it stands decides it, and by what it shows.

    ``edits`` are the facts in which it differs from the scenario at ``near``.
    """

    programme: str
    decision: Decision
    shows: Shown
    condition: str | None
    edits: Mapping[str, Any]
    near: str

    def scenario(self, lang: Language, title: str) -> str:
        """The case as a scenario, ready to be put into a feature file once an officer has confirmed it."""
        book = self.decision.context.book
        facts = self.decision.context.record
        labels = [(book.facts[name].label[lang], value_text(book, name, value, lang)) for name, value in facts.items()]
        width = max((len(label) for label, _ in labels), default=0)
        far = max((len(value) for _, value in labels), default=0)
        lines = [message("gherkin_scenario", lang, title=title)]
        lines.append(message("gherkin_given", lang, step=message("step_record", lang)))
        lines += [f"      | {label:<{width}} | {value:<{far}} |" for label, value in labels]
        day = format_value(self.decision.as_of.toordinal(), Type("date"), None, lang)
        lines.append(message("gherkin_and", lang, step=message("step_as_of", lang, day=day)))
        programme = book.programmes[self.programme].title[lang]
        lines.append(message("gherkin_when", lang, step=message("step_judge", lang, programme=programme)))
        expected = [message("step_result", lang, status=status_text(self.decision, lang)), *self._finer(lang)]
        for i, step in enumerate(expected):
            lines.append(message("gherkin_and" if i else "gherkin_then", lang, step=step))
        return "\n".join(lines)

    def _finer(self, lang: Language) -> Iterator[str]:
        decision = self.decision
        if self.shows == "amount":
            if amount := sums_text(decision, lang):
                yield message("step_amount", lang, amount=amount)
        elif self.shows == "provisional":
            yield message("step_provisional" if decision.provisional else "step_not_provisional", lang)
        elif self.shows == "priority":
            key = "step_priority" if self.condition in decision.priority else "step_no_priority"
            yield message(key, lang, condition=self.condition)
        elif self.shows == "condition" and self.condition is not None:
            assert decision.context.judgment is not None
            outcome = decision.context.judgment.values[self.condition]
            key = {True: "step_met", False: "step_not_met", None: "step_unknown"}[outcome]
            yield message(key, lang, condition=self.condition)


def value_text(book: Rulebook, name: str, value: Any, lang: Language) -> str:
    """A fact's value as a record may state it."""
    fact = book.facts[name]
    if value is None:
        return message("table_empty", lang)
    unit = fact.unit[lang] if fact.unit is not None else UNIT_SIGNS.get(fact.type)
    return format_value(value, book.types[name], unit, lang, fact.values)
