"""Dates in SQL: days are ordinals; where a rule asks for years or months they are dates, as each dialect has them."""

from __future__ import annotations

from ancu.inference.sql.text import (
    Dialect,
    Sql,
    binary,
    called,
    cast,
    integer,
    integer32,
    not_,
    null,
    paren,
    text,
    when,
)

_FIRST = cast(text("0001-01-01"), "DATE")


class Dates:
    """Writes what is done with days."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect

    def ordinal(self, day: Sql) -> Sql:
        days = called("DATEDIFF", day, _FIRST) if self.dialect == "spark" else paren(binary(paren(day), "-", _FIRST))
        return binary(cast(days, "BIGINT"), "+", integer(1))

    def day(self, ordinal: Sql) -> Sql:
        offset = cast(binary(paren(ordinal), "-", integer(1)), "INT")
        if self.dialect == "spark":
            return called("DATE_ADD", _FIRST, offset)
        return paren(binary(_FIRST, "+", offset))

    def part(self, unit: str, ordinal: Sql) -> Sql:
        return cast(called("EXTRACT", Sql(f"{unit} FROM {self.day(ordinal)}")), "BIGINT")

    def years_between(self, start: Sql, end: Sql) -> Sql:
        backward = Sql(f"-{paren(self._years(end, start))}")
        return when((binary(end, "<", start), backward), otherwise=self._years(start, end))

    def _years(self, start: Sql, end: Sql) -> Sql:
        def month_day(ordinal: Sql) -> Sql:
            month = binary(self.part("MONTH", ordinal), "*", integer(100))
            return binary(month, "+", self.part("DAY", ordinal))

        year = self.part("YEAR", end)
        usual = binary(_divides(4, year), "AND", not_(paren(_divides(100, year))))
        leap = binary(_divides(400, year), "OR", paren(usual))
        # An anniversary of 29 February falls on the 28th in a common year.
        leap_day = binary(month_day(start), "=", integer(229))
        common = binary(leap_day, "AND", not_(paren(leap)))
        anniversary = when((common, integer(228)), otherwise=month_day(start))
        short = when((binary(month_day(end), "<", anniversary), integer(1)), otherwise=integer(0))
        return binary(binary(year, "-", self.part("YEAR", start)), "-", short)

    def add_months(self, start: Sql, months: Sql) -> Sql:
        years = binary(self.part("YEAR", start), "*", integer(12))
        here = binary(years, "+", binary(self.part("MONTH", start), "-", integer(1)))
        total = paren(binary(here, "+", paren(months)))
        inside = Sql(f"{total} BETWEEN {integer(12)} AND {integer(12 * 9999 + 11)}")
        # Engines may compute a branch that is not taken: out of the calendar, no month is added.
        step = cast(when((inside, months), otherwise=integer(0)), "INT")
        day = self.day(start)
        if self.dialect == "spark":
            later = called("ADD_MONTHS", day, step)
        elif self.dialect == "postgres":
            later = cast(binary(day, "+", called("MAKE_INTERVAL", integer32(0), step)), "DATE")
        else:
            later = cast(binary(day, "+", called("TO_MONTHS", step)), "DATE")
        return when((inside, self.ordinal(later)), otherwise=null("date"))


def _divides(by: int, number: Sql) -> Sql:
    return binary(binary(number, "%", integer(by)), "=", integer(0))
