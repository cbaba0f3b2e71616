"""Questions about how plans are carried out below. Nothing here writes."""

from thidua.cascade.queries.chain import carried_out_through, carries_out, counts_for
from thidua.cascade.queries.coverage import Chosen, Coverage, choices_of, clause_coverage
from thidua.cascade.queries.facts import facts_behind, facts_of
from thidua.cascade.queries.held import held_by
from thidua.cascade.queries.received import (
    deliveries_of,
    is_receiver,
    phases_for,
    plan_in_force,
    plans_lived_by,
    plans_to_link,
    plans_watched,
    received_plans,
    superior_keys,
    units_to_act_on,
    units_visible_to,
)
from thidua.cascade.queries.steps import StepRow, living_plan, steps_of
from thidua.cascade.queries.waiting import tasks_of

__all__ = [
    "Chosen",
    "Coverage",
    "StepRow",
    "carried_out_through",
    "carries_out",
    "choices_of",
    "clause_coverage",
    "counts_for",
    "deliveries_of",
    "facts_behind",
    "facts_of",
    "held_by",
    "is_receiver",
    "living_plan",
    "phases_for",
    "plan_in_force",
    "plans_lived_by",
    "plans_to_link",
    "plans_watched",
    "received_plans",
    "steps_of",
    "superior_keys",
    "tasks_of",
    "units_to_act_on",
    "units_visible_to",
]
