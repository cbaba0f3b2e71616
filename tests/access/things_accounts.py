"""Things for the addresses that name one; the pages that name none."""

from collections.abc import Callable
from datetime import timedelta

from access.secret import SECRET
from factories import LONG_AGO, NOON, UserFactory, post_kind
from thidua.org.codes import digest_of
from thidua.org.models import (
    Correction,
    Device,
    Kiosk,
    LinkBatch,
    OneTimeLink,
    Person,
    Post,
    Slip,
    SlipBatch,
    Unit,
    User,
)

LATER = NOON + timedelta(days=14)


def post(unit: Unit) -> Post:
    known = Post.objects.filter(unit=unit, person__name=SECRET).first()
    if known:
        return known
    person = Person.objects.create(name=SECRET)
    return Post.objects.create(
        person=person, unit=unit, kind=post_kind("committee"), starts_on=LONG_AGO
    )


def account(unit: Unit) -> User:
    person = post(unit).person
    return User.objects.filter(person=person).first() or UserFactory(person=person)


def batch(unit: Unit) -> SlipBatch:
    user = account(unit)
    made, fresh = SlipBatch.objects.get_or_create(
        once="bi-mat", defaults={"unit": unit, "made_by": user, "made_at": NOON}
    )
    if fresh:
        Slip.objects.create(
            batch=made, user=user, unit=unit, digest="0", reason=SECRET, expires_at=LATER
        )
    return made


def device(unit: Unit) -> Device:
    return Device.objects.get_or_create(
        user=account(unit),
        session_key="bi-mat",
        defaults={"browser": SECRET, "began_at": NOON, "seen_at": NOON},
    )[0]


def link_batch(unit: Unit) -> LinkBatch:
    return LinkBatch.objects.get_or_create(
        once="bi-mat",
        defaults={
            "unit": unit,
            "purpose": "self_check",
            "made_by": account(unit),
            "made_at": NOON,
        },
    )[0]


def link(unit: Unit) -> OneTimeLink:
    return OneTimeLink.objects.get_or_create(
        batch=link_batch(unit),
        purpose="self_check",
        person=post(unit).person,
        unit=unit,
        defaults={"digest": "0", "expires_at": LATER, "most_uses": 1},
    )[0]


def correction(unit: Unit) -> Correction:
    return Correction.objects.get_or_create(
        person=post(unit).person,
        unit=unit,
        defaults={"wanted": {"name": SECRET}, "note": SECRET, "asked_at": NOON},
    )[0]


def kiosk(unit: Unit) -> Kiosk:
    return Kiosk.objects.get_or_create(
        unit=unit,
        digest=digest_of("kiosk", "bi-mat"),
        defaults={
            "name": SECRET,
            "pin": "!",
            "started_by": account(unit),
            "started_at": NOON,
            "ends_at": LATER,
        },
    )[0]


ACCOUNTS = ("account", "reset_account", "lock_account", "unlock_account", "let_in")
THINGS: dict[str, Callable[..., object]] = {
    **{f"org:{name}": account for name in ACCOUNTS},
    "org:slips": batch,
    "org:slips_paper": batch,
    "org:handover": post,
    "org:handover_done": post,
    "org:end_device": device,
    "org:link_batch": link_batch,
    "org:links_paper": link_batch,
    "org:revoke_link": link,
    "org:apply_correction": correction,
    "org:decline_correction": correction,
    "org:end_kiosk": kiosk,
    "org:link": lambda _unit: {"token": "khong-co-ma-nay"},
}
LISTS: set[str] = {
    "org:accounts",
    "org:give_accounts",
    "org:links",
    "org:make_links",
    "org:corrections",
    "org:kiosks",
}
