"""Mutation of the law: the rulebook changed one thing at a time, and which changes a set of scenarios would notice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Collection as Names
from dataclasses import dataclass

from ancu.specs.measure.bench import Bench
from ancu.specs.measure.collect import Collection, ScenarioPlace
from ancu.specs.measure.felt import can_be_felt
from ancu.specs.measure.mutant import Mutant
from ancu.specs.measure.mutants import mutants_of

#: Hears how many mutants are judged, of how many.
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Killed:
    """A change that a scenario notices, and the first that does."""

    mutant: Mutant
    by: ScenarioPlace


@dataclass(frozen=True)
class Survivor:
    """A change that no scenario notices; ``reached``: whether any scenario judges by what was changed."""

    mutant: Mutant
    reached: bool


@dataclass(frozen=True)
class Mutation:
    """What became of every mutant.

    ``equal`` changes mean the same as the law in canonical form; ``idle`` ones are proven to touch nothing that is ever
    concluded on: a version that no programme reads, a quantity that only texts quote, a rule that only papers ask for.
    """

    collection: Collection
    killed: tuple[Killed, ...]
    survivors: tuple[Survivor, ...]
    equal: int
    idle: tuple[Mutant, ...]

    @property
    def judged(self) -> int:
        return len(self.killed) + len(self.survivors)

    @property
    def score(self) -> float:
        """The changes noticed, of a hundred; 100 where there is nothing to notice."""
        return 100 * len(self.killed) / self.judged if self.judged else 100.0


def mutate(
    collection: Collection,
    programmes: Iterable[str] = (),
    progress: Progress | None = None,
    names: Names[str] | None = None,
) -> Mutation:
    """Judge every mutant that ``programmes`` (all by default) can feel by the scenarios of ``collection``.

    With ``names`` only what goes by these names is changed.
    """
    book = collection.book
    chosen = [book.programme(name).programme for name in programmes] or list(book.programmes)
    bench = Bench(collection, chosen)
    mutants = mutants_of(book)
    read = bench.law.names() if names is None else bench.law.names() & frozenset(names)
    concerned = [mutant for mutant in mutants.differing if mutant.name in read]
    killed: list[Killed] = []
    survivors: list[Survivor] = []
    idle: list[Mutant] = []
    for i, mutant in enumerate(concerned):
        if progress is not None:
            progress(i, len(concerned))
        reached, by = bench.judge(mutant)
        if by is not None:
            killed.append(Killed(mutant, by))
        elif can_be_felt(bench.law, mutant):
            survivors.append(Survivor(mutant, reached))
        else:
            idle.append(mutant)
    if progress is not None:
        progress(len(concerned), len(concerned))
    equal = sum(name in read for name in mutants.equal)
    return Mutation(collection, tuple(killed), tuple(survivors), equal, tuple(idle))
