"""Housing support had before, read and checked: each kind states facts of a person that the rulebook knows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ancu.errors import Problem, suggestion
from ancu.messages import Language, message
from ancu.rulebook.files import EarlierSupportFile, SupportKind
from ancu.rulebook.model import FactDef, Text
from ancu.rulebook.rulebook import EarlierSupport, Rulebook, SupportHad
from ancu.rulebook.values import ValueProblem, normalise, parse
from ancu.rulebook.yaml_document import Path, YamlDocument


def read_earlier_support(
    document: YamlDocument, file: EarlierSupportFile, book: Rulebook, problems: list[Problem]
) -> EarlierSupport | None:
    """What ``file`` says over the rulebook ``book``; None where ``problems`` were added."""
    reader = _SupportReader(document, file, book)
    made = reader.read()
    problems += reader.problems
    return made if not reader.problems else None


def _expected_date(lang: Language | None) -> str:
    return message("expected_date", lang)


class _SupportReader:
    def __init__(self, document: YamlDocument, file: EarlierSupportFile, book: Rulebook) -> None:
        self.document, self.file, self.book = document, file, book
        self.person = book.people.person.facts if book.people is not None else {}
        self.problems: list[Problem] = []

    def read(self) -> EarlierSupport:
        kinds = {name: self._kind(name, kind) for name, kind in self.file.kinds.items()}
        for i, fact in enumerate(self.file.within_province):
            self._known(fact, self.book.facts, ("within_province", i))
        if self.file.in_two_projects is not None:
            self._known(self.file.in_two_projects, kinds, ("in_two_projects",))
        self._check_spoken(kinds)
        if self.file.reply_step is not None:
            steps = {step for procedure in self.book.procedures.values() for step in procedure.steps}
            self._known(self.file.reply_step, steps, ("reply_step",))
        return EarlierSupport(
            kinds={name: kind for name, kind in kinds.items() if kind is not None},
            within_province=frozenset(self.file.within_province),
            reply_step=self.file.reply_step,
            columns=self.file.columns,
            in_two_projects=self.file.in_two_projects,
        )

    def _kind(self, name: str, kind: SupportKind) -> SupportHad | None:
        where: Path = ("kinds", name)
        facts: dict[str, Any] = {}
        titles: list[Text] = []
        for fact, value in kind.states.items():
            if not self._known(fact, self.person, (*where, "states", fact)):
                return None
            definition = self.person[fact]
            try:
                facts[fact] = parse(definition, value)
            except ValueProblem as problem:
                self._refuse("value_unfit", (*where, "states", fact), key=fact, value=value, detail=problem.text)
                return None
            titles += self._called(definition, value)
        on = kind.on
        if on is not None and self._known(on, self.person, (*where, "on")) and self.person[on].type != "date":
            self._refuse("value_unfit", (*where, "on"), key="on", value=on, detail=_expected_date)
        for i, programme in enumerate(kind.programmes):
            self._known(programme, self.book.programmes, (*where, "programmes", i))
        title = kind.title or next(iter(titles), None)
        if title is None:
            self._refuse("key_missing", where, key="title")
            return None
        return SupportHad(name, title, tuple(kind.synonyms), facts, kind.on, tuple(kind.programmes))

    @staticmethod
    def _called(fact: FactDef, value: bool | str | list[str]) -> list[Text]:
        named = (fact.values[one] for one in value if one in fact.values) if isinstance(value, list) else ()
        return [Text(vi=one.vi, en=one.en) for one in named]

    def _check_spoken(self, kinds: dict[str, SupportHad | None]) -> None:
        """No text that a register may hold means two kinds."""
        spoken: dict[str, str] = {}
        for name, kind in kinds.items():
            for text in {normalise(one) for one in ((kind.title.vi, kind.title.en, *kind.synonyms) if kind else ())}:
                if spoken.setdefault(text, name) != name:
                    self._refuse("name_twice", ("kinds", name), text, name=text, other=f"kinds: {spoken[text]}")

    def _known(self, name: str, known: Iterable[str], where: Path) -> bool:
        if name in known:
            return True
        self._refuse("name_unknown", where, name, name=name, hint=suggestion(name, known))
        return False

    def _refuse(self, kind: str, where: Path, at: str | None = None, **values: Any) -> None:
        self.problems.append(self.document.problem(kind, where, at, **values))
