"""Between programmes: what a case takes that is eligible under several. Applied afterwards; no status changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ancu.decision.model import Decision
from ancu.messages import Language, message
from ancu.rulebook import citations
from ancu.rulebook.rulebook import Rulebook


@dataclass(frozen=True)
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
    eligible = {decision.programme: decision for decision in decisions if decision.status == "eligible"}
    return list(_choices(book, eligible))


def _choices(book: Rulebook, eligible: dict[str, Decision]) -> Iterator[Choice]:
    for name, preference in book.preferences.items():
        among = [programme for programme in preference.among if programme in eligible]
        if len(among) < 2 or eligible[among[0]].as_of not in preference.period:
            continue
        taken = among
        if preference.take == "highest":
            amounts = {programme: _amount(eligible[programme]) for programme in among}
            known = [amount for amount in amounts.values() if amount is not None]
            # An amount that nobody has set cannot be ranked: the choice stays open.
            if len(known) == len(among):
                taken = [programme for programme in among if amounts[programme] == max(known)]
        yield Choice(name, tuple(among), tuple(taken))


def _amount(decision: Decision) -> int | None:
    amounts = [option.amount for option in decision.options if option.option in decision.chosen]
    return max((amount for amount in amounts if amount is not None), default=None)


def choice_text(book: Rulebook, choice: Choice, lang: Language) -> str:
    """A choice in a sentence, with its citation."""
    preference = book.preferences[choice.preference]
    titles = "; ".join(f"“{book.programmes[programme].title[lang]}”" for programme in choice.open_to)
    key = "choice_taken" if len(choice.open_to) == 1 else "choice_open"
    text = message(key, lang, title=preference.title[lang], programmes=titles)
    basis = citations.render_all(preference.basis, book.instruments, lang)
    return message("sentence_cited", lang, text=text, basis=basis)
