"""Write a made-up population of households as a list that ``ancu`` reads.

    python benchmarks/population.py --rows 1000000 --seed 1 -o population.parquet
    python benchmarks/population.py --rows 20000 --seed 1 -o danh-sach.csv

Parquet holds typed columns named by fact ids; CSV and xlsx hold what people write, under Vietnamese headers. The
extension picks. The same seed gives the same households in every format, and the first rows of a longer list are a
shorter one. See :mod:`households` for how they are drawn; a fact that is not yet among them is drawn by itself
(:mod:`unmodelled`).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import unmodelled
from households import BLOCK, Column, Households, combinations, units

import ancu
from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import AS_OF, CASE
from ancu.rulebook.rulebook import Rulebook

#: Small enough that every core has row groups to read.
ROW_GROUP = 15 * BLOCK
DAY = date(2026, 11, 1)


class Population:
    """The households of a seed as Arrow tables; ``facts`` limits the columns."""

    def __init__(
        self, book: Rulebook, seed: int, days: tuple[date, date] = (DAY, DAY), facts: Sequence[str] | None = None
    ) -> None:
        self.book = book
        choices = {name: list(fact.values) for name, fact in book.facts.items() if fact.values}
        elsewhere = [name for name in unmodelled.provinces(book) if name not in unmodelled.PROVINCES]
        self.households = Households(seed, choices, days, elsewhere)
        if unknown := set(self.households.facts) - set(book.facts):
            raise SystemExit(f"households.py draws what the vocabulary lacks: {', '.join(sorted(unknown))}")
        self.unmodelled = book.facts.keys() - set(self.households.facts)
        self.facts = tuple(name for name in book.facts if facts is None or name in facts)
        self.texts: dict[str, pa.Array] = {}
        for name, ids in choices.items():
            self.texts[name] = pa.array(combinations(ids) if book.facts[name].type == "list" else ids)
        self.unit_codes = np.array([unit.code for unit in units()])
        types = {name: self._type(book.facts[name]) for name in self.facts}
        self.schema = pa.schema({CASE: pa.string(), AS_OF: pa.date32(), **types})

    def tables(self, rows: int) -> Iterator[pa.Table]:
        """``rows`` rows, a block at a time."""
        for number in range(-(-rows // BLOCK)):
            table = self._table(number)
            yield table.slice(0, min(BLOCK, rows - number * BLOCK))

    def _table(self, number: int) -> pa.Table:
        block = self.households.block(number)
        first = number * BLOCK
        numbers = np.char.zfill(np.arange(first + 1, first + BLOCK + 1).astype("U9"), 8)
        cases = np.char.add(np.char.add(self.unit_codes[block.unit], "-"), numbers)
        arrays = [pa.array(cases), pa.array(block.day, pa.date32())]
        for name in self.facts:
            drawn_alone = name in self.unmodelled
            column = (
                unmodelled.column(self.book, name, self.households.seed, number, block.day)
                if drawn_alone
                else block.columns[name]
            )
            arrays.append(self._array(name, column))
        return pa.Table.from_arrays(arrays, schema=self.schema)

    def _type(self, fact: FactDef) -> pa.DataType:
        kind = fact.value_type.kind
        if kind == "number":
            return pa.decimal128(18, fact.value_type.scale) if fact.value_type.scale else pa.int64()
        return {"yes_no": pa.bool_(), "date": pa.date32()}.get(kind) or pa.dictionary(pa.int16(), pa.string())

    def _array(self, name: str, column: Column) -> pa.Array:
        type_ = self.schema.field(name).type
        absent = ~column.present
        if pa.types.is_dictionary(type_):
            codes = pa.array(column.values.astype(np.int16), mask=absent)
            return pa.DictionaryArray.from_arrays(codes, self.texts[name])
        if pa.types.is_decimal(type_):
            words = np.zeros((BLOCK, 2), dtype=np.int64)
            words[:, 0] = column.values
            valid = pa.py_buffer(np.packbits(column.present, bitorder="little"))
            return pa.Array.from_buffers(type_, BLOCK, [valid, pa.py_buffer(words)])
        return pa.array(column.values, type_, mask=absent)


def write_parquet(population: Population, rows: int, path: Path) -> None:
    """Write the population; dictionaries are a matter of storage, so the file says plain text."""
    with pq.ParquetWriter(path, population.schema, store_schema=False, compression="zstd", compression_level=1) as file:
        held: list[pa.Table] = []
        for table in population.tables(rows):
            held.append(table)
            if sum(part.num_rows for part in held) >= ROW_GROUP:
                file.write_table(pa.concat_tables(held), row_group_size=ROW_GROUP)
                held = []
        if held or not rows:
            file.write_table(
                pa.concat_tables(held) if held else population.schema.empty_table(), row_group_size=ROW_GROUP
            )


def write_csv(population: Population, rows: int, path: Path) -> None:
    """Write the population as clerks do: Vietnamese headers and words, dd/mm/yyyy, thousands dots in some cells."""
    import duckdb

    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        typed = Path(folder) / "typed.parquet"
        write_parquet(population, rows, typed)
        connection = duckdb.connect()
        connection.execute("SET preserve_insertion_order = true")
        columns = ", ".join(_written(population, name, i) for i, name in enumerate(population.schema.names))
        connection.execute(
            f"COPY (SELECT {columns} FROM read_parquet({_text(str(typed))}, file_row_number = true)) "
            f"TO {_text(str(path))} (FORMAT csv, HEADER true)"
        )
        connection.close()


def write_xlsx(population: Population, rows: int, path: Path) -> None:
    """Write the population as a workbook: numbers as numbers, dates as dates, the rest as words."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"constant_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Danh sách")
    sheet.freeze_panes(1, 2)
    sheet.write_row(0, 0, [_header(population, name) for name in population.schema.names])
    line = 1
    for table in population.tables(rows):
        columns = [_cells(population, name, table.column(name)) for name in population.schema.names]
        for values in zip(*columns, strict=True):
            sheet.write_row(line, 0, values)
            line += 1
    book.close()


def _cells(population: Population, name: str, column: pa.ChunkedArray) -> list[Any]:
    fact = population.book.facts.get(name)
    values = column.to_pylist()
    if fact is None or fact.value_type.kind in ("number", "date"):
        return values
    words = _words(fact)
    return [None if value is None else words[value] for value in values]


def _words(fact: FactDef) -> dict[Any, str]:
    """What people write for each value of a yes/no fact, a choice or a list."""
    if fact.value_type.kind == "yes_no":
        return {True: "có", False: "không"}
    labels = {name: value.vi for name, value in fact.values.items()}
    if fact.type == "choice":
        return labels
    # Labels hold commas, so several are written by their short names ("Khoản 1; Khoản 6").
    short = {
        name: next((word for word in value.synonyms if len(word) > 2), name) for name, value in fact.values.items()
    }
    words = {"none": "Không"} | labels
    for text in combinations(list(fact.values)):
        words.setdefault(text, "; ".join(short[part] for part in text.split(";") if part in short))
    return words


def _header(population: Population, name: str) -> str:
    fact = population.book.facts.get(name)
    return fact.label.vi if fact is not None else {CASE: "Mã hồ sơ", AS_OF: "Ngày xét"}[name]


def _written(population: Population, name: str, place: int) -> str:
    """The SQL that writes a column as people do; which cells have dots or a tick depends on row and column alone."""
    column, header = f'"{name}"', _header(population, name).replace('"', '""')
    fact = population.book.facts.get(name)
    some = f"(file_row_number * 7 + {place * 13}) % 10 < "
    if fact is None:
        sql = column if name == CASE else f"strftime({column}, '%d/%m/%Y')"
    elif fact.value_type.kind == "date":
        sql = f"strftime({column}, '%d/%m/%Y')"
    elif fact.type == "money":
        sql = f"CASE WHEN {some} 4 THEN replace(format('{{:,}}', {column}), ',', '.') ELSE {column}::VARCHAR END"
    elif fact.value_type.kind == "number":
        trimmed = f"replace(rtrim(rtrim({column}::VARCHAR, '0'), '.'), '.', ',')"
        sql = trimmed if fact.value_type.scale else f"{column}::VARCHAR"
    elif fact.value_type.kind == "yes_no":
        sql = f"CASE WHEN {column} THEN CASE WHEN {some} 2 THEN 'x' ELSE 'có' END WHEN NOT {column} THEN 'không' END"
    else:
        sql = _mapped(column, _words(fact))
    return f'{sql} AS "{header}"'


def reading(book: Rulebook, source: Path) -> str:
    """The SQL that reads a CSV written by :func:`write_csv` back as a view ``population``, typed as the Parquet is."""
    population = Population(book, seed=0)
    columns = ", ".join(_read(population, name) for name in population.schema.names)
    options = "header = true, all_varchar = true, delim = ',', quote = '\"'"
    return f"CREATE VIEW population AS SELECT {columns} FROM read_csv({_text(str(source))}, {options})"


def _read(population: Population, name: str) -> str:
    column = '"' + _header(population, name).replace('"', '""') + '"'
    fact = population.book.facts.get(name)
    if name == AS_OF or (fact is not None and fact.value_type.kind == "date"):
        sql = f"strptime({column}, '%d/%m/%Y')::DATE"
    elif fact is None:
        sql = column
    elif fact.value_type.kind == "number":
        plain = f"replace({column}, '.', '')"
        scale = fact.value_type.scale
        sql = f"replace({plain}, ',', '.')::DECIMAL(18, {scale})" if scale else f"{plain}::BIGINT"
    elif fact.value_type.kind == "yes_no":
        sql = f"CASE {column} WHEN 'có' THEN TRUE WHEN 'x' THEN TRUE WHEN 'không' THEN FALSE END"
    else:
        sql = _mapped(column, {written: value for value, written in _words(fact).items()})
    return f'{sql} AS "{name}"'


def _mapped(column: str, words: dict[Any, str]) -> str:
    listed = ", ".join(f"{_text(key)}: {_text(value)}" for key, value in words.items())
    return f"map {{{listed}}}[{column}]"


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


WRITERS = {".parquet": write_parquet, ".csv": write_csv, ".xlsx": write_xlsx}


def _days(text: str) -> tuple[date, date]:
    first, _, last = text.partition("..")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--as-of", type=_days, default=(DAY, DAY), help="a day, or FIRST..LAST to spread the rows over")
    parser.add_argument("--programme", action="append", help="only the columns that this programme reads; repeatable")
    parser.add_argument("-o", "--output", type=Path, required=True, help="FILE.parquet, .csv or .xlsx")
    given = parser.parse_args()
    if given.output.suffix not in WRITERS:
        parser.error(f"the output is one of {', '.join(WRITERS)}")
    book = ancu.load_rulebook()
    facts = read_by(book, given.programme, given.as_of[1]) if given.programme else None
    start = time.perf_counter()
    WRITERS[given.output.suffix](Population(book, given.seed, given.as_of, facts), given.rows, given.output)
    took = time.perf_counter() - start
    print(f"{given.output}: {given.rows:,} rows, {took:.1f} s, {given.rows / took:,.0f} rows/s", file=sys.stderr)


def read_by(book: Rulebook, programmes: Sequence[str], day: date) -> list[str]:
    """The facts that the programmes read on a day."""
    from ancu.inference.program import program_on

    return list(dict.fromkeys(fact for name in programmes for fact in program_on(book, name, day).facts))


if __name__ == "__main__":
    main()
