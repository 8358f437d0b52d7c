"""What a list says of a case under a programme: five cells, the same whichever engine judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from ancu.batch.outcomes import Kind, decision_of
from ancu.decision.model import Decision
from ancu.decision.notes import note_texts
from ancu.decision.preferences import choice_text, choose_between
from ancu.decision.rendering import benefit_text, caveat_text, sentence, why_not_in_force
from ancu.inference.program import Program, program_on
from ancu.inference.verdicts import ELIGIBLE, OUTCOMES_OF, VERDICTS, reason_number
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook

#: ``text``: every cell in words. ``ids``: codes and reason ids, the words in a table of their own. ``brief``: the same
#: without what a case lacks and the quantities computed.
Reasons = Literal["text", "ids", "brief"]
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


def _reasons(book: Rulebook, kind: Kind, lang: Language) -> str:
    if kind.verdict not in OUTCOMES_OF:
        decision = decision_of(book, kind)
        return why_not_in_force(decision.context, decision.why, lang) if decision is not None and decision.why else ""
    # A sentence is the same wherever its condition carries the same verdict in the same place and time.
    said = sentences(book, kind, lang)
    return "\n".join(text for name in kind.carried if (text := said[name]))


def sentences(book: Rulebook, kind: Kind, lang: Language) -> Mapping[str, str]:
    """What each reported condition says where it carries the verdict of a kind; nothing where the law asks nothing."""
    known: dict[Any, dict[str, str]] = book.__dict__.setdefault("_list_sentences", {})
    key = (kind.programme, kind.epoch, kind.region, kind.verdict, lang)
    if key not in known:
        program = program_of(book, kind)
        whole = Kind(kind.programme, kind.epoch, kind.region, kind.verdict, carried=program.reported)
        decision = decision_of(book, whole)
        assert decision is not None
        told = frozenset(decision.told)
        known[key] = {n: sentence(decision.context, n, lang) if n in told else "" for n in program.reported}
    return known[key]


def program_of(book: Rulebook, kind: Kind) -> Program:
    """The program by which cases of a kind were judged."""
    day = max(book.epochs.starts[kind.epoch], book.programmes[kind.programme].covered_from)
    return program_on(book, kind.programme, day)


def _benefit(decision: Decision, lang: Language) -> str:
    granted = (option for option in decision.options if option.option in decision.chosen)
    return benefit_text(decision.context, granted, lang)


def _notes(decision: Decision, lang: Language) -> str:
    names = dict.fromkeys((*decision.unset, *decision.notes))
    caveats = (caveat_text(decision.context, name, lang) for name in decision.caveats)
    notes = (text for name in names for text in note_texts(decision.context, name, lang))
    return "\n".join(dict.fromkeys((*caveats, *notes)))


def reason_id(book: Rulebook, kind: Kind) -> int | None:
    """The number of a kind's reason; None where nothing was judged."""
    if kind.verdict not in OUTCOMES_OF:
        return None
    return reason_number(program_of(book, kind), OUTCOMES_OF[kind.verdict], kind.carried)


#: The cells of a programme, in words and as codes.
CELLS: dict[str, Mapping[str, Cell]] = {
    "text": {
        "status": _status,
        "benefit": _decided(_benefit),
        "reasons": _reasons,
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
