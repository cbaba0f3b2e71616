"""What a decision about the organisation does to the units: planned in memory, then written whole.

All acts of a decision have one day. They are played one after the other on a small copy of the
tree (`world`, `play`), which tells what is wrong with them and what each of them does; only the
difference between the tree before and after is written (`writing`), so a unit that is handed on
twice in one decision has one new place and not two.
"""

from thidua.org.reorganising.effects import Effect, Planned, Problem
from thidua.org.reorganising.planning import plan_acts, plan_for
from thidua.org.reorganising.undoing import undo_all
from thidua.org.reorganising.wanted import Wanted, wanted_of
from thidua.org.reorganising.writing import write

__all__ = [
    "Effect",
    "Planned",
    "Problem",
    "Wanted",
    "plan_acts",
    "plan_for",
    "undo_all",
    "wanted_of",
    "write",
]
