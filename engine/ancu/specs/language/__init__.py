"""How scenarios speak: sentences, names, tables, expectations, and the files that hold them.

This room knows nothing of the three that stand on it: ``run``, ``draft`` and ``measure``. Inside it, arrows run
``chosen`` < ``mistakes``, ``letters``, ``likeness``, ``loose`` < ``grammar`` < ``names`` < ``expectations`` <
``ledger`` < ``remarks`` < ``world`` < ``proofread`` < ``feature_file``.
"""
