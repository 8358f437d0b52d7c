"""``ancu spec``: running, listing and drafting scenarios."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Literal, get_args

import click

from ancu import extras
from ancu.decision.deciding import decide, decide_all
from ancu.errors import ExtraMissingError, Problem
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.screening.run.concerning import concerned
from ancu.specs.draft.boundaries import draft_boundaries
from ancu.specs.draft.real_case import draft_case
from ancu.specs.language.chosen import judged_by
from ancu.specs.language.feature_file import find_files
from ancu.specs.language.mistakes import Mistake
from ancu.specs.language.names import condition_named
from ancu.specs.language.phrase_list import as_markdown, as_snippets, as_text, entries
from ancu.specs.run.report import MARKS, junit, reasoning, remark_text, verdict
from ancu.specs.run.report_html import page
from ancu.specs.run.results import Result, ResultKind, SpecRun, Trouble
from ancu.specs.run.run import run_specs
from ancu_cli.common import UsageProblem, day_of
from ancu_cli.exits import Exit
from ancu_cli.explain import record_from_json
from ancu_cli.folding import say
from ancu_cli.writing import expect_feature, write_new, write_whole

_LOOKS = {"passed": ("✓", "green"), "failed": ("✗", "red"), "flawed": ("!", "yellow")}
_COLOURS = {"met": "green", "not_met": "red", "unknown": "yellow"}


def run(
    *,
    lang: Language,
    rules_dir: str | None,
    paths: tuple[str, ...],
    report: str | None,
    author: str | None,
    junit_path: str | None,
) -> int:
    """Run feature files and tell each scenario in a line, a failure in full; exit code 1 unless all pass."""
    if not extras.specs():
        raise ExtraMissingError(Problem("spec_needs_extra"))
    book = load_rulebook(rules_dir)
    click.get_current_context().with_resource(judged_by(book, lang))
    files = find_files(list(paths) or ["features" if Path("features").is_dir() else "."])
    teller = _Teller(lang)
    done = run_specs(files, teller.tell)
    teller.summarise(done)
    if report is not None:
        write_whole(report, page(book, done, lang, author).encode())
        say(message("note_written", lang, path=report), err=True)
    if junit_path is not None:
        write_whole(junit_path, junit(done, lang))
        say(message("note_written", lang, path=junit_path), err=True)
    return Exit.ALL_JUDGED if done.passed else Exit.SPECS_NOT_PASSED


def steps(
    *,
    lang: Language,
    rules_dir: str | None,
    words: tuple[str, ...],
    form: Literal["text", "markdown", "snippets"],
) -> int:
    """List the sentences that scenarios may use."""
    book = load_rulebook(rules_dir)
    word = " ".join(words)
    if form == "markdown":
        click.echo(as_markdown(book, lang), nl=False)
    elif form == "snippets":
        click.echo(as_snippets(book, lang), nl=False)
    elif found := list(entries(book, lang, word or None)):
        click.echo(as_text(found), nl=False)
    else:
        say(message("spec_steps_none", lang, word=word))
    return 0


def new(
    *,
    lang: Language,
    rules_dir: str | None,
    case: str,
    programme: tuple[str, ...],
    as_of: str | None,
    output: str | None,
) -> int:
    """Write the scenarios of a real case: what each programme that it concerns decides on it."""
    expect_feature(output)
    book = load_rulebook(rules_dir)
    click.get_current_context().with_resource(judged_by(book, lang))
    record = record_from_json(book, case)
    day = record.as_of or day_of(as_of) or date.today()
    chosen = list(programme) or concerned(book, frozenset(record.facts), [day]) or list(book.programmes)
    decisions = [decide(book, record, name, day) for name in programme] or decide_all(book, record, chosen, day)
    _put(draft_case(book, record, decisions, lang), output, lang)
    return 0


def boundaries(
    *,
    lang: Language,
    rules_dir: str | None,
    programme: str,
    condition: str | None,
    as_of: str | None,
    output: str | None,
) -> int:
    """Draft the scenarios at the edges of a programme or of one of its conditions."""
    expect_feature(output)
    book = load_rulebook(rules_dir)
    click.get_current_context().with_resource(judged_by(book, lang))
    name = book.programme(programme).programme
    if condition is not None:
        try:
            condition = condition_named(condition, name, decision=None)
        except Mistake as mistake:
            raise UsageProblem(Problem("spec_said", {"text": mistake})) from mistake
    text = draft_boundaries(book, name, condition, day_of(as_of) or date.today(), lang)
    if text is None:
        say(message("spec_no_edges", lang), err=True)
    else:
        _put(text, output, lang)
    return 0


def _put(text: str, output: str | None, lang: Language) -> None:
    """To ``output``, which must not be there yet, or to the screen."""
    if output is None:
        click.echo(text, nl=False)
        return
    write_new(output, text.encode())
    say(message("note_written", lang, path=output), err=True)


class _Teller:
    """Prints results as they come, under the name of their file."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self.file: Path | None = None
        # click drops colours where the output is no terminal; https://no-color.org asks for more.
        self.plain = False if os.environ.get("NO_COLOR") else None

    def echo(self, text: str = "") -> None:
        say(text, color=self.plain)

    def tell(self, result: Result) -> None:
        if result.path != self.file:
            if self.file is not None:
                self.echo()
            self.file = result.path
            self.echo(f"{click.style(result.feature, bold=True)}  {click.style(str(result.path), dim=True)}")
        mark, colour = _LOOKS[result.outcome]
        self.echo(f"  {click.style(mark, fg=colour, bold=True)} {result.name}")
        for trouble in result.troubles:
            self._trouble(result, trouble)
        for remark in result.remarks:
            self.echo(f"      {click.style(remark_text(result, remark, self.lang), fg='yellow')}")

    def _trouble(self, result: Result, trouble: Trouble) -> None:
        place = click.style(result.place(trouble.line), fg="cyan")
        if not trouble.expected:
            self.echo(f"      {place}: {trouble.text}")
            return
        self.echo(f"      {place}: {trouble.step}")
        wanted, got = (message(key, self.lang) for key in ("spec_wanted", "spec_got"))
        width = max(len(wanted), len(got)) + 1
        self.echo(f"        {f'{wanted}:':<{width}} {click.style(trouble.expected, fg='green')}")
        self.echo(f"        {f'{got}:':<{width}} {click.style(trouble.got, fg='red')}")
        if trouble.decision is None:
            return
        self.echo(f"        {click.style(verdict(trouble.decision, self.lang), bold=True)}")
        for step in reasoning(trouble.decision, self.lang, trouble.condition):
            mark = click.style(MARKS[step.outcome], fg=_COLOURS[step.outcome]) + " " if step.outcome else ""
            self.echo(f"        {'  ' * (step.depth + 1)}{mark}{step.text}")

    def summarise(self, done: SpecRun) -> None:
        self.echo()
        seconds = f"{done.seconds:.1f}".replace(".", "," if self.lang == "vi" else ".")
        counts = {outcome: done.count(outcome) for outcome in get_args(ResultKind)}
        text = message("spec_summary", self.lang, total=len(done.results), seconds=seconds, **counts)
        self.echo(click.style(text, fg="green" if done.passed else "red", bold=True))
