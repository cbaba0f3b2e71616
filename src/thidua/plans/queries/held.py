"""What hangs on some units in this room; plans are papers, and counted with them."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from thidua.documents.models import Reading, ReadingStatus
from thidua.org.happened import Holding
from thidua.org.holdings import counted, holdings


def held_by(units: Collection[int], _day: date) -> list[Holding]:
    """Readings that wait for an officer."""
    waiting = counted(Reading.objects.filter(status=ReadingStatus.WAITING), units)["count"]
    return holdings(Holding(what=_("kết quả đọc chờ xem"), count=waiting, open_=waiting))
