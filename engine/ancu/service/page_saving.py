"""A case as a file that the clerk keeps, to go on with it: what was answered, as it was written, and no conclusion.

On going on, all of it is read and judged anew, by the rules of that day; what they no longer ask is left out. An
interview that ``ancu ask`` has kept is gone on with as well, where its words must fit as they do there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from ancu.errors import InputError, Problem
from ancu.interview.interview import InterviewStep
from ancu.interview.saving import from_saved
from ancu.messages import Language
from ancu.rulebook.rulebook import Rulebook
from ancu.service.desk.uploads import safe_name
from ancu.service.page_form import CONFIRMED, FACT, NOTHING, UNKNOWN, PageForm
from ancu.service.problems import HttpError

#: The form of the file; a later one gets another number.
FORM = 1
SUFFIX = ".json"
_KEY = "ancu_case"
#: What belongs to the pages on which the case was shown, and not to the case.
_OF_PAGES = frozenset({"page", "replaces"})


def saved(book: Rulebook, form: PageForm) -> Response:
    """The answer with which the browser saves the case of ``form``."""
    fields = [[name, text] for name, text in form.fields() if name not in _OF_PAGES]
    lines = ",\n    ".join(json.dumps(field, ensure_ascii=False) for field in fields)
    text = f'{{\n  "{_KEY}": {FORM},\n  "rulebook": {json.dumps(book.digest)},\n  "fields": [\n    {lines}\n  ]\n}}\n'
    name = safe_name(f"ho-so-{form.case.replace('/', '-') or 'dang-lam'}{SUFFIX}")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(text.encode(), 200, headers, media_type="application/json")


def reopened(book: Rulebook, content: bytes, name: str, lang: Language) -> PageForm:
    """The form of the case in a file called ``name``, to be gone on with. :class:`HttpError` for another file.

    ``lang``: the language to go on in where the file says none, as that of an interview does not.
    """
    fields: dict[str, list[str]] = {}
    try:
        written = json.loads(content)
        if "interview" in written:
            fields = _of_interview(book, written, safe_name(name), lang)
        elif written[_KEY] != FORM:
            raise ValueError
        else:
            for field, text in written["fields"]:
                fields.setdefault(str(field), []).append(str(text))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise HttpError(422, "request", Problem("http_no_saved_case", {"name": safe_name(name)})) from error
    for field in (*_OF_PAGES, "shown", "view"):
        fields.pop(field, None)
    form = PageForm.of(book, fields | {"do": ["step.0"]})
    form.resumed = True
    return form


def _of_interview(book: Rulebook, written: Mapping[str, Any], name: str, lang: Language) -> dict[str, list[str]]:
    """The fields of the case of an interview: its answers were given one by one, so they count and form no steps."""
    try:
        interview = from_saved(book, name, written)
    except InputError as error:
        raise HttpError(422, "request", error.problems) from error
    day = interview.day.strftime("%d/%m/%Y")
    fields: dict[str, list[str]] = {"lang": [lang], "scope": [*interview.programmes], "as_of": [day]}
    fields["given"] = [step.fact for step in interview.steps]
    for step in interview.steps:
        fields[FACT + step.fact] = _as_field(book, step, interview.facts.get(step.fact))
        if step.confirmed and step.written is not None:
            fields[CONFIRMED + step.fact] = [step.written]
    return fields


def _as_field(book: Rulebook, step: InterviewStep, value: Any) -> list[str]:
    """An answer as the page's form holds it: what is chosen by name, what is typed as it was typed."""
    if value is None or step.written is None:
        return [UNKNOWN]
    fact = book.facts[step.fact]
    if isinstance(value, frozenset):
        return sorted(value) or [NOTHING]
    if fact.type == "yes_no":
        return ["yes" if value else "no"]
    return [str(value) if fact.values else step.written]
