"""The benchmarks' population is read without a problem and gives every programme its cases."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ancu

pytest.importorskip("numpy")
parquet = pytest.importorskip("pyarrow.parquet")

DAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def population(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(Path(__file__).parent.parent / "benchmarks"))
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
    assert {name for name in open_programmes if len(found[name]) < 3} == set()
