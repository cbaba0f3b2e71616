"""Telling people: the outbox, the bell, lists of many, telephone calls."""

from thidua.notify.actions.announcing import (
    draft_announcement,
    drop_announcement,
    edit_announcement,
    leave_out,
    send_announcement,
)
from thidua.notify.actions.calls import note_call, note_calls
from thidua.notify.actions.digests import merge_held
from thidua.notify.actions.following import follow_act
from thidua.notify.actions.mails import Letter, post_mails, resend, retry_failed, send_again
from thidua.notify.actions.notices import Line, give_notices, mark_read
from thidua.notify.actions.preferences import choose
from thidua.notify.actions.recoveries import tell_owner
from thidua.notify.actions.rounds import advance, begin_round, end_round

__all__ = [
    "Letter",
    "Line",
    "advance",
    "begin_round",
    "choose",
    "draft_announcement",
    "drop_announcement",
    "edit_announcement",
    "end_round",
    "follow_act",
    "give_notices",
    "leave_out",
    "mark_read",
    "merge_held",
    "note_call",
    "note_calls",
    "post_mails",
    "resend",
    "retry_failed",
    "send_again",
    "send_announcement",
    "tell_owner",
]
