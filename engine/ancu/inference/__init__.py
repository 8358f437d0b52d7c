"""A programme as it stands on a day, and the engines that judge by it."""
