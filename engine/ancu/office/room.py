"""The rooms of the office, added to the service where there is a register."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI

from ancu import extras
from ancu.office.approving import add_approving
from ancu.office.asking import RegisterOffice
from ancu.office.due_page import add_due
from ancu.office.entering import add_entering
from ancu.office.entries_page import add_entries
from ancu.service.core import Core
from ancu.service.desk.desk import Desk
from ancu.service.templates import add_templates
from ancu.service.visitor import RoomLink


def add_office(api: FastAPI, core: Core, desk: Desk) -> None:
    """Add the pages of the office; without a register there are none. Raises :class:`InputError` for a bad one."""
    address = core.settings.register
    if address is None:
        return
    add_templates("office", Path(__file__).parent)
    office = RegisterOffice(core, address)
    add_entries(api, office)
    add_approving(api, office)
    add_due(api, office)
    add_entering(api, office, desk)
    core.rooms += [RoomLink("/so", "nav_register"), RoomLink("/cho-duyet", "nav_approving")]
    core.rooms += [RoomLink("/viec-den-han", "nav_due"), RoomLink("/vao-so", "")]
    if extras.columns():
        from ancu.office.plan_page import add_plan

        add_plan(api, office)
        core.rooms.append(RoomLink("/ke-hoach", "nav_plan"))
