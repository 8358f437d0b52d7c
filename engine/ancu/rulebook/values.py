"""The one parser of what people write, and its reverse.

Lists, single records, specs and the command line all read values here. Numbers follow Vietnamese habit: a dot groups
thousands, a comma starts decimals. What could be read two ways is refused, never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Context, Decimal, InvalidOperation
from functools import cache, lru_cache
from typing import Any

from ancu.errors import nearest
from ancu.kept import kept
from ancu.likeness import likely
from ancu.messages import Language, message
from ancu.rulebook.model import Bounds, ChoiceValue, FactDef, Plausible, Text
from ancu.rulebook.number_words import number_in_words
from ancu.rulebook.spelling import alike, seen
from ancu.rulebook.types import UNIT_SIGNS, Type, scaled

_UNKNOWN = frozenset({"?", "không rõ", "chưa rõ", "chưa biết", "unknown"})
_BLANK = _UNKNOWN | {"", "-", "--", "–", "—", "…", "n/a", "na", "null", "☐", "□"}
#: What marks a cell, in a column of marks or of yes and no; an empty box says nothing.
MARKS = frozenset({"x", "✓", "✔", "√", "☑", "✅", "v"})
_YES = MARKS | {"có", "co", "đúng", "dung", "yes", "y", "true", "1", "đã", "rồi"}
_NO = frozenset(
    {
        "không",
        "khong",
        "ko",
        "sai",
        "no",
        "n",
        "false",
        "0",
        "chưa",
        "chua",
        "không có",
        "khong co",
        "chưa có",
        "chua co",
    }
)
_NOTHING = frozenset({"không", "không có", "không thuộc nhóm nào", "none", "no", "[]"})
_MULTIPLIERS = {
    "nghìn": 1_000, "ngàn": 1_000, "nghin": 1_000, "ngan": 1_000, "k": 1_000,
    "triệu": 1_000_000, "trieu": 1_000_000, "tr": 1_000_000, "million": 1_000_000,
    "tỷ": 1_000_000_000, "tỉ": 1_000_000_000, "ty": 1_000_000_000, "billion": 1_000_000_000,
}  # fmt: skip
_UNITS = {
    "đồng": "money", "dong": "money", "đ": "money", "vnd": "money", "vnđ": "money", "₫": "money",
    "đồng/tháng": "money", "đ/tháng": "money", "vnd/month": "money",
    "m2": "area", "m²": "area", "mét vuông": "area", "met vuong": "area", "m^2": "area", "sqm": "area",
    "km": "distance", "ki-lô-mét": "distance", "cây số": "distance",
    "%": "percent", "phần trăm": "percent",
    "năm": "years", "tuổi": "years", "years": "years", "year": "years",
    "tháng": "months", "months": "months", "ngày": "days", "days": "days",
    "người": "count", "nhân khẩu": "count", "khẩu": "count", "people": "count", "người/hộ": "count",
    "con": "count", "children": "count",
}  # fmt: skip
#: Units of a measure that are not its own, as multiples of it.
_SIZES: dict[str, dict[str, Decimal]] = {
    "area": {"ha": Decimal(10_000), "hecta": Decimal(10_000)},
    "distance": {"m": Decimal("0.001"), "mét": Decimal("0.001"), "met": Decimal("0.001")},
    "months": {"năm": Decimal(12), "years": Decimal(12), "year": Decimal(12)},
}
#: Digits that a number may have, far more than any bounds let through; and what reckons with them exactly.
_MOST_DIGITS = 200
_WIDE = Context(prec=2 * _MOST_DIGITS)
#: A sign of đồng before an amount, and what says that an amount is monthly.
_CURRENCY_BEFORE = re.compile(r"(?:vnd|vnđ|đồng|đ)\s*(?=[\d+-])")
_MONTHLY = re.compile(r"(?P<unit>[^\d/]*?)\s*(?:/\s*(?:1 )?|một |mỗi |hàng )(?:tháng|thang|th|month)")
#: A number once more, in words beside its digits: "15.000.000 (mười lăm triệu)", "03 (ba) người".
_IN_WORDS = re.compile(r"\s*\((?:(?:viết )?bằng chữ:?\s*)?(?P<words>[^()0-9]+)\)\s*")
_NUMBER = re.compile(r"(?P<number>[+-]?[0-9][0-9.,\s]*)(?P<rest>.*)", re.DOTALL)
#: An amount in two parts, as it is spoken: "3tr5", "3 triệu 500", "15 triệu 500 nghìn", "3 triệu rưỡi". With two digits
#: and no word after them ("3tr50") nobody knows what they are parts of.
_IN_PARTS = re.compile(
    r"(?P<whole>[0-9]{1,3}) ?(?P<of>triệu|trieu|tr|tỷ|tỉ|ty) ?"
    r"(?:(?P<half>rưỡi|ruoi)|(?P<part>[0-9]{1,3}) ?(?P<word>nghìn|ngàn|nghin|ngan|k|triệu|trieu|tr)"
    r"|(?P<bare>[0-9]|[0-9]{3}))"
    r"(?![0-9.,])(?P<rest>.*)",
    re.DOTALL,
)
#: The hour of a day that a program wrote beside it.
_HOUR = r"(?:[t ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?(?:am|pm|sa|ch))?)?"
_DATE = re.compile(rf"([0-9]{{1,2}}) ?[/.-] ?([0-9]{{1,2}}) ?[/.-] ?([0-9]{{4}}){_HOUR}")
_YEAR = re.compile(r"(?:năm )?(?:19|20)[0-9]{2}", re.IGNORECASE)
_ISO = re.compile(rf"([0-9]{{4}})[-/]([0-9]{{1,2}})[-/]([0-9]{{1,2}}){_HOUR}")
#: Days that a list may judge its cases by: before, no programme of the rulebook was; after, somebody slipped a key.
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2035, 12, 31)
_SPOKEN_DATE = re.compile(r"(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})")


#: Choices are told whole up to so many; of more, such as the provinces, only so many are.
MOST_CHOICES, _SHOWN_CHOICES = 12, 3

#: What is wrong with a value that is hardly meant, and yet can be.
_IMPLAUSIBLE = frozenset({"value_implausible", "money_implausible", "day_implausible"})


class ValueProblem(Exception):
    """A value that cannot be read: the message key, what it quotes, and what was expected."""

    def __init__(self, kind: str, fact: FactDef | None = None, /, **values: object) -> None:
        self.kind, self.fact, self.values = kind, fact, values
        super().__init__(kind)

    @property
    def confirmable(self) -> bool:
        """Whether the value may be stated all the same, once somebody has confirmed it."""
        return self.kind in _IMPLAUSIBLE

    def text(self, lang: Language | None = None) -> str:
        """What is wrong and what was expected, in ``lang``."""
        wrong, expected = self.wrong(lang), self.expected(lang)
        return f"{wrong} {message('value_expected', lang, expected=expected)}" if expected else wrong

    def wrong(self, lang: Language | None = None) -> str:
        """What is wrong, for where what was expected already stands."""
        values = {name: value(lang) if callable(value) else value for name, value in self.values.items()}
        return message(self.kind, lang, **values)

    def expected(self, lang: Language | None = None) -> str:
        """What should have been written."""
        if self.fact is None:
            return message("expected_date", lang)
        if len(self.fact.values) <= MOST_CHOICES:
            return message(f"expected_{self.fact.type}", lang, choices=some_choices(self.fact, lang))
        choices = some_choices(self.fact, lang, str(self.values.get("written", "")))
        label, count = self.fact.label[lang or "vi"], len(self.fact.values)
        return message(f"expected_{self.fact.type}_many", lang, choices=choices, count=count, label=label)


@lru_cache(maxsize=1 << 14)  # labels and headers, compared again and again
def normalise(text: str) -> str:
    """``text`` as headers and labels are compared: NFC, caseless, spaces folded, punctuation at the ends gone.

    Letters that nobody sees are no part of it.
    """
    return _fold(text).strip(" :*.;,").strip()


@lru_cache(maxsize=1 << 12)
def _fold(text: str) -> str:
    # Casefolding can decompose a letter, so it is composed again after.
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", seen(text)).casefold()).split())


def _clean(text: str) -> str:
    return _fold(text).removeprefix("'")


def is_blank(written: object) -> bool:
    """Whether ``written`` says nothing: empty, or words such as "không rõ"."""
    return written is None or (isinstance(written, str) and _clean(written).rstrip(".") in _BLANK)


def says_unknown(written: object) -> bool:
    """Whether ``written`` says that nobody knows: words such as "không rõ"."""
    return isinstance(written, str) and _clean(written).rstrip(".") in _UNKNOWN


def parse(fact: FactDef, written: object, *, confirmed: bool = False) -> int | str | bool | frozenset[str] | None:
    """``written`` as the engine's value of ``fact``: scaled integer, ordinal, choice id, bool, or set of ids.

    None for a blank. Raises :class:`ValueProblem` for anything that cannot be read, lies outside the fact's bounds or,
    unless somebody has ``confirmed`` it, is not plausible.
    """
    if is_blank(written):
        return None
    kind = fact.value_type.kind
    if kind == "yes_no":
        return _yes_no(fact, written)
    if kind == "choice":
        if not isinstance(written, str):
            raise ValueProblem("value_wrong_kind", fact)
        return _choice(fact, written)
    if kind == "list":
        return _list(fact, written)
    if kind == "date":
        found = parse_date(written, fact)
        if fact.bounds is not None and not fact.bounds.min <= found <= fact.bounds.max:  # type: ignore[operator]
            raise ValueProblem("value_out_of_bounds", fact, min=fact.bounds.min, max=fact.bounds.max)
        if not confirmed:
            _ask_unless_plausible(fact, found)
        return found.toordinal()
    return _number(fact, written, confirmed=confirmed)


def parse_date(written: object, fact: FactDef | None = None) -> date:
    """A date as people write it, day first; :class:`ValueProblem` otherwise."""
    if isinstance(written, datetime):
        return written.date()
    if isinstance(written, date):
        return written
    if not isinstance(written, bool) and _YEAR.fullmatch(str(written).strip()):
        raise ValueProblem("value_year_alone", fact)
    if not isinstance(written, str):
        raise ValueProblem("value_wrong_kind", fact)
    text = unicodedata.normalize("NFKC", _clean(written)).rstrip(" .")
    if found := _ISO.fullmatch(text):
        year, month, day = found[1], found[2], found[3]
    elif found := (_DATE.fullmatch(text) or _SPOKEN_DATE.fullmatch(text)):
        day, month, year = found[1], found[2], found[3]
    else:
        raise ValueProblem("value_not_a_date", fact)
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise ValueProblem("value_impossible_date", fact) from error


def parse_day_of_case(written: object) -> date:
    """The day that a list gives a case to be judged by; :class:`ValueProblem` where it is none, or hardly meant."""
    found = parse_date(written)
    if not FIRST_DAY <= found <= LAST_DAY:
        limits = {"given": found, "min": FIRST_DAY, "max": LAST_DAY}
        raise ValueProblem("day_implausible", **{name: _day(day) for name, day in limits.items()})
    return found


def read_money(written: str) -> int | None:
    """An amount of đồng as people write it; None if it is none."""
    label = Text(vi="đồng", en="đồng")
    amount = FactDef(type="money", label=label, section="-", bounds=Bounds(min=0, max=10**15))
    try:
        return _number(amount, written)
    except ValueProblem:
        return None


@cache
def yes_no_words() -> Mapping[str, bool]:
    """The words and marks for yes and no, as they are compared in lists."""
    return dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)


def _yes_no(fact: FactDef, written: object) -> bool:
    if isinstance(written, bool):
        return written
    if isinstance(written, int) and written in (0, 1):
        return bool(written)
    if isinstance(written, str):
        text = normalise(_clean(written))
        if text in _YES:
            return True
        if text in _NO:
            return False
    raise ValueProblem("value_not_yes_no", fact)


def spoken_choices(fact: FactDef) -> Mapping[str, str]:
    """The choices of ``fact`` by everything they are called, as compared."""
    return _spoken_choices(fact, *fact.values)


@kept
def _spoken_choices(fact: FactDef, *_names: str) -> Mapping[str, str]:
    # A copy of a fact with other choices has what was kept for the first, hence the names.
    spoken: dict[str, str] = {}
    for name, value in fact.values.items():
        for form in (name, value.vi, value.en, *value.synonyms):
            spoken.setdefault(normalise(form), name)
    return spoken


def some_choices(fact: FactDef, lang: Language | None = None, written: str = "") -> str:
    """The choices of ``fact`` in ``lang``, to be told; of very many, those most like what was ``written``.

    Where none is like it the first show what a value looks like.
    """
    labels = {name: value[lang or "vi"] for name, value in fact.values.items()}
    if len(labels) <= MOST_CHOICES:
        return "; ".join(labels.values())
    spoken = spoken_choices(fact)
    near = dict.fromkeys(spoken[text] for text in likely(normalise(_clean(written)), spoken))
    return "; ".join([*[labels[name] for name in [*(near or labels)][:_SHOWN_CHOICES]], "…"])


def _choice(fact: FactDef, written: str) -> str:
    text = normalise(_clean(written))
    spoken = spoken_choices(fact)
    if text in spoken:
        return spoken[text]
    meant = alike(text, spoken)
    if meant is not None:
        return meant
    near = nearest(text, spoken)
    if near is None:
        raise ValueProblem("value_not_a_choice", fact, written=written)
    label = fact.values[spoken[near]]
    raise ValueProblem("value_not_a_choice_near", fact, near=lambda lang: label[lang or "vi"], written=written)


def _list(fact: FactDef, written: object) -> frozenset[str]:
    if isinstance(written, (list, tuple, set, frozenset)):
        items = list(written)
    elif isinstance(written, str):
        if normalise(_clean(written)) in _NOTHING:
            return frozenset()
        # Labels themselves may hold commas, so semicolons part them first.
        parts = [part for part in re.split(r"[;|\n]", written) if part.strip()]
        return frozenset().union(*(_some_of(fact, part) for part in parts or [written]))
    else:
        items = [written]
    found = set()
    for item in items:
        if isinstance(item, int) and not isinstance(item, bool):
            item = str(item)
        if not isinstance(item, str):
            raise ValueProblem("value_wrong_kind", fact)
        found.add(_choice(fact, item))
    return frozenset(found)


def _some_of(fact: FactDef, written: str) -> frozenset[str]:
    """One choice, or several between commas and the like."""
    try:
        return frozenset({_choice(fact, written)})
    except ValueProblem:
        items = [part for part in re.split(r"[,/+]|(?: và )|(?: and )", written) if part.strip()]
        if len(items) < 2:
            raise
        return frozenset(_choice(fact, item) for item in items)


def _ask_unless_plausible(fact: FactDef, value: Decimal | date) -> None:
    """Raise :class:`ValueProblem` where ``value`` is hardly meant, with what probably is."""
    plausible = fact.plausible
    if not isinstance(plausible, Plausible) or plausible.holds(value):
        return
    if isinstance(value, date):
        raise ValueProblem("day_implausible", fact, given=_day(value), min=_day(plausible.min), max=_day(plausible.max))
    limits = {"given": _plain(value), "min": _plain(plausible.min), "max": _plain(plausible.max)}
    for thousands, word in ((1_000_000, "million"), (1_000, "thousand")):
        if fact.type == "money" and value > 0 and plausible.holds(value * thousands):
            raise ValueProblem(
                "money_implausible", fact, **limits, word=_multiple(word), meant=_plain(value * thousands)
            )
    raise ValueProblem("value_implausible", fact, **limits)


def _day(day: object) -> object:
    return lambda lang: format_value(day.toordinal(), Type("date"), None, lang or "vi")  # type: ignore[attr-defined]


def _multiple(word: str) -> object:
    return lambda lang: message(f"word_{word}", lang)


def _number(fact: FactDef, written: object, *, confirmed: bool = False) -> int:
    if isinstance(written, bool) or not isinstance(written, (str, int, float, Decimal)):
        raise ValueProblem("value_wrong_kind", fact)
    if isinstance(written, str):
        number = _written_number(fact, written)
    else:
        number = Decimal(repr(written)) if isinstance(written, float) else Decimal(written)
        if not number.is_finite():
            raise ValueProblem("value_not_a_number", fact)
    bounds = fact.bounds
    assert bounds is not None
    if not Decimal(bounds.min) <= number <= Decimal(bounds.max):  # type: ignore[arg-type]
        raise ValueProblem("value_out_of_bounds", fact, min=_plain(bounds.min), max=_plain(bounds.max))
    if not confirmed:
        _ask_unless_plausible(fact, number)
    exact = scaled(number, fact.value_type.scale)
    if exact is None:
        raise ValueProblem("value_too_fine", fact, places=fact.value_type.scale)
    return exact


def _plain(bound: object) -> object:
    def say(lang: Language | None) -> str:
        return _group(Decimal(str(bound)), lang or "vi")

    return say


def _written_number(fact: FactDef, written: str) -> Decimal:
    text = unicodedata.normalize("NFKC", _clean(written)).replace("m²", "m2").replace("₫", "đ")
    if (said := _IN_WORDS.search(text)) is not None and (spelt := _spelt(fact, said["words"])) is not None:
        before, after = text[: said.start()], text[said.end() :]
        number = _number_and_unit(fact, f"{before} {after}".strip())
        # "15 (mười lăm) triệu" repeats the digits, "15 triệu (mười lăm triệu)" the whole.
        if spelt != number and before.strip().lstrip("0") != str(spelt):
            digits = before.strip()
            raise ValueProblem("value_words_differ", fact, number=digits, words=said["words"].strip())
        return number
    return _number_and_unit(fact, text)


def _spelt(fact: FactDef, words: str) -> int | None:
    """The number that ``words`` spell, with or without the unit of the fact; None where they spell none."""
    words = words.strip(" ./").removesuffix(" chẵn")
    units = [unit for unit, kind in _UNITS.items() if kind == fact.type and words.endswith(f" {unit}")]
    longest = max(units, key=len, default="")
    return number_in_words(words.removesuffix(longest).strip()) if words else None


def _number_and_unit(fact: FactDef, text: str) -> Decimal:
    text = _CURRENCY_BEFORE.sub("", text, count=1) if _CURRENCY_BEFORE.match(text) else text
    if fact.type == "money" and (whole := _of_parts(text)) is not None:
        text = whole
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise ValueProblem("value_not_a_number", fact)
    multiplier, rest = 1, found["rest"].strip().rstrip(".")
    size = _SIZES.get(fact.type, {}).get(rest)
    if size is not None:
        return _WIDE.multiply(_digits(fact, found["number"].strip(), size > 1), size)
    if fact.type == "money" and (monthly := _MONTHLY.fullmatch(rest)):
        rest = monthly["unit"]
    for word, times in _MULTIPLIERS.items():
        if rest == word or re.match(rf"{word}[\s/đv.]", rest):
            multiplier, rest = times, rest[len(word) :].strip(" .")
            break
    if rest and (_UNITS.get(rest) is None or _UNITS[rest] != fact.type):
        if multiplier != 1 and not _UNITS.get(rest):
            raise ValueProblem("value_not_a_number", fact)
        raise ValueProblem("value_wrong_unit", fact, unit=rest)
    if multiplier != 1 and fact.type != "money":
        raise ValueProblem("value_wrong_unit", fact, unit=found["rest"].strip())
    return _WIDE.multiply(_digits(fact, found["number"].strip(), multiplier != 1), Decimal(multiplier))


def _of_parts(text: str) -> str | None:
    """An amount that is spoken in two parts as one number of đồng, with what follows it; None for any other."""
    found = _IN_PARTS.fullmatch(text)
    if found is None:
        return None
    of, rest = _MULTIPLIERS[found["of"]], found["rest"].strip()
    if found["bare"]:
        # "3 triệu 500 đồng" may be what it says.
        if _UNITS.get(rest.split("/")[0].strip(" .")) == "money":
            return None
        part = of * int(found["bare"]) // 10 ** len(found["bare"])
    else:
        size = _MULTIPLIERS[found["word"]] if found["word"] else of // 2
        if size >= of:
            return None
        part = size * int(found["part"] or 1)
    return f"{of * int(found['whole']) + part} {rest}".strip()


def fits_unit(fact: FactDef, unit: str) -> bool:
    """Whether numbers of ``fact`` can be written in ``unit``, such as "triệu đồng" or "m2"."""
    if fact.value_type.kind != "number":
        return False
    try:
        _written_number(fact, f"1 {unit}")
    except ValueProblem:
        return False
    return True


def names_unit(text: str) -> bool:
    """Whether ``text`` is a unit of any kind, such as "triệu đồng", "m2" or "người"."""
    unit = unicodedata.normalize("NFKC", _fold(text)).replace("₫", "đ").rstrip(".")
    if monthly := _MONTHLY.fullmatch(unit):
        unit = monthly["unit"]
    for word in _MULTIPLIERS:
        if unit == word or unit.startswith(f"{word} "):
            unit = unit.removeprefix(word).strip()
            return not unit or _UNITS.get(unit) == "money"
    return unit in _UNITS or any(unit in sizes for sizes in _SIZES.values())


def _digits(fact: FactDef, text: str, decimals_likely: bool) -> Decimal:
    sign = -1 if text.startswith("-") else 1
    digits = text.lstrip("+-")
    if not digits.isascii():
        raise ValueProblem("value_not_a_number", fact)
    if re.fullmatch(r"\d{1,3}( \d{3})+", digits):
        digits = digits.replace(" ", "")
    if re.fullmatch(r"\d+", digits):
        plain = digits
    elif re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", digits):
        if decimals_likely and digits.count(".") == 1 and "," not in digits:
            raise ValueProblem("value_ambiguous", fact)
        plain = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(,\d{3}){2,}(\.\d+)?|\d{1,3}(,\d{3})+\.\d+", digits):
        plain = digits.replace(",", "")
    elif re.fullmatch(r"\d{1,3},\d{3}", digits) and not decimals_likely and not digits.startswith("0,"):
        raise ValueProblem("value_ambiguous", fact)
    elif re.fullmatch(r"\d+,\d+", digits):
        plain = digits.replace(",", ".")
    elif re.fullmatch(r"\d+\.\d+", digits):
        plain = digits
    else:
        raise ValueProblem("value_not_a_number", fact)
    if len(plain) > _MOST_DIGITS:
        bounds = fact.bounds
        assert bounds is not None
        raise ValueProblem("value_out_of_bounds", fact, min=_plain(bounds.min), max=_plain(bounds.max))
    try:
        return _WIDE.multiply(Decimal(sign), Decimal(plain))
    except InvalidOperation as error:
        raise ValueProblem("value_not_a_number", fact) from error


def _group(number: Decimal, lang: Language) -> str:
    text = f"{number.normalize():,f}"
    if lang == "en":
        return text
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


def day_text(day: date, lang: Language) -> str:
    """A day as people read it in the language: "01/11/2025", "2025-11-01"."""
    return f"{day:%d/%m/%Y}" if lang == "vi" else day.isoformat()


def format_value(
    value: Any,
    type: Type,
    unit: str | None,
    lang: Language,
    choices: Mapping[str, ChoiceValue] | None = None,
) -> str:
    """An engine value as people read it: "22.000.000 đồng", "59,9 m²", "01/11/2025", "có", a choice's label."""
    if type.kind == "yes_no":
        return message("word_yes" if value else "word_no", lang)
    if type.kind == "date":
        return day_text(date.fromordinal(value), lang)
    if type.kind == "choice":
        return choices[value][lang] if choices and value in choices else str(value)
    if type.kind == "list":
        names = [name for name in choices if name in value] if choices else sorted(value)
        return "; ".join(choices[name][lang] if choices else name for name in names) or message("word_none", lang)
    number = _group(Decimal(value).scaleb(-type.scale), lang)
    sign = unit or UNIT_SIGNS.get(type.dimension or "")
    if type.dimension == "money" and lang == "en":
        return f"VND {number}"
    if sign is None and type.dimension in ("years", "months", "days"):
        sign = message(f"unit_{type.dimension}", lang)
    if sign == "%" and lang == "en":
        return f"{number}%"
    return f"{number} {sign}" if sign else number
