"""Pages of docs/ say what happens: their commands run, each in an empty folder, and print what stands below them."""

from __future__ import annotations

import pytest

from tests.conftest import Command
from tests.support.pages import blocks_of, check

#: Each page with the number of its commands, at least.
PAGES = {"ho-gia-dinh.md": 2, "neu-doi.md": 1, "thong-bao.md": 3, "trung-lap.md": 2}
BLOCKS = [(page, *block) for page in PAGES for block in blocks_of(page)]


@pytest.mark.parametrize(("page", "least"), PAGES.items())
def test_there_is_something_to_run(page: str, least: int) -> None:
    assert len(blocks_of(page)) >= least


@pytest.mark.parametrize(
    ("page", "command", "printed"), BLOCKS, ids=[f"{page}-{command[:60]}" for page, command, _ in BLOCKS]
)
def test_commands_print_what_the_page_says(page: str, command: str, printed: str, ancu_here: Command) -> None:
    check(command, printed, lambda *arguments: ancu_here(*arguments)[1:])
