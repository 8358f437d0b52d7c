"""What is worked out once for an object, and held by that object: when it goes, so does all that was kept for it.

::

    @kept
    def order_of(program: Program) -> Mapping[str, int]: ...

A result is put in whole, so that threads may ask together: whoever comes second has what the first one made. What is
kept is no part of the object: it does not travel with it, and takes no part in comparing it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Generic, TypeVar, TypeVarTuple

Owner = TypeVar("Owner")
Keys = TypeVarTuple("Keys")
Value = TypeVar("Value")
_NAME = "_kept"
_NOTHING: Any = object()


class _Held(dict[Any, Any]):
    """What an object holds; a deep copy of the object, or one that was pickled, begins with none of it."""

    def __reduce__(self) -> tuple[type[_Held], tuple[()]]:
        return _Held, ()


class Kept(Generic[Owner, *Keys, Value]):
    """A function of an object, and of what can be hashed besides, whose results the object holds."""

    def __init__(self, work_out: Callable[[Owner, *Keys], Value]) -> None:
        self._work_out = work_out
        update_wrapper(self, work_out)

    def __call__(self, owner: Owner, *keys: *Keys) -> Value:
        held, place = _held_by(owner), (self, *keys)
        found: Value = held.get(place, _NOTHING)
        return found if found is not _NOTHING else held.setdefault(place, self._work_out(owner, *keys))

    def put(self, owner: Owner, value: Value, *keys: *Keys) -> None:
        """Have ``owner`` hold ``value``, which the caller knows without working it out."""
        _held_by(owner)[(self, *keys)] = value


def kept(work_out: Callable[[Owner, *Keys], Value]) -> Kept[Owner, *Keys, Value]:
    """``work_out`` as a function that works out each of its results once for each object."""
    return Kept(work_out)


def _held_by(owner: object) -> _Held:
    attributes = owner.__dict__
    held: _Held | None = attributes.get(_NAME)
    return held if held is not None else attributes.setdefault(_NAME, _Held())
