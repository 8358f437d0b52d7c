"""The public surface is listed in docs/api.md; it changes only with a line in the changelog.

After a change that is meant: ``python -m tests.library.test_api`` writes the list anew and says which line to add.
"""

from __future__ import annotations

import dataclasses
import hashlib
import inspect
import typing
from pathlib import Path
from typing import Any

from pydantic import BaseModel

import ancu

ROOT = Path(__file__).resolve().parents[2]
LISTED = ROOT / "docs" / "api.md"


def listing() -> str:
    """Every public name with its signature, fields and methods, one a line."""
    lines: list[str] = []
    for name in sorted(ancu.__all__):
        value = getattr(ancu, name)
        if isinstance(value, str):
            lines.append(f"{name}: str")
        elif not inspect.isclass(value) and not inspect.isfunction(value):
            lines.append(f"{name} = {_plain(value)}")
        elif inspect.isfunction(value):
            for variant in typing.get_overloads(value) or [value]:
                lines.append(f"def {name}{_signature(variant)}")
        else:
            lines += _class(name, value)
    return "\n".join(lines) + "\n"


def _plain(value: Any) -> str:
    return str(value).replace("typing.", "").replace("collections.abc.", "").replace("pydantic.main.", "")


class _Raw(str):
    """An annotation, which is text already and needs no quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _signature(function: Any) -> str:
    signature = inspect.signature(function)
    parameters = [p.replace(annotation=_annotation(p.annotation)) for p in signature.parameters.values()]
    return str(signature.replace(parameters=parameters, return_annotation=_annotation(signature.return_annotation)))


def _annotation(annotation: Any) -> Any:
    return _Raw(annotation) if isinstance(annotation, str) else annotation


def _class(name: str, kind: type) -> list[str]:
    folded, bases = _folded(kind)
    lines = [f"class {name}({', '.join(base.__name__ for base in bases)})" if bases else f"class {name}"]
    if issubclass(kind, BaseModel) or dataclasses.is_dataclass(kind):
        # What a dataclass does not show is its own affair.
        shown = [f.name for f in dataclasses.fields(kind) if f.repr] if dataclasses.is_dataclass(kind) else []
        fields = list(kind.model_fields) if issubclass(kind, BaseModel) else shown
        annotations = {field: text for part in folded for field, text in part.__annotations__.items()}
        lines += [f"    {field}: {annotations[field]}" for field in fields]
    for member, value in (item for part in folded for item in vars(part).items()):
        if member.startswith(("_", "model_")) or member in ("issue", "bind"):
            continue
        if isinstance(value, property):
            lines.append(f"    {member} -> {typing.cast(Any, value.fget).__annotations__['return']}  (property)")
        elif inspect.isfunction(value):
            lines.append(f"    def {member}{_signature(value)}")
    return lines


def _folded(kind: type) -> tuple[list[type], list[type]]:
    """The parts that a class is told as one with, and the bases it is told with.

    A base that gives fields and is not public itself is a part: callers see its fields as the class's own.
    """
    parts, bases = [kind], []
    for base in kind.__bases__:
        if issubclass(base, BaseModel) and base.model_fields and base.__name__ not in ancu.__all__:
            inner, above = _folded(base)
            parts, bases = [*inner, *parts], [*bases, *above]
        elif base is not object:
            bases.append(base)
    return parts, bases


def digest() -> str:
    return hashlib.sha256(listing().encode()).hexdigest()[:8]


def changelog_line() -> str:
    return f"Public API {ancu.API_VERSION} (`{digest()}`)"


def document() -> str:
    return (
        f"# The public surface, version {ancu.API_VERSION}\n\n"
        "What `import ancu` offers and keeps stable. Made by `python -m tests.library.test_api`; "
        "a test holds it against the code.\n\n"
        f"```text\n{listing()}```\n"
    )


def test_the_public_surface_is_the_one_that_is_listed() -> None:
    assert LISTED.read_text(encoding="utf-8") == document(), (
        "The public API has changed. Undo that, or: raise API_VERSION, run `python -m tests.library.test_api`, "
        f"and add a line to CHANGELOG.md that says “{changelog_line()}” and what changed."
    )


def test_a_change_of_the_public_surface_stands_in_the_changelog() -> None:
    assert changelog_line() in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_public_name_is_documented() -> None:
    for name in ancu.__all__:
        value = getattr(ancu, name)
        if inspect.isclass(value) or inspect.isfunction(value):
            assert (value.__doc__ or "").strip(), name


def test_every_error_is_one_of_ours() -> None:
    errors = [getattr(ancu, name) for name in ancu.__all__ if name.endswith("Error")]
    assert len(errors) >= 8
    assert all(issubclass(error, ancu.AncuError) for error in errors)


if __name__ == "__main__":
    LISTED.write_text(document(), encoding="utf-8")
    print(f"CHANGELOG.md needs a line with: {changelog_line()}")
