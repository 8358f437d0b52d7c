"""What a decision says beyond its judgment: the benefit, what is told, notes of law, papers to bring, priority."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ancu.decision.benefits import chosen_of, options_of
from ancu.decision.contract import OptionOutcome
from ancu.decision.fields import DecisionFields
from ancu.decision.law import leaves
from ancu.decision.notes import notes_of
from ancu.decision.told import told_of
from ancu.inference import direct


def work_out(decision: DecisionFields, field: str) -> list[Any]:
    """The value of ``field``, one of :data:`DETAILS`; empty where nothing was judged."""
    if decision.status == "not_in_force" or (decision.status == "ineligible" and field in _TO_BRING):
        return []
    return DETAILS[field](decision)


def _options(decision: DecisionFields) -> list[OptionOutcome]:
    assert decision.context.judgment is not None
    return options_of(decision.context, decision.context.judgment.options)


def _chosen(decision: DecisionFields) -> list[str]:
    if decision.status != "eligible":
        return []
    return chosen_of(decision.context.book, decision.programme, decision.options)


def _told(decision: DecisionFields) -> list[str]:
    return told_of(decision.context, decision.as_of)


def _notes(decision: DecisionFields) -> list[str]:
    """Those of the conditions at the top that carry the decision, of those told, and of what is not known."""
    program = decision.context.program
    assert program is not None
    carrying = [name for name in program.top if name in decision.grounds]
    return notes_of(decision.context, [*carrying, *decision.told, *decision.unset], decision.chosen)


def _documents(decision: DecisionFields) -> list[str]:
    """The facts to be proven: those stated or still missing that the grounds read and that have evidence named."""
    context, book = decision.context, decision.context.book
    assert context.judgment is not None
    wanted = context.record.keys() | set(context.judgment.missing)
    to_prove: dict[str, None] = {}
    for name in context.judgment.grounds:
        if name in book.conditions and not book.compound[name]:
            for fact in leaves(context, name)[0]:
                if fact in wanted and book.facts[fact].evidence:
                    to_prove.setdefault(fact)
    return list(to_prove)


def _papers(decision: DecisionFields) -> list[str]:
    """The documents in use on the day that prove the facts ``documents``, those for other people left out."""
    context, book = decision.context, decision.context.book
    assert context.program is not None
    evidence = context.program.evidence
    assert evidence is not None
    facts = evidence.prepare(context.record, decision.as_of)
    values = direct.run(evidence, facts, context.values)
    papers: dict[str, None] = {}
    proofs = (paper for fact in decision.documents for paper in book.facts[fact].evidence)
    for paper in (*book.programmes[decision.programme].papers, *proofs):
        when = evidence.papers[paper]
        bring = when is None or direct.closure_of(evidence, when)(facts, values) is not False
        if bring and book.documents[paper].on(decision.as_of) is not None:
            papers.setdefault(paper)
    return list(papers)


def _priority(decision: DecisionFields) -> list[str]:
    """The grounds of priority that are met."""
    context = decision.context
    ranks = context.book.programmes[decision.programme].priority
    return [name for name in ranks if context.values[name] is True]


#: The fields of a decision that are worked out when first asked for, and how.
DETAILS: Mapping[str, Callable[[DecisionFields], list[Any]]] = {
    "options": _options,
    "chosen": _chosen,
    "told": _told,
    "notes": _notes,
    "documents": _documents,
    "papers": _papers,
    "priority": _priority,
}
#: What nobody needs who is refused.
_TO_BRING = ("documents", "papers", "priority")
