"""What properties say, read: their expressions typed, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ancu.errors import Problem, suggestion
from ancu.rulebook import language
from ancu.rulebook.expressions import Constant, Expr, Name
from ancu.rulebook.language import LanguageProblem
from ancu.rulebook.properties import AcceptedFinding, Bands, PropertiesFile, Property, RecordChange
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.scaled_figures import scale
from ancu.rulebook.types import YES_NO, Type, TypeChecker, TypeProblem
from ancu.rulebook.yaml_document import Path, YamlDocument

#: The kinds of facts that may be changed in each of these ways.
_ORDERED = {"lower": ("number", "date"), "higher": ("number", "date"), "add": ("number",)}


def read_texts(book: Rulebook, stated: Property) -> dict[Path, Expr]:
    """The expressions of a property, typed; :class:`LanguageProblem` or :class:`TypeProblem` where one is none."""
    return {path: _typed(book, text) for path, text in stated.texts.items()}


def _typed(book: Rulebook, text: str) -> Expr:
    def signature(name: str) -> Type:
        if name not in book.types:
            raise TypeProblem("name_unknown", name, name=name, hint=suggestion(name, book.types))
        return book.types[name]

    return TypeChecker(signature).check(language.parse(text), YES_NO)


def read_changes(book: Rulebook, change: RecordChange) -> tuple[dict[str, int], dict[str, Constant]]:
    """What is added to numbers, and to what facts are set, as engines read them."""
    problems: list[Problem] = []
    document = YamlDocument("", "")
    added = {fact: scale(document, (), value, book.types[fact], problems) for fact, value in change.add.items()}
    put = {fact: scale(document, (), value, book.types[fact], problems) for fact, value in change.set_.items()}
    numbers = {fact: value for fact, value in added.items() if isinstance(value, int)}
    return numbers, {fact: Constant(value) for fact, value in put.items() if value is not None}


def check_properties(book: Rulebook, files: Iterable[tuple[YamlDocument, PropertiesFile]]) -> Iterator[Problem]:
    """What is wrong with properties: names of nothing, expressions that are none."""
    for document, file in files:
        for name, stated in file.properties.items():
            where: Path = ("properties", name)
            for path, text in stated.texts.items():
                try:
                    _typed(book, text)
                except (LanguageProblem, TypeProblem) as problem:
                    yield document.problem(problem.kind, (*where, *path), problem.at, **problem.values)
            yield from _check_change(book, document, where, stated)
            if stated.bands is not None:
                yield from _check_bands(book, document, where, stated.bands)
        for i, known in enumerate(file.accepted):
            yield from _check_accepted(book, document, ("accepted", i), known)


def _check_change(book: Rulebook, document: YamlDocument, where: Path, stated: Property) -> Iterator[Problem]:
    change = stated.change
    if change is None:
        return
    parts = {"lower": change.lower, "higher": change.higher, "add": [*change.add], "set": [*change.set_]}
    for part, facts in parts.items():
        for i, fact in enumerate(facts):
            path: Path = (*where, "change", part, i if part in ("lower", "higher") else fact)
            if fact not in book.facts:
                yield document.problem("name_unknown", path, fact, name=fact, hint=suggestion(fact, book.facts))
            elif book.types[fact].kind not in _ORDERED.get(part, (book.types[fact].kind,)):
                yield document.problem("property_fact_unordered", path, fact, name=fact)
            elif part in ("add", "set"):
                problems: list[Problem] = []
                value = (change.add if part == "add" else change.set_)[fact]
                scale(document, path, value, book.types[fact], problems)
                yield from problems


def _check_bands(book: Rulebook, document: YamlDocument, where: Path, bands: Bands) -> Iterator[Problem]:
    if bands.programme not in book.programmes:
        hint = suggestion(bands.programme, book.programmes)
        yield document.problem("programme_unknown", (*where, "bands", "programme"), name=bands.programme, hint=hint)
        return
    options = book.programmes[bands.programme].benefit.options
    for i, option in enumerate(bands.options):
        if option not in options:
            path: Path = (*where, "bands", "options", i)
            yield document.problem("property_option_unknown", path, name=option, hint=suggestion(option, options))


def _check_accepted(book: Rulebook, document: YamlDocument, where: Path, known: AcceptedFinding) -> Iterator[Problem]:
    names = {*book.conditions, *known.programmes}
    for i, programme in enumerate(known.programmes):
        if programme in book.programmes:
            names |= book.programmes[programme].benefit.options.keys()
        else:
            hint = suggestion(programme, book.programmes)
            yield document.problem("programme_unknown", (*where, "programmes", i), name=programme, hint=hint)
    for i, name in enumerate(known.names):
        if name not in names:
            yield document.problem("name_unknown", (*where, "names", i), name, name=name, hint=suggestion(name, names))


def named_in(book: Rulebook, exprs: Mapping[Path, Expr]) -> tuple[str, ...]:
    """The programmes that expressions name, each once."""
    parts = (part for expr in exprs.values() for part in expr.walk())
    return tuple(dict.fromkeys(part.id for part in parts if isinstance(part, Name) and part.id in book.programmes))
