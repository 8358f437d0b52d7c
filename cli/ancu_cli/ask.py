"""``ancu ask``: the interview in a terminal, or with answers from a pipe.

Questions go to the error stream, so that what comes out is the decision alone.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import date

import click

from ancu.decision.preferences import choice_text, choose_between
from ancu.decision.rendering import status_text, title_of
from ancu.errors import OutputError, Problem
from ancu.interview.interview import Interview
from ancu.interview.saving import as_record, from_saved
from ancu.interview.scope import programmes_for
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.lists.json_records import parse_object
from ancu.text_files import content_of, decode
from ancu_cli.ask_talk import Talk
from ancu_cli.common import UsageProblem, day_of
from ancu_cli.decisions import as_json, changes_as_json
from ancu_cli.exits import Exit
from ancu_cli.explain_household import section
from ancu_cli.folding import say
from ancu_cli.writing import write_new


def ask(
    *,
    lang: Language,
    rules_dir: str | None,
    programme: tuple[str, ...],
    who: tuple[str, ...],
    as_of: str | None,
    resume: str | None,
    record: str | None,
    slip: tuple[str, ...],
    as_data: bool,
) -> int:
    """Ask, one question at a time, until nothing that is open can matter; then tell the decisions."""
    if resume is not None and (programme or who):
        raise UsageProblem(Problem("usage_ask_resume", {}))
    if record is not None and os.path.lexists(record):
        raise OutputError(Problem("file_exists", {"path": record}))  # now, not when all is answered
    book, day = load_rulebook(rules_dir), day_of(as_of)
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # what is no text is no answer either
    if resume is not None:
        talk = Talk(*_kept(book, resume, day), lang)
    else:
        talk = Talk(_begun(book, programme, who, day or date.today()), None, lang)
    if slip:
        from ancu_cli.ask_slip import check_slips, write_slips  # only where asked: what it takes is slow to load

        check_slips(slip, resume, len(talk.interview.programmes))
    try:
        talk.run()
    except KeyboardInterrupt:
        if not talk.offer_to_save():
            raise
        return Exit.INTERRUPTED
    _tell(talk.interview, lang, as_data)
    if record is not None:
        write_new(record, as_record(talk.interview), mode=0o600)
        say(message("interview_record", lang, path=record), err=True)
    if slip:
        write_slips(talk.interview, slip, lang)
    return Exit.ALL_JUDGED


def _begun(book: Rulebook, programme: tuple[str, ...], who: tuple[str, ...], day: date) -> Interview:
    chosen = dict.fromkeys(book.programme(name).programme for name in programme)
    names = list(chosen) or programmes_for(book, who, day)
    if not names:
        raise UsageProblem(Problem("usage_ask_nothing", {"day": day.strftime("%d/%m/%Y")}))
    return Interview(book, names, day)


def _kept(book: Rulebook, path: str, day: date | None) -> tuple[Interview, str]:
    """The interview in a file, and the digest of the rulebook that it was kept under."""
    written = parse_object(path, decode(path, content_of(path)))
    return from_saved(book, path, written, day), str(written.get("rulebook"))


def _tell(interview: Interview, lang: Language, as_data: bool) -> None:
    """The decisions, by two engines: at a glance, then each that is in force as ``ancu explain --what-if`` tells it."""
    book, decisions = interview.book, interview.decide()
    choices = choose_between(book, decisions)
    if as_data:
        answer = [{**as_json(one, lang), "changes": changes_as_json(one, lang)} for one in decisions]
        for choice in choices:
            for part in answer:
                if part["programme"] in choice.eligible:
                    part["texts"].setdefault("choices", []).append(choice_text(book, choice, lang))
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    order = ("eligible", "undetermined", "ineligible", "not_in_force")
    decisions = sorted(decisions, key=lambda decision: order.index(decision.status))
    if len(decisions) > 1:
        say(message("interview_results", lang))
        for one in decisions:
            title = title_of(book, one.programme, lang)
            say(message("interview_result", lang, title=title, status=status_text(one, lang)))
        say()
    told = [one for one in decisions if one.status != "not_in_force"] or decisions
    say("\n".join(decision.explain(lang) for decision in told), nl=False)
    for one in told:
        heading = message("what_if_heading", lang, title=title_of(book, one.programme, lang))
        for line in section(heading, one.changes.texts(lang).lines(), "text"):
            say(line)
    for line in section(message("explain_choices", lang), [choice_text(book, one, lang) for one in choices], "text"):
        say(line)
