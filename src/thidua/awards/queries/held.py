"""What hangs on some units in this room."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.awards.models import Award, AwardList, Nomination, NominationStatus, Praise
from thidua.documents.models import DocumentStatus
from thidua.org.happened import Holding
from thidua.org.holdings import counted, holdings

DECIDED = (NominationStatus.AWARDED, NominationStatus.DECLINED)
OPEN = ~Q(status__in=DECIDED)


def held_by(units: Collection[int], _day: date) -> list[Holding]:
    """Nominations by the units and to them, decisions on their way, what they gave and praised.

    A decision that is not issued stops the end of a unit: nobody could sign it any more, and who
    stands on it could stand on no other one.
    """
    ours = counted(Nomination.objects.all(), units, open_=OPEN)
    sent = counted(Nomination.objects.filter(OPEN), units, "decided_by")["count"]
    lists = AwardList.objects.exclude(
        document__status__in=(DocumentStatus.ISSUED, DocumentStatus.DISCARDED)
    )
    drawn_up = counted(lists, units, "document__unit")
    given, praised = counted(Award.objects.all(), units), counted(Praise.objects.all(), units)
    return holdings(
        Holding(what=_("đề nghị khen thưởng"), count=ours["count"], open_=ours["open_"]),
        Holding(what=_("đề nghị khen thưởng chờ đơn vị quyết định"), count=sent, open_=sent),
        Holding(
            what=_("quyết định khen thưởng chưa ban hành"),
            count=drawn_up["count"],
            open_=drawn_up["count"],
            blocks=_unissued(drawn_up["count"]),
        ),
        Holding(what=_("dòng sổ khen thưởng"), count=given["count"]),
        Holding(what=_("lời biểu dương"), count=praised["count"]),
    )


def _unissued(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "Còn %(count)s quyết định khen thưởng chưa ban hành. Hãy ban hành hoặc bỏ bản thảo trước.",
        "Còn %(count)s quyết định khen thưởng chưa ban hành. Hãy ban hành hoặc bỏ bản thảo trước.",
        count,
    ) % {"count": count}
