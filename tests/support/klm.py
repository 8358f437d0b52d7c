"""How long a practised clerk takes, by the keystroke-level model of Card, Moran and Newell (1980)."""

from __future__ import annotations

from dataclasses import dataclass

#: Seconds: a key of an average typist, pointing with a mouse, pressing and letting go of its button, a hand's way
#: between mouse and keys, and making up one's mind.
K, P, BB, H, M = 0.28, 1.1, 0.2, 0.4, 1.35


@dataclass
class Effort:
    """What was done so far."""

    minds: int = 0
    keys: int = 0
    clicks: int = 0
    hands: int = 0

    @property
    def seconds(self) -> float:
        return M * self.minds + K * self.keys + (P + BB) * self.clicks + H * self.hands

    def click(self) -> None:
        """Make up one's mind and click once."""
        self.minds += 1
        self.clicks += 1

    def type(self, text: str) -> None:
        """Click into a field, type, and go back to the mouse."""
        self.click()
        self.keys += len(text)
        self.hands += 2
