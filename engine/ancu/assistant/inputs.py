"""What the tools take: typed facts, by JSON Schema, and nothing else. What is published is what is checked."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import extend

from ancu.assistant.faults import CallError, Fault, fault
from ancu.household.members import COMPLETE, MEMBERS, RECORDED_ON, besides_of
from ancu.likeness import nearest
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.member_names import FULL_NAME, NUMBER
from ancu.rulebook.naming import naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.service.bounds import EXPLAINED, LONGEST_NAME, MOST_MEMBERS
from ancu.service.descriptions import schema_of

Schema = dict[str, Any]
#: How many faults of a call are told.
_TOLD = 20
#: How many programmes one call may ask of: what a model reads of more is more than it keeps apart.
_PROGRAMMES = 5
#: Digits as long as a citizen's number, or that of an older identity card.
_NUMBER = re.compile(r"(?<!\d)(?:\d{12}|\d{9})(?!\d)")
_DAY: Schema = {"type": ["string", "null"], "format": "date"}
_ID: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,79}$"}
_LANG: Schema = {"enum": [*LANGUAGES, None], "description": "of the answer's texts"}


def catalogue_schema() -> Schema:
    """For the list of programmes: the day, today when left out."""
    return _closed({"as_of": _DAY, "lang": _LANG})


def facts_schema(book: Rulebook) -> Schema:
    """For the facts that programmes ask."""
    members = {"type": "boolean", "description": "whether to tell also the facts of each member of a household"}
    return _closed({"programmes": _programmes(book), "of_members": members, "lang": _LANG}, "programmes")


def id_schema() -> Schema:
    """For what is to be explained: an id, which no sentence can be."""
    return _closed({"id": {**_ID, "description": "an id that another answer named"}, "lang": _LANG}, "id")


def confirmable(book: Rulebook) -> frozenset[str]:
    """The facts, of the record and of a person, whose unusual values may be confirmed."""
    return frozenset([*book.facts, *(book.people.person.facts if book.people is not None else ())])


def case_schema(book: Rulebook) -> Schema:
    """For a case: facts by id, members of the household likewise, the day, and values that were confirmed."""
    described = "A fact left out, or null, is unknown: never no, never 0. Money in đồng. The tool `facts` explains."
    properties: Schema = {
        "programmes": _programmes(book),
        "facts": {**_closed(_typed(book)), "description": described},
        "as_of": {**_DAY, "description": "the day to judge on; today when left out"},
        "confirmed": {
            "type": "array",
            "items": _ID,
            "maxItems": len(confirmable(book)),
            "description": "facts whose unusual values the person has confirmed when asked",
        },
        "lang": _LANG,
    }
    if book.people is not None:
        properties[MEMBERS] = {
            "type": "array",
            "items": _closed(_typed(book.people.person)),
            "maxItems": MOST_MEMBERS,
            "description": "the household, one of them the applicant; facts of the record follow from them",
        }
        properties[COMPLETE] = {"type": ["boolean", "null"], "description": "whether nobody else belongs to it"}
        properties[RECORDED_ON] = {**_DAY, "description": "the day on which what is said of the members held"}
    return _closed(properties, "programmes", "facts")


def _closed(properties: Mapping[str, Any], *required: str) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "additionalProperties": False,
        **({"required": list(required)} if required else {}),
    }


def _programmes(book: Rulebook) -> Schema:
    return {
        "type": "array",
        "items": {"enum": list(book.programmes)},
        "minItems": 1,
        "maxItems": _PROGRAMMES,
        "uniqueItems": True,
    }


def _typed(book: Rulebook) -> Schema:
    """The facts of a vocabulary; null: not known."""
    return {name: _or_null(schema_of(book, name)) for name in book.facts}


def _or_null(schema: Schema) -> Schema:
    allowed = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**schema, "type": [schema["type"], "null"], **allowed}


def _is_number(_: object, part: object) -> bool:
    return isinstance(part, (int, float)) and not isinstance(part, bool) and math.isfinite(part)


#: JSON Schema to which NaN and infinity are no numbers, though parsers of JSON let them in.
_Validator = extend(Draft202012Validator, type_checker=Draft202012Validator.TYPE_CHECKER.redefine("number", _is_number))


class Checker:
    """Holds calls of one tool to its schema."""

    def __init__(self, book: Rulebook, schema: Schema) -> None:
        self.book, self.schema = book, schema
        self._validator = _Validator(schema, format_checker=FormatChecker(["date"]))

    def check(self, arguments: Mapping[str, Any], lang: Language) -> None:
        """Raises :class:`CallError` with all that is wrong."""
        if _holds_personal(arguments):
            raise CallError([fault("personal_data", "", lang)])
        faults: dict[str, Fault] = {}
        for error in self._validator.iter_errors(arguments):
            for found in self._faults(error, lang):
                faults.setdefault(json.dumps(found.model_dump()), found)
            if len(faults) >= _TOLD:
                break
        if faults:
            raise CallError(faults.values())

    def _faults(self, error: Any, lang: Language) -> Iterator[Fault]:
        path = list(error.absolute_path)
        field = "".join(f"/{part}" for part in path)
        if error.validator == "required":
            for name in error.validator_value:
                if name not in error.instance:
                    yield fault("missing_field", f"{field}/{name}", lang, self._said([*path, name], lang))
        elif error.validator == "additionalProperties":
            known = error.schema["properties"]
            near = ", ".join(self._meant(set(error.instance) - set(known), path, known))
            hint = " " + message("did_you_mean", lang, near=near) if near else ""
            yield fault("unknown_field", field, lang, hint=hint)
        else:
            found = fault("unfit_value", field, lang, self._said(path, lang))
            # That of a whole record is long, and published with the tool.
            schema = None if "properties" in error.schema else error.schema
            yield found.model_copy(update={"json_schema": schema})

    def _meant(self, written: set[str], path: Sequence[object], known: Sequence[str]) -> list[str]:
        """The fields of the tool that unknown ones are called otherwise, or nearly."""
        book = self.book
        if path[:1] == [MEMBERS] and book.people is not None:
            naming = naming_of(book.people.person)
        else:
            naming = naming_of(book)
        shorts = [name[:LONGEST_NAME] for name in sorted(written)[:EXPLAINED]]
        meant = (naming.find(short) or nearest(short, known) for short in shorts)
        return list(dict.fromkeys(name for name in meant if name is not None and name in known))

    def _said(self, path: Sequence[Any], lang: Language) -> str:
        """What may stand at ``path``, in words."""
        schema = self.schema
        for part in path:
            schema = schema["items"] if isinstance(part, int) else schema["properties"][part]
        return expected(schema, self._labels(path, lang), lang)

    def _labels(self, path: Sequence[Any], lang: Language) -> Mapping[str, str]:
        """How the values of the fact at ``path`` are called."""
        book = self.book
        match path:
            case ["programmes", *_]:
                return {name: programme.title[lang] for name, programme in book.programmes.items()}
            case ["facts", name, *_]:
                return {value: said[lang] for value, said in book.facts[name].values.items()}
            case ["members", _, name, *_] if book.people is not None:
                return {value: said[lang] for value, said in book.people.person.facts[name].values.items()}
        return {}


def expected(schema: Schema, labels: Mapping[str, str], lang: Language) -> str:
    """What ``schema`` lets stand, in words."""
    kinds = schema.get("type", [])
    kind = next((k for k in ([kinds] if isinstance(kinds, str) else kinds) if k != "null"), "choice")
    choices = schema.get("enum") or schema.get("items", {}).get("enum") or ()
    said = "; ".join(f"{value} ({labels[value]})" if value in labels else value for value in choices if value)
    if kind == "array":
        kind = ("some" if "maxItems" in schema else "list") if choices else "array"
    elif choices:
        kind = "choice"
    elif kind == "string":
        kind = "date" if schema.get("format") == "date" else "id"
    least, most = schema.get("minimum"), schema.get("maximum")
    most = schema.get("maxItems") if most is None else most
    return message(f"expected_json_{kind}", lang, choices=said, least=least, most=most)


def _holds_personal(part: Any) -> bool:
    """Whether a personal number, or a field for one or for a name, stands anywhere in what was sent."""
    if isinstance(part, str):
        return _NUMBER.search(re.sub(r"[\s.\-]", "", part[:LONGEST_NAME])) is not None
    if isinstance(part, Mapping):
        named = any(besides_of(key) in (NUMBER, FULL_NAME) for key in part if len(key) <= LONGEST_NAME)
        return named or any(map(_holds_personal, part)) or any(map(_holds_personal, part.values()))
    return isinstance(part, list) and any(map(_holds_personal, part))


def exact(part: Any) -> Any:
    """What was sent, with decimals as they were written and unknown facts left out."""
    if isinstance(part, float):
        return Decimal(repr(part))
    if isinstance(part, Mapping):
        return {name: exact(value) for name, value in part.items() if value is not None}
    return [exact(value) for value in part] if isinstance(part, list) else part
