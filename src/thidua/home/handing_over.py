"""What somebody who leaves a post hands over besides it: their tasks, and what the unit keeps."""

from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.templatetags.vn import vn_date, vn_number
from thidua.home.desk import gather
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.happened import Holding
from thidua.org.models import Post
from thidua.org.queries.handovers import Part
from thidua.oversight.reorganising.rooms import held_by

MOST = 40
"""Tasks that are told one by one; a sheet is read before it is signed."""


def work_of(post: Post, day: date) -> list[Part]:
    """The parts of the sheet that the rooms know. Called by the sheet through the settings."""
    held = [_held(one) for one in held_by([post.unit_id], day)]
    return [
        Part(_("Việc đang giữ trên Bàn làm việc"), _tasks(post, day)),
        Part(_("Hồ sơ, công việc của đơn vị"), held),
    ]


def _tasks(post: Post, day: date) -> list[str]:
    """By the rights of this post alone, as they were on its last day."""
    user = getattr(post.person, "user", None)
    if user is None:
        return []
    last = min(day, post.ends_on - timedelta(days=1)) if post.ends_on else day
    actor = Actor.of(user, last)
    here = replace(actor, posts=tuple(one for one in actor.posts if one.unit_id == post.unit_id))
    mine = [task for task in gather(here) if task.mine]
    left = len(mine) - MOST
    more = ngettext("và %(count)s việc khác", "và %(count)s việc khác", left) if left > 0 else ""
    told = [more % {"count": vn_number(left)}] if more else []
    return [*map(_line, mine[:MOST]), *told]


def _line(task: Task) -> str:
    words = {"title": task.title, "detail": task.detail}
    told = _("%(title)s (%(detail)s)") % words if task.detail else task.title
    if task.due is None:
        return told
    return _("%(told)s, hạn %(day)s") % {"told": told, "day": vn_date(task.due)}


def _held(one: Holding) -> str:
    words = {"what": one.what, "count": vn_number(one.count), "open": vn_number(one.open_)}
    if not one.open_:
        return _("%(count)s %(what)s") % words
    return _("%(count)s %(what)s, trong đó %(open)s chưa xong") % words
