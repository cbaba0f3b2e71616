"""Every change of this room."""

from thidua.plans.actions.accepting import (
    Head,
    accept_as_draft,
    accept_as_issued,
    accept_as_received,
)
from thidua.plans.actions.batch_control import go_on_reading, stop_reading
from thidua.plans.actions.batching import Given, give_files
from thidua.plans.actions.correcting import add_to_reading, confirm_field, correct_fields
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
from thidua.plans.actions.following import (
    FollowUpWords,
    issue_follow_up,
    save_follow_up,
    start_follow_up,
)
from thidua.plans.actions.forwarding import move_forward, settle_flag
from thidua.plans.actions.intake import drop_reading, pick_up_reading, take_in
from thidua.plans.actions.issuing import issue_plan
from thidua.plans.actions.restoring import choose_word, take_words, undo_word
from thidua.plans.actions.reviewing import keep_finding, take_fix, undo

__all__ = [
    "FollowUpWords",
    "Given",
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
    "choose_word",
    "confirm_field",
    "correct_fields",
    "delete_clause",
    "drop_reading",
    "fix_draft",
    "give_files",
    "go_on_reading",
    "issue_follow_up",
    "issue_plan",
    "keep_finding",
    "move_clause",
    "move_forward",
    "pick_up_reading",
    "rewrite",
    "save_follow_up",
    "save_head",
    "settle_flag",
    "start_follow_up",
    "start_plan",
    "stop_reading",
    "submit_plan",
    "take_fix",
    "take_in",
    "take_words",
    "undo",
    "undo_word",
    "words_of",
]
