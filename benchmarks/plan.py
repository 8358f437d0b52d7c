"""How long a plan takes to be counted over a made-up population: from a Parquet list to text, page and workbook.

    python benchmarks/plan.py --rows 1000000

The population has no column of communes; each household is given one of the 99 here, one in twenty of them work done.
Whole processes are timed, start-up included.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from households import units
from population import Population

import ancu

DAY = date(2025, 8, 31)
#: One household in so many has work done for it.
WORKED = 20
#: A workbook has a sheet of all rows.
MOST_IN_A_SHEET = 1_048_576


def write_lists(folder: Path, rows: int, seed: int) -> tuple[Path, Path]:
    """The list of households and the list of work."""
    population = Population(ancu.load_rulebook(), seed, (DAY, DAY))
    codes = [unit.code for unit in units()]
    lists, done = folder / "population.parquet", folder / "work.csv"
    schema = population.schema.append(pa.field("Xã/phường", pa.string()))
    at = 0
    with pq.ParquetWriter(lists, schema) as writer, done.open("w", encoding="utf-8") as work:
        work.write("Mã hồ sơ,Ngày khởi công,Ngày bàn giao,Số tiền đã chi,Nguồn vốn\n")
        for table in population.tables(rows):
            communes = pa.array([codes[(at + i) * 7919 % len(codes)] for i in range(table.num_rows)])
            writer.write_table(table.append_column("Xã/phường", communes))
            for i in range(0, table.num_rows, WORKED):
                case = table.column(0)[i].as_py()
                work.write(f"{case},01/03/2025,{'' if i % 3 else '01/06/2025'},60000000,Ngân sách tỉnh\n")
            at += table.num_rows
    return lists, done


def timed(folder: Path, *arguments: str) -> str:
    """The seconds that a command takes, and those of the processor, which say more on a machine that does more."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "ancu_cli.main", "plan", *arguments]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{time.perf_counter() - began:.1f} s, {cpu:.1f} s of a core, peak {after.ru_maxrss // 1024:,} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lists, done = write_lists(folder, given.rows, given.seed)
        asked = [str(lists), "--plan", "plan_137", "--as-of", f"{DAY:%d/%m/%Y}", "--done", str(done)]
        print(f"{given.rows:,} rows, text: {timed(folder, *asked)}")
        print(f"{given.rows:,} rows, text and page: {timed(folder, *asked, '--page', 'p.html')}")
        if given.rows < MOST_IN_A_SHEET:
            print(f"{given.rows:,} rows, all: {timed(folder, *asked, '--page', 'p.html', '-o', 'p.xlsx')}")


if __name__ == "__main__":
    main()
