"""Deciding one case: choose the programme's version, conclude, confirm with a second engine, issue the decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from ancu.decision.contract import Receipt, Status, Why
from ancu.decision.fields import Context
from ancu.decision.law import leaves
from ancu.decision.model import Decision
from ancu.decision.two_key import Engine, conclude, conclude_jointly
from ancu.errors import NotCoveredError, Problem, RecordError
from ancu.inference.joint import Joint, Shelf
from ancu.inference.judgment import Judgment
from ancu.inference.program import Program, program_on
from ancu.inference.schedule import has_own_date, law_date_of, possible_law_dates, verdict_by_day
from ancu.inference.verdicts import VERDICTS
from ancu.rulebook.model import Programme
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse, parse_date
from ancu.version import __version__


@dataclass(frozen=True)
class Record:
    """A case as the engines read it: facts as engine values, by id."""

    facts: Mapping[str, Any]
    case: str | None = None
    as_of: date | None = None


#: A case as callers have it: a record already read, a mapping as people write it, or a model (:func:`facts_model`).
Case = Record | Mapping[str, object] | BaseModel


def read_record(book: Rulebook, written: Mapping[str, object] | BaseModel | None = None, /, **facts: object) -> Record:
    """A record from what people write: keys are fact ids, labels or synonyms; values as :mod:`~ancu.rulebook.values`.

    A pydantic model counts for its fields that are not None; ``facts`` are further facts, by id. ``case`` and ``as_of``
    may stand among the keys. Raises :class:`RecordError` with every problem at once.
    """
    if isinstance(written, BaseModel):
        written = written.model_dump(exclude_none=True)
    given = {**(written or {}), **facts}
    naming = naming_of(book)
    problems: list[Problem] = []
    read: dict[str, Any] = {}
    case: str | None = None
    as_of: date | None = None
    for key, value in given.items():
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
            elif name in read:
                problems.append(Problem("fact_twice", {"name": key, "fact": name}))
            else:
                parsed = parse(book.facts[name], value)
                if parsed is not None:
                    read[name] = parsed
        except ValueProblem as problem:
            problems.append(Problem("fact_unfit", {"name": key, "value": value, "problem": problem.text}))
    if problems:
        raise RecordError(problems)
    return Record(read, case, as_of)


def record_of(book: Rulebook, case: Case) -> Record:
    """``case`` as a record."""
    return case if isinstance(case, Record) else read_record(book, case)


def decide(
    book: Rulebook, case: Case, programme: str, as_of: date | None = None, engine: Engine = "two_key"
) -> Decision:
    """Decide ``case`` under ``programme`` on the case's own as-of date, else ``as_of``, else today.

    ``two_key`` concludes by durable-rules and confirms by the direct engine where the former is installed, and raises
    :class:`IntegrityError` if they differ; ``direct`` is the direct engine alone, some six times as fast. Raises
    :class:`NotCoveredError` for a day before the rulebook's coverage, :class:`UnknownNameError` for a programme that
    does not exist, and :class:`RecordError` for facts that cannot be read.
    """
    record = record_of(book, case)
    definition = book.programme(programme)
    day = record.as_of or as_of or date.today()
    if day < definition.covered_from:
        values = {
            "programme": lambda lang: definition.title[lang or "vi"],
            "day": day,
            "start": definition.covered_from,
        }
        raise NotCoveredError(Problem("not_covered", values))
    return _Deciding(book, record, day, engine).decide(definition.programme)


def decide_all(
    book: Rulebook,
    case: Case,
    programmes: Iterable[str] | None = None,
    as_of: date | None = None,
    engine: Engine = "two_key",
) -> list[Decision]:
    """A decision for each of ``programmes`` (all by default) that the rulebook covers on the day.

    What programmes share is evaluated once; the decisions are those of :func:`decide`.
    """
    record = record_of(book, case)
    chosen = [book.programme(name).programme for name in programmes] if programmes else list(book.programmes)
    day = record.as_of or as_of or date.today()
    deciding = _Deciding(book, record, day, engine)
    covered = [name for name in chosen if day >= book.programmes[name].covered_from]
    joined = deciding.judge_jointly(covered)
    return [deciding.decide(name, joined.get(name)) for name in covered]


#: From how many programmes on they are judged as one.
JOIN_FROM = 4
Judged = tuple[Program, Judgment, bool]


def _joints_on(book: Rulebook, day: date) -> list[Joint]:
    """All programmes in force on ``day`` that its law governs, joined; nothing where that is not worth it."""
    programs = tuple(
        program_on(book, name, day)
        for name, definition in book.programmes.items()
        if verdict_by_day(definition, day) is None and not has_own_date(book, name)
    )
    shelf: Shelf = book.__dict__.setdefault("_joints", Shelf())
    return shelf.find(programs)


class _Deciding:
    """One record to be decided on one day."""

    def __init__(self, book: Rulebook, record: Record, day: date, engine: Engine) -> None:
        # A copy: the caller may change his record before he asks a decision for its reasons.
        self.book, self.case, self.facts = book, record.case, dict(record.facts)
        self.day, self.engine = day, engine

    def judge_jointly(self, names: list[str]) -> dict[str, Judged]:
        """The judgments of those of ``names`` that are better judged together."""
        judged: dict[str, Judged] = {}
        if len(names) < JOIN_FROM:
            return judged
        for joint in _joints_on(self.book, self.day):
            programs = [program for program in joint.programs if program.programme in names]
            if len(programs) < JOIN_FROM:
                continue
            facts = joint.program.prepare(self.facts, self.day)
            judgments, confirmed = conclude_jointly(joint, programs, facts, self.engine)
            judged |= {
                program.programme: (program, judgment, confirmed)
                for program, judgment in zip(programs, judgments, strict=True)
            }
        return judged

    def decide(self, name: str, judged: Judged | None = None) -> Decision:
        definition = self.book.programmes[name]
        if judged is None:
            verdict = verdict_by_day(definition, self.day)
            if verdict is not None:
                _, why = VERDICTS[verdict]
                return self._issue(name, "not_in_force", None, None, False, self.day, why)
            law_date = law_date_of(self.book, name, self.facts, self.day)
            if law_date is None:
                return self._undated(definition)
            judged = self._judge(name, law_date)
        else:
            law_date = self.day
        program, judgment, confirmed = judged
        territory = definition.territory
        if territory is not None and judgment.values[territory] is False:
            return self._issue(name, "not_in_force", program, judgment, confirmed, law_date, "other_region")
        status: Status = (
            "undetermined" if judgment.outcome is None else "eligible" if judgment.outcome else "ineligible"
        )
        return self._issue(name, status, program, judgment, confirmed, law_date)

    def _judge(self, name: str, law_date: date) -> Judged:
        program = program_on(self.book, name, law_date)
        judgment, confirmed = conclude(program, program.prepare(self.facts, self.day), self.engine)
        return program, judgment, confirmed

    def _undated(self, definition: Programme) -> Decision:
        """The governing date is unknown: settled only if every version it could choose agrees."""
        name, governed_by = definition.programme, definition.governed_by
        assert governed_by is not None
        days = possible_law_dates(self.book, name, self.day)
        judged = [self._judge(name, day) for day in days]
        program, judgment, confirmed = judged[-1]
        if all(other.outcome is judgment.outcome for _, other, _ in judged) and judgment.outcome is not None:
            status: Status = "eligible" if judgment.outcome else "ineligible"
            return self._issue(name, status, program, judgment, confirmed, days[-1])
        decision = self._issue(name, "undetermined", program, judgment, confirmed, days[-1])
        dating = [fact for fact in leaves(decision.context, governed_by)[0] if self.facts.get(fact) is None]
        open_grounds = list(judgment.grounds) if judgment.outcome is None else []
        update = {"missing": list(dict.fromkeys([*dating, *decision.missing])), "grounds": open_grounds}
        return decision.model_copy(update=update)

    def _issue(
        self,
        name: str,
        status: Status,
        program: Program | None,
        judgment: Judgment | None,
        confirmed: bool,
        law_date: date,
        why: Why | None = None,
    ) -> Decision:
        context = Context(
            book=self.book,
            programme=name,
            law_date=law_date,
            record=self.facts,
            values=judgment.values if judgment is not None else {},
            program=program,
            judgment=judgment,
        )
        receipt = Receipt(
            rulebook=self.book.digest,
            as_of=self.day,
            engine=__version__,
            concluded_by="rete" if confirmed else "direct",
            confirmed_by="direct" if confirmed else None,
        )
        return Decision.issue(
            context,
            case=self.case,
            programme=name,
            as_of=self.day,
            status=status,
            why=why,
            grounds=list(judgment.grounds) if judgment is not None else [],
            missing=list(judgment.missing) if judgment is not None else [],
            unset=list(judgment.unset) if judgment is not None else [],
            conflicts=list(judgment.conflicts) if judgment is not None else [],
            provisional=judgment is not None and judgment.provisional,
            caveats=list(judgment.caveats) if judgment is not None else [],
            receipt=receipt,
        )
