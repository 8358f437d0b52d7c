"""Long lists keep the memory that they need again, unless whoever runs them has chosen how."""

import os
import subprocess
import sys

import pyarrow as pa
import pytest

SCRIPT = """
import pyarrow as pa
from ancu.screening.run.memory import keep_memory
keep_memory()
print(pa.default_memory_pool().backend_name)
"""


@pytest.mark.parametrize("chosen", [None, "system"])
def test_arrow_takes_memory_where_it_was_told_to(chosen: str | None) -> None:
    env = {name: value for name, value in os.environ.items() if name != "ARROW_DEFAULT_MEMORY_POOL"}
    if chosen is not None:
        env["ARROW_DEFAULT_MEMORY_POOL"] = chosen
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=env, capture_output=True, encoding="utf-8", check=True)
    usual = pa.default_memory_pool().backend_name if sys.platform != "linux" else "jemalloc"
    there = usual in pa.supported_memory_backends()
    assert done.stdout.strip() == (chosen or (usual if there else pa.default_memory_pool().backend_name))
