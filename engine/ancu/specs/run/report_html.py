"""The report of a run as one self-contained page: outcomes, failures with their reasoning, articles by scenarios."""

from __future__ import annotations

from itertools import groupby

from ancu.decision.rendering import status_text
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.page import Tile, render
from ancu.specs.run.matrix import matrices
from ancu.specs.run.report import MARKS, reasoning, remark_text, verdict
from ancu.specs.run.results import Result, SpecRun

#: How the outcome of a condition looks, and that of a scenario with its sign.
_KINDS = {"met": "ok", "not_met": "no", "unknown": "q"}
_LOOKS = {"passed": ("ok", "✓"), "failed": ("no", "✗"), "flawed": ("q", "!")}


def page(book: Rulebook, run: SpecRun, lang: Language) -> str:
    """The whole page."""
    number = {id(result): i for i, result in enumerate(run.results, 1)}
    seconds = f"{run.seconds:.1f}".replace(".", "," if lang == "vi" else ".")

    def statuses(result: Result) -> str:
        return "; ".join(dict.fromkeys(status_text(decision, lang) for decision in result.decisions))

    by_file = groupby(run.results, key=lambda result: (result.path, result.feature))
    return render(
        "run/report.html",
        lang,
        title=message("spec_report", lang),
        made_of=message("spec_report_of", lang, rulebook=book.digest[:12], seconds=seconds),
        tiles=[
            Tile(str(len(run.results)), message("spec_total", lang)),
            Tile(str(run.count("passed")), message("spec_passed", lang), "ok"),
            Tile(str(run.count("failed")), message("spec_failed", lang), "no"),
            Tile(str(run.count("flawed")), message("spec_flawed", lang), "q"),
        ],
        troubled=[result for result in run.results if result.troubles],
        matrices=[(book.programmes[name].title[lang], matrix) for name, matrix in matrices(book, run, lang).items()],
        files=[(file, list(results)) for file, results in by_file],
        numbers=lambda result: number[id(result)],
        statuses=statuses,
        verdict=verdict,
        reasoning=reasoning,
        remark_text=remark_text,
        kinds=_KINDS,
        marks=MARKS,
        looks=_LOOKS,
    )
