"""What a decision says beyond its judgment: the benefit, what is told, notes of law, papers to bring, priority."""

from __future__ import annotations

from typing import Any

from ancu.decision.benefits import chosen_of, options_of
from ancu.decision.model import Decision
from ancu.decision.notes import notes_of
from ancu.decision.reasons import leaves, told
from ancu.inference import direct


def work_out(decision: Decision, field: str) -> list[Any]:
    """The value of ``field``, one of :data:`~ancu.decision.model.DETAILS`."""
    if decision.status == "not_in_force" or (decision.status == "ineligible" and field in _TO_BRING):
        return []
    match field:
        case "options":
            return list(options_of(decision.context, decision.programme))
        case "chosen":
            eligible = decision.status == "eligible"
            return chosen_of(decision.context.book, decision.programme, decision.options) if eligible else []
        case "told":
            return told(decision.context, decision.as_of)
        case "notes":
            return notes_of(decision, _noted(decision))
        case "documents":
            return _documents(decision)
        case "papers":
            return _papers(decision)
        case "priority":
            return _priority(decision)
    raise AttributeError(field)


#: What nobody needs who is refused.
_TO_BRING = ("documents", "papers", "priority")


def _noted(decision: Decision) -> list[str]:
    """The conditions whose notes belong to a decision: those at the top that carry it, and those told."""
    program = decision.context.program
    assert program is not None
    return [*(name for name in program.top if name in decision.grounds), *decision.told]


def _documents(decision: Decision) -> list[str]:
    """The facts to be proven: those stated or still missing that the grounds read and that have evidence named."""
    context, book = decision.context, decision.context.book
    assert context.judgment is not None
    wanted = context.record.keys() | set(context.judgment.missing)
    found: dict[str, None] = {}
    for name in context.judgment.grounds:
        if name in book.conditions and not book.compound[name]:
            for fact in leaves(context, name)[0]:
                if fact in wanted and book.facts[fact].evidence:
                    found.setdefault(fact)
    return list(found)


def _papers(decision: Decision) -> list[str]:
    """The documents in use on the day that prove the facts ``documents``, those for other people left out."""
    context, book = decision.context, decision.context.book
    assert context.program is not None
    assert context.judgment is not None
    evidence = context.program.evidence
    assert evidence is not None
    facts = evidence.prepare(context.record, decision.as_of)
    values = direct.run(evidence, facts, context.judgment.values)
    found: dict[str, None] = {}
    proofs = (paper for fact in decision.documents for paper in book.facts[fact].evidence)
    for paper in (*book.programmes[decision.programme].papers, *proofs):
        when = evidence.papers[paper]
        bring = when is None or direct.closure_of(evidence, when)(facts, values) is not False
        if bring and book.documents[paper].on(decision.as_of) is not None:
            found.setdefault(paper)
    return list(found)


def _priority(decision: Decision) -> list[str]:
    """The grounds of priority that are met."""
    context = decision.context
    assert context.judgment is not None
    ranks = context.book.programmes[decision.programme].priority
    return [name for name in ranks if context.judgment.values[name] is True]
