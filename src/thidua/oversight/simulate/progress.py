"""Telling how far a long work has come."""

from collections.abc import Callable
from time import monotonic

from thidua.core.templatetags.vn import vn_number

EVERY_SECONDS = 5
HALF_A_MINUTE, MINUTE = 30, 60


class Progress:
    """One line now and then: what, how many of how many, and how long it may still take."""

    def __init__(self, say: Callable[[str], object]) -> None:
        self.say = say
        self.began = self.told = monotonic()
        self.what, self.total = "", 1

    def begin(self, what: str, total: int) -> None:
        self.what, self.total = what, max(total, 1)
        self.began = self.told = monotonic()
        self.say(f"{what}…")

    def reached(self, done: int) -> None:
        """Call it as often as you like: it speaks every few seconds."""
        now = monotonic()
        if now - self.told < EVERY_SECONDS or not done:
            return
        self.told = now
        left = (now - self.began) * (self.total - done) / done
        reached = f"{vn_number(done)} / {vn_number(self.total)}, {100 * done // self.total} %"
        self.say(f"{self.what}: {reached}, còn khoảng {time_words(left)}")


def time_words(seconds: float) -> str:
    """*chưa đầy một phút*, *3 phút*."""
    if seconds < HALF_A_MINUTE:
        return "chưa đầy một phút"
    return f"{round(seconds / MINUTE) or 1} phút"
