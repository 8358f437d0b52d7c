"""What the page's form holds: the case, the answers as written, the steps taken; and what its buttons do to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
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
#: The views that are, or are printed from, a result.
FINAL: tuple[View, ...] = ("result", "file", "slip")
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_MOST_STEPS = 400


@dataclass
class PageForm:
    """What the form holds: the case, and what was answered, as written.

    An answer counts where its fact was asked in one of the ``steps``, or ``given`` beside them. One that does not count
    stays in ``answers``, and stands in its field as soon as it is asked again.
    """

    lang: Language = "vi"
    #: The view that was asked for.
    view: View = "questions"
    case: str = ""
    as_of: str = ""
    scope: list[str] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)
    #: The text of each answer that the clerk has confirmed, however unusual it is.
    confirmed: dict[str, str] = field(default_factory=dict)
    #: The facts that were asked together, step by step, and those that were answered elsewhere.
    steps: list[list[str]] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    #: Facts of the steps that were left blank, where what was said beside them made them idle.
    idle: list[str] = field(default_factory=list)
    #: The facts that were shown, and the button that went on from them; those to be shown again.
    shown: list[str] = field(default_factory=list)
    going: Literal["", "next", "skip"] = ""
    again: list[str] = field(default_factory=list)
    #: Whether what was answered before is gone through again, since an earlier answer may be another.
    resumed: bool = False
    members: PageMembers = field(default_factory=PageMembers)
    #: The request whose result was shown last.
    replaces: str = ""
    #: The place of the case among the pages that a browser can go back to; empty where it has none.
    page: str = ""

    @classmethod
    def of(cls, book: Rulebook, fields: Mapping[str, list[str]]) -> PageForm:
        """The form that was sent, after what its button says was done."""

        def one(name: str) -> str:
            return fields.get(name, [""])[0].strip()[:LONGEST_TEXT]

        button = one("do")
        members = PageMembers.of(book, fields)
        known = dict.fromkeys((*book.facts, *members.names(book)))
        answers: dict[str, list[str]] = {}
        for name in known:
            written = [text.strip()[: LONGEST_TEXT + 1] for text in fields.get(FACT + name, ()) if text.strip()]
            if written:
                answers[name] = written
        confirmed = {name: one(CONFIRMED + name) for name in answers if CONFIRMED + name in fields}
        steps = [[name for name in step.split() if name in known] for step in fields.get("step", ())[:_MOST_STEPS]]
        shown = [name for name in dict.fromkeys(fields.get("shown", ())) if name in known]
        stepped = {name for step in steps for name in step}
        beside = {*fields.get("given", ()), *fields.get("asked", ()), *fields.get("offered", ())}
        beside -= {*stepped, *(set(shown) - set(fields.get("given", ())))}
        view: View = next((view for view in VIEWS if view == one("view")), "questions")
        form = cls(
            lang="en" if one("lang") == "en" else "vi", view=view, case=normalize("NFC", one("case")),
            as_of=one("as_of"), scope=_scope(book, fields), answers=answers, confirmed=confirmed,
            steps=[step for step in steps if step], given=[name for name in answers if name in beside],
            idle=[name for name in known if name in fields.get("idle", ()) and name not in answers], shown=shown,
            members=members, replaces=one("replaces") if _ID.fullmatch(one("replaces")) else "",
            page=one("page") if _ID.fullmatch(one("page")) else "",
        )  # fmt: skip
        form._press(book, button)
        return form

    @classmethod
    def begun_with(cls, book: Rulebook, fields: Mapping[str, list[str]], lang: Language) -> PageForm:
        """A form in which the programmes are chosen, and nothing of a person is known."""
        return cls(lang=lang, as_of=fields.get("as_of", [""])[0].strip(), scope=_scope(book, fields))

    @property
    def counting(self) -> list[str]:
        """The facts whose answers count, each once: of the steps, then what was given beside them."""
        return list(dict.fromkeys((*(name for step in self.steps for name in step), *self.given)))

    def said(self, names: Iterable[str]) -> bool:
        """Whether all of ``names`` have been answered, or need no answer."""
        return all(name in self.answers or name in self.idle for name in names)

    def fields(self) -> list[tuple[str, str]]:
        """All of it as fields of a form, but for what is shown and what is pressed."""
        found = [("lang", self.lang), ("case", self.case), ("as_of", self.as_of), ("replaces", self.replaces)]
        found += [("page", self.page)]
        found += [("scope", name) for name in self.scope]
        found += [("step", " ".join(step)) for step in self.steps]
        found += [("given", name) for name in self.given]
        found += [("idle", name) for name in self.idle]
        for key in self.members.keys:
            found += [("member", key), (page_members.LABEL + key, self.members.labels.get(key, ""))]
        found += [(FACT + name, text) for name, written in self.answers.items() for text in written]
        found += [(CONFIRMED + name, text) for name, text in self.confirmed.items()]
        return [(name, text) for name, text in found if text]

    def _press(self, book: Rulebook, button: str) -> None:
        what, _, which = button.partition(".")
        if what == "lang":
            self.lang = "en" if which == "en" else "vi"
            self.again = self.shown
        elif what == "back":
            if self.view == "questions" or not self.shown:
                self.again = self.steps.pop() if self.steps else []
            self.view = "questions"
        elif what == "step":
            self.return_to(int(which[:4]) if which.isdecimal() else 0)
        elif what == "change" and which in self.counting:
            self.view, self.again = "questions", [which]
        elif what == "finish":
            self.view, self.resumed = "result", True
        elif what in VIEWS[1:]:
            self.resumed = self.view == "questions"
            self.view = next(view for view in VIEWS if view == what)
        else:
            self.view = "questions"
            if what not in page_members.BUTTONS:
                self.going = "skip" if what == "skip" else "next"
        if book.people is not None:
            self._press_of_members(book, button)

    def return_to(self, step: int) -> None:
        """Show the step of that number again, from 1; the one after the last where there is none."""
        self.view = "questions"
        if 0 < step <= len(self.steps):
            self.again = self.steps[step - 1]
            del self.steps[step - 1 :]

    def _press_of_members(self, book: Rulebook, button: str) -> None:
        """Do what was pressed of the members, and what the answer that somebody else belongs to them asks for."""
        before = bool(self.members.keys)
        if self.answers.get(COMPLETE) == [SOMEBODY]:
            del self.answers[COMPLETE]
            self.given = [name for name in self.given if name != COMPLETE]
            if button in ("next", ""):
                button, self.going = page_members.ADD, ""
        self.members.press(button)
        after = bool(self.members.keys)
        if before != after:
            self._rename(page_members.moved(book, after))
        known = {*book.facts, *self.members.names(book)}
        self.answers = {name: written for name, written in self.answers.items() if name in known}
        self.steps = [step for step in ([name for name in step if name in known] for step in self.steps) if step]
        self.given, self.idle, self.shown, self.again = (
            [name for name in names if name in known] for names in (self.given, self.idle, self.shown, self.again)
        )

    def _rename(self, names: Mapping[str, str]) -> None:
        def at(name: str) -> str:
            return names.get(name, name)

        self.answers = {at(name): written for name, written in self.answers.items()}
        self.confirmed = {at(name): written for name, written in self.confirmed.items()}
        self.steps = [[at(name) for name in step] for step in self.steps]
        self.given, self.idle, self.shown, self.again = (
            [at(name) for name in names_] for names_ in (self.given, self.idle, self.shown, self.again)
        )


def _scope(book: Rulebook, fields: Mapping[str, list[str]]) -> list[str]:
    return [name for name in dict.fromkeys(fields.get("scope", ())) if name in book.programmes]


def in_vocabulary(book: Rulebook, form: PageForm, names: Sequence[str]) -> list[str]:
    """``names`` of fields in the order of the vocabulary, then of the members."""
    among = {*names}
    return [name for name in dict.fromkeys((*book.facts, *form.members.names(book))) if name in among]
