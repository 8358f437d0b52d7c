"""The rulebook with one thing changed, in every way that a slip of the pen could change it.

A mutant is a law that someone might have written: a bound that is strict or not, a figure one unit off, a day too
early or too late, an alternative or a requirement left out, a negation, an exception removed. Expressions are changed
as written and typed anew, so that units keep their scales.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal, TypeVar

from ancu.rulebook import language
from ancu.rulebook.calendar import BEGINNING, FOREVER, Period
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
    Fact,
    Name,
    Not,
    Or,
    Within,
    YearsBetween,
)
from ancu.rulebook.model import StatedBy
from ancu.rulebook.rulebook import Figure, Rulebook, Tree
from ancu.rulebook.types import YES_NO, Type, TypeChecker
from ancu.specs.measure.canonical import canonical

Operator = Literal[
    "bound", "negated", "requirement_dropped", "alternative_dropped", "connective", "count", "figure", "constant",
    "exception_dropped", "term_dropped", "arithmetic", "extreme", "day_later", "day_earlier", "doubt_dropped",
    "stated_dropped",
]  # fmt: skip
Part = Literal[
    "rule", "doubt", "stated", "eligible", "option", "applies_when", "otherwise", "figure", "fill", "opening"
]
_STRICT = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
_OPPOSITE = {"=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
T = TypeVar("T")


@dataclass(frozen=True)
class Mutant:
    """One change. ``id`` names it in the rule language, stably, so that a reviewed list can quote it.

    ``name`` is the rule, figure, programme or fact changed, ``part`` what of it, ``period`` the version's. ``before``
    and ``after`` are what was changed and to what: expressions as written, or values. ``day``: the one date on which
    a moved boundary shows. ``apply`` makes the changed rulebook; ``form`` is the canonical form of the changed whole.
    """

    id: str
    operator: Operator
    part: Part
    name: str
    period: Period
    before: Any
    after: Any
    apply: Callable[[Rulebook], Rulebook] = field(compare=False, repr=False)
    day: date | None = None
    key: str | None = None
    form: Any = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Mutants:
    """The mutants of a rulebook. ``equal`` names where a change was set aside for meaning the same as the law, or as
    another change of the same place; once for each such change."""

    found: tuple[Mutant, ...]
    equal: tuple[str, ...]


def mutants_of(book: Rulebook) -> Mutants:
    """Every mutant of ``book`` that differs from it, and from the others of its place, in canonical form."""
    maker = _Maker(book)
    kept: dict[Any, Mutant] = {}
    ids: dict[str, int] = {}
    equal: list[str] = []
    for mutant, original in maker.all():
        key = (mutant.part, mutant.name, mutant.key, mutant.period, mutant.day, repr(mutant.form))
        if repr(mutant.form) == repr(original) or key in kept:
            equal.append(mutant.name)
            continue
        ids[mutant.id] = ids.get(mutant.id, 0) + 1
        kept[key] = mutant if ids[mutant.id] == 1 else replace(mutant, id=f"{mutant.id} ({ids[mutant.id]})")
    return Mutants(tuple(kept.values()), tuple(equal))


Change = tuple[Operator, Any, Any, Expr]


class _Maker:
    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.checker = TypeChecker(book.types.__getitem__)

    def all(self) -> Iterator[tuple[Mutant, Any]]:
        """Each mutant with the canonical form of what it changes."""
        for name in (*self.book.conditions, *self.book.quantities):
            yield from self._rule(name)
        for programme in self.book.programmes:
            yield from self._programme(programme)
        for fact in self.book.defaults:
            yield from self._default(fact)
        for parameter, figures in self.book.figures.items():
            yield from self._figures(parameter, None, figures)
        for (slot, region), figures in self.book.fills.items():
            yield from self._figures(slot, region, figures)

    # -- expressions --------------------------------------------------------------------------------------------

    def variants(self, expr: Expr) -> Iterator[Change]:
        """Every way to change one thing of ``expr``: operator, the part changed, what it becomes, and the whole."""
        yield from ((operator, old, new, new) for operator, old, new in self._own(expr))
        children = list(expr.children())
        for i, child in enumerate(children):
            for operator, old, new, whole in self.variants(child):
                yield operator, old, new, _with_child(expr, i, whole)

    def _own(self, expr: Expr) -> Iterator[tuple[Operator, Expr, Expr]]:
        match expr:
            case Compare(operator, left, right):
                if operator in _STRICT:
                    yield "bound", expr, Compare(_STRICT[operator], left, right)
                yield "negated", expr, Compare(_OPPOSITE[operator], left, right)
            case Within(item, values):
                for i, value in enumerate(values):
                    if len(values) > 1:
                        left_out = Within(item, values[:i] + values[i + 1 :])
                        yield "alternative_dropped", Compare("=", item, value), left_out
                yield "negated", expr, Not(expr)
            case And(items) | Or(items):
                kind = type(expr)
                dropped: Operator = "requirement_dropped" if kind is And else "alternative_dropped"
                for i, item in enumerate(items):
                    yield dropped, item, _join(kind, items[:i] + items[i + 1 :])
                yield "connective", expr, (Or if kind is And else And)(items)
            case AtLeast(count, items):
                for other in (count - 1, count + 1):
                    if 1 <= other <= len(items):
                        yield "count", expr, AtLeast(other, items)
                for i, item in enumerate(items):
                    if count < len(items):
                        yield "alternative_dropped", item, AtLeast(count, items[:i] + items[i + 1 :])
            case Not(item):
                yield "negated", expr, item
            case Name(name):
                if self._is_leaf(name):
                    yield "negated", expr, Not(expr)
            case Constant(bool() as value):
                yield "constant", expr, Constant(not value)
            case Constant(value):
                yield from (("figure", expr, Constant(other)) for other in _beside(value))
            case Case(_, then, otherwise):
                yield "exception_dropped", expr, otherwise
                yield "exception_dropped", expr, then
            case Arithmetic(operator, left, right) if operator in "+-":
                yield "arithmetic", expr, Arithmetic("-" if operator == "+" else "+", left, right)
                yield "term_dropped", right, left
                if operator == "+":
                    yield "term_dropped", left, right
            case Extreme(greater, items):
                yield "extreme", expr, Extreme(not greater, items)
                for i, item in enumerate(items):
                    rest = items[:i] + items[i + 1 :]
                    yield "term_dropped", item, rest[0] if len(rest) == 1 else Extreme(greater, rest)

    def _is_leaf(self, name: str) -> bool:
        """Whether ``name`` may be negated where it stands: a yes/no that is no condition."""
        composed = name in self.book.conditions or name in self.book.programmes
        return not composed and self.book.types[name].kind == "yes_no"

    def _typed(self, expr: Expr, expected: Type) -> Expr:
        if expected.kind == "number":
            return self.checker.infer(expr)[0]
        return self.checker.check(expr, expected)

    def _changes(self, text: str, expected: Type) -> Iterator[tuple[Operator, Any, Any, Expr]]:
        for operator, old, new, whole in self.variants(language.parse(text)):
            yield operator, old, new, self._typed(whole, expected)

    # -- rules ------------------------------------------------------------------------------------------------------

    def _rule(self, name: str) -> Iterator[tuple[Mutant, Any]]:
        trees = self.book.trees[name]
        expected = self.book.types[name]
        for i, tree in enumerate(trees):
            place, version = _place(name, tree.period), tree.version
            if tree.expr is not None and version is not None and version.when is not None:
                original = canonical(tree.expr)
                for operator, old, new, typed in self._changes(version.when, expected):
                    changed = _put(trees, i, replace(tree, expr=typed))
                    apply = _setting("trees", name, changed)
                    name_it = f"{place}: {_change(operator, old, new)}"
                    yield (
                        Mutant(name_it, operator, "rule", name, tree.period, old, new, apply, form=canonical(typed)),
                        original,
                    )
            if version is not None and version.doubt is not None:
                yield from self._doubt(name, i, tree)
        yield from self._moved("rule", name, None, trees, lambda changed: _setting("trees", name, changed))
        condition = self.book.conditions.get(name)
        if condition is not None and condition.stated_by is not None:
            yield from self._stated(name, condition.stated_by, silent=condition.silent)

    def _doubt(self, name: str, i: int, tree: Tree) -> Iterator[tuple[Mutant, Any]]:
        trees, version = self.book.trees[name], tree.version
        assert version is not None
        assert version.doubt is not None
        place = f"{_place(name, tree.period)}.doubt"
        plain = replace(tree, other=None, version=version.model_copy(update={"doubt": None}))
        apply = _setting("trees", name, _put(trees, i, plain))
        text = str(version.doubt.reading)
        # A reading that is the text itself is no doubt at all.
        original = (canonical(tree.expr) if tree.expr else None, canonical(tree.other) if tree.other else None)
        yield (
            Mutant(f"{place}: doubt_dropped", "doubt_dropped", "doubt", name, tree.period, text, None, apply, form=()),
            original,
        )
        if tree.other is None:
            return
        for operator, old, new, typed in self._changes(text, self.book.types[name]):
            apply = _setting("trees", name, _put(trees, i, replace(tree, other=typed)))
            name_it = f"{place}: {_change(operator, old, new)}"
            form = (original[0], canonical(typed)) if canonical(typed) != original[0] else ()
            yield Mutant(name_it, operator, "doubt", name, tree.period, old, new, apply, form=form), original

    def _stated(self, name: str, stated: StatedBy, *, silent: bool) -> Iterator[tuple[Mutant, Any]]:
        condition, period = self.book.conditions[name], Period()

        def saying(other: StatedBy | None) -> Callable[[Rulebook], Rulebook]:
            return _setting("conditions", name, condition.model_copy(update={"stated_by": other}))

        if not silent:
            yield (
                Mutant(
                    f"{name}.stated_by: stated_dropped: {stated.fact}",
                    "stated_dropped",
                    "stated",
                    name,
                    period,
                    Name(stated.fact),
                    None,
                    saying(None),
                    form=None,
                ),
                stated.accepted,
            )
        for value in stated.accepted if len(stated.accepted) > 1 else ():
            rest = [other for other in stated.accepted if other != value]
            before = Compare("=", Name(stated.fact), Constant(value))
            other = stated.model_copy(update={"values": rest, "value": None})
            name_it = f"{name}.stated_by: alternative_dropped: {value}"
            yield (
                Mutant(
                    name_it,
                    "alternative_dropped",
                    "stated",
                    name,
                    period,
                    before,
                    None,
                    saying(other),
                    form=tuple(rest),
                ),
                stated.accepted,
            )

    def _programme(self, name: str) -> Iterator[tuple[Mutant, Any]]:
        programme, trees = self.book.programmes[name], self.book.roots[name]
        for i, (tree, (_, text)) in enumerate(zip(trees, programme.eligible_versions, strict=True)):
            assert tree.expr is not None
            place = f"{_place(name, tree.period)}.eligible_when"
            for operator, old, new, typed in self._changes(text, YES_NO):
                apply = _setting("roots", name, _put(trees, i, replace(tree, expr=typed)))
                name_it = f"{place}: {_change(operator, old, new)}"
                mutant = Mutant(
                    name_it, operator, "eligible", name, tree.period, old, new, apply, form=canonical(typed)
                )
                yield mutant, canonical(tree.expr)
        yield from self._moved("eligible", name, None, trees, lambda changed: _setting("roots", name, changed))
        for key, option in programme.benefit.options.items():
            if option.when is not None:
                yield from self._option(name, key, option.when)
        yield from self._openings(name)

    def _option(self, name: str, key: str, text: str) -> Iterator[tuple[Mutant, Any]]:
        when = self.book.options[name, key]
        assert when is not None
        whole = language.parse(text)
        opened: Change = ("requirement_dropped", whole, Constant(True), Constant(True))
        for operator, old, new, typed in (*self._changes(text, YES_NO), opened):
            apply = _setting("options", (name, key), typed)
            name_it = f"{name}.options.{key}: {_change(operator, old, new)}"
            mutant = Mutant(
                name_it, operator, "option", name, Period(), old, new, apply, key=key, form=canonical(typed)
            )
            yield mutant, canonical(when)

    def _default(self, name: str) -> Iterator[tuple[Mutant, Any]]:
        fact = self.book.facts[name]
        applies, otherwise = self.book.defaults[name]
        assert fact.applies_when is not None
        for operator, old, new, typed in self._changes(fact.applies_when, YES_NO):
            apply = _setting("defaults", name, (typed, otherwise))
            name_it = f"{name}.applies_when: {_change(operator, old, new)}"
            yield (
                Mutant(name_it, operator, "applies_when", name, Period(), old, new, apply, form=canonical(typed)),
                canonical(applies),
            )
        for value in _beside(otherwise.value):
            apply = _setting("defaults", name, (applies, Constant(value)))
            operator = "constant" if isinstance(value, bool) else "figure"
            name_it = f"{name}.otherwise: {operator}: {told(otherwise)} → {told(Constant(value))}"
            yield (
                Mutant(name_it, operator, "otherwise", name, Period(), otherwise.value, value, apply, form=value),
                otherwise.value,
            )

    # -- figures and dates ------------------------------------------------------------------------------------------

    def _figures(self, name: str, region: str | None, figures: tuple[Figure, ...]) -> Iterator[tuple[Mutant, Any]]:
        part: Part = "figure" if region is None else "fill"
        table, key = ("figures", name) if region is None else ("fills", (name, region))
        place = name if region is None else f"{name}[{region}]"

        def setting(changed: tuple[Figure, ...]) -> Callable[[Rulebook], Rulebook]:
            return _setting(table, key, changed)

        for i, figure in enumerate(figures):
            if figure.value is None:
                continue
            for value in _beside(figure.value):
                name_it = f"{_place(place, figure.period)}: figure: {figure.value} → {value}"
                apply = setting(_put(figures, i, replace(figure, value=value)))
                mutant = Mutant(
                    name_it, "figure", part, name, figure.period, figure.value, value, apply, key=region, form=value
                )
                yield mutant, figure.value
        yield from self._moved(part, name, region, figures, setting)
        if region is not None:
            yield from self._fill_edges(name, region, figures, setting)

    def _moved(
        self,
        part: Part,
        name: str,
        key: str | None,
        versions: tuple[T, ...],
        setting: Callable[[tuple[T, ...]], Callable[[Rulebook], Rulebook]],
    ) -> Iterator[tuple[Mutant, Any]]:
        """The boundaries between two versions, a day later and a day earlier."""
        for i in range(len(versions) - 1):
            earlier: Any = versions[i]
            later: Any = versions[i + 1]
            start = later.period.start
            if earlier.period.end + timedelta(days=1) != start:
                continue
            forms = [self._form(version) for version in (earlier, later)]
            moves: tuple[tuple[Operator, int, date, Any, Any], ...] = (
                ("day_later", 1, start, forms[0], forms[1]),
                ("day_earlier", -1, start - timedelta(days=1), forms[1], forms[0]),
            )
            for operator, days, shows, form, original in moves:
                moved = start + timedelta(days=days)
                first = replace(earlier, period=Period(earlier.period.start, moved - timedelta(days=1)))
                second = replace(later, period=Period(moved, later.period.end))
                if first.period.start > first.period.end or second.period.start > second.period.end:
                    continue
                apply = setting(_put(_put(versions, i, first), i + 1, second))
                where = name if key is None else f"{name}[{key}]"
                name_it = f"{where}{'.eligible_when' if part == 'eligible' else ''}: {operator}: {start} → {moved}"
                yield (
                    Mutant(name_it, operator, part, name, later.period, start, moved, apply, shows, key, form),
                    original,
                )

    @staticmethod
    def _form(version: Any) -> Any:
        if isinstance(version, Figure):
            return version.value, version.other
        doubt = version.version.doubt if version.version is not None else None
        return (
            canonical(version.expr) if version.expr is not None else None,
            canonical(version.other) if version.other is not None else None,
            doubt is None,
        )

    def _fill_edges(
        self,
        name: str,
        region: str,
        figures: tuple[Figure, ...],
        setting: Callable[[tuple[Figure, ...]], Callable[[Rulebook], Rulebook]],
    ) -> Iterator[tuple[Mutant, Any]]:
        """The first and last day of what a province has set, a day later and a day earlier."""
        for i, figure in enumerate(figures):
            for operator, shows, before, after, period in _edges(figure.period):
                apply = setting(_put(figures, i, replace(figure, period=period)))
                national = self.book.figure_on(name, shows)
                inside = shows in figure.period
                values = figure.value, national.value if national is not None else None
                name_it = f"{name}[{region}]: {operator}: {before} → {after}"
                mutant = Mutant(
                    name_it, operator, "fill", name, figure.period, before, after, apply, shows, region,
                    (after, values[1] if inside else values[0]),
                )  # fmt: skip
                yield mutant, (after, values[0] if inside else values[1])

    def _openings(self, name: str) -> Iterator[tuple[Mutant, Any]]:
        """The first and last day of each period in which the programme is open."""
        programme = self.book.programmes[name]
        for i, opening in enumerate(programme.periods):
            for operator, shows, before, after, period in _edges(opening.period):
                changed = [
                    opening.model_copy(
                        update={
                            "from_": None if period.start == BEGINNING else period.start,
                            "to": None if period.end == FOREVER else period.end,
                        }
                    )
                    if k == i
                    else other
                    for k, other in enumerate(programme.periods)
                ]
                apply = _setting("programmes", name, programme.model_copy(update={"periods": changed}))
                now, then = (any(shows in o.period for o in periods) for periods in (programme.periods, changed))
                covered = shows >= programme.covered_from
                name_it = f"{name}.periods: {operator}: {before} → {after}"
                mutant = Mutant(
                    name_it, operator, "opening", name, opening.period, before, after, apply, shows, str(i),
                    (after, then and covered),
                )  # fmt: skip
                yield mutant, (after, now and covered)


def _edges(period: Period) -> Iterator[tuple[Operator, date, date, date, Period]]:
    """Each end of ``period`` moved by a day: how, the day on which it shows, the edge before and after."""
    one = timedelta(days=1)
    if period.start != BEGINNING:
        for operator, moved, shows in (
            ("day_later", period.start + one, period.start),
            ("day_earlier", period.start - one, period.start - one),
        ):
            yield operator, shows, period.start, moved, Period(moved, period.end)  # type: ignore[misc]
    if period.end != FOREVER:
        for operator, moved, shows in (
            ("day_later", period.end + one, period.end + one),
            ("day_earlier", period.end - one, period.end),
        ):
            yield operator, shows, period.end, moved, Period(period.start, moved)  # type: ignore[misc]


def _beside(value: Any) -> tuple[Any, ...]:
    """The values beside ``value``: one unit less and more, a day before and after, the opposite."""
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, date):
        return (value - timedelta(days=1), value + timedelta(days=1))
    if isinstance(value, int):
        return (value - 1, value + 1)
    if isinstance(value, Decimal):
        step = Decimal(1).scaleb(int(value.as_tuple().exponent))
        return (value - step, value + step)
    return ()


def _put(items: tuple[T, ...], i: int, item: T) -> tuple[T, ...]:
    return (*items[:i], item, *items[i + 1 :])


def _join(kind: type[And] | type[Or], items: tuple[Expr, ...]) -> Expr:
    return items[0] if len(items) == 1 else kind(items)


def _with_child(expr: Expr, index: int, child: Expr) -> Expr:
    from ancu.inference.program import map_children

    place = iter(range(1 << 30))
    return map_children(expr, lambda old: child if next(place) == index else old)


def _place(name: str, period: Period) -> str:
    return name if period.start == BEGINNING else f"{name}@{period.start}"


def _setting(table: str, key: Any, value: Any) -> Callable[[Rulebook], Rulebook]:
    """The change of a rulebook that puts ``value`` at ``key`` of one of its tables."""

    def apply(book: Rulebook) -> Rulebook:
        held: Mapping[Any, Any] = getattr(book, table)
        changed: dict[str, Any] = {table: {**held, key: value}}
        return replace(book, **changed)

    return apply


def _change(operator: Operator, old: Any, new: Any) -> str:
    """A change in few words: what is left out, or what becomes what."""
    if operator in ("requirement_dropped", "alternative_dropped", "term_dropped"):
        return f"{operator}: {told(old)}"
    if operator == "exception_dropped":
        return f"{operator}: {told(new)}"
    if operator == "count":
        return f"{operator}: {old.count} → {new.count}"
    return f"{operator}: {told(old)} → {told(new)}"


def told(expr: Any) -> str:
    """An expression in the rule language, as short as it can be told apart."""
    match expr:
        case Constant(bool() as value):
            return "true" if value else "false"
        case Constant(str() as value):
            return f"'{value}'"
        case Constant(value):
            return str(value)
        case Name(name) | Fact(name):
            return name
        case AsOf():
            return "as_of"
        case Not(item):
            return f"not {told(item)}"
        case And(items):
            return "(" + " and ".join(map(told, items)) + ")"
        case Or(items):
            return "(" + " or ".join(map(told, items)) + ")"
        case AtLeast(count, items):
            return f"at_least({count}, {', '.join(map(told, items))})"
        case Compare(operator, left, right) | Arithmetic(operator, left, right):
            return f"{told(left)} {operator} {told(right)}"
        case Within(item, values):
            return f"{told(item)} in ({', '.join(map(told, values))})"
        case Case(condition, then, otherwise):
            return f"case when {told(condition)} then {told(then)} else {told(otherwise)} end"
        case Extreme(greater, items):
            return f"{'greater_of' if greater else 'smaller_of'}({', '.join(map(told, items))})"
        case YearsBetween(start, end):
            return f"years_between({told(start)}, {told(end)})"
        case DaysBetween(start, end):
            return f"days_between({told(start)}, {told(end)})"
        case AddMonths(start, months):
            return f"add_months({told(start)}, {told(months)})"
        case _:
            return str(expr)
