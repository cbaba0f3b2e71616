"""Questions about messages. Nothing here writes."""

from thidua.notify.queries.announcing import announcements_visible_to
from thidua.notify.queries.calls import calls_visible_to
from thidua.notify.queries.languages import languages_of
from thidua.notify.queries.notices import notices_of, unread
from thidua.notify.queries.outbox import (
    LAST_TRY,
    LEAVING,
    PATIENCE,
    counts_by_state,
    due_for_another_try,
    held_by,
    outbox_visible_to,
)
from thidua.notify.queries.preferences import wish_of, wishes_of
from thidua.notify.queries.waiting import tasks_of

__all__ = [
    "LAST_TRY",
    "LEAVING",
    "PATIENCE",
    "announcements_visible_to",
    "calls_visible_to",
    "counts_by_state",
    "due_for_another_try",
    "held_by",
    "languages_of",
    "notices_of",
    "outbox_visible_to",
    "tasks_of",
    "unread",
    "wish_of",
    "wishes_of",
]
