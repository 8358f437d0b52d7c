"""What reads what: the names in a rule, what a name depends on and when, and what it cites.

One graph for whoever asks: the checks, the forms and lists that want a programme's facts, comparisons, the handbook.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ancu.kept import kept
from ancu.rulebook.calendar import FOREVER, Period
from ancu.rulebook.expressions import Expr, Fact, Includes, Name
from ancu.rulebook.model import Programme
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.yaml_document import Path

#: A name that a text quotes.
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def names_in(expr: Expr | None) -> Iterator[str]:
    """The names that ``expr`` reads, facts included, as often as they stand there."""
    for node in expr.walk() if expr else ():
        if isinstance(node, (Name, Fact)):
            yield node.id
        elif isinstance(node, Includes):
            yield node.fact


@kept
def quoted(book: Rulebook, condition: str) -> frozenset[str]:
    """The facts, figures and quantities that the texts of a condition quote."""
    definition = book.conditions[condition]
    texts = filter(None, (definition.title, definition.met, definition.not_met))
    return frozenset(name for text in texts for name in PLACEHOLDER.findall(text.vi))


def reads(book: Rulebook, name: str) -> set[str]:
    """The names that ``name`` reads or quotes directly, in any of its versions."""
    return {read for read, _ in dated_reads(book, name)}


def dated_reads(book: Rulebook, name: str) -> Iterator[tuple[str, Period]]:
    """The names that ``name`` reads or quotes directly, each with the period of the version that does."""
    for tree in (*book.trees.get(name, ()), *book.roots.get(name, ())):
        for read in (*names_in(tree.expr), *names_in(tree.other)):
            yield read, tree.period
    always: set[str] = set()
    if name in book.defaults:
        always.update(names_in(book.defaults[name][0]))
    if name in book.facts:
        always.update(book.facts[name].evidence)
    if name in book.wanted:
        always.update(names_in(book.wanted[name]))
    if name in book.conditions:
        always |= quoted(book, name) & book.types.keys()
        if stated := book.conditions[name].stated_by:
            always.add(stated.fact)
    if name in book.programmes:
        programme = book.programmes[name]
        always.update(filter(None, (programme.region, programme.territory, programme.governed_by)))
        always.update((*programme.priority, *programme.papers))
        for key, option in programme.benefit.options.items():
            always.update(names_in(book.options[name, key]))
            always.update(filter(None, (option.amount, option.months)))
    for read in always:
        yield read, Period()


@kept
def use_of(book: Rulebook, programme: str) -> Mapping[str, Period]:
    """Everything that a programme depends on, itself included, with the period it is relied on for."""
    use: dict[str, Period] = {}
    todo = [(programme, span_of_programme(book.programmes[programme]))]
    while todo:
        name, period = todo.pop()
        known = use.get(name)
        if known is not None:
            if known.covers(period):
                continue
            period = Period(min(known.start, period.start), max(known.end, period.end))
        use[name] = period
        for read, version in dated_reads(book, name):
            if version.overlaps(period):
                todo.append((read, Period(max(version.start, period.start), min(version.end, period.end))))
    return use


def facts_read(book: Rulebook, programmes: Iterable[str] | None = None) -> list[str]:
    """The facts that ``programmes`` (ids or titles) read, all facts for None: section by section, in their order."""
    used = set(book.facts)
    if programmes is not None:
        used &= {read for name in programmes for read in use_of(book, book.programme(name).programme)}
    return [
        name
        for section in book.sections
        for name, fact in book.facts.items()
        if fact.section == section and name in used
    ]


def reach(book: Rulebook, name: str) -> set[str]:
    """Everything that a programme depends on, itself included."""
    return set(use_of(book, name))


def span_of_programme(programme: Programme) -> Period:
    """From the first day the rulebook covers to the last day the programme can be granted."""
    return Period(programme.covered_from, max(opening.period.end for opening in programme.periods))


def open_parts(programme: Programme, period: Period) -> Iterator[Period]:
    """The parts of ``period`` in which the programme can be granted or may yet open; it may close and open again."""
    start = programme.covered_from
    openings = sorted(programme.periods, key=lambda opening: opening.period.start)
    for i, opening in enumerate(openings):
        after, following = opening.period.day_after(), openings[i + 1 :]
        if after is not None and following and following[0].period.start <= after:
            continue
        part = Period(max(start, period.start), min(opening.period.end, period.end))
        if part.start <= part.end:
            yield part
        if following:
            start = following[0].period.start


def cited(book: Rulebook) -> Iterator[tuple[str, Path, Period, list[str]]]:
    """Every place that cites: the name, the path below it, the period it holds for, the citations."""
    for name in (*book.conditions, *book.quantities):
        rule = book.rule(name)
        for i, version in enumerate(rule.dated):
            place: Path = ("versions", i) if rule.versions else ()
            yield name, (*place, "basis"), version.period, version.basis
            for programme_id, basis in version.cited_in.items():
                asked = (
                    span_of_programme(book.programmes[programme_id]) if programme_id in book.programmes else Period()
                )
                if version.period.overlaps(asked):
                    span = Period(max(version.period.start, asked.start), min(version.period.end, asked.end))
                    yield name, (*place, "cited_in", programme_id), span, basis
    for name, parameter in book.parameters.items():
        for i, figure in enumerate(parameter.values):
            yield name, ("values", i, "basis"), figure.period, figure.basis
    for name, evidence in book.documents.items():
        for i, edition in enumerate(evidence.versions):
            yield name, ("versions", i, "basis"), edition.period, edition.basis
    for name, instrument in book.instruments.items():
        if instrument.transition:
            after = instrument.in_force.period.day_after() or FOREVER
            yield f"instrument {name}", ("transition",), Period(after, FOREVER), instrument.transition
    for name, preference in book.preferences.items():
        yield f"preference {name}", ("basis",), preference.period, preference.basis
    for name, following in book.implications.items():
        if following.definition.basis:
            yield f"implication {name}", ("basis",), following.definition.period, following.definition.basis
    for name, projections in book.people.projections.items() if book.people is not None else ():
        for projected in projections:
            yield f"projection {name}", (), projected.period, projected.version.basis
    for region in book.regions.values():
        for slot, figures in region.fills.items():
            for i, figure in enumerate(figures):
                yield f"region {region.region}", (slot, i, "basis"), figure.period, figure.basis
    for name, programme in book.programmes.items():
        yield name, ("basis",), span_of_programme(programme), programme.basis
        for i, opening in enumerate(programme.periods):
            yield name, ("periods", i, "basis"), opening.period, opening.basis
        for key, option in programme.benefit.options.items():
            yield name, ("benefit", "options", key, "basis"), span_of_programme(programme), option.basis
