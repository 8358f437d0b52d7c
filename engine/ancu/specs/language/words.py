"""Words as people vary them: what is read alike, what changes nothing, who a phrase may be said of.

The lists stand in ``words.yaml``. A sentence comes to a row of tokens: words in their common form, and numbers with
what they measure. What a list does not name stays a token of its own, so that nothing is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from ancu.messages import LANGUAGES, Language
from ancu.rulebook.number_words import number_in_words

#: What stands in the text of a phrase for a blank, before the letter of what fills it.
BLANK_OF = "\ue000"
#: Words that belong to the day or place after them.
_PLACES = ("tỉnh", "thành phố", "tp")
_BEFORE = rf"(?:(?:ngày|{'|'.join(_PLACES)}) )*"
_NUMBER = r"[+-]?\d(?:[\d.,]*\d)?"
_SPELT = r"(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|mốt|tư|lăm|trăm|linh|lẻ|rưỡi) )+"
_FEW = r"(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_LARGE = r"(?:triệu|trđ|tr\.đ|tr|tỷ|tỉ|nghìn|ngàn)"
_DONG = r"(?:đồng|vnđ|vnd|đ)"
#: Numbers by what they measure; the first that fits is meant.
_MEASURES = (
    ("date", r"(?:ngày )*(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2} tháng \d{1,2} năm \d{4})"),
    ("halves", rf"\d+ ?(?:triệu|tr|tỷ|tỉ) ?(?:rưỡi\b|\d(?= ?(?:$|[,;/]|một|mỗi|hằng|hàng|đồng)))(?: ?{_DONG}\b)?"),
    ("money", rf"{_NUMBER} ?{_LARGE}\b(?: ?{_DONG}\b)?|{_NUMBER} ?{_DONG}\b"),
    ("sum", rf"{_SPELT}(?:triệu|tỷ|nghìn)(?: {_SPELT}(?:triệu|nghìn))*(?: rưỡi)?(?: đồng)?\b"),
    ("area", rf"{_NUMBER} ?(?:m2|m²|m\^2|mét vuông)(?!\w)"),
    ("percent", rf"{_NUMBER} ?(?:%|phần trăm)"),
    ("distance", rf"{_NUMBER} ?(?:km|cây số|ki-lô-mét)(?!\w)"),
    ("span", rf"(?:{_NUMBER}|{_FEW}) (?:tháng|năm)(?! nay)\b(?: rưỡi\b)?"),
    ("number", rf"{_FEW}(?= (?:người|nhân khẩu|khẩu|thành viên|con|chỉ số)\b)|{_NUMBER}"),
)
_TOKEN = re.compile(
    "|".join(
        [
            rf"(?:(?:ngày )*|{_BEFORE}(?={BLANK_OF}choice))"
            rf"{BLANK_OF}(?P<blank>[a-z_:]+){BLANK_OF}(?: (?:km|tháng|năm)\b)?",
            *(rf"(?<!\w)(?P<{kind}{at}>{pattern})" for at, (kind, pattern) in enumerate(_MEASURES)),
            r"(?P<word>[^\W\d_]+)",
            r"(?P<mark>\S)",
        ]
    )
)
#: How many texts are kept in their common form.
_KEPT = 1 << 12
#: What joins statements and stands right after a word.
_STOPS = (";", ".")
#: How long a subject may be that stands apart.
_LONGEST_LEAD = 60
#: A child whose age says whether he is a minor.
_MINOR = re.compile(
    r"(?<!\w)con (?:(?:nhỏ|gái|trai|út) )?(?:(?P<under>dưới) |(?:mới|được|lên) )?(?P<age>\d{1,2}) (?:tháng )?tuổi(?!\w)"
)
#: One home or plot, counted.
_ONE = re.compile(r"(?<!\w)0?1 (?=(?:căn|ngôi|thửa|mảnh)(?!\w))")
#: What stands before something written short.
_APART = r"(?<![\w/])"
#: A name of one letter, or one that ends in letters: "bà T", "ông Nguyễn Văn A", "anh N.V.H".
_UPPER = "".join(letter for letter in map(chr, range(0x41, 0x1F00)) if letter.isupper())
_INITIALS = rf"(?:[{_UPPER}]\w+ )*(?!I\b|[IVX]{{2,}}\b)[A-ZĐ](?![\w/])(?:[. ]+[A-ZĐ](?![\w/]))*\.?"
#: The digits of a bare number that can only be a sum of money, and the kinds of token that an entry may name.
_LEAST_BARE_SUM, _WORDS = 6, ("", "number", "span")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark in its common form, or a number: then ``kind`` says of what, and ``written`` is it as written."""

    text: str
    kind: str = ""
    written: str = ""


class Words:
    """The lists of one language."""

    def __init__(self, lists: Mapping[str, Any], values: Mapping[str, str]) -> None:
        """``values``: the names of values that a blank of words may hold, and the kind of that blank."""
        self.persons = frozenset(lists["persons"])
        self.denying = frozenset(lists["denying"])
        self.telling_apart = frozenset(lists["telling_apart"])
        self.decisive = frozenset(lists["decisive"])
        self.kept = frozenset(lists["kept_after_persons"])
        self.is_a = tuple(start if start.endswith("{") else f"{start} " for start in lists["is_a"])
        self.organisations = frozenset(lists["organisations"])
        self._named: list[str] = lists["named"]
        self.same: Mapping[str, list[str]] = lists["same"]
        self.left_out: list[str] = lists["left_out"]
        self.day: list[str] = lists["day"]
        self.carried: list[str] = lists["carried"]
        self.all_of_them: list[str] = lists["all_of_them"]
        self.all_of_household = frozenset(lists["all_of_household"])
        self.ended = frozenset(lists["ended"])
        self.contracts: list[str] = lists["contracts"]
        self.no_fact: Mapping[str, Mapping[str, list[str]]] = lists["no_fact"]
        self.subjects: Mapping[str, list[str]] = lists["subjects"]
        self.titles: list[str] = sorted(lists["titles"], key=len, reverse=True)
        self.short: Mapping[str, str] = lists["short"]
        self.joining: list[str] = lists["joining"]
        self.leading: list[str] = sorted(lists["leading"], key=len, reverse=True)
        self.asides: Mapping[str, list[str]] = lists["asides"]
        self.details: Mapping[str, list[str]] = lists["details"]
        self.details_of: Mapping[str, list[str]] = lists["details_of"]
        self.affirmed = frozenset(lists["affirmed"])
        self.does = frozenset(lists["does"])
        self.of_a_person = frozenset(lists["of_a_person"])
        self.asked_by: Mapping[str, list[str]] = lists["asked_by"]
        self._values = values
        #: The last texts in their common form: one line is read in many ways.
        self._known: dict[str, list[Token]] = {}

    @cached_property
    def _entries(self) -> Mapping[str, dict[int, dict[tuple[str, ...], Token | None]]]:
        """By its first word and then by how long it is, the longest first, every row of words with its common form."""
        apart = self.denying | self.persons | self.decisive
        found: dict[tuple[str, ...], Token | None] = {pieces(name): Token(name) for name in apart}
        for common, others in self.same.items():
            found |= {pieces(text): Token(common) for text in (common, *map(str, others))}
        found |= {pieces(text): None for text in self.left_out}
        for name, kind in self._values.items():
            token = Token("…", kind, name)
            found |= {pieces(text): token for text in (name, *(f"{place} {name}" for place in _PLACES))}
        by_first: dict[str, dict[int, dict[tuple[str, ...], Token | None]]] = {}
        for row in sorted(found, key=len, reverse=True):
            by_first.setdefault(row[0], {}).setdefault(len(row), {})[row] = found[row]
        return by_first

    def tokens(self, text: str) -> list[Token]:
        """``text`` in its common form: what changes nothing left out, what denies joined to what it denies.

        What tells a thing apart is joined to its name: no other home in the province is not a home in another province.
        """
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[text] = self._read(text)
        return known

    def _read(self, text: str) -> list[Token]:
        raw = list(_raw(self.at_length(self._without_names(text))))
        found: list[Token] = []
        at = 0
        while at < len(raw):
            row, token = self._entry(raw, at)
            at += len(row) or 1
            if token is None and " ".join(row) in self.kept and found and found[-1].text in self.persons:
                token = Token(" ".join(row))
            if token is None:
                continue
            if token.text in self.telling_apart and found and not found[-1].kind and found[-1].text not in self.denying:
                token = Token(f"{found.pop().text} {token.text}")
            found.append(token)
        return list(self._denied(found))

    def at_length(self, text: str) -> str:
        """``text`` with what is written short at full length."""
        text = _ONE.sub("", _MINOR.sub(lambda child: _child(child[0], child["age"]), text.casefold()))
        return self._short.sub(lambda found: self.short[found[0]], text) if self.short else text

    @cached_property
    def _short(self) -> re.Pattern[str]:
        longest_first = sorted(map(re.escape, self.short), key=len, reverse=True)
        return re.compile("|".join(rf"{'' if one[0] == '/' else _APART}{one}(?!\w)" for one in longest_first))

    def _without_names(self, text: str) -> str:
        """``text`` without the names of their own that zones, firms and communes have."""
        if not self._named or text.islower():
            return text
        words: list[str] = []
        after = False
        for word in text.split():
            after = (after and word[:1].isupper()) or any(
                [one.casefold() for one in words[-len(kind) :]] == kind for kind in self._kinds
            )
            if not (after and word[:1].isupper()) or _is_acronym(word):
                words.append(word)
                after = False
        return " ".join(words)

    @cached_property
    def _kinds(self) -> list[list[str]]:
        return [kind.split() for kind in self._named]

    def _entry(self, raw: list[Token], at: int) -> tuple[tuple[str, ...], Token | None]:
        first = raw[at]
        if not first.kind:
            for count, rows in self._entries.get(first.text, {}).items():
                here = raw[at : at + count]
                row = tuple(token.text for token in here)
                if row in rows and all(token.kind in _WORDS for token in here):
                    return row, rows[row]
        return (), first

    def _denied(self, tokens: Iterable[Token]) -> Iterator[Token]:
        before = ""
        for token in tokens:
            if token.text in self.denying and not token.kind:
                before += f"{token.text} "
            elif before and not token.kind:
                yield Token(before + token.text)
                before = ""
            else:
                if before:
                    yield Token(before.strip())
                    before = ""
                yield token
        if before:
            yield Token(before.strip())

    def denies(self, text: str) -> bool:
        """Whether ``text`` denies something."""
        return not self.denying.isdisjoint(text.casefold().split())

    def without_initials(self, text: str) -> str:
        """``text`` without names that are letters after a title: "hộ bà T" is "hộ bà"."""
        return self._initials.sub(r"\1", text) if self.titles else text

    @cached_property
    def _initials(self) -> re.Pattern[str]:
        titles = (rf"[{one[0]}{one[0].upper()}]{re.escape(one[1:])}" for one in self.titles)
        return re.compile(rf"(?<!\w)({'|'.join(titles)}) {_INITIALS}")

    def unframed(self, text: str) -> str:
        """``text`` without what only leads to it: "hiện nay", "xã kiểm tra thấy"."""
        folded = text.casefold()
        lead = next((one for one in self.leading if folded.startswith(f"{one} ")), None)
        return text if lead is None else text[len(lead) + 1 :].removeprefix("là ").removeprefix("thì ")

    def led(self, text: str) -> str:
        """``text`` with a subject that stands before a comma or colon joined to what is said of it."""
        for mark in (", ", ": "):
            lead, found, rest = text.partition(mark)
            if found and len(lead) < _LONGEST_LEAD and any(of == "·" for *_, of in self.without_subjects(f"{lead} ·")):
                return f"{lead} {rest}"
        return text

    def addresses(self, text: str) -> bool:
        """Whether ``text`` is a word by which people address or point to the one spoken of, such as "ông"."""
        return text.casefold() in self.subjects["pointed"]

    @cached_property
    def _subjects(self) -> Mapping[str, list[tuple[list[str], str]]]:
        """The subjects by their first word, the longest first."""
        rows = [(text.split(), kind) for kind, texts in self.subjects.items() for text in texts]
        by_first: dict[str, list[tuple[list[str], str]]] = {}
        for row in sorted(rows, key=lambda row: -len(row[0])):
            by_first.setdefault(row[0][0], []).append(row)
        return by_first

    def without_subjects(self, text: str) -> Iterator[tuple[str, str, str]]:
        """Every way to read ``text`` after a subject: the subject, what kind it is, and the rest."""
        words = text.split()
        folded = [word.casefold() for word in words]
        subjects = self._subjects.get(folded[0], ()) if folded else ()
        if not subjects:
            return
        # A subject is no part of what is one word for a list, such as "hộ" of "hộ nghèo".
        first = self._entry(list(_raw(text)), 0)[0]
        for row, kind in subjects:
            count = len(row)
            if folded[:count] != row:
                continue
            if kind == "named":
                named = count
                while named < len(words) and words[named][:1].isupper() and not words[named].isupper():
                    named += 1
                if named == count:
                    continue
                count = named
            if len(first) <= count < len(words):
                yield " ".join(words[:count]), kind, " ".join(words[count:])


def _raw(text: str) -> Iterator[Token]:
    """The words, marks and numbers of ``text``."""
    for match in _TOKEN.finditer(" ".join(text.casefold().split())):
        group = str(match.lastgroup)
        if group == "blank":
            yield Token("…", match["blank"])
        elif group in ("word", "mark"):
            yield Token(match[group])
        else:
            yield _number(group.rstrip("0123456789"), match[group])


def _number(kind: str, written: str) -> Token:
    if kind == "span" and re.fullmatch(r"0?1 tháng", written):
        return Token("một tháng")
    if kind == "halves":  # "1 triệu rưỡi", "1tr8"
        whole, unit, part = re.findall(r"\d+|[^\W\d]+", written)[:3]
        written = f"{whole},{'5' if part == 'rưỡi' else part} {unit}"
        return Token(written, "money", written)
    if kind == "sum":
        written = str(number_in_words(written.removesuffix(" đồng")) or written)
        return Token(written, "money", written)
    if kind == "number":
        digits = re.sub(r"\D", "", written)
        spelt = None if digits else number_in_words(written)
        written = written if spelt is None else str(spelt)
        return Token(written, "money" if len(digits) >= _LEAST_BARE_SUM else kind, written)
    if kind == "span" and written.endswith(" rưỡi"):
        count, unit, _ = written.split()
        months = (int(count) if count.isdigit() else number_in_words(count) or 0) * 12 + 6
        return Token(written) if unit == "tháng" or "," in count else Token(f"{months} tháng", kind, f"{months} tháng")
    if kind == "span" and not written[0].isdigit():
        count, _, unit = written.partition(" ")
        written = f"{number_in_words(count)} {unit}"
    if kind == "date":
        written = re.sub(r"^(?:ngày )+", "", written)
        return Token("/".join(str(int(part)) for part in re.findall(r"\d+", written)), kind, written)
    return Token(written, kind, written)


def _is_acronym(word: str) -> bool:
    """Whether ``word`` is no name but short for several words, such as "ĐBKK"."""
    letters = word.strip(".,;:()")
    return len(letters) > 1 and letters.isupper()


def _child(said: str, age: str) -> str:
    """A child of some age: a minor where the age says so, else as ``said``."""
    under = 18 if "dưới" in said else 17
    return "con chưa thành niên" if int(age) <= under or "tháng tuổi" in said else said


def pieces(text: str) -> tuple[str, ...]:
    """The words, marks and numbers of an entry."""
    return tuple(token.text for token in _raw(text))


def day_said(text: str) -> str | None:
    """The day in a sentence that only says on which day is judged; None where it says something else."""
    leads = sorted((lead for lang in LANGUAGES for lead in words_in(lang).day), key=len, reverse=True)
    folded = " ".join(text.casefold().split())
    lead = next((lead for lead in leads if folded.startswith(f"{lead} ")), None)
    if lead is None:
        return None
    tokens = list(_raw(folded[len(lead) :]))
    return tokens[0].written if len(tokens) == 1 and tokens[0].kind == "date" else None


def joined_plainly(line: str) -> str:
    """``line`` with commas for what else joins two statements: "nhưng", a dash, parentheses."""
    if '"' in line:
        return line
    line = re.sub(r" \(([^()]+)\)(?=$|[ ,;.])", r", \1,", line)
    for word in (word for lang in LANGUAGES for word in words_in(lang).joining):
        before = "" if word in _STOPS else " "
        line = re.sub(rf"{before}{re.escape(word)} ", ", ", line)
    return re.sub(r"[\s,]*,[\s,]*", ", ", line).strip(" ,")


@lru_cache(maxsize=1)
def _lists() -> Mapping[Language, Mapping[str, Any]]:
    text = Path(__file__).with_name("words.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lists: Mapping[Language, Mapping[str, Any]] = yaml.load(text, loader)  # noqa: S506 - safe, in C
    assert set(lists) == set(LANGUAGES)
    return lists


def words_in(lang: Language, values: Mapping[str, str] | None = None) -> Words:
    """The words of a language, with the names of ``values`` that blanks may hold."""
    return Words(_lists()[lang], values) if values else _plain(lang)


@lru_cache(maxsize=2)
def _plain(lang: Language) -> Words:
    return Words(_lists()[lang], {})
