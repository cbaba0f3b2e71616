"""Deeds that somebody may read about, and those among them that were asked for."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from thidua.audit.models import AuditEvent
from thidua.audit.words import Told, say
from thidua.core.folded import folded
from thidua.org.actor import Actor, above, within
from thidua.org.models import Placement, Tree, Unit, User
from thidua.org.rights import Right
from thidua.oversight.trail import ROOMS, WORDS

MOST_PEOPLE = 200
NEAR_THE_TOP = 3
"""Slashes in the path of a root or of a unit directly below it."""
AFTER_SLASH = "0"
"""The sign after the slash: what begins with */a/* lies between */a/* and */a0*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the page was asked for; days are the first and the last that count."""

    unit: Unit | None = None
    who: str = ""
    room: str = ""
    since: date | None = None
    until: date | None = None
    words: str = ""
    thing: str = ""


def events_visible_to(actor: Actor) -> QuerySet[AuditEvent]:
    """Deeds in the units in reach of a post that reads the trail.

    Those of a unit that came from elsewhere are told with what it did there; a former superior
    keeps the trail of its own days.
    """
    reached = Q(pk__in=[])
    for path in _tops(actor):
        reached |= _below(path)
        if above(path) != "/":
            here = within(actor.day, path, "unit__placements__") & _ends(
                path, "unit__placements__path"
            )
            left = Placement.objects.filter(here, tree=Tree.LINE, ends_on__isnull=False)
            moved = left.exclude(path__startswith=path)
            # Read first: of a list, other than of a question, a database knows how long it is.
            reached |= Q(unit_path__in=set(moved.values_list("path", flat=True)))
    return AuditEvent.objects.filter(reached).select_related("retold")


def units_read(actor: Actor) -> QuerySet[Unit]:
    """The units whose trail somebody may read, those that have ended included."""
    return Unit.objects.filter(actor.reach(Right.AUDIT_READ, "placements__")).distinct()


def narrowed(events: QuerySet[AuditEvent], asked: Asked) -> QuerySet[AuditEvent]:
    """Only what was asked for."""
    if asked.unit is not None:
        events = events.filter(_of_unit(asked.unit))
    if asked.thing:
        events = events.filter(target=asked.thing)
    if asked.who:
        events = events.filter(actor__in=_accounts(asked.who))
    if asked.room:
        events = events.filter(type__in=_types_of(asked.room))
    if asked.since:
        events = events.filter(at__gte=_midnight(asked.since))
    if asked.until:
        events = events.filter(at__lt=_midnight(asked.until + timedelta(days=1)))
    if asked.words:
        events = events.filter(_saying(asked.words))
    return events


def older_than(events: QuerySet[AuditEvent], at: datetime, key: int) -> QuerySet[AuditEvent]:
    """What comes behind that deed in a list with the newest first."""
    return events.filter(at__lte=at).exclude(at=at, pk__gte=key).order_by("-at", "-pk")


def newer_than(events: QuerySet[AuditEvent], at: datetime, key: int) -> QuerySet[AuditEvent]:
    """What comes before it, the nearest first."""
    return events.filter(at__gte=at).exclude(at=at, pk__lte=key).order_by("at", "pk")


def _tops(actor: Actor) -> list[str]:
    paths = {post.path for post in actor.posts if Right.AUDIT_READ in post.rights}
    return [
        path for path in paths if not any(path != one and path.startswith(one) for one in paths)
    ]


def _below(path: str) -> Q:
    """What happened at or below a path. Near the top nearly everything did: there SQLite, which
    does not know how much, is not told of an index that would only be in the way."""
    inside = Q(unit_path__startswith=path)
    return inside if path.count("/") <= NEAR_THE_TOP else inside & _ends(path, "unit_path")


def _ends(path: str, column: str) -> Q:
    """The two ends between which SQLite needs to be told to look for a beginning in an index."""
    if connection.vendor != "sqlite":
        return Q()
    return Q(**{f"{column}__gte": path, f"{column}__lt": f"{path[:-1]}{AFTER_SLASH}"})


def _of_unit(unit: Unit) -> Q:
    told = Q(pk__in=[])
    places = unit.placements.filter(tree=Tree.LINE)
    for path in set(places.values_list("path", flat=True)):
        told |= _below(path)
    return told


def _accounts(who: str) -> list[str]:
    """The accounts somebody could mean: by the account's own name, or words of the person's."""
    named = User.objects.filter(username__iexact=who.strip())
    people = User.objects.filter(person__isnull=False)
    for word in folded(who).split():
        people = people.filter(person__folded__contains=word)
    found = (named | people).order_by("pk").values_list("username", flat=True)
    return list(found[:MOST_PEOPLE])


def _types_of(room: str) -> list[str]:
    return [event for one in ROOMS if room_code(one.__name__) == room for event in one.SENTENCES]


def room_code(module: str) -> str:
    """*thidua.reports.trail* as *reports*; the parts of this room keep their own name."""
    parts = module.split(".")
    return parts[-1] if parts[1] == "oversight" else parts[1]


def _saying(words: str) -> Q:
    """In the names of people, things and units, or in what the deed is called."""
    wanted = folded(words)
    known = WORDS.sentences.items()
    types = [event for event, said in known if wanted in folded(say(said, Told({})))]
    return Q(folded__contains=wanted) | Q(type__in=types)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
