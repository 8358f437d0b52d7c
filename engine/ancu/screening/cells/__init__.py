"""A row of a list as engine values, and what is wrong with its cells."""
