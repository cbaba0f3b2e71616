"""What goes with a post when its holder leaves (*bàn giao*): posts, letters, account, machines.

What the rooms above hold of the same person and unit is asked through the setting `HANDOVER_WORK`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.dated import in_force
from thidua.core.templatetags.vn import vn_date
from thidua.org.actor import Actor
from thidua.org.models import Delegation, EndReason, Kiosk, Mandate, OneTimeLink, Post
from thidua.org.rights import Right


@dataclass(frozen=True, slots=True)
class Part:
    """One heading of the sheet and its lines."""

    title: str
    lines: list[str]


RIGHTS = (Right.PEOPLE_KEEP, Right.ACCOUNT_GIVE, Right.UNIT_MANAGE)
WAITING = timedelta(days=90)
"""So long after its end a post stands on the list of those that wait to be handed over."""
MOST_TOLD = 100


def posts_to_hand_over(actor: Actor) -> QuerySet[Post]:
    """Their own posts, and those of units whose people or accounts they keep."""
    return (
        Post.objects.filter(actor.reach_by(RIGHTS) | Q(person=actor.user.person_id))
        .select_related("person__user", "unit", "kind", "handover__receiver")
        .distinct()
    )


def waiting_posts(actor: Actor) -> QuerySet[Post]:
    """Posts that ended of late, by a decision too, whose handover nobody has noted.

    Those of an ended unit wait with whoever keeps its records; what was a mistake, with nobody.
    """
    lately = Q(ends_on__gt=actor.day - WAITING, ends_on__lte=actor.day)
    reached = Post.objects.filter(lately, actor.reach_by(RIGHTS)).values("pk")
    return (
        Post.objects.filter(lately, pk__in=reached, handover=None)
        .exclude(end_reason=EndReason.MISTAKE)
        .exclude(person=actor.user.person_id)
        .select_related("person", "unit", "kind")
        .order_by("-ends_on", "unit__alphabetical", "kind__rank", "pk")
    )


def handover_of(post: Post, day: date) -> list[Part]:
    """The parts of the sheet on that day; a part without lines is left out."""
    work: Callable[[Post, date], list[Part]] = import_string(settings.HANDOVER_WORK)
    parts = (
        Part(_("Chức vụ thôi giữ"), [_post_line(post)]),
        Part(_("Chức vụ còn giữ ở đơn vị này và đơn vị khác"), _other_posts(post, day)),
        Part(_("Ủy quyền do người bàn giao lập, hết hiệu lực cùng chức vụ"), _letters(post, day)),
        Part(_("Nhập hộ đơn vị cấp dưới, cần giao người khác"), _mandates(post, day)),
        Part(_("Tài khoản"), list(_account(post))),
        Part(_("Phiếu mã QR và máy dùng chung còn mở"), list(_opened(post, day))),
        *work(post, day),
    )
    return [part for part in parts if part.lines]


def _post_line(post: Post) -> str:
    values = {"post": post.kind.name, "unit": post.unit.name, "first": vn_date(post.starts_on)}
    if post.ends_on is None:
        return _("%(post)s, %(unit)s, từ %(first)s") % values
    values["last"] = vn_date(post.ends_on)
    return _("%(post)s, %(unit)s, từ %(first)s, thôi giữ từ %(last)s") % values


def _other_posts(post: Post, day: date) -> list[str]:
    others = Post.objects.filter(in_force(day), person=post.person_id).exclude(pk=post.pk)
    return [_post_line(one) for one in others.select_related("kind", "unit").order_by("pk")]


def _letters(post: Post, day: date) -> list[str]:
    open_ = Delegation.objects.filter(in_force(day), post=post).select_related("person")
    return [
        _("%(letter)s, ủy quyền cho %(person)s") % {"letter": one.letter, "person": one.person.name}
        for one in open_
    ]


def _mandates(post: Post, day: date) -> list[str]:
    open_ = Mandate.objects.filter(in_force(day), person=post.person_id).select_related("unit")
    return [
        _("%(unit)s, đến trước %(day)s") % {"unit": one.unit.name, "day": vn_date(one.ends_on)}
        for one in open_
    ]


def _account(post: Post) -> Iterator[str]:
    user = getattr(post.person, "user", None)
    if user is None:
        yield _("Không có tài khoản")
        return
    yield _("%(name)s: tài khoản là của riêng từng người, không giao mật khẩu cho nhau") % {
        "name": user.username
    }


def _opened(post: Post, day: date) -> Iterator[str]:
    user = getattr(post.person, "user", None)
    if user is None:
        return
    links = OneTimeLink.objects.filter(
        unit=post.unit_id, batch__made_by=user, revoked_at=None, expires_at__date__gte=day
    ).count()
    if links:
        yield ngettext("%(count)s phiếu mã QR còn hạn", "%(count)s phiếu mã QR còn hạn", links) % {
            "count": links
        }
    kiosks = Kiosk.objects.filter(unit=post.unit_id, started_by=user, ended_at=None)
    for kiosk in kiosks.filter(ends_at__date__gte=day):
        yield _("Máy dùng chung “%(name)s”") % {"name": kiosk.name}
