"""What the page's form holds: the case, the answers as written, the steps taken; and what its buttons do to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal
from unicodedata import normalize

from ancu.household.members import COMPLETE
from ancu.messages import Language
from ancu.rulebook.rulebook import Rulebook
from ancu.service import page_members
from ancu.service.bounds import LONGEST_TEXT
from ancu.service.page_members import SOMEBODY, PageMembers

#: What the boxes for "none of these" and "not known" send, and the fields that are not facts.
NOTHING, UNKNOWN = "-", "?"
FACT = "f."
CONFIRMED = "c."
#: The views of a case. ``file`` is the copy for the file, ``slip`` the sheet for the citizen.
View = Literal["questions", "review", "result", "file", "slip"]
VIEWS: tuple[View, ...] = ("questions", "review", "result", "file", "slip")
_REQUEST = re.compile(r"[A-Za-z0-9._-]{1,64}")
_MOST_STEPS = 400


@dataclass
class PageForm:
    """What the form holds: the case, and what was answered, as written. ``asked`` are the facts it had fields for.

    A fact that was ``offered`` to be answered beside others counts as asked where it was.
    """

    lang: Language = "vi"
    begun: bool = False
    #: The view that was asked for.
    view: View = "questions"
    case: str = ""
    as_of: str = ""
    scope: list[str] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)
    #: The text of each answer that the clerk has confirmed, however unusual it is.
    confirmed: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    #: The facts that were asked together, step by step; the step that is to be shown again, if any.
    steps: list[list[str]] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    #: The questions shown to which nothing was said, where an answer was due.
    blank: list[str] = field(default_factory=list)
    members: PageMembers = field(default_factory=PageMembers)
    #: The request whose result was shown last.
    replaces: str = ""
    #: Whether nothing but the language was changed: errors of what is half filled in are not told yet.
    left: bool = False

    @classmethod
    def of(cls, book: Rulebook, fields: Mapping[str, list[str]]) -> PageForm:
        """The form that was sent, after what its button says was done."""

        def one(name: str) -> str:
            return fields.get(name, [""])[0].strip()[:LONGEST_TEXT]

        button = one("do")
        offered = frozenset(fields.get("offered", ()))
        # Whoever turns to the members has not passed over what was being asked.
        put_off = fields.get("shown", ()) if button.startswith(page_members.BUTTONS) else ()
        offered |= frozenset(put_off)
        named = frozenset(fields.get("asked", ())).difference(put_off)
        members = PageMembers.of(book, fields)
        known = (*book.facts, *members.names(book))
        answers: dict[str, list[str]] = {}
        asked: list[str] = []
        for name in known:
            if name in named or name in offered:
                written = [text.strip()[: LONGEST_TEXT + 1] for text in fields.get(FACT + name, ()) if text.strip()]
                if written:
                    answers[name] = written
                if written or name in named:
                    asked.append(name)
        confirmed = {name: one(CONFIRMED + name) for name in asked if CONFIRMED + name in fields}
        steps = [[name for name in step.split() if name in known] for step in fields.get("step", ())[:_MOST_STEPS]]
        view: View = next((view for view in VIEWS if view == one("view")), "questions")
        form = cls(
            lang="en" if one("lang") == "en" else "vi", begun=True, view=view, case=normalize("NFC", one("case")),
            as_of=one("as_of"), scope=_scope(book, fields), answers=answers, confirmed=confirmed, asked=asked,
            steps=[step for step in steps if step], members=members,
            replaces=one("replaces") if _REQUEST.fullmatch(one("replaces")) else "",
        )  # fmt: skip
        form._press(book, button, [name for name in fields.get("shown", ()) if name in known])
        return form

    @classmethod
    def begun_with(cls, book: Rulebook, fields: Mapping[str, list[str]], lang: Language) -> PageForm:
        """A form in which the programmes are chosen, and nothing of a person is known."""
        return cls(lang=lang, begun=True, as_of=fields.get("as_of", [""])[0].strip(), scope=_scope(book, fields))

    def _press(self, book: Rulebook, button: str, shown: Sequence[str]) -> None:
        what, _, which = button.partition(".")
        if what == "lang":
            self.lang = "en" if which == "en" else "vi"
            self.left = True
            self._leave(shown)
            self.again = list(shown)
        elif what == "back":
            self._leave(shown)
            if self.view == "questions" or not shown:
                self.again = self.steps.pop() if self.steps else []
            self.view = "questions"
        elif what == "change" and which in self.asked:
            self._leave(shown)
            self.view, self.again = "questions", [which]
        elif what in ("review", "file", "slip", "result"):
            self._leave(shown)
            self.view = next(view for view in VIEWS if view == what)
        elif what == "finish":
            self._leave(shown)
            self.view = "result"
        elif what in page_members.BUTTONS:
            self.view = "questions"
        else:
            self.view = "questions"
            for name in shown:
                if name not in self.answers and what == "skip":
                    self.answers[name] = [UNKNOWN]
                elif name not in self.answers:
                    self.blank.append(name)
            if shown and not self.blank:
                self.steps.append(list(shown))
        if book.people is not None:
            self._press_of_members(book, button)

    def _leave(self, shown: Sequence[str]) -> None:
        """What was shown and not answered was not asked."""
        self.asked = [name for name in self.asked if name in self.answers or name not in shown]

    def _press_of_members(self, book: Rulebook, button: str) -> None:
        """Do what was pressed of the members, and what the answer that somebody else belongs to them asks for."""
        before = bool(self.members.keys)
        if self.answers.get(COMPLETE) == [SOMEBODY]:
            del self.answers[COMPLETE]
            self.asked.remove(COMPLETE)
            button = page_members.ADD if button in ("next", "") else button
        self.members.press(button)
        after = bool(self.members.keys)
        if before != after:
            fields = page_members.moved(book, after)

            def at(name: str) -> str:
                return fields.get(name, name)

            self.answers = {at(name): written for name, written in self.answers.items()}
            self.confirmed = {at(name): written for name, written in self.confirmed.items()}
            self.asked = [at(name) for name in self.asked]
            self.steps = [[at(name) for name in step] for step in self.steps]
        known = {*book.facts, *self.members.names(book)}
        self.asked = [name for name in self.asked if name in known]
        self.answers = {name: written for name, written in self.answers.items() if name in known}
        self.steps = [step for step in ([name for name in step if name in known] for step in self.steps) if step]
        self.again = [name for name in self.again if name in known]


def _scope(book: Rulebook, fields: Mapping[str, list[str]]) -> list[str]:
    return [name for name in dict.fromkeys(fields.get("scope", ())) if name in book.programmes]
