"""What a decision says beyond its judgment: the benefit, what is told, notes of law, papers to bring, priority.

Each is worked out when it is first asked for.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ancu.decision.model import Context, OptionOutcome, Status, outcome_of
from ancu.decision.reasons import figure_version_on, leaves, region_of, told, value_of, version_on
from ancu.inference import direct
from ancu.rulebook.checks import quoted
from ancu.rulebook.model import Option
from ancu.rulebook.types import MEASURES


class Details:
    """Gives the details of one decision by the names of its fields."""

    def __init__(self, context: Context, programme: str, as_of: date, status: Status) -> None:
        self.context, self.name, self.day, self.status = context, programme, as_of, status
        self.book, self.definition = context.book, context.book.programmes[programme]
        self.known: dict[str, list[Any]] = {}

    def __call__(self, field: str) -> list[Any]:
        """The value of ``field``; nothing is said of a programme that is not in force."""
        if field not in self.known:
            self.known[field] = [] if self.status == "not_in_force" else getattr(self, f"_{field}")()
        return self.known[field]

    def _told(self) -> list[str]:
        return told(self.context, self.day)

    def _options(self) -> list[OptionOutcome]:
        assert self.context.judgment is not None
        outcomes = []
        for key, option in self.definition.benefit.options.items():
            outcomes.append(
                OptionOutcome(
                    option=key,
                    outcome=outcome_of(self.context.judgment.options[key]),
                    kind=option.kind,
                    amount=self._amount(option),
                    months=value_of(self.context, option.months) if option.months else None,
                )
            )
        return outcomes

    def _amount(self, option: Option) -> int | None:
        """The amount in its kind's own unit; a part of a đồng is left out."""
        amount = value_of(self.context, option.amount) if option.amount else None
        if amount is None or option.amount is None:
            return None
        unit = MEASURES["percent" if option.kind == "percent" else "money"]
        return int(amount // 10 ** (self.book.types[option.amount].scale - unit.scale))

    def _chosen(self) -> list[str]:
        if self.status != "eligible":
            return []
        open_options = [option for option in self("options") if option.outcome == "met"]
        if self.definition.benefit.choose == "applicant" or len(open_options) < 2:
            return [option.option for option in open_options]
        best = max(open_options, key=lambda option: (option.amount or 0) * (option.months or 1))
        return [best.option]

    def _notes(self) -> list[str]:
        """The names whose notes of law belong here: the conditions told, the figures they read, the amounts granted."""
        context, judgment = self.context, self.context.judgment
        region = region_of(context, self.name)
        found: dict[str, None] = {}
        read: list[str] = []
        assert context.program is not None
        assert judgment is not None
        top = (name for name in context.program.top if name in judgment.grounds)
        for name in (*top, *self("told"), *judgment.unset):
            if name in self.book.conditions:
                version = version_on(self.book, name, context.law_date)
                if version is not None and version.note:
                    found.setdefault(name)
                if not self.book.compound[name]:
                    read.extend((*leaves(context, name)[1], *sorted(quoted(self.book, name))))
        options = self.definition.benefit.options
        read.extend(
            figure for key in self("chosen") if (amount := options[key].amount) for figure in leaves(context, amount)[1]
        )
        for figure in read:
            if figure in self.book.parameters:
                figure_version = figure_version_on(self.book, figure, context.law_date, region)
                if figure_version is not None and figure_version.note:
                    found.setdefault(figure)
        if self.definition.note:
            found.setdefault(self.name)
        return list(found)

    def _documents(self) -> list[str]:
        """The facts to be proven: those stated or still missing that the grounds read and that have evidence named."""
        if self.status == "ineligible":
            return []
        judgment = self.context.judgment
        assert judgment is not None
        wanted = self.context.record.keys() | set(judgment.missing)
        found: dict[str, None] = {}
        for name in judgment.grounds:
            if name in self.book.conditions and not self.book.compound[name]:
                for fact in leaves(self.context, name)[0]:
                    if fact in wanted and self.book.facts[fact].evidence:
                        found.setdefault(fact)
        return list(found)

    def _papers(self) -> list[str]:
        """The documents in use on the day that prove the facts ``documents``, those for other people left out."""
        if self.status == "ineligible":
            return []
        assert self.context.program is not None
        assert self.context.judgment is not None
        evidence = self.context.program.evidence
        assert evidence is not None
        facts = evidence.prepare(self.context.record, self.day)
        values = direct.run(evidence, facts, self.context.judgment.values)
        found: dict[str, None] = {}
        proofs = (paper for fact in self("documents") for paper in self.book.facts[fact].evidence)
        for paper in (*self.definition.papers, *proofs):
            when = evidence.papers[paper]
            bring = when is None or direct.closure_of(evidence, when)(facts, values) is not False
            if bring and self.book.documents[paper].on(self.day) is not None:
                found.setdefault(paper)
        return list(found)

    def _priority(self) -> list[str]:
        """The grounds of priority that are met."""
        if self.status == "ineligible":
            return []
        assert self.context.judgment is not None
        return [name for name in self.definition.priority if self.context.judgment.values[name] is True]
