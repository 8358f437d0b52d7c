"""A case as a file that the clerk keeps, to go on with it: what was answered, as it was written, and no conclusion.

On going on, all of it is read and judged anew, by the rules of that day; what they no longer ask is left out.
"""

from __future__ import annotations

import json
from urllib.parse import quote

from starlette.responses import Response

from ancu.errors import Problem
from ancu.rulebook.rulebook import Rulebook
from ancu.service.desk.uploads import safe_name
from ancu.service.page_form import PageForm
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


def reopened(book: Rulebook, content: bytes, name: str) -> PageForm:
    """The form of the case in a file called ``name``, to be gone on with. :class:`HttpError` for another file."""
    fields: dict[str, list[str]] = {}
    try:
        written = json.loads(content)
        if written[_KEY] != FORM:
            raise ValueError
        for field, text in written["fields"]:
            fields.setdefault(str(field), []).append(str(text))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise HttpError(422, "request", Problem("http_no_saved_case", {"name": safe_name(name)})) from error
    for field in (*_OF_PAGES, "shown", "view"):
        fields.pop(field, None)
    form = PageForm.of(book, fields | {"do": ["step.0"]})
    form.resumed = True
    return form
