"""The files that commands write besides results of screening: drafts never over another file, all of them whole."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from ancu.errors import OutputError, Problem, os_reason
from ancu_cli.common import UsageProblem


def expect_feature(path: str | None) -> None:
    """Raises :class:`UsageProblem` where scenarios are to go to a file that nobody would look for them in."""
    if path is not None:
        _expect(path, ".feature", "feature_suffix")


def expect_workbook(path: str) -> None:
    """Raises :class:`UsageProblem` where a workbook is to go to a file that would be opened as something else."""
    _expect(path, ".xlsx", "workbook_suffix")


def _expect(path: str, suffix: str, key: str) -> None:
    if Path(path).suffix.lower() != suffix and not _is_stream(Path(path)):
        raise UsageProblem(Problem(key, {"path": path}))


def write_new(path: str, content: bytes, mode: int = 0o666) -> None:
    """Write a file that is not there yet: an officer's work is never overwritten. Raises :class:`OutputError`."""
    with _told(path):
        if os.path.lexists(path):
            if _is_stream(Path(path)):
                Path(path).write_bytes(content)
                return
            raise FileExistsError(path)
        with _draft(Path(path), content, mode) as draft:
            try:
                os.link(draft, path)  # fails where another has come in between
            except FileExistsError:
                raise
            except OSError:  # a file system without links
                os.rename(draft, path)


def write_whole(path: str, content: bytes) -> None:
    """Write a report, in the place of the one before; what is no plain file (a device, a pipe) takes it as it is.

    Raises :class:`OutputError`, what stood there untouched.
    """
    with _told(path):
        target = Path(os.path.realpath(path))
        if _is_stream(target):
            target.write_bytes(content)
            return
        with _draft(target, content) as draft:
            if target.exists():
                draft.chmod(target.stat().st_mode & 0o777)
            os.replace(draft, target)


def write_private(path: str, content: bytes) -> None:
    """Write a file for its owner alone, whole, in the place of the one before. Raises :class:`OutputError`."""
    with _told(path):
        target = Path(os.path.realpath(path))
        if _is_stream(target):
            target.write_bytes(content)
            return
        with _draft(target, content, mode=0o600) as draft:
            os.replace(draft, target)


def _is_stream(path: Path) -> bool:
    """Whether something stands at ``path`` that takes what is written and keeps nothing: a device, a pipe."""
    return path.exists() and not (path.is_file() or path.is_dir())


@contextlib.contextmanager
def _told(path: str) -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        raise OutputError(Problem("file_exists", {"path": path})) from error
    except OSError as error:
        raise OutputError(Problem("file_unwritable", {"path": path, "reason": os_reason(error)})) from error


@contextlib.contextmanager
def _draft(target: Path, content: bytes, mode: int = 0o666) -> Iterator[Path]:
    """A file beside ``target`` with ``content``, on the disk; it goes if it is still there at the end."""
    draft = target.with_name(f".{secrets.token_hex(8)}.unfinished")
    try:
        with open(draft, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield draft
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()
