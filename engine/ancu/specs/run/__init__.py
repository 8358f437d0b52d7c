"""Running scenarios and reporting how they went.

Stands on ``language`` only. Inside: ``results`` < ``run``, ``report`` < ``matrix`` < ``report_html``.
"""
