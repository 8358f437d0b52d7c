"""Why a line of a scenario, or a value in it, cannot be read."""

from __future__ import annotations

from ancu.messages import message
from ancu.rulebook.values import ValueProblem, parse
from ancu.specs.language.chosen import book, language
from ancu.specs.language.grammar import grammar_of


def why_unread(line: str) -> str:
    """Why ``line`` cannot be read: the value in a phrase's blank, else the part that is unknown and its like."""
    grammar, lang = grammar_of(book()), language()
    parts = list(grammar.parts(line)) if '"' not in line else [(line, None)]
    if all(saying is None for _, saying in parts):
        parts = [(line, None)] if grammar.misfilled(parts[0][0]) is None else parts
    for part, saying in parts:
        if saying is None and (misfilled := grammar.misfilled(part)) is not None:
            assert misfilled.sentence.phrase is not None
            fact, value = misfilled.sentence.phrase.name, misfilled.values["value"]
            people = book().people
            facts = people.person.facts if misfilled.sentence.person and people is not None else book().facts
            try:
                parse(facts[fact], value)
            except ValueProblem as problem:
                label = facts[fact].label[lang]
                return why_unfit(label, value, problem)
    part = next(part for part, saying in parts if saying is None)
    if several := grammar.ambiguous(part):
        shown = (f"{one.whom.said} {one.phrase.text}" if one.whom else one.phrase.text for one in several)
        near = message("spec_near_join", lang).join(f"“{text}”" for text in shown)
        return message("spec_two_readings", lang, step=part, near=near)
    if right := grammar.marked(part):
        return message("spec_wrong_marks", lang, step=part, near=right)
    near = message("spec_near_join", lang).join(f"“{text}”" for text in grammar.near(part))
    return message("spec_step_unknown", lang, step=part, near=near)


def why_unfit(label: str, value: object, problem: ValueProblem) -> str:
    """Why the value of a fact cannot be read, and what to write where it is unusual and right."""
    lang = language()
    told = message("fact_unfit", lang, name=label, value=value, problem=problem.text(lang))
    if not problem.confirmable:
        return told
    return f"{told} {message('spec_confirm', lang, label=label, value=value)}"
