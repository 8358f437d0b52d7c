"""What would make a decision another, bound to the decision that it is of, so that it can be told."""

from __future__ import annotations

from typing import Self

from pydantic import PrivateAttr

from ancu.decision.arguments import check_language
from ancu.decision.fields import DecisionFields
from ancu.decision.what_if.changes import ChangesFields
from ancu.decision.what_if.texts import ChangeTexts, texts_of
from ancu.errors import AncuError, Problem
from ancu.messages import Language


class Changes(ChangesFields):
    """What would make a decision another, each found by trying and decided again by both engines.

    Nothing here says what is so: a change counts only as far as its papers prove it.
    """

    _decision: DecisionFields | None = PrivateAttr(None)

    def bind(self, decision: DecisionFields) -> Self:
        """These changes, with the decision that they are of."""
        self._decision = decision
        return self

    def __bool__(self) -> bool:
        return bool(self.sets or self.opens or self.options or self.later)

    def texts(self, lang: Language = "vi") -> ChangeTexts:
        """All of it in sentences, each with who changes it and the papers that must prove it."""
        check_language(lang)
        if self._decision is None:
            raise AncuError(Problem("changes_without_context", {}))
        return texts_of(self, self._decision, lang)
