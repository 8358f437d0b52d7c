"""Coverage and mutation as self-contained pages, to be opened in a browser or sent by mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from ancu.messages import Language, message
from ancu.rulebook import citations
from ancu.specs.measure.coverage import GOALS, Coverage, Entry, Goal
from ancu.specs.measure.mutants import Mutant
from ancu.specs.measure.mutation import Mutation, Survivor
from ancu.specs.measure.report import Account, count_text, goal_text, percent_text
from ancu.specs.measure.witness import Witness

_STYLE = """
:root{--ok:#14713d;--no:#b3261e;--dim:#5d6875;--line:#d9dde3;--soft:#f4f6f8;--ink:#1b2430}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1180px;padding:28px 24px 60px;color:var(--ink);background:#fff;
font:15px/1.5 "Be Vietnam Pro","Noto Sans","Segoe UI","DejaVu Sans",Arial,sans-serif}
h1{font-size:26px;margin:0 0 4px}h2{font-size:19px;margin:34px 0 10px}h3{font-size:16px;margin:22px 0 6px}
.dim{color:var(--dim)}.small{font-size:13px}.ok{color:var(--ok)}.no{color:var(--no)}
.tiles{display:flex;gap:12px;flex-wrap:wrap;margin:18px 0}
.tile{border:1px solid var(--line);border-radius:8px;padding:10px 18px;min-width:120px}
.tile b{display:block;font-size:26px;line-height:1.2}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{border-bottom:1px solid var(--line);padding:4px 8px;text-align:left;vertical-align:top}
thead th{background:var(--soft);position:sticky;top:0}
td.mark,th.mark{text-align:center;width:96px}
td.law{background:var(--soft);font-weight:600}
tr.open td{background:#fff6e0}
.found{border-left:4px solid var(--no);background:var(--soft);padding:8px 16px;margin:12px 0;border-radius:0 6px 6px 0}
.found.why{border-color:var(--line)}
code{font-size:12px;color:var(--dim)}
pre{background:#fff;border:1px solid var(--line);border-radius:6px;padding:10px 12px;overflow-x:auto;font-size:13px}
.bar{background:#f2c6c2;height:8px;border-radius:4px;min-width:140px}
.bar i{display:block;height:8px;border-radius:4px;background:var(--ok)}
"""


def coverage_page(coverage: Coverage, lang: Language) -> str:
    """Every place of law with the conditions that rest on it, and which of their outcomes scenarios show."""
    account = Account(coverage.book, lang)
    seen, wanted = coverage.reached()
    tiles = [
        (
            f"{percent_text(coverage.percent, lang)} %",
            f"{count_text(seen, lang)}/{count_text(wanted, lang)}",
            seen == wanted,
        )
    ]
    for goal in GOALS:
        got, of = coverage.reached(goal)
        tiles.append((f"{got}/{of}", goal_text(goal, lang), got == of))
    parts = list(_head("cover_page", "cover_page_about", coverage.book.digest, tiles, lang))
    unseen = [entry for entry in coverage.entries if entry.unseen]
    if unseen:
        parts.append(f"<h2>{_text('cover_only_unseen', lang)}</h2>")
        for entry in unseen:
            first, second = account.unseen(entry)
            told = escape(first).replace("*", "")
            parts.append(f'<div class="found">{told}<br><span class="dim small">{escape(second.strip())}</span></div>')
    parts.append(f"<h2>{_text('cover_everything', lang)}</h2><table><thead><tr>")
    parts.append(f"<th>{_text('cover_condition', lang)}</th>")
    parts += [f'<th class="mark">{escape(goal_text(goal, lang))}</th>' for goal in GOALS]
    parts.append("</tr></thead><tbody>")
    for citation, entries in coverage.citations():
        law = escape(citations.render(citation, coverage.book.instruments, lang))
        parts.append(f'<tr><td class="law" colspan="5">{law}</td></tr>')
        parts += [_entry(account, entry, lang) for entry in entries]
    parts.append("</tbody></table>")
    return "\n".join(parts) + "\n"


def _entry(account: Account, entry: Entry, lang: Language) -> str:
    marks = "".join(f'<td class="mark">{_mark(entry, goal, lang)}</td>' for goal in GOALS)
    opened = ' class="open"' if entry.unseen else ""
    return f"<tr{opened}><td>{escape(account.entry(entry))}</td>{marks}</tr>"


def _mark(entry: Entry, goal: Goal, lang: Language) -> str:
    if goal in entry.seen:
        sign, kind, told = "✓", "ok", message("cover_shown", lang, place=entry.seen[goal])
    elif goal in entry.impossible:
        sign, kind, told = "–", "dim", message("cover_impossible", lang)
    else:
        sign, kind, told = "✗", "no", message("cover_not_shown", lang)
    return f'<span class="{kind}" title="{escape(told)}">{sign}</span>'


def mutation_page(
    mutation: Mutation, justified: Mapping[str, str], witnesses: Mapping[str, Witness], lang: Language
) -> str:
    """The changes that no scenario notices, what would notice them, and how each rule stands."""
    book = mutation.collection.book
    account = Account(book, lang)
    told = [survivor for survivor in mutation.survivors if survivor.mutant.id not in justified]
    listed = [survivor for survivor in mutation.survivors if survivor.mutant.id in justified]
    tiles = [
        (f"{percent_text(mutation.score, lang)} %", _share(mutation, lang), not told),
        (str(len(told)), message("mutate_unnoticed", lang), not told),
        (str(len(listed)), message("mutate_justified", lang), True),
        (str(mutation.equal), message("mutate_same", lang), True),
        (str(len(mutation.idle)), message("mutate_alike", lang), True),
    ]
    parts = list(_head("mutate_page", "mutate_page_about", book.digest, tiles, lang))
    parts.append(f"<h2>{_text('mutate_open', lang)}</h2>")
    if not told:
        parts.append(f'<p class="ok">{_text("mutate_none_open", lang)}</p>')
    for survivor in told:
        parts += _survivor(account, survivor, witnesses.get(survivor.mutant.id), None, lang)
    if listed:
        parts.append(f"<h2>{_text('mutate_justified', lang)}</h2>")
        for survivor in listed:
            parts += _survivor(account, survivor, None, justified[survivor.mutant.id], lang)
    parts.append(f"<h2>{_text('mutate_by_rule', lang)}</h2>")
    parts += _rules(account, mutation, lang)
    return "\n".join(parts) + "\n"


def _share(mutation: Mutation, lang: Language) -> str:
    return f"{count_text(len(mutation.killed), lang)}/{count_text(mutation.judged, lang)}"


def _survivor(
    account: Account, survivor: Survivor, witness: Witness | None, reason: str | None, lang: Language
) -> Iterator[str]:
    yield f'<div class="found{" why" if reason else ""}">{escape(account.survivor(survivor))}'
    yield f"<br><code>{escape(survivor.mutant.id)}</code>"
    if reason is not None:
        yield f'<p class="small">{escape(reason)}</p>'
    if witness is not None:
        scenario = witness.scenario(lang, account.named(survivor.mutant))
        yield f'<p class="small">{_text("mutate_witness", lang, near=witness.near)}</p><pre>{escape(scenario)}</pre>'
    yield "</div>"


def _rules(account: Account, mutation: Mutation, lang: Language) -> Iterator[str]:
    """How many changes of each rule are noticed."""
    noticed: dict[str, int] = {}
    judged: dict[str, int] = {}
    for mutant in _all(mutation):
        judged[mutant.name] = judged.get(mutant.name, 0) + 1
    for killed in mutation.killed:
        noticed[killed.mutant.name] = noticed.get(killed.mutant.name, 0) + 1
    yield f"<table><thead><tr><th>{_text('cover_condition', lang)}</th>"
    yield f"<th>{_text('mutate_changes', lang)}</th><th></th>"
    yield f'<th class="mark">{_text("mutate_noticed", lang)}</th></tr></thead><tbody>'
    for name in sorted(judged, key=lambda name: (noticed.get(name, 0) == judged[name], name)):
        share = 100 * noticed.get(name, 0) // judged[name]
        opened = ' class="open"' if share < 100 else ""
        title = escape(account.book.title(name)[lang])
        yield f"<tr{opened}><td>{title} <code>{escape(name)}</code></td><td>{judged[name]}</td>"
        yield f'<td><div class="bar"><i style="width:{share}%"></i></div></td><td class="mark">{share} %</td></tr>'
    yield "</tbody></table>"


def _all(mutation: Mutation) -> Iterable[Mutant]:
    yield from (killed.mutant for killed in mutation.killed)
    yield from (survivor.mutant for survivor in mutation.survivors)


def _text(key: str, lang: Language, **values: object) -> str:
    return escape(message(key, lang, **values))


def _head(title: str, about: str, digest: str, tiles: list[tuple[str, str, bool]], lang: Language) -> Iterator[str]:
    yield f'<!doctype html><html lang="{lang}"><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f"<title>{_text(title, lang)}</title><style>{_STYLE}</style><h1>{_text(title, lang)}</h1>"
    yield f'<p class="dim">{_text("cover_made_of", lang, rulebook=digest[:12])}</p><div class="tiles">'
    for figure, name, good in tiles:
        yield f'<div class="tile"><b class="{"ok" if good else "no"}">{escape(figure)}</b>{escape(name)}</div>'
    yield f"</div><p>{_text(about, lang)}</p>"
