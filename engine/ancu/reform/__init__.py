"""One list under several laws: who gains, who loses, whose amount changes, because of which condition and article.

Each room imports those above it and none below::

    sides       what is compared: days, rulebooks, proposals
    same_law    which programmes are the same law on two sides
    counted_by  the columns by which changes are counted
    collecting  the rows that changed, and what each side comes to
    judging     a list read once and judged under every side, a programme only where its law is another
    causes      because of which conditions and which rules
    figures     the numbers, each with the rows behind it
    tables, text, workbook, page   what is written
    hanging     the cases of a list that hang on each open question, for ``ancu rules defects``
"""

from ancu import extras
from ancu.errors import ExtraMissingError, Problem

if not extras.columns():
    raise ExtraMissingError(Problem("reform_needs_extra", {}))
