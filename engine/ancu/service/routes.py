"""The addresses of the service for other systems, and how OpenAPI describes each."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from ancu.decision.next_questions import next_questions
from ancu.inference import rete
from ancu.rulebook.references import facts_read
from ancu.service import bulk, descriptions, schemas
from ancu.service.case import case_of, changes_out, choices_between, chosen, day_of, decisions_on, explanation_of
from ancu.service.core import Core
from ancu.service.guard import body_of, check_type
from ancu.service.metrics import MEDIA_TYPE as METRICS_TYPE
from ancu.service.people import people_out, question_out
from ancu.service.problems import openapi_responses
from ancu.version import __version__

_ALWAYS = (401, 500, 503)
_JUDGING = (400, 408, 413, 415, 422, *_ALWAYS)
_CASE = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/CaseRequest"}}},
    }
}
_BULK_TYPES = (bulk.MEDIA_TYPE, "application/jsonl", "application/jsonlines", "application/x-jsonlines")
_BULK = {
    "requestBody": {
        "required": True,
        "description": "A record a line, as `record` of /v1/decide.",
        "content": {bulk.MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}},
    },
}
_BULK_ANSWER: dict[str, Any] = {
    "content": {bulk.MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}},
    "description": "A JSON object for each line that is not blank, in order: `line` (its number), `case`, `decisions` "
    "(BulkDecision), `not_covered`, `receipt` (BulkReceipt); or `line` and `problem` (ProblemDetails). The last line "
    "is a `summary`: `lines`, `judged`, `decisions` by status, and `complete`, false where the answer ends before the "
    "list.",
}
_PROGRAMME = Query(default=None, description="Ids or titles; all when left out.")
_AS_OF = Query(default=None, description="A day; today when left out.")
_CHANGES = Query(
    default=False,
    description="Also say in `changes` of each refused decision which single changes, by what a person or an office "
    "can change, would make it eligible, with the papers that must prove them.",
)


def add_routes(api: FastAPI, core: Core) -> None:
    """Add all addresses but the page's."""
    _add_one_case(api, core)
    _add_many_cases(api, core)
    _add_rulebook(api, core)
    _add_operation(api, core)


def _json(answer: BaseModel) -> Response:
    return Response(answer.model_dump_json(by_alias=True), media_type="application/json")


def _add_one_case(api: FastAPI, core: Core) -> None:
    book = core.book

    @api.post("/v1/decide", operation_id="decide", response_model=schemas.Decisions, tags=["decisions"],
              openapi_extra=_CASE, responses=openapi_responses(*_JUDGING))  # fmt: skip
    async def decide_case(request: Request) -> Response:
        """Decide one case under one, several or all programmes."""
        content, state = await body_of(request), request.state

        def work() -> Response:
            case = case_of(book, content)
            decisions, uncovered = core.decide(case, state.request_id, state.key)
            return _json(
                schemas.Decisions(
                    decisions=decisions,
                    not_covered=uncovered,
                    choices=choices_between(book, decisions, state.lang),
                    changes=changes_out(case, decisions, state.lang),
                )
            )

        return await core.judge(work)

    @api.post("/v1/explain", operation_id="explain", response_model=schemas.Explanations, tags=["decisions"],
              openapi_extra=_CASE, responses=openapi_responses(*_JUDGING))  # fmt: skip
    async def explain_case(request: Request) -> Response:
        """Decide one case, with the tree of reasons and all texts in the language of the answer."""
        content, state = await body_of(request), request.state

        def work() -> Response:
            case = case_of(book, content)
            decisions, uncovered = core.decide(case, state.request_id, state.key)
            return _json(
                schemas.Explanations(
                    explanations=[explanation_of(decision, state.lang) for decision in decisions],
                    not_covered=uncovered,
                    choices=choices_between(book, decisions, state.lang),
                    changes=changes_out(case, decisions, state.lang),
                )
            )

        return await core.judge(work)

    @api.post("/v1/next", operation_id="next_question", response_model=schemas.NextQuestions, tags=["decisions"],
              openapi_extra=_CASE, responses=openapi_responses(*_JUDGING))  # fmt: skip
    async def next_question(request: Request) -> Response:
        """What to ask next, and of which member: only facts that can still matter, the most telling first."""
        content, state = await body_of(request), request.state

        def work() -> Response:
            decisions, uncovered = decisions_on(book, case_of(book, content))
            questions = [question_out(decisions[0], question, state.lang) for question in next_questions(decisions)]
            standings = [schemas.Standing(programme=d.programme, status=d.status, why=d.why) for d in decisions]
            return _json(
                schemas.NextQuestions(
                    next=questions[0] if questions else None,
                    questions=questions,
                    standings=standings,
                    not_covered=uncovered,
                )
            )

        return await core.judge(work)


def _add_many_cases(api: FastAPI, core: Core) -> None:
    book = core.book

    @api.post("/v1/bulk", operation_id="bulk", tags=["decisions"], response_class=Response, openapi_extra=_BULK,
              responses={200: _BULK_ANSWER, **openapi_responses(*_JUDGING)})  # fmt: skip
    async def bulk_decide(
        request: Request,
        programme: list[str] | None = _PROGRAMME,
        as_of: str | None = _AS_OF,
        changes: bool = _CHANGES,
    ) -> Any:
        """Decide many cases: JSON Lines in, JSON Lines out, while the list still arrives."""
        check_type(request, _BULK_TYPES)
        state = request.state
        order = bulk.Order(
            book,
            chosen(book, programme),
            day_of(as_of),
            state.lang,
            state.request_id,
            core.log,
            core.confirmed,
            core.metrics.decided,
            state.key,
            changes,
        )
        return bulk.BulkResponse(order, core.limits, core.lists)


def _add_rulebook(api: FastAPI, core: Core) -> None:
    book = core.book

    @api.get("/v1/programmes", operation_id="programmes", response_model=schemas.Programmes, tags=["rulebook"],
             responses=openapi_responses(422, *_ALWAYS))  # fmt: skip
    async def list_programmes(request: Request, as_of: str | None = _AS_OF) -> Response:
        """The programmes, and which are in force on a day."""
        return _json(descriptions.programmes_out(book, day_of(as_of), request.state.lang))

    @api.get("/v1/facts", operation_id="facts", response_model=schemas.Facts, tags=["rulebook"],
             responses=openapi_responses(422, *_ALWAYS))  # fmt: skip
    async def list_facts(request: Request, programme: list[str] | None = _PROGRAMME) -> Response:
        """The facts that a record may hold, with JSON Schema; those that some programmes read."""
        names = facts_read(book, chosen(book, programme))
        return _json(descriptions.facts_out(book, names, request.state.lang))

    @api.get("/v1/people", operation_id="people", response_model=schemas.PeopleOut, tags=["rulebook"],
             responses=openapi_responses(422, *_ALWAYS))  # fmt: skip
    async def list_people(request: Request, programme: list[str] | None = _PROGRAMME) -> Response:
        """The facts that a record may hold of each member of a household, and how those of the record follow."""
        return _json(people_out(book, chosen(book, programme), request.state.lang))

    @api.get("/v1/rules/{name}", operation_id="rule", response_model=schemas.RuleOut, tags=["rulebook"],
             responses=openapi_responses(404, *_ALWAYS))  # fmt: skip
    async def show_rule(request: Request, name: str) -> Response:
        """A programme, condition, quantity or figure over time, with its citations."""
        return _json(descriptions.rule_out(book, name, request.state.lang))


def _add_operation(api: FastAPI, core: Core) -> None:
    @api.get("/healthz", operation_id="health", response_model=schemas.Health, tags=["service"])
    async def health() -> Response:
        """Whether the process answers."""
        return _json(schemas.Health(status="ok"))

    @api.get("/readyz", operation_id="ready", response_model=schemas.Ready, tags=["service"],
             responses=openapi_responses(503))  # fmt: skip
    async def ready() -> Response:
        """Whether it can decide: the rulebook is loaded, the engines are built, the decision log can be written."""
        if core.log is not None:
            core.log.check()
        return _json(
            schemas.Ready(
                status="ready", rulebook=core.book.digest, engine=__version__, two_engines=bool(rete.AVAILABLE)
            )
        )

    @api.get("/metrics", operation_id="metrics", tags=["service"], response_class=Response,
             responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}},
                        **openapi_responses(*_ALWAYS)})  # fmt: skip
    async def metrics() -> Response:
        """Requests, decisions by status, and latency, as Prometheus reads them."""
        return Response(core.metrics.text(), media_type=METRICS_TYPE)
