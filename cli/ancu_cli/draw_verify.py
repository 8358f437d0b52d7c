"""``ancu draw verify|page``: whether a draw and its list hold, and the page by which others find out."""

from __future__ import annotations

from collections.abc import Iterator

from ancu.draw.protocol import read_protocol
from ancu.draw.proving import records_of
from ancu.draw.verifier_page import verifier_page
from ancu.draw.verifying import DrawReport, KnownElsewhere, TimeStamp
from ancu.draw.verifying import verify as verify_protocol
from ancu.errors import Problem
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.text_files import content_of
from ancu_cli.common import UsageProblem
from ancu_cli.exits import Exit
from ancu_cli.folding import say
from ancu_cli.writing import write_whole

#: How many lines of the list are named that do not hold.
_MOST = 20
_EXITS = {"pass": Exit.ALL_JUDGED, "unknown": Exit.NOT_TOLD, "fail": Exit.DRAW_BROKEN}


def verify(
    *,
    lang: Language,
    rules_dir: str | None,
    protocol: str,
    published: str | None,
    public_value: str | None,
    signed: str | None,
    withdrawals: str | None,
    stamp: str | None,
    authority: str | None,
    records: str | None,
) -> Exit:
    """Print both verdicts with every check, and what they do not prove."""
    found = read_protocol(protocol)
    book = load_rulebook(rules_dir)
    if (stamp is None) != (authority is None):
        raise UsageProblem(Problem("draw_stamp_alone", {}))
    stamped = (
        TimeStamp(content_of(stamp), content_of(authority)) if stamp is not None and authority is not None else None
    )
    known = KnownElsewhere(published, signed, public_value, withdrawals, stamped)
    lines = records_of(content_of(records), records) if records is not None else None
    report = verify_protocol(found, known, book, lines)
    say("\n".join(_said(report, lang)))
    return _EXITS[report.overall]


def _said(report: DrawReport, lang: Language) -> Iterator[str]:
    """The report in words."""
    yield f"{message('draw_of_draw', lang)}: {message(f'draw_verdict_{report.of_draw}', lang)}"
    for check in report.checks:
        said = message(f"draw_check_{check.name}_{check.verdict}", lang)
        detail = f" {check.detail}" if check.detail and check.verdict != "pass" else ""
        yield f"  {message(f'draw_verdict_{check.verdict}', lang)}: {said}{detail}"
    yield f"{message('draw_of_list', lang)}: {message(f'draw_verdict_{report.of_list}', lang)}"
    yield from (f"  {flaw.problem.text(lang)}" for flaw in report.flaws[:_MOST])
    if report.of_list == "pass":
        yield "  " + message("draw_list_proved", lang, count=report.listed)
    elif not report.proved:
        own = message("draw_list_own_groups", lang) if report.own_groups else None
        yield "  " + (own or message("draw_list_unproved", lang, digest=report.rulebook[:12]))
    yield message("draw_proves_not", lang)
    yield from (f"  - {message(f'draw_proves_not_{each}', lang)}" for each in ("facts", "list", "times", "choices"))


def page(*, lang: Language, rules_dir: str | None, output: str) -> Exit:  # noqa: ARG001
    """Write the page that verifies."""
    write_whole(output, verifier_page())
    say(message("draw_ran_files", lang, files=output), err=True)
    return Exit.ALL_JUDGED
