"""Handing an announcement out, some people at a time, each exactly once."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django_tasks import task

from thidua.core import clock
from thidua.notify.actions.calls import Told, note_calls
from thidua.notify.actions.mails import Letter, post_mails
from thidua.notify.actions.notices import Line, give_notices
from thidua.notify.models import (
    Announcement,
    AnnouncementState,
    OutboxMail,
    Receiver,
    WayKind,
)

BATCH = 200


@task()
def hand_out(announcement_id: int) -> None:
    """Tell everybody on the list of an announcement; begun again after a stop it goes on there."""
    while hand_out_next(announcement_id, clock.now()):
        pass


def hand_out_next(announcement_id: int, at: datetime) -> bool:
    """Tell the next people on the list; False when nobody is left and it counts as sent.

    What they get and that they got it are kept together, so a killed worker doubles nothing.
    """
    with transaction.atomic():
        rows = Announcement.objects.select_for_update(of=("self",)).select_related("unit")
        announcement = rows.get(pk=announcement_id)
        waiting = announcement.receivers.filter(handed_at=None)
        some = list(waiting.select_related("person__user", "hook").order_by("pk")[:BATCH])
        if not some:
            announcement.state = AnnouncementState.SENT
            announcement.save(update_fields=["state"])
            return False
        _tell(announcement, some, at)
        announcement.receivers.filter(pk__in=[one.pk for one in some]).update(handed_at=at)
    return True


def _tell(announcement: Announcement, some: Sequence[Receiver], at: datetime) -> None:
    unit = announcement.unit
    give_notices(lines=[line for one in some for line in _line(announcement, one)], at=at)
    written = [one for one in some if one.way in {WayKind.MAIL, WayKind.HOOK}]
    post_mails(unit=unit, letters=[_letter(announcement, one) for one in written], at=at)
    mails = dict(
        OutboxMail.objects.filter(key__in=[_key(one) for one in written]).values_list("key", "pk")
    )
    for one in written:
        one.mail_id = mails.get(_key(one))
    Receiver.objects.bulk_update(written, ["mail"])
    told = [
        Told(one.person, one.role, f"{announcement.subject}\n\n{announcement.body}", _key(one))
        for one in some
        if one.way == WayKind.CALL or _is_locked_out(one)
    ]
    note_calls(unit=unit, told=told, at=at)


def _is_locked_out(one: Receiver) -> bool:
    """Nobody reads the bell of an account that was locked since the list was made."""
    return one.way == WayKind.BELL and not (
        hasattr(one.person, "user") and one.person.user.is_active
    )


def _line(announcement: Announcement, one: Receiver) -> list[Line]:
    """Whoever has an account also finds it under the bell."""
    if not hasattr(one.person, "user"):
        return []
    text = f"{announcement.unit}: {announcement.subject}. {announcement.body}"
    key = f"announcement:{announcement.pk}"
    return [
        Line(
            user_id=one.person.user.pk,
            key=key,
            text=text,
            url=reverse("notify:told", args=[one.pk]),
        )
    ]


def _letter(announcement: Announcement, one: Receiver) -> Letter:
    body = f"{announcement.body}\n\n{announcement.unit}"
    return Letter(
        key=_key(one), to=one.address, subject=announcement.subject, body=body, hook=one.hook
    )


def _key(one: Receiver) -> str:
    return f"announcement:{one.announcement_id}:{one.person_id}"
