"""What is due as a calendar (.ics, RFC 5545): a day for each step, with its article, for any calendar program."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from ancu.messages import Language, message
from ancu.register.due import DueStep
from ancu.rulebook.citations import render_all
from ancu.rulebook.rulebook import Rulebook

#: Octets of a line, its end not counted.
_LINE = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar_file(
    book: Rulebook, steps: Iterable[DueStep], cases: Mapping[str, str], made_on: date, lang: Language
) -> bytes:
    """The calendar of ``steps``. ``cases`` names applications by their key; the same steps on a day, the same bytes.

    An event keeps its id when its day moves, so a calendar that takes in a newer file moves the event.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//An Cu//ancu//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{_text(message('calendar_name', lang))}")
    for one in steps:
        lines += _event(book, one, cases, made_on, lang)
    lines.append("END:VCALENDAR")
    return b"".join(piece + b"\r\n" for line in lines for piece in folded(line))


def _event(book: Rulebook, one: DueStep, cases: Mapping[str, str], made_on: date, lang: Language) -> Iterator[str]:
    case = cases.get(one.application) if one.application is not None else None
    where = ", ".join(part for part in (one.project, case) if part is not None)
    named = "\t".join((one.project or "", one.application or "", one.procedure or "", one.step or ""))
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(named.encode()).hexdigest()[:32]}@ancu"
    yield f"DTSTAMP:{made_on:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}"
    title, told = _told(book, one, lang)
    yield f"SUMMARY:{_text(f'{title} ({where})' if where else title)}"
    if told:
        yield f"DESCRIPTION:{_text(told)}"
    # A day on which something is due is no day on which nobody can be met.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _told(book: Rulebook, one: DueStep, lang: Language) -> tuple[str, str]:
    """What is due, in a line; and who is to do it, the words of the text, its article, and what is to be noted."""
    if one.procedure is None or one.step is None:
        return message("calendar_erase", lang), ""
    procedure = book.procedures[one.procedure]
    step = procedure.steps[one.step]
    assert step.clock is not None
    basis = render_all(step.basis, {**book.instruments, **procedure.instruments}, lang)
    lines = [message("calendar_who", lang, who=step.who[lang])]
    if step.clock.words is not None:
        lines.append(message("calendar_words", lang, words=step.clock.words))
    lines.append(message("calendar_basis", lang, basis=basis))
    lines += [note[lang] for note in step.notes_on(one.day)]
    return message(f"calendar_{one.limit}", lang, title=step.title[lang]), "\n".join(lines)


def _text(value: str) -> str:
    """A text as a calendar quotes it."""
    return value.replace("\r\n", "\n").replace("\r", "\n").translate(_ESCAPED)


def folded(line: str) -> Iterator[bytes]:
    """A line in pieces of at most 75 octets, each but the first begun by a blank; no letter is cut in two."""
    piece = b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > _LINE:
            yield piece
            piece = b" "
        piece += octets
    yield piece
