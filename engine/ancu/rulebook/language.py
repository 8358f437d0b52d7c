"""The rule language: SQL's boolean expressions, parsed by sqlglot and held to a whitelist.

Allowed: names, number, text and ``date '…'`` literals, ``true false as_of``, ``and or not``, ``= <> < <= > >=``,
``in (…)``, ``between``, ``case when … then … else … end``, ``+ - *``, and the functions of :data:`FUNCTIONS`; of a
household's members also those of :data:`GATHERING`.
Everything else is refused by name and place: what the engines would read differently (division, casts, nulls) or
what hides intent (quoted and dotted names, aliases, comments).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from ancu.errors import suggestion
from ancu.rulebook.expressions import (
    AddMonths,
    And,
    Arithmetic,
    AsOf,
    AtLeast,
    Case,
    Compare,
    Constant,
    DaysBetween,
    Expr,
    Extreme,
    Gathered,
    Includes,
    Name,
    Not,
    Or,
    Within,
    YearsBetween,
)

FUNCTIONS = ("at_least", "smaller_of", "greater_of", "years_between", "days_between", "add_months", "includes")
#: What is asked of the members of a household, with the number of parts that each takes.
GATHERING = {"of": (2,), "any": (1, 2), "count": (1, 2), "sum": (2,), "highest": (2,)}
#: Some of these mean something else to SQL: they are read under a name of their own.
_GATHERED = re.compile(rf"\b({'|'.join(GATHERING)})(?=\s*\()")
_MARK = "members_"
NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
MAX_DEPTH = 60
MAX_LENGTH = 4000
#: Digits of a number written in a rule: no figure of the law has as many.
MAX_DIGITS = 24


class LanguageProblem(Exception):
    """An expression outside the language: message key, the offending text to point at, values for the message."""

    def __init__(self, kind: str, at: str | None = None, **values: object) -> None:
        self.kind, self.at, self.values = kind, at, values
        super().__init__(kind)


@cache
def _keywords() -> frozenset[str]:
    from sqlglot.tokens import Tokenizer

    return frozenset(word.lower() for word in Tokenizer.KEYWORDS if word.isidentifier())


def is_keyword(name: str) -> bool:
    """Whether ``name`` means something to SQL and so cannot name a node."""
    return name in _keywords() or name in FUNCTIONS or name in GATHERING or name in ("as_of", "true", "false", "null")


@lru_cache(maxsize=8192)  # rulebooks loaded one after another, as tests and drafts do, have most expressions in common
def parse(text: str) -> Expr:
    """The tree of one expression, names unresolved and literals unscaled; :class:`LanguageProblem` if refused."""
    import sqlglot
    from sqlglot.errors import SqlglotError

    if len(text) > MAX_LENGTH:
        raise LanguageProblem("expression_too_long", limit=MAX_LENGTH)
    if not text.strip():
        raise LanguageProblem("expression_empty")
    _refuse_marks(text)
    try:
        tree = sqlglot.parse_one(_GATHERED.sub(rf"{_MARK}\1", text))
    except (SqlglotError, RecursionError, ValueError) as error:
        details: list[dict[str, Any]] = getattr(error, "errors", None) or [{}]
        near = details[0].get("highlight") or text
        raise LanguageProblem("expression_unreadable", near, near=near) from error
    return _TreeReader().read(tree, 0)


def _refuse_marks(text: str) -> None:
    """What the parser would drop or rewrite without a trace: comments, `==`, `!=`, `::`, other quotes, `;`."""
    bare = re.sub(r"'(?:[^']|'')*'", lambda m: "'" + "_" * (len(m.group()) - 2) + "'", text)
    for mark, instead in (
        ("--", ""), ("/*", ""), ("#", ""), ("==", "="), ("!=", "<>"), ("::", ""), ('"', ""), ("`", ""), (";", ""),
        ("[", ""), ("{", ""), ("?", ""), ("||", "or"), ("&&", "and"), ("@", ""), ("$", ""), ("\\", ""),
    ):  # fmt: skip
        if mark in bare:
            kind = "mark_refused_use" if instead else "mark_refused"
            raise LanguageProblem(kind, mark, mark=mark, instead=instead)


class _TreeReader:
    def read(self, node: Any, depth: int) -> Expr:
        from sqlglot import exp

        if depth > MAX_DEPTH:
            raise LanguageProblem("expression_too_deep", limit=MAX_DEPTH)

        def go(child: Any) -> Expr:
            return self.read(child, depth + 1)

        comparisons = {exp.EQ: "=", exp.NEQ: "<>", exp.LT: "<", exp.LTE: "<=", exp.GT: ">", exp.GTE: ">="}
        arithmetic = {exp.Add: "+", exp.Sub: "-", exp.Mul: "*"}
        kind = type(node)
        if kind is exp.Paren:
            return go(node.this)
        if kind is exp.Column:
            return self._name(node)
        if kind is exp.Literal:
            return Constant(node.this) if node.is_string else self._number(node.this)
        if kind is exp.Boolean:
            return Constant(bool(node.this))
        if kind is exp.Neg:
            return Arithmetic("-", Constant(0), go(node.this))
        if kind is exp.Not:
            return Not(go(node.this))
        if kind is exp.And or kind is exp.Or:
            build = And if kind is exp.And else Or
            items = tuple(go(part) for part in node.flatten())
            return build(items)
        if kind in comparisons:
            return Compare(comparisons[kind], go(node.this), go(node.expression))
        if kind in arithmetic:
            return Arithmetic(arithmetic[kind], go(node.this), go(node.expression))
        if kind is exp.In:
            return self._within(node, go)
        if kind is exp.Between and not node.args.get("symmetric"):
            item = go(node.this)
            return And((Compare(">=", item, go(node.args["low"])), Compare("<=", item, go(node.args["high"]))))
        if kind is exp.Case:
            return self._case(node, go)
        if kind is exp.Cast and node.to.is_type("date") and isinstance(node.this, exp.Literal):
            return self._date(node.this.this)
        if kind is exp.AddMonths:
            return AddMonths(go(node.this), go(node.expression))
        if kind is exp.Anonymous:
            return self._call(str(node.this), list(node.expressions), go)
        raise LanguageProblem("construct_refused", self._pointer(node), construct=_plain_name(node))

    def _name(self, node: Any) -> Expr:
        identifier = node.this
        name = getattr(identifier, "this", None)
        if node.args.get("table") is not None or not isinstance(name, str):
            raise LanguageProblem("construct_refused", str(node), construct=str(node))
        if name == "as_of":
            return AsOf()
        if not NAME.fullmatch(name):
            raise LanguageProblem("name_malformed", name, name=name)
        return Name(name)

    def _number(self, text: str) -> Expr:
        if not re.fullmatch(r"\d+(\.\d+)?", text):
            raise LanguageProblem("construct_refused", text, construct=text)
        if len(text) > MAX_DIGITS:
            raise LanguageProblem("literal_too_long", text[:MAX_DIGITS], limit=MAX_DIGITS)
        # An unscaled literal: the type checker turns the decimal into a scaled integer.
        return Constant(Decimal(text) if "." in text else int(text))  # type: ignore[arg-type]

    def _date(self, text: str) -> Expr:
        try:
            return Constant(date.fromisoformat(text))  # type: ignore[arg-type]
        except ValueError as error:
            raise LanguageProblem("date_malformed", text, text=text) from error

    def _within(self, node: Any, go: Callable[[Any], Expr]) -> Expr:
        if node.args.get("query") or node.args.get("unnest") or node.args.get("field") or not node.expressions:
            raise LanguageProblem("in_needs_literals", self._pointer(node))
        values = []
        for part in node.expressions:
            value = go(part)
            if not isinstance(value, Constant) or isinstance(value.value, bool):
                raise LanguageProblem("in_needs_literals", self._pointer(part))
            values.append(value)
        return Within(go(node.this), tuple(values))

    def _case(self, node: Any, go: Callable[[Any], Expr]) -> Expr:
        if node.this is not None:
            raise LanguageProblem("case_needs_when", self._pointer(node))
        if node.args.get("default") is None:
            raise LanguageProblem("case_needs_else", self._pointer(node))
        result = go(node.args["default"])
        for branch in reversed(node.args["ifs"]):
            result = Case(go(branch.this), go(branch.args["true"]), result)
        return result

    def _call(self, name: str, parts: list[Any], go: Callable[[Any], Expr]) -> Expr:
        lowered = name.lower()
        gathering = lowered.removeprefix(_MARK)
        if gathering != lowered and gathering in GATHERING:
            return self._gather(gathering, parts, go)
        if lowered not in FUNCTIONS:
            hint = suggestion(lowered, (*FUNCTIONS, *GATHERING))
            raise LanguageProblem("function_unknown", name, name=name, hint=hint)
        items = tuple(go(part) for part in parts)
        if lowered == "includes":
            match items:
                case (Name(fact), Constant(str(value))):
                    return Includes(fact, value)
            raise LanguageProblem("includes_parts", name)
        if lowered == "at_least":
            count = items[0].value if items and isinstance(items[0], Constant) else None
            if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= len(items) - 1:
                raise LanguageProblem("at_least_count", name, given=len(items) - 1)
            return AtLeast(count, items[1:])
        if lowered in ("smaller_of", "greater_of"):
            if len(items) < 2:
                raise LanguageProblem("function_arity", name, name=name, expected="2+", given=len(items))
            return Extreme(lowered == "greater_of", items)
        if len(items) != 2:
            raise LanguageProblem("function_arity", name, name=name, expected="2", given=len(items))
        build = {"years_between": YearsBetween, "days_between": DaysBetween, "add_months": AddMonths}[lowered]
        return build(items[0], items[1])

    def _gather(self, function: str, parts: list[Any], go: Callable[[Any], Expr]) -> Expr:
        arity = GATHERING[function]
        if len(parts) not in arity:
            expected = "–".join(map(str, arity))
            raise LanguageProblem("function_arity", function, name=function, expected=expected, given=len(parts))
        items = [go(part) for part in parts]
        if function in ("any", "count"):
            return Gathered(function, And(tuple(items)) if len(items) > 1 else items[0])
        return Gathered(function, items[0], items[1])

    def _pointer(self, node: Any) -> str | None:
        from sqlglot import exp

        found = node.find(exp.Identifier, exp.Literal)
        return str(found.this) if found is not None else None


_PLAIN = {
    "Div": "/", "Mod": "%", "Is": "is null", "Null": "null", "Coalesce": "coalesce", "Cast": "cast", "TryCast": "cast",
    "DPipe": "||", "Alias": "as", "Select": "select", "Like": "like", "Dot": ".", "IntDiv": "div", "Star": "*",
}  # fmt: skip


def _plain_name(node: Any) -> str:
    """What a person calls the refused construct."""
    name = type(node).__name__
    return _PLAIN.get(
        name, str(getattr(node, "sql_name", lambda: name)() if hasattr(node, "sql_name") else name).lower()
    )
