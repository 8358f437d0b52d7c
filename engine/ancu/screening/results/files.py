"""Files that stand whole or not at all, readable by their owner only, since they hold personal data."""

from __future__ import annotations

import contextlib
import errno
import glob
import hashlib
import io
import os
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from ancu.errors import OutputError, Problem, os_reason

#: A file that is written in bytes.
BinaryFile = io.BufferedIOBase | IO[bytes]
_UNFINISHED = ".unfinished"
#: Bytes that are worth a thread of their own to write, and those that are worth putting on the disk.
_MUCH, _MUCH_TO_SYNC = 1 << 20, 1 << 27


@contextlib.contextmanager
def whole_files() -> Iterator[Whole]:
    """Files that appear together when the block ends well, and not at all when it does not."""
    whole = Whole()
    try:
        yield whole
        whole.commit()
    finally:
        whole.discard()


@dataclass(frozen=True)
class Written:
    """A file that was written."""

    path: Path
    sha256: str
    size: int


class _Hashing(io.BufferedIOBase):
    """A file that is written from front to end, and its digest. Large pieces are written while the next is made."""

    def __init__(self, file: IO[bytes], target: Path) -> None:
        self._file, self.name = file, str(target)
        self._digest = hashlib.sha256()
        self._size = self._synced = 0
        self._beside: ThreadPoolExecutor | None = None
        self._begun: list[Future[Any]] = []
        self._syncing: Future[None] | None = None

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        """Take ``data``, which must stay as it is; what went wrong with the piece before is told now."""
        if self._file.closed:
            return len(data)  # what was discarded may still be finished by whoever wrote it
        self._settle()
        size = len(data)
        if size < _MUCH:
            self._digest.update(data)
            self._file.write(data)
        else:
            self._beside = self._beside or ThreadPoolExecutor(3)
            self._begun = [self._beside.submit(do, data) for do in (self._digest.update, self._file.write)]
            self._sync(self._beside)
        self._size += size
        return size

    def _sync(self, beside: ThreadPoolExecutor) -> None:
        """Have what was written put on the disk, so that little is left to wait for at the end."""
        if self._size - self._synced >= _MUCH_TO_SYNC and (self._syncing is None or self._syncing.done()):
            self._check_synced()
            self._synced = self._size
            self._syncing = beside.submit(_put_on_disk, self.fileno(), self._size)

    def _check_synced(self) -> None:
        """The system tells only once that something could not be put on the disk."""
        if self._syncing is not None:
            self._syncing.result()

    def _settle(self) -> None:
        begun, self._begun = self._begun, []
        wait(begun)
        for one in begun:
            one.result()

    def sha256(self) -> str:
        """The digest of what was written."""
        self._settle()
        return self._digest.hexdigest()

    def tell(self) -> int:
        return self._size

    def flush(self) -> None:
        if not self._file.closed:
            self._settle()
            self._check_synced()
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()

    def close(self) -> None:
        if self._beside is not None:
            self._beside.shutdown()
        self._file.close()
        super().close()


def _put_on_disk(file: int, size: int) -> None:
    """Put a file on the disk, of which the first ``size`` bytes then need not stay in memory: others need it more."""
    os.fsync(file)
    with contextlib.suppress(OSError, AttributeError):  # only a hint, and not everywhere
        os.posix_fadvise(file, 0, size, os.POSIX_FADV_DONTNEED)


class Whole:
    """Temporary files beside their targets, renamed into place at the end."""

    def __init__(self) -> None:
        self._made: list[tuple[Path, Path, _Hashing]] = []
        self._scratch: list[Path] = []

    def scratch(self, path: Path) -> Path:
        """A folder beside ``path`` for what it is made of, which goes when this ends."""
        folder = path.with_name(f".{path.name}.parts{_mine()}")
        with writing_to(path):
            folder.mkdir(mode=0o700)
        _HELD.add(folder)
        self._scratch.append(folder)
        return folder

    def open(self, path: Path) -> BinaryFile:
        """A file that is to stand at ``path``; :class:`OutputError` if its directory cannot take it."""
        with writing_to(path):
            remove_leftovers(path)
            made = path.with_name(f".{path.name}{_mine()}")
            # Readable by its owner only.
            file = open(made, "xb", buffering=1 << 20, opener=_private)  # noqa: SIM115
            _HELD.add(made)
            hashing = _Hashing(file, path)
            self._made.append((made, path, hashing))
            return hashing

    def write(self, path: Path, content: bytes) -> None:
        """Prepare ``path`` with ``content``."""
        file = self.open(path)
        with writing_to(path):
            file.write(content)

    def written(self) -> dict[str, Written]:
        """What stands in the files so far, by path."""
        return {str(path): Written(path, file.sha256(), file.tell()) for _, path, file in self._made}

    def commit(self) -> None:
        """Put every file in its place; if one cannot be put there, all that stood before stands again."""
        for _, path, file in self._made:
            with writing_to(path):
                file.flush()
                os.fsync(file.fileno())
                file.close()
        with contextlib.ExitStack() as tidying, contextlib.ExitStack() as undoing:
            for made, path, _ in self._made:
                with writing_to(path):
                    undoing.callback(_put_back, path, _kept_of(path, tidying))
                    os.replace(made, path)
            undoing.pop_all()
        self.discard()

    def discard(self) -> None:
        """Remove what was prepared and not put in place."""
        for made, _, file in self._made:
            with contextlib.suppress(OSError):
                file.close()
            with contextlib.suppress(OSError):
                made.unlink()
        for folder in self._scratch:
            shutil.rmtree(folder, ignore_errors=True)
        _HELD.difference_update(self._scratch, (made for made, _, _ in self._made))
        self._made.clear()
        self._scratch.clear()


def _kept_of(path: Path, tidying: contextlib.ExitStack) -> Path | None:
    """What stands at ``path`` under another name, until ``tidying``; None if nothing does."""
    kept = path.with_name(f".{path.name}.before{_mine()}")
    try:
        os.link(path, kept)
    except FileNotFoundError:
        return None
    except OSError:  # a file system without links, or somebody else's file
        if not path.is_file():
            return None
        os.rename(path, kept)
    tidying.callback(_remove, kept)
    return kept


def _remove(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink()


def _put_back(path: Path, kept: Path | None) -> None:
    """Undo the replacing of ``path``."""
    with contextlib.suppress(OSError):
        if kept is not None:
            os.replace(kept, path)
        else:
            path.unlink()


#: The unfinished files and folders that this process is writing.
_HELD: set[Path] = set()


def _mine() -> str:
    """How the unfinished files of this process end."""
    return f".{os.getpid()}{_UNFINISHED}"


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def remove_leftovers(path: Path) -> None:
    """Remove what runs that were killed while writing ``path`` have left behind."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*{_UNFINISHED}"):
        with contextlib.suppress(OSError, ValueError):
            maker = int(left.name.removesuffix(_UNFINISHED).rpartition(".")[2])
            # In a container every run may have the same number.
            if left in _HELD or (maker != os.getpid() and _is_running(maker)):
                continue
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink()


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def check_apart(inputs: Iterable[str], outputs: Iterable[Path]) -> None:
    """Raise :class:`OutputError` where a run would write over a file that it reads, one file twice, or a folder."""
    taken = {os.path.realpath(path) for path in inputs if path != "-"}
    for path in outputs:
        if path.is_dir():
            reason = os_reason(IsADirectoryError(errno.EISDIR, ""))
            raise OutputError(Problem("file_unwritable", {"path": str(path), "reason": reason}))
        real = os.path.realpath(path)
        if real in taken:
            raise OutputError(Problem("output_is_input", {"path": str(path)}))
        taken.add(real)


@contextlib.contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """Any failure to write becomes an :class:`OutputError` that names ``path``."""
    try:
        yield
    except OSError as error:
        raise OutputError(Problem("file_unwritable", {"path": str(path), "reason": os_reason(error)})) from error
