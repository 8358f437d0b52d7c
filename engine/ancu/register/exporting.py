"""What leaves a register: its entries, which name only officials; and personal data, for a purpose with a name."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from ancu.chain import canonical
from ancu.errors import Problem, RegisterError, suggestion
from ancu.register.entries import Exported, RegisterEntry
from ancu.register.standing import ApplicationStanding
from ancu.register.store import RegisterReader, RegisterWriter
from ancu.screening.results.csv_sink import harmless

#: What a named export may hold of each application besides cells that were kept, by their headers.
FIELDS = ("case", "facts", "household", "reasons", "texts")


def exported_entries(reader: RegisterReader) -> Iterator[bytes]:
    """All entries as lines: a chain of its own, the same whatever database holds it."""
    return (row.body + b"\n" for row in reader.stored())


def export_people(
    writer: RegisterWriter,
    applications: Iterable[ApplicationStanding],
    fields: tuple[str, ...],
    purpose: str,
    recipient: str,
    form: Literal["jsonl", "csv"] = "jsonl",
) -> tuple[bytes, RegisterEntry]:
    """Personal data of ``applications`` as a file has them, and the entry that says who took them for what.

    Erased ones are left out. Raises :class:`RegisterError` for a field that no application has.
    """
    rows = [(one, data.read()) for one in applications if (data := writer.personal(one.latest.person.ref)) is not None]
    known = [*FIELDS, *dict.fromkeys(header for _, data in rows for header in data["kept"])]
    for field in fields:
        if field not in known:
            values = {"name": field, "known": ", ".join(known), "hint": suggestion(field, known)}
            raise RegisterError(Problem("register_no_field", values))
    written = [_row(one, data, fields) for one, data in rows]
    content = _as_csv(written) if form == "csv" else b"".join(canonical(row) + b"\n" for row in written)
    act = Exported(
        purpose=purpose,
        recipient=recipient,
        fields=list(fields),
        applications=len(rows),
        sha256=hashlib.sha256(content).hexdigest(),
    )
    return content, writer.add(act)


def _as_csv(rows: list[dict[str, Any]]) -> bytes:
    """A table that spreadsheets open as it is; what is no text is JSON."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(rows[0] if rows else ())
    for row in rows:
        cells = (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in row.values())
        writer.writerow([harmless(cell) if cell != "null" else "" for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _row(one: ApplicationStanding, data: dict[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    said = {field: data[field] if field in FIELDS else data["kept"].get(field) for field in fields}
    return {
        "application": one.application,
        "project": one.project,
        "programme": one.programme,
        "state": one.state,
        "status": one.status,
        **said,
    }
