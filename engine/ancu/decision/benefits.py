"""What a programme grants in a case: its options with their amounts, and which of them is taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ancu.decision.contract import OptionOutcome, outcome_of
from ancu.decision.fields import Context
from ancu.decision.law import value_of
from ancu.inference.program import cannot_be_set
from ancu.rulebook.model import Option
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import MEASURES


def options_of(context: Context, verdicts: Mapping[str, bool | None]) -> list[OptionOutcome]:
    """The options of the benefit, each as ``verdicts`` say that it came out."""
    program = context.program
    assert program is not None
    outcomes = []
    for key, option in context.book.programmes[context.programme].benefit.options.items():
        amount = _amount(context, option)
        unset = amount is None and key in program.amounts and cannot_be_set(program, program.amounts[key])
        months = value_of(context, option.months) if option.months else None
        outcome = outcome_of(verdicts[key])
        outcomes.append(
            OptionOutcome.made(option=key, outcome=outcome, kind=option.kind, amount=amount, months=months, unset=unset)
        )
    return outcomes


def _amount(context: Context, option: Option) -> int | None:
    """The amount in its kind's own unit; a part of a đồng is left out."""
    amount = value_of(context, option.amount) if option.amount else None
    if amount is None or option.amount is None:
        return None
    unit = MEASURES["percent" if option.kind == "percent" else "money"]
    return int(amount // 10 ** (context.book.types[option.amount].scale - unit.scale))


def chosen_of(book: Rulebook, programme: str, options: Sequence[OptionOutcome]) -> list[str]:
    """The options granted to an eligible case: the highest, or all that the applicant may choose from."""
    open_options = [option for option in options if option.outcome == "met"]
    if book.programmes[programme].benefit.choose == "applicant" or len(open_options) < 2:
        return [option.option for option in open_options]
    best = max(open_options, key=lambda option: (option.amount or 0) * (option.months or 1))
    return [best.option]
