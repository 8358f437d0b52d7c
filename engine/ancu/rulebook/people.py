"""The people of a household, read and typed: a rulebook of one person, and how the record's facts follow from all.

What the rules say of a record they say of a person where they read only what a person has: the same conditions serve.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import ValidationError

from ancu.errors import Problem, suggestion
from ancu.messages import LANGUAGES, message
from ancu.rulebook.calendar import Period
from ancu.rulebook.expressions import Constant, Expr, Gathered, Name
from ancu.rulebook.files import HouseholdFile, Role
from ancu.rulebook.language import LanguageProblem
from ancu.rulebook.member_names import FULL_NAME, NUMBER, RELATION
from ancu.rulebook.model import ConditionDef, FactDef, PersonFact, Plausible, ProjectionVersion
from ancu.rulebook.references import names_in
from ancu.rulebook.rulebook import DatedProjection, People, Rulebook, Tree
from ancu.rulebook.types import YES_NO, Type, TypeChecker, TypeProblem
from ancu.rulebook.values import normalise
from ancu.rulebook.yaml_document import Path, YamlDocument


def read_people(
    document: YamlDocument,
    file: HouseholdFile,
    book: Rulebook,
    ranges: Mapping[str, Plausible],
    parse: Callable[[str], Expr],
    problems: list[Problem],
) -> People | None:
    """The people of ``file`` over the rulebook ``book``; ``ranges``: what is plausible, by name; None with problems."""
    reader = _Reader(document, file, book, ranges, parse, problems)
    before = len(problems)
    people = reader.read()
    return people if len(problems) == before else None


@cache
def _identifying() -> frozenset[str]:
    """What people call a name or a personal number."""
    return frozenset(
        normalise(text)
        for name in (FULL_NAME, NUMBER)
        for lang in LANGUAGES
        for text in (name, *message(f"names_of_{name}", lang).split("; "))
    )


class _Reader:
    def __init__(
        self,
        document: YamlDocument,
        file: HouseholdFile,
        book: Rulebook,
        ranges: Mapping[str, Plausible],
        parse: Callable[[str], Expr],
        problems: list[Problem],
    ) -> None:
        self.document, self.file, self.book = document, file, book
        self.ranges, self.parse, self.problems = ranges, parse, problems
        self.facts: dict[str, FactDef] = {}
        self.steps: dict[str, tuple[str, ...]] = {}

    def read(self) -> People | None:
        for name, given in self.file.person.items():
            fact = self._fact(name, given)
            if fact is not None:
                self.facts[name] = fact
        for name, given in self.file.person.items():
            for other in (*given.closed_by, *([given.begins] if isinstance(given.begins, str) else ())):
                if other not in self.file.person:
                    hint = suggestion(other, self.file.person)
                    self._refuse("name_unknown", ("person", name), other, name=other, hint=hint)
        if self.problems:
            return None
        types = {name: fact.value_type for name, fact in self.facts.items()}
        types |= {name: kind for name, kind in self.book.types.items() if name in self.book.parameters}
        types |= {name: self.book.types[name] for name in self._of_a_person()}
        trees = {name: trees for name, trees in self.book.trees.items() if name in types}
        members = TypeChecker(self._signature(types), person=True)
        conditions = {name: rule for name, rule in self.book.conditions.items() if name in types}
        roles = self._roles(members, types)
        for name, tree in roles.items():
            trees[name] = (Tree(Period(), tree),)
        titles = {name: role.title for name, role in self.file.roles.items()}
        stand_ins = {
            step: ConditionDef.model_construct(title=titles[role], when="")
            for role, steps in self.steps.items()
            for step in steps
        }
        defaults = self._defaults(members)
        person = replace(
            self.book,
            facts=self.facts,
            sections={**self.book.sections, **self.file.sections},
            conditions={**conditions, **stand_ins},
            quantities={name: rule for name, rule in self.book.quantities.items() if name in types},
            trees=trees,
            types=types,
            defaults=defaults,
            implications={},
        )
        projections = self._projections(members)
        if not self.problems:
            self._check_read(trees, defaults, projections)
        return People(
            person=person,
            roles=self.steps,
            titles=titles,
            shared={name: role.shared_by for name, role in self.file.roles.items() if role.shared_by is not None},
            projections=projections,
            given=self.file.person,
            seen_from=self._seen_from(),
            only_one=self._only_one(),
            told_by_relation=self._told_by_relation(),
            of_the_applicant=self._of_the_applicant(),
        )

    def _check_read(
        self,
        trees: Mapping[str, tuple[Tree, ...]],
        defaults: Mapping[str, tuple[Expr, Constant]],
        projections: Mapping[str, tuple[DatedProjection, ...]],
    ) -> None:
        """A fact of a person or a role that nothing reads is a slip of the pen."""
        given = self.file.person.items()
        todo = {name for versions in projections.values() for version in versions for name in names_in(version.expr)}
        todo |= {RELATION, *(name for name, fact in given if fact.of_record)}
        read: set[str] = set()
        while todo:
            name = todo.pop()
            read.add(name)
            texts = [expr for tree in trees.get(name, ()) for expr in (tree.expr, tree.other)]
            texts += [defaults[name][0]] if name in defaults else []
            below = {below for text in texts for below in names_in(text)} | set(self.steps.get(name, ()))
            below |= {str(fact.begins) for other, fact in given if other == name and isinstance(fact.begins, str)}
            todo |= below - read
        for kind, names in (("person", self.facts), ("roles", self.steps)):
            for name in names:
                if name not in read:
                    self._refuse("unread", (kind, name), name=name)

    # -- facts --------------------------------------------------------------------------------------------------------

    def _fact(self, name: str, given: PersonFact) -> FactDef | None:
        where: Path = ("person", name)
        fields = {key: getattr(given, key) for key in given.model_fields_set & FactDef.model_fields.keys()}
        if given.like is not None:
            if given.like not in self.book.facts:
                hint = suggestion(given.like, self.book.facts)
                self._refuse("name_unknown", (*where, "like"), given.like, name=given.like, hint=hint)
                return None
            like = self.book.facts[given.like]
            alike = {key: getattr(like, key) for key in FactDef.model_fields if key not in ("phrases", "evidence")}
            if alike["applies_when"] is not None and not self._reads_people(alike["applies_when"]):
                alike |= {"applies_when": None, "otherwise": None}
            fields = {**alike, **fields}
        if given.plausible is not None:
            if given.plausible not in self.ranges:
                hint = suggestion(given.plausible, self.ranges)
                self._refuse("plausible_unknown", (*where, "plausible"), name=given.plausible, hint=hint)
                return None
            fields["plausible"] = self.ranges[given.plausible]
        if fields.get("applies_when") is None:
            fields = {key: value for key, value in fields.items() if key not in ("applies_when", "otherwise")}
        missing = next((key for key in ("type", "label", "section") if fields.get(key) is None), None)
        if missing is not None:
            self._refuse("key_missing", where, key=missing)
            return None
        try:
            fact = FactDef.model_validate(fields)
        except ValidationError as error:
            detail = error.errors()[0]
            own = str(detail["ctx"]["error"]) if detail["type"] == "value_error" else "value_unfit"
            self._refuse(own, where, key=name, value=detail["input"], detail=detail["msg"])
            return None
        if name in self.book.facts and (given.like != name or fact.value_type != self.book.types[name]):
            self._refuse("person_fact_like", where, name, name=name)
            return None
        label = (fact.label.vi, fact.label.en)
        identifying = next((text for text in (name, *label, *fact.synonyms) if normalise(text) in _identifying()), None)
        if identifying is not None:
            self._refuse("person_fact_identifies", where, name, name=name, written=identifying)
            return None
        return fact

    def _reads_people(self, text: str) -> bool:
        return all(name in self.file.person for name in names_in(self.parse(text)))

    def _of_a_person(self) -> Iterator[str]:
        """The conditions and quantities of the rules that read nothing but what a person has, and figures."""
        known: dict[str, bool] = {}

        def fits(name: str) -> bool:
            if name in self.book.facts:
                return name in self.facts
            if name in self.book.parameters:
                return True
            if name in self.book.programmes:
                return False
            if name not in known:
                known[name] = False
                stated = self.book.conditions[name].stated_by if name in self.book.conditions else None
                read = {n for tree in self.book.trees[name] for n in (*names_in(tree.expr), *names_in(tree.other))}
                known[name] = stated is None and all(map(fits, read))
            return known[name]

        yield from (name for name in self.book.trees if fits(name))

    def _defaults(self, members: TypeChecker) -> dict[str, tuple[Expr, Constant]]:
        defaults = {}
        for name, fact in self.facts.items():
            if fact.applies_when is None:
                continue
            where: Path = ("person", name, "applies_when")
            applies = self._typed(where, fact.applies_when, members, YES_NO)
            otherwise = fact.otherwise
            if applies is not None and isinstance(otherwise, (bool, int, str)):
                defaults[name] = (applies, Constant(otherwise))
        return defaults

    # -- roles --------------------------------------------------------------------------------------------------------

    def _roles(self, members: TypeChecker, types: dict[str, Type]) -> dict[str, Expr]:
        """The conditions that give the roles. ``types`` learns them one by one: a role may read earlier ones."""
        found: dict[str, Expr] = {}
        for name, role in self.file.roles.items():
            if name in types:
                self._refuse("name_twice", ("roles", name), name, name=name, other=self.document.file)
                continue
            self.steps[name] = tuple(f"{name}/{i}" for i in range(1, 1 + len(role.first))) or (name,)
            for step, (where, text) in zip(self.steps[name], self._texts(name, role), strict=True):
                typed = self._typed(where, text, members, YES_NO)
                mixed = [read for read in names_in(typed) if len(self.steps.get(read, ())) > 1]
                if mixed:
                    self._refuse("role_mixed", where, mixed[0], name=mixed[0])
                elif typed is not None:
                    found[step] = typed
                types[step] = YES_NO
            # One of several steps is what somebody is among others, and no condition that he meets by himself.
            types[name] = YES_NO
        return found

    @staticmethod
    def _texts(name: str, role: Role) -> Iterator[tuple[Path, str]]:
        if role.when is not None:
            yield ("roles", name, "when"), role.when
        for i, text in enumerate(role.first):
            yield ("roles", name, "first", i), text

    def _seen_from(self) -> Mapping[str, Mapping[str, str]]:
        known = self.facts[RELATION].values if RELATION in self.facts else {}
        for viewer, others in self.file.seen_from.items():
            for name in (viewer, *others, *others.values()):
                if name not in known:
                    hint = suggestion(name, known)
                    self._refuse("name_unknown", ("seen_from", viewer), name, name=name, hint=hint)
        return self.file.seen_from

    def _only_one(self) -> frozenset[str]:
        known = self.facts[RELATION].values if RELATION in self.facts else {}
        for i, name in enumerate(self.file.only_one):
            if name not in known:
                self._refuse("name_unknown", ("only_one", i), name, name=name, hint=suggestion(name, known))
        return frozenset(self.file.only_one)

    def _told_by_relation(self) -> Mapping[str, Mapping[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for fact, values in self.file.told_by_relation.items():
            where: Path = ("told_by_relation", fact)
            if fact not in self.facts:
                self._refuse("name_unknown", where, fact, name=fact, hint=suggestion(fact, self.facts))
                continue
            for value, words in values.items():
                if value not in self.facts[fact].values:
                    known = self.facts[fact].values
                    self._refuse("name_unknown", (*where, value), value, name=value, hint=suggestion(value, known))
                for word in words:
                    found.setdefault(normalise(word), {})[fact] = value
        return found

    def _of_the_applicant(self) -> frozenset[str]:
        for i, name in enumerate(self.file.of_the_applicant):
            where: Path = ("of_the_applicant", i)
            if name not in self.book.facts:
                hint = suggestion(name, self.book.facts)
                self._refuse("name_unknown", where, name, name=name, hint=hint)
            elif any(name in projection.projected(key) for key, projection in self.file.projections.items()):
                self._refuse("of_the_applicant_follows", where, name, name=name)
        return frozenset(self.file.of_the_applicant)

    # -- projections --------------------------------------------------------------------------------------------------

    def _projections(self, members: TypeChecker) -> dict[str, tuple[DatedProjection, ...]]:
        checker = TypeChecker(self._signature(self.book.types), members)
        found: dict[str, tuple[DatedProjection, ...]] = {}
        for name, projection in self.file.projections.items():
            where: Path = ("projections", name)
            for fact, versions in projection.projected(name).items():
                if fact not in self.book.facts:
                    hint = suggestion(fact, self.book.facts)
                    self._refuse("name_unknown", where, fact, name=fact, hint=hint)
                elif fact in found:
                    self._refuse("name_twice", where, fact, name=fact, other=self.document.file)
                else:
                    listed = bool(projection.versions)
                    found[fact] = tuple(self._versions(where, listed, fact, versions, checker))
        return found

    def _versions(
        self, where: Path, listed: bool, fact: str, versions: tuple[ProjectionVersion, ...], checker: TypeChecker
    ) -> Iterator[DatedProjection]:
        for i, version in enumerate(versions):
            place = (*where, "versions", i) if listed else where
            expr = self._typed((*place, "when"), version.when, checker, self.book.types[fact])
            if expr is None:
                continue
            mixed = [name for name in self._mixed(expr) if len(self.steps[name]) > 1]
            if mixed:
                self._refuse("role_mixed", (*place, "when"), mixed[0], name=mixed[0])
            yield DatedProjection(version.period, expr, version)

    def _mixed(self, expr: Expr) -> Iterator[str]:
        """The roles that a text combines with something else, where it gathers members."""
        for node in expr.walk():
            if isinstance(node, Gathered):
                parts = (node.who if not isinstance(node.who, Name) else None, node.item)
                yield from (name for part in parts for name in names_in(part) if name in self.steps)

    # -- texts --------------------------------------------------------------------------------------------------------

    def _typed(self, where: Path, text: str, checker: TypeChecker, expected: Type) -> Expr | None:
        try:
            return checker.check(self.parse(text), expected)
        except (LanguageProblem, TypeProblem) as problem:
            self.problems.append(self.document.problem(problem.kind, where, problem.at, **problem.values))
            return None

    @staticmethod
    def _signature(types: Mapping[str, Type]) -> Callable[[str], Type]:
        def signature(name: str) -> Type:
            if name not in types:
                raise TypeProblem("name_unknown", name, name=name, hint=suggestion(name, types))
            return types[name]

        return signature

    def _refuse(self, kind: str, where: Path, at: str | None = None, **values: Any) -> None:
        self.problems.append(self.document.problem(kind, where, at, **values))
