"""Small changes to the text of a YAML file that leave every other line, and every comment, as it stands."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date
from typing import Any

import yaml


class NotABlockError(Exception):
    """What was to be changed stands in braces, or is no mapping: there is no line to put a new one after."""


def add(text: str, key: str, block: str) -> str:
    """``text`` with ``block`` as the last entry of the mapping under the top-level ``key``, which is made if absent."""
    found = _entry(text, key)
    if found is None:
        return f"{text.rstrip()}\n\n{key}:\n{textwrap.indent(block, '  ')}".lstrip()
    _, value = found
    if not isinstance(value, yaml.MappingNode) or value.flow_style or not value.value:
        raise NotABlockError(key)
    at = _line_after(text, value)
    return text[:at] + textwrap.indent(block, " " * value.start_mark.column) + text[at:]


def replace(text: str, key: str, block: str) -> str:
    """``text`` with ``block``, key and all, in place of the top-level ``key`` and its value."""
    found = _entry(text, key)
    if found is None:
        raise NotABlockError(key)
    name, value = found
    return text[: name.start_mark.index] + block + text[_line_after(text, value) :]


def has(text: str, path: Sequence[str | int]) -> bool:
    """Whether something stands at ``path``."""
    try:
        _at(text, path)
    except NotABlockError:
        return False
    return True


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The line, counted from 1, on which what is at ``path`` begins."""
    return int(_at(text, path).start_mark.line) + 1


def insert(text: str, path: Sequence[str | int], place: int, item: str, flow: str) -> str:
    """``text`` with a new item at ``place`` of the list at ``path``: ``item``, without its dash, or in braces ``flow``.

    An item goes in braces where the one beside it does, and where the list itself stands in brackets.
    """
    items = _at(text, path)
    if not isinstance(items, yaml.SequenceNode) or not items.value:
        raise NotABlockError(path[-1])
    beside = items.value[max(place - 1, 0)]
    if items.flow_style:
        if place == 0:
            at = beside.start_mark.index
            return f"{text[:at]}{flow}, {text[at:]}"
        at = beside.end_mark.index
        return f"{text[:at]}, {flow}{text[at:]}"
    column = items.start_mark.column
    shown = flow if getattr(beside, "flow_style", False) else item
    lines = textwrap.indent(shown.rstrip("\n"), " " * (column + 2)).lstrip()
    at = _line_after(text, beside) if place else text.rfind("\n", 0, items.start_mark.index) + 1
    before = text[:at] if text[:at].endswith("\n") or not at else text[:at] + "\n"
    return f"{before}{' ' * column}- {lines}\n{text[at:]}"


def close(text: str, path: Sequence[str | int], day: date) -> str:
    """``text`` with ``day`` as the last day (``to``) of the version at ``path``."""
    version = _at(text, path)
    if not isinstance(version, yaml.MappingNode) or not version.value:
        raise NotABlockError(path[-1])
    entries = {name.value: (name, value) for name, value in version.value}
    if "to" in entries:
        _, old = entries["to"]
        return text[: old.start_mark.index] + day.isoformat() + text[old.end_mark.index :]
    if version.flow_style:
        if "from" in entries:
            at = entries["from"][1].end_mark.index
            return f"{text[:at]}, to: {day.isoformat()}{text[at:]}"
        at = version.value[0][0].start_mark.index
        return f"{text[:at]}to: {day.isoformat()}, {text[at:]}"
    indent = " " * version.start_mark.column
    if "from" in entries:
        at = _line_after(text, entries["from"][1])
        return f"{text[:at]}{indent}to: {day.isoformat()}\n{text[at:]}"
    at = version.value[0][0].start_mark.index
    return f"{text[:at]}to: {day.isoformat()}\n{indent}{text[at:]}"


def into_versions(text: str, path: Sequence[str | int], keys: Sequence[str], first: str, second: str) -> str:
    """``text`` with the ``keys`` of the mapping at ``path`` moved, as they are written, into the first of two versions.

    ``first`` is the line that begins that version; ``second`` the other version, without its dash.
    """
    rule = _at(text, path)
    if not isinstance(rule, yaml.MappingNode) or rule.flow_style:
        raise NotABlockError(path[-1])
    column = rule.start_mark.column
    moved: list[tuple[int, int]] = []
    for name, value in rule.value:
        if name.value in keys:
            start = text.rfind("\n", 0, name.start_mark.index) + 1
            moved.append((start, _line_after(text, value)))
    if not moved:
        raise NotABlockError(path[-1])
    kept = "".join(textwrap.indent(_ended(text[start:end]), "    ") for start, end in moved)
    other = textwrap.indent(second.rstrip("\n"), " " * (column + 4)).lstrip()
    dash = f"{' ' * (column + 2)}- "
    versions = f"{' ' * column}versions:\n{dash}{first}\n{kept}{dash}{other}\n"
    for start, end in reversed(moved[1:]):
        text = text[:start] + text[end:]
    start, end = moved[0]
    return text[:start] + versions + text[end:]


def add_below(text: str, path: Sequence[str | int], block: str) -> str:
    """``text`` with ``block`` as the last entry of the mapping at ``path``."""
    mapping = _at(text, path)
    if not isinstance(mapping, yaml.MappingNode) or mapping.flow_style or not mapping.value:
        raise NotABlockError(path[-1])
    at = _line_after(text, mapping)
    return _ended(text[:at]) + textwrap.indent(block, " " * mapping.start_mark.column) + text[at:]


def _ended(text: str) -> str:
    return text if text.endswith("\n") or not text else f"{text}\n"


def _at(text: str, path: Sequence[str | int]) -> Any:
    """The node at ``path``; :class:`NotABlockError` where there is none."""
    node: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    for part in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for name, value in node.value if name.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
        else:
            node = None
        if node is None:
            raise NotABlockError(part)
    return node


def _entry(text: str, key: str) -> tuple[Any, Any] | None:
    root: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    return next(((name, value) for name, value in root.value if name.value == key), None) if root else None


def _line_after(text: str, node: Any) -> int:
    """Where the line after ``node`` begins: a block's own end mark stands behind the comments that follow it."""
    while isinstance(node, (yaml.MappingNode, yaml.SequenceNode)) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end = len(text[: node.end_mark.index].rstrip())
    newline = text.find("\n", end)
    return len(text) if newline < 0 else newline + 1
