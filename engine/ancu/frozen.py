"""Frozen dataclasses that are made in a quarter of the time.

The standard library writes six functions of each class as text and compiles them whenever its module is imported: a
command that explains one record imports sixty such classes, and that took a tenth of its time. Here ``__init__`` alone
is written so. To :mod:`dataclasses` they are dataclasses like others.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, field
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")
#: What marks a class that is frozen itself, as a class derived from one need not be.
_FROZEN = "__frozen__"


@overload
def frozen(given: type[T], /) -> type[T]: ...
@overload
def frozen(*, slots: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(given: Any = None, /, *, slots: bool = False) -> Any:
    """As ``dataclass(frozen=True, slots=slots)`` of the standard library."""
    return _made(given, slots) if given is not None else lambda later: _made(later, slots)


def _made(given: type[Any], slots: bool) -> type[Any]:
    own = vars(given)
    hashed = own.get("__hash__", MISSING)
    keeps_hash = hashed is not MISSING and not (hashed is None and "__eq__" in own)
    cls: type[Any] = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(given)
    row = _row_of([one.name for one in dataclasses.fields(cls) if one.compare])
    methods = {"__init__": _init_of(cls), "__eq__": _eq_by(row), "__repr__": _repr}
    if slots:
        methods |= {"__getstate__": _state, "__setstate__": _set_state}
    for name, method in methods.items():
        if name not in own:
            setattr(cls, name, method)
    if not keeps_hash:
        cls.__hash__ = _hash_by(row)  # type: ignore[assignment]
    setattr(cls, _FROZEN, True)
    cls.__setattr__ = cls.__delattr__ = _refuse  # type: ignore[assignment]
    return cls


def _init_of(cls: type[Any]) -> Callable[..., None]:
    """``__init__`` of the fields of ``cls``."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_missing": MISSING}
    parameters, lines = ["self"], []
    for one in dataclasses.fields(cls):
        name, value = one.name, one.name
        if one.default_factory is not MISSING:
            known[f"_made_{name}"] = one.default_factory
            value = f"_made_{name}() if {name} is _missing else {name}" if one.init else f"_made_{name}()"
            parameters += [f"{name}=_missing"] if one.init else []
        elif one.default is not MISSING:
            known[f"_default_{name}"] = one.default
            value = name if one.init else f"_default_{name}"
            parameters += [f"{name}=_default_{name}"] if one.init else []
        else:
            parameters.append(name)
        lines.append(f" _set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n" + ("\n".join(lines) or " pass"), known)  # noqa: S102 - the names are those of fields
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _row_of(names: list[str]) -> Callable[[Any], Any]:
    """Gives a tuple of what is called ``names``."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _eq_by(row: Callable[[Any], Any]) -> Callable[[Any, object], Any]:
    def __eq__(self: Any, other: object) -> Any:
        return row(self) == row(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _hash_by(row: Callable[[Any], Any]) -> Callable[[Any], int]:
    return lambda self: hash(row(self))


@recursive_repr()
def _repr(self: Any) -> str:
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, value: object = MISSING) -> None:
    if _FROZEN in vars(type(self)) or name in type(self).__dataclass_fields__:
        raise FrozenInstanceError(f"cannot {'delete' if value is MISSING else 'assign to'} field {name!r}")
    if value is MISSING:
        object.__delattr__(self, name)
    else:
        object.__setattr__(self, name, value)


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for one, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)
