"""How the tables of a register came to be what they are, step by step; Alembic runs what a register lacks."""
