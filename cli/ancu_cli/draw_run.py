"""``ancu draw run|withdraw``: the draw from what was frozen, and what follows it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ancu import extras
from ancu.draw.canonical import sha256
from ancu.draw.choosing import draws_of
from ancu.draw.drawing import draw
from ancu.draw.minutes import check_minutes, minutes_of, said_flat
from ancu.draw.plan import DrawPlan
from ancu.draw.protocol import FROZEN, DrawProtocol, Seed, commitments_of, read_protocol
from ancu.draw.public_value import normal_value, verify_round, written_time
from ancu.draw.verifier_page import verifier_page
from ancu.draw.withdrawing import Withdrawal, follow, withdrawals_of, withdrawals_text
from ancu.errors import InputError, OutputError, Problem, suggestion
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.screening.results.files import whole_files
from ancu.text_files import content_of
from ancu_cli import draw_common
from ancu_cli.common import UsageProblem
from ancu_cli.draw_common import MINUTES, PAGE, PROTOCOL, RESULT, SECRET, pairs_of
from ancu_cli.exits import Exit
from ancu_cli.folding import say


def run(
    *,
    lang: Language,
    rules_dir: str | None,
    folder: str,
    contributions: tuple[str, ...],
    value: str,
    secret: str | None,
) -> Exit:
    """Make the seed, draw, and write result, minutes and the page that verifies."""
    check_minutes()
    book = load_rulebook(rules_dir)
    here = Path(folder)
    found = read_protocol(here / PROTOCOL)
    if set(found.parts) != set(FROZEN):
        raise OutputError(Problem("draw_drawn_already", {"path": str(here / PROTOCOL)}))
    plan, dossiers = found.plan(), found.frozen_list().dossiers
    drawn_at = written_time(draw_common.now())
    if drawn_at < plan.public.at:
        raise UsageProblem(Problem("draw_too_early", {"at": plan.public.at, "now": drawn_at}))
    told = _secret(found, Path(secret) if secret is not None else here / SECRET)
    public = (plan.public.kind, plan.public.which, _value(plan, value))
    seed = Seed(sha256(found.parts["freeze"]), told, _contributions(plan, contributions), public).as_text()
    result = draw(plan, dossiers, sha256(seed))
    done = found.with_part("seed", seed).with_part("result", result.as_text(sha256(seed), drawn_at))
    with whole_files() as files:
        files.write(here / RESULT, done.parts["result"].encode())
        files.write(here / MINUTES, minutes_of(book, draws_of(book), done, lang))
        files.write(here / PAGE, verifier_page())
        files.write(here / PROTOCOL, done.as_file())
    say(message("draw_ran", lang, won=len(result.wins), others=len(result.others)))
    say(message("draw_ran_code", lang, code=done.sha256["result"]))
    written = ", ".join(str(here / name) for name in (PROTOCOL, RESULT, MINUTES, PAGE))
    say(message("draw_ran_files", lang, files=written), err=True)
    return Exit.ALL_JUDGED


def _secret(found: DrawProtocol, path: Path) -> str:
    """The organiser's secret, as it was committed to."""
    secret = content_of(path).decode(errors="replace").strip()
    if sha256(secret) != commitments_of(found.parts["freeze"]).secret_sha256:
        raise InputError(Problem("draw_secret_unlike", {}, str(path)))
    return secret


def _value(plan: DrawPlan, written: str) -> str:
    """The public value; that of drand is verified where that can be done."""
    value = normal_value(plan.public.kind, written)
    if plan.public.kind == "drand" and extras.drand() and not verify_round(plan.public.which, value):
        raise InputError(Problem("draw_round_false", {"round": plan.public.which}))
    return value


def _contributions(plan: DrawPlan, written: tuple[str, ...]) -> Mapping[str, str]:
    """What each supervisor of the plan contributes, in the plan's order."""
    said = pairs_of(written, "draw_contribution_bad")
    for role in said:
        if role not in plan.supervisors:
            values = {"value": role, "hint": suggestion(role, plan.supervisors), "known": ", ".join(plan.supervisors)}
            raise UsageProblem(Problem("draw_role_unknown", values))
    missing = [role for role in plan.supervisors if role not in said]
    if missing:
        values = {"title": plan.supervisors[missing[0]], "role": missing[0]}
        raise UsageProblem(Problem("draw_role_missing", values))
    return {role: " ".join(said[role].split()) for role in plan.supervisors}


def withdraw(*, lang: Language, rules_dir: str | None, folder: str, case: str, why: str) -> Exit:  # noqa: ARG001
    """Enter a withdrawal, and say who has the flat now."""
    path = Path(folder) / PROTOCOL
    found = read_protocol(path)
    if "result" not in found.parts:
        raise InputError(Problem("draw_not_drawn", {}, str(path)))
    earlier = withdrawals_of(found.parts["withdrawals"]) if "withdrawals" in found.parts else []
    now = Withdrawal(written_time(draw_common.now()), case, " ".join(why.split()))
    followed = follow(found.plan(), found.draw_again(), [*earlier, now])
    done = found.with_part("withdrawals", withdrawals_text(sha256(found.parts["result"]), followed))
    with whole_files() as files:
        files.write(path, done.as_file())
    last = followed[-1]
    kind = "waiting" if last.flat is None else "back" if last.successor is None else "reserve"
    flat = said_flat(last.flat) if last.flat is not None else ""
    say(message(f"draw_withdrawn_{kind}", lang, case=case, successor=last.successor, flat=flat))
    say(message("draw_withdrawn_code", lang, code=done.sha256["withdrawals"]))
    return Exit.ALL_JUDGED
