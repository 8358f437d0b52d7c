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
from ancu.service.visitor import name_of

KEYS_VARIABLE = "ANCU_API_KEYS"
SHORTEST_KEY = 16
PORT = 8517
_ROOT = re.compile(r"(/[A-Za-z0-9._~-]+)*")
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?")
_HEADER = re.compile(r"[A-Za-z0-9-]{1,60}")
#: What a key without a name is called.
_UNNAMED = re.compile(r"key-\d+")
#: What stands in the place of a key for those whom a proxy signs in.
BY_PROXY = "proxy"


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

    Several keys may have one name, for as long as a caller changes from one to the next. ``people`` are names without
    a key of their own: of those whom a proxy in front signs in.
    """

    def __init__(self, digests: Iterable[tuple[str, bytes]] = (), people: Iterable[str] = ()) -> None:
        self.digests, self.people = tuple(digests), tuple(people)

    @classmethod
    def of(cls, keys: Iterable[tuple[str, str]], people: Iterable[str] = ()) -> Keys:
        """The keys of these pairs of a name and a key."""
        return cls(((name, digest_of(key)) for name, key in keys), people)

    def __bool__(self) -> bool:
        return bool(self.digests or self.people)

    def holds(self, name: str, digest: bytes) -> bool:
        """Whether the key of this name and digest is one of them."""
        return any(known == name and hmac.compare_digest(found, digest) for known, found in self.digests)

    def person(self, name: str) -> str | None:
        """Of whom a proxy signed in under ``name``: the name with its roles; None for nobody we know."""
        return next((known for known in self.people if name_of(known) == name), None)

    def admit(self, key: str) -> str | None:
        """The name of ``key`` if it is one of them; takes as long whichever it is, or none."""
        digest = digest_of(key)
        admitted = None
        for name, known in self.digests:
            if hmac.compare_digest(known, digest):
                admitted = name
        return admitted


def digest_of(key: str) -> bytes:
    """By what a key is known here."""
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()


@dataclass(frozen=True)
class Settings:
    """How the service runs.

    ``decision_log`` is appended to; None: nothing is kept. ``keep_days``: for how many days; None: until somebody
    deletes it. ``root_path``: the path under which a proxy shows the
    service, ``/ancu``. ``frames``: the origins whose pages may show the clerk's page within them.
    ``agency``: the name of the office, for the page and what is printed. ``keep_lists``: for how many minutes lists
    that were sent by the page are held, 0: none is taken; ``lists_dir``: in which folder, None: in one of the
    process's own. ``session_idle``: after how many minutes without use a session of the page ends;
    ``session_hours``: after how many hours anyway; ``sessions_dir``: as ``lists_dir``. ``user_header``: the header in
    which a proxy names whom it has signed in, "" for none; ``proxies``: the addresses and networks that such a proxy
    asks from. ``register``: the address of the register that the pages of the office work on. ``features``: the
    office's folder of scenarios, into which the page saves; None: nothing is saved.
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
    session_idle: int = 30
    session_hours: int = 10
    sessions_dir: str | None = None
    user_header: str = ""
    proxies: tuple[str, ...] = ()
    register: str | None = None
    features: str | None = None

    def to_json(self) -> str:
        """All of it for another process; of keys, their digests."""
        plain = {
            **vars(self),
            "keys": [(name, digest.hex()) for name, digest in self.keys.digests],
            "people": self.keys.people,
            "limits": vars(self.limits),
        }
        return json.dumps(plain)

    @classmethod
    def from_json(cls, text: str) -> Settings:
        """What :meth:`to_json` wrote."""
        plain = json.loads(text)
        digests = ((name, bytes.fromhex(digest)) for name, digest in plain["keys"])
        plain["keys"] = Keys(digests, plain.pop("people"))
        lists = {name: tuple(plain[name]) for name in ("frames", "proxies")}
        return cls(**{**plain, **lists, "limits": Limits(**plain["limits"])})

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
        self._check_proxy()
        if self.register is not None:
            self._check_names()

    def _check_proxy(self) -> None:
        """Whoever may name a person is told apart from whoever may not, or nobody may."""
        for written in self.proxies:
            try:
                ipaddress.ip_network(written, strict=False)
            except ValueError as error:
                raise SettingsError(Problem("serve_bad_proxy", {"value": written})) from error
        if self.user_header and not _HEADER.fullmatch(self.user_header):
            raise SettingsError(Problem("serve_bad_header", {"value": self.user_header}))
        if bool(self.user_header) != bool(self.proxies):
            raise SettingsError(Problem("serve_proxy_alone"))
        if bool(self.user_header) != bool(self.keys.people):
            raise SettingsError(Problem("serve_proxy_people", {"word": BY_PROXY}))

    def _check_names(self) -> None:
        """What stands in the register says who did it, so everybody has a name, and one that stays."""
        names = [name for name, _ in self.keys.digests]
        if not self.keys:
            raise SettingsError(Problem("serve_register_keys", {"variable": KEYS_VARIABLE}))
        if any(_UNNAMED.fullmatch(name) for name in names):
            raise SettingsError(Problem("serve_register_names"))


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
    without is called by its place, ``key-1``. ``portal/clerk: proxy`` is somebody whom a proxy signs in. Raises
    :class:`InputError` for a file that cannot be read or holds none, and :class:`SettingsError` for a short key,
    one that stands twice, or a name that is none; neither quotes a key.
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
    pairs = [_key(place, text, number) for number, (place, text) in enumerate(written, 1)]
    keys = [pair for pair in pairs if pair[1] != BY_PROXY]
    people = [name for name, key in pairs if key == BY_PROXY]
    for at, (name, key) in enumerate(pairs):
        if key != BY_PROXY and key in (other for _, other in pairs[:at]):  # the log could not say whose it was
            raise SettingsError(Problem("serve_key_twice", {}, written[at][0]))
        if key == BY_PROXY and name_of(name) in (name_of(one) for one, other in pairs[:at] if other == BY_PROXY):
            raise SettingsError(Problem("serve_person_twice", {"name": name_of(name)}, written[at][0]))
    return Keys.of(keys, people)


#: A key in the environment, after its name if it has one.
_NAME_AND_KEY = re.compile(r"(?:\S*:\s+)?\S+")
_NAME = re.compile(r"[A-Za-z0-9._-]{1,40}(?:/[a-z]+)*")


def _key(place: str, written: str, number: int) -> tuple[str, str]:
    *named, key = written.split()
    if key != BY_PROXY and (len(key) < SHORTEST_KEY or not key.isascii()):
        raise SettingsError(Problem("serve_key_short", {"least": SHORTEST_KEY}, place))
    name = " ".join(named).removesuffix(":") if named else f"key-{number}"
    if not _NAME.fullmatch(name) or (named and not named[-1].endswith(":")) or (key == BY_PROXY and not named):
        raise SettingsError(Problem("serve_key_name", {}, place))
    for role in roles_of(name):
        if role not in ROLES:
            values = {"role": role, "known": ", ".join(ROLES), "hint": suggestion(role, ROLES)}
            raise SettingsError(Problem("serve_key_role", values, place))
    return name, key
