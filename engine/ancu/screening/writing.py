"""Writing results: whole files or none, readable by their owner only, since they hold personal data."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from ancu.decision.model import Decision
from ancu.decision.notes import note_texts
from ancu.decision.preferring import choice_text, choose_between
from ancu.decision.rendering import (
    benefit_text,
    caveat_texts,
    missing_texts,
    reason_texts,
    status_text,
    title_of,
)
from ancu.errors import OutputError, Problem, os_reason
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.running import NOT_COVERED, Screening

Layout = Literal["case", "long"]
Form = Literal["csv", "jsonl", "xlsx"]
_NUMBER = re.compile(r"[-+]?[\d.,\s]+")


def rows_of(
    book: Rulebook, screening: Screening, layout: Layout, lang: Language, only: Sequence[str] = ()
) -> Iterator[dict[str, Any]]:
    """The output rows: the list's own cells, then what was decided, under headings in ``lang``."""
    between = any(len({*screening.programmes} & {*p.among}) > 1 for p in book.preferences.values())
    for judged in screening.judged:
        wanted = {
            name: decision
            for name, decision in judged.decisions.items()
            if not only or (decision.status if decision is not None else NOT_COVERED) in only
        }
        if only and not wanted:
            continue
        own = {header: judged.row.cells.get(header) for header in screening.listing.headers}
        if layout == "case":
            for name, decision in judged.decisions.items():
                title = title_of(book, name, lang)
                for key, text in _cells(decision, lang).items():
                    own[message("column_of_programme", lang, programme=title, column=message(key, lang))] = text
            if between:
                choices = choose_between(book, (d for d in judged.decisions.values() if d is not None))
                own[message("column_choice", lang)] = "\n".join(choice_text(book, c, lang) for c in choices)
            yield own
        else:
            for name, decision in wanted.items():
                row = {message("column_programme", lang): title_of(book, name, lang)}
                row |= {message(key, lang): text for key, text in _cells(decision, lang).items()}
                yield {**own, **row}


def _cells(decision: Decision | None, lang: Language) -> dict[str, str]:
    if decision is None:
        return {
            "column_status": message("status_not_covered", lang),
            "column_benefit": "",
            "column_reasons": "",
            "column_missing": "",
            "column_notes": "",
        }
    reasons = reason_texts(decision, lang) if decision.status in ("ineligible", "undetermined") else []
    notes = [*caveat_texts(decision, lang), *(t for name in decision.notes for t in note_texts(decision, name, lang))]
    provisional = f" {message('provisional_mark', lang)}" if decision.provisional else ""
    return {
        "column_status": status_text(decision, lang) + provisional,
        "column_benefit": benefit_text(decision, lang),
        "column_reasons": "\n".join(reasons),
        "column_missing": "; ".join(missing_texts(decision, lang)),
        "column_notes": "\n".join(dict.fromkeys(notes)),
    }


def rejects_of(screening: Screening, lang: Language) -> Iterator[dict[str, Any]]:
    """The rejected rows: where and what is wrong with each, then their own cells, to be mended and run again."""
    for rejected in screening.rejected:
        yield {
            message("reject_line", lang): rejected.row.line,
            message("reject_column", lang): " | ".join(flaw.column for flaw in rejected.flaws),
            message("reject_value", lang): " | ".join(flaw.value for flaw in rejected.flaws),
            message("reject_problem", lang): " | ".join(flaw.problem(lang) for flaw in rejected.flaws),
            **{header: rejected.row.cells.get(header) for header in screening.listing.headers},
        }


def render(rows: Iterator[dict[str, Any]], form: Form, mark: bool = True) -> bytes:
    """Rows as a file. CSV gets a byte-order ``mark``, by which spreadsheets know UTF-8."""
    if form == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in rows).encode()
    kept = list(rows)
    headings = list(dict.fromkeys(key for row in kept for key in row))
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([_harmless(heading) for heading in headings])
    writer.writerows([_harmless(row.get(heading)) for heading in headings] for row in kept)
    return buffer.getvalue().encode("utf-8-sig" if mark else "utf-8")


def _harmless(value: Any) -> str:
    """A cell that no spreadsheet takes for a formula: text that looks like one gets an apostrophe before it."""
    text = "" if value is None else str(value)
    if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _NUMBER.fullmatch(text) and text != "-":
        return "'" + text
    return text


@contextlib.contextmanager
def whole_files() -> Iterator[Whole]:
    """Files that appear together when the block ends well, and not at all when it does not."""
    whole = Whole()
    try:
        yield whole
        whole.commit()
    finally:
        whole.discard()


class Whole:
    """Temporary files beside their targets, renamed into place at the end."""

    def __init__(self) -> None:
        self._made: list[tuple[str, Path]] = []

    def write(self, path: Path, content: bytes) -> None:
        """Prepare ``path`` with ``content``; :class:`OutputError` if its directory cannot take it."""
        try:
            # mkstemp creates the file readable by its owner only.
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            self._made.append((name, path))
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            values = {"path": str(path), "reason": os_reason(error)}
            raise OutputError(Problem("file_unwritable", values)) from error

    def commit(self) -> None:
        """Put every file in its place."""
        while self._made:
            name, path = self._made[0]
            try:
                os.replace(name, path)
            except OSError as error:
                values = {"path": str(path), "reason": os_reason(error)}
                raise OutputError(Problem("file_unwritable", values)) from error
            self._made.pop(0)

    def discard(self) -> None:
        """Remove what was prepared and not put in place."""
        for name, _ in self._made:
            with contextlib.suppress(OSError):
                os.unlink(name)
        self._made.clear()
