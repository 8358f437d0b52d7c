"""What whoever runs the service decides: where it listens, who may call, how much one caller may ask for."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ancu.errors import AncuError, InputError, Problem, os_reason, suggestion
from ancu.extras import file_locks
from ancu.service.roles import ROLES, roles_of

KEYS_VARIABLE = "ANCU_API_KEYS"
SHORTEST_KEY = 16
PORT = 8517
_ROOT = re.compile(r"(/[A-Za-z0-9._~-]+)*")
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?")


class SettingsError(AncuError):
    """The service cannot start as it was told to."""


@dataclass(frozen=True)
class Limits:
    """How much one request may take. Sizes in bytes, times in seconds.

    ``head``: the address and headers of a request. ``body``: a request other than bulk. ``line``: a record of bulk.
    ``lines``: the records of one bulk request. ``waiting_body``: bytes of bulk received and not yet judged.
    ``seconds``: to receive a request's head, its body (of bulk: each part), to judge, and to take a part of the answer.
    ``waiting``: requests that wait to be judged. ``upload``: a file of a list, sent by the page.
    """

    head: int = 1 << 15
    body: int = 1 << 20
    line: int = 1 << 18
    lines: int = 1_000_000
    waiting_body: int = 64 << 20
    seconds: float = 15.0
    waiting: int = 2_000
    upload: int = 20 << 20


class Keys:
    """The API keys of callers, each with the name under which its use is counted; only their digests are held.

    Several keys may have one name, for as long as a caller changes from one to the next.
    """

    def __init__(self, digests: Iterable[tuple[str, bytes]] = ()) -> None:
        self.digests = tuple(digests)

    @classmethod
    def of(cls, keys: Iterable[tuple[str, str]]) -> Keys:
        """The keys of these pairs of a name and a key."""
        return cls((name, hashlib.sha256(key.encode()).digest()) for name, key in keys)

    def __bool__(self) -> bool:
        return bool(self.digests)

    def admit(self, key: str) -> str | None:
        """The name of ``key`` if it is one of them; takes as long whichever it is, or none."""
        digest = hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()
        admitted = None
        for name, known in self.digests:
            if hmac.compare_digest(known, digest):
                admitted = name
        return admitted


@dataclass(frozen=True)
class Settings:
    """How the service runs.

    ``decision_log`` is appended to; None: nothing is kept. ``keep_days``: for how many days; None: until somebody
    deletes it. ``root_path``: the path under which a proxy shows the
    service, ``/ancu``. ``frames``: the origins whose pages may show the clerk's page within them.
    ``agency``: the name of the office, for the page and what is printed. ``keep_lists``: for how many minutes lists
    that were sent by the page are held, 0: none is taken; ``lists_dir``: in which folder, None: in one of the
    process's own. ``features``: the office's folder of scenarios, into which the page saves; None: nothing is saved.
    """

    host: str = "127.0.0.1"
    port: int = PORT
    workers: int = 1
    rules_dir: str | None = None
    keys: Keys = field(default_factory=Keys)
    decision_log: str | None = None
    keep_days: int | None = None
    limits: Limits = field(default_factory=Limits)
    root_path: str = ""
    frames: tuple[str, ...] = ()
    agency: str = ""
    keep_lists: int = 60
    lists_dir: str | None = None
    features: str | None = None

    def to_json(self) -> str:
        """All of it for another process; of keys, their digests."""
        plain = {
            **vars(self),
            "keys": [(name, digest.hex()) for name, digest in self.keys.digests],
            "limits": vars(self.limits),
        }
        return json.dumps(plain)

    @classmethod
    def from_json(cls, text: str) -> Settings:
        """What :meth:`to_json` wrote."""
        plain = json.loads(text)
        plain["keys"] = Keys((name, bytes.fromhex(digest)) for name, digest in plain["keys"])
        return cls(**{**plain, "limits": Limits(**plain["limits"]), "frames": tuple(plain["frames"])})

    def check(self) -> None:
        """Raises :class:`SettingsError` when anybody could call without a key, or for a path or origin that is none.

        The folder of scenarios must be there, and such that it can be written to.
        """
        if not _ROOT.fullmatch(self.root_path):
            raise SettingsError(Problem("serve_bad_root", {"value": self.root_path}))
        for origin in self.frames:
            if not _ORIGIN.fullmatch(origin):
                raise SettingsError(Problem("serve_bad_origin", {"value": origin}))
        if self.keep_days is not None and self.decision_log is None:
            raise SettingsError(Problem("serve_keep_without_log"))
        if self.workers > 1 and self.decision_log is not None and not file_locks():
            raise SettingsError(Problem("serve_log_one_worker"))
        if self.workers > 1 and self.features is not None and not file_locks():
            raise SettingsError(Problem("serve_features_one_worker"))
        if self.features is not None and not _may_be_written(self.features):
            raise SettingsError(Problem("serve_features", {"path": self.features}))
        if not self.keys and not is_loopback(self.host):
            raise SettingsError(Problem("serve_keys_required", {"host": self.host, "variable": KEYS_VARIABLE}))


def _may_be_written(folder: str) -> bool:
    return Path(folder).is_dir() and os.access(folder, os.R_OK | os.W_OK | os.X_OK)


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

    A key may follow its name, ``portal: KEY``, with its roles, ``portal/clerk: KEY`` (:mod:`~ancu.service.roles`); one
    without is called by its place, ``key-1``. Raises
    :class:`InputError` for a file that cannot be read or holds none, and :class:`SettingsError` for a short key, one
    that stands twice, or a name that is none; neither quotes a key.
    """
    if path is None:
        written = [(KEYS_VARIABLE, part) for part in _NAME_AND_KEY.findall(environment.get(KEYS_VARIABLE, ""))]
    else:
        try:
            lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            reason = os_reason(error) if isinstance(error, OSError) else "UTF-8"
            raise InputError(Problem("file_unreadable", {"path": path, "reason": reason})) from error
        stated = ((f"{path}:{number}", line.partition("#")[0].strip()) for number, line in enumerate(lines, 1))
        written = [(place, text) for place, text in stated if text]
        if not written:
            raise InputError(Problem("serve_keys_none", {}, path))
    keys = [_key(place, text, number) for number, (place, text) in enumerate(written, 1)]
    for at, (_, key) in enumerate(keys):
        if key in (other for _, other in keys[:at]):  # the log could not say whose it was
            raise SettingsError(Problem("serve_key_twice", {}, written[at][0]))
    return Keys.of(keys)


#: A key in the environment, after its name if it has one.
_NAME_AND_KEY = re.compile(r"(?:\S*:\s+)?\S+")
_NAME = re.compile(r"[A-Za-z0-9._-]{1,40}(?:/[a-z]+)*")


def _key(place: str, written: str, number: int) -> tuple[str, str]:
    *named, key = written.split()
    if len(key) < SHORTEST_KEY or not key.isascii():
        raise SettingsError(Problem("serve_key_short", {"least": SHORTEST_KEY}, place))
    name = " ".join(named).removesuffix(":") if named else f"key-{number}"
    if not _NAME.fullmatch(name) or (named and not named[-1].endswith(":")):
        raise SettingsError(Problem("serve_key_name", {}, place))
    for role in roles_of(name):
        if role not in ROLES:
            values = {"role": role, "known": ", ".join(ROLES), "hint": suggestion(role, ROLES)}
            raise SettingsError(Problem("serve_key_role", values, place))
    return name, key
