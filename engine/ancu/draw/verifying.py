"""Verifying a draw: what holds, what does not, and what cannot be told from what is here.

A check is never passed for want of data. The draw and the list are judged apart: the protocol alone can prove the draw,
the list is proved by the records and the rulebook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ancu import extras
from ancu.draw.canonical import rows_of, sha256
from ancu.draw.drawing import KIND as RESULT
from ancu.draw.plan import DrawPlan
from ancu.draw.protocol import DRAWN, Commitments, DrawProtocol, Seed, commitments_of, seed_of
from ancu.draw.proving import Flawed, flaws_of_list
from ancu.draw.public_value import normal_value, time_of_round, verify_round
from ancu.draw.time_stamp import time_of_stamp
from ancu.draw.withdrawing import follow, withdrawals_of, withdrawals_text
from ancu.errors import AncuError, InputError
from ancu.rulebook.rulebook import Rulebook

Verdict = Literal["pass", "fail", "unknown"]


@dataclass(frozen=True)
class TimeStamp:
    """An authority's reply on the commitments of a freeze, and the certificates by which it is believed."""

    reply: bytes
    authority: bytes


@dataclass(frozen=True)
class KnownElsewhere:
    """What the verifier has from somewhere else than the protocol.

    ``published``: the code of the freeze; ``signed``, ``withdrawals``: those in the signed minutes of the draw and of
    the last withdrawal; ``public_value``: as it is told at its source. ``stamp``: a time stamp on the freeze, if any.
    """

    published: str | None = None
    signed: str | None = None
    public_value: str | None = None
    withdrawals: str | None = None
    stamp: TimeStamp | None = None


@dataclass(frozen=True)
class CheckResult:
    """A check and what it came to; ``detail`` names the part or role that it fails by."""

    name: str
    verdict: Verdict
    detail: str = ""


@dataclass(frozen=True)
class DrawReport:
    """What verifying came to: the checks of the draw, and the lines of the list that are not proved.

    ``listed``: how many lines the list has; ``proved``: whether records and the rulebook of the list were there, and no
    group is beyond the rules (``own_groups``). ``rulebook``: the digest by which the list was decided.
    """

    checks: tuple[CheckResult, ...]
    flaws: tuple[Flawed, ...]
    listed: int = 0
    proved: bool = False
    own_groups: tuple[str, ...] = ()
    rulebook: str = ""

    @property
    def of_draw(self) -> Verdict:
        """Whether the result is that of plan, list and seed."""
        return worst(check.verdict for check in self.checks)

    @property
    def of_list(self) -> Verdict:
        """Whether every line of the list follows from its record by the rulebook."""
        found = worst(flaw.verdict for flaw in self.flaws)
        return found if self.proved or found == "fail" else "unknown"

    @property
    def overall(self) -> Verdict:
        return worst((self.of_draw, self.of_list))


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict on several things together."""
    found = set(verdicts)
    return "fail" if "fail" in found else "unknown" if "unknown" in found else "pass"


def verify(
    protocol: DrawProtocol,
    known: KnownElsewhere,
    book: Rulebook | None = None,
    records: Mapping[str, Mapping[str, Any]] | None = None,
) -> DrawReport:
    """Check a protocol against itself, against what is ``known`` elsewhere, and its list against ``records``."""
    checks = tuple(_checks(protocol, known))
    try:
        plan, found = protocol.plan(), protocol.frozen_list()
    except InputError:
        return DrawReport(checks, ())
    own = tuple(group for group in plan.groups if book is not None and group not in book.conditions)
    same = book is not None and records is not None and book.digest == found.head["rulebook"]
    flaws: tuple[Flawed, ...] = ()
    if same and book is not None and records is not None:
        flaws = tuple(flaws_of_list(book, plan, found, records))
    return DrawReport(checks, flaws, len(found.dossiers), same and not own, own, found.head["rulebook"])


def _checks(protocol: DrawProtocol, known: KnownElsewhere) -> Iterator[CheckResult]:
    unlike = [name for name, text in protocol.parts.items() if sha256(text) != protocol.sha256[name]]
    yield CheckResult("digests", "fail" if unlike else "pass", ", ".join(unlike))
    missing = [name for name in DRAWN if name not in protocol.parts]
    try:
        plan, _ = protocol.plan(), protocol.frozen_list()
        frozen = commitments_of(protocol.parts["freeze"])
        seed = seed_of(protocol.parts["seed"]) if "seed" in protocol.parts else None
        drawn_at = protocol.drawn_at() if not missing else None
    except InputError as error:
        yield CheckResult("texts", "fail", str(error.problems[0].values.get("kind", "")))
        return
    yield CheckResult("texts", "unknown" if missing else "pass", ", ".join(missing))
    yield _is("frozen", (frozen.plan_sha256, frozen.list_sha256) == tuple(map(_sha(protocol), ("plan", "list"))))
    yield _compared("published", known.published, _sha(protocol)("freeze"))
    if known.stamp is not None:
        at = time_of_stamp(protocol.parts["freeze"], known.stamp.reply, known.stamp.authority)
        yield CheckResult("stamped", "pass" if at is not None and at < plan.public.at else "fail", at or "")
    if seed is None or drawn_at is None:
        return
    yield _is("secret", sha256(seed.secret) == frozen.secret_sha256 and seed.freeze_sha256 == _sha(protocol)("freeze"))
    lacking = [role for role in plan.supervisors if role not in seed.contributions]
    strange = [role for role in seed.contributions if role not in plan.supervisors]
    yield CheckResult("contributions", "fail" if lacking or strange else "pass", ", ".join(lacking + strange))
    yield _is("public_fixed", seed.public[:2] == (plan.public.kind, plan.public.which))
    yield _public(seed, known.public_value)
    yield _timing(plan, frozen, drawn_at)
    yield _is("draw", _result_again(protocol, drawn_at) == protocol.parts["result"])
    yield _compared("signed", known.signed, _sha(protocol)("result"))
    if "withdrawals" in protocol.parts:
        yield _is("withdrawals", _withdrawals_again(protocol) == protocol.parts["withdrawals"])
        yield _compared("withdrawals_signed", known.withdrawals, _sha(protocol)("withdrawals"))


def _sha(protocol: DrawProtocol) -> Callable[[str], str]:
    return lambda name: sha256(protocol.parts[name])


def _is(name: str, holds: bool) -> CheckResult:
    return CheckResult(name, "pass" if holds else "fail")


def _compared(name: str, told: str | None, found: str) -> CheckResult:
    """A code that was told elsewhere, against the one found; spaces and capitals do not count."""
    if told is None or not told.strip():
        return CheckResult(name, "unknown", found)
    return CheckResult(name, "pass" if "".join(told.split()).lower() == found else "fail", found)


def _public(seed: Seed, told: str | None) -> CheckResult:
    """Whether the public value is what the world knows: told from elsewhere, or by the signature of drand."""
    kind, which, value = seed.public
    verdict: Verdict = "unknown"
    if told is not None and told.strip():
        try:
            verdict = "pass" if normal_value(kind, told) == value else "fail"
        except InputError:
            verdict = "fail"
    if kind == "drand" and verdict != "fail" and extras.drand():
        verdict = "pass" if verify_round(which, value) else "fail"
    return CheckResult("public_value", verdict, f"{which}: {value}")


def _timing(plan: DrawPlan, frozen: Commitments, drawn_at: str) -> CheckResult:
    """Whether the list was frozen before the public value came to be known, and lots drawn after."""
    at = plan.public.at
    if plan.public.kind == "drand":
        try:
            at = time_of_round(plan.public.which)
        except InputError:
            return CheckResult("timing", "fail", plan.public.which)
    good = at == plan.public.at and frozen.frozen_at < at <= drawn_at
    return CheckResult("timing", "pass" if good else "fail", f"{frozen.frozen_at} < {at} ≤ {drawn_at}")


def _result_again(protocol: DrawProtocol, drawn_at: str) -> str:
    try:
        return protocol.draw_again().as_text(sha256(protocol.parts["seed"]), drawn_at)
    except (AncuError, KeyError):
        return ""


def _withdrawals_again(protocol: DrawProtocol) -> str:
    text = protocol.parts["withdrawals"]
    try:
        followed = follow(protocol.plan(), protocol.draw_again(), withdrawals_of(text))
        return withdrawals_text(sha256(protocol.parts["result"]), followed)
    except (AncuError, KeyError):
        return ""


def rows_of_result(text: str) -> list[list[str]]:
    """The rows of a result, as minutes and reports read them."""
    return rows_of(RESULT, text)
