"""How the facts of households follow from their members, as SQL over two tables: the semantics of ``projecting``.

The texts are those that :func:`~ancu.household.program.household_program` compiles, written by the same writer as the
rules. ``ancu_households`` holds, of each by its number ``row``, ``as_of``, ``complete`` and ``recorded_on``, and what
it states of facts that follow; ``ancu_members`` the ``row`` of each one's household, its ``place`` there, and its
facts, with ``born_first`` and ``born_last`` where a year of birth may stand for a day. Facts are held as in a source
table (:mod:`ancu.inference.table_schema`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sqlglot import exp

from ancu.household.members import BORN_ON
from ancu.household.program import Gathering, HouseholdProgram
from ancu.inference.doubts import above
from ancu.inference.least import disputed, is_companion, least_of
from ancu.inference.marks import second
from ancu.inference.sql.compiler import Layer
from ancu.inference.sql.dialects import Dates, Dialect, integer, joined, null, same, when
from ancu.inference.sql.expressions import Writer, column, quoted, states
from ancu.inference.sql.statement import in_steps, nested
from ancu.inference.sql.trees import Named
from ancu.inference.tree_edits import map_children, map_tree
from ancu.rulebook import expressions as ex
from ancu.rulebook.calendar import BEGINNING, FOREVER
from ancu.rulebook.people import APPLICANT, RELATION
from ancu.rulebook.rulebook import People, Rulebook

if TYPE_CHECKING:
    from sqlglot.expressions import Expr as Sql

#: What ends the name of a fact on the last day on which somebody may have been born.
_LAST = "~"
#: More than any household has members.
_PLACES = 1_000_000


def members_of(role: str) -> str:
    """The name of the column that holds the places of those who have, or may have, a role that is one person's."""
    return f"{role}__members"


def unknown_of(fact: str) -> str:
    """The name of the column that says of whom nobody knows a fact that is closed, which is not to leave it out."""
    return f"{fact}__unknown"


def follows_of(fact: str) -> str:
    """The name of the column with what follows of a fact that the applicant's row states otherwise.

    What the row states stands, unless it has changed since (:func:`~ancu.household.projecting.project`).
    """
    return f"{fact}__follows"


def role_of(steps: tuple[ex.Expr, ...]) -> str:
    """The role of which ``steps`` are the steps that are tried in turn."""
    assert isinstance(steps[0], ex.Name)
    return steps[0].id.rpartition("/")[0]


@dataclass(frozen=True)
class Shape:
    """What two tables hold: the facts of ``members``, the facts ``stated`` of households, and whether of some members
    only the year of birth is known.
    """

    members: frozenset[str]
    stated: frozenset[str]
    ranges: bool


class Step(NamedTuple):
    """A query that later ones read by its name; ``often``: more than one of them."""

    name: str
    sql: str
    often: bool = False


@dataclass(frozen=True)
class ProjectionSteps:
    """How facts follow, in SQL. ``steps``: named queries, each over the tables and those before; the last gives a row a
    household with its ``row``, ``facts``, their companions, and a column for each of ``roles``.
    """

    steps: tuple[Step, ...]
    facts: tuple[str, ...]
    companions: tuple[str, ...]
    roles: tuple[str, ...]


def project_in_sql(
    book: Rulebook, program: HouseholdProgram, shape: Shape, wanted: Collection[str] | None, dialect: Dialect
) -> ProjectionSteps:
    """How the facts ``wanted`` (all by default) follow by ``program`` from tables of ``shape``."""
    people = book.people
    assert people is not None, "the rulebook knows no households"
    return _Statement(book, people, program, shape, wanted, dialect).projection()


class _Named(Named):
    """Trees of one program, whose facts may be held under other names: ``kinds_of_facts`` gives the kinds of those."""

    def __init__(self, book: Rulebook, kinds_of_facts: Mapping[str, str]) -> None:
        super().__init__(book, [0])
        self._kinds_of_facts = kinds_of_facts

    def keep(self, name: str, expr: ex.Expr) -> None:
        self.trees[name] = ((0, self.split(expr)),)
        if name in self.book.types:
            self.kinds[name] = self.book.types[name].kind

    def split(self, expr: ex.Expr) -> ex.Expr:
        """As ever, and ages in columns of their own: many texts read them."""

        def change(node: ex.Expr) -> ex.Expr | None:
            return self._apart(map_children(node, self.split)) if isinstance(node, ex.YearsBetween) else None

        return super().split(map_tree(expr, change))

    def kind_of_fact(self, name: str) -> str:
        return self._kinds_of_facts.get(name) or super().kind_of_fact(name.removesuffix(_LAST))


class _Statement:
    def __init__(
        self,
        book: Rulebook,
        people: People,
        program: HouseholdProgram,
        shape: Shape,
        wanted: Collection[str] | None,
        dialect: Dialect,
    ) -> None:
        self.book, self.people, self.program, self.shape, self.dialect = book, people, program, shape, dialect
        self.dates = Dates(dialect)
        self.projections = {f: p for f, p in program.projections.items() if wanted is None or f in wanted}
        self.of_record = [n for n, given in people.given.items() if given.of_record and (wanted is None or n in wanted)]
        self.gathered = sorted({i for projection in self.projections.values() for i in projection.gathered})
        self.trees = _Named(people.person, {})
        for node in program.person.nodes.values():
            self.trees.keep(node.name, node.expr)
        self.writer = Writer(self.trees, self.dates)
        self.trees.statement_columns = {name: f"s_{i}" for i, name in enumerate(program.person.statements)}
        self.told = self._told()
        self.facts = self._defaulted(BORN_ON, "born_first")
        self.late = self._late()
        self.texts: dict[ex.Expr, str] = {}
        # What is asked of each member must be known before the layers are: it may put parts in columns of their own.
        for i in self.gathered:
            gathering = program.gatherings[i]
            for expr in (*gathering.steps, *([gathering.item] if gathering.item is not None else [])):
                self._text(expr)
        varying = {name for name in self.trees.trees if self._reads_late(self.trees.trees[name][0][1])}
        self.trees.touched = above({name: self.trees.reads(name) for name in self.trees.trees}, varying)

    # -- the steps ----------------------------------------------------------------------------------------------------

    def projection(self) -> ProjectionSteps:
        roles = dict.fromkeys(self.program.gatherings[i].steps for i in self.gathered if self._chosen(i))
        self.roles = {steps: f"{i}" for i, steps in enumerate(roles)}
        steps = [Step("ancu_told", self._told_step(), often=True)] if self.told else []
        steps += [Step("ancu_listed", self._listed()), Step("ancu_together", self._together(), often=True)]
        for steps_of, number in self.roles.items():
            steps.append(Step(f"ancu_chosen{number}", self._chosen_step(steps_of, number)))
            steps.append(Step(f"ancu_role{number}", self._role_step(steps_of, number)))
        steps.append(Step("ancu_applicants", self._applicants()))
        companions: list[str] = []
        steps.append(Step("ancu_projected", self._projected(companions)))
        facts = tuple(dict.fromkeys((*self.projections, *self.of_record)))
        return ProjectionSteps(tuple(steps), facts, tuple(companions), tuple(map(role_of, self.roles)))

    def _sql(self, tree: Sql) -> str:
        return tree.sql(dialect=self.dialect)

    def _q(self, name: str) -> str:
        return self._sql(quoted(name))

    def _told_step(self) -> str:
        """Of each household, which facts some member states, where that says what it is of the others."""
        bits = " + ".join(
            f"CASE WHEN {' OR '.join(f'{self._q(name)} IS NOT NULL' for name in names)} THEN {1 << i} ELSE 0 END"
            for i, names in enumerate(self.told)
        )
        return f"SELECT {self._q('row')}, bit_or({bits}) AS told FROM ancu_members GROUP BY {self._q('row')}"

    def _listed(self) -> str:
        """The members, each with what its household says of the day and of the list."""
        row, as_of, recorded_on = (self._q(name) for name in ("row", "as_of", "recorded_on"))
        columns = [
            f"m.{row}",
            "m.place",
            f"{self._sql(self.dates.ordinal(quoted('as_of')))} AS {as_of}",
            "COALESCE(complete, FALSE) AS complete",
            f"({recorded_on} IS NULL OR {as_of} >= {recorded_on}) AS current",
            *(["told"] if self.told else []),
            *(f"m.{self._q(name)}" for name in sorted(self.shape.members)),
            *(["m.born_first", "m.born_last"] if self.shape.ranges else []),
        ]
        households = f"(SELECT {row}, {as_of}, complete, {recorded_on} FROM ancu_households) AS h"
        told = f" JOIN ancu_told AS t ON t.{row} = m.{row}" if self.told else ""
        return f"SELECT {', '.join(columns)} FROM ancu_members AS m JOIN {households} ON h.{row} = m.{row}{told}"

    def _together(self) -> str:
        """What the members of each household give together, and who comes first for a role that is one person's."""
        layer: dict[str, Sql] = {}
        found: dict[str, str] = {}
        for i in self.gathered:
            gathering = self.program.gatherings[i]
            if self._of_applicant(i) or self._chosen(i):
                continue
            who, columns = self._text(gathering.steps[0]), self._aggregates(i, gathering)
            layer[who] = quoted(who)
            if gathering.item is not None:
                layer[self._text(gathering.item)] = quoted(self._text(gathering.item))
            found |= columns
        for steps, number in self.roles.items():
            layer[f"first{number}"] = self._first(steps, lambda text: text)
            layer["place"] = quoted("place")
            at = f"{self._q(f'first{number}')} * {_PLACES} + place"
            found[f"low{number}"] = f"min({at})"
            found[f"high{number}"] = f"max({_PLACES} * ({len(steps)} - {self._q(f'first{number}')}) + place)"
        selected = [self._q("row"), *(f"{sql} AS {self._q(name)}" for name, sql in found.items())]
        return f"SELECT {', '.join(selected)} FROM ({self._seen(layer)}) AS s GROUP BY {self._q('row')}"

    def _aggregates(self, i: int, gathering: Gathering) -> dict[str, str]:
        who = self._q(self._text(gathering.steps[0]))
        # 2: surely somebody; 1: perhaps somebody; 0: nobody.
        met = f"max(CASE WHEN {who} THEN 2 WHEN {who} IS NULL THEN 1 ELSE 0 END)"
        perhaps = f"max(CASE WHEN {who} IS NULL THEN 1 ELSE 0 END)"
        if gathering.function == "any":
            return {f"met{i}": met}
        number = f"CAST(sum(CASE WHEN {who} THEN 1 ELSE 0 END) AS BIGINT)"
        if gathering.function == "count":
            return {f"perhaps{i}": perhaps, f"count{i}": number}
        assert gathering.item is not None
        item = self._q(self._text(gathering.item))
        theirs = f"CASE WHEN {who} THEN {item} END"
        gaps = f"max(CASE WHEN {who} AND {item} IS NULL THEN 1 WHEN {who} THEN 0 END)"
        if gathering.function == "of":
            return {f"gaps{i}": gaps, f"least{i}": f"min({theirs})", f"most{i}": f"max({theirs})"}
        if gathering.function == "sum":
            together = f"CAST(COALESCE(sum({theirs}), 0) AS BIGINT)"
        else:
            together = f"max({theirs})"
        return {f"perhaps{i}": perhaps, f"gaps{i}": gaps, f"count{i}": together}

    def _chosen_step(self, steps: tuple[ex.Expr, ...], number: str) -> str:
        """Of several who meet the same step first, the one whose facts come first in order."""
        row = self._q("row")
        tied = f"SELECT {row} FROM ancu_together WHERE low{number} % {_PLACES} <> high{number} % {_PLACES}"
        person = self.people.person
        relations = [exp.EQ(this=quoted(f"f_{RELATION}"), expression=exp.Literal.string(n)) for n in self._relations()]
        relation = when(*((test, integer(i)) for i, test in enumerate(relations)), otherwise=integer(len(relations)))
        names = (BORN_ON, *(name for name in person.facts if name != BORN_ON))
        last = f"{BORN_ON}{_LAST}" if self.shape.ranges else BORN_ON
        layer: dict[str, Sql] = {f"f_{name}": quoted(f"f_{name}") for name in (*names, last)}
        layer |= {"place": quoted("place"), f"first{number}": self._first(steps, lambda text: text)}
        seen = self._seen(layer, f"(SELECT * FROM ancu_listed WHERE {row} IN ({tied})) AS l")
        told = " || '|' || ".join(self._sql(self._written(name)) for name in (*names, last))
        order = f"{self._sql(relation)}, {told}, place"
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
        text: Sql = exp.cast(quoted(f"f_{name}"), "VARCHAR")
        if name in self.people.person.facts and self.people.person.facts[name].value_type.kind == "list":
            text = exp.Trim(this=quoted(f"f_{name}"), expression=exp.Literal.string(";"))
        return exp.Coalesce(this=text, expressions=[exp.Literal.string("")])

    def _role_step(self, steps: tuple[ex.Expr, ...], number: str) -> str:
        """What those have in common who have, or may have, a role that is one person's, and their places."""
        row = self._q("row")
        mine = [i for i in self.gathered if self.program.gatherings[i].steps == steps]
        items = {i: self._text(item) for i in mine if (item := self.program.gatherings[i].item) is not None}
        layer: dict[str, Sql] = {
            "place": quoted("place"),
            f"open{number}": self._first(steps, lambda verdict: exp.Is(this=verdict, expression=exp.Null())),
            **{text: quoted(text) for text in items.values()},
        }
        low = f"t.low{number}"
        first = f"CAST(FLOOR({low} / {_PLACES}) AS BIGINT)"
        chosen = f"COALESCE(c.chosen, {low} % {_PLACES})"
        columns = [f"s.{row} AS {row}"]
        for i, held in items.items():
            value = self._q(held)
            common = f"CASE WHEN count(*) = count({value}) AND min({value}) = max({value}) THEN min({value}) END"
            columns.append(f"{common} AS {self._q(f'value{i}')}")
        places = "sort_array(collect_list(place))" if self.dialect == "spark" else "list_sort(list(place))"
        columns.append(f"{places} AS {self._q(f'places{number}')}")
        return (
            f"SELECT {', '.join(columns)} FROM ({self._seen(layer)}) AS s JOIN ancu_together AS t ON t.{row} = s.{row} "
            f"LEFT JOIN ancu_chosen{number} AS c ON c.{row} = s.{row} "
            f"WHERE s.place = {chosen} OR s.open{number} < {first} OR ({low} IS NULL AND s.open{number} IS NOT NULL) "
            f"GROUP BY s.{row}"
        )

    def _applicants(self) -> str:
        """What is read of the applicants."""
        layer: dict[str, Sql] = {f"r_{name}": quoted(f"r_{name}") for name in self.of_record}
        for i in self.gathered:
            item = self.program.gatherings[i].item
            if self._of_applicant(i) and item is not None:
                layer[f"value{i}"] = quoted(self._text(item))
        return self._seen(layer, f"(SELECT * FROM ancu_listed WHERE {self._q(RELATION)} = '{APPLICANT}') AS l")

    def _projected(self, companions: list[str]) -> str:
        """The facts of each household and what stands beside them; ``companions`` learns the names of the latter."""
        row = self._q("row")
        above = _Named(self.book, {f"#{i}": self._kind_of_gathered(i) for i in self.gathered})
        exprs = {fact: above.split(projection.expr) for fact, projection in self.projections.items()}
        writer = Writer(above, self.dates)
        base: dict[str, Sql] = {"row": quoted("row"), "a_as_of": quoted("a_as_of"), "current": quoted("current")}
        for i in self.gathered:
            base[f"f_#{i}"] = self._value_of_gathered(i)
            if self.program.gatherings[i].function not in ("any", "of"):
                base[f"l_#{i}"] = quoted(f"count{i}")
        kept = dict.fromkeys((*self.projections, *self.of_record))
        for name in kept:
            base[f"h_{name}"] = self._own(name)
        for name in self.of_record:
            base[f"r_{name}"] = quoted(f"r_{name}")
        for number in self.roles.values():
            base[f"places{number}"] = quoted(f"places{number}")
        layers = [base]
        depths = sorted({above.depth(name) for name in above.trees})
        for depth in depths:
            at = [name for name in above.trees if above.depth(name) == depth]
            layers.append({column("n", name): writer.write(above.trees[name][0][1]) for name in at})
        layers.append({f"p_{fact}": writer.write(expr) for fact, expr in exprs.items()})
        finals: dict[str, Sql] = {}
        for name in kept:
            stated = [quoted(f"h_{name}")]
            if name in self.of_record and name in exprs:
                follows = exp.not_(exp.Is(this=quoted(f"p_{name}"), expression=exp.Null()))
                since = joined(exp.and_, [exp.not_(quoted("current")), follows])
                stated.append(when((since, null(self.book.types[name].kind)), otherwise=quoted(f"r_{name}")))
            elif name in self.of_record:
                stated.append(quoted(f"r_{name}"))
            values = [*stated, *([quoted(f"p_{name}")] if name in exprs else [])]
            finals[f"v_{name}"] = (
                values[0] if len(values) == 1 else exp.Coalesce(this=values[0], expressions=values[1:])
            )
        layers.append(finals)
        result: dict[str, Sql] = {"row": quoted("row")}
        for name in kept:
            value = quoted(f"v_{name}")
            is_date = self.book.facts[name].value_type.kind == "date"
            result[name] = self.dates.day(value) if is_date else value
        for fact, projection in self.projections.items():
            value = quoted(f"v_{fact}")
            floor = self._floor(projection.expr)
            if floor is not None:
                known = exp.Is(this=value.copy(), expression=exp.Null())
                result[least_of(fact)] = when(
                    (known, exp.Nullif(this=floor, expression=integer(0))), otherwise=null("number")
                )
            differs = exp.NEQ(this=value.copy(), expression=quoted(f"p_{fact}"))
            result[disputed(fact)] = when((differs, exp.true()), otherwise=null("yes_no"))
        for name in self.of_record:
            if name in exprs:
                here = [exp.Is(this=quoted(f"h_{name}"), expression=exp.Null()), quoted("current")]
                here.append(exp.NEQ(this=quoted(f"r_{name}"), expression=quoted(f"p_{name}")))
                value = quoted(f"p_{name}")
                kind = self.book.types[name].kind
                value = self.dates.day(value) if kind == "date" else value
                result[follows_of(name)] = when((joined(exp.and_, here), value), otherwise=null(kind))
        companions += [name for name in result if is_companion(name)]
        for steps, number in self.roles.items():
            result[members_of(role_of(steps))] = quoted(f"places{number}")
        layers.append(result)
        joined_ = ["ancu_households AS h", f"LEFT JOIN ancu_together AS t ON t.{row} = h.{row}"]
        joined_ += [
            f"LEFT JOIN ancu_role{number} AS r{number} ON r{number}.{row} = h.{row}" for number in self.roles.values()
        ]
        joined_.append(f"LEFT JOIN ancu_applicants AS a ON a.{row} = h.{row}")
        read = [f"h.{row} AS {row}", "COALESCE(complete, FALSE) AS complete"]
        read.append(f"{self._sql(self.dates.ordinal(quoted('as_of')))} AS {self._q('a_as_of')}")
        recorded_on = self._q("recorded_on")
        read.append(f"({recorded_on} IS NULL OR {self._q('as_of')} >= {recorded_on}) AS {self._q('current')}")
        read += [f"h.{self._q(name)} AS {self._q(f'o_{name}')}" for name in kept if name in self.shape.stated]
        read += self._read()
        source = f"(SELECT {', '.join(read)} FROM {' '.join(joined_)}) AS j"
        written: list[Layer] = [{name: self._sql(tree) for name, tree in layer.items()} for layer in layers]
        return nested(source, in_steps(written, self.dialect), self.dialect)

    def _read(self) -> Iterator[str]:
        """The columns that the steps before give."""
        for i in self.gathered:
            if self._of_applicant(i) or self._chosen(i):
                yield self._q(f"value{i}")
            else:
                yield from map(self._q, self._aggregates(i, self.program.gatherings[i]))
        yield from (self._q(f"r_{name}") for name in self.of_record)
        yield from (self._q(f"places{number}") for number in self.roles.values())

    def _own(self, name: str) -> Sql:
        """What the household states itself."""
        kind = self.book.facts[name].value_type.kind
        if name not in self.shape.stated:
            return null(kind)
        return self.dates.ordinal(quoted(f"o_{name}")) if kind == "date" else quoted(f"o_{name}")

    # -- what is gathered ---------------------------------------------------------------------------------------------

    def _chosen(self, i: int) -> bool:
        return len(self.program.gatherings[i].steps) > 1

    def _of_applicant(self, i: int) -> bool:
        """Whether it is the value of the applicant, of whom there is one."""
        gathering = self.program.gatherings[i]
        step = gathering.steps[0]
        while isinstance(step, ex.Name):
            step = self.program.person.nodes[step.id].expr
        is_applicant = ex.Compare("=", ex.Fact(RELATION), ex.Constant(APPLICANT))
        return gathering.function == "of" and len(gathering.steps) == 1 and step == is_applicant

    def _kind_of_gathered(self, i: int) -> str:
        gathering = self.program.gatherings[i]
        if gathering.function == "any":
            return "yes_no"
        return "number" if gathering.item is None else self.trees.kind(gathering.item)

    def _value_of_gathered(self, i: int) -> Sql:
        gathering = self.program.gatherings[i]
        if self._of_applicant(i) or self._chosen(i):
            return quoted(f"value{i}")
        complete = [] if gathering.open else [quoted("complete")]

        def is_number(name: str, number: int) -> Sql:
            return exp.EQ(this=quoted(f"{name}{i}"), expression=exp.Literal.number(number))

        match gathering.function:
            case "any":
                branches = [(is_number("met", 2), exp.true())]
                if complete:
                    branches.append((joined(exp.and_, [*complete, is_number("met", 0)]), exp.false()))
                return when(*branches, otherwise=null("yes_no"))
            case "of":
                alike = exp.EQ(this=quoted(f"least{i}"), expression=quoted(f"most{i}"))
                settled = joined(exp.and_, [is_number("gaps", 0), alike])
                return when((settled, quoted(f"least{i}")), otherwise=null(self._kind_of_gathered(i)))
        if not complete:
            return null("number")
        known: list[Sql] = [*complete, is_number("perhaps", 0)]
        if gathering.item is not None:
            known.append(
                exp.EQ(
                    this=exp.Coalesce(this=quoted(f"gaps{i}"), expressions=[exp.Literal.number(0)]),
                    expression=exp.Literal.number(0),
                )
            )
        return when((joined(exp.and_, known), quoted(f"count{i}")), otherwise=null("number"))

    def _floor(self, expr: ex.Expr) -> Sql | None:
        """As :func:`~ancu.household.projecting._floor`; None where there is never any."""
        match expr:
            case ex.Fact(name) if name.startswith("#"):
                counted = self.program.gatherings[int(name[1:])].function not in ("any", "of")
                return quoted(f"l_{name}") if counted else None
            case ex.Constant(int(value)):
                return integer(value)
            case ex.Arithmetic("+", left, right):
                a, b = self._floor(left), self._floor(right)
                return None if a is None or b is None else exp.paren(exp.Add(this=a, expression=b))
        return None

    # -- what is read of each member ----------------------------------------------------------------------------------

    def _told(self) -> list[tuple[str, ...]]:
        """The facts of which one has to be stated so that another is closed."""
        closing = (
            tuple(name for name in fact.closed_by or (fact_id,) if name in self.shape.members)
            for fact_id, fact in self.people.given.items()
            if fact.closed is not None
        )
        return list(dict.fromkeys(names for names in closing if names))

    def _defaulted(self, born_on: str, born: str) -> dict[str, Sql]:
        """The facts of a member with what is known of those left out; ``born``: the column that stands for a day."""
        given, person = self.people.given, self.people.person
        whole: dict[str, Sql] = {}
        for name, fact in person.facts.items():
            kind = fact.value_type.kind
            if name not in self.shape.members:
                value = null(kind)
            else:
                value = self.dates.ordinal(quoted(name)) if kind == "date" else quoted(name)
            if name == born_on and self.shape.ranges:
                value = exp.Coalesce(this=self.dates.ordinal(quoted(born)), expressions=[value])
            closed = given[name].closed
            by = tuple(n for n in given[name].closed_by or (name,) if n in self.shape.members)
            if closed is not None and by:
                bit = exp.BitwiseAnd(this=quoted("told"), expression=exp.Literal.number(1 << self.told.index(by)))
                test: Sql = exp.NEQ(this=exp.paren(bit), expression=exp.Literal.number(0))
                if unknown_of(name) in self.shape.members:
                    unknown = exp.Coalesce(this=quoted(unknown_of(name)), expressions=[exp.false()])
                    test = joined(exp.and_, [test, exp.not_(unknown)])
                default = self.writer.write(ex.Constant(closed))
                value = exp.Coalesce(this=value, expressions=[when((test, default), otherwise=null(kind))])
            whole[name] = value
        current = when((quoted("current"), integer(BEGINNING.toordinal())), otherwise=null("date"))
        for name, fact_given in given.items():
            others: list[Sql] = []
            if fact_given.ends:
                others = [integer(FOREVER.toordinal())]
            elif fact_given.begins:
                others = [whole[fact_given.begins].copy()] if isinstance(fact_given.begins, str) else []
                others.append(current.copy())
            if others:
                whole[name] = exp.Coalesce(this=whole[name], expressions=others)
        return whole

    def _late(self) -> dict[str, Sql]:
        """The facts that are others where somebody was born on the last day that is possible."""
        if not self.shape.ranges:
            return {}
        late = self._defaulted(BORN_ON, "born_last")
        return {name: value for name, value in late.items() if value != self.facts[name]}

    def _reads_late(self, expr: ex.Expr) -> bool:
        return any(isinstance(part, ex.Fact) and part.id in self.late for part in expr.walk())

    def _again(self, expr: ex.Expr) -> ex.Expr:
        """``expr`` on the last day of birth."""

        def change(node: ex.Expr) -> ex.Expr | None:
            if isinstance(node, ex.Fact) and node.id in self.late:
                return ex.Fact(f"{node.id}{_LAST}")
            return ex.Name(second(node.id)) if isinstance(node, ex.Name) else None

        return map_tree(expr, change)

    def _text(self, expr: ex.Expr) -> str:
        """The column that holds the value of ``expr`` for each member."""
        kept = self.trees.split(expr)
        return self.texts.setdefault(kept, f"x_{len(self.texts)}")

    def _value(self, expr: ex.Expr) -> Sql:
        """The value of a text; unknown where it hangs on the day of birth."""
        value = self.writer.write(expr)
        touched = any(isinstance(part, ex.Name) and part.id in self.trees.touched for part in expr.walk())
        if not (touched or self._reads_late(expr)):
            return value
        other = self.writer.write(self._again(expr))
        return when((same(value, other), value.copy()), otherwise=null(self.trees.kind(expr)))

    def _first(self, steps: Iterable[ex.Expr], test: Callable[[Sql], Sql]) -> Sql:
        """The number of the first of ``steps`` for which a member passes ``test``."""
        branches = [(test(quoted(self._text(step))), integer(i)) for i, step in enumerate(steps, 1)]
        return when(*branches, otherwise=null("number"))

    def _seen(self, result: Mapping[str, Sql], source: str = "ancu_listed") -> str:
        """A query for the columns ``result`` of each member, over those of its facts and of all texts."""
        last = {name: self._sql(tree) for name, tree in {"row": quoted("row"), **result}.items()}
        return nested(source, in_steps([*self._layers, last], self.dialect), self.dialect)

    @cached_property
    def _layers(self) -> list[Layer]:
        """The facts of each member, then node by node up to all texts."""
        base: dict[str, Sql] = {name: quoted(name) for name in ("row", "place")}
        base["a_as_of"] = quoted("as_of")
        base |= {f"f_{name}": value for name, value in self.facts.items()}
        base |= {f"f_{name}{_LAST}": value for name, value in self.late.items()}
        base |= {f"r_{name}": self._raw(name) for name in self.of_record}
        person, trees = self.people.person, self.trees
        lists = {
            trees.statement_columns[name]: states(person, fact, sorted(accepted), "f_")
            for name, (fact, accepted) in self.program.person.statements.items()
        }
        depths: dict[int, dict[str, Sql]] = {}
        for name, versions in trees.trees.items():
            at = depths.setdefault(trees.depth(name), {})
            at[column("n", name)] = self.writer.write(versions[0][1])
            if name in trees.touched:
                at[column("m", name)] = self.writer.write(self._again(versions[0][1]))
        texts = {name: self._value(expr) for expr, name in self.texts.items()}
        layers = [base, lists, *(depths[depth] for depth in sorted(depths)), texts]
        return [{name: self._sql(tree) for name, tree in layer.items()} for layer in layers]

    def _raw(self, name: str) -> Sql:
        """What a member's own row states, with nothing filled in."""
        kind = self.people.person.facts[name].value_type.kind
        if name not in self.shape.members:
            return null(kind)
        return self.dates.ordinal(quoted(name)) if kind == "date" else quoted(name)
