"""What the names in a scenario mean: facts, conditions, programmes, papers, results; a wrong one is a mistake."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ancu.decision.contract import STATUSES
from ancu.decision.model import Decision
from ancu.decision.rendering import fill
from ancu.errors import nearest, suggestion
from ancu.kept import kept
from ancu.messages import LANGUAGES, message
from ancu.rulebook.model import Text
from ancu.rulebook.naming import naming_of
from ancu.rulebook.references import PLACEHOLDER, use_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import normalise
from ancu.specs.language.chosen import book, language
from ancu.specs.language.likeness import most_like
from ancu.specs.language.mistakes import Mistake


def fact_named(label: str) -> str:
    """The fact that ``label`` names."""
    fact = naming_of(book()).find(label)
    if fact is None or fact not in book().facts:
        near = naming_of(book()).near(label)
        raise Mistake(message("spec_fact_unknown", language(), name=label, hint=_did_you_mean(near)))
    return fact


def condition_named(name: str, programme: str, decision: Decision | None) -> str:
    """The condition of ``programme`` that ``name`` names, by title, title as filled in ``decision``, or id."""
    nodes = conditions_of(book(), programme)
    if name in nodes:
        return name
    wanted = normalise(name)
    alike = [node for node in nodes if wanted in names_of(node, decision) or _is_title(wanted, book().title(node))]
    if alike:
        # Two titles may differ only in the figures that they quote: the one that quotes these is meant.
        return next((node for node in alike if wanted in names_of(node, decision)), alike[0])
    titles = [open_title(node) for node in nodes]
    hint: Any = suggestion(name, [*titles, *nodes])
    raise Mistake(message("spec_condition_unknown", language(), name=name, hint=hint(language())))


def titled(name: str, titles: Sequence[tuple[str, Text]]) -> str:
    """The id among ``titles`` that ``name`` means."""
    wanted = normalise(name)
    for own_id, title in titles:
        if wanted in normalised(own_id, *both(title)) or _is_title(wanted, title):
            return own_id
    near = nearest(name, [*(title[language()] for _, title in titles), *(own_id for own_id, _ in titles)])
    raise Mistake(message("spec_name_unknown", language(), name=name, hint=_did_you_mean(near)))


def status_named(written: str) -> str:
    """The key of the result that ``written`` names: a status, a reason for none, or ``not_covered``."""
    words = status_words()
    if normalise(written) not in words:
        hint = _did_you_mean(nearest(normalise(written), words))
        known = "; ".join(message(f"status_{key}", language()) for key in dict.fromkeys(words.values()))
        raise Mistake(message("spec_status_unknown", language(), name=written, hint=hint, known=known))
    return words[normalise(written)]


def status_words() -> dict[str, str]:
    """Every word for a result, normalised, with what it stands for.

    That is a status, a reason for none, ``in_principle``, or ``not_covered``.
    """
    keys = (*STATUSES, "in_principle", "not_yet", "closed", "other_region", "not_covered")
    words = {normalise(message(f"status_{key}", lang)): key for key in keys for lang in LANGUAGES}
    words |= {normalise(message("spec_status_in_principle", lang)): "in_principle" for lang in LANGUAGES}
    return {**{key: key for key in keys}, **words}


def means_yes(written: str) -> bool:
    """Whether a cell says yes, in any language."""
    return normalise(written) in normalised(*(message("word_yes", lang) for lang in LANGUAGES))


def names_of(node: str, decision: Decision | None) -> set[str]:
    """The ways to name a condition or figure, normalised; with its title as ``decision`` fills it, where it does."""
    title = book().title(node)
    program = decision.context.program if decision is not None else None
    if decision is None or program is None or node not in program.nodes:
        return normalised(node, *both(title))
    context = decision.context
    return normalised(node, *both(title), *(fill(context, title, lang) for lang in LANGUAGES))


def open_title(node: str) -> str:
    """The title of a condition with "…" for what it quotes."""
    return PLACEHOLDER.sub("…", book().title(node)[language()])


def both(text: Text) -> tuple[str, str]:
    """A text in each language."""
    return text.vi, text.en


def normalised(*texts: str) -> set[str]:
    """``texts`` as they are compared."""
    return {normalise(text) for text in texts}


def programmes_near(written: str) -> list[str]:
    """The titles that hold every word of ``written``, else those most like it."""
    titles = [programme.title[language()] for programme in book().programmes.values()]
    words = set(normalise(written).split())
    holding = [title for title in titles if words <= {word.strip(",") for word in normalise(title).split()}]
    return sorted(holding, key=len)[:3] or most_like(written, [*titles, *book().programmes], 3)


@kept
def conditions_of(rulebook: Rulebook, programme: str) -> list[str]:
    """The conditions that a programme depends on, on any day."""
    named = rulebook.conditions.keys() | rulebook.programmes.keys()
    return [name for name in use_of(rulebook, programme) if name in named and name != programme]


def _is_title(wanted: str, title: Text) -> bool:
    """Whether ``wanted`` is a title with something put in for what it quotes."""
    for text in both(title):
        parts = [re.escape(normalise(part)) for part in PLACEHOLDER.split(text)[::2]]
        if len(parts) > 1 and re.fullmatch(r"\s*.+?\s*".join(parts), wanted):
            return True
    return False


def _did_you_mean(near: str | None) -> str:
    return f" {message('did_you_mean', language(), near=near)}" if near else ""
