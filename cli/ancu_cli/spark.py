"""``ancu screen --engine spark``: a list on a cluster, from Parquet to Parquet."""

from __future__ import annotations

from typing import get_args

from ancu.errors import Problem
from ancu.rulebook.loading import load_rulebook
from ancu.screening.job import Form, Job
from ancu.screening.lists.workbooks import BOOK_SUFFIXES
from ancu.screening.spark.run import SparkDone, run_on_spark
from ancu.screening.spark.session import Cluster, spark_session
from ancu_cli import no_pandas
from ancu_cli.common import UsageProblem, check_set


def screen_on_spark(
    job: Job,
    rules_dir: str | None,
    output: str | None,
    rejects: str | None,
    *,
    master: str | None,
    conf: tuple[str, ...],
    threads: int | None,
) -> SparkDone:
    """Run ``job`` in a session of its own on the cluster asked for."""
    other = [f".{form}" for form in get_args(Form) if form != "parquet"]
    if output is None or job.form != "parquet" or output.lower().endswith(tuple(other)):
        raise UsageProblem(Problem("spark_needs_parquet"))
    asked = {"--sheet": job.sheet, "--layout long": job.layout == "long", "-": "-" in job.lists}
    for option, used in {**asked, "--hash-ids": job.hash_ids}.items():
        if used:
            raise UsageProblem(Problem("spark_not_with", {"option": option}))
    if job.members is not None and job.reasons == "text":
        raise UsageProblem(Problem("spark_members_text"))
    for path in (*job.lists, *filter(None, [job.members])):
        if path.lower().endswith((*other, *BOOK_SUFFIXES)):
            raise UsageProblem(Problem("spark_reads_parquet", {"path": path}))
    book = load_rulebook(rules_dir)
    check_set(book, job.given)
    here = f"local[{threads}]" if threads is not None and master is None else master
    no_pandas.show()
    with spark_session(Cluster(here, tuple(map(_pair, conf)))) as session:
        return run_on_spark(book, job, output, rejects, session=session)


def _pair(written: str) -> tuple[str, str]:
    key, equals, value = written.partition("=")
    if not equals or not key.strip():
        raise UsageProblem(Problem("spark_bad_conf", {"value": written}))
    return key.strip(), value.strip()
