"""From the officer's plan file and the rulebook to the plan of a draw: what the law leaves open is not chosen here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ancu.draw.plan import DrawPlan, Flat, PublicValue
from ancu.draw.public_value import VIETNAM, time_of_round, written_time
from ancu.errors import InputError, Problem, suggestion
from ancu.messages import Language
from ancu.rulebook.draws import DrawPoint, DrawProcedure, DrawsFile
from ancu.rulebook.rulebook import Rulebook

#: The group that the Law has and the decree does not list.
_TWO_CHILDREN = "priority_two_children"


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PublicChoice(_Asked):
    """Which public value the seed hangs on; ``at``: when it comes to be known, which of drand the round tells."""

    kind: Literal["drand", "lottery", "dice"]
    which: str | int
    at: datetime | None = None


class PlanFile(_Asked):
    """What an officer writes of a draw. ``flats``: by type, how many, or the code of each.

    ``project_flats``: all flats of the project, where only some are given in this draw.
    """

    project: str = Field(min_length=1)
    programme: str
    funding: str
    intake: date
    flats: dict[str | int, int | list[str | int]] = Field(min_length=1)
    project_flats: int | None = Field(default=None, ge=1)
    choices: dict[str, str] = {}
    public: PublicChoice


def read_plan_file(path: str, content: str) -> PlanFile:
    """The plan file; :class:`InputError` with every problem of it."""
    try:
        data = yaml.safe_load(content)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        detail = str(getattr(error, "problem", None) or error)
        line = mark.line + 1 if mark is not None else None
        raise InputError(Problem("draw_plan_yaml", {"detail": detail}, path, line)) from error
    return checked_plan_file(path, data)


def checked_plan_file(path: str | None, data: object) -> PlanFile:
    """What ``data`` says as a plan file; :class:`InputError` with every problem of it."""
    try:
        found = PlanFile.model_validate(data)
    except ValidationError as error:
        problems = [
            Problem("draw_plan_field", {"field": ".".join(map(str, e["loc"])) or "-", "detail": e["msg"]}, path)
            for e in error.errors(include_url=False)
        ]
        raise InputError(problems) from error
    if found.public.at is None and found.public.kind != "drand":
        raise InputError(Problem("draw_public_at_missing", {}, path))
    return found


def draws_of(book: Rulebook) -> DrawsFile:
    """The draws of a rulebook; :class:`InputError` for one that knows none."""
    if book.draws is None:
        raise InputError(Problem("draw_rulebook_without", {}))
    return book.draws


def procedure_for(book: Rulebook, programme: str, funding: str, intake: date) -> tuple[str, DrawProcedure]:
    """The procedure in force where the intake of a project opened on ``intake``, by its name."""
    book.programme(programme)
    draws = draws_of(book)
    known = {name for each in draws.procedures.values() for name in each.funding}
    if funding not in known:
        values: dict[str, object] = {"value": funding, "known": ", ".join(sorted(known))}
        raise InputError(Problem("draw_funding_unknown", values | {"hint": suggestion(funding, known)}))
    for name, procedure in draws.procedures.items():
        if programme in procedure.programmes and funding in procedure.funding and intake in procedure.period:
            return name, procedure
    values = {"programme": programme, "funding": funding, "day": f"{intake:%d/%m/%Y}"}
    raise InputError(Problem("draw_procedure_none", values))


def points_open(book: Rulebook, procedure: DrawProcedure, choices: Mapping[str, str]) -> dict[str, DrawPoint]:
    """The points that have to be answered, given what was answered already."""
    points = draws_of(book).points
    return {
        name: points[name]
        for name in procedure.points
        if all(choices.get(other) == answer for other, answer in points[name].when.items())
    }


def plan_for(book: Rulebook, asked: PlanFile, path: str | None = None, lang: Language = "vi") -> DrawPlan:
    """The plan that is frozen; :class:`InputError` with every choice that is missing, unknown or contradicts others."""
    name, procedure = procedure_for(book, asked.programme, asked.funding, asked.intake)
    open_ = points_open(book, procedure, asked.choices)
    flats = tuple(_flats(asked))
    problems = [*_choice_problems(open_, asked), *_contradictions(asked, procedure, flats)]
    if problems:
        raise InputError([Problem(each.kind, each.values, path) for each in problems])
    formula = procedure.set_aside
    return DrawPlan(
        project=asked.project.strip(),
        procedure=name,
        title=procedure.title[lang],
        programme=asked.programme,
        intake=asked.intake.isoformat(),
        set_aside=formula.formula,
        counted=asked.choices["counted"] if formula.of == "chosen" else "eligible",
        order=procedure.order,
        base=asked.project_flats if asked.project_flats is not None and formula.flats == "project" else len(flats),
        flats=flats,
        groups=groups_of(book, procedure, asked, lang),
        options={point: asked.choices[point] for point in open_},
        supervisors={role: title[lang] for role, title in procedure.supervisors.items()},
        public=_public(asked.public),
    )


def groups_of(book: Rulebook, procedure: DrawProcedure, asked: PlanFile, lang: Language) -> dict[str, str]:
    """The groups of priority in order, with their titles: those of the programme, then the procedure's own."""
    ranks = book.programmes[asked.programme].priority
    left_out = {_TWO_CHILDREN} if asked.choices.get("two_children") == "decree" else set()
    groups = {rank: book.conditions[rank].title[lang] for rank in ranks if rank not in left_out}
    return groups | {group: title[lang] for group, title in procedure.own_groups.items()}


def _flats(asked: PlanFile) -> Iterator[Flat]:
    for kind, flats in asked.flats.items():
        if isinstance(flats, int):
            yield from [Flat(str(kind))] * flats
        else:
            yield from (Flat(str(kind), str(code).strip()) for code in flats)


def _choice_problems(open_: Mapping[str, DrawPoint], asked: PlanFile) -> Iterator[Problem]:
    for name, answer in asked.choices.items():
        if name not in open_:
            yield Problem("draw_point_not_open", {"name": name, "hint": suggestion(name, open_)})
        elif answer not in open_[name].options:
            known = ", ".join(open_[name].options)
            yield Problem("draw_option_unknown", {"point": name, "value": answer, "known": known})
    for name, point in open_.items():
        if name not in asked.choices:
            values: dict[str, object] = {"point": name, "title": _said(point), "known": ", ".join(point.options)}
            yield Problem("draw_choice_missing", values)


def _said(point: DrawPoint) -> object:
    return lambda lang: point.title[lang or "vi"]


def _contradictions(asked: PlanFile, procedure: DrawProcedure, flats: tuple[Flat, ...]) -> Iterator[Problem]:
    choices, codes = asked.choices, [flat.code for flat in flats if flat.code != "-"]
    if not flats or any(isinstance(number, int) and number < 1 for number in asked.flats.values()):
        yield Problem("draw_no_flats", {})
    if len(codes) != len(set(codes)):
        twice = next(code for code in codes if codes.count(code) > 1)
        yield Problem("draw_flat_twice", {"code": twice})
    if choices.get("which_flat") == "lot" and len(codes) != len(flats):
        yield Problem("draw_codes_missing", {})
    if choices.get("withdrawal") == "reserve" and choices.get("reserve") != "numbered":
        yield Problem("draw_reserve_needed", {})
    more = asked.project_flats
    if more is not None and more < len(flats):
        yield Problem("draw_project_flats_few", {"value": more, "flats": len(flats)})
    if more not in (None, len(flats)) and choices.get("types") == "separate":
        yield Problem("draw_project_flats_by_type", {})
    if more not in (None, len(flats)) and procedure.set_aside.flats != "project":
        yield Problem("draw_project_flats_unused", {})


def _public(chosen: PublicChoice) -> PublicValue:
    which = " ".join(str(chosen.which).split())
    if chosen.kind == "drand":
        return PublicValue("drand", which, time_of_round(which))
    assert chosen.at is not None
    at = chosen.at if chosen.at.tzinfo is not None else chosen.at.replace(tzinfo=VIETNAM)
    return PublicValue(chosen.kind, which, written_time(at))
