"""Run a query written by hand over a list: ``run.py QUERY.sql IN OUT``, each of Parquet or CSV; nothing but DuckDB.

A CSV is one of ``population.py``: its words are turned back into values here, as an analyst would do once.
"""

import sys
from pathlib import Path

import duckdb


def main() -> None:
    """The command."""
    query, source, out = map(Path, sys.argv[1:])
    if source.suffix == ".csv":
        reading = (
            Path(__file__)
            .with_name("reading.sql")
            .read_text(encoding="utf-8")
            .replace("'population.csv'", f"'{source}'")
        )
    else:
        reading = f"CREATE VIEW population AS SELECT * FROM read_parquet('{source}')"
    duckdb.execute(reading)
    text = query.read_text(encoding="utf-8").rstrip().rstrip(";")
    form = "csv, HEADER" if out.suffix == ".csv" else "parquet"
    duckdb.execute(f"COPY ({text}) TO '{out}' (FORMAT {form})")


if __name__ == "__main__":
    main()
