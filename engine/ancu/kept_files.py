"""What is kept between processes, so that the next one need not work it out anew: a file each, in one folder.

``ANCU_CACHE`` names the folder; empty, it means that nothing is kept. Each file is named by what its content was made
of, and sealed: one that is damaged, that others could have written, or that cannot be read is as good as none. Files
may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path


def folder() -> Path | None:
    """Where files are kept: the user's cache folder as the system has it; None where they are not."""
    named = os.environ.get("ANCU_CACHE")
    if named is not None:
        return Path(named) if named else None
    from platformdirs import user_cache_path

    path = user_cache_path("ancu", appauthor=False)
    return path if path.is_absolute() else None  # a user without a home has none


def read(name: str, key: str) -> bytes | None:
    """The content kept as ``name`` and sealed with ``key``; None if there is none to be trusted."""
    kept = folder()
    if kept is None:
        return None
    try:
        with (kept / name).open("rb") as file:
            content = file.read() if _ours(os.fstat(file.fileno())) else b""
    except OSError:
        return None
    seal, _, body = content.partition(b"\n")
    return body if seal == _seal(key, body) else None


def write(name: str, key: str, body: bytes, *, most: int) -> None:
    """Keep ``body``; of the files that are called alike before the first dash, the ``most`` newest stay.

    Nothing is kept where the folder cannot be written.
    """
    import tempfile  # most processes only read

    kept = folder()
    if kept is None:
        return
    with contextlib.suppress(OSError):
        kept.mkdir(mode=0o700, parents=True, exist_ok=True)
        number, draft = tempfile.mkstemp(dir=kept, prefix="draft-")
        try:
            with os.fdopen(number, "wb") as file:
                file.write(_seal(key, body) + b"\n" + body)
            Path(draft).replace(kept / name)
        except OSError:
            Path(draft).unlink(missing_ok=True)
            raise
        by_age = sorted(kept.glob(f"{name.partition('-')[0]}-*"), key=lambda file: file.stat().st_mtime)
        for old in by_age[:-most]:
            old.unlink(missing_ok=True)


def _ours(status: os.stat_result) -> bool:
    """Whether nobody but this user, or root, can have written the file."""
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid in (0, os.geteuid()) and not status.st_mode & 0o022


def _seal(key: str, body: bytes) -> bytes:
    return hashlib.sha256(f"{key} ".encode() + body).hexdigest().encode()
