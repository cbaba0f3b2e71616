"""Last year's plan moved forward: what follows from the calendar is done, what cannot be known
is flagged."""

from vanban.forward.model import CannotMove, Change, Flag, Forwarded
from vanban.forward.move import forward, next_year

__all__ = ["CannotMove", "Change", "Flag", "Forwarded", "forward", "next_year"]
