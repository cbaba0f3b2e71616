"""Numbers that stand in an address, or that a page hands back without a form."""

from string import digits

LONGEST = 18
"""Digits: every key of a row fits, and nothing that a database or Python refuses to count."""


def asked_number(typed: str) -> int | None:
    """The whole number that was asked for; None for everything that is none."""
    if not typed or len(typed) > LONGEST or set(typed) - set(digits):
        return None
    return int(typed)
