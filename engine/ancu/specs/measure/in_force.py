"""The programs by which a programme is ever judged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ancu.inference.program import Program, program_on
from ancu.inference.schedule import has_own_date
from ancu.rulebook.rulebook import Rulebook


def programs_in_force(book: Rulebook, programme: str) -> Iterator[tuple[date, Program]]:
    """Each program by which the programme is ever judged, with the first day of every epoch that it governs."""
    definition = book.programmes[programme]
    days = dict.fromkeys(max(start, definition.covered_from) for start in book.epochs.starts)
    for day in days:
        if has_own_date(book, programme) or definition.in_force_on(day):
            yield day, program_on(book, programme, day)
