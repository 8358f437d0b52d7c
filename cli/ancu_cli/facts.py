"""``ancu facts``."""

from __future__ import annotations

from datetime import date

import click

from ancu.decision.facts_model import stub
from ancu.decision.rendering import paper_text
from ancu.errors import Problem, UnknownNameError, suggestion
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.naming import naming_of
from ancu.rulebook.references import facts_read
from ancu.rulebook.rulebook import Rulebook
from ancu_cli.folding import say


def facts(
    *, lang: Language, rules_dir: str | None, asked: tuple[str, ...], as_stub: bool, programme: tuple[str, ...]
) -> int:
    """Print the vocabulary by section, or of it the facts ``asked`` for, by label or id; or a typed stub."""
    book = load_rulebook(rules_dir)
    only = frozenset(_fact(book, name) for name in asked)
    if as_stub:
        click.echo(stub(book, programme or None, lang), nl=False)
        return 0
    names = facts_read(book, programme or None)
    for section, title in book.sections.items():
        here = [name for name in names if book.facts[name].section == section and (not only or name in only)]
        if not here:
            continue
        say(f"\n{title[lang]}")
        for name in here:
            fact = book.facts[name]
            kind = message(f"expected_{fact.type}", lang, choices="; ".join(v[lang] for v in fact.values.values()))
            say(f"  {fact.label[lang]} [{name}]\n      {kind}")
            if fact.help is not None:
                say(f"      {fact.help[lang]}")
            for paper in fact.evidence:
                evidence = paper_text(book, paper, date.today(), lang)
                say(f"      {message('facts_evidence', lang, evidence=evidence)}")
    return 0


def _fact(book: Rulebook, written: str) -> str:
    """The fact called so; :class:`UnknownNameError` with the nearest label where there is none."""
    name = naming_of(book).find_spelled(written)
    if name is None or name not in book.facts:
        labels = [fact.label[lang] for fact in book.facts.values() for lang in LANGUAGES]
        hint = suggestion(written, [*labels, *book.facts])
        raise UnknownNameError(Problem("facts_no_such", {"value": written, "hint": hint}))
    return name
