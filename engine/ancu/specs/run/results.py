"""How scenarios came out when they were run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from ancu.decision.model import Decision
from ancu.specs.language.remarks import Remark

#: How a scenario came out; see :class:`Result`.
ResultKind = Literal["passed", "failed", "flawed"]


@dataclass(frozen=True)
class Trouble:
    """Why a scenario does not pass: where, in words, and for a mismatch what was expected, what came, and by what."""

    line: int
    text: str
    step: str = ""
    expected: str = ""
    got: str = ""
    decision: Decision | None = None
    condition: str | None = None


@dataclass(frozen=True)
class ToldStep:
    """A step as it was run: what it stands under (given, when or then), its words, its table and where that stands."""

    under: str
    line: int
    text: str
    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


@dataclass
class Result:
    """One scenario, or one example of an outline.

    ``failed``: the rulebook decides otherwise. ``flawed``: it is written wrongly, and was not judged.
    """

    path: Path
    feature: str
    name: str
    line: int
    outcome: ResultKind = "passed"
    troubles: list[Trouble] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    #: The same, each with the line of the step or row that asked for it.
    judged_at: list[tuple[int, Decision]] = field(default_factory=list)
    #: What it says, its background first.
    steps: list[ToldStep] = field(default_factory=list)
    #: What is told beside the outcome, such as facts that no programme judged reads.
    remarks: list[Remark] = field(default_factory=list)
    seconds: float = 0.0
    #: Where the lines of the file come from, if it is no feature file.
    places: Mapping[int, str] = field(default_factory=dict)

    def place(self, line: int) -> str:
        """Where a line stands: file and line, or file, sheet and column; line 0: the file."""
        if self.places or not line:
            return ", ".join(filter(None, (str(self.path), self.places.get(line))))
        return f"{self.path}:{line}"


@dataclass
class SpecRun:
    """All scenarios of some files, in the order of the files."""

    results: list[Result] = field(default_factory=list)
    seconds: float = 0.0
    #: When it began, on the clock of this machine.
    started: datetime = field(default_factory=datetime.now)

    def count(self, outcome: ResultKind) -> int:
        return sum(result.outcome == outcome for result in self.results)

    @property
    def passed(self) -> bool:
        return all(result.outcome == "passed" for result in self.results)
