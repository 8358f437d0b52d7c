"""What a run took the columns of a list for, told to a clerk: which fact each is, in which unit and of whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ancu.frozen import frozen
from ancu.messages import Language, message
from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.types import DATE, UNIT_SIGNS
from ancu.rulebook.values import format_value, normalise
from ancu.screening.cells.notices import some
from ancu.screening.headers.meanings import Meaning, Meanings
from ancu.screening.lists.listing import ListFile
from ancu.screening.run.concerning import lacking_text
from ancu.screening.run.plan import Plan

#: What stands above the columns of the table of what was understood.
UNDERSTOOD = (
    "understood_header", "understood_fact", "understood_unit", "understood_whose", "understood_sheet_heading",
)  # fmt: skip


@frozen
class UnderstoodColumn:
    """A column as it was taken: its header, what it holds, the unit of its bare numbers, and of whom it tells."""

    header: str
    fact: str
    unit: str
    whose: str

    @property
    def plain(self) -> bool:
        """Whether the header says all of this itself."""
        return normalise(self.header) == normalise(self.fact) and not self.unit


def understood_columns(plan: Plan) -> list[UnderstoodColumn]:
    """The columns that are read, in the order of the list; those of people after those of cases."""
    found = [_column(plan, h, plan.columns.cells.meanings[h], of_people=False) for h in plan.columns.known]
    for reader in plan.households.readers if plan.households is not None else ():
        found += [_column(plan, header, meaning, of_people=True) for header, meaning in reader.cells.meanings.items()]
    return found


def _column(plan: Plan, header: str, meaning: Meaning, *, of_people: bool) -> UnderstoodColumn:
    lang, name = plan.lang, meaning.name
    book = plan.households.person if of_people and plan.households is not None else plan.book
    fact = book.facts.get(name)
    if fact is None:
        label = message(f"heading_{name}", lang) if name in (CASE, AS_OF) else name
        return UnderstoodColumn(header, label, "", message("whose_case", lang))
    whose = message("whose_member", lang) if of_people else _whose(fact, lang)
    return UnderstoodColumn(header, fact.label[lang], _unit(fact, meaning, lang), whose)


def _unit(fact: FactDef, meaning: Meaning, lang: Language) -> str:
    """The unit in which a bare number of a column is read; empty where it holds no numbers."""
    if fact.value_type.kind != "number":
        return ""
    if meaning.unit is not None:
        return meaning.unit
    if fact.unit is not None:
        return fact.unit[lang]
    dimension = fact.value_type.dimension or ""
    if dimension in ("years", "months", "days"):
        return message(f"unit_{dimension}", lang)
    return "VND" if dimension == "money" and lang == "en" else UNIT_SIGNS.get(dimension) or ""


def _whose(fact: FactDef, lang: Language) -> str:
    """Of whom a fact of a record tells, as its Vietnamese label says."""
    text = normalise(fact.label.vi)
    for key, words in (("whose_spouse", "whose_spouse_words"), ("whose_household", "whose_household_words")):
        if any(word in text for word in message(words, "vi").split("; ")):
            return message(key, lang)
    return message("whose_applicant", lang)


def day_text(plan: Plan) -> str:
    """By the law of which day the cases are judged."""
    day = format_value(plan.day.toordinal(), DATE, None, plan.lang)
    header = plan.columns.header(AS_OF)
    if header is not None:
        return message("day_by_column", plan.lang, header=header, day=day)
    return message("day_for_all", plan.lang, day=day)


def told_file(file: ListFile, files: Sequence[ListFile]) -> str:
    """A file as it is named among others, with its sheet where several were read of it."""
    alone = sum(other.path == file.path for other in files) == 1
    return file.path if alone or file.sheet is None else f"{file.path} ({file.sheet})"


def sheets_text(files: Iterable[ListFile]) -> str:
    """The sheets that were read, each with its file where there are several; empty where none was of a workbook."""
    read = [file for file in files if file.sheet is not None]
    return "; ".join(f"{file.path}: {file.sheet}" if len(read) > 1 else str(file.sheet) for file in read)


def understood_notices(plan: Plan, files: Sequence[ListFile], lang: Language, *, every: bool = False) -> Iterator[str]:
    """The day, the sheet, and the columns of numbers, whose unit matters; ``every``: all that headers leave open."""
    yield day_text(plan)
    if sheets := sheets_text(files):
        yield message("understood_sheet", lang, sheet=sheets)
    # Each workbook of several has its sheet of people, with the same columns: what is the same is said once.
    yield from dict.fromkeys(
        message(
            "understood_column_in" if column.unit else "understood_column",
            lang, header=column.header, fact=column.fact, unit=column.unit,
        )
        for column in understood_columns(plan)
        if column.unit or (every and not column.plain)
    )  # fmt: skip


def column_notices(plan: Plan, files: Sequence[ListFile], lang: Language) -> Iterator[str]:
    """The columns that are not read, each with the file that it is of, where there are several; rows beside those that
    are numbered."""
    for file in files if plan.households is None else ():
        if file.unnumbered:
            name = f"{told_file(file, files)}: " if len(files) > 1 else ""
            yield name + message("warn_unnumbered", lang, count=len(file.unnumbered), lines=some(file.unnumbered))
    meanings = Meanings(plan.book)
    unused: dict[str, list[str]] = {}
    for header, near in plan.columns.unknown.items():
        of = [told_file(file, files) for file in files if header in file.headers] if len(files) > 1 else []
        name = f"{', '.join(of)}: " if of else ""
        if (yearly := meanings.monthly(header)) is not None:
            fact = naming_of(plan.book).label(yearly)
            said = fact(lang) if callable(fact) else fact
            yield name + message("warn_column_yearly", lang, header=header, fact=said)
            continue
        if meanings.is_relation(header):
            yield name + message("warn_relation_alone", lang, header=header)
        elif near:
            yield name + message("warn_unknown_column_near", lang, header=header, near=near)
        else:
            unused.setdefault(name, []).append(header)
    for name, (header, *more) in unused.items():
        if more:
            headers = ", ".join(f"“{one}”" for one in (header, *more))
            yield name + message("warn_unknown_columns", lang, headers=headers)
        else:
            yield name + message("warn_unknown_column", lang, header=header)


def left_out_notices(plan: Plan, path: str, lang: Language) -> Iterator[str]:
    """The programmes that the list nearly suits, with what it lacks; nothing where somebody chose."""
    if plan.lacks:
        yield message("warn_left_out", lang, nearest=lacking_text(plan.book, plan.lacks, lang), path=path)
