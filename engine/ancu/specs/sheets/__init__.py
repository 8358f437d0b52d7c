"""Scenarios as workbooks: a sheet a scenario with a column a case, or a table with a row a case.

Inside: ``scenario_sheet`` < ``read_case`` < ``read_table`` < ``read_book`` < ``spec_files``; ``scenario_sheet`` <
``from_scenarios``, ``to_feature``, ``book_forms`` < ``written_book``, ``written_table``.
"""
