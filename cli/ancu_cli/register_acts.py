"""The acts of an office on the register, each an entry that points to an older one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from ancu.errors import Problem
from ancu.messages import Language, message
from ancu.register import acts
from ancu.register.entries import RegisterEntry, Rescreened
from ancu.register.standing import ApplicationStanding
from ancu.register.store import Register, RegisterWriter
from ancu.register.wording import entry_text, today
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.model import Bounds, FactDef
from ancu.rulebook.values import ValueProblem, parse
from ancu_cli.common import UsageProblem, day_of
from ancu_cli.exits import Exit
from ancu_cli.folding import say
from ancu_cli.register_common import on_day

#: An amount that is paid out, in đồng.
_AMOUNT = FactDef.model_construct(type="money", values={}, bounds=Bounds(min=1, max=10**12))


def approve(
    *,
    lang: Language,
    rules_dir: str | None,
    address: str,
    by: str | None,
    numbers: tuple[str, ...],
    decline: bool,
    why: str | None,
) -> int:
    """Approve entries, or decline them; all of them or none."""
    chosen = acts.numbers(numbers)
    with Register.open(address).writing(by) as writer:
        made = [acts.approve(writer, number, why, decline=decline) for number in chosen]
    done = "register_declined_count" if decline else "register_approved_count"
    say(message(done, lang, count=len(made)))
    return Exit.ALL_JUDGED


def revoke(
    *, lang: Language, rules_dir: str | None, address: str, by: str | None, case: str, programme: str | None, why: str
) -> int:
    """Take a decision back."""
    return _act(address, by, case, programme, lang, lambda writer, one: acts.revoke(writer, one, why))


def appeal(
    *,
    lang: Language,
    rules_dir: str | None,
    address: str,
    by: str | None,
    case: str,
    programme: str | None,
    on: str | None,
    why: str,
) -> int:
    """Enter a complaint."""
    day = on_day(on)
    return _act(address, by, case, programme, lang, lambda writer, one: acts.appeal(writer, one, day, why))


def sign(
    *,
    lang: Language,
    rules_dir: str | None,
    address: str,
    by: str | None,
    case: str,
    programme: str | None,
    on: str | None,
    contract: str,
) -> int:
    """Enter that a contract was signed; who was not judged again on that day is pointed out."""
    day = on_day(on)

    def signed(writer: RegisterWriter, one: ApplicationStanding) -> RegisterEntry:
        if not _rescreened_on(one, day):
            say(message("register_not_rescreened", lang), err=True)
        return acts.sign(writer, one, day, contract)

    return _act(address, by, case, programme, lang, signed)


def _rescreened_on(one: ApplicationStanding, day: date) -> bool:
    again = one.rescreened.act if one.rescreened is not None else None
    return isinstance(again, Rescreened) and bool(again.decision["as_of"] == day.isoformat())


def pay(
    *,
    lang: Language,
    rules_dir: str | None,
    address: str,
    by: str | None,
    case: str,
    programme: str | None,
    on: str | None,
    amount: str,
) -> int:
    """Enter a payment."""
    day = on_day(on)
    try:
        paid = parse(_AMOUNT, amount)
    except ValueProblem as problem:
        values = {"name": "--amount", "value": amount, "problem": problem.text, "fact": "amount"}
        raise UsageProblem(Problem("fact_unfit", values)) from problem
    assert isinstance(paid, int)
    return _act(address, by, case, programme, lang, lambda writer, one: acts.pay(writer, one, day, paid))


def hand_over(
    *,
    lang: Language,
    rules_dir: str | None,
    address: str,
    by: str | None,
    case: str,
    programme: str | None,
    on: str | None,
    what: Literal["home", "file"],
    to: str | None,
) -> int:
    """Enter that a home was handed over, or the file passed on."""
    day = on_day(on)
    return _act(address, by, case, programme, lang, lambda writer, one: acts.hand_over(writer, one, what, day, to))


def retain(
    *,
    lang: Language,
    rules_dir: str | None,
    address: str,
    by: str | None,
    case: str,
    programme: str | None,
    until: str,
    basis: str,
) -> int:
    """Enter until when personal data are kept."""
    last = day_of(until, "--until")
    assert last is not None
    return _act(address, by, case, programme, lang, lambda writer, one: acts.retain(writer, one, last, basis))


def erase(
    *, lang: Language, rules_dir: str | None, address: str, by: str | None, case: str, programme: str | None, why: str
) -> int:
    """Erase the personal data of a case."""
    register = Register.open(address)
    with register.writing(by) as writer:
        entry = acts.erase(writer, acts.find(writer, case, programme), why, today())
    register.scrub()
    say(message("register_erased_count", lang, number=entry.number))
    return Exit.ALL_JUDGED


def step(
    *,
    lang: Language,
    rules_dir: str | None,
    address: str,
    by: str | None,
    name: str,
    project: str | None,
    case: str | None,
    programme: str | None,
    procedure: str | None,
    on: str | None,
) -> int:
    """Enter a step of a procedure."""
    if (project is None) == (case is None):
        raise UsageProblem(Problem("register_step_of_what", {}))
    register, day = Register.open(address), on_day(on)
    book = load_rulebook(rules_dir)
    with register.writing(by) as writer:
        one = acts.find(writer, case, programme) if case is not None else None
        entry = acts.step(writer, book.procedures, name, day, project=project, one=one, procedure=procedure)
    say(message("register_added", lang, number=entry.number, kind=entry_text(entry, lang, book.procedures)))
    return Exit.ALL_JUDGED


def _act(
    address: str,
    by: str | None,
    case: str,
    programme: str | None,
    lang: Language,
    act: Callable[[RegisterWriter, ApplicationStanding], RegisterEntry],
) -> int:
    """Take an act on the application of a case, and say what was entered."""
    with Register.open(address).writing(by) as writer:
        entry = act(writer, acts.find(writer, case, programme))
    say(message("register_added", lang, number=entry.number, kind=entry_text(entry, lang)))
    return Exit.ALL_JUDGED
