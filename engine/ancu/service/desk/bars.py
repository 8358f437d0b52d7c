"""Charts as SVG: drawn here, so that a page needs no script for them."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from ancu.inference.verdicts import STATUSES
from ancu.messages import Language, message
from ancu.service.wide import number_text


def status_bar(counts: Mapping[str, int], lang: Language) -> Markup:
    """A bar of cases by status, as wide as what it stands in; its numbers are told to whoever cannot see it."""
    total = sum(counts.values())
    told = "; ".join(
        f"{message(f'status_{status}', lang)}: {number_text(counts[status], lang)}"
        for status in STATUSES
        if counts.get(status)
    )
    parts: list[str] = []
    at = 0.0
    for status in STATUSES:
        if count := counts.get(status, 0):
            width = 100 * count / total
            parts.append(f'<rect class="{status}" x="{at:.3f}%" y="0" width="{width:.3f}%" height="16"/>')
            at += width
    # What stands between the marks is made here, or escaped.
    return Markup(f'<svg class="bar" role="img" aria-label="{escape(told)}" height="16">{"".join(parts)}</svg>')  # noqa: S704
