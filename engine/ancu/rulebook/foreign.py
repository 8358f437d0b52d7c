"""Values of other libraries as Python's own: what a NumPy array, a pandas frame or a calculation hands over.

Neither library is needed here, nor loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from math import isnan
from typing import Any

_OWN = frozenset({str, int, bool, date, datetime, type(None)})
#: What pandas puts where nothing is known.
_MISSING = frozenset({"NaTType", "NAType"})


#: How deep lists and mappings are read through, and how long a whole number may be, in bits, before it is rounded.
DEEPEST, LONGEST = 8, 512


def native(written: object, depth: int = 0) -> object:
    """``written`` as a value of Python's own; None for what says that nothing is known, such as NaN or NaT.

    Lists and mappings are read through; anything else that is not known here is returned as it is. A whole number so
    long that Python would not write it is rounded: no fact reaches that far.
    """
    kind = type(written)
    if kind is int and written.bit_length() > LONGEST:  # type: ignore[attr-defined]
        return Decimal(written).normalize()  # type: ignore[arg-type]
    if kind in _OWN or depth > DEEPEST:
        return written
    if kind.__name__ in _MISSING and kind.__module__.partition(".")[0] == "pandas":
        return None
    if kind.__module__ == "numpy":
        return _of_numpy(written)
    if isinstance(written, float):
        return None if isnan(written) else written
    if isinstance(written, Decimal):
        return None if written.is_nan() else written
    if isinstance(written, list | tuple):
        return [native(item, depth + 1) for item in written]
    if isinstance(written, Mapping):
        return {key: native(item, depth + 1) for key, item in written.items()}
    return written


def _of_numpy(written: Any) -> object:
    if getattr(written, "ndim", 0):
        return native(written.tolist())
    match written.dtype.kind:
        case "M":
            return written.astype("datetime64[s]").item()
        case "f":
            # The shortest text that means the number: 12.1 of a float of 32 bits is not 12.100000381469727.
            return native(Decimal(str(written)))
        case _:
            return written.item()
