"""What a scenario builds up: a record, a day, a programme, and the decision that its expectations are held against."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date

from ancu.decision.deciding import Record, decide, read_record
from ancu.decision.model import Decision
from ancu.decision.moments import Moment
from ancu.decision.over_time import MomentsDecision, decide_moments
from ancu.decision.two_key import Engine
from ancu.errors import AncuError, IntegrityError, NotCoveredError, UnknownNameError
from ancu.household.members import read_household
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.naming import AS_OF, naming_of
from ancu.rulebook.values import ValueProblem, normalise, parse
from ancu.specs.language.asides import ASIDE
from ancu.specs.language.chosen import book, language
from ancu.specs.language.expectations import (
    CELLS,
    STEPS,
    Expectation,
    ExpectedAmount,
    ExpectedConflict,
    ExpectedOutcome,
    Scene,
    not_judged,
)
from ancu.specs.language.gathering import gather
from ancu.specs.language.grammar import Saying, grammar_of, outcome, states
from ancu.specs.language.homonyms import asked_by, meant
from ancu.specs.language.ledger import NOWHERE, Ledger, Said, StatedAt
from ancu.specs.language.member_facts import (
    check_of_person,
    check_of_record,
    labelled_fact,
    member_columns,
    member_fact,
    person_facts,
)
from ancu.specs.language.mistakes import Mismatch, Mistake
from ancu.specs.language.moment_tables import day_text, moment_judged, moments_of, read_day
from ancu.specs.language.names import fact_named, programmes_near
from ancu.specs.language.remarks import Remark, remarks_on
from ancu.specs.language.table import StepTable
from ancu.specs.language.told import MemberStatement, check_next, check_whom, flat_facts, opens_household
from ancu.specs.language.unread import why_unfit, why_unread
from ancu.specs.language.whom import Whom

#: Columns that state one fact of the row's choosing, so that a table can change one thing at a time.
_STATING = ("fact", "value")
#: What a column of a table of rows or moments holds, by its heading.
_KINDS = {normalise(message(f"table_{key}", lang)): key for key in (*CELLS, *_STATING, "moment") for lang in LANGUAGES}


@dataclass
class World:
    """The state of one scenario. Whatever does not pass raises :class:`.SpecError`.

    With ``reading_only`` nothing is decided or compared: names, values and tables are looked at, no more.
    """

    record: dict[str, object] = field(default_factory=dict)
    #: The facts whose value is said to be right, however unusual it is.
    confirmed: set[str] = field(default_factory=set)
    day: date | None = None
    programme: str | None = None
    decision: Decision | None = None
    not_covered: bool = False
    #: Everything stated so far, of which the members of a household are made.
    statements: list[MemberStatement] = field(default_factory=list)
    reading_only: bool = False
    #: The language of the file.
    spoken: Language | None = None
    #: The programmes, by id, that the scenario judges in any of its lines.
    judging: frozenset[str] = frozenset()
    engine: Engine = "two_key"
    decisions: list[Decision] = field(default_factory=list)
    #: The same, each with the line on which it was asked for.
    judged_at: list[tuple[int, Decision]] = field(default_factory=list)
    #: Those of them that are no row of a table, which changes one thing and leaves what hangs on it.
    whole: list[Decision] = field(default_factory=list)
    #: The case at the moments of its application, where it was judged so; the days of the moments.
    over_time: MomentsDecision | None = None
    moments: Mapping[Moment, date] = field(default_factory=dict)
    #: How many times something was expected: a scenario that expects nothing shows nothing.
    expected: int = 0
    #: Which line said what, and the line that is being done.
    ledger: Ledger = field(default_factory=Ledger)
    where: StatedAt = NOWHERE
    said: str = ""
    #: The contradictions that the scenario expects, by id.
    awaited: set[str] = field(default_factory=set)

    def perform(
        self, line: str, keyword: str | None = None, table: StepTable | None = None, place: StatedAt = NOWHERE
    ) -> None:
        """Do what a line of a scenario says. ``keyword`` is what it stands under: given, when or then."""
        self.where, self.said = place, line
        sayings = grammar_of(book()).read(line)
        if sayings is None:
            raise Mistake(why_unread(line, keyword, self.spoken))
        sayings = [meant(saying, self.judging) for saying in sayings]
        check_next(sayings, self.has_household)
        stated = frozenset(fact for one in sayings if one.is_statement for fact in states(one))
        for saying in sayings:
            if saying.sentence.key == ASIDE:
                self.leave_out(saying, stated)
                continue
            if saying.sentence.purpose == "state" and keyword == "then":
                raise Mistake(message("spec_states_in_then", language(), step=line))
            if (saying.sentence.key in _TABLE_STEPS) is not (table is not None):
                kind = "spec_table_unwanted" if table is not None else "spec_table_wanted"
                raise Mistake(message(kind, language(), step=line))
            if saying.sentence.purpose == "expect":
                self.expected += 1
            self._do(saying, table)

    def _do(self, saying: Saying, table: StepTable | None) -> None:
        sentence = saying.sentence
        if sentence.key == "step_changes_on":
            self.expect_change(saying.values["day"])
        elif table is not None:
            _TABLE_STEPS[sentence.key](self, saying.values, table)
        elif sentence.key in STEPS:
            self.expect(STEPS[sentence.key](self.scene, saying.values))
        elif sentence.key:
            _STATE_STEPS[sentence.key](self, saying.values)
        elif sentence.purpose == "state":
            self.tell(MemberStatement.of(saying))
        else:
            assert sentence.phrase is not None
            self.expect(ExpectedOutcome.read(self.scene, sentence.phrase.name, outcome(saying)))

    # -- given and when -------------------------------------------------------------------------------------------

    @property
    def has_household(self) -> bool:
        """Whether anything stated so far needs the members of a household."""
        return any(map(opens_household, self.statements))

    def state(self, label: str, value: object, *, confirmed: bool = False) -> None:
        """The record holds ``value``, ``confirmed`` where it is unusual; an empty one takes the fact away.

        The label may also be one of a member: "Thu nhập của vợ".
        """
        of_member = labelled_fact(label)
        if of_member is not None:
            self.state_of_member(*of_member, value, confirmed=confirmed)
            return
        fact = fact_named(label)
        label = book().facts[fact].label[language()] if label == fact else label
        if _is_empty(value):
            self.tell(MemberStatement({fact: None}))
            return
        try:
            parse(book().facts[fact], value, confirmed=confirmed)
        except ValueProblem as problem:
            raise Mistake(why_unfit(label, value, problem)) from problem
        self.tell(MemberStatement({fact: value}), confirmed=confirmed)

    def state_of_member(self, label: str, fact: str, whom: Whom, value: object, *, confirmed: bool = False) -> None:
        """:meth:`state` of the fact of a person that ``label`` names."""
        if _is_empty(value):
            self.tell(MemberStatement({fact: None}, person=True, whom=whom))
            return
        check_of_person(label, fact, value, confirmed)
        self.tell(MemberStatement({fact: value}, person=True, whom=whom), confirmed=confirmed)

    def tell(self, statement: MemberStatement, *, confirmed: bool = False) -> None:
        """Take a statement; a mistake where a value cannot be read, or it is not clear of whom it speaks."""
        check_whom(statement)
        for fact, value in statement.facts.items() if statement.main is not None else ():
            if statement.person:
                check_of_person(None, fact, value)
            else:
                check_of_record(fact, value)
        before = self.statements
        self.ledger.state(statement, statement.text or self.said, self.where)
        self.statements = [*before, statement]
        try:
            if self.has_household:
                gather(self.statements)
        except Mistake:
            self.statements = before
            raise
        for fact, value in (flat_facts(statement) or {}).items():
            if value is None:
                self.record.pop(fact, None)
                continue
            self.record[fact] = value
        for fact, value in statement.facts.items():
            if value is not None:
                (self.confirmed.add if confirmed else self.confirmed.discard)(fact)

    def leave_out(self, saying: Saying, stated: Collection[str]) -> None:
        """Take note of what no fact holds; a mistake where a programme judged asks for what may be meant by it.

        What the same line has ``stated`` is known.
        """
        asked = [fact for fact in asked_by(saying, self.judging) if fact not in stated]
        if asked:
            labels = [book().facts[fact].label[language()] for fact in asked]
            values = {"said": saying.text, "labels": "; ".join(labels), "label": labels[0]}
            raise Mistake(message("spec_aside_asked", language(), **values))
        self.ledger.asides.append((saying.values[ASIDE], Said(saying.text, self.where)))

    def list_members(self, table: StepTable) -> None:
        """The household has a member for each row of ``table`` after its headings."""
        columns = member_columns(table)
        rows: list[Mapping[str, object]] = []

        def take(cells: list[str]) -> None:
            row = {name: cell for name, cell in zip(columns, cells, strict=True) if not _is_empty(cell)}
            for heading, name in zip(table.rows[0], columns, strict=True):
                if name in row and name in person_facts():
                    check_of_person(heading, name, row[name])
            rows.append(row)

        table.each(take, first=1)
        self.tell(MemberStatement({}, rows=tuple(rows)))

    def state_or_date(self, label: str, value: str) -> None:
        """:meth:`state`, or :meth:`set_day` where the label means the as-of date."""
        if naming_of(book()).find(label) == AS_OF:
            self.set_day(value)
        else:
            self.state(label, value)

    def state_all(self, table: StepTable) -> None:
        """The record holds each row of ``table``."""

        def take(row: list[str]) -> None:
            if len(row) != 2:
                raise Mistake(message("spec_record_needs", language()))
            self._at_row(table, row)
            self.state_or_date(*row)

        table.each(take)

    def _at_row(self, table: StepTable, row: list[str]) -> None:
        """What is said next stands on a row of ``table``."""
        line = next(line for one, line in zip(table.rows, table.lines, strict=True) if one is row)
        self.where = replace(self.where, line=line)
        self.said = " | ".join(row)

    def set_day(self, written: str) -> None:
        """The as-of date is ``written``."""
        day = read_day(written)
        label = message("spec_as_of", language())
        self.ledger.enter(AS_OF, day, label, day_text(day), Said(self.said, self.where))
        self.day = day

    def judge(self, programme: str) -> None:
        """Decide the record; a day before coverage is kept to be looked at."""
        self.decision, self.not_covered, self.over_time, self.moments = None, False, None, {}
        with self._judging(programme) as chosen:
            if not self.reading_only:
                self.decision = decide(book(), self._whole_record(), chosen, self.day, self.engine)
                self.decisions.append(self.decision)
                self.judged_at.append((self.where.line, self.decision))
                self.whole.append(self.decision)

    def judge_moments(self, programme: str, table: StepTable) -> None:
        """Decide the record on the day of each moment of ``table``; the last is the one looked at first."""
        self.decision, self.not_covered, self.over_time = None, False, None
        self.moments = moments_of(table)
        with self._judging(programme) as chosen:
            if not self.reading_only:
                days: Mapping[str, object] = {str(moment): day for moment, day in self.moments.items()}
                self.over_time = decide_moments(book(), self._whole_record(), chosen, days, self.engine)
                found = [one.decision for one in self.over_time.moments]
                self.decision = found[-1]
                self.decisions += found
                self.judged_at += [(self.where.line, one) for one in found]
                self.whole += found

    @contextmanager
    def _judging(self, programme: str) -> Iterator[str]:
        """Judge under ``programme``, which is given by its id; what cannot be judged is a mistake."""
        title = book().title(programme)[language()] if programme in book().programmes else programme
        self.ledger.judge(self.has_household, Said(title, self.where))
        try:
            self.programme = book().programme(programme).programme
            yield self.programme
        except NotCoveredError:
            self.not_covered = True
        except IntegrityError:
            raise
        except UnknownNameError:
            self.programme = None
            near = message("spec_near_join", language()).join(f"“{title}”" for title in programmes_near(programme))
            raise Mistake(message("spec_programme_unknown", language(), name=programme, near=near)) from None
        except AncuError as error:
            raise Mistake(error.text(language())) from error

    def _whole_record(self) -> Record:
        """What was stated, as a record: flat, or with the members of a household."""
        if not self.has_household:
            return read_record(book(), self.record, confirmed=self.confirmed)
        told = gather(self.statements)
        confirmed = self.confirmed & book().facts.keys()
        record = read_record(book(), told.record, confirmed=confirmed)
        return replace(record, household=read_household(book(), told.rows(), told.complete, self.confirmed))

    def remarks(self) -> list[Remark]:
        """What is told of the scenario beside its result."""
        return remarks_on(self.ledger, self.decisions, self.whole, self.awaited)

    # -- then -------------------------------------------------------------------------------------------------------

    @property
    def scene(self) -> Scene:
        """What an expectation is read by."""
        return Scene(self.programme, self.decision, self.reading_only)

    def expect(self, expectation: Expectation) -> None:
        """:class:`.Mismatch` where the decision is not as expected."""
        self.ledger.looked()
        if self.programme is None:
            raise not_judged()
        if isinstance(expectation, ExpectedAmount) and (sum_said := expectation.one()) is not None:
            label = message("table_amount", language())
            shown = expectation.written.strip().strip('"')
            self.ledger.enter("benefit", sum_said, label, shown, Said(self.said, self.where))
        if isinstance(expectation, ExpectedConflict) and expectation.own_id is not None:
            self.awaited.add(expectation.own_id)
        if self.reading_only:
            return
        if self.decision is None and not self.not_covered:
            raise not_judged()
        gap = expectation.gap(self.decision)
        if gap is not None:
            got = "; ".join(gap.got) or message("spec_nothing", language())
            raise Mismatch(gap.expected, got, self.decision, gap.condition)

    def expect_rows(self, table: StepTable) -> None:
        """Judge each row of ``table`` over the record so far, and hold its cells against the decision."""
        self.ledger.looked()
        headings = table.rows[0]
        kinds = self._kinds(table)

        def take(row: list[str]) -> None:
            world = self._beside()
            world._at_row(table, row)
            world._check_row(str(self.programme), headings, kinds, row)

        table.each(take, first=1)

    def _beside(self) -> World:
        """The same so far, to go on from without a trace here."""
        return replace(
            self,
            record=dict(self.record),
            confirmed=set(self.confirmed),
            statements=list(self.statements),
            ledger=self.ledger.copy(),
            whole=[],
        )

    def stated_rows(self, table: StepTable) -> Iterator[tuple[World, list[tuple[str, str]]]]:
        """Each row of a table of results as a world that holds what it states, and what its cells expect, by kind."""
        self.ledger.looked()
        kinds = self._kinds(table)
        for row in table.rows[1:]:
            world = self._beside()
            world._at_row(table, row)
            yield world, world._state_row(table.rows[0], kinds, row)

    def expect_moments(self, table: StepTable) -> None:
        """Hold the cells of each row of ``table`` against the decision at its moment."""
        self.ledger.looked()
        headings = table.rows[0]
        kinds = [_KINDS.get(normalise(heading)) for heading in headings]
        if not self.moments:
            raise Mistake(message("spec_moments_not_judged", language()))
        for heading, kind in zip(headings, kinds, strict=True):
            if kind is None or kind in _STATING:
                raise Mistake(message("spec_moment_column", language(), name=heading), table.lines[0])
        for needed in ("moment", "status"):
            if needed not in kinds:
                column = message(f"table_{needed}", language())
                raise Mistake(message("spec_rows_need", language(), column=column), table.lines[0])

        def take(row: list[str]) -> None:
            cells = dict(zip(kinds, row, strict=True))
            self._look_at(moment_judged(cells["moment"], self.moments))
            self.ledger.look_on()
            for kind, cell in cells.items():
                if kind != "moment" and cell.strip():
                    self.expect(CELLS[str(kind)](self.scene, cell))

        table.each(take, first=1)

    def _look_at(self, moment: Moment) -> None:
        """What is expected next is of ``moment``."""
        if self.over_time is not None:
            self.decision = next(one.decision for one in self.over_time.moments if one.moment == moment)

    def expect_change(self, written: str) -> None:
        """:class:`.Mismatch` where the result does not change on the day ``written`` between the moments judged."""
        self.ledger.looked()
        if not self.moments:
            raise Mistake(message("spec_moments_not_judged", language()))
        day = read_day(written)
        if self.over_time is None or any(change.on == day for change in self.over_time.changes):
            return
        days = [day_text(change.on) for change in self.over_time.changes]
        expected = message("step_changes_on", language(), day=day_text(day))
        got = "; ".join(days) or message("spec_no_change", language())
        raise Mismatch(expected, got, self.decision)

    def _kinds(self, table: StepTable) -> list[str | None]:
        """The kind of each column of a table of rows: what it expects, one of :data:`_STATING`, or None for a fact."""
        headings = table.rows[0]
        kinds = [None if kind == "moment" else kind for kind in (_KINDS.get(normalise(h)) for h in headings)]
        if self.programme is None:
            raise not_judged()
        if "status" not in kinds:
            column = message("table_status", language())
            raise Mistake(message("spec_rows_need", language(), column=column), table.lines[0])
        if ("fact" in kinds) is not ("value" in kinds):
            names = {key: message(f"table_{key}", language()) for key in _STATING}
            raise Mistake(message("spec_fact_needs_value", language(), **names), table.lines[0])
        for heading, kind in zip(headings, kinds, strict=True):
            if kind is None and naming_of(book()).find(heading) != AS_OF:
                try:
                    if labelled_fact(heading) is None:
                        fact_named(heading)
                except Mistake as mistake:
                    text = message("spec_column_unknown", language(), problem=mistake)
                    raise Mistake(text, table.lines[0]) from mistake
        return kinds

    def _check_row(self, programme: str, headings: list[str], kinds: list[str | None], row: list[str]) -> None:
        expected = self._state_row(headings, kinds, row)
        self.judge(programme)
        for kind, cell in expected:
            self.expect(CELLS[kind](self.scene, cell))

    def _state_row(self, headings: list[str], kinds: list[str | None], row: list[str]) -> list[tuple[str, str]]:
        """State what a row does; what it expects is handed back, blank cells left out."""
        expected: list[tuple[str, str]] = []
        stated = {kind: cell for kind, cell in zip(kinds, row, strict=True) if kind in _STATING}
        if stated.get("fact", "").strip():
            self.state_or_date(stated["fact"], stated["value"])
        for heading, kind, cell in zip(headings, kinds, row, strict=True):
            if kind is None:
                self.state_or_date(heading, cell)
            elif kind not in _STATING and cell.strip():
                expected.append((kind, cell))
        return expected


#: What each general step that expects nothing does, given what stands in its blanks.
_STATE_STEPS: Mapping[str, Callable[[World, Mapping[str, str]], None]] = {
    "step_fact": lambda world, blanks: world.state(blanks["label"], blanks["value"].strip('"')),
    "step_fact_confirmed": lambda world, blanks: world.state(
        blanks["label"], blanks["value"].strip('"'), confirmed=True
    ),
    "step_as_of": lambda world, blanks: world.set_day(blanks["day"]),
    "step_member_fact": lambda world, blanks: world.state_of_member(
        *member_fact(blanks["label"], blanks["member"]), blanks["value"].strip('"')
    ),
    "step_member_fact_confirmed": lambda world, blanks: world.state_of_member(
        *member_fact(blanks["label"], blanks["member"]), blanks["value"].strip('"'), confirmed=True
    ),
    "step_household_complete": lambda world, _: world.tell(MemberStatement({}, complete=True)),
    "step_judge": lambda world, blanks: world.judge(blanks["programme"]),
}
_TABLE_STEPS: Mapping[str, Callable[[World, Mapping[str, str], StepTable], None]] = {
    "step_record": lambda world, _, table: world.state_all(table),
    "step_household": lambda world, _, table: world.list_members(table),
    "step_judge_moments": lambda world, blanks, table: world.judge_moments(blanks["programme"], table),
    "step_rows": lambda world, _, table: world.expect_rows(table),
    "step_moment_rows": lambda world, _, table: world.expect_moments(table),
}


def _is_empty(value: object) -> bool:
    """Whether a cell or a value says that nothing is known."""
    return isinstance(value, str) and value.strip() in ("", *(message("table_empty", lang) for lang in LANGUAGES))
