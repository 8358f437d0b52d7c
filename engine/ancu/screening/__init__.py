"""Batch screening: a list in, the same list with decisions and reasons out, nothing lost on the way."""
