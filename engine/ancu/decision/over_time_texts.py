"""What is told of a case at several moments: in a sentence for each change, and what the last moment fails by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

from ancu.decision.contract import Status, Why
from ancu.decision.model import Decision
from ancu.decision.moment_decision import MomentDecision
from ancu.decision.moments import moment_text
from ancu.decision.persons import member_text
from ancu.decision.rendering import sentence
from ancu.decision.status_changes import StatusChange
from ancu.decision.told import settled_in
from ancu.household.members import people_of
from ancu.messages import Language, lower_first, message
from ancu.rulebook.types import Type
from ancu.rulebook.values import format_value

#: How many missing facts a sentence names.
_MOST = 4


def moments_texts(moments: Sequence[MomentDecision], changes: Sequence[StatusChange], lang: Language) -> list[str]:
    """What holds at ``moments`` and what ``changes`` between them, a sentence each."""
    return [_sentence(text) for text in _MomentsTeller(moments, changes, lang).sentences()]


class _MomentsTeller:
    def __init__(self, moments: Sequence[MomentDecision], changes: Sequence[StatusChange], lang: Language) -> None:
        self.moments, self.changes, self.lang = moments, changes, lang
        self.context = moments[-1].decision.context

    def sentences(self) -> Iterator[str]:
        """One for each change from moments to later ones; and one for what comes and goes between two moments."""
        groups = [list(group) for _, group in groupby(self.moments, key=_status)]
        if len(groups) == 1:
            status = self._status(*_status(groups[0][0]))
            yield message("moments_all", self.lang, status=status, moments=self._named(groups[0]))
        for before, after in pairwise(groups):
            yield self._change(before, after)
        for earlier, later in pairwise(self.moments):
            changes = self._between(earlier, later)
            if len(changes) > 1:
                told = "; ".join(
                    message("moments_from", self.lang, status=self._status(one.status, one.why), day=self._day(one))
                    for one in changes
                )
                sides = {"before": self._named([earlier]), "after": self._named([later])}
                yield message("moments_between", self.lang, **sides, changes=told)

    def _change(self, before: Sequence[MomentDecision], after: Sequence[MomentDecision]) -> str:
        earlier, later = before[-1].decision, after[0].decision
        values = {"before": self._named(before), "after": self._named(after)}
        values["day"] = self._day(self._between(before[-1], after[0])[-1])
        if (earlier.status, later.status) == ("eligible", "ineligible"):
            return message("moments_lost", self.lang, **values, reasons=self._reasons(later))
        if (earlier.status, later.status) == ("ineligible", "eligible"):
            return message("moments_gained", self.lang, **values, reasons=self._reasons(earlier))
        values |= {"status": self._status(*_status(before[0])), "then": self._status(*_status(after[0]))}
        reasons = self._reasons(later) if later.status != "eligible" else ""
        key = "moments_changed" if reasons else "moments_changed_bare"
        return message(key, self.lang, **values, reasons=reasons)

    def _between(self, earlier: MomentDecision, later: MomentDecision) -> list[StatusChange]:
        return [change for change in self.changes if earlier.on < change.on <= later.on]

    def _reasons(self, decision: Decision) -> str:
        texts = decision.texts(self.lang)
        if decision.status != "undetermined":
            return "; ".join(map(_inside, texts.reasons))
        context = decision.context
        failing = [name for name in settled_in(context, decision.as_of).conditions if context.values[name] is False]
        told = [_inside(sentence(context, name, self.lang)) for name in failing]
        if texts.missing:
            facts = "; ".join(map(lower_first, texts.missing[:_MOST]))
            more = len(texts.missing) - _MOST
            facts = message("each_more", self.lang, told=facts, more=more) if more > 0 else facts
            told.append(message("moments_missing", self.lang, facts=facts))
        return "; ".join(told or map(_inside, texts.unset))

    def _named(self, moments: Sequence[MomentDecision]) -> str:
        return ", ".join(
            message("moments_at", self.lang, moment=moment_text(one.moment, self.lang), day=self._date(one.on))
            for one in moments
        )

    def _day(self, change: StatusChange) -> str:
        events = [self._event(change, i) for i in range(len(change.events))]
        if change.law_changes:
            events.append(message("moments_law", self.lang))
        day = self._date(change.on)
        return message("moments_day", self.lang, day=day, events="; ".join(events)) if events else day

    def _event(self, change: StatusChange, which: int) -> str:
        event, book = change.events[which], self.context.book
        if event.member is None or self.context.people is None:
            return lower_first(book.facts[event.fact].label[self.lang])
        household = self.context.people.household
        member = next(one for one in household.members if one.place == event.member)
        person = member_text(book, household, member, self.lang)
        if event.age is not None:
            return message("moments_age", self.lang, person=person, age=event.age)
        label = people_of(book).person.facts[event.fact].label[self.lang]
        return message("moments_event", self.lang, person=person, label=lower_first(label))

    def _status(self, status: Status, why: Why | None) -> str:
        return message(f"status_{why or status}", self.lang)

    def _date(self, day: date) -> str:
        return format_value(day.toordinal(), Type("date"), None, self.lang)


def _status(one: MomentDecision) -> tuple[Status, Why | None]:
    return one.decision.status, one.decision.why


def _inside(text: str) -> str:
    """A sentence for use within another."""
    return lower_first(text.removesuffix("."))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
