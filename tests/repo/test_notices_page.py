"""docs/thong-bao.md says what happens: its commands run and print what stands below them."""

from __future__ import annotations

import pytest

from tests.conftest import Command
from tests.support.pages import blocks_of, check

BLOCKS = blocks_of("thong-bao.md")


def test_there_is_something_to_run() -> None:
    assert len(BLOCKS) == 3


@pytest.mark.parametrize(("command", "printed"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_commands_print_what_the_page_says(command: str, printed: str, ancu_here: Command) -> None:
    check(command, printed, lambda *arguments: ancu_here(*arguments)[1:])
