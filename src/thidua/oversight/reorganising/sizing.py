"""When a decision is too large to be carried out while somebody waits for the page."""

from thidua.org.models import Reorganisation
from thidua.org.reorganising import Planned

MANY_ACTS, MANY_UNITS = 300, 2_000


def is_large(planned: Planned) -> bool:
    return len(planned.effects) >= MANY_ACTS or len(planned.touched()) >= MANY_UNITS


def was_large(reorganisation: Reorganisation) -> bool:
    """Undoing touches as many rows as doing did."""
    rows = sum(len(step.rows) for step in reorganisation.steps.only("rows").iterator(100))
    return rows >= MANY_UNITS
