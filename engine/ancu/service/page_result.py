"""A result at a glance: of each programme how it came out, what is granted, what comes next, and who issues that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ancu.decision.contract import Texts
from ancu.decision.model import Decision
from ancu.messages import Language


@dataclass(frozen=True)
class Glance:
    """A decision with its texts, and what is said of it first; a piece that does not apply is empty."""

    decision: Decision
    texts: Texts
    next: str
    #: Who issues or confirms the paper that comes next.
    office: str
    #: What would make it another, in sentences.
    changes: list[str]


def results(decisions: Sequence[Decision], lang: Language) -> list[Glance]:
    """What the page says of ``decisions``, in their order."""
    return [_result(decision, lang) for decision in decisions]


def papers_of(found: Sequence[Glance]) -> list[str]:
    """The papers to bring for all that the case is eligible for, each once."""
    return list(dict.fromkeys(text for one in found if one.decision.status == "eligible" for text in one.texts.papers))


def _result(decision: Decision, lang: Language) -> Glance:
    texts, changes = decision.texts(lang), decision.changes.texts(lang).lines()
    if decision.status == "eligible" and decision.papers:
        documents = [decision.context.book.documents[name] for name in decision.papers]
        issued = [(one, version.issuer) for one in documents if (version := one.on(decision.as_of)) is not None]
        # What somebody else must issue takes time, so it comes before what the applicant writes.
        document, issuer = next((one for one in issued if one[1] is not None), (documents[0], None))
        return Glance(decision, texts, document.title_on(decision.as_of)[lang], issuer[lang] if issuer else "", changes)
    first = (*texts.next, *texts.missing) if decision.status == "undetermined" else texts.reasons
    return Glance(decision, texts, next(iter(first), ""), "", changes)
