"""The one grammar of specs: general steps from the message catalogue, and phrases from the rulebook.

From it come the steps that pytest-bdd runs, the list of steps, the phrase book and the snippets of editors. A line of
a scenario is one sentence, or several joined by commas, "và" or "and"; a subject may stand before a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ancu.kept import kept
from ancu.messages import LANGUAGES, Language, keys, message
from ancu.rulebook.model import ConditionPhrase, FactPhrase, Homonym
from ancu.rulebook.naming import naming_of
from ancu.rulebook.phrases import BLANK, JOINTS, Spoken, homonyms, sentence_text, spoken, subjects, without_subject
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, normalise, parse
from ancu.specs.language.amounts import amount_said
from ancu.specs.language.asides import ASIDE, Besides, aside_of, without_details
from ancu.specs.language.letters import straightened, tidy
from ancu.specs.language.likeness import bare, blanked, may_mean, most_like
from ancu.specs.language.loose import LooseReader
from ancu.specs.language.whom import OfWhom, Whom, reader_of
from ancu.specs.language.words import day_said, joined_plainly, words_in

#: The general steps in the order in which a scenario uses them, by what they do.
ORDER = {
    "state": (
        "step_record", "step_fact", "step_fact_confirmed", "step_as_of", "step_household", "step_household_complete",
        "step_member_fact", "step_member_fact_confirmed",
    ),
    "judge": ("step_judge", "step_judge_moments"),
    "expect": (
        "step_result", "step_met", "step_not_met", "step_not_met_by", "step_unknown", "step_missing", "step_missing_of",
        "step_not_asked", "step_names_member",
        "step_amount", "step_missing_for_benefit", "step_provisional",
        "step_not_provisional", "step_note", "step_paper", "step_no_paper",
        "step_priority", "step_no_priority", "step_open_rank", "step_missing_for_priority", "step_conflict",
        "step_no_conflict", "step_not_covered", "step_rows",
        "step_moment_rows", "step_changes_on",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Sentence:
    """One sentence that a scenario may use: a general step (``key``) or a phrase (``phrase``).

    ``person``: the phrase speaks of a person and his facts.
    """

    text: str
    lang: Language
    key: str = ""
    phrase: Spoken | None = None
    person: bool = False

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """What a line says it by: quoted parts end at the quote, a bare part at the end of the line."""
        if self.phrase is not None:
            return self.phrase.regex
        text = re.escape(self.text)
        text = re.sub(r'"\\\{(\w+)\\\}"', r'"(?P<\1>[^"]+)"', text)
        return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", text))

    @property
    def purpose(self) -> str:
        """``state``, ``judge`` or ``expect``."""
        if self.key == ASIDE:
            return "state"
        if self.phrase is not None:
            return "state" if isinstance(self.phrase.phrase, FactPhrase) else "expect"
        return next(purpose for purpose, steps in ORDER.items() if self.key in steps)

    @property
    def shown(self) -> str:
        """The sentence with its blanks as people see them."""
        return BLANK.sub("…", self.text)


@dataclass(frozen=True)
class Saying:
    """A sentence as written: which one it is, and what stands in its blanks.

    ``whom``: the member of whom it is said; ``subject``: the words before it that name nobody in particular.
    """

    sentence: Sentence
    values: dict[str, str] = field(default_factory=dict)
    text: str = ""
    whom: Whom | None = None
    subject: str | None = None

    @property
    def is_statement(self) -> bool:
        """Whether it is a phrase that states facts."""
        return self.sentence.phrase is not None and isinstance(self.sentence.phrase.phrase, FactPhrase)


class Grammar:
    """Reads lines; lists and suggests sentences."""

    def __init__(self, book: Rulebook) -> None:
        steps = [key for group in ORDER.values() for key in group]
        assert set(steps) == {key for key in keys() if key.startswith("step_")}
        self.steps = [Sentence(sentence_text(key, lang), lang, key) for key in steps for lang in LANGUAGES]
        #: As lines are compared with them: the one with the most words of its own is the one that is meant.
        self._exact_first = sorted(self.steps, key=lambda sentence: -len(BLANK.sub("", sentence.text)))
        self._known: dict[str, list[Saying] | None] = {}
        self.phrases = [Sentence(phrase.text, phrase.lang, phrase=phrase) for phrase in spoken(book)]
        self.members = reader_of(book)
        self.naming, self.facts = naming_of(book), book.facts
        self.statuses = {
            normalise(message(key, lang)) for key in keys() if key.startswith("status_") for lang in LANGUAGES
        }
        self.loose = LooseReader((s.phrase for s in self.phrases if s.phrase is not None), book.facts)
        #: By the fact whose phrases they are: the phrases that may state another fact.
        self.homonyms: dict[str, list[Spoken]] = {}
        for said in homonyms(book):
            assert isinstance(said.phrase, Homonym)
            self.homonyms.setdefault(said.phrase.of, []).append(said)
        #: Phrases without a blank by their words, and those that have one.
        self._fixed = {s.text.casefold(): s for s in reversed(self.phrases) if not BLANK.search(s.text)}
        self._blank = [sentence for sentence in self.phrases if BLANK.search(sentence.text)]

    def sentences(self, lang: Language | None = None) -> Iterator[Sentence]:
        """Every sentence, in one language or in all: general steps first, then phrases in the rulebook's order."""
        return (s for s in (*self.steps, *self.phrases) if lang in (None, s.lang))

    def read(self, line: str) -> list[Saying] | None:
        """What ``line`` says; None if it cannot be read."""
        if line not in self._known:
            self._known[line] = self._read(line)
        return self._known[line]

    def _read(self, line: str) -> list[Saying] | None:
        line = tidy(line)
        found = self._read_as_is(line)
        if found is not None and not _curled(found) and ('"' in line or "; " not in line):
            return found
        said = next((said for form in straightened(line) if (said := self._read_as_is(form)) is not None), found)
        said = said if said is not None else self._unquoted(line)
        apart = joined_plainly(line) if said is None else line
        return said if apart == line else self._read_as_is(apart)

    def _unquoted(self, line: str) -> list[Saying] | None:
        """An expectation without its quotes, or an amount said in another sentence."""
        for key in ("step_missing", "step_result"):
            for sentence in self.steps:
                lead = sentence.text.partition('"')[0]
                if sentence.key == key and lead and line.casefold().startswith(lead.casefold()):
                    rest = line[len(lead) :].strip()
                    known = self.statuses if key == "step_result" else None
                    if normalise(rest) in known if known is not None else self.naming.find(rest) in self.facts:
                        return [Saying(sentence, {"status" if known is not None else "label": rest})]
        for lead in (lead for lang in LANGUAGES for lead in message("spec_judge_others", lang).split("; ")):
            if judged := re.fullmatch(rf'(?i:{re.escape(lead)}) "([^"]+)"', line):
                return [Saying(next(s for s in self.steps if s.key == "step_judge"), {"programme": judged[1]})]
        amount = amount_said(line)
        if amount is None:
            return None
        return [Saying(next(s for s in self.steps if s.key == "step_amount"), {"amount": amount})]

    def _read_as_is(self, line: str) -> list[Saying] | None:
        whole = self._step(line)
        # A quoted part may hold what joins sentences elsewhere; a bare one, such as a day, does not.
        if whole is not None and ('"' in line or not any(joint in line for joint in JOINTS)):
            return [whole]
        parts = list(self.parts(line))
        if all(saying is not None for _, saying in parts):
            return [saying for _, saying in parts if saying is not None]
        return None if whole is None else [whole]

    def parts(self, line: str) -> Iterator[tuple[str, Saying | None]]:
        """The parts of a line, each with what it says, if anything; the longest that can be read win."""
        form = line if '"' in line else words_in("vi").led(words_in("vi").without_initials(line))
        form = self._unframed(form)
        joints = [joint for joint in JOINTS if joint in form]
        saying = self._phrase(form) or self._of_member(form) or (None if joints else self._step(form))
        if '"' not in line and not (saying and self._fits(saying)) and (saying or not self.members.readings(form)):
            saying = self._loosely(form) or self._day(form) or self._labelled(form) or saying
        if saying is None and not joints and '"' not in line and (of_member := self._of_member_in_turn(form)):
            yield from ((line, one) for one in of_member)
        elif saying is None and not joints and (in_turn := self._in_turn(form)):
            yield from ((line, one) for one in in_turn)
        elif saying is None and not joints and '"' not in line and (besides := self._besides(form)):
            yield from ((line, one) for one in besides)
        elif saying is None and joints:
            apart = list(self._split(form.split(joints[0]), joints[0]))
            # "hộ nghèo ở vùng hay bị bão, lụt": the comma stands within what is said after the first thing.
            within = self._in_turn(form) if any(one is None for _, one in apart) else []
            yield from ((line, one) for one in within) if within else apart
        else:
            yield line, saying or self._in_own_words(form)

    def _unframed(self, text: str) -> str:
        """``text`` without words that only lead to it, unless they belong to what it says."""
        bare = words_in("vi").unframed(text)
        known = bare == text or '"' in text or self._phrase(text) or self._of_member(text) or self._loosely(text)
        return text if known else bare

    def _split(self, pieces: list[str], joint: str) -> Iterator[tuple[str, Saying | None]]:
        """Each of ``pieces`` by itself; one that says nothing with the next, if they say something together."""
        at = 0
        told: list[tuple[str, Saying | None]] = []
        while at < len(pieces):
            found = list(self.parts(pieces[at]))
            after = at + 1
            if found[0][1] is None and (shared := self._with_rest(pieces[at], pieces[after:])) is not None:
                found = [(pieces[at], shared)]
            elif told and found[0][1] is None:
                if (carried := self._carried(pieces[:at], pieces[at])) is not None:
                    found = [(pieces[at], carried)]
                elif len(found) == 1 and (whole := self._with(told[-1], pieces[at])) is not None:
                    told[-1], found = whole, []
                elif len(found) > 1 and (each := self._each_carried(pieces[:at], pieces[at])):
                    found = each
            if any(saying is None for _, saying in found) and after < len(pieces):
                both = joint.join(pieces[at : after + 1])
                if (together := self._loosely(both)) is not None:
                    found, after = [(both, together)], after + 1
            told += [self._of_same(told, text, saying) for text, saying in found]
            at = after
        yield from told

    def _of_same(
        self, told: list[tuple[str, Saying | None]], text: str, saying: Saying | None
    ) -> tuple[str, Saying | None]:
        """A part that names nobody after one that names a member: what a person is or earns is said of that member."""
        before = told[-1][1] if told else None
        phrase = None if saying is None else saying.sentence.phrase
        if before is None or before.whom is None or saying is None or phrase is None or saying.subject is not None:
            return text, saying
        fact = self.facts.get(phrase.name)
        if saying.whom is not None or fact is None or fact.section not in words_in("vi").of_a_person:
            return text, saying
        return text, self._of_member(f"{before.whom.said} {text}")

    def _with(self, before: tuple[str, Saying | None], text: str) -> tuple[str, Saying | None] | None:
        """What a part and the one ``before`` it say together though a comma parts them: "vợ liệt sĩ, đã tái giá"."""
        both = f"{before[0]} {text}"
        said = self._loosely(both) if before[1] is not None else None
        return None if said is None or "value" in said.values else (both, said)

    def _with_rest(self, text: str, after: list[str]) -> Saying | None:
        """What ``text`` names, said of it by a part ``after`` it about all of them: "nền, khung, mái đều hỏng"."""
        for part in after:
            for all_of_them in words_in("vi").all_of_them:
                _, found, rest = part.partition(f" {all_of_them} ")
                if found:
                    return self._loosely(f"{text} {rest}")
        return None

    def _carried(self, before: list[str], text: str) -> Saying | None:
        """What ``text`` says of what a part ``before`` it begins with, as in "nhà dột nát, hư hỏng"."""
        for part in reversed(before):
            folded = part.casefold()
            carried = (one for lang in LANGUAGES for one in words_in(lang).carried if folded.startswith(f"{one} "))
            firsts = sorted(carried, key=len, reverse=True)
            if not words_in("vi").denies(part):
                firsts += [one for one in words_in("vi").contracts if f"{one} " in f"{folded} "]
            for first in firsts:
                said = self._phrase(f"{first} {text}") or self._loosely(f"{first} {text}")
                if said is not None:
                    return said
        return None

    def _each_carried(self, before: list[str], text: str) -> list[tuple[str, Saying | None]]:
        """The same of each thing that ``text`` names; nothing if one of them says nothing."""
        joint = next(joint for joint in JOINTS if joint in text)
        each = [(one, self._carried(before, one)) for one in text.split(joint)]
        return each if all(saying is not None for _, saying in each) else []

    def _step(self, line: str) -> Saying | None:
        for sentence in self._exact_first:
            if match := sentence.regex.fullmatch(line):
                return Saying(sentence, match.groupdict())
        return None

    def _phrase(self, text: str) -> Saying | None:
        rest = without_subject(text)
        for form in (text, rest) if rest is not None else (text,):
            subject = text[: -len(rest) - 1] if rest is not None and form is not text else None
            if (fixed := self._fixed.get(form.casefold())) is not None:
                return self._of_one(Saying(fixed, {}, text, subject=subject))
            for sentence in self._blank:
                match = sentence.regex.fullmatch(form)
                # "Ở tỉnh khác" names no province.
                if match and not words_in("vi").telling_apart.issuperset(match.groups()):
                    filled = {k: v.strip('"') for k, v in match.groupdict().items()}
                    return self._of_one(Saying(sentence, filled, text, subject=subject))
        return None

    def _loosely(self, text: str) -> Saying | None:
        """What ``text`` means though its words differ; None where it means nothing, or more than one thing."""
        readings = [OfWhom(one.phrase, one.values, None, one.subject) for one in self.loose.readings(text)]
        of_people = [] if readings else self.members.loose_readings(text)
        several = readings or of_people
        return self._of_one(_said(several[0], text, bool(of_people))) if len(several) == 1 else None

    def _in_turn(self, text: str) -> list[Saying]:
        """What ``text`` says of somebody of whom it says first what he is."""
        if '"' in text or self.ambiguous(text):
            return []
        found = (OfWhom(one.phrase, one.values, None, one.subject) for one in self.loose.in_turn(text))
        return [_said(one, text, False) for one in found]

    def _in_own_words(self, text: str) -> Saying | None:
        """What ``text`` means by a phrase that stands in it, if all else it says belongs to that."""
        if '"' in text or self.ambiguous(text) or self.members.start_of(text) is not None:
            return None
        found = self.loose.in_own_words(text)
        said = None if found is None else _said(OfWhom(found.phrase, found.values, None, found.subject), text, False)
        return self._of_one(said) if said is not None and self._fits(said) else None

    def _day(self, text: str) -> Saying | None:
        """The day on which is judged, said in another sentence."""
        day = day_said(text)
        return None if day is None else Saying(next(s for s in self.steps if s.key == "step_as_of"), {"day": day})

    def _fits(self, saying: Saying) -> bool:
        """Whether what stands in the blank of a phrase is a value of its fact."""
        said = saying.sentence.phrase
        if said is None or "value" not in saying.values or not isinstance(said.phrase, FactPhrase):
            return True
        try:
            parse((self.members.facts if saying.sentence.person else self.facts)[said.name], saying.values["value"])
        except ValueProblem as problem:
            return problem.confirmable
        return True

    def _of_one(self, saying: Saying) -> Saying | None:
        """``saying``, unless it says what all of a household earn: nobody knows what the applicant does of it."""
        said = saying.sentence.phrase
        fact = None if said is None or saying.subject is None else self.facts.get(said.name)
        of_all = normalise(saying.subject or "") in words_in("vi").all_of_household
        return None if of_all and fact is not None and fact.section == "income" else saying

    def _besides(self, text: str, once: bool = False) -> list[Saying]:
        """What ``text`` says with something that no fact holds told besides; nothing where it may say more."""
        for one in without_details(text):
            if one.kind not in words_in("vi").affirmed or not words_in("vi").denies(one.rest):
                said = self._plainly(one.rest)
                if not said and not once:
                    said = self._besides(one.rest, once=True)
                if said and self._is_besides(one, said):
                    return [*said, _told_besides(one, said)]
        aside = None if once else aside_of(text)
        return [] if aside is None else [_told_besides(aside)]

    def _is_besides(self, one: Besides, said: list[Saying]) -> bool:
        """Whether a detail is told besides what is ``said``, and changes nothing of it."""
        if one.kind in ("area", "sum") and any("value" in saying.values for saying in said):
            return False
        allowed = words_in("vi").details_of.get(one.kind)
        stated = [saying.sentence.phrase.name for saying in said if saying.sentence.phrase is not None]
        return allowed is None or all(
            name in self.facts and not {name, self.facts[name].section}.isdisjoint(allowed) for name in stated
        )

    def _plainly(self, text: str) -> list[Saying]:
        """What ``text`` says where nothing is told besides; nothing where it cannot be read."""
        said = self._phrase(text) or self._of_member(text)
        if said is None and not self.members.readings(text):
            said = self._loosely(text)
        return [said] if said is not None and self._fits(said) else self._in_turn(text) if said is None else []

    def _labelled(self, text: str) -> Saying | None:
        """A fact told as on a form: "Số nhân khẩu: 4"."""
        label, _, value = (part.strip() for part in text.partition(":"))
        if not value or self.naming.find(label) not in self.facts:
            return None
        return Saying(next(s for s in self.steps if s.key == "step_fact"), {"label": label, "value": value}, text)

    def _of_member_in_turn(self, text: str) -> list[Saying]:
        """Two things that ``text`` says of one member: what he does, and one thing more."""
        words = text.split()
        start = self.members.start_of(text)
        first = len(start.split()) + 1 if start is not None else len(words)
        for at in range(first, len(words)):
            parts = (" ".join(words[:at]), f"{start} {' '.join(words[at:])}")
            said = [one for part in parts if (one := self._of_member(part) or self._loosely(part)) is not None]
            does = said[0].sentence.phrase if len(said) == len(parts) else None
            if does is not None and does.name in words_in("vi").does and all(one.whom is not None for one in said):
                return said
        return []

    def _of_member(self, text: str) -> Saying | None:
        """What ``text`` says of a person; None where it says nothing, or more than one thing."""
        readings = self.members.readings(text)
        return _said(readings[0], text, True) if len(readings) == 1 else None

    def ambiguous(self, text: str) -> list[OfWhom]:
        """The several things that ``text`` may say; nothing where it says one, or none."""
        readings = self.members.readings(text)
        if not readings:
            readings = [OfWhom(one.phrase, one.values, None, one.subject) for one in self.loose.readings(text)]
        readings = readings or self.members.loose_readings(text)
        return readings if len(readings) > 1 else []

    def misfilled(self, text: str) -> Saying | None:
        """The phrase that ``text`` would be, were its blank filled rightly; None if it is no phrase at all."""
        rest = without_subject(text)
        for form in (text, rest) if rest is not None else (text,):
            for sentence in self.phrases:
                if sentence.phrase and sentence.phrase.numeric and (match := sentence.phrase.loose.fullmatch(form)):
                    return Saying(sentence, {k: v.strip('"') for k, v in match.groupdict().items()})
        of_member = self.members.misfilled(text)
        return _said(of_member, text, True) if of_member is not None else None

    def marked(self, written: str) -> str | None:
        """The phrase that ``written`` is but for its diacritics."""
        start = self.members.start_of(written)
        said = written[len(start) + 1 :] if start is not None else written
        right = next((p.text for p in self.members.phrases if not p.numeric and bare(p.text) == bare(said)), None)
        if right is not None and start is not None:
            return f"{start} {right}"
        for form in _rests(written):
            right = next((s.text for s in self.phrases if bare(s.text) == bare(form)), None)
            if right is not None:
                count = len(written.split()) - len(form.split())
                subject = next((one for one in subjects() if bare(one) == bare(" ".join(written.split()[:count]))), "")
                return f"{subject} {right}".strip()
        return None

    def near(self, written: str, count: int = 3, purpose: str | None = None, lang: Language | None = None) -> list[str]:
        """The sentences that may be meant by ``written``, whatever stands in their blanks, best first; often none.

        They serve the same ``purpose`` in the same language, deny what it denies, and speak of the same people.
        """
        sentences = [s for s in self.sentences(lang) if purpose in (None, s.purpose)]
        shown = {sentence.shown.replace('"…"', "…"): sentence.shown for sentence in sentences}
        if (start := self.members.start_of(written)) is not None and purpose in (None, "state"):
            phrases = (phrase for phrase in self.members.phrases if lang in (None, phrase.lang))
            shown |= {text: text for text in (f"{start} {BLANK.sub('…', phrase.text)}" for phrase in phrases)}
        said = without_subject(written) or written
        known = [text for text in shown if may_mean(said, text)]
        return [shown[text] for text in most_like(blanked(said), known, count)] if known else []


def _rests(written: str) -> Iterator[str]:
    """``written``, and what follows a subject in it whose diacritics may be missing."""
    yield written
    words = written.split()
    for subject in subjects():
        count = len(subject.split())
        if len(words) > count and bare(" ".join(words[:count])) == bare(subject):
            yield " ".join(words[count:])


def _curled(sayings: list[Saying]) -> bool:
    """Whether a value is quoted as a whole, in quotes that are not straight."""
    values = [value for saying in sayings for value in saying.values.values()]
    return any(value[:1] in "“„«‘'" and value[-1:] in "”»’'“" for value in values if len(value) > 1)


def _told_besides(one: Besides, said: Iterable[Saying] = ()) -> Saying:
    of = " ".join(saying.sentence.phrase.name for saying in said if saying.sentence.phrase is not None)
    return Saying(Sentence(one.text, "vi", ASIDE), {ASIDE: one.kind, **({"of": of} if of else {})}, one.text)


def _said(reading: OfWhom, text: str, person: bool) -> Saying:
    sentence = Sentence(reading.phrase.text, reading.phrase.lang, phrase=reading.phrase, person=person)
    return Saying(sentence, reading.values, text, reading.whom, reading.subject)


@kept
def grammar_of(book: Rulebook) -> Grammar:
    """The grammar of ``book``, made once."""
    return Grammar(book)


def states(saying: Saying) -> dict[str, object]:
    """The facts that a phrase states: values as people write them, by fact."""
    spoken_phrase = saying.sentence.phrase
    assert spoken_phrase is not None
    phrase = spoken_phrase.phrase
    assert isinstance(phrase, FactPhrase)
    own = phrase.value if phrase.value is not None else saying.values["value"]
    return {**phrase.also, spoken_phrase.name: own}


def outcome(saying: Saying) -> bool | None:
    """The outcome that a phrase about a condition says."""
    spoken_phrase = saying.sentence.phrase
    assert spoken_phrase is not None
    assert isinstance(spoken_phrase.phrase, ConditionPhrase)
    return {"met": True, "not_met": False, "unknown": None}[spoken_phrase.phrase.outcome]
