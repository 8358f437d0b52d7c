"""The clerk's page with the members of a household, by form posts alone as a browser without scripts makes them."""

from __future__ import annotations

import asyncio
import html
import re
from datetime import date
from html.parser import HTMLParser
from urllib.parse import urlencode

import httpx
import pytest

import ancu
from ancu.rulebook.rulebook import Rulebook
from ancu.service.app import create_app
from ancu.service.settings import Settings

GRANT, POVERTY, PURCHASE = "merit_house_grant", "poverty_status", "social_housing_purchase"


class Form(HTMLParser):
    """What a browser would send of a page: fields as they stand, buttons, labels."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self.names: set[str] = set()
        self.options: dict[str, list[str]] = {}
        self.buttons: dict[str, str] = {}
        self.focus: list[str] = []
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name, value = given.get("name", ""), given.get("value", "")
        if "autofocus" in given:
            self.focus.append(name or given.get("id", ""))
        if tag == "input":
            choice = given.get("type") in ("radio", "checkbox")
            if given.get("type") != "hidden":
                self.names.add(name)
                self.options.setdefault(name, []).append(value)
            if not choice or "checked" in given:
                self.fields.append((name, value))
        elif tag == "select":
            self._select = name
            self.names.add(name)
            self.options[name] = []
            self.fields.append((name, ""))
        elif tag == "datalist":
            self._select = ""  # what follows is proposed for a field of text
        elif tag == "option" and self._select:
            self.options[self._select].append(value)
            if "selected" in given:
                self.fields[-1] = (self._select, value)
        elif tag == "button" and name:
            self.buttons[value] = given.get("aria-label", "")


class Clerk:
    """Whoever sits before the page."""

    def __init__(self, book: Rulebook) -> None:
        self.app = create_app(Settings(), book)
        self.status, self.html = 0, ""
        self._take("GET")

    def begin(self, scope: str) -> None:
        self._take("GET", path=f"/?scope={scope}&as_of=01/05/2026&begin=1")

    def answer(self, given: dict[str, str] | None = None, **more: str) -> None:
        for name, value in ({f"f.{name}": value for name, value in (given or {}).items()} | more).items():
            assert name in self.form.names, (name, sorted(self.form.names))
            self.form.fields = [*(field for field in self.form.fields if field[0] != name), (name, value)]

    def press(self, button: str) -> None:
        assert button in self.form.buttons, (button, list(self.form.buttons))
        self._take("POST", urlencode([*self.form.fields, ("do", button)]))

    def _take(self, method: str, content: str = "", path: str = "/") -> None:
        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url="http://x") as client:
                headers = {"content-type": "application/x-www-form-urlencoded"} if content else {}
                return await client.request(method, path, content=content, headers=headers)

        answer = asyncio.run(ask())
        self.status, self.html = answer.status_code, answer.text
        self.form = Form(self.html)
        ids = re.findall(r' id="([^"]+)"', self.html)
        assert len(ids) == len(set(ids))
        assert len(self.form.focus) <= 1
        for part in re.findall(r'(?:for|aria-labelledby|aria-describedby)="([^"]+)"', self.html):
            assert set(part.split()) <= set(ids), part

    @property
    def asked(self) -> list[str]:
        return re.findall(r'name="shown" value="([\w.]+)"', self.html)

    @property
    def members(self) -> list[str]:
        return re.findall(r'class="who" id="[^"]+">([^<]+)<', self.html)

    @property
    def badge(self) -> str:
        found = re.search(r'class="verdict"><strong class="badge">([^<]+)<', self.html)
        return found[1] if found else ""

    def answer_all(self, known: dict[str, str]) -> list[str]:
        """Answer what is asked, as far as it is known, to the end; the fields that were asked."""
        seen: list[str] = []
        while asked := self.asked:
            assert not set(asked) & set(seen)
            seen += asked
            for name in asked:
                fact = name.rpartition(".")[2]
                if name in known or fact in known:
                    self.answer({name: known.get(name, known.get(fact, ""))})
            self.press("skip")
        return seen


@pytest.fixture
def clerk(book: Rulebook) -> Clerk:
    return Clerk(book)


def test_a_member_is_added_asked_and_named_in_the_result(book: Rulebook, clerk: Clerk) -> None:
    clerk.begin(GRANT)
    assert clerk.members == []
    clerk.press("add")
    assert clerk.members == ["Người đứng đơn", "Thành viên 2"]
    assert clerk.form.focus == ["f.m2.relation"]
    assert "applicant" not in clerk.form.options["f.m2.relation"]
    # Only what the chosen programme reads of a person is offered.
    offered = {name.rpartition(".")[2] for name in clerk.form.names if name.startswith("f.m2.")}
    assert {"merit_category", "housing_supports"} <= offered
    assert not {"net_income", "malnourished", "owns_home"} & offered
    clerk.answer({"m2.relation": "father"}, **{"l.m2": "dòng 3"})
    clerk.press("next")
    assert clerk.members == ["Người đứng đơn", "Cha (dòng 3)"]
    known = {
        "housing_supports": "-", "m1.merit_category": "none", "m1.martyr_relation": "none",
        "m1.also_recognised_as": "none", "must_demolish": "yes",
        "m2.merit_category": "war_invalid", "m2.disability_rate": "45", "m2.merit_recognised": "yes",
        "m2.merit_suspended": "no", "members_complete": "nobody", "lives_in_house": "yes", "registered_in_house": "yes",
        "house_condition": "temporary",
    }  # fmt: skip
    asked = clerk.answer_all(known)
    assert {"m1.merit_category", "m2.merit_category"} <= set(asked)
    assert "m2.disability_rate" in asked
    table = clerk.html[clerk.html.index('class="answers"') :]
    assert "Cha (dòng 3): diện người có công" in table
    assert "Không còn ai khác" in table
    # What the page came to is what the library comes to of the same.
    assert book.people is not None
    not_said = {name: "chưa rõ" for name, given in book.people.given.items() if given.closed is not None}
    said = {key: value for key, value in known.items() if key in asked}
    people = [
        not_said | {"relation": relation, "housing_supports": "không", "label": label}
        | {name.partition(".")[2]: value for name, value in said.items() if name.startswith(f"m{place}.")}
        for place, relation, label in ((1, "applicant", None), (2, "father", "dòng 3"))
    ]  # fmt: skip
    flat = {name: value for name, value in said.items() if name in book.facts}
    decision = ancu.decide(book, {"members": people, "members_complete": True} | flat, GRANT, date(2026, 5, 1))
    shown = html.unescape(clerk.html)
    assert clerk.badge.lower() == decision.texts("vi").status
    for text in (*decision.texts("vi").reasons, *decision.texts("vi").missing):
        assert text in shown
    assert any("cha (dòng 3)" in text for text in decision.texts("vi").reasons)


def test_each_is_asked_whatever_is_said_of_others(clerk: Clerk) -> None:
    """In a list a column that one row fills closes it for all; on a page it is still to be asked of the others."""
    clerk.begin(GRANT)
    clerk.press("add")
    clerk.answer({"m2.relation": "mother", "m2.merit_category": "war_invalid"})
    clerk.press("next")
    assert "m1.merit_category" in clerk.answer_all({})


def test_the_list_is_closed_by_an_answer(clerk: Clerk) -> None:
    clerk.begin(POVERTY)
    clerk.press("add")
    clerk.answer({"m2.relation": "child", "m2.born_on": "2015"})
    clerk.press("next")
    while clerk.asked and clerk.asked != ["members_complete"]:
        clerk.press("skip")
    assert clerk.asked == ["members_complete"]
    clerk.answer({"members_complete": "somebody"})
    clerk.press("next")
    assert clerk.members == ["Người đứng đơn", "Con đẻ", "Thành viên 3"]
    assert clerk.form.focus == ["f.m3.relation"]
    clerk.answer({"m3.relation": "child", "members_complete": "nobody"})
    clerk.press("next")
    assert clerk.members[1:] == ["Con đẻ (thành viên 2)", "Con đẻ (thành viên 3)"]
    clerk.press("finish")
    assert "Không còn ai khác" in clerk.html[clerk.html.index('class="answers"') :]
    assert "2015" in clerk.html


def test_members_are_changed_and_taken_away(clerk: Clerk) -> None:
    clerk.begin(POVERTY)
    clerk.press("add")
    clerk.answer({"m2.relation": "child", "m2.born_on": "2015"})
    clerk.press("add")
    clerk.answer({"m3.relation": "spouse"})
    clerk.press("next")
    assert clerk.form.buttons["remove.m3"] == "Bỏ vợ hoặc chồng khỏi danh sách"
    assert "remove.m1" not in clerk.form.buttons
    before = clerk.asked
    clerk.press("edit.m2")
    assert clerk.asked == []
    assert ("f.m2.born_on", "2015") in clerk.form.fields
    clerk.answer({"m2.born_on": "hôm qua"})
    clerk.press("next")
    assert clerk.status == 422
    assert clerk.asked == ["m2.born_on"]
    assert "Con đẻ: sinh ngày nào?" in clerk.html
    clerk.answer({"m2.born_on": "01/02/2016"})
    clerk.press("next")
    # What was being asked was put off, and is asked again.
    assert clerk.status == 200
    assert clerk.asked == before
    clerk.press("remove.m3")
    assert clerk.members == ["Người đứng đơn", "Con đẻ"]
    assert clerk.form.focus == ["do"]
    clerk.press("remove.m2")
    clerk.press("remove.m1")
    assert clerk.members == []
    assert all("." not in name for name in clerk.asked)


def test_what_was_said_of_the_applicant_goes_along(clerk: Clerk) -> None:
    clerk.begin(PURCHASE)
    while "net_income" not in clerk.asked:
        clerk.press("skip")
    clerk.answer({"net_income": "12 triệu"})
    clerk.press("add")
    assert ("f.m1.net_income", "12 triệu") in clerk.form.fields
    assert not any(name == "f.net_income" for name, _ in clerk.form.fields)
    clerk.answer({"m2.relation": "spouse"})
    clerk.press("finish")
    assert "Người đứng đơn: thu nhập" in clerk.html
    clerk.press("remove.m2")
    clerk.press("remove.m1")
    assert ("f.net_income", "12 triệu") in clerk.form.fields


def test_the_applicant_owns_what_is_asked_of_him_and_not_of_his_spouse(clerk: Clerk) -> None:
    clerk.begin(PURCHASE)
    clerk.press("add")
    clerk.answer({"m2.relation": "spouse"})
    clerk.press("next")
    asked = clerk.answer_all(
        {"members_complete": "nobody", "housing_law_groups": "worker", "m1.net_income": "12 triệu"}
    )
    assert {"m1.net_income", "m2.net_income"} <= set(asked)
    assert "m2.registered_at_another_project" not in asked
    assert "spouse_net_income" not in asked


def test_forged_members_are_no_fault_of_the_service(book: Rulebook) -> None:
    clerk = Clerk(book)
    fields = [("member", f"m{i}") for i in range(200)] + [("member", "x"), ("member", "m1.y"), ("do", "remove.m999")]
    fields += [("asked", "m3.relation"), ("f.m3.relation", "applicant"), ("asked", "m4.nothing"), ("l.m5", "x" * 9_000)]
    fields += [("asked", "members_complete"), ("f.members_complete", "what")]
    clerk._take("POST", urlencode([*fields, ("scope", GRANT)]))
    assert clerk.status == 200
    assert len(clerk.members) == 50
    assert "add" not in clerk.form.buttons
    clerk._take("POST", urlencode([("do", "edit.m7"), ("do", "add"), ("scope", GRANT)]))
    assert clerk.status == 200
