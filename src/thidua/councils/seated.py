"""Where somebody sits, for whoever asks more of members of councils."""

from datetime import date

from thidua.core.dated import in_force
from thidua.councils.models import Seat


def units_seating(person_id: int | None, day: date) -> frozenset[int]:
    """The units of the councils in which this person has a seat that day."""
    seats = Seat.objects.filter(
        in_force(day), in_force(day, "council__"), person=person_id, person__isnull=False
    )
    return frozenset(seats.values_list("council__unit", flat=True))
