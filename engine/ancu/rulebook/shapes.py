"""The shapes of a rulebook's files: each is read, has the open questions that it raises put in, and fits its model."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError

from ancu.errors import Problem, suggestion
from ancu.rulebook import yaml_document, yaml_reader
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
from ancu.rulebook.folder import VOCABULARY
from ancu.rulebook.interviews import INTERVIEW, InterviewFile
from ancu.rulebook.model import Programme, Region
from ancu.rulebook.notices import NOTICES, NoticesFile
from ancu.rulebook.plans import PLANS, UNITS, HousingPlan, UnitList
from ancu.rulebook.procedures import PROCEDURES, Procedure
from ancu.rulebook.properties import PROPERTIES, PropertiesFile
from ancu.rulebook.shape_problems import shape_problem
from ancu.rulebook.yaml_document import Path, YamlDocument

_QUESTIONS = "questions.yaml"
_EARLIER_SUPPORT = "earlier_support.yaml"
_CHANGEABLE = "changeable.yaml"
_DEFECTS = "defects.yaml"
_DRAWS = "draws.yaml"
_REQUIRED = (VOCABULARY, "instruments.yaml", "parameters.yaml")
_SHAPES: dict[str, type[BaseModel]] = {
    VOCABULARY: VocabularyFile,
    "instruments.yaml": InstrumentsFile,
    "parameters.yaml": ParametersFile,
    "evidence.yaml": EvidenceFile,
    "preferences.yaml": PreferencesFile,
    "implications.yaml": ImplicationsFile,
    "household.yaml": HouseholdFile,
    _EARLIER_SUPPORT: EarlierSupportFile,
    _CHANGEABLE: ChangeableFile,
    _DEFECTS: DefectsFile,
    _DRAWS: DrawsFile,
    INTERVIEW: InterviewFile,
    _QUESTIONS: QuestionsFile,
    "shared": SharedFile,
    "programmes": Programme,
    "regions": Region,
    PROCEDURES: Procedure,
    PLANS: HousingPlan,
    UNITS: UnitList,
    PROPERTIES: PropertiesFile,
    NOTICES: NoticesFile,
}
#: The folders and files that no decision reads.
_BESIDE = (PROCEDURES, PLANS, UNITS, NOTICES, PROPERTIES, _EARLIER_SUPPORT, _DRAWS, _DEFECTS, _CHANGEABLE, INTERVIEW)
#: The parts of a file whose entries raise questions themselves; of any other part its programme, or the file, does.
_NAMED = ("conditions", "quantities", "parameters", "documents", "fills", "instruments")


@dataclass
class Shapes:
    """The files of a rulebook, each with its shape.

    ``raised`` are the names that raise each open question, in the order of the files. ``digest`` stands for all that
    the files say, however they are laid out, but of what no decision reads: procedures, plans, units, notices, earlier
    support, draws, kinds of defects, what can be changed, the order of questions.
    """

    found: list[tuple[YamlDocument, BaseModel]] = field(default_factory=list)
    raised: dict[str, dict[str, None]] = field(default_factory=dict)
    digest: str = ""
    problems: list[Problem] = field(default_factory=list)

    def fit(self, document: YamlDocument, questions: Any) -> None:
        """Find the shape of a file, with ``questions`` as the file of them has them."""
        unfilled = list(document.to_fill()) if yaml_document.TO_FILL in document.text else []
        if unfilled:
            self.problems.extend(unfilled)
            return
        data = self._answer(document, document.data, (), questions)
        shape = _SHAPES.get(document.file) or _SHAPES.get(document.file.split("/")[0])
        if shape is None or document.file.count("/") > 1:
            self.problems.append(Problem("file_misplaced", {"file": document.file}))
            return
        try:
            self.found.append((document, shape.model_validate(data)))
        except ValidationError as error:
            self.problems.extend(shape_problem(document, detail, shape) for detail in error.errors())

    def _answer(self, document: YamlDocument, data: Any, path: Path, questions: Any) -> Any:
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
        owner = path[1] if path[0] in _NAMED else document.data.get("programme", document.file)
        self.raised.setdefault(asked, {}).setdefault(str(owner))
        question = questions[asked]
        if not isinstance(question, dict):
            return None
        text = question.get("text")
        if "note" not in path or not isinstance(text, dict):
            return text
        dates = {key: day for key in ("from", "to") if (day := data.get(key, question.get(key))) is not None}
        return {**text, **dates}


def shapes_of(files: Mapping[str, bytes]) -> Shapes:
    """The shapes of ``files``, contents by relative name."""
    documents, shapes = [], Shapes()
    for file, content in sorted(files.items()):
        document, problems = yaml_reader.read(file, content)
        shapes.problems.extend(problems)
        if not problems:
            documents.append(document)
    shapes.problems.extend(Problem("file_missing", {"file": file}) for file in _REQUIRED if file not in files)
    shapes.digest = _digest(documents)
    asked = next((d.data for d in documents if d.file == _QUESTIONS and isinstance(d.data, dict)), {})
    for document in documents:
        shapes.fit(document, asked.get("questions"))
    return shapes


def _digest(documents: Iterable[YamlDocument]) -> str:
    said = [[d.file, d.data] for d in documents if d.file.split("/")[0] not in _BESIDE]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()
