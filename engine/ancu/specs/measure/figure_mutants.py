"""Mutants of figures, national or of a province: one unit less and more, and their dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ancu.rulebook import provinces
from ancu.rulebook.rulebook import Figure, Rulebook
from ancu.specs.measure.boundary_mutants import moved_boundaries, moved_fills
from ancu.specs.measure.mutant import Apply, Made, Mutant, Part, place_of, put, setting
from ancu.specs.measure.variants import beside


def figure_mutants(book: Rulebook, name: str, region: str | None, figures: tuple[Figure, ...]) -> Iterator[Made]:
    part: Part = "figure" if region is None else "fill"
    table, key = ("figures", name) if region is None else ("fills", (name, region))
    place = name if region is None else f"{name}[{region}]"

    def placing(changed: tuple[Figure, ...]) -> Apply:
        apply = setting(table, key, changed)
        if name not in book.unsearched:
            return apply
        # Where no province set the figure, the statutory one holds, or may: as it is after the change.
        return lambda law: provinces.following(apply(law), name)

    for i, figure in enumerate(figures):
        if figure.value is None:
            continue
        for value in beside(figure.value):
            own_id = f"{place_of(place, figure.period)}: figure: {figure.value} → {value}"
            apply = placing(put(figures, i, replace(figure, value=value)))
            mutant = Mutant(
                own_id, "figure", part, name, figure.period, figure.value, value, apply, key=region, form=value
            )
            yield mutant, figure.value
    yield from moved_boundaries(part, name, region, figures, placing)
    if region is not None:
        yield from moved_fills(book, name, region, figures, placing)
