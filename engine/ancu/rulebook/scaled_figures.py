"""The figures of a rulebook, scaled: those set for the whole country, and those that provinces set or left unset."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ancu.errors import Problem, suggestion
from ancu.rulebook import provinces
from ancu.rulebook.definitions import Definitions
from ancu.rulebook.model import Bounds, FactDef, FigureVersion, Parameter, Region
from ancu.rulebook.rulebook import Figure
from ancu.rulebook.types import Type, scaled
from ancu.rulebook.values import is_blank, parse
from ancu.rulebook.yaml_document import Path, YamlDocument


class ScaledFigures:
    """The figures of what is defined, as engine values."""

    def __init__(self, defined: Definitions) -> None:
        self.defined = defined
        self.problems: list[Problem] = []
        self.figures = {
            name: self._figures(*defined.origins[name], "values", parameter, parameter.values)
            for name, parameter in defined.parameters.items()
        }
        self.fills: dict[tuple[str, str], tuple[Figure, ...]] = {}
        self.searched: dict[tuple[str, str], tuple[Figure, ...]] = {}
        for region in defined.regions.values():
            self._fill(region)
        self.unsearched = {
            name: tuple(provinces.unsearched(parameter, self.figures[name]))
            for name, parameter in defined.parameters.items()
            if parameter.set_by is not None
        }

    def _fill(self, region: Region) -> None:
        """Scale what a province has set, and note where its rules were looked for."""
        document, path = self.defined.origins[f"region {region.region}"]
        for slot, versions in region.fills.items():
            parameter = self._slot(document, (*path, slot), slot)
            if parameter is not None:
                self.fills[slot, region.region] = self._figures(document, path, slot, parameter, versions)
        for i, by in enumerate(region.looked_up):
            for j, slot in enumerate(by.slots):
                parameter = self._slot(document, ("looked_up", i, "slots", j), slot)
                if parameter is not None:
                    filled = self.fills.get((slot, region.region), ())
                    statutory = provinces.searched(parameter, self.figures[slot], filled, by)
                    self.searched[slot, region.region] = tuple(statutory)

    def _slot(self, document: YamlDocument, path: Path, name: str) -> Parameter | None:
        """The figure ``name`` that a province may set; None, with a problem, where it may not."""
        parameter = self.defined.parameters.get(name)
        if parameter is not None and parameter.set_by == "province":
            return parameter
        slots = [n for n, p in self.defined.parameters.items() if p.set_by == "province"]
        kind = "slot_unknown" if parameter is None else "not_a_slot"
        self.problems.append(document.problem(kind, path, name=name, hint=suggestion(name, slots)))
        return None

    def _figures(
        self,
        document: YamlDocument,
        path: Path,
        key: str,
        parameter: Parameter,
        versions: list[FigureVersion],
    ) -> tuple[Figure, ...]:
        figures = []
        for i, version in enumerate(versions):
            where = (*path, key, i)
            value = other = None
            if version.value is not None:
                value = scale(document, (*where, "value"), version.value, parameter.value_type, self.problems)
            if version.doubt is not None and version.doubt.reading != "unknown":
                reading = (*where, "doubt", "reading")
                other = scale(document, reading, version.doubt.reading, parameter.value_type, self.problems)
            figures.append(Figure(version.period, value, other, version))
        return tuple(figures)


def scale(
    document: YamlDocument, path: Path, value: object, expected: Type, problems: list[Problem]
) -> int | str | bool | None:
    """``value`` as the engines have one of the type ``expected``; None, with a problem, where it is none."""
    fit: int | str | bool | None = None
    if expected.kind == "number" and isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        fit = scaled(value, expected.scale)
    elif expected.kind == "yes_no" and isinstance(value, bool):
        fit = value
    elif expected.kind == "date" and isinstance(value, date):
        fit = value.toordinal()
    elif expected.kind == "choice" and isinstance(value, str) and value in (expected.choices or (value,)):
        fit = value
    if fit is None:
        problems.append(document.problem("figure_unfit", path, value=value, expected=expected.name()))
    return fit


def written_figure(parameter: Parameter, written: str) -> int | str | bool | None:
    """A value of a figure as people write it ("2,2 triệu", "31 %"), as the engines have it; None where it says nothing.

    Raises :class:`~ancu.rulebook.values.ValueProblem`.
    """
    if is_blank(written):
        return None
    if parameter.type in ("choice", "list"):
        return written
    number = parameter.value_type.kind == "number"
    fact = FactDef(
        type=parameter.type,
        label=parameter.label,
        section="-",
        bounds=Bounds(min=0, max=10**15) if number else None,
    )
    for unit in (parameter.unit.vi, parameter.unit.en) if number and parameter.unit is not None else ():
        written = written.strip().removesuffix(unit)
    return parse(fact, written)  # type: ignore[return-value]
