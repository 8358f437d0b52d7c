"""Other engines beside ours on the same programme, the purchase of social housing on one day, in the same run.

Every engine first has to give our statuses on the same households, of the population and of noise. Then come
engine-only figures (inputs in the engine's own form, in memory) and whole processes from a Parquet file to a Parquet
file, explained where the engine can.

    python benchmarks/peers.py --rows 100000

Needs the peers: ``pip install -r benchmarks/requirements.txt``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import agreement
import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from agreement import Row, demand_same
from measuring import environment, failures, interleaved, process, rate, seconds, table, timed
from population import DAY, Population, read_by, write_parquet

import ancu
from ancu.inference.bits.judge import BitJudge
from ancu.inference.sql.statement import compile_programme
from ancu.inference.verdicts import VERDICTS
from ancu.rulebook.rulebook import Rulebook

PROGRAMME = "social_housing_purchase"
HERE = Path(__file__).parent
QUERIES = HERE / "handwritten"
HANDWRITTEN = (QUERIES / "purchase.sql").read_text(encoding="utf-8").rstrip().rstrip(";")
#: OpenFisca's integers have 32 bits: no amount beyond what any household has.
MOST = 1_000_000_000
#: Rows of the engines that take one at a time, and of the files.
MOST_SLOW, MOST_FILE = 20_000, 100_000


@dataclass
class Engine:
    """An engine ready to be timed on ``rows`` households; ``reasons`` says what it gives beside the status."""

    name: str
    rows: int
    reasons: str
    run: Callable[[], object]


def engines(book: Rulebook, rows: Sequence[Row], cases: pa.Table, few: int) -> list[Engine]:
    """All engines, the fast ones over ``cases``, the slow ones over ``rows``, their first; ``few`` for the slowest."""
    from others import durable_stock, openfisca_variables, plain_python, zen_jdm

    def first(most: int) -> int:
        return min(most, len(rows))

    zen, fisca = zen_jdm.Zen(), openfisca_variables.OpenFisca(choices_of(book))
    durable = durable_stock.DurableStock()
    zen_rows, fisca_rows = zen.prepare(rows), fisca.prepare_table(cases)
    durable_rows = durable.prepare(rows[: first(2_000)])
    records = [ancu.read_record(book, row) for row in rows[: first(2_000)]]
    columns, one_thread = connection(book, cases), connection(book, cases, threads=1)
    compiled = compile_programme(book, PROGRAMME, source="engine_values", keep=("case_id", "as_of")).sql

    values = columns.sql("FROM engine_values").to_arrow_table()

    def decide(engine: Any, count: int) -> Callable[[], object]:
        return lambda: [ancu.decide(book, record, PROGRAMME, engine=engine) for record in records[:count]]

    def made(database: duckdb.DuckDBPyConnection, sql: str) -> Callable[[], object]:
        return lambda: database.execute(f"CREATE OR REPLACE TEMP TABLE judged AS {sql}")

    return [
        Engine("durable-rules, stock (leaves only)", len(durable_rows), "–", lambda: durable.statuses(durable_rows)),
        Engine("plain Python function", len(rows), "conditions", lambda: plain_python.statuses(rows)),
        Engine("ZEN, with trace", len(zen_rows), "conditions", lambda: zen.traced(zen_rows)),
        Engine("ZEN, without trace", len(zen_rows), "–", lambda: zen.statuses(zen_rows)),
        Engine("ZEN, batch call, without trace", len(zen_rows), "–", lambda: zen.statuses_batch(zen_rows)),
        Engine("OpenFisca-Core, vectorised", cases.num_rows, "–", lambda: fisca.outcomes(fisca_rows)),
        Engine("SQL by hand in DuckDB, 1 thread", cases.num_rows, "–", made(one_thread, HANDWRITTEN)),
        Engine("SQL by hand in DuckDB", cases.num_rows, "–", made(columns, HANDWRITTEN)),
        Engine("ancu, two-key", first(few), "full decision", decide("two_key", few)),
        Engine("ancu, direct", len(records), "full decision", decide("direct", len(records))),
        Engine("ancu, SQL in DuckDB, 1 thread", cases.num_rows, "reason ids, doubts", made(one_thread, compiled)),
        Engine("ancu, SQL in DuckDB", cases.num_rows, "reason ids, doubts", made(columns, compiled)),
        Engine("ancu, columns", cases.num_rows, "reason ids, doubts", partial(by_bits(book).judge, values)),
    ]


def by_bits(book: Rulebook) -> BitJudge:
    """Our columns for lists: bit vectors."""
    return BitJudge(book, [PROGRAMME], [book.epochs.index(DAY)], detail=False)


def choices_of(book: Rulebook) -> dict[str, list[str]]:
    """The ids of every choice."""
    return {name: list(fact.values) for name, fact in book.facts.items() if fact.values}


def connection(book: Rulebook, cases: pa.Table, threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """A database with ``cases`` as ``population``, typed as people hold them, and as ``engine_values``."""
    database = duckdb.connect(config={"threads": threads} if threads else {})
    database.register("given", cases)
    database.execute("CREATE TABLE population AS SELECT * FROM given")
    columns = ['"case" AS case_id', "as_of"]
    for name in cases.column_names[2:]:
        fact = book.facts[name]
        sql = f'"{name}"'
        if fact.value_type.kind == "number" and fact.value_type.scale:
            sql = f"({sql} * {10**fact.value_type.scale})::BIGINT"
        elif fact.type == "list":
            sql = f"CASE {sql} WHEN 'none' THEN ';' ELSE ';' || {sql} || ';' END"
        columns.append(f'{sql} AS "{name}"')
    database.execute(f"CREATE TABLE engine_values AS SELECT {', '.join(columns)} FROM population")
    return database


def demand_agreement(book: Rulebook, cases: pa.Table, few: int) -> None:
    """Raise unless every engine gives the statuses of :func:`ancu.decide` on ``cases``."""
    from others import durable_stock, openfisca_variables, plain_python, zen_jdm

    rows = list(agreement.rows_of(cases))
    names = cases["case"].to_pylist()
    ours = agreement.statuses_of(cases, [PROGRAMME])[PROGRAMME]

    def same(what: str, theirs: Sequence[Any], count: int | None = None) -> None:
        count = len(ours) if count is None else min(count, len(ours))
        demand_same(what, names[:count], ours[:count], list(theirs))

    for engine in ("direct", "two_key"):
        records = [agreement.record_of(book, row) for row in rows[:few]]
        decisions = [ancu.decide(book, record, PROGRAMME, engine=engine) for record in records]  # type: ignore[arg-type]
        same(f"ancu, {engine}", [decision.status for decision in decisions], few)
    same("plain Python function", plain_python.statuses(rows))
    zen = zen_jdm.Zen()
    prepared = zen.prepare(rows)
    same("ZEN, without trace", zen.statuses(prepared))
    same("ZEN, batch call", zen.statuses_batch(prepared))
    carried = [plain_python.judge(row) for row in rows]
    demand_same("ZEN, with trace", names, carried, zen.traced(prepared))
    same("ZEN, with trace", [status for status, _ in carried])
    fisca = openfisca_variables.OpenFisca(choices_of(book))
    same("OpenFisca-Core", fisca.statuses(fisca.prepare(rows)))
    same("OpenFisca-Core, from a table", fisca.statuses(fisca.prepare_table(cases)))
    durable = durable_stock.DurableStock()
    same("durable-rules, stock", durable.statuses(durable.prepare(rows[:2_000])), 2_000)
    database = connection(book, cases)
    same("SQL by hand", _column(database, HANDWRITTEN, '"case"'))
    compiled = compile_programme(book, PROGRAMME, source="engine_values", keep=("case_id",)).sql
    same("ancu, SQL in DuckDB", _column(database, compiled, "case_id"))
    judged = by_bits(book).judge(database.sql("FROM engine_values").to_arrow_table())
    verdicts = judged.column(f"{PROGRAMME}.verdict").to_pylist()
    same("ancu, columns", [VERDICTS[verdict][0] for verdict in verdicts])


def _column(database: duckdb.DuckDBPyConnection, sql: str, key: str) -> list[str]:
    """The statuses in the order of the population."""
    placed = 'SELECT "case", row_number() OVER () AS place FROM population'
    query = (
        f'SELECT status FROM ({sql}) AS judged JOIN ({placed}) AS placed ON judged.{key} = placed."case" ORDER BY place'
    )
    return [status for (status,) in database.execute(query).fetchall()]


def table_of(book: Rulebook, population: Path) -> pa.Table:
    """The columns of a Parquet file that the programme reads."""
    return pq.read_table(population, columns=["case", "as_of", *read_by(book, [PROGRAMME], DAY)])


def noise_of(book: Rulebook, like: pa.Table, rows: int) -> pa.Table:
    """Noise with the columns of ``like``, amounts no household has left out."""
    found = agreement.noise(book, rows, seed=1).select(like.column_names)
    for i, name in enumerate(found.column_names):
        if pa.types.is_integer(found.schema.field(name).type):
            kept = [value if value is None or value <= MOST else None for value in found[name].to_pylist()]
            found = found.set_column(i, name, pa.array(kept, pa.int64()))
    return found


# -- from file to file -------------------------------------------------------------------------------------------------


def _write(cases: pa.Table, out: Path, statuses: Sequence[str], carried: Sequence[Sequence[str]] | None = None) -> None:
    made = {"case": cases["case"], "status": pa.array(statuses)}
    if carried is not None:
        made["carried_by"] = pa.array(["; ".join(names) for names in carried])
    pq.write_table(pa.table(made), out)


def file_to_file(engine: str, source: Path, out: Path) -> None:
    """What ``--file`` does: one engine from a Parquet file to a Parquet file, reading only the columns it needs."""
    book = ancu.load_rulebook()
    cases = table_of(book, source)
    if engine == "openfisca":
        from others import openfisca_variables

        fisca = openfisca_variables.OpenFisca(choices_of(book))
        _write(cases, out, fisca.statuses(fisca.prepare_table(cases)))
        return
    rows = list(agreement.rows_of(cases))
    if engine == "plain":
        from others import plain_python

        found = [plain_python.judge(row) for row in rows]
    else:
        from others import zen_jdm

        zen = zen_jdm.Zen()
        found = zen.traced(zen.prepare(rows))
    _write(cases, out, [status for status, _ in found], [carried for _, carried in found])


FILES = {
    "plain": ("plain Python function", "names of conditions"),
    "zen": ("ZEN, with trace", "names of conditions"),
    "openfisca": ("OpenFisca-Core, vectorised", "–"),
}


def report(book: Rulebook, population: Path, rows: int, runs: int, few: int = 500) -> str:
    """Demand agreement, measure, and say it in Markdown. ``population`` has at least ``rows`` households."""
    cases = table_of(book, population).slice(0, rows)
    checked = min(rows, 20_000)
    for what in (cases.slice(0, checked), noise_of(book, cases, checked)):
        demand_agreement(book, what, few)
    measured = engines(book, list(agreement.rows_of(cases.slice(0, MOST_SLOW))), cases, few)
    found = interleaved(runs, {engine.name: timed(engine.run) for engine in measured})
    rates = {engine.name: engine.rows / found[engine.name].median for engine in measured}
    lines = [
        f"Programme `{PROGRAMME}` on {DAY}. Every engine gave our statuses on {checked:,} households of the",
        f"population and {checked:,} of noise near the thresholds (durable-rules on 2,000, full decisions on {few:,}).",
        f"Medians of {runs} interleaved runs. Goals: columns with reason ids at 100 × ZEN with trace or",
        "more, and at no less than OpenFisca's rate.",
        "",
        "Engine only: inputs in memory in the engine's own form, results in memory.",
        "",
        table(
            ["engine", "gives beside the status", "rows", "cases/s", "ancu in columns is", "against ZEN with trace"],
            [
                [
                    engine.name,
                    engine.reasons,
                    f"{engine.rows:,}",
                    rate(rates[engine.name]),
                    _times(rates["ancu, columns"] / rates[engine.name]),
                    _times(rates[engine.name] / rates["ZEN, with trace"]),
                ]
                for engine in measured
            ],
        ),
        "",
        *_file_report(book, population.parent, min(rows, MOST_FILE), runs),
    ]
    return "\n".join(lines)


def _file_report(book: Rulebook, folder_of: Path, rows: int, runs: int) -> list[str]:
    """Whole processes, from start to end, over ``rows`` households kept for a while in ``folder_of``."""
    with tempfile.TemporaryDirectory(dir=folder_of) as folder:
        source, out = Path(folder) / "in.parquet", Path(folder) / "out.parquet"
        write_parquet(Population(book, seed=1), rows, source)
        things = {
            name: process([sys.executable, HERE / "peers.py", "--file", engine, source, out])
            for engine, (name, _) in FILES.items()
        }
        by_hand, ours = "SQL by hand in DuckDB", "ancu screen, reasons written out"
        things[by_hand] = process([sys.executable, QUERIES / "run.py", QUERIES / "purchase.sql", source, out])
        ancu_command = Path(sys.executable).with_name("ancu")
        things[ours] = process([ancu_command, "screen", source, "--programme", PROGRAMME, "-o", out])
        found = interleaved(runs, things)
    gives = dict(FILES.values()) | {by_hand: "–", ours: "text with citations, missing facts, notes"}
    return [
        f"From a Parquet file of {rows:,} rows to a Parquet file: whole processes, start-up included.",
        "",
        table(
            ["engine", "gives beside the status", "time", "cases/s", "peak memory"],
            [
                [name, gives[name], seconds(one.median), rate(rows / one.median), f"{one.peak:,.0f} MB"]
                for name, one in found.items()
                if not one.failed
            ],
        ),
        *failures(found),
    ]


def _times(value: float) -> str:
    return f"{value:,.0f} ×" if value >= 10 else f"{value:.2g} ×"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--population", type=Path, help="a Parquet file of population.py; made when not given")
    parser.add_argument("--file", nargs=3, metavar=("ENGINE", "IN", "OUT"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.file:
        engine, source, out = given.file
        file_to_file(engine, Path(source), Path(out))
        return
    book = ancu.load_rulebook()
    with tempfile.TemporaryDirectory() as folder:
        population = given.population or Path(folder) / "population.parquet"
        if not given.population:
            write_parquet(Population(book, seed=1), given.rows, population)
        print("\n".join(environment()), "", report(book, population, given.rows, given.runs), sep="\n")


if __name__ == "__main__":
    main()
