"""The purchase of social housing on 2026-11-01 as others would write it: one module an engine, each in its own idiom.

Every module has ``prepare(rows)``, which brings rows into the engine's own form, and ``statuses(prepared)``, which is
what gets timed. Rows are dicts of fact id to value, empty cells left out.
"""
