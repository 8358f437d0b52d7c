"""The slips at the end of an interview: the same as ``ancu notice --kind slip`` makes of its record."""

from __future__ import annotations

from pathlib import Path

from ancu.decision.deciding import Record
from ancu.errors import OutputError, Problem
from ancu.interview.interview import Interview
from ancu.messages import Language
from ancu.notices.case_of_notice import CaseOfNotice, case_of
from ancu.notices.notice import Notice, NoticeAsked, notices_on
from ancu.notices.slip import SLIP
from ancu.screening.results.files import check_apart
from ancu_cli.notice import check_forms, write_files

#: Of several programmes slips are made of those with the first of these that any has.
_ORDER = ("eligible", "undetermined", "ineligible")


def check_slips(paths: tuple[str, ...], read: str | None, programmes: int) -> None:
    """Raise before anything is asked where slips could not be written at ``paths``: a Word file holds one."""
    check_forms(paths)
    check_apart([read] if read is not None else [], [Path(path) for path in paths])
    word = next((path for path in paths if Path(path).suffix.lower() == ".docx"), None)
    if word is not None and programmes > 1:
        raise OutputError(Problem("notice_several", {"path": word, "count": programmes}))


def write_slips(interview: Interview, paths: tuple[str, ...], lang: Language) -> None:
    """Write a slip for each programme that is open to whoever answered; if none is, for those undetermined, or all."""
    record = Record(dict(interview.facts))
    cases = [case_of(interview.book, record, name, interview.day) for name in interview.programmes]
    found = notices_on(interview.book, _first_of(cases), NoticeAsked(SLIP, lang=lang))
    write_files(paths, [one for one in found if isinstance(one, Notice)], None, interview.day, lang)


def _first_of(cases: list[CaseOfNotice]) -> list[CaseOfNotice]:
    by_status = ([case for case in cases if case.decision.status == status] for status in _ORDER)
    return next(filter(None, by_status), [])
