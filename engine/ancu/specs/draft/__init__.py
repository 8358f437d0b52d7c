"""Scenarios drafted by the machine, for an officer to confirm.

Stands on ``language`` only. Inside: ``distance``, ``domains`` < ``search``; ``writer`` < ``real_case``, ``boundaries``.
"""
