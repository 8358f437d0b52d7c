"""What a scenario can expect of a decision. An expectation is read once and can be held against any decision.

Reading resolves the names in it and raises :class:`.Mistake`; :meth:`Expectation.gap` compares and never raises.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ancu.decision.contract import OptionOutcome
from ancu.decision.law import cited
from ancu.decision.model import Decision
from ancu.decision.persons import missing_texts, person_text, whose
from ancu.decision.rendering import amount_text, fill, status_text
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook import citations
from ancu.rulebook.model import SUMLESS, Text
from ancu.rulebook.values import normalise
from ancu.specs.language.amounts import Amount, read_amount
from ancu.specs.language.chosen import book, language
from ancu.specs.language.member_facts import labelled_fact, member_named, person_fact_named, places_of
from ancu.specs.language.mistakes import Mistake
from ancu.specs.language.names import (
    both,
    condition_named,
    fact_named,
    means_yes,
    names_of,
    normalised,
    open_title,
    status_named,
    titled,
)
from ancu.specs.language.told import flat_fact_of
from ancu.specs.language.whom import Whom


@dataclass(frozen=True)
class Scene:
    """What is known when an expectation is read: the programme asked about, and its decision once there is one.

    With ``reading_only`` nothing has been decided: words are looked at, no more.
    """

    programme: str | None
    decision: Decision | None
    reading_only: bool

    def asked(self) -> str:
        """The programme; before any was asked about, a mistake that says so."""
        if self.programme is None:
            raise not_judged()
        return self.programme

    def condition(self, name: str) -> str:
        """The condition of the programme that ``name`` names."""
        return condition_named(name, self.asked(), self.decision)


def not_judged() -> Mistake:
    """Something is expected before any programme was judged."""
    return Mistake(message("spec_not_judged", language()))


@dataclass(frozen=True)
class Gap:
    """What was expected, what came in its place (nothing: an empty tuple), and the condition that was asked about."""

    expected: str
    got: tuple[str, ...]
    condition: str | None = None


class Expectation(ABC):
    """Something that a scenario expects of a decision."""

    def gap(self, decision: Decision | None) -> Gap | None:
        """How ``decision`` (None: the rulebook does not cover the day) differs; None where it is as expected."""
        if decision is None:
            return Gap("…", (message("status_not_covered", language()),))
        return self._gap(decision)

    @abstractmethod
    def _gap(self, decision: Decision) -> Gap | None: ...


def _listed(name: str, wanted: bool, titles: list[str], condition: str | None = None) -> Gap:
    """``name`` should stand among ``titles``, or should not."""
    return Gap(message("spec_among" if wanted else "spec_not_among", language(), name=name), tuple(titles), condition)


@dataclass(frozen=True)
class ExpectedStatus(Expectation):
    """A status, a reason for none, or that the day is not covered; ``written`` as in the scenario."""

    key: str
    written: str

    @classmethod
    def read(cls, written: str) -> ExpectedStatus:
        return cls(status_named(written), written)

    def gap(self, decision: Decision | None) -> Gap | None:
        if decision is None:
            return (
                None if self.key == "not_covered" else Gap(self.written, (message("status_not_covered", language()),))
            )
        return self._gap(decision)

    def _gap(self, decision: Decision) -> Gap | None:
        if self.key in (decision.status, decision.why or decision.status):
            return None
        if self.key == "in_principle" and decision.in_principle:
            return None
        return Gap(self.written, (status_text(decision, language()),))


@dataclass(frozen=True)
class ExpectedOutcome(Expectation):
    """A condition is met (True), not met (False) or unknown (None), the last two as grounds of the decision.

    ``citation``: a place of law, as written, that must be among those on which the condition rests.
    """

    condition: str
    outcome: bool | None
    citation: str | None = None

    @classmethod
    def read(cls, scene: Scene, name: str, outcome: bool | None, citation: str | None = None) -> ExpectedOutcome:
        return cls(scene.condition(name), outcome, citation)

    def _gap(self, decision: Decision) -> Gap | None:
        condition, judgment = self.condition, decision.context.judgment
        if judgment is None or condition not in judgment.values:
            got = message("spec_not_asked_then", language())
            return Gap(_outcome_text(decision, condition, self.outcome), (got,), condition)
        if judgment.values[condition] is not self.outcome:
            got = _outcome_text(decision, condition, judgment.values[condition])
            return Gap(_outcome_text(decision, condition, self.outcome), (got,), condition)
        if self.outcome is not True and condition not in decision.grounds:
            grounds = tuple(book().title(ground)[language()] for ground in decision.grounds)
            title = _filled(decision, condition)
            return Gap(message("spec_among_grounds", language(), name=title), grounds, condition)
        if self.citation is None:
            return None
        basis = cited(decision.context, condition)
        if any(citations.matches(citation, self.citation, book().instruments) for citation in basis):
            return None
        return _listed(
            self.citation, True, [citations.render(c, book().instruments, language()) for c in basis], condition
        )


@dataclass(frozen=True)
class ExpectedMissing(Expectation):
    """A fact is missing, or is not asked; ``label`` as written.

    ``of`` is what it is missing for: the field of the decision.
    """

    fact: str
    label: str
    wanted: bool = True
    of: Literal["missing", "missing_for_benefit", "missing_for_priority"] = "missing"

    @classmethod
    def read(
        cls,
        label: str,
        wanted: bool = True,
        of: Literal["missing", "missing_for_benefit", "missing_for_priority"] = "missing",
    ) -> ExpectedMissing:
        return cls(fact_named(label), label, wanted, of)

    def _gap(self, decision: Decision) -> Gap | None:
        missing = getattr(decision, self.of)
        if (self.fact in missing) is self.wanted:
            return None
        return _listed(self.label, self.wanted, [book().facts[name].label[language()] for name in missing])


@dataclass(frozen=True)
class ExpectedMissingOf(Expectation):
    """A fact of a member is missing; ``label`` as written."""

    fact: str
    label: str
    whom: Whom

    @classmethod
    def read(cls, label: str, member: str) -> ExpectedMissingOf:
        return cls(person_fact_named(label), label, member_named(member))

    def _gap(self, decision: Decision) -> Gap | None:
        expected = message("spec_missing_of", language(), label=self.label, member=self.whom.said)
        people, household = decision.context.people, decision.household
        if people is None or household is None:
            return self._gap_of_record(decision, expected)
        places = places_of(people.household, self.whom)
        if any(part.asks == self.fact and part.member in places for part in household.missing):
            return None
        wanted = (*decision.missing, *decision.missing_for_benefit, *decision.missing_for_priority)
        return Gap(expected, tuple(missing_texts(decision.context, dict.fromkeys(wanted), language())))

    def _gap_of_record(self, decision: Decision, expected: str) -> Gap | None:
        """Without members, the fact of the record that says the same of the member is the one that is missing."""
        fact = flat_fact_of(self.whom, self.fact)
        missing = (*decision.missing, *decision.missing_for_benefit, *decision.missing_for_priority)
        if fact in missing:
            return None
        labels = tuple(book().facts[name].label[language()] for name in missing)
        return Gap(expected, labels if fact is not None else (message("spec_no_household", language()),))


@dataclass(frozen=True)
class ExpectedMember(Expectation):
    """A reason of the decision is about a member, and tells so."""

    whom: Whom

    @classmethod
    def read(cls, scene: Scene, member: str) -> ExpectedMember:
        scene.asked()
        return cls(member_named(member))

    def _gap(self, decision: Decision) -> Gap | None:
        expected = message("spec_names_member", language(), member=self.whom.said)
        context = decision.context
        if context.people is None:
            return Gap(expected, (message("spec_no_household", language()),))
        named = {place for name in (*decision.told, *decision.grounds) for place in whose(context, name)}
        if not named.isdisjoint(places_of(context.people.household, self.whom)):
            return None
        members = (member for member in context.people.household.members if member.place in named)
        return Gap(expected, tuple(person_text(context, member, language()) for member in members))


@dataclass(frozen=True)
class ExpectedAmount(Expectation):
    """What is granted; ``written`` as in the scenario.

    "60 triệu"; while more is open, "30 hoặc 60 triệu" or "ít nhất 30 triệu".
    """

    written: str

    @classmethod
    def read(cls, written: str) -> ExpectedAmount:
        """What ``written`` expects; a mistake where it says no amount."""
        expected = cls(written)
        least = expected._least()
        for text in [least] if least is not None else expected._alternatives():
            if read_amount(text) is None and normalise(text) not in _unset_amounts():
                raise Mistake(message("spec_amount_unread", language(), name=written.strip().strip('"')))
        return expected

    def one(self) -> Amount | str | None:
        """The one amount that is expected, to compare with another; None where several may be."""
        wanted = list(self._alternatives())
        if self._least() is not None or len(wanted) > 1:
            return None
        return read_amount(wanted[0]) or normalise(wanted[0])

    def _gap(self, decision: Decision) -> Gap | None:
        granted, open_ = sums_of(decision)
        options = [*granted, *open_]
        wanted = list(self._alternatives())
        least = self._least()
        if least is not None:
            agrees = bool(open_) and any(_is_amount(option, least) for option in granted)
        elif not open_:  # of several that the applicant may choose from, any
            agrees = any(_is_amount(option, text) for option in options for text in wanted[:1]) and len(wanted) == 1
        else:
            agrees = all(any(_is_amount(option, text) for option in options) for text in wanted) and all(
                any(_is_amount(option, text) for text in wanted) for option in options
            )
        if agrees:
            return None
        got = (sums_text(decision, language()),) if open_ else (amount_text(option, language()) for option in options)
        return Gap(self.written.strip().strip('"'), tuple(got))

    def _least(self) -> str | None:
        """The amount of which "ít nhất 30 triệu" says that it is granted whatever else may be."""
        words = [word for lang in LANGUAGES for word in message("spec_at_least", lang).split("; ")]
        written = normalise(self.written.strip().strip('"'))
        word = next((word for word in words if written.startswith(f"{word} ")), None)
        return None if word is None else written.removeprefix(word)

    def _alternatives(self) -> Iterator[str]:
        """The amounts written; "30 hoặc 60 triệu" means "30 triệu" and "60 triệu"."""
        joints = "|".join(re.escape(message("benefit_or_word", lang)) for lang in LANGUAGES)
        parts = re.split(joints, self.written.strip().strip('"'))
        number = re.fullmatch(r"[\d.,]+\s*(.*)", parts[-1])
        for part in parts:
            bare = re.fullmatch(r"[\d.,]+", part.strip()) is not None
            yield f"{part.strip()} {number[1]}" if bare and number is not None and part is not parts[-1] else part


def sums_of(decision: Decision) -> tuple[list[OptionOutcome], list[OptionOutcome]]:
    """The options of a sum that are granted, and those still open."""
    sums = [option for option in decision.options if option.kind not in SUMLESS]
    granted = [option for option in sums if option.option in decision.chosen]
    return granted, [option for option in sums if option.option in decision.open_options]


def sums_text(decision: Decision, lang: Language) -> str:
    """What a scenario expects as the benefit: the first of what may be chosen; while some is open, all that it may be.

    Empty where no sum is granted.
    """
    granted, open_ = sums_of(decision)
    texts = (amount_text(option, lang) for option in [*(granted if open_ else granted[:1]), *open_])
    return message("benefit_or_word", lang).join(dict.fromkeys(texts))


def _is_amount(option: OptionOutcome, written: str) -> bool:
    """Whether ``written`` says what an option grants; "60 triệu" is the same as "60.000.000 đồng"."""
    if normalise(written) in {normalise(amount_text(option, lang)) for lang in LANGUAGES}:
        return True
    amount = read_amount(written)
    return amount is not None and amount.is_of(option)


def _unset_amounts() -> set[str]:
    """What stands for an amount that nobody has set, or that is not known."""
    return normalised(*(message(key, lang) for key in ("amount_not_set", "amount_unknown") for lang in LANGUAGES))


@dataclass(frozen=True)
class ExpectedProvisional(Expectation):
    """The decision is provisional, or is not."""

    wanted: bool

    def _gap(self, decision: Decision) -> Gap | None:
        if decision.provisional is self.wanted:
            return None
        steps = {True: "step_provisional", False: "step_not_provisional"}
        return Gap(message(steps[self.wanted], language()), (message(steps[not self.wanted], language()),))


@dataclass(frozen=True)
class ExpectedNote(Expectation):
    """A condition, figure or programme so named carries a note; or a fact is no condition, or a former province."""

    name: str

    @classmethod
    def read(cls, scene: Scene, name: str) -> ExpectedNote:
        scene.asked()
        if scene.reading_only:  # what a title fills in is not known yet
            rulebook = book()
            programmes = rulebook.programmes
            facts = {fact for each in programmes.values() for part in each.no_condition for fact in part.facts}
            facts |= {each.region for each in programmes.values() if each.region is not None}
            noted = (*rulebook.conditions, *rulebook.quantities, *rulebook.parameters, *programmes, *sorted(facts))
            titled(name, [(own_id, rulebook.title(own_id)) for own_id in noted])
        return cls(name)

    def _gap(self, decision: Decision) -> Gap | None:
        if any(normalise(self.name) in names_of(noted, decision) for noted in decision.notes):
            return None
        return _listed(self.name, True, [book().title(noted)[language()] for noted in decision.notes])


@dataclass(frozen=True)
class ExpectedPaper(Expectation):
    """A document is to be brought, or is not; ``name`` as written."""

    name: str
    wanted: bool = True

    @classmethod
    def read(cls, name: str, wanted: bool = True) -> ExpectedPaper:
        titled(name, [(own_id, title) for own_id, document in book().documents.items() for title in document.titles])
        return cls(name, wanted)

    def _gap(self, decision: Decision) -> Gap | None:
        papers = decision.papers if self.wanted else [*decision.papers, *decision.possible_papers]
        titles = {paper: book().documents[paper].title_on(decision.as_of) for paper in papers}
        # Several documents may share a title; any of them is meant.
        asked = any(normalise(self.name) in normalised(paper, *both(title)) for paper, title in titles.items())
        if asked is self.wanted:
            return None
        return _listed(self.name, self.wanted, [title[language()] for title in titles.values()])


@dataclass(frozen=True)
class ExpectedPriority(Expectation):
    """The case ranks by a condition, or does not; ``name`` as written."""

    condition: str
    name: str
    wanted: bool = True

    @classmethod
    def read(cls, scene: Scene, name: str, wanted: bool = True) -> ExpectedPriority:
        return cls(scene.condition(name), name, wanted)

    def _gap(self, decision: Decision) -> Gap | None:
        if (self.condition in decision.priority) is self.wanted:
            return None
        ranks = [book().title(rank)[language()] for rank in decision.priority]
        return _listed(self.name, self.wanted, ranks, self.condition)


@dataclass(frozen=True)
class ExpectedOpenRank(Expectation):
    """Whether the case ranks by a condition is not yet known; ``name`` as written."""

    condition: str
    name: str

    @classmethod
    def read(cls, scene: Scene, name: str) -> ExpectedOpenRank:
        return cls(scene.condition(name), name)

    def _gap(self, decision: Decision) -> Gap | None:
        if self.condition in decision.open_ranks:
            return None
        ranks = [book().title(rank)[language()] for rank in decision.open_ranks]
        return _listed(self.name, True, ranks, self.condition)


@dataclass(frozen=True)
class ExpectedConflict(Expectation):
    """The record contradicts what follows between facts, or a condition that was stated; ``own_id`` None: nothing."""

    own_id: str | None = None

    @classmethod
    def read(cls, name: str) -> ExpectedConflict:
        stated = {own_id: one.title for own_id, one in book().conditions.items() if one.stated_by is not None}
        follows = {own_id: one.definition.text for own_id, one in book().implications.items()}
        return cls(titled(name, [*follows.items(), *stated.items()]))

    def _gap(self, decision: Decision) -> Gap | None:
        if (self.own_id in decision.conflicts) if self.own_id is not None else not decision.conflicts:
            return None
        got = [_contradicted(own_id)[language()] for own_id in decision.conflicts]
        if self.own_id is None:
            return Gap(message("step_no_conflict", language()), tuple(got))
        return _listed(_contradicted(self.own_id)[language()], True, got)


def _contradicted(own_id: str) -> Text:
    rulebook = book()
    return rulebook.implications[own_id].definition.text if own_id in rulebook.implications else rulebook.title(own_id)


@dataclass(frozen=True)
class ExpectedNotCovered(Expectation):
    """The rulebook does not cover the day."""

    def gap(self, decision: Decision | None) -> Gap | None:
        return None if decision is None else self._gap(decision)

    def _gap(self, decision: Decision) -> Gap | None:
        return Gap(message("status_not_covered", language()), (status_text(decision, language()),))


def _outcome_text(decision: Decision, condition: str, outcome: bool | None) -> str:
    """The step that would say that a condition came out so."""
    step = {True: "step_met", False: "step_not_met", None: "step_unknown"}[outcome]
    return message(step, language(), condition=_filled(decision, condition))


def _filled(decision: Decision, condition: str) -> str:
    """The title of a condition with what it quotes put in; with "…" where nothing was judged."""
    if decision.context.program is None:
        return open_title(condition)
    return fill(decision.context, book().title(condition), language())


def _missing(cell: str) -> Expectation:
    """What the cell of a column of missing facts expects: a fact of the record, or one of a member."""
    of_member = labelled_fact(cell)
    return ExpectedMissing.read(cell) if of_member is None else ExpectedMissingOf(of_member[1], cell, of_member[2])


#: What each general step expects, given what stands in its blanks.
STEPS: Mapping[str, Callable[[Scene, Mapping[str, str]], Expectation]] = {
    "step_result": lambda _, blanks: ExpectedStatus.read(blanks["status"]),
    "step_not_met": lambda scene, blanks: ExpectedOutcome.read(scene, blanks["condition"], False),
    "step_not_met_by": lambda scene, blanks: ExpectedOutcome.read(
        scene, blanks["condition"], False, blanks["citation"]
    ),
    "step_met": lambda scene, blanks: ExpectedOutcome.read(scene, blanks["condition"], True),
    "step_unknown": lambda scene, blanks: ExpectedOutcome.read(scene, blanks["condition"], None),
    "step_missing": lambda _, blanks: ExpectedMissing.read(blanks["label"]),
    "step_missing_of": lambda _, blanks: ExpectedMissingOf.read(blanks["label"], blanks["member"]),
    "step_names_member": lambda scene, blanks: ExpectedMember.read(scene, blanks["member"]),
    "step_not_asked": lambda _, blanks: ExpectedMissing.read(blanks["label"], wanted=False),
    "step_amount": lambda _, blanks: ExpectedAmount.read(blanks["amount"]),
    "step_missing_for_benefit": lambda _, blanks: ExpectedMissing.read(blanks["label"], of="missing_for_benefit"),
    "step_open_rank": lambda scene, blanks: ExpectedOpenRank.read(scene, blanks["condition"]),
    "step_missing_for_priority": lambda _, blanks: ExpectedMissing.read(blanks["label"], of="missing_for_priority"),
    "step_conflict": lambda _, blanks: ExpectedConflict.read(blanks["name"]),
    "step_no_conflict": lambda *_: ExpectedConflict(),
    "step_provisional": lambda *_: ExpectedProvisional(True),
    "step_not_provisional": lambda *_: ExpectedProvisional(False),
    "step_note": lambda scene, blanks: ExpectedNote.read(scene, blanks["name"]),
    "step_paper": lambda _, blanks: ExpectedPaper.read(blanks["name"]),
    "step_no_paper": lambda _, blanks: ExpectedPaper.read(blanks["name"], wanted=False),
    "step_priority": lambda scene, blanks: ExpectedPriority.read(scene, blanks["condition"]),
    "step_no_priority": lambda scene, blanks: ExpectedPriority.read(scene, blanks["condition"], wanted=False),
    "step_not_covered": lambda *_: ExpectedNotCovered(),
}
#: What the cells of a table of rows expect, by the kind of their column.
CELLS: Mapping[str, Callable[[Scene, str], Expectation]] = {
    "status": lambda _, cell: ExpectedStatus.read(cell),
    "met": lambda scene, cell: ExpectedOutcome.read(scene, cell, True),
    "not_met": lambda scene, cell: ExpectedOutcome.read(scene, cell, False),
    "unknown": lambda scene, cell: ExpectedOutcome.read(scene, cell, None),
    "amount": lambda _, cell: ExpectedAmount.read(cell),
    "missing": lambda _, cell: _missing(cell),
    "missing_for_benefit": lambda _, cell: ExpectedMissing.read(cell, of="missing_for_benefit"),
    "open_rank": lambda scene, cell: ExpectedOpenRank.read(scene, cell),
    "missing_for_priority": lambda _, cell: ExpectedMissing.read(cell, of="missing_for_priority"),
    "conflict": lambda _, cell: ExpectedConflict.read(cell),
    "provisional": lambda _, cell: ExpectedProvisional(means_yes(cell)),
}
