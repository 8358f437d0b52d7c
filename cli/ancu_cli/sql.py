"""``ancu sql``."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from datetime import date

import click

from ancu.inference.sql.statement import compile_programme, compile_programmes
from ancu.inference.sql.text import Dialect
from ancu.inference.table_schema import column_type
from ancu.inference.verdicts import OUTCOMES, REASON_BASE, VERDICTS
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.rulebook import Rulebook


def sql(
    *, lang: Language, rules_dir: str | None, programmes: tuple[str, ...], dialect: Dialect, table: str, reasons: bool
) -> int:
    """Print the statement that judges programmes, under a comment that says what table it needs and what it yields."""
    book = load_rulebook(rules_dir)
    names = list(dict.fromkeys(book.programme(name).programme for name in programmes))
    if reasons:
        _print_reasons(book, names, lang)
        return 0
    if len(names) == 1:
        statement = compile_programme(book, names[0], dialect, table)
        yields = message("sql_yields_one", lang)
    else:
        days, keep = (date.min, date.max), ("case_id", "as_of")
        statement = compile_programmes(book, names, days, detail=False, dialect=dialect, source=table, keep=keep)
        verdicts = ", ".join(f"{i} {why or status}" for i, (status, why) in enumerate(VERDICTS))
        yields = message("sql_yields_several", lang, verdicts=verdicts)
    titles = "”, “".join(book.programmes[name].title[lang] for name in names)
    head = message("sql_head", lang, title=titles, digest=book.digest[:12], table=table)
    columns = [
        message("sql_column", lang, name=fact, type=column_type(book, fact), label=_said(book, fact, lang))
        for fact in statement.facts
    ]
    known: dict[bool | None, str] = {True: "eligible", False: "ineligible", None: "undetermined"}
    outcomes = ", ".join(f"{number} {known[outcome]}" for outcome, number in OUTCOMES.items())
    reason = message("sql_reason", lang, base=REASON_BASE, outcomes=outcomes, programmes=" ".join(names))
    for line in (*head.splitlines(), *columns, *yields.splitlines(), *reason.splitlines()):
        click.echo(f"-- {line}")
    click.echo(statement.sql + ";")
    return 0


def _print_reasons(book: Rulebook, names: Sequence[str], lang: Language) -> None:
    """The conditions that the bits of a reason stand for, by programme and first as-of date, as CSV."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["programme", "from", "bit", "condition", "title"])
    for name in names:
        last: tuple[str, ...] | None = None
        part = compile_programmes(book, [name], (date.min, date.max), detail=False).parts[0]
        for epoch, program in part.programs.items():
            if program.reported == last:
                continue
            last = program.reported
            start = max(book.epochs.starts[epoch], book.programmes[name].covered_from)
            for bit, condition in enumerate(program.reported):
                writer.writerow([name, start, 1 << bit, condition, book.title(condition)[lang]])


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
