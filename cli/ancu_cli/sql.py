"""``ancu sql``."""

from __future__ import annotations

import click

from ancu.inference.columnar import column_type, compile_programme
from ancu.inference.sql import Dialect
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.rulebook import Rulebook


def sql(*, lang: Language, rules_dir: str | None, programme: str, dialect: Dialect, table: str) -> int:
    """Print the statement that judges a programme, under a comment that says what table it needs."""
    book = load_rulebook(rules_dir)
    statement = compile_programme(book, programme, dialect, table)
    title = book.programmes[statement.programme].title[lang]
    head = message("sql_head", lang, title=title, digest=book.digest[:12], table=table)
    columns = [
        message("sql_column", lang, name=fact, type=column_type(book, fact), label=_said(book, fact, lang))
        for fact in statement.facts
    ]
    for line in (*head.splitlines(), *columns):
        click.echo(f"-- {line}")
    click.echo(statement.sql + ";")
    return 0


def _said(book: Rulebook, fact: str, lang: Language) -> str:
    definition = book.facts[fact]
    label = definition.label[lang]
    if definition.value_type.scale:
        return message("sql_scaled", lang, label=label, factor=10**definition.value_type.scale)
    if definition.values:
        key = "sql_list" if definition.type == "list" else "sql_choice"
        marks = ";".join(definition.values) if definition.type == "list" else ", ".join(definition.values)
        return message(key, lang, label=label, values=f";{marks};" if definition.type == "list" else marks)
    return label
