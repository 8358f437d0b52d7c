"""The decision contract: what An Cư answers, as stable codes. Texts are rendered on demand (:mod:`.rendering`).

Version 1. Fields may be added; none changes its meaning within a version.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, PrivateAttr
from pydantic_core import CoreSchema, core_schema

from ancu.errors import AncuError, Problem
from ancu.inference.judgment import Judgment
from ancu.inference.program import Program
from ancu.messages import Language
from ancu.rulebook.rulebook import Rulebook

Status = Literal["eligible", "ineligible", "undetermined", "not_in_force"]
Why = Literal["not_yet", "closed", "other_region"]
Outcome = Literal["met", "not_met", "unknown"]
#: How far reasons go: the condition's code, the facts and figures it rests on, or the whole tree below it.
Depth = Literal["code", "facts", "tree"]
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


class Texts(Contract):
    """A decision in words, in one language; a piece that does not apply is empty."""

    title: str
    status: str
    benefit: str
    reasons: list[str]
    missing: list[str]
    unset: list[str]
    caveats: list[str]
    conflicts: list[str]
    priority: list[str]
    notes: list[str]
    papers: list[str]


@dataclass(frozen=True)
class Context:
    """What a decision was made from; lets reasons be built and texts be rendered when asked for.

    ``of_many``: it stands for all records that come out alike, so ``record`` holds only what they share.
    """

    book: Rulebook
    program: Program | None
    judgment: Judgment | None
    record: Mapping[str, Any]
    law_date: date
    of_many: bool = False


#: The fields of a decision that are worked out when first asked for.
DETAILS = ("options", "chosen", "told", "notes", "documents", "papers", "priority")


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
    why: Why | None = None
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

    @classmethod
    def issue(cls, context: Context, **given: Any) -> Decision:
        """A decision with the fields ``given``, as they are, and its details still to be worked out."""
        # As pydantic's model_construct, but a field left out is not yet known instead of at its default.
        decision = cls.__new__(cls)
        object.__setattr__(decision, "__dict__", given)
        object.__setattr__(decision, "__pydantic_fields_set__", set(cls.model_fields))
        object.__setattr__(decision, "__pydantic_extra__", None)
        object.__setattr__(decision, "__pydantic_private__", {"_context": context})
        return decision

    if not TYPE_CHECKING:  # a type checker knows the fields, and should refuse any other name

        def __getattr__(self, name: str) -> Any:
            if name in DETAILS and self._context is not None:
                from ancu.decision.details import work_out

                found = self.__dict__[name] = work_out(self, name)
                return found
            return super().__getattr__(name)

    def _whole(self) -> dict[str, Any]:
        """All fields, in the order of the contract."""
        known = [name for name in type(self).model_fields if name in self.__dict__ or name in DETAILS]
        if list(self.__dict__) != known:
            object.__setattr__(self, "__dict__", {name: getattr(self, name) for name in known})
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

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Decision:
        """A copy of the fields; what the decision was made from is shared."""
        copied = self.__copy__()
        object.__setattr__(copied, "__dict__", deepcopy(self._whole(), memo))
        return copied

    def __getstate__(self) -> dict[Any, Any]:
        """The contract's fields: what the decision was made from stays behind."""
        self._whole()
        return {**super().__getstate__(), "__pydantic_private__": {"_context": None}}

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

    def bind(self, context: Context) -> Decision:
        """This decision, with what it was made from."""
        self._context = context
        return self

    @property
    def reasons(self) -> list[Reason]:
        """The reasoning as a tree: one reason for each condition directly in the programme's root."""
        return self.reasons_at()

    def reasons_at(self, settled: Depth = "tree", unsettled: Depth = "tree") -> list[Reason]:
        """The reasoning to a depth, chosen apart for conditions that are settled and for those still unknown.

        ``code``: the condition and its outcome. ``facts``: also the facts and figures below it, as engine values.
        ``tree``: its parts down to single facts, each in turn as deep as its outcome asks.
        """
        from ancu.decision.reasons import build

        return build(self, settled, unsettled)

    def explain(
        self,
        lang: Language = "vi",
        form: Literal["text", "markdown"] = "text",
        settled: Depth | None = None,
        unsettled: Depth | None = None,
    ) -> str:
        """The decision and its reasons in plain language.

        With ``settled`` or ``unsettled``, the conditions told are followed by the reasoning to that depth
        (:meth:`reasons_at`); the one left out goes no further than the code.
        """
        from ancu.decision.rendering import explain

        return explain(self, lang, form, settled, unsettled)

    def texts(self, lang: Language = "vi") -> Texts:
        """What a page or letter says of the decision, piece by piece."""
        from ancu.decision.rendering import texts_of

        return texts_of(self, lang)
