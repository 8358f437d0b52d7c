"""``ancu facts``."""

from __future__ import annotations

from datetime import date

import click

from ancu.decision.facts_model import stub
from ancu.decision.rendering import paper_text
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.references import facts_read


def facts(*, lang: Language, rules_dir: str | None, as_stub: bool, programme: tuple[str, ...]) -> int:
    """Print the vocabulary by section, or a typed stub."""
    book = load_rulebook(rules_dir)
    if as_stub:
        click.echo(stub(book, programme or None, lang), nl=False)
        return 0
    names = facts_read(book, programme or None)
    for section, title in book.sections.items():
        here = [name for name in names if book.facts[name].section == section]
        if not here:
            continue
        click.echo(f"\n{title[lang]}")
        for name in here:
            fact = book.facts[name]
            kind = message(f"expected_{fact.type}", lang, choices="; ".join(v[lang] for v in fact.values.values()))
            click.echo(f"  {fact.label[lang]} [{name}]\n      {kind}")
            if fact.help is not None:
                click.echo(f"      {fact.help[lang]}")
            for paper in fact.evidence:
                evidence = paper_text(book, paper, date.today(), lang)
                click.echo(f"      {message('facts_evidence', lang, evidence=evidence)}")
    return 0
