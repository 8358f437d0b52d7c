"""The catalogue: every key that code uses is there, none lies idle, both languages quote the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ancu import messages
from ancu.messages import LANGUAGES, _catalogue, keys

ROOT = Path(__file__).resolve().parents[2]
FILES = (file for part in ("engine", "cli") for suffix in ("py", "html") for file in (ROOT / part).rglob(f"*.{suffix}"))
SOURCE = "\n".join(file.read_text(encoding="utf-8") for file in FILES)
#: Every word that stands between quotation marks.
QUOTED = set(re.findall(r"(?=['\"](\w+)['\"])", SOURCE))
#: Keys that code puts together from a prefix and a status, outcome, type or column.
BUILT = re.compile(
    r"(status|explain_reasons|amount|condition|why|type|expected|unit|cite|shape|table|step|word|heading|os)_\w+"
    r"|kind_\w+|diff_(added|removed|changed|\w+_cases)|cause_\w+|template_(how|note)_\w+|problem_\w+"
    r"|page_(audience|purpose|decided_by)_\w+|names_of_\w+|person_spouse_\w+|say_members_\w+"
    r"|each_(only|best|ranked|tie|open)|moment_(filing|confirmation|lot|signing)|number_of_(male|female)"
    r"|register_(kind|state|due|nothing_stands|step_unknown)_\w+"
    r"|doubles_(standing|sort|effect|asked|number|name|birth|commune)_\w+|weekday_[0-6]"
    r"|plan_(part|state|level|since|unmatched|standing|table|heading|sheet|column|tile|unit)_\w+|work_\w+_synonyms"
    r"|notice_(kind|tag_is|concludes)_\w+|public_field_\w+|calendar_(latest|earliest|from)"
    r"|reform_(kind|table|heading|tile|column)_\w+|defect_(kind|about)_\w+|defects_effect_\w+"
    r"|draw_(check|page|verdict|kind|withdrawn|proves_not|minutes|said_order|said_round|point_unknown)_?\w*"
    r"|assistant_(about|title|mend|notice)_\w+|doctor_(topic|state|gives)_\w+|doctor_(temporary|here)_mend"
    r"|what_if_by_\w+|changeable_to_\w+|spec_words_(applicant|household|named|pointed)|spec_no_fact_\w+|spec_aside_\w+"
    r"|desk_(task|failed|open|in)_\w+|plan_left_\w+|entries_state_\w+|due_is_\w+"
    r"|plan_money_(million|billion)|interview_found_by_\w+|(meaning|blank|spec_steps|fact_is)_\w+|keyword_\w+_others|spec_step_unknown_(given|when|then)"
)
#: Families whose members code names by what follows the prefix.
FAMILY = re.compile(r"(?:say|handbook|column|reject|summary)_(\w+)")


def test_no_key_is_idle() -> None:
    idle = [key for key in keys() if not _named(key) and not BUILT.fullmatch(key)]
    assert idle == []


def _named(key: str) -> bool:
    member = FAMILY.fullmatch(key)
    return not QUOTED.isdisjoint((key, *(member.groups() if member else ())))


def test_keys_named_in_code_exist() -> None:
    named = re.findall(r'(?:message|text)\(\s*"(\w+)"', SOURCE)
    named += re.findall(r'(?:Problem|problem)\(\s*"(\w+)"', SOURCE)
    assert len(named) > 100
    assert sorted({key for key in named if key not in keys() and key not in LANGUAGES}) == []


def test_both_languages_quote_the_same() -> None:
    for key, texts in _catalogue().items():
        assert set(texts) == {"vi", "en"}, key
        quoted = [set(re.findall(r"(?<!\{)\{(\w+)\}", texts[lang])) for lang in ("vi", "en")]
        assert quoted[0] == quoted[1], key


def test_what_was_parsed_is_kept_and_trusted_only_as_it_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANCU_CACHE", str(tmp_path))
    parsed: list[bool] = []
    parse = messages._parsed
    monkeypatch.setattr(messages, "_parsed", lambda files: parsed.append(True) or parse(files))
    read = _catalogue.__wrapped__
    assert read() == read() == _catalogue()
    assert len(parsed) == 1
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"\xc4\x91", b"d", 1))
    assert read() == _catalogue()
    assert len(parsed) == 2
    monkeypatch.setenv("ANCU_CACHE", "")
    assert read() == _catalogue()
    assert len(parsed) == 3
