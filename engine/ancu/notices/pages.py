"""Notices and public lists as pages that need nothing else: to be read on a screen, put on a site, printed on A4."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ancu.messages import Language
from ancu.notices.notice import Notice
from ancu.notices.qr import qr_svg
from ancu.notices.tags import QR


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )


def notices_page(notices: Iterable[Notice], lang: Language) -> str:
    """All notices as one page."""
    rows = [
        {"kind": one.kind, "tags": one.values, "svg": Markup(qr_svg(str(one.values[QR])))}  # noqa: S704 - ours
        for one in notices
    ]
    return rendered("notice.html", notices=rows, lang=lang)


def rendered(template: str, **values: Any) -> str:
    """The HTML of a template of this room; what it is given is escaped."""
    return _environment().get_template(template).render(**values)
