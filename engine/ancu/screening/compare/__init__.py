"""Two runs compared: who changed, and because of which change of law or of facts."""
