"""What has to be done with nominations, and who holds it.

One task per unit, phase and state, however many people it is about. Decisions on their way are
tasks of the room of documents.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.awards.models import Nomination, NominationStatus
from thidua.core.dated import in_force
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.models import Post
from thidua.org.queries import units_served
from thidua.org.rights import Right

WRITTEN = (NominationStatus.DRAFT, NominationStatus.RETURNED)


def tasks_of(actor: Actor) -> list[Task]:
    """Nominations to finish, to review, to decide; with the holder where it is somebody else."""
    writing, reviewing = actor.holding(Right.AWARD_NOMINATE), actor.holding(Right.AWARD_REVIEW)
    if not writing | reviewing:
        return []
    served = units_served(actor, Right.AWARD_NOMINATE).values("pk")
    mine = Q(status__in=WRITTEN, unit__in=served) | Q(
        status=NominationStatus.SUBMITTED, unit__in=writing
    )
    reviewed = Q(
        status__in=(NominationStatus.SUBMITTED, NominationStatus.RECOMMENDED),
        decided_by__in=reviewing,
        line=None,
    )
    rows = list(
        Nomination.objects.filter(mine | reviewed)
        .select_related("unit", "decided_by", "phase", "kind", "created_by__person")
        .order_by("phase", "decided_by", "status", "pk")
    )
    return [*_written(actor, rows), *_sent(actor, rows), *_to_decide(actor, rows)]


def _written(actor: Actor, rows: list[Nomination]) -> Iterator[Task]:
    """A draft is its author's; what was returned, or left by an ended unit, is anybody's there."""
    for one in rows:
        if one.status not in WRITTEN:
            continue
        returned = one.status == NominationStatus.RETURNED
        left = one.unit.kept_by_id is not None
        mine = returned or left or one.created_by_id == actor.user.pk
        title = _("Sửa và gửi lại đề nghị %(what)s") if returned else _("Gửi đề nghị %(what)s")
        yield Task(
            title=title % {"what": one},
            detail=one.reason if returned else one.merit,
            url=one.get_absolute_url(),
            act=_("Mở đề nghị"),
            holder=str(actor.user if mine else one.created_by),
            mine=mine,
            since=timezone.localtime(one.submitted_at or one.created_at).date(),
            room="awards",
        )


def _sent(actor: Actor, rows: list[Nomination]) -> Iterator[Task]:
    """To be reviewed: by the actor, or by whoever the deciding unit has for it."""
    sent = [one for one in rows if one.status == NominationStatus.SUBMITTED]
    reviewing = actor.holding(Right.AWARD_REVIEW)
    others = {one.decided_by_id for one in sent} - reviewing
    names = _reviewers(others, actor.day) if others else {}
    for _key, same in groupby(sent, key=lambda one: (one.phase_id, one.decided_by_id)):
        group = list(same)
        first, mine = group[0], group[0].decided_by_id in reviewing
        title = ngettext(
            "Thẩm định %(count)s đề nghị khen thưởng",
            "Thẩm định %(count)s đề nghị khen thưởng",
            len(group),
        )
        yield Task(
            title=title % {"count": len(group)},
            detail=f"{first.phase} · {first.decided_by}",
            url=f"{reverse('awards:nominations')}?trang-thai={NominationStatus.SUBMITTED.value}",
            act=_("Thẩm định") if mine else _("Xem"),
            holder=str(actor.user) if mine else names.get(first.decided_by_id, _("Chưa có người")),
            mine=mine,
            since=_oldest(group),
            room="awards",
        )


def _to_decide(actor: Actor, rows: list[Nomination]) -> Iterator[Task]:
    ready = [one for one in rows if one.status == NominationStatus.RECOMMENDED]
    for _key, same in groupby(ready, key=lambda one: (one.phase_id, one.decided_by_id)):
        group = list(same)
        first = group[0]
        title = ngettext(
            "Lập quyết định khen thưởng cho %(count)s đề nghị",
            "Lập quyết định khen thưởng cho %(count)s đề nghị",
            len(group),
        )
        yield Task(
            title=title % {"count": len(group)},
            detail=_("Hội đồng đã đề nghị khen · %(phase)s · %(unit)s")
            % {"phase": first.phase, "unit": first.decided_by},
            url=f"{reverse('awards:new_decision')}?unit={first.decided_by_id}",
            act=_("Lập quyết định"),
            holder=str(actor.user),
            mine=True,
            since=_oldest(group),
            room="awards",
        )


def _oldest(group: list[Nomination]) -> date:
    return min(timezone.localtime(one.submitted_at or one.created_at).date() for one in group)


def _reviewers(units: set[int], day: date) -> dict[int, str]:
    """Per unit the name of the lowest post that reviews: it is their daily work."""
    posts = Post.objects.filter(in_force(day), unit__in=units).select_related("kind", "person")
    return {
        post.unit_id: post.person.name
        for post in posts.order_by("kind__rank", "pk")
        if Right.AWARD_REVIEW in post.kind.grants()
    }
