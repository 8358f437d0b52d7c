"""Properties as claims: what a record would have to be that refutes one, on each day on which it is said to hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from ancu.inference.program import Program, program_for
from ancu.inference.tree_edits import map_tree
from ancu.proof.allowed import contradictions
from ancu.proof.days import reads_day
from ancu.rulebook.calendar import Period
from ancu.rulebook.expressions import And, Constant, Expr, Name, Or
from ancu.rulebook.properties import Bands, Property, RecordChange
from ancu.rulebook.property_texts import named_in, read_texts
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.yaml_document import Path


@dataclass(frozen=True)
class WantedOutcome:
    """What a refuting record has to come to: ``expr`` met, or not met; ``side`` is which of two records or days."""

    expr: Expr
    outcome: bool
    side: int = 0


@dataclass(frozen=True)
class Refutation:
    """What would refute a property: all of ``wanted`` at once. ``about`` are the names that it is of."""

    wanted: tuple[WantedOutcome, ...]
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Claim:
    """A property on the days of ``periods``, in all of which it reads the same.

    ``programs`` has the program of each side; ``change`` is how the second record differs. ``premise`` is what makes
    it say anything at all.
    """

    name: str
    stated: Property
    periods: tuple[Period, ...]
    programs: tuple[Program, ...]
    premise: tuple[WantedOutcome, ...]
    refutations: tuple[Refutation, ...]
    change: RecordChange | None = None

    @property
    def exprs(self) -> tuple[Expr, ...]:
        """All that it is made of."""
        refuting = (one.expr for refutation in self.refutations for one in refutation.wanted)
        return (*(one.expr for one in self.premise), *refuting)


def claims_of(book: Rulebook, name: str) -> Iterator[Claim]:
    """The property ``name`` as claims, one for each time in which all that it reads is the same."""
    stated = book.properties[name]
    exprs = read_texts(book, stated)
    if stated.on is not None and stated.later is not None:
        yield _between_days(book, name, exprs, stated.on, stated.later)
        return
    concerned = [*named_in(book, exprs), *([stated.bands.programme] if stated.bands else ())]
    found: list[Claim] = []
    for period in epochs_within(book, stated.period):
        if concerned and not any(book.programmes[one].in_force_on(period.start) for one in concerned):
            continue
        claim = _claim_on(book, name, exprs, period)
        same = next((i for i, one in enumerate(found) if _alike(book, one, claim)), None)
        if same is None:
            found.append(claim)
        else:
            found[same] = replace(found[same], periods=(*found[same].periods, period))
    yield from found


def _alike(book: Rulebook, one: Claim, other: Claim) -> bool:
    """Whether what is proven of one is proven of the other."""
    if one.programs != other.programs or one.refutations != other.refutations:
        return False
    if any(reads_day(program, one.exprs) for program in one.programs):
        return False
    first, second = (contradictions(book, book.epochs.index(claim.periods[0].start)) for claim in (one, other))
    return first == second


def epochs_within(book: Rulebook, period: Period) -> Iterator[Period]:
    """The times within ``period`` in which nothing changes."""
    starts = book.epochs.starts
    for i, start in enumerate(starts):
        end = starts[i + 1] - timedelta(days=1) if i + 1 < len(starts) else date.max
        common = Period(start, end).common(period)
        if common is not None and common.end > date.min:
            yield common


def _claim_on(book: Rulebook, name: str, exprs: Mapping[Path, Expr], period: Period) -> Claim:
    stated = book.properties[name]
    if stated.bands is not None:
        return _bands(book, name, stated.bands, exprs, period)
    program, read = _compiled(book, exprs, period.start)
    given = tuple(WantedOutcome(expr, True) for path, expr in read.items() if path == ("given",))
    if stated.form == "exclusive":
        pairs = combinations(range(len(stated.exclusive)), 2)
        apart = [pair for pair in pairs if not _is_taken_once(book, stated, pair, period)]
        refutations = [
            Refutation(
                (*given, *(WantedOutcome(read["exclusive", i], True) for i in pair)),
                tuple(stated.exclusive[i] for i in pair),
            )
            for pair in apart
        ]
        return Claim(name, stated, (period,), (program,), given, tuple(refutations))
    if stated.form == "implies":
        premise = (*given, WantedOutcome(read["if",], True))
        refuted = Refutation((*premise, WantedOutcome(read["then",], False)), named_in(book, exprs))
        return Claim(name, stated, (period,), (program,), premise, (refuted,))
    premise = (*given, WantedOutcome(read["keeps",], True))
    refuted = Refutation((*premise, WantedOutcome(read["keeps",], False, 1)), named_in(book, exprs))
    return Claim(name, stated, (period,), (program, program), premise, (refuted,), stated.change)


def _between_days(book: Rulebook, name: str, exprs: Mapping[Path, Expr], on: date, later: date) -> Claim:
    programs, reads = zip(*(_compiled(book, exprs, day) for day in (on, later)), strict=True)
    given = tuple(WantedOutcome(read["given",], True, side) for side, read in enumerate(reads) if ("given",) in read)
    premise = (*given, WantedOutcome(reads[0]["keeps",], True))
    refuted = Refutation((*premise, WantedOutcome(reads[1]["keeps",], False, 1)), named_in(book, exprs))
    periods = (Period(on, on), Period(later, later))
    return Claim(name, book.properties[name], periods, programs, premise, (refuted,))


def _bands(book: Rulebook, name: str, bands: Bands, exprs: Mapping[Path, Expr], period: Period) -> Claim:
    chosen = bands.options or list(book.programmes[bands.programme].benefit.options)
    texts: dict[Path, Expr] = {**exprs, ("programme",): Name(bands.programme)}
    for option in chosen:
        texts["option", option] = book.options[bands.programme, option] or Constant(True)
    program, read = _compiled(book, texts, period.start, whole=False)
    given = tuple(WantedOutcome(expr, True) for path, expr in read.items() if path == ("given",))
    premise = (*given, WantedOutcome(read["programme",], True))
    both = [
        Refutation((*premise, *(WantedOutcome(read["option", one], True) for one in pair)), pair)
        for pair in combinations(chosen, 2)
    ]
    none = Refutation((*premise, *(WantedOutcome(read["option", one], False) for one in chosen)))
    refutations = (*both, *(() if bands.gaps else (none,)))
    return Claim(name, book.properties[name], (period,), (program,), premise, refutations)


def _is_taken_once(book: Rulebook, stated: Property, pair: tuple[int, int], period: Period) -> bool:
    """Whether a preference of the law has a case take one of a pair, and that is enough."""
    both = {stated.exclusive[i] for i in pair}
    preferences = (one for one in book.preferences.values() if period.start in one.period)
    return stated.preferred and any(both <= set(one.among) for one in preferences)


def _compiled(
    book: Rulebook, exprs: Mapping[Path, Expr], day: date, whole: bool = True
) -> tuple[Program, dict[Path, Expr]]:
    """A program of all that ``exprs`` read on ``day``, and ``exprs`` over its nodes.

    ``whole``: a programme is met by whoever has one of its options besides.
    """
    named = named_in(book, exprs)
    regions = [book.programmes[one].region for one in (*named, *book.programmes)]
    region = next((one for one in regions if one is not None), None)
    texts = [_granted(book, expr) if whole else expr for expr in exprs.values()]
    program, read = program_for(book, texts, day, region)
    return program, dict(zip(exprs, read, strict=True))


def _granted(book: Rulebook, expr: Expr) -> Expr:
    """``expr`` with each programme met only by whoever has one of its options."""

    def change(node: Expr) -> Expr | None:
        if not isinstance(node, Name) or node.id not in book.programmes:
            return None
        whens = [book.options[node.id, key] for key in book.programmes[node.id].benefit.options]
        if any(when is None for when in whens):
            return None
        return And((node, Or(tuple(when for when in whens if when is not None))))

    return map_tree(expr, change)
