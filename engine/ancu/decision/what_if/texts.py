"""What would make a decision another, in sentences: what is changed, by whom, and by which paper it is proven."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ancu.decision.contract import Contract, OptionOutcome
from ancu.decision.fields import Context, DecisionFields
from ancu.decision.persons import missing_texts, persons_text
from ancu.decision.rendering import amount_text, value_text
from ancu.decision.what_if.changes import ChangeSet, ChangesFields, FactChange
from ancu.messages import Language, lower_first, message
from ancu.rulebook.model import SUMLESS
from ancu.rulebook.types import Type
from ancu.rulebook.values import format_value

#: How many missing facts a sentence names.
_MOST = 4


class ChangeTexts(Contract):
    """What would make a decision another, in words; a piece that does not apply is empty."""

    caution: str
    sets: list[str]
    opens: list[str]
    options: list[str]
    later: str
    none: str
    cut: str

    def lines(self) -> list[str]:
        """All pieces in the order in which they are read, the caution last."""
        told = [*self.sets, *self.opens, *self.options, self.later, self.none, self.cut]
        lines = [text for text in told if text]
        return [*lines, self.caution] if self.sets or self.opens or self.options else lines


def texts_of(changes: ChangesFields, decision: DecisionFields, lang: Language) -> ChangeTexts:
    """What is said of ``changes`` to ``decision``."""
    teller = _ChangesTeller(decision, lang)
    refused = decision.status == "ineligible" and not changes.sets and not changes.opens
    return ChangeTexts(
        caution=message("what_if_caution", lang),
        sets=[teller.set(one) for one in changes.sets],
        opens=[teller.set(one) for one in changes.opens],
        options=[teller.option(one) for option in changes.options for one in option.sets],
        later=teller.later(changes),
        none=message("what_if_none", lang) if refused and not changes.cut else "",
        cut=message("what_if_cut", lang) if changes.cut else "",
    )


def set_texts(decision: DecisionFields, sets: Sequence[ChangeSet], lang: Language) -> list[str]:
    """A sentence for each set of changes to ``decision``, and what the case would be then."""
    teller = _ChangesTeller(decision, lang)
    return [teller.set(one) for one in sets]


class _ChangesTeller:
    def __init__(self, decision: DecisionFields, lang: Language) -> None:
        self.decision, self.lang = decision, lang
        self.context: Context = decision.context
        self.options = self.context.book.programmes[decision.programme].benefit.options

    def set(self, one: ChangeSet) -> str:
        """A set of changes, and what the case would be then."""
        return self._sentence(self._changes(one), *self._outcome(one))

    def option(self, one: ChangeSet) -> str:
        """What a set of changes would grant instead of what is granted."""
        now = [granted for granted in self.decision.options if granted.option in self.decision.chosen]
        lead = message("what_if_option", self.lang, granted=self._granted(one.chosen), now=self._granted(now))
        return f"{lead} {self._sentence(self._changes(one), *self._doubts(one))}"

    def later(self, changes: ChangesFields) -> str:
        """The day from which the same case is decided otherwise."""
        if changes.later is None:
            return ""
        day = format_value(changes.later.on.toordinal(), Type("date"), None, self.lang)
        status = message(f"status_{changes.later.status}", self.lang)
        law = message("what_if_law", self.lang) if changes.later.law_changes else ""
        return message("what_if_later", self.lang, day=day, status=status, law=law)

    def _outcome(self, one: ChangeSet) -> list[str]:
        if one.status == "undetermined":
            labels = missing_texts(self.context, one.missing, self.lang)
            facts = "; ".join(map(lower_first, labels[:_MOST]))
            if len(labels) > _MOST:
                facts = message("each_more", self.lang, told=facts, more=len(labels) - _MOST)
            key = "what_if_missing" if facts else "what_if_unset"
            return [message(key, self.lang, facts=facts)] if facts else [message(key, self.lang)]
        sums = [granted for granted in one.chosen if granted.kind not in SUMLESS and granted.amount is not None]
        told = [message("what_if_then", self.lang, granted=self._granted(sums))] if sums else []
        return [*told, *self._doubts(one)]

    def _doubts(self, one: ChangeSet) -> list[str]:
        told: list[str] = []
        if one.together is not None:
            fact = next(change.fact for change in one.changes if change.gap is not None)
            total = self._value(fact, one.together)
            told = [message("what_if_less" if self._lower(one) else "what_if_more", self.lang, total=total)]
        return [*told, message("what_if_provisional", self.lang)] if one.provisional else told

    @staticmethod
    def _lower(one: ChangeSet) -> bool:
        return any(change.most is not None and change.most < change.before for change in one.changes)

    def _granted(self, options: Sequence[OptionOutcome]) -> str:
        def said(one: OptionOutcome) -> str:
            title = lower_first(self.options[one.option].title[self.lang])
            if one.kind in SUMLESS or one.amount is None:
                return title
            return message("what_if_amount", self.lang, title=title, amount=amount_text(one, self.lang))

        return "; ".join(map(said, options))

    def _changes(self, one: ChangeSet) -> str:
        told = [self._change(change, one.together is not None) for change in one.changes]
        if len(told) == 1:
            return told[0]
        numbered = "; ".join(f"({i}) {text}" for i, text in enumerate(told, 1))
        return message("what_if_together", self.lang, count=len(told), changes=numbered)

    def _change(self, change: FactChange, together: bool) -> str:
        # Several papers may be called the same.
        papers = "; ".join(dict.fromkeys(map(self._paper, change.papers)))
        by = message(f"what_if_by_{change.by}", self.lang)
        return message("what_if_change", self.lang, what=self._what(change, together), by=by, papers=papers)

    def _what(self, change: FactChange, together: bool) -> str:
        act = self.context.book.changeable[change.fact].act
        label = lower_first(self.context.book.facts[change.fact].label[self.lang])
        if change.gap is not None and together:
            text = message("what_if_now", self.lang, label=label, now=self._value(change.fact, change.before))
        elif change.gap is not None:
            text = self._number(change)
        else:
            assert act is not None, "what is no number says what is done"
            values = (lower_first(self._value(change.fact, one)) for one in change.values)
            text = act[self.lang].replace("{value}", message("what_if_or", self.lang).join(values))
        people = self.context.people
        if change.member is None or people is None or change.member.place == people.household.applicant.place:
            return text
        person = persons_text(self.context, people, [change.member.place], self.lang)
        return message("sentence_of_person", self.lang, text=text, person=person)

    def _number(self, change: FactChange) -> str:
        label = lower_first(self.context.book.facts[change.fact].label[self.lang])
        values: dict[str, Any] = {"label": label, "gap": self._value(change.fact, change.gap)}
        ends = {key: getattr(change, key) for key in ("least", "most")}
        values |= {key: self._value(change.fact, value) for key, value in ends.items() if value is not None}
        lower = change.most is not None and change.most < change.before
        key = "what_if_between" if None not in ends.values() else "what_if_lower" if lower else "what_if_higher"
        if change.most == 0:
            key = "what_if_nothing"
        off = message("what_if_above" if lower else "what_if_below", self.lang, gap=values["gap"])
        return message(key, self.lang, **{**values, "off": off})

    def _value(self, fact: str, value: Any) -> str:
        return value_text(self.context.book, fact, value, self.lang)

    def _paper(self, name: str) -> str:
        return lower_first(self.context.book.documents[name].title_on(self.decision.as_of)[self.lang])

    @staticmethod
    def _sentence(*parts: str) -> str:
        text = "; ".join(part for part in parts if part)
        return f"{text[:1].upper()}{text[1:]}."
