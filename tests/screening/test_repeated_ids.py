"""Case ids that stand more than once: found in long lists as in short ones."""

from __future__ import annotations

from collections import Counter

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ancu.screening.lists.chunks import Chunk
from ancu.screening.run import repeated_ids as repeats
from ancu.screening.run.repeated_ids import Repeats, numbers_of

IDS = st.lists(st.one_of(st.none(), st.sampled_from(["HS-1", " HS-1 ", "HS-12345678", "", "é"]), st.text(max_size=30)))


def places(cells: list[str | None], pieces: int, *, arrow: bool) -> dict[str, list[str]]:
    found = Repeats("case")
    size = max(1, len(cells) // pieces)
    for start in range(0, len(cells), size):
        here = cells[start : start + size]
        # A slice, as Arrow hands them out: its texts do not begin at the beginning.
        column = pa.array([None, *here], pa.string()).slice(1) if arrow else here
        found.add(Chunk(range(start + 1, start + 1 + len(here)), {"case": column}))
    return found.places()


@given(IDS, st.integers(1, 5))
def test_arrow_and_python_find_the_same(cells: list[str | None], pieces: int) -> None:
    told = places(cells, pieces, arrow=False)
    assert places(cells, pieces, arrow=True) == told
    counted = Counter(cell.strip() for cell in cells if cell is not None and cell.strip())
    assert {case: len(found) for case, found in told.items()} == {c: n for c, n in counted.items() if n > 1}


@given(IDS)
def test_the_same_text_has_the_same_number(cells: list[str | None]) -> None:
    one = numbers_of(pa.array(cells, pa.string())).tolist()
    other = numbers_of(pa.array(["x", *cells[::-1]], pa.string()).slice(1)).tolist()
    assert one == other[::-1]


def test_distinct_ids_of_a_province_have_distinct_numbers() -> None:
    cells = [f"{commune:05}-{household:08}" for commune in (9529, 7777) for household in range(200_000)]
    assert len(set(numbers_of(pa.array(cells)).tolist())) == len(cells)


def test_ids_that_share_a_number_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    import numpy as np

    monkeypatch.setattr(repeats, "numbers_of", lambda column: np.zeros(len(column), np.uint64))
    assert places(["a", "b", "a", "c"], 2, arrow=True) == {"a": ["1", "3"]}
