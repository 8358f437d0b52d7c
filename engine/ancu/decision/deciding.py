"""Deciding one case: choose the programme's version, conclude, confirm with a second engine, issue the decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import ancu
from ancu.decision.benefits import chosen_of, options_of
from ancu.decision.model import Context, Decision, Receipt, Status, Why
from ancu.decision.notes import notes_of
from ancu.decision.reasons import leaves, told
from ancu.errors import IntegrityError, NotCoveredError, Problem, RecordError
from ancu.inference import direct
from ancu.inference.judgment import Judgment, judge
from ancu.inference.program import Program, program_on
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
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

    def run_both(overrides: Mapping[str, Any]) -> Mapping[str, Any]:
        confirmed = run_direct(overrides)
        concluded = dict(network.run(facts, confirmed, overrides))
        expected = {node.name: confirmed[node.name] for node in program.conditions()}
        expected[""] = direct.closure_of(program, program.root)(facts, confirmed)
        for name, value in expected.items():
            if concluded.get(name, "none") is not value:
                raise IntegrityError(
                    Problem(
                        "engines_disagree",
                        {
                            "condition": name or program.programme,
                            "programme": program.programme,
                            "rete": concluded.get(name, "none"),
                            "direct": value,
                        },
                    )
                )
        return {**confirmed, **{node.name: concluded[node.name] for node in program.conditions()}}

    return judge(program, facts, run_both), True


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
        why: Why | None = None,
    ) -> Decision:
        context = Context(self.book, program, judgment, self.record.facts, law_date)
        options = options_of(context, self.name) if status != "not_in_force" else []
        receipt = Receipt(
            rulebook=self.book.digest,
            as_of=self.day,
            engine=ancu.__version__,
            concluded_by="rete" if confirmed else "direct",
            confirmed_by="direct" if confirmed else None,
        )
        chosen = chosen_of(self.book, self.name, options) if status == "eligible" else []
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
        added: dict[str, list[str]] = {"notes": notes_of(decision, self._noted(decision))}
        if status != "ineligible":
            added["documents"] = self._documents(context)
            added["papers"] = self._papers(context, added["documents"])
            added["priority"] = self._priority(context)
        return decision.model_copy(update=added).bind(context)

    @staticmethod
    def _noted(decision: Decision) -> list[str]:
        """The conditions whose notes belong to a decision: those at the top that carry it, and those told."""
        program = decision.context.program
        assert program is not None
        return [*(name for name in program.top if name in decision.grounds), *decision.told]

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
