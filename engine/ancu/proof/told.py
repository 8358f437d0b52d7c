"""A proof in words: what holds, what does not and on which record, what cannot decide and why, what is not proven."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ancu.decision.deciding import Record, decide
from ancu.decision.rendering import status_text
from ancu.errors import NotCoveredError
from ancu.handbook.wording import period_text
from ancu.messages import Language, lower_first, message
from ancu.proof.deciding_power import Idle, Reason
from ancu.proof.findings import Finding
from ancu.proof.proving import Outcome, ProvenProperty, RulebookProof
from ancu.proof.refuting import Counterexample
from ancu.proof.scenarios import programmes_of
from ancu.rulebook.calendar import Period
from ancu.rulebook.references import PLACEHOLDER
from ancu.rulebook.types import Type
from ancu.rulebook.values import day_text, format_value
from ancu.specs.measure.witness import value_text

_OUTCOMES: dict[Outcome, str] = {
    "proven": "proof_proven",
    "refuted": "proof_refuted",
    "given_up": "proof_given_up",
    "says_nothing": "proof_says_nothing",
}
_REASONS: dict[Reason, str] = {
    "never_met": "proof_never_met",
    "never_fails": "proof_never_fails",
    "never_known": "proof_never_known",
    "never_counts": "proof_never_counts",
    "given_up": "proof_finding_given_up",
}
_KINDS = {
    "nobody": "proof_nobody",
    "condition": "proof_condition",
    "option": "proof_option",
    "rank": "proof_rank",
}
_WORDS = re.compile(r"\w+")


class ProofTeller:
    """Tells ``proof`` in one language."""

    def __init__(self, proof: RulebookProof, lang: Language) -> None:
        self.proof, self.book, self.lang = proof, proof.book, lang

    def lines(self) -> Iterator[str]:
        """The whole proof, its parts apart by empty lines."""
        limits = message("proof_limits", self.lang).splitlines()
        parts = (self._properties(), *self._findings(), self._in_vain(), limits, self._summary())
        for i, part in enumerate(filter(None, map(list, parts))):
            yield from ([""] if i else [])
            yield from part

    # -- properties -------------------------------------------------------------------------------------------------

    def _properties(self) -> Iterator[str]:
        if not self.proof.properties:
            return
        yield message("proof_properties", self.lang)
        for one in self.proof.properties:
            yield "  " + self._outcome(one)
            if one.is_accepted_in_vain:
                yield "      " + message("proof_holds_now", self.lang)
            elif one.outcome != "proven" and one.stated.accepted is not None:
                yield "      " + message("proof_accepted", self.lang, reason=one.stated.accepted[self.lang])
            for example in one.counterexamples if one.is_open else one.counterexamples[-1:]:
                yield from (f"      {line}" for line in self._example(example))

    def _outcome(self, one: ProvenProperty) -> str:
        title = one.stated.title[self.lang]
        text = message(_OUTCOMES[one.outcome], self.lang, name=one.name, title=title)
        if one.stated.on is not None and one.stated.later is not None:
            days = (day_text(day, self.lang) for day in (one.stated.on, one.stated.later))
            return f"{text} [{' → '.join(days)}]"
        return text if not one.periods else f"{text} [{self._periods(one.periods)}]"

    def _example(self, example: Counterexample) -> Iterator[str]:
        record, changed = example.record, example.claim.change
        about = [self._about(example, name) for name in example.refutation.about]
        about = about or [example.claim.stated.title[self.lang]]
        yield message("proof_record", self.lang, day=day_text(example.day, self.lang), about="; ".join(about))
        for fact, value in record.items():
            text = value_text(self.book, fact, value, self.lang)
            if changed is not None and fact in changed.facts and example.second is not None:
                to = value_text(self.book, fact, example.second.get(fact), self.lang)
                text = message("proof_turns", self.lang, before=text, after=to)
            yield f"  {self.book.facts[fact].label[self.lang]}: {text}"
        stated = example.claim.stated
        if stated.keeps is not None and not example.refutation.about:
            kept = " / ".join(self._named_in(stated.keeps))
            yield f"  → {kept}: {message('proof_met_then_not', self.lang)}"
            return
        for programme in programmes_of(self.book, example):
            yield f"  → {self.book.programmes[programme].title[self.lang]}: {self._decided(example, programme)}"

    def _decided(self, example: Counterexample, programme: str) -> str:
        found = [(example.record, example.day)]
        if example.second is not None:
            found.append((example.second, example.day))
        elif example.later is not None:
            found.append((example.record, example.later))
        texts = []
        for record, day in found:
            try:
                decision = decide(self.book, Record(record), programme, day, "direct")
            except NotCoveredError:
                texts.append(message("status_not_covered", self.lang))
                continue
            granted = [self._option(programme, key) for key in decision.chosen] if decision.chosen else []
            status = status_text(decision, self.lang)
            texts.append(f"{status} ({'; '.join(granted)})" if granted and len(granted) > 1 else status)
        return " → ".join(texts)

    # -- what cannot decide -----------------------------------------------------------------------------------------

    def _findings(self) -> Iterator[Iterator[str]]:
        new = [finding for finding in self.proof.findings if finding.accepted is None]
        known = [finding for finding in self.proof.findings if finding.accepted is not None]
        for key, findings in (("proof_findings", new), ("proof_known_findings", known)):
            yield self._listed(key, findings)

    def _listed(self, key: str, findings: Sequence[Finding]) -> Iterator[str]:
        if findings:
            yield message(key, self.lang)
        for programme in self.proof.programmes:
            own = [finding for finding in findings if finding.idle.programme == programme]
            if own:
                yield f"  {self.book.programmes[programme].title[self.lang]} ({programme})"
                yield from self._found(own)

    def _found(self, findings: Sequence[Finding]) -> Iterator[str]:
        for finding in findings:
            yield f"    – {self._idle(finding.idle)} [{self._periods(finding.periods)}]"
            if finding.accepted is not None:
                yield "        " + message("proof_accepted", self.lang, reason=finding.accepted.reason[self.lang])

    def _idle(self, idle: Idle) -> str:
        if idle.kind == "nobody":
            what = message("proof_nobody", self.lang)
        else:
            called = self._option(idle.programme, idle.name) if idle.kind == "option" else self._called(idle.name)
            what = message(_KINDS[idle.kind], self.lang, title=called, name=idle.name)
            key = "proof_never_granted" if idle.kind == "option" else _REASONS[idle.reason]
            what = f"{what}: {message(key, self.lang)}"
        because = [self._because(name) for name in idle.because if name != idle.name]
        if idle.name in idle.because:
            because.insert(0, message("proof_text_unknown", self.lang))
        return what if not because else what + message("proof_because", self.lang, names="; ".join(because))

    def _because(self, name: str) -> str:
        if name in self.book.parameters:
            return message("proof_figure", self.lang, title=self._called(name))
        if name in self.book.implications:
            return message("proof_implication", self.lang, title=lower_first(self._called(name)))
        return f"“{self._called(name)}”"

    def _in_vain(self) -> Iterator[str]:
        if self.proof.accepted_in_vain:
            yield message("proof_in_vain", self.lang)
            yield from (f"  – {name}" for name in self.proof.accepted_in_vain)

    # -- words ------------------------------------------------------------------------------------------------------

    def _summary(self) -> Iterator[str]:
        proof, looked = self.proof, self.proof.looked
        if proof.programmes:
            yield message(
                "proof_summary_programmes",
                self.lang,
                programmes=len(proof.programmes),
                versions=looked.versions,
                conditions=self._number(looked.conditions),
                options=self._number(looked.options),
                ranks=self._number(looked.ranks),
                new=sum(finding.accepted is None for finding in proof.findings),
                known=sum(finding.accepted is not None for finding in proof.findings),
            )
        yield message(
            "proof_summary",
            self.lang,
            proven=sum(one.outcome == "proven" for one in proof.properties),
            properties=len(proof.properties),
            known=sum(one.outcome != "proven" and not one.is_open for one in proof.properties),
            refuted=len(proof.refuted),
            questions=self._number(proof.asked.questions),
            given_up=proof.asked.given_up,
        )

    def _number(self, number: int) -> str:
        return format_value(number, Type("number", ""), None, self.lang)

    def _called(self, name: str) -> str:
        return PLACEHOLDER.sub("…", self.book.title(name)[self.lang])

    def _about(self, example: Counterexample, name: str) -> str:
        """One of what a property is of: an option of bands, else the names in an expression."""
        bands = example.claim.stated.bands
        if bands is not None:
            return self._option(bands.programme, name)
        return " / ".join(self._named_in(name))

    def _named_in(self, expression: str) -> Iterator[str]:
        return (self._called(word) for word in _WORDS.findall(expression) if word in self.book.types)

    def _option(self, programme: str, key: str) -> str:
        return self.book.programmes[programme].benefit.options[key].title[self.lang]

    def _periods(self, periods: Sequence[Period]) -> str:
        return "; ".join(period_text(period, self.lang) for period in periods)
