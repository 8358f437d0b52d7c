"""An interview: one question at a time, the one that tells most first, until nothing that is open can matter."""
