"""The tools, in two scopes: anybody may screen, which stores nothing; an officer, with a key, may also determine."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from ancu.assistant import answers, inputs
from ancu.assistant.answers import AssistantAnswer, answer_id, notice
from ancu.assistant.faults import CallError, fault, refusal
from ancu.decision.model import Decision
from ancu.decision.next_questions import next_questions
from ancu.errors import AncuError, Problem
from ancu.household.members import COMPLETE, MEMBERS, RECORDED_ON
from ancu.household.reading import person_facts_read
from ancu.likeness import nearest
from ancu.messages import Language
from ancu.rulebook.references import facts_read
from ancu.service.case import RequestedCase, choices_between, day_of, decisions_on
from ancu.service.core import Core
from ancu.service.descriptions import fact_out, programmes_out, rule_out
from ancu.service.guard import log
from ancu.service.people import question_out
from ancu.service.problems import HttpError
from ancu.service.records import read
from ancu.service.schemas import NotCovered

#: The tool of officers.
DETERMINE = "determine"
Work = Callable[[Mapping[str, Any], Language], Awaitable[AssistantAnswer]]


@dataclass(frozen=True)
class AssistantTool:
    """A tool: its name, what it takes and answers, and its work. ``stores``: it may write to the decision log."""

    name: str
    takes: inputs.Schema
    answers: type[AssistantAnswer]
    work: Work
    stores: bool = False

    def output_schema(self) -> inputs.Schema:
        """JSON Schema of its answer."""
        return self.answers.model_json_schema(mode="serialization", by_alias=True)


class Assistant:
    """The tools over a rulebook, in ``lang`` unless a call asks otherwise.

    ``officer``: the name of the key that was admitted; None: anybody, for whom the officer's tool does not exist and
    nothing is stored, whatever ``core`` would keep.
    """

    def __init__(self, core: Core, lang: Language, officer: str | None = None) -> None:
        self.core, self.book, self.lang, self.officer = core, core.book, lang, officer
        case = inputs.case_schema(self.book)
        tools = [
            AssistantTool("programmes", inputs.catalogue_schema(), answers.CatalogueAnswer, self._programmes),
            AssistantTool("facts", inputs.facts_schema(self.book), answers.VocabularyAnswer, self._facts),
            AssistantTool("screen", case, answers.CaseScreening, self._screen),
            AssistantTool("explain", inputs.id_schema(), answers.ExplainedTerm, self._explain),
        ]
        if officer is not None:
            work = partial(self._determine, officer)
            tools.append(AssistantTool(DETERMINE, case, answers.CaseDetermination, work, stores=True))
        self.tools = {tool.name: tool for tool in tools}
        self._checkers = {tool.name: inputs.Checker(self.book, tool.takes) for tool in tools}

    async def call(self, name: str, arguments: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
        """The answer of the tool ``name``, and whether it is a refusal; never raises for what was sent."""
        asked = arguments.get("lang")
        lang: Language = asked if asked == "vi" or asked == "en" else self.lang
        try:
            tool = self._tool(name, lang)
            self._checkers[name].check(arguments, lang)
            answer = await tool.work(inputs.exact(arguments), lang)
            return answer.model_dump(mode="json", by_alias=True), False
        except AncuError as error:
            return refusal(self.book, error, lang).model_dump(mode="json"), True
        except Exception as error:
            # What it said may hold what was sent.
            log.error("tool=%s failed %s", name if name in self.tools else "?", type(error).__name__)
            failed = HttpError(500, "internal", Problem("http_internal"))
            return refusal(self.book, failed, lang).model_dump(mode="json"), True

    def _tool(self, name: str, lang: Language) -> AssistantTool:
        if name in self.tools:
            return self.tools[name]
        code = "needs_key" if name == DETERMINE else "unknown_tool"
        raise CallError([fault(code, "", lang, "; ".join(self.tools))])

    def _said(self, lang: Language, kind: str, **asked: Any) -> dict[str, Any]:
        """What every answer that is about the law alone says of itself."""
        said = notice("catalogue", lang)
        return {"notice": said, "id": answer_id(self.book, kind, **asked), "rulebook": self.book.digest}

    async def _programmes(self, asked: Mapping[str, Any], lang: Language) -> AssistantAnswer:
        day = day_of(asked.get("as_of"))
        found = programmes_out(self.book, day, lang).programmes
        said = self._said(lang, "programmes", day=day.isoformat())
        return answers.CatalogueAnswer(**said, as_of=day, programmes=found)

    async def _facts(self, asked: Mapping[str, Any], lang: Language) -> AssistantAnswer:
        book, programmes = self.book, asked["programmes"]
        names = facts_read(book, programmes)
        people = book.people if asked.get("of_members") else None
        return answers.VocabularyAnswer(
            **self._said(lang, "facts", programmes=sorted(programmes), members=people is not None),
            facts=[answers.asked_fact(book, name, lang) for name in names],
            person_facts=[answers.asked_fact(people.person, name, lang) for name in person_facts_read(book, names)]
            if people is not None
            else [],
        )

    async def _explain(self, asked: Mapping[str, Any], lang: Language) -> AssistantAnswer:
        book, name = self.book, asked["id"]
        said = self._said(lang, "explain", of=name)
        if name in book.facts:
            return answers.ExplainedTerm(**said, rule=None, fact=fact_out(book, name, lang))
        known = [*book.programmes, *book.conditions, *book.quantities, *book.parameters]
        if name not in known:
            near = nearest(name, [*known, *book.facts])
            raise CallError([fault("unknown_id", "/id", lang, near)])
        return answers.ExplainedTerm(**said, rule=rule_out(book, name, lang), fact=None)

    async def _screen(self, asked: Mapping[str, Any], lang: Language) -> AssistantAnswer:
        def work() -> AssistantAnswer:
            case = self._case(asked, lang)
            decisions, uncovered = decisions_on(self.book, case)
            found = [answers.ScreenedProgramme(**answers.screened(self.book, one, lang)) for one in decisions]
            said = self._said_of(case, decisions, uncovered, lang)
            return answers.CaseScreening(**said, notice=notice("screening", lang), programmes=found)

        return await self.core.judge(work)

    async def _determine(self, officer: str, asked: Mapping[str, Any], lang: Language) -> AssistantAnswer:
        def work() -> AssistantAnswer:
            case = self._case(asked, lang)
            decisions, uncovered = self.core.decide(case, answers.case_id(self.book, case), officer)
            found = [
                answers.DeterminedProgramme(**answers.screened(self.book, one, lang), receipt=one.receipt)
                for one in decisions
            ]
            return answers.CaseDetermination(
                **self._said_of(case, decisions, uncovered, lang),
                notice=notice("determination", lang),
                officer=officer,
                logged=self.core.log is not None,
                programmes=found,
            )

        return await self.core.judge(work)

    def _case(self, asked: Mapping[str, Any], lang: Language) -> RequestedCase:
        confirmed = asked.get("confirmed", [])
        known = inputs.confirmable(self.book)
        unknown = [(i, name) for i, name in enumerate(confirmed) if name not in known]
        if unknown:  # told here, since the record's own error quotes them
            raise CallError(fault("unknown_id", f"/confirmed/{i}", lang, nearest(name, known)) for i, name in unknown)
        written = {**asked["facts"], **{key: asked[key] for key in (MEMBERS, COMPLETE, RECORDED_ON) if key in asked}}
        record = read(self.book, written, confirmed)
        day: date = day_of(asked.get("as_of"))
        # In the rulebook's order, so that the same question has the same answer to the byte.
        programmes = tuple(name for name in self.book.programmes if name in asked["programmes"])
        return RequestedCase(replace(record, case=None), programmes, False, day)

    def _said_of(
        self, case: RequestedCase, decisions: list[Decision], uncovered: list[NotCovered], lang: Language
    ) -> dict[str, Any]:
        questions = next_questions(decisions)
        return {
            "id": answers.case_id(self.book, case),
            "rulebook": self.book.digest,
            "as_of": case.day,
            "not_covered": uncovered,
            "choices": choices_between(self.book, decisions, lang),
            "next": question_out(decisions[0], questions[0], lang) if questions else None,
        }
