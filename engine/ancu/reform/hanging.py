"""How many cases of a list hang on each open question of the law: whose results tell it, as a note or as a doubt."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa

from ancu.handbook.dossier import CasesHanging, ListCounted
from ancu.inference.verdicts import UNDETERMINED
from ancu.messages import message
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.headers.map_file import read_map
from ancu.screening.headers.meanings import Meanings
from ancu.screening.job import Job
from ancu.screening.jobs.run_job import cores, people_of_job, plan_of, wanted_of
from ancu.screening.lists.chunks import Chunk, Column, NotPlainError
from ancu.screening.lists.opening import open_lists
from ancu.screening.run.judged_chunk import JudgedChunk
from ancu.screening.run.screen import screen


def count_hanging(book: Rulebook, job: Job, deciding: Collection[str]) -> ListCounted:
    """Judge the list of ``job``, and count the cases whose results tell each question, a case once for each.

    On the questions ``deciding`` results can hang; any other is only told with them.
    Raises :class:`~ancu.errors.InputError` for a list that cannot be read.
    """
    try:
        return _counted(book, job, deciding, plainly=True)
    except NotPlainError:
        return _counted(book, job, deciding, plainly=False)


def _counted(book: Rulebook, job: Job, deciding: Collection[str], *, plainly: bool) -> ListCounted:
    mapping = read_map(job.mapping, book) if job.mapping is not None else None
    meanings = Meanings(book, mapping)
    with open_lists(job.lists, meanings, job.sheet, job.lang, plainly=plainly) as opened:
        households = people_of_job(book, job, opened, meanings)
        source = households.source if households is not None else opened.source
        plan = replace(plan_of(book, job, source, mapping, households), reasons="text")
        counter = _HangingCounter(book, job, deciding)
        run = screen(plan, source, put=counter.put, wanted=wanted_of(plan, source), threads=cores())
        opened.check_unchanged()
    name = ", ".join(Path(path).name for path in job.lists)
    day = plan.day if job.as_of is None else job.as_of
    return ListCounted(name, run.judged, day, counter.hanging(), run.rejected)


class _HangingCounter:
    def __init__(self, book: Rulebook, job: Job, deciding: Collection[str]) -> None:
        self.deciding = frozenset(deciding)
        self.texts = {name: question.text[job.lang] for name, question in book.questions.items()}
        self._mark = message("provisional_mark", job.lang)
        self._principle = message("status_in_principle", job.lang)
        self._open = dict.fromkeys(self.texts, 0)
        self._told = dict.fromkeys(self.texts, 0)
        self._asked: dict[str, tuple[str, ...]] = {}

    def put(self, _: Chunk, judged: JudgedChunk) -> None:
        """Count the cases of a chunk."""
        count = len(judged.kept)
        if not count:
            return
        open_ = {name: np.zeros(count, bool) for name in self.texts}
        told = {name: np.zeros(count, bool) for name in self.texts}
        for name, cells in judged.cells.items():
            undecided = np.asarray(judged.verdicts[name]) == UNDETERMINED
            said = _encoded(cells["status"])
            doubtful = np.array([self._is_doubtful(text) for text in said.dictionary.to_pylist()], bool)
            hangs = undecided | doubtful[said.indices.to_numpy()]
            notes = _encoded(cells["notes"])
            places = notes.indices.to_numpy()
            for place, text in enumerate(notes.dictionary.to_pylist()):
                for question in self._in(text):
                    here = places == place
                    held = here & hangs if question in self.deciding else np.zeros(count, bool)
                    open_[question] |= held
                    told[question] |= here & ~held
        for question in self.texts:
            self._open[question] += int(open_[question].sum())
            self._told[question] += int((told[question] & ~open_[question]).sum())

    def _is_doubtful(self, status: str) -> bool:
        return self._mark in status or status == self._principle

    def _in(self, text: str) -> tuple[str, ...]:
        if text not in self._asked:
            self._asked[text] = tuple(name for name, said in self.texts.items() if said in text)
        return self._asked[text]

    def hanging(self) -> dict[str, CasesHanging]:
        """The counts by question."""
        return {name: CasesHanging(self._open[name], self._told[name]) for name in self.texts}


def _encoded(column: Column) -> pa.DictionaryArray[pa.StringScalar]:
    if isinstance(column, pa.DictionaryArray):
        return column
    return pa.array(column, pa.string()).dictionary_encode()
