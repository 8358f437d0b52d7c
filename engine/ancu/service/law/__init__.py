"""The law in the browser: what the rulebook says, name by name and over time; the handbook in small."""
