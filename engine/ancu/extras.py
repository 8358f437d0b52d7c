"""Which optional dependencies are here: the engine itself needs none of them."""

from __future__ import annotations

from importlib.util import find_spec


def columns() -> bool:
    """Whether many cases can be judged at once, in columns."""
    return _installed("numpy", "pyarrow")


def duckdb() -> bool:
    """Whether lists can be judged by the SQL statement in this process."""
    return columns() and _installed("duckdb")


def doubles() -> bool:
    """Whether people of lists and registers can be held against each other."""
    return duckdb() and _installed("rapidfuzz")


def spark() -> bool:
    """Whether PySpark is here, and what reads its results."""
    return columns() and _installed("pyspark")


def specs() -> bool:
    """Whether feature files can be run."""
    return _installed("pytest", "pytest_bdd", "jinja2")


def service() -> bool:
    """Whether the HTTP service can be started."""
    return _installed("fastapi", "starlette", "uvicorn", "httptools", "jinja2", "prometheus_client", "python_multipart")


def assistant() -> bool:
    """Whether tools can be served to an assistant over MCP."""
    return service() and _installed("mcp", "jsonschema")


def register() -> bool:
    """Whether decisions can be entered into a register in a file."""
    return _installed("sqlalchemy", "alembic")


def notices() -> bool:
    """Whether notices and public lists can be written."""
    return _installed("jinja2", "lxml", "pypdf", "segno", "typst")


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
    return _installed("z3") and specs()


def _installed(*modules: str) -> bool:
    return all(find_spec(name) is not None for name in modules)
