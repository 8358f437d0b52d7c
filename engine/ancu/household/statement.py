"""How the facts of households follow from their members, as SQL over two tables: the semantics of ``projecting``.

The texts are those that :func:`~ancu.household.program.household_program` compiles, written by the same writer as the
rules. ``ancu_households`` holds, of each by its number ``row``, ``as_of``, ``complete`` and ``recorded_on``, and what
it states of facts that follow; ``ancu_members`` the ``row`` of each one's household, its ``place`` there, and its
facts, with ``born_first`` and ``born_last`` where a year of birth may stand for a day. Facts are held as in a source
table (:mod:`ancu.inference.table_schema`).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from ancu.household.gathered_sql import GatheredSql
from ancu.household.member_sql import LAST, MemberSql
from ancu.household.members import BORN_ON
from ancu.household.program import HouseholdProgram
from ancu.household.projected_sql import ProjectedSql
from ancu.household.projection_columns import Shape, role_of
from ancu.inference.sql.text import Dialect, Sql, binary, called, cast, integer, is_null, quoted, text, when
from ancu.rulebook import expressions as ex
from ancu.rulebook.member_names import APPLICANT, RELATION
from ancu.rulebook.rulebook import People, Rulebook

#: More than any household has members.
_PLACES = 1_000_000


class Step(NamedTuple):
    """A query that later ones read by its name; ``often``: more than one of them."""

    name: str
    sql: str
    often: bool = False


@dataclass(frozen=True)
class ProjectionSteps:
    """How facts follow, in SQL. ``steps``: named queries, each over the tables and those before; the last gives a row a
    household with its ``row``, ``facts``, what stands beside them, and a column for each of ``roles``.
    """

    steps: tuple[Step, ...]
    facts: tuple[str, ...]
    roles: tuple[str, ...]


def project_in_sql(
    book: Rulebook,
    program: HouseholdProgram,
    shape: Shape,
    wanted: Collection[str] | None,
    dialect: Dialect,
    *,
    theirs: bool = False,
) -> ProjectionSteps:
    """How the facts ``wanted`` (all by default) follow by ``program`` from tables of ``shape``.

    ``theirs``: beside each fact stands from whom it follows (:func:`~ancu.household.projection_columns.theirs_of`).
    """
    people = book.people
    assert people is not None, "the rulebook knows no households"
    return _Steps(book, people, program, shape, wanted, dialect, theirs=theirs).projection()


class _Steps:
    """Writes the steps up to the last."""

    def __init__(
        self,
        book: Rulebook,
        people: People,
        program: HouseholdProgram,
        shape: Shape,
        wanted: Collection[str] | None,
        dialect: Dialect,
        *,
        theirs: bool,
    ) -> None:
        self.people, self.program, self.shape, self.theirs = people, program, shape, theirs
        projections = {f: p for f, p in program.projections.items() if wanted is None or f in wanted}
        self.of_record = [n for n, given in people.given.items() if given.of_record and (wanted is None or n in wanted)]
        self.numbers = sorted({i for projection in projections.values() for i in projection.gathered})
        self.members = MemberSql(people, program, shape, self.numbers, self.of_record, dialect)
        self._spark = dialect == "spark"
        self.gathered = GatheredSql(program, self.members)
        roles = dict.fromkeys(program.gatherings[i].steps for i in self.numbers if self.gathered.is_chosen(i))
        self.roles = {steps: f"{i}" for i, steps in enumerate(roles)}
        self.last = ProjectedSql(book, self.gathered, shape, projections, self.of_record, self.roles, theirs=theirs)

    def projection(self) -> ProjectionSteps:
        steps = [Step("ancu_told", self._told_step(), often=True)] if self.members.told else []
        steps += [Step("ancu_listed", self._listed()), Step("ancu_together", self._together(), often=True)]
        for steps_of, number in self.roles.items():
            steps.append(Step(f"ancu_chosen{number}", self._chosen_step(steps_of, number)))
            steps.append(Step(f"ancu_role{number}", self._role_step(steps_of, number)))
        steps.append(Step("ancu_applicants", self._applicants()))
        steps.append(Step("ancu_projected", self.last.step()))
        return ProjectionSteps(tuple(steps), self.last.facts, tuple(map(role_of, self.roles)))

    def _told_step(self) -> str:
        """Of each household, which facts some member states, where that says what it is of the others."""
        bits = " + ".join(
            f"CASE WHEN {' OR '.join(f'{self.members.q(name)} IS NOT NULL' for name in names)} THEN {1 << i} ELSE 0 END"
            for i, names in enumerate(self.members.told)
        )
        return (
            f"SELECT {self.members.q('row')}, bit_or({bits}) AS told FROM ancu_members GROUP BY {self.members.q('row')}"
        )

    def _listed(self) -> str:
        """The members, each with what its household says of the day and of the list."""
        row, as_of, recorded_on = (self.members.q(name) for name in ("row", "as_of", "recorded_on"))
        columns = [
            f"m.{row}",
            "m.place",
            f"{self.members.sql(self.members.dates.ordinal(quoted('as_of')))} AS {as_of}",
            "COALESCE(complete, FALSE) AS complete",
            f"({recorded_on} IS NULL OR {as_of} >= {recorded_on}) AS current",
            *(["told"] if self.members.told else []),
            *(f"m.{self.members.q(name)}" for name in sorted(self.shape.members)),
            *(["m.born_first", "m.born_last"] if self.shape.ranges else []),
        ]
        households = f"(SELECT {row}, {as_of}, complete, {recorded_on} FROM ancu_households) AS h"
        told = f" JOIN ancu_told AS t ON t.{row} = m.{row}" if self.members.told else ""
        return f"SELECT {', '.join(columns)} FROM ancu_members AS m JOIN {households} ON h.{row} = m.{row}{told}"

    def _together(self) -> str:
        """What the members of each household give together, and who comes first for a role that is one person's."""
        layer: dict[str, Sql] = {}
        found: dict[str, str] = {}
        for i in self.numbers:
            gathering = self.program.gatherings[i]
            if self.gathered.is_of_applicant(i) or self.gathered.is_chosen(i):
                continue
            who, columns = self.members.text(gathering.steps[0]), self.gathered.aggregates(i)
            layer[who] = quoted(who)
            if gathering.item is not None:
                layer[self.members.text(gathering.item)] = quoted(self.members.text(gathering.item))
            found |= columns
            if self.theirs:
                layer["place"] = quoted("place")
                found[f"who{i}"] = f"{self._list('place')} FILTER (WHERE {self.members.q(who)})"
        if self.theirs:
            found["members"] = "count(*)"
        for steps, number in self.roles.items():
            layer[f"first{number}"] = self.members.first(steps, lambda text: text)
            layer["place"] = quoted("place")
            at = f"{self.members.q(f'first{number}')} * {_PLACES} + place"
            found[f"low{number}"] = f"min({at})"
            found[f"high{number}"] = f"max({_PLACES} * ({len(steps)} - {self.members.q(f'first{number}')}) + place)"
        selected = [self.members.q("row"), *(f"{sql} AS {self.members.q(name)}" for name, sql in found.items())]
        return f"SELECT {', '.join(selected)} FROM ({self.members.seen(layer)}) AS s GROUP BY {self.members.q('row')}"

    def _chosen_step(self, steps: tuple[ex.Expr, ...], number: str) -> str:
        """Of several who meet the same step first, the one whose facts come first in order."""
        row = self.members.q("row")
        tied = f"SELECT {row} FROM ancu_together WHERE low{number} % {_PLACES} <> high{number} % {_PLACES}"
        person = self.people.person
        relations = [binary(quoted(f"f_{RELATION}"), "=", text(name)) for name in self._relations()]
        relation = when(*((test, integer(i)) for i, test in enumerate(relations)), otherwise=integer(len(relations)))
        names = (BORN_ON, *(name for name in person.facts if name != BORN_ON))
        last = f"{BORN_ON}{LAST}" if self.shape.ranges else BORN_ON
        layer: dict[str, Sql] = {f"f_{name}": quoted(f"f_{name}") for name in (*names, last)}
        layer |= {"place": quoted("place"), f"first{number}": self.members.first(steps, lambda text: text)}
        seen = self.members.seen(layer, f"(SELECT * FROM ancu_listed WHERE {row} IN ({tied})) AS l")
        told = " || '|' || ".join(self.members.sql(self._written(name)) for name in (*names, last))
        order = f"{self.members.sql(relation)}, {told}, place"
        first = f"s.first{number} = CAST(FLOOR(t.low{number} / {_PLACES}) AS BIGINT)"
        ranked = (
            f"SELECT s.{row} AS {row}, place, row_number() OVER (PARTITION BY s.{row} ORDER BY {order}) AS rank "
            f"FROM ({seen}) AS s JOIN ancu_together AS t ON t.{row} = s.{row} WHERE {first}"
        )
        return f"SELECT {row}, place AS chosen FROM ({ranked}) AS r WHERE rank = 1"

    def _relations(self) -> list[str]:
        return list(self.people.person.facts[RELATION].values)

    def _written(self, name: str) -> Sql:
        """A fact of a member as :func:`~ancu.household.projecting.content_key` writes it."""
        written = cast(quoted(f"f_{name}"), "VARCHAR")
        if name in self.people.person.facts and self.people.person.facts[name].value_type.kind == "list":
            mark, held = text(";"), quoted(f"f_{name}")
            written = called("TRIM", Sql(f"{mark} FROM {held}")) if self._spark else called("TRIM", held, mark)
        return called("COALESCE", written, text(""))

    def _role_step(self, steps: tuple[ex.Expr, ...], number: str) -> str:
        """What those have in common who have, or may have, a role that is one person's, and their places."""
        row = self.members.q("row")
        mine = [i for i in self.numbers if self.program.gatherings[i].steps == steps]
        items = {i: self.members.text(item) for i in mine if (item := self.program.gatherings[i].item) is not None}
        layer: dict[str, Sql] = {
            "place": quoted("place"),
            f"open{number}": self.members.first(steps, is_null),
            **{text: quoted(text) for text in items.values()},
        }
        low = f"t.low{number}"
        first = f"CAST(FLOOR({low} / {_PLACES}) AS BIGINT)"
        chosen = f"COALESCE(c.chosen, {low} % {_PLACES})"
        columns = [f"s.{row} AS {row}"]
        for i, held in items.items():
            value = self.members.q(held)
            common = f"CASE WHEN count(*) = count({value}) AND min({value}) = max({value}) THEN min({value}) END"
            columns.append(f"{common} AS {self.members.q(f'value{i}')}")
        places = f"{'sort_array' if self._spark else 'list_sort'}({self._list('place')})"
        columns.append(f"{places} AS {self.members.q(f'places{number}')}")
        return (
            f"SELECT {', '.join(columns)} FROM ({self.members.seen(layer)}) AS s "
            f"JOIN ancu_together AS t ON t.{row} = s.{row} "
            f"LEFT JOIN ancu_chosen{number} AS c ON c.{row} = s.{row} "
            f"WHERE s.place = {chosen} OR s.open{number} < {first} OR ({low} IS NULL AND s.open{number} IS NOT NULL) "
            f"GROUP BY s.{row}"
        )

    def _list(self, name: str) -> str:
        """What stands in a column of several rows, as a list."""
        return f"{'collect_list' if self._spark else 'list'}({name})"

    def _applicants(self) -> str:
        """What is read of the applicants."""
        layer: dict[str, Sql] = {"place": quoted("place")} if self.theirs else {}
        layer |= {f"r_{name}": quoted(f"r_{name}") for name in self.of_record}
        for i in self.numbers:
            item = self.program.gatherings[i].item
            if self.gathered.is_of_applicant(i) and item is not None:
                layer[f"value{i}"] = quoted(self.members.text(item))
        return self.members.seen(
            layer, f"(SELECT * FROM ancu_listed WHERE {self.members.q(RELATION)} = '{APPLICANT}') AS l"
        )
