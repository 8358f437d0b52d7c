"""Who asks for a page, for its head: whether he can sign out, and which further parts of the service are his."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass

from ancu.service.roles import may


@dataclass(frozen=True)
class RoomLink:
    """A part of the service that is there on some machines only: its path, and the message that names it.

    ``label`` "": it stands in no head; other pages lead there.
    """

    path: str
    label: str


@dataclass(frozen=True)
class Visitor:
    """Whoever asks. ``key``: the name under which he is logged, with its roles; None: nobody is known here.

    ``signed_in``: by the page, so that he can sign out there. ``links``: what he may open besides.
    """

    key: str | None = None
    signed_in: bool = False
    links: tuple[RoomLink, ...] = ()

    @property
    def name(self) -> str:
        """The name without roles: under it acts are entered, and by it two people are told apart."""
        return name_of(self.key or "")

    @property
    def home(self) -> str:
        """The first page that is his."""
        if self.may("/"):
            return "/"
        return next((link.path for link in self.links if link.label), "/luat")

    @property
    def may_enter(self) -> bool:
        """Whether cases that he has had decided may be entered into a register."""
        return self.may_open("/vao-so")

    def may(self, path: str) -> bool:
        """Whether he may open ``path``; where nobody is known everybody may."""
        return self.key is None or may(self.key, path)

    def may_open(self, path: str) -> bool:
        """Whether ``path`` is one of his further parts."""
        return any(link.path == path for link in self.links)


def name_of(key: str) -> str:
    """The name of a key without its roles."""
    return key.partition("/")[0]


#: Who asks, while his request is answered; nobody outside of one.
visiting: ContextVar[Visitor] = ContextVar("visiting", default=Visitor())  # noqa: B039 - frozen
