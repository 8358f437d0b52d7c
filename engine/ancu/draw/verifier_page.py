"""The page that verifies: one HTML file with everything in it, which works from disk with the network off."""

from __future__ import annotations

import json
from pathlib import Path

from ancu.messages import LANGUAGES, Language, keys, message

#: What the page says of all that is said of draws; its own words begin so too.
_SAID = ("page_", "check_", "verdict_", "of_", "proves_not", "round_")
_OF_MINUTES = ("minutes_no", "minutes_case", "minutes_round", "minutes_group", "minutes_flat", "minutes_stock")
_LEFT_OUT = ("round_bad", "round_false")
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
    own = {
        "page_no_protocol": message("draw_no_protocol", lang),
        "page_reserve_note": message("draw_minutes_reserve_note", lang),
    }
    places = {name: f"{{{name}}}" for name in _PLACES}
    names = (key.removeprefix("draw_") for key in keys() if key.startswith("draw_"))
    wanted = [name for name in names if (name.startswith(_SAID) and name not in _LEFT_OUT) or name in _OF_MINUTES]
    return own | {name: message(f"draw_{name}", lang, **places) for name in wanted}
