"""The decision: what An Cư answers for one case and one programme, and how it explains itself."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from ancu.decision.arguments import check_language, one_of, shown
from ancu.decision.contract import Depth, Reason, Texts
from ancu.decision.details import DETAILS, work_out
from ancu.decision.explanation import explain
from ancu.decision.fields import Context, DecisionFields
from ancu.decision.reasons import build
from ancu.decision.rendering import texts_of
from ancu.errors import Problem, RecordError
from ancu.kept import kept
from ancu.messages import Language

if TYPE_CHECKING:
    from ancu.decision.what_if.model import Changes


def _write(decision: Any, write: Callable[[Any], Any]) -> Any:
    """What pydantic writes of a decision is all of it."""
    if isinstance(decision, Decision):
        decision._whole()
    written = write(decision)
    # A case without members says nothing of a household.
    if isinstance(written, dict) and written.get("household", "") is None:
        del written["household"]
    return written


class Decision(DecisionFields):
    """The answer for one case and one programme.

    What follows from the judgment alone is worked out when it is first asked for, or when the decision is written,
    copied or compared.
    """

    @classmethod
    def issue(cls, context: Context, **given: Any) -> Self:
        """A decision with the fields ``given``, as they are, and its details still to be worked out."""
        # As pydantic's model_construct, but a field left out is not yet known instead of at its default.
        decision = cls.__new__(cls)
        object.__setattr__(decision, "__dict__", given)
        object.__setattr__(decision, "__pydantic_fields_set__", set(_names_of(cls)))
        object.__setattr__(decision, "__pydantic_extra__", None)
        object.__setattr__(decision, "__pydantic_private__", {"_context": context})
        return decision

    if not TYPE_CHECKING:  # a type checker knows the fields, and should refuse any other name

        def __getattr__(self, name: str) -> Any:
            if name in DETAILS and self._made_from is not None:
                for found, detail in work_out(self, name).items():
                    self.__dict__.setdefault(found, detail)
                return self.__dict__[name]
            return super().__getattr__(name)

    def _whole(self) -> dict[str, Any]:
        """All fields, in the order of the contract."""
        known = [name for name in _names_of(type(self)) if name in self.__dict__ or name in DETAILS]
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

    def __copy__(self) -> Self:
        self._whole()
        return super().__copy__()

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """A copy of the fields; what the decision was made from is shared."""
        copied = self.__copy__()
        object.__setattr__(copied, "__dict__", deepcopy(self._whole(), memo))
        return copied

    def __getstate__(self) -> dict[Any, Any]:
        """The contract's fields: what the decision was made from stays behind."""
        self._whole()
        return {**super().__getstate__(), "__pydantic_private__": {"_context": None}}

    def bind(self, context: Context) -> Self:
        """This decision, with what it was made from."""
        self._context = context
        return self

    @property
    def reasons(self) -> list[Reason]:
        """The reasoning as a tree: one reason for each condition directly in the programme's root."""
        return self.reasons_at()

    @property
    def changes(self) -> Changes:
        """What would make the decision another, by what somebody can change; searched when first asked for.

        No part of the decision: it is not written, copied or compared with it.
        """
        found = _changes_of(self.context)
        if not found:
            from ancu.decision.what_if.finding import changes_of  # few decisions are asked for it

            found.append(changes_of(self))
        return found[0]

    def reasons_at(self, settled: Depth = "tree", unsettled: Depth = "tree") -> list[Reason]:
        """The reasoning to a depth, chosen apart for conditions that are settled and for those still unknown.

        ``code``: the condition and its outcome. ``facts``: also the facts and figures below it, as engine values.
        ``tree``: its parts down to single facts, each in turn as deep as its outcome asks.
        """
        one_of("settled", settled, Depth)
        one_of("unsettled", unsettled, Depth)
        return build(self.context, self.grounds, settled, unsettled)

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
        check_language(lang)
        one_of("form", form, ("text", "markdown"))
        for name, depth in (("settled", settled), ("unsettled", unsettled)):
            if depth is not None:
                one_of(name, depth, Depth)
        return explain(self, lang, form, settled, unsettled)

    def texts(self, lang: Language = "vi") -> Texts:
        """What a page or letter says of the decision, piece by piece."""
        check_language(lang)
        return texts_of(self, lang)


@cache
def _names_of(contract: type[DecisionFields]) -> tuple[str, ...]:
    """The fields, in the order of the contract."""
    return tuple(contract.model_fields)


@kept
def _changes_of(_context: Context) -> list[Changes]:
    """The changes found for the decision of a context, once somebody has asked for them."""
    return []


def decisions_in(given: Iterable[Decision]) -> list[Decision]:
    """``given`` as a list; one decision is a list of one. Raises :class:`RecordError` for anything else."""
    found = [given] if isinstance(given, Decision) else list(given) if isinstance(given, Iterable) else [given]
    other = next((one for one in found if not isinstance(one, Decision)), None)
    if other is not None:
        raise RecordError(Problem("argument_no_decision", {"value": shown(other)}))
    return found
