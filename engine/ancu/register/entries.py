"""What stands in the register: one entry for each act, of one of a few kinds, and the bytes by which it is chained.

An entry names nobody but officials: an application goes by a random key, and what is personal of it is kept apart
(:mod:`.people`), bound to the entry by a commitment.
"""

from __future__ import annotations

import json
from datetime import UTC, date, timedelta, timezone
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from ancu.chain import canonical
from ancu.errors import AncuError, Problem

#: The time by which an office has its days.
VIETNAM = timezone(timedelta(hours=7))


class EntryPart(BaseModel):
    """A part of an entry; what it does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PersonalBond(EntryPart):
    """What binds the personal data of an act, kept apart, to its entry."""

    ref: str = Field(description="the random key under which the data are kept")
    commitment: str = Field(description="HMAC-SHA256 of the data by a random salt that is kept, and erased, with them")


class EntrySource(EntryPart):
    """The file that an application was entered from."""

    sha256: str
    line: int | None = Field(default=None, description="its line there, from 1; null: of a list, the row of its case")


class Decided(EntryPart):
    """A decision as the register holds it: the contract without the case and its people, reasons down to codes."""

    decision: dict[str, Any]
    reasons: list[dict[str, Any]] = Field(description="condition, outcome, ground, basis of each told reason")
    person: PersonalBond


class Entered(Decided):
    """An application is entered with the decision on it. When it was filed is said here and nowhere else."""

    kind: Literal["entered"] = "entered"
    programme: str
    filed_on: date
    filed_at: str | None = Field(default=None, pattern=r"^\d\d:\d\d$", description="the time of that day, HH:MM")
    source: EntrySource | None = None


class Corrected(Decided):
    """The decision on an application is replaced by another; the entry it ``concerns`` stays."""

    kind: Literal["corrected"] = "corrected"
    why: str


class Revoked(EntryPart):
    """The decision it ``concerns`` is taken back."""

    kind: Literal["revoked"] = "revoked"
    why: str


class Approved(EntryPart):
    """A second person agrees to the entry it ``concerns``."""

    kind: Literal["approved"] = "approved"
    why: str | None = None


class Declined(EntryPart):
    """A second person does not agree to the entry it ``concerns``."""

    kind: Literal["declined"] = "declined"
    why: str


class Rescreened(EntryPart):
    """The application is judged again, on another day: what it would be decided then. It decides nothing itself."""

    kind: Literal["rescreened"] = "rescreened"
    decision: dict[str, Any]
    reasons: list[dict[str, Any]]


class Stepped(EntryPart):
    """A step of a procedure was taken, for a project or an application."""

    kind: Literal["stepped"] = "stepped"
    procedure: str
    step: str
    on: date


class Appealed(EntryPart):
    """Somebody complains of the decision it ``concerns``."""

    kind: Literal["appealed"] = "appealed"
    on: date
    why: str


class HandedOver(EntryPart):
    """A home is handed over to the applicant, or the file to another office."""

    kind: Literal["handed_over"] = "handed_over"
    what: Literal["home", "file"]
    to: str | None = None
    on: date


class Signed(EntryPart):
    """A contract is signed."""

    kind: Literal["signed"] = "signed"
    on: date
    contract: str


class Paid(EntryPart):
    """Support is paid out, in đồng."""

    kind: Literal["paid"] = "paid"
    on: date
    amount: int = Field(gt=0)


class Retained(EntryPart):
    """The personal data of an application are to be kept until a day; after it they are to be erased."""

    kind: Literal["retained"] = "retained"
    until: date
    basis: str


class Erased(EntryPart):
    """The personal data of an application are erased, and with them the salts by which they were bound."""

    kind: Literal["erased"] = "erased"
    refs: list[str]
    why: str


class Exported(EntryPart):
    """Personal data left the register, for a purpose that has a name."""

    kind: Literal["exported"] = "exported"
    purpose: str
    recipient: str
    fields: list[str]
    applications: int
    sha256: str = Field(description="of the file that was written")


Act = Annotated[
    Entered | Corrected | Revoked | Approved | Declined | Rescreened | Stepped | Appealed | HandedOver | Signed | Paid
    | Retained | Erased | Exported,
    Field(discriminator="kind"),
]  # fmt: skip
#: The kinds that count only when a second person has approved them.
CHECKED = frozenset({"entered", "corrected", "revoked", "paid"})
#: The acts that point to an older entry.
POINTING = frozenset({"corrected", "revoked", "approved", "declined", "rescreened", "appealed", "signed", "paid"})


class RegisterEntry(EntryPart):
    """One entry. Fields may be added; none changes its meaning within a version."""

    ancu_register: Literal[1] = Field(default=1, description="version of this contract")
    number: int = Field(ge=1)
    before: str = Field(description="SHA-256 of the bytes of the entry before; of the first, empty")
    at: AwareDatetime = Field(description="when it was entered")
    by: str = Field(description="who entered it; on PostgreSQL, the role that was logged in")
    account: str = Field(description="the account under which it was entered")
    application: str | None = Field(default=None, description="the random key of the application")
    project: str | None = None
    concerns: int | None = Field(default=None, description="the number of the older entry that it is about")
    act: Act

    @property
    def day(self) -> date:
        """The day on which it was entered, in Vietnam."""
        return self.at.astimezone(VIETNAM).date()

    def as_bytes(self) -> bytes:
        """The bytes that are chained: canonical JSON, what does not apply left out of the entry itself."""
        head = self.model_dump(mode="json", exclude_none=True, exclude={"act", "at"})
        # Written here, so that it is the same whatever version of a library writes it.
        at = self.at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return canonical({**head, "at": at, "act": self.act.model_dump(mode="json")})


def read_entry(body: bytes) -> RegisterEntry:
    """The entry that ``body`` is; :class:`AncuError` where it is none."""
    try:
        return RegisterEntry.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        detail = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
        raise AncuError(Problem("register_bad_entry", {"detail": detail})) from error


def is_canonical(body: bytes) -> bool:
    """Whether ``body`` is written the one way in which entries are."""
    try:
        found = json.loads(body)
        return isinstance(found, dict) and canonical(found) == body
    except (ValueError, TypeError, RecursionError):
        return False


def entry_schema() -> dict[str, Any]:
    """The JSON Schema of an entry."""
    return RegisterEntry.model_json_schema()
