"""Every change of this room."""

from thidua.plans.actions.accepting import (
    Head,
    accept_as_draft,
    accept_as_issued,
    accept_as_received,
)
from thidua.plans.actions.drafting import (
    PaperHead,
    add_clauses,
    change_clause,
    delete_clause,
    fix_draft,
    move_clause,
    save_head,
    start_plan,
    submit_plan,
)
from thidua.plans.actions.intake import drop_reading, pick_up_reading, take_in
from thidua.plans.actions.issuing import issue_plan
from thidua.plans.actions.reviewing import correct_fields, keep_finding, take_fix, undo

__all__ = [
    "Head",
    "PaperHead",
    "accept_as_draft",
    "accept_as_issued",
    "accept_as_received",
    "add_clauses",
    "change_clause",
    "correct_fields",
    "delete_clause",
    "drop_reading",
    "fix_draft",
    "issue_plan",
    "keep_finding",
    "move_clause",
    "pick_up_reading",
    "save_head",
    "start_plan",
    "submit_plan",
    "take_fix",
    "take_in",
    "undo",
]
