"""Pages with tables and charts, wider than the form of one case: those of lists, of the law, and of scenarios."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from ancu.messages import Language, message
from ancu.service.core import Core
from ancu.service.templates import policy, render


def wide_page(
    core: Core, template: str, lang: Language, status: int = 200, *, script: str = "", **values: Any
) -> Response:
    """The answer that shows ``template``; ``script``: one more script that its page runs."""
    html = render(
        template,
        wide=True,
        script=script,
        root=core.settings.root_path,
        agency=core.settings.agency,
        lang=lang,
        text=lambda key, **given: message(key, lang, **given),
        digest=core.book.digest[:12],
        logged=core.log is not None,
        **values,
    )
    headers = {"content-security-policy": policy(wide=True, script=script), "content-language": lang}
    return Response(html, status, headers, media_type="text/html")


def number_text(count: int, lang: Language) -> str:
    """A number with its thousands apart, as the language writes them."""
    written = f"{count:,}"
    return written.replace(",", ".") if lang == "vi" else written
