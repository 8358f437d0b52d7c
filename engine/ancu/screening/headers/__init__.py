"""What the header of a column means: which fact, in which unit."""
