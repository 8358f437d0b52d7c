"""What an office sends and publishes: kinds of notice, roads of complaint, and lists that law has made public.

No decision reads them. So their files do not count for the rulebook's digest, as with procedures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import Field, model_validator

from ancu.errors import Problem, suggestion
from ancu.rulebook import citations
from ancu.rulebook.model import FactDef, Filled, Instrument, Noted, Strict, Text
from ancu.rulebook.procedures import Procedure
from ancu.rulebook.yaml_document import Path, YamlDocument

#: The folder of a rulebook in which these files stand.
NOTICES = "notices"

NotifiedStatus = Literal["eligible", "ineligible", "undetermined"]
#: What a public list can say of a row.
PublicFieldName = Literal["case", "full_name", "personal_number", "address", "members", "project", "result"]


class NoticeKind(Noted):
    """A kind of notice: on decisions ``of`` a status, under some ``programmes`` (empty: all).

    ``facts``: not where the record states another value of one of them. ``subject`` quotes the programme's title as
    ``{programme}``. ``step`` is the step of procedures that the notice takes, whose articles are its grounds too;
    ``road`` the road of complaint that it names. ``on_request``: never the notice of a case unless it is asked for by
    name.
    """

    title: Text
    subject: Text
    of: list[NotifiedStatus] = Field(min_length=1)
    programmes: list[Filled] = []
    facts: dict[str, list[Filled]] = {}
    step: Filled | None = None
    road: Filled | None = None
    basis: list[Filled] = []
    on_request: bool = False


class ComplaintRoad(Noted):
    """Where somebody turns who does not agree, in a sentence that may quote ``{days}``; None: law sets no time."""

    text: Text
    days: int | None = Field(ge=1)
    words: Filled | None = None
    basis: list[Filled]

    @model_validator(mode="after")
    def _explained(self) -> ComplaintRoad:
        if self.days is None and not self.note:
            raise ValueError("null_without_note")
        return self


class PublicField(Strict):
    """A field of a public list, and the place in law that names it."""

    field: PublicFieldName
    basis: list[Filled] = Field(min_length=1)


class PublicList(Noted):
    """A list that law has made public: whom it names (decisions ``of`` a status, or who ``signed``), and its fields.

    ``step`` is the step of procedures by which it is published, ``places`` where.
    """

    title: Text
    of: list[NotifiedStatus] = []
    signed: bool = False
    programmes: list[Filled] = Field(min_length=1)
    step: Filled | None = None
    places: Text
    basis: list[Filled] = Field(min_length=1)
    fields: list[PublicField] = Field(min_length=1)


class NoticesFile(Strict):
    """A file of the folder: any of the three."""

    kinds: dict[str, NoticeKind] = {}
    roads: dict[str, ComplaintRoad] = {}
    lists: dict[str, PublicList] = {}


@dataclass(frozen=True)
class NoticeLaw:
    """All files of the folder together, by name."""

    kinds: Mapping[str, NoticeKind] = field(default_factory=dict)
    roads: Mapping[str, ComplaintRoad] = field(default_factory=dict)
    lists: Mapping[str, PublicList] = field(default_factory=dict)


def notice_law(files: Iterable[tuple[YamlDocument, NoticesFile]], problems: list[Problem]) -> NoticeLaw:
    """The files of the folder brought together; a name that stands twice is added to ``problems``."""
    found: dict[str, dict[str, Any]] = {"kinds": {}, "roads": {}, "lists": {}}
    for document, file in files:
        for part, known in found.items():
            for name, one in getattr(file, part).items():
                if name in known:
                    problems.append(document.problem("name_twice", (part, name), name=name, other=part))
                known[name] = one
    return NoticeLaw(**found)


def check_notices(
    files: Iterable[tuple[YamlDocument, NoticesFile]],
    law: NoticeLaw,
    instruments: Mapping[str, Instrument],
    programmes: Mapping[str, object],
    facts: Mapping[str, FactDef],
    procedures: Mapping[str, Procedure],
) -> Iterator[Problem]:
    """What is wrong with notices and lists: programmes, steps, roads and citations that name nothing."""
    cited = {**instruments, **{n: one for procedure in procedures.values() for n, one in procedure.instruments.items()}}
    steps = {step for procedure in procedures.values() for step in procedure.steps}
    for document, file in files:
        for path, kind, name, known in _named(file, law, programmes, facts, steps):
            if name not in known:
                yield document.problem(kind, path, name, name=name, hint=suggestion(name, known))
        yield from citations.check_cited(document, _citing(file), cited)


def _named(
    file: NoticesFile, law: NoticeLaw, programmes: Iterable[str], facts: Mapping[str, FactDef], steps: Iterable[str]
) -> Iterator[tuple[Path, str, str, Iterable[str]]]:
    """Each name that a file uses: where, the problem if it is unknown, the name, and the names there are."""
    used: list[tuple[str, str, NoticeKind | PublicList]] = [("kinds", name, one) for name, one in file.kinds.items()]
    used += [("lists", name, one) for name, one in file.lists.items()]
    for part, name, one in used:
        for i, programme in enumerate(one.programmes):
            yield (part, name, "programmes", i), "programme_unknown", programme, programmes
        if one.step is not None:
            yield (part, name, "step"), "name_unknown", one.step, steps
        for fact, values in one.facts.items() if isinstance(one, NoticeKind) else ():
            yield (part, name, "facts", fact), "name_unknown", fact, facts
            for i, value in enumerate(values if fact in facts else ()):
                yield (part, name, "facts", fact, i), "name_unknown", value, facts[fact].values
        if isinstance(one, NoticeKind) and one.road is not None:
            yield (part, name, "road"), "name_unknown", one.road, law.roads


def _citing(file: NoticesFile) -> Iterator[tuple[Path, list[str]]]:
    yield from ((("kinds", name, "basis"), one.basis) for name, one in file.kinds.items())
    yield from ((("roads", name, "basis"), one.basis) for name, one in file.roads.items())
    for name, listed in file.lists.items():
        yield ("lists", name, "basis"), listed.basis
        yield from ((("lists", name, "fields", i, "basis"), one.basis) for i, one in enumerate(listed.fields))
