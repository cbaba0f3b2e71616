"""Things of the room `notify` for the addresses that name one; its pages that name none."""

from collections.abc import Callable

from access.secret import SECRET
from factories import NOON, UserFactory
from thidua.notify.models import Announcement, Call, OutboxMail, Receiver, WebHook
from thidua.org.models import Person, Unit


def announcement(unit: Unit) -> Announcement:
    known = Announcement.objects.filter(unit=unit).first()
    return known or Announcement.objects.create(
        unit=unit, subject=SECRET, body=SECRET, written_by=UserFactory(), written_at=NOON
    )


def receiver(unit: Unit) -> Receiver:
    person, _created = Person.objects.get_or_create(name="Người nhận")
    return Receiver.objects.get_or_create(
        announcement=announcement(unit),
        person=person,
        defaults={"name": SECRET, "role": SECRET, "way": "call", "handed_at": NOON},
    )[0]


def call(unit: Unit) -> Call:
    person, _created = Person.objects.get_or_create(name="Người cần gọi")
    return Call.objects.get_or_create(
        unit=unit, key="bí mật", defaults={"person": person, "text": SECRET, "noted_at": NOON}
    )[0]


def hook(unit: Unit) -> WebHook:
    words = {"url": "https://example.org/", "secret": "x", "template": "{}", "reached_by": "phone"}
    return WebHook.objects.get_or_create(unit=unit, name=SECRET, defaults=words)[0]


def sent_mail(unit: Unit) -> OutboxMail:
    words = {"to": "ai@example.org", "subject": SECRET, "body": SECRET, "created_at": NOON}
    return OutboxMail.objects.get_or_create(
        key="đã gửi", defaults=words | {"unit": unit, "state": "sent", "sent_at": NOON}
    )[0]


THINGS: dict[str, Callable[..., object]] = {
    **{
        f"notify:{name}": announcement
        for name in (
            "announcement",
            "edit_announcement",
            "leave_out",
            "send_announcement",
            "drop_announcement",
        )
    },
    "notify:told": receiver,
    "notify:call_made": call,
    "notify:hook": hook,
    "notify:send_again": sent_mail,
    "notify:wording": lambda _unit: {"code": "reminder", "language": "vi"},
}
LISTS: set[str] = {
    "notify:announcements",
    "notify:new_announcement",
    "notify:calls",
    "notify:hooks",
    "notify:new_hook",
    "notify:preferences",
    "notify:wordings",
}
