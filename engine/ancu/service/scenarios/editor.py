"""What the form of the editor says; each act answers with the form again, so that no text is ever lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from ancu.errors import Problem
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse_date
from ancu.service.guard import check_own_form, check_type
from ancu.service.problems import HttpError
from ancu.service.scenarios.sentences import OfferedSentence

#: How long a text may be, in letters; how long the other fields.
MOST_LETTERS, _SHORT = 200_000, 300
_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


@dataclass
class Editor:
    """The editor as it is shown: what its fields hold, and what came of the act.

    ``opened``: the digest of the file when it was opened, empty for a new one. ``file``: its name below the folder.
    """

    lang: Language
    text: str = ""
    file: str = ""
    opened: str = ""
    subject: str = ""
    name: str = ""
    programme: str = ""
    day: str = ""
    words: str = ""
    problems: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    run: dict[str, Any] | None = None
    found: list[OfferedSentence] | None = None
    #: The rows of a workbook, as they were read.
    rows: list[dict[str, Any]] = field(default_factory=list)
    #: Another's version of the file: pairs of how a line differs and the line.
    other: list[tuple[str, str]] | None = None
    #: The digest of that version; with it, the text may take its place.
    other_digest: str = ""

    @classmethod
    def of(cls, fields: Mapping[str, str]) -> Editor:
        """The fields of a form. Raises :class:`HttpError` for too long a text."""
        text = fields.get("text", "").replace("\r\n", "\n").replace("\r", "\n")
        if len(text) > MOST_LETTERS:
            raise HttpError(413, "too-large", Problem("room_long_text", {"most": MOST_LETTERS // 1_000}))

        def said(name: str) -> str:
            return fields.get(name, "").strip()[:_SHORT]

        return cls(
            "en" if fields.get("lang") == "en" else "vi", text, said("file"), said("opened"), said("subject"),
            said("name"), said("programme"), said("day"), said("words"),
        )  # fmt: skip

    def chosen_programme(self, book: Rulebook) -> str:
        """The programme of the form; the first that is in force today where it names none."""
        if self.programme in book.programmes:
            return self.programme
        today = date.today()
        return next((n for n, one in book.programmes.items() if one.in_force_on(today)), next(iter(book.programmes)))

    def chosen_day(self) -> date | None:
        """The day of the form, today where it has none; None where it cannot be read, which is then told."""
        if not self.day:
            return date.today()
        try:
            return parse_date(self.day)
        except ValueProblem as problem:
            self.problems.append(f"{message('heading_as_of', self.lang)}: {problem.text(self.lang)}")
            return None


async def fields_of(request: Request) -> tuple[dict[str, str], bytes, str]:
    """What a form says, and the file that it sends, with its name; :class:`HttpError` for another site's form."""
    check_own_form(request)
    check_type(request, _FORMS)
    form = await request.form(max_files=1, max_fields=30, max_part_size=4 * MOST_LETTERS)
    try:
        sent = form.get("workbook")
        content = await sent.read() if isinstance(sent, UploadFile) else b""
        called = (sent.filename or "") if isinstance(sent, UploadFile) else ""
        return {name: value for name, value in form.items() if isinstance(value, str)}, content, called
    finally:
        await form.close()
