"""What a scenario builds up: a record, a day, a programme, and the decision to be looked at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ancu.decision.deciding import decide, read_record
from ancu.decision.model import STATUSES, Decision
from ancu.decision.reasons import basis_of
from ancu.decision.rendering import amount_text, fill, status_text
from ancu.decision.two_key import Engine
from ancu.errors import AncuError, IntegrityError, NotCoveredError, UnknownNameError, nearest, suggestion
from ancu.messages import LANGUAGES, Language, default_language, message
from ancu.rulebook import citations
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.model import Text
from ancu.rulebook.naming import AS_OF, naming_of
from ancu.rulebook.references import PLACEHOLDER, use_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, normalise, parse, parse_date, read_money
from ancu.specs.language.grammar import Saying, grammar_of, most_like, outcome, states

_chosen: dict[str, Any] = {}


def book() -> Rulebook:
    """The rulebook that scenarios are judged by: the one chosen, else the one that An Cư would load."""
    if "book" not in _chosen:
        _chosen["book"] = load_rulebook()
    found: Rulebook = _chosen["book"]
    return found


def choose(rulebook: Rulebook, lang: Language) -> None:
    """Judge the scenarios of this process by ``rulebook``, and speak ``lang``."""
    _chosen.update(book=rulebook, lang=lang)


def language() -> Language:
    """The language in which scenarios are reported."""
    found: Language = _chosen.get("lang") or default_language()
    return found


class SpecError(AssertionError):
    """A scenario that does not pass. ``line`` is that of a table row, where one is to blame."""

    def __init__(self, text: str, line: int | None = None) -> None:
        super().__init__(text)
        self.line = line


class Mistake(SpecError):
    """The scenario is written wrongly: a name, value or table that cannot be read."""


class Mismatch(SpecError):
    """The rulebook decides otherwise than the scenario expects; ``condition`` is the one that was asked about."""

    def __init__(
        self, expected: str, got: str, decision: Decision | None, condition: str | None = None, line: int | None = None
    ) -> None:
        self.expected, self.got, self.decision, self.condition = expected, got, decision, condition
        super().__init__(message("spec_expected", language(), expected=expected, got=got), line)
        if decision is not None:
            self.add_note(decision.explain(language()))


class Several(SpecError):
    """Rows of a table that do not pass, each with its own error."""

    def __init__(self, errors: Sequence[SpecError], rows: Sequence[int]) -> None:
        self.errors = tuple(errors)
        told = zip(rows, errors, strict=True)
        super().__init__("\n".join(message("spec_row", language(), row=row, problem=error) for row, error in told))
        for note in dict.fromkeys(note for error in errors for note in getattr(error, "__notes__", ())):
            self.add_note(note)


@dataclass(frozen=True)
class Table:
    """A table below a step, with the line of each row."""

    rows: list[list[str]]
    lines: list[int]


def _said(*texts: str) -> set[str]:
    return {normalise(text) for text in texts}


def _means_yes(written: str) -> bool:
    return normalise(written) in _said(*(message("word_yes", lang) for lang in LANGUAGES))


def status_words() -> dict[str, str]:
    """Every word for a result, normalised, with what it stands for: a status, a reason for none, ``not_covered``."""
    keys = (*STATUSES, "not_yet", "closed", "other_region", "not_covered")
    said = {normalise(message(f"status_{key}", lang)): key for key in keys for lang in LANGUAGES}
    return {**{key: key for key in keys}, **said}


@dataclass
class World:
    """The state of one scenario. Every check raises :class:`SpecError` with what was expected and what came.

    With ``reading_only`` nothing is decided or compared: names, values and tables are looked at, no more.
    """

    record: dict[str, object] = field(default_factory=dict)
    day: date | None = None
    programme: str | None = None
    decision: Decision | None = None
    not_covered: bool = False
    reading_only: bool = False
    engine: Engine = "two_key"
    decisions: list[Decision] = field(default_factory=list)
    #: How many times something was expected: a scenario that expects nothing shows nothing.
    expected: int = 0

    # -- reading a line ---------------------------------------------------------------------------------------------

    def perform(self, line: str, keyword: str | None = None, table: Table | None = None) -> None:
        """Do what a line of a scenario says. ``keyword`` is what it stands under: given, when or then."""
        sayings = grammar_of(book()).read(line)
        if sayings is None:
            raise Mistake(self.unread(line))
        for saying in sayings:
            if saying.sentence.purpose == "state" and keyword == "then":
                raise Mistake(message("spec_states_in_then", language(), step=line))
            if (saying.sentence.key in _TABLE_STEPS) is not (table is not None):
                kind = "spec_table_unwanted" if table is not None else "spec_table_wanted"
                raise Mistake(message(kind, language(), step=line))
            if saying.sentence.purpose == "expect":
                self.expected += 1
            self._do(saying, table)

    def _do(self, saying: Saying, table: Table | None) -> None:
        sentence = saying.sentence
        if table is not None:
            _TABLE_STEPS[sentence.key](self, table)
        elif sentence.key:
            _STEPS[sentence.key](self, saying.values)
        elif sentence.purpose == "state":
            for fact, value in states(saying).items():
                self.state(fact, value)
        else:
            assert sentence.phrase is not None
            self.expect_outcome(sentence.phrase.name, outcome(saying))

    @staticmethod
    def unread(line: str) -> str:
        """Why a line cannot be read: the value in a phrase's blank, else the part that is unknown and its like."""
        grammar, lang = grammar_of(book()), language()
        parts = list(grammar.parts(line)) if '"' not in line else [(line, None)]
        if all(saying is None for _, saying in parts):
            parts = [(line, None)] if grammar.misfilled(parts[0][0]) is None else parts
        for part, saying in parts:
            if saying is None and (misfilled := grammar.misfilled(part)) is not None:
                assert misfilled.sentence.phrase is not None
                fact, value = misfilled.sentence.phrase.name, misfilled.values["value"]
                try:
                    parse(book().facts[fact], value)
                except ValueProblem as problem:
                    label = book().facts[fact].label[lang]
                    return message("fact_unfit", lang, name=label, value=value, problem=problem.text(lang))
        part = next(part for part, saying in parts if saying is None)
        if right := grammar.marked(part):
            return message("spec_wrong_marks", lang, step=part, near=right)
        near = message("spec_near_join", lang).join(f"“{text}”" for text in grammar.near(part))
        return message("spec_step_unknown", lang, step=part, near=near)

    # -- given and when -------------------------------------------------------------------------------------------

    def state(self, label: str, value: object) -> None:
        """The record holds ``value``; an empty one takes the fact away."""
        fact = self.fact(label)
        label = book().facts[fact].label[language()] if label == fact else label
        if isinstance(value, str) and value.strip() in ("", *(message("table_empty", lang) for lang in LANGUAGES)):
            self.record.pop(fact, None)
            return
        try:
            parse(book().facts[fact], value)
        except ValueProblem as problem:
            told = problem.text(language())
            raise Mistake(message("fact_unfit", language(), name=label, value=value, problem=told)) from problem
        self.record[fact] = value

    def state_or_date(self, label: str, value: str) -> None:
        """:meth:`state`, or :meth:`set_day` where the label means the as-of date."""
        if naming_of(book()).find(label) == AS_OF:
            self.set_day(value)
        else:
            self.state(label, value)

    def state_all(self, table: Table) -> None:
        """The record holds each row of ``table``; every wrong row is told at once."""

        def take(row: list[str]) -> None:
            if len(row) != 2:
                raise Mistake(message("spec_record_needs", language()))
            self.state_or_date(*row)

        self._each(list(enumerate(zip(table.rows, table.lines, strict=True), 1)), take)

    def set_day(self, written: str) -> None:
        try:
            self.day = parse_date(written)
        except ValueProblem as problem:
            told = problem.text(language())
            raise Mistake(message("spec_date_unfit", language(), value=written, problem=told)) from problem

    def judge(self, programme: str) -> None:
        """Decide the record; a day before coverage is kept to be looked at."""
        self.decision, self.not_covered = None, False
        try:
            self.programme = book().programme(programme).programme
            if self.reading_only:
                return
            self.decision = decide(book(), read_record(book(), self.record), self.programme, self.day, self.engine)
            self.decisions.append(self.decision)
        except NotCoveredError:
            self.not_covered = True
        except IntegrityError:
            raise
        except UnknownNameError:
            self.programme = None
            near = message("spec_near_join", language()).join(f"“{title}”" for title in _programmes_near(programme))
            raise Mistake(message("spec_programme_unknown", language(), name=programme, near=near)) from None
        except AncuError as error:
            raise Mistake(error.text(language())) from error

    # -- finding ----------------------------------------------------------------------------------------------------

    def fact(self, label: str) -> str:
        """The fact that ``label`` names."""
        found = naming_of(book()).find(label)
        if found is None or found not in book().facts:
            near = naming_of(book()).near(label)
            hint = f" {message('did_you_mean', language(), near=near)}" if near else ""
            raise Mistake(message("spec_fact_unknown", language(), name=label, hint=hint))
        return found

    def condition(self, name: str) -> str:
        """The condition of the programme that ``name`` names, by title, filled title or id."""
        if self.programme is None:
            raise Mistake(message("spec_not_judged", language()))
        nodes = conditions_of(book(), self.programme)
        if name in nodes:
            return name
        wanted = normalise(name)
        alike = [node for node in nodes if wanted in self._names(node) or _is_title(wanted, book().title(node))]
        if alike:
            # Two titles may differ only in the figures that they quote: the one that quotes these is meant.
            return next((node for node in alike if wanted in self._names(node)), alike[0])
        titles = [PLACEHOLDER.sub("…", book().title(node)[language()]) for node in nodes]
        hint: Any = suggestion(name, [*titles, *nodes])
        raise Mistake(message("spec_condition_unknown", language(), name=name, hint=hint(language())))

    def _names(self, node: str) -> set[str]:
        title = book().title(node)
        program = self.decision.context.program if self.decision is not None else None
        if self.decision is None or program is None or node not in program.nodes:
            return _said(node, title.vi, title.en)
        context = self.decision.context
        return _said(node, title.vi, title.en, *(fill(context, title, lang) for lang in LANGUAGES))

    @staticmethod
    def _among(name: str, titles: Mapping[str, Text]) -> str:
        """The id among ``titles`` that ``name`` means."""
        wanted = normalise(name)
        for found, title in titles.items():
            if wanted in _said(found, title.vi, title.en) or _is_title(wanted, title):
                return found
        known = [*(title[language()] for title in titles.values()), *titles]
        near = nearest(name, known)
        hint = " " + message("did_you_mean", language(), near=near) if near else ""
        raise Mistake(message("spec_name_unknown", language(), name=name, hint=hint))

    def judged(self) -> Decision:
        """The decision; before any was made, an error that says so."""
        if self.not_covered:
            raise Mismatch("…", message("status_not_covered", language()), None)
        if self.decision is None:
            raise Mistake(message("spec_not_judged", language()))
        return self.decision

    def _reading(self) -> bool:
        """Whether to stop at the words: nothing was decided that they could be compared with."""
        if self.programme is None:
            raise Mistake(message("spec_not_judged", language()))
        return self.reading_only

    # -- then -------------------------------------------------------------------------------------------------------

    def expect_status(self, expected: str) -> None:
        words = status_words()
        if normalise(expected) not in words:
            near = nearest(normalise(expected), words)
            hint = " " + message("did_you_mean", language(), near=near) if near else ""
            known = "; ".join(message(f"status_{key}", language()) for key in dict.fromkeys(words.values()))
            raise Mistake(message("spec_status_unknown", language(), name=expected, hint=hint, known=known))
        if self._reading():
            return
        wanted = words[normalise(expected)]
        if self.not_covered:
            got, told = {"not_covered"}, message("status_not_covered", language())
        else:
            decision = self.judged()
            got, told = {decision.status, decision.why or decision.status}, status_text(decision, language())
        if wanted not in got:
            self._fail(expected, [told])

    def expect_outcome(self, name: str, outcome: bool | None, citation: str | None = None) -> None:
        condition = self.condition(name)
        if self._reading():
            return
        decision = self.judged()
        judgment = decision.context.judgment
        asked = judgment is not None and condition in judgment.values
        got = judgment.values[condition] if judgment is not None and asked else None
        if not asked or got is not outcome:
            told = _outcome_text(decision, condition, got) if asked else message("spec_not_asked_then", language())
            self._fail(_outcome_text(decision, condition, outcome), [told], condition)
        if outcome is not True and condition not in decision.grounds:
            grounds = [book().title(ground)[language()] for ground in decision.grounds]
            title = _filled(decision, condition)
            self._fail(message("spec_among_grounds", language(), name=title), grounds, condition)
        if citation is not None:
            basis = basis_of(book(), condition, decision.context.law_date)
            if not any(citations.matches(cited, citation, book().instruments) for cited in basis):
                cited_as = [citations.render(c, book().instruments, language()) for c in basis]
                self._fail(message("spec_among", language(), name=citation), cited_as, condition)

    def expect_missing(self, label: str, wanted: bool = True) -> None:
        fact = self.fact(label)
        if self._reading():
            return
        decision = self.judged()
        if (fact in decision.missing) is not wanted:
            labels = [book().facts[name].label[language()] for name in decision.missing]
            self._fail(message("spec_among" if wanted else "spec_not_among", language(), name=label), labels)

    def expect_amount(self, written: str) -> None:
        if self._reading():
            return
        decision = self.judged()
        options = [option for option in decision.options if option.option in decision.chosen and option.kind != "right"]
        told = [amount_text(option, language()) for option in options]
        wanted = written.strip().strip('"')
        spoken = {normalise(amount_text(option, lang)) for option in options for lang in LANGUAGES}
        # "60 triệu" is the same amount as "60.000.000 đồng".
        amounts = {option.amount for option in options if option.kind in ("once", "loan")} - {None}
        if normalise(wanted) not in spoken and read_money(wanted) not in amounts:
            self._fail(wanted, told)

    def expect_provisional(self, wanted: bool) -> None:
        if self._reading():
            return
        if self.judged().provisional is not wanted:
            words = {True: "step_provisional", False: "step_not_provisional"}
            self._fail(message(words[wanted], language()), [message(words[not wanted], language())])

    def expect_note(self, name: str) -> None:
        if self._reading():
            # Conditions, figures and programmes carry notes; what a title fills in is not known yet.
            rulebook = book()
            named = (*rulebook.conditions, *rulebook.quantities, *rulebook.parameters, *rulebook.programmes)
            self._among(name, {found: rulebook.title(found) for found in named})
            return
        decision = self.judged()
        for noted in decision.notes:
            if normalise(name) in self._names(noted):
                return
        told = [book().title(noted)[language()] for noted in decision.notes]
        self._fail(message("spec_among", language(), name=name), told)

    def expect_paper(self, name: str, wanted: bool = True) -> None:
        paper = self._among(name, {found: document.title for found, document in book().documents.items()})
        if self._reading():
            return
        papers = self.judged().papers
        # Several documents may share a title; any of them is meant.
        titled = {found for found in papers if _said(*_both(book().documents[found].title)) & _said(name)}
        if (paper in papers or bool(titled)) is not wanted:
            told = [book().documents[found].title[language()] for found in papers]
            self._fail(message("spec_among" if wanted else "spec_not_among", language(), name=name), told)

    def expect_priority(self, name: str, wanted: bool = True) -> None:
        condition = self.condition(name)
        if self._reading():
            return
        decision = self.judged()
        if (condition in decision.priority) is not wanted:
            told = [book().title(found)[language()] for found in decision.priority]
            self._fail(message("spec_among" if wanted else "spec_not_among", language(), name=name), told, condition)

    def expect_not_covered(self) -> None:
        if not self._reading() and not self.not_covered:
            self._fail(message("status_not_covered", language()), [status_text(self.judged(), language())])

    def expect_rows(self, table: Table) -> None:
        """Judge each row of ``table`` over the record so far; every wrong row is told at once."""
        headings, *rows = table.rows
        special = {normalise(message(f"table_{key}", lang)): key for key in (*_TABLE, *_STATING) for lang in LANGUAGES}
        kinds = [special.get(normalise(heading)) for heading in headings]
        if self.programme is None:
            raise Mistake(message("spec_not_judged", language()))
        if "status" not in kinds:
            column = message("table_status", language())
            raise Mistake(message("spec_rows_need", language(), column=column), table.lines[0])
        if ("fact" in kinds) is not ("value" in kinds):
            names = {key: message(f"table_{key}", language()) for key in _STATING}
            raise Mistake(message("spec_fact_needs_value", language(), **names), table.lines[0])
        for heading, kind in zip(headings, kinds, strict=True):
            if kind is None and naming_of(book()).find(heading) != AS_OF:
                try:
                    self.fact(heading)
                except Mistake as mistake:
                    text = message("spec_column_unknown", language(), problem=mistake)
                    raise Mistake(text, table.lines[0]) from mistake

        def take(row: list[str]) -> None:
            world = replace(self, record=dict(self.record))
            world._check_row(str(self.programme), headings, kinds, row)

        self._each(list(enumerate(zip(rows, table.lines[1:], strict=True), 1)), take)

    @staticmethod
    def _each(rows: list[tuple[int, tuple[list[str], int]]], take: Callable[[list[str]], None]) -> None:
        errors: list[SpecError] = []
        numbers: list[int] = []
        for number, (row, line) in rows:
            try:
                take(row)
            except SpecError as error:
                error.line = line
                errors.append(error)
                numbers.append(number)
        if errors:
            raise Several(errors, numbers)

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

    def _fail(self, expected: str, got: Iterable[str], condition: str | None = None) -> None:
        told = "; ".join(got) or message("spec_nothing", language())
        raise Mismatch(expected, told, self.decision, condition)


def _both(text: Text) -> tuple[str, str]:
    return text.vi, text.en


def _is_title(wanted: str, title: Text) -> bool:
    """Whether ``wanted`` is a title with something put in for what it quotes."""
    for text in _both(title):
        parts = [re.escape(normalise(part)) for part in PLACEHOLDER.split(text)[::2]]
        if len(parts) > 1 and re.fullmatch(r"\s*.+?\s*".join(parts), wanted):
            return True
    return False


def _outcome_text(decision: Decision, condition: str, outcome: bool | None) -> str:
    """The step that would say that a condition came out so."""
    step = {True: "step_met", False: "step_not_met", None: "step_unknown"}[outcome]
    return message(step, language(), condition=_filled(decision, condition))


def _filled(decision: Decision, condition: str) -> str:
    """The title of a condition with what it quotes put in; with "…" where nothing was judged."""
    title = book().title(condition)
    if decision.context.program is None:
        return PLACEHOLDER.sub("…", title[language()])
    return fill(decision.context, title, language())


def _programmes_near(written: str) -> list[str]:
    """The titles that hold every word of ``written``, else those most like it."""
    titles = [programme.title[language()] for programme in book().programmes.values()]
    words = set(normalise(written).split())
    holding = [title for title in titles if words <= {word.strip(",") for word in normalise(title).split()}]
    return sorted(holding, key=len)[:3] or most_like(written, [*titles, *book().programmes], 3)


def conditions_of(rulebook: Rulebook, programme: str) -> list[str]:
    """The conditions that a programme depends on, on any day."""
    known: dict[str, list[str]] = rulebook.__dict__.setdefault("_conditions_of", {})
    if programme not in known:
        named = rulebook.conditions.keys() | rulebook.programmes.keys()
        known[programme] = [name for name in use_of(rulebook, programme) if name in named and name != programme]
    return known[programme]


#: What each general step means; a step takes what stands in its blanks, one with a table takes that.
_STEPS: dict[str, Callable[[World, Mapping[str, str]], None]] = {
    "step_fact": lambda world, said: world.state(said["label"], said["value"].strip('"')),
    "step_as_of": lambda world, said: world.set_day(said["day"]),
    "step_judge": lambda world, said: world.judge(said["programme"]),
    "step_result": lambda world, said: world.expect_status(said["status"]),
    "step_not_met": lambda world, said: world.expect_outcome(said["condition"], False),
    "step_not_met_by": lambda world, said: world.expect_outcome(said["condition"], False, said["citation"]),
    "step_met": lambda world, said: world.expect_outcome(said["condition"], True),
    "step_unknown": lambda world, said: world.expect_outcome(said["condition"], None),
    "step_missing": lambda world, said: world.expect_missing(said["label"]),
    "step_not_asked": lambda world, said: world.expect_missing(said["label"], wanted=False),
    "step_amount": lambda world, said: world.expect_amount(said["amount"]),
    "step_provisional": lambda world, _: world.expect_provisional(True),
    "step_not_provisional": lambda world, _: world.expect_provisional(False),
    "step_note": lambda world, said: world.expect_note(said["name"]),
    "step_paper": lambda world, said: world.expect_paper(said["name"]),
    "step_no_paper": lambda world, said: world.expect_paper(said["name"], wanted=False),
    "step_priority": lambda world, said: world.expect_priority(said["condition"]),
    "step_no_priority": lambda world, said: world.expect_priority(said["condition"], wanted=False),
    "step_not_covered": lambda world, _: world.expect_not_covered(),
}
_TABLE_STEPS: dict[str, Callable[[World, Table], None]] = {
    "step_record": lambda world, table: world.state_all(table),
    "step_rows": lambda world, table: world.expect_rows(table),
}
#: What the columns of a table of rows expect.
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
