"""The citizen's slip: one page of large type in plain words. What lawyers read stays in the file's copy."""

from __future__ import annotations

from collections.abc import Sequence

from ancu.decision.persons import missing_texts
from ancu.decision.rendering import asked_next, condition_text
from ancu.notices.content import NoticeText, SomeValues, kind_of
from ancu.notices.office import DOTS

#: The kind of notice that is a slip.
SLIP = "slip"
#: How many lines a list of a slip has: it is one page, and the notice says all.
_LINES = 7
#: How many ways to another decision it names.
_CHANGES = 3


class SlipText(NoticeText):
    """The pieces of a slip: result, amount, what to bring, where, until when, what would change it."""

    def body(self) -> SomeValues:
        """The text of a slip, which cites nothing."""
        texts = self.texts
        changes = self._changes()
        found: SomeValues = {
            "ten_van_ban": self.say("page_slip"),
            "kinh_gui": self.say("notice_slip_who", name=self.case.full_name or DOTS, case=self.case.case or DOTS),
            "ket_luan": [self.say("notice_slip_result", status=texts.status, mark=self.mark)],
            "muc_ho_tro": self.benefit(cited=False),
            "muc_thay_doi": self.heading("notice_slip_changes", changes),
            "thay_doi": changes,
            "luu_y": self.say("page_advice"),
        }
        if self.decision.status == "ineligible":
            reasons = self._short(self._plain_reasons())
            return found | {
                "muc_ly_do": self.heading("explain_reasons", reasons),
                "ly_do": reasons,
                "khieu_nai": self._road_of_notice(),
            }
        papers, lacking = self._short(texts.papers), self._short(self._lacking())
        found |= {
            "muc_bo_sung": self.heading("notice_slip_tell", lacking),
            "bo_sung": lacking,
            "muc_giay_to": self.heading("notice_slip_bring", papers),
            "giay_to": papers,
        }
        return found | self.where() if papers or lacking else found

    def _changes(self) -> list[str]:
        """What would make a refusal another decision, easiest first; that it is no advice to state anything else."""
        if self.decision.status != "ineligible":
            return []
        texts = self.decision.changes.texts(self.lang)
        sets = [*texts.sets, *texts.opens][:_CHANGES]
        later = [texts.later] if texts.later else []
        return [*sets, *later, *([texts.caution] if sets else [])]

    def _plain_reasons(self) -> Sequence[str]:
        """The reasons of the notice, without where they stand in law."""
        return [f"{condition_text(self.decision.context, name, self.lang)}." for name in self.decision.told]

    def _lacking(self) -> list[str]:
        """What is missing, by its label; what settles most comes first."""
        decision = self.decision
        first = asked_next(decision)
        names = [*first, *(name for name in decision.missing if name not in first)]
        return missing_texts(decision.context, names if decision.status == "undetermined" else (), self.lang)

    def _short(self, lines: Sequence[str]) -> list[str]:
        if len(lines) <= _LINES:
            return list(lines)
        return [*lines[: _LINES - 1], self.say("notice_slip_more", count=len(lines) - _LINES + 1)]

    def _road_of_notice(self) -> list[str]:
        """The road of complaint that the notice on the same decision names."""
        name = kind_of(self.book, self.case, None)
        return NoticeText(self.case, name, self.office, self.until, self.lang).road() if name is not None else []
