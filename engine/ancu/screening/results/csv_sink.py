"""Results as CSV, which spreadsheets open as it is: nothing in it passes for a formula."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ancu.inference.arrow_columns import in_full
from ancu.messages import Language, message
from ancu.rulebook.types import DATE
from ancu.rulebook.values import format_value
from ancu.screening.lists.chunks import Column, arrow_of, plain, text_bounds
from ancu.screening.results.files import BinaryFile

if TYPE_CHECKING:
    import pyarrow as pa

#: What a spreadsheet may take for a formula, unless it is a plain number or a lone dash: the signs that begin one, also
#: in their full width (which some take for the others), with any blanks before them.
_BLANKS = r" \t\r\n\x0b\x0c\x{85}\x{a0}\x{2000}-\x{200d}\x{2028}\x{2029}\x{2060}\x{3000}\x{feff}"
_SIGNS = r"=+\-@\x{ff1d}\x{ff0b}\x{ff0d}\x{ff20}"
_LIKE_FORMULA = rf"[{_BLANKS}]*[{_SIGNS}]|[\t\r]"
#: The same as Python writes it.
_FORMULA = re.compile(re.sub(r"\\x\{(\w+)\}", lambda code: chr(int(code[1], 16)), _LIKE_FORMULA))
#: The first bytes of all that begins so.
_FIRST_OCTET = re.compile(rb"[=+\-@ \t\r\n\x0b\x0c\xc2\xe2\xe3\xef]")
_NUMBER = r" *[-+]?[0-9., ]+|-"
#: What makes a cell need quotes.
_TO_QUOTE = re.compile('[,"\r\n]')
#: Rows of a piece of CSV: their text stays small.
_CSV_ROWS = 512


class CsvSink:
    """CSV with a byte-order mark, by which spreadsheets know UTF-8; lines end in a line feed alone.

    ``spoken``: days and yes or no stand as people write them in that language, else as codes do.
    """

    def __init__(
        self, file: BinaryFile, headings: Sequence[str], *, mark: bool = True, spoken: Language | None = None
    ) -> None:
        self._file, self._spoken = file, spoken
        file.write(b"\xef\xbb\xbf" if mark else b"")
        self._write_lines([list(headings)])

    def write(self, columns: Sequence[Column]) -> None:
        columns = self._as_written(columns)
        if all(isinstance(column, list) for column in columns):
            self._write_lines(zip(*columns, strict=True))
        else:
            self.write_cells(_cells([arrow_of(column) for column in columns]))

    def cells(self, columns: Sequence[Column]) -> list[pa.Array]:
        """The cells of rows as they stand in the file, the last with the end of its line, for :meth:`write_cells`."""
        return _cells([arrow_of(column) for column in self._as_written(columns)])

    def write_cells(self, cells: Sequence[pa.Array]) -> None:
        """Add rows of which a sink like this one has made the cells."""
        import pyarrow.compute as pc

        for start in range(0, len(cells[0]), _CSV_ROWS):
            piece = [column.slice(start, _CSV_ROWS) for column in cells]
            lines = pc.binary_join_element_wise(*map(in_full, piece), ",")
            # Arrow holds the lines one after the other: they are written as they stand.
            self._file.write(memoryview(lines.buffers()[2])[: text_bounds(lines)[-1]])

    def append(self, lines: bytes) -> None:
        """Add lines that a sink like this one has written."""
        self._file.write(lines)

    def _as_written(self, columns: Sequence[Column]) -> Sequence[Column]:
        return columns if self._spoken is None else [_as_people_write(column, self._spoken) for column in columns]

    def close(self) -> None:
        self._file.flush()

    def _write_lines(self, rows: Any) -> None:
        self._file.write("".join(",".join(map(_csv_cell, row)) + "\n" for row in rows).encode())


def _cells(columns: Sequence[pa.Array]) -> list[pa.Array]:
    return [*map(_csv_column, columns[:-1]), _csv_column(columns[-1], "\n")]


def _as_people_write(column: Column, lang: Language) -> Column:
    """A column whose days and yes or no stand as people write them in ``lang``; any other as it is."""
    if isinstance(column, list):
        if not any(isinstance(cell, (bool, date)) for cell in column):
            return column
        return [_spoken(cell, lang) for cell in column]
    import pyarrow as pa
    import pyarrow.compute as pc

    cells = arrow_of(column)
    if pa.types.is_boolean(cells.type):
        return pc.if_else(cells, *(message(f"word_{word}", lang) for word in ("yes", "no")))
    if pa.types.is_date(cells.type) and lang == "vi":
        # Written from its parts: strftime wants a database of time zones, which Windows has not.
        parts = ((pc.day, 2), (pc.month, 2), (pc.year, 4))
        written = [pc.utf8_lpad(part(cells).cast(pa.string()), width, "0") for part, width in parts]
        return pc.binary_join_element_wise(*written, "/")
    return column


def _spoken(cell: Any, lang: Language) -> Any:
    if isinstance(cell, bool):
        return message("word_yes" if cell else "word_no", lang)
    if isinstance(cell, date) and not isinstance(cell, datetime):
        return format_value(cell.toordinal(), DATE, None, lang)
    return cell


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

    if _begins(texts, _FIRST_OCTET):
        like = pc.match_substring_regex(texts, f"^({_LIKE_FORMULA})")
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


def _csv_cell(value: Any) -> str:
    text = harmless("" if value is None else value if isinstance(value, str) else plain(value))
    return '"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: text that looks like one gets an apostrophe before it."""
    return "'" + text if _FORMULA.match(text) and not re.fullmatch(_NUMBER, text) else text
