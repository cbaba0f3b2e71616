"""What hangs on some units in this room."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.documents.models import BookEntry, Delivery, Document, DocumentStatus, EntryState
from thidua.org.happened import Holding
from thidua.org.holdings import counted, holdings

SIGNED = Q(status=DocumentStatus.SIGNED)
OPEN = Q(status__in=(DocumentStatus.DRAFT, DocumentStatus.SUBMITTED)) | SIGNED
WAITING = Q(sent_at__isnull=False, opened_at=None)


def held_by(units: Collection[int], _day: date) -> list[Holding]:
    """Papers, numbers kept back, and what was sent to the units and nobody opened.

    A number kept back or a signed paper without number stops the end of a unit: its book would
    never be whole again (DOC-20).
    """
    papers = counted(Document.objects.all(), units, open_=OPEN, signed=SIGNED)
    kept = counted(BookEntry.objects.filter(state=EntryState.RESERVED), units, "book__unit")
    sent = counted(Delivery.objects.filter(WAITING), units)
    return holdings(
        Holding(
            what=_("văn bản"),
            count=papers["count"],
            open_=papers["open_"],
            blocks=_unnumbered(papers["signed"]),
        ),
        Holding(
            what=_("số văn bản đang giữ"),
            count=kept["count"],
            open_=kept["count"],
            blocks=_kept_back(kept["count"]),
        ),
        Holding(what=_("văn bản đến chưa mở"), count=sent["count"], open_=sent["count"]),
    )


def _unnumbered(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "Còn %(count)s văn bản đã duyệt ký chưa cấp số. Hãy cấp số, ban hành hoặc trả lại trước.",
        "Còn %(count)s văn bản đã duyệt ký chưa cấp số. Hãy cấp số, ban hành hoặc trả lại trước.",
        count,
    ) % {"count": count}


def _kept_back(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "Còn %(count)s số văn bản đang giữ trong sổ. Hãy cấp cho văn bản hoặc hủy số trước.",
        "Còn %(count)s số văn bản đang giữ trong sổ. Hãy cấp cho văn bản hoặc hủy số trước.",
        count,
    ) % {"count": count}
