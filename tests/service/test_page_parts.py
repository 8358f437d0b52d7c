"""Parts of the page: amounts in words, where it begins, forged forms, and what its results leave in the log."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from ancu.rulebook.rulebook import Rulebook
from ancu.service.app import create_app
from ancu.service.money_words import in_words
from ancu.service.page_start import Start
from ancu.service.settings import Settings
from tests.service.test_household_page import Clerk

PURCHASE = "social_housing_purchase"


@pytest.mark.parametrize(
    ("amount", "vi", "en"),
    [
        (0, "không đồng", "zero đồng"),
        (25, "hai mươi lăm đồng", "twenty-five đồng"),
        (1_005, "một nghìn không trăm lẻ năm đồng", "one thousand five đồng"),
        (14_500_000, "mười bốn triệu năm trăm nghìn đồng", "fourteen million five hundred thousand đồng"),
        (21_000_110, "hai mươi mốt triệu một trăm mười đồng", "twenty-one million one hundred ten đồng"),
        (2_000_000_000, "hai tỷ đồng", "two billion đồng"),
        (10**13, "mười nghìn tỷ đồng", "ten thousand billion đồng"),
    ],
)
def test_amounts_in_words(amount: int, vi: str, en: str) -> None:
    assert (in_words(amount, "vi"), in_words(amount, "en")) == (vi, en)


def test_every_programme_is_found_by_who_asks_and_for_what(book: Rulebook) -> None:
    for name, programme in book.programmes.items():
        assert programme.purpose, name
        for audience in programme.audience:
            for purpose in programme.purpose:
                start = Start.of(book, {"who": [audience], "for": [purpose]})
                assert start.fits(programme), (name, audience, purpose)
        assert Start.of(book, {}).fits(programme)


def test_facts_of_the_programmes_asked_for_most_are_put_as_questions(book: Rulebook) -> None:
    from ancu.rulebook.references import facts_read

    programmes = (PURCHASE, "social_housing_rent", "merit_house_grant", "temporary_house_elimination")
    for name in facts_read(book, programmes):
        question = book.facts[name].question
        assert question is not None, name
        assert question.vi.endswith("?")
        assert question.en.endswith("?")


def ask(app: Any, *forms: dict[str, Any], path: str = "/") -> list[httpx.Response]:
    async def go() -> list[httpx.Response]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
            if not forms:
                return [await client.get(path)]
            return [await client.post("/", data=form) for form in forms]

    return asyncio.run(go())


def test_a_result_that_replaces_another_says_so_in_the_log(book: Rulebook, tmp_path: Path) -> None:
    app = create_app(Settings(decision_log=str(tmp_path / "log"), agency="UBND xã Ví Dụ"), book)
    first, *_ = ask(app, {"scope": PURCHASE, "do": "finish"})
    shown = re.search(r'name="replaces" value="(\w+)"', first.text)
    assert shown is not None
    sheet, other = ask(
        app,
        {"scope": PURCHASE, "do": "file", "replaces": shown[1]},
        {"scope": PURCHASE, "asked": "province", "f.province": "bac_ninh", "do": "file", "replaces": shown[1]},
    )
    assert "UBND xã Ví Dụ" in sheet.text
    lines = [json.loads(line) for line in (tmp_path / "log").read_text(encoding="utf-8").splitlines()]
    assert [line.get("replaces") for line in lines] == [None, shown[1]], "the sheet of a result is no other result"
    assert lines[0]["request"] == shown[1]
    for line, printed in zip(lines, (sheet, other), strict=True):
        assert line["request"] in printed.text, "what is printed names its line of the log"
    assert "nhật ký quyết định" in first.text


def test_forged_steps_and_buttons_are_no_fault_of_the_service(book: Rulebook) -> None:
    app = create_app(Settings(), book)
    odd = {"scope": [PURCHASE, "nothing"], "step": ["net_income nothing", "", "x" * 5_000], "shown": ["nothing", "x"]}
    for button in (
        "back",
        "change.nothing",
        "change.",
        "lang.fr",
        "review",
        "file",
        "slip",
        "result",
        "skip",
        "?",
        "add",
    ):
        for view in ("result", "slip", "nothing"):
            (answer,) = ask(app, odd | {"do": button, "view": view, "replaces": "<x>"})
            assert answer.status_code in (200, 422), button
            assert "<x>" not in answer.text
    for path in ("/?scope=nothing&begin=1", "/?who=x&for=y&list=z", f"/?scope={PURCHASE}&begin=1&as_of=hôm%20qua"):
        (answer,) = ask(app, path=path)
        assert answer.status_code in (200, 422)
        assert "hôm qua" in answer.text or "hôm" not in path


def test_the_start_leads_to_the_other_language_and_keeps_what_was_chosen(book: Rulebook) -> None:
    app = create_app(Settings(), book)
    (answer,) = ask(app, path=f"/?who=poor&for=build&scope={PURCHASE}&as_of=01/05/2026")
    link = re.search(r'class="language" href="([^"]+)"', answer.text)
    assert link is not None
    for part in ("lang=en", "who=poor", "for=build", f"scope={PURCHASE}", "as_of=01"):
        assert part in link[1]


def asked_of(book: Rulebook, scope: str, known: dict[str, str]) -> tuple[list[list[str]], Clerk]:
    """The steps of a case that answers "no" to whatever it is asked but ``known``."""
    clerk = Clerk(book)
    clerk.begin(scope)
    steps: list[list[str]] = []
    while asked := clerk.asked:
        steps.append(asked)
        for name in asked:
            kind = book.facts[name].type
            none = {"yes_no": "no", "list": "-"}.get(kind, "none" if "none" in book.facts[name].values else "?")
            clerk.answer({name: known.get(name, none)})
        clerk.press("next")
        assert clerk.status == 200
    return steps, clerk


def test_what_was_denied_has_no_follow_up(book: Rulebook) -> None:
    assert asked_of(book, "merit_house_grant", {})[0] == [["merit_recognised"]]
    assert {"poverty_certificate", "merit_recognised"} <= {*asked_of(book, "house_gift", {})[0][0]}
    steps, clerk = asked_of(
        book,
        PURCHASE,
        {
            "housing_law_groups": "worker",
            "province": "bac_ninh",
            "marital_status": "single",
            "net_income": "12 triệu",
            "project_funding": next(iter(book.facts["project_funding"].values)),
        },
    )
    asked = [name for step in steps for name in step]
    assert asked[0] == "housing_law_groups"
    assert "merit_recognised" in asked
    assert not {"merit_category", "martyr_relation", "spouse_net_income", "home_on_certificate", "employment"} & {
        *asked
    }
    assert len(asked) <= 22
    assert len(steps) <= 6
    assert clerk.badge == "Đủ điều kiện"
