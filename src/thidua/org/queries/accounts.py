"""Who holds a post and has which account. Nothing here writes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from thidua.core.dated import in_force
from thidua.core.folded import folded
from thidua.core.in_any import in_any
from thidua.org.actor import Actor, within
from thidua.org.models import Device, Person, Post, Slip, SlipBatch, Unit, User
from thidua.org.rights import Right

GIVING = (Right.ACCOUNT_GIVE, Right.UNIT_MANAGE)
OPEN = Q(used_at=None, void_at=None)
LOOKED_AT = 200
SEEN_EVERY = 600
"""Seconds: so rarely is it noted that a device was seen."""
STATES = ("none", "waiting", "used", "locked")


def holders_visible_to(actor: Actor) -> QuerySet[Post]:
    """The posts in force for whose holders they may hand out accounts, unit by unit."""
    return (
        Post.objects.filter(in_force(actor.day), actor.reach_by(GIVING))
        .select_related("person__user", "unit", "kind")
        .order_by("unit__alphabetical", "unit_id", "kind__rank", "pk")
    )


def units_for_accounts(actor: Actor) -> QuerySet[Unit]:
    """The units for which they may hand out accounts."""
    return Unit.objects.filter(actor.reach_by(GIVING, "placements__")).order_by(
        "alphabetical", "pk"
    )


def below(posts: QuerySet[Post], unit: Unit, actor: Actor) -> QuerySet[Post]:
    """Of these posts those in the unit or below it."""
    return posts.filter(unit__in=Unit.objects.filter(within(actor.day, unit.seat_on(actor.day))))


def named(posts: QuerySet[Post], words: str, actor: Actor) -> QuerySet[Post]:
    """Of these posts those whose holder, unit or user name was typed.

    People and units are looked up first, each by what an index can walk, and only so many: among
    eleven million people nobody reads further than that.
    """
    wanted = folded(words).split()
    if not wanted:
        return posts
    people = Person.objects.filter(Exists(posts.order_by().filter(person=OuterRef("pk"))))
    people = people.filter(given__startswith=wanted[-1])
    for word in wanted[:-1]:
        people = people.filter(folded__contains=word)
    units = units_for_accounts(actor).order_by()
    for word in wanted:
        units = units.filter(folded__contains=word)
    users = User.objects.filter(username__startswith=words.strip().lower())
    persons = [
        *people.values_list("pk", flat=True)[:LOOKED_AT],
        *users.values_list("person", flat=True)[:LOOKED_AT],
    ]
    return posts.filter(
        Q(person__in=persons) | Q(unit__in=list(units.values_list("pk", flat=True)[:LOOKED_AT]))
    )


def in_state(posts: QuerySet[Post], state: str) -> QuerySet[Post]:
    """By what became of the account; every post for a state nobody knows."""
    waiting = Exists(Slip.objects.filter(OPEN, user=OuterRef("person__user")))
    filters: dict[str, Any] = {
        "none": ~Exists(User.objects.filter(person=OuterRef("person"))),
        "waiting": Q(waiting),
        "used": Q(person__user__is_active=True, person__user__last_login__isnull=False),
        "locked": Q(person__user__is_active=False),
    }
    return posts.filter(filters[state]) if state in filters else posts


def open_slips(users: list[int]) -> dict[int, Slip]:
    """The slip each of these accounts has not used yet."""
    return {slip.user_id: slip for slip in Slip.objects.filter(OPEN, user__in=users)}


def posts_behind(user: User, actor: Actor) -> list[Post]:
    """The posts the person of an account holds; the last ones of somebody who holds none."""
    known = Post.objects.filter(person=user.person_id).select_related("unit", "kind", "person")
    held = list(known.filter(in_force(actor.day)).order_by("kind__rank", "pk"))
    return held or list(known.filter(ends_on__lte=actor.day).order_by("-ends_on", "pk")[:1])


def accounts_visible_to(actor: Actor) -> QuerySet[User]:
    """The accounts of everybody who holds, or held, a post where they may hand out accounts."""
    posts = Post.objects.filter(actor.reach_by(GIVING), person=OuterRef("person"))
    return User.objects.filter(Exists(posts)).select_related("person")


def issuing_unit(actor: Actor, posts: Sequence[Post]) -> Unit:
    """In whose name accounts are given to the holders of `posts`: the unit of the actor's nearest
    post that hands out accounts to all of them. For somebody who may (`may_give_account`)."""
    giving = [post for post in actor.posts if post.rights.intersection(GIVING)]
    seats = [unit.seat_on(actor.day) for unit in {post.unit for post in posts}]
    over_all = [post for post in giving if all(seat.startswith(post.path) for seat in seats)]
    nearest = max(over_all, key=lambda post: len(post.path), default=giving[0])
    return Unit.objects.get(pk=nearest.unit_id)


def batches_visible_to(actor: Actor) -> QuerySet[SlipBatch]:
    """Sheets made where they may hand out accounts, and those with a slip for somebody there."""
    made = SlipBatch.objects.filter(actor.reach_by(GIVING)).values("pk")
    holding = Slip.objects.filter(actor.reach_by(GIVING)).values("batch")
    return SlipBatch.objects.filter(in_any(made, holding)).select_related("unit", "made_by__person")


def slips_in(batch: SlipBatch, actor: Actor) -> QuerySet[Slip]:
    """Of a sheet the slips for units where they may hand out accounts."""
    slips = batch.slips.filter(actor.reach_by(GIVING)).select_related("user__person", "unit")
    return slips.order_by("unit__alphabetical", "pk")


def devices_of(user: User, now: datetime) -> QuerySet[Device]:
    """Where the account is signed in, the latest first; not where its session ran out by itself."""
    since = now - timedelta(seconds=settings.SESSION_COOKIE_AGE + SEEN_EVERY)
    return user.devices.filter(ended_at=None, seen_at__gte=since).order_by(
        F("seen_at").desc(), "-pk"
    )


def slip_look(slip: Slip, now: datetime) -> tuple[str, str]:
    """State code and key of the word, for lists: used, void, over, waiting."""
    if slip.used_at:
        return "ok", "used"
    if slip.void_at:
        return "none", "void"
    return ("late", "over") if slip.expires_at <= now else ("wait", "waiting")
