"""What one cell of a list means: text to engine value, and the problems told of it."""
