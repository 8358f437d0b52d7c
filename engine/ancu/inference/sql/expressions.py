"""Expressions of the rule language in SQL, in strong Kleene logic: and, or, not and comparison are SQL's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ancu.inference.marks import Doubted, Same, Unknown, second
from ancu.inference.sql.dialects import Dates
from ancu.inference.sql.text import (
    FALSE,
    TRUE,
    Sql,
    binary,
    called,
    integer,
    integer32,
    is_null,
    joined,
    not_,
    null,
    one_of,
    paren,
    quoted,
    same,
    text,
    when,
)
from ancu.inference.sql.trees import Named
from ancu.rulebook import expressions as ex
from ancu.rulebook.rulebook import Rulebook


def column(prefix: str, name: str) -> str:
    """The name of the column that holds something of a node or programme: ``n`` its value, ``d`` whether it is doubted,
    ``m`` its value with doubted conditions unknown; ``v r p c l`` the verdict, reason, doubt and sets of a programme.
    """
    return f"{prefix}_{name}"


def states(book: Rulebook, fact: str, accepted: list[str], prefix: str = "") -> Sql:
    """Whether a list or choice, in a column that begins with ``prefix``, states one of ``accepted``."""
    stated = quoted(prefix + fact)
    if book.facts[fact].type == "list":
        return joined("OR", [binary(stated, "LIKE", text(f"%;{value};%")) for value in accepted])
    return one_of(stated, map(text, accepted))


class Writer:
    """Writes the expressions of a statement's trees, and how nodes are kept: here each in a column of its own."""

    #: Whether each of its tables is made for a method of its own.
    in_methods = False

    def __init__(self, trees: Named, dates: Dates) -> None:
        self._trees, self._dates = trees, dates

    def met(self, expr: ex.Expr) -> Sql:
        """Whether ``expr`` is met; where it is unknown, this may be unknown itself."""
        return self.write(expr)

    def failed(self, expr: ex.Expr) -> Sql:
        """Whether ``expr`` is not met; where it is unknown, this may be unknown itself."""
        return not_(paren(self.write(expr)))

    def unknown(self, expr: ex.Expr) -> Sql:
        return is_null(paren(self.write(expr)))

    def stored(self, prefix: str, name: str) -> Callable[[ex.Expr], Sql]:  # noqa: ARG002
        """Writes what stands for an expression where the node ``name`` is kept."""
        return self.write

    def nothing(self, name: str) -> Sql:
        """What stands for unknown there."""
        return null(self._trees.kind(ex.Name(name)))

    def layer(self, prefix: str, values: Mapping[str, Sql]) -> dict[str, Sql]:
        """The columns in which nodes are kept, of what :meth:`stored` wrote of each."""
        return {column(prefix, name): value for name, value in values.items()}

    def tables(self, layers: list[dict[str, Sql]]) -> list[dict[str, Sql]]:
        """Layers as tables: here each as it is."""
        return layers

    def depth(self, prefix: str, name: str) -> int:  # noqa: ARG002
        """In which of the layers a node is kept."""
        return self._trees.depth(name)

    def is_read(self, prefix: str, name: str) -> bool:  # noqa: ARG002
        """Whether what was written so far may read the node where it is kept."""
        return True

    def facts(self) -> dict[str, Sql]:
        """What else has to stand beneath all nodes."""
        return {}

    def write(self, expr: ex.Expr) -> Sql:
        """The SQL of an expression over the columns of the layers below."""
        match expr:
            case ex.Constant(value):
                if isinstance(value, bool):
                    return TRUE if value else FALSE
                return integer(value) if isinstance(value, int) else text(value)
            case ex.Unset(name):
                return null(self._trees.kind_of_fact(name))
            case ex.Fact(name):
                return quoted(f"f_{name}")
            case ex.Name(name):
                bare = name.removeprefix(second(""))
                again = bare != name and bare in self._trees.touched
                return quoted(column("m" if again else "n", bare))
            case ex.AsOf():
                return quoted("a_as_of")
            case Doubted(name):
                return quoted(column("d", name)) if name in self._trees.readings else FALSE
            case Same(left, right):
                return paren(same(self.write(left), self.write(right)))
            case Unknown(item):
                return paren(is_null(paren(self.write(item))))
            case ex.Not(item):
                return not_(paren(self.write(item)))
            case ex.And(items):
                return joined("AND", map(self.write, items))
            case ex.Or(items):
                return joined("OR", map(self.write, items))
            case ex.AtLeast(count, items):
                return self._at_least(count, [self.write(item) for item in items])
            case ex.Compare(operator, left, right):
                return binary(paren(self.write(left)), operator, paren(self.write(right)))
            case ex.Within(item, values):
                return one_of(paren(self.write(item)), map(self.write, values))
            case ex.Case(condition, then, otherwise):
                return self._case(expr, condition, then, otherwise)
            case ex.Stated(fact, derived):
                stated = quoted(self._trees.statement_columns.get(fact, f"f_{fact}"))
                return stated if derived is None else called("COALESCE", stated, self.write(derived))
            case ex.Arithmetic(operator, left, right):
                return paren(binary(self.write(left), operator, self.write(right)))
            case ex.Extreme(greater, items):
                parts = [self.write(item) for item in items]
                missing = joined("OR", map(is_null, parts))
                extreme = called("GREATEST" if greater else "LEAST", *parts)
                return when((missing, null("number")), otherwise=extreme)
            case ex.YearsBetween(start, end):
                return self._dates.years_between(self.write(start), self.write(end))
            case ex.DaysBetween(start, end):
                return paren(binary(self.write(end), "-", self.write(start)))
            case ex.AddMonths(start, months):
                return self._dates.add_months(self.write(start), self.write(months))
        raise TypeError(f"no SQL for {type(expr).__name__}")

    def _case(self, whole: ex.Case, condition: ex.Expr, then: ex.Expr, otherwise: ex.Expr) -> Sql:
        """Unknown where the condition is, unless both branches agree; plain SQL would take the last."""
        a, b = self.write(then), self.write(otherwise)
        return when(
            (self.met(condition), a),
            (self.failed(condition), b),
            (binary(paren(a), "=", paren(b)), a),
            otherwise=null(self._trees.kind(whole)),
        )

    @staticmethod
    def _at_least(count: int, items: list[Sql]) -> Sql:
        def tally(items: Iterable[Sql]) -> Sql:
            return paren(Sql(" + ".join(when((item, integer32(1)), otherwise=integer32(0)) for item in items)))

        failed = tally(not_(paren(item)) for item in items)
        return when(
            (binary(tally(items), ">=", integer32(count)), TRUE),
            (binary(failed, ">", integer32(len(items) - count)), FALSE),
            otherwise=null("yes_no"),
        )
