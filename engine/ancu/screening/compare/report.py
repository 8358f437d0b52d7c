"""What comparing two runs came to, as a file and for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ancu.decision.rendering import title_of
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.compare.compare import CaseChange, Cause, Comparison
from ancu.screening.results.files import check_apart, whole_files, writing_to
from ancu.screening.results.read_back import form_of
from ancu.screening.results.sinks import Sink, sink_for
from ancu.screening.results.summary import aligned
from ancu.screening.results.workbook import TableSink

#: The causes, as columns of the summary.
_CHANGED: tuple[Cause, ...] = ("cells", "law")
_ALONE: tuple[Cause, ...] = ("added", "removed", "rejected", "mended")


def write_changes(path: Path, inputs: list[str], comparison: Comparison, book: Rulebook, lang: Language) -> list[str]:
    """Every change as a row of ``path``, in the form that its name tells; whole or not at all.

    Returns the cells of a workbook whose text is longer than a cell holds.
    """
    form = form_of(path)
    check_apart(inputs, [path])
    keys = ("case", "programme", "before", "after", "cause", "detail")
    headings = [message(f"column_{key}", lang) for key in keys]
    columns = [list(column) for column in zip(*rows_of_changes(comparison, book, lang), strict=True)] or [
        [] for _ in keys
    ]
    with whole_files() as files, writing_to(path):
        file = files.open(path)
        title = message("sheet_changes", lang)
        if form == "xlsx":
            sink: Sink = TableSink(file, files.scratch(path), lang, title, headings, headings[-1:])
        else:
            sink = sink_for(form, file, headings)
        sink.write(columns)
        sink.close()
        return sink.cut if isinstance(sink, TableSink) else []


def rows_of_changes(comparison: Comparison, book: Rulebook, lang: Language) -> Iterator[tuple[str, ...]]:
    """Every change as the cells of a row, in words."""
    for change in comparison.changes:
        yield (
            change.case,
            title_of(book, change.programme, lang) if change.programme is not None else "",
            change.before.text(lang) if change.before is not None else "",
            change.after.text(lang) if change.after is not None else "",
            message(f"cause_{change.cause}", lang),
            change.detail,
        )


def summarise_changes(comparison: Comparison, book: Rulebook, lang: Language, most: int) -> str:
    """Counts by programme and change, then the first ``most`` changes, as lines of text."""
    if not comparison.changes:
        return message("diff_nothing", lang, both=comparison.both)
    lines = [message("diff_counts", lang, both=comparison.both, changed=comparison.changed)]
    for cause in _ALONE:
        count = sum(change.cause == cause for change in comparison.changes)
        if count:
            lines.append(message(f"diff_{cause}_cases", lang, count=count))
    table = comparison.table()
    if table:
        heads = [message(f"cause_{cause}", lang) for cause in _CHANGED]
        rows = [["", message("column_change", lang), *heads]]
        order = list(book.programmes)
        for programme, before, after in sorted(
            {key[:3] for key in table}, key=lambda key: (order.index(key[0]), key[1:])
        ):
            counts = [str(table[programme, before, after, cause]) for cause in _CHANGED]
            change = f"{before.text(lang)} → {after.text(lang)}"
            rows.append([title_of(book, programme, lang), change, *counts])
        lines += ["", *aligned(rows, texts=2)]
    if most:
        lines += ["", *(_line(change, book, lang) for change in comparison.changes[:most])]
        if len(comparison.changes) > most:
            lines.append(message("diff_more", lang, count=len(comparison.changes) - most))
    return "\n".join(lines)


def _line(change: CaseChange, book: Rulebook, lang: Language) -> str:
    if change.programme is None or change.before is None or change.after is None:
        return message("diff_alone", lang, case=change.case, cause=message(f"cause_{change.cause}", lang))
    return message(
        "diff_change",
        lang,
        case=change.case,
        programme=title_of(book, change.programme, lang),
        before=change.before.text(lang),
        after=change.after.text(lang),
        detail=change.detail,
    )
