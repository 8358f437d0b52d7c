"""The service with the rooms of the office."""

from __future__ import annotations

from ancu.office.room import add_office
from ancu.service.app import create_app
from ancu.service.guard import Guard
from ancu.service.server import reopening, settings_left
from ancu.service.settings import Settings


def make_office(settings: Settings | None = None) -> Guard:
    """The application; without ``settings``, as in a worker, with those that the service left it.

    Raises what :func:`~ancu.service.app.create_app` does, and :class:`InputError` for a register that cannot be read.
    """
    return reopening(create_app(settings or settings_left(), rooms=(add_office,)))
