"""What Arrow alone takes for a list and a result in Parquet: ``rewritten.py LIST.parquet RESULT.parquet``.

Prints the seconds of a core for reading every column of the list, and for writing the columns of the result again as it
was written, what reads them left out. Whoever reads the one and writes the other through Arrow takes no less.
"""

from __future__ import annotations

import sys
import tempfile
import time

import pyarrow.parquet as pq


def main() -> None:
    began = time.process_time()
    for _ in pq.ParquetFile(sys.argv[1]).iter_batches(61_440):
        pass
    reading, writing = time.process_time() - began, 0.0
    result = pq.ParquetFile(sys.argv[2])
    with tempfile.TemporaryFile() as out:
        writer = pq.ParquetWriter(out, result.schema_arrow, compression="zstd", compression_level=1)
        for place in range(result.num_row_groups):
            group = result.read_row_group(place)
            began = time.process_time()
            writer.write_table(group)
            writing += time.process_time() - began
        began = time.process_time()
        writer.close()
        writing += time.process_time() - began
    print(reading, writing)


if __name__ == "__main__":
    main()
