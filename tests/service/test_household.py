"""Households over HTTP: members are read strictly, decided as the library does, asked one by one, and logged."""

from __future__ import annotations

import asyncio
import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

import ancu
from ancu.rulebook.rulebook import Rulebook
from ancu.service import many
from ancu.service.app import create_app
from ancu.service.journal import replay_log
from ancu.service.settings import Settings
from tests.conftest import WORKER

DAY = date(2026, 5, 1)
GRANT, POVERTY = "merit_house_grant", "poverty_status"
NUMBER, NAME = "012345678901", "Nguyễn Thị Bảy"
FATHER = {
    "relation": "cha",
    "merit_category": "thương binh",
    "disability_rate": "45",
    "born_on": "1950",
    "label": "dòng 3",
}
APPLICANT = {"Quan hệ": "chủ hộ", "Họ và tên": NAME, "Số CCCD": NUMBER}
FAMILY: dict[str, Any] = {"province": "bac_ninh", "members": [APPLICANT, FATHER], "members_complete": True}


class Service:
    """The application in this process."""

    def __init__(self, book: Rulebook, **settings: Any) -> None:
        self.app = create_app(Settings(**settings), book)

    def send(self, method: str, path: str, **more: Any) -> httpx.Response:
        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url="http://x") as client:
                return await client.request(method, path, **more)

        return asyncio.run(ask())

    def post(
        self, path: str, record: dict[str, Any], *programmes: str, lang: str = "vi", **more: Any
    ) -> httpx.Response:
        body = {"record": record, "as_of": DAY.isoformat(), "programmes": list(programmes) or None, **more}
        return self.send("POST", path, json=body, headers={"accept-language": lang})

    def bulk(self, records: list[dict[str, Any]], programme: str) -> list[dict[str, Any]]:
        answer = self.send(
            "POST", "/v1/bulk", params={"programme": programme, "as_of": DAY.isoformat()},
            content="\n".join(map(json.dumps, records)), headers={"content-type": "application/x-ndjson"},
        )  # fmt: skip
        assert answer.status_code == 200, answer.text
        return [json.loads(line) for line in answer.text.splitlines()]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("household")


@pytest.fixture(scope="module")
def http(book: Rulebook, home: Path) -> Service:
    return Service(book, decision_log=str(home / "log.jsonl"))


# -- decisions --------------------------------------------------------------------------------------------------------


def test_a_case_with_members_is_decided_as_the_library_does(book: Rulebook, http: Service) -> None:
    (found,) = http.post("/v1/decide", FAMILY, GRANT).json()["decisions"]
    wanted = ancu.decide(book, FAMILY, GRANT, DAY)
    assert found == wanted.model_dump(mode="json")
    assert found["household"]["whose"]["merit_category"] == [2]
    (told,) = http.post("/v1/explain", FAMILY, GRANT).json()["explanations"]
    assert told["texts"]["whole"] == wanted.explain("vi")
    assert NAME not in json.dumps(told, ensure_ascii=False)
    assert NUMBER not in json.dumps(told)


def test_a_case_without_members_says_nothing_of_a_household(http: Service) -> None:
    for path in ("/v1/decide", "/v1/explain", "/v1/next"):
        text = http.post(path, WORKER).text
        for word in ('household":{', '"household"', '"member"', '"asks"', "pointer"):
            assert word not in text, (path, word)
    wrong = http.post("/v1/decide", {"net_income": "nhiều"}).json()
    assert list(wrong["errors"][0]) == ["kind", "detail", "name"]


def test_bulk_judges_members_between_columns(book: Rulebook, http: Service) -> None:
    records = [{"province": "bac_ninh", "case": f"c{i}"} for i in range(many.WORTH_COLUMNS)]
    records.insert(3, {**FAMILY, "case": "family"})
    *answers, last = http.bulk(records, GRANT)
    assert last["summary"]["judged"] == len(records) == len(answers)
    assert [answer["case"] for answer in answers] == [record["case"] for record in records]
    family = answers[3]["decisions"][0]
    wanted = ancu.decide(book, FAMILY, GRANT, DAY)
    assert family["household"] == wanted.model_dump(mode="json")["household"]
    assert (family["status"], family["missing"]) == (wanted.status, wanted.missing)
    assert answers[3]["receipt"]["concluded_by"] == "direct"
    assert all("household" not in answer["decisions"][0] for answer in (answers[2], answers[4]))


# -- problems ---------------------------------------------------------------------------------------------------------


def test_what_is_wrong_with_a_member_is_pointed_at(http: Service) -> None:
    members = [
        {"relation": "chủ hộ", "born_on": "hôm qua", "Số CCCD": "01234567890"},
        {"relation": "con", "sở/ thích": "x", "net_income": 25, "label": True},
    ]
    answer = http.post("/v1/decide", {"province": "atlantis", "members": members})
    assert answer.status_code == 422
    found = [(item["kind"], item.get("pointer")) for item in answer.json()["errors"]]
    assert found == [
        ("fact_unfit", None),
        ("fact_unfit", "/record/members/0/born_on"),
        ("number_malformed", "/record/members/0/Số CCCD"),
        ("person_fact_unknown", "/record/members/1/sở~1 thích"),
        ("fact_implausible", "/record/members/1/net_income"),
        ("request_wrong_type", "/record/members/1/label"),
    ]
    text = answer.json()["detail"]
    for part in (
        "Thành viên 1 (chủ hộ)",
        "Thành viên 2 (con)",
        "“born_on”",
        "“hôm qua”",
        "/v1/people",
        "25 triệu đồng",
    ):
        assert part in text
    assert "01234567890" not in answer.text
    english = http.post("/v1/decide", {"members": members}, lang="en").json()["detail"]
    assert "Member 1 (chủ hộ): Field “born_on”" in english
    sure = [{"relation": "chủ hộ", "net_income": 25}]
    assert http.post("/v1/decide", {"members": sure}).status_code == 422
    assert http.post("/v1/decide", {"members": sure}, confirmed=["net_income"]).status_code == 200
    (line, _) = http.bulk([{"members": members}], GRANT)
    assert line["problem"]["errors"][0]["pointer"] == "/members/0/born_on"


@pytest.mark.parametrize(
    ("record", "kind", "pointer"),
    [
        ({"members": "x"}, "members_not_a_list", "/record/members"),
        ({"members": [APPLICANT, 1]}, "members_not_a_list", "/record/members/1"),
        ({"Thành viên": [{}] * 51}, "members_too_many", "/record/Thành viên"),
        ({"members": []}, "members_no_applicant", "/record/members"),
        ({"members": [APPLICANT, APPLICANT]}, "members_two_applicants", "/record/members"),
        ({"members": [APPLICANT], "Thành viên": []}, "fact_twice", "/record/Thành viên"),
        ({"members": [APPLICANT], "members_complete": "maybe"}, "fact_unfit", "/record/members_complete"),
        ({"members": [APPLICANT], "recorded_on": "31/02/2026"}, "fact_unfit", "/record/recorded_on"),
        ({"members": [APPLICANT], "recorded_on": "x" * 3_000}, "record_too_long", "/record/recorded_on"),
        ({"members": [APPLICANT | {"gender": "x" * 3_000}]}, "record_too_long", "/record/members/0/gender"),
        (
            {"members": [APPLICANT | {"Số CCCD": "027090000123", "gender": "nữ"}]},
            "number_of_male",
            "/record/members/0/Số CCCD",
        ),
        ({"members": [APPLICANT | {"gender": {"a": 1}}]}, "record_too_long", "/record/members/0/gender"),
        (
            {"members": [APPLICANT | {"Quan hệ với chủ hộ": "con"}]},
            "fact_twice",
            "/record/members/0/Quan hệ với chủ hộ",
        ),
    ],
)
def test_what_is_no_household(http: Service, record: dict[str, Any], kind: str, pointer: str) -> None:
    answer = http.post("/v1/decide", record)
    assert answer.status_code == 422
    (item,) = answer.json()["errors"]
    assert (item["kind"], item["pointer"]) == (kind, pointer)
    assert len(item["detail"]) < 600


def test_unknown_names_are_explained_a_few_times_in_all(http: Service) -> None:
    strange = {f"trường lạ {i}": i for i in range(40)}
    answer = http.post("/v1/decide", {"members": [APPLICANT, *({"relation": "con"} | strange for _ in range(30))]})
    kinds = [item["kind"] for item in answer.json()["errors"]]
    assert kinds.count("person_fact_unknown") + kinds.count("fact_unknown_near") == 5
    assert kinds.count("record_more_unknown") == 30


# -- questions --------------------------------------------------------------------------------------------------------


def test_questions_say_whom_they_are_put_to(http: Service) -> None:
    members = [{"relation": "chủ hộ", "born_on": "1980"}, {"relation": "con", "label": "bé út"}]
    asked = http.post("/v1/next", {"members": members, "poverty_certificate": "không"}, POVERTY).json()["questions"]
    of_members = {(q["member"], q["asks"]["fact"]): q for q in asked if "member" in q and q["member"] is not None}
    # Only the child may be of an age at which this matters.
    assert (2, "malnourished") in of_members
    assert (1, "malnourished") not in of_members
    assert of_members[2, "born_on"]["text"] == "Con đẻ (bé út): ngày sinh"
    assert of_members[2, "born_on"]["fact"]["fact"] in (
        "malnourished_child",
        "child_out_of_school",
        "adult_without_schooling",
    )
    assert len(of_members) == len([q for q in asked if q.get("member") is not None]), (
        "a fact of a person was asked twice"
    )
    (closing,) = [q for q in asked if q.get("asks", {}).get("fact") == "members_complete"]
    assert closing["text"] == "Còn ai khác trong hộ không?"
    assert closing["fact"]["fact"] == "household_size"
    assert "member" not in closing
    complete = http.post("/v1/next", {"members": members, "members_complete": "có"}, POVERTY).json()["questions"]
    assert not [q for q in complete if q.get("asks", {}).get("fact") == "members_complete"]


def test_asking_on_leads_to_a_decision(book: Rulebook, http: Service) -> None:
    """A family answers what it is asked; nothing is asked that nobody could answer, and in the end all is settled."""
    people: list[dict[str, Any]] = [
        {"relation": "applicant"},
        {"relation": "spouse", "married_on": "2010-05-01"},
        {"relation": "child", "born_on": "2015-03-02"},
    ]
    own = {"malnourished": False, "health_insurance": True, "schooling_for_age": True, "born_on": "1985-01-01"}
    flat = {"area_type": "rural", "house_area": 60, "income_per_person": 3_000_000}
    record: dict[str, Any] = {"members": people}
    for _ in range(60):
        answer = http.post("/v1/next", record, POVERTY).json()
        if answer["next"] is None:
            break
        question = answer["next"]
        if question.get("member"):
            row, fact = people[question["member"] - 1], question["asks"]["fact"]
            assert fact not in row
            row[fact] = own.get(fact, False)
        elif "asks" in question:
            record["members_complete"] = True
        else:
            fact = question["fact"]["fact"]
            kind = question["fact"]["type"]
            values = question["fact"]["values"]
            record[fact] = flat.get(fact, False if kind == "yes_no" else values[0]["value"] if values else 0)
    assert answer["next"] is None
    assert answer["standings"][0]["status"] != "undetermined"


def test_what_a_row_says_nobody_knows_is_asked(http: Service) -> None:
    """A column that one member fills closes it for the others; unless a row says that nobody knows."""
    mother = {"relation": "mẹ"}
    for said, wanted in (({}, False), ({"merit_category": "chưa rõ"}, True)):
        asked = http.post("/v1/next", FAMILY | {"members": [APPLICANT, FATHER, mother | said]}, GRANT).json()[
            "questions"
        ]
        assert any(q.get("member") == 3 and q["asks"]["fact"] == "merit_category" for q in asked) is wanted


def test_questions_of_one_person_stand_together(book: Rulebook) -> None:
    family = FAMILY | {"members": [{"relation": "chủ hộ"}, {"relation": "con"}], "poverty_certificate": "none"}
    decisions = ancu.decide_all(book, family, [POVERTY], DAY)
    questions = [q for q in ancu.next_questions(decisions) if q.member == 2]
    together = ancu.ask_together(decisions, questions)
    # Some dates of birth make schooling and nutrition idle: these wait.
    assert [q.asks for q in together if q.asks in ("born_on", "malnourished", "schooling_for_age")] == ["born_on"]
    assert {q.member for q in together} == {2}
    assert ancu.ask_together(decisions, ancu.next_questions(decisions))


# -- the rulebook, the description, the log ---------------------------------------------------------------------------


def test_people_lists_facts_roles_and_how_facts_follow(book: Rulebook, http: Service) -> None:
    found = http.send("GET", "/v1/people").json()
    assert book.people is not None
    assert {fact["fact"] for fact in found["facts"]} <= set(book.people.person.facts)
    assert {role["role"] for role in found["roles"]} == set(book.people.roles)
    follows = {item["fact"]: item for item in found["follows"]}
    (version,) = follows["raising_minor_child"]["versions"]
    assert version["when"] == "any(minor_child and lives_in_household)"
    assert "Nghị định 261/2025/NĐ-CP" in version["basis"][0]["text"]
    schema = Draft202012Validator(found["person_schema"])
    Draft202012Validator.check_schema(found["person_schema"])
    assert schema.is_valid({"relation": "father", "born_on": "1950-01-01", "label": "3"})
    assert not schema.is_valid({"relation": "uncle"})
    few = http.send("GET", "/v1/people", params={"programme": GRANT}, headers={"accept-language": "en"}).json()
    assert {"relation", "merit_category", "housing_supports"} <= {fact["fact"] for fact in few["facts"]}
    assert len(few["facts"]) < len(found["facts"])
    assert next(fact for fact in few["facts"] if fact["fact"] == "merit_category")["left_out"] == "none"


def test_the_description_types_members(book: Rulebook, http: Service) -> None:
    whole = http.send("GET", "/openapi.json").json()
    schemas = whole["components"]["schemas"]
    record = schemas["CaseRequest"]["properties"]["record"]
    assert record["properties"]["members"]["items"] == {"$ref": "#/components/schemas/Person"}
    assert record["properties"]["members"]["maxItems"] == 50
    assert book.people is not None
    assert set(book.people.person.facts) <= set(schemas["Person"]["properties"])
    person = Draft202012Validator(schemas["Person"])
    for member in (APPLICANT, FATHER):
        person.validate(member)
    assert not person.is_valid({"relation": 3})
    assert not {"member", "asks", "text"} & set(schemas["Question"]["required"])


def test_the_log_can_be_judged_again_and_names_nobody(book: Rulebook, home: Path) -> None:
    path = home / "replayed.jsonl"
    http = Service(book, decision_log=str(path))
    http.post("/v1/decide", FAMILY | {"recorded_on": "2026-04-01"}, GRANT, POVERTY)
    http.bulk([FAMILY, {"province": "bac_ninh"}], GRANT)
    text = path.read_text(encoding="utf-8")
    assert NUMBER not in text
    assert NAME not in text
    assert "•••••••••901" in text
    entries = [json.loads(line) for line in text.splitlines()]
    assert ["household" in entry for entry in entries] == [True, True, False]
    replay = replay_log(book, os.fspath(path))
    assert (replay.identical, replay.entries) == (True, 3), replay.text("en")
    entries[1]["household"]["members"][1]["facts"]["merit_category"] = "none"
    path.write_text("\n".join(map(json.dumps, entries)) + "\n", encoding="utf-8")
    difference = replay_log(book, os.fspath(path)).difference
    assert difference is not None
    assert difference.line == 2
