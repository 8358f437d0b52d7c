"""Amendments: a figure, condition or quantity that is another from a day on.

The version in force on the day is closed the day before, and the new one put after it. Nothing else of the file
changes, and nothing is written that the checks would refuse for more than a place that is still to be filled in.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from ancu.errors import DraftError, Problem, RulebookError, UnknownNameError, suggestion
from ancu.messages import Language, message
from ancu.rulebook import language, yaml_document, yaml_edits, yaml_reader
from ancu.rulebook.calendar import FOREVER
from ancu.rulebook.drafts import Draft, Drafted, draft_instrument
from ancu.rulebook.folder import read_files
from ancu.rulebook.language import LanguageProblem
from ancu.rulebook.model import Dated, FigureVersion, Parameter, Text
from ancu.rulebook.owed import far_apart, slip
from ancu.rulebook.provinces import region_called
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.scaled_figures import written_figure
from ancu.rulebook.stand_ins import built
from ancu.rulebook.types import UNIT_SIGNS
from ancu.rulebook.values import ValueProblem, day_text, format_value, normalise
from ancu.rulebook.yaml_writing import OnOneLine, Quoted, as_yaml, in_braces

#: What the single text of a rule that never changed consists of: it moves into the first of two versions.
_OF_A_VERSION = ("when", "basis", "cited_in", "note", "doubt")
#: What a text of Word's has in place of the signs of the rule language.
_SIGNS = str.maketrans({"‘": "'", "’": "'", "“": "'", "”": "'", "≤": "<=", "≥": ">=", "≠": "<>", "\u00a0": " "})


@dataclass(frozen=True)
class Amendment:
    """What changes: a name, the first day it is law, and its new value or expression as people write it.

    ``region`` is the province, by id or name, whose own figure changes.
    """

    name: str
    day: date
    basis: tuple[str, ...]
    value: str | None = None
    when: str | None = None
    region: str | None = None


@dataclass
class Amended:
    """An amendment as it will be written: the rulebooks before and after it, and what somebody should look at again.

    ``after`` has stand-ins for what is still to be filled in. ``file`` and ``line`` are where the new version stands.
    """

    draft: Draft
    before: Rulebook
    after: Rulebook
    file: str
    line: int
    questions: list[Problem] = field(default_factory=list)


def amend(folder: Path, change: Amendment, lang: Language) -> Amended:
    """Draft ``change`` in the rulebook at ``folder``; nothing is written yet.

    Raises :class:`DraftError` for what cannot be amended so, and :class:`RulebookError` where the rulebook has
    problems already.
    """
    files, problems = read_files(folder)
    if problems:
        raise RulebookError(problems)
    before = built(files)
    name = _named(before, change.name)
    draft = Draft(folder, before, Drafted(name, change.day), lang)
    work = _Work(draft, replace(change, name=name), files)
    file, path = work.of_figure() if name in before.parameters else work.of_rule()
    for citation in change.basis:
        draft_instrument(draft, citation)
    changed = {file: text.encode() for file, text in draft.changed.items()}
    try:
        after = built({**files, **changed})
    except RulebookError as error:
        # Their lines are of a file that is not written.
        told = [
            replace(problem, line=None, column=None) for problem in error.problems if problem.kind != "draft_unfilled"
        ]
        raise DraftError([Problem("amend_breaks"), *told]) from error
    line = yaml_edits.line_of(draft.changed[file].replace("\r\n", "\n"), path)
    return Amended(draft, before, after, file, line, work.questions)


def _named(book: Rulebook, written: str) -> str:
    """The figure, condition or quantity that ``written`` names, by its id or by what it is called."""
    law = (*book.parameters, *book.conditions, *book.quantities)
    if written in law:
        return written
    titles: dict[str, list[str]] = {}
    for name in law:
        titles.setdefault(normalise(book.title(name).vi), []).append(name)
        titles.setdefault(normalise(book.title(name).en), []).append(name)
    found = set(titles.get(normalise(written), ()))
    if len(found) == 1:
        return found.pop()
    if written in book.programmes:
        raise DraftError(Problem("amend_a_programme", {"name": written}))
    for key, file, names in (
        ("amend_a_fact", "vocabulary.yaml", book.facts), ("amend_a_document", "evidence.yaml", book.documents),
        ("amend_an_instrument", "instruments.yaml", book.instruments), ("amend_a_region", "regions/", book.regions),
    ):  # fmt: skip
        if written in names:
            raise DraftError(Problem("amend_no_law", {"name": written, "what": _said(key), "file": file}))
    hint = suggestion(written, [*law, *titles])
    raise DraftError(Problem("amend_unknown", {"name": written, "hint": hint}))


def _said(key: str) -> Callable[[Language | None], str]:
    return lambda lang: message(key, lang)


class _Work:
    """One amendment being made in a draft."""

    def __init__(self, draft: Draft, change: Amendment, files: Mapping[str, bytes]) -> None:
        self.draft, self.book, self.change, self.files = draft, draft.book, change, files
        self.questions: list[Problem] = []

    # -- figures ----------------------------------------------------------------------------------------------------

    def of_figure(self) -> tuple[str, yaml_document.Path]:
        """A national figure, or that of a province: its file, and the place of the new version in it."""
        change, parameter = self.change, self.book.parameters[self.change.name]
        if change.when is not None or change.value is None:
            self._refuse("amend_wants_value")
        value = self._value(parameter, change.value or "")
        if change.region is None:
            file = self._file("parameters", change.name)
            path: yaml_document.Path = ("parameters", change.name, "values")
            versions = parameter.values
        else:
            region = self._region(parameter, change.region)
            file, path = self._file("region", region), ("fills", change.name)
            versions = self.book.regions[region].fills.get(change.name, [])
        item: dict[str, Any] = {"value": _written(value, parameter), "basis": self._basis()}
        if value is None:
            item["note"] = self.draft.texts("draft_fill_note")
        place = self._split(file, path, versions, item, self._held, value)
        self._ask_of_slips(parameter, versions, value, place)
        return file, (*path, place)

    def _value(self, parameter: Parameter, written: str) -> int | str | bool | None:
        try:
            return written_figure(parameter, written)
        except ValueProblem as problem:
            raise DraftError(self._problem("amend_bad_value", value=written, problem=problem.text)) from problem

    def _region(self, parameter: Parameter, written: str) -> str:
        if parameter.set_by != "province":
            raise DraftError(self._problem("not_a_slot", hint=""))
        try:
            return region_called(self.book, written)
        except UnknownNameError as error:
            raise DraftError(error.problems) from error

    def _held(self, version: FigureVersion) -> int | str | bool | None:
        """The value of a version as the engine has it."""
        figures = (*self.book.figures[self.change.name], *(f for own in self.book.fills.values() for f in own))
        return next(figure.value for figure in figures if figure.version is version)

    def _ask_of_slips(
        self, parameter: Parameter, versions: Sequence[FigureVersion], value: int | str | bool | None, place: int
    ) -> None:
        """Ask of a value that is many times those beside it, in time or place."""
        near: list[tuple[FigureVersion, bool]] = []
        if place > 0:
            near.append((versions[place - 1], True))
        if place < len(versions):
            near.append((versions[place], False))
        if self.change.region is not None:
            general = self.book.figure_on(self.change.name, self.change.day)
            near += [(general.version, True)] if general is not None else []
        for version, first in near:
            if far_apart(self._held(version), value, parameter.value_type):
                pair = (version.value, _written(value, parameter))
                self.questions.append(slip(self.book, self.change.name, *(pair if first else pair[::-1])))

    # -- conditions and quantities ----------------------------------------------------------------------------------

    def of_rule(self) -> tuple[str, yaml_document.Path]:
        """A condition or quantity: its file, and the place of the new version in it."""
        name, change = self.change.name, self.change
        key = "conditions" if name in self.book.conditions else "quantities"
        file = self._file(key, name)
        if change.value is not None or change.when is None:
            self._refuse("amend_wants_when")
        if change.region is not None:
            self._refuse("amend_region_of_rule")
        rule = self.book.rule(name)
        if rule.silent:
            self._refuse("amend_silent", file=file)
        when = " ".join(change.when.translate(_SIGNS).split())  # type: ignore[union-attr]
        try:
            meant: object = language.parse(when)
        except LanguageProblem as problem:
            detail = Problem(problem.kind, problem.values)
            raise DraftError(self._problem("amend_bad_when", value=when, problem=detail.text)) from problem
        item = {"when": when, "basis": self._basis()}

        def held(version: Any) -> object:
            return language.parse(version.when) if version.when is not None else None

        path: yaml_document.Path = (key, name)
        if rule.versions:
            place = self._split(file, (*path, "versions"), rule.versions, item, held, meant)
        else:
            (version,) = rule.dated
            if held(version) == meant:
                self._same(file, (*path, "when"), str(version.when))
            first = f"to: {(change.day - timedelta(days=1)).isoformat()}"
            new = as_yaml({"from": change.day, **item})
            self.draft.edit(file, name, lambda text: yaml_edits.into_versions(text, path, _OF_A_VERSION, first, new))
            self._tell_left_behind(version)
            place = 1
        return file, (*path, "versions", place)

    # -- both -------------------------------------------------------------------------------------------------------

    def _split(
        self, file: str, path: yaml_document.Path, versions: Sequence[Dated], item: dict[str, Any],
        held: Callable[[Any], object], new: object,
    ) -> int:  # fmt: skip
        """Close the version in force on the day and put the new one after it; where that stands in the list."""
        day = self.change.day
        inside = next((i for i, version in enumerate(versions) if day in version.period), None)
        if inside is not None:
            version, where = versions[inside], (*path, inside)
            if version.period.start == day:
                self._first_day(file, where, self._shown(version))
            if held(version) == new:
                self._same(file, where, self._shown(version))
            last, place = version.period.end, inside + 1
            eve = day - timedelta(days=1)
            self.draft.edit(file, str(path[-1]), lambda text: yaml_edits.close(text, where, eve))
            self._tell_left_behind(version)
        else:
            earlier = [i for i, version in enumerate(versions) if version.period.end < day]
            place = max(earlier, key=lambda i: versions[i].period.end) + 1 if earlier else 0
            later = [version.period.start for version in versions if version.period.start > day]
            last = min(later) - timedelta(days=1) if later else FOREVER
        dated = {"from": day, **({"to": last} if last != FOREVER else {}), **item}
        if last != FOREVER:
            self.questions.append(Problem("amend_ends", {"day": _day(last)}))
        self._put(file, path, place, dated, versions)
        return place

    def _put(
        self, file: str, path: yaml_document.Path, place: int, item: dict[str, Any], versions: Sequence[Dated]
    ) -> None:
        flow, key = in_braces(item), str(path[-1])
        if versions:
            self.draft.edit(file, key, lambda text: yaml_edits.insert(text, path, place, as_yaml(item), flow))
            return
        # A province that sets this figure for the first time.
        block = f"{key}:\n  - {flow}\n"
        self.draft.edit(file, "fills", lambda text: yaml_edits.add(text, "fills", block))

    def _basis(self) -> OnOneLine:
        return OnOneLine(map(Quoted, self.change.basis))

    def _tell_left_behind(self, version: Any) -> None:
        keys = [key for key in ("note", "doubt", "cited_in") if getattr(version, key, None)]
        if keys:
            self.questions.append(self._problem("amend_left_behind", keys=", ".join(keys)))

    def _shown(self, version: Any) -> object:
        if not isinstance(version, FigureVersion):
            return version.when
        parameter = self.book.parameters[self.change.name]
        value = self._held(version)

        def say(lang: Language | None) -> str:
            if value is None:
                return message("rules_null", lang)
            unit = parameter.unit[lang or "vi"] if parameter.unit is not None else UNIT_SIGNS.get(parameter.type)
            return format_value(value, parameter.value_type, unit, lang or "vi")

        return say

    def _first_day(self, file: str, path: yaml_document.Path, value: object) -> None:
        place = self._place(file, path)
        raise DraftError(self._problem("amend_first_day", day=_day(self.change.day), value=value, place=place))

    def _same(self, file: str, path: yaml_document.Path, value: object) -> None:
        place = self._place(file, path)
        raise DraftError(self._problem("amend_same", day=_day(self.change.day), value=value, place=place))

    def _place(self, file: str, path: yaml_document.Path) -> str:
        text = self.files[file].decode("utf-8").replace("\r\n", "\n")
        return f"{file}:{yaml_edits.line_of(text, path)}"

    def _refuse(self, kind: str, **values: object) -> None:
        raise DraftError(self._problem(kind, **values))

    def _problem(self, kind: str, **values: object) -> Problem:
        title = self.book.title(self.change.name)
        return Problem(kind, {"name": self.change.name, "label": _in_lang(title), **values})

    def _file(self, key: str, name: str) -> str:
        """The file of the folder that defines ``name`` under ``key``, or is of the region ``name``.

        Raises :class:`DraftError` where it is not in the folder, which is an overlay then.
        """
        for file, content in self.files.items():
            document, _ = yaml_reader.read(file, content)
            data = document.data if isinstance(document.data, dict) else {}
            found = data.get(key)
            if found == name or (isinstance(found, dict) and name in found):
                if not (self.draft.folder / file).is_file():
                    break
                return file
        raise DraftError(Problem("draft_needs_a_whole_rulebook", {"path": os.fspath(self.draft.folder)}))


def _in_lang(text: Text) -> Callable[[Language | None], str]:
    return lambda lang: text[lang or "vi"]


def _day(day: date) -> Callable[[Language | None], str]:
    return lambda lang: day_text(day, lang or "vi")


def _written(value: int | str | bool | None, parameter: Parameter) -> Any:
    """A value as the rulebook writes it: in the figure's own unit."""
    of = parameter.value_type
    if value is None or isinstance(value, (str, bool)):
        return value
    if of.kind == "date":
        return date.fromordinal(value)
    number = Decimal(value).scaleb(-of.scale)
    return int(number) if number == number.to_integral_value() else number.normalize()
