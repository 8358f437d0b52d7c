"""What is wrong with a call, so that whoever called can mend it: which field, what was expected, what to do.

Nothing that was sent is said again: it may be a person's, or an instruction to whoever reads the answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import BaseModel, Field

from ancu.errors import AncuError, Problem
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.service.problems import details


class Fault(BaseModel):
    """One thing that is wrong with a call."""

    code: str = Field(description="stable code")
    field: str = Field(description="JSON pointer of the argument at fault, the nearest one that the tool knows")
    expected: str | None = Field(default=None, description="what may stand there, in words")
    mend: str = Field(description="what to do, in words")
    json_schema: dict[str, Any] | None = Field(default=None, description="what may stand there")


class Refusal(BaseModel):
    """No answer: nothing was decided and nothing was stored."""

    answered: Literal[False] = False
    message: str
    faults: list[Fault]


class CallError(AncuError):
    """A call that is not answered, with what is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__([Problem("assistant_refused")])


def refusal(book: Rulebook, error: AncuError, lang: Language) -> Refusal:
    """The answer that says ``error``; of one that is no fault of the call, that it may be sent again."""
    if isinstance(error, CallError):
        return Refusal(message=error.text(lang), faults=list(error.faults))
    told = details(error, lang, "")
    faults = [
        Fault(code=item.kind, field=item.pointer or _of_fact(book, item.name), mend=item.detail)
        for item in told.errors
    ]  # fmt: skip
    return Refusal(message=told.title, faults=faults)


def _of_fact(book: Rulebook, name: str | None) -> str:
    return f"/facts/{name}" if name in book.facts else ""


def fault(code: str, field: str, lang: Language, expected: str | None = None, **values: object) -> Fault:
    """A fault whose mend is the message ``assistant_mend_CODE``."""
    return Fault(code=code, field=field, expected=expected, mend=message(f"assistant_mend_{code}", lang, **values))
