"""What would make a decision another: the least that somebody could change, with which paper, and from which day."""
