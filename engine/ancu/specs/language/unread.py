"""Why a line of a scenario, or a value in it, cannot be read: every part of it that is not understood."""

from __future__ import annotations

from ancu.messages import Language, message
from ancu.rulebook.values import ValueProblem, parse
from ancu.specs.language.chosen import book, language
from ancu.specs.language.grammar import Grammar, grammar_of
from ancu.specs.language.letters import tidy
from ancu.specs.language.likeness import bare
from ancu.specs.language.no_fact import why_no_fact

#: What a line may say under each keyword.
_PURPOSES = {"given": "state", "when": "judge", "then": "expect"}


def why_unread(line: str, keyword: str | None = None, spoken: Language | None = None) -> str:
    """Why ``line`` cannot be read: a value in a phrase's blank, else each part that is unknown and what is like it.

    ``keyword`` is what it stands under, ``spoken`` the language of its file: nothing else is suggested.
    """
    grammar = grammar_of(book())
    line = tidy(line)
    parts = list(grammar.parts(line)) if '"' not in line else [(line, None)]
    if all(saying is None for _, saying in parts) and len(parts) > 1:
        whole = grammar.misfilled(line) is not None and grammar.misfilled(parts[0][0]) is None
        parts = [(line, None)] if whole else parts
    unknown = [part for part, saying in parts if saying is None] or [line]
    if spoken is None:
        spoken = None if line.isascii() else "vi"
    told = {part: _why(grammar, part, keyword, spoken) for part in unknown}
    strange = "”, “".join(part for part, why in told.items() if why is None)
    last = [message(f"spec_step_unknown_{keyword or 'given'}", language(), step=strange)] if strange else []
    return " ".join([*(why for why in told.values() if why is not None), *last])


def _why(grammar: Grammar, part: str, keyword: str | None, spoken: Language | None) -> str | None:
    """Why a part cannot be read; None where nothing is like it."""
    lang = language()
    if (told := why_no_fact(part)) is not None:
        return told
    if (misfilled := grammar.misfilled(part)) is not None:
        assert misfilled.sentence.phrase is not None
        fact, value = misfilled.sentence.phrase.name, misfilled.values["value"]
        people = book().people
        facts = people.person.facts if misfilled.sentence.person and people is not None else book().facts
        try:
            parse(facts[fact], value)
        except ValueProblem as problem:
            label = facts[fact].label[lang]
            return why_unfit(label, value, problem)
    if several := grammar.ambiguous(part):
        shown = (f"{one.whom.said} {one.phrase.text}" if one.whom else one.phrase.text for one in several)
        near = message("spec_near_join", lang).join(f"“{text}”" for text in shown)
        return message("spec_two_readings", lang, step=part, near=near)
    if right := grammar.marked(part):
        kind = "spec_no_marks" if bare(part) == part.casefold() else "spec_wrong_marks"
        return message(kind, lang, step=part, near=right)
    found = grammar.near(part, purpose=_PURPOSES.get(str(keyword)), lang=spoken)
    if not found:
        return None
    near = message("spec_near_join", lang).join(f"“{text}”" for text in found)
    return message("spec_step_unknown", lang, step=part, near=near)


def why_unfit(label: str, value: object, problem: ValueProblem) -> str:
    """Why the value of a fact cannot be read, and what to write where it is unusual and right."""
    lang = language()
    told = message("fact_unfit", lang, name=label, value=value, problem=problem.text(lang))
    if not problem.confirmable:
        return told
    return f"{told} {message('spec_confirm', lang, label=label, value=value)}"
