"""How much the tests look at: what a commit needs, or all that CI looks at (``make sweep``, which sets ANCU_THOROUGH).

A test that draws fewer cases for a commit takes their number from :func:`enough` and is marked ``sweep``, as are those
that measure the whole law: these wait for the sweep (``sweep(only=True)``), and the run's last line says how many did.
"""

from __future__ import annotations

import os

THOROUGH = bool(os.environ.get("ANCU_THOROUGH"))


def enough(whole: int, commit: int) -> int:
    """How many cases to draw: ``whole`` in a sweep, else what is enough for a ``commit``."""
    return whole if THOROUGH else commit
