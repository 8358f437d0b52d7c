"""Judging all rows of a list, by row or by column."""
