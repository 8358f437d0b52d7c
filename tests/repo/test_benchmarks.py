"""The benchmarks: a population that is read without a problem, and yardsticks that agree with what they measure."""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from pyarrow import parquet

import ancu

pytestmark = pytest.mark.slow  # judges a population by several engines

DAY = date(2026, 11, 1)
PURCHASE = "social_housing_purchase"


@pytest.fixture(scope="module")
def population(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(Path(__file__).parents[2] / "benchmarks"))
        import population

        yield population


@pytest.fixture(scope="module")
def book() -> ancu.Rulebook:
    return ancu.load_rulebook()


def rows_of(path: Path) -> list[dict[str, Any]]:
    rows = parquet.read_table(path).to_pylist()
    return [{name: value for name, value in row.items() if value is not None} for row in rows]


def test_population_is_read_alike_from_every_format(population: Any, book: ancu.Rulebook, tmp_path: Path) -> None:
    people = population.Population(book, seed=7)
    population.write_parquet(people, 300, tmp_path / "p.parquet")
    population.write_csv(people, 300, tmp_path / "p.csv")
    typed = [ancu.read_record(book, row) for row in rows_of(tmp_path / "p.parquet")]
    with (tmp_path / "p.csv").open(encoding="utf-8", newline="") as file:
        written = [ancu.read_record(book, row) for row in csv.DictReader(file)]
    assert len(typed) == 300
    assert written == typed


def test_sql_by_hand_reads_the_csv_as_the_parquet(population: Any, book: ancu.Rulebook, tmp_path: Path) -> None:
    people = population.Population(book, seed=8)
    population.write_parquet(people, 400, tmp_path / "p.parquet")
    population.write_csv(people, 400, tmp_path / "p.csv")
    database = duckdb.connect()
    database.execute(population.reading(book, tmp_path / "p.csv"))
    typed = database.sql(f"SELECT * FROM read_parquet('{tmp_path / 'p.parquet'}')").fetchall()
    assert database.sql("SELECT * FROM population").fetchall() == typed


def test_population_depends_on_the_seed_alone(population: Any, book: ancu.Rulebook) -> None:
    def rows(seed: int, count: int) -> list[dict[str, Any]]:
        tables = list(population.Population(book, seed).tables(count))
        return [row for table in tables for row in table.to_pylist()]

    longer = rows(3, population.BLOCK + 50)
    assert len(longer) == population.BLOCK + 50
    assert rows(3, 40) == longer[:40]
    assert rows(4, 40) != longer[:40]


def test_every_programme_in_force_has_all_its_cases(population: Any, book: ancu.Rulebook, tmp_path: Path) -> None:
    population.write_parquet(population.Population(book, seed=1), 1200, tmp_path / "p.parquet")
    records = [ancu.read_record(book, row) for row in rows_of(tmp_path / "p.parquet")]
    open_programmes = [
        name for name, it in book.programmes.items() if any(DAY in opening.period for opening in it.periods)
    ]
    found: dict[str, set[str]] = defaultdict(set)
    for programme in open_programmes:
        for record in records:
            found[programme].add(ancu.decide(book, record, programme, engine="direct").status)
            if len(found[programme]) == 3:
                break
    # New law waits until somebody writes it into the benchmarks.
    import agreement

    drawn_alone = population.Population(book, seed=1).unmodelled
    waiting = {name for name in open_programmes if drawn_alone & set(population.read_by(book, [name], DAY))}
    waiting |= set(open_programmes) - set(agreement.by_hand(book))
    assert {name for name in open_programmes if len(found[name]) < 3} <= waiting


def test_sql_and_python_by_hand_say_what_ancu_says(population: Any, book: ancu.Rulebook) -> None:
    import agreement
    import pyarrow as pa
    from others import plain_python

    people = pa.concat_tables(population.Population(book, seed=2).tables(150))
    programmes = [name for name in agreement.in_force(book, DAY) if name in agreement.by_hand(book)]
    assert PURCHASE in programmes
    queries = {
        name: (agreement.HANDWRITTEN / f"{name}.sql").read_text(encoding="utf-8") for name in ("statuses", "purchase")
    }
    for cases in (people, agreement.noise(book, 250, seed=2)):
        rows = list(agreement.rows_of(cases))
        names = cases["case"].to_pylist()
        ours = [agreement.concluded(book, row, programmes, DAY) for row in rows]
        database = duckdb.connect()
        database.register("population", cases)
        for query, columns in (("statuses", programmes), ("purchase", ["status"])):
            result = database.sql(queries[query].rstrip().rstrip(";"))
            found = {row[0]: dict(zip(result.columns, row, strict=True)) for row in result.fetchall()}
            theirs = [[found[name][column] for column in columns] for name in names]
            expected = ours if query == "statuses" else [[row[programmes.index(PURCHASE)]] for row in ours]
            agreement.demand_same(query, names, expected, theirs)
        purchase = [row[programmes.index(PURCHASE)] for row in ours]
        agreement.demand_same("plain Python", names, purchase, plain_python.statuses(rows))


@pytest.mark.needs("other engines")
def test_other_engines_say_what_ancu_says(population: Any, book: ancu.Rulebook) -> None:
    import agreement
    import peers
    import pyarrow as pa
    from others import openfisca_variables, plain_python, zen_jdm

    people = pa.concat_tables(population.Population(book, seed=3).tables(150))
    zen, fisca = zen_jdm.Zen(), openfisca_variables.OpenFisca(peers.choices_of(book))
    for cases in (people, peers.noise_of(book, people, 250)):
        rows = list(agreement.rows_of(cases))
        names = cases["case"].to_pylist()
        ours = [agreement.concluded(book, row, [PURCHASE], DAY)[0] for row in rows]
        agreement.demand_same("ZEN", names, ours, zen.statuses(zen.prepare(rows)))
        carried = [plain_python.judge(row) for row in rows]
        agreement.demand_same("ZEN's trace", names, carried, zen.traced(zen.prepare(rows)))
        agreement.demand_same("OpenFisca", names, ours, fisca.statuses(fisca.prepare(rows)))
        agreement.demand_same("OpenFisca", names, ours, fisca.statuses(fisca.prepare_table(cases)))


def test_a_difference_is_named(population: Any) -> None:
    import agreement

    with pytest.raises(
        agreement.DisagreementError, match="SQL: case B is eligible to ancu and undetermined to the other"
    ):
        agreement.demand_same("SQL", ["A", "B"], ["eligible", "eligible"], ["eligible", "undetermined"])


def test_a_process_is_measured_or_said_to_fail(population: Any, tmp_path: Path) -> None:
    import measuring

    things = {
        "good": measuring.process([sys.executable, "-c", "x = bytearray(60_000_000)"]),
        "bad": measuring.process([sys.executable, "-c", "raise SystemExit('no luck')"]),
    }
    found = measuring.interleaved(2, things)
    assert len(found["good"].seconds) == 2
    assert 60 < found["good"].peak < 200
    assert "no luck" in found["bad"].failed


def test_a_remembered_run_gives_the_bytes_of_the_whole(population: Any, book: ancu.Rulebook, tmp_path: Path) -> None:
    import remembered

    source = tmp_path / "list.parquet"
    population.write_parquet(population.Population(book, seed=9), 300, source)
    case = remembered.Case(book, source, tmp_path, (PURCHASE,), "ids")
    spared, stages = remembered.measure(case, 1)  # which stops where bytes differ
    assert set(spared) == {remembered.AS_IT_IS, remembered.JUDGED, remembered.WRITTEN, remembered.COPY}
    assert {"read", "parse", "judge", "say", "write", "referee", "digest", "rest"} == set(stages)
    case.memory.judged.clear()
    with pytest.raises(KeyError):  # so that it is the memory that judges
        case.run(remembered.JUDGED)


def test_planted_doubles_are_found_and_no_other_number_is(population: Any, tmp_path: Path) -> None:
    del population  # which has put the folder of benchmarks on the path
    import doubles

    lines = doubles.measure(tmp_path, 3_000, 900, seed=1, threads=1)
    told = "\n".join(lines)
    assert "(precision 100.0 %)" in told
    (whole,) = (line.split() for line in lines if line.startswith("all "))
    planted, hit, likely = map(int, whole[1:4])
    assert planted == 150
    assert hit + likely > 0.9 * planted


def test_figures_of_a_group_replace_those_before_and_no_words(population: Any) -> None:
    import run

    page = run.put("# Benchmarks\n", "files", "Office files", "old")
    page += "\nSaid by hand.\n"
    page = run.put(page, "service", "Service", "one")
    again = run.put(page, "files", "Office files", "new\n\n| table |")
    assert again == page.replace("\nold\n", "\nnew\n\n| table |\n")
    assert "Said by hand." in again
    titled = run.put("# Benchmarks\n\n## Growth\n\nSaid by hand.\n", "growth", "Growth", "figures")
    assert (
        titled
        == "# Benchmarks\n\n## Growth\n\n<!-- measured: growth -->\nfigures\n<!-- measured -->\n\nSaid by hand.\n"
    )
