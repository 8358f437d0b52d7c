"""SQL in small pieces, as trees that sqlglot writes in each dialect; and dates, which each writes in its own way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Literal

from sqlglot import exp

if TYPE_CHECKING:
    from sqlglot.expressions import Expr as Sql

Dialect = Literal["duckdb", "postgres", "spark"]


def cast(value: Sql, kind: str) -> Sql:
    """``value``, which stands nowhere else, as a type; sqlglot's own would parse the type and copy the value."""
    return exp.Cast(this=value, to=_type(kind).copy())


@cache
def _type(kind: str) -> exp.DataType:
    return exp.DataType.build(kind)


def integer(value: int) -> Sql:
    number: Sql = exp.Literal.number(abs(value))
    return cast(exp.Neg(this=number) if value < 0 else number, "BIGINT")


def null(kind: str) -> Sql:
    return cast(exp.Null(), {"number": "BIGINT", "date": "BIGINT", "yes_no": "BOOLEAN"}.get(kind, "VARCHAR"))


def same(left: Sql, right: Sql) -> Sql:
    # In brackets: NOT binds less tightly than this does.
    return exp.NullSafeEQ(this=exp.paren(left, copy=False), expression=exp.paren(right, copy=False))


def when(*branches: tuple[Sql, Sql], otherwise: Sql | None = None) -> Sql:
    ifs = [exp.If(this=condition, true=value) for condition, value in branches]
    return exp.Case(ifs=ifs, default=otherwise)


def joined(connective: Callable[..., exp.Condition], parts: Iterable[Sql]) -> Sql:
    return exp.paren(connective(*(exp.paren(part, copy=False) for part in parts), copy=False), copy=False)


class Dates:
    """Days are ordinals; where a rule asks for years or months they become dates, as each dialect writes it."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.first = exp.cast(exp.Literal.string("0001-01-01"), "DATE")

    def ordinal(self, day: Sql) -> Sql:
        if self.dialect == "spark":
            days: Sql = exp.Anonymous(this="datediff", expressions=[day, self.first.copy()])
        else:
            days = exp.paren(exp.Sub(this=exp.paren(day), expression=self.first.copy()))
        return exp.Add(this=exp.cast(days, "BIGINT"), expression=integer(1))

    def day(self, ordinal: Sql) -> Sql:
        offset = exp.cast(exp.Sub(this=exp.paren(ordinal), expression=integer(1)), "INT")
        if self.dialect == "spark":
            return exp.Anonymous(this="date_add", expressions=[self.first.copy(), offset])
        return exp.paren(exp.Add(this=self.first.copy(), expression=offset))

    def part(self, unit: str, ordinal: Sql) -> Sql:
        return exp.cast(exp.Extract(this=exp.var(unit), expression=self.day(ordinal)), "BIGINT")

    def years_between(self, start: Sql, end: Sql) -> Sql:
        forward, backward = self._years(start, end), exp.Neg(this=exp.paren(self._years(end, start)))
        return when((exp.LT(this=end.copy(), expression=start.copy()), backward), otherwise=forward)

    def _years(self, start: Sql, end: Sql) -> Sql:
        def of(unit: str, ordinal: Sql) -> Sql:
            return self.part(unit, ordinal.copy())

        def month_day(ordinal: Sql) -> Sql:
            return exp.Add(
                this=exp.Mul(this=of("MONTH", ordinal), expression=integer(100)), expression=of("DAY", ordinal)
            )

        year = of("YEAR", end)
        leap = exp.or_(_remainder(year, 400), exp.and_(_remainder(year, 4), exp.not_(exp.paren(_remainder(year, 100)))))
        # An anniversary of 29 February falls on the 28th in a common year.
        leap_day = exp.EQ(this=month_day(start), expression=integer(229))
        anniversary = when((exp.and_(leap_day, exp.not_(exp.paren(leap))), integer(228)), otherwise=month_day(start))
        short = when((exp.LT(this=month_day(end), expression=anniversary), integer(1)), otherwise=integer(0))
        return exp.Sub(this=exp.Sub(this=year, expression=of("YEAR", start)), expression=short)

    def add_months(self, start: Sql, months: Sql) -> Sql:
        total = exp.Add(
            this=exp.Add(
                this=exp.Mul(this=self.part("YEAR", start.copy()), expression=integer(12)),
                expression=exp.Sub(this=self.part("MONTH", start.copy()), expression=integer(1)),
            ),
            expression=exp.paren(months.copy()),
        )
        inside = exp.Between(this=exp.paren(total), low=integer(12), high=integer(12 * 9999 + 11))
        # Engines may compute a branch that is not taken: out of the calendar, no month is added.
        step = exp.cast(when((inside.copy(), months.copy()), otherwise=integer(0)), "INT")
        day = self.day(start.copy())
        if self.dialect == "spark":
            later: Sql = exp.Anonymous(this="add_months", expressions=[day, step])
        elif self.dialect == "postgres":
            interval = exp.Anonymous(this="make_interval", expressions=[integer32(0), step])
            later = exp.cast(exp.Add(this=day, expression=interval), "DATE")
        else:
            later = exp.cast(exp.Add(this=day, expression=exp.Anonymous(this="to_months", expressions=[step])), "DATE")
        return when((inside, self.ordinal(later)), otherwise=null("date"))


def integer32(value: int) -> Sql:
    return cast(exp.Literal.number(value), "INT")


def _remainder(number: Sql, of: int) -> Sql:
    return exp.EQ(this=exp.Mod(this=number.copy(), expression=integer(of)), expression=integer(0))
