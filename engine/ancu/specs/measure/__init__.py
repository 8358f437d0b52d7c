"""What the scenarios cover of the law, and whether they would notice it going wrong.

Stands on ``language`` only: it takes scenarios through their steps itself and runs no pytest. Inside:

- what scenarios show: ``collect`` < ``coverage``;
- how the law could be wrong: ``rule_text`` < ``variants`` < ``mutant`` < ``boundary_mutants`` < ``figure_mutants``,
  ``rule_mutants`` < ``mutants``;
- what can follow: ``influence``, ``in_force``, ``ranges``, ``diagram`` < ``sway`` < ``equivalence``;
- who notices: ``altered_law``, ``program_change`` < ``bench``, ``felt`` < ``mutation``; ``witness_search``;
- telling: ``report`` < ``report_json``, ``report_html``; ``baseline`` holds what need not be noticed.
"""
