"""How many of a unit have signed, in three figures, against its headcount."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """Who signed by themselves, who was recorded from a list, who waits to be told apart.

    Whoever waits is not counted as signed.
    """

    itself: int = 0
    recorded: int = 0
    waiting: int = 0
    headcount: int = 0

    @property
    def signed(self) -> int:
        return self.itself + self.recorded

    @property
    def missing(self) -> int:
        """Never below nought: the list may hold more people than the last count."""
        return max(0, self.headcount - self.signed)

    @property
    def percent(self) -> int | None:
        """Whole per cent, rounded down so that only everybody makes 100; None over nobody."""
        if not self.headcount:
            return None
        return min(100, 100 * self.signed // self.headcount)
