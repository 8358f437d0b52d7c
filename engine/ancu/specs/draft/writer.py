"""Writing scenarios in the officer's words, so that they are read back as they were meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ancu.decision.deciding import Record, decide
from ancu.decision.model import Decision
from ancu.decision.rendering import fill, status_text
from ancu.errors import NotCoveredError
from ancu.household.members import BORN_ON, Household, Member, people_of
from ancu.messages import Language, message
from ancu.rulebook.model import FactDef, FactPhrase
from ancu.rulebook.phrases import BLANK, Spoken, sentence_text
from ancu.rulebook.references import PLACEHOLDER
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import Type
from ancu.rulebook.values import ValueProblem, format_value, parse
from ancu.specs.language.expectations import sums_text
from ancu.specs.language.grammar import grammar_of, states
from ancu.specs.language.homonyms import meant
from ancu.specs.language.whom import member_text

_WIDTH = 100
#: Gherkin's keywords. They stand here too because drafting works where Gherkin is not installed.
_KEYWORDS = {
    "vi": {"feature": "Tính năng", "background": "Bối cảnh", "scenario": "Tình huống",
           "outline": "Khung tình huống", "examples": "Dữ liệu", "given": "Biết", "and": "Và",
           "when": "Khi", "then": "Thì"},
    "en": {"feature": "Feature", "background": "Background", "scenario": "Scenario",
           "outline": "Scenario Outline", "examples": "Examples", "given": "Given", "and": "And",
           "when": "When", "then": "Then"},
}  # fmt: skip


@dataclass
class ScenarioDraft:
    """A scenario being written."""

    name: str
    record: Mapping[str, Any]
    programme: str
    day: date
    household: Household | None = None
    then: list[str] = field(default_factory=list)
    #: Rows of a table: the facts (or the day) that each changes, to be judged.
    changes: list[dict[str, Any]] = field(default_factory=list)
    #: The condition that the table is about.
    condition: str | None = None


class ScenarioWriter:
    """Writes records, days and results in one language, so that they are read back as the same."""

    def __init__(self, book: Rulebook, lang: Language) -> None:
        self.book, self.lang = book, lang
        self.words = _KEYWORDS[lang]
        self.phrases = [s.phrase for s in grammar_of(book).phrases if s.phrase is not None and s.lang == lang]

    def feature(self, title: str, drafts: Iterable[ScenarioDraft], about: str) -> str:
        """A whole file."""
        lines = [f"# language: {self.lang}", *(f"# {line}" for line in about.splitlines())]
        lines.append(f"{self.words['feature']}: {title}")
        drafts = list(drafts)
        for i, draft in enumerate(drafts):
            if any(draft.name == other.name for other in drafts[:i]):
                draft.name += f" ({i + 1})"
        shared = len(drafts) > 1 and all(
            (d.record, d.household, d.day) == (drafts[0].record, drafts[0].household, drafts[0].day) for d in drafts
        )
        if shared:
            lines += ["", f"  {self.words['background']}:", *self._before(drafts)]
        for draft in drafts:
            lines += ["", *self._scenario(draft, shared)]
        return "\n".join(lines) + "\n"

    def _scenario(self, draft: ScenarioDraft, shared: bool) -> Iterator[str]:
        yield f"  {self.words['scenario']}: {draft.name}"
        if not shared:
            yield from self._before([draft])
        title = self.book.programmes[draft.programme].title[self.lang]
        yield f"    {self.words['when']} {sentence_text('step_judge', self.lang).replace('{programme}', title)}"
        yield from self._steps("then", draft.then or [self._table(draft)])

    def _before(self, drafts: Sequence[ScenarioDraft]) -> Iterator[str]:
        """The record and the day that ``drafts`` share."""
        draft = drafts[0]
        given = [
            *self._given(draft.record, {one.programme for one in drafts}),
            *self._members(draft.household),
            sentence_text("step_as_of", self.lang).replace("{day}", self.day(draft.day)),
        ]
        yield from self._steps("given", given)

    def _steps(self, first: str, steps: list[str]) -> Iterator[str]:
        for i, step in enumerate(steps):
            yield f"    {self.words['and' if i else first]} {step}"

    # -- records ----------------------------------------------------------------------------------------------------

    def _given(self, record: Mapping[str, Any], programmes: Collection[str]) -> list[str]:
        """The record as phrases, as far as any mean it where one of ``programmes`` is judged, then as a table."""
        phrases, covered = self._phrases_for(record, programmes)
        steps: list[str] = []
        line = ""
        if phrases:
            phrases[0] = f"{message('draft_subject', self.lang)} {phrases[0]}"
        for text in phrases:
            joined = f"{line}, {text}" if line else text
            if line and len(joined) > _WIDTH:
                steps.append(line)
                joined = text
            line = joined
        if line:
            steps.append(line)
        rest = [name for name in self.book.facts if name in record and name not in covered]
        if rest:
            rows = [[self.book.facts[name].label[self.lang], self.value(name, record[name])] for name in rest]
            steps.append("\n".join([sentence_text("step_record", self.lang), *grid(rows)]))
        return steps

    def _members(self, household: Household | None) -> Iterator[str]:
        """The members as a table, and whether these are all; nobody's name or number."""
        if household is None:
            return
        person = people_of(self.book).person
        used = {name for member in household.members for name in member.facts}
        used |= {BORN_ON for member in household.members if member.born is not None}
        columns = [name for name in person.facts if name in used]
        labelled = any(member.label is not None for member in household.members)
        heads = [person.facts[name].label[self.lang] for name in columns]
        rows = [[*([message("names_of_label", self.lang).split("; ")[0]] if labelled else []), *heads]]
        for member in household.members:
            cells = [self._of_person(member, name) for name in columns]
            rows.append([*([member.label or ""] if labelled else []), *cells])
        yield "\n".join([sentence_text("step_household", self.lang), *grid(rows)])
        if household.complete:
            yield sentence_text("step_household_complete", self.lang)

    def _of_person(self, member: Member, name: str) -> str:
        """The cell of a fact of a member; empty where it is not known."""
        if name == BORN_ON and member.born is not None:
            return str(date.fromordinal(member.born[0]).year)
        value = member.facts.get(name)
        return "" if value is None else self._written(people_of(self.book).person.facts[name], value)

    def _phrases_for(self, record: Mapping[str, Any], programmes: Collection[str]) -> tuple[list[str], set[str]]:
        """The phrases that state facts of ``record`` and nothing else, those that state most first."""
        covered: set[str] = set()
        chosen: dict[str, str] = {}
        order = {name: i for i, name in enumerate(self.book.facts)}
        for spoken in sorted(self.phrases, key=lambda p: -len(getattr(p.phrase, "also", ()))):
            if not isinstance(spoken.phrase, FactPhrase) or spoken.name not in record or spoken.name in covered:
                continue
            stated = {spoken.name, *spoken.phrase.also}
            text = self._fits(spoken, record, programmes) if stated <= record.keys() else None
            if text is not None:
                covered |= stated
                chosen[spoken.name] = text
        return [chosen[name] for name in sorted(chosen, key=order.__getitem__)], covered

    def _fits(self, spoken: Spoken, record: Mapping[str, Any], programmes: Collection[str]) -> str | None:
        """The phrase with its blank filled, if it states what the record holds."""
        fact = self.book.facts[spoken.name]
        fillings = [""]
        if BLANK.search(spoken.text):
            plain = Type(fact.value_type.kind, None, fact.value_type.scale)
            alone = format_value(record[spoken.name], plain, None, self.lang)
            fillings = [self.value(spoken.name, record[spoken.name]), alone]
            if fact.type in ("count", "distance"):
                fillings.reverse()  # the phrase itself has the unit
        for filling in fillings:
            text = BLANK.sub(lambda _, put=filling: put, spoken.text)  # type: ignore[misc]
            sayings = grammar_of(self.book).read(text)
            if sayings is not None and len(sayings) == 1:
                read = [meant(sayings[0], frozenset({programme})) for programme in programmes] or sayings
                if all(self._holds(states(one), record) for one in read):
                    return text
        return None

    def _holds(self, stated: Mapping[str, object], record: Mapping[str, Any]) -> bool:
        try:
            return all(parse(self.book.facts[name], value) == record[name] for name, value in stated.items())
        except ValueProblem:
            return False

    def value(self, name: str, value: Any) -> str:
        """A value so written that it is read back as the same."""
        return message("table_empty", self.lang) if value is None else self._written(self.book.facts[name], value)

    def _written(self, fact: FactDef, value: Any) -> str:
        unit = fact.unit[self.lang] if fact.unit is not None else None
        forms = [format_value(value, fact.value_type, unit, self.lang, fact.values)]
        if fact.type == "list":
            short = [fact.values[v].synonyms[:1] or [v] for v in fact.values if v in value]
            forms += ["; ".join(text for (text,) in short), "; ".join(sorted(value))]
        forms.append(format_value(value, Type(fact.value_type.kind, None, fact.value_type.scale), None, "vi"))
        for form in forms:
            try:
                if parse(fact, form) == value:
                    return form
            except ValueProblem:
                continue
        return str(value)

    def day(self, day: date) -> str:
        """A day as scenarios write it."""
        return format_value(day.toordinal(), Type("date"), None, self.lang)

    # -- results ----------------------------------------------------------------------------------------------------

    def results(self, decision: Decision) -> list[str]:
        """What a decision came to, as steps: the result, what tells why, what is missing, what is granted."""
        lang = self.lang

        def step(key: str, **values: str) -> str:
            text = sentence_text(f"step_{key}", lang)
            for name, value in values.items():
                text = text.replace("{" + name + "}", value)
            return text

        steps = [step("result", status=status_text(decision, lang))]
        key = {"ineligible": "not_met", "undetermined": "unknown", "eligible": "met"}.get(decision.status)
        for name in decision.told if key is not None else ():
            # An eligible case may be told by what stands in for a group; a ground of any other result is a ground.
            if decision.status == "eligible" or name in decision.grounds:
                steps.append(step(str(key), condition=self.condition(decision, name)))
        steps += [step("missing", label=self.book.facts[name].label[lang]) for name in decision.missing]
        steps += self._missing_of(decision)
        steps += [step("amount", amount=amount) for amount in [sums_text(decision, lang)] if amount]

        def missing(key: str, facts: list[str]) -> list[str]:
            return [step(key, label=self.book.facts[name].label[lang]) for name in facts]

        steps += missing("missing_for_benefit", decision.missing_for_benefit)
        steps += [step("open_rank", condition=self.condition(decision, name)) for name in decision.open_ranks]
        steps += missing("missing_for_priority", decision.missing_for_priority)
        steps += [step("conflict", name=name) for name in decision.conflicts]
        if decision.status != "not_in_force":
            steps.append(step("provisional" if decision.provisional else "not_provisional"))
        return steps

    def _missing_of(self, decision: Decision) -> Iterator[str]:
        """What is missing of members whom a scenario can name, each once."""
        people = decision.context.people
        if people is None or decision.household is None:
            return
        members = {member.place: member for member in people.household.members}
        told: dict[str, None] = {}
        for part in decision.household.missing:
            named = member_text(self.book, people.household, members[part.member], self.lang)
            if named is not None and part.fact in decision.missing:
                text = sentence_text("step_missing_of", self.lang).replace("{member}", named)
                label = people_of(self.book).person.facts[part.asks].label[self.lang]
                told[text.replace("{label}", label)] = None
        yield from told

    def condition(self, decision: Decision | None, name: str) -> str:
        """What to call a condition: its title, filled in; its id where a title cannot stand in quotes."""
        title = self.book.title(name)
        text = fill(decision.context, title, self.lang) if decision is not None else title[self.lang]
        return name if '"' in text or (decision is None and PLACEHOLDER.search(text)) else text

    def _table(self, draft: ScenarioDraft) -> str:
        lang = self.lang
        changed = dict.fromkeys(name for row in draft.changes for name in row)
        heads = [message("heading_as_of", lang) if n == "as_of" else self.book.facts[n].label[lang] for n in changed]
        kinds = ("met", "not_met", "unknown")
        rows = []
        for row in draft.changes:
            facts = {k: v for k, v in {**draft.record, **row}.items() if k != "as_of" and v is not None}
            status, outcome, amount = self._judge(draft, facts, row.get("as_of", draft.day))
            cells = [self.day(row[n]) if n == "as_of" else self.value(n, row.get(n)) for n in changed]
            name = self.condition(None, draft.condition) if draft.condition else ""
            rows.append([*cells, status, *(name if outcome == kind else "" for kind in kinds), amount])
        heads += [message(f"table_{key}", lang) for key in ("status", *kinds, "amount")]
        used = [i for i in range(len(heads)) if i <= len(changed) or any(row[i] for row in rows)]
        cut = [[row[i] for i in used] for row in (heads, *rows)]
        return "\n".join([sentence_text("step_rows", lang), *grid(cut)])

    def _judge(self, draft: ScenarioDraft, facts: Mapping[str, Any], day: date) -> tuple[str, str | None, str]:
        """The result in words; where it can be expected, how the draft's condition came out; what is granted."""
        try:
            decision = decide(self.book, Record(facts), draft.programme, day)
        except NotCoveredError:
            return message("status_not_covered", self.lang), None, ""
        judgment, outcome = decision.context.judgment, None
        if draft.condition is not None and judgment is not None and draft.condition in judgment.values:
            value = judgment.values[draft.condition]
            if value is True or draft.condition in decision.grounds:
                outcome = {True: "met", False: "not_met", None: "unknown"}[value]
        return status_text(decision, self.lang), outcome, sums_text(decision, self.lang)


def grid(rows: list[list[str]]) -> list[str]:
    """A Gherkin table, its columns aligned."""
    cells = [[cell.replace("\\", "\\\\").replace("|", "\\|") for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))]
    return [
        "      | " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in cells
    ]
