"""What the rulebook itself calls of a member of a household, whichever facts its files define."""

from __future__ import annotations

#: The relation of who files the application; each household has one.
APPLICANT, SPOUSE = "applicant", "spouse"
RELATION = "relation"
#: What a member's row may hold of who he is. No rule may read it, so no fact of a person may bear one of its names.
FULL_NAME, NUMBER = "full_name", "personal_number"
