"""Questions about the organisation that more than one room asks."""

from thidua.org.queries.heads import beneath, headcounts, listed, paths_of
from thidua.org.queries.keeping import acts_for, day_within, ended_on, units_served
from thidua.org.queries.naming import name_then
from thidua.org.queries.reorganising import acts_of, reorganisations_visible_to
from thidua.org.queries.units import (
    headcount_on,
    members_of,
    parent_of,
    units_within,
)

__all__ = [
    "acts_for",
    "acts_of",
    "beneath",
    "day_within",
    "ended_on",
    "headcount_on",
    "headcounts",
    "listed",
    "members_of",
    "name_then",
    "parent_of",
    "paths_of",
    "reorganisations_visible_to",
    "units_served",
    "units_within",
]
