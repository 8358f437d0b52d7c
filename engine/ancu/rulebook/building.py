"""From the contents of files to a :class:`Rulebook`: shape, gather, type, then check as a whole.

Each stage collects every problem it finds; a later stage runs only on what the earlier ones let through. A rulebook
with a problem does not come about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ancu.errors import Problem, suggestion
from ancu.rulebook import checks, language
from ancu.rulebook.changeable import check_changeable
from ancu.rulebook.definitions import Definitions, gather
from ancu.rulebook.draws import check_draws
from ancu.rulebook.earlier_support import read_earlier_support
from ancu.rulebook.interviews import check_interview, shares_of
from ancu.rulebook.notices import check_notices, notice_law
from ancu.rulebook.people import read_people
from ancu.rulebook.plans import check_plans
from ancu.rulebook.procedures import check_procedures
from ancu.rulebook.property_texts import check_properties
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.scaled_figures import ScaledFigures
from ancu.rulebook.shapes import Shapes, shapes_of
from ancu.rulebook.typed_rules import TypedRules


def build(files: Mapping[str, bytes]) -> tuple[Rulebook | None, list[Problem]]:
    """A rulebook from the contents of its files by relative name, or None and every problem found."""
    shapes = shapes_of(files)
    if shapes.problems:
        return None, shapes.problems
    defined = gather(shapes.found)
    if not defined.problems:
        defined.check_names()
    if defined.problems:
        return None, defined.problems
    rules, figures = TypedRules(defined), ScaledFigures(defined)
    problems = [*rules.problems, *figures.problems]
    if problems:
        return None, problems
    rulebook = _rulebook(shapes, defined, rules, figures)
    if defined.household is not None:
        people = read_people(*defined.household, rulebook, defined.ranges, language.parse, problems)
        if problems or people is None:
            return None, problems
        rulebook = replace(rulebook, people=people)
    problems = list(check_procedures(defined.procedures, rulebook.instruments, rulebook.programmes))
    if defined.draws is not None:
        problems += check_draws(*defined.draws, rulebook.instruments, rulebook.programmes)
    if defined.interview is not None:
        problems += check_interview(*defined.interview, rulebook.facts, rulebook.sections)
    problems += check_defects(defined)
    problems += check_plans(defined.plans, defined.units, rulebook.instruments, rulebook.programmes)
    notices = notice_law(defined.notices, problems)
    problems += check_notices(
        defined.notices,
        notices,
        rulebook.instruments,
        rulebook.programmes,
        rulebook.facts,
        rulebook.procedures,
    )
    problems += check_properties(rulebook, defined.properties)
    if problems:
        return None, problems
    if defined.interview is not None:
        file = defined.interview[1]
        topics = tuple(tuple(topic) for topic in file.topics)
        rulebook = replace(rulebook, answer_shares=shares_of(file, rulebook.facts), topics=topics)
    rulebook = replace(rulebook, notices=notices)
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
    problems = checks.check(rulebook, defined.origins)
    if problems:
        return None, problems
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
        draws=defined.draws[1] if defined.draws is not None else None,
        plans={name: shape for name, (_, shape) in defined.plans.items()},
        units={name: shape for name, (_, shape) in defined.units.items()},
        defects=defined.defects[1].defects if defined.defects is not None else {},
        properties={name: one for _, file in defined.properties for name, one in file.properties.items()},
        accepted=tuple(known for _, file in defined.properties for known in file.accepted),
    )


def check_defects(defined: Definitions) -> Iterator[Problem]:
    """The kinds of defects that are of no question."""
    document, file = defined.defects if defined.defects is not None else (None, None)
    for name in file.defects if file is not None else ():
        if document is not None and name not in defined.questions:
            hint = suggestion(name, defined.questions)
            yield document.problem("defect_of_no_question", ("defects", name), name=name, hint=hint)
