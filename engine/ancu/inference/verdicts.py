"""What a table holds of a record under a programme: its verdict, and its reason as a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from ancu.inference.direct import Facts, Values, closure_of
from ancu.inference.grounds import grounds_of
from ancu.inference.program import Program
from ancu.kept import kept
from ancu.rulebook.references import quoted
from ancu.rulebook.rulebook import Rulebook

Status = Literal["eligible", "ineligible", "undetermined", "not_covered", "not_in_force"]
Why = Literal["not_yet", "closed", "other_region"]
#: Status and why. Its place in this list is a row's verdict.
VERDICTS: tuple[tuple[Status, Why | None], ...] = (
    ("eligible", None),
    ("ineligible", None),
    ("undetermined", None),
    ("not_covered", None),
    ("not_in_force", "not_yet"),
    ("not_in_force", "closed"),
    ("not_in_force", "other_region"),
)
ELIGIBLE, INELIGIBLE, UNDETERMINED, NOT_COVERED, NOT_YET, CLOSED, OTHER_REGION = range(len(VERDICTS))
#: All that can stand for the status, and for why.
STATUSES = tuple(dict.fromkeys(status for status, _ in VERDICTS))
WHYS = tuple(why for _, why in VERDICTS if why is not None)
#: The outcome of the programme's root with each verdict of a record that was judged.
OUTCOMES_OF: dict[int, bool | None] = {ELIGIBLE: True, INELIGIBLE: False, UNDETERMINED: None}
#: Bits of a reason below the outcome: which of the reported conditions carry it.
REASON_BASE = 1 << 20
OUTCOMES: dict[bool | None, int] = {False: 0, True: 1, None: 2}


def reason_of(program: Program, facts: Facts, values: Values) -> int:
    """The number of the outcome of a judged record, and of the reported conditions that carry it."""
    return reason_number(program, closure_of(program, program.root)(facts, values), carried_of(program, facts, values))


def carried_of(program: Program, facts: Facts, values: Values) -> tuple[str, ...]:
    """The reported conditions that carry the outcome of a judged record, in the program's order."""
    carried = grounds_of(program, program.summary, facts, values, top_only=True)
    return tuple(sorted(carried, key=program.reported.index))


def reason_number(program: Program, outcome: bool | None, carried: Iterable[str]) -> int:
    """The number that stands for an outcome and the reported conditions that carry it."""
    return OUTCOMES[outcome] * REASON_BASE + sum(map(_bits_of(program).__getitem__, carried))


@kept
def _bits_of(program: Program) -> Mapping[str, int]:
    """The bit of a reason that stands for each reported condition."""
    return {name: 1 << i for i, name in enumerate(program.reported)}


def carried_by(program: Program, reason: int) -> tuple[bool | None, tuple[str, ...]]:
    """The outcome, and the reported conditions that carry it, which the number ``reason`` stands for."""
    outcome = next(value for value, number in OUTCOMES.items() if number == reason // REASON_BASE)
    return outcome, tuple(name for i, name in enumerate(program.reported) if reason >> i & 1)


def amounts_of(book: Rulebook, programme: str, programs: Iterable[Program]) -> list[str]:
    """The figures of a benefit that differ from record to record."""
    options = book.programmes[programme].benefit.options.values()
    figures = dict.fromkeys(figure for option in options for figure in (option.amount, option.months) if figure)
    nodes = {name for program in programs for name in program.nodes}
    return [figure for figure in figures if figure in nodes]


def quantities_of(book: Rulebook, programs: Iterable[Program]) -> list[str]:
    """The quantities of ``programs`` that the texts of their conditions quote, by name."""
    each = [_named_and_quoted(program, book) for program in programs]
    return sorted(frozenset().union(*(named for named, _ in each)) & frozenset().union(*(told for _, told in each)))


def _named_and_quoted(program: Program, book: Rulebook) -> tuple[frozenset[str], frozenset[str]]:
    """The quantities of ``program``, and all that the texts of its conditions quote."""
    known = _last_found(program)
    found = known.get("found")
    if found is None or found[0] is not book:
        quantities = frozenset(node.name for node in program.nodes.values() if node.kind == "quantity")
        told = frozenset().union(*(quoted(book, name) for name in program.nodes if name in book.conditions))
        found = known["found"] = (book, (quantities, told))
    return found[1]


@kept
def _last_found(_program: Program) -> dict[str, tuple[Rulebook, tuple[frozenset[str], frozenset[str]]]]:
    """What was found for a program, and by which rulebook."""
    return {}
