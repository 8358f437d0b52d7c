"""Notices ready to be written: each of a kind on a case, with the values of its tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from ancu.messages import Language
from ancu.notices.case_of_notice import CaseOfNotice
from ancu.notices.content import NoticeText, kind_of
from ancu.notices.office import Office
from ancu.notices.slip import SLIP, SlipText
from ancu.notices.tags import TagValues
from ancu.rulebook.rulebook import Rulebook


@dataclass(frozen=True)
class NoticeAsked:
    """What is asked of notices: a ``kind`` (None: that of each decision), by whom, until when, in which language.

    ``file_copy``: with what only lawyers read, which stays with the file.
    """

    kind: str | None = None
    office: Office = field(default_factory=Office)
    until: date | None = None
    lang: Language = "vi"
    file_copy: bool = False


@dataclass(frozen=True)
class Notice:
    """A notice: its kind, what its dossier is called, and what it says. It holds on to nothing it was made from."""

    kind: str
    case: str
    values: TagValues


def notice_on(case: CaseOfNotice, kind: str, asked: NoticeAsked) -> Notice:
    """The notice of ``kind`` on a case."""
    text = (SlipText if kind == SLIP else NoticeText)(case, kind, asked.office, asked.until, asked.lang)
    values = text.empty() | text.head() | text.body()
    if asked.file_copy:
        values |= text.for_the_file()
    return Notice(kind, case.case, values)


def notices_on(book: Rulebook, cases: Iterable[CaseOfNotice], asked: NoticeAsked) -> Iterator[Notice | CaseOfNotice]:
    """The notice on each case, or the case itself where none is sent on it."""
    for case in cases:
        kind = kind_of(book, case, asked.kind)
        yield case if kind is None else notice_on(case, kind, asked)
