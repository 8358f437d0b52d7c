"""The last step of how facts follow in SQL: of each household the facts, and what stands beside them.

Its layers: what the steps before give (``h_``: the record states it, ``r_``: the applicant's row does, ``f_#``: what is
gathered), the texts over that (``p_``), what is judged (``v_``), and the result.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ancu.household.gathered_sql import GatheredSql
from ancu.household.member_sql import NamedTexts
from ancu.household.program import CompiledProjection
from ancu.household.projection_columns import Shape, follows_of, members_of, role_of, theirs_of
from ancu.inference.least import disputed, least_of
from ancu.inference.sql.compiler import Layer
from ancu.inference.sql.expressions import Writer, column
from ancu.inference.sql.statement import in_steps, nested
from ancu.inference.sql.text import TRUE, Sql, binary, called, integer, is_null, joined, not_, null, quoted, when
from ancu.rulebook import expressions as ex
from ancu.rulebook.rulebook import Rulebook


class ProjectedSql:
    """Writes the last step: for the facts of ``projections`` and those ``of_record``, which applicants' rows may state.

    ``roles``: the number of each role that is one person's. ``theirs``: whether it is told from whom facts follow.
    """

    def __init__(
        self,
        book: Rulebook,
        gathered: GatheredSql,
        shape: Shape,
        projections: Mapping[str, CompiledProjection],
        of_record: Sequence[str],
        roles: Mapping[tuple[ex.Expr, ...], str],
        *,
        theirs: bool,
    ) -> None:
        self.book, self.gathered, self.shape, self.projections = book, gathered, shape, projections
        self.of_record, self.roles, self.theirs = of_record, roles, theirs
        self.members = gathered.members
        self.numbers = sorted({i for projection in projections.values() for i in projection.gathered})
        self.facts = tuple(dict.fromkeys((*projections, *of_record)))

    def step(self) -> str:
        """The step as a query."""
        self._above = NamedTexts(self.book, {f"#{i}": self.gathered.kind(i) for i in self.numbers})
        exprs = {fact: self._above.split(projection.expr) for fact, projection in self.projections.items()}
        layers = [self._base(), *self._texts(exprs), self._judged()]
        sql = self.members.sql
        written: list[Layer] = [{name: sql(tree) for name, tree in layer.items()} for layer in layers]
        written += [dict(self._theirs())] if self.theirs else []
        result = {name: sql(tree) for name, tree in self._result().items()}
        if self.theirs:
            result |= {theirs_of(fact): self._if_others(fact) for fact in self.projections}
        dialect = self.members.dialect
        return nested(self._source(), in_steps([*written, result], dialect), dialect)

    def _source(self) -> str:
        """The households beside what the steps before give."""
        q = self.members.q
        row, recorded_on = q("row"), q("recorded_on")
        columns = [
            f"h.{row} AS {row}",
            "COALESCE(complete, FALSE) AS complete",
            f"{self.members.sql(self.members.dates.ordinal(quoted('as_of')))} AS {q('a_as_of')}",
            f"({recorded_on} IS NULL OR {q('as_of')} >= {recorded_on}) AS {q('current')}",
            *(f"h.{q(name)} AS {q(f'o_{name}')}" for name in self.facts if name in self.shape.stated),
            *self._read(),
        ]
        sources = ["ancu_households AS h", f"LEFT JOIN ancu_together AS t ON t.{row} = h.{row}"]
        sources += [
            f"LEFT JOIN ancu_role{number} AS r{number} ON r{number}.{row} = h.{row}" for number in self.roles.values()
        ]
        sources.append(f"LEFT JOIN ancu_applicants AS a ON a.{row} = h.{row}")
        return f"(SELECT {', '.join(columns)} FROM {' '.join(sources)}) AS j"

    def _read(self) -> Iterator[str]:
        """The columns that the steps before give."""
        q = self.members.q
        for i in self.numbers:
            if self.gathered.is_of_applicant(i) or self.gathered.is_chosen(i):
                yield q(f"value{i}")
                continue
            yield from map(q, self.gathered.aggregates(i))
            if self.theirs:
                yield q(f"who{i}")
        yield from (q(f"r_{name}") for name in self.of_record)
        yield from (q(f"places{number}") for number in self.roles.values())
        if self.theirs:
            yield "members"
            yield f"a.place AS {q('a_place')}"

    def _base(self) -> dict[str, Sql]:
        passed = ["row", "a_as_of", "current", *(f"r_{name}" for name in self.of_record)]
        passed += [f"places{number}" for number in self.roles.values()]
        base: dict[str, Sql] = {name: quoted(name) for name in passed}
        for i in self.numbers:
            base[f"f_#{i}"] = self.gathered.value(i)
            if self.gathered.program.gatherings[i].function not in ("any", "of"):
                base[f"l_#{i}"] = quoted(f"count{i}")
        return base | {f"h_{name}": self._own(name) for name in self.facts}

    def _own(self, name: str) -> Sql:
        """What the household states itself."""
        kind = self.book.facts[name].value_type.kind
        if name not in self.shape.stated:
            return null(kind)
        return self.members.dates.ordinal(quoted(f"o_{name}")) if kind == "date" else quoted(f"o_{name}")

    def _texts(self, exprs: Mapping[str, ex.Expr]) -> Iterator[dict[str, Sql]]:
        above = self._above
        writer = Writer(above, self.members.dates)
        for depth in sorted({above.depth(name) for name in above.trees}):
            at = [name for name in above.trees if above.depth(name) == depth]
            yield {column("n", name): writer.write(above.trees[name][0][1]) for name in at}
        yield {f"p_{fact}": writer.write(expr) for fact, expr in exprs.items()}

    def _judged(self) -> dict[str, Sql]:
        """What stands of each fact: what the record states, what the applicant's row does, what follows."""
        values: dict[str, Sql] = {}
        for name in self.facts:
            stated = [quoted(f"h_{name}")]
            if name in self.of_record and name in self.projections:
                follows = not_(is_null(quoted(f"p_{name}")))
                since = joined("AND", [not_(quoted("current")), follows])
                stated.append(when((since, null(self.book.types[name].kind)), otherwise=quoted(f"r_{name}")))
            elif name in self.of_record:
                stated.append(quoted(f"r_{name}"))
            stated += [quoted(f"p_{name}")] if name in self.projections else []
            values[f"v_{name}"] = stated[0] if len(stated) == 1 else called("COALESCE", *stated)
        return values

    def _result(self) -> dict[str, Sql]:
        dates = self.members.dates
        result: dict[str, Sql] = {"row": quoted("row")}
        for name in self.facts:
            value = quoted(f"v_{name}")
            result[name] = dates.day(value) if self.book.facts[name].value_type.kind == "date" else value
        for fact, projection in self.projections.items():
            value = quoted(f"v_{fact}")
            floor = self.gathered.floor(projection.expr)
            if floor is not None:
                least = called("NULLIF", floor, integer(0))
                result[least_of(fact)] = when((is_null(value), least), otherwise=null("number"))
            differs = binary(value, "<>", quoted(f"p_{fact}"))
            result[disputed(fact)] = when((differs, TRUE), otherwise=null("yes_no"))
        for name in self.of_record:
            if name in self.projections:
                here = [is_null(quoted(f"h_{name}")), quoted("current")]
                here.append(binary(quoted(f"r_{name}"), "<>", quoted(f"p_{name}")))
                value, kind = quoted(f"p_{name}"), self.book.types[name].kind
                value = dates.day(value) if kind == "date" else value
                result[follows_of(name)] = when((joined("AND", here), value), otherwise=null(kind))
        for steps, number in self.roles.items():
            result[members_of(role_of(steps))] = quoted(f"places{number}")
        return result

    def _theirs(self) -> Iterator[tuple[str, str]]:
        """The places of those from whom each fact follows, as a list."""
        q, spark = self.members.q, self.members.dialect == "spark"
        for fact, projection in self.projections.items():
            lists = [self._places(i) for i in projection.gathered] or [self._listed()]
            if spark:
                yield f"w_{fact}", f"array_sort(array_distinct(concat({', '.join(lists)})))"
                continue
            together = lists[0]
            for other in lists[1:]:
                together = f"list_concat({together}, {other})"
            yield f"w_{fact}", f"list_sort(list_distinct({together}))"
        yield from ((name, q(name)) for name in ("members", "a_place"))

    def _places(self, i: int) -> str:
        """The places of those of whom something is gathered."""
        if self.gathered.is_of_applicant(i):
            return self._listed(self.members.q("a_place"))
        if self.gathered.is_chosen(i):
            places = self.members.q(f"places{self.roles[self.gathered.program.gatherings[i].steps]}")
        else:
            places = self.members.q(f"who{i}")
        return f"COALESCE({places}, {self._listed()})"

    def _listed(self, *places: str) -> str:
        """``places`` as a list of SQL."""
        if self.members.dialect == "spark":
            return f"CAST(array({', '.join(places)}) AS ARRAY<BIGINT>)"
        return f"CAST([{', '.join(places)}] AS BIGINT[])"

    def _if_others(self, fact: str) -> str:
        """The places between commas, where they are those of others than the applicant alone or all members."""
        q, spark = self.members.q, self.members.dialect == "spark"
        theirs, count = q(f"w_{fact}"), f"{'size' if spark else 'len'}({q(f'w_{fact}')})"
        text = f"array_join(CAST({theirs} AS ARRAY<STRING>), ',')" if spark else f"array_to_string({theirs}, ',')"
        others = f"{count} > 0 AND NOT ({count} = 1 AND array_contains({theirs}, {q('a_place')}))"
        return f"CASE WHEN {q(f'p_{fact}')} IS NOT NULL AND {others} AND {count} < {q('members')} THEN {text} END"
