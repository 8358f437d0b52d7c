"""From a screened list to the frozen list: every dossier is decided again, and whatever is not settled stops it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ancu.decision.deciding import decide
from ancu.decision.model import Decision
from ancu.decision.moments import moment_of, read_filing
from ancu.draw.canonical import NOTHING, sha256
from ancu.draw.choosing import draws_of
from ancu.draw.dossiers import Dossier, FrozenList
from ancu.draw.plan import DrawPlan
from ancu.draw.protocol import Commitments, DrawProtocol
from ancu.draw.proving import group_values, groups_met, record_line
from ancu.draw.public_value import written_time
from ancu.errors import InputError, Problem, suggestion
from ancu.messages import Language, default_language
from ancu.rulebook.model import FactDef
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, is_blank, parse
from ancu.screening.jobs.listed_rows import ListedRow, screened_rows
from ancu.screening.jobs.receipt import RunReceipt, digest_of, read_receipt

#: How many dossiers an error names.
_MOST = 20
#: And how many missing facts of each.
_FACTS = 3
#: Whose number tells that two dossiers are of one household.
_COUPLE = ("applicant", "spouse")
_YES_NO = FactDef.model_construct(type="yes_no", values={})


@dataclass(frozen=True)
class ListColumns:
    """Which columns of the list tell the type of flat asked for, and the groups that no rule decides, by group."""

    type: str | None = None
    groups: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Freeze:
    """What freezing makes: the protocol so far, the secret that is told at the draw, and the records, which are not."""

    protocol: DrawProtocol
    secret: str
    records: bytes


def freeze(
    book: Rulebook, plan: DrawPlan, receipt_path: str, columns: ListColumns, at: datetime, secret: str | None = None
) -> Freeze:
    """Freeze the list of a run by its receipt. Raises :class:`InputError` naming what has to be settled before.

    ``secret``: 64 hexadecimal digits that nobody knows before the draw; made here where none is given.
    """
    _check_columns(book, plan, columns)
    receipt = read_receipt(receipt_path)
    _check_run(plan, receipt, receipt_path, written_time(at))
    lines = list(_lines(book, plan, receipt, receipt_path, columns))
    head = {
        "rulebook": book.digest,
        "programme": plan.programme,
        "list_sha256": next(file.sha256 or NOTHING for file in receipt.inputs if file.role == "list"),
        "run_sha256": digest_of(Path(receipt_path))[0],
    }
    ordered = sorted((dossier for dossier, _ in lines), key=lambda one: one.case)
    frozen = FrozenList(head, tuple(_same_precision(ordered)))
    check_filing_ties(plan, frozen)
    texts = {"plan": plan.as_text(), "list": frozen.as_text()}
    secret = secret or secrets.token_hex(32)
    commitments = Commitments(written_time(at), sha256(texts["plan"]), sha256(texts["list"]), sha256(secret))
    records = b"".join(line + b"\n" for _, line in sorted(lines, key=lambda pair: pair[0].case))
    return Freeze(DrawProtocol.of(**texts, freeze=commitments.as_text()), secret, records)


def _check_columns(book: Rulebook, plan: DrawPlan, columns: ListColumns) -> None:
    """:class:`InputError` where a group that no rule decides has no column, or another has one."""
    given = columns.groups or {}
    own = [group for group in plan.groups if group not in book.conditions]
    for group in (*own, *given):
        if group not in given:
            raise InputError(Problem("draw_group_column_missing", {"group": group, "title": plan.groups[group]}))
        if group not in own:
            raise InputError(Problem("draw_group_not_own", {"group": group, "known": ", ".join(own) or NOTHING}))


def _check_run(plan: DrawPlan, receipt: RunReceipt, path: str, at: str) -> None:
    """:class:`InputError` for a run from which no list can be frozen."""
    if plan.programme not in receipt.programmes:
        values: dict[str, object] = {"programme": plan.programme, "known": ", ".join(receipt.programmes)}
        raise InputError(Problem("register_not_judged", values, path))
    if receipt.counts.rejected:
        raise InputError(Problem("draw_rows_rejected", {"count": receipt.counts.rejected}, path))
    if plan.public.at <= at:
        raise InputError(Problem("draw_public_past", {"at": plan.public.at, "now": at}))


def _lines(
    book: Rulebook, plan: DrawPlan, receipt: RunReceipt, path: str, columns: ListColumns
) -> Iterator[tuple[Dossier, bytes]]:
    """The dossiers of the list, each with the line that proves it."""
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    people: dict[str, str] = {}
    found = []
    for row in screened_rows(book, path, receipt, plan.programme):
        here = list(_unfit(book, plan, row, seen, people))
        if not here:
            try:
                found.append(_line(book, plan, row, columns))
            except InputError as error:
                here = list(error.problems)
        problems += here
        if len(problems) >= _MOST:
            break
    if problems:
        raise InputError(problems[:_MOST])
    yield from found


def _unfit(
    book: Rulebook, plan: DrawPlan, row: ListedRow, seen: dict[str, int], people: dict[str, str]
) -> Iterator[Problem]:
    """What is wrong with a row before it is decided: no code, one that was there, a person of another dossier."""
    case, line = row.record.case, row.row.line
    if case is None:
        yield Problem("register_no_case", {}, row.path, line)
        return
    if case in seen:
        yield Problem("draw_case_twice", {"case": case, "other": seen[case]}, row.path, line)
    seen[case] = line or 0
    for member in row.record.household.members if row.record.household is not None else ():
        if member.relation in _COUPLE and member.number is not None:
            other = people.setdefault(str(member.number.kept), case)
            if other != case:
                yield Problem("draw_household_twice", {"case": case, "other": other}, row.path, line)
    intake = row.record.facts.get("intake_opened_on")
    funding = row.record.facts.get("project_funding")
    if funding is not None and funding not in draws_of(book).procedures[plan.procedure].funding:
        yield Problem("draw_funding_unlike", {"case": case, "procedure": plan.title}, row.path, line)
    if intake is not None and intake != parse(book.facts["intake_opened_on"], plan.intake):
        yield Problem("draw_intake_unlike", {"case": case, "day": plan.intake}, row.path, line)


def _line(book: Rulebook, plan: DrawPlan, row: ListedRow, columns: ListColumns) -> tuple[Dossier, bytes]:
    """A dossier as it is frozen, and the line that proves it; :class:`InputError` for what is not settled."""
    decision = decide(book, replace(row.record, as_of=row.day), plan.programme)
    case = str(row.record.case)
    if decision.status not in ("eligible", "ineligible"):
        values = {"case": case, "missing": _said_missing(decision, "missing")}
        raise InputError(Problem("draw_not_settled", values, row.path, row.row.line))
    own = {group: _yes_no(row, header) for group, header in (columns.groups or {}).items()}
    groups = group_values(plan, decision, own)
    _check_groups(plan, row, decision, groups)
    line = record_line(row.record, row.day, own)
    dossier = Dossier(
        case=case,
        status=decision.status,
        standing="provisional" if decision.provisional else "final",
        groups=groups_met(groups),
        type=_type(plan, row, columns.type),
        filed=_filed(plan, row, bool(groups_met(groups))),
        record=sha256(line),
    )
    return dossier, line


def _said_missing(decision: Decision, field: str) -> object:
    """What a decision lacks, as a value for a message: the first few facts."""

    def say(lang: Language | None) -> str:
        facts: list[str] = getattr(decision.texts(lang or default_language()), field)
        return "; ".join(facts[:_FACTS]) + ("…" if len(facts) > _FACTS else "") if facts else NOTHING

    return say


def _check_groups(plan: DrawPlan, row: ListedRow, decision: Decision, values: Mapping[str, bool | None]) -> None:
    """:class:`InputError` for groups that are not settled, as far as the draw hangs on them."""
    met = groups_met(values)
    above = list(values)[: list(values).index(met[0])] if met else list(values)
    # By time of filing it is one whether a dossier is in one group or another.
    open_ = [group for group in above if values[group] is None] if not met or plan.order == "groups" else []
    counts = decision.status == "eligible" or plan.counted == "registered"
    said: dict[str, object] = {"case": row.record.case, "missing": _said_missing(decision, "missing_for_priority")}
    if open_ and counts and plan.chosen("unproven_group") == "stop":
        said["groups"] = ", ".join(plan.groups[group] for group in open_)
        raise InputError(Problem("draw_group_open", said, row.path, row.row.line))
    if len(met) > 1 and plan.order == "groups" and counts and plan.chosen("two_groups") == "stop":
        said["groups"] = ", ".join(plan.groups[group] for group in met)
        raise InputError(Problem("draw_two_groups", said, row.path, row.row.line))


def _cell(row: ListedRow, header: str) -> Any:
    if header not in row.row.cells:
        hint = suggestion(header, map(str, row.row.cells))
        raise InputError(Problem("draw_no_column", {"header": header, "hint": hint}, row.path))
    return row.row.cells[header]


def _yes_no(row: ListedRow, header: str) -> bool | None:
    cell = _cell(row, header)
    try:
        return None if is_blank(cell) else parse(_YES_NO, cell) is True
    except ValueProblem as problem:
        values = {"name": header, "value": cell, "problem": problem.text, "fact": header}
        raise InputError(Problem("fact_unfit", values, row.path, row.row.line)) from problem


def _type(plan: DrawPlan, row: ListedRow, header: str | None) -> str:
    """The type of flat that a dossier asks for."""
    if header is None:
        if plan.separate:
            raise InputError(Problem("draw_type_column_missing", {}))
        return NOTHING
    cell = _cell(row, header)
    asked = "" if is_blank(cell) else " ".join(str(cell).split())
    if asked not in plan.types and (asked or plan.separate):
        values = {"case": row.record.case, "value": asked or NOTHING, "known": ", ".join(plan.types), "header": header}
        raise InputError(Problem("draw_type_unknown", values, row.path, row.row.line))
    return asked or NOTHING


def _filed(plan: DrawPlan, row: ListedRow, has_priority: bool) -> str:
    """When a dossier was filed, as the list has it."""
    header = next((header for header in row.row.cells if moment_of(str(header)) == "filing"), None)
    cell: Any = row.row.cells[header] if header is not None else None
    if is_blank(cell):
        if plan.order == "filing" and has_priority:
            raise InputError(Problem("draw_not_filed", {"case": row.record.case}, row.path, row.row.line))
        return NOTHING
    try:
        day, hour = read_filing(cell)
    except ValueProblem as problem:
        values = {"name": header, "value": cell, "problem": problem.text, "fact": "filed_on"}
        raise InputError(Problem("fact_unfit", values, row.path, row.row.line)) from problem
    return f"{day.isoformat()} {hour}" if hour is not None else day.isoformat()


def _same_precision(dossiers: Iterable[Dossier]) -> list[Dossier]:
    """Dossiers with the hour of filing only where all have one: a day alone stands before none of its hours."""
    found = list(dossiers)
    if all(len(one.filed) > 10 or one.filed == NOTHING for one in found):
        return found
    return [replace(one, filed=one.filed[:10]) for one in found]


def check_filing_ties(plan: DrawPlan, frozen: FrozenList) -> None:
    """:class:`InputError` where priority dossiers share a time of filing and the plan wants them told apart."""
    if plan.order != "filing" or plan.chosen("filing_tie") != "stop":
        return
    by_time: dict[str, str] = {}
    for one in frozen.dossiers:
        if one.eligible and one.groups:
            other = by_time.setdefault(one.filed, one.case)
            if other != one.case:
                raise InputError(Problem("draw_filed_together", {"case": one.case, "other": other, "at": one.filed}))
