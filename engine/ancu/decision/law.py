"""The law as a context reads it: versions and citations on its day, what a condition reads, and with which values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from ancu.decision.fields import Context
from ancu.inference.program import Program, compositions
from ancu.kept import kept
from ancu.rulebook import provinces
from ancu.rulebook.expressions import Constant
from ancu.rulebook.model import FigureVersion, Noted, Version
from ancu.rulebook.references import names_in, quoted
from ancu.rulebook.rulebook import Rulebook

#: For how many programs, epochs and regions outlines are kept.
MOST_OUTLINED = 256


def basis_of(book: Rulebook, name: str, day: date, programme: str) -> list[str]:
    """Where a condition stands in law on ``day`` for a programme that reads it."""
    if name in book.programmes:
        return list(book.programmes[name].basis)
    version = version_on(book, name, day)
    return list(version.cited_in.get(programme, version.basis)) if version is not None else []


def figures_basis(context: Context, name: str) -> dict[str, list[str]]:
    """Where each figure that a single condition reads or quotes was set, as it holds in the record's region."""
    book = context.book
    if name not in book.conditions or book.compound[name]:
        return {}
    read = (*leaves(context, name)[1], *sorted(quoted(book, name) & book.parameters.keys()))
    versions = {figure: figure_version_of(context, figure) for figure in dict.fromkeys(read)}
    return {figure: list(version.basis) for figure, version in versions.items() if version is not None}


def cited(context: Context, name: str) -> list[str]:
    """Where a condition stands in law, and then the instruments besides that set the figures it reads or quotes."""
    basis = basis_of(context.book, name, context.law_date, context.programme)
    instruments = {citation.partition(":")[0] for citation in basis}
    set_by = dict.fromkeys(citation for figure in figures_basis(context, name).values() for citation in figure)
    return [*basis, *(citation for citation in set_by if citation.partition(":")[0] not in instruments)]


class Outline(NamedTuple):
    """What is the same of a condition in every case that one law judges in one region.

    ``parts``: the conditions that it is made of, where it is. ``facts`` and ``figures``: what it reads, quantities
    seen through. ``figures_basis``: where each of these figures was set. ``own``: the version of its text, and
    ``figure_versions`` those of the figures that it reads or quotes, of a condition of its own text; where they carry
    notes.
    """

    parts: tuple[str, ...] | None
    facts: tuple[str, ...]
    figures: tuple[str, ...]
    basis: tuple[str, ...]
    figures_basis: Mapping[str, Sequence[str]]
    own: Noted | None
    figure_versions: Sequence[tuple[str, Noted]]


def outlines_of(context: Context) -> Callable[[str], Outline]:
    """What gives the outline of each condition, laid out when first asked for."""
    book, program = context.book, context.program
    laid_out, region = _laid_out(book), region_of(context)
    key = id(program), context.programme, book.epochs.index(context.law_date), region
    # Kept with the program, whose identity it is known by.
    outlines = laid_out.setdefault(key, (program, {}))[1]
    while len(laid_out) > MOST_OUTLINED:
        laid_out.pop(next(iter(laid_out)), None)

    def outline(name: str) -> Outline:
        known = outlines.get(name)
        if known is None:
            known = outlines[name] = _outline(context, name)
        return known

    return outline


def _outline(context: Context, name: str) -> Outline:
    book, program = context.book, context.program
    below = compositions(program).get(name) if program is not None else None
    facts, figures = leaves(context, name)
    set_by = figures_basis(context, name)
    version = version_on(book, name, context.law_date) if name in book.conditions else None
    simple = name in book.conditions and not book.compound[name]
    read = dict.fromkeys((*figures, *sorted(quoted(book, name) & book.parameters.keys()))) if simple else ()
    versions = ((figure, figure_version_of(context, figure)) for figure in read)
    return Outline(
        parts=tuple(dict.fromkeys(names_in(below))) if below is not None else None,
        facts=tuple(facts),
        figures=tuple(figures),
        basis=tuple(basis_of(book, name, context.law_date, context.programme)),
        figures_basis={figure: set_by[figure] for figure in figures if figure in set_by},
        own=version if version is not None and version.note else None,
        figure_versions=[(figure, noted) for figure, noted in versions if noted is not None and noted.note],
    )


@kept
def _laid_out(_book: Rulebook) -> dict[tuple[int, str, int, str | None], tuple[Program | None, dict[str, Outline]]]:
    """The outlines in use, by program and programme, epoch and region."""
    return {}


def version_on(book: Rulebook, name: str, day: date) -> Version | None:
    """The version of a rule in force on ``day``."""
    tree = book.tree_on(name, day)
    return tree.version if tree is not None else None


def ranks_on(book: Rulebook, programme: str, day: date) -> list[str]:
    """The grounds of priority that the law has on ``day``, the first ranking highest."""
    return list(_ranks_in(book, programme, book.epochs.index(day)))


@kept
def _ranks_in(book: Rulebook, programme: str, epoch: int) -> tuple[str, ...]:
    day = book.epochs.starts[epoch]
    trees = ((name, book.tree_on(name, day)) for name in book.programmes[programme].priority)
    return tuple(name for name, tree in trees if tree is not None and tree.expr != Constant(False))


def figure_version_of(context: Context, name: str) -> FigureVersion | None:
    """The version of a figure in force on the day in the record's region."""
    figure = context.book.figure_on(name, context.law_date, region_of(context))
    return figure.version if figure is not None else None


def leaves(context: Context, name: str) -> tuple[list[str], list[str]]:
    """The facts and the figures that a condition reads, quantities seen through, in the order they are read."""
    book = context.book
    known, key = _leaves_found(book), (name, book.epochs.index(context.law_date))
    if key not in known:
        known[key] = _leaves(book, name, context.law_date)
    return known[key]


@kept
def _leaves_found(_book: Rulebook) -> dict[tuple[str, int], tuple[list[str], list[str]]]:
    """The leaves found so far, by name and epoch."""
    return {}


def _leaves(book: Rulebook, name: str, day: date) -> tuple[list[str], list[str]]:
    seen: dict[str, None] = {}

    def visit(read: str) -> None:
        if read not in seen:
            seen.setdefault(read)
            for below in _directly_read(book, read, day):
                visit(below)

    visit(name)
    return [read for read in seen if read in book.facts], [read for read in seen if read in book.parameters]


def _directly_read(book: Rulebook, name: str, day: date) -> Iterator[str]:
    """What a fact's default, a condition or a quantity names on ``day``."""
    if name in book.defaults:
        yield from names_in(book.defaults[name][0])
    elif name in book.conditions or name in book.quantities:
        stated = book.conditions[name].stated_by if name in book.conditions else None
        if stated is not None:
            yield stated.fact
        tree = book.tree_on(name, day)
        yield from names_in(tree.expr if tree is not None else None)


def values_read(context: Context, outline: Outline) -> tuple[dict[str, Any], dict[str, Any]]:
    """The facts and figures a condition read, with their values."""
    record = context.record
    return (
        {fact: _plain(record.get(fact)) for fact in outline.facts},
        {figure: value_of(context, figure) for figure in outline.figures},
    )


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value


def region_of(context: Context) -> str | None:
    """The province whose rules apply: the one that the record names, or the one that it has merged into."""
    fact = context.book.programmes[context.programme].region
    if fact is None:
        return None
    return provinces.present(context.book.facts[fact], context.record.get(fact), context.law_date)


def value_of(context: Context, name: str) -> Any:
    """The engine value of any name in this context: a fact, a figure, a quantity."""
    book = context.book
    if name in context.values:
        return context.values[name]
    if name in book.facts:
        return context.record.get(name)
    if name in book.parameters:
        figure = book.figure_on(name, context.law_date, region_of(context))
        return figure.value if figure is not None else None
    return None
