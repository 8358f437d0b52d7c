"""What Arrow would import of its own accord stays out of a command."""

import subprocess
import sys
from pathlib import Path

LIST = "Mã hồ sơ,Thu nhập\n" + "".join(f"HS-{i},12 triệu\n" for i in range(3))
SCRIPT = """
import sys
from ancu_cli.main import main
try:
    main()
except SystemExit as end:
    assert end.code == 0, end.code
print("pandas" in sys.modules, "pyarrow" in sys.modules)
from ancu_cli import no_pandas
no_pandas.show()
import pandas
"""


def test_a_command_that_judges_in_columns_imports_no_pandas(tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_text(LIST, encoding="utf-8")
    arguments = ["screen", "l.csv", "--programme", "social_housing_purchase", "--engine", "columns", "-o", "kq.parquet"]
    command = [sys.executable, "-c", SCRIPT, *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "False True"
