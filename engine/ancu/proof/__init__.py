"""Proofs over the rulebook: what holds of every record that the vocabulary allows, told with a case where it does not.

Read :mod:`ancu.proof.proving` first. Everything here needs the extra ``ancu[proof]``.
"""
