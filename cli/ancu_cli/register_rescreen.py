"""``ancu register rescreen``: who of a project no longer qualifies on a day, and why."""

from __future__ import annotations

import json
from typing import Any

import click

from ancu.messages import Language, message
from ancu.register import acts
from ancu.register.entering import programme_of
from ancu.register.rescreening import RescreenedCase
from ancu.register.rescreening import rescreen as rescreen_applications
from ancu.register.standing import standing_of
from ancu.register.store import Register
from ancu.register.wording import of_project
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.values import day_text
from ancu.screening.jobs.listed_rows import screened_rows
from ancu.screening.jobs.receipt import read_receipt
from ancu_cli.exits import Exit
from ancu_cli.folding import say
from ancu_cli.register_common import on_day
from ancu_cli.register_show import OutputForm


def rescreen(
    *,
    lang: Language,
    rules_dir: str | None,
    address: str,
    by: str | None,
    project: str | None,
    on: str | None,
    receipt: str | None,
    record: bool,
    form: OutputForm,
) -> int:
    """Judge the granted, unsigned cases of a project again; exit 1 where somebody no longer qualifies."""
    register, day = Register.open(address), on_day(on)
    book = load_rulebook(rules_dir)
    now = {}
    if receipt is not None:
        run = read_receipt(receipt)
        programme = programme_of(book, receipt, None, run.programmes)
        now = {one.record.case: one.record for one in screened_rows(book, receipt, run, programme)}
    with register.reading() as reader:
        applications = of_project(standing_of(reader.entries()), project)
        known = {case: one for case, one in now.items() if case is not None}
        found = list(rescreen_applications(book, reader, applications, day, known))
    if record:
        # Judging takes time, in which others write; so the register is held only now.
        judged = [(one.standing, act) for one in found if (act := one.act) is not None]
        with register.writing(by) as writer:
            for standing, act in judged:
                acts.rescreened(writer, standing, act)
    if form == "json":
        click.echo(json.dumps([_as_json(one, lang) for one in found], ensure_ascii=False, indent=2))
    elif not found:
        say(message("register_rescreened_none", lang))
    else:
        _tell(found, lang)
        lost = sum(not one.keeps for one in found)
        values = {"count": len(found), "day": day_text(day, lang), "keeps": len(found) - lost, "lost": lost}
        say(message("register_rescreened_count", lang, **values))
    return Exit.ALL_JUDGED if all(one.keeps for one in found) else Exit.SOME_CHANGED


def _tell(found: list[RescreenedCase], lang: Language) -> None:
    """Those who do not qualify any more, each with the reasons."""
    for one in found:
        if one.decision is None:
            say(message("register_rescreened_erased", lang, case=one.standing.application))
        elif not one.keeps:
            texts = one.decision.texts(lang)
            say(message("register_rescreened_case", lang, case=one.case, status=texts.status))
            for reason in texts.reasons:
                say(f"  - {reason}")


def _as_json(one: RescreenedCase, lang: Language) -> dict[str, Any]:
    decision = one.decision
    return {
        "application": one.standing.application,
        "case": one.case,
        "keeps": one.keeps,
        "status": decision.status if decision is not None else None,
        "reasons": decision.texts(lang).reasons if decision is not None else [],
        "missing": decision.missing if decision is not None else [],
    }
