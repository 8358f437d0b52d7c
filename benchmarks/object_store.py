"""A list in an object store, judged there and back by the statement of `ancu sql`, beside the same list in a folder.

    pip install -r benchmarks/requirements.txt
    python benchmarks/object_store.py --rows 100000

The store is moto's server, a process on this machine that speaks S3's interface: its own time is no store's, so the
processor time of the reader stands beside the clock. DuckDB judges what
Arrow's file systems read, row group by row group, and Arrow writes the result back. Both results have to be the same.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
from measuring import ROOT, environment, seconds, table
from peers import PROGRAMME, connection
from population import DAY, Population, read_by, write_parquet
from pyarrow import fs
from statements import statement

import ancu
from ancu.inference.table_schema import column_type
from ancu.rulebook.rulebook import Rulebook

_BUCKET = "lists"
#: Rows that DuckDB hands over at once.
_BATCH = 100_000


@contextmanager
def store() -> Iterator[fs.S3FileSystem]:
    """A store that is empty and gone with the block."""
    command = shutil.which("moto_server", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if command is None:
        sys.exit("moto_server is not there: pip install -r benchmarks/requirements.txt")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [command, "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )
    try:
        there = fs.S3FileSystem(
            access_key="none",
            secret_key="none",
            endpoint_override=f"127.0.0.1:{port}",
            scheme="http",
            region="us-east-1",
            allow_bucket_creation=True,
        )
        for attempt in range(60):
            try:
                there.create_dir(_BUCKET)
                break
            except OSError:
                if attempt == 59:
                    raise
                time.sleep(1)
        yield there
    finally:
        server.terminate()
        server.wait()


def values(book: Rulebook, rows: int, folder: Path) -> Path:
    """A made-up list as engine values."""
    facts = read_by(book, [PROGRAMME], DAY)
    source, made = folder / "population.parquet", folder / "values.parquet"
    write_parquet(Population(book, seed=1, facts=facts), rows, source)
    cases = pq.read_table(source, columns=["case", "as_of", *facts])
    connection(book, cases).execute(f"COPY engine_values TO '{made}' (FORMAT parquet)")
    return made


def judged(book: Rulebook, where: fs.FileSystem, source: str, result: str) -> None:
    """The list at ``source`` judged, the result at ``result``, both in ``where``."""
    read = statement(book, [PROGRAMME], "duckdb")
    listed = ds.dataset(source, filesystem=where, format="parquet")
    there = set(listed.schema.names)
    unknown = "".join(f', NULL::{column_type(book, f)} AS "{f}"' for f in read.facts if f not in there)
    with duckdb.connect() as database:
        database.register("listed", listed)
        database.execute(f"CREATE VIEW cases AS SELECT *{unknown} FROM listed")
        found = database.sql(read.sql).to_arrow_reader(_BATCH)
        with pq.ParquetWriter(result, found.schema, filesystem=where) as writer:
            for batch in found:
                writer.write_batch(batch)


def sorted_result(where: fs.FileSystem, path: str) -> pa.Table:
    return pq.read_table(path, filesystem=where).sort_by("case_id")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    os.chdir(ROOT)
    book = ancu.load_rulebook()
    print("\n".join(environment()), flush=True)
    with tempfile.TemporaryDirectory() as scratch, store() as there:
        made = values(book, asked.rows, Path(scratch))
        with there.open_output_stream(f"{_BUCKET}/values.parquet") as copy:
            copy.write(made.read_bytes())
        places: dict[str, tuple[fs.FileSystem, str]] = {
            "a folder": (fs.LocalFileSystem(), scratch),
            "an object store": (there, _BUCKET),
        }
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in places}
        for _ in range(asked.rounds + 1):
            for name, (where, folder) in places.items():
                clock, processor = time.perf_counter(), time.process_time()
                judged(book, where, f"{folder}/values.parquet", f"{folder}/result.parquet")
                taken[name].append((time.perf_counter() - clock, time.process_time() - processor))
        results = [sorted_result(where, f"{folder}/result.parquet") for where, folder in places.values()]
        assert results[0].num_rows == asked.rows
        assert results[0].equals(results[1])
        size = made.stat().st_size / 1e6
    rows = [
        [
            f"{name}, {asked.rows:,} rows of {size:.1f} MB",
            *(seconds(statistics.median(one)) for one in zip(*of[1:], strict=True)),
        ]
        for name, of in taken.items()
    ]
    print("\n" + table(["from and to", "time", "of a core, the store's own left out"], rows))


if __name__ == "__main__":
    main()
