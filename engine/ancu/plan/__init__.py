"""A plan counted from screened lists: need found, work started, homes handed over, and what is left.

Each room imports those above it and none below::

    communes, work   where a case is, and what was done for it
    judging          lists judged by the plan's programmes, a row a case
    cases            each case in one part of the list, with its work
    listings         rows in the order in which figures count them
    figures, targets the numbers, each with the rows behind it
    text, workbook, charts, commune_map, page   what is written
"""

from ancu import extras
from ancu.errors import ExtraMissingError, Problem

if not extras.columns():
    raise ExtraMissingError(Problem("plan_needs_extra", {}))
