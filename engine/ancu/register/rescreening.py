"""Judging the applications of the register again, on another day: at signing, above all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ancu.decision.deciding import Record
from ancu.decision.model import Decision
from ancu.register.deciding import chained, decide_on
from ancu.register.entries import Rescreened
from ancu.register.standing import ApplicationStanding, is_eligible
from ancu.register.store import RegisterReader
from ancu.rulebook.rulebook import Rulebook


@dataclass(frozen=True)
class RescreenedCase:
    """An application judged again. ``decision`` None: its personal data are erased, so it cannot be."""

    standing: ApplicationStanding
    case: str | None
    decision: Decision | None

    @property
    def act(self) -> Rescreened | None:
        """What the register would say of it."""
        if self.decision is None:
            return None
        written, reasons = chained(self.decision)
        return Rescreened(decision=written, reasons=reasons)

    @property
    def keeps(self) -> bool:
        """Whether it still qualifies, for sure."""
        return self.decision is not None and self.decision.status == "eligible"


def rescreen(
    book: Rulebook,
    reader: RegisterReader,
    applications: Iterable[ApplicationStanding],
    day: date,
    today: Mapping[str, Record] | None = None,
) -> Iterator[RescreenedCase]:
    """Those of ``applications`` that hold a grant and have not signed, judged on ``day`` in their order.

    ``today`` has the facts of cases as they are now, by case; of the others count the facts of the decision that holds.
    """
    for one in applications:
        if one.decided is None or one.signed is not None or not is_eligible(one.latest.decision):
            continue
        data = reader.personal(one.latest.person.ref)
        if data is None:
            yield RescreenedCase(one, None, None)
            continue
        record = (today or {}).get(data.case) or data.record()
        yield RescreenedCase(one, data.case, decide_on(book, record, one.programme, day))
