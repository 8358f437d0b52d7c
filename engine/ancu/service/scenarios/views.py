"""What the pages of scenarios show."""

from __future__ import annotations

import difflib
import time
from datetime import date
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from ancu.decision.rendering import title_of
from ancu.messages import Language, message
from ancu.rulebook.references import PLACEHOLDER
from ancu.service.core import Core
from ancu.service.law.catalogue import address_of
from ancu.service.roles import may
from ancu.service.scenarios.editor import MOST_LETTERS, Editor
from ancu.service.scenarios.git import in_repository
from ancu.service.scenarios.room import ScenarioRoom
from ancu.service.wide import number_text, wide_page
from ancu.specs.language.names import conditions_of

#: Where scenarios are read, and where they are written: a role may lead to the first alone.
READING, WRITING = "/tinh-huong", "/soan-tinh-huong"
SCRIPT = "scenarios/scenario.js"


class RoomView:
    """The pages for one request."""

    def __init__(self, core: Core, room: ScenarioRoom, request: Request, lang: Language | None = None) -> None:
        self.core, self.room, self.request = core, room, request
        asked: Language = "en" if request.query_params.get("lang") == "en" else "vi"
        self.lang: Language = lang or asked
        self.key: str | None = request.state.key
        client = request.client.host if request.client is not None else ""
        self.owner = self.key or client or "-"
        self.writes = self.key is None or may(self.key, WRITING)

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        root, lang = self.core.settings.root_path, self.lang
        other = {**dict(self.request.query_params), "lang": "en" if lang == "vi" else "vi"}
        path = self.request.scope["path"] if self.request.method == "GET" else WRITING
        return wide_page(
            self.core, f"scenarios/{template}", lang, status, script=SCRIPT,
            other_language=f"{root}{path}?{urlencode(other)}", home=f"{root}{READING}", editor_at=f"{root}{WRITING}",
            writes=self.writes, ready=self.room.ready, folder=self.room.folder is not None, quoted=quote,
            number=lambda count: number_text(count, lang), **values,
        )  # fmt: skip

    # -- the folder ----------------------------------------------------------------------------------------------

    def home(self, problems: list[str] | None = None) -> Response:
        """The files of the folder, each with how it came out when it was last run."""
        entries = self.room.folder.entries() if self.room.folder is not None else []
        rows = [(entry, self.room.results.get(entry.digest)) for entry in entries]
        totals = [sum(result[kind] for _, result in rows if result) for kind in ("passed", "failed", "flawed")]
        return self.page(
            "home.html", 422 if problems else 200, rows=rows, when=self.when, totals=totals, problems=problems or [],
            scenarios=sum(len(entry.scenarios) for entry in entries), unrun=sum(result is None for _, result in rows),
            programmes=self.programmes(),
        )  # fmt: skip

    def when(self, at: float) -> str:
        """A moment, on the clock of the server."""
        return time.strftime("%H:%M, %d/%m/%Y", time.localtime(at))

    def programmes(self) -> list[tuple[str, str]]:
        """Every programme, those in force first."""
        book, today = self.core.book, date.today()
        order = sorted(book.programmes, key=lambda name: not book.programmes[name].in_force_on(today))
        return [(name, title_of(book, name, self.lang)) for name in order]

    def file(self, name: str) -> Response:
        """One file, to be read."""
        assert self.room.folder is not None
        opened = self.room.folder.open(name)
        result = self.room.results.get(opened.digest)
        lines = opened.text.rstrip("\n").split("\n")
        outcomes = result["lines"] if result is not None else {}
        return self.page(
            "file.html", name=name, lines=list(enumerate(lines, 1)), outcomes=outcomes, result=result, when=self.when
        )

    # -- the editor ----------------------------------------------------------------------------------------------

    def editor(self, editor: Editor, status: int = 200) -> Response:
        """The editor with its text, and what came of the last act."""
        book, root = self.core.book, self.room.folder
        return self.page(
            "editor.html", 422 if editor.problems else status, editor=editor, programmes=self.programmes(),
            chosen=editor.chosen_programme(book), today=date.today().strftime("%d/%m/%Y"), most=MOST_LETTERS,
            repository=root is not None and in_repository(root.root), digest_key=book.digest[:12],
            many=len(editor.run["results"]) > 1 if editor.run else False,
        )  # fmt: skip

    # -- one condition -------------------------------------------------------------------------------------------

    def choose(self, programme: str) -> Response:
        """Choosing a condition."""
        names = conditions_of(self.core.book, programme) if programme else []
        conditions = [(name, self.condition_title(name)) for name in names if name in self.core.book.conditions]
        return self.page("choose.html", programmes=self.programmes(), programme=programme, conditions=conditions)

    def condition_title(self, name: str) -> str:
        return PLACEHOLDER.sub("…", self.core.book.title(name)[self.lang])

    def condition(self, programme: str, name: str, found: dict[str, Any] | None, problems: list[str]) -> Response:
        """Which scenarios of the folder judge a condition."""
        words = {key: message(f"table_{key}", self.lang) for key in ("met", "not_met", "unknown")}
        return self.page(
            "condition.html", 422 if problems else 200, programme=programme, name=name, found=found, problems=problems,
            title=self.condition_title(name), programme_title=title_of(self.core.book, programme, self.lang),
            outcome_words=words, today=date.today().strftime("%d/%m/%Y"),
            law=f"{self.core.settings.root_path}{address_of('condition', name)}?lang={self.lang}",
        )  # fmt: skip


def both_ways(mine: str, other: str) -> list[tuple[str, str]]:
    """The lines of two texts beside each other: of both, of mine alone, of the other's alone."""
    theirs, ours = other.split("\n"), mine.split("\n")
    found: list[tuple[str, str]] = []
    for kind, first, last, start, end in difflib.SequenceMatcher(None, theirs, ours).get_opcodes():
        if kind == "equal":
            found += [("", line) for line in ours[start:end]]
        else:
            found += [*(("other", line) for line in theirs[first:last]), *(("mine", line) for line in ours[start:end])]
    return found
