"""What whoever runs the service decides: where it listens, who may call, how much one caller may ask for."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ancu.errors import AncuError, InputError, Problem, os_reason

KEYS_VARIABLE = "ANCU_API_KEYS"
SHORTEST_KEY = 16
PORT = 8517


class SettingsError(AncuError):
    """The service cannot start as it was told to."""


@dataclass(frozen=True)
class Limits:
    """How much one request may take. Sizes in bytes, times in seconds.

    ``body``: a request other than bulk. ``line``: a record of bulk. ``lines``: the records of one bulk request.
    ``waiting_body``: bytes of bulk received and not yet judged. ``seconds``: to receive a request's head, its body (of
    bulk: each part), to judge, and to take a part of the answer. ``waiting``: requests that wait to be judged.
    """

    body: int = 1 << 20
    line: int = 1 << 18
    lines: int = 1_000_000
    waiting_body: int = 64 << 20
    seconds: float = 15.0
    waiting: int = 2_000


class Keys:
    """The API keys of callers; only their digests are held."""

    def __init__(self, digests: Iterable[bytes] = ()) -> None:
        self.digests = tuple(digests)

    @classmethod
    def of(cls, keys: Iterable[str]) -> Keys:
        return cls(hashlib.sha256(key.encode()).digest() for key in keys)

    def __bool__(self) -> bool:
        return bool(self.digests)

    def admit(self, key: str) -> bool:
        """Whether ``key`` is one of them; takes as long whichever it is, or none."""
        digest = hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()
        found = False
        for known in self.digests:
            found |= hmac.compare_digest(known, digest)
        return found


@dataclass(frozen=True)
class Settings:
    """How the service runs. ``decision_log`` is appended to; None: nothing is kept."""

    host: str = "127.0.0.1"
    port: int = PORT
    workers: int = 1
    rules_dir: str | None = None
    keys: Keys = field(default_factory=Keys)
    decision_log: str | None = None
    limits: Limits = field(default_factory=Limits)

    def to_json(self) -> str:
        """All of it for another process; of keys, their digests."""
        plain = {**vars(self), "keys": [digest.hex() for digest in self.keys.digests], "limits": vars(self.limits)}
        return json.dumps(plain)

    @classmethod
    def from_json(cls, text: str) -> Settings:
        """What :meth:`to_json` wrote."""
        plain = json.loads(text)
        plain["keys"] = Keys(bytes.fromhex(digest) for digest in plain["keys"])
        return cls(**{**plain, "limits": Limits(**plain["limits"])})

    def check(self) -> None:
        """Raises :class:`SettingsError` when anybody on the network could call without a key."""
        if not self.keys and not is_loopback(self.host):
            raise SettingsError(Problem("serve_keys_required", {"host": self.host, "variable": KEYS_VARIABLE}))


def is_loopback(host: str) -> bool:
    """Whether ``host`` can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def read_keys(path: str | None, environment: Mapping[str, str]) -> Keys:
    """The keys of the file at ``path``, one a line, ``#`` opens a comment; else of the environment, between spaces.

    Raises :class:`InputError` for a file that cannot be read or holds none, and :class:`SettingsError` for a short key;
    neither quotes a key.
    """
    if path is None:
        keys = environment.get(KEYS_VARIABLE, "").split()
        places = [KEYS_VARIABLE] * len(keys)
    else:
        try:
            lines = Path(path).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            reason = os_reason(error) if isinstance(error, OSError) else "UTF-8"
            raise InputError(Problem("file_unreadable", {"path": path, "reason": reason})) from error
        stated = [(number, line.partition("#")[0].strip()) for number, line in enumerate(lines, 1)]
        keys = [key for _, key in stated if key]
        places = [f"{path}:{number}" for number, key in stated if key]
        if not keys:
            raise InputError(Problem("serve_keys_none", {}, path))
    for key, place in zip(keys, places, strict=True):
        if len(key) < SHORTEST_KEY or not key.isascii():
            raise SettingsError(Problem("serve_key_short", {"least": SHORTEST_KEY}, place))
    return Keys.of(keys)
