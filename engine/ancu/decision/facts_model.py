"""The vocabulary for programmers: a pydantic model of its facts, and a stub that editors and type checkers read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, create_model
from pydantic_core import PydanticCustomError

from ancu.decision.arguments import check_book, check_language, day_of, names_of
from ancu.errors import RecordError
from ancu.messages import Language, message
from ancu.rulebook.foreign import native
from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import AS_OF, CASE
from ancu.rulebook.references import facts_read
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse


def facts_model(book: Rulebook, programmes: Iterable[str] | None = None, lang: Language = "vi") -> type[BaseModel]:
    """A pydantic model of a case: each fact that ``programmes`` read (all by default) as an optional, bounded field.

    A field left out or None is unknown. Values are read as in a record, and what a record may not hold is refused with
    the same sentence, as a :class:`pydantic.ValidationError`. Numbers are in the unit that the vocabulary names (đồng;
    m² and km with two decimals), choices are the ids of their values. Labels and help texts are in ``lang``. Making
    one takes some milliseconds: keep it.
    """
    check_book(book)
    check_language(lang)
    fields: dict[str, Any] = {
        CASE: (str | None, Field(default=None, title=message("heading_case", lang))),
        AS_OF: (
            Annotated[date | None, BeforeValidator(_day)],
            Field(default=None, title=message("heading_as_of", lang)),
        ),
    }
    for name in facts_read(book, names_of(book, programmes)):
        fact = book.facts[name]
        described = Field(
            default=None,
            title=fact.label[lang],
            description=fact.help[lang] if fact.help is not None else None,
            **_bounds(fact),
        )
        fields[name] = (Annotated[_type(fact) | None, BeforeValidator(_reader(fact, lang))], described)
    config = ConfigDict(extra="forbid", frozen=True)
    return create_model("Facts", __config__=config, **fields)


def _day(written: object) -> date | None:
    try:
        return day_of(written)
    except RecordError as error:
        raise PydanticCustomError("fact_unfit", "{text}", {"text": error.text()}) from error


def _reader(fact: FactDef, lang: Language) -> Callable[[object], object]:
    """How values of ``fact`` are read: as in a record, and as the values of its field."""

    def read(written: object) -> object:
        try:
            # What is hardly meant is asked when the model is decided, where it can be confirmed.
            value = parse(fact, native(written), confirmed=True)
        except ValueProblem as problem:
            raise PydanticCustomError("fact_unfit", "{text}", {"text": problem.text(lang)}) from problem
        if value is None:
            return None
        match fact.value_type.kind:
            case "date":
                return date.fromordinal(value)  # type: ignore[arg-type]
            case "list":
                return [name for name in fact.values if name in value]  # type: ignore[operator]
            case "number":
                return Decimal(value).scaleb(-fact.value_type.scale) if fact.value_type.scale else value  # type: ignore[arg-type]
        return value

    return read


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
    check_book(book)
    check_language(lang)
    names = facts_read(book, names_of(book, programmes))
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
