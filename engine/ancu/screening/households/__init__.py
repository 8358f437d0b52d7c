"""Members of households in lists: whose row is whose, and what it says, read by the same readers as any cell."""
