"""What a run came to, for a terminal: counts by programme and status, and which column would settle most."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence

from ancu.batch.single_changes import SingleChanges
from ancu.decision.contract import STATUSES
from ancu.decision.rendering import title_of, value_text
from ancu.messages import Language, lower_first, message
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.run.screen import Screening

MOST_FACTS = 3
#: The narrowest that a title is wrapped to, in letters.
_LEAST_TITLE = 24
#: How many facts are named that one change alone would settle.
MOST_SINGLE = 6
#: What may be open of eligible cases, as it is counted.
OPENED = ("open_benefit", "in_principle")


def summarise(book: Rulebook, screening: Screening, lang: Language, width: int | None = None) -> str:
    """The summary as lines of text; titles of programmes are wrapped where the table would be wider than ``width``."""
    lines = [
        message(
            "summary_rows",
            lang,
            read=screening.read,
            judged=screening.judged,
            rejected=screening.rejected,
        ),
        "",
    ]
    if not screening.judged:
        return lines[0]
    lines += _table(book, screening, lang, width)
    for name, counts in screening.opened.items():
        title = title_of(book, name, lang)
        opened = {what: counts[what] for what in OPENED if counts[what]}
        told = [message(f"summary_{what}", lang, programme=title, count=count) for what, count in opened.items()]
        lines += ["", *told] if told else []
    for name, counts in screening.alone.items():
        alone = counts.most_common(MOST_FACTS)
        if alone:
            facts = "; ".join(
                message("summary_alone_fact", lang, fact=book.facts[fact].label[lang], count=count)
                for fact, count in alone
            )
            lines += ["", message("summary_alone", lang, programme=title_of(book, name, lang), facts=facts)]
    for text in single_texts(book, screening, lang):
        lines += ["", text]
    return "\n".join(lines)


def single_texts(book: Rulebook, screening: Screening, lang: Language) -> Iterator[str]:
    """What one change alone would do for those refused, a sentence a programme, where that was asked."""
    for name, single in screening.single.items():
        if not single.refused:
            continue
        values = {"programme": title_of(book, name, lang), "refused": single.refused, "cases": single.cases}
        if not single.cases:
            yield message("summary_single_none", lang, **values)
            continue
        # The same order whatever came first: by count, then as the rulebook names them.
        order = sorted(filter(single.counts.get, book.changeable), key=single.counts.__getitem__, reverse=True)
        facts = "; ".join(_single_text(book, single, fact, lang) for fact in order[:MOST_SINGLE])
        yield message("summary_single", lang, **values, facts=facts)


def _single_text(book: Rulebook, single: SingleChanges, fact: str, lang: Language) -> str:
    change, count, gap = book.changeable[fact], single.counts[fact], single.median(fact)
    label = lower_first(book.facts[fact].label[lang])
    if change.act is not None and "{value}" not in change.act.vi:
        label = change.act[lang]
    if gap is None:
        return message("summary_single_fact", lang, fact=label, count=count)
    key = "summary_single_over" if change.to == "lower" else "summary_single_under"
    return message(key, lang, fact=label, count=count, gap=value_text(book, fact, gap, lang))


def referee_text(screening: Screening, lang: Language) -> str:
    """How far the results were judged again by a second engine, in a sentence; a receipt keeps it too."""
    if screening.refereed_by == "rete":
        return message("summary_referee", lang, done=screening.refereed, of=screening.outcomes)
    return message("summary_no_referee", lang)


def _table(book: Rulebook, screening: Screening, lang: Language, width: int | None) -> list[str]:
    counts = screening.counts
    shown = [s for s in (*STATUSES, "not_covered") if any(c[s] for c in counts.values())]
    heading = ["", *(message(f"status_{status}", lang) for status in shown)]
    rows = [heading]
    # A line that the terminal breaks anywhere cannot be read along.
    room = None if width is None else max(_LEAST_TITLE, width - sum(_width(said) + 2 for said in heading[1:]))
    for name in counts:
        title = title_of(book, name, lang)
        first, *more = [title] if room is None else textwrap.wrap(title, room, subsequent_indent="  ")
        rows.append([first, *(str(counts[name][status]) for status in shown)])
        rows += [[line, *("" for _ in shown)] for line in more]
    return aligned(rows)


def aligned(rows: Sequence[Sequence[str]], texts: int = 1) -> list[str]:
    """Rows as lines of a table: the first ``texts`` columns are texts, the others numbers."""
    widths = [max(_width(row[i]) for row in rows) for i in range(len(rows[0]))]
    return [
        "  ".join(_pad(c, w, right=i >= texts) for i, (c, w) in enumerate(zip(row, widths, strict=True))).rstrip()
        for row in rows
    ]


def _width(text: str) -> int:
    return sum(not unicodedata.combining(c) for c in unicodedata.normalize("NFC", text))


def _pad(text: str, width: int, right: bool = False) -> str:
    space = " " * (width - _width(text))
    return space + text if right else text + space
