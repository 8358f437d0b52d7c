"""The rules of a rulebook, typed: every expression parsed, every name in it known, only like compared with like."""

from __future__ import annotations

from ancu.errors import Problem, suggestion
from ancu.rulebook import language
from ancu.rulebook.definitions import Definitions
from ancu.rulebook.expressions import Constant, Expr, Name
from ancu.rulebook.language import LanguageProblem
from ancu.rulebook.model import Doubt, Implication, Rule
from ancu.rulebook.rulebook import Following, Tree
from ancu.rulebook.scaled_figures import scale
from ancu.rulebook.types import MEASURES, YES_NO, Type, TypeChecker, TypeProblem
from ancu.rulebook.yaml_document import Path, YamlDocument


class TypedRules:
    """The typed trees of what is defined."""

    def __init__(self, defined: Definitions) -> None:
        self.defined = defined
        self.problems: list[Problem] = []
        self.types: dict[str, Type] = {
            **{name: fact.value_type for name, fact in defined.facts.items()},
            **{name: parameter.value_type for name, parameter in defined.parameters.items()},
            **{name: MEASURES[quantity.type] for name, quantity in defined.quantities.items()},
            **dict.fromkeys(defined.conditions, YES_NO),
            **dict.fromkeys(defined.programmes, YES_NO),
        }
        self._widen_quantities()
        rules: dict[str, Rule] = {**defined.quantities, **defined.conditions}
        self.trees = {name: self._rule_trees(name, rule) for name, rule in rules.items()}
        self.compound = {name: self._is_compound(self.trees[name]) for name in defined.conditions}
        self.roots: dict[str, tuple[Tree, ...]] = {}
        self.options: dict[tuple[str, str], Expr | None] = {}
        self._type_programmes()
        self.defaults = self._defaults()
        self.implications = {
            name: following
            for name, implication in defined.implications.items()
            if (following := self._following(name, implication)) is not None
        }
        self.wanted = self._wanted()

    def _widen_quantities(self) -> None:
        """A quantity is as fine as what it is computed from; settle them in order of dependence by repetition."""
        for _ in range(1 + len(self.defined.quantities)):
            before = dict(self.types)
            for name, quantity in self.defined.quantities.items():
                self._rule_trees(name, quantity, quiet=True)
            if self.types == before:
                break

    def _type_programmes(self) -> None:
        for name, programme in self.defined.programmes.items():
            document, _ = self.defined.origins[name]
            listed = not isinstance(programme.eligible_when, str)
            self.roots[name] = tuple(
                Tree(period, self._expression(document, self._root_path(listed, i), text, YES_NO))
                for i, (period, text) in enumerate(programme.eligible_versions)
            )
            for key, option in programme.benefit.options.items():
                where = ("benefit", "options", key, "when")
                when = self._expression(document, where, option.when, YES_NO) if option.when else None
                self.options[name, key] = when

    def _defaults(self) -> dict[str, tuple[Expr, Constant]]:
        """For whom a fact that has a default applies, and what it is for others."""
        defaults: dict[str, tuple[Expr, Constant]] = {}
        for name, fact in self.defined.facts.items():
            if fact.applies_when is not None:
                document, path = self.defined.origins[name]
                applies = self._expression(document, (*path, "applies_when"), fact.applies_when, YES_NO)
                value = self._scale(document, (*path, "otherwise"), fact.otherwise, fact.value_type)
                if applies is not None and value is not None:
                    defaults[name] = (applies, Constant(value))
        return defaults

    def _wanted(self) -> dict[str, Expr]:
        """Who brings the papers that not everyone brings."""
        wanted: dict[str, Expr] = {}
        for name, evidence in self.defined.documents.items():
            if evidence.when is not None:
                document, path = self.defined.origins[name]
                when = self._expression(document, (*path, "when"), evidence.when, YES_NO)
                if when is not None:
                    wanted[name] = when
        return wanted

    def _following(self, name: str, implication: Implication) -> Following | None:
        """An implication parsed and typed; None, with problems, where it reads or sets anything but facts."""
        document, path = self.defined.origins[f"implication {name}"]
        when = self._expression(document, (*path, "if"), implication.if_, YES_NO)
        read = () if when is None else (node.id for node in when.walk() if isinstance(node, Name))
        for other in dict.fromkeys(read):
            if other not in self.defined.facts:
                self.problems.append(document.problem("implication_reads_rule", (*path, "if"), other, name=other))
                return None
        then: dict[str, Constant] = {}
        for fact, written in implication.then.items():
            where = (*path, "then", fact)
            if fact not in self.defined.facts:
                hint = suggestion(fact, self.defined.facts)
                self.problems.append(document.problem("name_unknown", where, name=fact, hint=hint))
                continue
            value = self._scale(document, where, written, self.defined.facts[fact].value_type)
            if value is not None:
                then[fact] = Constant(value)
        return None if when is None else Following(name, when, then, implication)

    @staticmethod
    def _root_path(listed: bool, index: int) -> Path:
        return ("eligible_when", index, "when") if listed else ("eligible_when",)

    def _is_compound(self, trees: tuple[Tree, ...]) -> bool:
        return any(
            isinstance(node, Name) and (node.id in self.defined.conditions or node.id in self.defined.programmes)
            for tree in trees
            if tree.expr is not None
            for node in tree.expr.walk()
        )

    def _rule_trees(self, name: str, rule: Rule, quiet: bool = False) -> tuple[Tree, ...]:
        document, path = self.defined.origins[name]
        problems = len(self.problems)
        trees = []
        for i, version in enumerate(rule.dated):
            where = (*path, "versions", i) if rule.versions else path
            expr = None
            if version.when is not None:
                expr = self._expression(document, (*where, "when"), version.when, self.types[name], widen=name)
            other = self._other_reading(document, where, version.doubt, self.types[name])
            trees.append(Tree(version.period, expr, other, version))
        if quiet:
            del self.problems[problems:]
        return tuple(trees)

    def _other_reading(self, document: YamlDocument, where: Path, doubt: Doubt | None, expected: Type) -> Expr | None:
        if doubt is None or doubt.reading == "unknown":
            return None
        return self._expression(document, (*where, "doubt", "reading"), str(doubt.reading), expected)

    def _expression(
        self, document: YamlDocument, path: Path, text: str, expected: Type, widen: str | None = None
    ) -> Expr | None:
        try:
            parsed = language.parse(text)
            checker = TypeChecker(self._signature)
            if widen in self.defined.quantities and expected.kind == "number":
                typed, found = checker.infer(parsed)
                checker.check(parsed, expected)
                if found.scale > expected.scale:
                    self.types[widen] = Type("number", expected.dimension, found.scale)
                return typed
            return checker.check(parsed, expected)
        except (LanguageProblem, TypeProblem) as problem:
            self.problems.append(document.problem(problem.kind, path, problem.at, **problem.values))
            return None

    def _signature(self, name: str) -> Type:
        if name not in self.types:
            raise TypeProblem("name_unknown", name, name=name, hint=suggestion(name, self.types))
        return self.types[name]

    def _scale(self, document: YamlDocument, path: Path, value: object, expected: Type) -> int | str | bool | None:
        return scale(document, path, value, expected, self.problems)
