"""Run a command and write its seconds, those of a core, peak memory in KB and exit code: ``launch.py FILE COMMAND…``.

A process of its own, since Linux counts into a child's peak what its parent held when it started it.
"""

import os
import sys
import time

report, *command = sys.argv[1:]
start = time.perf_counter()
pid = os.posix_spawnp(command[0], command, os.environ)
_, status, usage = os.wait4(pid, 0)
took = time.perf_counter() - start
with open(report, "w") as file:
    print(took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status), file=file)
