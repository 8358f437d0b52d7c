"""Running a job again from its receipt, and naming the first place where the result is another."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

from ancu.errors import InputError, Problem
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.job import Form
from ancu.screening.jobs.receipt import InputFile, OutputFile, RunReceipt, digest_of, is_as_written, read_receipt
from ancu.screening.jobs.run_job import run_job
from ancu.screening.results.read_back import Table, tables_of, text_of
from ancu.screening.run.screen import available

_PIECE = 1 << 20
#: How much of a cell is shown.
_SHOWN = 200


@dataclass(frozen=True)
class ResultDifference:
    """Where a result differs: ``kind`` is the message that says it, ``values`` its place, before and after."""

    file: str
    kind: str
    values: dict[str, object]
    #: The file is not even what the receipt says that it was.
    altered: bool = False

    def text(self, lang: Language | None = None) -> str:
        """The difference in a sentence or two."""
        text = message(self.kind, lang, **self.values)
        if self.altered:
            text = message("replay_altered", lang) + " " + text
        return f"{self.file}: {text}"


@dataclass(frozen=True)
class Replay:
    """What running again came to. ``gone`` are files of the receipt that no longer stand beside it."""

    receipt: RunReceipt
    again: RunReceipt
    difference: ResultDifference | None
    gone: tuple[str, ...]

    def versions(self) -> Iterator[tuple[str, str, str]]:
        """The versions that are others now: name, then, now."""
        then = {"ancu": self.receipt.engine, "Python": self.receipt.python, **self.receipt.libraries}
        now = {"ancu": self.again.engine, "Python": self.again.python, **self.again.libraries}
        for name in {**then, **now}:
            if then.get(name) != now.get(name):
                yield name, then.get(name, "–"), now.get(name, "–")


def replay(
    book: Rulebook,
    path: Path,
    *,
    threads: int | None = None,
    progress: Callable[[int, int | None], None] | None = None,
) -> Replay:
    """Run the job of the receipt at ``path`` again, in a temporary folder, and compare what comes of it.

    Raises :class:`InputError`, naming all of them, where inputs or rulebook are not those of the receipt.
    """
    receipt = read_receipt(path)
    if receipt.route == "spark":
        # Its rows stand in no order, its inputs have no digest: "identical" could not be said in good faith.
        raise InputError(Problem("replay_spark", {}, str(path)))
    problems = list(unlike(book, receipt))
    if problems:
        raise InputError(problems)
    result = receipt.output("result")
    if result is None:
        raise InputError(Problem("receipt_bad", {"detail": "outputs"}, str(path)))
    check_named(receipt, path)
    job = replace(
        receipt.job,
        lists=tuple(file.name for file in receipt.inputs if file.role == "list"),
        programmes=tuple(receipt.programmes),
        as_of=receipt.as_of,
    )
    route = receipt.route if available(receipt.route) else None
    with tempfile.TemporaryDirectory(prefix="ancu-") as folder:
        output = Path(folder, Path(result.name).name)
        # Whatever its name, it must not meet the result's.
        rejects = Path(folder, "rejects", Path(receipt.rejects).name) if receipt.rejects is not None else None
        if rejects is not None:
            rejects.parent.mkdir()
        done = run_job(book, job, output, rejects, route=route, threads=threads, progress=progress)
        assert done.receipt is not None
        again = done.receipt
        _check_read(receipt, again)
        gone: list[str] = []
        difference = None
        for role in ("result", "rejects", "reasons"):
            form: Form = "csv" if role == "rejects" else job.form
            before, after = receipt.output(role), again.output(role)
            standing = path.parent / before.name if before is not None else None
            if standing is not None and not standing.is_file():
                gone.append(str(standing))
                standing = None
            made = output.parent / after.name if after is not None else None
            difference = _compared(form, before, after, standing, made, shown=standing is None or _is_beside(before))
            if difference is not None:
                break
        difference = difference or _told_otherwise(path, receipt, again)
    return Replay(receipt, again, difference, tuple(gone))


def check_named(receipt: RunReceipt, path: Path) -> None:
    """Raise :class:`InputError` where a receipt names what a run would not: it is no reason to read other files."""
    job = receipt.job
    for role, named in (("mapping", job.mapping), ("members", job.members), ("corrections", job.corrections)):
        if [file.name for file in receipt.inputs if file.role == role] != list(filter(None, [named])):
            raise InputError(Problem("receipt_bad", {"detail": f"job.{role}"}, str(path)))
    for file in receipt.outputs:
        if file.role != "rejects" and not _is_beside(file):
            raise InputError(Problem("receipt_bad", {"detail": f"outputs: {file.name}"}, str(path)))


def _is_beside(file: OutputFile | None) -> bool:
    """Whether a file stands in the folder of its receipt."""
    return file is not None and Path(file.name).name == file.name


def _told_otherwise(path: Path, receipt: RunReceipt, again: RunReceipt) -> ResultDifference | None:
    """Where the files are the same, and yet the receipt tells something else than the run that was repeated."""
    for name in ("programmes", "as_of", "columns", "counts", "referee"):
        before, after = (json.loads(each.model_dump_json(include={name}))[name] for each in (receipt, again))
        if name == "referee" and before["by"] != after["by"]:
            continue  # on a machine without the second engine
        if before != after:
            values: dict[str, object] = {"field": name, "before": _shown(str(before)), "after": _shown(str(after))}
            return ResultDifference(path.name, "replay_receipt", values)
    return None if is_as_written(path) else ResultDifference(path.name, "replay_seal", {})


def unlike(book: Rulebook, receipt: RunReceipt) -> Iterator[Problem]:
    """What is not as it was."""
    if book.digest != receipt.rulebook:
        yield Problem("replay_rulebook", {"then": receipt.rulebook[:12], "now": book.digest[:12]})
    for file in receipt.inputs:
        if file.name == "-":
            continue
        if not Path(file.name).is_file():
            yield Problem("replay_no_input", {"path": file.name, "sha256": _short(file)})
        elif digest_of(file.name) != (file.sha256, file.bytes):
            yield Problem("replay_input", {"path": file.name, "sha256": _short(file)})


def _short(file: InputFile | OutputFile) -> str:
    return (file.sha256 or "")[:12]


def _check_read(receipt: RunReceipt, again: RunReceipt) -> None:
    """What was read is what had been read: standard input, above all, is known only now."""
    for then, now in zip_longest(receipt.inputs, again.inputs):
        if then != now:
            file = then or now
            raise InputError(Problem("replay_input", {"path": file.name, "sha256": _short(file)}))


def _compared(
    form: Form,
    before: OutputFile | None,
    after: OutputFile | None,
    standing: Path | None,
    made: Path | None,
    *,
    shown: bool,
) -> ResultDifference | None:
    """The first difference of a file as it was (``standing``, None: it is gone) from what was ``made`` again.

    ``shown``: its cells may be; of a file elsewhere only that it differs.
    """
    if before is None or after is None:
        if before is None and after is None:
            return None
        file = before or after
        assert file is not None
        return ResultDifference(file.name, "replay_gone" if after is None else "replay_new", {})
    if standing is None:
        if before.sha256 == after.sha256:
            return None
        values: dict[str, object] = {"before": _short(before), "after": _short(after)}
        return ResultDifference(before.name, "replay_digest", values)
    now, _ = digest_of(standing)
    if now == after.sha256:
        return None
    assert made is not None
    altered = now != before.sha256
    if not shown:
        return ResultDifference(before.name, "replay_digest", {"before": now[:12], "after": _short(after)}, altered)
    for difference in _cells(form, standing, made):
        return replace(difference, file=before.name, altered=altered)
    return ResultDifference(before.name, "replay_byte", _byte(standing, made), altered)


def _cells(form: Form, before: Path, after: Path) -> Iterator[ResultDifference]:
    """Cells that differ, in order; none where a file cannot be read as a table."""
    try:
        with tables_of(before, form) as old, tables_of(after, form) as new:
            for one, other in zip_longest(old, new):
                if one is None or other is None or one.sheet != other.sheet:
                    sheets = {"before": one.sheet if one else "–", "after": other.sheet if other else "–"}
                    yield ResultDifference("", "replay_sheet", sheets)
                    return
                yield from _rows(one, other)
    except InputError:
        return


def _rows(one: Table, other: Table) -> Iterator[ResultDifference]:
    where: dict[str, object] = {"sheet": f"{one.sheet}: " if one.sheet is not None else ""}
    for old, new in zip_longest(one.headings, other.headings, fillvalue=""):
        if old != new:
            yield ResultDifference("", "replay_heading", {**where, "before": old or "–", "after": new or "–"})
    for left, right in zip_longest(one.rows, other.rows):
        if left is None or right is None:
            line, cells = right if left is None else left
            shown = _shown(next((cell for cell in cells if text_of(cell)), ""))
            kind = "replay_row_more" if left is None else "replay_row_less"
            yield ResultDifference("", kind, {**where, "line": line, "cell": shown})
            return
        (line, before), (_, after) = left, right
        if before != after:
            for place, (old, new) in enumerate(zip_longest(before, after)):
                if old != new:
                    column = one.headings[place] if place < len(one.headings) else place + 1
                    values = {"line": line, "column": column, "before": _shown(old), "after": _shown(new)}
                    yield ResultDifference("", "replay_cell", {**where, **values})


def _shown(cell: Any) -> str:
    text = text_of(cell)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _byte(before: Path, after: Path) -> dict[str, object]:
    """The first byte that differs, counted from 1."""
    place = 1
    with before.open("rb") as old, after.open("rb") as new:
        while True:
            one, other = old.read(_PIECE), new.read(_PIECE)
            if one != other or not one:
                at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
                at = min(len(one), len(other)) if at is None else at
                bytes_there = [f"0x{piece[at]:02x}" if at < len(piece) else "–" for piece in (one, other)]
                return {"byte": place + at, "before": bytes_there[0], "after": bytes_there[1]}
            place += len(one)
