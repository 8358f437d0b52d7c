"""A command takes no frame of pandas, but Arrow imports pandas with the first array that it makes, wherever it is.

That takes a quarter of a second of a core and starts threads. While it is hidden, Arrow finds none and asks no more.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import ModuleType


class _Hidden:
    """Finds modules, and of pandas finds that it is not to be had."""

    def find_spec(self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> None:
        if name == "pandas":
            raise ModuleNotFoundError("pandas is hidden from this command", name=name)


_HIDDEN = _Hidden()


def hide() -> None:
    """Have this process find no pandas, unless it has it already."""
    if "pandas" not in sys.modules and _HIDDEN not in sys.meta_path:
        sys.meta_path.insert(0, _HIDDEN)


def show() -> None:
    """Let it be found again: PySpark may ask for it."""
    if _HIDDEN in sys.meta_path:
        sys.meta_path.remove(_HIDDEN)
