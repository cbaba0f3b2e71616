"""Questions about pledges. Nothing here writes."""

from thidua.pledges.queries.facts import facts_behind, facts_of
from thidua.pledges.queries.figures import GroupFigures, figures_of, groups_of, shown_with_figures
from thidua.pledges.queries.held import held_by
from thidua.pledges.queries.names import (
    Name,
    already_counted,
    members_for,
    names_on,
    refused_on,
    signing_unit_of,
    waiting_on,
)
from thidua.pledges.queries.shares import shares
from thidua.pledges.queries.sheets import (
    ALIVE,
    code_behind,
    current_code,
    is_workplace,
    listed_sheets,
    lists_of,
    living_phases,
    most_urgent_first,
    openable,
    phase_of,
    pledge_behind,
    sheets_known_to,
    sheets_visible_to,
    superior_then,
    unit_then,
)
from thidua.pledges.queries.waiting import tasks_of

__all__ = [
    "ALIVE",
    "GroupFigures",
    "Name",
    "already_counted",
    "code_behind",
    "current_code",
    "facts_behind",
    "facts_of",
    "figures_of",
    "groups_of",
    "held_by",
    "is_workplace",
    "listed_sheets",
    "lists_of",
    "living_phases",
    "members_for",
    "most_urgent_first",
    "names_on",
    "openable",
    "phase_of",
    "pledge_behind",
    "refused_on",
    "shares",
    "sheets_known_to",
    "sheets_visible_to",
    "shown_with_figures",
    "signing_unit_of",
    "superior_then",
    "tasks_of",
    "unit_then",
    "waiting_on",
]
