"""The protocol of a draw: plan, list, what was committed to, what the seed was made of, and the result, in one file.

Each part is a canonical text with its SHA-256, and names those before it, so that nothing can be changed alone. The
seed is the SHA-256 of its part; its cells come to be known one after the other: the organiser's secret was committed to
when list and plan were frozen, the supervisors contribute, and at last comes a value that nobody here can choose.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ancu.draw.canonical import rows_of, sha256, text_of
from ancu.draw.dossiers import FrozenList, list_of
from ancu.draw.drawing import KIND as RESULT
from ancu.draw.drawing import DrawResult, draw
from ancu.draw.plan import DrawPlan, plan_of
from ancu.errors import InputError, Problem, os_reason

FREEZE, SEED = "ancu-draw-freeze", "ancu-draw-seed"
#: The parts of a protocol, in the order in which they come to be; the last only after a withdrawal.
PARTS = ("plan", "list", "freeze", "seed", "result", "withdrawals")
#: Those that stand when the list is frozen, and those that stand when lots were drawn.
FROZEN, DRAWN = PARTS[:3], PARTS[:5]
_VERSION = 1
_MAX_BYTES = 1 << 28


@dataclass(frozen=True)
class Commitments:
    """What is published when the list is frozen; its own SHA-256 is what people write down."""

    frozen_at: str
    plan_sha256: str
    list_sha256: str
    secret_sha256: str

    def as_text(self) -> str:
        return text_of(FREEZE, vars(self).items())


@dataclass(frozen=True)
class Seed:
    """What a seed is made of: the freeze, the secret, what the supervisors said, and the public value."""

    freeze_sha256: str
    secret: str
    contributions: Mapping[str, str]
    public: tuple[str, str, str]

    def as_text(self) -> str:
        rows: list[tuple[object, ...]] = [("freeze_sha256", self.freeze_sha256), ("secret", self.secret)]
        rows += [("contribution", role, said) for role, said in self.contributions.items()]
        return text_of(SEED, [*rows, ("public", *self.public)])


def commitments_of(text: str) -> Commitments:
    """The commitments that a text says; :class:`InputError` where it says none."""
    rows = rows_of(FREEZE, text)
    if [row[0] for row in rows] != list(Commitments.__dataclass_fields__) or any(len(row) != 2 for row in rows):
        raise InputError(Problem("draw_text_bad", {"kind": FREEZE, "line": 2}))
    return Commitments(*(row[1] for row in rows))


def seed_of(text: str) -> Seed:
    """The parts of a seed that a text says; :class:`InputError` where it says none."""
    rows = rows_of(SEED, text)
    widths = [len(row) for row in rows]
    names = [row[0] for row in rows]
    contributions = {row[1]: row[2] for row in rows[2:-1] if len(row) == 3}
    shape = ["freeze_sha256", "secret", *["contribution"] * len(contributions), "public"]
    if names != shape or widths != [2, 2, *[3] * len(contributions), 4]:
        raise InputError(Problem("draw_text_bad", {"kind": SEED, "line": 2}))
    return Seed(rows[0][1], rows[1][1], contributions, (rows[-1][1], rows[-1][2], rows[-1][3]))


@dataclass(frozen=True)
class DrawProtocol:
    """The parts of a draw so far, as texts, each with the SHA-256 that stands in the file."""

    parts: Mapping[str, str]
    sha256: Mapping[str, str]

    @classmethod
    def of(cls, **parts: str) -> DrawProtocol:
        """The protocol of these parts."""
        texts = {name: parts[name] for name in PARTS if name in parts}
        return cls(texts, {name: sha256(text) for name, text in texts.items()})

    def with_part(self, name: str, text: str) -> DrawProtocol:
        """This protocol with one part more, or in the place of an older one."""
        return DrawProtocol.of(**{**self.parts, name: text})

    def plan(self) -> DrawPlan:
        return plan_of(self.parts["plan"])

    def frozen_list(self) -> FrozenList:
        return list_of(self.parts["list"])

    def drawn_at(self) -> str:
        """When lots were drawn, as the result tells; :class:`InputError` where it does not."""
        rows = rows_of(RESULT, self.parts["result"])
        if not rows or len(rows[0]) != 2 or rows[0][0] != "drawn_at":
            raise InputError(Problem("draw_text_bad", {"kind": RESULT, "line": 2}))
        return rows[0][1]

    def draw_again(self) -> DrawResult:
        """The result that plan, list and seed make."""
        return draw(self.plan(), self.frozen_list().dossiers, sha256(self.parts["seed"]))

    def as_file(self) -> bytes:
        """What stands in the file."""
        said = {"ancu_draw": _VERSION, "sha256": dict(self.sha256), **self.parts}
        return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def read_protocol(path: str | Path) -> DrawProtocol:
    """The protocol in a file; :class:`InputError` where it cannot be read or is none."""
    try:
        with open(path, "rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise InputError(Problem("file_unreadable", {"path": str(path), "reason": os_reason(error)})) from error
    return protocol_in(content, str(path))


def protocol_in(content: bytes, path: str) -> DrawProtocol:
    """The protocol that the bytes of a file hold."""
    try:
        said: Any = json.loads(content.decode())
    except (ValueError, RecursionError):
        said = None
    version = said.get("ancu_draw") if isinstance(said, dict) else None
    if len(content) > _MAX_BYTES or version != _VERSION or isinstance(version, bool):
        raise InputError(Problem("draw_no_protocol", {}, path))
    digests: Any = said.get("sha256")
    parts = {name: said[name] for name in PARTS if name in said}
    good = isinstance(digests, dict) and set(digests) == set(parts) and set(FROZEN) <= set(parts)
    good = good and set(said) == {"ancu_draw", "sha256", *parts}
    if not good or not all(_is_text(text) for text in (*parts.values(), *digests.values())):
        raise InputError(Problem("draw_no_protocol", {}, path))
    return DrawProtocol(parts, digests)


def _is_text(value: object) -> bool:
    """Whether a value is a text that can be written in UTF-8, half of a pair of surrogates being none."""
    return isinstance(value, str) and not any("\ud800" <= letter <= "\udfff" for letter in value)
