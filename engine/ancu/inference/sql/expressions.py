"""Expressions of the rule language in SQL, in strong Kleene logic: and, or, not and comparison are SQL's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlglot import exp

from ancu.inference.marks import Doubted, Same, Unknown, second
from ancu.inference.sql.dialects import Dates, integer, integer32, joined, null, same, when
from ancu.inference.sql.trees import Named
from ancu.rulebook import expressions as ex
from ancu.rulebook.rulebook import Rulebook

if TYPE_CHECKING:
    from sqlglot.expressions import Expr as Sql

_COMPARE = {"=": exp.EQ, "<>": exp.NEQ, "<": exp.LT, "<=": exp.LTE, ">": exp.GT, ">=": exp.GTE}
_ARITHMETIC = {"+": exp.Add, "-": exp.Sub, "*": exp.Mul}


def quoted(name: str) -> Sql:
    """The column called ``name``."""
    return exp.column(name, quoted=True)


def column(prefix: str, name: str) -> str:
    """The name of the column that holds something of a node or programme: ``n`` its value, ``d`` whether it is doubted,
    ``m`` its value with doubted conditions unknown; ``v r p c l`` the verdict, reason, doubt and sets of a programme.
    """
    return f"{prefix}_{name}"


def states(book: Rulebook, fact: str, accepted: list[str], prefix: str = "") -> Sql:
    """Whether a list or choice, in a column that begins with ``prefix``, states one of ``accepted``."""
    stated = quoted(prefix + fact)
    if book.facts[fact].type == "list":
        marks = [exp.Literal.string(f"%;{value};%") for value in accepted]
        return joined(exp.or_, [exp.Like(this=stated.copy(), expression=mark) for mark in marks])
    return exp.In(this=stated, expressions=[exp.Literal.string(value) for value in accepted])


class Writer:
    """Writes the expressions of a statement's trees."""

    def __init__(self, trees: Named, dates: Dates) -> None:
        self._trees, self._dates = trees, dates

    def write(self, expr: ex.Expr) -> Sql:
        """The SQL of an expression over the columns of the layers below."""
        match expr:
            case ex.Constant(value):
                if isinstance(value, bool):
                    return exp.true() if value else exp.false()
                return integer(value) if isinstance(value, int) else exp.Literal.string(value)
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
                return quoted(column("d", name)) if name in self._trees.readings else exp.false()
            case Same(left, right):
                return exp.paren(same(self.write(left), self.write(right)), copy=False)
            case Unknown(item):
                return exp.paren(
                    exp.Is(this=exp.paren(self.write(item), copy=False), expression=exp.Null()), copy=False
                )
            case ex.Not(item):
                return exp.not_(exp.paren(self.write(item), copy=False), copy=False)
            case ex.And(items):
                return joined(exp.and_, map(self.write, items))
            case ex.Or(items):
                return joined(exp.or_, map(self.write, items))
            case ex.AtLeast(count, items):
                return self._at_least(count, [self.write(item) for item in items])
            case ex.Compare(operator, left, right):
                return _COMPARE[operator](
                    this=exp.paren(self.write(left), copy=False), expression=exp.paren(self.write(right), copy=False)
                )
            case ex.Within(item, values):
                return exp.In(
                    this=exp.paren(self.write(item), copy=False), expressions=[self.write(value) for value in values]
                )
            case ex.Case(condition, then, otherwise):
                return self._case(expr, condition, then, otherwise)
            case ex.Stated(fact, derived):
                stated = quoted(self._trees.statement_columns.get(fact, f"f_{fact}"))
                return stated if derived is None else exp.Coalesce(this=stated, expressions=[self.write(derived)])
            case ex.Arithmetic(operator, left, right):
                return exp.paren(_ARITHMETIC[operator](this=self.write(left), expression=self.write(right)), copy=False)
            case ex.Extreme(greater, items):
                parts = [self.write(item) for item in items]
                missing = joined(exp.or_, [exp.Is(this=part.copy(), expression=exp.Null()) for part in parts])
                pick: type[exp.Func] = exp.Greatest if greater else exp.Least
                extreme = pick(this=parts[0], expressions=parts[1:], ignore_nulls=True)
                return when((missing, null("number")), otherwise=extreme)
            case ex.YearsBetween(start, end):
                return self._dates.years_between(self.write(start), self.write(end))
            case ex.DaysBetween(start, end):
                return exp.paren(exp.Sub(this=self.write(end), expression=self.write(start)), copy=False)
            case ex.AddMonths(start, months):
                return self._dates.add_months(self.write(start), self.write(months))
        raise TypeError(f"no SQL for {type(expr).__name__}")

    def _case(self, whole: ex.Case, condition: ex.Expr, then: ex.Expr, otherwise: ex.Expr) -> Sql:
        """Unknown where the condition is, unless both branches agree; plain SQL would take the last."""
        decided, a, b = self.write(condition), self.write(then), self.write(otherwise)
        agree = exp.EQ(this=exp.paren(a.copy(), copy=False), expression=exp.paren(b.copy(), copy=False))
        return when(
            (decided.copy(), a.copy()),
            (exp.not_(exp.paren(decided, copy=False), copy=False), b),
            (agree, a),
            otherwise=null(self._trees.kind(whole)),
        )

    @staticmethod
    def _at_least(count: int, items: list[Sql]) -> Sql:
        def tally(items: Iterable[Sql]) -> Sql:
            parts = [when((item, integer32(1)), otherwise=integer32(0)) for item in items]
            total: Sql = parts[0]
            for part in parts[1:]:
                total = exp.Add(this=total, expression=part)
            return exp.paren(total, copy=False)

        met = tally(item.copy() for item in items)
        failed = tally(exp.not_(exp.paren(item.copy(), copy=False), copy=False) for item in items)
        return when(
            (exp.GTE(this=met, expression=integer32(count)), exp.true()),
            (exp.GT(this=failed, expression=integer32(len(items) - count)), exp.false()),
            otherwise=null("yes_no"),
        )
