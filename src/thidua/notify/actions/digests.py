"""One letter instead of many, for who wants it so."""

from collections import defaultdict
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from thidua.core.templatetags.vn import vn_date
from thidua.notify import jobs
from thidua.notify.models import MailState, OutboxMail, Pace
from thidua.org.models import User

BATCH = 200
"""So many held mails are merged in one transaction."""


def merge_held(*, on: date, at: datetime) -> int:
    """Put what is held for the letters of that morning together; how many letters.

    On Mondays those of the week come too. Doing it twice finds nothing more.
    """
    paces = [Pace.DAILY, Pace.WEEKLY] if on.weekday() == 0 else [Pace.DAILY]
    held = OutboxMail.objects.filter(
        state=MailState.HELD, reader__notice_preference__pace__in=paces
    )
    count = 0
    while readers := list(held.order_by("reader").values_list("reader", flat=True).distinct()[:20]):
        for reader in User.objects.filter(pk__in=readers):
            count += _merge(reader, on, at)
    return count


@transaction.atomic
def _merge(reader: User, on: date, at: datetime) -> int:
    waiting = OutboxMail.objects.select_for_update(of=("self",)).filter(
        reader=reader, state=MailState.HELD
    )
    by_address: dict[str, list[OutboxMail]] = defaultdict(list)
    for mail in waiting.select_related("unit").order_by("created_at", "pk")[:BATCH]:
        by_address[mail.to].append(mail)
    for to, mails in by_address.items():
        letter = OutboxMail.objects.create(
            unit=mails[0].unit,
            key=f"digest:{mails[0].pk}",
            to=to,
            reader=reader,
            subject=_subject(reader, len(mails), on),
            body="\n\n".join(_part(place, mail) for place, mail in enumerate(mails, start=1)),
            created_at=at,
        )
        OutboxMail.objects.filter(pk__in=[mail.pk for mail in mails]).update(
            state=MailState.MERGED, merged_into=letter
        )
        jobs.deliver.enqueue(letter.pk)
    return len(by_address)


def _subject(reader: User, count: int, on: date) -> str:
    with translation.override(reader.language):
        return _("Thư gộp ngày %(day)s (%(count)s thư)") % {"count": count, "day": vn_date(on)}


def _part(place: int, mail: OutboxMail) -> str:
    when = timezone.localtime(mail.created_at)
    return f"{place}. {mail.subject} ({when:%d/%m/%Y %H:%M})\n\n{mail.body.strip()}"
