"""Scenarios as workbooks: a sheet a scenario, a row a fact, a column a case, what is expected below.

Inside: ``scenario_sheet`` < ``from_scenarios``, ``to_feature``, ``written_book``, ``read_book`` < ``spec_files``.
"""
