"""Every working morning: who has something due hears it once, under the bell and by e-mail.

The tasks themselves stand on the desk until they are done; this only points there. A stop of any
length is made up with one notice, since only the last morning counts.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from thidua.core.dated import in_force
from thidua.core.days import SATURDAY, next_working_day
from thidua.core.templatetags.vn import vn_date
from thidua.home.desk import gather
from thidua.notify.actions import (
    Letter,
    Line,
    advance,
    begin_round,
    end_round,
    give_notices,
    post_mails,
)
from thidua.notify.letter_kinds import LetterKind
from thidua.notify.models import Round
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.models import Post, Unit, User

MORNING = time(7, 30)
BATCH = 20
"""So many accounts are served in one transaction."""
NAMED_IN_NOTICE = 3
NAMED_IN_MAIL = 20


@dataclass(frozen=True, slots=True)
class Reminded:
    """What one account gets, and the unit from whose outbox the e-mail leaves."""

    unit_id: int
    line: Line
    letter: Letter | None


def remind_everybody(at: datetime) -> int:
    """Give the notices of the last working morning to all who have not got them; how many.

    For the clock: after the first time of a morning it asks one question and does nothing. A stop
    in the middle goes on where it was; two clocks that run together double nothing.
    """
    morning = last_morning(at)
    if morning is None:
        return 0
    key = f"morning-{morning.isoformat()}"
    given = 0
    while one := begin_round(key=key, at=at):
        accounts = _next_accounts(one, at)
        if not accounts:
            end_round(one=one, at=at)
            break
        found = [_in_own_language(user, key, at) for user in accounts]
        given += _hand_out(one, accounts[-1].pk, [each for each in found if each], at)
    return given


def last_morning(at: datetime) -> date | None:
    """The working day whose reminders are due; None before half past seven on a working day.

    What was missed before is then made up by the reminders of that morning. Public holidays are
    not known here.
    """
    local = timezone.localtime(at)
    day = local.date()
    if day.weekday() < SATURDAY:
        return day if local.time() >= MORNING else None
    return day - timedelta(days=day.weekday() - SATURDAY + 1)


def _next_accounts(one: Round, at: datetime) -> list[User]:
    """The accounts that come next; without a post in force there is nothing to do for anybody."""
    day = timezone.localtime(at).date()
    held = Post.objects.filter(in_force(day), person=OuterRef("person"))
    waiting = User.objects.filter(Exists(held), pk__gt=one.reached, is_active=True)
    return list(waiting.select_related("person").order_by("pk")[:BATCH])


def _in_own_language(user: User, key: str, at: datetime) -> Reminded | None:
    with translation.override(user.language):
        return _reminded(user, key, at)


def _reminded(user: User, key: str, at: datetime) -> Reminded | None:
    actor = Actor.of(user, timezone.localtime(at).date())
    tasks = due_tasks(actor)
    if not tasks:
        return None
    url = tasks[0].url if len(tasks) == 1 else reverse("home:desk")
    line = Line(user_id=user.pk, key=key, text=_line(tasks, actor.day), url=url)
    return Reminded(actor.posts[0].unit_id, line, _letter(user, tasks, key, actor.day))


def due_tasks(actor: Actor) -> list[Task]:
    """What they hold themselves and is overdue or due before the next working day, oldest first."""
    if not actor.posts:
        return []
    before = next_working_day(actor.day)
    return [task for task in gather(actor) if task.mine and task.due and task.due < before]


def _hand_out(one: Round, last: int, found: Sequence[Reminded], at: datetime) -> int:
    """Notices, mails and how far the round has come, all together or not at all."""
    with transaction.atomic():
        if not advance(one=one, to=last):
            return 0
        new = give_notices(lines=[each.line for each in found], at=at)
        letters: defaultdict[int, list[Letter]] = defaultdict(list)
        for each in found:
            if each.letter:
                letters[each.unit_id].append(each.letter)
        for unit in Unit.objects.filter(pk__in=letters):
            post_mails(unit=unit, letters=letters[unit.pk], at=at)
    return len(new)


def _line(tasks: Sequence[Task], day: date) -> str:
    named = "; ".join(f"{task.title} ({_until(task, day)})" for task in tasks[:NAMED_IN_NOTICE])
    rest = len(tasks) - NAMED_IN_NOTICE
    more = _("; và %(count)s việc khác") % {"count": rest} if rest > 0 else ""
    return f"{_counted(tasks, day)}: {named}{more}."


def _counted(tasks: Sequence[Task], day: date) -> str:
    """*2 việc quá hạn, 1 việc đến hạn*"""
    late = sum(1 for task in tasks if task.due and task.due < day)
    parts = []
    if late:
        words = ngettext("%(count)s việc quá hạn", "%(count)s việc quá hạn", late)
        parts.append(words % {"count": late})
    if len(tasks) > late:
        words = ngettext("%(count)s việc đến hạn", "%(count)s việc đến hạn", len(tasks) - late)
        parts.append(words % {"count": len(tasks) - late})
    return ", ".join(parts)


def _until(task: Task, day: date) -> str:
    late = (day - task.due).days if task.due else 0
    if late <= 0:
        return _("hạn %(due)s") % {"due": vn_date(task.due)}
    return _("hạn %(due)s, quá %(days)s ngày") % {"due": vn_date(task.due), "days": late}


def _letter(user: User, tasks: Sequence[Task], key: str, day: date) -> Letter | None:
    to = (user.person.email if user.person else "") or user.email
    if not to:
        return None
    words = {"count": _counted(tasks, day), "day": vn_date(day), "name": str(user)}
    listed = [
        f"{place}. {task.title} ({_until(task, day)})\n   {settings.SITE_URL}{task.url}"
        for place, task in enumerate(tasks[:NAMED_IN_MAIL], start=1)
    ]
    if len(tasks) > NAMED_IN_MAIL:
        listed.append(_("… và %(count)s việc khác.") % {"count": len(tasks) - NAMED_IN_MAIL})
    said = MORNING_LETTER.write(
        words
        | {
            "tasks": "\n".join(listed),
            "link": f"{settings.SITE_URL}{reverse('home:desk')}",
        },
        user.language,
    )
    return Letter(key=f"{key}-{user.pk}", to=to, subject=said.subject, body=said.body)


MORNING_LETTER = LetterKind(
    "morning",
    gettext_lazy("Nhắc việc đến hạn mỗi sáng"),
    gettext_lazy("%(count)s ngày %(day)s"),
    gettext_lazy(
        "Kính gửi đồng chí %(name)s,\n\n"
        "Sáng ngày %(day)s, đồng chí có %(count)s:\n\n"
        "%(tasks)s\n\n"
        "Mở Bàn làm việc: %(link)s\n"
        "Hệ thống tự gửi thư này vào sáng ngày làm việc, chỉ khi có việc đến hạn."
    ),
    {
        "name": gettext_lazy("họ tên người nhận"),
        "day": gettext_lazy("ngày"),
        "count": gettext_lazy("số việc"),
        "tasks": gettext_lazy("danh sách việc"),
        "link": gettext_lazy("đường dẫn"),
    },
)
