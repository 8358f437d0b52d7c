"""Memory of long lists: what is freed after one chunk is kept for the next, which needs as much.

NumPy and Arrow take and free some megabytes for each column. Handed back each time, every page of it is cleared again
by the system: a seventh of the time of a list with texts.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from functools import cache

import pyarrow as pa

#: What glibc calls the bytes of its heap's end that it keeps, and those from which memory is not taken from its heap.
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
_KEPT, _APART = 1 << 28, 1 << 26


@cache
def keep_memory() -> None:
    """Have this process keep memory that it will need again, as far as its allocators are known."""
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError, AttributeError):  # another C library
        library = ctypes.CDLL(None)
        library.mallopt(_M_MMAP_THRESHOLD, _APART)
        library.mallopt(_M_TRIM_THRESHOLD, _KEPT)
    if "ARROW_DEFAULT_MEMORY_POOL" not in os.environ:
        with contextlib.suppress(NotImplementedError):  # Arrow was built without it
            pa.set_memory_pool(pa.jemalloc_memory_pool())
