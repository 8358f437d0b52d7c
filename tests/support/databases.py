"""Real engines for the length of a test session: PostgreSQL on loopback in a folder of its own, Spark in process."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def postgres_binaries() -> Path | None:
    """The folder of the newest PostgreSQL server on this machine, or None."""
    found = [*Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    on_path = shutil.which("initdb")
    if on_path is not None:
        found.append(Path(on_path).resolve())
    return max((path.parent for path in found), key=str, default=None)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running_postgres(binaries: Path) -> Iterator[str]:
    """Start a server that only this machine can reach; yields how to connect."""
    home = tempfile.mkdtemp(prefix="ancu-postgres-")
    # PostgreSQL refuses to run as root.
    user = None
    if os.geteuid() == 0:
        user = next(name for name in ("postgres", "nobody") if any(p.pw_name == name for p in pwd.getpwall()))
        shutil.chown(home, user)
    port = _free_port()
    data = str(Path(home) / "data")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "cwd": home, "user": user, "check": True}
    try:
        create = [binaries / "initdb", "-D", data, "-U", "ancu", "--auth=trust", "--encoding=UTF8", "--no-sync"]
        subprocess.run(create, **quiet)  # type: ignore[call-overload]
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories= -c fsync=off"
        start = [binaries / "pg_ctl", "-D", data, "-o", options, "-w", "-l", str(Path(home) / "log"), "start"]
        subprocess.run(start, **quiet)  # type: ignore[call-overload]
        try:
            yield f"host=127.0.0.1 port={port} user=ancu dbname=postgres"
        finally:
            stop = [binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop"]
            subprocess.run(stop, **quiet)  # type: ignore[call-overload]
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def running_spark() -> Iterator[Any]:
    """A Spark session on two local threads; needs PySpark and Java."""
    from pyspark.sql import SparkSession

    quiet = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "2",
        # All tests share it, and it keeps something of each; its many small tables take a page each.
        "spark.driver.memory": "5g",
        # Made-up lists of some hundred rows: statements as long as ours take longer to compile than to interpret.
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseParallelGC",
        "spark.buffer.pageSize": "1m",
        "spark.sql.ui.retainedExecutions": "1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
    }
    builder = SparkSession.builder.master("local[2]").appName("ancu-tests")
    for key, value in quiet.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()
