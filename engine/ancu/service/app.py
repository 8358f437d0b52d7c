"""The ASGI application: routes, their OpenAPI description, and how work is kept off the event loop."""

from __future__ import annotations

import asyncio
import gc
from collections import Counter
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from fastapi import FastAPI, Query, Request
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import Response

import ancu
from ancu.decision.deciding import Record, decide_all
from ancu.decision.model import Decision
from ancu.decision.next_questions import next_questions
from ancu.errors import AncuError, Problem
from ancu.inference import rete
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.references import facts_read
from ancu.rulebook.rulebook import Rulebook
from ancu.service import bulk, contract, describing, pages
from ancu.service import case as judging
from ancu.service.guard import Guard, body_of, check_type, log
from ancu.service.journal import DecisionLog, entry
from ancu.service.many import Referee
from ancu.service.metrics import MEDIA_TYPE as METRICS_TYPE
from ancu.service.metrics import Metrics
from ancu.service.problems import HttpError, ProblemDetails, http_error, openapi_responses, response
from ancu.service.settings import Settings

Answer = TypeVar("Answer")
_ALWAYS = (401, 500, 503)
_JUDGING = (400, 408, 413, 415, 422, *_ALWAYS)


def create_app(settings: Settings | None = None, book: Rulebook | None = None) -> Guard:
    """The service as an ASGI application; ``book`` is loaded as ``settings`` say unless given.

    Raises :class:`~ancu.errors.RulebookError` for a faulty rulebook, :class:`~ancu.errors.OutputError` for a decision
    log that cannot be written.
    """
    settings = settings or Settings()
    service = Service(settings, book or load_rulebook(settings.rules_dir))
    return Guard(service.api, settings, service.metrics)


class Service:
    """What the routes share."""

    def __init__(self, settings: Settings, book: Rulebook) -> None:
        self.settings, self.book = settings, book
        self.limits = settings.limits
        self.log = DecisionLog(settings.decision_log) if settings.decision_log is not None else None
        self.metrics = Metrics()
        self.referee = Referee(book)
        # Judging holds Python's lock: one thread judges cases, another lists, and the loop stays free to answer.
        self.cases = ThreadPoolExecutor(1, "ancu-cases")
        self.lists = ThreadPoolExecutor(1, "ancu-lists")
        self.waiting = 0
        self.api = FastAPI(
            title="An Cư",
            version=ancu.__version__,
            summary="Who in Vietnam is entitled to housing support, and why.",
            docs_url=None, redoc_url=None, openapi_url=None, lifespan=self._life,
        )  # fmt: skip
        self.api.add_exception_handler(AncuError, _say)
        self.api.add_exception_handler(HTTPException, _say)
        self.api.add_exception_handler(Exception, _say)
        _add_routes(self)
        pages.add_routes(self)
        self.api.openapi = self._describe  # type: ignore[method-assign]

    @asynccontextmanager
    async def _life(self, _: FastAPI) -> AsyncIterator[None]:
        await asyncio.get_running_loop().run_in_executor(self.cases, self._warm)
        yield

    def _warm(self) -> None:
        """Build the engines of today's programmes before the first caller waits for them."""
        decide_all(self.book, Record({}))
        # The rulebook stays for the life of the process; the collector need not walk it again and again.
        gc.collect()
        gc.freeze()

    async def judge(self, work: Callable[[], Answer]) -> Answer:
        """Run ``work`` off the loop. Raises :class:`HttpError` when it would wait, or takes, too long."""
        if self.waiting >= self.limits.waiting:
            raise HttpError(503, "busy", Problem("http_busy"), {"retry-after": "1"})
        self.waiting += 1
        try:
            async with asyncio.timeout(self.limits.seconds):
                return await asyncio.get_running_loop().run_in_executor(self.cases, work)
        except TimeoutError as error:
            raise HttpError(503, "busy", Problem("http_busy"), {"retry-after": "5"}) from error
        finally:
            self.waiting -= 1

    def decide(self, case: judging.Case, request_id: str) -> tuple[list[Decision], list[contract.NotCovered]]:
        """Decide, count, and write to the decision log before anything is answered."""
        decisions, uncovered = judging.decisions_on(self.book, case)
        if self.log is not None:
            texts = (decision.model_dump_json() for decision in decisions)
            self.log.append([entry(request_id, case.record, self.book.digest, texts)])
        self.metrics.decided(Counter((d.status, d.receipt.concluded_by) for d in decisions))
        return decisions, uncovered

    def _describe(self) -> dict[str, Any]:
        if self.api.openapi_schema is None:
            api = self.api
            schema = get_openapi(title=api.title, version=api.version, summary=api.summary, routes=api.routes)
            components = schema.setdefault("components", {})
            template = "#/components/schemas/{model}"
            for model in (contract.CaseRequest, contract.BulkDecision, contract.BulkReceipt, ProblemDetails):
                found = model.model_json_schema(ref_template=template)
                components["schemas"] |= {**found.pop("$defs", {}), model.__name__: found}
            components["securitySchemes"] = {
                "bearer": {"type": "http", "scheme": "bearer", "description": "An API key."},
                "basic": {
                    "type": "http",
                    "scheme": "basic",
                    "description": "An API key as the password.",
                },
            }
            schema["security"] = [{"bearer": []}, {"basic": []}, *([] if self.settings.keys else [{}])]
            api.openapi_schema = schema
            return schema
        return self.api.openapi_schema


async def _say(request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException):
        refusals = {404: ("not-found", "http_not_found"), 405: ("method", "http_method")}
        name, kind = refusals.get(error.status_code, ("malformed", "http_malformed"))
        error = HttpError(error.status_code, name, Problem(kind), error.headers)
    if not isinstance(error, AncuError):
        error = HttpError(500, "internal", Problem("http_internal"))  # the guard logs where it happened
    known = http_error(error)
    if known.status >= 500 and known.name != "busy":
        kinds = ", ".join(problem.kind for problem in known.problems)
        log.error("request=%s problem=%s (%s)", request.state.request_id, known.name, kinds)
    return response(error, request.state.lang, request.state.request_id)


def _json(answer: BaseModel) -> Response:
    return Response(answer.model_dump_json(by_alias=True), media_type="application/json")


def _case_body() -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/CaseRequest"}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


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


def _add_routes(service: Service) -> None:
    api, book = service.api, service.book

    @api.post("/v1/decide", operation_id="decide", response_model=contract.Decisions, tags=["decisions"],
              openapi_extra=_case_body(), responses=openapi_responses(*_JUDGING))  # fmt: skip
    async def decide_case(request: Request) -> Response:
        """Decide one case under one, several or all programmes."""
        content, state = await body_of(request), request.state

        def work() -> Response:
            decisions, uncovered = service.decide(judging.case_of(book, content), state.request_id)
            choices = judging.choices_between(book, decisions, state.lang)
            return _json(contract.Decisions(decisions=decisions, not_covered=uncovered, choices=choices))

        return await service.judge(work)

    @api.post("/v1/explain", operation_id="explain", response_model=contract.Explanations, tags=["decisions"],
              openapi_extra=_case_body(), responses=openapi_responses(*_JUDGING))  # fmt: skip
    async def explain_case(request: Request) -> Response:
        """Decide one case, with the tree of reasons and all texts in the language of the answer."""
        content, state = await body_of(request), request.state

        def work() -> Response:
            decisions, uncovered = service.decide(judging.case_of(book, content), state.request_id)
            told = [judging.explanation_of(decision, state.lang) for decision in decisions]
            choices = judging.choices_between(book, decisions, state.lang)
            return _json(contract.Explanations(explanations=told, not_covered=uncovered, choices=choices))

        return await service.judge(work)

    @api.post("/v1/next", operation_id="next_question", response_model=contract.NextQuestions, tags=["decisions"],
              openapi_extra=_case_body(), responses=openapi_responses(*_JUDGING))  # fmt: skip
    async def next_question(request: Request) -> Response:
        """What to ask next: only facts that can still change a decision, the most telling first."""
        content, state = await body_of(request), request.state

        def work() -> Response:
            decisions, uncovered = judging.decisions_on(book, judging.case_of(book, content))
            asked = [
                contract.Question(
                    fact=describing.fact_out(book, question.fact, state.lang),
                    programmes=question.programmes,
                    settles=question.settles,
                    after=question.after,
                )
                for question in next_questions(decisions)
            ]
            standings = [contract.Standing(programme=d.programme, status=d.status, why=d.why) for d in decisions]
            first = asked[0] if asked else None
            return _json(
                contract.NextQuestions(next=first, questions=asked, standings=standings, not_covered=uncovered)
            )

        return await service.judge(work)

    @api.post("/v1/bulk", operation_id="bulk", tags=["decisions"], response_class=Response, openapi_extra=_BULK,
              responses={200: _BULK_ANSWER, **openapi_responses(*_JUDGING)})  # fmt: skip
    async def bulk_decide(
        request: Request, programme: list[str] | None = _PROGRAMME, as_of: str | None = _AS_OF
    ) -> Any:
        """Decide many cases: JSON Lines in, JSON Lines out, while the list still arrives."""
        check_type(request, _BULK_TYPES)
        state = request.state
        order = bulk.Order(
            book,
            judging.chosen(book, programme),
            judging.day_of(as_of),
            state.lang,
            state.request_id,
            service.log,
            service.referee,
            service.metrics.decided,
        )
        return bulk.BulkResponse(order, service.limits, service.lists)

    @api.get("/v1/programmes", operation_id="programmes", response_model=contract.Programmes, tags=["rulebook"],
             responses=openapi_responses(422, *_ALWAYS))  # fmt: skip
    async def list_programmes(request: Request, as_of: str | None = _AS_OF) -> Response:
        """The programmes, and which are in force on a day."""
        return _json(describing.programmes_out(book, judging.day_of(as_of), request.state.lang))

    @api.get("/v1/facts", operation_id="facts", response_model=contract.Facts, tags=["rulebook"],
             responses=openapi_responses(422, *_ALWAYS))  # fmt: skip
    async def list_facts(request: Request, programme: list[str] | None = _PROGRAMME) -> Response:
        """The facts that a record may hold, with JSON Schema; those that some programmes read."""
        names = facts_read(book, judging.chosen(book, programme))
        return _json(describing.facts_out(book, names, request.state.lang))

    @api.get("/v1/rules/{name}", operation_id="rule", response_model=contract.Rule, tags=["rulebook"],
             responses=openapi_responses(404, *_ALWAYS))  # fmt: skip
    async def show_rule(request: Request, name: str) -> Response:
        """A programme, condition, quantity or figure over time, with its citations."""
        return _json(describing.rule_out(book, name, request.state.lang))

    @api.get("/healthz", operation_id="health", response_model=contract.Health, tags=["service"])
    async def health() -> Response:
        """Whether the process answers."""
        return _json(contract.Health(status="ok"))

    @api.get("/readyz", operation_id="ready", response_model=contract.Ready, tags=["service"])
    async def ready() -> Response:
        """Whether it can decide: the rulebook is loaded and the engines are built before the service listens."""
        return _json(
            contract.Ready(
                status="ready", rulebook=book.digest, engine=ancu.__version__, two_engines=bool(rete.AVAILABLE)
            )
        )

    @api.get("/metrics", operation_id="metrics", tags=["service"], response_class=Response,
             responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}},
                        **openapi_responses(*_ALWAYS)})  # fmt: skip
    async def metrics() -> Response:
        """Requests, decisions by status, and latency, as Prometheus reads them."""
        return Response(service.metrics.text(), media_type=METRICS_TYPE)

    @api.get("/openapi.json", include_in_schema=False)
    async def description() -> Any:
        """This description."""
        return api.openapi()
