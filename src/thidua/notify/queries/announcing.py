"""Announcements, and whom they reach in which way."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, QuerySet

from thidua.core.dated import in_force
from thidua.notify.models import Announcement, MailState, Receiver, WayKind, WebHook
from thidua.notify.models.channels import ReachedBy
from thidua.org.actor import Actor, and_above, standing
from thidua.org.models import Post, Unit
from thidua.org.rights import Right


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom an announcement is for: holders of such posts in units of such kinds; none for all."""

    post_kinds: Collection[int] = ()
    unit_kinds: Collection[int] = ()


def announcements_visible_to(actor: Actor) -> QuerySet[Announcement]:
    """Those of the units for which they watch over others, the newest first."""
    rows = Announcement.objects.filter(unit__in=actor.holding(Right.CASCADE_WATCH))
    return rows.select_related("unit", "written_by").order_by("-written_at", "-pk")


def receivers_for(unit: Unit, choice: Choice, day: date) -> list[Receiver]:
    """Everybody the choice means below `unit`, each once, with the way that leads to them.

    Not saved. Three questions, however many units; the unit itself is not told by itself.
    """
    posts = _posts_below(unit, day)
    if choice.post_kinds:
        posts = posts.filter(kind__in=choice.post_kinds)
    if choice.unit_kinds:
        posts = posts.filter(unit__kind__in=choice.unit_kinds)
    hooks = hooks_for(unit, day)
    rows = posts.select_related("person__user", "kind", "unit").order_by(
        "unit__alphabetical", "kind__rank", "pk"
    )
    found: dict[int, Receiver] = {}
    for post in rows:
        if post.person_id not in found:
            found[post.person_id] = _receiver(post, hooks)
    return list(found.values())


def _posts_below(unit: Unit, day: date) -> QuerySet[Post]:
    inside = standing(day, unit.path_on(day), "unit__placements__")
    return Post.objects.filter(in_force(day), inside, unit__kept_by=None).exclude(unit=unit)


def gone_from(announcement: Announcement, day: date) -> QuerySet[Receiver]:
    """Those on the list who hold no post below the unit any more."""
    held = _posts_below(announcement.unit, day).filter(person=OuterRef("person"))
    return announcement.receivers.exclude(Exists(held)).order_by("pk")


def shown_of(announcement: Announcement, day: date) -> tuple[object, ...]:
    """What somebody agrees to who has looked at the page of a draft."""
    count, gone = announcement.receivers.count(), gone_from(announcement, day).count()
    return announcement.subject, announcement.body, count, gone


def _receiver(post: Post, hooks: Collection[WebHook]) -> Receiver:
    person = post.person
    way, address, hook = WayKind.CALL, person.phone, None
    ringing = next((one for one in hooks if getattr(person, one.reached_by)), None)
    if person.email:
        way, address = WayKind.MAIL, person.email
    elif ringing is not None:
        way, hook = WayKind.HOOK, ringing
        address = getattr(person, ringing.reached_by)
    elif hasattr(person, "user") and person.user.is_active:
        way, address = WayKind.BELL, person.user.username
    return Receiver(
        person=person,
        name=person.name,
        role=f"{post.kind}, {post.unit}"[:300],
        way=way,
        address=address,
        hook=hook,
    )


def hooks_for(unit: Unit, day: date) -> list[WebHook]:
    """The channels that the unit and those above it have, the nearest first; by phone first."""
    keys = [path.strip("/").split("/")[-1] for path in and_above(unit.path_on(day))]
    hooks = WebHook.objects.filter(unit__key__in=keys, is_active=True).select_related("unit")
    return sorted(
        hooks,
        key=lambda hook: (hook.reached_by != ReachedBy.PHONE, -keys.index(hook.unit.key), hook.pk),
    )


def ways_of(announcement: Announcement) -> list[tuple[str, str, int]]:
    """For each way its code, its name and how many are reached by it."""
    rows = announcement.receivers.order_by().values_list("way").annotate(Count("pk"))
    counts = dict(rows)
    return [(way.value, str(way.label), counts[way]) for way in WayKind if way in counts]


def not_left(announcement: Announcement) -> int:
    """How many of its messages are still on their way or could not leave."""
    return announcement.receivers.filter(
        mail__state__in=(MailState.WAITING, MailState.FAILED)
    ).count()
