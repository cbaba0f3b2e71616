"""Changes to the organisation. Each is dated; none rewrites the past."""

from thidua.org.actions.founding import (
    Naming,
    appoint,
    count_heads,
    end_post,
    establish_unit,
    found_installation,
    give_account,
)

__all__ = [
    "Naming",
    "appoint",
    "count_heads",
    "end_post",
    "establish_unit",
    "found_installation",
    "give_account",
]
