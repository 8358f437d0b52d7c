"""The grounds of a notice: the texts that its decision rests on, as an office cites them at the head of a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ancu.decision.law import cited
from ancu.decision.model import Decision
from ancu.messages import Language, lower_first, message
from ancu.rulebook.citations import split
from ancu.rulebook.model import Instrument
from ancu.rulebook.notices import NoticeKind
from ancu.rulebook.procedures import Procedure
from ancu.rulebook.rulebook import Rulebook

#: Texts in the order of their force, by how their kind begins; what is none of them, such as a ministry's answer to a
#: citizen, is no ground of a document, though a reason may cite it.
_RANKS = ("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư")


def procedure_of(book: Rulebook, step: str, day: date) -> Procedure | None:
    """The procedure in force on ``day`` that has a step of this name; None where there is none."""
    return next((one for one in book.procedures.values() if step in one.steps and day in one.period), None)


def grounds_of(decision: Decision, kind: NoticeKind, lang: Language) -> list[str]:
    """A sentence for each text, those of most force first, without its end."""
    book, day = decision.context.book, decision.as_of
    procedure = procedure_of(book, kind.step, day) if kind.step is not None else None
    known = {**(procedure.instruments if procedure is not None else {}), **book.instruments}
    citations = [
        *book.programmes[decision.programme].basis,
        *(c for name in decision.told for c in cited(decision.context, name)),
        *(procedure.steps[kind.step].basis if procedure is not None and kind.step is not None else ()),
        *kind.basis,
    ]
    names = dict.fromkeys(parts[0] for one in citations if (parts := split(one)) is not None)
    found = [one for name in names if day in (one := known[name]).usable and _rank(one) is not None]
    return [_ground(one, lang) for one in sorted(found, key=_order)]


def _rank(instrument: Instrument) -> int | None:
    return next((i for i, each in enumerate(_RANKS) if instrument.kind.vi.startswith(each)), None)


def _order(instrument: Instrument) -> tuple[int, date, str]:
    return _rank(instrument) or 0, instrument.issued, instrument.number


def _ground(instrument: Instrument, lang: Language) -> str:
    kind, title = instrument.kind[lang], instrument.title[lang]
    values = {"kind": kind, "number": instrument.number, "day": long_day(instrument.issued, lang)}
    if kind == title:
        return message("notice_ground_law", lang, **values)
    return message("notice_ground", lang, **values, issuer=instrument.issuer[lang], title=lower_first(title))


def as_list(sentences: Sequence[str]) -> list[str]:
    """Sentences as one list: each ends with a semicolon, the last with a full stop."""
    bare = [sentence.rstrip(" .;") for sentence in sentences]
    return [f"{one}{'.' if i == len(bare) else ';'}" for i, one in enumerate(bare, 1)]


def long_day(day: date, lang: Language) -> str:
    """A day as documents write it: days below 10 and the first two months with a zero before them."""
    if lang == "en":
        return f"{day.day} {day:%B} {day.year}"
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
    return message("notice_day", lang, day=f"{day.day:02}", month=month, year=day.year)


def joined(texts: Iterable[str]) -> str:
    """Parts of a sentence that are there, with a comma between them."""
    return ", ".join(text for text in texts if text)
