"""A review in words: the lines of the terminal, and the parts of the page, which say the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ancu.handbook.comparison import headline, in_words
from ancu.handbook.statements import Change
from ancu.messages import Language, message
from ancu.rulebook.values import day_text
from ancu.screening.compare.laws import Moved, TwoLaws
from ancu.specs.measure.report import LawReport, percent_text
from ancu.specs.page import Tile, render
from ancu.specs.review.flips import Flip
from ancu.specs.review.review import Review, Tested

#: How many changes that no scenario notices, and how many gaps in coverage, are told one by one.
MOST = 12
#: How many scenarios are told one by one.
MOST_FLIPS = 40


@dataclass(frozen=True)
class ReviewTeller:
    """A review in ``lang``."""

    review: Review
    lang: Language

    def _m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def made_of(self) -> Iterator[str]:
        """Which rulebooks, and when they were compared."""
        for key, path, book in zip(
            ("review_old", "review_new"), self.review.paths, (self.review.old, self.review.new), strict=True
        ):
            yield self._m(key, path=path, digest=book.digest[:12])
        yield self._m("review_made", day=day_text(self.review.made, self.lang))

    def kind(self, change: Change) -> str:
        """What kind of thing changed."""
        return self._m(f"kind_{change.statement.kind}")

    # -- scenarios --------------------------------------------------------------------------------------------------

    def scenarios(self, tested: Tested) -> str:
        """How many scenarios there are, and how many flip."""
        both = tested.both
        broken = sum(flip.after is not None for flip in both.flips)
        values = {"total": both.total, "broken": broken, "mended": len(both.flips) - broken}
        return self._m("review_scenarios", **values, failing=len(both.failing))

    def flip(self, flip: Flip) -> tuple[str, str, str]:
        """A scenario, and what it comes to under each rulebook."""
        name = f"{flip.place.scenario} ({flip.place})"
        return name, self._outcome(flip.before), self._outcome(flip.after)

    def _outcome(self, failure: str | None) -> str:
        if failure is None:
            return self._m("spec_passed")
        return self._m("review_fails", why=" ".join(failure.split()))

    def flips(self, tested: Tested) -> Iterator[tuple[str, str, str]]:
        """The scenarios that flip, then those that hold under neither; the first of them."""
        every = (*tested.both.flips, *tested.both.failing)
        yield from map(self.flip, every[:MOST_FLIPS])
        if len(every) > MOST_FLIPS:
            yield self._m("review_more", count=len(every) - MOST_FLIPS), "", ""

    def coverage(self, tested: Tested) -> Iterator[str]:
        """How much of what changed is shown, and what is not."""
        seen, wanted = tested.coverage.reached()
        if not wanted:
            yield self._m("review_no_coverage")
            return
        since = self._m("review_since", day=day_text(tested.since, self.lang)) if tested.since is not None else ""
        percent = percent_text(tested.coverage.percent, self.lang)
        yield self._m("review_coverage", percent=percent, seen=seen, wanted=wanted, since=since)

    def uncovered(self, tested: Tested) -> Iterator[str]:
        """What no scenario shows of the conditions that changed."""
        report = LawReport(self.review.new, self.lang)
        unseen = [" ".join(line.strip() for line in report.unseen(e)) for e in tested.coverage.entries if e.unseen]
        yield from self._some([text.replace("*", "") for text in unseen])

    def mutation(self, tested: Tested) -> str:
        """How many slips in what changed would be noticed."""
        mutation = tested.mutation
        if not mutation.judged:
            return self._m("review_no_mutation")
        percent = percent_text(mutation.score, self.lang)
        values = {"noticed": len(mutation.killed), "judged": mutation.judged, "justified": len(tested.justified)}
        return self._m("review_mutation", percent=percent, **values)

    def unnoticed(self, tested: Tested) -> Iterator[str]:
        """The slips that no scenario would notice."""
        report = LawReport(self.review.new, self.lang)
        opened = [one for one in tested.mutation.survivors if one.mutant.id not in tested.justified]
        yield from self._some([report.survivor(one) for one in opened])

    def _some(self, texts: list[str]) -> Iterator[str]:
        yield from texts[:MOST]
        if len(texts) > MOST:
            yield self._m("review_more", count=len(texts) - MOST)

    # -- people -----------------------------------------------------------------------------------------------------

    def people(self, people: TwoLaws) -> Iterator[str]:
        """Of which list, on which day, how many change."""
        values = {"lists": ", ".join(people.lists), "day": day_text(people.day, self.lang)}
        yield self._m("review_people", **values, cases=people.cases, changed=people.changed)
        if people.own_days:
            yield self._m("review_own_days", day=values["day"])
        if any(people.rejected):
            yield self._m("review_unread", before=people.rejected[0], after=people.rejected[1])

    def moved(self, moved: Moved) -> tuple[str, str, str, str, str]:
        """Programme, before, after, how many, and who."""
        book = self.review.new if moved.programme in self.review.new.programmes else self.review.old
        cases = ", ".join(moved.cases)
        if moved.count > len(moved.cases):
            cases += self._m("review_more_cases", count=moved.count - len(moved.cases))
        return book.programmes[moved.programme].title[self.lang], moved.before, moved.after, str(moved.count), cases

    # -- the whole --------------------------------------------------------------------------------------------------

    def lines(self) -> Iterator[str]:
        """The review line by line."""
        review = self.review
        yield self._m("review_title")
        yield from self.made_of()
        yield from self._part("review_changes")
        yield from in_words(review.changes, review.readers, self.lang)
        yield from self._part("review_programmes")
        for programme in review.programmes:
            yield f"  {programme.title}: {'; '.join(programme.names)}"
        if not review.programmes:
            yield "  " + self._m("review_no_programmes")
        if review.questions:
            yield from self._part("amend_questions")
            yield from (f"  - {question}" for question in review.questions)
        yield from self._part("review_flips")
        if review.tested is None:
            yield "  " + self._m("review_no_scenarios")
        else:
            yield "  " + self.scenarios(review.tested)
            for name, before, after in self.flips(review.tested):
                yield f"  - {name}" + (f": {self._m('review_from_to', before=before, after=after)}" if before else "")
            yield from self._part("review_tests")
            yield from (f"  {line}" for line in self.coverage(review.tested))
            yield from (f"  - {line}" for line in self.uncovered(review.tested))
            yield "  " + self.mutation(review.tested)
            yield from (f"  - {line}" for line in self.unnoticed(review.tested))
        yield from self._part("review_list")
        if review.people is None:
            yield "  " + self._m("review_no_list")
            return
        yield from (f"  {line}" for line in self.people(review.people))
        for moved in review.people.moved:
            title, before, after, count, cases = self.moved(moved)
            yield f"  - {title}: {self._m('review_from_to', before=before, after=after)}: {count} ({cases})"

    def _part(self, key: str) -> Iterator[str]:
        yield ""
        yield self._m(key)

    def page(self) -> str:
        """The review as one page to be printed and signed."""
        review, tested, people = self.review, self.review.tested, self.review.people
        tiles = [
            Tile(str(len(review.changes)), self._m("review_tile_changes")),
            Tile(str(len(review.programmes)), self._m("review_tile_programmes")),
        ]
        if tested is not None:
            broken = sum(flip.after is not None for flip in (*tested.both.flips, *tested.both.failing))
            left = len(tested.mutation.survivors) - len(tested.justified)
            tiles.append(Tile(str(len(tested.both.flips)), self._m("review_tile_flips"), "no" if broken else "ok"))
            tiles.append(Tile(str(left), self._m("review_tile_slips"), "no" if left else "ok"))
        if people is not None:
            tiles.append(Tile(f"{people.changed}/{people.cases}", self._m("review_tile_people")))
        return render(
            "review/review.html",
            self.lang,
            title=self._m("review_title"),
            made_of=" · ".join(self.made_of()),
            tiles=tiles,
            review=review,
            told=self,
            headline=headline,
        )
