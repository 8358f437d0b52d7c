"""Applications to enter: from the receipt of a screened list, or from the decision log of the service.

Nothing is taken on trust: the list must be the one that was screened, and every case is decided again, by two engines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ancu.decision.moments import moment_of, read_filing
from ancu.errors import InputError, Problem, suggestion
from ancu.register.acts import NewApplication, new_application
from ancu.register.deciding import decide_on
from ancu.register.entries import EntrySource
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, is_blank
from ancu.screening.jobs.listed_rows import ListedRow, screened_rows
from ancu.screening.jobs.receipt import read_receipt
from ancu.service.journal import LoggedCase, read_log

#: How many rows an error names.
_MOST = 20


@dataclass(frozen=True)
class EnteringAsked:
    """What is asked of what is entered: the programme, project and day of filing, and which cells are kept."""

    programme: str | None = None
    project: str | None = None
    filed_on: date | None = None
    keep: tuple[str, ...] = ()


def programme_of(book: Rulebook, path: str, asked: str | None, known: Sequence[str]) -> str:
    """The programme that is entered: the one asked for, or the only one that was judged."""
    if asked is not None:
        name = book.programme(asked).programme
        if name not in known:
            raise InputError(Problem("register_not_judged", {"programme": name, "known": ", ".join(known)}, path))
        return name
    if len(known) != 1:
        raise InputError(Problem("register_which_programme", {"known": ", ".join(known)}, path))
    return known[0]


def applications_of_list(book: Rulebook, path: str, asked: EnteringAsked) -> Iterator[NewApplication]:
    """The applications of a screened list, from the receipt of its run at ``path``.

    Raises :class:`InputError` where a row has no case or no day of filing, each named, and where deciding again comes
    to other counts than the run.
    """
    receipt = read_receipt(path)
    programme = programme_of(book, path, asked.programme, receipt.programmes)
    problems: list[Problem] = []
    found: list[NewApplication] = []
    statuses: Counter[str] = Counter()
    source = EntrySource(sha256=next(file.sha256 or "" for file in receipt.inputs if file.role == "list"))
    for one in screened_rows(book, path, receipt, programme):
        kept = _kept(one, asked.keep)
        filed_on, filed_at = _filing(one, asked.filed_on, problems)
        if one.record.case is None:
            problems.append(Problem("register_no_case", {}, one.path, one.row.line))
        if problems:
            if len(problems) >= _MOST:
                break
            continue
        assert one.record.case is not None
        assert filed_on is not None
        if one.day < book.programmes[programme].covered_from:
            continue
        decision = decide_on(book, one.record, programme, one.day)
        statuses[decision.status] += 1
        found.append(
            new_application(
                one.record.case, programme, filed_on, one.record, decision, asked.project, source, kept, filed_at
            )
        )
    if problems:
        raise InputError(problems)
    screened = {k: n for k, n in receipt.counts.decisions.get(programme, {}).items() if k != "not_covered"}
    if screened != dict(statuses):
        values: dict[str, object] = {"before": _counted(screened), "after": _counted(statuses)}
        raise InputError(Problem("register_screened_otherwise", values, path))
    yield from found


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items())) or "–"


def _kept(one: ListedRow, keep: tuple[str, ...]) -> dict[str, str]:
    """The cells under the headers to keep; empty ones are left out."""
    for header in keep:
        if header not in one.row.cells:
            hint = suggestion(header, map(str, one.row.cells))
            raise InputError(Problem("register_no_column", {"header": header, "hint": hint}, one.path))
    return {header: str(cell) for header in keep if not is_blank(cell := one.row.cells[header])}


def _filing(one: ListedRow, given: date | None, problems: list[Problem]) -> tuple[date | None, str | None]:
    """When the application of a row was filed: its own day, with the time where it is told, or the one given."""
    header = next((header for header in one.row.cells if moment_of(str(header)) == "filing"), None)
    cell: Any = one.row.cells[header] if header is not None else None
    if is_blank(cell):
        if given is None:
            problems.append(Problem("register_not_filed", {}, one.path, one.row.line))
        return given, None
    try:
        return read_filing(cell)
    except ValueProblem as problem:
        values = {"name": header, "value": cell, "problem": problem.text, "fact": "filed_on"}
        problems.append(Problem("fact_unfit", values, one.path, one.row.line))
        return None, None


def check_cases(cases: Iterable[str], known: Iterable[str], path: str) -> None:
    """Raise :class:`InputError` for a case asked for that is not in the file at ``path``."""
    there = list(known)
    for case in cases:
        if case not in there:
            hint = suggestion(case, there)
            raise InputError(Problem("register_not_logged", {"case": case, "hint": hint}, path))


def applications_of_log(
    book: Rulebook, path: str, asked: EnteringAsked, cases: tuple[str, ...]
) -> Iterator[NewApplication]:
    """The applications of the cases called ``cases`` (none: of all) in a decision log: of each, what was decided last.

    Raises :class:`InputError` where the log is broken, a case is not in it, or the rulebook is another.
    """
    last: dict[str, LoggedCase] = {}
    for line in read_log(path):
        if line.gap is not None:
            raise InputError(line.gap)
        if line.record.case is not None:
            last[line.record.case] = line
        elif not cases:
            raise InputError(Problem("register_no_case", {}, path, line.number))
    check_cases(cases, last, path)
    if asked.filed_on is None:
        raise InputError(Problem("register_not_filed_log", {}, path))
    for case in cases or last:
        line = last[case]
        if line.rulebook != book.digest:
            values = {"then": line.rulebook[:12], "now": book.digest[:12]}
            raise InputError(Problem("replay_rulebook", values, path, line.number))
        programme = programme_of(book, path, asked.programme, [each["programme"] for each in line.decisions])
        logged = next(each for each in line.decisions if each["programme"] == programme)
        decision = decide_on(book, line.record, programme, logged["as_of"])
        if decision.status != logged["status"]:
            values = {"before": logged["status"], "after": decision.status}
            raise InputError(Problem("register_screened_otherwise", values, path, line.number))
        source = EntrySource(sha256=line.link, line=line.number)
        yield new_application(case, programme, asked.filed_on, line.record, decision, asked.project, source)
