"""``ancu screen``: judge a list, write the result and the rejected rows, summarise on the terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, get_args

from ancu.batch.cells import Reasons
from ancu.decision.contract import STATUSES
from ancu.errors import Problem, suggestion
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.values import normalise
from ancu.screening.cells.notices import cell_notices, file_notices
from ancu.screening.headers.meanings import Meanings
from ancu.screening.households.households import Households
from ancu.screening.job import Form, Job, Layout, Route
from ancu.screening.jobs.receipt import rejects_path as rejects_beside
from ancu.screening.jobs.run_job import Done, run_job
from ancu.screening.lists.listing import ListFile
from ancu.screening.lists.opening import Opened
from ancu.screening.lists.paths import list_paths
from ancu.screening.lists.workbooks import ALL_SHEETS
from ancu.screening.results.summary import referee_text, summarise
from ancu.screening.results.understood import column_notices, left_out_notices, told_file, understood_notices
from ancu.screening.run.screen import Screening
from ancu_cli.common import UsageProblem, check_set, cut_cells, day_of, rulebook_for_a_run, set_facts, show_progress
from ancu_cli.exits import Exit
from ancu_cli.folding import say


def screen(
    *,
    lang: Language,
    rules_dir: str | None,
    lists: tuple[str, ...],
    programme: tuple[str, ...],
    as_of: str | None,
    given: tuple[str, ...],
    sheet: tuple[str, ...],
    all_sheets: bool,
    mapping: str | None,
    members: str | None,
    members_complete: bool,
    members_sheet: bool,
    key_file: str | None,
    corrections: str | None,
    only: str | None,
    layout: Layout,
    reasons: Reasons,
    output: str | None,
    rejects: str | None,
    form: Form | None,
    engine: Route | None,
    threads: int | None,
    master: str | None,
    conf: tuple[str, ...],
    what_if: bool,
    verbose: bool,
) -> Exit:
    """Screen ``lists`` as one and write the result; the summary goes to the terminal."""
    if engine != "spark":
        _check_unused(master=master, conf=conf)
    job = Job(
        lists=lists,
        mapping=mapping,
        programmes=programme,
        as_of=day_of(as_of),
        given=set_facts(given),
        sheet=ALL_SHEETS if all_sheets else sheet if len(sheet) > 1 else next(iter(sheet), None),
        only=tuple(_statuses(only)),
        layout=layout,
        reasons=reasons,
        form=_form(output, form) if engine != "spark" else form or "parquet",
        lang=lang,
        members=members,
        members_complete=members_complete,
        members_sheet=members_sheet,
        hash_ids=key_file,
        what_if=what_if,
        corrections=corrections,
    )
    if members_sheet and (job.form != "xlsx" or engine == "spark"):
        raise UsageProblem(Problem("members_sheet_form", {}))
    if engine == "spark" and corrections is not None:
        raise UsageProblem(Problem("corrections_on_spark", {}))
    if engine == "spark" and what_if:
        raise UsageProblem(Problem("what_if_on_spark", {}))
    if engine == "spark":
        from ancu_cli.spark import screen_on_spark

        found = screen_on_spark(job, rules_dir, output, rejects, master=master, conf=conf, threads=threads)
        _report_run(found.run, lang, found.rejects, found.outputs, job.lists[0])
        _report_spark_people(found.run, job, lang)
        say(message("note_receipt", lang, path=found.receipt_path), err=True)
        say(summarise(found.run.plan.book, found.run, lang, _width()))
        if verbose:
            say(referee_text(found.run, lang), err=True)
        return Exit.SOME_REJECTED if found.run.rejected else Exit.ALL_JUDGED
    paths = list_paths(lists)
    # A workbook holds its own sheet of rejects.
    in_book = job.form == "xlsx" and rejects is None
    rejects_path = None if in_book else Path(rejects) if rejects is not None else _rejects_path(paths[0], output)
    book = rulebook_for_a_run(rules_dir)
    check_set(book, job.given)
    done = run_job(
        book,
        job,
        Path(output) if output is not None else None,
        rejects_path,
        route=engine,
        threads=threads,
        progress=show_progress(lang),
        notice=lambda opened, households: _report_reading(job, opened, households, lang),
    )
    _report(done, lang, rejects_path, verbose=verbose)
    # With the result in a file, the summary is what the command prints; else it must not mix with the result.
    say(summarise(done.run.plan.book, done.run, lang, _width(err=output is None)), err=output is None)
    if verbose:
        say(referee_text(done.run, lang), err=True)
    return Exit.SOME_REJECTED if done.run.rejected else Exit.ALL_JUDGED


def _report_reading(job: Job, opened: Opened, households: Households | None, lang: Language) -> None:
    """What of the files is not among the rows, and how people were read."""
    files = opened.listing.files if opened.listing is not None else ()
    for file in files:
        name = f"{told_file(file, files)}: " if len(files) > 1 else ""
        if file.skipped:
            say(name + message("warn_skipped", lang, lines=_spans(file.skipped)), err=True)
        for text in file_notices(file, lang):
            say(name + text, err=True)
    for text in households.notices(lang) if households is not None else ():
        say(text, err=True)
    if households is None:
        for option in ("members_complete", "members_sheet"):
            if getattr(job, option):
                say(message("warn_no_members", lang, option="--" + option.replace("_", "-")), err=True)


def _report_spark_people(run: Screening, job: Job, lang: Language) -> None:
    """How people were read on Spark, or why they were not."""
    households = run.plan.households
    for text in households.notices(lang) if households is not None else ():
        say(text, err=True)
    of_people = filter(Meanings(run.plan.book).is_relation, run.plan.columns.unknown)
    if households is None and (header := next(of_people, None)) is not None:
        say(message("warn_spark_people", lang, header=header), err=True)
    if households is None and job.members_complete:
        say(message("warn_no_members", lang, option="--members-complete"), err=True)


def _spans(lines: tuple[int, ...]) -> str:
    """Line numbers, neighbours joined: "1-4, 305"."""
    found: list[list[int]] = []
    for line in lines:
        if found and line == found[-1][-1] + 1:
            found[-1][1:] = [line]
        else:
            found.append([line])
    return ", ".join("-".join(map(str, span)) for span in found)


def _check_unused(**options: Any) -> None:
    """:class:`UsageProblem` for an option that only Spark understands."""
    for option, used in options.items():
        if used:
            raise UsageProblem(Problem("spark_only", {"option": f"--{option}"}))


def _width(*, err: bool = False) -> int | None:
    """How many letters a line of the terminal holds; None where there is none to see it."""
    stream = sys.stderr if err else sys.stdout
    return shutil.get_terminal_size().columns if stream.isatty() else None


def _statuses(only: str | None) -> list[str]:
    """The statuses to keep, each by its id or as results say it; :class:`UsageProblem` for another word."""
    known = (*STATUSES, "not_covered")
    said = {normalise(message(f"status_{one}", lang)): one for one in known for lang in LANGUAGES}
    asked = [part.strip() for part in only.split(",") if part.strip()] if only else []

    def told(lang: Language | None) -> str:
        return ", ".join(f"{one} ({message(f'status_{one}', lang)})" for one in known)

    for status in asked:
        if status not in known and normalise(status) not in said:
            values = {"value": status, "known": told, "hint": suggestion(status, (*known, *said))}
            raise UsageProblem(Problem("usage_bad_status", values))
    return [said.get(normalise(status), status) for status in asked]


def _form(output: str | None, form: Form | None) -> Form:
    if form is not None:
        return form
    if output is None:
        return "csv"
    suffix = Path(output).suffix.lower().removeprefix(".").replace("ndjson", "jsonl")
    for known in get_args(Form):
        if suffix == known:
            return known  # type: ignore[no-any-return]
    raise UsageProblem(Problem("output_suffix", {"path": output}))


def _rejects_path(list_: str, output: str | None) -> Path:
    if output is not None:
        return rejects_beside(Path(output))
    return Path("stdin.rejects.csv" if list_ == "-" else f"{Path(list_).stem}.rejects.csv")


def _report(done: Done, lang: Language, rejects_path: Path | None, *, verbose: bool) -> None:
    """What the user should know besides the counts."""
    run = done.run
    if done.opened.listing is not None:
        for text in cell_notices(run.plan.columns.cells, done.opened.listing, lang):
            say(text, err=True)
    elif done.source.skipped:
        say(message("warn_skipped", lang, lines=_spans(tuple(done.source.skipped))), err=True)
    outputs = [path for path in done.outputs if path != str(rejects_path)]
    files = done.opened.listing.files if done.opened.listing is not None else ()
    for text in understood_notices(run.plan, files, lang, every=verbose):
        say(text, err=True)
    _report_run(run, lang, str(rejects_path) if rejects_path is not None else None, outputs, done.source.path, files)
    if done.cut:
        say(cut_cells(done.cut, lang), err=True)
    if done.receipt_path is not None:
        say(message("note_receipt", lang, path=done.receipt_path), err=True)
    for path in done.removed:
        say(message("note_removed", lang, path=path), err=True)
    for path in done.stale:
        say(message("warn_stale", lang, path=path), err=True)


def _report_run(
    run: Screening,
    lang: Language,
    rejects: str | None,
    outputs: Iterable[str],
    path: str,
    files: Sequence[ListFile] = (),
) -> None:
    """What a run made of the columns, and where its files are; ``rejects`` None: on a sheet of the result."""
    written = list(outputs)
    for text in (*column_notices(run.plan, files, lang), *left_out_notices(run.plan, path, lang)):
        say(text, err=True)
    if run.repeated:
        cases = (
            message("repeated_case", lang, case=case, lines=", ".join(map(str, lines)))
            for case, lines in list(run.repeated.items())[:20]
        )
        say(message("warn_repeated", lang, cases="; ".join(cases)), err=True)
    if run.rejected and rejects is None:
        sheet = message("sheet_rejects", lang)
        say(message("note_rejects_sheet", lang, path=written[0], sheet=sheet), err=True)
    elif run.rejected:
        say(message("note_rejects", lang, path=rejects), err=True)
    apart = run.plan.households.apart if run.rejected and run.plan.households is not None else []
    if apart:
        kind = "note_rejects_members" if len(apart) == 1 else "note_rejects_members_apart"
        say(message(kind, lang, path=apart[0], paths=", ".join(apart)), err=True)
    for name in written:
        say(message("note_written", lang, path=name), err=True)
