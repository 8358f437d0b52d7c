"""Judging a large list of households: what follows from their people worked out in columns, then judged as any list.

What a row says of its people (reasons that name them, whose facts mattered) is worked out row by row, from what the
columns found of each person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from ancu.batch.judge import TableJudges
from ancu.batch.judged_table import JudgedTable
from ancu.batch.source import members_table
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
from ancu.screening.households.households import Households, read_case
from ancu.screening.lists.chunks import Chunk
from ancu.screening.run.column_judge import ColumnJudge, table_of_rows
from ancu.screening.run.judged_chunk import JudgedChunk, Rejected, merged
from ancu.screening.run.people_cells import CaseTold, ToldOfPeople, carrying_facts, put_told, told_of_people
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

    def judge(self, chunk: Chunk) -> JudgedChunk:
        parsed = self._parse(chunk)
        found: dict[int, Household] = {}
        flawed = set(parsed.flaws)
        for at, (household, flaws) in enumerate(self.households.in_chunk(chunk)):
            if flaws:
                flawed.add(at)
            elif household is not None:
                found[at] = household
        rejected = [self._returned(chunk, at) for at in sorted(flawed)]
        kept = [at for at in range(len(chunk)) if at not in flawed]
        # The law says more of facts that one record states than of those that may be of several people.
        alone, together = ([at for at in kept if (at in found) is people] for people in (False, True))
        return merged([self._alone(parsed, alone), self._together(parsed, together, found)], rejected)

    def _alone(self, parsed: Parsed, kept: list[int]) -> JudgedChunk:
        """The rows without people."""
        if not kept:
            return JudgedChunk([], [], {}, {}, {})
        table = table_of_rows(parsed, kept)
        found = self._judges.judge(self.plan.programmes, table, detail=self._detail)
        judged = self._say(found, kept, [], table.column("as_of"))
        put_told(self.plan, judged, {})
        return judged

    def _together(self, parsed: Parsed, kept: list[int], found: Mapping[int, Household]) -> JudgedChunk:
        """The rows with people."""
        if not kept:
            return JudgedChunk([], [], {}, {}, {})
        table, households = table_of_rows(parsed, kept), [found[at] for at in kept]
        projected, source = self._project(table, households)
        outcomes = self._judges_of_people.judge(self.plan.programmes, source, detail=self._detail)
        judged = self._say(outcomes, kept, [], table.column("as_of"))
        telling = _Telling(self.plan, table, source, outcomes, projected, self._carrying)
        put_told(self.plan, judged, {row: telling.told(row, one) for row, one in enumerate(households)})
        return judged

    def _returned(self, chunk: Chunk, at: int) -> Rejected:
        """A row that cannot be judged, with what the reader of single rows says of it."""
        row = chunk.row(at)
        record, flaws = read_case(self.plan.columns, row, self.plan.given, self.households)
        return Rejected(row, record.case, flaws, self.households.whole(row))

    def _project(self, table: pa.Table, households: Sequence[Household]) -> tuple[ProjectedHouseholds, pa.Table]:
        """What follows from the people of ``households``, a row of ``table`` each; and the table that is judged."""
        own = {name: table.column(name) for name in table.column_names}
        own[_ROW] = pa.array(range(len(table)), pa.int64())
        own[COMPLETE] = pa.array([one.complete for one in households])
        own[RECORDED_ON] = pa.array([one.recorded_on for one in households], pa.date32())
        days = pc.min_max(one_piece(table.column("as_of")))
        judge = self._judges_of_people.between(
            self.plan.programmes, days["min"].as_py(), days["max"].as_py(), detail=self._detail
        )
        facts = judge.engine.facts
        given, members = pa.table(own), members_table(self.book, households, _ROW)
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
        """What a row says of the people of its ``household``."""
        stated = {
            name: value_in(self.book, name, value)
            for name, values in self._own.items()
            if (value := values[row]) is not None
        }
        people = self._projected.people(row, household)
        case = CaseOnDay(self.book, stated, None, self._days[row], "direct", people=people)
        cases = [self._case(case, name, row) for name in self.plan.programmes]
        return told_of_people(self.plan.reasons, cases, self.plan.lang)

    def _case(self, case: CaseOnDay, name: str, row: int) -> CaseTold:
        part = self._judged.parts[name]
        outcome = part.outcome(row)
        if outcome.verdict not in OUTCOMES_OF:
            return CaseTold(outcome, None, ())
        program = part.part.programs[outcome.epoch]
        kind = (name, self._kinds[name][row].tobytes())
        carrying = self._carrying.get(kind)
        if carrying is None:
            if len(self._carrying) >= MOST_KEPT:
                self._carrying.clear()
            carrying = self._carrying[kind] = carrying_facts(case.decide(name))
        # Only texts quote what came out.
        facts = program.prepare(case.judged, case.day) if self.plan.reasons == "text" else {}
        context = Context(
            book=self.book,
            programme=name,
            law_date=case.day,
            record=case.facts,
            values=direct.run(program, facts) if facts else {},
            program=program,
            people=case.people,
            stated=case.stated,
        )
        return CaseTold(outcome, context, carrying)
