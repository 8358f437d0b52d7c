"""What somebody can still change, checked: facts that a paper proves, each to values that it may have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ancu.errors import Problem, suggestion
from ancu.messages import Language, message
from ancu.rulebook.files import ChangeableFile
from ancu.rulebook.model import ChangeableFact, FactDef
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.yaml_document import Path, YamlDocument


def check_changeable(document: YamlDocument, file: ChangeableFile, book: Rulebook) -> Iterator[Problem]:
    """The problems of ``file`` over the rulebook ``book``."""
    for name, change in file.facts.items():
        where: Path = ("facts", name)
        fact = book.facts.get(name)
        if fact is None:
            yield document.problem("name_unknown", where, name, name=name, hint=suggestion(name, book.facts))
            continue
        if not fact.evidence:
            yield document.problem("changeable_without_paper", where, name=name)
        unfit = _unfit(fact, change)
        if unfit is not None:
            yield document.problem("value_unfit", (*where, "to"), key="to", value=unfit, detail=_expected(fact))
        elif fact.value_type.kind != "number" and change.act is None:
            yield document.problem("key_missing", where, key="act")


def _unfit(fact: FactDef, change: ChangeableFact) -> Any:
    """What of ``to`` no value of the fact can be; None where it fits."""
    to = change.to
    match fact.value_type.kind:
        case "yes_no":
            return None if isinstance(to, bool) else to
        case "choice":
            strangers = [value for value in to if value not in fact.values] if isinstance(to, list) else [to]
            return next(iter(strangers), None)
        case "number":
            return None if isinstance(to, str) else to
    return to


def _expected(fact: FactDef) -> Any:
    def said(lang: Language | None) -> str:
        kind = fact.value_type.kind
        choices = ", ".join(fact.values) if kind == "choice" else ""
        return message(
            f"changeable_to_{kind if kind in ('yes_no', 'choice', 'number') else 'none'}", lang, choices=choices
        )

    return said
