"""Which optional dependencies are here: the engine itself needs none of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from types import MappingProxyType

#: The modules that the engine itself needs; whoever installed it has them.
CORE = ("click", "pydantic", "platformdirs", "yaml", "sqlglot")
#: The modules by which each extra of pyproject.toml is known to be here, and which other extras it takes in.
MODULES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "specs": ("pytest", "pytest_bdd", "jinja2"),
    "columns": ("numpy", "pyarrow"),
    "duckdb": ("duckdb",),
    "doubles": ("rapidfuzz",),
    "excel": ("python_calamine", "xlsxwriter", "xlrd"),
    "service": ("fastapi", "starlette", "uvicorn", "httptools", "jinja2", "prometheus_client", "python_multipart"),
    "mcp": ("mcp", "jsonschema"),
    "register": ("sqlalchemy", "alembic", "psycopg"),
    "plan": ("jinja2",),
    "notices": ("jinja2", "lxml", "typst", "pypdf", "segno"),
    "docx": ("docx",),
    "draw": ("jinja2", "py_ecc", "rfc3161_client"),
    "proof": ("z3",),
    "spark": ("pyspark",),
})  # fmt: skip
TAKES_IN: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "duckdb": ("columns",),
    "doubles": ("duckdb",),
    "service": ("excel",),
    "mcp": ("service",),
    "plan": ("columns", "excel"),
    "notices": ("columns", "excel"),
    "proof": ("specs",),
    "spark": ("columns",),
})  # fmt: skip


def modules_of(extra: str) -> Iterator[str]:
    """The modules of ``extra`` and of all that it takes in."""
    for other in TAKES_IN.get(extra, ()):
        yield from modules_of(other)
    yield from MODULES[extra]


def columns() -> bool:
    """Whether many cases can be judged at once, in columns."""
    return _complete("columns")


def duckdb() -> bool:
    """Whether lists can be judged by the SQL statement in this process."""
    return _complete("duckdb")


def doubles() -> bool:
    """Whether people of lists and registers can be held against each other."""
    return _complete("doubles")


def spark() -> bool:
    """Whether PySpark is here, and what reads its results."""
    return _complete("spark")


def specs() -> bool:
    """Whether feature files can be run."""
    return _complete("specs")


def service() -> bool:
    """Whether the HTTP service can be started."""
    return _complete("service")


def assistant() -> bool:
    """Whether tools can be served to an assistant over MCP."""
    return _complete("mcp")


def register() -> bool:
    """Whether decisions can be entered into a register in a file."""
    return _installed("sqlalchemy", "alembic")


def notices() -> bool:
    """Whether notices and public lists can be written."""
    return _installed(*MODULES["notices"])


def postgres() -> bool:
    """Whether a PostgreSQL server can be reached."""
    return _installed("psycopg")


def pages() -> bool:
    """Whether pages can be made."""
    return _installed("jinja2")


def drand() -> bool:
    """Whether rounds of drand can be verified."""
    return _installed("py_ecc")


def time_stamps() -> bool:
    """Whether time stamps of RFC 3161 can be verified."""
    return _installed("rfc3161_client", "cryptography")


def proof() -> bool:
    """Whether the solver that proves things of all records is here."""
    return _complete("proof")


def file_locks() -> bool:
    """Whether processes can keep each other from a file: on every system but Windows."""
    return _installed("fcntl")


def _complete(extra: str) -> bool:
    return _installed(*modules_of(extra))


def _installed(*modules: str) -> bool:
    return all(find_spec(name) is not None for name in modules)
