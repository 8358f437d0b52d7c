"""The personal data of applications, kept apart from the chain so that they can be erased without breaking it.

An entry carries a commitment to them: HMAC-SHA256 by a salt of 32 random bytes. While data and salt are here, the
commitment proves that they are those of the entry; when both are erased, nobody can find out by trying what they were.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ancu.chain import canonical
from ancu.decision.deciding import Record
from ancu.household.members import Household
from ancu.register.entries import PersonalBond
from ancu.service.written import facts_again, read_again, written_facts, written_household


def new_key() -> str:
    """A random key, by which nothing can be told of what it stands for."""
    return secrets.token_hex(16)


@dataclass(frozen=True)
class PersonalData:
    """The personal data of one act, as they are kept: canonical JSON, and the salt by which they are bound."""

    ref: str
    application: str
    case: str
    salt: bytes
    data: bytes

    @property
    def bond(self) -> PersonalBond:
        """What an entry says of them."""
        return PersonalBond(ref=self.ref, commitment=hmac.new(self.salt, self.data, hashlib.sha256).hexdigest())

    def read(self) -> dict[str, Any]:
        """What they say: ``case``, ``facts``, ``household``, ``reasons`` with facts, ``texts``, ``kept`` cells."""
        found: dict[str, Any] = json.loads(self.data)
        return found

    def record(self) -> Record:
        """The record that was decided."""
        found = self.read()
        household = read_again(found["household"]) if found["household"] is not None else None
        return Record(facts_again(found["facts"]), found["case"], None, household)


def personal_data(
    application: str,
    case: str,
    record: Record,
    reasons: list[dict[str, Any]],
    texts: Mapping[str, list[str]],
    kept: Mapping[str, str],
) -> PersonalData:
    """The personal data of a decision.

    ``texts`` are its reasons as they were told, by language; ``kept`` are cells that an officer chose to keep.
    """
    data = {
        "case": case,
        "facts": written_facts(record.facts),
        "household": _whole_household(record.household) if record.household is not None else None,
        "reasons": reasons,
        "texts": dict(texts),
        "kept": dict(kept),
    }
    return PersonalData(new_key(), application, case, secrets.token_bytes(32), canonical(data))


def _whole_household(household: Household) -> dict[str, Any]:
    """The household with names and numbers as they are: a list of buyers has to print them."""
    written = written_household(household)
    for member, row in zip(household.members, written["members"], strict=True):
        row.pop("personal_number", None)
        if member.full_name is not None:
            row["full_name"] = member.full_name
        if member.number is not None:
            row["hashed_number" if member.number.hashed else "personal_number"] = member.number.kept
    return written
