"""One case: decided by two engines, explained in words."""
