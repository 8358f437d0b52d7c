"""How drafts are written: YAML as the rulebook has it, lists indented, citations in quotes, nothing by reference."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import yaml


class Quoted(str):
    """A text that stands in quotes: citations, so that 29.10 is not 29.1, and what is to be filled in."""


class OnOneLine(list[Quoted]):
    """A list that stands in brackets."""


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - never without
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - whatever it is
        return True


_Dumper.add_representer(Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
_Dumper.add_representer(
    OnOneLine, lambda dumper, items: dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)
)
_Dumper.add_representer(
    Decimal, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", f"{number:f}")
)


def as_yaml(data: dict[str, Any]) -> str:
    """``data`` as lines; what holds nothing but single values stands in brackets."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000, default_flow_style=None)


def in_braces(data: dict[str, Any]) -> str:
    """``data`` on one line."""
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=True)
    return text.rstrip("\n")
