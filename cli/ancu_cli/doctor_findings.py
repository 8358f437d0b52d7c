"""What ``ancu doctor`` finds: of one thing on this machine, how it stands, and how to mend it."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from ancu.errors import AncuError, Problem, os_reason
from ancu.messages import Language, message

#: ``bad``: missing or broken. ``unknown``: it could not be looked at, which is not the same.
FindingState = Literal["well", "note", "bad", "unknown"]


@dataclass(frozen=True)
class MachineFinding:
    """How one thing stands: ``topic`` is a stable name, ``name`` which of several.

    ``needed``: whether what was asked for cannot do without it.
    """

    topic: str
    state: FindingState
    said: Problem
    mend: Problem | None = None
    name: str | None = None
    needed: bool = False

    @property
    def lacking(self) -> bool:
        """Whether what was asked for does not go, or nobody knows whether it does."""
        return self.needed and self.state in ("bad", "unknown")

    def title(self, lang: Language) -> str:
        """What was looked at."""
        return message(f"doctor_topic_{self.topic}", lang, name=self.name)


@dataclass(frozen=True)
class MachineCheck:
    """Something to look at. ``needed``: whether what was asked for cannot do without."""

    topic: str
    needed: bool
    look: Callable[[], MachineFinding]
    name: str | None = None


def well(topic: str, kind: str, **values: object) -> MachineFinding:
    """A thing that is as it should be."""
    return MachineFinding(topic, "well", Problem(kind, values))


def note(topic: str, kind: str, mend: str | None = None, **values: object) -> MachineFinding:
    """A thing that works, and that one should know of."""
    return MachineFinding(topic, "note", Problem(kind, values), Problem(mend, values) if mend is not None else None)


def bad(topic: str, kind: str, mend: str | None = None, **values: object) -> MachineFinding:
    """A thing that is missing or broken."""
    return replace(note(topic, kind, mend, **values), state="bad")


def look_at(check: MachineCheck) -> MachineFinding:
    """What ``check`` finds; whatever happens on the way is a finding too. What nothing needs is no more than a note."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = check.look()
    except AncuError as error:
        found = bad(check.topic, "doctor_refused", reason=error.text)
    except (Exception, SystemExit) as error:  # a broken package may raise anything while it is loaded
        found = MachineFinding(check.topic, "unknown", Problem("doctor_not_looked_at", {"reason": reason_of(error)}))
    if not check.needed and found.state in ("bad", "unknown"):
        found = replace(found, state="note")
    return replace(found, needed=check.needed, name=check.name)


def reason_of(error: BaseException) -> object:
    """Why something failed, as a value for a message: of the system in the reader's language, else as it was told."""
    if isinstance(error, OSError):
        return os_reason(error)
    first = str(error).strip().partition("\n")[0]
    return f"{type(error).__name__}: {first}" if first else type(error).__name__
