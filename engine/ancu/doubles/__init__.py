"""Who of a list has had housing support before, or is listed twice: found by number, asked about by likeness."""
