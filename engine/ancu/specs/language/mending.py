"""Lines that begin nearly as Gherkin wants: bullets and colons are overlooked, other words for a keyword are told.

What is told is put right as well, so that the lines below are read as they were meant and none of them is blamed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ancu.messages import LANGUAGES, message
from ancu.specs.language.chosen import book, language
from ancu.specs.language.grammar import grammar_of
from ancu.specs.language.keywords import KINDS, keywords, meant_as_step
from ancu.specs.language.likeness import bare
from ancu.specs.language.mistakes import SpecFlaw

_BULLET = re.compile(r"(?:[-–—•·▪●○+*]+|\d+[.)])\s*(?=\S)")
_FENCES = ('"""', "```")
_HOLDERS = ("background", "scenario", "scenarioOutline")


def mend(text: str, lang: str) -> tuple[str, list[SpecFlaw]]:
    """``text`` as it was meant, line by line, and what had to be put right in it."""
    mending = _Mending(text.split("\n"), "en" if lang == "en" else "vi")
    mending.run()
    return "\n".join(mending.lines), mending.flaws


@dataclass
class _Mending:
    lines: list[str]
    lang: str
    flaws: list[SpecFlaw] = field(default_factory=list)
    feature: bool = False
    #: Whether lines stand below the title of a scenario or background, and whether a step has.
    inside: bool = False
    stepped: bool = False

    def __post_init__(self) -> None:
        self.words = keywords(self.lang)
        self.titles = [(w, kind) for kind, titled in KINDS.items() if titled for w in self.words[kind]]
        self.titles.sort(key=lambda pair: -len(pair[0]))
        self.steps = [(w, kind) for kind, titled in KINDS.items() if not titled for w in self.words[kind]]
        self.others = [
            (word, kind)
            for kind in KINDS
            for told in LANGUAGES
            for word in message(f"keyword_{bare(kind)}_others", told).split("; ")
        ]
        self.others.sort(key=lambda pair: -len(pair[0]))
        self.open = any(self._title(line.strip()) == "feature" for line in self.lines)

    def run(self) -> None:
        at = 0
        while at < len(self.lines):
            line = self.lines[at].strip()
            if line.startswith(_FENCES):
                at = self._without_block(at)
                continue
            if line and not line.startswith(("#", "|", "@")):
                self._line(at, line)
            at += 1

    def _without_block(self, at: int) -> int:
        """Take out a block in triple quotes, which no sentence uses."""
        fence = self.lines[at].strip()[:3]
        ends = (n for n in range(at + 1, len(self.lines)) if self.lines[n].strip().startswith(fence))
        end = next(ends, None)
        self._tell(at, message("spec_block" if end is not None else "spec_block_open", language(), fence=fence))
        last = at if end is None else end
        for number in range(at, last + 1):
            self.lines[number] = "#"
        return last + 1

    def _line(self, at: int, line: str) -> None:
        meant = self._without_bullet(line)
        kind = self._title(meant)
        if kind is None and (step := self._step(meant)) is None:
            found = self._other(at, meant)
            if found is not None:
                meant, kind = found
                step = self._step(meant)
        elif kind is None and step is not None:
            meant = step
        if kind is not None:
            self.feature = self.feature or kind == "feature"
            self.inside, self.stepped = kind in _HOLDERS, False
        elif step is not None:
            self.stepped = True
        if meant != line:
            self.lines[at] = self.lines[at].replace(line, meant)

    def _without_bullet(self, line: str) -> str:
        """``line`` without the bullet or number of a list, where a keyword follows."""
        found = _BULLET.match(line)
        if found is None:
            return line
        rest = line[found.end() :]
        return rest if self._title(rest) or self._step(rest) or self._named(rest) else line

    def _title(self, line: str) -> str | None:
        """The kind of title that ``line`` begins with."""
        return next((kind for word, kind in self.titles if line.startswith(f"{word}:")), None)

    def _step(self, line: str) -> str | None:
        """``line`` as a step, a colon after its keyword left out; None where it begins with no keyword of a step."""
        for word, _ in self.steps:
            if line.startswith(f"{word} ") and not line.startswith(f"{word} :"):
                return line
            if found := re.match(rf"{re.escape(word)}\s*:\s+(\S.*)", line):
                return f"{word} {found[1]}"
        return None

    def _next(self, at: int) -> str:
        """The next line that says something, without its bullet."""
        below = (line.strip() for line in self.lines[at + 1 :])
        return next((self._without_bullet(line) for line in below if line and not line.startswith("#")), "")

    def _named(self, line: str) -> tuple[str, str, str] | None:
        """The other word for a keyword that ``line`` begins with, its kind, and what follows."""
        for word, kind in self.others:
            if found := re.match(rf"({re.escape(word)})(?:\s*:\s*|\s+)(.*)", line, re.IGNORECASE):
                return found[1], kind, found[2]
        return None

    def _other(self, at: int, line: str) -> tuple[str, str | None] | None:
        """``line`` with the right keyword, and the kind of its title if it is one; None where it was meant for none."""
        for word, kind in self.titles:
            rest = line[len(word) :].strip()
            if line.startswith(word) and (not rest or line[len(word)] == " ") and self._is_title(at, kind):
                self._tell(at, message("spec_keyword_colon", language(), word=word, line=f"{word}: {rest}".strip()))
                return f"{word}: {rest}", kind
        named = self._named(line)
        if named is not None:
            word, kind, rest = named
            right = self.words[kind][0]
            if KINDS[kind] and line[len(word) :].lstrip().startswith(":") and self._is_title(at, kind):
                self._tell_other(at, word, kind)
                return f"{right}: {rest}", kind
            if not KINDS[kind] and self.inside and self._is_step(at, rest):
                self._tell_other(at, word, kind)
                return f"{right} {rest}", None
        hint = meant_as_step(line, self.lang) if self.inside else None
        if hint is not None and (right_line := self._respelt(line)) is not None:
            self._tell(at, hint)
            return right_line, None
        return None

    def _is_title(self, at: int, kind: str) -> bool:
        following = self._next(at)
        if kind == "feature":
            return not self.open and not self.feature
        if kind == "examples":
            return following.startswith("|")
        return self._step(following) is not None or self._named(following) is not None

    def _is_step(self, at: int, rest: str) -> bool:
        """Whether a line whose words go on with ``rest`` is a step and no description."""
        if self.stepped or grammar_of(book()).read(rest) is not None:
            return True
        goes_on = [word for kind in ("and", "but", "when") for word in self.words[kind]]
        return any(self._next(at).startswith(f"{word} ") for word in goes_on)

    def _respelt(self, line: str) -> str | None:
        """A step whose keyword is misspelt, or of the other language, with the right one."""
        other = keywords("vi" if self.lang == "en" else "en")
        for kind, titled in KINDS.items():
            if titled:
                continue
            for word in other[kind]:
                if line.startswith(f"{word} "):
                    return f"{self.words[kind][0]}{line[len(word) :]}"
            for word in self.words[kind]:
                if bare(line).startswith(f"{bare(word)} "):
                    return f"{word}{line[len(word) :]}"
        return None

    def _tell_other(self, at: int, word: str, kind: str) -> None:
        end = ":" if KINDS[kind] else ""
        known = message("spec_near_join", language()).join(f"“{right}{end}”" for right in self.words[kind])
        self._tell(at, message("spec_keyword_foreign", language(), word=f"{word}{end}", right=known))

    def _tell(self, at: int, text: str) -> None:
        self.flaws.append(SpecFlaw(at + 1, text))
