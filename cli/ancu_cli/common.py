"""What several commands share."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import click

from ancu.decision.deciding import read_record
from ancu.decision.moments import moment_of
from ancu.errors import AncuError, Problem, RecordError
from ancu.household.members import household_key
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse_date

#: How many cells a sentence names.
_NAMED = 20


class UsageProblem(AncuError):
    """The command was called with a value it cannot use."""


def day_of(written: str | None, name: str | None = None) -> date | None:
    """The date given as option ``name`` (None: the day of judging); :class:`UsageProblem` if it is none."""
    if written is None:
        return None
    try:
        return parse_date(written)
    except ValueProblem as problem:
        kind = "usage_bad_date" if name is None else "usage_bad_day_of"
        raise UsageProblem(Problem(kind, {"name": name, "value": written, "problem": problem.text})) from problem


def set_facts(written: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The facts given as ``--set LABEL=VALUE``, as they are written; :class:`UsageProblem` where there is no equals."""
    facts: dict[str, str] = {}
    for text in written:
        label, equals, value = text.partition("=")
        if not equals:
            raise UsageProblem(Problem("usage_bad_set", {"value": text}))
        facts[label.strip()] = value.strip()
    return tuple(facts.items())


def check_set(book: Rulebook, given: Iterable[tuple[str, str]]) -> None:
    """:class:`UsageProblem` for a label among ``--set`` that is no fact of a record, which would be passed over."""
    for label, _ in given:
        name = naming_of(book).find(label)
        if name in (AS_OF, CASE) or household_key(label) is not None or moment_of(label) is not None:
            kind = "usage_set_day" if name == AS_OF else "usage_set_no_fact"
            raise UsageProblem(Problem(kind, {"label": label}))


def given_facts(book: Rulebook, written: tuple[str, ...]) -> Mapping[str, Any]:
    """The facts given as ``--set LABEL=VALUE``; :class:`UsageProblem` where one cannot be read."""
    given = set_facts(written)
    check_set(book, given)
    try:
        return read_record(book, dict(given)).facts
    except RecordError as error:
        raise UsageProblem(error.problems) from error


def rulebook_for_a_run(rules_dir: str | None) -> Rulebook:
    """The rulebook, loaded by a command that judges a list and then ends."""
    # What is loaded by now stays: it is set aside before anybody looks for garbage in it.
    gc.disable()
    try:
        book = load_rulebook(rules_dir)
        gc.freeze()
    finally:
        gc.enable()
    return book


def cut_cells(cells: Sequence[str], lang: Language) -> str:
    """A sentence that names the cells of a workbook whose text is longer than a cell holds."""
    more = ", …" if len(cells) > _NAMED else ""
    return message("warn_cut", lang, count=len(cells), cells=", ".join(cells[:_NAMED]) + more)


def show_progress(lang: Language) -> Callable[[int, int | None], None] | None:
    """A line on a terminal that tells how far the run is, how fast, and how long it takes yet; nothing in a pipe."""
    if not sys.stderr.isatty():
        return None
    began = time.monotonic()

    def show(done: int, total: int | None) -> None:
        passed = time.monotonic() - began
        rate = int(done / passed) if passed > 0 else 0
        values: dict[str, object] = {"done": f"{done:,}", "rate": f"{rate:,}"}
        if total and rate:
            left = int((total - done) / rate)
            values |= {"total": f"{total:,}", "percent": 100 * done // total, "left": f"{left // 60}:{left % 60:02}"}
        said = message("progress" if total and rate else "progress_open", lang, **values)
        # The line is written over; what the one before had more is wiped.
        click.echo(f"\r{said}\x1b[K" + ("\n" if done == total else ""), err=True, nl=False)

    return show
