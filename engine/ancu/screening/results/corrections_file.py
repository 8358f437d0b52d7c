"""Writing a file of corrections, as :mod:`ancu.screening.lists.corrections` reads it and a spreadsheet may open it."""

from __future__ import annotations

import csv
import io

from ancu.messages import Language
from ancu.screening.lists.corrections import Corrections, headings
from ancu.screening.results.csv_sink import harmless


def corrections_text(corrections: Corrections, lang: Language) -> str:
    """A file of ``corrections``; nothing in it passes for a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(headings(lang))
    writer.writerows(map(harmless, (place, header, value)) for (place, header), value in corrections.items())
    return out.getvalue()
