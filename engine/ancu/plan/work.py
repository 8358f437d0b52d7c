"""What was done for each case: started, handed over, paid. From a list of it, or from the register of decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ancu.errors import InputError, Problem
from ancu.messages import LANGUAGES, Language, message
from ancu.plan.communes import commune_headers
from ancu.rulebook.model import Bounds, FactDef, Measure, Text
from ancu.rulebook.naming import CASE
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import normalise
from ancu.screening.cells.columns import match_columns
from ancu.screening.cells.rows import read_row
from ancu.screening.headers.meanings import Meanings
from ancu.screening.lists.read_list import read_lists

if TYPE_CHECKING:
    from ancu.register.entries import RegisterEntry

#: What a list of work tells of a case, each in a column of its own.
_COLUMNS: dict[str, Measure] = {
    "work_started_on": "date", "work_handed_over_on": "date", "work_started": "yes_no", "work_handed_over": "yes_no",
    "work_paid": "money", "work_paid_on": "date",
}  # fmt: skip
#: Columns that hold texts of the office's own.
_TEXTS = ("work_source", "work_programme")
#: No sum paid for one house is larger, in đồng.
_MOST_PAID = 10**11
#: How many problems one error tells.
_MOST = 20


@dataclass(frozen=True)
class WorkPayment:
    """A sum paid out, in đồng: from which source and on which day, as far as that is told."""

    amount: int
    source: str | None = None
    on: date | None = None


@dataclass(frozen=True)
class WorkDone:
    """What was done for a case, as one place tells it.

    A day that is not told is None though the work was done. ``programme`` and ``commune`` are as they are written
    there; None: not told.
    """

    case: str
    place: str
    started: bool = False
    handed_over: bool = False
    started_on: date | None = None
    handed_over_on: date | None = None
    payments: tuple[WorkPayment, ...] = ()
    programme: str | None = None
    commune: str | None = None


def read_work(book: Rulebook, path: str, lang: Language) -> list[WorkDone]:
    """The work that the list at ``path`` tells: a row a case, or several, such as one for each payment.

    Raises :class:`InputError` with every cell that could not be read.
    """
    own = _book_of_work(book)
    try:
        listing = read_lists([path], Meanings(own), None, lang)
        texts = _text_headers(listing.headers)
        columns = match_columns(own, [header for header in listing.headers if header not in texts.values()], path)
    except InputError as error:
        if {problem.kind for problem in error.problems} != {"list_no_known_column"}:
            raise
        # A template of lists is no help here.
        wanted = {"columns": lambda said: ", ".join(own.facts[name].label.said(said) for name in _COLUMNS)}
        raise InputError(Problem("plan_work_no_column", {**error.problems[0].values, **wanted}, path)) from error
    case_header = columns.header(CASE)
    if case_header is None:
        raise InputError(Problem("plan_work_no_case", {"headers": ", ".join(listing.headers[:8])}, path))
    found: list[WorkDone] = []
    problems: list[Problem] = []
    for row in listing.rows:
        record, flaws = read_row(columns, row, {})
        for flaw in flaws:
            values = {"column": flaw.column, "value": flaw.value, "problem": flaw.problem}
            problems.append(Problem("plan_work_cell", values, path, row.line))
        if flaws:
            continue
        if record.case is None:
            problems.append(Problem("plan_work_row_no_case", {"column": case_header}, path, row.line))
            continue
        told = {name: _text(row.cells.get(header)) for name, header in texts.items()}
        found.append(_work(record.case, f"{path}:{row.line}", record.facts, told))
    if problems:
        raise InputError(problems[:_MOST])
    return found


def _work(case: str, place: str, facts: Any, told: dict[str, str | None]) -> WorkDone:
    started_on, handed_over_on, paid_on = (
        date.fromordinal(facts[name]) if facts.get(name) is not None else None
        for name in ("work_started_on", "work_handed_over_on", "work_paid_on")
    )
    paid = facts.get("work_paid")
    payments = (WorkPayment(int(paid), told.get("work_source"), paid_on),) if paid else ()
    handed_over = bool(handed_over_on or facts.get("work_handed_over"))
    return WorkDone(
        case=case,
        place=place,
        started=bool(started_on or facts.get("work_started") or handed_over or payments),
        handed_over=handed_over,
        started_on=started_on,
        handed_over_on=handed_over_on,
        payments=payments,
        programme=told.get("work_programme"),
        commune=told.get("commune"),
    )


def work_of_register(address: str, programmes: Iterable[str]) -> Iterator[WorkDone]:
    """The work that a register of decisions tells of applications under ``programmes``, erased ones by their key.

    A contract signed or a sum paid begins the work; a home handed over ends it. The register tells no source of money.
    """
    from ancu.register.store import Register  # here, since lists alone need no database

    with Register.open(address).reading() as reader:
        entries = list(reader.entries())
        cases = reader.cases()
    yield from work_of_entries(entries, cases, programmes)


def work_of_entries(
    entries: Sequence[RegisterEntry], cases: Mapping[str, str], programmes: Iterable[str]
) -> Iterator[WorkDone]:
    """The same, of ``entries``, with what ``cases`` are called by the keys of applications."""
    from ancu.register.entries import HandedOver, Paid, Signed
    from ancu.register.standing import standing_of

    wanted = frozenset(programmes)
    standing = standing_of(entries)
    approved = {e.concerns for e in entries if e.act.kind == "approved"}
    paid: dict[str, list[WorkPayment]] = {}
    for entry in entries:
        if isinstance(entry.act, Paid) and entry.number in approved and entry.application is not None:
            paid.setdefault(entry.application, []).append(WorkPayment(entry.act.amount, None, entry.act.on))
    for key, one in standing.applications.items():
        if one.programme not in wanted:
            continue
        signed = one.signed.act.on if one.signed is not None and isinstance(one.signed.act, Signed) else None
        homes = [e.act.on for e in one.handed_over if isinstance(e.act, HandedOver) and e.act.what == "home"]
        payments = tuple(paid.get(key, ()))
        if not (signed or homes or payments):
            continue
        yield WorkDone(
            case=cases.get(key, key),
            place=message("plan_work_entry", None, number=one.entered.number),
            started=True,
            handed_over=bool(homes),
            started_on=signed or min((p.on for p in payments if p.on is not None), default=None),
            handed_over_on=homes[-1] if homes else None,
            payments=payments,
            programme=one.programme,
        )


def _book_of_work(book: Rulebook) -> Rulebook:
    """A rulebook whose facts are the columns of a list of work, so that its cells are read like those of any list."""
    facts = {}
    for name, measure in _COLUMNS.items():
        label = Text(vi=message(name, "vi"), en=message(name, "en"))
        synonyms = [word for lang in LANGUAGES for word in message(f"{name}_synonyms", lang).split("; ")]
        bounds = Bounds(min=Decimal(0), max=Decimal(_MOST_PAID)) if measure == "money" else None
        facts[name] = FactDef(type=measure, label=label, section="work", synonyms=synonyms, bounds=bounds)
    return replace(book, facts=facts, implications={}, people=None)


def _text_headers(headers: Iterable[str]) -> dict[str, str]:
    """The headers of the columns of texts, by what they tell."""
    known = dict.fromkeys(commune_headers(), "commune")
    for name in _TEXTS:
        for lang in LANGUAGES:
            words = [message(name, lang), *message(f"{name}_synonyms", lang).split("; ")]
            known |= dict.fromkeys(map(normalise, words), name)
    found: dict[str, str] = {}
    for header in headers:
        told = known.get(normalise(header))
        if told is not None:
            found.setdefault(told, header)
    return found


def _text(cell: object) -> str | None:
    text = " ".join(str(cell).split()) if cell is not None else ""
    return text or None
