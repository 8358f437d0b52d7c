"""From files to files, once or again: the run, its receipt, its replay."""
