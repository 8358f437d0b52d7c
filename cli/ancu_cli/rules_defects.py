"""``ancu rules defects``: the open questions of the law as a dossier for whoever can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from ancu.errors import Problem
from ancu.handbook.defects import DefectEntry, defects_of
from ancu.handbook.dossier import ListCounted, as_markdown, dossier
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.job import Job
from ancu_cli.common import UsageProblem, day_of, set_facts
from ancu_cli.exits import Exit
from ancu_cli.folding import say
from ancu_cli.writing import write_whole

_FORMS = (".md", ".docx")


def defects(
    *,
    lang: Language,
    rules_dir: str | None,
    lists: tuple[str, ...],
    as_of: str | None,
    programme: tuple[str, ...],
    mapping: str | None,
    given: tuple[str, ...],
    members: str | None,
    output: str | None,
) -> Exit:
    """Print the dossier, or write it as Markdown or DOCX; with a list, how many of its cases hang on each question.

    A list of which rows are returned is told, and ends as it does with ``screen``.
    """
    form = Path(output).suffix.lower() if output is not None else ".md"
    if form not in _FORMS:
        raise UsageProblem(Problem("defects_suffix", {"path": output}))
    book = load_rulebook(rules_dir)
    day = day_of(as_of)
    entries = defects_of(book, lang, day)
    counted = None
    if lists:
        job = Job(
            lists=lists,
            mapping=mapping,
            programmes=programme,
            as_of=day,
            given=set_facts(given),
            lang=lang,
            members=members,
        )
        counted = _counted(book, job, entries)
    blocks = dossier(book, entries, lang, day or date.today(), counted)
    rejected = counted.rejected if counted is not None else 0
    if rejected:
        say(message("defects_rejected", lang, count=rejected), err=True)
    ended = Exit.SOME_REJECTED if rejected else Exit.ALL_JUDGED
    if output is None:
        click.echo(as_markdown(blocks), nl=False)
        return ended
    if form == ".docx":
        from ancu.handbook.dossier_docx import as_docx

        content = as_docx(blocks, lang)
    else:
        content = as_markdown(blocks).encode()
    write_whole(output, content)
    say(message("note_written", lang, path=output), err=True)
    return ended


def _counted(book: Rulebook, job: Job, entries: Iterable[DefectEntry]) -> ListCounted:
    """The cases of a list that hang on each question: only on one that leaves something unset or doubtful."""
    from ancu.reform.hanging import count_hanging

    deciding = [one.question for one in entries if one.question and any(effect != "note" for effect, _ in one.effects)]
    return count_hanging(book, job, deciding)
