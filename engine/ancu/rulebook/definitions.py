"""The definitions in a rulebook's files, brought together: every name once, and where it is defined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel

from ancu.errors import Problem, suggestion
from ancu.rulebook import language
from ancu.rulebook.draws import DrawsFile
from ancu.rulebook.files import (
    ChangeableFile,
    DefectsFile,
    EarlierSupportFile,
    EvidenceFile,
    HouseholdFile,
    ImplicationsFile,
    InstrumentsFile,
    ParametersFile,
    PreferencesFile,
    QuestionsFile,
    SharedFile,
    VocabularyFile,
)
from ancu.rulebook.interviews import InterviewFile
from ancu.rulebook.model import (
    ChoiceValue,
    ConditionDef,
    Document,
    FactDef,
    Implication,
    Instrument,
    Parameter,
    Plausible,
    Preference,
    Programme,
    QuantityDef,
    Question,
    Region,
    Text,
)
from ancu.rulebook.notices import NoticesFile
from ancu.rulebook.plans import HousingPlan, UnitList
from ancu.rulebook.procedures import Procedure
from ancu.rulebook.properties import PropertiesFile
from ancu.rulebook.yaml_document import Path, YamlDocument

#: Where something is defined: the file, and the path in it.
Origin = tuple[YamlDocument, Path]
M = TypeVar("M", bound=BaseModel)


@dataclass
class Definitions:
    """What the files define, by kind and name; ``origins`` by name, or by kind and name where kinds share names."""

    origins: dict[str, Origin] = field(default_factory=dict)
    facts: dict[str, FactDef] = field(default_factory=dict)
    sections: dict[str, Text] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    conditions: dict[str, ConditionDef] = field(default_factory=dict)
    quantities: dict[str, QuantityDef] = field(default_factory=dict)
    programmes: dict[str, Programme] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    preferences: dict[str, Preference] = field(default_factory=dict)
    implications: dict[str, Implication] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    ranges: dict[str, Plausible] = field(default_factory=dict)
    household: tuple[YamlDocument, HouseholdFile] | None = None
    procedures: dict[str, tuple[YamlDocument, Procedure]] = field(default_factory=dict)
    earlier_support: tuple[YamlDocument, EarlierSupportFile] | None = None
    changeable: tuple[YamlDocument, ChangeableFile] | None = None
    defects: tuple[YamlDocument, DefectsFile] | None = None
    draws: tuple[YamlDocument, DrawsFile] | None = None
    interview: tuple[YamlDocument, InterviewFile] | None = None
    plans: dict[str, tuple[YamlDocument, HousingPlan]] = field(default_factory=dict)
    units: dict[str, tuple[YamlDocument, UnitList]] = field(default_factory=dict)
    properties: list[tuple[YamlDocument, PropertiesFile]] = field(default_factory=list)
    notices: list[tuple[YamlDocument, NoticesFile]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def take(self, document: YamlDocument, shape: BaseModel) -> None:
        """Take what a file of this shape defines."""
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
                for name in shape.person:
                    self.origins[f"person {name}"] = (document, ("person", name))
                for name, projection in shape.projections.items():
                    for fact in projection.projected(name):
                        self.origins[f"projection {fact}"] = (document, ("projections", name))
            case EarlierSupportFile():
                self.earlier_support = (document, shape)
            case ChangeableFile():
                self.changeable = (document, shape)
            case DefectsFile():
                self.defects = (document, shape)
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
            case Procedure():
                if self._claim(f"procedure {shape.procedure}", document, ("procedure",)):
                    self.procedures[shape.procedure] = (document, shape)
            case DrawsFile():
                self.draws = (document, shape)
            case InterviewFile():
                self.interview = (document, shape)
            case HousingPlan():
                if self._claim(f"plan {shape.plan}", document, ("plan",)):
                    self.plans[shape.plan] = (document, shape)
            case UnitList():
                if self._claim(f"units {shape.units_of}", document, ("units_of",)):
                    self.units[shape.units_of] = (document, shape)
            case PropertiesFile():
                if all(self._claim(f"property {name}", document, ("properties", name)) for name in shape.properties):
                    self.properties.append((document, shape))
            case NoticesFile():
                self.notices.append((document, shape))
            case Region():
                self.regions[shape.region] = shape
                self.origins[f"region {shape.region}"] = (document, ("fills",))

    def _with_ranges(self, document: YamlDocument, vocabulary: VocabularyFile) -> dict[str, FactDef]:
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

    def _add(self, into: dict[str, M], document: YamlDocument, key: str, found: Mapping[str, M]) -> None:
        for name, definition in found.items():
            if self._claim(name, document, (key, name)):
                into[name] = definition

    def _claim(self, name: str, document: YamlDocument, path: Path) -> bool:
        if name in self.origins:
            other, where = self.origins[name]
            line = other.places.get(where, (1, 1))[0]
            self.problems.append(document.problem("name_twice", path, name=name, other=f"{other.file}:{line}"))
            return False
        self.origins[name] = (document, path)
        return True

    def name_regions(self) -> None:
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

    def check_names(self) -> None:
        """Find the names that no expression could say."""
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


def gather(shapes: Iterable[tuple[YamlDocument, BaseModel]]) -> Definitions:
    """The definitions in files of these shapes."""
    definitions = Definitions()
    for document, shape in shapes:
        definitions.take(document, shape)
    if not definitions.problems:
        definitions.name_regions()
    return definitions
