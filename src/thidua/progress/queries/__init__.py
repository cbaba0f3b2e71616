"""Questions about how plans are carried out below. Nothing here writes."""

from thidua.progress.queries.contacts import Channel, Contact, last_contacts
from thidua.progress.queries.matrix import (
    Matrix,
    Row,
    kept_matrix,
    matrix_of,
    own_plan_issued,
    reminded_on,
)
from thidua.progress.queries.reachable import Receiver, receivers
from thidua.progress.queries.visible import (
    last_day_of,
    plans_followed,
    plans_shown,
    reminders_of,
)
from thidua.progress.queries.waiting import tasks_of

__all__ = [
    "Channel",
    "Contact",
    "Matrix",
    "Receiver",
    "Row",
    "kept_matrix",
    "last_contacts",
    "last_day_of",
    "matrix_of",
    "own_plan_issued",
    "plans_followed",
    "plans_shown",
    "receivers",
    "reminded_on",
    "reminders_of",
    "tasks_of",
]
