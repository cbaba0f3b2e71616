"""Changes to the organisation. Each is dated; none rewrites the past."""

from thidua.org.actions.founding import (
    Naming,
    appoint,
    establish_unit,
    found_installation,
    give_account,
)

__all__ = [
    "Naming",
    "appoint",
    "establish_unit",
    "found_installation",
    "give_account",
]
