"""What is told of a scenario beside its result: facts that nothing reads, and facts that contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ancu.decision.model import Decision
from ancu.decision.rendering import conflict_text
from ancu.inference.direct import closure_of
from ancu.messages import message
from ancu.rulebook.expressions import Expr
from ancu.rulebook.references import names_in
from ancu.specs.language.chosen import book, language
from ancu.specs.language.homonyms import facts_behind
from ancu.specs.language.ledger import Ledger, Said


@dataclass(frozen=True)
class Remark:
    """Something to know of a scenario, at a line of its file."""

    line: int
    text: str


def remarks_on(
    ledger: Ledger, decisions: Sequence[Decision], whole: Sequence[Decision], awaited: Collection[str]
) -> list[Remark]:
    """The remarks on a scenario that has stated what is in ``ledger``; contradictions that it awaits are none.

    Contradictions are looked for in the ``whole`` records alone, not in the rows of a table that change one fact each.
    """
    stated = ledger.stated
    found = [*_unread(stated, decisions), *_besides(ledger), *_contradictions(stated, whole, awaited)]
    return sorted(dict.fromkeys(found), key=lambda remark: remark.line)


def _unread(stated: Sequence[Said], decisions: Sequence[Decision]) -> Iterator[Remark]:
    """Words that state only facts that none of the programmes judged reads."""
    programmes = list(dict.fromkeys(decision.programme for decision in decisions))
    if not programmes:
        return
    read = frozenset().union(*(facts_behind(book(), programme) for programme in programmes))
    titles = message("spec_near_join", language()).join(f"“{book().title(name)[language()]}”" for name in programmes)
    told: set[frozenset[str]] = set()
    for said in stated:
        if read.isdisjoint(said.facts) and said.facts not in told:
            told.add(said.facts)
            labels = "; ".join(book().facts[name].label[language()] for name in book().facts if name in said.facts)
            text = message("spec_fact_unread", language(), said=said.text, labels=labels, programme=titles)
            yield Remark(said.place.line, text)


def _besides(ledger: Ledger) -> Iterator[Remark]:
    """Words that no fact holds."""
    for kind, said in ledger.asides:
        if not said.place.background:
            yield Remark(said.place.line, message(f"spec_aside_{kind}", language(), said=said.text))


def _contradictions(
    stated: Sequence[Said], decisions: Sequence[Decision], awaited: Collection[str]
) -> Iterator[Remark]:
    """Facts that cannot all be so, whatever the programmes judged make of them."""
    for decision in decisions:
        context = decision.context
        if context.program is None:
            continue
        record = context.record

        def holds(expr: Expr, program: Any = context.program, record: Mapping[str, Any] = record) -> bool:
            facts: Mapping[str, Any] = defaultdict(lambda: None, record)
            return closure_of(program, expr)(facts, facts) is True

        for own_id, following in book().implications.items():
            if context.law_date not in following.definition.period:
                continue
            wrong = {
                fact for fact, constant in following.then.items() if record.get(fact) not in (None, constant.value)
            }
            facts = {*names_in(following.when), *following.then}
            if own_id not in awaited and _both(stated, wrong, names_in(following.when)) and holds(following.when):
                text = message("spec_facts_conflict", language(), text=conflict_text(context, own_id, language()))
                yield Remark(_last_line(stated, facts), text)
        for fact, (applies, otherwise) in book().defaults.items():
            known = record.get(fact)
            if known is None or known == otherwise or fact in awaited:
                continue
            facts = {*names_in(applies)} & book().facts.keys()
            known_all = all(record.get(name) is not None for name in facts)
            if known_all and _both(stated, {fact}, facts) and not holds(applies):
                labels = "; ".join(book().facts[name].label[language()] for name in book().facts if name in facts)
                label = book().facts[fact].label[language()]
                yield Remark(
                    _last_line(stated, {fact, *facts}),
                    message("spec_fact_out_of_place", language(), label=label, labels=labels),
                )


def _both(stated: Sequence[Said], some: Collection[str], others: Iterable[str]) -> bool:
    """Whether the scenario itself states one of ``some`` and one of ``others``: a background may be said anew."""
    facts = frozenset().union(*(said.facts for said in stated))
    return not facts.isdisjoint(some) and not facts.isdisjoint(others)


def _last_line(stated: Sequence[Said], facts: Collection[str]) -> int:
    """The last line that states one of ``facts``; 0 where the background does."""
    return max((said.place.line for said in stated if not said.facts.isdisjoint(facts)), default=0)
