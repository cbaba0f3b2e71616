"""What an act of reorganisation changes in this room."""

from thidua.councils.models import Council, Seat
from thidua.org.happened import Happened
from thidua.org.journal import Journal


def follow_act(happened: Happened, journal: Journal) -> None:
    """Councils of ended units end with them, and so do the seats in them. Minutes stay."""
    standing = Council.objects.filter(unit__in=happened.ended, ends_on=None)
    seats = Seat.objects.filter(council__in=standing.values("pk"), ends_on=None)
    journal.change(seats.filter(starts_on__lt=happened.on), ends_on=happened.on)
    journal.change(standing.filter(starts_on__lt=happened.on), ends_on=happened.on)
