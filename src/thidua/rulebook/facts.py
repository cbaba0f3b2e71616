"""What stands behind a figure: the facts that rooms have recorded."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class FactLine:
    """One recorded fact that is counted in a figure, and where it can be seen.

    `day` is None where the fact is a state and has no day of its own. `inside`: only people of
    the unit may open it; its superiors see the line alone.
    """

    title: str
    day: date | None
    value: Decimal
    url: str
    inside: bool = False
