"""Mutants of rules: conditions, quantities, what makes a programme's applicants eligible, defaults of facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ancu.rulebook import language
from ancu.rulebook.calendar import Period
from ancu.rulebook.expressions import Compare, Constant, Name
from ancu.rulebook.model import StatedBy
from ancu.rulebook.rulebook import Rulebook, Tree
from ancu.rulebook.types import YES_NO
from ancu.specs.measure.boundary_mutants import moved_boundaries, moved_openings
from ancu.specs.measure.canonical import canonical
from ancu.specs.measure.mutant import Apply, Made, Mutant, place_of, put, setting
from ancu.specs.measure.rule_text import rule_text
from ancu.specs.measure.variants import Variant, Variants, beside, change_text


class RuleMutants:
    """Makes the mutants of the rules of ``book``."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.variants = Variants(book)

    def of_rule(self, name: str) -> Iterator[Made]:
        """Of a condition or quantity: its text, its dates, its doubt, and what may be stated in its place."""
        trees = self.book.trees[name]
        expected = self.book.types[name]
        for i, tree in enumerate(trees):
            place, version = place_of(name, tree.period), tree.version
            if tree.expr is not None and version is not None and version.when is not None:
                original = canonical(tree.expr)
                for operator, old, new, typed in self.variants.of_text(version.when, expected):
                    changed = put(trees, i, replace(tree, expr=typed))
                    apply = setting("trees", name, changed)
                    own_id = f"{place}: {change_text(operator, old, new)}"
                    yield (
                        Mutant(own_id, operator, "rule", name, tree.period, old, new, apply, form=canonical(typed)),
                        original,
                    )
            if version is not None and version.doubt is not None:
                yield from self._doubt(name, i, tree)
        yield from moved_boundaries("rule", name, None, trees, lambda changed: setting("trees", name, changed))
        condition = self.book.conditions.get(name)
        if condition is not None and condition.stated_by is not None:
            yield from self._stated(name, condition.stated_by, silent=condition.silent)

    def _doubt(self, name: str, i: int, tree: Tree) -> Iterator[Made]:
        trees, version = self.book.trees[name], tree.version
        assert version is not None
        assert version.doubt is not None
        place = f"{place_of(name, tree.period)}.doubt"
        plain = replace(tree, other=None, version=version.model_copy(update={"doubt": None}))
        apply = setting("trees", name, put(trees, i, plain))
        text = str(version.doubt.reading)
        # A reading that is the text itself is no doubt at all.
        original = (canonical(tree.expr) if tree.expr else None, canonical(tree.other) if tree.other else None)
        yield (
            Mutant(f"{place}: doubt_dropped", "doubt_dropped", "doubt", name, tree.period, text, None, apply, form=()),
            original,
        )
        if tree.other is None:
            return
        for operator, old, new, typed in self.variants.of_text(text, self.book.types[name]):
            apply = setting("trees", name, put(trees, i, replace(tree, other=typed)))
            own_id = f"{place}: {change_text(operator, old, new)}"
            form = (original[0], canonical(typed)) if canonical(typed) != original[0] else ()
            yield Mutant(own_id, operator, "doubt", name, tree.period, old, new, apply, form=form), original

    def _stated(self, name: str, stated: StatedBy, *, silent: bool) -> Iterator[Made]:
        condition, period = self.book.conditions[name], Period()

        def saying(other: StatedBy | None) -> Apply:
            return setting("conditions", name, condition.model_copy(update={"stated_by": other}))

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
            own_id = f"{name}.stated_by: alternative_dropped: {value}"
            yield (
                Mutant(
                    own_id,
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

    def of_programme(self, name: str) -> Iterator[Made]:
        """Of a programme: who is eligible, its options, its openings."""
        programme, trees = self.book.programmes[name], self.book.roots[name]
        for i, (tree, (_, text)) in enumerate(zip(trees, programme.eligible_versions, strict=True)):
            assert tree.expr is not None
            place = f"{place_of(name, tree.period)}.eligible_when"
            for operator, old, new, typed in self.variants.of_text(text, YES_NO):
                apply = setting("roots", name, put(trees, i, replace(tree, expr=typed)))
                own_id = f"{place}: {change_text(operator, old, new)}"
                mutant = Mutant(own_id, operator, "eligible", name, tree.period, old, new, apply, form=canonical(typed))
                yield mutant, canonical(tree.expr)
        yield from moved_boundaries("eligible", name, None, trees, lambda changed: setting("roots", name, changed))
        for key, option in programme.benefit.options.items():
            if option.when is not None:
                yield from self._option(name, key, option.when)
        yield from moved_openings(self.book, name)

    def _option(self, name: str, key: str, text: str) -> Iterator[Made]:
        when = self.book.options[name, key]
        assert when is not None
        whole = language.parse(text)
        opened: Variant = ("requirement_dropped", whole, Constant(True), Constant(True))
        for operator, old, new, typed in (*self.variants.of_text(text, YES_NO), opened):
            apply = setting("options", (name, key), typed)
            own_id = f"{name}.options.{key}: {change_text(operator, old, new)}"
            mutant = Mutant(own_id, operator, "option", name, Period(), old, new, apply, key=key, form=canonical(typed))
            yield mutant, canonical(when)

    def of_default(self, name: str) -> Iterator[Made]:
        """Of a fact that applies to some only: to whom, and what it is for others."""
        fact = self.book.facts[name]
        applies, otherwise = self.book.defaults[name]
        assert fact.applies_when is not None
        for operator, old, new, typed in self.variants.of_text(fact.applies_when, YES_NO):
            apply = setting("defaults", name, (typed, otherwise))
            own_id = f"{name}.applies_when: {change_text(operator, old, new)}"
            yield (
                Mutant(own_id, operator, "applies_when", name, Period(), old, new, apply, form=canonical(typed)),
                canonical(applies),
            )
        for value in beside(otherwise.value):
            apply = setting("defaults", name, (applies, Constant(value)))
            operator = "constant" if isinstance(value, bool) else "figure"
            own_id = f"{name}.otherwise: {operator}: {rule_text(otherwise)} → {rule_text(Constant(value))}"
            yield (
                Mutant(own_id, operator, "otherwise", name, Period(), otherwise.value, value, apply, form=value),
                otherwise.value,
            )
