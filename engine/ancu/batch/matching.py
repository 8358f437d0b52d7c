"""What the headers of a table of cases, or of their members, name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ancu.errors import Problem, RecordError
from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import Naming


def matched(
    headers: Iterable[str], facts: Mapping[str, FactDef], naming: Naming, name_of: Callable[[str], str | None]
) -> dict[str, str]:
    """What each header names, as ``name_of`` finds it; :class:`RecordError` where one names nothing, or two the same.

    ``facts`` have the labels of the names, ``naming`` knows what is nearly named.
    """
    found: dict[str, str] = {}
    problems = []
    for header in headers:
        # A pandas frame hands out its index under such a name.
        if header.startswith("__index_level_"):
            continue
        name = name_of(header)
        if name is None:
            near = naming.near(header)
            problems.append(Problem("fact_unknown_near" if near else "fact_unknown", {"name": header, "near": near}))
        elif name in found.values():
            label = facts[name].label.said if name in facts else name
            problems.append(Problem("fact_twice", {"name": header, "fact": name, "label": label}))
        else:
            found[header] = name
    if problems:
        raise RecordError(problems)
    return found
