"""What is read of each member, in SQL: the facts with what is known of those left out, then every text over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from ancu.household.members import BORN_ON
from ancu.household.program import HouseholdProgram
from ancu.household.projection_columns import Shape, unknown_of
from ancu.inference.doubts import above
from ancu.inference.marks import second
from ancu.inference.sql.compiler import Layer
from ancu.inference.sql.dialects import Dates
from ancu.inference.sql.expressions import Writer, column, states
from ancu.inference.sql.statement import in_steps, nested
from ancu.inference.sql.text import (
    FALSE,
    Dialect,
    Sql,
    binary,
    called,
    in_dialect,
    integer,
    joined,
    not_,
    null,
    number,
    paren,
    quoted,
    same,
    when,
)
from ancu.inference.sql.trees import Named
from ancu.inference.tree_edits import map_children, map_tree
from ancu.rulebook import expressions as ex
from ancu.rulebook.calendar import BEGINNING, FOREVER
from ancu.rulebook.rulebook import People, Rulebook

#: What ends the name of a fact on the last day on which somebody may have been born.
LAST = "~"


class NamedTexts(Named):
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
        return self._kinds_of_facts.get(name) or super().kind_of_fact(name.removesuffix(LAST))


class MemberSql:
    """Writes what is read of each member.

    ``gathered`` are the parts of texts for which members are asked, ``of_record`` the facts of the record that the
    applicant's row may state. ``told``: the facts of which one has to be stated so that another is closed, each with a
    bit in the column of that name.
    """

    def __init__(
        self,
        people: People,
        program: HouseholdProgram,
        shape: Shape,
        gathered: Iterable[int],
        of_record: Iterable[str],
        dialect: Dialect,
    ) -> None:
        self.people, self.program, self.shape, self.dialect = people, program, shape, dialect
        self.dates, self.of_record = Dates(dialect), list(of_record)
        self.trees = NamedTexts(people.person, {})
        for node in program.person.nodes.values():
            self.trees.keep(node.name, node.expr)
        self.writer = Writer(self.trees, self.dates)
        self.trees.statement_columns = {name: f"s_{i}" for i, name in enumerate(program.person.statements)}
        self.told = self._told()
        self.facts = self._defaulted(BORN_ON, "born_first")
        self.late = self._late()
        self.texts: dict[ex.Expr, str] = {}
        # What is asked of each member must be known before the layers are: it may put parts in columns of their own.
        for i in gathered:
            gathering = program.gatherings[i]
            for expr in (*gathering.steps, *([gathering.item] if gathering.item is not None else [])):
                self.text(expr)
        varying = {name for name in self.trees.trees if self._reads_late(self.trees.trees[name][0][1])}
        self.trees.touched = above({name: self.trees.reads(name) for name in self.trees.trees}, varying)

    def sql(self, tree: Sql) -> str:
        return in_dialect(tree, self.dialect)

    def q(self, name: str) -> str:
        return self.sql(quoted(name))

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
                value = called("COALESCE", self.dates.ordinal(quoted(born)), value)
            closed = given[name].closed
            by = tuple(n for n in given[name].closed_by or (name,) if n in self.shape.members)
            if closed is not None and by:
                bit = binary(quoted("told"), "&", number(1 << self.told.index(by)))
                test = binary(paren(bit), "<>", number(0))
                if unknown_of(name) in self.shape.members:
                    unknown = called("COALESCE", quoted(unknown_of(name)), FALSE)
                    test = joined("AND", [test, not_(unknown)])
                default = self.writer.write(ex.Constant(closed))
                value = called("COALESCE", value, when((test, default), otherwise=null(kind)))
            whole[name] = value
        current = when((quoted("current"), integer(BEGINNING.toordinal())), otherwise=null("date"))
        for name, fact_given in given.items():
            others: list[Sql] = []
            if fact_given.ends:
                others = [integer(FOREVER.toordinal())]
            elif fact_given.begins:
                others = [whole[fact_given.begins]] if isinstance(fact_given.begins, str) else []
                others.append(current)
            if others:
                whole[name] = called("COALESCE", whole[name], *others)
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
                return ex.Fact(f"{node.id}{LAST}")
            return ex.Name(second(node.id)) if isinstance(node, ex.Name) else None

        return map_tree(expr, change)

    def text(self, expr: ex.Expr) -> str:
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
        return when((same(value, other), value), otherwise=null(self.trees.kind(expr)))

    def first(self, steps: Iterable[ex.Expr], test: Callable[[Sql], Sql]) -> Sql:
        """The number of the first of ``steps`` for which a member passes ``test``."""
        branches = [(test(quoted(self.text(step))), integer(i)) for i, step in enumerate(steps, 1)]
        return when(*branches, otherwise=null("number"))

    def seen(self, result: Mapping[str, Sql], source: str = "ancu_listed") -> str:
        """A query for the columns ``result`` of each member, over those of its facts and of all texts."""
        last = {name: self.sql(tree) for name, tree in {"row": quoted("row"), **result}.items()}
        return nested(source, in_steps([*self._layers, last], self.dialect), self.dialect)

    @cached_property
    def _layers(self) -> list[Layer]:
        """The facts of each member, then node by node up to all texts."""
        base: dict[str, Sql] = {name: quoted(name) for name in ("row", "place")}
        base["a_as_of"] = quoted("as_of")
        base |= {f"f_{name}": value for name, value in self.facts.items()}
        base |= {f"f_{name}{LAST}": value for name, value in self.late.items()}
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
        return [{name: self.sql(tree) for name, tree in layer.items()} for layer in layers]

    def _raw(self, name: str) -> Sql:
        """What a member's own row states, with nothing filled in."""
        kind = self.people.person.facts[name].value_type.kind
        if name not in self.shape.members:
            return null(kind)
        return self.dates.ordinal(quoted(name)) if kind == "date" else quoted(name)
