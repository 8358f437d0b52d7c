"""Notices as files: one Word file, many in one ZIP file, all in one PDF or on one page."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ancu.errors import OutputError, Problem
from ancu.messages import Language
from ancu.notices.builtin_template import builtin
from ancu.notices.notice import Notice
from ancu.notices.qr import qr_png
from ancu.notices.slip import SLIP
from ancu.notices.tags import QR
from ancu.notices.word_template import WordTemplate, prepare
from ancu.screening.results.files import Whole, writing_to
from ancu.text_files import content_of

#: What notices are written as.
FORMS = (".docx", ".zip", ".pdf", ".html")
_UNSAFE = re.compile(r"[^\w.-]+")
#: Of a dossier's id, what a file's name repeats.
_NAMED = 80
_PACKED_ON = (1980, 1, 1, 0, 0, 0)


def read_template(path: str | None) -> WordTemplate | None:
    """The office's own template, prepared; None where none is given."""
    if path is None:
        return None
    return prepare(content_of(path), path)


def word_file(notice: Notice, template: WordTemplate | None = None) -> bytes:
    """A notice as a Word file, by the template given, else by the one that comes with An Cư."""
    chosen = template or builtin("slip" if notice.kind == SLIP else "notice")
    return chosen.render(notice.values, qr_png(str(notice.values[QR])) if chosen.has_qr else None)


def write_notices(
    files: Whole, path: str, notices: Sequence[Notice], template: WordTemplate | None, day: date, lang: Language
) -> None:
    """Prepare the file at ``path`` with all ``notices``; :class:`OutputError` where a Word file is to hold several."""
    target, form = Path(path), Path(path).suffix.lower()
    if form == ".docx":
        if len(notices) != 1:
            raise OutputError(Problem("notice_several", {"path": path, "count": len(notices)}))
        files.write(target, word_file(notices[0], template))
    elif form == ".zip":
        file: Any = files.open(target)
        with writing_to(target), zipfile.ZipFile(file, "w") as archive:
            for name, notice in _named(notices):
                entry = zipfile.ZipInfo(name, _PACKED_ON)
                archive.writestr(entry, word_file(notice, template))
    elif form == ".pdf":
        from ancu.notices.pdf import notices_pdf

        files.write(target, notices_pdf(notices, day))
    else:
        from ancu.notices.pages import notices_page

        files.write(target, notices_page(notices, lang).encode())


def _named(notices: Iterable[Notice]) -> Iterator[tuple[str, Notice]]:
    """Each notice with a name of its own for a file, in which nothing can lead elsewhere."""
    taken: dict[str, int] = {}
    for notice in notices:
        case = _UNSAFE.sub("_", notice.case).strip("._")[:_NAMED] or "ho-so"
        name = f"{case}-{notice.kind}"
        taken[name.casefold()] = number = taken.get(name.casefold(), 0) + 1
        yield f"{name}.docx" if number == 1 else f"{name}-{number}.docx", notice
