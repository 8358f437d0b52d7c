"""Lists that law has made public: the rows, with the fields that the text names and none besides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ancu.errors import Problem, UnknownNameError, suggestion
from ancu.messages import Language, message
from ancu.notices.case_of_notice import Buyer, CaseOfNotice
from ancu.notices.office import Office
from ancu.rulebook.citations import render_all
from ancu.rulebook.notices import PublicFieldName, PublicList
from ancu.rulebook.rulebook import Rulebook


@dataclass
class PublishedList:
    """A list as it is published. ``lacking`` counts, by heading, the rows in which a field of law is not known."""

    title: str
    basis: str
    places: str
    office: Office
    project: str
    headings: tuple[str, ...]
    fields: tuple[PublicFieldName, ...]
    lang: Language
    rows: list[tuple[str, ...]] = field(default_factory=list)
    lacking: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    def heading(self) -> Mapping[str, str]:
        """What stands above the table."""
        return {
            "quoc_hieu": message("letter_heading_right", self.lang),
            "tieu_ngu": message("letter_motto", self.lang),
            "co_quan_chu_quan": self.office.co_quan_chu_quan,
            "co_quan": self.office.co_quan,
            "title": self.title,
            "project": message("public_project", self.lang, project=self.project) if self.project else "",
            "basis": message("public_basis", self.lang, basis=self.basis),
            "places": message("public_places", self.lang, places=self.places),
            "day": message("public_day", self.lang),
            "count": message("public_count", self.lang, count=len(self.rows)),
        }


def public_list(book: Rulebook, name: str) -> PublicList:
    """A list that law has made public; :class:`UnknownNameError` where there is none of this name."""
    lists = book.notices.lists
    if name not in lists:
        values = {"name": name, "known": ", ".join(lists), "hint": suggestion(name, lists)}
        raise UnknownNameError(Problem("public_list_unknown", values))
    return lists[name]


def published(
    book: Rulebook, name: str, cases: Iterable[CaseOfNotice | Buyer], office: Office, project: str, lang: Language
) -> PublishedList:
    """The list called ``name`` of those ``cases`` that belong on it, in their order."""
    listing = public_list(book, name)
    cited = {n: one for procedure in book.procedures.values() for n, one in procedure.instruments.items()}
    fields = tuple(one.field for one in listing.fields)
    made = PublishedList(
        title=listing.title[lang],
        basis=render_all(listing.basis, {**cited, **book.instruments}, lang),
        places=listing.places[lang],
        office=office,
        project=project,
        headings=(message("public_number", lang), *(message(f"public_field_{one}", lang) for one in fields)),
        fields=fields,
        lang=lang,
    )
    for case in cases:
        if isinstance(case, CaseOfNotice) and not listing.signed and case.decision.status not in listing.of:
            made.left_out[case.decision.status] += 1
            continue
        cells = list(_cells(case, made))
        made.rows.append((str(len(made.rows) + 1), *cells))
    return made


def _cells(case: CaseOfNotice | Buyer, made: PublishedList) -> Iterator[str]:
    for one, heading in zip(made.fields, made.headings[1:], strict=True):
        cell = _cell(case, one, made.lang)
        if cell is None:
            made.lacking[heading] += 1
        yield cell or ""


def _cell(case: CaseOfNotice | Buyer, name: PublicFieldName, lang: Language) -> str | None:
    """What a row says of a field; None where it is not known."""
    if name == "members":
        return None if case.members is None else "; ".join(case.members) or "–"
    if name == "result":
        assert isinstance(case, CaseOfNotice)
        texts = case.decision.texts(lang)
        return texts.benefit or texts.status
    return str(getattr(case, name)) or None
