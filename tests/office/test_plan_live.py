"""The plan counted from the register comes to what ``ancu plan`` counts from the list that was entered."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from ancu.office.asking import RegisterOffice
from ancu.office.plan_page import LivePlans, PlanChosen
from ancu.plan.cases import cases_of
from ancu.plan.communes import Communes, units_of
from ancu.plan.figures import PlanReport, figures_of, report_of
from ancu.plan.judging import judge_lists
from ancu.plan.tables import Tables
from ancu.plan.work import work_of_register
from ancu.register import acts
from ancu.register.entering import EnteringAsked, applications_of_list
from ancu.register.standing import is_eligible, standing_of
from ancu.register.store import Register
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.job import Job
from ancu.screening.jobs.run_job import run_job
from ancu.service.core import Core
from ancu.service.settings import Keys, Settings
from tests.conftest import ROOT
from tests.office.test_rooms import Rooms, said

LIST = ROOT / "examples" / "ke-hoach" / "danh-sach-2025.csv"
MERIT, DAY = "merit_house_grant", date(2026, 11, 30)
#: The tables that count the same, whichever way the cases came.
SAME = ("subjects", "targets", "money", "paid", "papers")


def merit_alone(book: Rulebook) -> Rulebook:
    """The rulebook with a plan of one programme, so that one list entered under it is the whole of the plan."""
    plan = book.plans["plan_137"]
    targets = {name: one for name, one in plan.targets.items() if one.subjects == ["merit"]}
    alone = plan.model_copy(update={"subjects": {"merit": plan.subjects["merit"]}, "targets": targets})
    other = Rulebook.__new__(Rulebook)
    other.__dict__.update({**vars(book), "plans": {"plan_137": alone}})
    return other


@pytest.fixture(scope="module")
def entered(book: Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a list, and a register into which it was entered: most approved, some worked on, some paid."""
    home = tmp_path_factory.mktemp("plan")
    seen: set[str] = set()
    lines = LIST.read_text(encoding="utf-8-sig").splitlines()
    once = [line for line in lines if not (line.partition(",")[0] in seen or seen.add(line.partition(",")[0]))]  # type: ignore[func-returns-value]
    (home / "ds.csv").write_text("\n".join(once).replace("31/08/2025", "31/12/2025"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as here:
        here.chdir(home)
        run_job(book, Job(("ds.csv",), None, (MERIT,), DAY), Path("kq.csv"), Path("tra-lai.csv"))
        asked = EnteringAsked(MERIT, None, date(2025, 3, 1), ("Xã/phường",))
        found = list(applications_of_list(book, "kq.run.json", asked))
    register = Register(str(home / "so.sqlite"))
    register.create()
    with register.writing("lan") as writer:
        numbers = [acts.enter(writer, one).number for one in found]
    with register.writing("minh") as writer:
        for number in numbers:
            acts.approve(writer, number)
    with register.reading() as reader:
        granted = [
            one for one in standing_of(reader.entries()).applications.values() if is_eligible(one.latest.decision)
        ]
    paid = []
    with register.writing("lan") as writer:
        for place, one in enumerate(granted[:12]):
            day = date(2026, 1 + place % 10, 3)
            acts.sign(writer, one, day, "HĐ")
            paid.append(acts.pay(writer, one, day, 60_000_000 + place).number)
            if place % 3:
                acts.hand_over(writer, one, "home", date(2026, 3 + place % 8, 20), None)
    with register.writing("minh") as writer:
        for number in paid[:-2]:
            acts.approve(writer, number)
    return home


def live(book: Rulebook, home: Path) -> LivePlans:
    settings = Settings(keys=Keys.of([("lan", "k" * 16)]), register=str(home / "so.sqlite"))
    return LivePlans(RegisterOffice(Core(settings, book), str(home / "so.sqlite"), lambda: DAY))


def counted(plans: LivePlans, **chosen: object) -> PlanReport:
    asked = PlanChosen(**{"plan": "plan_137", "day": DAY, **chosen})  # type: ignore[arg-type]
    return plans.report(plans.office.live.now(), asked, "vi")[0]


def texts(report: PlanReport, kind: str) -> list[list[str]]:
    return [[cell.text for cell in row] for table in Tables(report).every() if table.kind == kind for row in table.rows]


def test_the_register_counts_what_the_list_counts(book: Rulebook, entered: Path) -> None:
    other = merit_alone(book)
    plan = other.plans["plan_137"]
    communes = Communes(units_of(book, plan))
    judged = judge_lists(other, plan, Job((str(entered / "ds.csv"),), None, (), DAY), communes)
    work = work_of_register(str(entered / "so.sqlite"), book.programmes)
    by_list = report_of(other, plan, judged, cases_of(book, plan, judged, work, communes, 2026), communes, 2026, "vi")
    by_register = counted(live(other, entered))
    assert by_list.total.need.count > 30
    assert by_list.total.handed_over.count == 8
    for kind in SAME:
        assert texts(by_register, kind) == texts(by_list, kind), kind
    needed = [row for row in texts(by_list, "communes") if row[1] != "0"]
    assert [row for row in texts(by_register, "communes") if row[1] != "0"] == needed
    assert len(needed) > 10


def test_every_figure_is_its_rows_and_quarters_add_up(book: Rulebook, entered: Path) -> None:
    report = counted(live(book, entered))
    for rows in (*figures_of(report), *(one.found for one in report.quarters)):
        assert rows.count == 0 or rows.first + rows.count <= report.listings[rows.listing].count
    assert [one.quarter for one in report.quarters] == [1, 2, 3, 4]
    assert sum(one.handed_over.count for one in report.quarters) == report.total.handed_over.count == 8
    assert sum(one.begun.count for one in report.quarters) == 12
    assert sum(one.paid.low for one in report.quarters) == report.paid_total.paid.low > 0
    assert sum(one.found.count for one in report.quarters) == report.total.need.count


def test_a_commune_and_a_day_of_their_own(book: Rulebook, entered: Path) -> None:
    plans = live(book, entered)
    whole = counted(plans)
    each = [one for one in whole.communes if one.progress.need.count]
    for commune in each[:5]:
        report = counted(plans, commune=commune.code or "")
        assert report.total.need.count == commune.progress.need.count
        assert report.total.handed_over.count == commune.progress.handed_over.count
    before = counted(plans, day=date(2025, 6, 30))  # nothing had been entered then
    assert before.total.need.count == 0
    assert counted(plans, project="x").total.need.count == 0
    assert counted(plans) is whole  # made once


def test_the_page_has_numbers_and_nobody(book: Rulebook, entered: Path) -> None:
    rooms = Rooms(book, entered / "so.sqlite")
    page = rooms.by("minh/viewer").get("/ke-hoach")
    text = said(page)
    assert "Kế hoạch 137-KH/TU" in text  # of which the register has most
    need = counted(live(book, entered)).total.need.count
    assert f"{need} có nhu cầu" in text
    assert not re.search(r"NO-\d", page.text)
    assert "xã, phường khác chưa có nhu cầu trong sổ." in text
    assert page.text.count("<svg") >= 4
    assert "/cho-duyet" not in page.text
    one = rooms.get("/ke-hoach?ke-hoach=plan_137&xa=không có&den-ngay=hôm kia&lang=vi")
    assert one.status_code == 422
    assert "Hôm nay" in said(one)
    assert "Plan 137-KH/TU" in said(rooms.get("/ke-hoach?lang=en"))
    rooms.desk.close()


def test_what_does_not_hold_is_told_apart(book: Rulebook, tmp_path: Path) -> None:
    from tests.support.registers import filled

    filled(book, tmp_path / "so.sqlite")
    rooms = Rooms(book, tmp_path / "so.sqlite").by("approver/approver")
    page = rooms.get("/ke-hoach")
    assert "Chưa tính vì quyết định chưa có giá trị: chờ duyệt: 1." in said(page)
    assert "1 có nhu cầu" in said(page)
    assert 'href="/cho-duyet"' in page.text
    rooms.desk.close()
