"""``ancu plan``: what a plan set out to reach, counted from lists, the register and a list of work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from ancu.errors import Problem, UnknownNameError, suggestion
from ancu.messages import Language, message
from ancu.plan.cases import cases_of
from ancu.plan.commune_map import CommuneShapes, read_polygons
from ancu.plan.communes import Communes, units_of
from ancu.plan.figures import PlanReport, report_of
from ancu.plan.judging import JudgedList, judge_lists
from ancu.plan.text import report_text
from ancu.plan.work import read_work, work_of_register
from ancu.rulebook.plans import HousingPlan
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.job import Job
from ancu.screening.lists.paths import list_paths
from ancu.screening.lists.workbooks import ALL_SHEETS
from ancu.screening.results.files import check_apart, whole_files, writing_to
from ancu_cli.common import UsageProblem, check_set, day_of, rulebook_for_a_run, set_facts, show_progress
from ancu_cli.exits import Exit
from ancu_cli.folding import say


def plan(
    *,
    lang: Language,
    rules_dir: str | None,
    lists: tuple[str, ...],
    name: str,
    year: int | None,
    as_of: str | None,
    mapping: str | None,
    sheet: tuple[str, ...],
    all_sheets: bool,
    given: tuple[str, ...],
    members: str | None,
    by: str | None,
    last: tuple[str, ...],
    last_as_of: str | None,
    done: str | None,
    address: str | None,
    polygons: str | None,
    output: str | None,
    page: str | None,
    threads: int | None,
) -> Exit:
    """Count, print the report, and write workbook and page where they are asked for."""
    _check(output, page, polygons, last, last_as_of)
    outputs = [Path(path) for path in (output, page) if path is not None]
    read = [*list_paths(lists), *list_paths(last), *filter(None, [mapping, members, done, polygons])]
    check_apart(read, outputs)
    book = rulebook_for_a_run(rules_dir)
    chosen = _plan(book, name)
    day, year = _day(day_of(as_of), year)
    job = Job(
        lists=lists,
        mapping=mapping,
        as_of=day,
        given=set_facts(given),
        sheet=ALL_SHEETS if all_sheets else sheet if len(sheet) > 1 else next(iter(sheet), None),
        lang=lang,
        members=members,
    )
    check_set(book, job.given)
    communes = Communes(units_of(book, chosen))
    shapes = read_polygons(polygons, communes) if polygons is not None else None
    work = [] if done is None else read_work(book, done, lang)
    if address is not None:
        work += work_of_register(address, book.programmes)
    judged = judge_lists(book, chosen, job, communes, by=by, threads=threads, progress=show_progress(lang))
    before: JudgedList | None = None
    if last:
        earlier = replace(
            job, lists=last, as_of=day_of(last_as_of, "--last-as-of") or date(year - 1, 12, 31), members=None
        )
        before = judge_lists(book, chosen, earlier, communes, by=by, threads=threads)
    report = report_of(
        book, chosen, judged, cases_of(book, chosen, judged, work, communes, year, before), communes, year, lang
    )
    _write(report, output, page, shapes)
    say(report_text(report))
    for path in outputs:
        say(message("note_written", lang, path=str(path)), err=True)
    return Exit.SOME_REJECTED if report.parts["returned"].count else Exit.ALL_JUDGED


def _check(
    output: str | None, page: str | None, polygons: str | None, last: tuple[str, ...], last_as_of: str | None
) -> None:
    """:class:`UsageProblem` for options that do not go together."""
    for path, suffix in ((output, ".xlsx"), (page, ".html")):
        if path is not None and Path(path).suffix.lower() != suffix:
            raise UsageProblem(Problem("plan_page_suffix", {"path": path}))
    if polygons is not None and page is None:
        raise UsageProblem(Problem("plan_polygons_alone", {}))
    if last_as_of is not None and not last:
        raise UsageProblem(Problem("plan_last_alone", {}))


def _plan(book: Rulebook, name: str) -> HousingPlan:
    if name in book.plans:
        return book.plans[name]
    values = {"name": name, "hint": suggestion(name, book.plans), "known": ", ".join(book.plans)}
    raise UnknownNameError(Problem("plan_unknown", values))


def _day(day: date | None, year: int | None) -> tuple[date, int]:
    """The day of the report and the year of the plan: today where it is in the year, else the year's last day."""
    if day is None:
        today = date.today()
        day = today if year is None or year == today.year else date(year, 12, 31)
    year = day.year if year is None else year
    if day.year < year:
        raise UsageProblem(Problem("plan_day_before", {"day": f"{day:%d/%m/%Y}", "year": year}))
    return day, year


def _write(report: PlanReport, output: str | None, page: str | None, shapes: CommuneShapes | None) -> None:
    """Put workbook and page in their places, both or neither."""
    if output is None and page is None:
        return
    with whole_files() as files:
        if output is not None:
            from ancu.plan.workbook import PlanWorkbook, check_fits_plan

            check_fits_plan(report, output)
            with writing_to(Path(output)):
                PlanWorkbook(files.open(Path(output)), files.scratch(Path(output)), report).write()
        if page is not None:
            from ancu.plan.page import page_of

            beside = Path(output).name if output is not None else None
            files.write(Path(page), page_of(report, beside, shapes).encode())
