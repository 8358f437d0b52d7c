"""Rows of households that Spark has judged, and whose facts carry what came of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import reduce
from operator import or_

from pyspark.sql import functions as F

from ancu.decision.case_on_day import CaseOnDay
from ancu.household.members import people_of
from ancu.household.projection_columns import theirs_of
from ancu.inference.sql.statement import Statement, compile_programmes
from ancu.inference.verdicts import OUTCOMES_OF
from ancu.screening.households.households import read_case
from ancu.screening.lists.listing import Row
from ancu.screening.run.people_cells import carrying_facts
from ancu.screening.spark.households import project_on_spark
from ancu.screening.spark.judged_rows import JudgedRows, Judging
from ancu.screening.spark.spark_list import FILE, ROW, Column, Frame, quoted
from ancu.screening.spark.texts import JoinedTexts, JudgedProgramme, one_text

#: Where a row stands in the list, by file and number.
Place = tuple[str, int]
#: Fetches rows of the list by their places, and holds their people.
Fetch = Callable[[Iterable[Place]], Mapping[Place, Row]]
#: As many rows are fetched at once.
_AT_ONCE = 2_000


def judge_households(
    judging: Judging, cases: Frame, members: Frame, key: str, days: tuple[date, date], name: str, fetch: Fetch
) -> JudgedHouseholds:
    """Judge ``cases`` by what follows from their ``members``, joined by the column ``key``."""
    plan, book = judging.plan, judging.plan.book
    facts = [theirs_of(fact) for fact in people_of(book).projections]

    def statement(theirs: list[str]) -> Statement:
        keep = [*judging.kept, *theirs]
        return compile_programmes(
            book, plan.programmes, days, detail=True, dialect="spark", keep=keep, people=True, kinds=True
        )

    read = statement([]).facts
    projected = project_on_spark(book, cases, members, key=key, facts=read, theirs=True, beside=judging.beside)
    projected.write.parquet(judging.beside("projected"))
    projected = judging.session.read.parquet(judging.beside("projected"))
    theirs = [name for name in facts if name in projected.columns]
    return JudgedHouseholds(judging, statement(theirs), projected, name, fetch)


class JudgedHouseholds(JudgedRows):
    """Judged rows with people."""

    def __init__(self, judging: Judging, statement: Statement, cases: Frame, name: str, fetch: Fetch) -> None:
        super().__init__(judging, statement, cases, name)
        self._fetch = fetch
        #: From whom each fact follows, where these are not the applicant alone, or all.
        self._theirs = {
            fact: F.col(quoted(theirs_of(fact)))
            for fact in people_of(self.book).projections
            if theirs_of(fact) in self.frame.columns
        }

    def _whose(self, joined: JoinedTexts) -> Column:
        """Whose facts carry the results, in codes: each fact once, as the first programme whose result it carries."""
        if not self._theirs:
            return F.lit("")
        told = reduce(or_, (places.isNotNull() for places in self._theirs.values()))
        carrying = []
        for part in self.parts:
            kind = self._kind(part)
            texts = {key: (";".join(facts),) for key, facts in self._carrying(part, kind, told)}
            carrying.append(F.split(joined.look_up(kind, texts, 1)[0], ";"))
        nothing = F.array().cast("array<string>")
        facts = F.array_distinct(F.flatten(F.array(*(F.coalesce(one, nothing) for one in carrying))))
        whose = F.create_map(
            *(
                part
                for fact, places in self._theirs.items()
                for part in (F.lit(fact), F.concat(F.lit(f"{fact}:"), places))
            )
        )
        return F.array_join(F.transform(facts, lambda fact: F.element_at(whose, fact)), ";")

    def _kind(self, part: JudgedProgramme) -> Column:
        """What is the same for rows on which every condition came out alike; NULL where nothing was judged."""
        kind = one_text(F.col("epoch"), *(F.col(quoted(column)) for column in part.part.kinds))
        return F.when(part.verdict.isin(*OUTCOMES_OF), kind)

    def _carrying(self, part: JudgedProgramme, kind: Column, told: Column) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The facts that carry the result of each kind of row, found on one row of it."""
        first = F.min(F.struct(quoted(FILE), quoted(ROW))).alias("first")
        found = self.frame.where(told & kind.isNotNull()).groupBy(kind.alias("kind")).agg(first).collect()
        for start in range(0, len(found), _AT_ONCE):
            some = {row["kind"]: (row["first"][0], row["first"][1]) for row in found[start : start + _AT_ONCE]}
            rows = self._fetch(some.values())
            for key, place in some.items():
                record, _ = read_case(self.plan.columns, rows[place], self.plan.given, self.plan.households)
                day = record.as_of or self.plan.day
                case = CaseOnDay(self.book, record.facts, None, day, "direct", record.household)
                yield key, carrying_facts(case.decide(part.name))
