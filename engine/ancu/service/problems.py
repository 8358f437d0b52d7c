"""Errors as problem details (RFC 9457), in the caller's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, Field, ValidationError
from starlette.responses import JSONResponse, Response

from ancu.errors import (
    AncuError,
    InputError,
    IntegrityError,
    NotCoveredError,
    OutputError,
    Problem,
    RecordError,
    RegisterError,
    UnknownNameError,
)
from ancu.messages import LANGUAGES, Language, message
from ancu.service.templates import policy, render

MEDIA_TYPE = "application/problem+json"
#: Problems that the command line puts in its own words.
_OWN_WORDS = {
    "programme_unknown": "http_programme_unknown",
    "fact_unknown": "http_fact_unknown",
    "fact_implausible": "http_fact_implausible",
}


class ProblemItem(BaseModel):
    """One thing that is wrong with a request."""

    kind: str = Field(description="stable code")
    detail: str = Field(description="what is wrong and how to mend it, in the language of the answer")
    name: str | None = Field(default=None, description="the field of the record or request at fault, as written")
    pointer: str | None = Field(
        default=None, description="of what is wrong with a member: the place in the request, as a JSON pointer"
    )


class ProblemDetails(BaseModel):
    """An error, as RFC 9457 has it. ``type`` is a stable code; texts are in the language of ``Accept-Language``."""

    type: str = Field(examples=["urn:ancu:problem:record"])
    title: str
    status: int
    detail: str
    instance: str = Field(description="the request id, as a URN")
    errors: list[ProblemItem] = []


class HttpError(AncuError):
    """A request that the service refuses: the HTTP status, the name of the problem's type, header lines to add."""

    def __init__(
        self, status: int, name: str, problems: Problem | Iterable[Problem], headers: Iterable[tuple[str, str]] = ()
    ) -> None:
        super().__init__(problems)
        self.status, self.name, self.headers = status, name, tuple(headers)


def http_error(error: AncuError) -> HttpError:
    """``error`` with the status it has over HTTP."""
    if isinstance(error, HttpError):
        return error
    kinds: list[tuple[type[AncuError], int, str]] = [
        (RecordError, 422, "record"),
        (RegisterError, 409, "register-refused"),
        (NotCoveredError, 422, "not-covered"),
        (UnknownNameError, 404, "unknown-name"),
        (InputError, 400, "malformed"),
        (IntegrityError, 500, "integrity"),
        (OutputError, 503, "unavailable"),
    ]
    status, name = next(((status, name) for kind, status, name in kinds if isinstance(error, kind)), (500, "internal"))
    # What is written here is the decision log; where it lies is no caller's business.
    problems = Problem("http_unwritable") if isinstance(error, OutputError) else error.problems
    return HttpError(status, name, problems)


def details(error: AncuError, lang: Language, request_id: str) -> ProblemDetails:
    """The problem details of ``error``."""
    known = http_error(error)
    items = list(_items(known.problems, lang))
    return ProblemDetails(
        type=f"urn:ancu:problem:{known.name}",
        title=message(f"problem_{known.name.replace('-', '_')}", lang),
        status=known.status,
        detail=" ".join(item.detail for item in items),
        instance=f"urn:ancu:request:{request_id}",
        errors=items,
    )


def _items(problems: Iterable[Problem], lang: Language) -> Iterator[ProblemItem]:
    for problem in problems:
        of = problem.values.get("of")
        inner = of if isinstance(of, Problem) else problem
        name, pointer = inner.values.get("name"), problem.values.get("pointer")
        text = Problem(_OWN_WORDS.get(inner.kind, inner.kind), inner.values).text(lang)
        if inner is not problem:
            text = Problem(problem.kind, {**problem.values, "problem": text}).text(lang)
        yield ProblemItem(
            kind=inner.kind,
            detail=text,
            name=name if isinstance(name, str) else None,
            pointer=pointer if isinstance(pointer, str) else None,
        )


def response(error: AncuError, lang: Language, request_id: str, accepted: str = "", root: str = "") -> Response:
    """The answer that says ``error``: as a page to whom accepts one by name, a browser; else as problem details."""
    known = http_error(error)
    problem = details(known, lang, request_id)
    answer: Response
    if "text/html" in accepted:

        def text(key: str, **values: object) -> str:
            return message(key, lang, **values)

        html = render("problem.html", problem=problem, lang=lang, text=text, request_id=request_id, root=root)
        answer = Response(html, known.status, {"content-security-policy": policy()}, media_type="text/html")
    else:
        answer = JSONResponse(problem.model_dump(exclude_none=True), known.status, media_type=MEDIA_TYPE)
    for name, value in known.headers:
        answer.headers.append(name, value)
    return answer


def unfit_request(error: ValidationError) -> HttpError:
    """A request whose JSON has not the shape that the OpenAPI description asks for."""
    return unfit_parts(error.errors(include_url=False, include_input=False, include_context=False))


def unfit_parts(errors: Iterable[Mapping[str, Any]]) -> HttpError:
    """A request with parts of the wrong shape, as Pydantic lists them; after the address they stand in ``query``."""
    problems = []
    for found in errors:
        name = ".".join(str(part) for part in found["loc"])[:80]
        kind = {"missing": "request_missing", "extra_forbidden": "request_unknown_field"}.get(found["type"])
        problems.append(Problem(kind or "request_wrong_type", {"name": name}))
    return HttpError(422, "request", problems[:20])


def language_of(accepted: str | None) -> Language:
    """The language that ``Accept-Language`` asks for; Vietnamese unless English is preferred to it."""
    weights: dict[str, float] = {}
    for part in (accepted or "").lower().split(","):
        tag, _, parameter = part.partition(";")
        try:
            weight = float(parameter.strip().removeprefix("q=")) if parameter.strip() else 1.0
        except ValueError:
            continue
        name = tag.strip().split("-")[0]
        if weight > 0:
            weights[name] = max(weight, weights.get(name, 0.0))
    known: dict[Language, float] = {lang: weights[lang] for lang in LANGUAGES if lang in weights}
    return max(known, key=lambda lang: known[lang]) if known else "vi"


def openapi_responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """How the OpenAPI description lists these errors."""
    schema = {"$ref": "#/components/schemas/ProblemDetails"}
    text = {
        400: "The request is not what it says it is.",
        401: "The API key is missing or not known.",
        404: "There is no such thing.",
        405: "The method is not allowed here.",
        408: "The request came too slowly.",
        413: "The request is too large.",
        415: "The content type is not one that is read here.",
        422: "The request was understood and is at fault.",
        500: "The engines disagree, or the service failed; no decision was issued.",
        503: "The service is busy, or cannot write its log; ask again later.",
    }
    return {status: {"description": text[status], "content": {MEDIA_TYPE: {"schema": schema}}} for status in statuses}
