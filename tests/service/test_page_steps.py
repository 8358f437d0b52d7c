"""The steps of a case on the page, without a browser: any way through them, back and forward; how many there are."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

import ancu
from ancu.interview.interview import Interview
from ancu.interview.ordering import shares_on
from ancu.interview.scope import programmes_for
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import format_value
from ancu.service.core import Core
from ancu.service.page_form import FACT, UNKNOWN, PageForm
from ancu.service.page_view import PageView
from ancu.service.pages import CasePages
from ancu.service.settings import Settings
from tests.support.klm import Effort
from tests.support.thorough import enough

DAY = date(2026, 5, 1)
PURCHASE, REPAIR = "social_housing_purchase", "temporary_house_elimination"


#: A single worker, as the page's form sends what he answers; "no" to everything else.
SINGLE: dict[str, list[str]] = {
    "housing_law_groups": ["worker"],
    "province": ["bac_ninh"],
    "marital_status": ["single"],
    "net_income": ["12 triệu"],
    "project_funding": ["developer"],
    "home_to_work_distance": ["5"],
    "gender": ["?"],
    "intake_opened_on": ["?"],
}


MARRIED = SINGLE | {"marital_status": ["married"], "spouse_net_income": ["9 triệu"], "raising_minor_child": ["yes"]}
#: A poor household in a house that falls to pieces.
POOR: dict[str, list[str]] = {
    "poverty_certificate": ["poor"],
    "housing_law_groups": ["rural_poor"],
    "province": ["bac_ninh"],
    "ethnic_minority_household": ["no"],
    "disaster_damage": ["none"],
    "household_kind": ["family"],
    "household_size": ["4"],
    "house_area": ["30"],
    "house_condition": ["temporary"],
    "solid_foundation": ["yes"],
    **{
        name: ["yes"] for name in ("has_house", "on_residential_land", "unsafe_for_users", "cannot_afford_with_support")
    },
    **{name: ["yes"] for name in ("loan_request", "has_residential_land", "registered_in_land_commune")},
    **{name: ["yes"] for name in ("land_certificate", "cost_plan_and_permit")},
}


@dataclass
class Walker:
    """Whoever goes through the page of a case; the form makes the way through its hidden fields each time."""

    pages: CasePages
    scope: list[str]
    day: date = DAY
    view: PageView = field(init=False)

    def __post_init__(self) -> None:
        fields = {"scope": self.scope, "as_of": [self.day.isoformat()]}
        self.view = self.pages.view(PageForm.begun_with(self.pages.book, fields, "vi"))

    @property
    def asked(self) -> list[str]:
        return self.view.asking

    def press(self, button: str, answers: dict[str, list[str]] | None = None) -> None:
        form = self.view.form
        fields: dict[str, list[str]] = {"do": [button], "view": [form.view], "shown": self.asked}
        for name, value in form.fields():
            fields.setdefault(name, []).append(value)
        fields |= {FACT + name: written for name, written in (answers or {}).items()}
        self.view = self.pages.view(PageForm.of(self.pages.book, fields))

    def go_on(self, answers: dict[str, list[str]]) -> None:
        """Answer what is asked and go on."""
        self.press("next", answers)
        assert not self.view.errors, (self.view.errors, answers)


@pytest.fixture(scope="module")
def pages(book: Rulebook) -> CasePages:
    return CasePages(Core(Settings(), book))


def written(book: Rulebook, name: str, value: Any) -> list[str]:
    """An engine value as the page's form sends it."""
    fact = book.facts[name]
    if isinstance(value, frozenset):
        return sorted(value) or ["-"]
    if fact.type == "yes_no":
        return ["yes" if value else "no"]
    return [value if fact.values else format_value(value, fact.value_type, None, "vi", None)]


def drawn(book: Rulebook, name: str, rng: random.Random) -> list[str]:
    """An answer as people give it, or that it is not known."""
    shares = shares_on(book, name) if rng.random() > 1 / 12 else ()
    if not shares:
        return [UNKNOWN]
    value = rng.choices([value for value, _ in shares], [share for _, share in shares])[0]
    return written(book, name, value)


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(enough(60, 6)))
def test_whatever_way_is_gone_the_steps_come_back_and_nothing_idle_is_asked(
    pages: CasePages, book: Rulebook, seed: int
) -> None:
    rng = random.Random(seed)
    fitting = programmes_for(book, [rng.choice(["poor", "worker", "merit"])], DAY)
    walker = Walker(pages, rng.sample(fitting, rng.choice([1, 2, 4])))
    said: dict[str, list[str]] = {}
    steps: dict[tuple[Any, ...], list[str]] = {}
    turns = 0
    while not walker.view.done or turns < 4:
        before = [name for step in walker.view.form.steps for name in step]
        assert len(before) == len(set(before)), "nothing is asked twice"
        asked = walker.asked
        way = tuple((name, *said[name]) for name in before)
        assert steps.setdefault(way, asked) == asked, "a step follows from the answers before it"
        if asked:
            known = {name: said[name] for name in before if said[name] != [UNKNOWN]}
            lacking = lacks(book, known, walker.scope)
            assert set(asked) <= lacking - set(before), "what cannot matter was asked"
        shown = {name: walker.view.form.answers[name] for name in asked if name in walker.view.form.answers}
        assert shown == {name: said[name] for name in asked if name in said}, "answers stand in their fields"
        if before and (walker.view.done or (rng.random() < 0.3 and turns < 12)):
            turns += 1
            for _ in range(rng.randint(1, 3)):
                walker.press("back")
            continue
        for name in asked:
            if name not in said or rng.random() < 0.1:
                said[name] = drawn(book, name, rng)
        # Some of what is drawn is unusual, and is confirmed.
        walker.view.form.confirmed |= {name: said[name][0] for name in asked if said[name] != [UNKNOWN]}
        walker.go_on({name: said[name] for name in asked})
    form = walker.view.form
    known = {name: said[name] for name in form.counting if said[name] != [UNKNOWN]}
    expected = ancu.decide_all(book, record(book, known), form.scope, DAY)
    found = {one.programme: one for one in walker.view.decisions}
    for decision in expected:
        assert found[decision.programme].status == decision.status
        assert found[decision.programme].texts("vi").reasons == decision.texts("vi").reasons


def record(book: Rulebook, known: dict[str, list[str]]) -> ancu.Record:
    lists = {name for name in known if book.facts[name].type == "list"}
    values = {name: [one for one in text if one != "-"] if name in lists else text[0] for name, text in known.items()}
    return ancu.read_record(book, values, confirmed=list(values))


def lacks(book: Rulebook, known: dict[str, list[str]], scope: list[str]) -> set[str]:
    found = ancu.decide_all(book, record(book, known), scope, DAY, "direct")
    return {fact for one in found for fact in (*one.missing, *one.missing_for_benefit, *one.missing_for_priority)}


def test_what_an_answer_beside_it_makes_idle_may_stay_blank(pages: CasePages) -> None:
    walker = Walker(pages, [PURCHASE])
    while "bought_social_housing" not in walker.asked:
        walker.press("skip", {"housing_law_groups": ["worker"], "province": ["bac_ninh"]})
    asked = walker.asked
    assert len(asked) > 1
    walker.press("next", {"renting_social_housing": ["no"]})
    assert {*walker.view.errors} == {*asked} - {"renting_social_housing"}
    walker.go_on({"bought_social_housing": ["yes"]})
    assert walker.view.done
    assert [decision.status for decision in walker.view.decisions] == ["ineligible"]
    assert {*walker.view.entered}.isdisjoint({*asked} - {"renting_social_housing", "bought_social_housing"})
    walker.press("change.bought_social_housing")
    walker.go_on({"bought_social_housing": ["no"]})
    assert {*walker.asked} & {*asked} - {"renting_social_housing", "bought_social_housing"}, "it is asked after all"


def test_a_change_is_gone_on_from_with_what_was_answered_after_it(pages: CasePages) -> None:
    walker = Walker(pages, [PURCHASE])
    while not walker.view.done:
        known = {name: SINGLE.get(name, ["no"]) for name in walker.asked}
        walker.go_on(known)
    walker.press("change.marital_status")
    assert walker.asked == ["marital_status"]
    walker.go_on({"marital_status": ["married"]})
    assert "spouse_bought_social_housing" in walker.asked
    assert walker.view.focus not in walker.view.form.answers
    assert "bought_social_housing" in walker.view.form.answers
    assert not {"province", "net_income"} & {*walker.asked}
    walker.press("change.marital_status")
    walker.go_on({"marital_status": ["single"]})
    assert walker.view.done
    assert [decision.status for decision in walker.view.decisions] == ["eligible"]


#: Before its first question a case has two pages: who asks and for what, and the programmes; or the programmes are
#: ticked at once, below a heading that is opened on the first page.
ASKED, DIRECTLY = 2, 1
BUILDING = ["disaster_house_support", "house_gift", "minority_house_loan", "self_build_loan"]


@pytest.mark.parametrize(
    ("scope", "answers", "day", "before", "most"),
    [
        ([PURCHASE], SINGLE, DAY, ASKED, 8),
        ([PURCHASE], MARRIED, DAY, ASKED, 8),
        ([PURCHASE, "social_housing_rent", "worker_lodging"], SINGLE, DAY, ASKED, 8),
        ([REPAIR], POOR, date(2025, 10, 1), ASKED, 5),
        (["house_gift", "self_build_loan"], POOR, DAY, ASKED, 5),
        (BUILDING, POOR, DAY, DIRECTLY, 5),
    ],
)
def test_a_case_has_few_steps_and_takes_less_than_two_minutes(
    pages: CasePages, book: Rulebook, scope: list[str], answers: dict[str, list[str]], day: date, before: int, most: int
) -> None:
    effort = Effort()
    first = 2 if before == ASKED else 1  # who asks, and for what; or the heading
    for _ in range(first + len(scope) + before):
        effort.click()
    walker = Walker(pages, scope, day)
    submitted = before
    while not walker.view.done:
        given = {}
        for name in walker.asked:
            fact = book.facts[name]
            none = {"yes_no": "no", "list": "-"}.get(fact.type, "none" if "none" in fact.values else UNKNOWN)
            given[name] = answers.get(name, [none])
            typed = fact.type not in ("yes_no", "list", "choice") and given[name] != [UNKNOWN]
            effort.type(given[name][0]) if typed else effort.click()
            effort.clicks += fact.type == "choice" and len(fact.values) > 6  # a list is opened first
        effort.click()
        walker.go_on(given)
        submitted += 1
    assert submitted <= most
    assert effort.seconds <= 120, effort


def test_the_first_step_has_the_best_question_of_an_interview(pages: CasePages, book: Rulebook) -> None:
    alike = 0
    for name in programmes_for(book, [], DAY):
        open_ = Interview(book, [name], DAY).open
        asked = Walker(pages, [name]).asked
        if not open_:
            assert asked == []
        elif open_[0].fact in asked:
            alike += 1
        else:  # what tells at once whether the programme is for somebody, and most often is not
            assert {*asked} <= {*book.programmes[name].asks_first}, name
    assert alike > 15
