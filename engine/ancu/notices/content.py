"""What a notice says: the values of its tags, in the sentences that the decision itself is told in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ancu.decision.contract import Texts
from ancu.decision.model import Decision
from ancu.decision.rendering import benefit_heading
from ancu.errors import Problem, UnknownNameError, suggestion
from ancu.messages import Language, message
from ancu.notices.case_of_notice import CaseOfNotice
from ancu.notices.grounds import as_list, grounds_of, joined, long_day
from ancu.notices.office import DOTS, Office
from ancu.notices.tags import TAGS, clean
from ancu.rulebook.citations import render_all
from ancu.rulebook.notices import NoticeKind
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import day_text

#: The kind that apologises: it says nothing of how the decision came out.
DELAY = "delay"
#: The road of complaint against what a developer, and no office, has decided.
DEVELOPER = "developer"
#: Some of what a notice says, by tag.
SomeValues = dict[str, str | list[str]]


def kind_of(book: Rulebook, case: CaseOfNotice, asked: str | None) -> str | None:
    """The kind of notice that is sent on a case: the one ``asked`` for, where it is for such a decision; else its own.

    None: none is. A decision that is open because of the law alone asks nobody for anything.
    """
    decision = case.decision
    for name, kind in book.notices.kinds.items():
        if decision.status not in kind.of or not suits(kind, decision):
            continue
        if name != asked if asked is not None else kind.on_request:
            continue
        if asks(kind) and not (decision.missing or decision.conflicts):
            continue
        # An apology where nothing is known to be late would be one for nothing.
        if name == DELAY and case.late == ():
            continue
        return name
    return None


def suits(kind: NoticeKind, decision: Decision) -> bool:
    """Whether a kind of notice is for the programme of a decision, and for a record such as its own."""
    record = decision.context.record
    stated = all(record.get(fact) is None or record[fact] in values for fact, values in kind.facts.items())
    return stated and (not kind.programmes or decision.programme in kind.programmes)


def asks(kind: NoticeKind) -> bool:
    """Whether a kind of notice asks the applicant for what is missing."""
    return kind.of == ["undetermined"]


def check_kind(book: Rulebook, asked: str) -> str:
    """A kind of notice asked for by name; :class:`UnknownNameError` where there is none."""
    kinds = book.notices.kinds
    if asked not in kinds:
        values = {"name": asked, "known": ", ".join(kinds), "hint": suggestion(asked, kinds)}
        raise UnknownNameError(Problem("notice_kind_unknown", values))
    return asked


class NoticeText:
    """The pieces of a notice of a ``kind`` on a case.

    ``until`` is the day by which to bring what is missing, or the new day of a late answer; None: it stays open.
    """

    def __init__(self, case: CaseOfNotice, kind: str, office: Office, until: date | None, lang: Language) -> None:
        self.case, self.name, self.office, self.until, self.lang = case, kind, office, until, lang
        self.decision = case.decision
        self.book = self.decision.context.book
        self.kind: NoticeKind = self.book.notices.kinds[kind]
        self.texts: Texts = self.decision.texts(lang)

    def say(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def heading(self, key: str, lines: Sequence[str]) -> str:
        """A heading over ``lines``; over none, none."""
        return f"{self.say(key)}:" if lines else ""

    @property
    def mark(self) -> str:
        """That the decision is provisional, where it is."""
        return " " + self.say("provisional_mark") if self.decision.provisional else ""

    def empty(self) -> SomeValues:
        """All tags, nothing said."""
        return {name: [] if is_list else "" for name, is_list in TAGS.items()}

    def head(self) -> SomeValues:
        """What stands around the text, and what is known of the case."""
        case, office = self.case, self.office
        name = case.full_name or DOTS
        return {
            "quoc_hieu": self.say("letter_heading_right"),
            "tieu_ngu": self.say("letter_motto"),
            "co_quan_chu_quan": office.co_quan_chu_quan,
            "co_quan": office.co_quan or DOTS,
            "so": self.say("notice_number", symbol=office.ky_hieu or "………"),
            "noi_ngay": self.say("notice_place_day", place=office.dia_danh or "………"),
            "ten_van_ban": self.kind.title[self.lang],
            "trich_yeu": self.kind.subject[self.lang].format(programme=self.texts.title),
            "kinh_gui": self.say("notice_to", name=name),
            "ho_ten": name,
            "dia_chi": case.address or DOTS,
            "ma_ho_so": case.case or DOTS,
            "ngay_nop": case.filed or DOTS,
            "ngay_xet": day_text(self.decision.as_of, self.lang),
            "du_an": case.project or DOTS,
            "chuong_trinh": self.texts.title,
            "chuc_vu": list(office.chuc_vu) or [DOTS],
            "nguoi_ky": DOTS,
            "muc_noi_nhan": self.say("notice_copies"),
            "noi_nhan": list(office.noi_nhan) or [self.say("notice_copy_above"), self.say("notice_copy_file")],
            "ma_phieu": self.say("notice_receipt", id=case.receipt),
            "qr": case.receipt,
        }

    def body(self) -> SomeValues:
        """The text of a notice."""
        grounds = [*grounds_of(self.decision, self.kind, self.lang), *self.office.can_cu]
        found: SomeValues = {
            "can_cu": as_list(grounds),
            "mo_dau": self._opening(),
            "khieu_nai": self.road(),
            "ket_thuc": self.say("notice_closing_request" if asks(self.kind) else "notice_closing"),
        }
        if self.name == DELAY:
            return found | self._late()
        found["ket_luan"] = [self._conclusion()]
        found["muc_ho_tro"] = self.benefit()
        if asks(self.kind):
            lacking = [*self.texts.missing, *self.texts.conflicts]
            found |= {"muc_bo_sung": self.heading("notice_to_add", lacking), "bo_sung": as_list(lacking)}
        else:
            reasons = self.texts.reasons
            found |= {"muc_ly_do": self.heading(f"explain_reasons_{self.decision.status}", reasons), "ly_do": reasons}
        return found if self.decision.status == "ineligible" else found | self._papers()

    def _opening(self) -> str:
        case = self.case
        key = "notice_opening_asks" if asks(self.kind) else "notice_opening"
        return self.say(
            "notice_opening_late" if self.name == DELAY else key,
            agency=self.agency(),
            case=case.case or DOTS,
            filed=self.say("notice_filed", day=case.filed) if case.filed else "",
            project=self.say("notice_at_project", project=case.project) if case.project else "",
            programme=self.texts.title,
            day=day_text(self.decision.as_of, self.lang),
        )

    def agency(self) -> str:
        """Who sends it, in a sentence."""
        kinds = self.book.notices.kinds.values()
        returns = any(one.road == DEVELOPER and suits(one, self.decision) for one in kinds)
        return self.office.co_quan or self.say("notice_developer" if returns else "notice_agency")

    def _conclusion(self) -> str:
        key = "asks" if asks(self.kind) else "return" if self.kind.road == DEVELOPER else "status"
        values = {"status": self.texts.status, "agency": self.agency(), "mark": self.mark}
        return self.say(f"notice_concludes_{key}", **values)

    def benefit(self, *, cited: bool = True) -> list[str]:
        """What is granted, in a line; where it stands in law, unless it is not to be ``cited``."""
        if not self.texts.benefit:
            return []
        line = self.say("notice_benefit", label=self.say(benefit_heading(self.decision)), benefit=self.texts.benefit)
        return [f"{line} {self.texts.benefit_basis}." if cited and self.texts.benefit_basis else line]

    def _papers(self) -> SomeValues:
        """What to bring, where, until when."""
        papers, others = self.texts.papers, self.texts.possible_papers
        found: SomeValues = {
            "muc_giay_to": self.heading("explain_documents", papers),
            "giay_to": as_list(papers),
            "muc_giay_to_khac": self.heading("explain_possible_papers", others),
            "giay_to_khac": as_list(others),
        }
        return found | self.where() if papers or asks(self.kind) else found

    def where(self) -> SomeValues:
        """Where to bring what is asked for, and until when."""
        office = self.office
        phone = self.say("notice_phone", phone=office.dien_thoai) if office.dien_thoai else ""
        place = joined((office.noi_nop or DOTS, office.gio_lam_viec, phone))
        return {"noi_nop": self.say("notice_where", place=place), "thoi_han": self._until("notice_until")}

    def _until(self, key: str) -> str:
        day = long_day(self.until, self.lang) if self.until is not None else self.say("notice_open_day")
        return self.say(key, day=day)

    def _late(self) -> SomeValues:
        late = [
            self.say(
                "notice_late_step",
                title=one.title,
                who=one.who,
                day=day_text(one.day, self.lang),
                basis=one.basis,
            )
            for one in self.case.late or ()
        ]
        return {
            "ket_luan": [self.say("notice_sorry", agency=self.agency())],
            "muc_ly_do": self.say("notice_late_heading"),
            "ly_do": [*(late or [self.say("notice_late_open")]), self.say("notice_late_why")],
            "thoi_han": self._until("notice_late_until"),
        }

    def road(self) -> list[str]:
        """The road of complaint."""
        if self.kind.road is None:
            return []
        road = self.book.notices.roads[self.kind.road]
        own = {n: one for procedure in self.book.procedures.values() for n, one in procedure.instruments.items()}
        basis = render_all(road.basis, {**own, **self.book.instruments}, self.lang)
        text = road.text[self.lang].format(days=road.days)
        return [self.say("sentence_cited", text=text, basis=basis) if basis else f"{text}."]

    def for_the_file(self) -> SomeValues:
        """What stays with the file: doubts, notes, contradictions, what is not settled by law, and the receipt."""
        texts, receipt = self.texts, self.decision.receipt
        headed = {
            "explain_caveats": texts.caveats,
            "explain_conflicts": texts.conflicts,
            "explain_unset": texts.unset,
            "explain_priority": [*texts.priority, *texts.open_priority],
            "explain_missing_for_benefit": texts.missing_for_benefit,
            "explain_missing_for_priority": texts.missing_for_priority,
            "explain_notes": texts.notes,
        }
        lines = [f"{self.say(key)}: {line}" for key, each in headed.items() for line in each]
        confirmed = "receipt_confirmed" if receipt.confirmed_by else "receipt_single"
        lines.append(self.say(confirmed, rulebook=receipt.rulebook[:12], engine=receipt.engine))
        return {"muc_luu": self.say("page_file"), "luu": [clean(line) for line in lines]}
