"""What must hold of a rulebook as a whole, once every expression is read.

One function a check; each yields problems placed in the file. ``check`` runs them in an order in which an earlier
failure would make a later one meaningless.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Generic, TypeVar

from ancu.errors import Problem, suggestion
from ancu.rulebook import citations
from ancu.rulebook.calendar import Period
from ancu.rulebook.expressions import CONNECTIVES, AtLeast, Case, Constant, Expr, Extreme, Name
from ancu.rulebook.member_names import RELATION
from ancu.rulebook.model import ConditionPhrase, Dated, FactPhrase, Homonym, PersonPhrase, Rule, Text
from ancu.rulebook.person_phrases import counterparts, member_names, spoken_of_members
from ancu.rulebook.phrases import (
    BLANK,
    JOINTS,
    Blank,
    Spoken,
    Words,
    collide,
    homonyms,
    plain_sentences,
    spoken,
    without_subject,
    words_of,
)
from ancu.rulebook.references import PLACEHOLDER, cited, names_in, open_parts, reach, reads, span_of_programme, use_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import DATE_SPAN, Span, TypeProblem, scaled, span_of
from ancu.rulebook.values import ValueProblem, normalise, parse
from ancu.rulebook.yaml_document import Path, YamlDocument

MAX_TOP_CONDITIONS = 8
#: How many names may read one another in a row, and how many pieces of SQL may come of one expression.
MAX_CHAIN = 60
MAX_PIECES = 20_000
Origins = Mapping[str, tuple[YamlDocument, Path]]


def check(book: Rulebook, origins: Origins) -> list[Problem]:
    """Every problem of the rulebook as a whole, in the order of the files."""
    problems = [*_structure(book, origins), *_references(book, origins), *_cycles(book, origins)]
    problems = problems or [*_chains(book, origins), *_sizes(book, origins)]
    if not problems:
        problems = [
            *_periods(book, origins),
            *_citations(book, origins),
            *_unread(book, origins),
            *_unraised(book, origins),
            *_texts(book, origins),
            *_phrases(book, origins),
            *_homonyms(book, origins),
            *_person_phrases(book, origins),
            *_overflow(book, origins),
        ]
    return sorted(problems, key=lambda p: (p.file or "", p.line or 0, p.column or 0))


def _structure(book: Rulebook, origins: Origins) -> Iterator[Problem]:
    """Connectives above, comparisons in the leaves; at most eight conditions at the top."""
    conditions = book.conditions.keys() | book.programmes.keys()
    for name, trees in book.trees.items():
        document, path = origins[name]
        for i, tree in enumerate(trees):
            where = (*path, "versions", i, "when") if book.rule(name).versions else (*path, "when")
            read = set(names_in(tree.expr)) & conditions
            if name in book.quantities and read:
                bad = min(read)
                yield document.problem("quantity_reads_condition", where, bad, name=bad)
            elif name in book.conditions and book.compound[name] and not isinstance(tree.expr, Constant | None):
                yield from _composition(document, where, tree.expr, conditions)
    for name, trees in book.roots.items():
        document, _ = origins[name]
        for i, tree in enumerate(trees):
            where = ("eligible_when",) if len(trees) == 1 else ("eligible_when", i, "when")
            assert tree.expr is not None
            yield from _composition(document, where, tree.expr, conditions)
            count = len(set(names_in(tree.expr)))
            if count > MAX_TOP_CONDITIONS:
                yield document.problem("too_many_conditions", where, count=count, limit=MAX_TOP_CONDITIONS)
        for key in book.programmes[name].benefit.options:
            expr = book.options[name, key]
            if expr is not None:
                yield from _composition(document, ("benefit", "options", key, "when"), expr, conditions)
    for name, (applies, _) in book.defaults.items():
        document, path = origins[name]
        for bad in sorted(set(names_in(applies)) & conditions)[:1]:
            yield document.problem("quantity_reads_condition", (*path, "applies_when"), bad, name=bad)


def _composition(document: YamlDocument, path: Path, expr: Expr, conditions: Iterable[str]) -> Iterator[Problem]:
    for node in expr.walk():
        if isinstance(node, Name):
            if node.id not in conditions:
                yield document.problem("not_a_condition", path, node.id, name=node.id)
                return
        elif not isinstance(node, CONNECTIVES):
            at = next(names_in(node), None)
            yield document.problem("composition_only", path, at)
            return


def _references(book: Rulebook, origins: Origins) -> Iterator[Problem]:
    """Names that stand alone in the YAML: stated_by, region, territory, governed_by, amounts, sections."""
    for name, condition in book.conditions.items():
        document, path = origins[name]
        stated = condition.stated_by
        if stated is None:
            continue
        where = (*path, "stated_by")
        fact = book.facts.get(stated.fact)
        if fact is None:
            yield document.problem(
                "name_unknown", (*where, "fact"), name=stated.fact, hint=suggestion(stated.fact, book.facts)
            )
        elif (fact.type == "yes_no") == bool(stated.accepted):
            yield document.problem("stated_value", where, fact=stated.fact)
        else:
            for value in stated.accepted:
                if value not in fact.values:
                    yield document.problem("unknown_choice", where, value=value, known=", ".join(fact.values))
    for name, fact in book.facts.items():
        if fact.section not in book.sections:
            document, path = origins[name]
            hint = suggestion(fact.section, book.sections)
            yield document.problem("name_unknown", (*path, "section"), name=fact.section, hint=hint)
        for paper in fact.evidence:
            if paper not in book.documents:
                document, path = origins[name]
                hint = suggestion(paper, book.documents)
                yield document.problem("name_unknown", (*path, "evidence"), name=paper, hint=hint)
    for name, evidence in book.documents.items():
        for i, asking in enumerate(evidence.programmes):
            if asking not in book.programmes:
                document, path = origins[name]
                hint = suggestion(asking, book.programmes)
                yield document.problem("name_unknown", (*path, "programmes", i), name=asking, hint=hint)
    for name in (*book.conditions, *book.quantities):
        rule = book.rule(name)
        for i, version in enumerate(rule.dated):
            below: Path = ("versions", i, "cited_in") if rule.versions else ("cited_in",)
            for unknown in version.cited_in.keys() - book.programmes.keys():
                document, path = origins[name]
                hint = suggestion(unknown, book.programmes)
                yield document.problem("name_unknown", (*path, *below, unknown), name=unknown, hint=hint)
    for name, preference in book.preferences.items():
        for i, among in enumerate(preference.among):
            if among not in book.programmes:
                document, path = origins[f"preference {name}"]
                hint = suggestion(among, book.programmes)
                yield document.problem("name_unknown", (*path, "among", i), name=among, hint=hint)
    for name, programme in book.programmes.items():
        document, _ = origins[name]
        if programme.region is not None:
            fact = book.facts.get(programme.region)
            if fact is None or fact.type != "choice":
                yield document.problem("region_not_a_choice", ("region",), name=programme.region)
        for i, asked in enumerate(programme.asks_first):
            if asked not in book.facts:
                hint = suggestion(asked, book.facts)
                yield document.problem("name_unknown", ("asks_first", i), name=asked, hint=hint)
        for i, paper in enumerate(programme.papers):
            if paper not in book.documents:
                hint = suggestion(paper, book.documents)
                yield document.problem("name_unknown", ("papers", i), name=paper, hint=hint)
        for i, unasked in enumerate(programme.no_condition):
            for fact_name in unasked.facts:
                if fact_name not in book.facts:
                    hint = suggestion(fact_name, book.facts)
                    yield document.problem("name_unknown", ("no_condition", i, "facts"), name=fact_name, hint=hint)
        for i, first in enumerate(programme.priority):
            if first not in book.conditions:
                yield document.problem("not_a_condition", ("priority", i), name=first)
        if programme.territory is not None and programme.territory not in book.conditions:
            yield document.problem("not_a_condition", ("territory",), name=programme.territory)
        if programme.governed_by is not None and (
            programme.governed_by not in book.types or book.types[programme.governed_by].kind != "date"
        ):
            yield document.problem("governed_by_not_a_date", ("governed_by",), name=programme.governed_by)
        for key, option in programme.benefit.options.items():
            for field, reference in (("amount", option.amount), ("months", option.months)):
                kind = book.types.get(reference) if reference is not None else None
                if reference is not None and (kind is None or kind.kind != "number"):
                    where = ("benefit", "options", key, field)
                    yield document.problem("amount_not_a_number", where, name=reference)


def _cycles(book: Rulebook, origins: Origins) -> Iterator[Problem]:
    """References form a graph without circles."""
    done: set[str] = set()
    for start in (*book.programmes, *book.conditions, *book.quantities, *book.defaults):
        stack: list[tuple[str, Iterator[str]]] = [(start, iter(_evaluated(book, start)))]
        on_path = {start: None}
        while stack:
            name, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                done.add(name)
                on_path.pop(name, None)
                stack.pop()
            elif following in on_path:
                names = list(on_path)
                circle = [*names[names.index(following) :], following]
                document, path = origins[following]
                yield document.problem("cycle", path, circle=" → ".join(circle))
                return
            elif following not in done and following in origins:
                on_path[following] = None
                stack.append((following, iter(_evaluated(book, following))))


def _chains(book: Rulebook, origins: Origins) -> Iterator[Problem]:
    """No name stands too far above the facts: whoever reads a decision follows it down, as the engines do."""
    depths: dict[str, int] = {}
    for start in (*book.programmes, *book.conditions, *book.quantities, *book.defaults):
        stack = [start]
        while stack:
            name = stack[-1]
            below = [read for read in _evaluated(book, name) if read in origins]
            if waiting := [read for read in below if read not in depths]:
                stack += waiting
                continue
            stack.pop()
            if name in depths:
                continue
            depths[name] = 1 + max((depths[read] for read in below), default=0)
            if depths[name] > MAX_CHAIN:
                document, path = origins[name]
                yield document.problem("chain_too_long", path, name=name, limit=MAX_CHAIN)
                return


def _sizes(book: Rulebook, origins: Origins) -> Iterator[Problem]:
    """No expression grows beyond measure where an engine writes the parts of a case or of an extreme several times."""
    for name, trees in (*book.trees.items(), *book.roots.items()):
        if any(_pieces(expr) > MAX_PIECES for tree in trees for expr in (tree.expr, tree.other) if expr is not None):
            document, path = origins[name]
            yield document.problem("expression_too_heavy", path, name=name)


def _pieces(expr: Expr) -> int:
    """How many pieces of SQL come of an expression, about."""
    parts = [_pieces(child) for child in expr.children()]
    if isinstance(expr, Case):
        decided, then, otherwise = parts
        return 4 + 2 * decided + 3 * then + 2 * otherwise
    return 1 + sum(parts) * (2 if isinstance(expr, (AtLeast, Extreme)) else 1)


def _evaluated(book: Rulebook, name: str) -> list[str]:
    """What ``name`` reads to be evaluated: the papers that prove a fact are no part of its value."""
    return sorted(reads(book, name) - book.documents.keys())


def _periods(book: Rulebook, origins: Origins) -> Iterator[Problem]:
    """Versions of a name cover the whole period of every programme that reads it, without gap or overlap."""
    needs: dict[str, list[tuple[str, Period]]] = {}
    for name, programme in book.programmes.items():
        span = span_of_programme(programme)
        for read, period in use_of(book, name).items():
            needs.setdefault(read, []).extend((name, part) for part in open_parts(programme, period))
        document, _ = origins[name]
        if isinstance(programme.eligible_when, list):
            needed = [(name, part) for part in open_parts(programme, span)]
            yield from _cover(document, ("eligible_when",), programme.eligible_when, needed)
        openings = sorted(programme.periods, key=lambda o: o.period.start)
        for first, second in pairwise(openings):
            if first.period.overlaps(second.period):
                yield document.problem(
                    "versions_overlap", ("periods",), first=str(first.period), second=str(second.period)
                )
        if openings[0].period.start < programme.covered_from:
            yield document.problem("covered_too_late", ("covered_from",))
    for name in (*book.conditions, *book.quantities):
        document, path = origins[name]
        rule: Rule = book.rule(name)
        if rule.versions:
            yield from _cover(document, (*path, "versions"), rule.versions, needs.get(name, []))
    for name, parameter in book.parameters.items():
        document, path = origins[name]
        yield from _cover(document, (*path, "values"), parameter.values, needs.get(name, []))
    for region in book.regions.values():
        document, path = origins[f"region {region.region}"]
        for slot, versions in region.fills.items():
            yield from _cover(document, (*path, slot), versions, [])
    for name, evidence in book.documents.items():
        document, path = origins[name]
        yield from _cover(document, (*path, "versions"), evidence.versions, [])


def _cover(
    document: YamlDocument, path: Path, versions: Iterable[Dated], needs: list[tuple[str, Period]]
) -> Iterator[Problem]:
    ordered = sorted(enumerate(versions), key=lambda pair: pair[1].period.start)
    for (_, a), (j, b) in pairwise(ordered):
        if a.period.overlaps(b.period):
            yield document.problem("versions_overlap", (*path, j), first=str(a.period), second=str(b.period))
            return
    for programme, span in needs:
        day = span.start
        for _, version in ordered:
            if day in version.period:
                after = version.period.day_after()
                if after is None or after > span.end:
                    break
                day = after
        else:
            yield document.problem("versions_gap", path, day=day, programme=programme)
            return


def _citations(book: Rulebook, origins: Origins) -> Iterator[Problem]:
    """Every citation is well formed, names an instrument, and the instrument is in force while it is relied on."""
    use: dict[str, Period] = {}
    for name in book.programmes:
        for read, span in use_of(book, name).items():
            known = use.get(read, span)
            use[read] = Period(min(known.start, span.start), max(known.end, span.end))
    for name, below, period, basis in cited(book):
        document, path = origins[name]
        span = use.get(name, period)
        needed = Period(max(period.start, span.start), min(period.end, span.end))
        # A programme outlives its instruments, as does how members give a fact: each counts for a part of the time.
        outlives = (name in book.programmes and len(basis) > 1) or name.startswith("projection ")
        fits = Period.overlaps if outlives else Period.covers
        for i, citation in enumerate(basis):
            where = (*path, *below, i)
            parts = citations.split(citation)
            if parts is None:
                yield document.problem("citation_malformed", where, citation=citation)
            elif parts[0] not in book.instruments:
                hint = suggestion(parts[0], _of_one_number(parts[0], book.instruments))
                yield document.problem("instrument_unknown", where, name=parts[0], hint=hint)
            elif needed.start <= needed.end and not fits(book.instruments[parts[0]].usable, needed):
                in_force = book.instruments[parts[0]].in_force.period
                yield document.problem(
                    "instrument_not_in_force", where, citation=citation, used=str(needed), in_force=str(in_force)
                )


def _of_one_number(name: str, instruments: Iterable[str]) -> Iterator[str]:
    """The instruments whose ids have the digits of ``name``: another number or year is another text of law."""
    digits = re.findall(r"\d+", name)
    return (known for known in instruments if re.findall(r"\d+", known) == digits)


def _unread(book: Rulebook, origins: Origins) -> Iterator[Problem]:
    """A fact, figure, condition or quantity that no programme reads is a slip of the pen."""
    read: set[str] = set()
    for name in book.programmes:
        read |= reach(book, name)
    for name in (*book.facts, *book.parameters, *book.conditions, *book.quantities, *book.documents):
        if name not in read:
            document, path = origins[name]
            yield document.problem("unread", path, name=name)


def _unraised(book: Rulebook, origins: Origins) -> Iterator[Problem]:
    """An open question that no rule, figure or programme raises is forgotten."""
    for name, raisers in book.raised.items():
        if not raisers:
            document, path = origins[f"question {name}"]
            yield document.problem("question_unraised", path, name=name)


def _texts(book: Rulebook, origins: Origins) -> Iterator[Problem]:
    """Texts quote only names that exist, and the same ones in both languages."""
    for name, condition in book.conditions.items():
        document, path = origins[name]
        for field, text in (("title", condition.title), ("met", condition.met), ("not_met", condition.not_met)):
            if text is not None:
                yield from _quotes(document, (*path, field), text, book)


def _quotes(document: YamlDocument, path: Path, text: Text, book: Rulebook) -> Iterator[Problem]:
    vi, en = set(PLACEHOLDER.findall(text.vi)), set(PLACEHOLDER.findall(text.en))
    for name in sorted(vi | en):
        if name not in book.types:
            yield document.problem("name_unknown", path, name=name, hint=suggestion(name, book.types))
    if vi != en:
        yield document.problem("quotes_differ", path, names=", ".join(sorted(vi ^ en)))


def _phrases(book: Rulebook, origins: Origins) -> Iterator[Problem]:
    """Each phrase is well formed, states values that its facts can have, and cannot be read as another."""
    known: _Sayings[tuple[str, str, object]] = _Sayings()
    for text, words in plain_sentences():
        known.add(words, (text, "", None))
    positions: dict[int, int] = {}
    for said in spoken(book):
        document, path = origins[said.name]
        phrases: list[object] = list(
            book.facts[said.name].phrases if said.name in book.facts else book.conditions[said.name].phrases
        )
        index = positions.setdefault(id(said.phrase), next(i for i, p in enumerate(phrases) if p is said.phrase))
        where = (*path, "phrases", index)
        flaw = _malformed(book, said)
        if flaw is not None:
            kind, values = flaw
            yield document.problem(kind, where, **values)
            return
        rest = without_subject(said.text)
        forms = [said.words] if rest is None else [said.words, words_of(rest, said.numeric)]
        first = min(
            (at for form in forms for at, other in known.colliding(form) if other[2] is not said.phrase), default=None
        )
        if first is not None:
            text, place, _ = known[first]
            kind = "phrase_ambiguous" if place else "phrase_is_a_step"
            yield document.problem(kind, where, phrase=said.text, other=text, place=place)
        line = document.places.get(where, (1, 1))[0]
        for form in forms:
            known.add(form, (said.text, f"{document.file}:{line}", said.phrase))


def _homonyms(book: Rulebook, origins: Origins) -> Iterator[Problem]:
    """Each homonym is a phrase that another fact has, and states a value that its own fact can have."""
    known = {(said.name, said.lang, normalise(said.text)) for said in spoken(book)}
    for said in homonyms(book):
        document, path = origins[said.name]
        assert isinstance(said.phrase, Homonym)
        other = said.phrase.of
        index = next(i for i, one in enumerate(book.facts[said.name].homonyms) if one is said.phrase)
        flaw = _malformed(book, said)
        if flaw is None and other not in book.facts:
            flaw = "name_unknown", {"name": other, "hint": suggestion(other, book.facts)}
        if flaw is None and (other == said.name or (other, said.lang, normalise(said.text)) not in known):
            flaw = "homonym_of_none", {"phrase": said.text, "name": other}
        if flaw is not None:
            kind, values = flaw
            yield document.problem(kind, (*path, "homonyms", index), **values)


def _person_phrases(book: Rulebook, origins: Origins) -> Iterator[Problem]:
    """Each phrase of a person's own is well formed, and said of a member or of nobody it can only be read as itself.

    Where two of one fact can be read from a line, the one with more words of its own is meant.
    """
    people = book.people
    if people is None:
        return
    of_members = list(spoken_of_members(book))
    alike = {name: given.like for name, given in people.given.items()}
    known: _Sayings[tuple[Spoken, bool]] = _Sayings()
    for phrases, of_a_member in ((of_members, True), (spoken(book), False)):
        for other in phrases:
            known.add(other.words, (other, of_a_member))
    for said in of_members:
        if not isinstance(said.phrase, PersonPhrase):
            continue
        document, path = origins[f"person {said.name}"]
        where = (*path, "phrases", next(i for i, p in enumerate(people.given[said.name].phrases) if p is said.phrase))
        flaw = _malformed(people.person, said)
        relations = people.person.facts[RELATION].values
        if flaw is None and said.phrase.whose is not None and said.phrase.whose not in relations:
            whose = said.phrase.whose
            flaw = "name_unknown", {"name": whose, "hint": suggestion(whose, relations)}
        if flaw is not None:
            kind, values = flaw
            yield document.problem(kind, where, **values)
            continue
        for _, (other, of_a_member) in known.colliding(said.words):
            of_it = other.name == alike[said.name] or (of_a_member and other.name == said.name)
            same = of_it and (said.phrase.value is None) is (_value(other) is None)
            if other.phrase is not said.phrase and not same:
                place = _place_of(other, origins)
                yield document.problem("phrase_ambiguous", where, phrase=said.text, other=other.text, place=place)
                break
    yield from _read_as_members(book, origins)


def _read_as_members(book: Rulebook, origins: Origins) -> Iterator[Problem]:
    """A phrase of the record that begins with what a member is called says what the same words say of that member."""
    assert book.people is not None
    told = counterparts(book)
    of_members: _Sayings[Spoken] = _Sayings()
    for other in spoken_of_members(book):
        of_members.add(other.words, other)
    names = member_names(book.people)
    for said in spoken(book):
        for name in names:
            if not normalise(said.text).startswith(f"{normalise(name.text)} ") or said.name in told:
                continue
            rest = words_of(said.text[len(name.text) + 1 :], said.numeric)
            for _, other in of_members.colliding(rest):
                document, path = origins[said.name]
                place = _place_of(other, origins)
                text = f"{name.text} {other.text}"
                yield document.problem("phrase_ambiguous", path, phrase=said.text, other=text, place=place)
                break


def _value(said: Spoken) -> object:
    return said.phrase.value if isinstance(said.phrase, FactPhrase) else said.phrase.outcome


def _place_of(said: Spoken, origins: Origins) -> str:
    name = said.name if isinstance(said.phrase, ConditionPhrase) or f"person {said.name}" not in origins else ""
    document, path = origins[name or f"person {said.name}"]
    return f"{document.file}:{document.places.get(path, (1, 1))[0]}"


Saying = TypeVar("Saying")


class _Sayings(Generic[Saying]):
    """Things that are said, in order, found by what some line could be read as besides.

    Most pairs differ in their first or last word already, so those that do are never compared.
    """

    def __init__(self) -> None:
        self._all: list[tuple[Words, Saying]] = []
        self._by_ends: dict[tuple[str | None, str | None], list[int]] = {}

    def __getitem__(self, at: int) -> Saying:
        return self._all[at][1]

    def add(self, words: Words, saying: Saying) -> None:
        """Put ``saying``, said by ``words``, behind the others."""
        self._by_ends.setdefault(_ends(words), []).append(len(self._all))
        self._all.append((words, saying))

    def colliding(self, words: Words) -> Iterator[tuple[int, Saying]]:
        """Those that a line can be read as which can be read as ``words``, with their places, in order."""
        first, last = _ends(words)
        near = (
            places
            for (start, end), places in self._by_ends.items()
            if (first is None or start is None or first == start) and (last is None or end is None or last == end)
        )
        for at in sorted(place for places in near for place in places):
            if collide(words, self._all[at][0]):
                yield at, self._all[at][1]


def _ends(words: Words) -> tuple[str | None, str | None]:
    """The first and the last of ``words``, None for a blank."""
    first, last = (None if isinstance(word, Blank) else word for word in (words[0], words[-1]))
    return first, last


def _malformed(book: Rulebook, said: Spoken) -> tuple[str, dict[str, object]] | None:
    """What is wrong with one phrase by itself."""
    blanks = BLANK.findall(said.text)
    outside = BLANK.sub(" ", said.text)
    stated = isinstance(said.phrase, FactPhrase)
    if re.search(r'["{}<>|]', outside) or any(joint in f" {outside} " for joint in JOINTS):
        return "phrase_marks", {"phrase": said.text}
    if not outside.strip() or re.search(r"\S\{|\}\S", said.text):
        return "phrase_blank_joined", {"phrase": said.text}
    wanted = 1 if stated and said.phrase.value is None else 0  # type: ignore[union-attr]
    if len(blanks) != wanted:
        return ("phrase_value" if stated else "phrase_outcome"), {"phrase": said.text}
    if isinstance(said.phrase, FactPhrase):
        own = {} if said.phrase.value is None else {said.name: said.phrase.value}
        for name, value in {**own, **said.phrase.also}.items():
            if name not in book.facts:
                return "name_unknown", {"name": name, "hint": suggestion(name, book.facts)}
            try:
                parse(book.facts[name], value)
            except ValueProblem as problem:
                return "phrase_value_unfit", {
                    "phrase": said.text,
                    "name": name,
                    "value": value,
                    "problem": problem.text,
                }
    return None


def _overflow(book: Rulebook, origins: Origins) -> Iterator[Problem]:
    """No expression can leave 63 bits, whatever the record holds within its bounds."""
    spans = _fact_spans(book)
    for name, span in spans.items():
        if span is None:
            document, path = origins[name]
            yield document.problem("bounds_unfit", (*path, "bounds"))
            return
    for name, kind in overflowing(book):
        document, path = origins[name]
        yield document.problem(kind, path, name=name)


def _fact_spans(book: Rulebook) -> dict[str, Span | None]:
    """What numbers and days of records lie between; None where bounds are no bounds."""
    spans: dict[str, Span | None] = {}
    for name, fact in book.facts.items():
        if fact.value_type.kind == "number" and fact.bounds is not None:
            low, high = (scaled(v, fact.value_type.scale) for v in (fact.bounds.min, fact.bounds.max))  # type: ignore[arg-type]
            spans[name] = (low, high) if low is not None and high is not None and low <= high else None
        elif fact.value_type.kind == "date":
            spans[name] = DATE_SPAN
    return spans


def overflowing(book: Rulebook) -> Iterator[tuple[str, str]]:
    """The rules that can leave 63 bits, whatever a record holds within its bounds, each with the kind of problem."""
    spans = {name: span for name, span in _fact_spans(book).items() if span is not None}
    for name in book.parameters:
        values = [
            v
            for figures in (book.figures[name], *(f for (slot, _), f in book.fills.items() if slot == name))
            for figure in figures
            for v in (figure.value, figure.other)
            if isinstance(v, int)
        ]
        spans[name] = (min(values, default=0), max(values, default=0))

    def span(name: str) -> Span:
        if name not in spans:
            spans[name] = (0, 1)
            found = [span_of(t.expr, span) for t in book.trees.get(name, ()) if t.expr is not None]
            if found and book.types[name].kind == "number":
                spans[name] = (min(s[0] for s in found), max(s[1] for s in found))
        return spans[name]

    for name in (*book.quantities, *book.conditions):
        try:
            span(name)
            for tree in book.trees[name]:
                for expr in (tree.expr, tree.other):
                    if expr is not None:
                        span_of(expr, span)
        except TypeProblem as problem:
            yield name, problem.kind
