"""``ancu replay``: run a job again from its receipt, or judge a decision log again."""

from __future__ import annotations

import json
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from ancu.errors import InputError, Problem, os_reason
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu_cli.common import rulebook_for_a_run, show_progress
from ancu_cli.exits import Exit
from ancu_cli.folding import say

#: Bytes in which the first line of a decision log ends, or it is none.
_FIRST_LINE = 1 << 24


def replay(*, lang: Language, rules_dir: str | None, receipt: str | None, threads: int | None, schema: bool) -> Exit:
    """Say "identical", or name the first difference; with ``schema``, print what a receipt holds."""
    if schema:
        return _show_schema()
    if receipt is None:
        ctx = click.get_current_context()
        raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
    if is_log(receipt):
        return _replay_log(receipt, rules_dir, lang)
    from ancu.screening.jobs.replay import replay

    done = replay(rulebook_for_a_run(rules_dir), Path(receipt), threads=threads, progress=show_progress(lang))
    for path in done.gone:
        say(message("replay_file_gone", lang, path=path), err=True)
    if done.difference is None:
        say(message("replay_same", lang, rows=done.again.counts.read, files=len(done.again.outputs)))
        return Exit.ALL_JUDGED
    say(done.difference.text(lang))
    for name, then, now in done.versions():
        say(message("replay_version", lang, name=name, then=then, now=now))
    return Exit.REPLAY_DIFFERS


def _show_schema() -> Exit:
    """Print the JSON Schema of a receipt."""
    from ancu.screening.jobs.receipt import receipt_schema

    click.echo(json.dumps(receipt_schema(), indent=2, ensure_ascii=False))
    return Exit.ALL_JUDGED


def is_log(path: str) -> bool:
    """Whether a file is a decision log of the service: JSON Lines, the first with the decisions on a case."""
    try:
        with open(path, "rb") as file:
            first = file.readline(_FIRST_LINE)
    except OSError as error:
        raise InputError(Problem("file_unreadable", {"path": path, "reason": os_reason(error)})) from error
    try:
        entry = json.loads(first)
    except ValueError:
        return False
    return isinstance(entry, dict) and {"facts", "decisions"} <= entry.keys()


def _replay_log(path: str, rules_dir: str | None, lang: Language) -> Exit:
    if find_spec("ancu.service") is None:
        raise InputError(Problem("replay_needs_service", {}, path))
    journal: Any = import_module("ancu.service.journal")
    done = journal.replay_log(load_rulebook(rules_dir), path)
    say(done.text(lang))
    return Exit.ALL_JUDGED if done.identical and done.gap is None else Exit.REPLAY_DIFFERS
