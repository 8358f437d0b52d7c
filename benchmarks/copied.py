"""A workbook read and another's cells written by the libraries alone: ``copied.py IN.xlsx OUT.cells``.

The bound of whatever reads the one and writes the other through them. OUT.cells are the rows of a result that
:func:`keep` put aside, so that reading the result is not counted.
"""

from __future__ import annotations

import pickle
import sys
import tempfile
from pathlib import Path


def keep(workbook: Path, cells: Path) -> None:
    """Put the rows of every sheet of ``workbook`` aside in ``cells``."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(workbook)
    sheets = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    cells.write_bytes(pickle.dumps(sheets))


def copy(workbook: Path, cells: Path) -> None:
    """Read every cell of ``workbook``, then write those of ``cells`` a row at a time."""
    import xlsxwriter
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(workbook)
    for name in book.sheet_names:
        for _ in book.get_sheet_by_name(name).iter_rows():
            pass
    with tempfile.TemporaryDirectory() as folder:
        result = xlsxwriter.Workbook(
            f"{folder}/copy.xlsx", {"constant_memory": True, "default_date_format": "dd/mm/yyyy"}
        )
        for rows in pickle.loads(cells.read_bytes()):
            sheet = result.add_worksheet()
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
        result.close()


if __name__ == "__main__":
    copy(*map(Path, sys.argv[1:]))
