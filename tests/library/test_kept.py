"""What is kept for an object: worked out once, held by it alone, and no part of it."""

from __future__ import annotations

import copy
import gc
import pickle
import random
import weakref
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date

from ancu.inference.program import program_on, programs_of
from ancu.kept import kept
from ancu.rulebook.naming import naming_of
from tests.support.rulebooks import draw_rulebook

DAY = date(2026, 5, 1)


@dataclass(frozen=True)
class Holder:
    name: str


@kept
def letters_of(holder: Holder, least: str) -> list[str]:
    """The letters of the name from ``least`` on."""
    return [letter for letter in holder.name if letter >= least]


def test_each_object_holds_what_was_worked_out_of_it() -> None:
    one, other = Holder("an"), Holder("an")
    assert letters_of(one, "b") is letters_of(one, "b")
    assert letters_of(one, "a") == ["a", "n"]
    assert letters_of(one, "b") == letters_of(other, "b") == ["n"]
    assert letters_of(one, "b") is not letters_of(other, "b")


def test_what_the_caller_knows_is_not_worked_out() -> None:
    holder = Holder("an")
    letters_of.put(holder, ["z"], "b")
    assert (letters_of(holder, "b"), letters_of(holder, "a")) == (["z"], ["a", "n"])


def test_threads_that_ask_together_have_the_same() -> None:
    for _ in range(50):
        holder = Holder("an cu" * 100)
        with ThreadPoolExecutor(8) as threads:
            found = list(threads.map(lambda _, holder=holder: letters_of(holder, "b"), range(8)))
        assert len({id(letters) for letters in found}) == 1


def test_what_is_kept_goes_with_its_object() -> None:
    holder = Holder("an")
    letters_of(holder, "b")
    gone = weakref.ref(holder)
    del holder
    gc.collect()
    assert gone() is None


def test_a_rulebook_that_was_used_is_copied_compared_and_sent_as_one_that_was_not() -> None:
    book, unused = (draw_rulebook(random.Random(1)).book for _ in range(2))
    programme = next(iter(book.programmes))
    program_on(book, programme, DAY)
    naming_of(book)
    assert book == unused
    for copied in (copy.deepcopy(book), pickle.loads(pickle.dumps(book)), replace(book)):
        assert copied == book
        assert programs_of(copied) == {}
