"""Writing results: whole files or none, readable by their owner only, since they hold personal data."""

from __future__ import annotations

import contextlib
import errno
import glob
import hashlib
import io
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal, Protocol

from ancu.errors import OutputError, Problem, os_reason
from ancu.inference.tables import in_full
from ancu.screening.job import Form
from ancu.screening.lists.chunks import Column, arrow_of, cells_of, plain, text_bounds

if TYPE_CHECKING:
    import pyarrow as pa

#: What a column holds; texts recur. Words: one of these.
Words = tuple[str, ...]
Holds = Literal["texts", "integer", "yes_no", "day"] | Words
#: What a spreadsheet may take for a formula, unless it is a plain number or a lone dash.
_FORMULA = r"[=+\-@\t\r]"
_NUMBER = r"[-+]?[0-9., ]+|-"
_UNFINISHED = ".unfinished"
#: What makes a cell need quotes.
_TO_QUOTE = re.compile('[,"\r\n]')
#: A file that is written in bytes.
BinaryFile = io.BufferedIOBase | IO[bytes]
#: Rows of a piece of CSV: their text stays small.
_CSV_ROWS = 512
#: Bytes that are worth a thread of their own to write, and those that are worth putting on the disk.
_MUCH, _MUCH_TO_SYNC = 1 << 20, 1 << 27
#: Rows of a group in a Parquet file: small enough for every core to have some.
ROW_GROUP = 122_880


class Sink(Protocol):
    """A result being written, some rows at a time."""

    def write(self, columns: Sequence[Column]) -> None:
        """Add rows, given as one column for each heading."""
        ...

    def close(self) -> None:
        """The result is complete."""
        ...


class CsvSink:
    """CSV with a byte-order mark, by which spreadsheets know UTF-8; lines end in a line feed alone."""

    def __init__(self, file: BinaryFile, headings: Sequence[str], *, mark: bool = True) -> None:
        self._file = file
        file.write(b"\xef\xbb\xbf" if mark else b"")
        self._write_lines([list(headings)])

    def write(self, columns: Sequence[Column]) -> None:
        if all(isinstance(column, list) for column in columns):
            self._write_lines(zip(*columns, strict=True))
        else:
            self._write_arrow([arrow_of(column) for column in columns])

    def close(self) -> None:
        self._file.flush()

    def _write_lines(self, rows: Any) -> None:
        self._file.write("".join(",".join(map(_csv_cell, row)) + "\n" for row in rows).encode())

    def _write_arrow(self, columns: list[pa.Array]) -> None:
        import pyarrow.compute as pc

        said = [*map(_csv_column, columns[:-1]), _csv_column(columns[-1], "\n")]
        for start in range(0, len(columns[0]), _CSV_ROWS):
            cells = [column.slice(start, _CSV_ROWS) for column in said]
            lines = pc.binary_join_element_wise(*map(in_full, cells), ",")
            # Arrow holds the lines one after the other: they are written as they stand.
            self._file.write(memoryview(lines.buffers()[2])[: text_bounds(lines)[-1]])


def _csv_column(column: pa.Array, end: str = "") -> pa.Array:
    """A column as texts that can stand in a CSV file, none of them unknown; ``end`` follows each."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_dictionary(column.type):
        texts = _csv_texts(pa.concat_arrays([column.dictionary, pa.array([""])]), end)
        return pa.DictionaryArray.from_arrays(column.indices.fill_null(len(texts) - 1), texts)
    return _csv_texts(pc.fill_null(column.cast(pa.string()), ""), end)


def _csv_texts(texts: pa.Array, end: str) -> pa.Array:
    """As :func:`_csv_cell`, for many."""
    import pyarrow.compute as pc

    if _begins(texts, re.compile(_FORMULA.encode())):
        like = pc.match_substring_regex(texts, f"^{_FORMULA}")
        like = pc.and_not(like, pc.match_substring_regex(texts, f"^({_NUMBER})$"))
        texts = pc.if_else(like, pc.binary_join_element_wise("'", texts, ""), texts)
    if _holds(texts, re.compile(_TO_QUOTE.pattern.encode())):
        to_quote = pc.match_substring_regex(texts, _TO_QUOTE.pattern)
        doubled = pc.replace_substring(texts, '"', '""')
        texts = pc.if_else(to_quote, pc.binary_join_element_wise('"', doubled, '"', ""), texts)
    return pc.binary_join_element_wise(texts, end, "") if end else texts


def _begins(texts: pa.Array, octet: re.Pattern[bytes]) -> bool:
    """Whether one of ``texts`` begins with ``octet``. Most columns have none that needs care, which is soon seen."""
    import numpy as np

    bounds = text_bounds(texts)
    starts = bounds[:-1][bounds[:-1] < bounds[1:]]
    return bool(len(starts)) and octet.search(np.frombuffer(texts.buffers()[2], np.uint8)[starts].tobytes()) is not None


def _holds(texts: pa.Array, octet: re.Pattern[bytes]) -> bool:
    """Whether ``octet`` stands in one of ``texts``."""
    bounds = text_bounds(texts)
    data = texts.buffers()[2]
    return data is not None and octet.search(memoryview(data)[bounds[0] : bounds[-1]]) is not None


class JsonLinesSink:
    """A JSON object a line."""

    def __init__(self, file: BinaryFile, headings: Sequence[str]) -> None:
        self._file, self._headings = file, headings

    def write(self, columns: Sequence[Column]) -> None:
        for row in zip(*(cells_of(column) for column in columns), strict=True):
            record = dict(zip(self._headings, row, strict=True))
            self._file.write((json.dumps(record, ensure_ascii=False, default=str) + "\n").encode())

    def close(self) -> None:
        self._file.flush()


class ParquetSink:
    """A Parquet file; texts that recur stand once a row group."""

    def __init__(self, file: BinaryFile, headings: Sequence[str], holds: Sequence[Holds | None] = ()) -> None:
        self._file, self._headings = file, headings
        self._holds = holds or [None] * len(headings)
        self._writer: Any = None

    def write(self, columns: Sequence[Column]) -> None:
        import pyarrow as pa

        arrays = [_held(column, holds) for column, holds in zip(columns, self._holds, strict=True)]
        # Texts stand once a row group, in the order in which it meets them: so the bytes hang on the rows alone.
        for start in range(0, len(arrays[0]), ROW_GROUP):
            group = [array.slice(start, ROW_GROUP) for array in arrays]
            group = [
                _in_order(array) if holds == "texts" else array for array, holds in zip(group, self._holds, strict=True)
            ]
            self._write(pa.table(group, names=list(self._headings)))

    def _write(self, table: pa.Table) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        if self._writer is None:
            # Nobody looks for a range of sentences.
            measured = [field.name for field in table.schema if not pa.types.is_dictionary(field.type)]
            self._writer = pq.ParquetWriter(
                self._file, table.schema, compression="zstd", compression_level=1, write_statistics=measured or False
            )
        if table.schema != self._writer.schema:
            table = table.cast(self._writer.schema)
        self._writer.write_table(table, row_group_size=ROW_GROUP)

    def close(self) -> None:
        if self._writer is None:
            # No row: the headings stand all the same.
            self._write(_nothing(self._headings, self._holds))
        self._writer.close()
        self._file.flush()


def _type(holds: Holds | None) -> Any:
    import pyarrow as pa

    if isinstance(holds, tuple):
        return pa.dictionary(pa.int8(), pa.string())
    kinds = {"texts": pa.dictionary(pa.int32(), pa.string()), "integer": pa.int64(), "yes_no": pa.bool_()}
    return pa.date32() if holds == "day" else kinds.get(holds or "", pa.string())


def _held(column: Column, holds: Holds | None) -> pa.Array:
    """A column as Arrow holds it, of the type for what it ``holds``; None: as it comes."""
    import pyarrow as pa

    if holds is None:
        return in_full(arrow_of(column))
    kind = _type(holds)
    if isinstance(holds, tuple):
        return _worded(column, holds)
    if holds == "texts":
        texts = pa.array(column, pa.string()) if isinstance(column, list) else column
        return texts if pa.types.is_dictionary(texts.type) else texts.dictionary_encode()
    found = pa.array(column, kind) if isinstance(column, list) else arrow_of(column)
    return found if found.type == kind else found.cast(kind)


def _worded(column: Column, words: Words) -> pa.DictionaryArray:
    """A column of ``words`` or nothing as their places among them."""
    import pyarrow as pa
    import pyarrow.compute as pc

    known = pa.array(words, pa.string())
    if not isinstance(column, list) and pa.types.is_dictionary(column.type) and column.dictionary.equals(known):
        return column
    texts = pa.array(column, pa.string()) if isinstance(column, list) else in_full(column)
    return pa.DictionaryArray.from_arrays(pc.index_in(texts, known).cast(pa.int8()), known)


def _in_order(column: pa.Array) -> pa.Array:
    """A column whose dictionary holds what its rows have, once, in their order."""
    import numpy as np
    import pyarrow as pa

    # Cases of different kinds may be told the same.
    once = column.dictionary.dictionary_encode()
    rows, entries = len(column), len(once.dictionary)
    # A row without a text has the last entry, which is none.
    indices = np.append(once.indices.fill_null(entries).to_numpy(), entries)[column.indices.fill_null(-1).to_numpy()]
    first = np.full(entries + 1, rows)
    first[indices[::-1]] = np.arange(rows)[::-1]
    used = np.flatnonzero(first[:entries] < rows)
    order = used[np.argsort(first[used])]
    places = np.zeros(entries + 1, np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    kept = pa.array(places[indices], pa.int32(), mask=indices == entries)
    return pa.DictionaryArray.from_arrays(kept, once.dictionary.take(pa.array(order, pa.int64())))


def _nothing(headings: Sequence[str], holds: Sequence[Holds | None]) -> pa.Table:
    import pyarrow as pa

    return pa.schema(list(zip(headings, map(_type, holds), strict=True))).empty_table()


def _csv_cell(value: Any) -> str:
    text = harmless("" if value is None else value if isinstance(value, str) else plain(value))
    return '"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: text that looks like one gets an apostrophe before it."""
    return "'" + text if re.match(_FORMULA, text) and not re.fullmatch(_NUMBER, text) else text


def sink_for(
    form: Form,
    file: BinaryFile,
    headings: Sequence[str],
    holds: Sequence[Holds | None] = (),
    *,
    mark: bool = True,
) -> Sink:
    """The sink for a form of result that is written as it comes; ``holds`` says what its columns hold."""
    if form == "jsonl":
        return JsonLinesSink(file, headings)
    if form == "parquet":
        return ParquetSink(file, headings, holds)
    return CsvSink(file, headings, mark=mark)


# -- whole files ------------------------------------------------------------------------------------------------------


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
