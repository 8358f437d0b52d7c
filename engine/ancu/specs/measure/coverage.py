"""Coverage of the law: which outcomes of which conditions a set of scenarios shows, and which of them decide.

For each version of each condition there are four goals: seen *met*, *not met*, *unknown*, and seen *decisive*:
forced to the other outcome, all else as evaluated, it changes the status. What the law as it stands cannot give is
proven impossible (:mod:`.ranges`, :mod:`.sway`) and set aside. Beside the goals is counted on which versions benefit or
priority is seen to hang in an eligible case, of those where no proof says that neither can.
"""

from __future__ import annotations

from collections.abc import Collection as Names
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from ancu.inference.program import Program
from ancu.rulebook.calendar import Period
from ancu.rulebook.references import names_in
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.measure.collect import Collection, Example, ScenarioPlace
from ancu.specs.measure.in_force import programs_in_force
from ancu.specs.measure.influence import influence_of
from ancu.specs.measure.sway import Sway

Goal = Literal["met", "not_met", "unknown", "decisive"]
GOALS: tuple[Goal, ...] = ("met", "not_met", "unknown", "decisive")
_OUTCOMES: Mapping[bool | None, Goal] = {True: "met", False: "not_met", None: "unknown"}


@dataclass
class CoveredVersion:
    """One version of one condition: the scenario that first reached each goal, and the goals that no case can reach."""

    condition: str
    version: int
    period: Period
    basis: tuple[str, ...]
    programmes: tuple[str, ...] = ()
    seen: dict[Goal, ScenarioPlace] = field(default_factory=dict)
    impossible: frozenset[Goal] = frozenset()
    #: Where it leaves the benefit or the priority of an eligible case open, and whether it may.
    left_open: ScenarioPlace | None = None
    may_be_open: bool = False

    @property
    def wanted(self) -> tuple[Goal, ...]:
        """The goals that a case can reach."""
        return tuple(goal for goal in GOALS if goal not in self.impossible)

    @property
    def unseen(self) -> tuple[Goal, ...]:
        """The goals that a case can reach and none does."""
        return tuple(goal for goal in self.wanted if goal not in self.seen)


@dataclass(frozen=True)
class Coverage:
    """The coverage of a rulebook, or of some of its programmes, by a collection of scenarios."""

    book: Rulebook
    collection: Collection
    entries: tuple[CoveredVersion, ...]

    def reached(self, goal: Goal | None = None) -> tuple[int, int]:
        """How many goals (of one kind) are seen, of how many."""
        wanted = [(entry, one) for entry in self.entries for one in entry.wanted if goal in (None, one)]
        return sum(one in entry.seen for entry, one in wanted), len(wanted)

    @property
    def open_ends(self) -> tuple[int, int]:
        """On how many conditions benefit or priority is seen to hang in an eligible case, of those on which it may."""
        return sum(e.left_open is not None for e in self.entries), sum(e.may_be_open for e in self.entries)

    @property
    def unshown(self) -> tuple[CoveredVersion, ...]:
        """The versions that no scenario shows in any way: the scenarios of new law are still owed."""
        return tuple(entry for entry in self.entries if entry.wanted and not entry.seen)

    @property
    def percent(self) -> float:
        """The goals seen, of a hundred; 100 where there is nothing to see."""
        seen, wanted = self.reached()
        return 100 * seen / wanted if wanted else 100.0

    def of(self, conditions: Names[str]) -> Coverage:
        """The coverage of some conditions."""
        return replace(self, entries=tuple(entry for entry in self.entries if entry.condition in conditions))

    def citations(self) -> Iterator[tuple[str, tuple[CoveredVersion, ...]]]:
        """The cited places of law, in the order of their instruments, with the condition versions resting on each."""
        resting: dict[str, list[CoveredVersion]] = {}
        for entry in self.entries:
            for citation in entry.basis:
                resting.setdefault(citation, []).append(entry)
        order = {name: i for i, name in enumerate(self.book.instruments)}
        for citation in sorted(resting, key=lambda c: (order[c.partition(":")[0]], _levels(c))):
            yield citation, tuple(resting[citation])


def _levels(citation: str) -> list[tuple[int, str]]:
    """The parts of a citation so that article 9 comes before article 30."""
    parts = citation.partition(":")[2].split(".")
    return [(int(digits) if (digits := "".join(c for c in part if c.isdigit())) else 0, part) for part in parts]


def measure(collection: Collection, programmes: Iterable[str] = ()) -> Coverage:
    """The coverage by ``collection`` of ``programmes``, all of them by default."""
    book = collection.book
    chosen = [book.programme(name).programme for name in programmes] or list(book.programmes)
    entries = {(entry.condition, entry.version): entry for entry in _entries(book, chosen)}
    for example in collection.sound():
        if example.programme in chosen:
            _note(book, example, entries)
    _set_aside(book, chosen, entries)
    _find_open_ends(book, chosen, entries)
    return Coverage(book, collection, tuple(entries.values()))


def version_of(book: Rulebook, name: str, example: Example) -> int | None:
    """Which version of a condition an example is judged by."""
    day = example.law_date
    return next((i for i, tree in enumerate(book.trees[name]) if day in tree.period), None)


def _entries(book: Rulebook, programmes: list[str]) -> Iterator[CoveredVersion]:
    """The versions of conditions by which any of ``programmes`` is ever judged."""
    used: dict[tuple[str, int], dict[str, None]] = {}
    for programme in programmes:
        for day, program in programs_in_force(book, programme):
            for node in program.conditions():
                for i, tree in enumerate(book.trees.get(node.name, ())):
                    if day in tree.period:
                        used.setdefault((node.name, i), {}).setdefault(programme)
    for name in book.conditions:
        for i, tree in enumerate(book.trees[name]):
            if (name, i) in used:
                basis = tuple(tree.version.basis) if tree.version is not None else ()
                yield CoveredVersion(name, i, tree.period, basis, tuple(used[name, i]))


def _note(book: Rulebook, example: Example, entries: Mapping[tuple[str, int], CoveredVersion]) -> None:
    decision = example.decision
    if decision is None or decision.context.program is None or decision.context.judgment is None:
        return
    program, values = decision.context.program, decision.context.judgment.values
    facts = program.prepare(example.judged, decision.as_of)
    influence = influence_of(program, book.programmes[example.programme].territory)
    opened = set(decision.open_ranks).union(*(_settling(program, key, values) for key in decision.open_options))
    for node in program.conditions():
        if node.name not in book.conditions:
            continue
        version = version_of(book, node.name, example)
        entry = entries.get((node.name, version)) if version is not None else None
        if entry is None:
            continue
        entry.seen.setdefault(_OUTCOMES[values[node.name]], example.place)
        if node.name in opened:
            entry.left_open = entry.left_open or example.place
        if "decisive" not in entry.seen and influence.is_decisive(facts, values, node.name):
            entry.seen["decisive"] = example.place


def _settling(program: Program, option: str, values: Mapping[str, Any]) -> set[str]:
    """The conditions, unknown here, that an option which may be granted hangs on directly."""
    when = program.options[option]
    return {name for name in names_in(when) if values[name] is None} if when is not None else set()


def _can_stay_open(program: Program, sway: Sway, name: str) -> bool:
    """Whether a form of the benefit or a rank may hang on a condition in an eligible case; False is a proof."""
    if None not in sway.ranges[name].truth or sway.is_needed(name):
        return False
    # Some other option is met wherever this one is unknown; it leaves nothing open where it grants as much.
    options = (key for key, when in program.options.items() if when is not None and name in names_in(when))
    return name in program.ranks or any(
        program.options.keys() - {key, *program.outranked.get(key, ())} for key in options
    )


def _find_open_ends(book: Rulebook, programmes: list[str], entries: Mapping[tuple[str, int], CoveredVersion]) -> None:
    """Note on which versions benefit or priority may hang."""
    for programme in programmes:
        for day, program in programs_in_force(book, programme):
            sway = Sway(program, book.programmes[programme].territory)
            whens = (when for when in program.options.values() if when is not None)
            for name in dict.fromkeys((*program.ranks, *(name for when in whens for name in names_in(when)))):
                version = next((i for i, tree in enumerate(book.trees.get(name, ())) if day in tree.period), None)
                entry = entries.get((name, version)) if version is not None else None
                if entry is not None and not entry.may_be_open:
                    entry.may_be_open = entry.left_open is not None or _can_stay_open(program, sway, name)


def _set_aside(book: Rulebook, programmes: list[str], entries: Mapping[tuple[str, int], CoveredVersion]) -> None:
    """Prove impossible what is unseen, where that can be proven."""
    open_goals = {key: set(entry.unseen) for key, entry in entries.items() if entry.unseen}
    for programme in programmes:
        for day, program in programs_in_force(book, programme):
            sway = Sway(program, book.programmes[programme].territory)
            for node in program.conditions():
                version = next((i for i, t in enumerate(book.trees.get(node.name, ())) if day in t.period), None)
                goals = open_goals.get((node.name, version)) if version is not None else None
                if not goals:
                    continue
                goals -= {_OUTCOMES[outcome] for outcome in sway.ranges[node.name].truth}
                if "decisive" in goals and sway.can(node.name):
                    goals.discard("decisive")
    for key, goals in open_goals.items():
        entries[key].impossible = frozenset(goals)
