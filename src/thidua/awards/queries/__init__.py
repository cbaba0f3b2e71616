"""Questions about commendation. Nothing here writes."""

from thidua.awards.queries.facts import facts_behind, facts_of
from thidua.awards.queries.held import held_by
from thidua.awards.queries.visible import (
    awards_of,
    book_units,
    lists_to_act_on,
    lists_visible_to,
    nominations_visible_to,
    praises_of,
    praises_visible_to,
    ready_for,
    submitted_to,
    whole_nominations,
)
from thidua.awards.queries.waiting import tasks_of

__all__ = [
    "awards_of",
    "book_units",
    "facts_behind",
    "facts_of",
    "held_by",
    "lists_to_act_on",
    "lists_visible_to",
    "nominations_visible_to",
    "praises_of",
    "praises_visible_to",
    "ready_for",
    "submitted_to",
    "tasks_of",
    "whole_nominations",
]
