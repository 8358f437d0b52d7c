"""What is shown as HTML: the templates beside this module, their style and script, and what the browser may do."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from ancu.service.visitor import visiting

HERE = Path(__file__).parent
#: The templates of parts that stand above this one, by what their names begin with.
_BESIDE: dict[str, BaseLoader] = {}


def add_templates(prefix: str, folder: Path) -> None:
    """Let :func:`render` find the templates in ``folder`` under ``prefix/…``."""
    _BESIDE[prefix] = FileSystemLoader(folder)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(HERE), PrefixLoader(_BESIDE)]),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["capital"] = lambda text: text[:1].upper() + text[1:]
    return environment


@cache
def _asset(name: str) -> Markup:
    """A stylesheet or script of our own, which stands in the page and needs no escaping."""
    return Markup((HERE / name).read_text(encoding="utf-8"))  # noqa: S704 - ours


@cache
def _style(wide: bool) -> Markup:
    return _asset("page.css") + (_asset("desk.css") if wide else "")


@cache
def _script(more: str) -> Markup:
    return _asset("page.js") + (_asset(more) if more else "")


def render(template: str, *, wide: bool = False, script: str = "", **values: Any) -> str:
    """The HTML of ``template``, with our style and script in it.

    ``wide``: with the style of tables and charts too; ``script``: with one more script of ours, by its name.
    """
    whole = _environment().get_template(template)
    return whole.render(style=_style(wide), script=_script(script), visitor=visiting.get(), **values)


@cache
def policy(*, wide: bool = False, script: str = "") -> str:
    """The page may run its own style and script, recognised by their digests, and post to where it came from.

    A ``wide`` one may ask there, too, how far the work on a list is. Who may show it in a frame is the guard's to say.
    """

    def digest(asset: Markup) -> str:
        return base64.b64encode(hashlib.sha256(str(asset).encode()).digest()).decode()

    return (
        f"default-src 'none'; style-src 'sha256-{digest(_style(wide))}'; "
        f"script-src 'sha256-{digest(_script(script))}'; img-src data:; form-action 'self'; base-uri 'none'"
        + ("; connect-src 'self'" if wide else "")
    )
