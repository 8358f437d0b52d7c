"""Households with their members beside flat records: what it costs that facts follow from people.

    python benchmarks/members.py                       # 1,000,000 households, 3,600,000 members
    python benchmarks/members.py --rows 100000
    python benchmarks/members.py --rows 1000 -o build  # writes households.parquet and members.parquet

The members are drawn around the flat records of :mod:`population`: what a record says of the applicant and the spouse
stands in their rows; who has merit, owns a home or had support is one of them; children and parents fill the household
up. The record keeps what does not follow from members.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from measuring import interleaved, rate, seconds, table, timed
from population import DAY, Population

import ancu
from ancu.batch.case_rows import CaseRows
from ancu.batch.household_rows import HouseholdRows
from ancu.batch.judge import TableJudges, fit_for_columns
from ancu.household.columns import project_table
from ancu.rulebook.rulebook import Rulebook

#: Members of a household, by how many of a hundred households have so many: 3.6 on average.
_SIZES = {1: 6, 2: 15, 3: 25, 4: 31, 5: 14, 6: 6, 7: 2, 8: 1}
_CHUNK = 122_880
_UNIX = 719_163


def with_members(book: Rulebook, flat: pa.Table, seed: int) -> tuple[pa.Table, pa.Table]:
    """The flat records without what follows from members, and the members from whom it follows."""
    people = book.people
    assert people is not None
    rng = np.random.Generator(np.random.SFC64(seed))
    count = flat.num_rows
    size = rng.choice(list(_SIZES), count, p=np.array(list(_SIZES.values())) / 100)
    of = np.repeat(np.arange(count), size)
    starts = np.cumsum(size) - size
    place = np.arange(len(of)) - starts[of]

    def told(fact: str, otherwise: Any = None) -> Any:
        values = flat.column(fact).to_numpy(zero_copy_only=False) if fact in flat.column_names else None
        return np.full(count, otherwise) if values is None else values

    married = (told("marital_status") == "married") & (size > 1)
    spouse = (place == 1) & married[of]
    elder = (place >= 2) & (rng.random(len(of)) < 0.25)
    relation = np.where(elder, np.where(rng.random(len(of)) < 0.5, "mother", "father"), "child")
    relation = np.where(place == 0, "applicant", np.where(spouse, "spouse", relation))
    ages = {"applicant": (25, 60), "spouse": (25, 60), "child": (0, 24), "mother": (50, 85), "father": (50, 85)}
    low, high = (np.select([relation == name for name in ages], [span[i] for span in ages.values()]) for i in (0, 1))
    born = DAY.toordinal() - _UNIX - ((low + rng.random(len(of)) * (high - low)) * 365.25).astype(np.int32)
    male = np.where(relation == "father", True, np.where(relation == "mother", False, rng.random(len(of)) < 0.5))
    own = starts  # the row of each applicant
    spouses = np.flatnonzero(spouse)
    # Whose merit it is: mostly the applicant's, else a member's.
    merit = own + np.where(rng.random(count) < 0.7, 0, rng.integers(0, size))
    columns: dict[str, Any] = {
        "case": flat.column("case").take(pa.array(of)),
        "relation": pa.array(relation),
        "born_on": pa.array(born, pa.int32()).cast(pa.date32()),
        "gender": pa.array(np.where(male, "male", "female")),
        "health_insurance": pa.array(rng.random(len(of)) < 0.93),
        "schooling_for_age": pa.array(rng.random(len(of)) < 0.95),
        "registered_at_home": pa.array(rng.random(len(of)) < 0.9),
        "tax_dependant": pa.array((relation == "child") & (rng.random(len(of)) < 0.8)),
    }

    def put(name: str, fact: str, rows: Any, records: Any) -> None:
        """Let ``rows`` of members have what ``records`` say of a fact."""
        if fact in flat.column_names and name not in columns:
            at = np.full(len(of), -1)
            at[rows] = records
            columns[name] = flat.column(fact).combine_chunks().take(pa.array(at, mask=at < 0))

    versions = {fact: given[-1].version for fact, given in people.projections.items()}
    everyone = np.arange(count)
    for fact, version in versions.items():
        text = version.when
        if text.startswith("of(applicant, ") and fact in people.person.facts:
            put(fact, fact, own, everyone)
        elif text.startswith("of(merit_person, ") and fact in people.person.facts:
            put(fact, fact, merit, everyone)
        elif text.startswith("of(spouse, "):
            put(fact.removeprefix("spouse_"), fact, spouses, of[spouses])
    for fact in ("marital_status", "owns_home", "owned_home_area", "bought_social_housing", "owns_home_elsewhere"):
        put(fact, fact, own, everyone)
    left = [name for name in flat.column_names if name not in versions]
    complete = pa.array(rng.random(count) < 0.9)
    return flat.select(left).append_column("members_complete", complete), pa.table(columns)


def measure(book: Rulebook, rows: int, runs: int, seed: int) -> str:
    """The report: flat records and households with members, by the engine alone and from cells as people fill them."""
    flat = pa.concat_tables(Population(book, seed).tables(rows)).combine_chunks()
    cases, members = with_members(book, flat, seed)
    names = [name for name in book.programmes if fit_for_columns(book, [name])]
    all_ = pa.array(np.arange(rows))
    flat_rows, own_rows = CaseRows(book, flat, DAY), HouseholdRows(book, cases, DAY, members, None)
    flat_source, own_source = (_source(one, all_) for one in (flat_rows, own_rows))
    member_source = own_rows.members.table("row", range(rows))
    judges = {people: TableJudges(book, people=people) for people in (False, True)}

    def judged(source: pa.Table, people: bool, detail: bool) -> None:
        judge = judges[people].between(names, DAY, DAY, detail=detail)
        if people:
            source = project_table(book, source, member_source, key="row", facts=judge.engine.facts, threads=2)
        source = source.select(["as_of", *(fact for fact in judge.engine.facts if fact in source.column_names)])
        for start in range(0, rows, _CHUNK):
            judge.judge(source.slice(start, _CHUNK).combine_chunks())

    things = {
        "flat": timed(lambda: judged(flat_source, False, True)),
        "members": timed(lambda: judged(own_source, True, True)),
        "flat, from cells": timed(lambda: ancu.decide_many(book, flat, names, DAY, threads=2)),
        "members, from cells": timed(lambda: ancu.decide_many(book, cases, names, DAY, members=members, threads=2)),
    }
    found = interleaved(runs, things)
    lines = []
    for name, one in found.items():
        base = found[name.replace("members", "flat")]
        ratio = f"{one.median / base.median:.2f} ×" if one is not base else ""
        lines.append([name, seconds(one.median), rate(rows / one.median), ratio, "≤ 2 ×" if ratio else ""])
    told = (
        f"{rows:,} households, {len(members):,} members, {len(names)} programmes; medians of {runs} interleaved runs."
    )
    return f"{told}\n\n{table(['', 'time', 'households/s', 'ratio', 'goal'], lines)}"


def _source(rows: CaseRows, among: Any) -> pa.Table:
    """The rows as a source table."""
    columns = {"row": among, "as_of": rows.days(among)}
    for name in rows.book.facts:
        column = CaseRows.facts(rows, name, among)
        if column is not None:
            columns[name] = column
    if "members_complete" in rows.columns:
        columns["members_complete"] = rows.texts_or_days("members_complete", pa.bool_())
    return pa.table(columns)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, help="a folder to write both tables to, instead of measuring")
    given = parser.parse_args(arguments)
    book = ancu.load_rulebook()
    if given.output is None:
        print(measure(book, given.rows, given.runs, given.seed))
        return
    flat = pa.concat_tables(Population(book, given.seed).tables(given.rows))
    for name, one in zip(("households", "members"), with_members(book, flat, given.seed), strict=True):
        pq.write_table(one, given.output / f"{name}.parquet")
        print(f"{given.output / name}.parquet: {one.num_rows:,} rows", file=sys.stderr)


if __name__ == "__main__":
    main()
