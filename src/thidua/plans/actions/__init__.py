"""Every change of this room."""

from thidua.plans.actions.accepting import (
    Head,
    accept_as_draft,
    accept_as_issued,
    accept_as_received,
)
from thidua.plans.actions.drafting import (
    PaperHead,
    ReadyWords,
    Words,
    add_by_hand,
    add_clauses,
    begun_on,
    change_clause,
    delete_clause,
    fix_draft,
    move_clause,
    rewrite,
    save_head,
    start_plan,
    submit_plan,
    words_of,
)
from thidua.plans.actions.intake import drop_reading, pick_up_reading, take_in
from thidua.plans.actions.issuing import issue_plan
from thidua.plans.actions.reviewing import (
    add_to_reading,
    correct_fields,
    keep_finding,
    take_fix,
    undo,
)

__all__ = [
    "Head",
    "PaperHead",
    "ReadyWords",
    "Words",
    "accept_as_draft",
    "accept_as_issued",
    "accept_as_received",
    "add_by_hand",
    "add_clauses",
    "add_to_reading",
    "begun_on",
    "change_clause",
    "correct_fields",
    "delete_clause",
    "drop_reading",
    "fix_draft",
    "issue_plan",
    "keep_finding",
    "move_clause",
    "pick_up_reading",
    "rewrite",
    "save_head",
    "start_plan",
    "submit_plan",
    "take_fix",
    "take_in",
    "undo",
    "words_of",
]
