"""``ancu doctor``: what is missing or wrong on this machine, and how to mend it."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from ancu import __version__
from ancu.messages import Language, message
from ancu_cli.doctor_findings import MachineFinding, look_at
from ancu_cli.doctor_machine import machine_checks
from ancu_cli.doctor_named import named_checks
from ancu_cli.exits import Exit
from ancu_cli.folding import say

#: What a title of a topic and a state are filled up to, so that lines stand below one another.
_STATE_WIDTH = 9


def doctor(
    *,
    lang: Language,
    rules_dir: str | None,
    uses: tuple[str, ...],
    keys: str | None,
    decision_log: str | None,
    host: str,
    port: int | None,
    address: str | None,
    features: str | None,
    as_json: bool,
) -> int:
    """Look at everything, whatever is broken, and say it; 3 where something is missing that the uses need."""
    named = named_checks(uses, keys, decision_log, host, port, address, features)
    found = [look_at(check) for check in (*machine_checks(uses, rules_dir), *named)]
    lacking = [finding for finding in found if finding.lacking]
    if as_json:
        click.echo(_as_json(found, uses, lang))
    else:
        for finding in found:
            say(_line(finding, lang))
        values = {"uses": ", ".join(uses or ("screen",)), "count": len(lacking)}
        say("\n" + message("doctor_lacking" if lacking else "doctor_ready", lang, **values))
    return Exit.MACHINE_LACKS if lacking else Exit.ALL_JUDGED


def _line(finding: MachineFinding, lang: Language) -> str:
    state = message(f"doctor_state_{finding.state}", lang)
    line = f"{state:<{_STATE_WIDTH}} {finding.title(lang)}: {finding.said.text(lang)}"
    if finding.mend is not None:
        line += f"\n{'':<{_STATE_WIDTH}} → {finding.mend.text(lang)}"
    return line


def _as_json(found: Sequence[MachineFinding], uses: tuple[str, ...], lang: Language) -> str:
    """All findings for another program: topics and states are stable, texts are in ``lang``."""
    said = {
        "version": __version__,
        "uses": list(uses),
        "ready": not any(finding.lacking for finding in found),
        "findings": [
            {
                "topic": finding.topic,
                "name": finding.name,
                "state": finding.state,
                "needed": finding.needed,
                "kind": finding.said.kind,
                "text": finding.said.text(lang),
                "mend": finding.mend.text(lang) if finding.mend is not None else None,
            }
            for finding in found
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2)
