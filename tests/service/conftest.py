"""What the tests of the service share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium import webdriver

from tests.support.browser import running_chromium


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """One browser for all tests that look at pages; each leaves it without headers, cookies or widths of its own."""
    with running_chromium(tmp_path_factory.mktemp("profile")) as found:
        yield found
