"""An interview as it is kept to be gone on with: the answers as they were given, never what was concluded."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ancu.errors import InputError, Problem, suggestion
from ancu.interview.interview import Interview, InterviewStep
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse_date

#: The form of the file; a later one gets another number.
FORM = 1
#: How each of these files begins.
_BEGINNING = re.compile(rb'\{\s*"interview": ')


def as_saved(interview: Interview) -> bytes:
    """The file of an ``interview``: JSON, one answer a line in the order they were given; null: not known."""
    steps = []
    for step in interview.steps:
        written: dict[str, object] = {"fact": step.fact, "answer": step.written}
        steps.append(json.dumps({**written, "confirmed": True} if step.confirmed else written, ensure_ascii=False))
    head = {
        "interview": FORM,
        "rulebook": interview.book.digest,
        "as_of": interview.day.isoformat(),
        "programmes": interview.programmes,
    }
    lines = [f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}," for key, value in head.items()]
    told = ",\n    ".join(steps)
    answers = f"[\n    {told}\n  ]" if steps else "[]"
    return "\n".join(["{", *lines, f'  "answers": {answers}', "}", ""]).encode()


def as_record(interview: Interview) -> bytes:
    """The record of what was answered, as :func:`ancu.read_record` reads it: JSON, the answers as they were given."""
    answers = {step.fact: step.written for step in interview.steps if step.fact in interview.facts}
    record = {"as_of": interview.day.isoformat(), **answers}
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def may_replace(path: str) -> bool:
    """Whether an interview may be kept at ``path``: nothing stands there, or another interview."""
    try:
        with Path(path).open("rb") as file:
            return _BEGINNING.match(file.read(64)) is not None
    except OSError:
        return True  # whoever writes is told


def from_saved(book: Rulebook, path: str, written: Mapping[str, Any], as_of: date | None = None) -> Interview:
    """The interview in the file ``path``, whose JSON says ``written``, on its own day or ``as_of``.

    Raises :class:`InputError` with the first thing that is wrong: nothing is taken from a file that is not whole.
    """

    def refuse(kind: str, /, **values: object) -> InputError:
        return InputError(Problem(kind, values, path))

    if written.get("interview") != FORM or not written.keys() >= {"as_of", "programmes", "answers"}:
        raise refuse("interview_no_file")
    programmes, answers = written["programmes"], written["answers"]
    if not isinstance(programmes, list) or not programmes or not isinstance(answers, list):
        raise refuse("interview_no_file")
    for name in programmes:
        if not isinstance(name, str) or name not in book.programmes:
            raise refuse("interview_programme_gone", name=name, hint=suggestion(str(name), book.programmes))
    try:
        day = as_of or parse_date(written["as_of"])
    except ValueProblem as problem:
        raise refuse("interview_answer_bad", number="as_of", value=written["as_of"], problem=problem.text) from problem
    interview = Interview(book, programmes, day)
    for number, answer in enumerate(answers, 1):
        step = _step(answer)
        if step is None or step.fact in {before.fact for before in interview.steps}:
            raise refuse("interview_answer_unlike", number=number)
        if step.fact not in book.facts:
            raise refuse("interview_fact_gone", number=number, name=step.fact, hint=suggestion(step.fact, book.facts))
        try:
            interview.take(step)
        except ValueProblem as problem:
            label = book.facts[step.fact].label
            where = {"number": lambda lang, at=number, of=label: f"{at} ({of[lang or 'vi']})"}
            raise refuse("interview_answer_bad", **where, value=step.written, problem=problem.text) from problem
    return interview


def _step(answer: object) -> InterviewStep | None:
    if not isinstance(answer, dict) or not answer.keys() <= {"fact", "answer", "confirmed"}:
        return None
    fact, written = answer.get("fact"), answer.get("answer")
    if not isinstance(fact, str) or not isinstance(written, str | None) or "answer" not in answer:
        return None
    return InterviewStep(fact, written, answer.get("confirmed") is True)
