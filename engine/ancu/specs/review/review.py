"""What somebody who approves a change of law needs to know of it, gathered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ancu.handbook.comparison import Readers, readers_of
from ancu.handbook.statements import Change, changes, statements
from ancu.messages import Language
from ancu.rulebook.calendar import BEGINNING
from ancu.rulebook.difference import changed_from, differing, touched
from ancu.rulebook.owed import owed
from ancu.rulebook.references import names_in, use_of
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.compare.laws import TwoLaws, judge_by_both
from ancu.specs.language.chosen import judged_by
from ancu.specs.measure.baseline import find_lists, read_justified
from ancu.specs.measure.collect import Collection
from ancu.specs.measure.coverage import Coverage, measure
from ancu.specs.measure.mutation import Mutation, Progress, mutate
from ancu.specs.review.flips import BothWays, run_both_ways


@dataclass(frozen=True)
class Touched:
    """A programme that reads something that changed: its title, and what of that it reads."""

    title: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Tested:
    """How the scenarios hold under both rulebooks, and what they show of what changed.

    ``coverage`` is of the conditions that changed or read what did, by the scenarios judged on ``since`` or later;
    ``mutation`` of the changed names, from that day on. ``justified``: how many unnoticed changes a list explains.
    """

    both: BothWays
    since: date | None
    coverage: Coverage
    mutation: Mutation
    justified: frozenset[str]


@dataclass(frozen=True)
class Review:
    """A change from one rulebook to another.

    ``questions`` are what the checks ask of the new one and not of the old. ``tested`` and ``people`` are None where
    nothing was given to try the change on.
    """

    old: Rulebook
    new: Rulebook
    paths: tuple[str, str]
    changes: tuple[Change, ...]
    readers: Readers
    programmes: tuple[Touched, ...]
    questions: tuple[str, ...]
    tested: Tested | None
    people: TwoLaws | None
    made: date


def review(
    old: Rulebook,
    new: Rulebook,
    paths: tuple[str, str],
    lang: Language,
    *,
    features: Sequence[str] = (),
    lists: Sequence[str] = (),
    mapping: str | None = None,
    day: date | None = None,
    most: int = 20,
    progress: Progress | None = None,
) -> Review:
    """Compare ``old`` and ``new``, try both on the scenarios at ``features``, and judge ``lists`` by both.

    A list is judged on ``day``: by default the last day on which something changes, or today if that is past.
    """
    names, concerned = differing(old, new), touched(old, new)
    days = changed_from(old, new)
    programmes = []
    for name in concerned:
        holder = new if name in new.programmes else old
        read = [changed for changed in (name, *use_of(holder, name)) if changed in names and changed in _titled(holder)]
        titles = dict.fromkeys(holder.title(changed)[lang] for changed in read)
        programmes.append(Touched(holder.programmes[name].title[lang], tuple(titles)))
    tested = _tested(old, new, names, concerned, features, lang, progress) if features else None
    people = None
    if lists:
        on = day or max([date.today(), *days])
        people = judge_by_both(old, new, lists, concerned, on, lang, mapping=mapping, most=most)
    return Review(
        old,
        new,
        paths,
        tuple(changes(statements(old, lang), statements(new, lang))),
        readers_of(new, lang),
        tuple(programmes),
        _asked(old, new, lang),
        tested,
        people,
        date.today(),
    )


def _asked(old: Rulebook, new: Rulebook, lang: Language) -> tuple[str, ...]:
    before = {problem.text(lang) for problem in owed(old)}
    # What has no English yet is nothing to approve or refuse.
    asked = (problem for problem in owed(new) if problem.kind != "owed_english")
    return tuple(text for problem in asked if (text := problem.text(lang)) not in before)


def _titled(book: Rulebook) -> set[str]:
    return {
        *book.facts, *book.parameters, *book.programmes, *book.documents, *book.conditions, *book.quantities,
    }  # fmt: skip


def _tested(
    old: Rulebook,
    new: Rulebook,
    names: frozenset[str],
    concerned: Sequence[str],
    features: Sequence[str],
    lang: Language,
    progress: Progress | None,
) -> Tested:
    both = run_both_ways(old, new, features, lang)
    since = min(changed_from(old, new), default=None)
    since = None if since == BEGINNING else since
    here = [name for name in concerned if name in new.programmes]
    collection = both.collection
    if not here:
        empty = Mutation(collection, (), (), 0, ())
        return Tested(both, since, Coverage(new, collection, ()), empty, frozenset())
    with judged_by(new, lang):
        coverage = measure(_judged_since(collection, since), here).of(_shown_by(new, names))
        mutation = mutate(collection, here, progress, names)
    first = since or BEGINNING
    entries = tuple(entry for entry in coverage.entries if entry.period.end >= first)
    killed = tuple(one for one in mutation.killed if _lasts(one.mutant.period.end, one.mutant.day, first))
    survivors = tuple(one for one in mutation.survivors if _lasts(one.mutant.period.end, one.mutant.day, first))
    reasons: dict[str, str] = {}
    for file in find_lists(features):
        reasons.update(read_justified(file))
    justified = frozenset(one.mutant.id for one in survivors if one.mutant.id in reasons)
    return Tested(
        both,
        since,
        replace(coverage, entries=entries),
        replace(mutation, killed=killed, survivors=survivors),
        justified,
    )


def _lasts(end: date, day: date | None, first: date) -> bool:
    """Whether a changed version, or the one day on which a moved boundary shows, reaches ``first``."""
    return day >= first if day is not None else end >= first


def _judged_since(collection: Collection, since: date | None) -> Collection:
    """The examples that are judged by the law of ``since`` or a later day; all, where the change is of no day."""
    if since is None:
        return collection
    examples = [one for one in collection.examples if one.law_date is not None and one.law_date >= since]
    return replace(collection, examples=examples)


def _shown_by(book: Rulebook, names: frozenset[str]) -> set[str]:
    """The conditions that are among ``names``, or that read one by themselves or through quantities."""
    changed = set(names)
    for _ in book.quantities:
        more = {
            name
            for name in book.quantities
            if name not in changed and any(changed.intersection(names_in(tree.expr)) for tree in book.trees[name])
        }
        if not more:
            break
        changed |= more
    reading = {
        name
        for name in book.conditions
        if any(changed.intersection(names_in(tree.expr)) - book.conditions.keys() for tree in book.trees[name])
    }
    return {*(name for name in names if name in book.conditions), *reading}
