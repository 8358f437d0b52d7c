"""YAML, read narrowly: plain data with the place of every value, and nothing that could surprise.

No tags, anchors or aliases; bounded size and depth; duplicate keys refused. ``no`` stays the word "no", and only
``true``/``false`` are yes/no; decimals stay exact.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

from ancu.errors import Problem
from ancu.rulebook.yaml_document import MAX_BYTES, Path, YamlDocument

MAX_DEPTH = 16


class _Unreadable(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read(file: str, content: bytes) -> tuple[YamlDocument, list[Problem]]:
    """``content`` as a :class:`YamlDocument`; on any problem its data is None and the problem is returned."""
    document = YamlDocument(file, "")
    try:
        if len(content) > MAX_BYTES:
            raise _Unreadable(Problem("yaml_too_large", {"limit": MAX_BYTES}, file))
        try:
            document.text = unicodedata.normalize("NFC", content.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise _Unreadable(Problem("yaml_not_utf8", {"offset": error.start}, file, line)) from error
        control = yaml.reader.Reader.NON_PRINTABLE.search(document.text)
        if control is not None:
            before = document.text[: control.start()]
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            raise _Unreadable(Problem("yaml_control", {"code": f"U+{ord(control[0]):04X}"}, file, line, column))
        _EventReader(document).run()
    except _Unreadable as stop:
        document.data = None
        return document, [stop.problem]
    return document, []


class _EventReader:
    def __init__(self, document: YamlDocument) -> None:
        self.document = document
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.events: Iterator[Any] = iter(yaml.parse(document.text, Loader=loader))

    def fail(self, kind: str, mark: Any, **values: object) -> _Unreadable:
        return _Unreadable(Problem(kind, values, self.document.file, mark.line + 1, mark.column + 1))

    def run(self) -> None:
        documents = 0
        event: Any
        try:
            for event in self.events:
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        raise self.fail("yaml_many_documents", event.start_mark)
                    self.document.data = self.node(next(self.events), (), 0)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise _Unreadable(
                Problem(
                    "yaml_syntax",
                    {"detail": error.problem or ""},
                    self.document.file,
                    mark.line + 1 if mark else None,
                    mark.column + 1 if mark else None,
                )
            ) from error
        except yaml.YAMLError as error:
            raise _Unreadable(Problem("yaml_syntax", {"detail": str(error)}, self.document.file)) from error
        if not isinstance(self.document.data, dict):
            raise _Unreadable(Problem("yaml_not_a_mapping", {}, self.document.file, 1, 1))

    def node(self, event: Any, path: Path, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise self.fail("yaml_too_deep", event.start_mark, limit=MAX_DEPTH)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.fail("yaml_anchor", event.start_mark)
        if getattr(event, "tag", None):
            raise self.fail("yaml_tag", event.start_mark, tag=event.tag)
        span: Any = event
        self.document.places[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            self.document.spans[path] = (span.start_mark.index, span.end_mark.index)
            return _scalar(event.value) if event.implicit[0] else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
                items.append(self.node(item, (*path, len(items)), depth + 1))
            return items
        data: dict[str, Any] = {}
        key: Any
        while not isinstance(key := next(self.events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent) or key.anchor or key.tag:
                raise self.fail("yaml_key", key.start_mark)
            name, mark = key.value, key.start_mark
            assert mark is not None
            if name in data:
                raise self.fail("yaml_duplicate_key", mark, key=name)
            data[name] = self.node(next(self.events), (*path, name), depth + 1)
            self.document.places[(*path, name)] = (mark.line + 1, mark.column + 1)
        return data


def _scalar(text: str) -> Any:
    """What a plain, unquoted word means; anything not clearly something else is text."""
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"-?\d+", text):
        return int(text) if len(text) <= 25 else text
    if re.fullmatch(r"-?\d+\.\d+", text):
        return Decimal(text) if len(text) <= 25 else text
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text
