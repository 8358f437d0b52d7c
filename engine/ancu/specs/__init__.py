"""Feature specs: Gherkin in Vietnamese or English over any fact and programme, run by pytest-bdd.

``language`` is how scenarios speak. ``run``, ``draft`` and ``measure`` stand on it side by side and know nothing of
each other; ``page`` lays out their reports.

``ancu spec run`` needs nothing beside the feature files. To run a folder of them under plain pytest, two short Python
files stand beside it, as in this repository's ``features/``: a ``conftest.py`` that takes the step from
:mod:`ancu.specs.run.steps`, and a test file that names the folder.
"""
