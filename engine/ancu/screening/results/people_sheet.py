"""The people of households as a result tells them: whose row it is, and what was read of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ancu.decision.rendering import value_text
from ancu.messages import message
from ancu.rulebook.naming import CASE
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, is_blank
from ancu.screening.households.households import Households
from ancu.screening.households.member_reader import MemberListReader, MemberRow
from ancu.screening.lists.chunks import Chunk
from ancu.screening.run.judged_chunk import JudgedChunk
from ancu.screening.run.plan import Plan


def people_headings(plan: Plan, households: Households) -> list[str]:
    """The headings of the sheet: the case, the row, what became of it, then a column for each thing told of people."""
    lang = plan.lang
    person = households.person
    own = [message(key, lang) for key in ("heading_case", "people_row", "people_state")]
    return [*own, *(person.facts[name].label[lang] for name in _facts(households))]


def _facts(households: Households) -> list[str]:
    told = {name for reader in households.readers for name in reader.facts}
    return [name for name in households.person.facts if name in told]


def lines_of_people(plan: Plan, households: Households, chunk: Chunk, judged: JudgedChunk) -> Iterator[list[Any]]:
    """The people of the rows of a chunk, in their order."""
    header = plan.columns.header(CASE)
    kept = set(judged.kept)
    for at in range(len(chunk)):
        row = chunk.row(at)
        state = message("people_judged" if at in kept else "people_returned", plan.lang)
        case = row.cells.get(header) if header is not None else None
        for member in households.rows_of(row):
            yield _line(plan, households, member, case, state)


def lines_of_strays(plan: Plan) -> Iterator[list[Any]]:
    """The people whose household is not in the list."""
    households = plan.households
    for code, member in households.strays if households is not None else ():
        assert households is not None
        yield _line(plan, households, member, code, message("people_stray", plan.lang))


def _line(plan: Plan, households: Households, member: MemberRow, case: Any, state: str) -> list[Any]:
    reader = households.reader_of(member)
    headers = {meaning.name: header for header, meaning in reader.cells.meanings.items()}
    read = [_read(households.person, reader, headers.get(name), name, member, plan) for name in _facts(households)]
    # In a sheet of its own list the line says enough, and is read again as what the person is called.
    place = (
        message("line", plan.lang, line=member.row.line)
        if len(households.readers) == 1 and member.number is None
        else member.place(plan.lang)
    )
    return [case, place, state, *read]


def _read(
    person: Rulebook, reader: MemberListReader, header: str | None, name: str, member: MemberRow, plan: Plan
) -> str | None:
    """What was read of a cell; one that could not be is repeated as it stands."""
    written = member.row.cells.get(header) if header is not None else None
    if header is None or is_blank(written):
        return None
    try:
        value = reader.cells.read(header, written)
    except ValueProblem:
        return str(written)
    return value_text(person, name, value, plan.lang) if value is not None else None
