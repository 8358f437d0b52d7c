"""The judged rows of a list, kept for pages of them, and so that any can be decided again with its whole reasoning."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ancu.batch.cells import CELLS
from ancu.decision.deciding import Record
from ancu.inference.verdicts import VERDICTS
from ancu.messages import Language
from ancu.screening.households.households import read_case
from ancu.screening.lists.chunks import Chunk, cells_of, plain
from ancu.screening.results.arrangement import people_places
from ancu.screening.results.layout import own_headers
from ancu.screening.run.judged_chunk import JudgedChunk, Rejected
from ancu.screening.run.plan import Plan
from ancu.service.written import facts_again, read_again, written_facts, written_household

_FILE = "rows.sqlite"
_SCHEMA = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE row (n INTEGER PRIMARY KEY, place TEXT, who TEXT, record TEXT);
CREATE TABLE text (id INTEGER PRIMARY KEY, said TEXT);
CREATE TABLE verdict (row INTEGER, programme INTEGER, status TEXT, text INTEGER);
CREATE TABLE rejected (n INTEGER PRIMARY KEY, place TEXT, cells TEXT, flaws TEXT);
"""
_INDEXES = """
CREATE INDEX of_row ON verdict (row);
CREATE INDEX of_status ON verdict (programme, status, row);
CREATE INDEX of_any ON verdict (status, row, programme);
"""
#: What is said where nothing is.
_NOTHING = dict.fromkeys(CELLS["text"], "")


@dataclass(frozen=True)
class KeptRow:
    """A row of a list as it was judged: its place in the list, and the cells that tell whom it is of."""

    number: int
    place: str
    who: list[str]


@dataclass(frozen=True)
class KeptVerdict:
    """What came out for a row under a programme: its status, and the cells of the result in words, by key."""

    row: KeptRow
    programme: str
    status: str
    said: Mapping[str, str]


@dataclass(frozen=True)
class ReturnedRow:
    """A row that could not be read: its cells by header, and what is wrong, cell by cell."""

    number: int
    place: str
    cells: Mapping[str, str]
    flaws: list[dict[str, Any]]


class RowsWriter:
    """Keeps the rows of a run as they are judged."""

    def __init__(self, home: Path, lang: Language) -> None:
        self.path, self.lang = home / f"{_FILE}.new", lang
        self._final = home / _FILE
        self._base: sqlite3.Connection | None = None

    def __enter__(self) -> RowsWriter:
        return self

    def _begin(self) -> sqlite3.Connection:
        self.path.unlink(missing_ok=True)
        base = sqlite3.connect(self.path)
        base.executescript(_SCHEMA)
        self._rows = self._returned = 0
        self._texts: dict[str, int] = {}
        return base

    def add(self, plan: Plan, chunk: Chunk, judged: JudgedChunk) -> None:
        """Keep what became of a chunk; the first again begins anew."""
        if self._base is None:
            self._base = self._begin()
            self.headers = own_headers(plan, list(chunk.columns))
        base, who = self._base, people_places(plan, self.headers)
        columns = [cells_of(chunk.columns[self.headers[place]]) for place in who]
        start = self._rows
        for at in judged.kept:
            record, _ = read_case(plan.columns, chunk.row(at), plan.given, plan.households)
            cells = [_text(column[at]) for column in columns]
            written = json.dumps(_written(record, plan.day), ensure_ascii=False)
            base.execute(
                "INSERT INTO row VALUES (?, ?, ?, ?)",
                (self._rows, chunk.place(at), json.dumps(cells, ensure_ascii=False), written),
            )
            self._rows += 1
        for number, name in enumerate(plan.programmes):
            self._add_verdicts(base, start, number, judged, name)
        for rejected in judged.rejected:
            self._reject(base, plan, rejected, chunk)

    def _add_verdicts(
        self, base: sqlite3.Connection, start: int, programme: int, judged: JudgedChunk, name: str
    ) -> None:
        verdicts = cells_of(judged.verdicts[name]) if judged.kept else []
        columns = {key: cells_of(judged.cells[name][key]) for key in CELLS["text"]} if judged.kept else {}
        for i, verdict in enumerate(verdicts):
            said = json.dumps({key: cells[i] for key, cells in columns.items() if cells[i]}, ensure_ascii=False)
            if said not in self._texts:
                self._texts[said] = len(self._texts)
                base.execute("INSERT INTO text VALUES (?, ?)", (self._texts[said], said))
            base.execute(
                "INSERT INTO verdict VALUES (?, ?, ?, ?)",
                (start + i, programme, VERDICTS[verdict][0], self._texts[said]),
            )

    def _reject(self, base: sqlite3.Connection, plan: Plan, rejected: Rejected, chunk: Chunk) -> None:
        for row, flaws in rejected.rows():
            place = f"{row.cells[chunk.file_column]}:{row.line}" if chunk.file_column is not None else str(row.line)
            cells = {header: _text(cell) for header, cell in row.cells.items()}
            told = [
                {
                    "column": flaw.column,
                    "value": flaw.value,
                    "problem": flaw.problem(plan.lang),
                    "own": flaw.path is None,
                }
                for flaw in flaws
            ]
            values = (place, json.dumps(cells, ensure_ascii=False), json.dumps(told, ensure_ascii=False))
            base.execute("INSERT INTO rejected (place, cells, flaws) VALUES (?, ?, ?)", values)

    def keep(self) -> None:
        """Put the rows in the place of those of the run before."""
        if self._base is None:
            self._base = self._begin()
        self._base.executescript(_INDEXES)
        self._base.commit()
        self._base.close()
        self._base = None
        self.path.replace(self._final)

    def __exit__(self, *_: object) -> None:
        if self._base is not None:
            self._base.close()
        self.path.unlink(missing_ok=True)


class KeptRows:
    """The rows that were kept in the folder ``home``; ``programmes`` were judged."""

    def __init__(self, home: Path, programmes: Sequence[str]) -> None:
        self.path, self.programmes = home / _FILE, list(programmes)

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro", uri=True)

    def count(self, programme: str | None, status: str | None) -> int:
        """How many results there are of that programme and status."""
        where, values = self._where(programme, status)
        with closing(self._connect()) as base:
            return int(base.execute(f"SELECT count(*) FROM verdict{where}", values).fetchone()[0])  # noqa: S608

    def verdicts(self, programme: str | None, status: str | None, start: int, most: int) -> list[KeptVerdict]:
        """Some of the results of that programme and status, in the order of the list."""
        where, values = self._where(programme, status)
        # The conditions are of this module; what is asked for stands in ``values``.
        some = f"SELECT * FROM verdict{where} ORDER BY row, programme LIMIT ? OFFSET ?"  # noqa: S608
        asked = (
            f"SELECT n, place, who, programme, status, said FROM ({some}) AS v "  # noqa: S608
            "JOIN row ON row.n = v.row JOIN text ON text.id = v.text ORDER BY v.row, v.programme"
        )
        with closing(self._connect()) as base:
            found = base.execute(asked, (*values, most, start)).fetchall()
        return [
            KeptVerdict(
                KeptRow(n, place, json.loads(who)), self.programmes[number], status_, {**_NOTHING, **json.loads(said)}
            )
            for n, place, who, number, status_, said in found
        ]

    def _where(self, programme: str | None, status: str | None) -> tuple[str, list[Any]]:
        parts: list[str] = []
        values: list[Any] = []
        if programme is not None:
            parts.append("programme = ?")
            values.append(self.programmes.index(programme))
        if status is not None:
            parts.append("status = ?")
            values.append(status)
        return (f" WHERE {' AND '.join(parts)}" if parts else ""), values

    def record(self, number: int) -> tuple[KeptRow, Record, date] | None:
        """A row with its record and the day by whose law it was judged; None where there is no such row."""
        with closing(self._connect()) as base:
            found = base.execute("SELECT place, who, record FROM row WHERE n = ?", (number,)).fetchone()
        if found is None:
            return None
        record, day = _record(json.loads(found[2]))
        return KeptRow(number, found[0], json.loads(found[1])), record, day

    def returned(self, start: int, most: int) -> list[ReturnedRow]:
        """Some of the rows that could not be read."""
        asked = "SELECT n, place, cells, flaws FROM rejected ORDER BY n LIMIT ? OFFSET ?"
        with closing(self._connect()) as base:
            found = base.execute(asked, (most, start)).fetchall()
        return [ReturnedRow(n, place, json.loads(cells), json.loads(flaws)) for n, place, cells, flaws in found]

    def places_returned(self) -> Iterator[str]:
        """Where the rows stand that could not be read."""
        with closing(self._connect()) as base:
            yield from (place for (place,) in base.execute("SELECT place FROM rejected"))


def _text(cell: Any) -> str:
    return "" if cell is None else cell if isinstance(cell, str) else plain(cell)


def _written(record: Record, day: date) -> dict[str, Any]:
    """A record as JSON has it, without the names of people, which no rule reads."""
    household = {"household": written_household(record.household)} if record.household is not None else {}
    return {"facts": written_facts(record.facts), "day": (record.as_of or day).isoformat(), **household}


def _record(written: Mapping[str, Any]) -> tuple[Record, date]:
    household = read_again(written["household"]) if "household" in written else None
    day = date.fromisoformat(written["day"])
    return Record(facts_again(written["facts"]), None, day, household), day
