"""What an act of reorganisation changes in this room."""

from datetime import datetime, time

from django.utils import timezone

from thidua.org.happened import Happened
from thidua.org.journal import Journal
from thidua.pledges.models import Sheet


def follow_act(happened: Happened, journal: Journal) -> None:
    """Open sheets of ended units close on that day; what was signed on them counts as before.

    Nobody signs for a unit that is no more: their members sign the sheet of the unit they went to.
    """
    closed = timezone.make_aware(datetime.combine(happened.on, time.min))
    sheets = Sheet.objects.filter(unit__in=happened.ended, closed_at=None)
    journal.change(sheets, closed_at=closed)
