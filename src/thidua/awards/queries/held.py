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
SIGNING = (DocumentStatus.SUBMITTED, DocumentStatus.SIGNED)


def held_by(units: Collection[int], _day: date) -> list[Holding]:
    """Nominations by the units and to them, decisions on their way, what they gave and praised.

    A decision that waits for its signature or number stops the end of a unit: nobody could sign.
    """
    ours = counted(Nomination.objects.all(), units, open_=OPEN)
    sent = counted(Nomination.objects.filter(OPEN), units, "decided_by")["count"]
    lists = AwardList.objects.exclude(
        document__status__in=(DocumentStatus.ISSUED, DocumentStatus.DISCARDED)
    )
    waiting = Q(document__status__in=SIGNING)
    drawn_up = counted(lists, units, "document__unit", waiting=waiting)
    given, praised = counted(Award.objects.all(), units), counted(Praise.objects.all(), units)
    return holdings(
        Holding(what=_("đề nghị khen thưởng"), count=ours["count"], open_=ours["open_"]),
        Holding(what=_("đề nghị khen thưởng chờ đơn vị quyết định"), count=sent, open_=sent),
        Holding(
            what=_("quyết định khen thưởng chưa ban hành"),
            count=drawn_up["count"],
            open_=drawn_up["count"],
            blocks=_unsigned(drawn_up["waiting"]),
        ),
        Holding(what=_("dòng sổ khen thưởng"), count=given["count"]),
        Holding(what=_("lời biểu dương"), count=praised["count"]),
    )


def _unsigned(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "Còn %(count)s quyết định khen thưởng chờ duyệt ký, cấp số. Hãy ban hành hoặc trả lại "
        "trước.",
        "Còn %(count)s quyết định khen thưởng chờ duyệt ký, cấp số. Hãy ban hành hoặc trả lại "
        "trước.",
        count,
    ) % {"count": count}
