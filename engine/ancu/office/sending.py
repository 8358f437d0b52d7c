"""The Word file of a notice on a decision of the register, as ``ancu notice`` writes it."""

from __future__ import annotations

from typing import Literal

from ancu.errors import Problem
from ancu.messages import Language
from ancu.notices.content import kind_of
from ancu.notices.files import word_file
from ancu.notices.notice import NoticeAsked, notice_on
from ancu.notices.of_register import RegisterTaken, cases_of_register
from ancu.notices.office import Office
from ancu.notices.slip import SLIP
from ancu.office.asking import RegisterOffice
from ancu.office.live import RegisterNow
from ancu.register.standing import ApplicationStanding
from ancu.service.problems import HttpError


def word_of(
    office: RegisterOffice, now: RegisterNow, one: ApplicationStanding, kind: Literal["notice", "slip"], lang: Language
) -> bytes:
    """The notice, or the citizen's slip, on the decision that holds.

    Raises :class:`HttpError` where none holds or none is sent on it, and :class:`InputError` where it comes out
    otherwise by the rulebook in use.
    """
    book, taken = office.book, RegisterTaken()
    with office.live.register.reading() as reader:
        found = list(cases_of_register(book, reader, now.standing, [one], taken, office.today(), lang))
    asked = NoticeAsked(SLIP if kind == "slip" else None, Office(co_quan=office.core.settings.agency), lang=lang)
    chosen = kind_of(book, found[0], asked.kind) if found else None
    if chosen is None:
        raise HttpError(404, "not-found", Problem("office_no_notice"))
    return word_file(notice_on(found[0], chosen, asked))
