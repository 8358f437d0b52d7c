"""Draws of lots: by which procedure the flats of a project are given where more dossiers qualify than there are flats.

No decision reads it, so its file does not count for the rulebook's digest, as with procedures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import Field, model_validator

from ancu.errors import Problem, suggestion
from ancu.rulebook import citations
from ancu.rulebook.model import Dated, Filled, Instrument, Noted, Strict, Text
from ancu.rulebook.yaml_document import Path, YamlDocument

#: The points that the texts leave open, each with the answers that a draw can follow (:mod:`ancu.draw.drawing`).
OPEN_POINTS: Mapping[str, tuple[str, ...]] = {
    "rounding": ("down", "nearest", "up"),
    "counted": ("registered", "eligible"),
    "types": ("together", "separate"),
    "which_flat": ("agreed", "lot"),
    "leftover": ("keep", "common"),
    "two_groups": ("first", "stop"),
    "two_children": ("law", "decree"),
    "unproven_group": ("stop", "outside"),
    "filing_tie": ("lot", "stop"),
    "reserve": ("none", "numbered"),
    "withdrawal": ("return", "reserve"),
}


class DrawOption(Strict):
    """An answer to an open point, and what speaks against it or follows from it."""

    title: Text
    caveat: Text


class DrawPoint(Strict):
    """A point that the text leaves open; somebody has to choose before the list is frozen.

    ``when``: the point is only open where another point was answered so.
    """

    title: Text
    options: dict[str, DrawOption] = Field(min_length=2)
    when: dict[str, str] = {}


class SetAside(Strict):
    """How many flats are given without lots.

    ``share``: priority dossiers by all dossiers counted, times flats. ``all``: the text sets no share. ``of`` tells
    which dossiers are counted: ``eligible`` ones by the text, or ``chosen`` as the point "counted" is answered;
    ``flats`` which flats: those ``offered``, or those of the whole ``project``.
    """

    formula: Literal["share", "all"]
    of: Literal["eligible", "chosen"]
    flats: Literal["offered", "project"]
    title: Text
    basis: list[Filled] = Field(min_length=1)


class DrawProcedure(Dated, Noted):
    """A procedure: that of projects of ``funding`` whose intake opened in its period, for ``programmes``.

    ``order`` inside the flats set aside: by ``groups`` of priority in the order of the programme, by time of
    ``filing``, or by ``lot`` where the text names no order. ``own_groups`` have priority besides those of the
    programme, and are told by a column of the list. ``supervisors`` confirm the minutes, ``organiser`` draws.
    """

    title: Text
    programmes: list[Filled] = Field(min_length=1)
    funding: list[Filled] = Field(min_length=1)
    organiser: Text
    supervisors: dict[Filled, Text]
    set_aside: SetAside
    order: Literal["groups", "filing", "lot"]
    own_groups: dict[Filled, Text] = {}
    points: list[Filled]
    basis: list[Filled] = Field(min_length=1)


class DrawsFile(Strict):
    """The file of draws: open points, and the procedures in which they are open."""

    points: dict[str, DrawPoint]
    procedures: dict[str, DrawProcedure]

    @model_validator(mode="after")
    def _answerable(self) -> DrawsFile:
        known = {name: set(options) for name, options in OPEN_POINTS.items()}
        if any(set(point.options) != known.get(name) for name, point in self.points.items()):
            raise ValueError("draw_point_unknown")
        return self


def check_draws(
    document: YamlDocument, draws: DrawsFile, instruments: Mapping[str, Instrument], programmes: Mapping[str, object]
) -> Iterator[Problem]:
    """What is wrong with draws: programmes, points and citations that name nothing."""
    for name, procedure in draws.procedures.items():
        where: Path = ("procedures", name)
        for known, part, problem in (
            (programmes, "programmes", "programme_unknown"),
            (draws.points, "points", "draw_point_missing"),
        ):
            for i, each in enumerate(getattr(procedure, part)):
                if each not in known:
                    yield document.problem(problem, (*where, part, i), name=each, hint=suggestion(each, known))
        cited: list[tuple[Path, list[str]]] = [((*where, "basis"), procedure.basis)]
        cited.append(((*where, "set_aside", "basis"), procedure.set_aside.basis))
        yield from citations.check_cited(document, cited, instruments)
