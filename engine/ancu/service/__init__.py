"""The HTTP service (extra ``service``): decisions as JSON for other systems, and a page for a clerk.

:func:`ancu.service.app.create_app` is the ASGI application; ``ancu serve`` runs it. Nothing is kept between requests
but the optional decision log (:mod:`.journal`), which can be judged again without the extra.
"""
