"""``ancu register export``: the entries without personal data, or personal data for a purpose with a name."""

from __future__ import annotations

import sys
from typing import Literal

from ancu.errors import Problem
from ancu.messages import Language, message
from ancu.register.entries import Exported
from ancu.register.exporting import export_people, exported_entries
from ancu.register.standing import is_eligible, standing_of
from ancu.register.store import Register
from ancu.register.wording import of_project
from ancu_cli.common import UsageProblem
from ancu_cli.exits import Exit
from ancu_cli.folding import say
from ancu_cli.writing import write_whole


def export(
    *,
    lang: Language,
    rules_dir: str | None,
    address: str,
    by: str | None,
    output: str | None,
    purpose: str | None,
    recipient: str | None,
    fields: tuple[str, ...],
    project: str | None,
    only: Literal["granted", "signed"] | None,
) -> int:
    """Write the export; of personal data an entry says who took them for what before any leaves."""
    register = Register.open(address)
    if not (purpose or recipient or fields):
        with register.reading() as reader:
            lines = list(exported_entries(reader))
        _write(output, b"".join(lines))
        say(message("register_exported_count", lang, count=len(lines)), err=True)
        return Exit.ALL_JUDGED
    if not (purpose and recipient and fields):
        raise UsageProblem(Problem("register_export_unnamed", {}))
    with register.writing(by) as writer:
        applications = of_project(standing_of(writer.entries()), project)
        if only is not None:
            applications = [one for one in applications if one.state == "standing" and is_eligible(one.latest.decision)]
        if only == "signed":
            applications = [one for one in applications if one.signed is not None]
        form: Literal["jsonl", "csv"] = "csv" if (output or "").lower().endswith(".csv") else "jsonl"
        content, entry = export_people(writer, applications, fields, purpose, recipient, form)
    _write(output, content)
    assert isinstance(entry.act, Exported)
    values = {"count": entry.act.applications, "number": entry.number}
    say(message("register_exported_people", lang, **values), err=True)
    return Exit.ALL_JUDGED


def _write(output: str | None, content: bytes) -> None:
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    else:
        write_whole(output, content)
