"""Households on a cluster: the facts that follow from members, by the SQL that the columns run in DuckDB."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from functools import reduce
from typing import Any

from ancu.household.members import COMPLETE, RECORDED_ON, people_of
from ancu.household.projection_columns import Shape, follows_of, theirs_of, unknown_of
from ancu.household.statement import Step, project_in_sql
from ancu.household.tables import BORN_FIRST, BORN_LAST, PLACE, household_from, programs_between, stands
from ancu.inference.least import disputed
from ancu.rulebook.rulebook import Rulebook


def project_on_spark(
    book: Rulebook,
    households: Any,
    members: Any,
    *,
    key: str,
    facts: Collection[str] | None = None,
    theirs: bool = False,
    beside: Callable[[str], str] | None = None,
) -> Any:
    """As :func:`~ancu.household.columns.project_table`, of frames of Spark: ``households`` has ``as_of``, ``members``
    their ``place``.

    ``theirs``: beside each fact that is judged as it follows stands from whom it does
    (:func:`~ancu.household.projection_columns.theirs_of`). What several steps read is kept in folders that ``beside``
    names, where it is given.
    """
    from pyspark.sql import functions as F

    # Over many columns made one from another, Spark takes minutes to find out which of them cannot be null.
    households.sparkSession.conf.set("spark.sql.constraintPropagation.enabled", "false")
    people = people_of(book)
    own = [name for name in households.columns if name in book.facts]
    closed = [unknown_of(name) for name, fact in people.given.items() if fact.closed is not None]
    read = [name for name in members.columns if name in people.person.facts or name in closed]
    ranges = BORN_FIRST in members.columns and BORN_LAST in members.columns
    shape = Shape(frozenset(read), frozenset(own), ranges)
    given = {name: F.col(name) if name in households.columns else F.lit(None) for name in (COMPLETE, RECORDED_ON)}
    source = households.select(
        F.col(f"`{key}`").alias("row"),
        F.col("as_of"),
        given[COMPLETE].cast("boolean").alias("complete"),
        given[RECORDED_ON].cast("date").alias(RECORDED_ON),
        *(F.col(f"`{name}`") for name in own),
    )
    ends = (BORN_FIRST, BORN_LAST) if ranges else ()
    listed = members.select(
        F.col(f"`{key}`").alias("row"),
        F.col(PLACE).cast("bigint").alias(PLACE),
        *(F.col(f"`{n}`") for n in (*read, *ends)),
    )
    days = source.agg(F.min("as_of"), F.max("as_of")).collect()[0]
    parts: list[Any] = []
    spans = programs_between(book, days[0], days[1]) if days[0] is not None else []
    for first, end, program in spans:
        within = F.col("as_of") >= F.lit(date.fromordinal(first))
        if end <= date.max.toordinal():
            within &= F.col("as_of") < F.lit(date.fromordinal(end))
        found = project_in_sql(book, program, shape, facts, "spark", theirs=theirs)
        parts.append(_run(source.where(within), listed, found.steps, beside, f"{first}"))
    if not parts:
        return households
    projected = reduce(lambda one, other: one.unionByName(other, allowMissingColumns=True), parts)
    for name in [name for name in people.given if follows_of(name) in projected.columns]:
        projected = _settled(book, projected, source, listed, name)
    told = {
        theirs_of(fact): F.when(F.col(f"`{disputed(fact)}`").isNull(), F.col(f"`{theirs_of(fact)}`"))
        for fact in people.projections
        if theirs_of(fact) in projected.columns
    }
    projected = projected.withColumns(told) if told else projected
    kept = [F.col(f"`{name}`") for name in households.columns if name not in projected.columns]
    return households.select(*kept).join(projected.withColumnRenamed("row", key), key)


def _run(households: Any, members: Any, steps: tuple[Step, ...], beside: Callable[[str], str] | None, span: str) -> Any:
    """What the last of ``steps`` gives. A plan holds what it reads, so the names go when it stands."""
    session, views = households.sparkSession, ["ancu_households", "ancu_members"]
    try:
        for name, frame in zip(views, (households, members), strict=True):
            frame.createOrReplaceTempView(name)
        for step in steps[:-1]:
            found = session.sql(step.sql)
            # What several steps read is worked out once, and its plan is not written out in theirs.
            if step.often and beside is not None:
                found.write.parquet(beside(f"{step.name}.{span}"))
                found = session.read.parquet(beside(f"{step.name}.{span}"))
            elif step.often:
                found = found.persist()
            found.createOrReplaceTempView(step.name)
            views.append(step.name)
        return session.sql(steps[-1].sql)
    finally:
        for name in views:
            session.catalog.dropTempView(name)


def _settled(book: Rulebook, projected: Any, households: Any, members: Any, name: str) -> Any:
    """``projected`` with what follows in the place of what applicants' rows stated of a fact and has changed since.

    Few households state otherwise than their members give: the driver looks at those.
    """
    from pyspark.sql import functions as F

    follows = F.col(f"`{follows_of(name)}`")
    doubtful = projected.where(follows.isNotNull()).select("row")
    given = {one["row"]: one for one in households.join(doubtful, "row", "left_semi").collect()}
    theirs: dict[Any, list[dict[str, Any]]] = {}
    for member in members.join(doubtful, "row", "left_semi").collect():
        theirs.setdefault(member["row"], []).append(member.asDict())
    changed = []
    for row, one in given.items():
        rows = sorted(theirs[row], key=lambda member: member[PLACE])
        household = household_from(book, rows, bool(one["complete"]), one[RECORDED_ON])
        if not stands(book, household, one["as_of"], name):
            changed.append((row,))
    if not changed:
        return projected.drop(follows_of(name))
    kind = projected.schema["row"].dataType.simpleString()
    table = households.sparkSession.createDataFrame(changed, f"row {kind}").withColumn("ancu_changed", F.lit(True))
    joined = projected.join(F.broadcast(table), "row", "left")
    here = F.col("ancu_changed").isNotNull()
    mended = {name: F.when(here, follows).otherwise(F.col(f"`{name}`"))}
    mended[disputed(name)] = F.when(~here, F.col(f"`{disputed(name)}`"))
    return joined.withColumns(mended).drop(follows_of(name), "ancu_changed")
