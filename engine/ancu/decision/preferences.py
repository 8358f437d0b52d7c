"""Between programmes: what a case takes that is eligible under several. Applied afterwards; no status changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from ancu.decision.arguments import check_book
from ancu.decision.contract import OptionOutcome
from ancu.decision.model import Decision, decisions_in
from ancu.frozen import frozen
from ancu.messages import Language, message
from ancu.rulebook import citations
from ancu.rulebook.rulebook import Rulebook


@frozen
class Choice:
    """One preference of the law met by a case: the programmes it is eligible under, and those it may take.

    One programme is taken where the law takes the highest and the amounts tell; else the applicant chooses among
    ``open_to``.
    """

    preference: str
    eligible: tuple[str, ...]
    open_to: tuple[str, ...]


def choose_between(book: Rulebook, decisions: Iterable[Decision]) -> list[Choice]:
    """The preferences that ``decisions`` on one case meet; those of ineligible programmes play no part."""
    check_book(book)
    eligible = {decision.programme: decision for decision in decisions_in(decisions) if decision.status == "eligible"}

    def amount_of(programme: str) -> int | None:
        decision = eligible[programme]
        return highest_amount(option for option in decision.options if option.option in decision.chosen)

    return choices_among(book, {name: decision.as_of for name, decision in eligible.items()}, amount_of)


def choices_among(book: Rulebook, days: Mapping[str, date], amount_of: Callable[[str], int | None]) -> list[Choice]:
    """The preferences that a case meets which is eligible under the programmes of ``days``, each on its day.

    ``amount_of`` tells what a programme grants it, in đồng; None where nobody has set that.
    """
    return list(_choices(book, days, amount_of))


def _choices(book: Rulebook, days: Mapping[str, date], amount_of: Callable[[str], int | None]) -> Iterator[Choice]:
    for name, preference in book.preferences.items():
        among = [programme for programme in preference.among if programme in days]
        if len(among) < 2 or days[among[0]] not in preference.period:
            continue
        taken = among
        if preference.take == "highest":
            amounts = {programme: amount_of(programme) for programme in among}
            known = [amount for amount in amounts.values() if amount is not None]
            # An amount that nobody has set cannot be ranked: the choice stays open.
            if len(known) == len(among):
                taken = [programme for programme in among if amounts[programme] == max(known)]
        yield Choice(name, tuple(among), tuple(taken))


def highest_amount(granted: Iterable[OptionOutcome]) -> int | None:
    """The highest amount among the options granted; None where none is known."""
    return max((option.amount for option in granted if option.amount is not None), default=None)


def choice_text(book: Rulebook, choice: Choice, lang: Language) -> str:
    """A choice in a sentence, with its citation."""
    preference = book.preferences[choice.preference]
    titles = "; ".join(f"“{book.programmes[programme].title[lang]}”" for programme in choice.open_to)
    key = "choice_taken" if len(choice.open_to) == 1 else "choice_open"
    text = message(key, lang, title=preference.title[lang], programmes=titles)
    basis = citations.render_all(preference.basis, book.instruments, lang)
    return message("sentence_cited", lang, text=text, basis=basis)
