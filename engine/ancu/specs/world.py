"""What a scenario builds up: a record, a day, a programme, and the decision to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from ancu.decision.deciding import Engine, decide, read_record
from ancu.decision.model import Decision
from ancu.decision.reasons import basis_of
from ancu.decision.rendering import amount_text, fill, status_text
from ancu.errors import AncuError, NotCoveredError, suggestion
from ancu.messages import LANGUAGES, message
from ancu.rulebook import citations
from ancu.rulebook.checks import PLACEHOLDER
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.naming import AS_OF, naming_of
from ancu.rulebook.values import ValueProblem, normalise, parse_date, read_money

book = cache(load_rulebook)


def _said(*texts: str) -> set[str]:
    return {normalise(text) for text in texts}


def _means_yes(written: str) -> bool:
    return normalise(written) in _said(*(message("word_yes", lang) for lang in LANGUAGES))


@dataclass
class World:
    """The state of one scenario. Every check raises ``AssertionError`` with what was expected and what came."""

    record: dict[str, str] = field(default_factory=dict)
    day: date | None = None
    programme: str | None = None
    decision: Decision | None = None
    not_covered: bool = False
    engine: Engine = "two_key"

    # -- given and when -------------------------------------------------------------------------------------------

    def state(self, label: str, value: str) -> None:
        """The record holds ``value``; an empty one takes the fact away."""
        fact = self.fact(label)
        if value.strip() in ("", *(message("table_empty", lang) for lang in LANGUAGES)):
            self.record.pop(fact, None)
        else:
            self.record[fact] = value

    def state_or_date(self, label: str, value: str) -> None:
        """:meth:`state`, or :meth:`set_day` where the label means the as-of date."""
        if naming_of(book()).find(label) == AS_OF:
            self.set_day(value)
        else:
            self.state(label, value)

    def set_day(self, written: str) -> None:
        try:
            self.day = parse_date(written)
        except ValueProblem as problem:
            raise AssertionError(problem.text()) from problem

    def judge(self, programme: str) -> None:
        """Decide the record; a day before coverage is kept to be looked at."""
        self.programme = programme
        self.decision, self.not_covered = None, False
        try:
            self.decision = decide(book(), read_record(book(), self.record), programme, self.day, self.engine)
        except NotCoveredError:
            self.not_covered = True
        except AncuError as error:
            raise AssertionError(error.text()) from error

    # -- finding ----------------------------------------------------------------------------------------------------

    def fact(self, label: str) -> str:
        """The fact that ``label`` names."""
        found = naming_of(book()).find(label)
        if found is None or found not in book().facts:
            near = naming_of(book()).near(label)
            hint = f" {message('did_you_mean', near=near)}" if near else ""
            raise AssertionError(message("spec_fact_unknown", name=label, hint=hint))
        return found

    def condition(self, name: str) -> str:
        """The condition of the judged programme that ``name`` names, by title, filled title or id."""
        decision = self.judged()
        program = decision.context.program
        nodes = [node.name for node in program.conditions()] if program is not None else []
        if name in nodes:
            return name
        wanted = normalise(name)
        for node in nodes:
            if wanted in self._names(decision, node):
                return node
        titles = [PLACEHOLDER.sub("…", book().title(node).vi) for node in nodes]
        hint: Any = suggestion(name, [*titles, *nodes])
        raise AssertionError(message("spec_condition_unknown", name=name, hint=hint(None)))

    @staticmethod
    def _names(decision: Decision, node: str) -> set[str]:
        title = book().title(node)
        filled = (fill(decision.context, title, lang) for lang in LANGUAGES)
        return _said(node, title.vi, title.en, *filled)

    def judged(self) -> Decision:
        """The decision; before any was made, an error that says so."""
        if self.not_covered:
            raise AssertionError(message("spec_expected", expected="…", got=message("status_not_covered")))
        if self.decision is None:
            raise AssertionError(message("spec_not_judged"))
        return self.decision

    # -- then -------------------------------------------------------------------------------------------------------

    def expect_status(self, expected: str) -> None:
        if self.not_covered:
            got = _said(*(message("status_not_covered", lang) for lang in LANGUAGES))
            told = message("status_not_covered")
        else:
            decision = self.judged()
            got = _said(decision.status, *(status_text(decision, lang) for lang in LANGUAGES))
            told = status_text(decision, "vi")
        if normalise(expected) not in got:
            self._fail("spec_expected", expected, [told])

    def expect_outcome(self, name: str, outcome: bool | None, citation: str | None = None) -> None:
        decision = self.judged()
        condition = self.condition(name)
        assert decision.context.judgment is not None
        got = decision.context.judgment.values[condition]
        if got is not outcome:
            words = {True: "step_met", False: "step_not_met", None: "step_unknown"}
            expected, told = (message(words[value], condition=name) for value in (outcome, got))
            self._fail("spec_expected", expected, [told])
        if outcome is not True and condition not in decision.grounds:
            self._fail("spec_expected_in", name, [book().title(ground).vi for ground in decision.grounds])
        if citation is not None:
            basis = basis_of(book(), condition, decision.context.law_date)
            if not any(citations.matches(cited, citation, book().instruments) for cited in basis):
                self._fail("spec_expected_in", citation, [citations.render(c, book().instruments, "vi") for c in basis])

    def expect_missing(self, label: str, wanted: bool = True) -> None:
        decision = self.judged()
        if (self.fact(label) in decision.missing) is not wanted:
            labels = [book().facts[name].label.vi for name in decision.missing]
            self._fail("spec_expected_in" if wanted else "spec_expected_out", label, labels)

    def expect_amount(self, written: str) -> None:
        decision = self.judged()
        options = [option for option in decision.options if option.option in decision.chosen and option.kind != "right"]
        told = [amount_text(option, "vi") for option in options]
        wanted = written.strip().strip('"')
        spoken = {normalise(amount_text(option, lang)) for option in options for lang in LANGUAGES}
        # "60 triệu" is the same amount as "60.000.000 đồng".
        amounts = {option.amount for option in options if option.kind in ("once", "loan")} - {None}
        if normalise(wanted) not in spoken and read_money(wanted) not in amounts:
            self._fail("spec_expected", wanted, told)

    def expect_provisional(self, wanted: bool) -> None:
        decision = self.judged()
        if decision.provisional is not wanted:
            words = {True: "step_provisional", False: "step_not_provisional"}
            self._fail("spec_expected", message(words[wanted]), [message(words[not wanted])])

    def expect_note(self, name: str) -> None:
        decision = self.judged()
        for noted in decision.notes:
            if normalise(name) in self._names(decision, noted):
                return
        self._fail("spec_expected_in", name, [book().title(noted).vi for noted in decision.notes])

    def expect_paper(self, name: str, wanted: bool = True) -> None:
        papers = {paper: book().documents[paper].title for paper in self.judged().papers}
        named = any(normalise(name) in _said(paper, title.vi, title.en) for paper, title in papers.items())
        if named is not wanted:
            told = [title.vi for title in papers.values()]
            self._fail("spec_expected_in" if wanted else "spec_expected_out", name, told)

    def expect_priority(self, name: str, wanted: bool = True) -> None:
        decision = self.judged()
        if (self.condition(name) in decision.priority) is not wanted:
            told = [book().title(found).vi for found in decision.priority]
            self._fail("spec_expected_in" if wanted else "spec_expected_out", name, told)

    def expect_not_covered(self) -> None:
        if not self.not_covered:
            self._fail("spec_expected", message("status_not_covered"), [status_text(self.judged(), "vi")])

    def expect_rows(self, table: list[list[str]]) -> None:
        """Judge each row of ``table`` over the record so far; every wrong row is told at once."""
        headings, *rows = table
        special = {normalise(message(f"table_{key}", lang)): key for key in (*_TABLE, *_STATING) for lang in LANGUAGES}
        kinds = [special.get(normalise(heading)) for heading in headings]
        if "status" not in kinds or self.programme is None:
            raise AssertionError(message("spec_rows_need", column=message("table_status")))
        if ("fact" in kinds) is not ("value" in kinds):
            names = {key: message(f"table_{key}") for key in _STATING}
            raise AssertionError(message("spec_fact_needs_value", **names))
        problems = []
        for number, row in enumerate(rows, 1):
            world = replace(self, record=dict(self.record))
            try:
                world._check_row(self.programme, headings, kinds, row)
            except AssertionError as error:
                problems.append(message("spec_row", row=number, problem=error))
        if problems:
            raise AssertionError("\n".join(problems))

    def _check_row(self, programme: str, headings: list[str], kinds: list[str | None], row: list[str]) -> None:
        expected: list[tuple[str, str]] = []
        stated = {kind: cell for kind, cell in zip(kinds, row, strict=True) if kind in _STATING}
        if stated.get("fact", "").strip():
            self.state_or_date(stated["fact"], stated["value"])
        for heading, kind, cell in zip(headings, kinds, row, strict=True):
            if kind in _STATING:
                continue
            if kind is not None:
                expected.append((kind, cell))
            else:
                self.state_or_date(heading, cell)
        self.judge(programme)
        for kind, cell in expected:
            if cell.strip():
                _TABLE[kind](self, cell)

    def _fail(self, key: str, expected: str, got: Iterable[str]) -> None:
        told = "; ".join(got) or message("spec_nothing")
        text = message(key, expected=expected, got=told)
        if self.decision is not None:
            text += "\n\n" + self.decision.explain("vi")
        raise AssertionError(text)


_TABLE: dict[str, Callable[[World, str], None]] = {
    "status": lambda world, cell: world.expect_status(cell),
    "met": lambda world, cell: world.expect_outcome(cell, True),
    "not_met": lambda world, cell: world.expect_outcome(cell, False),
    "unknown": lambda world, cell: world.expect_outcome(cell, None),
    "amount": lambda world, cell: world.expect_amount(cell),
    "missing": lambda world, cell: world.expect_missing(cell),
    "provisional": lambda world, cell: world.expect_provisional(_means_yes(cell)),
}
#: Columns that state one fact of the row's choosing, so that a table can change one thing at a time.
_STATING = ("fact", "value")
