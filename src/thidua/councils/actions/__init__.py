"""Everything that changes councils, their seats and their sessions. One function, one deed."""

from thidua.councils.actions.closing import close_session
from thidua.councils.actions.councils import add_seat, end_council, end_seat, set_up_council
from thidua.councils.actions.following import follow_act
from thidua.councils.actions.sessions import (
    append_item,
    count_hands,
    open_session,
    record_attendance,
    take_off,
)

__all__ = [
    "add_seat",
    "append_item",
    "close_session",
    "count_hands",
    "end_council",
    "end_seat",
    "follow_act",
    "open_session",
    "record_attendance",
    "set_up_council",
    "take_off",
]
