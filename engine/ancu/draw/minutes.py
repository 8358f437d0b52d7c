"""The minutes of a draw, ready to be signed: a page that prints on A4, with lines left open for names."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from ancu import extras
from ancu.draw.drawing import DrawResult
from ancu.draw.plan import ALL, Flat
from ancu.draw.protocol import DrawProtocol, commitments_of, seed_of
from ancu.errors import ExtraMissingError, InputError, Problem
from ancu.messages import Language, message
from ancu.rulebook import citations
from ancu.rulebook.draws import DrawsFile
from ancu.rulebook.rulebook import Rulebook

#: The columns of how the flats set aside were counted.
_COUNTS = ("eligible", "flats", "priority", "counted", "base", "set_aside")


def check_minutes() -> None:
    """:class:`ExtraMissingError` where minutes cannot be written."""
    if not extras.pages():
        raise ExtraMissingError(Problem("draw_minutes_need_extra", {}))


def minutes_of(book: Rulebook, draws: DrawsFile, protocol: DrawProtocol, lang: Language) -> bytes:
    """The minutes of a draw that was held, as an HTML page."""
    check_minutes()
    plan = protocol.plan()
    if plan.procedure not in draws.procedures or not plan.options.keys() <= draws.points.keys():
        raise InputError(Problem("draw_procedure_gone", {"name": plan.procedure}))
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    templates = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined)
    return templates.get_template("minutes.html").render(_values(book, draws, protocol, lang)).encode()


def _values(book: Rulebook, draws: DrawsFile, protocol: DrawProtocol, lang: Language) -> dict[str, Any]:
    plan, result = protocol.plan(), protocol.draw_again()
    procedure = draws.procedures[plan.procedure]
    at = datetime.fromisoformat(protocol.drawn_at())
    day = {"day": f"{at:%d}", "month": f"{at:%m}", "year": at.year}
    return {
        "lang": lang,
        "text": lambda key, **values: message(key, lang, **values),
        "plan": plan,
        "place": message("draw_minutes_place", lang, **day),
        "basis": [citations.render(each, book.instruments, lang) for each in procedure.basis],
        "signing": [
            message("draw_minutes_organiser", lang, organiser=procedure.organiser[lang]),
            *plan.supervisors.values(),
        ],
        "procedure": procedure.title[lang],
        "answers": [
            (draws.points[point].title[lang], draws.points[point].options[answer].title[lang])
            for point, answer in plan.options.items()
        ],
        "frozen_at": said_time(commitments_of(protocol.parts["freeze"]).frozen_at, lang),
        "freeze_code": protocol.sha256["freeze"],
        "seed": seed_of(protocol.parts["seed"]),
        "public": message(f"draw_kind_{plan.public.kind}", lang, which=plan.public.which),
        "drawn_at": said_time(protocol.drawn_at(), lang),
        "result_code": protocol.sha256["result"],
        "formula": procedure.set_aside.title[lang],
        "result": result,
        "round": lambda name: message(f"draw_said_round_{name}", lang),
        "columns": [message(f"draw_minutes_{name}", lang) for name in _COUNTS],
        "others_title": message("draw_minutes_reserve" if result.numbered else "draw_minutes_not_won", lang),
        "others": _numbered(result),
        "stock": lambda name: message("draw_minutes_all", lang) if name == ALL else name,
        "flat": said_flat,
    }


def _numbered(result: DrawResult) -> list[tuple[str, str, int]]:
    """Those without a flat, each with its number in its stock."""
    places: dict[str, int] = {}
    found = []
    for stock, case in result.others:
        places[stock] = places.get(stock, 0) + 1
        found.append((stock, case, places[stock]))
    return found


def said_flat(flat: Flat) -> str:
    """A flat as people read it; a dash where it is agreed on afterwards."""
    return " ".join(part for part in (flat.type, flat.code) if part != "-") or "–"


def said_time(written: str, lang: Language) -> str:
    """A moment as people read it."""
    moment = datetime.fromisoformat(written)
    return f"{moment:%H:%M} ngày {moment:%d/%m/%Y}" if lang == "vi" else f"{moment:%Y-%m-%d %H:%M}"
