"""Reports as self-contained pages, to be opened in a browser or sent by mail: one layout, one style sheet.

The templates of a report stand in the room that makes it. Whatever a template is given is escaped.
"""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ancu.errors import ExtraMissingError, Problem
from ancu.messages import Language, message

if TYPE_CHECKING:
    from jinja2 import Environment


class Tile(NamedTuple):
    """A figure at the head of a page, its name below it, and how it looks: ``ok``, ``no``, ``q`` or plain."""

    figure: str
    name: str
    kind: str = ""


def render(template: str, lang: Language, **values: object) -> str:
    """The page of ``template``, a path below this folder; in it, ``text`` says a message in ``lang``."""
    text = partial(_text, lang)
    return _environment().get_template(template).render(lang=lang, text=text, **values)


def _text(lang: Language, key: str, **values: object) -> str:
    return message(key, lang, **values)


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError as error:
        raise ExtraMissingError(Problem("spec_needs_extra")) from error
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
