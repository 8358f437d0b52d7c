"""The decision contract: what An Cư answers, as stable codes. Texts are rendered on demand (:mod:`.rendering`).

Version 1. Fields may be added; none changes its meaning within a version.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, PrivateAttr
from pydantic_core import CoreSchema, core_schema

from ancu.errors import AncuError, Problem
from ancu.inference.judgment import Judgment
from ancu.inference.program import Program
from ancu.rulebook.rulebook import Rulebook

Status = Literal["eligible", "ineligible", "undetermined", "not_in_force"]
Outcome = Literal["met", "not_met", "unknown"]
STATUSES: tuple[Status, ...] = ("eligible", "ineligible", "undetermined", "not_in_force")


def outcome_of(value: bool | None) -> Outcome:
    """A three-valued verdict as a word."""
    return "unknown" if value is None else "met" if value else "not_met"


class Contract(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OptionOutcome(Contract):
    """One form of the benefit: whether this case may have it, and how much (None: no amount has been set)."""

    option: str
    outcome: Outcome
    kind: Literal["once", "monthly", "percent", "loan", "right"]
    amount: int | None = Field(default=None, description="đồng, or hundredths of a percent for kind percent")
    months: int | None = None


class Receipt(Contract):
    """What is needed to trust and to repeat a decision."""

    contract: Literal[1] = 1
    rulebook: str = Field(description="content digest of the rulebook")
    as_of: date
    engine: str = Field(description="version of ancu")
    concluded_by: Literal["rete", "direct"]
    confirmed_by: Literal["direct"] | None = Field(
        description="the second engine that reached the same verdicts; null when none did"
    )
    quantities_by: Literal["direct"] = "direct"


class Reason(Contract):
    """A condition in the reasoning: how it came out, what it read, where it stands in law, and its parts."""

    condition: str
    outcome: Outcome
    ground: bool = Field(description="whether the decision rests on it")
    facts: dict[str, Any] = Field(description="the facts it read, as engine values; null: missing")
    figures: dict[str, Any]
    basis: list[str]
    parts: list[Reason]


@dataclass(frozen=True)
class Context:
    """What a decision was made from; lets reasons be built and texts be rendered when asked for."""

    book: Rulebook
    program: Program | None
    judgment: Judgment | None
    record: Mapping[str, Any]
    law_date: date


#: The fields of a decision that are worked out when first asked for; and what works them out, by name.
DETAILS = ("options", "chosen", "told", "notes", "documents", "papers", "priority")
Detail = Callable[[str], Any]


def _write(decision: Any, write: Callable[[Any], Any]) -> Any:
    """What pydantic writes of a decision is all of it."""
    if isinstance(decision, Decision):
        decision._whole()
    return write(decision)


class Decision(Contract):
    """The answer for one case and one programme.

    What follows from the judgment alone (:data:`DETAILS`) is worked out when it is first asked for, or when the
    decision is written, copied or compared.
    """

    case: str | None
    programme: str
    as_of: date
    status: Status
    why: Literal["not_yet", "closed", "other_region"] | None = None
    options: list[OptionOutcome] = []
    chosen: list[str] = Field(
        default=[], description="the options granted: the highest, or all the applicant may choose from"
    )
    grounds: list[str] = Field(default=[], description="the conditions that carry the status, parents first")
    told: list[str] = Field(default=[], description="the fewest conditions that tell a person why")
    missing: list[str] = []
    unset: list[str] = Field(default=[], description="figures and texts of law that are not known")
    conflicts: list[str] = []
    provisional: bool = False
    caveats: list[str] = []
    notes: list[str] = Field(default=[], description="names whose notes of law belong to this decision")
    documents: list[str] = Field(default=[], description="the facts whose evidence the case should bring")
    papers: list[str] = Field(default=[], description="the documents that prove them on the day")
    priority: list[str] = Field(
        default=[], description="the grounds of priority that are met, the first ranking highest"
    )
    receipt: Receipt
    _context: Context | None = PrivateAttr(None)
    _detail: Detail | None = PrivateAttr(None)

    @classmethod
    def issue(cls, context: Context, detail: Detail, **given: Any) -> Decision:
        """A decision with the fields ``given``, as they are; ``detail`` gives the value of any other."""
        # As pydantic's model_construct, but a field left out is not yet known instead of at its default.
        decision = cls.__new__(cls)
        object.__setattr__(decision, "__dict__", given)
        object.__setattr__(decision, "__pydantic_fields_set__", set(cls.model_fields))
        object.__setattr__(decision, "__pydantic_extra__", None)
        object.__setattr__(decision, "__pydantic_private__", {"_context": context, "_detail": detail})
        return decision

    def __getattr__(self, name: str) -> Any:
        if name in DETAILS and self._detail is not None:
            found = self.__dict__[name] = self._detail(name)
            return found
        return super().__getattr__(name)  # type: ignore[misc]

    def _whole(self) -> dict[str, Any]:
        """All fields, in the order of the contract."""
        fields = type(self).model_fields
        if len(self.__dict__) < len(fields):
            object.__setattr__(self, "__dict__", {name: getattr(self, name) for name in fields})
        return self.__dict__

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema: Any = handler(source)
        written = core_schema.wrap_serializer_function_ser_schema(_write, schema=schema.copy())
        return {**schema, "serialization": written}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Decision) and self._whole() == other._whole()

    def __iter__(self) -> Generator[tuple[str, Any], None, None]:
        yield from self._whole().items()

    def __repr_args__(self) -> Any:
        return list(self._whole().items())

    def __copy__(self) -> Decision:
        self._whole()
        return super().__copy__()

    def __getstate__(self) -> dict[Any, Any]:
        """The contract's fields: what the decision was made from stays behind."""
        self._whole()
        return {**super().__getstate__(), "__pydantic_private__": {"_context": None, "_detail": None}}

    @property
    def failed(self) -> list[str]:
        """The grounds of an ineligible decision; else empty."""
        return self.grounds if self.status == "ineligible" else []

    @property
    def unknown(self) -> list[str]:
        """The grounds of an undetermined decision; else empty."""
        return self.grounds if self.status == "undetermined" else []

    @property
    def context(self) -> Context:
        """What the decision was made from; :class:`AncuError` for one that was read back from its written form."""
        if self._context is None:
            raise AncuError(Problem("decision_without_context", {"programme": self.programme}))
        return self._context

    @property
    def reasons(self) -> list[Reason]:
        """The reasoning as a tree: one reason for each condition directly in the programme's root."""
        from ancu.decision.reasons import build

        return build(self)

    def explain(self, lang: Literal["vi", "en"] = "vi", form: Literal["text", "markdown"] = "text") -> str:
        """The decision and its reasons in plain language."""
        from ancu.decision.rendering import explain

        return explain(self, lang, form)
