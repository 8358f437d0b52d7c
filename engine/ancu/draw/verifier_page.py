"""The page that verifies: one HTML file with everything in it, which works from disk with the network off."""

from __future__ import annotations

import json
from pathlib import Path

from ancu.messages import LANGUAGES, Language, keys, message

#: What the page says: all that begins so, and what it shares with minutes and errors.
_SAID = ("draw_page_", "draw_check_", "draw_verdict_", "draw_of_", "draw_proves_not", "draw_said_round_")
_SHARED = (
    "draw_no_protocol",
    "draw_minutes_reserve_note",
    *(f"draw_minutes_{column}" for column in ("no", "case", "round", "group", "flat", "stock")),
)
_PLACES = ("case", "round", "place", "flat", "stock", "gone")


def verifier_page() -> bytes:
    """The page, the same for every draw; it speaks both languages."""
    here = Path(__file__).parent
    page, script = ((here / name).read_text(encoding="utf-8") for name in ("verifier.html", "verifier.js"))
    texts = json.dumps({lang: _texts(lang) for lang in LANGUAGES}, ensure_ascii=False, sort_keys=True, indent=0)
    # Nothing that is put in may end the script around it.
    texts = texts.replace("<", "\\u003c")
    return page.replace("/*SCRIPT*/", script).replace("/*TEXTS*/", texts).encode()


def _texts(lang: Language) -> dict[str, str]:
    """The sentences of the page, their places to fill left open."""
    places = {name: f"{{{name}}}" for name in _PLACES}
    return {key: message(key, lang, **places) for key in keys() if key.startswith(_SAID) or key in _SHARED}
