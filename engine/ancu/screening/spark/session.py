"""A session of Spark: where it runs, and its failures told in a line."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ancu import extras
from ancu.errors import AncuError, Problem


class SparkProblem(AncuError):
    """Spark is not installed, or cannot do what was asked."""


@dataclass(frozen=True)
class Cluster:
    """Where Spark runs: a master's URL (None: as Spark is configured, else this machine), and its configuration."""

    master: str | None = None
    conf: tuple[tuple[str, str], ...] = ()


def check_installed() -> None:
    """:class:`SparkProblem` where PySpark, what reads its results, or Java is missing."""
    if not extras.spark():
        raise SparkProblem(Problem("spark_not_installed"))
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java") is None and (home is None or not os.access(os.path.join(home, "bin", "java"), os.X_OK)):
        raise SparkProblem(Problem("spark_no_java"))


@contextlib.contextmanager
def spark_session(cluster: Cluster) -> Iterator[Any]:
    """A session on ``cluster``, which ends with the block."""
    check_installed()
    from pyspark.sql import SparkSession

    with told_plainly():
        builder = SparkSession.builder.appName("ancu screen")
        # Spark's own bar of progress, where somebody can see it.
        builder = builder.config("spark.ui.showConsoleProgress", str(sys.stderr.isatty()).lower())
        for key, value in cluster.conf:
            builder = builder.config(key, value)
        # Without a master, Spark's own configuration counts: as spark-submit was told, or this machine.
        session = (builder.master(cluster.master) if cluster.master is not None else builder).getOrCreate()
        session.sparkContext.setLogLevel("FATAL")  # what fails is told in a line
    try:
        yield session
    finally:
        session.stop()


@contextlib.contextmanager
def in_small_methods(session: Any) -> Iterator[None]:
    """What the block runs is computed table by table, each in methods of its own.

    Of several tables together Spark makes one method, and Java does not compile one of more than 8,000 bytes: a
    statement that judges is far beyond, and would be interpreted for every row.
    """
    key = "spark.sql.codegen.wholeStage"
    before = session.conf.get(key)
    session.conf.set(key, "false")
    try:
        yield
    finally:
        session.conf.set(key, before)


@contextlib.contextmanager
def told_plainly() -> Iterator[None]:
    """What Spark refuses is told in a line, not in a page of Java."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        java = getattr(error, "java_exception", None)
        lines = str(java.getMessage() if java is not None else error).strip().splitlines()
        detail = next((line for line in lines if line.strip()), type(error).__name__)
        raise SparkProblem(Problem("spark_failed", {"detail": detail})) from error
