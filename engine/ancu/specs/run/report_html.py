"""The report of a run as one self-contained page: outcomes, failures with their reasoning, articles by scenarios."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from ancu.decision.contract import Outcome, outcome_of
from ancu.decision.law import basis_of
from ancu.decision.model import Decision
from ancu.decision.rendering import status_text
from ancu.inference.program import program_on
from ancu.messages import Language, message
from ancu.rulebook import citations
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.run.report import MARKS, reasoning, verdict
from ancu.specs.run.results import Result, SpecRun, Trouble

_STYLE = """
:root{--ok:#14713d;--no:#b3261e;--q:#8a5a00;--line:#d9dde3;--soft:#f4f6f8;--ink:#1b2430;--dim:#5d6875}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1180px;padding:28px 24px 60px;color:var(--ink);background:#fff;
font:15px/1.5 "Be Vietnam Pro","Noto Sans","Segoe UI","DejaVu Sans",Arial,sans-serif}
h1{font-size:26px;margin:0 0 4px}h2{font-size:19px;margin:36px 0 10px}h3{font-size:16px;margin:24px 0 6px}
.dim{color:var(--dim)}.small{font-size:13px}a{color:inherit}
.tiles{display:flex;gap:12px;flex-wrap:wrap;margin:18px 0}
.tile{border:1px solid var(--line);border-radius:8px;padding:10px 18px;min-width:120px}
.tile b{display:block;font-size:26px;line-height:1.2}
.ok{color:var(--ok)}.no{color:var(--no)}.q{color:var(--q)}
.trouble{border-left:4px solid var(--no);background:var(--soft);padding:10px 16px;margin:10px 0;
border-radius:0 6px 6px 0}
.trouble.flawed{border-color:var(--q)}.trouble ul{list-style:none;margin:6px 0 0;padding:0}
.trouble li{margin:2px 0;padding-left:calc(var(--d)*20px)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 14px;margin:6px 0}dt{color:var(--dim)}dd{margin:0}
.wide{overflow-x:auto;border:1px solid var(--line);border-radius:6px}
table{border-collapse:collapse;font-size:13px}
table.list{width:100%;table-layout:fixed}table.list td:nth-child(1){width:48px}table.list td:nth-child(2){width:32px}
table.list td:nth-child(4){width:32%}table.list td:nth-child(5){width:96px}
th,td{border-bottom:1px solid var(--line);padding:4px 8px;text-align:left;vertical-align:top}
thead th{background:var(--soft);position:sticky;top:0}
table.matrix td,table.matrix thead th{padding:3px 2px;
text-align:center;min-width:25px;border-right:1px solid var(--line)}
table.matrix th.article{position:sticky;left:0;background:#fff;text-align:left;font-weight:400;min-width:330px;
padding:3px 8px}
table.matrix thead th.article{background:var(--soft)}
td i{font-style:normal;opacity:.35}td b{font-weight:700}
tr.unseen th.article{background:#fff6e0}
@media print{.wide{overflow:visible}body{max-width:none}}
"""


def page(book: Rulebook, run: SpecRun, lang: Language) -> str:
    """The whole page."""
    number = {id(result): i for i, result in enumerate(run.results, 1)}

    def text(key: str, **values: object) -> str:
        return escape(message(key, lang, **values))

    tiles = [
        (len(run.results), "", text("spec_total")),
        (run.count("passed"), "ok", text("spec_passed")),
        (run.count("failed"), "no", text("spec_failed")),
        (run.count("flawed"), "q", text("spec_flawed")),
    ]
    troubled = [result for result in run.results if result.troubles]
    parts = [
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>{text('spec_report')}</title><style>{_STYLE}</style>",
        f"<h1>{text('spec_report')}</h1>",
        f'<p class="dim">{text("spec_report_of", rulebook=book.digest[:12], seconds=_seconds(run.seconds, lang))}</p>',
        '<div class="tiles">',
        *(f'<div class="tile"><b class="{kind}">{count}</b>{name}</div>' for count, kind, name in tiles),
        "</div>",
    ]
    if troubled:
        parts.append(f"<h2>{text('spec_troubles')}</h2>")
        parts += [part for result in troubled for part in _trouble(result, number[id(result)], lang)]
    parts.append(f'<h2>{text("spec_matrix")}</h2><p class="dim small">{text("spec_matrix_help")}</p>')
    for programme, matrix in _matrices(book, run, lang).items():
        parts += _matrix(book.programmes[programme].title[lang], matrix, number, lang)
    parts.append(f"<h2>{text('spec_scenarios')}</h2>")
    for (path, feature), results in groupby(run.results, key=lambda result: (result.path, result.feature)):
        parts.append(f'<h3>{escape(feature)} <span class="dim small">{escape(path.as_posix())}</span></h3>')
        parts.append('<div class="wide"><table class="list">')
        parts += [_row(result, number[id(result)], lang) for result in results]
        parts.append("</table></div>")
    return "\n".join(parts) + "\n"


def _seconds(seconds: float, lang: Language) -> str:
    return f"{seconds:.1f}".replace(".", "," if lang == "vi" else ".")


_KINDS = {"passed": ("ok", "✓"), "failed": ("no", "✗"), "flawed": ("q", "!")}


def _row(result: Result, number: int, lang: Language) -> str:
    kind, mark = _KINDS[result.outcome]
    statuses = "; ".join(dict.fromkeys(status_text(decision, lang) for decision in result.decisions))
    return (
        f'<tr id="s{number}"><td class="dim">{number}</td><td class="{kind}"><b>{mark}</b></td>'
        f'<td>{escape(result.name)}</td><td class="dim">{escape(statuses)}</td>'
        f'<td class="dim">{message("spec_line", lang, line=result.line)}</td></tr>'
    )


def _trouble(result: Result, number: int, lang: Language) -> Iterator[str]:
    yield f'<div class="trouble {result.outcome}"><b>{number}. {escape(result.name)}</b> '
    for trouble in result.troubles:
        yield f'<div class="dim small">{escape(f"{result.path.as_posix()}:{trouble.line}")}</div>'
        if trouble.step:
            yield f"<div>{escape(trouble.step)}</div>"
        yield from _compared(trouble, lang)
    yield "</div>"


def _compared(trouble: Trouble, lang: Language) -> Iterator[str]:
    if not trouble.expected:
        yield f"<div>{escape(trouble.text)}</div>"
        return
    for key, value, kind in (("spec_wanted", trouble.expected, "ok"), ("spec_got", trouble.got, "no")):
        yield f'<dl><dt>{escape(message(key, lang))}</dt><dd class="{kind}">{escape(value)}</dd></dl>'
    if trouble.decision is not None:
        yield f'<div class="small">{escape(verdict(trouble.decision, lang))}</div><ul class="small">'
        for step in reasoning(trouble.decision, lang, trouble.condition):
            mark = f"{_marked(step.outcome, True)} " if step.outcome else ""
            yield f'<li style="--d:{step.depth}">{mark}{escape(step.text)}</li>'
        yield "</ul>"


# -- articles by scenarios ------------------------------------------------------------------------------------------


@dataclass
class _Matrix:
    """Of one programme: its articles in order, the scenarios that judged it, and how each came out in each."""

    articles: list[str] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    #: By article and scenario: the outcomes of the conditions that rest on it, and whether the decision rests on them.
    cells: dict[tuple[str, int], dict[Outcome, bool]] = field(default_factory=dict)


def _matrices(book: Rulebook, run: SpecRun, lang: Language) -> dict[str, _Matrix]:
    found: dict[str, _Matrix] = {}
    for result in run.results:
        for decision in result.decisions:
            matrix = found.setdefault(decision.programme, _Matrix())
            if not matrix.results or matrix.results[-1] is not result:
                matrix.results.append(result)
            _enter(book, matrix, result, decision, lang)
    for programme, matrix in found.items():
        cited = sorted(set(_basis(book, programme)), key=lambda citation: _place(book, citation))
        matrix.articles = list(dict.fromkeys(_articles(book, cited, lang)))
    return {programme: found[programme] for programme in book.programmes if programme in found}


def _basis(book: Rulebook, programme: str) -> Iterator[str]:
    """Every citation of a condition that the programme asks for on some day."""
    first = book.programmes[programme].covered_from
    for day in dict.fromkeys(max(start, first) for start in book.epochs.starts):
        for node in program_on(book, programme, day).conditions():
            yield from basis_of(book, node.name, day)


def _enter(book: Rulebook, matrix: _Matrix, result: Result, decision: Decision, lang: Language) -> None:
    context = decision.context
    if context.judgment is None or context.program is None:
        return
    for node in context.program.conditions():
        outcome = outcome_of(context.judgment.values[node.name])
        ground = node.name in decision.grounds
        for article in _articles(book, basis_of(book, node.name, context.law_date), lang):
            cell = matrix.cells.setdefault((article, id(result)), {})
            cell[outcome] = cell.get(outcome, False) or ground


def _articles(book: Rulebook, basis: Iterable[str], lang: Language) -> Iterator[str]:
    """Citations at the level of articles, in words."""
    for citation in basis:
        parts = citations.split(citation)
        assert parts
        instrument, article = parts[0], parts[1]
        yield citations.render(f"{instrument}:{article}" if article else instrument, book.instruments, lang)


def _place(book: Rulebook, citation: str) -> tuple[int, int, str]:
    """Where a citation stands among all: by instrument, then by article."""
    parts = citations.split(citation)
    assert parts
    number = re.match(r"\d+", parts[1] or "")
    return list(book.instruments).index(parts[0]), int(number[0]) if number else 0, citation


def _marked(outcome: Outcome, ground: bool) -> str:
    kind = {"met": "ok", "not_met": "no", "unknown": "q"}[outcome]
    tag = "b" if ground else "i"
    return f'<{tag} class="{kind}">{MARKS[outcome]}</{tag}>'


def _matrix(title: str, matrix: _Matrix, number: dict[int, int], lang: Language) -> Iterator[str]:
    yield f'<h3>{escape(title)}</h3><div class="wide"><table class="matrix"><thead><tr>'
    yield f'<th class="article">{escape(message("spec_article", lang))}</th>'
    for result in matrix.results:
        n = number[id(result)]
        yield f'<th title="{escape(result.name)}"><a href="#s{n}">{n}</a></th>'
    yield "</tr></thead><tbody>"
    for article in matrix.articles:
        cells = [matrix.cells.get((article, id(result)), {}) for result in matrix.results]
        seen = any(cells)
        name = escape(article) if seen else f"{escape(article)} – {escape(message('spec_unseen', lang))}"
        yield f'<tr{"" if seen else " class=unseen"}><th class="article">{name}</th>'
        yield "".join(
            f"<td>{''.join(_marked(outcome, cell[outcome]) for outcome in MARKS if outcome in cell)}</td>"
            for cell in cells
        )
        yield "</tr>"
    yield "</tbody></table></div>"
