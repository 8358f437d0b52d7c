"""``ancu draw plan``: the procedure in force, what it leaves open, and the plan once all of that is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import yaml

from ancu.decision.moments import read_filing
from ancu.draw.choosing import checked_plan_file, draws_of, plan_for, points_open, procedure_for
from ancu.draw.public_value import KINDS
from ancu.errors import Problem
from ancu.messages import Language, message
from ancu.rulebook import citations
from ancu.rulebook.draws import DrawProcedure
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem
from ancu_cli.common import UsageProblem, day_of
from ancu_cli.draw_common import pairs_of
from ancu_cli.exits import Exit
from ancu_cli.folding import say
from ancu_cli.writing import write_new


def plan(
    *,
    lang: Language,
    rules_dir: str | None,
    programme: str,
    funding: str,
    intake: str,
    project: str | None,
    flats: tuple[str, ...],
    project_flats: int | None,
    choose: tuple[str, ...],
    public: str | None,
    public_at: str | None,
    output: str | None,
) -> Exit:
    """Print the procedure and its open points; with ``output``, write the plan, which needs every choice."""
    book = load_rulebook(rules_dir)
    day = day_of(intake)
    assert day is not None
    choices = pairs_of(choose, "draw_bad_choice")
    name, procedure = procedure_for(book, programme, funding, day)
    if output is None:
        say("\n".join(_said(book, name, procedure, programme, day, choices, lang)))
        return Exit.ALL_JUDGED
    given = {"--project": project, "--flats": flats, "--public": public}
    lacking = ", ".join(option for option, value in given.items() if not value)
    if lacking:
        raise UsageProblem(Problem("draw_plan_lacks", {"names": lacking}))
    data: dict[str, Any] = {
        "project": project,
        "programme": programme,
        "funding": funding,
        "intake": day,
        "flats": _flats(flats),
        **({"project_flats": project_flats} if project_flats is not None else {}),
        "choices": choices,
        "public": _public(public or "", public_at),
    }
    plan_for(book, checked_plan_file(None, data), lang=lang)
    say("\n".join(_said(book, name, procedure, programme, day, choices, lang)))
    written = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
    write_new(output, f"# {message('draw_plan_comment', lang)}\n{written}".encode())
    say(message("draw_plan_written", lang, path=output), err=True)
    return Exit.ALL_JUDGED


def _flats(written: tuple[str, ...]) -> dict[str, int | list[str]]:
    """The flats by type: how many, or their codes."""
    found: dict[str, int | list[str]] = {}
    for kind, value in pairs_of(written, "draw_bad_flats").items():
        codes = [code.strip() for code in value.split(",") if code.strip()]
        number = len(codes) == 1 and value.isascii() and value.isdecimal()
        found[kind] = int(value) if number else codes
    return found


def _public(written: str, at: str | None) -> dict[str, Any]:
    """The public value that was asked for."""
    kind, colon, which = written.partition(":")
    if kind not in KINDS or not colon or not which.strip():
        raise UsageProblem(Problem("draw_bad_public", {"value": written}))
    found: dict[str, Any] = {"kind": kind, "which": which.strip()}
    if at is not None:
        try:
            day, hour = read_filing(at)
        except ValueProblem as problem:
            raise UsageProblem(Problem("draw_bad_time", {"value": at})) from problem
        if hour is None:
            raise UsageProblem(Problem("draw_bad_time", {"value": at}))
        found["at"] = datetime.fromisoformat(f"{day.isoformat()}T{hour}:00")
    return found


def _said(
    book: Rulebook,
    name: str,
    procedure: DrawProcedure,
    programme: str,
    day: date,
    choices: Mapping[str, str],
    lang: Language,
) -> Iterator[str]:
    """The procedure in words, its open points with their options, those chosen marked."""
    yield message("draw_said_procedure", lang, title=procedure.title[lang], name=name, day=f"{day:%d/%m/%Y}")
    yield citations.render_all(procedure.basis, book.instruments, lang)
    supervisors = ", ".join(role[lang] for role in procedure.supervisors.values())
    values = {"organiser": procedure.organiser[lang], "supervisors": supervisors or message("draw_said_nobody", lang)}
    yield message("draw_said_organiser", lang, **values)
    formula = procedure.set_aside
    basis = citations.render_all(formula.basis, book.instruments, lang)
    yield message("draw_said_set_aside", lang, title=formula.title[lang], basis=basis)
    yield message(f"draw_said_order_{procedure.order}", lang)
    titles = [book.conditions[rank].title[lang] for rank in book.programmes[programme].priority]
    titles += [title[lang] for title in procedure.own_groups.values()]
    yield from (f"  {number}. {title}" for number, title in enumerate(titles, 1))
    yield from (message("draw_said_note", lang, note=note[lang]) for note in procedure.note)
    yield ""
    yield message("draw_said_points", lang)
    open_ = points_open(book, procedure, choices)
    for point in procedure.points:
        found = draws_of(book).points[point]
        only = ", ".join(f"{other}={answer}" for other, answer in found.when.items())
        condition = f" {message('draw_said_when', lang, condition=only)}" if only else ""
        yield f"  {point}: {found.title[lang]}{condition}"
        for option, each in found.options.items():
            said = message("draw_said_option", lang, name=option, title=each.title[lang], caveat=each.caveat[lang])
            chosen = point in open_ and choices.get(point) == option
            yield f"    - {said}" + (f" {message('draw_said_chosen', lang)}" if chosen else "")
