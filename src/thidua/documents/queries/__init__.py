"""Questions about papers. Nothing here writes."""

from thidua.documents.naming import folded_words
from thidua.documents.queries.addressing import (
    outside_bodies,
    readers_in,
    surroundings,
    units_above,
    units_below,
    units_beside,
)
from thidua.documents.queries.books import (
    Gap,
    book_entries,
    cancelled_numbers,
    date_warnings,
    gaps,
    last_number,
    same_file,
    same_number,
    searched,
    unused_reservations,
    without_number,
    years_of,
)
from thidua.documents.queries.trail import LogLine, log_of
from thidua.documents.queries.visible import (
    arrivals_for,
    deliveries_visible_to,
    documents_visible_to,
    ended_signing_post,
    files_visible_to,
    own_documents,
    recipients_visible_to,
    signing_post,
)
from thidua.documents.queries.waiting import tasks_of

__all__ = [
    "Gap",
    "LogLine",
    "arrivals_for",
    "book_entries",
    "cancelled_numbers",
    "date_warnings",
    "deliveries_visible_to",
    "documents_visible_to",
    "ended_signing_post",
    "files_visible_to",
    "folded_words",
    "gaps",
    "last_number",
    "log_of",
    "outside_bodies",
    "own_documents",
    "readers_in",
    "recipients_visible_to",
    "same_file",
    "same_number",
    "searched",
    "signing_post",
    "surroundings",
    "tasks_of",
    "units_above",
    "units_below",
    "units_beside",
    "unused_reservations",
    "without_number",
    "years_of",
]
