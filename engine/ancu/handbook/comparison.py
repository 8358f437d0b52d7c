"""Two rulebooks, or two days of one, compared for whoever has to answer for the change: in words, and for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ancu.handbook.statements import Change
from ancu.messages import Language, message
from ancu.rulebook.references import cited, names_in, use_of
from ancu.rulebook.rulebook import Rulebook

#: The titles of the programmes that read each name.
Readers = Mapping[str, Sequence[str]]


def readers_of(book: Rulebook, lang: Language) -> Readers:
    """Who reads each name of ``book``."""
    readers: dict[str, list[str]] = {}
    for programme, definition in book.programmes.items():
        for name in use_of(book, programme):
            readers.setdefault(name, []).append(definition.title[lang])
    return readers


def in_words(found: Sequence[Change], readers: Readers, lang: Language) -> Iterator[str]:
    """The changes line by line under their kinds, names that several programmes share with these; then how many."""
    kind = None
    for change in found:
        if change.statement.kind != kind:
            kind = change.statement.kind
            if change is not found[0]:
                yield ""
            yield message(f"kind_{kind}", lang)
        yield "  " + headline(change, lang)
        for mark, lines in (("-", change.gone), ("+", change.come)):
            yield from (f"    {mark} {line}" for line in lines)
        if len(shared := readers.get(change.statement.name, ())) > 1:
            yield "    " + message("diff_shared", lang, programmes="; ".join(shared))
    if found:
        yield ""
    yield message("diff_count", lang, count=len(found)) if found else message("diff_same", lang)


def headline(change: Change, lang: Language) -> str:
    """What was added, removed or changed."""
    return message(f"diff_{change.state}", lang, title=change.statement.title, name=change.statement.name)


def concerning(found: Iterable[Change], books: Iterable[Rulebook], programmes: Iterable[str]) -> list[Change]:
    """The changes that concern any of ``programmes`` in any of ``books``."""
    names: set[str] = set()
    for book in books:
        for programme in programmes:
            if programme in book.programmes:
                names |= _concern(book, programme)
    return [change for change in found if f"{change.statement.kind} {change.statement.name}" in names]


def _concern(book: Rulebook, programme: str) -> set[str]:
    """What ``programme`` rests on, each name with its kind as statements have it."""
    read = {programme, *use_of(book, programme)}
    kinds = {f"{kind} {name}" for name in read for kind in (
        "programme", "condition", "quantity", "figure", "projection", "document", "fact", "wording")}  # fmt: skip
    kinds |= {f"preference {name}" for name, one in book.preferences.items() if programme in one.among}
    kinds |= {f"question {name}" for name, raisers in book.raised.items() if read.intersection(raisers)}
    for name, following in book.implications.items():
        if read.intersection((*names_in(following.when), *following.then)):
            kinds.add(f"implication {name}")
    for name, _, _, basis in cited(book):
        region = name.removeprefix("region ")
        if name in read or region in book.regions:
            kinds |= {f"instrument {citation.partition(':')[0]}" for citation in basis}
    return kinds
