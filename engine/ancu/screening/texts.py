"""What a list says of a case under a programme: five cells, the same whichever engine judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ancu.decision.model import Decision
from ancu.decision.notes import note_texts
from ancu.decision.preferring import choice_text, choose_between
from ancu.decision.rendering import benefit_text, caveat_texts, reason_texts, why_not_in_force
from ancu.inference.program import program_on
from ancu.inference.verdicts import ELIGIBLE, OUTCOMES_OF, VERDICTS, reason_number
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.kinds import Kind, decision_of

#: Says one thing of a kind.
Cell = Callable[[Rulebook, Kind, Language], Any]


def _status(_book: Rulebook, kind: Kind, lang: Language) -> str:
    status, why = VERDICTS[kind.verdict]
    mark = f" {message('provisional_mark', lang)}" if kind.provisional else ""
    return message(f"status_{why or status}", lang) + mark


def _missing(book: Rulebook, kind: Kind, lang: Language) -> str:
    return "; ".join(book.facts[name].label[lang] for name in kind.missing)


def _decided(say: Callable[[Decision, Language], str]) -> Cell:
    """A cell said of what cases of a kind have decided in common; empty where the rulebook does not cover the day."""

    def cell(book: Rulebook, kind: Kind, lang: Language) -> str:
        decision = decision_of(book, kind)
        return say(decision, lang) if decision is not None else ""

    return cell


def _reasons(decision: Decision, lang: Language) -> str:
    if decision.status == "not_in_force":
        return why_not_in_force(decision, lang)
    return "\n".join(reason_texts(decision, lang))


def _notes(decision: Decision, lang: Language) -> str:
    names = dict.fromkeys((*decision.unset, *decision.notes))
    notes = (text for name in names for text in note_texts(decision, name, lang))
    return "\n".join(dict.fromkeys((*caveat_texts(decision, lang), *notes)))


def reason_id(book: Rulebook, kind: Kind) -> int | None:
    """The number of a kind's reason; None where nothing was judged."""
    if kind.verdict not in OUTCOMES_OF:
        return None
    day = max(book.epochs.starts[kind.epoch], book.programmes[kind.programme].covered_from)
    program = program_on(book, kind.programme, day)
    return reason_number(program, OUTCOMES_OF[kind.verdict], kind.carried)


#: The cells of a programme, in words and as codes.
CELLS: dict[str, Mapping[str, Cell]] = {
    "text": {
        "status": _status,
        "benefit": _decided(benefit_text),
        "reasons": _decided(_reasons),
        "missing": _missing,
        "notes": _decided(_notes),
    },
    "ids": {
        "status": lambda _book, kind, _lang: VERDICTS[kind.verdict][0],
        "why": lambda _book, kind, _lang: VERDICTS[kind.verdict][1],
        "provisional": lambda _book, kind, _lang: kind.provisional,
        "reason": lambda book, kind, _lang: reason_id(book, kind),
        "missing": lambda _book, kind, _lang: ";".join(kind.missing),
    },
}
CELLS["brief"] = {key: say for key, say in CELLS["ids"].items() if key != "missing"}


def choice_cell(book: Rulebook, kinds: Iterable[Kind], lang: Language) -> str:
    """What a case takes of several programmes that are open to it."""
    eligible = (decision_of(book, kind) for kind in kinds if kind.verdict == ELIGIBLE)
    choices = choose_between(book, (decision for decision in eligible if decision is not None))
    return "\n".join(choice_text(book, choice, lang) for choice in choices)
