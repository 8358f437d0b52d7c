"""What is wrong with the shape of a file, in our own words and at its place: the key unknown or missing, the value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ancu.errors import Problem, suggestion
from ancu.messages import keys, message
from ancu.rulebook.yaml_document import Path, YamlDocument

#: Problems that our models name themselves.
_OWN_KINDS = {
    "period_reversed", "fact_values", "fact_bounds", "fact_default", "fact_assumed", "null_without_note",
    "when_or_versions", "when_missing", "basis_missing", "option_amount", "option_months", "phrase_without_text",
    "role_when", "projection_text", "projection_facts", "plan_target_aim", "plan_target_when", "defect_repair",
    "draw_point_unknown", "property_form", "property_change", "shares_unlike",
}  # fmt: skip

#: How much of a value is shown that does not fit.
_SHOWN = 200


def shape_problem(document: YamlDocument, detail: Any, shape: type[BaseModel]) -> Problem:
    """A pydantic error as a problem of ours, at its place in the file."""
    path = _existing(document, detail["loc"])
    name = str(detail["loc"][-1]) if detail["loc"] else document.file
    if detail["type"] == "extra_forbidden":
        known = _keys_of(shape, detail["loc"][:-1])
        return document.problem("key_unknown", path, key=name, hint=suggestion(name, known))
    if detail["type"] == "missing":
        return document.problem("key_missing", path, key=name)
    if detail["type"] == "value_error":
        kind = str(detail["ctx"]["error"])
        if kind in _OWN_KINDS:
            return document.problem(kind, path)
    given = detail.get("input")
    if len(str(given)) > _SHOWN:
        given = f"{str(given)[:_SHOWN]}…"
    shape_key = f"shape_{detail['type']}"
    expected = (lambda lang: message(shape_key, lang)) if shape_key in keys() else detail["msg"]
    return document.problem("value_unfit", path, key=name, value=given, detail=expected)


def _existing(document: YamlDocument, loc: tuple[Any, ...]) -> Path:
    """The parts of ``loc`` that are places in the file: pydantic adds the names of union members, which are not."""
    path: Path = ()
    for part in loc:
        if (*path, part) in document.places:
            path = (*path, part)
    return path


def _keys_of(shape: type[BaseModel], loc: tuple[Any, ...]) -> Iterator[str]:
    """The keys allowed at ``loc`` of ``shape``, for "did you mean"."""
    schema: Any = shape.model_json_schema()
    definitions = schema.get("$defs", {})

    def follow(node: Any) -> Any:
        while "$ref" in node:
            node = definitions[node["$ref"].rsplit("/", 1)[1]]
        return node

    node = follow(schema)
    for part in loc:
        options = [follow(n) for n in node.get("anyOf", [node])]
        for option in options:
            if isinstance(part, int) and "items" in option:
                node = follow(option["items"])
                break
            if part in option.get("properties", {}):
                node = follow(option["properties"][part])
                break
            if isinstance(option.get("additionalProperties"), dict):
                node = follow(option["additionalProperties"])
                break
    for option in node.get("anyOf", [node]):
        yield from follow(option).get("properties", {})
