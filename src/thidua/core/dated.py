"""Dated records: in force until `ends_on`, which is the first day no longer in force."""

from datetime import date

from django.db.models import F, OuterRef, Q


def in_force(day: date | OuterRef, via: str = "") -> Q:
    """Filter: the dated record began by `day`, which may be a column outside, and had not ended."""
    return Q(**{f"{via}starts_on__lte": day}) & (
        Q(**{f"{via}ends_on": None}) | Q(**{f"{via}ends_on__gt": day})
    )


ENDS_AFTER_START = Q(ends_on=None) | Q(ends_on__gt=F("starts_on"))
"""Check: a dated record ends after it starts, or has not ended."""
