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
from thidua.progress.queries.visible import plans_followed, reminders_of
from thidua.progress.queries.waiting import tasks_of

__all__ = [
    "Channel",
    "Contact",
    "Matrix",
    "Receiver",
    "Row",
    "kept_matrix",
    "last_contacts",
    "matrix_of",
    "own_plan_issued",
    "plans_followed",
    "receivers",
    "reminded_on",
    "reminders_of",
    "tasks_of",
]
