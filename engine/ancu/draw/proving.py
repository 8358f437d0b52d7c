"""The proof of the list: each line was decided by the rulebook, from a record that can be judged again.

A line of the frozen list carries the SHA-256 of its record: canonical JSON with a salt, so that nobody can find out by
trying what a record says. The records are personal data and are not published with the list.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from ancu.chain import canonical
from ancu.decision.deciding import Record, decide
from ancu.decision.model import Decision
from ancu.draw.canonical import sha256
from ancu.draw.dossiers import Dossier, FrozenList
from ancu.draw.plan import DrawPlan
from ancu.errors import InputError, Problem, RecordError
from ancu.rulebook.rulebook import Rulebook
from ancu.service.written import facts_again, read_again, written_facts, written_household


@dataclass(frozen=True)
class Flawed:
    """A line of the list that does not follow from its record, or of which that cannot be told, and why."""

    case: str
    verdict: Literal["fail", "unknown"]
    problem: Problem


def record_line(record: Record, day: date, own_groups: Mapping[str, bool | None]) -> bytes:
    """The line of the file of records for a dossier: what is needed to decide it again, and no name of a person.

    ``own_groups``: what the screened list says of the groups that no rule decides.
    """
    household = written_household(record.household) if record.household is not None else None
    said = {
        "case": record.case,
        "as_of": day.isoformat(),
        "facts": written_facts(record.facts),
        "household": household,
        "groups": dict(own_groups),
        "salt": secrets.token_hex(16),
    }
    return canonical(said)


def group_values(plan: DrawPlan, decision: Decision, own: Mapping[str, bool | None]) -> dict[str, bool | None]:
    """Whether a dossier is in each group of the plan; None: not known."""
    values = decision.context.values
    return {group: own[group] if group in own else values[group] for group in plan.groups}


def groups_met(values: Mapping[str, bool | None]) -> tuple[str, ...]:
    """The groups that a dossier is known to be in, in their order."""
    return tuple(group for group, value in values.items() if value is True)


def records_of(content: bytes, path: str) -> dict[str, dict[str, Any]]:
    """The records of a file, by their SHA-256; :class:`InputError` for a line that is none."""
    found = {}
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line:
            continue
        try:
            said = json.loads(line)
        except ValueError:
            said = None
        if not isinstance(said, dict) or not {"case", "as_of", "facts", "household", "groups"} <= said.keys():
            raise InputError(Problem("draw_record_bad", {}, path, number))
        found[sha256(line)] = said
    return found


def flaws_of_list(
    book: Rulebook, plan: DrawPlan, found: FrozenList, records: Mapping[str, Mapping[str, Any]]
) -> Iterator[Flawed]:
    """Every line that its record does not bear out, or that has no record; nothing: the whole list is proved."""
    for one in found.dossiers:
        said = records.get(one.record)
        if said is None:
            yield Flawed(one.case, "unknown", Problem("draw_record_missing", {"case": one.case}))
            continue
        try:
            problem = _differs(book, plan, one, said)
        except (RecordError, KeyError, TypeError, ValueError, AttributeError):
            problem = Problem("draw_record_unlike", {"case": one.case})
        if problem is not None:
            yield Flawed(one.case, "fail", problem)


def _differs(book: Rulebook, plan: DrawPlan, one: Dossier, said: Mapping[str, Any]) -> Problem | None:
    """How a line differs from what its record comes to; None: it does not."""
    if said["case"] != one.case:
        return Problem("draw_record_unlike", {"case": one.case})
    household = read_again(said["household"]) if said["household"] is not None else None
    record = replace(Record(facts_again(said["facts"]), one.case), household=household)
    day = date.fromisoformat(said["as_of"])
    # By the direct engine: freezing had two engines agree, and who verifies may have many lists.
    decision = decide(book, replace(record, as_of=day), plan.programme, engine="direct")
    if decision.status != one.status:
        values: dict[str, object] = {"case": one.case, "listed": one.status, "decided": decision.status}
        return Problem("draw_status_unlike", values)
    groups = groups_met(group_values(plan, decision, said["groups"]))
    if groups != one.groups:
        values = {"case": one.case, "listed": ", ".join(one.groups) or "-", "decided": ", ".join(groups) or "-"}
        return Problem("draw_groups_unlike", values)
    standing = "provisional" if decision.provisional else "final"
    if standing != one.standing:
        return Problem("draw_status_unlike", {"case": one.case, "listed": one.standing, "decided": standing})
    return None
