"""What is said of the rows that Spark judged: each distinct text made once, by the driver, and joined to its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ancu.batch.outcomes import CaseOutcome, what_is_open
from ancu.inference.marks import is_benefit_mark, is_option_mark
from ancu.inference.table_schema import SETS, Part, is_unset_benefit
from ancu.inference.verdicts import ELIGIBLE, UNDETERMINED, VERDICTS
from ancu.rulebook.rulebook import Rulebook

#: As many small tables are joined at once: each takes a page of memory, however small it is, on every machine.
_JOINED = 16


class JoinedTexts:
    """Rows to which texts are joined, each text once for all rows that it is said of."""

    def __init__(self, session: Any, frame: Any, beside: Callable[[str], str]) -> None:
        self.session, self.frame, self._tables, self._beside = session, frame, 0, beside

    def look_up(self, key: Any, texts: Mapping[str, Sequence[str | None]], width: int) -> list[Any]:
        """``width`` columns with the texts that belong to ``key``."""
        from pyspark.sql import functions as F

        n = self._tables
        self._tables += 1
        if n and n % _JOINED == 0:
            self.frame.write.parquet(self._beside(f"joined{n}"))
            self.frame = self.session.read.parquet(self._beside(f"joined{n}"))
        names = [f"t{n}.{i}" for i in range(width)]
        schema = ", ".join([f"k{n} string", *(f"`{name}` string" for name in names)])
        table = self.session.createDataFrame([(key_text, *row) for key_text, row in texts.items()], schema)
        self.frame = self.frame.join(F.broadcast(table), key == F.col(f"k{n}"), "left")
        return [F.col(f"`{name}`") for name in names]


class JudgedProgramme:
    """What was found of one programme: its columns in the judged rows, and their texts."""

    def __init__(self, part: Part, lookup: Any, judged: Any) -> None:
        from pyspark.sql import functions as F

        self.part, self.lookup, self.judged, self.name = part, lookup, judged, part.programme
        region = f"region.{lookup.book.programmes[self.name].region}"
        kept = [f"{self.name}.{key}" for key in ("verdict", "provisional", "reason", *SETS)]
        of_people = [f"{self.name}.household"] if part.household else []
        self.columns = [
            "epoch",
            *kept,
            *of_people,
            *part.amounts.values(),
            *([region] if region in judged.columns else []),
        ]
        self.verdict, self.provisional, self.reason, causes, law, open_ = (F.col(f"`{column}`") for column in kept)
        self.causes = F.when(self.verdict == UNDETERMINED, causes).otherwise(F.lit(0))
        place = one_text(F.col("epoch"), F.col(f"`{region}`") if region in judged.columns else F.lit(0))
        amounts = [F.col(f"`{column}`") for column in part.amounts.values()]
        nobody_set = sum(1 << bit for name, bit in part.open.items() if is_unset_benefit(name, lookup.book))
        unset_level = open_.bitwiseAND(F.lit(nobody_set).cast("bigint"))
        granted = one_text(place, law, unset_level, *amounts)
        self.granted = F.when(self.verdict == ELIGIBLE, granted).otherwise(F.lit(""))
        self.open = one_text(place, law, open_)
        options = sum(1 << bit for name, bit in part.law.items() if is_option_mark(name))
        benefit = sum(1 << bit for name, bit in part.open.items() if is_benefit_mark(name))
        law_of_options, open_benefit = (
            column.bitwiseAND(F.lit(bits).cast("bigint")) for column, bits in ((law, options), (open_, benefit))
        )
        openness = one_text(place, law_of_options, open_benefit, *(amount.isNull() for amount in amounts))
        self.openness = F.when(self.verdict == ELIGIBLE, openness).otherwise(F.lit(""))
        self.why = one_text(self.verdict, self.provisional, self.reason, place)
        unset = sum(1 << bit for name, bit in part.causes.items() if name not in lookup.book.facts)
        self.noted = one_text(self.why, self.causes.bitwiseAND(F.lit(unset).cast("bigint")), law, self.granted)
        self.lacking = one_text(self.causes, F.when(self.causes != 0, F.col("epoch")))

    @cached_property
    def _whys(self) -> Alike:
        return alike_in(self.judged, self.why, self.columns)

    def _looked_up(self, alike: Alike) -> Any:
        return self.lookup.table(alike.table).parts[self.name]

    @property
    def outcomes(self) -> Iterator[tuple[CaseOutcome, int, str, int]]:
        """The outcomes of rows, reduced to what carries the verdict: each with how many there are, and a row of it."""
        judged = self._looked_up(self._whys)
        for i, (rows, (file, row)) in enumerate(zip(self._whys.rows, self._whys.places, strict=True)):
            yield judged.outcome(i), rows, file, row

    def opened(self) -> Counter[str]:
        """How many eligible cases are open in their benefit, or stand in principle only."""
        alike = alike_in(self.judged, self.openness, self.columns)
        judged = self._looked_up(alike)
        found: Counter[str] = Counter()
        for i, rows in enumerate(alike.rows):
            for what in what_is_open(self.lookup.book, judged.outcome(i)):
                found[what] += rows
        return found

    def alone(self, book: Rulebook) -> dict[str, int]:
        """The facts that would each settle a case alone, with how many cases."""
        names = {1 << bit: name for name, bit in self.part.causes.items() if name in book.facts}
        if not names:
            return {}
        rows = self.judged.select(self.causes.alias("causes")).where(f"causes in ({', '.join(map(str, names))})")
        counts = {names[row["causes"]]: row["count"] for row in rows.groupBy("causes").count().collect()}
        return {name: counts[name] for name in names.values() if name in counts}

    def as_ids(self, joined: JoinedTexts, cells: Collection[str]) -> dict[str, Any]:
        """``cells`` as codes."""
        from pyspark.sql import functions as F

        def named(names: Sequence[str | None]) -> Any:
            known = F.array(*(F.lit(name).cast("string") for name in names))
            return F.element_at(known, (self.verdict + 1).cast("int"))

        columns = {
            "status": named([status for status, _ in VERDICTS]),
            "why": named([why for _, why in VERDICTS]),
            "provisional": self.provisional,
            "reason": F.when(self.verdict <= UNDETERMINED, self.reason.cast("bigint")),
        }
        if "missing" in cells:
            columns |= self._look_up(joined, alike_in(self.judged, self.lacking, self.columns), ["missing"], "ids")
            alike = alike_in(self.judged, self.open, self.columns)
            columns |= self._look_up(joined, alike, ["open", "priority"], "ids")
        return columns

    def in_words(self, joined: JoinedTexts) -> dict[str, Any]:
        """All cells in words."""
        columns = self._look_up(joined, self._whys, ["reasons"])
        status = alike_in(self.judged, one_text(self.verdict, self.provisional, self.openness), self.columns)
        columns |= self._look_up(joined, status, ["status"])
        columns |= self._look_up(joined, alike_in(self.judged, self.open, self.columns), ["open", "priority"])
        for key, column in (("benefit", self.granted), ("missing", self.lacking), ("notes", self.noted)):
            columns |= self._look_up(joined, alike_in(self.judged, column, self.columns), [key])
        return columns

    def _look_up(self, joined: JoinedTexts, alike: Alike, keys: Sequence[str], reasons: Any = "text") -> dict[str, Any]:
        part = self._looked_up(alike)
        texts = zip(*(part.texts(key, reasons).to_pylist() for key in keys), strict=True)
        columns = joined.look_up(alike.key, dict(zip(alike.keys, texts, strict=True)), len(keys))
        return dict(zip(keys, columns, strict=True))


@dataclass(frozen=True)
class Alike:
    """Rows alike in ``key``: the keys that occur, how many rows each, the first of them, and its columns."""

    key: Any
    keys: list[str]
    rows: list[int]
    places: list[tuple[str, int]]
    table: Any


def alike_in(judged: Any, key: Any, columns: Sequence[str]) -> Alike:
    import pyarrow as pa
    from pyspark.sql import functions as F

    from ancu.screening.spark.spark_list import FILE, ROW

    first = F.min(F.struct(FILE, ROW, *(F.col(f"`{column}`").alias(f"c{i}") for i, column in enumerate(columns))))
    grouped = judged.groupBy(key.alias("key")).agg(F.count(F.lit(1)).alias("rows"), first.alias("first"))
    groups = sorted(grouped.collect(), key=lambda row: row["first"][:2])
    # A column may stand twice where several programmes share it.
    cells = {column: [row["first"][2 + i] for row in groups] for i, column in enumerate(columns)}
    types = {column: pa.string() if column.startswith("region.") else pa.int64() for column in columns}
    table = pa.table({column: pa.array(map(_whole, values), types[column]) for column, values in cells.items()})
    places = [(row["first"][0], row["first"][1]) for row in groups]
    return Alike(key, [row["key"] for row in groups], [row["rows"] for row in groups], places, table)


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else value


def one_text(*columns: Any) -> Any:
    """Several columns as one text; what is unknown leaves its place empty."""
    from pyspark.sql import functions as F

    return F.concat_ws("|", *(F.coalesce(column.cast("string"), F.lit("")) for column in columns))
