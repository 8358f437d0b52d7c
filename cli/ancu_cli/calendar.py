"""``ancu calendar``: due dates of a project, a review or a whole register, as a file that calendars take in."""

from __future__ import annotations

import sys
from datetime import date

from ancu.errors import Problem, UnknownNameError, suggestion
from ancu.messages import Language, message
from ancu.register.calendar_file import calendar_file
from ancu.register.due import DueStep, due, due_of_procedure
from ancu.register.standing import standing_of
from ancu.register.store import Register
from ancu.register.wording import of_project
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.procedures import Procedure
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse_date
from ancu_cli.common import UsageProblem
from ancu_cli.exits import Exit
from ancu_cli.folding import say
from ancu_cli.register_common import on_day
from ancu_cli.writing import write_whole


def calendar(
    *,
    lang: Language,
    rules_dir: str | None,
    address: str | None,
    project: str | None,
    procedure: str | None,
    done: tuple[str, ...],
    on: str | None,
    output: str | None,
) -> Exit:
    """Write what is due: of the register, or of a procedure whose steps were taken on the days that are told."""
    today = on_day(on)
    if procedure is None and address is None:
        raise UsageProblem(Problem("calendar_which_source", {}))
    if done and procedure is None:
        raise UsageProblem(Problem("calendar_done_alone", {}))
    book = load_rulebook(rules_dir)
    cases: dict[str, str] = {}
    if procedure is not None:
        chosen = _procedure(book, procedure)
        steps = due_of_procedure(chosen, project, _days(chosen, done), today)
    else:
        assert address is not None
        steps, cases = _of_register(book, address, project, today)
    content = calendar_file(book, steps, cases, today, lang)
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    else:
        write_whole(output, content)
        say(message("note_written", lang, path=output), err=True)
    say(message("calendar_count", lang, count=len(steps)), err=True)
    return Exit.ALL_JUDGED


def _of_register(
    book: Rulebook, address: str, project: str | None, today: date
) -> tuple[list[DueStep], dict[str, str]]:
    with Register.open(address).reading() as reader:
        found, cases = standing_of(reader.entries()), reader.cases()
    if project is not None and project not in found.projects:
        of_project(found, project)  # says so where there is no such project
    steps = due(found, book.procedures, today)
    return [one for one in steps if project is None or one.project == project], cases


def _procedure(book: Rulebook, name: str) -> Procedure:
    if name in book.procedures:
        return book.procedures[name]
    values = {"name": name, "hint": suggestion(name, book.procedures)}
    raise UnknownNameError(Problem("register_procedure_unknown", values))


def _days(procedure: Procedure, done: tuple[str, ...]) -> dict[str, date]:
    """The days on which steps were taken, given as ``STEP=DATE``."""
    days: dict[str, date] = {}
    for text in done:
        name, equals, written = text.partition("=")
        if not equals:
            raise UsageProblem(Problem("calendar_bad_done", {"value": text}))
        if name not in procedure.steps:
            values = {"name": name, "hint": suggestion(name, procedure.steps), "known": ", ".join(procedure.steps)}
            raise UnknownNameError(Problem("calendar_step_unknown", values))
        try:
            days[name] = parse_date(written)
        except ValueProblem as problem:
            raise UsageProblem(Problem("usage_bad_date", {"value": written, "problem": problem.text})) from problem
    return days
