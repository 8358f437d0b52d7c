"""Coverage and mutation as stable codes, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ancu.rulebook.calendar import BEGINNING
from ancu.specs.measure.coverage import GOALS, Coverage
from ancu.specs.measure.mutation import Mutation, Survivor
from ancu.specs.measure.report import LawReport
from ancu.specs.measure.witness import Witness


def coverage_json(coverage: Coverage) -> dict[str, Any]:
    """Coverage as stable codes."""
    seen, wanted = coverage.reached()
    return {
        "percent": round(coverage.percent, 4),
        "seen": seen,
        "wanted": wanted,
        "goals": {goal: dict(zip(("seen", "wanted"), coverage.reached(goal), strict=True)) for goal in GOALS},
        "open": dict(zip(("seen", "possible"), coverage.open_ends, strict=True)),
        "rulebook": coverage.book.digest,
        "conditions": [
            {
                "condition": entry.condition,
                "from": _edge(entry.period.start, BEGINNING),
                "to": _edge(entry.period.end, date.max),
                "basis": list(entry.basis),
                "programmes": list(entry.programmes),
                "seen": {goal: str(place) for goal, place in entry.seen.items()},
                "unseen": list(entry.unseen),
                "left_open": str(entry.left_open) if entry.left_open is not None else None,
                "impossible": sorted(entry.impossible),
            }
            for entry in coverage.entries
        ],
        "failures": [{"place": str(failure.place), "text": failure.text} for failure in coverage.collection.failures],
    }


def _edge(day: date, end: date) -> str | None:
    return None if day == end else day.isoformat()


def mutation_json(
    report: LawReport, mutation: Mutation, justified: Mapping[str, str], witnesses: Mapping[str, Witness]
) -> dict[str, Any]:
    """Mutation as stable codes, survivors also in words."""

    def survivor_json(survivor: Survivor) -> dict[str, Any]:
        mutant, witness = survivor.mutant, witnesses.get(survivor.mutant.id)
        return {
            "change": mutant.id,
            "operator": mutant.operator,
            "part": mutant.part,
            "name": mutant.name,
            "reached": survivor.reached,
            "text": report.survivor(survivor),
            "justified": justified.get(mutant.id),
            "scenario": witness.scenario(report.lang, report.named(mutant)) if witness is not None else None,
        }

    return {
        "score": round(mutation.score, 4),
        "judged": mutation.judged,
        "noticed": len(mutation.killed),
        "equal": mutation.equal,
        "rulebook": mutation.collection.book.digest,
        "survivors": [survivor_json(survivor) for survivor in mutation.survivors],
        "idle": [mutant.id for mutant in mutation.idle],
        "killed": {killed.mutant.id: str(killed.by) for killed in mutation.killed},
    }
