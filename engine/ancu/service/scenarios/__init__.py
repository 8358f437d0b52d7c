"""Scenarios in the browser: written, run, measured, saved into the office's own folder, taken from Excel and back.

Inside: ``told`` < ``tasks`` < ``worker``, a process apart (:mod:`ancu.service.process`), which ``room`` asks; ``names``
< ``folder`` < ``room``; ``sentences`` < ``editor`` < ``views`` < ``acts`` < ``pages``, with ``frame`` and ``git``
beside.
"""
