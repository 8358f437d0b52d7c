"""Small changes to the text of a YAML file that leave every other line, and every comment, as it stands."""

from __future__ import annotations

import textwrap
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
