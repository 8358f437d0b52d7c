"""What a key may be used for. A key whose name says nothing of it may be used for everything.

Roles stand after the name, ``xa-mau/clerk`` or ``so-xd/policy/operator``, and so in every line of the log.
"""

from __future__ import annotations

#: Where whoever has any role may go: the law holds nothing of a person.
_ANYBODY = ("/luat", "/v1/programmes", "/v1/facts", "/v1/people", "/v1/rules", "/openapi.json")
#: The register as its officers see it, with people in it.
_REGISTER = ("/so", "/viec-den-han", "/ke-hoach")
_CASES = ("/", "/ho-so", "/v1/decide", "/v1/explain", "/v1/next")
#: Where each role may go besides. ``viewer`` sees numbers of the plan and reads the office's scenarios, ``policy``
#: writes them and tries cases, ``clerk`` has lists too and enters into the register, ``approver`` agrees to what was
#: entered, ``operator`` reads the counters.
ROLES: dict[str, tuple[str, ...]] = {
    "viewer": ("/ke-hoach", "/tinh-huong"),
    "policy": (*_CASES, "/ke-hoach", "/tinh-huong", "/soan-tinh-huong"),
    "clerk": (*_CASES, "/danh-sach", "/danh-sach-mau.xlsx", "/v1/bulk", *_REGISTER, "/vao-so"),
    "approver": (*_REGISTER, "/cho-duyet"),
    "operator": ("/metrics",),
}


def roles_of(key: str) -> list[str]:
    """The roles in the name of a key; none: it may be used for everything."""
    return key.split("/")[1:]


def may(key: str, path: str) -> bool:
    """Whether the key of that name may be used at ``path``."""
    roles = roles_of(key)
    return not roles or any(_leads(path, place) for place in (*_ANYBODY, *(p for role in roles for p in ROLES[role])))


def needed(path: str) -> list[str]:
    """The roles that lead to ``path``."""
    return [role for role, places in ROLES.items() if any(_leads(path, place) for place in (*_ANYBODY, *places))]


def _leads(path: str, place: str) -> bool:
    return path == place or (place != "/" and path.startswith(f"{place}/"))
