"""How time grows with rows, programmes, conditions, epochs, members and distinct cases: a table and a page of charts.

    python benchmarks/growth.py                                # small
    python benchmarks/growth.py --rows 1000000 --rounds 3 -o build/bench

Seconds are those of the processor, start-up left out, the least of the rounds. Beside each step stands the exponent of
growth since the step before: 1 is in proportion, less is better than that. Programmes beyond those of the rulebook are
copies of them under other names; conditions are joined into one programme; members are children put into households;
distinct cases are repeated until the list is as long as any other.
"""

from __future__ import annotations

import argparse
import math
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from html import escape
from pathlib import Path
from unittest.mock import patch

import members
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from measuring import ROOT, environment, table
from peers import PROGRAMME
from population import DAY, Population

import ancu
from ancu.batch.case_rows import CaseRows
from ancu.batch.household_rows import HouseholdRows
from ancu.batch.judge import TableJudges
from ancu.household.columns import project_table
from ancu.inference.sql.statement import compile_programmes
from ancu.rulebook.expressions import And, Name
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.job import Job
from ancu.screening.jobs.run_job import run_job

#: A step: how many, and what is done.
Step = tuple[int, Callable[[], object]]


@dataclass(frozen=True)
class Axis:
    """What grows, and the seconds of each step."""

    name: str
    what: str
    found: list[tuple[int, float]]

    def exponents(self) -> list[float | None]:
        """The exponent of growth since the step before; None for the first."""
        pairs = zip(self.found, self.found[1:], strict=False)
        return [None, *(math.log(t / s) / math.log(n / m) for (m, s), (n, t) in pairs)]


def fresh(book: Rulebook) -> Rulebook:
    """The same law, of which nothing is compiled."""
    return replace(book)


def copied(book: Rulebook, count: int) -> Rulebook:
    """``count`` programmes: those of the rulebook, then copies of them under other names."""
    names = in_columns(book)
    programmes, roots, options, types = (dict(m) for m in (book.programmes, book.roots, book.options, book.types))
    chosen = {}
    for i in range(count):
        of, name = names[i % len(names)], names[i % len(names)] + (f"_{i // len(names)}" if i >= len(names) else "")
        chosen[name] = programmes[of]
        roots[name] = book.roots[of]
        if of in types:
            types[name] = types[of]
        options |= {(name, key): when for (programme, key), when in book.options.items() if programme == of}
    return replace(book, programmes={**programmes, **chosen}, roots=roots, options=options, types=types)


def joined(book: Rulebook, count: int) -> Rulebook:
    """The purchase of social housing with ``count`` conditions of the rulebook joined."""
    names = [name for name, rule in book.conditions.items() if not rule.silent and book.tree_on(name, DAY)]
    root = And(tuple(map(Name, names[:count])))
    trees = tuple(replace(tree, expr=root) for tree in book.roots[PROGRAMME])
    return replace(book, roots={**book.roots, PROGRAMME: trees})


def flat(book: Rulebook, rows: int, days: tuple[date, date] = (DAY, DAY)) -> pa.Table:
    return pa.concat_tables(Population(book, 1, days).tables(rows))


def judged(book: Rulebook, cases: pa.Table, names: Sequence[str], people: pa.Table | None = None) -> None:
    """Compiled and judged in columns, with what texts depend on, as ``ancu screen`` does it."""
    among = pa.array(range(cases.num_rows))
    rows = CaseRows(book, cases, DAY) if people is None else HouseholdRows(book, cases, DAY, people, None)
    source = members._source(rows, among)
    days = pc.min_max(source.column("as_of")).as_py()
    judge = TableJudges(book, people=people is not None).between(names, days["min"], days["max"], detail=True)
    if isinstance(rows, HouseholdRows):
        table_of_members = rows.members.table("row", range(cases.num_rows))
        source = project_table(book, source, table_of_members, key="row", facts=judge.engine.facts, threads=1)
    read = (fact for fact in judge.engine.facts if fact in source.column_names)
    judge.judge(source.select(["as_of", *read]).combine_chunks())


def in_columns(book: Rulebook) -> list[str]:
    """The programmes that are judged in columns."""
    return [name for name in book.programmes if book.programmes[name].governed_by is None]


def rows_of(book: Rulebook, most: int, folder: Path) -> Iterator[Step]:
    """A list in Parquet, every programme, reasons by number."""
    for count in (10**i for i in range(3, round(math.log10(most)) + 1)):
        yield count, _job(book, flat(book, count), folder, ("all",), "ids")


def distinct_of(book: Rulebook, rows: int, folder: Path) -> Iterator[Step]:
    """Lists of one length, more and more of whose cases are different, reasons in words."""
    for share in (1000, 100, 10, 1):
        few = flat(book, max(rows // share, 1))
        cases = pa.concat_tables([few] * (rows // len(few))).drop_columns(["case"])
        numbered = cases.add_column(0, "case", pa.array([f"{i}" for i in range(len(cases))]))
        yield len(few), _job(book, numbered, folder, (PROGRAMME,), "text")


def _job(
    book: Rulebook, cases: pa.Table, folder: Path, programmes: tuple[str, ...], reasons: str
) -> Callable[[], object]:
    source, result = folder / "growth.parquet", folder / "growth.result.parquet"

    def run() -> object:
        job = Job((str(source),), programmes=programmes, reasons=reasons, form="parquet")  # type: ignore[arg-type]
        return run_job(book, job, result, result.with_suffix(".rejects.csv"), route="columns")

    pq.write_table(cases, source)
    return run


def programmes_of(book: Rulebook, rows: int) -> Iterator[Step]:
    """Compiled and judged in columns."""
    cases = flat(book, rows)
    for count in (1, 6, 24, 96, 240):
        law = copied(book, count)
        names = in_columns(law)[:count]
        yield count, lambda law=law, names=names: judged(fresh(law), cases, names)


def statements_of(book: Rulebook) -> Iterator[Step]:
    """The statement of ``ancu sql``, from nothing compiled."""
    for count in (1, 6, 24, 96, 240):
        law = copied(book, count)
        names = in_columns(law)[:count]
        yield (
            count,
            lambda law=law, names=names: compile_programmes(fresh(law), names, (date.min, date.max), detail=False),
        )


def conditions_of(book: Rulebook, rows: int) -> Iterator[Step]:
    """One programme, compiled and judged in columns."""
    cases = flat(book, rows)
    for count in (2, 4, 8, 16):
        law = joined(book, count)
        yield count, lambda law=law: judged(fresh(law), cases, [PROGRAMME])


def epochs_of(book: Rulebook, rows: int) -> Iterator[Step]:
    """All programmes on days of the last 1, 2, 4… epochs, compiled and judged in columns."""
    starts = [start for start in book.epochs.starts if start <= DAY]
    for count in (1, 2, 4, 8, 16, 32):
        if count < len(starts):
            first = starts[-count]
            cases = flat(book, rows, (first, max(first, starts[-1] + timedelta(days=1))))
            yield count, lambda cases=cases: judged(fresh(book), cases, in_columns(book))


def members_of(book: Rulebook, households: int) -> Iterator[Step]:
    """Households of 1, 2, 4… members each, from cells to decisions."""
    cases = flat(book, households)
    for count in (1, 2, 4, 8, 16):
        with patch.object(members, "_SIZES", {count: 100}):
            own, people = members.with_members(book, cases, 1)
        yield (
            count,
            lambda own=own, people=people: judged(fresh(book), own, [PROGRAMME], people),
        )


def measured(name: str, what: str, steps: Iterator[Step], rounds: int) -> Axis:
    found = []
    for count, run in steps:
        taken = []
        for _ in range(rounds):
            began = time.process_time()
            run()
            taken.append(time.process_time() - began)
        found.append((count, min(taken)))
    return Axis(name, what, found)


def page(axes: Sequence[Axis], told: Sequence[str]) -> str:
    """The charts, both scales in powers of ten, with a line of growth in proportion from the last step down."""
    charts = "".join(f"<figure>{_chart(axis)}<figcaption>{escape(axis.what)}</figcaption></figure>" for axis in axes)
    style = (
        "body{font:14px sans-serif;color:#1b2733;margin:2em}figcaption{max-width:340px;color:#5a6673}"
        "figure{display:inline-block;margin:0 1.5em 1.5em 0}"
    )
    said = "".join(f"<p>{escape(line)}</p>" for line in told)
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Growth</title><style>{style}</style>'
    return f"{head}<h1>How time grows</h1>{said}<p>Blue: measured. Grey: in proportion.</p>{charts}</html>\n"


def _chart(axis: Axis) -> str:
    wide, tall, left, low = 340, 220, 52, 190
    xs, ys = ([math.log10(value) for value in column] for column in zip(*axis.found, strict=True))
    in_proportion = [ys[-1] - (xs[-1] - x) for x in xs]
    least, most = min(min(ys), in_proportion[0]), max(ys)

    def at(x: float, y: float) -> str:
        across = (x - xs[0]) / ((xs[-1] - xs[0]) or 1) * (wide - left - 24)
        return f"{left + across:.1f},{low - (y - least) / ((most - least) or 1) * (low - 34):.1f}"

    def line(values: Sequence[float], colour: str) -> str:
        points = " ".join(at(x, y) for x, y in zip(xs, values, strict=True))
        return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'

    marks = []
    for (count, took), x, y in zip(axis.found, xs, ys, strict=True):
        across, down = at(x, y).split(",")
        marks.append(f'<circle cx="{across}" cy="{down}" r="3.5" fill="#2563a8"/>')
        marks.append(
            f'<text x="{across}" y="{float(down) - 8:.1f}" font-size="11" text-anchor="middle">{_short(took)}</text>'
        )
        marks.append(f'<text x="{across}" y="{low + 18}" font-size="11" text-anchor="middle">{count:,}</text>')
    name = escape(axis.name)
    return (
        f'<svg viewBox="0 0 {wide} {tall}" width="{wide}" role="img" aria-label="{name}" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{name}</title><text x="0" y="14" font-size="13" font-weight="bold">'
        f"{name}</text>{line(in_proportion, '#c3ccd6')}{line(ys, '#2563a8')}{''.join(marks)}</svg>"
    )


def _short(took: float) -> str:
    return f"{took:.3g} s"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--rows", type=int, default=10_000, help="the longest list; others are a tenth of it")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "build" / "bench")
    asked = parser.parse_args()
    asked.output.mkdir(parents=True, exist_ok=True)
    book, some = ancu.load_rulebook(), max(asked.rows // 10, 1000)
    told = environment()
    print("\n".join(told), flush=True)
    axes = []
    with tempfile.TemporaryDirectory() as folder:
        for name, what, steps in (
            ("rows", "a Parquet list, all programmes, reasons by number", rows_of(book, asked.rows, Path(folder))),
            ("distinct cases", f"of {some:,} rows, one programme, in words", distinct_of(book, some, Path(folder))),
            ("programmes", f"compiled, and {some:,} rows judged", programmes_of(book, some)),
            ("programmes of a statement", "written by ancu sql, from nothing compiled", statements_of(book)),
            ("conditions", f"of one programme, compiled, and {some:,} rows judged", conditions_of(book, some)),
            ("epochs", f"all programmes, compiled, and {some:,} rows judged", epochs_of(book, some)),
            ("members of each household", f"{some:,} households, one programme", members_of(book, some)),
        ):
            axes.append(measured(name, what, steps, asked.rounds))
            lines = [
                [f"{count:,}", _short(took), "" if exponent is None else f"{exponent:.2f}"]
                for (count, took), exponent in zip(axes[-1].found, axes[-1].exponents(), strict=True)
            ]
            print(f"\n{what}\n\n{table([name, 'processor', 'exponent'], lines)}", flush=True)
    chart = asked.output / "growth.html"
    chart.write_text(page(axes, told), encoding="utf-8")
    print(f"\n{chart.relative_to(ROOT) if chart.is_relative_to(ROOT) else chart}")


if __name__ == "__main__":
    main()
