"""Proposals: a few figures of the law as they might be, laid over a rulebook to see what would come of it.

A proposal is a small YAML file; its keys may be Vietnamese or English::

    tên: Chuẩn nghèo cao hơn 10 %
    con số:
      poverty_line_rural: 2.420.000
      Chuẩn thu nhập hộ nghèo, cận nghèo khu vực thành thị: {giá trị: 3.080.000, từ ngày: 01/01/2027}
      far_home_distance: {giá trị: 15, tỉnh: Bắc Ninh}

A figure is named by its id or by what it is called; the new value holds from the day named, else over all time. A value
that says nothing means that the level is open. What a proposal says is cited as the proposal, never as a text of law.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from ancu.errors import InputError, Problem, UnknownNameError, suggestion
from ancu.messages import LANGUAGES, message
from ancu.rulebook import yaml_document, yaml_reader
from ancu.rulebook.calendar import BEGINNING, FOREVER, Period
from ancu.rulebook.checks import overflowing
from ancu.rulebook.model import Dated, FigureVersion, Instrument, Note, Parameter, Text
from ancu.rulebook.provinces import following, region_called
from ancu.rulebook.rulebook import Figure, Rulebook
from ancu.rulebook.scaled_figures import scale, written_figure
from ancu.rulebook.values import ValueProblem, is_blank, normalise, parse_date
from ancu.rulebook.yaml_document import YamlDocument
from ancu.text_files import content_of

_FIGURE_KEYS = ("proposal_value", "proposal_from", "proposal_region")
_KEYS = ("proposal_name", "proposal_figures")


@dataclass(frozen=True)
class ProposedFigure:
    """A figure as it would be: its ``value`` for the engines (None: open), from ``day`` on, in one ``region``."""

    name: str
    value: int | str | bool | None
    day: date | None
    region: str | None


@dataclass(frozen=True)
class Proposal:
    """What is proposed: a name, and figures as they would be."""

    title: str
    figures: tuple[ProposedFigure, ...]


def read_proposal(path: str, book: Rulebook) -> tuple[Proposal, Rulebook]:
    """The proposal at ``path``, and ``book`` with it; :class:`InputError` with every problem, by file, line and key."""
    document, problems = yaml_reader.read(path, content_of(path))
    if problems:
        raise InputError(problems)
    reader = _ProposalReader(document, book)
    proposal = reader.run()
    if reader.problems or proposal is None:
        raise InputError(reader.problems)
    changed = with_proposal(book, proposal)
    sound = set(overflowing(book))
    if beyond := [name for name, kind in overflowing(changed) if (name, kind) not in sound]:
        title = book.title(beyond[0])
        values = {"rule": lambda lang: title[lang or "vi"], "name": beyond[0]}
        raise InputError(document.problem("proposal_too_large", reader.place, **values))
    return proposal, changed


def with_proposal(book: Rulebook, proposal: Proposal) -> Rulebook:
    """``book`` with the figures of ``proposal``, cited as the proposal; its digest tells of both."""
    told = [[f.name, f.value, f.day and f.day.isoformat(), f.region] for f in proposal.figures]
    mark = hashlib.sha256(json.dumps([book.digest, proposal.title, told]).encode()).hexdigest()
    cited = f"proposal-{mark[:12]}"
    made = replace(book, instruments={**book.instruments, cited: _instrument(proposal.title)}, digest=mark)
    for proposed in proposal.figures:
        made = _with_figure(made, proposed, cited)
    return made


def _instrument(title: str) -> Instrument:
    """What the figures of a proposal are cited as."""
    kind = Text(**{lang: message("proposal_kind", lang) for lang in LANGUAGES})
    issuer = Text(**{lang: message("proposal_issuer", lang) for lang in LANGUAGES})
    return Instrument(
        number=title, kind=kind, issuer=issuer, title=Text(vi=title, en=title), issued=date.min, in_force=Dated()
    )


def _with_figure(book: Rulebook, proposed: ProposedFigure, cited: str) -> Rulebook:
    name, region = proposed.name, proposed.region
    parameter = book.parameters[name]
    if region is None:
        figures = _from(book.figures[name], proposed, parameter, cited)
        versions = [figure.version for figure in figures]
        made = replace(
            book,
            figures={**book.figures, name: figures},
            parameters={**book.parameters, name: parameter.model_copy(update={"values": versions})},
        )
    else:
        figures = _from(book.fills.get((name, region), ()), proposed, parameter, cited)
        made = replace(book, fills={**book.fills, (name, region): figures})
    return following(made, name) if parameter.set_by is not None else made


def _from(figures: Sequence[Figure], proposed: ProposedFigure, parameter: Parameter, cited: str) -> tuple[Figure, ...]:
    """``figures`` until the day of the proposal, and what it says from then on."""
    first = min((figure.period.start for figure in figures), default=BEGINNING)
    last = max((figure.period.end for figure in figures), default=FOREVER)
    start = max(proposed.day or first, first)
    kept = []
    for figure in figures:
        before = figure.period.common(Period(BEGINNING, start - timedelta(days=1))) if start > BEGINNING else None
        if before is not None:
            ends = {"to": before.end if before.end != FOREVER else None}
            kept.append(replace(figure, period=before, version=figure.version.model_copy(update=ends)))
    notes = [Note(vi=message("proposal_open", "vi"), en=message("proposal_open", "en"))]
    version = FigureVersion.model_validate(
        {
            "value": _stated(proposed.value, parameter),
            "basis": [cited],
            "note": notes if proposed.value is None else [],
            "from": None if start == BEGINNING else start,
            "to": None if last == FOREVER else last,
        }
    )
    return (*kept, Figure(Period(start, last), proposed.value, None, version))


def _stated(value: int | str | bool | None, parameter: Parameter) -> Any:
    """A value as a rulebook states it: in the figure's own unit."""
    if isinstance(value, bool) or not isinstance(value, int):
        return value
    if parameter.value_type.kind == "date":
        return date.fromordinal(value)
    return Decimal(value).scaleb(-parameter.value_type.scale)


class _ProposalReader:
    def __init__(self, document: YamlDocument, book: Rulebook) -> None:
        self.document, self.book = document, book
        self.problems: list[Problem] = []
        #: Where the figures stand.
        self.place: yaml_document.Path = ()
        self._named: dict[str, set[str]] = {}
        for name, parameter in book.parameters.items():
            for text in (name, parameter.label.vi, parameter.label.en):
                self._named.setdefault(normalise(text), set()).add(name)

    def run(self) -> Proposal | None:
        """The proposal; None with problems."""
        title, figures = Path(self.document.file).name, []
        found = {key: (path, value) for key, path, value in self._keys(self.document.data, (), _KEYS)}
        if "proposal_name" in found and not is_blank(found["proposal_name"][1]):
            title = str(found["proposal_name"][1]).strip()
        self.place, written = found.get("proposal_figures", ((), None))
        if not isinstance(written, dict) or not written:
            self._problem("proposal_no_figures", self.place)
            return None
        for label, entry in written.items():
            if (figure := self._figure((*self.place, label), str(label), entry)) is not None:
                figures.append(figure)
        seen: dict[tuple[str, str | None], ProposedFigure] = {}
        for figure in figures:
            if (figure.name, figure.region) in seen:
                self._problem("proposal_twice", self.place, name=figure.name)
            seen[figure.name, figure.region] = figure
        return Proposal(title, tuple(figures)) if not self.problems else None

    def _figure(self, path: yaml_document.Path, label: str, entry: Any) -> ProposedFigure | None:
        names = self._named.get(normalise(label), set())
        if len(names) != 1:
            values = {"name": label, "hint": suggestion(label, self.book.parameters)}
            values |= {"ids": ", ".join(sorted(names))} if names else {}
            self._problem("proposal_several" if names else "proposal_unknown", path, **values)
            return None
        (name,) = names
        parts: dict[str, tuple[yaml_document.Path, Any]] = {"proposal_value": (path, entry)}
        if isinstance(entry, dict):
            parts = {key: (where, value) for key, where, value in self._keys(entry, path, _FIGURE_KEYS)}
        if "proposal_value" not in parts:
            self._problem("proposal_no_value", path, name=name)
            return None
        before = len(self.problems)
        value = self._value(name, *parts["proposal_value"])
        region = self._region(name, *parts["proposal_region"]) if "proposal_region" in parts else None
        day = self._day(name, region, *parts["proposal_from"]) if "proposal_from" in parts else None
        return ProposedFigure(name, value, day, region) if len(self.problems) == before else None

    def _value(self, name: str, path: yaml_document.Path, written: Any) -> int | str | bool | None:
        parameter = self.book.parameters[name]
        if is_blank(written):
            return None
        if isinstance(written, str):
            try:
                return written_figure(parameter, written)
            except ValueProblem as problem:
                self._problem("proposal_bad_value", path, name=name, value=written, problem=problem.text)
                return None
        if isinstance(written, int | Decimal) and not isinstance(written, bool) and written < 0:
            self._problem("proposal_negative", path, name=name, value=written)
            return None
        found: list[Problem] = []
        value = scale(self.document, path, written, parameter.value_type, found)
        if found:
            expected = parameter.value_type.name()
            self._problem("proposal_unfit", path, name=name, value=str(written), expected=expected)
        return value

    def _region(self, name: str, path: yaml_document.Path, written: Any) -> str | None:
        if self.book.parameters[name].set_by != "province":
            self._problem("proposal_not_a_slot", path, name=name)
            return None
        try:
            return region_called(self.book, str(written))
        except UnknownNameError as error:
            self.problems += [self.document.problem(problem.kind, path, **problem.values) for problem in error.problems]
            return None

    def _day(self, name: str, region: str | None, path: yaml_document.Path, written: Any) -> date | None:
        try:
            day: date = parse_date(written)
        except ValueProblem as problem:
            self._problem("proposal_bad_day", path, value=written, problem=problem.text)
            return None
        figures = self.book.figures[name] if region is None else self.book.fills.get((name, region), ())
        last = max((figure.period.end for figure in figures), default=FOREVER)
        if day > last:
            self._problem("proposal_after", path, name=name, day=f"{day:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")
        return day

    def _keys(
        self, data: Mapping[str, Any], path: yaml_document.Path, allowed: Sequence[str]
    ) -> Iterator[tuple[str, yaml_document.Path, Any]]:
        """The known keys of a mapping, as messages name them, each with its place; a problem for any other."""
        spoken = {normalise(message(key, lang)): key for key in allowed for lang in LANGUAGES}
        for written, value in data.items():
            key = spoken.get(normalise(str(written)))
            if key is None:
                hint = suggestion(normalise(str(written)), spoken)
                known = ", ".join(message(key) for key in allowed)
                self._problem("proposal_unknown_key", (*path, written), key=written, known=known, hint=hint)
            else:
                yield key, (*path, written), value

    def _problem(self, kind: str, path: yaml_document.Path, **values: object) -> None:
        self.problems.append(self.document.problem(kind, path, **values))
