"""Decisions as commands write them in JSON."""

from __future__ import annotations

from typing import Any

from ancu.decision.model import Decision
from ancu.messages import Language


def as_json(decision: Decision, lang: Language) -> dict[str, Any]:
    """A decision with its tree of reasons and its texts, as ``--format json`` writes it."""
    return {
        **decision.model_dump(mode="json"),
        "reasons": [reason.model_dump(mode="json") for reason in decision.reasons],
        "texts": decision.texts(lang).model_dump(),
    }


def changes_as_json(decision: Decision, lang: Language) -> dict[str, Any]:
    """What would make a decision another, with its texts, as ``--what-if --format json`` writes it."""
    return {**decision.changes.model_dump(mode="json"), "texts": decision.changes.texts(lang).model_dump()}
