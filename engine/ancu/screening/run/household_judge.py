"""Judging a large list of households: what follows from their people worked out in columns, then judged as any list.

What a row says of its people (reasons that name them, whose facts mattered) is worked out row by row, from what the
columns found of each person.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc

from ancu.batch.judge import TableJudges
from ancu.batch.judged_table import JudgedTable
from ancu.decision.case_on_day import CaseOnDay
from ancu.decision.fields import Context
from ancu.household.by_sql import project_table_by_sql
from ancu.household.columns import ProjectedHouseholds
from ancu.household.members import COMPLETE, RECORDED_ON, Household
from ancu.household.tables import value_in
from ancu.inference import direct
from ancu.inference.arrow_columns import one_piece
from ancu.inference.bits.kinds import kinds_of
from ancu.inference.verdicts import OUTCOMES_OF
from ancu.rulebook.references import names_in
from ancu.screening.cells.arrow import Parsed
from ancu.screening.households.households import HouseholdRow, Households, read_case
from ancu.screening.households.member_columns import MembersOfRows
from ancu.screening.lists.chunks import Chunk
from ancu.screening.run.column_judge import ColumnJudge, table_of_rows
from ancu.screening.run.judged_chunk import JudgedChunk, Rejected, merged
from ancu.screening.run.people_cells import (
    CaseTold,
    ToldOfPeople,
    carrying_facts,
    put_told,
    told_of_people,
    whose_code,
)
from ancu.screening.run.plan import Plan

#: How many kinds of row are kept with the facts that carry their result.
MOST_KEPT = 500_000
#: The column by which members are joined to the rows judged.
_ROW = "row"


class HouseholdColumnJudge(ColumnJudge):
    """Judges chunks of a list of ``households`` by columns."""

    def __init__(self, plan: Plan, households: Households, *, by_sql: bool, threads: int) -> None:
        super().__init__(plan, by_sql=by_sql, threads=threads)
        self.households, self._by_sql, self._threads = households, by_sql, threads
        self._judges_of_people = TableJudges(plan.book, plan.lang, by_sql=by_sql, threads=threads, people=True)
        self._carrying: dict[tuple[str, bytes], tuple[str, ...]] = {}
        implications = plan.book.implications.values()
        #: What a text may tell of a record beside the facts that decide.
        self._told = {name for one in implications for name in (*names_in(one.when), *one.then)}

    def judge_read(self, chunk: Chunk, parsed: Parsed) -> JudgedChunk:
        flawed = set(parsed.flaws)
        listed: dict[int, HouseholdRow] = {}
        for at, found in enumerate(self.households.in_chunk(chunk)):
            if isinstance(found, HouseholdRow) and not found.flawed:
                listed[at] = found
            elif found:
                flawed.add(at)
        # Those of rows that are returned anyway are read when it is told why.
        with_people = [at for at in listed if at not in flawed]
        asked = self.households.asked
        people = MembersOfRows(self.book, [listed[at] for at in with_people], asked.complete, asked.lang)
        flawed |= {with_people[row] for row in people.flaws}
        rejected = [self._returned(chunk, at) for at in sorted(flawed)]
        alone = [at for at in range(len(chunk)) if at not in flawed and at not in listed]
        together = {at: row for row, at in enumerate(with_people) if at not in flawed}
        # The law says more of facts that one record states than of those that may be of several people.
        return merged([self._alone(parsed, alone), self._together(parsed, together, people)], rejected)

    def _alone(self, parsed: Parsed, kept: list[int]) -> JudgedChunk:
        """The rows without people."""
        if not kept:
            return JudgedChunk([], [], {}, {}, {})
        table = table_of_rows(parsed, kept)
        found = self._judges.judge(self.plan.programmes, table, detail=self._detail)
        judged = self._say(found, kept, [], table.column("as_of"))
        self._tell_single(judged, found, table)
        put_told(self.plan, judged, {})
        return judged

    def _together(self, parsed: Parsed, kept: Mapping[int, int], people: MembersOfRows) -> JudgedChunk:
        """The rows with people, by the place of the row among those of ``people``."""
        if not kept:
            return JudgedChunk([], [], {}, {}, {})
        table, rows = table_of_rows(parsed, list(kept)), list(kept.values())
        projected, source = self._project(table, rows, people)
        outcomes = self._judges_of_people.judge(self.plan.programmes, source, detail=self._detail)
        judged = self._say(outcomes, list(kept), [], table.column("as_of"))
        telling = _Telling(self.plan, table, source, outcomes, projected, self._carrying)
        self._tell_single(judged, outcomes, source, lambda row: telling.case(row, people.household(rows[row])))
        if self.plan.reasons == "text":
            put_told(self.plan, judged, {row: telling.told(row, people.household(at)) for row, at in enumerate(rows)})
        elif self.plan.reasons == "changes":
            judged.shared["whose"] = [""] * len(kept)
        else:
            judged.shared["whose"] = telling.codes(lambda row: people.household(rows[row]))
        return judged

    def _returned(self, chunk: Chunk, at: int) -> Rejected:
        """A row that cannot be judged, with what the reader of single rows says of it."""
        row = chunk.row(at)
        record, flaws = read_case(self.plan.columns, row, self.plan.given, self.households)
        return Rejected(row, record.case, flaws, self.households.whole(row))

    def _project(
        self, table: pa.Table, rows: Sequence[int], people: MembersOfRows
    ) -> tuple[ProjectedHouseholds, pa.Table]:
        """What follows from the ``people`` of ``rows``, a row of ``table`` each; and the table that is judged."""
        own = {name: table.column(name) for name in table.column_names}
        own[_ROW] = pa.array(range(len(table)), pa.int64())
        own[COMPLETE] = pa.array([people.complete(row) for row in rows])
        own[RECORDED_ON] = pa.array([people.recorded_on(row) for row in rows], pa.date32())
        days = pc.min_max(one_piece(table.column("as_of")))
        judge = self._judges_of_people.between(
            self.plan.programmes, days["min"].as_py(), days["max"].as_py(), detail=self._detail
        )
        facts = judge.engine.facts
        given, members = pa.table(own), people.table(rows, _ROW)
        projected = ProjectedHouseholds(self.book, given, members, key=_ROW, facts={*facts, *self._told})
        source = projected.table
        if self._by_sql:
            source = project_table_by_sql(self.book, given, members, key=_ROW, facts=facts, threads=self._threads)
        return projected, source.select(["as_of", *(fact for fact in facts if fact in source.column_names)])


class _Telling:
    """Tells of the people of some rows of a list; ``own`` is what the rows state themselves, ``source`` what is judged.

    Which facts carry a result is found on one row of those on which every condition came out alike, and kept in
    ``carrying`` for other rows of the list.
    """

    def __init__(
        self,
        plan: Plan,
        own: pa.Table,
        source: pa.Table,
        judged: JudgedTable,
        projected: ProjectedHouseholds,
        carrying: dict[tuple[str, bytes], tuple[str, ...]],
    ) -> None:
        self.plan, self.book, self._judged, self._projected = plan, plan.book, judged, projected
        facts = [name for name in own.column_names if name in self.book.facts]
        self._own = {name: own.column(name).to_pylist() for name in facts}
        self._days: list[date] = own.column("as_of").to_pylist()
        programs = {name: part.part.programs for name, part in judged.parts.items()}
        self._kinds = kinds_of(self.book, source, programs)
        self._carrying = carrying

    def told(self, row: int, household: Household) -> ToldOfPeople:
        """What a row says in words of the people of its ``household``."""
        case = self.case(row, household)
        cases = [self._case(case, name, row) for name in self.plan.programmes]
        return told_of_people(self.plan.reasons, cases, self.plan.lang)

    def codes(self, household: Callable[[int], Household]) -> list[str]:
        """Whose facts carry the results of each row, in codes; ``household`` gives that of a row."""
        programs = [one for part in self._judged.parts.values() for one in part.part.programs.values()]
        read = {fact for program in programs for fact in program.facts}
        whose = {fact: self._projected.whose(fact) for fact in sorted(read)}
        found = [""] * self._judged.rows
        for row in {row for rows in whose.values() for row in rows}:
            case = partial(self._case_of, row, household)
            told: dict[str, str] = {}
            for name in self.plan.programmes:
                if int(self._judged.parts[name].verdict[row]) not in OUTCOMES_OF:
                    continue
                for fact in self._carrying_in(name, row, case):
                    if fact not in told and row in whose.get(fact, ()):
                        told[fact] = whose_code(fact, whose[fact][row])
            found[row] = ";".join(told.values())
        return found

    def _case_of(self, row: int, household: Callable[[int], Household]) -> CaseOnDay:
        return self.case(row, household(row))

    def case(self, row: int, household: Household) -> CaseOnDay:
        """The case of a row, what follows from its people with it."""
        stated = {
            name: value_in(self.book, name, value)
            for name, values in self._own.items()
            if (value := values[row]) is not None
        }
        people = self._projected.people(row, household)
        return CaseOnDay(self.book, stated, None, self._days[row], "direct", people=people)

    def _carrying_in(self, name: str, row: int, case: Callable[[], CaseOnDay]) -> tuple[str, ...]:
        """The facts that carry the result of a row under the programme ``name``."""
        kind = (name, self._kinds[name][row].tobytes())
        carrying = self._carrying.get(kind)
        if carrying is None:
            if len(self._carrying) >= MOST_KEPT:
                self._carrying.clear()
            carrying = self._carrying[kind] = carrying_facts(case().decide(name))
        return carrying

    def _case(self, case: CaseOnDay, name: str, row: int) -> CaseTold:
        part = self._judged.parts[name]
        outcome = part.outcome(row)
        if outcome.verdict not in OUTCOMES_OF:
            return CaseTold(outcome, None, ())
        program = part.part.programs[outcome.epoch]
        context = Context(
            book=self.book,
            programme=name,
            law_date=case.day,
            record=case.facts,
            values=direct.run(program, program.prepare(case.judged, case.day)),
            program=program,
            people=case.people,
            stated=case.stated,
        )
        return CaseTold(outcome, context, self._carrying_in(name, row, lambda: case))
