"""``ancu register enter|correct``: decisions that are entered, and those that take their place."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from ancu.errors import Problem
from ancu.messages import Language, message
from ancu.register import acts
from ancu.register.deciding import decide_on
from ancu.register.entering import EnteringAsked, applications_of_list, applications_of_log, check_cases
from ancu.register.entries import RegisterEntry
from ancu.register.store import Register
from ancu.register.wording import entry_text
from ancu.rulebook.loading import load_rulebook
from ancu_cli.common import UsageProblem, day_of, given_facts
from ancu_cli.exits import Exit
from ancu_cli.explain import record_from_json
from ancu_cli.folding import say
from ancu_cli.replay import is_log


def enter(
    *,
    lang: Language,
    rules_dir: str | None,
    address: str,
    by: str | None,
    source: str,
    programme: str | None,
    project: str | None,
    filed_on: str | None,
    keep: tuple[str, ...],
    cases: tuple[str, ...],
    new_only: bool,
) -> int:
    """Enter the cases of a screened list or of a decision log, all of them or none."""
    register = Register.open(address)
    book = load_rulebook(rules_dir)
    asked = EnteringAsked(programme, project, day_of(filed_on, "--filed-on"), keep)
    if is_log(source):
        found = list(applications_of_log(book, source, asked, cases))
    else:
        found = list(applications_of_list(book, source, asked))
        check_cases(cases, (one.data.case for one in found), source)
        found = [one for one in found if not cases or one.data.case in cases]
    made: list[RegisterEntry] = []
    left = 0
    statuses: Counter[str] = Counter()
    with register.writing(by) as writer:
        for one in found:
            if new_only and acts.entered_already(writer, one) is not None:
                left += 1
                continue
            made.append(acts.enter(writer, one))
            statuses[one.act.decision["status"]] += 1
    if left:
        say(message("register_left_known", lang, count=left), err=True)
    if not made:
        say(message("register_entered_none", lang))
        return Exit.ALL_JUDGED
    told = ", ".join(f"{count} {message(f'status_{status}', lang)}" for status, count in sorted(statuses.items()))
    values = {"count": len(made), "first": made[0].number, "last": made[-1].number, "statuses": told}
    say(message("register_entered_count", lang, **values))
    return Exit.ALL_JUDGED


def correct(
    *,
    lang: Language,
    rules_dir: str | None,
    address: str,
    by: str | None,
    case: str,
    programme: str | None,
    record: str | None,
    given: tuple[str, ...],
    as_of: str | None,
    why: str,
) -> int:
    """Judge a case by other facts and enter the decision in place of the one before."""
    if record is None and not given:
        raise UsageProblem(Problem("register_nothing_to_correct", {}))
    register = Register.open(address)
    book = load_rulebook(rules_dir)
    changed = given_facts(book, given)
    written = record_from_json(book, record) if record is not None else None
    with register.writing(by) as writer:
        one = acts.find(writer, case, programme)
        before = acts.personal_of(writer, one).record()
        facts = written or before
        facts = replace(facts, facts={**facts.facts, **changed}, case=before.case)
        day = day_of(as_of) or facts.as_of or date.fromisoformat(one.latest.decision["as_of"])
        decision = decide_on(book, facts, one.programme, day)
        entry = acts.correct(writer, one, facts, decision, why)
    say(message("register_added", lang, number=entry.number, kind=entry_text(entry, lang)))
    # What was set may say otherwise than the rest of the record, such as its members: whoever approves has to know.
    for conflict in decision.texts(lang).conflicts:
        say(message("register_conflict", lang, conflict=conflict), err=True)
    return Exit.ALL_JUDGED
