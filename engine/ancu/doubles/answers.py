"""Officers' answers to what likeness alone could not tell: read from the sheet of questions, or any list like it.

The workbook of one run, filled in, is the file of answers for the next; so what was answered once is not asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ancu.doubles.results import DoublesAnswer
from ancu.errors import InputError, Problem
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.model import FactDef
from ancu.rulebook.values import ValueProblem, is_blank, normalise, parse, parse_date
from ancu.screening.lists.listing import Listing, Row
from ancu.screening.lists.paths import list_paths
from ancu.screening.lists.read_list import read_listing

#: The columns of answers, as the message catalogue names them.
QUESTION, SAME, BY, ON, WHY = "question", "same_person", "answered_by", "answered_on", "answered_why"
COLUMNS = (QUESTION, SAME, BY, ON, WHY)
_YES_NO = FactDef.model_construct(type="yes_no", values={})


def heading(name: str, lang: Language | None) -> str:
    """What the column ``name`` of answers is called."""
    return message(f"column_{name}", lang)


def read_answers(paths: Sequence[str]) -> dict[str, DoublesAnswer]:
    """The answers in the files at ``paths``, by question; of several to one the latest.

    Raises :class:`InputError` with every row that is no answer, and for two answers of one day that differ.
    """
    found: dict[str, tuple[DoublesAnswer, str]] = {}
    problems: list[Problem] = []
    for path in list_paths(paths):
        listing = read_listing(path, lambda header: normalise(header) in _SPOKEN)
        columns = {name: header for header in listing.headers if (name := _SPOKEN.get(normalise(header))) is not None}
        missing = [name for name in COLUMNS if name not in columns]
        if missing:
            headings = "; ".join(heading(name, None) for name in missing)
            raise InputError(Problem("doubles_answers_columns", {"columns": headings}, path))
        for row in _answered(listing, columns):
            try:
                answer = _answer(row, columns, path)
            except InputError as error:
                problems += error.problems
                continue
            before, place = found.get(answer.question, (answer, path))
            if before.on == answer.on and before.same != answer.same:
                values = {"column": columns[SAME], "question": answer.question, "place": place}
                problems.append(Problem("doubles_answers_differ", values, path, row.line))
            if before.on <= answer.on:
                found[answer.question] = (answer, f"{path}:{row.line}")
    if problems:
        raise InputError(problems)
    return {question: answer for question, (answer, _) in found.items()}


_SPOKEN: Mapping[str, str] = {normalise(heading(name, lang)): name for name in COLUMNS for lang in LANGUAGES}


def _answered(listing: Listing, columns: Mapping[str, str]) -> Iterable[Row]:
    """The rows with an answer: a question that is still open is none."""
    return (row for row in listing.rows if not is_blank(row.cells.get(columns[SAME])))


def _answer(row: Row, columns: Mapping[str, str], path: str) -> DoublesAnswer:
    problems: list[Problem] = []

    def refuse(name: str, detail: object) -> None:
        values = {"column": columns[name], "value": row.cells.get(columns[name]) or "", "detail": detail}
        problems.append(Problem("doubles_answer_unfit", values, path, row.line))

    texts = {name: str(row.cells.get(columns[name]) or "").strip() for name in (QUESTION, BY, WHY)}
    for name in (QUESTION, BY, WHY):
        if not texts[name]:
            refuse(name, lambda lang: message("doubles_answer_blank", lang))
    same: object = None
    day = date.min
    try:
        same = parse(_YES_NO, row.cells.get(columns[SAME]))
    except ValueProblem as problem:
        refuse(SAME, problem.text)
    try:
        day = parse_date(row.cells.get(columns[ON]))
    except ValueProblem as problem:
        refuse(ON, problem.text)
    if problems:
        raise InputError(problems)
    return DoublesAnswer(question=texts[QUESTION], same=same is True, by=texts[BY], on=day, why=texts[WHY])
