"""Running scenarios and reporting how they went."""
