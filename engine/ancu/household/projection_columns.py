"""What stands in the tables from which facts follow in SQL, and in what that gives, beside facts: by which names."""

from __future__ import annotations

from dataclasses import dataclass

from ancu.rulebook import expressions as ex


def members_of(role: str) -> str:
    """The name of the column that holds the places of those who have, or may have, a role that is one person's."""
    return f"{role}__members"


def unknown_of(fact: str) -> str:
    """The name of the column that says of whom nobody knows a fact that is closed, which is not to leave it out."""
    return f"{fact}__unknown"


def follows_of(fact: str) -> str:
    """The name of the column with what follows of a fact that the applicant's row states otherwise.

    What the row states stands, unless it has changed since (:func:`~ancu.household.projecting.project`).
    """
    return f"{fact}__follows"


def theirs_of(fact: str) -> str:
    """The name of the column with the places of those from whom a fact follows, between commas.

    It is empty where these are the applicant alone, or all members.
    """
    return f"{fact}__theirs"


def role_of(steps: tuple[ex.Expr, ...]) -> str:
    """The role of which ``steps`` are the steps that are tried in turn."""
    assert isinstance(steps[0], ex.Name)
    return steps[0].id.rpartition("/")[0]


@dataclass(frozen=True)
class Shape:
    """What two tables hold: the facts of ``members``, the facts ``stated`` of households, and whether of some members
    only the year of birth is known.
    """

    members: frozenset[str]
    stated: frozenset[str]
    ranges: bool
