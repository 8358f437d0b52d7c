"""Feature specs: Gherkin in Vietnamese or English over any fact and programme, run by pytest-bdd.

A folder of features needs two short Python files beside it, as in this repository's ``features/``: a ``conftest.py``
that takes the steps from :mod:`ancu.specs.steps`, and a test file that names the folder.
"""
