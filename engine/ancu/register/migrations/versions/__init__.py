"""One module a step, in the order in which they follow on each other."""
