"""What the members of a household give together, in SQL: any, of, count, sum and highest, of a list that is complete or
not.
"""

from __future__ import annotations

from ancu.household.member_sql import MemberSql
from ancu.household.program import HouseholdProgram
from ancu.inference.sql.text import FALSE, TRUE, Sql, binary, called, integer, joined, null, number, paren, quoted, when
from ancu.rulebook import expressions as ex
from ancu.rulebook.member_names import APPLICANT, RELATION


class GatheredSql:
    """Writes the parts of texts that gather something of ``members``, each by its number in ``program``."""

    def __init__(self, program: HouseholdProgram, members: MemberSql) -> None:
        self.program, self.members = program, members

    def is_chosen(self, i: int) -> bool:
        return len(self.program.gatherings[i].steps) > 1

    def is_of_applicant(self, i: int) -> bool:
        """Whether it is the value of the applicant, of whom there is one."""
        gathering = self.program.gatherings[i]
        step = gathering.steps[0]
        while isinstance(step, ex.Name):
            step = self.program.person.nodes[step.id].expr
        is_applicant = ex.Compare("=", ex.Fact(RELATION), ex.Constant(APPLICANT))
        return gathering.function == "of" and len(gathering.steps) == 1 and step == is_applicant

    def aggregates(self, i: int) -> dict[str, str]:
        """The columns of what the members give together, each with how it is reduced."""
        gathering = self.program.gatherings[i]
        who = self.members.q(self.members.text(gathering.steps[0]))
        # 2: surely somebody; 1: perhaps somebody; 0: nobody.
        met = f"max(CASE WHEN {who} THEN 2 WHEN {who} IS NULL THEN 1 ELSE 0 END)"
        perhaps = f"max(CASE WHEN {who} IS NULL THEN 1 ELSE 0 END)"
        if gathering.function == "any":
            return {f"met{i}": met}
        number = f"CAST(sum(CASE WHEN {who} THEN 1 ELSE 0 END) AS BIGINT)"
        if gathering.function == "count":
            return {f"perhaps{i}": perhaps, f"count{i}": number}
        assert gathering.item is not None
        item = self.members.q(self.members.text(gathering.item))
        theirs = f"CASE WHEN {who} THEN {item} END"
        gaps = f"max(CASE WHEN {who} AND {item} IS NULL THEN 1 WHEN {who} THEN 0 END)"
        if gathering.function == "of":
            return {f"gaps{i}": gaps, f"least{i}": f"min({theirs})", f"most{i}": f"max({theirs})"}
        if gathering.function == "sum":
            together = f"CAST(COALESCE(sum({theirs}), 0) AS BIGINT)"
        else:
            together = f"max({theirs})"
        return {f"perhaps{i}": perhaps, f"gaps{i}": gaps, f"count{i}": together}

    def kind(self, i: int) -> str:
        gathering = self.program.gatherings[i]
        if gathering.function == "any":
            return "yes_no"
        return "number" if gathering.item is None else self.members.trees.kind(gathering.item)

    def value(self, i: int) -> Sql:
        gathering = self.program.gatherings[i]
        if self.is_of_applicant(i) or self.is_chosen(i):
            return quoted(f"value{i}")
        complete = [] if gathering.open else [quoted("complete")]

        def is_number(name: str, value: int) -> Sql:
            return binary(quoted(f"{name}{i}"), "=", number(value))

        match gathering.function:
            case "any":
                branches = [(is_number("met", 2), TRUE)]
                if complete:
                    branches.append((joined("AND", [*complete, is_number("met", 0)]), FALSE))
                return when(*branches, otherwise=null("yes_no"))
            case "of":
                alike = binary(quoted(f"least{i}"), "=", quoted(f"most{i}"))
                settled = joined("AND", [is_number("gaps", 0), alike])
                return when((settled, quoted(f"least{i}")), otherwise=null(self.kind(i)))
        if not complete:
            return null("number")
        known = [*complete, is_number("perhaps", 0)]
        if gathering.item is not None:
            known.append(binary(called("COALESCE", quoted(f"gaps{i}"), number(0)), "=", number(0)))
        return when((joined("AND", known), quoted(f"count{i}")), otherwise=null("number"))

    def floor(self, expr: ex.Expr) -> Sql | None:
        """As :func:`~ancu.household.projecting._floor`; None where there is never any."""
        match expr:
            case ex.Fact(name) if name.startswith("#"):
                counted = self.program.gatherings[int(name[1:])].function not in ("any", "of")
                return quoted(f"l_{name}") if counted else None
            case ex.Constant(int(value)):
                return integer(value)
            case ex.Arithmetic("+", left, right):
                a, b = self.floor(left), self.floor(right)
                return None if a is None or b is None else paren(binary(a, "+", b))
        return None
