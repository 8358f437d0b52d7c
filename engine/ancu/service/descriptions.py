"""The rulebook as the service describes it: facts with JSON Schema, programmes, rules over time with citations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from ancu.errors import Problem, UnknownNameError, suggestion
from ancu.handbook.wording import Wording, figure_text
from ancu.messages import Language, message
from ancu.rulebook import citations
from ancu.rulebook.calendar import BEGINNING, FOREVER, Period
from ancu.rulebook.references import names_in, reads
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import UNIT_SIGNS
from ancu.rulebook.values import some_choices
from ancu.service.schemas import (
    ChoiceValueOut,
    Citation,
    FactOut,
    Facts,
    PeriodOut,
    ProgrammeOut,
    Programmes,
    RuleOut,
    RuleVersion,
)


def fact_out(book: Rulebook, name: str, lang: Language) -> FactOut:
    """A fact as callers and forms need it."""
    fact = book.facts[name]
    values = [ChoiceValueOut(value=value, label=said[lang]) for value, said in fact.values.items()]
    return FactOut(
        fact=name,
        label=fact.label[lang],
        question=fact.question[lang] if fact.question is not None else None,
        type=fact.type,
        unit=fact.unit[lang] if fact.unit is not None else UNIT_SIGNS.get(fact.type),
        section=book.sections[fact.section][lang],
        help=fact.help[lang] if fact.help is not None else None,
        expected=message(f"expected_{fact.type}", lang, choices=some_choices(fact, lang)),
        values=values,
        json_schema=schema_of(book, name),
    )


def schema_of(book: Rulebook, name: str) -> dict[str, Any]:
    """JSON Schema of a typed value of a fact, in its own unit."""
    fact = book.facts[name]
    kind = fact.value_type.kind
    if kind == "yes_no":
        return {"type": "boolean"}
    if kind == "date":
        return {"type": "string", "format": "date"}
    if kind == "choice":
        return {"type": "string", "enum": list(fact.values)}
    if kind == "list":
        return {"type": "array", "items": {"type": "string", "enum": list(fact.values)}, "uniqueItems": True}
    assert fact.bounds is not None
    # No multipleOf: validators divide in binary, by which 0.58 is no multiple of 0.01.
    number = "number" if fact.value_type.scale else "integer"
    return {"type": number, "minimum": _number(fact.bounds.min), "maximum": _number(fact.bounds.max)}


def _number(bound: Any) -> int | float:
    return int(bound) if bound == int(bound) else float(bound)


def facts_out(book: Rulebook, names: Iterable[str], lang: Language) -> Facts:
    """Facts, and the JSON Schema of a record of them."""
    facts = [fact_out(book, name, lang) for name in names]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
            "case": {"type": ["string", "null"]},
            "as_of": {"type": ["string", "null"], "format": "date"},
            **{fact.fact: {"title": fact.label, **fact.json_schema} for fact in facts},
        },
        "additionalProperties": False,
    }
    return Facts(facts=facts, record_schema=schema)


def programmes_out(book: Rulebook, day: date, lang: Language) -> Programmes:
    """Every programme, and whether it is in force on ``day``."""
    found = [
        ProgrammeOut(
            programme=name,
            title=programme.title[lang],
            audience=list(programme.audience),
            basis=cited(book, programme.basis, lang),
            covered_from=programme.covered_from,
            periods=[PeriodOut(**ends_of(opening.period)) for opening in programme.periods],
            in_force=programme.in_force_on(day),
            region_fact=programme.region,
        )
        for name, programme in book.programmes.items()
    ]
    return Programmes(as_of=day, rulebook=book.digest, programmes=found)


def rule_out(book: Rulebook, name: str, lang: Language) -> RuleOut:
    """A programme, condition, quantity or figure; :class:`UnknownNameError` for anything else."""
    if name in book.programmes:
        return _programme(book, name, lang)
    if name in book.parameters:
        return _figure(book, name, lang)
    if name not in book.conditions and name not in book.quantities:
        known = [*book.programmes, *book.conditions, *book.quantities, *book.parameters]
        raise UnknownNameError(Problem("http_rule_unknown", {"name": name[:80], "hint": suggestion(name[:80], known)}))
    rule = book.rule(name)
    stated = book.conditions[name].stated_by if name in book.conditions else None
    return RuleOut(
        id=name,
        kind="condition" if name in book.conditions else "quantity",
        title=Wording(book, lang).text(rule.title),
        versions=[
            RuleVersion(
                **ends_of(version.period),
                text=Wording(book, lang).rule(version.when) if version.when is not None else None,
                when=version.when,
                basis=cited(book, version.basis, lang),
                notes=[note[lang] for note in version.note],
                doubt=version.doubt.text[lang] if version.doubt is not None else None,
            )
            for version in rule.dated
        ],
        parts=sorted(_rules(book, reads(book, name))),
        stated_by=stated.fact if stated is not None else None,
    )


def _programme(book: Rulebook, name: str, lang: Language) -> RuleOut:
    programme = book.programmes[name]
    roots = {tree.period: tree for tree in book.roots[name]}
    versions = [
        RuleVersion(
            **ends_of(period),
            text=Wording(book, lang).rule(when),
            when=when,
            basis=cited(book, programme.basis, lang),
            notes=[note[lang] for note in programme.note],
            doubt=None,
        )
        for period, when in programme.eligible_versions
    ]
    parts = dict.fromkeys(part for tree in roots.values() for part in names_in(tree.expr))
    return RuleOut(id=name, kind="programme", title=programme.title[lang], versions=versions, parts=list(parts))


def _figure(book: Rulebook, name: str, lang: Language) -> RuleOut:
    regional = [(region, f) for (slot, region), figures in book.fills.items() if slot == name for f in figures]
    versions = [
        RuleVersion(
            **ends_of(figure.period),
            region=region,
            text=figure_text(book, name, figure, lang) if figure.value is not None else None,
            basis=cited(book, figure.version.basis, lang),
            notes=[note[lang] for note in figure.version.note],
            doubt=figure.version.doubt.text[lang] if figure.version.doubt is not None else None,
        )
        for region, figure in [*((None, figure) for figure in book.figures[name]), *regional]
    ]
    return RuleOut(id=name, kind="figure", title=book.parameters[name].label[lang], versions=versions, parts=[])


def _rules(book: Rulebook, names: Iterable[str]) -> Iterable[str]:
    return (name for name in names if name in book.types)


def cited(book: Rulebook, basis: Iterable[str], lang: Language) -> list[Citation]:
    """Places in the law, with how they are written."""
    return [Citation(id=one, text=citations.render(one, book.instruments, lang)) for one in basis]


def ends_of(period: Period) -> dict[str, Any]:
    """Both days of a period; None: open."""
    return {
        "from_": period.start if period.start != BEGINNING else None,
        "to": period.end if period.end != FOREVER else None,
    }
