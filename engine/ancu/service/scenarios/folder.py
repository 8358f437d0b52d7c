"""The office's own folder of features: what stands in it, and saving into it without harm to anything.

A file is replaced whole, and only where it still is as it was opened. Nothing is followed out of the folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import shutil
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ancu.errors import Problem
from ancu.service.problems import HttpError
from ancu.service.scenarios.names import SUFFIX, clean_name
from ancu.text_files import decode

try:
    import fcntl
except ImportError:  # on Windows, where a service that saves has one worker
    fcntl = None  # type: ignore[assignment]

#: How many files are looked at, and how large one may be that is opened or saved, in bytes.
MOST_FILES, LARGEST = 2_000, 600_000
_TITLES = re.compile(
    r"^\s*(?:(Tính năng|Feature)|Tình huống|Kịch bản|Khung tình huống|Khung kịch bản"
    r"|Scenario(?: Outline)?|Example)\s*:\s*(.*?)\s*$"
)


@dataclass(frozen=True)
class FeatureEntry:
    """A file of the folder as the list shows it: its name below the folder, its title, scenarios and digest."""

    name: str
    title: str
    scenarios: tuple[tuple[int, str], ...]
    digest: str


@dataclass(frozen=True)
class OpenedText:
    """A file as it was opened: its text, and the digest of its bytes."""

    text: str
    digest: str


class ChangedSince(Exception):
    """Somebody else has changed, made or removed the file since it was opened; ``now`` as it is (None: gone)."""

    def __init__(self, now: OpenedText | None) -> None:
        self.now = now
        super().__init__()


class FeatureFolder:
    """The features in ``root``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lock = threading.Lock()
        self._known: dict[str, tuple[tuple[int, int], FeatureEntry]] = {}

    def names(self) -> list[str]:
        """The feature files below the folder; links, and what is hidden, are no part of it."""
        found: list[str] = []
        for home, folders, files in os.walk(self.root):
            place = Path(home)
            folders[:] = sorted(n for n in folders if not n.startswith(".") and not (place / n).is_symlink())
            for name in sorted(files):
                path = place / name
                if name.endswith(SUFFIX) and not name.startswith(".") and not path.is_symlink() and path.is_file():
                    found.append(path.relative_to(self.root).as_posix())
            if len(found) > MOST_FILES:
                break
        return found[:MOST_FILES]

    def entries(self) -> list[FeatureEntry]:
        """What the files hold by their titles; each is read again only where it has changed."""
        found: dict[str, tuple[tuple[int, int], FeatureEntry]] = {}
        for name in self.names():
            with contextlib.suppress(OSError):  # gone meanwhile
                state = (self.root / name).stat()
                stamp = (state.st_mtime_ns, state.st_size)
                known = self._known.get(name)
                found[name] = known if known and known[0] == stamp else (stamp, self._entry(name))
        self._known = found
        return [entry for _, entry in found.values()]

    def _entry(self, name: str) -> FeatureEntry:
        if (self.root / name).stat().st_size > LARGEST:
            return FeatureEntry(name, name, (), "")
        content = (self.root / name).read_bytes()
        title, scenarios = "", []
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
            if found := _TITLES.match(unicodedata.normalize("NFC", line)):
                if found[1]:
                    title = title or found[2]
                else:
                    scenarios.append((number, found[2]))
        return FeatureEntry(name, title or name, tuple(scenarios), digest_of(content))

    def open(self, name: str) -> OpenedText:
        """A file of the folder; :class:`HttpError` where there is none of that name, or it cannot be read."""
        if name not in self.names():
            raise HttpError(404, "not-found", Problem("room_no_file"))
        found = _read(self.root / name)
        if found is None:
            raise HttpError(404, "not-found", Problem("room_no_file"))
        return found

    def save(self, written: str, text: str, opened: str) -> tuple[str, OpenedText]:
        """Put ``text`` at the name ``written``; its name below the folder, and how it stands now.

        ``opened`` is the digest that it had when it was opened, empty for a new file. Raises :class:`ChangedSince`,
        :class:`HttpError` for a name that is none, and OSError.
        """
        with self._lock, self._held():
            name = written if written in (known := self.names()) else clean_name(written)
            twin = next((one for one in known if one != name and one.casefold() == name.casefold()), None)
            if twin is not None:
                raise HttpError(422, "request", Problem("room_twin_name", {"name": name, "twin": twin}))
            path = self._inside(name)
            now = _read(path)
            if (now.digest if now is not None else "") != opened:
                raise ChangedSince(now)
            content = text.encode()
            if now is not None and b"\r\n" in path.read_bytes():
                content = content.replace(b"\n", b"\r\n")  # as it was, so that not every line has changed
            if now is None or digest_of(content) != now.digest:
                _replace(path, content)
        return name, OpenedText(text, digest_of(content))

    def _inside(self, name: str) -> Path:
        """Where a name stands, its folders made; :class:`HttpError` where a link leads elsewhere."""
        place = self.root
        for part in (parts := name.split("/")):
            place = place / part
            if place.is_symlink():
                raise HttpError(422, "request", Problem("room_link", {"name": name}))
            if part is not parts[-1]:
                place.mkdir(exist_ok=True)
        if not place.parent.resolve().is_relative_to(self.root.resolve()):  # by what is no link, but leads elsewhere
            raise HttpError(422, "request", Problem("room_link", {"name": name}))
        return place

    @contextlib.contextmanager
    def _held(self) -> Iterator[None]:
        """Keep the other workers of the service from saving meanwhile."""
        if fcntl is None:
            yield
            return
        number = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.flock(number, fcntl.LOCK_EX)
            yield
        finally:
            os.close(number)


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read(path: Path) -> OpenedText | None:
    """The file at ``path``; None where there is none. Raises :class:`HttpError` for one that is no text of ours."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    if len(content) > LARGEST:
        raise HttpError(422, "request", Problem("room_large_file", {"most": LARGEST // 1_000}))
    text = decode(path.name, content)
    return OpenedText(text.replace("\r\n", "\n"), digest_of(content))


def _replace(path: Path, content: bytes) -> None:
    made = path.with_name(f".{path.name[:40]}.{secrets.token_hex(6)}")
    try:
        with made.open("xb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        with contextlib.suppress(FileNotFoundError):
            shutil.copymode(path, made)
        os.replace(made, path)
    except OSError:
        made.unlink(missing_ok=True)
        raise
