"""Scenarios in the browser: written, run, measured, saved into the office's own folder, taken from Excel and back.

Inside: ``names``, ``saved_text`` < ``folder``, ``git``, ``last_results``; ``told`` < ``tasks`` < ``worker`` (a process
apart, :mod:`ancu.service.process`); ``room`` asks it; ``sentences``, ``frame`` < ``editor``, ``views`` < ``pages``.
"""
