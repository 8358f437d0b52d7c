"""The receipt of a run: what was asked, of which files, under which law, by what, and what came of it.

It stands beside the result as ``<result>.run.json``, each result having its own. It holds no cell of the list: names of
files and columns, digests and counts only.
"""

from __future__ import annotations

import glob
import hashlib
import json
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from ancu.errors import InputError, Problem, os_reason
from ancu.messages import Language, message
from ancu.screening.job import Job, Route
from ancu.screening.lists.opening import Opened
from ancu.screening.results.files import Written
from ancu.screening.run.screen import Screening
from ancu.text_files import content_of
from ancu.version import __version__

SUFFIX = ".run.json"
#: What of a job is told only where it was asked for.
_WHERE_ASKED = ("members", "members_complete", "members_sheet", "hash_ids", "what_if", "corrections")
#: What a result can depend on, and what only some runs use.
LIBRARIES = (
    "durable-rules", "duckdb", "numpy", "pyarrow", "pydantic", "pyspark", "python-calamine", "pyyaml", "sqlglot",
    "xlsxwriter",
)  # fmt: skip

OutputRole = Literal["result", "rejects", "reasons"]
_SHA256 = "null on Spark: no one machine reads the content, so nothing but size and time of change is known of it"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class InputFile(_Part):
    """A file that the run read."""

    role: Literal["list", "mapping", "members", "corrections"]
    name: str = Field(
        description="as it was given, - being standard input; on Spark each file, as its file system names it"
    )
    sha256: str | None = Field(description=_SHA256)
    bytes: int
    modified: AwareDatetime | None = Field(default=None, description="its last change, where there is no sha256")


class OutputFile(_Part):
    """A file that the run wrote, or a folder of them."""

    role: OutputRole
    name: str = Field(description="relative to the folder of the receipt")
    sha256: str | None = Field(description=_SHA256)
    bytes: int = Field(description="of all files, where it is a folder")
    files: int | None = Field(default=None, description="how many files a folder holds; null: it is a file")

    def stands_at(self, path: Path) -> bool:
        """Whether ``path`` is what was written, as far as is known; :class:`InputError` if it cannot be read."""
        if self.files is None or not path.is_dir():
            return (self.sha256, self.bytes) == digest_of(path)
        sizes = [file.stat().st_size for file in path.iterdir() if file.name[0] not in "._"]
        return (self.files, self.bytes) == (len(sizes), sum(sizes))


class Counts(_Part):
    """Rows, and decisions by programme and status."""

    read: int
    judged: int
    rejected: int
    repeated_ids: int = Field(description="case ids that stand more than once")
    members: int | None = Field(default=None, description="people of the households; not there: nobody is listed")
    strays: int | None = Field(default=None, description="people whose household is not in the list")
    decisions: dict[str, dict[str, int]] = Field(description="by programme and status")


class Refereed(_Part):
    """How many distinct outcomes there were, and how many of them were judged again on one of their rows."""

    outcomes: int
    judged_again: int
    by: str | None = Field(description="the second engine: rete, or direct where there is none")


class Spark(_Part):
    """Where Spark judged. Its settings are not told: keys may be among them."""

    version: str
    master: str


class Timings(_Part):
    """Seconds, end to end."""

    opening: float = Field(description="reading, or the head of a large list, and choosing programmes")
    judging: float = Field(description="reading pieces, judging, writing rows")
    finishing: float = Field(description="totals, table of reasons, digests")
    total: float

    @classmethod
    def between(cls, clock: Sequence[float]) -> Timings:
        """From the four moments that bound the three stages."""
        stages = (b - a for a, b in pairwise(clock))
        return cls(**dict(zip(cls.model_fields, (round(s, 3) for s in (*stages, clock[-1] - clock[0])), strict=True)))


class RunReceipt(_Part):
    """A run, as needed to trust and to repeat it. Fields may be added; none changes its meaning within a version."""

    model_config = ConfigDict(title="Receipt")

    ancu_run: Literal[1] = Field(default=1, description="version of this contract")
    job: Job = Field(description="what was asked, as it was written")
    rejects: str | None = Field(description="where rejected rows were to go; null: into the workbook itself")
    as_of: date = Field(description="the day by whose law rows without one of their own were judged")
    programmes: list[str] = Field(description="the programmes judged, in the order of the result's columns")
    columns: dict[str, str] = Field(description="the columns read, by header: fact, case or as_of")
    rulebook: str = Field(description="content digest of the rulebook")
    engine: str = Field(description="version of ancu")
    python: str
    libraries: dict[str, str] = Field(description="versions by name; those that are not installed are not here")
    spark: Spark | None = Field(default=None, description="where Spark judged; null: it did not")
    inputs: list[InputFile]
    outputs: list[OutputFile]
    counts: Counts
    referee: Refereed
    route: Route
    threads: int = Field(description="on Spark, how many tasks it runs at once unless told otherwise")
    started: AwareDatetime
    seconds: Timings
    seal: str | None = Field(
        default=None,
        description="SHA-256 of all other fields, as JSON in order of their names without blanks: a change shows",
    )

    def as_file(self) -> bytes:
        """What stands in the file."""
        unsaid = self._unsaid()
        seal = seal_of(json.loads(self.model_dump_json(exclude=unsaid)))
        return (self.model_copy(update={"seal": seal}).model_dump_json(indent=2, exclude=unsaid) + "\n").encode()

    def _unsaid(self) -> dict[str, set[str]]:
        """What a receipt does not hold: what was not asked for, and people where there are none."""
        of_job = {name for name in _WHERE_ASKED if not getattr(self.job, name)}
        of_counts = {name for name in ("members", "strays") if getattr(self.counts, name) is None}
        return {"job": of_job, "counts": of_counts}

    def output(self, role: str) -> OutputFile | None:
        """The file of that role, if the run wrote one."""
        return next((file for file in self.outputs if file.role == role), None)


def receipt_path(result: Path) -> Path:
    """Where the receipt of a result stands: ``r.run.json`` for ``r.csv``.

    Where that is the receipt of another result that still stands, such as ``r.xlsx``, it is ``r.csv.run.json``.
    """
    return _own(result, result.parent / (result.stem + SUFFIX), result.parent / (result.name + SUFFIX))


def rejects_path(result: Path) -> Path:
    """Where the rejected rows of a result go: ``r.rejects.csv``, or ``r.xlsx.rejects.csv`` as for receipts."""
    return _own(result, *(result.parent / f"{name}.rejects.csv" for name in (result.stem, result.name)))


def reasons_path(result: Path) -> Path:
    """Where the table of reasons of a result stands."""
    return result.parent / f"{result.stem}.reasons{result.suffix}"


def _own(result: Path, short: Path, full: Path) -> Path:
    """The ``short`` name, unless another result of the same stem holds it or this one has the ``full`` name already."""
    if os.path.exists(full):  # also where the name is too long to be one
        return full
    for other in result.parent.glob(f"{glob.escape(result.stem)}.*"):
        if not other.name.endswith(SUFFIX):
            continue
        try:
            receipt = read_receipt(other)
        except InputError:
            continue
        written = receipt.output("result")
        if written is None or written.name == result.name or not (result.parent / written.name).exists():
            continue
        if short in (other, *(result.parent / file.name for file in receipt.outputs)):
            return full
    return short


def seal_of(fields: Mapping[str, Any]) -> str:
    """The seal of a receipt with these fields."""
    others = {name: value for name, value in fields.items() if name != "seal"}
    return hashlib.sha256(json.dumps(others, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def is_as_written(path: Path) -> bool:
    """Whether a receipt that can be read is as the run wrote it, as far as its seal tells."""
    fields = json.loads(path.read_bytes())
    return "seal" not in fields or fields["seal"] == seal_of(fields)


def standing_receipt(result: Path) -> Path | None:
    """The receipt that stands beside a result, whether or not it is of that; None if there is none."""
    names = (result.name + SUFFIX, result.stem + SUFFIX)
    return next((path for name in names if (path := result.parent / name).is_file()), None)


def receipt_beside(result: Path) -> RunReceipt | None:
    """The receipt of the run that wrote ``result`` last, if there is one that can be read."""
    path = standing_receipt(result)
    try:
        receipt = read_receipt(path) if path is not None else None
    except InputError:
        return None
    written = receipt.output("result") if receipt is not None else None
    return receipt if written is not None and written.name == result.name else None


def receipt_of(
    job: Job,
    run: Screening,
    opened: Opened,
    output: Path,
    rejects: Path | None,
    outputs: Mapping[str, Written],
    threads: int,
    started: datetime,
    seconds: Timings,
) -> RunReceipt:
    """The receipt of a run that is about to be put in place."""
    written = [
        OutputFile(
            role="result" if written.path == output else "rejects" if written.path == rejects else "reasons",
            name=_beside(output, written.path),
            sha256=written.sha256,
            bytes=written.size,
        )
        for written in outputs.values()
    ]
    beside = _beside(output, rejects) if rejects is not None else None
    return receipt_from(job, run, list(_inputs(job, run, opened)), written, beside, threads, started, seconds)


def receipt_from(
    job: Job,
    run: Screening,
    inputs: list[InputFile],
    outputs: list[OutputFile],
    rejects: str | None,
    threads: int,
    started: datetime,
    seconds: Timings,
    spark: Spark | None = None,
) -> RunReceipt:
    """The receipt of a run of whose files everything is known."""
    households = run.plan.households
    return RunReceipt(
        job=job,
        rejects=rejects,
        as_of=run.plan.day,
        programmes=list(run.plan.programmes),
        columns=run.plan.columns.known,
        rulebook=run.plan.book.digest,
        engine=__version__,
        python=platform.python_version(),
        libraries=dict(_libraries()),
        spark=spark,
        inputs=inputs,
        outputs=outputs,
        counts=Counts(
            read=run.read,
            judged=run.judged,
            rejected=run.rejected,
            repeated_ids=len(run.repeated),
            members=households.counted.people if households is not None else None,
            strays=households.counted.strays if households is not None else None,
            decisions={name: dict(sorted(counts.items())) for name, counts in run.counts.items()},
        ),
        referee=Refereed(outcomes=run.outcomes, judged_again=run.refereed, by=run.refereed_by),
        route=run.route,
        threads=threads,
        started=started,
        seconds=seconds,
    )


def _inputs(job: Job, run: Screening, opened: Opened) -> Iterator[InputFile]:
    # A list in memory has the digest of what was read; a large one, that of the file, which did not change meanwhile.
    if opened.listing is not None:
        # Several sheets are of one file.
        for read in {read.path: read for read in opened.listing.files}.values():
            yield InputFile(role="list", name=read.path, sha256=read.sha256, bytes=read.size)
    else:
        for file in opened.files:
            yield InputFile(role="list", name=file.path, sha256=file.sha256(), bytes=file.size)
    for read in run.plan.households.files if run.plan.households is not None else ():
        yield InputFile(role="members", name=read.path, sha256=read.sha256, bytes=read.size)
    yield from mapping_of(job)


def mapping_of(job: Job) -> Iterator[InputFile]:
    """The mapping file of a job, and its file of corrections, if it has them."""
    if job.mapping is not None:
        sha256, size = digest_of(job.mapping)
        yield InputFile(role="mapping", name=job.mapping, sha256=sha256, bytes=size)
    if job.corrections is not None:
        sha256, size = digest_of(job.corrections)
        yield InputFile(role="corrections", name=job.corrections, sha256=sha256, bytes=size)


def digest_of(path: str | Path) -> tuple[str, int]:
    """SHA-256 and size in bytes of a file; :class:`InputError` if it cannot be read."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), file.tell()
    except OSError as error:
        raise InputError(Problem("file_unreadable", {"path": str(path), "reason": os_reason(error)})) from error


@cache
def _libraries() -> tuple[tuple[str, str], ...]:
    versions = []
    for name in LIBRARIES:
        try:
            versions.append((name, version(name)))
        except PackageNotFoundError:
            continue
    return tuple(versions)


def _beside(output: Path, other: Path) -> str:
    """``other`` as it is named from the folder of ``output``."""
    return Path(os.path.relpath(other, output.parent)).as_posix()


def read_receipt(path: str | Path) -> RunReceipt:
    """The receipt at ``path``; :class:`InputError` if it cannot be read, is none, or of another version."""
    content = content_of(path)
    if content.lstrip()[:1] != b"{":
        beside = Path(path).with_suffix(".run.json")

        def hint(lang: Language | None) -> str:
            return " " + message("did_you_mean", lang, near=beside) if beside.is_file() else ""

        raise InputError(Problem("receipt_none", {"hint": hint}, str(path)))
    try:
        return RunReceipt.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        kind = {"missing": "receipt_lacks", "json_invalid": "receipt_cut"}.get(first["type"], "receipt_wrong_at")
        name = ".".join(map(str, first["loc"]))

        def detail(lang: Language | None) -> str:
            return message(kind, lang, name=name)

        raise InputError(Problem("receipt_bad", {"detail": detail}, str(path))) from error


def receipt_schema() -> dict[str, Any]:
    """The JSON Schema of a receipt."""
    return RunReceipt.model_json_schema()
