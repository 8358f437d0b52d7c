"""The decisions that a register holds, as the cases that a plan counts: nothing is judged again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from ancu.batch.cells import grant_code
from ancu.decision.contract import OptionOutcome
from ancu.inference.verdicts import ELIGIBLE, INELIGIBLE, UNDETERMINED, VERDICTS
from ancu.messages import message
from ancu.plan.communes import Communes
from ancu.plan.judging import NEED, OPEN, SCHEMA, JudgedList, counted_by
from ancu.register.standing import ApplicationStanding
from ancu.rulebook.plans import HousingPlan

#: Of two decisions on a case under one programme, the one that counts.
_FIRST = {ELIGIBLE: 0, UNDETERMINED: 1}


@dataclass
class RegisteredCases:
    """What a register holds of a plan: the cases whose decision holds, and how many applications are in which state."""

    judged: JudgedList
    states: Counter[str] = field(default_factory=Counter)


def judged_of_register(
    plan: HousingPlan,
    applications: Iterable[ApplicationStanding],
    cases: Mapping[str, str],
    said: Mapping[str, str],
    communes: Communes,
    day: date,
    wanted: str | None = None,
) -> RegisteredCases:
    """The cases of ``applications`` under the programmes of ``plan``, a row each.

    ``cases`` are what they are called and ``said`` the commune that each names, by the keys of applications; erased
    ones have neither. ``wanted``: of this commune alone, by its code, else as it is said.
    """
    states: Counter[str] = Counter()
    by_case: dict[str, list[ApplicationStanding]] = {}
    for one in applications:
        commune, _ = _commune(communes, said.get(one.application))
        if one.programme not in plan.programmes or (wanted is not None and commune != wanted):
            continue
        states[one.state] += 1
        if one.decided is not None:
            by_case.setdefault(cases.get(one.application, one.application), []).append(one)
    rows = [_CaseRow(plan, name, found) for name, found in by_case.items()]
    verdicts = [np.array([row.verdict(name) for row in rows], np.int64) for name in plan.programmes]
    part, programme, subject, also = counted_by(plan, verdicts, len(rows))
    named = [_commune(communes, row.said(said)) for row in rows]
    carrying = [row.by(plan.programmes[at]) if at >= 0 else None for row, at in zip(rows, programme, strict=True)]
    columns: dict[str, Any] = {
        "place": [message("plan_work_entry", None, number=row.first.entered.number) for row in rows],
        "case": [row.name for row in rows],
        "commune": pa.array([code for code, _ in named], pa.string()).dictionary_encode(),
        "known_commune": [known for _, known in named],
        "year": [row.day.year for row in rows],
        "part": part,
        "subject": subject,
        "programme": programme,
        "also": also,
        "grant": _coded(_grant(one) if of == NEED else "" for one, of in zip(carrying, part, strict=True)),
        "missing": _coded(_lacking(one) if of == OPEN else "" for one, of in zip(carrying, part, strict=True)),
        "problem": pa.nulls(len(rows), pa.string()),
    }
    table = pa.table([_array(columns[name], name) for name in SCHEMA.names], SCHEMA)
    has_commune = any(code is not None for code, _ in named)
    found_on = tuple(one.decided.day if one is not None and one.decided is not None else None for one in carrying)
    return RegisteredCases(JudgedList(table, (), day, "" if has_commune else None, found_on), states)


def _array(values: Any, name: str) -> Any:
    kind = SCHEMA.field(name).type
    return values.cast(kind) if isinstance(values, pa.Array) else pa.array(values, kind)


def _coded(texts: Iterable[str]) -> Any:
    return pa.array(list(texts), pa.string()).dictionary_encode()


def _commune(communes: Communes, written: str | None) -> tuple[str | None, bool]:
    """The code of the unit that is said, else what is said; and whether it is a unit."""
    code = communes.find(written)
    return (code, True) if code is not None else (" ".join(written.split()) if written else None, False)


class _CaseRow:
    """A case with its decisions that hold, one under each programme."""

    def __init__(self, plan: HousingPlan, name: str, found: list[ApplicationStanding]) -> None:
        self.name, self.first = name, min(found, key=lambda one: one.entered.number)
        self._by: dict[str, ApplicationStanding] = {}
        for one in sorted(found, key=lambda one: (_FIRST.get(_verdict(one), 2), one.entered.number)):
            self._by.setdefault(one.programme, one)
        self.day = date.fromisoformat(
            next(self._by[p] for p in plan.programmes if p in self._by).latest.decision["as_of"]
        )

    def by(self, programme: str) -> ApplicationStanding | None:
        """The application under a programme."""
        return self._by.get(programme)

    def verdict(self, programme: str) -> int:
        """What was decided under a programme; nobody asked is nobody in need by it."""
        one = self._by.get(programme)
        return INELIGIBLE if one is None else _verdict(one)

    def said(self, said: Mapping[str, str]) -> str | None:
        """The commune that one of the applications names."""
        return next((said[one.application] for one in self._by.values() if one.application in said), None)


def _verdict(one: ApplicationStanding) -> int:
    decision = one.latest.decision
    return VERDICTS.index((decision["status"], decision["why"]))


def _grant(one: ApplicationStanding | None) -> str:
    if one is None:
        return ""
    decision = one.latest.decision
    options = [OptionOutcome.model_validate(option) for option in decision["options"]]
    granted = [option for option in options if option.option in decision["chosen"]]
    return grant_code(granted, [option for option in options if option.option in decision["open_options"]])


def _lacking(one: ApplicationStanding | None) -> str:
    if one is None:
        return ""
    decision = one.latest.decision
    return "?" if decision["unset"] else ";".join(decision["missing"])
