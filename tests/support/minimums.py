"""The least versions that pyproject.toml declares of what the product needs, for whoever installs just those.

Run as a program it prints all of them, as constraints for pip. It needs nothing but Python.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

_PYPROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
_LEAST = re.compile(r"(?P<name>[a-z0-9-]+)(?:\[\w+\])?>=(?P<version>[\d.]+)")
#: Extras of which nothing is used by the product itself, or not in one process.
_APART = ("dev", "spark")


def minimums(*extras: str) -> Iterator[str]:
    """``name==version`` of what the core needs at least, and what each of the ``extras`` does."""
    project = tomllib.loads(_PYPROJECT.read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for name in extras for one in project["optional-dependencies"][name])]
    for one in wanted:
        found = _LEAST.match(one)
        # What runs the tests is of the extra dev too, and as new as may be.
        if found and found["name"] != "ancu" and not found["name"].startswith("pytest"):
            parts = found["version"].split(".")
            yield f"{found['name']}=={'.'.join(parts + ['0'] * (3 - len(parts)))}"


def every_extra() -> list[str]:
    """The extras that the product itself uses."""
    extras = tomllib.loads(_PYPROJECT.read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    return [name for name in extras if name not in _APART]


if __name__ == "__main__":
    print("\n".join(dict.fromkeys(minimums(*every_extra()))))
