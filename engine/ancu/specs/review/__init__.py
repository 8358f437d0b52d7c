"""A change of law put before whoever has to approve it: what it says, whom it touches, and how it is tested."""
