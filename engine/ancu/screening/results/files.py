"""Files that stand whole or not at all, readable by their owner only, since they hold personal data."""

from __future__ import annotations

import contextlib
import errno
import glob
import hashlib
import io
import os
import secrets
import shutil
import stat
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import IO, Any

from ancu.errors import OutputError, Problem, os_reason
from ancu.frozen import frozen

try:
    import fcntl
except ImportError:  # no such locks on Windows
    fcntl = None  # type: ignore[assignment]

#: A file that is written in bytes.
BinaryFile = io.BufferedIOBase | IO[bytes]
_UNFINISHED = ".unfinished"
#: Bytes of a file's name that file systems take; and of it what an unfinished file repeats, so that its own fits.
_NAME, _REPEATED = 255, 180
#: Bytes that are worth a thread of their own to write, and those that are worth putting on the disk.
_MUCH, _MUCH_TO_SYNC = 1 << 20, 1 << 27
#: Seconds after which an unfinished file is taken to be left behind where no lock tells.
_ABANDONED = 86_400


@contextlib.contextmanager
def whole_files() -> Iterator[Whole]:
    """Files that appear together when the block ends well, and not at all when it does not."""
    whole = Whole()
    try:
        yield whole
        whole.commit()
    finally:
        whole.discard()


@frozen
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
        if not self._begun:
            return
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
        self._going: list[Path] = []
        #: What keeps the folders of this for others to see as being written.
        self._locks: list[int] = []

    def scratch(self, path: Path) -> Path:
        """A folder beside ``path`` for what it is made of, which goes when this ends."""
        folder = _unfinished(path, ".parts")
        with writing_to(path):
            folder.mkdir(mode=0o700)
            _HELD.add(folder)
            self._scratch.append(folder)
            if fcntl is not None:
                lock = os.open(folder, os.O_RDONLY)
                self._locks.append(lock)
                _hold(lock)
        return folder

    def remove(self, path: Path) -> None:
        """Have the file at ``path`` gone when the others are in place; it stands again if they cannot be."""
        self._going.append(path)

    def open(self, path: Path) -> BinaryFile:
        """A file that is to stand at ``path``; :class:`OutputError` if its directory cannot take it."""
        with writing_to(path):
            _check_name(path)
            remove_leftovers(path)
            file, made = _begin(path)
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
                if fcntl is None:
                    file.close()  # else it is held until it stands in its place
        with contextlib.ExitStack() as tidying, _alone_in(self._folders()), contextlib.ExitStack() as undoing:
            for made, path, _ in self._made:
                with writing_to(path):
                    undoing.callback(_put_back, path, _kept_of(path, tidying))
                    os.replace(made, path)
            for path in self._going:
                with writing_to(path):
                    if (kept := _kept_of(path, tidying)) is not None:
                        undoing.callback(_put_back, path, kept)
                        path.unlink(missing_ok=True)
            undoing.pop_all()
        self.discard()

    def _folders(self) -> list[Path]:
        """The folders in which files are put in place, in an order that all runs share."""
        return sorted({path.parent for _, path, _ in self._made})

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
        for lock in self._locks:
            os.close(lock)
        self._made.clear()
        self._scratch.clear()
        self._going.clear()
        self._locks.clear()


def _kept_of(path: Path, tidying: contextlib.ExitStack) -> Path | None:
    """What stands at ``path`` under another name, until ``tidying``; None if nothing does."""
    kept = _unfinished(path, ".before")
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


def _unfinished(path: Path, kind: str = "") -> Path:
    """A name for an unfinished file beside ``path`` that no other run has: in containers all may have one number."""
    mine = f"{kind}.{secrets.token_hex(4)}.{os.getpid()}{_UNFINISHED}"
    return path.with_name(f".{_repeated(path)}{mine}")


def _repeated(path: Path) -> str:
    """The name of ``path``; of a long one its beginning and a digest, so that what is added fits."""
    written = os.fsencode(path.name)
    if len(written) <= _REPEATED:
        return path.name
    start = os.fsdecode(written[: _REPEATED // 2]).encode("utf-8", "ignore").decode()
    return f"{start}~{hashlib.sha256(written).hexdigest()[:16]}"


def _check_name(path: Path) -> None:
    """Raise OSError for a name that the file system would refuse only when the file is put in its place."""
    if len(os.fsencode(path.name)) > _NAME:
        raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), str(path))


def _begin(path: Path) -> tuple[IO[bytes], Path]:
    """An unfinished file beside ``path``, readable by its owner only, held so that other runs leave it alone."""
    while True:
        made = _unfinished(path)
        file = open(made, "xb", buffering=1 << 20, opener=_private)  # noqa: SIM115
        _HELD.add(made)
        if fcntl is None or _hold(file.fileno(), made):
            return file, made
        _HELD.discard(made)  # another run took it for a leftover before it was held
        file.close()


def _hold(file: int, path: Path | None = None) -> bool:
    """Lock an open file for as long as this process has it open; whether it still stands at ``path``."""
    with contextlib.suppress(OSError):  # a file system without locks
        fcntl.flock(file, fcntl.LOCK_EX)
    return path is None or (path.exists() and os.path.samestat(os.fstat(file), path.stat()))


@contextlib.contextmanager
def _alone_in(folders: Iterable[Path]) -> Iterator[None]:
    """Keep other runs from putting files into these folders meanwhile, so that files of two runs never mix."""
    with contextlib.ExitStack() as held:
        for folder in folders if fcntl is not None else ():
            with contextlib.suppress(OSError):
                number = os.open(folder, os.O_RDONLY)
                held.callback(os.close, number)
                fcntl.flock(number, fcntl.LOCK_EX)
        yield


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def remove_leftovers(path: Path) -> None:
    """Remove what runs that were killed while writing ``path`` have left behind."""
    for left in path.parent.glob(f".{glob.escape(_repeated(path))}.*{_UNFINISHED}"):
        with contextlib.suppress(OSError, ValueError), _left_alone(left) as alone:
            if not alone or left in _HELD:
                continue
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink()


@contextlib.contextmanager
def _left_alone(left: Path) -> Iterator[bool]:
    """Whether the run that made an unfinished file is gone, and keep it so: its lock tells, in whatever container.

    Without locks its age does: on Windows, asking after a process by its number would end it. Raises OSError where
    neither tells.
    """
    if fcntl is None:
        yield time.time() - left.stat().st_mtime > _ABANDONED
        return
    with contextlib.ExitStack() as opened:
        # The folder too: while a run puts files in their places, what stood there is kept beside them.
        for place in (left.parent, left):
            number = os.open(place, os.O_RDONLY)
            opened.callback(os.close, number)
            try:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
        yield True


def check_apart(inputs: Iterable[str], outputs: Iterable[Path]) -> None:
    """Raise :class:`OutputError` where a run would write over a file that it reads, or one file twice, or could not.

    A folder cannot be written, nor a device or pipe, which a whole file would take the place of; nor a name that the
    system or a receipt cannot hold.
    """
    taken = {os.path.realpath(path) for path in inputs if path != "-"}
    for path in outputs:
        with writing_to(path):
            check_text(path)
            _check_name(path)
            mode = path.stat().st_mode if os.path.exists(path) else stat.S_IFREG
            if stat.S_ISDIR(mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(mode):
            raise OutputError(Problem("output_no_file", {"path": str(path)}))
        real = os.path.realpath(path)
        if real in taken:
            raise OutputError(Problem("output_is_input", {"path": str(path)}))
        taken.add(real)


def check_text(path: str | Path) -> None:
    """Raise :class:`OutputError` for a name that is no text in UTF-8: no receipt could hold it."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise OutputError(Problem("name_not_utf8", {"path": str(path)})) from None


@contextlib.contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """Any failure to write becomes an :class:`OutputError` that names ``path``."""
    try:
        yield
    except OSError as error:
        raise OutputError(Problem("file_unwritable", {"path": str(path), "reason": os_reason(error)})) from error
