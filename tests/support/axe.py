"""axe-core on a page in the browser: what of WCAG 2 A and AA, and of its best practices, the page breaks."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

from selenium import webdriver

_RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'] }).then(
  found => done(found.violations.map(one => [one.id, one.impact, one.nodes.map(node => node.html.slice(0, 160))])),
  error => done([['axe', String(error), []]]));
"""


@cache
def _script() -> str:
    # The package brings axe-core for another driver, of which nothing is needed.
    spec = importlib.util.find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return (Path(spec.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")


def violations(driver: webdriver.Chrome) -> list[Any]:
    """The rules of axe-core that the page of ``driver`` breaks, each with its weight and where."""
    driver.execute_script(_script() + "; window.axe = axe;")
    return list(driver.execute_async_script(_RUN))
