"""Feature specs: Gherkin in Vietnamese or English over any fact and programme, run by pytest-bdd.

A folder of features needs one Python file beside it::

    from ancu.specs.steps import *
    run_features(".")
"""
