"""Long lists by several processes: chunks are judged and put into pieces of the result apart, and joined in order."""
