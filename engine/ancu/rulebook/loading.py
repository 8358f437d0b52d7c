"""From files to a :class:`Rulebook`: read, shape, gather, type, then check as a whole.

Each stage collects every problem it finds; a later stage runs only on what the earlier ones let through. A rulebook
with a problem does not load.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace

from ancu.errors import Problem, RulebookError
from ancu.rulebook import cache, checks
from ancu.rulebook.changeable import check_changeable
from ancu.rulebook.definitions import Definitions, gather
from ancu.rulebook.earlier_support import read_earlier_support
from ancu.rulebook.folder import read_files
from ancu.rulebook.people import read_people
from ancu.rulebook.plans import check_plans
from ancu.rulebook.procedures import check_procedures
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.scaled_figures import ScaledFigures
from ancu.rulebook.shapes import Shapes, shapes_of
from ancu.rulebook.typed_rules import TypedRules


def load_rulebook(path: str | os.PathLike[str] | None = None) -> Rulebook:
    """Load the rulebook at ``path``, else at ``ANCU_RULES``, else the one that comes with An Cư.

    A directory without a ``vocabulary.yaml`` is an overlay: each of its files takes the place of, or joins, those of
    the built-in rulebook. Raises :class:`RulebookError` with the first problem; :func:`check_rulebook` finds all.
    A rulebook that passed every check before is not parsed and checked as a whole again (:mod:`.cache`).
    """
    files, problems = read_files(path)
    if not problems:
        rulebook, problems = _build(files, kept=True)
        if rulebook is not None:
            return rulebook
    raise RulebookError(problems[0])


def check_rulebook(path: str | os.PathLike[str] | None = None) -> tuple[Rulebook | None, list[Problem]]:
    """The rulebook, or None, and every problem found; everything is checked, whatever was checked before."""
    files, problems = read_files(path)
    return build(files) if not problems else (None, problems)


def build(files: Mapping[str, bytes]) -> tuple[Rulebook | None, list[Problem]]:
    """A rulebook from the contents of its files, or None and every problem found."""
    return _build(files, kept=False)


def _build(files: Mapping[str, bytes], kept: bool) -> tuple[Rulebook | None, list[Problem]]:
    """As :func:`build`; ``kept``: that the rulebook passed every check may be known from before, and is noted."""
    shapes = shapes_of(files)
    if shapes.problems:
        return None, shapes.problems
    defined = gather(shapes.found)
    passed = cache.read(shapes.digest) if kept and not defined.problems else None
    if passed is None and not defined.problems:
        defined.check_names()
    if defined.problems:
        return None, defined.problems
    rules, figures = TypedRules(defined, passed or {}), ScaledFigures(defined)
    problems = [*rules.problems, *figures.problems]
    if problems:
        return None, problems
    rulebook = _rulebook(shapes, defined, rules, figures)
    if defined.household is not None:
        people = read_people(*defined.household, rulebook, defined.ranges, rules.parse, problems)
        if problems or people is None:
            return None, problems
        rulebook = replace(rulebook, people=people)
    # Always: what was checked before is known by a digest for which what stands beside the law does not count.
    problems = list(check_procedures(defined.procedures, rulebook.instruments, rulebook.programmes))
    problems += check_plans(defined.plans, defined.units, rulebook.instruments, rulebook.programmes)
    if problems:
        return None, problems
    if defined.earlier_support is not None:
        support = read_earlier_support(*defined.earlier_support, rulebook, problems)
        if problems or support is None:
            return None, problems
        rulebook = replace(rulebook, earlier_support=support)
    if defined.changeable is not None:
        problems = list(check_changeable(*defined.changeable, rulebook))
        if problems:
            return None, problems
        rulebook = replace(rulebook, changeable=defined.changeable[1].facts)
    if passed is None:
        problems = checks.check(rulebook, defined.origins)
        if problems:
            return None, problems
        if kept:
            cache.write(shapes.digest, rules.parsed)
    _ = rulebook.epochs  # now, so that threads find it
    return rulebook, []


def _rulebook(shapes: Shapes, defined: Definitions, rules: TypedRules, figures: ScaledFigures) -> Rulebook:
    return Rulebook(
        facts=defined.facts,
        sections=defined.sections,
        instruments=defined.instruments,
        parameters=defined.parameters,
        conditions=defined.conditions,
        quantities=defined.quantities,
        programmes=defined.programmes,
        regions=defined.regions,
        documents=defined.documents,
        preferences=defined.preferences,
        questions=defined.questions,
        raised={name: tuple(shapes.raised.get(name, ())) for name in defined.questions},
        digest=shapes.digest,
        trees=rules.trees,
        roots=rules.roots,
        options=rules.options,
        defaults=rules.defaults,
        implications=rules.implications,
        wanted=rules.wanted,
        figures=figures.figures,
        fills=figures.fills,
        searched=figures.searched,
        unsearched=figures.unsearched,
        types=rules.types,
        compound=rules.compound,
        procedures={name: shape for name, (_, shape) in defined.procedures.items()},
        plans={name: shape for name, (_, shape) in defined.plans.items()},
        units={name: shape for name, (_, shape) in defined.units.items()},
    )
