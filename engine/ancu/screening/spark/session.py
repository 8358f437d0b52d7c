"""A session of Spark: where it runs, and its failures told in a line."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ancu import extras
from ancu.errors import AncuError, Problem

if TYPE_CHECKING:
    from ancu.inference.sql.statement import Statement


#: Rules of Spark's optimizer that only walk through a statement: it is written as short as the first of them could make
#: it, and no column of a list has parts, which the last two look for. `CollapseProject` and `NullPropagation` would
#: also put its tables together again (:mod:`ancu.inference.sql.methods`).
NO_GAIN = (
    *(
        f"org.apache.spark.sql.catalyst.optimizer.{rule}"
        for rule in (
            "CollapseProject",
            "NullPropagation",
            "BooleanSimplification",
            "FoldablePropagation",
            "NullDownPropagation",
            "PushFoldableIntoBranches",
            "RemoveRedundantAliases",
            "ReorderAssociativeOperator",
            "ReplaceNullWithFalseInPredicate",
            "SimplifyBinaryComparison",
            "SimplifyConditionals",
            "UnwrapCastInBinaryComparison",
        )
    ),
    "org.apache.spark.sql.execution.datasources.PushVariantIntoScan",
    "org.apache.spark.sql.execution.datasources.SchemaPruning",
)
_EXCLUDED = "spark.sql.optimizer.excludedRules"


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
def judging_by(session: Any, statement: Statement) -> Iterator[None]:
    """The block judges by ``statement``, whose tables Spark then computes in methods that Java compiles.

    All tables in one stage, a method each, where they are short; else table by table, since Java interprets for every
    row what has more than 8,000 bytes. Spark's own judgement of that, which it makes on the code, is set alike.
    """
    excluded = session.conf.get(_EXCLUDED, "")
    wanted = {
        "spark.sql.codegen.wholeStage": str(statement.in_methods).lower(),
        "spark.sql.codegen.hugeMethodLimit": "8000",
        _EXCLUDED: ",".join(filter(None, (excluded, *NO_GAIN))),
    }
    before = {key: session.conf.get(key, None) for key in wanted}
    for key, value in wanted.items():
        session.conf.set(key, value)
    try:
        yield
    finally:
        for key, was in before.items():
            session.conf.unset(key) if was is None else session.conf.set(key, was)


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
