"""Every change of this room."""

from thidua.cascade.actions.acknowledging import acknowledge, take_back
from thidua.cascade.actions.choosing import Decision, begin_own_plan, change_choices
from thidua.cascade.actions.launching import NEAR, launch, undo_launch
from thidua.cascade.actions.linking import link_own_plan, unlink_own_plan
from thidua.cascade.actions.scheduling import set_timetable

__all__ = [
    "NEAR",
    "Decision",
    "acknowledge",
    "begin_own_plan",
    "change_choices",
    "launch",
    "link_own_plan",
    "set_timetable",
    "take_back",
    "undo_launch",
    "unlink_own_plan",
]
