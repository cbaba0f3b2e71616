"""What hangs on some units in this room."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.org.happened import Holding
from thidua.org.holdings import counted, holdings
from thidua.reports.models import Period, Report, ReportStatus

OPEN = ~Q(status=ReportStatus.ACCEPTED)


def held_by(units: Collection[int], day: date) -> list[Holding]:
    """Reports of the units, those that came to them, and what they ask for themselves."""
    own = counted(Report.objects.all(), units, open_=OPEN)
    came = counted(Report.objects.all(), units, "superior", open_=OPEN)
    asked = counted(Period.objects.all(), units, open_=Q(ends_on__gte=day))
    return holdings(
        Holding(what=_("báo cáo"), count=own["count"], open_=own["open_"]),
        Holding(what=_("báo cáo của cấp dưới gửi lên"), count=came["count"], open_=came["open_"]),
        Holding(what=_("kỳ báo cáo đã mở"), count=asked["count"], open_=asked["open_"]),
    )
