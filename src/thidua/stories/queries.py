"""Questions about stories. Nothing here writes."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.awards.models import Award, Praise
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.happened import Holding
from thidua.org.holdings import counted, holdings
from thidua.org.models import Unit
from thidua.org.queries import name_then, units_served
from thidua.org.rights import Right
from thidua.stories.models import Story, StoryStatus

OFFERED = 20


def published() -> QuerySet[Story]:
    """What anybody may read, newest first."""
    return (
        _with_names(Story.objects.filter(status=StoryStatus.PUBLISHED))
        .select_related("unit", "picture__shown")
        .order_by("-published_at", "-pk")
    )


def stories_visible_to(actor: Actor) -> QuerySet[Story]:
    """Those of the units for which they write; a draft is nobody else's business.

    What an ended unit wrote is kept with its records.
    """
    units = units_served(actor, Right.STORY_WRITE).values("pk")
    return _with_names(Story.objects.filter(unit__in=units)).select_related(
        "unit", "picture", "written_by__person", "award__decision", "praise"
    )


def _with_names(stories: QuerySet[Story]) -> QuerySet[Story]:
    """With `unit_then`: what the unit was called on the day of publishing, today if not yet."""
    told = stories.annotate(told_on=TruncDate("published_at"))
    return told.annotate(unit_then=name_then("told_on"))


def units_for(actor: Actor) -> QuerySet[Unit]:
    """The units for which they write."""
    return Unit.objects.filter(pk__in=actor.holding(Right.STORY_WRITE)).order_by("alphabetical")


def awards_to_tell_of(actor: Actor) -> QuerySet[Award]:
    """What their units gave, or were given for people they had put forward; newest first."""
    units = actor.holding(Right.STORY_WRITE)
    return (
        Award.objects.filter(Q(unit__in=units) | Q(nomination__unit__in=units))
        .select_related("nomination__phase", "kind", "decision", "unit")
        .order_by("-decided_on", "-pk")
    )


def praises_to_tell_of(actor: Actor) -> QuerySet[Praise]:
    """Praise by their units that stands; newest first."""
    return (
        Praise.objects.filter(unit__in=actor.holding(Right.STORY_WRITE), withdrawn_at=None)
        .select_related("phase", "unit")
        .order_by("-praised_on", "-pk")
    )


def tasks_of(actor: Actor) -> list[Task]:
    """Drafts that lack the consent or could be published; public ones whose praise is withdrawn."""
    units = actor.holding(Right.STORY_WRITE)
    if not units:
        return []
    unfounded = Q(status=StoryStatus.PUBLISHED, praise__withdrawn_at__isnull=False)
    waiting = (
        Story.objects.filter(Q(status=StoryStatus.DRAFT) | unfounded, unit__in=units)
        .select_related("written_by__person", "unit", "praise")
        .defer("body")
        .order_by("written_at", "pk")
    )
    return [_task(actor, story) for story in waiting]


def _task(actor: Actor, story: Story) -> Task:
    mine = story.written_by_id == actor.user.pk
    if story.status == StoryStatus.PUBLISHED:
        title = _("Xem lại bài “%(title)s”: biểu dương đã được rút lại")
        act = _("Xem và gỡ bài")
    elif story.agreed:
        title, act = _("Đăng bài “%(title)s”"), _("Xem và đăng")
    else:
        title, act = _("Ghi sự đồng ý cho bài “%(title)s”"), _("Ghi sự đồng ý")
    return Task(
        title=title % {"title": story.title},
        detail=_("%(unit)s · về %(name)s") % {"unit": story.unit, "name": story.subject_name},
        url=story.get_absolute_url(),
        act=act if mine else _("Xem"),
        holder=str(story.written_by),
        mine=mine,
        since=timezone.localtime(story.written_at).date(),
        room="stories",
    )


def held_by(units: Collection[int], _day: date) -> list[Holding]:
    """Stories the units wrote; what was published stays public."""
    told = counted(Story.objects.all(), units, open_=Q(status=StoryStatus.DRAFT))
    return holdings(Holding(what=_("bài điển hình"), count=told["count"], open_=told["open_"]))
