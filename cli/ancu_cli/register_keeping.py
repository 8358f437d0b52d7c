"""``ancu register init|verify|head|backup|restore``: the register as a whole."""

from __future__ import annotations

from ancu.errors import InputError, Problem
from ancu.messages import Language, message
from ancu.register.copying import copy_into, new_file
from ancu.register.store import Register
from ancu.register.verifying import ChainHead, Verified, head_on, read_head
from ancu.register.verifying import verify as verify_register
from ancu.rulebook.values import day_text
from ancu_cli.exits import Exit
from ancu_cli.folding import say
from ancu_cli.register_common import on_day


def init(*, lang: Language, rules_dir: str | None, address: str) -> int:
    """Open a register, or bring an older one up to date."""
    register = Register(address)
    say(message("register_made" if register.create() else "register_current", lang, path=register.name))
    return Exit.ALL_JUDGED


def verify(*, lang: Language, rules_dir: str | None, address: str, heads: tuple[str, ...]) -> int:
    """Say that the register is sound, or name the first entry that is broken."""
    with Register.open(address).reading() as reader:
        found = verify_register(reader, _heads(heads))
    if not found.sound:
        say(found.text(lang))
        say(message("register_broken", lang), err=True)
        return Exit.REGISTER_BROKEN
    values = {"entries": found.entries, "people": found.people, "erased": found.erased, "head": found.head or "–"}
    say(message("register_sound", lang, **values))
    return Exit.ALL_JUDGED


def head(*, lang: Language, rules_dir: str | None, address: str, on: str | None) -> int:
    """Print the head of a day."""
    day = on_day(on)
    with Register.open(address).reading() as reader:
        found = head_on(reader, day)
    if found is None:
        say(message("register_head_none", lang, day=day_text(day, lang)))
    else:
        say(message("register_head_line", lang, day=day_text(day, lang), head=found))
    return Exit.ALL_JUDGED


def backup(*, lang: Language, rules_dir: str | None, address: str, output: str) -> int:
    """Copy the register into a new file."""
    source = Register.open(address)
    with new_file(output) as target:
        found = copy_into(source, target)
    _report_copy(found, output, lang)
    return Exit.ALL_JUDGED


def restore(*, lang: Language, rules_dir: str | None, address: str, backup: str, heads: tuple[str, ...]) -> int:
    """Copy a backup into a register that is new or empty."""
    if (copy := Register(backup)).of_file and not copy.exists():
        raise InputError(Problem("register_backup_missing", {"path": copy.name}))
    source, known = Register.open(backup), _heads(heads)
    target = Register(address)
    if target.of_file and not target.exists():
        with new_file(target.name) as draft:
            found = copy_into(source, draft, known)
    else:
        found = copy_into(source, target, known)
    _report_copy(found, target.name, lang)
    return Exit.ALL_JUDGED


def _report_copy(found: Verified, path: str, lang: Language) -> None:
    values = {"entries": found.entries, "people": found.people, "path": path, "head": found.head or "–"}
    say(message("register_copied", lang, **values))


def _heads(written: tuple[str, ...]) -> tuple[ChainHead, ...]:
    return tuple(map(read_head, written))
