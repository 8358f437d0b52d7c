"""Run a query written by hand over a list: ``run.py QUERY.sql IN OUT [READING.sql]``, OUT of Parquet or CSV.

IN is Parquet; for a CSV, READING.sql makes the view ``population`` of it, words turned back into values.
"""

import sys
from pathlib import Path

import duckdb


def main() -> None:
    """The command."""
    query, source, out, *reading = map(Path, sys.argv[1:])
    view = f"CREATE VIEW population AS SELECT * FROM read_parquet('{source}')"
    duckdb.execute(reading[0].read_text(encoding="utf-8") if reading else view)
    text = query.read_text(encoding="utf-8").rstrip().rstrip(";")
    # Long texts in large row groups, kept in order, would take 12 GB.
    duckdb.execute("SET preserve_insertion_order = false")
    form = "csv, HEADER" if out.suffix == ".csv" else "parquet, ROW_GROUP_SIZE 20480"
    duckdb.execute(f"COPY ({text}) TO '{out}' (FORMAT {form})")


if __name__ == "__main__":
    main()
