"""What a list says of a case under a programme: seven cells, the same whichever engine judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from ancu.batch.outcomes import CaseOutcome, benefit_in, context_of, day_of, program_of, stands_in_principle
from ancu.decision.contract import OptionOutcome
from ancu.decision.law import leaves
from ancu.decision.notes import note_texts, notes_of
from ancu.decision.preferences import choice_text, choices_among, highest_amount
from ancu.decision.rendering import (
    benefit_text,
    caveat_text,
    conflict_text,
    open_rank_text,
    priority_text,
    sentence,
    why_not_in_force,
)
from ancu.inference.verdicts import ELIGIBLE, OUTCOMES_OF, UNDETERMINED, VERDICTS, reason_number
from ancu.kept import kept
from ancu.messages import Language, message
from ancu.rulebook.expressions import Constant
from ancu.rulebook.references import quoted
from ancu.rulebook.rulebook import Rulebook

#: ``text``: every cell in words. ``ids``: codes and reason ids, the words in a table of their own. ``brief``: the same
#: without what a case lacks and the quantities computed.
Reasons = Literal["text", "ids", "brief"]
#: What is said of a row: reasons in one of these ways; or, to be counted, what it lacks and what it is granted; or, to
#: be held against another law, what carries its status and what it is granted in every form.
Telling = Literal["text", "ids", "brief", "grants", "changes"]
#: Says one thing of an outcome.
Cell = Callable[[Rulebook, CaseOutcome, Language], Any]


def _status(book: Rulebook, outcome: CaseOutcome, lang: Language) -> str:
    if outcome.provisional and stands_in_principle(book, outcome):
        return message("status_in_principle", lang)
    return status_words(outcome.verdict, outcome.provisional, lang)


def status_words(verdict: int, provisional: bool, lang: Language) -> str:
    """What a verdict is called; one that stands in principle only has a name of its own."""
    status, why = VERDICTS[verdict]
    mark = f" {message('provisional_mark', lang)}" if provisional else ""
    return message(f"status_{why or status}", lang) + mark


def _missing(book: Rulebook, outcome: CaseOutcome, lang: Language) -> str:
    return "; ".join(book.facts[name].label[lang] for name in outcome.missing)


def _open(book: Rulebook, outcome: CaseOutcome, lang: Language) -> str:
    """What an eligible case still lacks for its benefit and its priority."""
    lines = (("open_benefit", outcome.missing_for_benefit), ("open_priority", outcome.missing_for_priority))
    return "\n".join(
        message(key, lang, facts="; ".join(book.facts[name].label[lang] for name in facts))
        for key, facts in lines
        if facts
    )


def _open_ids(_book: Rulebook, outcome: CaseOutcome, _lang: Language) -> str:
    lacking = (("benefit", outcome.missing_for_benefit), ("priority", outcome.missing_for_priority))
    return ";".join(f"{what}:{fact}" for what, facts in lacking for fact in facts)


def _priority(book: Rulebook, outcome: CaseOutcome, lang: Language) -> str:
    if not (outcome.ranks or outcome.open_ranks):
        return ""
    context = context_of(book, outcome)
    met = (priority_text(context, name, lang) for name in outcome.ranks)
    return "\n".join((*met, *(open_rank_text(context, name, lang) for name in outcome.open_ranks)))


def _priority_ids(_book: Rulebook, outcome: CaseOutcome, _lang: Language) -> str:
    return ";".join((*outcome.ranks, *(f"?{name}" for name in outcome.open_ranks)))


def _benefit(book: Rulebook, outcome: CaseOutcome, lang: Language) -> str:
    context = context_of(book, outcome)
    return benefit_text(context, *benefit_in(context, outcome), lang)


def _lacking(_book: Rulebook, outcome: CaseOutcome, _lang: Language) -> str:
    """The facts that an undetermined case lacks; ``?`` where it hangs on what nobody has set."""
    return "?" if outcome.verdict == UNDETERMINED and outcome.unset else ";".join(outcome.missing)


def _grant(book: Rulebook, outcome: CaseOutcome, _lang: Language) -> str:
    """What an eligible case is granted, as a code: the option, the least and the most in đồng; nothing of any other.

    ``…;;`` of an option without a sum, ``…;?;?`` of one whose level nobody has set. While it is open which option a
    case is granted, that is called ``open``.
    """
    if outcome.verdict != ELIGIBLE:
        return ""
    return grant_code(*benefit_in(context_of(book, outcome), outcome))


def grant_code(granted: Sequence[OptionOutcome], open_: Sequence[OptionOutcome]) -> str:
    """The code of what an eligible case is ``granted``, with what is still ``open_`` to it."""
    sure = [option for option in granted if option.kind == "once"]
    maybe = [option for option in open_ if option.kind == "once"]
    if not sure and not maybe:
        return f"{granted[0].option if granted else ''};;"
    amounts = [option.amount for option in (*sure, *maybe)]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts):
        return f"{sure[0].option if not maybe else 'open'};?;?"
    # The highest is granted, so that what is open can only add to what is sure.
    least = max(option.amount or 0 for option in sure) if sure else min(known)
    return f"{sure[0].option if sure and least == max(known) else 'open'};{least};{max(known)}"


#: What stands between the parts of what is granted in every form.
PART = "\x1f"


def _granted(book: Rulebook, outcome: CaseOutcome, lang: Language) -> str:
    """What an eligible case is granted in every form: the code of :func:`_grant`, one of all options, and in words."""
    if outcome.verdict != ELIGIBLE:
        return ""
    sure, open_ = benefit_in(context_of(book, outcome), outcome)
    named = [*((option, "") for option in sure), *((option, "?") for option in open_)]
    codes = (
        f"{mark}{option.option}:{option.kind}:{'?' if option.unset else option.amount}:{option.months}"
        for option, mark in named
    )
    return PART.join((_grant(book, outcome, lang), ";".join(codes), _benefit(book, outcome, lang)))


def _reasons(book: Rulebook, outcome: CaseOutcome, lang: Language) -> str:
    if outcome.verdict in OUTCOMES_OF:
        return carried_text(outcome.carried, sentences(book, outcome, lang))
    why = VERDICTS[outcome.verdict][1]
    return why_not_in_force(context_of(book, outcome), why, lang) if why is not None else ""


def carried_text(carried: Iterable[str], said: Mapping[str, str]) -> str:
    """What the conditions say that carry an outcome, each on a line."""
    return "\n".join(filter(None, map(said.__getitem__, carried)))


def sentences(book: Rulebook, outcome: CaseOutcome, lang: Language) -> Mapping[str, str]:
    """What each reported condition says where it carries the verdict of an outcome; nothing where the law asks nothing.

    A sentence is the same wherever its condition carries the same verdict in the same place and time.
    """
    return _sentences(book, outcome.programme, outcome.epoch, outcome.region, outcome.verdict, lang)


@kept
def _sentences(
    book: Rulebook, programme: str, epoch: int, region: str | None, verdict: int, lang: Language
) -> Mapping[str, str]:
    outcome = CaseOutcome(programme, epoch, region, verdict)
    program = program_of(book, outcome)
    context = context_of(book, replace(outcome, carried=program.reported))
    asked = [name for name in program.reported if not isinstance(program.nodes[name].expr, Constant)]
    said: Mapping[str, str] = dict.fromkeys(program.reported, "")
    if region is not None:
        # Of what is asked alike in every region the sentences are made once.
        said, regional = _sentences(book, programme, epoch, None, verdict, lang), _regional(book, programme, epoch)
        asked = [name for name in asked if name in regional]
    return {**said, **{name: sentence(context, name, lang) for name in asked}}


def told_by_region(book: Rulebook, outcome: CaseOutcome) -> bool:
    """Whether what the conditions say and cite that carry an outcome hangs on its region."""
    return not _regional(book, outcome.programme, outcome.epoch).isdisjoint(outcome.carried)


@kept
def _regional(book: Rulebook, programme: str, epoch: int) -> frozenset[str]:
    """The reported conditions whose sentences may hang on the region: they read or quote a figure that does, or it."""
    outcome = CaseOutcome(programme, epoch, None, UNDETERMINED)
    context, regional = context_of(book, outcome), {*book.unsearched, book.programmes[programme].region}
    return frozenset(
        name
        for name in program_of(book, outcome).reported
        if name not in book.conditions or not regional.isdisjoint((*leaves(context, name)[1], *quoted(book, name)))
    )


def _notes(book: Rulebook, outcome: CaseOutcome, lang: Language) -> str:
    if outcome.verdict not in OUTCOMES_OF:
        return ""
    context = context_of(book, outcome)
    chosen = [option.option for option in benefit_in(context, outcome)[0]]
    noted = notes_of(context, (*outcome.carried, *outcome.unset), chosen)
    caveats = (
        *(conflict_text(context, name, lang) for name in outcome.conflicts),
        *(caveat_text(context, name, lang) for name in outcome.caveats),
    )
    notes = (text for name in (*outcome.unset, *noted) for text in note_texts(context, name, lang))
    return "\n".join(dict.fromkeys((*caveats, *notes)))


def reason_id(book: Rulebook, outcome: CaseOutcome) -> int | None:
    """The number of an outcome's reason; None where nothing was judged."""
    if outcome.verdict not in OUTCOMES_OF:
        return None
    return reason_number(program_of(book, outcome), OUTCOMES_OF[outcome.verdict], outcome.carried)


#: The cells of a programme, in words and as codes.
CELLS: dict[str, Mapping[str, Cell]] = {
    "text": {
        "status": _status,
        "benefit": _benefit,
        "reasons": _reasons,
        "missing": _missing,
        "open": _open,
        "priority": _priority,
        "notes": _notes,
    },
    "ids": {
        "status": lambda _book, outcome, _lang: VERDICTS[outcome.verdict][0],
        "why": lambda _book, outcome, _lang: VERDICTS[outcome.verdict][1],
        "provisional": lambda _book, outcome, _lang: outcome.provisional,
        "reason": lambda book, outcome, _lang: reason_id(book, outcome),
        "missing": lambda _book, outcome, _lang: ";".join(outcome.missing),
        "open": _open_ids,
        "priority": _priority_ids,
    },
}
#: What a list says briefly, without what a case lacks or is still open.
_BRIEFLY = ("status", "why", "provisional", "reason")
CELLS["grants"] = {"lacking": _lacking, "grant": _grant}
CELLS["changes"] = {key: CELLS["ids"][key] for key in ("provisional", "reason")} | {"granted": _granted}
CELLS["brief"] = {key: CELLS["ids"][key] for key in _BRIEFLY}


def choice_cell(book: Rulebook, outcomes: Iterable[CaseOutcome], lang: Language) -> str:
    """What a case takes of several programmes that are open to it."""
    eligible = {outcome.programme: outcome for outcome in outcomes if outcome.verdict == ELIGIBLE}

    def amount_of(programme: str) -> int | None:
        outcome = eligible[programme]
        return highest_amount(benefit_in(context_of(book, outcome), outcome)[0])

    days = {programme: day_of(book, outcome) for programme, outcome in eligible.items()}
    return "\n".join(choice_text(book, choice, lang) for choice in choices_among(book, days, amount_of))
