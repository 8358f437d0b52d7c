"""What a rulebook states, name by name: on one day, or over all time. The difference of two such accounts is what
changed between two days, or between two rulebooks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from ancu.decision.rendering import paper_text
from ancu.handbook.wording import Wording, end_text, figure_text, period_text, plausible_text
from ancu.messages import Language, message
from ancu.rulebook import citations
from ancu.rulebook.calendar import Period
from ancu.rulebook.model import ConditionPhrase, Doubt, FactDef, FactPhrase, Phrase, Plausible, Text
from ancu.rulebook.phrases import BLANK
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import day_text

Kind = Literal[
    "programme", "condition", "quantity", "figure", "fact", "implication", "wording", "role", "projection", "document",
    "instrument", "preference", "question",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class RulebookEntry:
    """Everything a rulebook says under one name, line by line."""

    kind: Kind
    name: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """A name that one side has, or of which the two sides say different things; the lines that went and that came."""

    statement: RulebookEntry
    state: Literal["added", "removed", "changed"]
    gone: tuple[str, ...]
    come: tuple[str, ...]


def statements(book: Rulebook, lang: Language, day: date | None = None) -> dict[tuple[Kind, str], RulebookEntry]:
    """What ``book`` says of each name; with a ``day``, what holds then."""
    source = _Statements(book, lang, day)
    every = (
        *source.programmes(), *source.rules(), *source.figures(), *source.facts(), *source.implications(),
        *source.wordings(), *source.people(), *source.documents(), *source.instruments(), *source.rest(),
    )  # fmt: skip
    return {(statement.kind, statement.name): statement for statement in every}


def changes(
    before: Mapping[tuple[Kind, str], RulebookEntry], after: Mapping[tuple[Kind, str], RulebookEntry]
) -> Iterator[Change]:
    """What differs, in the order of :data:`KINDS`, then of the names."""
    for key in sorted(before.keys() | after.keys(), key=lambda key: (KINDS.index(key[0]), key[1])):
        old, new = before.get(key), after.get(key)
        if old is None:
            assert new is not None
            yield Change(new, "added", (), new.lines)
        elif new is None:
            yield Change(old, "removed", old.lines, ())
        elif old != new:
            gone = tuple(line for line in old.lines if line not in new.lines)
            come = tuple(line for line in new.lines if line not in old.lines)
            if old.title != new.title:
                gone, come = (old.title, *gone), (new.title, *come)
            yield Change(new, "changed", gone, come)


class _Statements:
    def __init__(self, book: Rulebook, lang: Language, day: date | None) -> None:
        self.book, self.lang, self.day = book, lang, day
        self.wording = Wording(book, lang)

    def _holds(self, period: object) -> bool:
        return self.day is None or self.day in period  # type: ignore[operator]

    def _cited(self, text: str, basis: Iterable[str]) -> str:
        cited = citations.render_all(basis, self.book.instruments, self.lang)
        return message("sentence_cited", self.lang, text=text, basis=cited)

    def _dated(self, text: str, period: object) -> str:
        """A line with its period, unless it is of one day."""
        if self.day is not None:
            return text
        return f"{period_text(period, self.lang)}: {text}"  # type: ignore[arg-type]

    def _remarks(self, notes: Iterable[Text], doubt: Doubt | None = None) -> Iterator[str]:
        for note in notes:
            yield message("rules_note", self.lang, note=note[self.lang])
        if doubt is not None:
            yield message("rules_doubt_line", self.lang, text=doubt.text[self.lang])
            if isinstance(doubt.reading, str) and doubt.reading != "unknown":
                yield message("rules_doubt_reading", self.lang, reading=self.wording.rule(doubt.reading))

    def programmes(self) -> Iterator[RulebookEntry]:
        for name, programme in self.book.programmes.items():
            lines: list[str] = []
            if self.day is not None:
                holds = programme.in_force_on(self.day)
                lines.append(message("diff_in_force" if holds else "diff_not_in_force", self.lang))
            else:
                periods = "; ".join(period_text(opening.period, self.lang) for opening in programme.periods)
                lines.append(message("rules_periods", self.lang, periods=periods))
            if self.day is None or self.day >= programme.covered_from:
                for period, text in programme.eligible_versions:
                    if self._holds(period):
                        lines.append(self._dated(self.wording.rule(text), period))
            for option in programme.benefit.options.values():
                lines.append(self._cited(option.title[self.lang], option.basis))
                if option.amount is not None:
                    lines.append(self._of(option.title, "diff_amount", amount=self.wording.name(option.amount)))
                if option.when is not None:
                    lines.append(self._of(option.title, "handbook_when", when=self.wording.rule(option.when)))
            for key, names in (("diff_priority", programme.priority), ("diff_papers", programme.papers)):
                if names:
                    lines.append(
                        self._m(key, names="; ".join(self.wording.text(self.book.title(name)) for name in names))
                    )
            lines.extend(self._remarks(programme.note))
            yield RulebookEntry("programme", name, programme.title[self.lang], tuple(lines))

    def rules(self) -> Iterator[RulebookEntry]:
        for name in (*self.book.conditions, *self.book.quantities):
            lines: list[str] = []
            for tree in self.book.trees[name]:
                version = tree.version
                if not self._holds(tree.period) or version is None:
                    continue
                rule = self.wording.rule(version.when) if version.when else message("rules_null", self.lang)
                lines.append(self._dated(self._cited(rule, version.basis), tree.period))
                lines.extend(self._remarks(version.note, version.doubt))
            kind: Kind = "condition" if name in self.book.conditions else "quantity"
            if lines:
                yield RulebookEntry(kind, name, self.wording.text(self.book.title(name)), tuple(lines))

    def figures(self) -> Iterator[RulebookEntry]:
        for name, parameter in self.book.parameters.items():
            lines: list[str] = []
            regional = ((r, f) for (slot, r), figures in self.book.fills.items() if slot == name for f in figures)
            for region, figure in (*((None, f) for f in self.book.figures[name]), *regional):
                if not self._holds(figure.period):
                    continue
                value = figure_text(self.book, name, figure, self.lang)
                if region is not None:
                    value = f"{self.book.regions[region].title[self.lang]}: {value}"
                lines.append(self._dated(self._cited(value, figure.version.basis), figure.period))
                lines.extend(self._remarks(figure.version.note, figure.version.doubt))
            if lines:
                yield RulebookEntry("figure", name, parameter.label[self.lang], tuple(lines))

    def facts(self) -> Iterator[RulebookEntry]:
        """The facts of a record: what they hold, within what bounds, what proves them, how people say them."""
        for name, fact in self.book.facts.items():
            yield RulebookEntry("fact", name, fact.label[self.lang], tuple(self._fact(fact)))

    def _fact(self, fact: FactDef) -> Iterator[str]:
        unit = fact.unit[self.lang] if fact.unit is not None else None
        yield self._m(
            "diff_fact", what=self._m(f"fact_is_{fact.type}"), section=self.book.sections[fact.section][self.lang]
        )
        if unit is not None:
            yield self._m("diff_unit", unit=unit)
        if fact.values:
            for value in fact.values.values():
                also = f" ({'; '.join(value.synonyms)})" if value.synonyms else ""
                yield self._m("diff_value", value=value[self.lang] + also)
        if fact.bounds is not None:
            yield self._m(
                "diff_bounds",
                min=end_text(fact, fact.bounds.min, self.lang),
                max=end_text(fact, fact.bounds.max, self.lang),
            )
        if isinstance(fact.plausible, Plausible):
            yield plausible_text(fact, fact.plausible, self.lang)
        if fact.applies_when is not None:
            otherwise = end_text(fact, fact.otherwise, self.lang)
            yield self._m("diff_default", when=self.wording.rule(fact.applies_when), otherwise=otherwise)
        if fact.assumed is not None:
            yield self._m("diff_assumed", value=self._m("word_yes" if fact.assumed else "word_no"))
        if fact.evidence:
            papers = "; ".join(self.book.documents[paper].title[self.lang] for paper in fact.evidence)
            yield self._m("facts_evidence", evidence=papers)
        if fact.synonyms:
            yield self._m("diff_synonyms", synonyms="; ".join(fact.synonyms))
        if fact.help is not None:
            yield self._m("diff_help", help=fact.help[self.lang])
        for phrase in fact.phrases:
            yield from self._phrase(phrase, fact)
        for homonym in fact.homonyms:
            other = self.book.facts[homonym.of].label[self.lang]
            yield from (self._m("diff_homonym", said=said, other=other) for said in self._phrase(homonym, fact))

    def _phrase(self, phrase: Phrase, fact: FactDef | None = None) -> Iterator[str]:
        """How people say a fact or an outcome, in either language, and what that means."""
        # A blank stands in brackets: braces are for the rulebook's own writing.
        said = (BLANK.sub(r"[\1]", text) for text in (phrase.vi, phrase.en) if text is not None)
        texts = " / ".join(f"“{text}”" for text in said)
        if isinstance(phrase, ConditionPhrase):
            yield self._m("diff_phrase_of", phrase=texts, meaning=self._m(f"cover_{phrase.outcome}"))
        elif isinstance(phrase, FactPhrase) and phrase.value is not None and fact is not None:
            yield self._m("diff_phrase_of", phrase=texts, meaning=self._value(fact, phrase.value))
        else:
            yield self._m("diff_phrase", phrase=texts)

    def _value(self, fact: FactDef, value: Any) -> str:
        """A value of a fact as the rulebook writes it, in words."""
        if fact.type == "list":
            written = value if isinstance(value, list) else [value]
            return "; ".join(fact.values[one][self.lang] if one in fact.values else str(one) for one in written)
        return end_text(fact, value, self.lang)

    def implications(self) -> Iterator[RulebookEntry]:
        """What follows between facts."""
        for name, following in self.book.implications.items():
            implication = following.definition
            if not self._holds(implication.period):
                continue
            then = (
                f"{self.wording.name(fact)}: {self._value(self.book.facts[fact], value)}"
                for fact, value in implication.then.items()
            )
            rule = self._m("diff_implies", when=self.wording.rule(implication.if_), then="; ".join(then))
            if implication.basis:
                rule = self._cited(rule, implication.basis)
            lines = (self._dated(rule, implication.period) if implication.period != Period() else rule,)
            yield RulebookEntry("implication", name, implication.text[self.lang], lines)

    def wordings(self) -> Iterator[RulebookEntry]:
        """What is said of a condition when it is met or fails, and how scenarios may say it."""
        for name, condition in self.book.conditions.items():
            lines: list[str] = []
            for key, text in (("diff_met", condition.met), ("diff_not_met", condition.not_met)):
                if text is not None:
                    lines.append(self._m(key, text=self.wording.text(text)))
            for phrase in condition.phrases:
                lines.extend(self._phrase(phrase))
            if condition.stated_by is not None:
                stated = condition.stated_by
                accepted = (self._value(self.book.facts[stated.fact], value) for value in stated.accepted)
                values = f" ({'; '.join(accepted)})" if stated.accepted else ""
                lines.append(self._m("diff_stated", fact=self.wording.name(stated.fact) + values))
            if lines:
                yield RulebookEntry("wording", name, self.wording.text(condition.title), tuple(lines))

    def _m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def _of(self, title: Text, key: str, **values: object) -> str:
        """A line on a part that has a title of its own."""
        return f"{title[self.lang]}: {self._m(key, **values)}"

    def people(self) -> Iterator[RulebookEntry]:
        """The roles in a household, and how facts of the record follow from its members."""
        people = self.book.people
        if people is None:
            return
        of_each = Wording(people.person, self.lang, self.day)
        for name, steps in people.roles.items():
            texts = (people.person.trees[step][0].expr for step in steps)
            said = tuple(of_each.say(expr) for expr in texts if expr is not None)
            yield RulebookEntry("role", name, people.titles[name][self.lang], said)
        for name, versions in people.projections.items():
            lines: list[str] = []
            for version in versions:
                if self._holds(version.period):
                    rule = self._cited(self.wording.rule(version.version.when, name), version.version.basis)
                    lines.append(self._dated(rule, version.period) if version.period != Period() else rule)
                    lines.extend(self._remarks(version.version.note))
            if lines:
                yield RulebookEntry("projection", name, self.book.facts[name].label[self.lang], tuple(lines))

    def documents(self) -> Iterator[RulebookEntry]:
        for name, document in self.book.documents.items():
            lines: list[str] = []
            for version in document.versions:
                if self._holds(version.period):
                    paper = paper_text(self.book, name, version.period.start, self.lang)
                    lines.append(self._dated(self._cited(paper, version.basis), version.period))
                    lines.extend(self._remarks(version.note))
            if lines:
                yield RulebookEntry("document", name, document.title[self.lang], tuple(lines))

    def instruments(self) -> Iterator[RulebookEntry]:
        for name, instrument in self.book.instruments.items():
            if self._holds(instrument.in_force.period):
                named = citations.render(name, self.book.instruments, self.lang)
                issued = message("diff_issued", self.lang, day=day_text(instrument.issued, self.lang))
                force = message("diff_force", self.lang, period=period_text(instrument.in_force.period, self.lang))
                remarks = self._remarks(instrument.note)
                lines = (instrument.title[self.lang], issued, force, *remarks)
                yield RulebookEntry("instrument", name, named, lines)

    def rest(self) -> Iterator[RulebookEntry]:
        for name, preference in self.book.preferences.items():
            if self._holds(preference.period):
                among = "; ".join(self.book.programmes[p].title[self.lang] for p in preference.among)
                lines = (self._cited(among, preference.basis),)
                yield RulebookEntry("preference", name, preference.title[self.lang], lines)
        if self.day is None:
            for name, question in self.book.questions.items():
                yield RulebookEntry("question", name, ", ".join(question.source), (question.text[self.lang],))
