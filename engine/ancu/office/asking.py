"""What the pages of the office share: who asks for what, where answers lead, and work that is done off the loop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import date
from typing import Any, TypeVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ancu.decision.rendering import title_of
from ancu.errors import OutputError, Problem, RegisterError
from ancu.messages import Language
from ancu.office.live import LiveRegister
from ancu.register.store import RegisterWriter
from ancu.register.wording import today
from ancu.rulebook.values import day_text
from ancu.service.audit import audit
from ancu.service.core import Core
from ancu.service.problems import HttpError
from ancu.service.visitor import name_of
from ancu.service.wide import number_text, wide_page

Answer = TypeVar("Answer")
#: How many lines one page of a table shows.
SHOWN = 50
log = logging.getLogger("ancu.service")


class RegisterOffice:
    """The register behind the pages, and the threads that read and write it."""

    def __init__(self, core: Core, address: str, today: Callable[[], date] = today) -> None:
        self.core, self.book, self.today = core, core.book, today
        self.live = LiveRegister(address)
        self.pool = ThreadPoolExecutor(2, "ancu-office")

    async def run(self, work: Callable[[], Answer]) -> Answer:
        """Do what reads or writes the register off the loop; a register that fails is told in plain words."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self.pool, copy_context().run, work)
        except OutputError as error:
            log.error("register: %s", ", ".join(problem.kind for problem in error.problems))
            problem = Problem("office_unavailable")
            raise HttpError(503, "register-unavailable", problem, [("retry-after", "10")]) from error

    def act(self, request: Request, act: str, work: Callable[[RegisterWriter], Sequence[int]]) -> list[int]:
        """Add to the register in the name of whoever asks, all or nothing; the numbers of the entries made.

        Raises :class:`RegisterError` where the act cannot be taken.
        """
        by = name_of(request.state.key)
        with self.live.register.as_login(by).writing(by) as writer:
            made = list(work(writer))
        audit(request, act, entries=",".join(map(str, made)) or "-")
        return made

    def page(self, asked: Page, template: str, status: int = 200, **values: Any) -> Response:
        """The answer that shows a template of the office."""
        lang = asked.lang
        return wide_page(
            self.core, f"office/{template}", lang, status,
            other_language=asked.other_language(), asked=asked,
            number=lambda count: number_text(count, lang), day=lambda on: day_text(on, lang),
            title=lambda name: title_of(self.book, name, lang) if name in self.book.programmes else name, **values,
        )  # fmt: skip


class Page:
    """A page as its address asks for it; the parts of the address keep their names from page to page."""

    def __init__(self, request: Request, root: str) -> None:
        self.request, self.root = request, root
        self.query: Mapping[str, str] = dict(request.query_params)
        self.lang: Language = "en" if self.query.get("lang") == "en" else "vi"
        self.key: str = request.state.key

    @property
    def name(self) -> str:
        """The name under which whoever asks acts."""
        return name_of(self.key)

    def get(self, name: str) -> str:
        """What the address says under ``name``."""
        return self.query.get(name, "").strip()[:200]

    def number(self, name: str = "trang") -> int:
        """The number under ``name``; 1 for none."""
        written = self.get(name)
        return max(1, int(written)) if written.isdecimal() and len(written) < 9 else 1

    def address(self, path: str | None = None, **other: object) -> str:
        """An address with the same parts, some of them changed; None or "" leaves one out."""
        said = {**self.query, **other} if path is None else {"lang": self.query.get("lang"), **other}
        kept = {name: value for name, value in said.items() if value not in (None, "")}
        return f"{self.root}{path or self.request.scope['path']}" + (f"?{urlencode(kept)}" if kept else "")

    def other_language(self) -> str:
        """The same page in the other language; one that was sent has none."""
        return self.address(lang="en" if self.lang == "vi" else "vi") if self.request.method == "GET" else ""

    def go(self, path: str, **parts: object) -> Response:
        """Have the browser show another page."""
        return RedirectResponse(self.address(path, **parts), 303)


def pages_of(count: int, shown: int = SHOWN) -> int:
    """How many pages ``count`` lines make."""
    return max(1, -(-count // shown))


def part_of(found: Sequence[Answer], page: int, shown: int = SHOWN) -> Sequence[Answer]:
    """The lines of one page."""
    return found[(page - 1) * shown : page * shown]


def refused(error: RegisterError, lang: Language) -> list[str]:
    """What is said where an act cannot be taken."""
    return [problem.text(lang) for problem in error.problems]
