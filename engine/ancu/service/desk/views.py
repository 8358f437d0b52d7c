"""What the pages of lists show, from what stands in a list's folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from ancu.decision.deciding import Record, decide_all
from ancu.decision.rendering import title_of
from ancu.inference.verdicts import STATUSES
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.lists.workbooks import ALL_SHEETS
from ancu.service.core import Core
from ancu.service.desk.bars import status_bar
from ancu.service.desk.confirming import CONSTANTS, Fields, choices_of, units_of, words_of
from ancu.service.desk.desk import MOST_EACH, Desk
from ancu.service.desk.rows import KeptRow, KeptRows, ReturnedRow
from ancu.service.desk.store import CHANGES, CORRECTIONS, MAPPING, RESULT, KeptList
from ancu.service.desk.uploads import LIST_SUFFIXES, RESULT_SUFFIXES
from ancu.service.page_result import results as results_of
from ancu.service.wide import number_text, wide_page

#: How many results, and how many returned rows, one page shows; how many results may be printed from the page.
SHOWN, RETURNED, PRINTED = 50, 25, 2_000


@dataclass(frozen=True)
class Chosen:
    """Which results are shown: of one programme, of one status, and which page of them."""

    programme: str | None = None
    status: str | None = None
    page: int = 1

    @classmethod
    def of(cls, book: Rulebook, query: Mapping[str, str]) -> Chosen:
        """What the address says; what it says wrongly is left out."""
        programme, status = query.get("chuong-trinh"), query.get("trang-thai")
        return cls(
            programme if programme in book.programmes else None,
            status if status in STATUSES else None,
            page_of(query),
        )

    def query(self, **other: Any) -> str:
        """The address of it, with something else chosen."""
        said = {"chuong-trinh": self.programme, "trang-thai": self.status, "trang": self.page, **other}
        return "?" + urlencode({key: value for key, value in said.items() if value not in (None, "", 1)})


def page_of(query: Mapping[str, str]) -> int:
    """The number of the page that an address asks for."""
    written = query.get("trang", "1")
    return max(1, int(written)) if written.isdecimal() and len(written) < 9 else 1


def start(core: Core, desk: Desk, lang: Language, own: Sequence[KeptList]) -> Response:
    """Where a list is sent; with those that whoever asks has here already."""
    other: Language = "en" if lang == "vi" else "vi"
    return wide_page(
        core, "desk/start.html", lang,
        other_language=f"{core.settings.root_path}/danh-sach?lang={other}",
        open=desk.open, minutes=desk.settings.keep_lists, most=f"{core.limits.upload / (1 << 20):.4g}",
        each=MOST_EACH, suffixes=LIST_SUFFIXES,
        own=[(kept, _clock(kept.created), _clock(kept.expires)) for kept in own],
        programmes=[(n, one.title[lang]) for n, one in core.book.programmes.items() if one.in_force_on(date.today())],
    )  # fmt: skip


def _clock(when: float) -> str:
    """A moment as the clock on the wall shows it."""
    return datetime.fromtimestamp(when).strftime("%H:%M %d/%m/%Y")


def _of_list(core: Core, template: str, kept: KeptList, status: int = 200, **values: Any) -> Response:
    return wide_page(
        core, template, kept.lang, status,
        kept=kept, home=f"{core.settings.root_path}/danh-sach/{kept.id}", other_language="",
        expires=_clock(kept.expires), number=lambda count: number_text(count, kept.lang), **values,
    )  # fmt: skip


def progress(core: Core, desk: Desk, kept: KeptList) -> Response:
    """How far the work on a list is."""
    done, total = desk.store.progress(kept)
    return _of_list(
        core, "desk/progress.html", kept,
        ahead=desk.ahead(kept) if kept.stage == "queued" else 0, done=done, total=total,
    )  # fmt: skip


def failed(core: Core, desk: Desk, kept: KeptList) -> Response:
    """What stood in the way."""
    understood = desk.store.read(kept, "understood") is not None
    return _of_list(core, "desk/failed.html", kept, understood=understood)


# -- what was understood --


def columns(
    core: Core, desk: Desk, kept: KeptList, problems: Sequence[str] = (), said: Fields | None = None
) -> Response:
    """What was understood of a list, to be confirmed or changed; ``said`` is what a form with ``problems`` said."""
    book, lang = core.book, kept.lang
    found = desk.store.read(kept, "understood")
    if found is None:
        return failed(core, desk, kept)
    choices = choices_of(book, lang, people=bool(found["people"]))
    constants = [(book.facts[name].label[lang], value) for name, value in kept.constants.items()]
    if said is not None:
        constants = [(_said(said, f"const.{i}.fact"), _said(said, f"const.{i}.value")) for i in range(CONSTANTS)]
    sheets = found["sheets"] + [name for name in found["other_sheets"] if name not in found["sheets"]]
    shown = [_column(found, choices, number, column, lang, said) for number, column in enumerate(found["columns"])]
    scope = kept.programmes if said is None else said.get("scope", [])
    order = sorted(book.programmes, key=lambda name: name not in {*found["programmes"], *scope})
    return _of_list(
        core, "desk/columns.html", kept, 422 if problems else 200,
        found=found, columns=shown, choices=choices, problems=[*problems, *found["problems"]],
        constants=(constants + [("", "")] * CONSTANTS)[:CONSTANTS],
        sheets=sheets, chosen_sheets=kept.sheets or found["sheets"], every=ALL_SHEETS,
        scope=scope, programmes=[(name, book.programmes[name].title[lang]) for name in order],
        suited=found["programmes"], as_of=kept.as_of if said is None else _said(said, "as_of"),
        has_mapping=(desk.store.files(kept) / MAPPING).exists(),
        guesses=sum(one["guess"] for one in shown), unread=sum(bool(one["words"]) for one in shown),
    )  # fmt: skip


def _said(fields: Fields, name: str) -> str:
    return fields.get(name, [""])[0]


def _column(
    found: Mapping[str, Any], choices: Any, number: int, column: Mapping[str, Any], lang: Language, said: Fields | None
) -> dict[str, Any]:
    """A column as the form shows it: what it was taken for, and what an officer may say of it."""
    header, name = column["header"], column["name"]
    fact = choices.facts.get(name)
    words = [(word, near, words_of(fact, lang)) for word, near in column["unread"].items()] if fact is not None else []
    by_marks = found["facts"].get(header, "") if name is None else ""
    of_household = name is None and column["known"]
    chosen = "" if column["guess"] or name is None else column["label"]
    if said is not None:
        chosen = _said(said, f"fact.{number}")
    units = units_of(fact, lang)
    unit = found["units"].get(header) or column["unit"] or ""
    if said is not None:
        unit = _said(said, f"unit.{number}")
    return {
        **column, "chosen": chosen, "by_marks": by_marks, "of_household": of_household, "words": words,
        "units": units, "unit": unit,
        "whose": found["whose"].get(header, ""), "ok": said is not None and bool(_said(said, f"ok.{number}")),
        "meant": [_said(said or {}, f"value.{number}.{place}") for place in range(len(words))],
        "state": "guess" if column["guess"] else "used" if name is not None or by_marks or of_household else "unused",
    }  # fmt: skip


# -- what came out --


def summary(core: Core, desk: Desk, kept: KeptList) -> Response:
    """What a list came to."""
    found = desk.store.read(kept, "summary")
    lang = kept.lang
    each = [
        {
            "name": name,
            "title": title_of(core.book, name, lang),
            "bar": status_bar(found["counts"][name], lang),
            "counts": [(status, found["counts"][name].get(status, 0)) for status in STATUSES],
            "opened": found["opened"].get(name, {}),
            "alone": found["alone"].get(name, []),
        }
        for name in found["programmes"]
    ]
    files = desk.store.files(kept)
    return _of_list(
        core, "desk/summary.html", kept,
        found=found, programmes=each, statuses=[s for s in STATUSES if any(dict(p["counts"])[s] for p in each)],
        result=RESULT, receipt="ket-qua.run.json",
        mapping=MAPPING if (files / MAPPING).exists() else "",
        corrections=CORRECTIONS if (files / CORRECTIONS).exists() else "", result_suffixes=RESULT_SUFFIXES,
    )  # fmt: skip


def _chosen_results(core: Core, desk: Desk, kept: KeptList, chosen: Chosen, most: int, start: int) -> dict[str, Any]:
    found = desk.store.read(kept, "summary")
    if chosen.programme is not None and chosen.programme not in found["programmes"]:
        chosen = Chosen(None, chosen.status, chosen.page)
    rows = KeptRows(desk.store.home(kept), found["programmes"])
    lang = kept.lang
    return {
        "found": found, "chosen": chosen,
        "count": rows.count(chosen.programme, chosen.status),
        "verdicts": rows.verdicts(chosen.programme, chosen.status, start, most),
        "titles": {name: title_of(core.book, name, lang) for name in found["programmes"]},
        "statuses": [
            (status, message(f"status_{status}", lang))
            for status in STATUSES
            if any(counts.get(status) for counts in found["counts"].values())
        ],
    }  # fmt: skip


def results(core: Core, desk: Desk, kept: KeptList, chosen: Chosen) -> Response:
    """The results row by row, of one programme or status if so chosen."""
    shown = _chosen_results(core, desk, kept, chosen, SHOWN, (chosen.page - 1) * SHOWN)
    pages = max(1, -(-shown["count"] // SHOWN))
    return _of_list(core, "desk/results.html", kept, pages=pages, **shown)


def sheet(core: Core, desk: Desk, kept: KeptList, chosen: Chosen) -> Response:
    """The results to be printed and signed."""
    shown = _chosen_results(core, desk, kept, chosen, PRINTED, 0)
    return _of_list(core, "desk/sheet.html", kept, most=PRINTED, today=date.today(), **shown)


def row(core: Core, kept: KeptList, found: tuple[KeptRow, Record, date], programmes: Sequence[str]) -> Response:
    """The whole reasoning on one row, decided again as it stands."""
    one, record, day = found
    covered = [name for name in programmes if day >= core.book.programmes[name].covered_from]
    decisions = decide_all(core.book, record, covered, day)
    return wide_page(
        core, "desk/row.html", kept.lang,
        kept=kept, home=f"{core.settings.root_path}/danh-sach/{kept.id}", other_language="",
        row=one, day=day.strftime("%d/%m/%Y"), decisions=results_of(decisions, kept.lang),
    )  # fmt: skip


# -- what was returned --


def mendable(one: ReturnedRow) -> list[str]:
    """The headers of the cells of a returned row that can be mended in the page."""
    named = [flaw["column"] for flaw in one.flaws if flaw["own"]]
    return [header for header in one.cells if header in named]


def returned(core: Core, desk: Desk, kept: KeptList, page: int, problem: str = "") -> Response:
    """The rows that could not be read, to be mended."""
    found = desk.store.read(kept, "summary")
    rows = KeptRows(desk.store.home(kept), found["programmes"])
    here = [
        {"row": one, "mendable": mendable(one), "places": {header: i for i, header in enumerate(one.cells)}}
        for one in rows.returned((page - 1) * RETURNED, RETURNED)
    ]
    total = sum(1 for _ in rows.places_returned())
    return _of_list(
        core, "desk/returned.html", kept, 422 if problem else 200,
        found=found, returned=here, page=page, pages=max(1, -(-total // RETURNED)), total=total, problem=problem,
        can_mend=found["mended"],
    )  # fmt: skip


def changes(core: Core, desk: Desk, kept: KeptList) -> Response:
    """What changed since an earlier result."""
    if kept.stage == "failed" and kept.task == "compare":
        return failed(core, desk, kept)
    found = desk.store.read(kept, "changes")
    earlier = Path(kept.earlier).name.removeprefix("ky-truoc-")
    return _of_list(
        core, "desk/changes.html", kept,
        found=found, earlier=earlier, file=CHANGES, suffixes=RESULT_SUFFIXES,
    )  # fmt: skip
