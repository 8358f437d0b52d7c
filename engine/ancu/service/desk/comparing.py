"""The result of a list against an earlier one, such as last month's."""

from __future__ import annotations

from pathlib import Path

from ancu.decision.rendering import title_of
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.compare.compare import Cause, Comparison, compare
from ancu.screening.compare.law_changes import Law
from ancu.screening.compare.report import rows_of_changes, write_changes
from ancu.screening.compare.side import Side
from ancu.service.desk.store import CHANGES, RESULT, KeptList, ListStore

_CHANGED: tuple[Cause, ...] = ("cells", "law")
_ALONE: tuple[Cause, ...] = ("added", "removed", "rejected", "mended")
#: How many changes the page shows; the workbook has them all.
_SHOWN = 500


def compare_results(book: Rulebook, store: ListStore, home: Path, kept: KeptList) -> None:
    """Compare the result of a list with the earlier one beside it. Raises :class:`~ancu.errors.AncuError`."""
    lang = kept.lang
    before, after = Side(Path(kept.earlier), book), Side(Path(RESULT), book)
    found = compare(before, after, Law(before, after, lang).explain, lang)
    write_changes(Path(CHANGES), [kept.earlier, RESULT], found, book, lang)
    rows = list(rows_of_changes(found, book, lang))
    content = {
        "notices": found.notices,
        "counts": _counts(found, lang),
        "table": _table(found, book, lang),
        "headings": [
            message(f"column_{key}", lang) for key in ("case", "programme", "before", "after", "cause", "detail")
        ],
        "changes": rows[:_SHOWN],
        "count": len(rows),
    }
    store.write(home, "changes", content)


def _counts(found: Comparison, lang: Language) -> list[str]:
    """How many changed, and how many stand in one of the results only."""
    if not found.changes:
        return [message("diff_nothing", lang, both=found.both)]
    alone = {cause: sum(change.cause == cause for change in found.changes) for cause in _ALONE}
    told = [message(f"diff_{cause}_cases", lang, count=count) for cause, count in alone.items() if count]
    return [message("diff_counts", lang, both=found.both, changed=found.changed), *told]


def _table(found: Comparison, book: Rulebook, lang: Language) -> list[list[str]]:
    """The changes by programme and what changed to what: how many by their cells, how many by the law."""
    table, order = found.table(), list(book.programmes)
    return [
        [
            title_of(book, programme, lang),
            f"{before.text(lang)} → {after.text(lang)}",
            *(str(table[programme, before, after, cause]) for cause in _CHANGED),
        ]
        for programme, before, after in sorted(
            {key[:3] for key in table}, key=lambda key: (order.index(key[0]), key[1:])
        )
    ]
