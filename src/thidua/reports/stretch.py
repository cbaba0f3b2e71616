"""Some days inside a phase about which a superior asks."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What a superior asks about before a phase is over, and of which days."""

    name: str
    first: date
    last: date
