"""Which rows of two rosters may be one person: the same number for certain, the rest by likeness.

Nobody compares everybody: pairs come from blocks that people share who are one (the same number; the same day of birth,
whichever way round, and a word of the name; the same name in a commune), which DuckDB joins. Names of pairs in a block
are then compared letter by letter by rapidfuzz. What agrees is weighed; the weights stand here and nowhere else.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ancu import extras
from ancu.doubles.names import LEAST_TYPED, NameLikeness, shortened
from ancu.errors import ExtraMissingError, Problem
from ancu.inference.sql.database import database

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

    Numbers = np.ndarray[Any, Any]

#: What weighs how much that two people are one. Whoever has :data:`LIKELY` or more is asked about.
LIKELY = 75
NAME_WEIGHTS = {
    NameLikeness.DIFFERENT: -100,
    NameLikeness.TYPED: 28,
    NameLikeness.MARKS: 28,
    NameLikeness.MIDDLE: 34,
    NameLikeness.ORDER: 36,
    NameLikeness.PLAIN: 38,
    NameLikeness.SAME: 40,
}
#: How two births agree: not; nobody knows of one; a year against a day or a year; one digit; day and month changed
#: over; the same day.
BIRTHS = ("different", "unknown", "year", "typed", "swapped", "same")
BIRTH_WEIGHTS = {"different": 0, "unknown": 16, "year": 20, "typed": 26, "swapped": 34, "same": 40}
PLACES = ("different", "unknown", "same")
PLACE_WEIGHTS = {"different": -2, "unknown": 8, "same": 20}
#: How two numbers agree: two whole ones of one kind that are different; nobody can tell; a digit or two are; one was
#: spoilt and mended.
NUMBERS = ("different", "unknown", "typed", "mended")
NUMBER_WEIGHTS = {"different": -28, "unknown": 0, "typed": 30, "mended": 40}
GENDER_DIFFERS, RELATION_SAME = -20, 4


@dataclass(frozen=True)
class Pairs:
    """Pairs of rows of two rosters that may be one person, in order of their rows; a column each, all as long.

    ``exact``: they have the same number; ``keyed``: the same key of the register. ``name`` holds
    :class:`NameLikeness`, ``birth``, ``place`` and ``number`` places in :data:`BIRTHS`, :data:`PLACES` and
    :data:`NUMBERS`; ``weight`` what these come to.
    """

    one: Numbers
    other: Numbers
    exact: Numbers
    keyed: Numbers
    name: Numbers
    birth: Numbers
    place: Numbers
    number: Numbers
    gender_differs: Numbers
    relation_same: Numbers
    weight: Numbers

    def __len__(self) -> int:
        return len(self.one)


def check_installed() -> None:
    """:class:`ExtraMissingError` where what matching needs is not installed."""
    if not extras.doubles():
        raise ExtraMissingError(Problem("extra_missing", {"what": "DuckDB, rapidfuzz", "extra": "doubles"}))


@contextlib.contextmanager
def matcher(lists: pa.Table, registers: pa.Table | None = None, threads: int = 1) -> Iterator[Matcher]:
    """What compares the rows of ``lists`` with those of ``registers``, and of each with themselves."""
    check_installed()
    with database(threads) as connection:
        yield Matcher(connection, lists, registers)


_KEYS = """
create temp table {name}k as
select (row_number() over () - 1)::int as id, household, relation, spelled, plain, ordered, first, last,
  number, former, repaired, key, born_from, born_to, gender, commune_key, house_key,
  date '1970-01-01' + (born_from - 719163) as day,
  case when born_from = born_to then 1 else 0 end as whole,
  year(day) as born_year,
  case when born_from = born_to
    then born_year * 10000 + least(month(day), day(day)) * 100 + greatest(month(day), day(day)) end as birthday
from {name}
"""
_EACH_NUMBER = """
create temp table {name}n as select distinct id, n, e from (
  select id, unnest([number, former, repaired]) as n, unnest([true, true, false]) as e from {name}k
) where n is not null
"""
_BY_NUMBER = """
insert into pairs select m.id, n.id, bool_or(m.e and n.e), false
from {left}n m join {right}n n on m.n = n.n join {left}k a on a.id = m.id join {right}k b on b.id = n.id
where {where} group by 1, 2
"""
#: Each block: on what its pairs agree. Equalities first, so that DuckDB joins by them.
_BLOCKS = {
    "birthday, given name": "a.birthday = b.birthday and a.last = b.last",
    "birthday, turned round": "a.birthday = b.birthday and a.first = b.last",
    "birthday, turned back": "a.birthday = b.birthday and a.last = b.first",
    "birthday, commune": "a.birthday = b.birthday and a.commune_key = b.commune_key and a.first = b.first",
    "name, commune": "a.ordered = b.ordered and a.commune_key = b.commune_key"
    " and (a.born_year is null or b.born_year is null or abs(a.born_year - b.born_year) <= 1"
    " or (a.whole + b.whole = 2 and month(a.day) = month(b.day) and day(a.day) = day(b.day)))",
    "year, commune": "a.born_year = b.born_year and a.commune_key = b.commune_key and a.first = b.first"
    " and a.last = b.last and a.whole + b.whole < 2",
}
_PAIRS = """
insert into pairs select a.id, b.id, false, {keyed} from {left}k a join {right}k b on {block} where {where}
"""
#: What is compared of each pair. A digit that differs: the rest of a day written with eight digits is the same.
_COMPARED = """
select one, other, exact, keyed,
  a.spelled as spelled_a, b.spelled as spelled_b, a.plain as plain_a, b.plain as plain_b,
  case
    when a.plain = '' or b.plain = '' then {different}
    when a.spelled = b.spelled then {same}
    when a.plain = b.plain and a.spelled <> a.plain and b.spelled <> b.plain then {marks}
    when a.plain = b.plain then {plain}
    when a.ordered = b.ordered then {order}
    when a.first = b.first and a.last = b.last then -1
    else -2 end as name,
  case
    when a.born_from is null or b.born_from is null then 1
    when a.whole + b.whole < 2 then (case when a.born_year = b.born_year then 2 else 0 end)
    when a.born_from = b.born_from then 5
    when a.birthday = b.birthday then 4
    when hamming(strftime(a.day, '%Y%m%d'), strftime(b.day, '%Y%m%d')) = 1 then 3
    else 0 end as birth,
  case when a.commune_key is null or b.commune_key is null then 1 when a.commune_key = b.commune_key then 2 else 0 end
    as place,
  case
    when coalesce(a.repaired, a.number, a.former) in (b.repaired, b.number, b.former)
      and (a.repaired is not null or b.repaired is not null) then 3
    when a.number is null or b.number is null or length(a.number) <> length(b.number) then 1
    when damerau_levenshtein(a.number, b.number) <= 2 then 2
    else 0 end as number,
  a.gender is not null and b.gender is not null and a.gender <> b.gender as gender_differs,
  a.relation is not null and a.relation = b.relation as relation_same
from pair join {left}k a on a.id = one join {right}k b on b.id = other
where one >= {first} and one < {last}
order by one, other
"""
_EACH_PAIR = """
create or replace temp table pair as
select one, other, bool_or(exact) as exact, bool_or(keyed) as keyed from pairs group by one, other
"""
#: Rows of the first roster whose pairs are compared at once.
_AT_ONCE = 100_000


#: At how many rows the text of a house is the name of a place, and no house.
_MANY = 10
_HOUSES = """
with house as (
  select a.id, a.household, a.house_key || ' / ' || coalesce(a.commune_key, '') as house from {name}k a
  where a.house_key is not null and regexp_matches(a.house_key, '[0-9]')
)
select id, house, household from house qualify count(*) over (partition by house) <= {many}
"""


#: Of two rows of one roster: each pair once, and nobody with the people of his own household.
_APART = "a.id < b.id and a.household <> b.household"


class Matcher:
    """Compares people of lists and registers that stand in one database."""

    def __init__(self, connection: DuckDBPyConnection, lists: pa.Table, registers: pa.Table | None) -> None:
        self._connection, self._tables = connection, {"a": lists}
        if registers is not None:
            self._tables["b"] = registers
        for name, table in self._tables.items():
            connection.register(name, table)
            connection.execute(_KEYS.format(name=name))
            connection.execute(_EACH_NUMBER.format(name=name))

    def earlier(self) -> Pairs:
        """The pairs of a row of the lists and a row of the registers that may be one person."""
        return self._pairs("a", "b", "true")

    def listed_twice(self) -> Pairs:
        """The pairs of rows of the lists, of different households, that may be one person."""
        return self._pairs("a", "a", _APART)

    def supported_twice(self) -> list[tuple[int, int]]:
        """The pairs of rows of the registers, of different households, that have one number as it stands."""
        same = "bn m join bn n on m.n = n.n and m.e and n.e join bk a on a.id = m.id join bk b on b.id = n.id"
        return self._ids(f"select distinct a.id, b.id from {same} where {_APART} order by 1, 2")  # noqa: S608

    def same_house(self, *, of_registers: bool = False) -> list[tuple[int, int]]:
        """The pairs of rows that are of one house as it is written: of a list and a register, or of two entries."""
        left, where = ("b", _APART) if of_registers else ("a", "true")
        if any(self._tables[name]["house_key"].null_count == len(self._tables[name]) for name in (left, "b")):
            return []
        one, other = (f"({_HOUSES.format(name=name, many=_MANY)})" for name in (left, "b"))
        return self._ids(
            f"select a.id, b.id from {one} a join {other} b on a.house = b.house where {where} order by 1, 2"  # noqa: S608
        )

    def _ids(self, query: str) -> list[tuple[int, int]]:
        return [(int(one), int(other)) for one, other in self._connection.execute(query).fetchall()]

    def _pairs(self, left: str, right: str, where: str) -> Pairs:
        run = self._connection.execute
        run("create or replace temp table pairs (one int, other int, exact bool, keyed bool)")
        run(_BY_NUMBER.format(left=left, right=right, where=where))
        run(_PAIRS.format(left=left, right=right, keyed="true", block="a.key = b.key", where=where))
        named = f"({where}) and a.plain <> '' and b.plain <> ''"
        for block in _BLOCKS.values():
            run(_PAIRS.format(left=left, right=right, keyed="false", block=block, where=named))
        run(_EACH_PAIR)
        return _weighed(self._connection, left, right, len(self._tables[left]))


def _weighed(connection: DuckDBPyConnection, left: str, right: str, rows: int) -> Pairs:
    """The pairs of the blocks that are certain or weigh enough; ``rows``: of the first roster."""
    import numpy as np

    words = {likeness.name.lower(): int(likeness) for likeness in NameLikeness}
    kept: list[dict[str, Numbers]] = []
    for first in range(0, rows, _AT_ONCE):
        query = _COMPARED.format(left=left, right=right, first=first, last=first + _AT_ONCE, **words)
        batch = connection.sql(query).to_arrow_table().combine_chunks()
        columns = {
            name: batch.column(name).to_numpy()
            for name in ("one", "other", "exact", "keyed", "name", "birth", "place", "number")
        }
        columns |= {name: batch.column(name).to_numpy().astype(bool) for name in ("gender_differs", "relation_same")}
        columns["name"] = _names(batch, columns["name"])
        columns["weight"] = _weights(columns)
        certain = columns["exact"].astype(bool) | columns["keyed"].astype(bool)
        keep = certain | (columns["weight"] >= LIKELY)
        kept.append({name: column[keep] for name, column in columns.items()})
    if not kept:
        nothing = np.zeros(0, np.int32)
        return Pairs(*[nothing] * 11)  # a roster without rows
    joined = {name: np.concatenate([columns[name] for columns in kept]) for name in kept[0]}
    return Pairs(**joined)


def _names(batch: pa.Table, told: Numbers) -> Numbers:
    """How the names of pairs agree; those that DuckDB left open (below 0) by rapidfuzz, letter by letter."""
    import numpy as np
    from rapidfuzz import fuzz, process

    open_ = np.flatnonzero(told < 0)
    found = told.astype(np.int8)
    if not len(open_):
        return found
    ones = batch.column("plain_a").take(_indices(open_)).to_pylist()
    others = batch.column("plain_b").take(_indices(open_)).to_pylist()
    typed = process.cpdist(ones, others, scorer=fuzz.ratio, score_cutoff=LEAST_TYPED) >= LEAST_TYPED
    within = np.array(
        [told[at] == -1 and shortened(one, other) for at, one, other in zip(open_, ones, others, strict=True)]
    )
    found[open_] = np.where(within, int(NameLikeness.MIDDLE), np.where(typed, int(NameLikeness.TYPED), 0))
    return found


def _indices(numbers: Numbers) -> Any:
    import pyarrow as pa

    return pa.array(numbers)


def _weights(columns: dict[str, Numbers]) -> Numbers:
    import numpy as np

    def weigh(name: str, weights: list[int]) -> Numbers:
        weighed: Numbers = np.array(weights)[columns[name].astype(int)]
        return weighed

    whole: Numbers = (
        weigh("name", [NAME_WEIGHTS[one] for one in NameLikeness])
        + weigh("birth", [BIRTH_WEIGHTS[one] for one in BIRTHS])
        + weigh("place", [PLACE_WEIGHTS[one] for one in PLACES])
        + weigh("number", [NUMBER_WEIGHTS[one] for one in NUMBERS])
        + GENDER_DIFFERS * columns["gender_differs"]
        + RELATION_SAME * columns["relation_same"]
    )
    return whole
