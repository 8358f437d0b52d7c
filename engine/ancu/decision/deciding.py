"""Deciding one case: choose the programme's version, conclude, confirm with a second engine, issue the decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import ancu
from ancu.decision.model import Context, Decision, OptionOutcome, Receipt, Status, outcome_of
from ancu.decision.reasons import figure_version_on, leaves, region_of, told, value_of, version_on
from ancu.errors import IntegrityError, NotCoveredError, Problem, RecordError
from ancu.inference import direct
from ancu.inference.judgment import Judgment, judge
from ancu.inference.program import Program, program_on
from ancu.rulebook.checks import quoted
from ancu.rulebook.expressions import Expr
from ancu.rulebook.model import Option
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import MEASURES
from ancu.rulebook.values import ValueProblem, parse, parse_date

Engine = Literal["two_key", "direct"]


@dataclass(frozen=True)
class Record:
    """A case as the engines read it: facts as engine values, by id."""

    facts: Mapping[str, Any]
    case: str | None = None
    as_of: date | None = None


def read_record(book: Rulebook, written: Mapping[str, object]) -> Record:
    """A record from what people write: keys are fact ids, labels or synonyms; values as :mod:`~ancu.rulebook.values`.

    ``case`` and ``as_of`` may stand among the keys. Raises :class:`RecordError` with every problem at once.
    """
    naming = naming_of(book)
    problems: list[Problem] = []
    facts: dict[str, Any] = {}
    case: str | None = None
    as_of: date | None = None
    for key, value in written.items():
        name = naming.find(str(key))
        try:
            if name is None:
                near = naming.near(str(key))
                kind = "fact_unknown_near" if near else "fact_unknown"
                problems.append(Problem(kind, {"name": key, "near": near}))
            elif name == CASE:
                case = None if value is None else str(value)
            elif name == AS_OF:
                as_of = parse_date(value) if value not in (None, "") else None
            elif name in facts:
                problems.append(Problem("fact_twice", {"name": key, "fact": name}))
            else:
                parsed = parse(book.facts[name], value)
                if parsed is not None:
                    facts[name] = parsed
        except ValueProblem as problem:
            problems.append(Problem("fact_unfit", {"name": key, "value": value, "problem": problem.text}))
    if problems:
        raise RecordError(problems)
    return Record(facts, case, as_of)


def decide(
    book: Rulebook, record: Record, programme: str, as_of: date | None = None, engine: Engine = "two_key"
) -> Decision:
    """Decide ``record`` under ``programme`` on the record's own as-of date, else ``as_of``, else today.

    ``two_key`` concludes by durable-rules and confirms by the direct engine where the former is installed, and raises
    :class:`IntegrityError` if they differ. Raises :class:`NotCoveredError` for a day before the rulebook's coverage.
    """
    definition = book.programme(programme)
    day = record.as_of or as_of or date.today()
    if day < definition.covered_from:
        values = {
            "programme": lambda lang: definition.title[lang or "vi"],
            "day": day,
            "start": definition.covered_from,
        }
        raise NotCoveredError(Problem("not_covered", values))
    return _Decider(book, record, definition.programme, day, engine).decide()


def decide_all(
    book: Rulebook,
    record: Record,
    programmes: Iterable[str] | None = None,
    as_of: date | None = None,
    engine: Engine = "two_key",
) -> list[Decision]:
    """A decision for each of ``programmes`` (all by default) that the rulebook covers on the day."""
    chosen = [book.programme(name).programme for name in programmes] if programmes else list(book.programmes)
    day = record.as_of or as_of or date.today()
    return [decide(book, record, name, as_of, engine) for name in chosen if day >= book.programmes[name].covered_from]


def conclude(program: Program, facts: Mapping[str, Any], engine: Engine) -> tuple[Judgment, bool]:
    """The judgment of prepared ``facts`` and whether two engines agreed on it."""
    from ancu.inference import rete

    def run_direct(overrides: Mapping[str, Any]) -> Mapping[str, Any]:
        return direct.run(program, facts, overrides)

    if engine == "direct" or not rete.AVAILABLE:
        return judge(program, facts, run_direct), False

    network = rete.engine_of(program)
    memory: rete.Memory = {}

    def run_both(overrides: Mapping[str, Any]) -> Mapping[str, Any]:
        confirmed = run_direct(overrides)
        concluded = network.run(facts, confirmed, overrides, memory)
        _compare(program, {"": program.root}, facts, confirmed, concluded)
        return confirmed

    return judge(program, facts, run_both), True


def _compare(
    program: Program,
    roots: Mapping[str, Expr],
    facts: Mapping[str, Any],
    confirmed: Mapping[str, Any],
    concluded: Mapping[str, Any],
) -> None:
    """:class:`IntegrityError` unless both engines came to the same for every condition and root."""
    expected = {node.name: confirmed[node.name] for node in program.conditions()}
    expected |= {name: direct.closure_of(program, root)(facts, confirmed) for name, root in roots.items()}
    for name, value in expected.items():
        if concluded.get(name, "none") is not value:
            values = {
                "condition": name or program.programme,
                "programme": program.programme,
                "rete": concluded.get(name, "none"),
                "direct": value,
            }
            raise IntegrityError(Problem("engines_disagree", values))


class _Decider:
    def __init__(self, book: Rulebook, record: Record, programme: str, day: date, engine: Engine) -> None:
        self.book, self.record, self.day, self.engine = book, record, day, engine
        self.name, self.definition = programme, book.programmes[programme]

    def decide(self) -> Decision:
        why = self._closed()
        if why is not None:
            return self._issue("not_in_force", None, None, False, self.day, why)
        law_date = self._law_date()
        if law_date is None:
            return self._undated()
        program, judgment, confirmed = self._judge(law_date)
        territory = self.definition.territory
        if territory is not None and judgment.values[territory] is False:
            return self._issue("not_in_force", program, judgment, confirmed, law_date, "other_region")
        status: Status = (
            "undetermined" if judgment.outcome is None else "eligible" if judgment.outcome else "ineligible"
        )
        return self._issue(status, program, judgment, confirmed, law_date)

    def _judge(self, law_date: date) -> tuple[Program, Judgment, bool]:
        program = program_on(self.book, self.name, law_date)
        judgment, confirmed = conclude(program, program.prepare(self.record.facts, self.day), self.engine)
        return program, judgment, confirmed

    def _closed(self) -> Literal["not_yet", "closed"] | None:
        periods = [opening.period for opening in self.definition.periods]
        if any(self.day in period for period in periods):
            return None
        return "not_yet" if self.day < min(period.start for period in periods) else "closed"

    def _law_date(self) -> date | None:
        """The date whose law governs: the as-of date, or the date that the programme names; None if that is unknown."""
        governed_by = self.definition.governed_by
        if governed_by is None:
            return self.day
        program = program_on(self.book, self.name, self.day)
        facts = program.prepare(self.record.facts, self.day)
        values = direct.run(program, facts)
        ordinal: Any = values[governed_by] if governed_by in values else facts.get(governed_by)
        return None if ordinal is None else max(date.fromordinal(ordinal), self.definition.covered_from)

    def _undated(self) -> Decision:
        """The governing date is unknown: settled only if every version it could choose agrees."""
        starts = [s for s in self.book.epochs.starts if self.definition.covered_from < s <= self.day]
        days = [self.definition.covered_from, *starts]
        judged = [self._judge(day) for day in days]
        program, judgment, confirmed = judged[-1]
        if all(other.outcome is judgment.outcome for _, other, _ in judged) and judgment.outcome is not None:
            status: Status = "eligible" if judgment.outcome else "ineligible"
            return self._issue(status, program, judgment, confirmed, days[-1])
        decision = self._issue("undetermined", program, judgment, confirmed, days[-1])
        governed_by = self.definition.governed_by
        assert governed_by is not None
        context = decision.context
        missing = [fact for fact in leaves(context, governed_by)[0] if self.record.facts.get(fact) is None]
        open_grounds = list(judgment.grounds) if judgment.outcome is None else []
        update = {"missing": list(dict.fromkeys([*missing, *decision.missing])), "grounds": open_grounds}
        return decision.model_copy(update=update).bind(context)

    def _issue(
        self,
        status: Status,
        program: Program | None,
        judgment: Judgment | None,
        confirmed: bool,
        law_date: date,
        why: Literal["not_yet", "closed", "other_region"] | None = None,
    ) -> Decision:
        context = Context(self.book, program, judgment, self.record.facts, law_date)
        options = self._options(context) if status != "not_in_force" else []
        receipt = Receipt(
            rulebook=self.book.digest,
            as_of=self.day,
            engine=ancu.__version__,
            concluded_by="rete" if confirmed else "direct",
            confirmed_by="direct" if confirmed else None,
        )
        chosen = self._choose(options) if status == "eligible" else []
        decision = Decision(
            case=self.record.case,
            programme=self.name,
            as_of=self.day,
            status=status,
            why=why,
            options=options,
            chosen=chosen,
            grounds=list(judgment.grounds) if judgment is not None else [],
            told=told(context, self.day) if status != "not_in_force" else [],
            missing=list(judgment.missing) if judgment is not None else [],
            unset=list(judgment.unset) if judgment is not None else [],
            conflicts=list(judgment.conflicts) if judgment is not None else [],
            provisional=judgment is not None and judgment.provisional,
            caveats=list(judgment.caveats) if judgment is not None else [],
            receipt=receipt,
        ).bind(context)
        if status == "not_in_force":
            return decision
        added: dict[str, list[str]] = {"notes": self._notes(decision)}
        if status != "ineligible":
            added["documents"] = self._documents(context)
            added["papers"] = self._papers(context, added["documents"])
            added["priority"] = self._priority(context)
        return decision.model_copy(update=added).bind(context)

    def _options(self, context: Context) -> list[OptionOutcome]:
        assert context.judgment is not None
        outcomes = []
        for key, option in self.definition.benefit.options.items():
            outcomes.append(
                OptionOutcome(
                    option=key,
                    outcome=outcome_of(context.judgment.options[key]),
                    kind=option.kind,
                    amount=self._amount(context, option),
                    months=value_of(context, option.months) if option.months else None,
                )
            )
        return outcomes

    def _amount(self, context: Context, option: Option) -> int | None:
        """The amount in its kind's own unit; a part of a đồng is left out."""
        amount = value_of(context, option.amount) if option.amount else None
        if amount is None or option.amount is None:
            return None
        unit = MEASURES["percent" if option.kind == "percent" else "money"]
        return int(amount // 10 ** (self.book.types[option.amount].scale - unit.scale))

    def _choose(self, options: list[OptionOutcome]) -> list[str]:
        open_options = [option for option in options if option.outcome == "met"]
        if self.definition.benefit.choose == "applicant" or len(open_options) < 2:
            return [option.option for option in open_options]
        best = max(open_options, key=lambda option: (option.amount or 0) * (option.months or 1))
        return [best.option]

    def _notes(self, decision: Decision) -> list[str]:
        """The names whose notes of law belong here: the conditions told, the figures they read, the amounts granted."""
        context = decision.context
        region = region_of(context, self.name)
        found: dict[str, None] = {}
        read: list[str] = []
        assert context.program is not None
        for name in (*(n for n in context.program.top if n in decision.grounds), *decision.told, *decision.unset):
            if name in self.book.conditions:
                version = version_on(self.book, name, context.law_date)
                if version is not None and version.note:
                    found.setdefault(name)
                if not self.book.compound[name]:
                    read.extend((*leaves(context, name)[1], *sorted(quoted(self.book, name))))
        options = self.definition.benefit.options
        read.extend(
            figure
            for key in decision.chosen
            if (amount := options[key].amount)
            for figure in leaves(context, amount)[1]
        )
        for figure in read:
            if figure in self.book.parameters:
                figure_version = figure_version_on(self.book, figure, context.law_date, region)
                if figure_version is not None and figure_version.note:
                    found.setdefault(figure)
        if self.definition.note:
            found.setdefault(self.name)
        return list(found)

    def _documents(self, context: Context) -> list[str]:
        """The facts to be proven: those stated or still missing that the grounds read and that have evidence named."""
        assert context.judgment is not None
        wanted = self.record.facts.keys() | set(context.judgment.missing)
        found: dict[str, None] = {}
        for name in context.judgment.grounds:
            if name in self.book.conditions and not self.book.compound[name]:
                for fact in leaves(context, name)[0]:
                    if fact in wanted and self.book.facts[fact].evidence:
                        found.setdefault(fact)
        return list(found)

    def _papers(self, context: Context, documents: list[str]) -> list[str]:
        """The documents in use on the day that prove the facts ``documents``, those for other people left out."""
        assert context.program is not None
        evidence = context.program.evidence
        assert evidence is not None
        facts = evidence.prepare(self.record.facts, self.day)
        assert context.judgment is not None
        values = direct.run(evidence, facts, context.judgment.values)
        found: dict[str, None] = {}
        proofs = (paper for fact in documents for paper in self.book.facts[fact].evidence)
        for paper in (*self.definition.papers, *proofs):
            when = evidence.papers[paper]
            bring = when is None or direct.closure_of(evidence, when)(facts, values) is not False
            if bring and self.book.documents[paper].on(self.day) is not None:
                found.setdefault(paper)
        return list(found)

    def _priority(self, context: Context) -> list[str]:
        assert context.judgment is not None
        return [name for name in self.definition.priority if context.judgment.values[name] is True]
