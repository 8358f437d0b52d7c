"""From files to a :class:`Rulebook`: read, shape, resolve, type, then check as a whole.

Each stage collects every problem it finds; a later stage runs only on what the earlier ones let through. A rulebook
with a problem does not load.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ancu.errors import Problem, RulebookError, os_reason, suggestion
from ancu.messages import keys, message
from ancu.rulebook import cache, checks, language, provinces, yaml_reader
from ancu.rulebook.expressions import Constant, Expr, Name
from ancu.rulebook.language import LanguageProblem
from ancu.rulebook.model import (
    ChoiceValue,
    ConditionDef,
    Doubt,
    EvidenceFile,
    FactDef,
    FigureVersion,
    HouseholdFile,
    Implication,
    ImplicationsFile,
    Instrument,
    InstrumentsFile,
    Parameter,
    ParametersFile,
    Plausible,
    Preference,
    PreferencesFile,
    Programme,
    QuantityDef,
    Question,
    QuestionsFile,
    Region,
    Rule,
    SharedFile,
    Text,
    VocabularyFile,
)
from ancu.rulebook.model import (
    Document as Evidence,
)
from ancu.rulebook.people import read_people
from ancu.rulebook.rulebook import Figure, Following, Rulebook, Tree
from ancu.rulebook.types import MEASURES, YES_NO, Type, TypeChecker, TypeProblem, scaled
from ancu.rulebook.yaml_reader import Document

VOCABULARY = "vocabulary.yaml"
QUESTIONS = "questions.yaml"
_SHAPES: dict[str, type[BaseModel]] = {
    VOCABULARY: VocabularyFile,
    "instruments.yaml": InstrumentsFile,
    "parameters.yaml": ParametersFile,
    "evidence.yaml": EvidenceFile,
    "preferences.yaml": PreferencesFile,
    "implications.yaml": ImplicationsFile,
    "household.yaml": HouseholdFile,
    QUESTIONS: QuestionsFile,
    "shared": SharedFile,
    "programmes": Programme,
    "regions": Region,
}
Origin = tuple[Document, yaml_reader.Path]
M = TypeVar("M", bound=BaseModel)


def built_in() -> Path:
    """The rulebook that comes with An Cư: the checkout's ``rules/`` when run from one, else the packaged copy."""
    package = Path(__file__).resolve().parents[1]
    checkout = package.parents[1]
    if (checkout / "pyproject.toml").is_file() and (checkout / "rules" / VOCABULARY).is_file():
        return checkout / "rules"
    return package / "_rules"


def folder_of(path: str | os.PathLike[str] | None = None) -> Path:
    """The folder at ``path``, else at ``ANCU_RULES``, else of the rulebook that comes with An Cư."""
    return Path(path or os.environ.get("ANCU_RULES") or built_in())


def load_rulebook(path: str | os.PathLike[str] | None = None) -> Rulebook:
    """Load the rulebook at ``path``, else at ``ANCU_RULES``, else the one that comes with An Cư.

    A directory without a ``vocabulary.yaml`` is an overlay: each of its files takes the place of, or joins, those of
    the built-in rulebook. Raises :class:`RulebookError` with the first problem; :func:`check_rulebook` finds all.
    A rulebook that passed every check before is not parsed and checked as a whole again (:mod:`.cache`).
    """
    files, problems = read_files(path)
    if not problems:
        rulebook, problems = _Builder(files, kept=True).run()
        if rulebook is not None:
            return rulebook
    raise RulebookError(problems[0])


def check_rulebook(path: str | os.PathLike[str] | None = None) -> tuple[Rulebook | None, list[Problem]]:
    """The rulebook, or None, and every problem found; everything is checked, whatever was checked before."""
    files, problems = read_files(path)
    return build(files) if not problems else (None, problems)


def read_files(path: str | os.PathLike[str] | None = None) -> tuple[dict[str, bytes], list[Problem]]:
    """The contents of the rulebook's files by relative name, an overlay laid over the built-in rulebook."""
    chosen = folder_of(path)
    if not chosen.is_dir():
        return {}, [Problem("rules_not_a_directory", {"path": str(chosen)})]
    roots = [chosen] if (chosen / VOCABULARY).is_file() else [built_in(), chosen]
    files: dict[str, bytes] = {}
    for root in roots:
        here = sorted(root.rglob("*.yaml"))
        if not here:
            return {}, [Problem("rules_empty", {"path": str(root)})]
        for file in here:
            try:
                files[file.relative_to(root).as_posix()] = file.read_bytes()
            except OSError as error:
                return {}, [Problem("file_unreadable", {"path": str(file), "reason": os_reason(error)})]
    return files, []


def build(files: Mapping[str, bytes]) -> tuple[Rulebook | None, list[Problem]]:
    """A rulebook from the contents of its files, or None and every problem found."""
    return _Builder(files).run()


@dataclass
class _Builder:
    files: Mapping[str, bytes]
    kept: bool = False
    parsed: dict[str, Expr] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    origins: dict[str, Origin] = field(default_factory=dict)
    facts: dict[str, FactDef] = field(default_factory=dict)
    sections: dict[str, Text] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    conditions: dict[str, ConditionDef] = field(default_factory=dict)
    quantities: dict[str, QuantityDef] = field(default_factory=dict)
    programmes: dict[str, Programme] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    documents: dict[str, Evidence] = field(default_factory=dict)
    preferences: dict[str, Preference] = field(default_factory=dict)
    implications: dict[str, Implication] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    raised: dict[str, dict[str, None]] = field(default_factory=dict)
    ranges: dict[str, Plausible] = field(default_factory=dict)
    household: tuple[Document, HouseholdFile] | None = None
    types: dict[str, Type] = field(default_factory=dict)

    def run(self) -> tuple[Rulebook | None, list[Problem]]:
        shapes = self._read()
        if not self.problems:
            self._gather(shapes)
        passed = cache.read(self.digest) if self.kept and not self.problems else None
        self.parsed = passed or {}
        if not self.problems:
            self._name_regions()
            if passed is None:
                self._check_names()
        if self.problems:
            return None, self.problems
        rulebook = self._resolve()
        if self.household is not None and not self.problems:
            rulebook.people = read_people(*self.household, rulebook, self.ranges, self._parse, self.problems)
        if not self.problems and passed is None:
            self.problems.extend(checks.check(rulebook, self.origins))
            if self.kept and not self.problems:
                cache.write(self.digest, self.parsed)
        _ = rulebook.epochs  # now, so that threads find it
        return (None if self.problems else rulebook), self.problems

    def _parse(self, text: str) -> Expr:
        if text not in self.parsed:
            self.parsed[text] = language.parse(text)
        return self.parsed[text]

    # -- reading and shaping ------------------------------------------------------------------------------------

    def _read(self) -> list[tuple[Document, BaseModel]]:
        documents = []
        for file, content in sorted(self.files.items()):
            document, problems = yaml_reader.read(file, content)
            self.problems.extend(problems)
            if not problems:
                documents.append(document)
        for required in (VOCABULARY, "instruments.yaml", "parameters.yaml"):
            if required not in self.files:
                self.problems.append(Problem("file_missing", {"file": required}))
        self.digest = hashlib.sha256(
            json.dumps([[d.file, d.data] for d in documents], ensure_ascii=False, sort_keys=True, default=str).encode()
        ).hexdigest()
        asked = next((d.data for d in documents if d.file == QUESTIONS and isinstance(d.data, dict)), {})
        shaped = []
        for document in documents:
            unfilled = list(document.to_fill()) if yaml_reader.TO_FILL in document.text else []
            if unfilled:
                self.problems.extend(unfilled)
                continue
            data = self._answer(document, document.data, (), asked.get("questions"))
            shape = _SHAPES.get(document.file) or _SHAPES.get(document.file.split("/")[0])
            if shape is None or document.file.count("/") > 1:
                self.problems.append(Problem("file_misplaced", {"file": document.file}))
                continue
            try:
                shaped.append((document, shape.model_validate(data)))
            except ValidationError as error:
                self.problems.extend(_shape_problem(document, detail, shape) for detail in error.errors())
        return shaped

    def _answer(self, document: Document, data: Any, path: yaml_reader.Path, questions: Any) -> Any:
        """``data`` with each ``{question: id}`` replaced by the text of that question, and who raises it noted.

        A note that is one keeps its dates, or has those of the question.
        """
        if isinstance(data, list):
            return [self._answer(document, item, (*path, i), questions) for i, item in enumerate(data)]
        if not isinstance(data, dict):
            return data
        asked = data.get("question")
        if not isinstance(asked, str) or not data.keys() <= {"question", "from", "to"}:
            return {key: self._answer(document, item, (*path, key), questions) for key, item in data.items()}
        if not isinstance(questions, dict) or asked not in questions:
            hint = suggestion(asked, questions or ())
            self.problems.append(document.problem("question_unknown", (*path, "question"), name=asked, hint=hint))
            return {"vi": asked, "en": asked}
        named = path[0] in ("conditions", "quantities", "parameters", "documents", "fills", "instruments")
        owner = path[1] if named else document.data.get("programme", document.file)
        self.raised.setdefault(asked, {}).setdefault(str(owner))
        question = questions[asked]
        if not isinstance(question, dict):
            return None
        text = question.get("text")
        if "note" not in path or not isinstance(text, dict):
            return text
        dates = {key: day for key in ("from", "to") if (day := data.get(key, question.get(key))) is not None}
        return {**text, **dates}

    def _gather(self, shapes: list[tuple[Document, BaseModel]]) -> None:
        for document, shape in shapes:
            match shape:
                case VocabularyFile():
                    self.sections.update(shape.sections)
                    self.ranges.update(shape.plausible)
                    self._add(self.facts, document, "facts", self._with_ranges(document, shape))
                case InstrumentsFile():
                    for name, instrument in shape.instruments.items():
                        self.instruments[name] = instrument
                        self.origins[f"instrument {name}"] = (document, ("instruments", name))
                case ParametersFile():
                    self._add(self.parameters, document, "parameters", shape.parameters)
                case EvidenceFile():
                    self._add(self.documents, document, "documents", shape.documents)
                case PreferencesFile():
                    self.preferences.update(shape.preferences)
                    for name in shape.preferences:
                        self.origins[f"preference {name}"] = (document, ("preferences", name))
                case ImplicationsFile():
                    self.implications.update(shape.implications)
                    for name in shape.implications:
                        self.origins[f"implication {name}"] = (document, ("implications", name))
                case HouseholdFile():
                    self.household = (document, shape)
                    for name, projection in shape.projections.items():
                        for fact in projection.projected(name):
                            self.origins[f"projection {fact}"] = (document, ("projections", name))
                case QuestionsFile():
                    self.questions.update(shape.questions)
                    for name in shape.questions:
                        self.origins[f"question {name}"] = (document, ("questions", name))
                case SharedFile():
                    self._add(self.conditions, document, "conditions", shape.conditions)
                    self._add(self.quantities, document, "quantities", shape.quantities)
                case Programme():
                    self._claim(shape.programme, document, ("programme",))
                    self.programmes[shape.programme] = shape
                    self.origins[shape.programme] = (document, ())
                    self._add(self.conditions, document, "conditions", shape.conditions)
                    self._add(self.quantities, document, "quantities", shape.quantities)
                case Region():
                    self.regions[shape.region] = shape
                    self.origins[f"region {shape.region}"] = (document, ("fills",))

    def _with_ranges(self, document: Document, vocabulary: VocabularyFile) -> dict[str, FactDef]:
        """The facts with the plausible range that each names."""
        facts = dict(vocabulary.facts)
        for name, fact in facts.items():
            if fact.plausible is None:
                continue
            plausible = vocabulary.plausible.get(str(fact.plausible))
            if plausible is None:
                hint = suggestion(str(fact.plausible), vocabulary.plausible)
                path = ("facts", name, "plausible")
                self.problems.append(document.problem("plausible_unknown", path, name=fact.plausible, hint=hint))
            facts[name] = fact.model_copy(update={"plausible": plausible})
        return facts

    def _add(self, into: dict[str, M], document: Document, key: str, found: Mapping[str, M]) -> None:
        for name, definition in found.items():
            if self._claim(name, document, (key, name)):
                into[name] = definition

    def _claim(self, name: str, document: Document, path: yaml_reader.Path) -> bool:
        if name in self.origins:
            other, where = self.origins[name]
            line = other.places.get(where, (1, 1))[0]
            self.problems.append(document.problem("name_twice", path, name=name, other=f"{other.file}:{line}"))
            return False
        self.origins[name] = (document, path)
        return True

    def _name_regions(self) -> None:
        """A region is a value of the facts that pick one, so that adding its file adds the region."""
        for name in {programme.region or "" for programme in self.programmes.values()} & self.facts.keys():
            fact = self.facts[name]
            added = {
                region: ChoiceValue(
                    vi=shape.title.vi, en=shape.title.en, synonyms=shape.synonyms, until=shape.until, now=shape.now
                )
                for region, shape in self.regions.items()
                if region not in fact.values
            }
            if fact.type == "choice" and added:
                self.facts[name] = fact.model_copy(update={"values": {**added, **fact.values}})

    def _check_names(self) -> None:
        for name in (
            *self.facts,
            *self.parameters,
            *self.conditions,
            *self.quantities,
            *self.programmes,
            *self.documents,
        ):
            document, path = self.origins[name]
            if not language.NAME.fullmatch(name):
                self.problems.append(document.problem("name_malformed", path, name=name))
            elif language.is_keyword(name):
                self.problems.append(document.problem("name_is_keyword", path, name=name))

    # -- resolving and typing -----------------------------------------------------------------------------------

    def _resolve(self) -> Rulebook:
        self.types = {
            **{name: fact.value_type for name, fact in self.facts.items()},
            **{name: parameter.value_type for name, parameter in self.parameters.items()},
            **{name: quantity_type(quantity) for name, quantity in self.quantities.items()},
            **dict.fromkeys(self.conditions, YES_NO),
            **dict.fromkeys(self.programmes, YES_NO),
        }
        # A quantity is as fine as what it is computed from; settle them in order of dependence by repetition.
        trees: dict[str, tuple[Tree, ...]] = {}
        for _ in range(1 + len(self.quantities)):
            before = dict(self.types)
            trees = {name: self._rule_trees(name, quantity, quiet=True) for name, quantity in self.quantities.items()}
            if self.types == before:
                break
        rules: dict[str, Rule] = {**self.quantities, **self.conditions}
        trees = {name: self._rule_trees(name, rule) for name, rule in rules.items()}
        roots: dict[str, tuple[Tree, ...]] = {}
        options: dict[tuple[str, str], Expr | None] = {}
        for name, programme in self.programmes.items():
            document, _ = self.origins[name]
            listed = not isinstance(programme.eligible_when, str)
            roots[name] = tuple(
                Tree(period, self._expression(document, self._root_path(listed, i), text, YES_NO))
                for i, (period, text) in enumerate(programme.eligible_versions)
            )
            for key, option in programme.benefit.options.items():
                where = ("benefit", "options", key, "when")
                options[name, key] = self._expression(document, where, option.when, YES_NO) if option.when else None
        defaults: dict[str, tuple[Expr, Constant]] = {}
        for name, fact in self.facts.items():
            if fact.applies_when is not None:
                document, path = self.origins[name]
                applies = self._expression(document, (*path, "applies_when"), fact.applies_when, YES_NO)
                value = self._scale(document, (*path, "otherwise"), fact.otherwise, fact.value_type)
                if applies is not None and value is not None:
                    defaults[name] = (applies, Constant(value))
        implications = {
            name: following
            for name, implication in self.implications.items()
            if (following := self._following(name, implication)) is not None
        }
        wanted: dict[str, Expr] = {}
        for name, evidence in self.documents.items():
            if evidence.when is not None:
                document, path = self.origins[name]
                when = self._expression(document, (*path, "when"), evidence.when, YES_NO)
                if when is not None:
                    wanted[name] = when
        figures = {
            name: self._figures(*self.origins[name], "values", parameter, parameter.values)
            for name, parameter in self.parameters.items()
        }
        fills: dict[tuple[str, str], tuple[Figure, ...]] = {}
        searched: dict[tuple[str, str], tuple[Figure, ...]] = {}
        for region in self.regions.values():
            document, path = self.origins[f"region {region.region}"]
            for slot, versions in region.fills.items():
                parameter = self._slot(document, (*path, slot), slot)
                if parameter is not None:
                    fills[slot, region.region] = self._figures(document, path, slot, parameter, versions)
            for i, by in enumerate(region.looked_up):
                for j, slot in enumerate(by.slots):
                    parameter = self._slot(document, ("looked_up", i, "slots", j), slot)
                    if parameter is not None:
                        filled = fills.get((slot, region.region), ())
                        statutory = provinces.searched(parameter, figures[slot], filled, by)
                        searched[slot, region.region] = tuple(statutory)
        unsearched = {
            name: tuple(provinces.unsearched(parameter, figures[name]))
            for name, parameter in self.parameters.items()
            if parameter.set_by is not None
        }
        return Rulebook(
            facts=self.facts,
            sections=self.sections,
            instruments=self.instruments,
            parameters=self.parameters,
            conditions=self.conditions,
            quantities=self.quantities,
            programmes=self.programmes,
            regions=self.regions,
            documents=self.documents,
            preferences=self.preferences,
            questions=self.questions,
            raised={name: tuple(self.raised.get(name, ())) for name in self.questions},
            wanted=wanted,
            digest=self.digest,
            trees=trees,
            roots=roots,
            options=options,
            defaults=defaults,
            implications=implications,
            figures=figures,
            fills=fills,
            searched=searched,
            unsearched=unsearched,
            types=self.types,
            compound={name: self._is_compound(trees[name]) for name in self.conditions},
        )

    def _following(self, name: str, implication: Implication) -> Following | None:
        """An implication parsed and typed; None, with problems, where it reads or sets anything but facts."""
        document, path = self.origins[f"implication {name}"]
        when = self._expression(document, (*path, "if"), implication.if_, YES_NO)
        read = () if when is None else (node.id for node in when.walk() if isinstance(node, Name))
        for other in dict.fromkeys(read):
            if other not in self.facts:
                self.problems.append(document.problem("implication_reads_rule", (*path, "if"), other, name=other))
                return None
        then: dict[str, Constant] = {}
        for fact, written in implication.then.items():
            where = (*path, "then", fact)
            if fact not in self.facts:
                hint = suggestion(fact, self.facts)
                self.problems.append(document.problem("name_unknown", where, name=fact, hint=hint))
                continue
            value = self._scale(document, where, written, self.facts[fact].value_type)
            if value is not None:
                then[fact] = Constant(value)
        return None if when is None else Following(name, when, then, implication)

    def _slot(self, document: Document, path: yaml_reader.Path, name: str) -> Parameter | None:
        """The figure ``name`` that a province may set; None, with a problem, where it may not."""
        parameter = self.parameters.get(name)
        if parameter is not None and parameter.set_by == "province":
            return parameter
        slots = [n for n, p in self.parameters.items() if p.set_by == "province"]
        kind = "slot_unknown" if parameter is None else "not_a_slot"
        self.problems.append(document.problem(kind, path, name=name, hint=suggestion(name, slots)))
        return None

    @staticmethod
    def _root_path(listed: bool, index: int) -> yaml_reader.Path:
        return ("eligible_when", index, "when") if listed else ("eligible_when",)

    def _is_compound(self, trees: tuple[Tree, ...]) -> bool:
        return any(
            isinstance(node, Name) and (node.id in self.conditions or node.id in self.programmes)
            for tree in trees
            if tree.expr is not None
            for node in tree.expr.walk()
        )

    def _rule_trees(self, name: str, rule: Rule, quiet: bool = False) -> tuple[Tree, ...]:
        document, path = self.origins[name]
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

    def _other_reading(
        self, document: Document, where: yaml_reader.Path, doubt: Doubt | None, expected: Type
    ) -> Expr | None:
        if doubt is None or doubt.reading == "unknown":
            return None
        return self._expression(document, (*where, "doubt", "reading"), str(doubt.reading), expected)

    def _expression(
        self, document: Document, path: yaml_reader.Path, text: str, expected: Type, widen: str | None = None
    ) -> Expr | None:
        try:
            parsed = self._parse(text)
            checker = TypeChecker(self._signature)
            if widen in self.quantities and expected.kind == "number":
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

    def _figures(
        self,
        document: Document,
        path: yaml_reader.Path,
        key: str,
        parameter: Parameter,
        versions: list[FigureVersion],
    ) -> tuple[Figure, ...]:
        figures = []
        for i, version in enumerate(versions):
            where = (*path, key, i)
            value = other = None
            if version.value is not None:
                value = self._scale(document, (*where, "value"), version.value, parameter.value_type)
            if version.doubt is not None and version.doubt.reading != "unknown":
                other = self._scale(document, (*where, "doubt", "reading"), version.doubt.reading, parameter.value_type)
            figures.append(Figure(version.period, value, other, version))
        return tuple(figures)

    def _scale(
        self, document: Document, path: yaml_reader.Path, value: object, expected: Type
    ) -> int | str | bool | None:
        fit: int | str | bool | None = None
        if expected.kind == "number" and isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            fit = scaled(value, expected.scale)
        elif expected.kind == "yes_no" and isinstance(value, bool):
            fit = value
        elif expected.kind == "date" and isinstance(value, date):
            fit = value.toordinal()
        elif expected.kind == "choice" and isinstance(value, str) and value in (expected.choices or (value,)):
            fit = value
        if fit is None:
            self.problems.append(document.problem("figure_unfit", path, value=value, expected=expected.name()))
        return fit


def quantity_type(quantity: QuantityDef) -> Type:
    """The declared type of a quantity, before its scale is widened to that of its text."""
    return MEASURES[quantity.type]


_OWN_KINDS = {
    "period_reversed", "fact_values", "fact_bounds", "fact_default", "fact_assumed", "null_without_note",
    "when_or_versions", "when_missing", "basis_missing", "option_amount", "option_months", "phrase_without_text",
    "role_when", "projection_text", "projection_facts",
}  # fmt: skip


def _shape_problem(document: Document, detail: Any, shape: type[BaseModel]) -> Problem:
    """A pydantic error as a problem of ours, at its place in the file."""
    path = _existing(document, detail["loc"])
    name = str(detail["loc"][-1]) if detail["loc"] else document.file
    if detail["type"] == "extra_forbidden":
        known = _keys_of(shape, detail["loc"][:-1])
        return document.problem("key_unknown", path, key=name, hint=suggestion(name, known))
    if detail["type"] == "missing":
        return document.problem("key_missing", path, key=name)
    if detail["type"] == "value_error":
        kind = str(detail["ctx"]["error"])
        if kind in _OWN_KINDS:
            return document.problem(kind, path)
    given = detail.get("input")
    shape_key = f"shape_{detail['type']}"
    expected = (lambda lang: message(shape_key, lang)) if shape_key in keys() else detail["msg"]
    return document.problem("value_unfit", path, key=name, value=given, detail=expected)


def _existing(document: Document, loc: tuple[Any, ...]) -> yaml_reader.Path:
    """The parts of ``loc`` that are places in the file: pydantic adds the names of union members, which are not."""
    path: yaml_reader.Path = ()
    for part in loc:
        if (*path, part) in document.places:
            path = (*path, part)
    return path


def _keys_of(shape: type[BaseModel], loc: tuple[Any, ...]) -> Iterator[str]:
    """The keys allowed at ``loc`` of ``shape``, for "did you mean"."""
    schema: Any = shape.model_json_schema()
    definitions = schema.get("$defs", {})

    def follow(node: Any) -> Any:
        while "$ref" in node:
            node = definitions[node["$ref"].rsplit("/", 1)[1]]
        return node

    node = follow(schema)
    for part in loc:
        options = [follow(n) for n in node.get("anyOf", [node])]
        for option in options:
            if isinstance(part, int) and "items" in option:
                node = follow(option["items"])
                break
            if part in option.get("properties", {}):
                node = follow(option["properties"][part])
                break
            if isinstance(option.get("additionalProperties"), dict):
                node = follow(option["additionalProperties"])
                break
    for option in node.get("anyOf", [node]):
        yield from follow(option).get("properties", {})
