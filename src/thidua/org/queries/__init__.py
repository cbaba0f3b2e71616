"""Questions about the organisation that more than one room asks."""

from thidua.org.queries.units import headcount_on, members_of, parent_of, units_within

__all__ = ["headcount_on", "members_of", "parent_of", "units_within"]
