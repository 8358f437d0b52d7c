"""Lists drawn for a comparison, and what two screens and ``ancu diff`` tell of one."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from ancu.reform.collecting import ComparedList
from ancu.reform.figures import SideFigures, report_of
from ancu.reform.sides import LawSide
from ancu.rulebook.model import FactDef
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.compare.compare import compare
from ancu.screening.compare.law_changes import Law
from ancu.screening.compare.side import Side
from ancu.screening.job import Job, Route
from ancu.screening.jobs.run_job import run_job
from tests.conftest import WORKER
from tests.support.records import facts_of, random_value

#: A case, a programme, its state before and after, and why.
Told = tuple[str, str, tuple[int, bool], tuple[int, bool], str]


def written(fact: FactDef, value: Any) -> str:
    """A value as a clerk writes it."""
    if fact.type == "yes_no":
        return "có" if value else "không"
    if fact.values:
        ids = [value] if isinstance(value, str) else sorted(value)
        return "; ".join(fact.values[one].vi for one in ids)
    if fact.type == "date":
        return date.fromordinal(value).strftime("%d/%m/%Y")
    number = Decimal(value).scaleb(-fact.value_type.scale)
    return f"{number:f}".replace(".", ",")


def _cell(rng: random.Random, fact: FactDef, usual: object, draw: Callable[[FactDef], Any]) -> str:
    if usual is not None and rng.random() < 0.9:
        return fact.values[str(usual)].vi if fact.values else str(usual)
    return written(fact, draw(fact)) if rng.random() < 0.75 else ""


def draw_list(book: Rulebook, path: Path, programmes: Sequence[str], rows: int, seed: int, as_of: bool = False) -> None:
    """A list with the facts of ``programmes``, a fourth of them missing, two rows that cannot be read.

    Most are of workers who have no home and no support, so that the income decides.
    """
    rng = random.Random(seed)

    def draw(fact: FactDef) -> Any:
        return random_value(rng, book, fact)

    facts = sorted({name for programme in programmes for name in facts_of(book, programme)})
    numbers = [i for i, name in enumerate(facts) if book.facts[name].value_type.kind == "number"]
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        days = ["Ngày xét"] if as_of else []
        out.writerow(["Mã hồ sơ", *days, "Xã/phường", *(book.facts[name].label.vi for name in facts)])
        for i in range(rows):
            cells = [_cell(rng, book.facts[name], WORKER.get(name), draw) for name in facts]
            if i in (3, 17):
                cells[numbers[i % len(numbers)]] = "nhiều lắm"
            own = [rng.choice(("", "31/12/2026", "01/01/2027"))] if as_of else []
            out.writerow([f"HS-{i:03}", *own, rng.choice(("Tam Tiến", "xã Tam Tiến", "Đa Mai")), *cells])


def by_two_screens(
    path: Path, sides: Sequence[LawSide], job: Job, folder: Path, route: Route | None = None
) -> set[Told]:
    """What two screens and a diff tell."""
    results = []
    for side in sides:
        result = folder / f"{side.letter}.csv"
        asked = Job(**{**vars(job), "lists": (str(path),), "as_of": side.day or job.as_of})
        run_job(side.book, asked, result, folder / f"{side.letter}.rejects.csv", route=route, threads=1)
        results.append(Side(result, side.book))
    found = compare(*results, Law(*results, "vi").explain, "vi")
    return {
        (one.case, one.programme, tuple(one.before), tuple(one.after), one.detail)
        for one in found.changes
        if one.programme is not None and one.before is not None and one.after is not None
    }


def by_compare(compared: ComparedList) -> set[Told]:
    """What the comparison tells of the second side; amounts that change are no matter of a diff."""
    report = report_of(compared, "vi")
    (figures,) = report.sides
    rows = compared.changes[1]
    assert rows is not None
    details = {(c, p, k): d for c, p, k, d in _details(figures)}
    found = set()
    for i in range(len(rows.case)):
        if rows.before[i] == rows.after[i]:
            continue
        name = compared.programmes[rows.programme[i]]
        key = (rows.case[i], report.title(name), _KINDS[int(rows.kind[i])])
        states = [(int(state) // 2, bool(state % 2)) for state in (rows.before[i], rows.after[i])]
        found.add((rows.case[i], name, *states, details[key]))
    return found


def _details(figures: SideFigures) -> list[tuple[str, str, str, str]]:
    columns = figures.listing.columns
    return list(zip(columns["case"], columns["programme"], columns["kind"], columns["detail"], strict=True))


_KINDS = ("Được thêm", "Không còn", "Thành chưa xác định", "Đổi mức hưởng", "Thay đổi khác")
_KINDS += ("Chương trình không mở ở một vế",)
