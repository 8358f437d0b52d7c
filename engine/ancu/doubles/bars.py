"""Which clause bars a case because of support had before: the programme's own conditions say so, and nothing here.

A kind of support states facts of the person who had it (``rules/earlier_support.yaml``). A household in which nothing
else is known is judged with these facts and without: the conditions that fail with them alone are the clauses that bar.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from ancu.decision.contract import Contract, Outcome
from ancu.decision.deciding import Record, decide
from ancu.decision.model import Decision
from ancu.doubles.columns import PROVINCE, support_of
from ancu.errors import Problem, RecordError
from ancu.household.members import Household, Member
from ancu.rulebook.member_names import APPLICANT, RELATION
from ancu.rulebook.references import names_in
from ancu.rulebook.rulebook import Rulebook

#: What support had before does to a case: it is barred; one way to be entitled is closed and another still open; an
#: officer must find out something first; nothing.
Effect = Literal["bars", "bars_in_part", "asks", "no_bar"]
#: What an officer must find out.
Asked = Literal["likeness", "number_of_another", "province", "kind", "case", "house", "unlawful_together"]


class SupportClause(Contract):
    """A condition of a programme that asks about support had before, how it came out, and where it stands in law."""

    condition: str
    outcome: Outcome
    basis: list[str]


class SupportEffect(Contract):
    """What support had before does to a case, and by which clauses; ``asked``: what must be found out first."""

    effect: Effect
    clauses: list[SupportClause] = []
    asked: list[Asked] = []

    def asking(self, what: Asked) -> SupportEffect:
        """The same, once ``what`` has been found out."""
        return SupportEffect(effect="asks", clauses=self.clauses, asked=[*dict.fromkeys((*self.asked, what))])


class EarlierSupportLaw:
    """What one programme makes, on one day, of each kind of support had before."""

    def __init__(self, book: Rulebook, programme: str, day: date) -> None:
        self.book, self.day = book, day
        self.programme = book.programme(programme).programme
        self.support = support_of(book)
        self._found: dict[tuple[Any, ...], SupportEffect] = {}
        if not book.programmes[self.programme].in_force_on(day):
            title = book.programmes[self.programme].title
            values = {"programme": lambda lang: title[lang or "vi"], "day": day.isoformat()}
            raise RecordError(Problem("doubles_not_in_force", values))
        self._without: dict[str, Decision] = {}

    def effect(
        self, kind: str | None, relation: str | None, on: date | None, province: str | None, project: str | None
    ) -> SupportEffect:
        """What support of ``kind``, had ``on`` a day in ``province`` by somebody of the household, does to its case.

        ``project`` is the province of the project.
        """
        if kind is None:
            return SupportEffect(effect="asks", asked=["kind"])
        who = relation or APPLICANT
        where = self._where(province, project)
        key = (kind, who, on if on is None or on > self.day else date.min, where)
        if key not in self._found:
            self._found[key] = self._work_out(kind, who, on, where)
        return self._found[key]

    def _where(self, province: str | None, project: str | None) -> Literal["here", "elsewhere", "unsure"]:
        """Whether support was had in the project's province; of one merged since nobody can be sure."""
        if province is None or project is None:
            return "unsure"
        if province == project:
            return "here"
        values = self.book.facts[PROVINCE].values
        related = {values[one].now for one in (province, project) if one in values} - {None}
        return "unsure" if related & {province, project} else "elsewhere"

    def _work_out(self, kind: str, relation: str, on: date | None, where: str) -> SupportEffect:
        had = self.support.kinds[kind]
        facts = dict(had.facts)
        if had.on is not None and on is not None:
            facts[had.on] = on.toordinal()
        decision, without = self._decide(relation, facts), self._with_nothing(relation)
        failed = [name for name in self._leaves(decision) if self._fails(decision, name)]
        failed = [name for name in failed if not self._fails(without, name)]
        scoped = [name for name in failed if self._within_province(name)]
        clauses = [self._clause(name, "not_met") for name in failed]
        if not failed:
            return SupportEffect(effect="no_bar", clauses=[self._clause(name, "unknown") for name in self._asking()])
        whole = decision.status == "ineligible" and not decision.provisional
        if where == "here" or not scoped:
            return SupportEffect(effect="bars" if whole else "bars_in_part", clauses=clauses)
        # What fails wherever it was had is left.
        firm = [clause for clause in clauses if clause.condition not in scoped]
        if where == "unsure":
            return SupportEffect(effect="bars_in_part" if firm else "asks", clauses=clauses, asked=["province"])
        open_ = [self._clause(name, "unknown") for name in scoped]
        return SupportEffect(effect="bars_in_part" if firm else "no_bar", clauses=[*firm, *open_])

    def _with_nothing(self, relation: str) -> Decision:
        """The decision where somebody of this relation has had no support that is known."""
        if relation not in self._without:
            self._without[relation] = self._decide(relation, {})
        return self._without[relation]

    def _decide(self, relation: str, facts: dict[str, Any]) -> Decision:
        members = [Member({RELATION: APPLICANT, **(facts if relation == APPLICANT else {})}, 1)]
        if relation != APPLICANT:
            members.append(Member({RELATION: relation, **facts}, 2))
        record = Record({}, household=Household(tuple(members)))
        return decide(self.book, record, self.programme, self.day, engine="direct")

    def _leaves(self, decision: Decision) -> list[str]:
        """The conditions of the programme that compare facts themselves."""
        conditions, compound = self.book.conditions, self.book.compound
        return [name for name in decision.context.values if name in conditions and not compound[name]]

    @staticmethod
    def _fails(decision: Decision, condition: str) -> bool:
        return decision.context.values.get(condition) is False

    def _within_province(self, condition: str) -> bool:
        tree = next((tree for tree in self.book.trees[condition] if self.day in tree.period), None)
        return tree is not None and bool(self.support.within_province & set(names_in(tree.expr)))

    def _asking(self) -> list[str]:
        """The conditions of the programme that fail of some kind of support: what the law does ask about."""
        found: dict[str, None] = {}
        without = self._with_nothing(APPLICANT)
        for had in self.support.kinds.values():
            decision = self._decide(APPLICANT, dict(had.facts))
            fails = (name for name in self._leaves(decision) if self._fails(decision, name))
            found |= dict.fromkeys(name for name in fails if not self._fails(without, name))
        return list(found)

    def _clause(self, condition: str, outcome: Outcome) -> SupportClause:
        rule = self.book.conditions[condition]
        version = next((one for one in rule.dated if self.day in one.period), None)
        basis = [] if version is None else version.cited_in.get(self.programme, version.basis)
        return SupportClause(condition=condition, outcome=outcome, basis=list(basis))


def one_of_several(book: Rulebook, kinds: tuple[str | None, str | None], day: date) -> SupportEffect:
    """What the law says of two grants at once: the preference that lets one household have but one of them."""
    support = support_of(book)
    granted = [set(support.kinds[kind].programmes) if kind is not None else set[str]() for kind in kinds]
    clauses = [
        SupportClause(condition=name, outcome="not_met", basis=list(preference.basis))
        for name, preference in book.preferences.items()
        if day in preference.period and all(programmes & set(preference.among) for programmes in granted)
    ]
    return SupportEffect(effect="asks", clauses=clauses, asked=["unlawful_together"])
