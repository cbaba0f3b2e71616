"""Questions about reports, their periods and totals. Nothing here writes."""

from thidua.reports.queries.held import held_by
from thidua.reports.queries.left import periods_left, units_left
from thidua.reports.queries.sheets import rows_of, sheet_of
from thidua.reports.queries.states import (
    ReportState,
    came_from_elsewhere,
    days_late,
    due_of,
    latest_period,
    next_phase,
    state_of,
    states_among,
    states_below,
    states_of,
)
from thidua.reports.queries.totals import Part, parts_of, totals_below, verify_totals
from thidua.reports.queries.visible import (
    WORKING,
    periods_visible_to,
    plans_to_ask_for,
    reports_seen_in_a_period,
    reports_to_act_on,
    reports_visible_to,
    whole_periods,
    working_units,
)
from thidua.reports.queries.waiting import tasks_of

__all__ = [
    "WORKING",
    "Part",
    "ReportState",
    "came_from_elsewhere",
    "days_late",
    "due_of",
    "held_by",
    "latest_period",
    "next_phase",
    "parts_of",
    "periods_left",
    "periods_visible_to",
    "plans_to_ask_for",
    "reports_seen_in_a_period",
    "reports_to_act_on",
    "reports_visible_to",
    "rows_of",
    "sheet_of",
    "state_of",
    "states_among",
    "states_below",
    "states_of",
    "tasks_of",
    "totals_below",
    "units_left",
    "verify_totals",
    "whole_periods",
    "working_units",
]
