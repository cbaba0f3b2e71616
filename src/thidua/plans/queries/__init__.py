"""Questions about plans and about readings that wait. Nothing here writes."""

from thidua.plans.queries.archive import (
    Cited,
    archive_texts,
    cited_papers,
    held_papers,
    lessons_for,
)
from thidua.plans.queries.around import phases_around
from thidua.plans.queries.held import held_by
from thidua.plans.queries.intake import (
    batches_visible_to,
    listed_readings,
    official_name,
    readings_visible_to,
    waiting_reading,
)
from thidua.plans.queries.plans import (
    below,
    follow_ups_visible_to,
    own,
    plans_to_act_on,
    plans_visible_to,
    received,
    receivers,
    units_for,
)
from thidua.plans.queries.waiting import tasks_of

__all__ = [
    "Cited",
    "archive_texts",
    "batches_visible_to",
    "below",
    "cited_papers",
    "follow_ups_visible_to",
    "held_by",
    "held_papers",
    "lessons_for",
    "listed_readings",
    "official_name",
    "own",
    "phases_around",
    "plans_to_act_on",
    "plans_visible_to",
    "readings_visible_to",
    "received",
    "receivers",
    "tasks_of",
    "units_for",
    "waiting_reading",
]
