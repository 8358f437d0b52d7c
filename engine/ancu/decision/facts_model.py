"""The vocabulary for programmers: a pydantic model of its facts, and a stub that editors and type checkers read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

from ancu.messages import Language, message
from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import AS_OF, CASE
from ancu.rulebook.references import facts_read
from ancu.rulebook.rulebook import Rulebook


def facts_model(book: Rulebook, programmes: Iterable[str] | None = None, lang: Language = "vi") -> type[BaseModel]:
    """A pydantic model of a case: each fact that ``programmes`` read (all by default) as an optional, bounded field.

    A field left out or None is unknown. Numbers are in the unit that the vocabulary names (đồng; m² and km with two
    decimals), choices are the ids of their values. Labels and help texts are in ``lang``. Making one takes some
    milliseconds: keep it.
    """
    fields: dict[str, Any] = {
        CASE: (str | None, Field(default=None, title=message("heading_case", lang))),
        AS_OF: (date | None, Field(default=None, title=message("heading_as_of", lang))),
    }
    for name in facts_read(book, programmes):
        fact = book.facts[name]
        described = Field(
            default=None,
            title=fact.label[lang],
            description=fact.help[lang] if fact.help is not None else None,
            **_bounds(fact),
        )
        fields[name] = (_type(fact) | None, described)
    config = ConfigDict(extra="forbid", frozen=True)
    return create_model("Facts", __config__=config, **fields)


def _type(fact: FactDef) -> Any:
    match fact.value_type.kind:
        case "yes_no":
            return bool
        case "date":
            return date
        case "choice":
            return Literal[tuple(fact.values)]
        case "list":
            return list[Literal[tuple(fact.values)]]  # type: ignore[misc]
    return Decimal if fact.value_type.scale else int


def _bounds(fact: FactDef) -> dict[str, Any]:
    if fact.bounds is None:
        return {}
    places = {"decimal_places": fact.value_type.scale} if fact.value_type.scale else {}
    return {"ge": fact.bounds.min, "le": fact.bounds.max, **places}


def stub(book: Rulebook, programmes: Iterable[str] | None = None, lang: Language = "vi") -> str:
    """The source of a ``.pyi`` file: ``Facts``, the keys and value types of a mapping, and ``FactsModel``."""
    names = facts_read(book, programmes)
    written = {CASE: "str", AS_OF: "date", **{name: _python_type(book.facts[name]) for name in names}}
    labels = {CASE: message("heading_case", lang), AS_OF: message("heading_as_of", lang)}
    labels |= {name: _description(book.facts[name], lang) for name in names}
    lines = [
        f'"""{message("stub_heading", lang, digest=book.digest[:12])}"""',
        "",
        "from datetime import date",
        "from decimal import Decimal",
        "from typing import Literal, TypedDict",
        "",
        "from pydantic import BaseModel",
        "",
        "class Facts(TypedDict, total=False):",
    ]
    for name, type_ in written.items():
        lines += [f"    {name}: {type_}", f'    """{labels[name]}"""']
    lines += ["", "class FactsModel(BaseModel):"]
    lines += [f"    {name}: {type_} | None = None" for name, type_ in written.items()]
    return "\n".join(lines) + "\n"


def _python_type(fact: FactDef) -> str:
    choices = f"Literal[{', '.join(map(repr, fact.values))}]".replace("'", '"')
    kinds = {"yes_no": "bool", "date": "date", "choice": choices, "list": f"list[{choices}]"}
    return kinds.get(fact.value_type.kind, "Decimal" if fact.value_type.scale else "int")


def _description(fact: FactDef, lang: Language) -> str:
    unit = f" ({fact.unit[lang]})" if fact.unit is not None else ""
    text = f"{fact.label[lang]}{unit}. {fact.help[lang]}" if fact.help is not None else f"{fact.label[lang]}{unit}"
    return text.replace("\\", "\\\\").replace('"', "\u201d")
