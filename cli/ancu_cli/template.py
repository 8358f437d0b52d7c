"""``ancu template`` and ``ancu map``: a list to fill in, and a mapping for a list that exists."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ancu.errors import Problem
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.references import facts_read
from ancu.screening.cells.map_draft import draft_map as draft
from ancu.screening.lists.lists_to_map import lists_to_map
from ancu.screening.template import header_csv, split_by_people, template_workbook
from ancu_cli.common import UsageProblem
from ancu_cli.folding import say
from ancu_cli.writing import write_new


def template(
    *, lang: Language, rules_dir: str | None, xlsx: str | None, members: bool, programme: tuple[str, ...]
) -> int:
    """Write an empty list as a workbook, or print its header as CSV."""
    if xlsx is not None and Path(xlsx).suffix.lower() != ".xlsx":
        raise UsageProblem(Problem("template_suffix", {"path": xlsx}))
    if members and xlsx is None:
        raise UsageProblem(Problem("template_members_form", {}))
    book = load_rulebook(rules_dir)
    names = facts_read(book, programme or None)
    if xlsx is None:
        click.echo(header_csv(book, names, lang), nl=False)
        return 0
    if not members:
        write_new(xlsx, template_workbook(book, names, programme, lang, date.today()))
        say(message("template_written", lang, path=xlsx, columns=len(names) + 2), err=True)
        return 0
    own, of_people = split_by_people(book, names)
    write_new(xlsx, template_workbook(book, own, programme, lang, date.today(), of_people))
    columns = {"columns": len(own) + 3, "members": len(of_people) + 2}
    say(message("template_written_members", lang, path=xlsx, **columns), err=True)
    return 0


def draft_map(
    *, lang: Language, rules_dir: str | None, list_: str, sheet: str | None, members: str | None, output: str | None
) -> int:
    """Draft the mapping file of a list, and of the people of its households where they stand apart."""
    book = load_rulebook(rules_dir)
    listing, people = lists_to_map(book, list_, sheet, members)
    text = draft(book, listing, list_, lang, people)
    if output is None:
        click.echo(text, nl=False)
        return 0
    write_new(output, text.encode())
    say(message("draft_written", lang, path=output, list=list_), err=True)
    return 0
