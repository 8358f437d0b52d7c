"""Scenarios drafted by the machine, for an officer to confirm."""
