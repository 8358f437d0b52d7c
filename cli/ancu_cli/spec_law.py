"""``ancu spec coverage`` and ``ancu spec mutate``."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from ancu import extras
from ancu.errors import ExtraMissingError, Problem
from ancu.messages import Language, message
from ancu_cli.common import UsageProblem
from ancu_cli.exits import Exit
from ancu_cli.folding import say
from ancu_cli.writing import write_whole

if TYPE_CHECKING:
    from ancu.specs.measure.collect import Failure

Form = Literal["text", "html", "json"]


def coverage(
    *,
    lang: Language,
    rules_dir: str | None,
    paths: tuple[str, ...],
    programme: tuple[str, ...],
    form: Form,
    output: str | None,
    fail_under: str | None,
) -> int:
    """Tell which outcomes of which conditions the scenarios at ``paths`` show."""
    asked = _share(fail_under)
    _prepare(rules_dir, lang)
    from ancu.specs.measure.collect import collect
    from ancu.specs.measure.coverage import measure
    from ancu.specs.measure.report import LawReport
    from ancu.specs.measure.report_html import coverage_page
    from ancu.specs.measure.report_json import coverage_json

    collection = collect(_where(paths))
    _tell_failures(collection.failures, lang)
    measured = measure(collection, programme)
    if form == "html":
        text = coverage_page(measured, lang)
    elif form == "json":
        text = json.dumps(coverage_json(measured), ensure_ascii=False, indent=2) + "\n"
    else:
        text = "\n".join(LawReport(measured.book, lang).coverage(measured)) + "\n"
    _put(text, output, lang)
    return _verdict(measured.percent, asked, bool(collection.failures), lang)


def mutate(
    *,
    lang: Language,
    rules_dir: str | None,
    paths: tuple[str, ...],
    programme: tuple[str, ...],
    form: Form,
    output: str | None,
    fail_under: str | None,
    justified: str | None,
    scenarios: int,
    changed_since: str | None,
) -> int:
    """Change the rulebook one thing at a time, and tell which changes the scenarios at ``paths`` do not notice."""
    asked = _share(fail_under)
    names = _changed(changed_since, rules_dir)
    _prepare(rules_dir, lang)
    from ancu.specs.measure.baseline import check_justified, find_lists, read_justified
    from ancu.specs.measure.bench import Bench
    from ancu.specs.measure.collect import collect
    from ancu.specs.measure.mutation import mutate
    from ancu.specs.measure.report import LawReport
    from ancu.specs.measure.report_html import mutation_page
    from ancu.specs.measure.report_json import mutation_json
    from ancu.specs.measure.witness import Witness
    from ancu.specs.measure.witness_search import find_witness

    places = _where(paths)
    lists = [Path(justified)] if justified is not None else find_lists(places)
    reasons: dict[str, str] = {}
    read = {file: read_justified(file) for file in lists}
    collection = collect(places)
    _tell_failures(collection.failures, lang)
    mutation = mutate(collection, programme, progress_of(lang), names)
    for file, entries in read.items():
        if not programme and names is None:  # of a part of the rulebook, the rest of the list says nothing
            check_justified(entries, mutation, file)
        reasons.update(entries)
    opened = [survivor.mutant for survivor in mutation.survivors if survivor.mutant.id not in reasons]
    witnesses: Mapping[str, Witness] = {}
    if opened and scenarios:
        bench = Bench(collection, [collection.book.programme(name).programme for name in programme] or None)
        drafted = {mutant.id: find_witness(bench, mutant) for mutant in opened[:scenarios]}
        witnesses = {name: witness for name, witness in drafted.items() if witness is not None}
    report = LawReport(collection.book, lang)
    if form == "html":
        text = mutation_page(mutation, reasons, witnesses, lang)
    elif form == "json":
        text = json.dumps(mutation_json(report, mutation, reasons, witnesses), ensure_ascii=False, indent=2) + "\n"
    else:
        text = "\n".join(report.mutation(mutation, reasons, witnesses)) + "\n"
    _put(text, output, lang)
    return _verdict(mutation.score, asked, bool(collection.failures), lang)


def _prepare(rules_dir: str | None, lang: Language) -> None:
    """Make sure that specs can be read, and that this command reads them by the rulebook asked for."""
    if not extras.specs():
        raise ExtraMissingError(Problem("spec_needs_extra"))
    from ancu.rulebook.loading import load_rulebook
    from ancu.specs.language.chosen import judged_by

    click.get_current_context().with_resource(judged_by(load_rulebook(rules_dir), lang))


def _changed(old: str | None, rules_dir: str | None) -> frozenset[str] | None:
    """The names that the rulebook in use defines otherwise than the one at ``old``; None where that is not asked."""
    if old is None:
        return None
    from ancu.rulebook.difference import differing
    from ancu.rulebook.loading import load_rulebook

    return differing(load_rulebook(old), load_rulebook(rules_dir))


def _where(paths: tuple[str, ...]) -> list[str]:
    return list(paths) or ["features" if Path("features").is_dir() else "."]


def _share(written: str | None) -> float | None:
    if written is None:
        return None
    try:
        share = float(written.replace(",", ".").rstrip("%"))
    except ValueError:
        share = -1.0
    if not 0 <= share <= 100:
        raise UsageProblem(Problem("cover_bad_share", {"value": written}))
    return share


def _tell_failures(failures: Sequence[Failure], lang: Language) -> None:
    if failures:
        say(message("cover_failures", lang, count=len(failures)), err=True)
        for failure in failures:
            say(f"  {failure.place}: {failure.text.splitlines()[0]}", err=True)


def progress_of(lang: Language) -> Callable[[int, int], None] | None:
    """A line on a terminal that says how far we are; nothing elsewhere."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, of: int) -> None:
        if done == of:
            click.echo("\r\033[K", nl=False, err=True)
        elif done % 25 == 0:
            click.echo("\r" + message("mutate_progress", lang, done=done, all=of), nl=False, err=True)

    return tell


def _put(text: str, output: str | None, lang: Language) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    write_whole(output, text.encode())
    say(message("note_written", lang, path=output), err=True)


def _verdict(share: float, asked: float | None, failing: bool, lang: Language) -> int:
    if asked is not None and share < asked:
        wanted = f"{asked:g}"
        say(message("cover_below", lang, wanted=wanted.replace(".", ",") if lang == "vi" else wanted), err=True)
        return Exit.SPECS_NOT_PASSED
    return Exit.SPECS_NOT_PASSED if failing else Exit.ALL_JUDGED
