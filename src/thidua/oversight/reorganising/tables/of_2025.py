"""The re-organisation of 2025 in one province, as a table for whatever units it has.

What happened then (A.2, A.4, V17): the unions of districts and of local sectors ended, unions of
communes and wards began, grassroots unions of bodies that the budget pays for ended, the others
moved to a commune or directly below the province. Names and numbers here are our own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from thidua.core.dated import in_force
from thidua.org.models import Host, Ownership, Placement, Tree, Unit
from thidua.org.queries import parent_of
from thidua.org.reorganising.finding import with_key
from thidua.oversight.reorganising.tables.columns import Row

UPPER = ("ldld_huyen", "cdn", "cdvc", "cdkcn")
ENDING = ("ldld_huyen", "cdn", "cdvc")
GRASSROOTS_OF_A_COMMUNE = 12
KEEPS_ITS_UNION = Decimal(10)
"""Per cent of its own costs that a public unit must earn to keep its union (ORG-06)."""
ENDED_OF_TEN = 7
"""Where nothing is known of the place of work: 1,031 of 1,473 ended in the province of V17."""
