"""``ancu compare``: one list under several laws; who gains, who loses, because of what, for how much."""

from __future__ import annotations

from pathlib import Path

from ancu.errors import Problem
from ancu.messages import Language, message
from ancu.reform.figures import ReformReport, report_of
from ancu.reform.judging import compare_list
from ancu.reform.sides import read_sides
from ancu.reform.text import reform_text
from ancu.screening.job import Job
from ancu.screening.lists.paths import list_paths
from ancu.screening.lists.workbooks import ALL_SHEETS
from ancu.screening.results.files import check_apart, whole_files, writing_to
from ancu_cli.common import UsageProblem, cut_cells, day_of, rulebook_for_a_run, set_facts, show_progress
from ancu_cli.exits import Exit
from ancu_cli.folding import say

_FEWEST = 2


def compare(
    *,
    lang: Language,
    rules_dir: str | None,
    list_: str,
    written: tuple[str, ...],
    programme: tuple[str, ...],
    as_of: str | None,
    mapping: str | None,
    sheet: tuple[str, ...],
    all_sheets: bool,
    given: tuple[str, ...],
    members: str | None,
    members_complete: bool,
    by: tuple[str, ...],
    output: str | None,
    page: str | None,
    threads: int | None,
) -> Exit:
    """Judge the list under every side, print what changes, and write workbook and page where they are asked for."""
    if len(written) < _FEWEST:
        raise UsageProblem(Problem("reform_too_few", {}))
    for path, suffix in ((output, ".xlsx"), (page, ".html")):
        if path is not None and Path(path).suffix.lower() != suffix:
            raise UsageProblem(Problem("reform_output_suffix", {"path": path}))
    read = [
        *list_paths([list_]),
        *filter(None, [mapping, members]),
        *(side for side in written if Path(side).is_file()),
    ]
    check_apart(read, [Path(path) for path in (output, page) if path is not None])
    sides = read_sides(written, rulebook_for_a_run(rules_dir))
    job = Job(
        lists=(list_,),
        mapping=mapping,
        programmes=programme,
        as_of=day_of(as_of),
        given=set_facts(given),
        sheet=ALL_SHEETS if all_sheets else sheet if len(sheet) > 1 else next(iter(sheet), None),
        lang=lang,
        members=members,
        members_complete=members_complete,
    )
    compared = compare_list(sides, job, by=by, threads=threads, progress=show_progress(lang))
    report = report_of(compared, lang)
    _write(report, output, page)
    say(reform_text(report))
    return Exit.SOME_REJECTED if compared.rejected else Exit.ALL_JUDGED


def _write(report: ReformReport, output: str | None, page: str | None) -> None:
    """Put workbook and page in their places, both or neither."""
    if output is None and page is None:
        return
    with whole_files() as files:
        if output is not None:
            from ancu.reform.workbook import ReformWorkbook, check_fits_reform

            check_fits_reform(report, output)
            with writing_to(Path(output)):
                book = ReformWorkbook(files.open(Path(output)), files.scratch(Path(output)), report)
                book.write()
            if book.cut:
                say(cut_cells(book.cut, report.lang), err=True)
        if page is not None:
            from ancu.reform.page import reform_page

            files.write(Path(page), reform_page(report, Path(output).name if output is not None else None).encode())
    for path in filter(None, (output, page)):
        say(message("note_written", report.lang, path=path), err=True)
