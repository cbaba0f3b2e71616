"""Reminding the units below."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.notify.actions import Letter, Line, give_notices, post_mails
from thidua.notify.queries import languages_of
from thidua.org.actor import Actor
from thidua.plans.models import Plan
from thidua.progress import policies
from thidua.progress.models import Reminder, Step
from thidua.progress.places import place_of
from thidua.progress.queries import matrix_of
from thidua.progress.sorting import Sorted, Target, sorted_out
from thidua.progress.wording import reminder_for, undone


class RemindedToday(DomainError):
    """Some of the units were reminded earlier that day: a question, not a refusal."""


@transaction.atomic
def remind_units(
    *,
    plan: Plan,
    step: Step,
    unit_ids: Collection[int],
    words: str,
    again: bool = False,
    once: str = "",
    by: Actor,
    at: datetime,
) -> list[Reminder]:
    """Remind each of these units of a step, under the bell and by e-mail; the answer is who was.

    Units that have done the step meanwhile, or in which nobody can be reached, are left out. Who
    was reminded earlier that day is reminded once more only `again`; otherwise `RemindedToday`
    names them and nothing is sent. Pressed twice on one page (`once`), the first is the answer.
    """
    plan = _locked(plan)
    require(policies.may_remind(by, plan))
    sent = _sent_from(once, by)
    if sent:
        return sent
    chosen = sorted_out(matrix_of(plan, by.day), unit_ids, step)
    _require_sendable(chosen, step, again=again)
    reminders = Reminder.objects.bulk_create(
        _reminder(plan, step, words, target, once=_key(once, by, target), by=by, at=at)
        for target in chosen.targets
    )
    _send(list(zip(reminders, chosen.targets, strict=True)), at)
    units = [str(reminder.unit) for reminder in reminders]
    record(
        "progress.reminded", on=plan, by=by, unit=plan.document.unit, at=at, step=step, units=units
    )
    return reminders


def _reminder(
    plan: Plan, step: Step, words: str, target: Target, *, once: str | None, by: Actor, at: datetime
) -> Reminder:
    return Reminder(
        plan=plan,
        unit=target.row.unit,
        step=step,
        words=words,
        sent_at=at,
        sent_by=by.user,
        notices=target.notices,
        mails=target.mails,
        once=once,
    )


def _question(chosen: Sorted) -> str:
    """The question before a unit is reminded twice on one day."""
    names = ", ".join(str(target.row.unit) for target in chosen.again)
    return _(
        "Hôm nay đã nhắc: %(units)s. Đánh dấu “Vẫn nhắc lại” nếu cần nhắc lần nữa, "
        "hoặc bỏ chọn các đơn vị này."
    ) % {"units": names}


def _require_sendable(chosen: Sorted, step: Step, *, again: bool) -> None:
    if chosen.again and not again:
        raise RemindedToday(_question(chosen))
    if chosen.targets:
        return
    if chosen.unreachable:
        names = ", ".join(str(row.unit) for row in chosen.unreachable)
        raise DomainError(
            _(
                "Chưa gửi lời nhắc nào: %(units)s chưa có người có tài khoản hoặc thư điện tử để "
                "nhận. Hãy gọi điện, hoặc nhờ người quản trị cập nhật chức vụ của đơn vị."
            )
            % {"units": names}
        )
    raise DomainError(
        _("Chưa gửi lời nhắc nào: trong các đơn vị đã chọn không còn đơn vị nào chưa %(undone)s.")
        % {"undone": undone(step)}
    )


def _locked(plan: Plan) -> Plan:
    """Two who remind about one plan at the same moment go one after the other."""
    return (
        Plan.objects.select_for_update(of=("self",), no_key=True)
        .select_related("document__unit__kind", "timetable")
        .get(pk=plan.pk)
    )


def _sent_from(once: str, by: Actor) -> list[Reminder]:
    if not once:
        return []
    sent = Reminder.objects.filter(once__startswith=_stem(once, by)).select_related("unit")
    return list(sent.order_by("pk"))


def _key(once: str, by: Actor, target: Target) -> str | None:
    return f"{_stem(once, by)}{target.row.unit.pk}" if once else None


def _stem(once: str, by: Actor) -> str:
    return f"{by.user.pk}.{once}."


def _send(sent: list[tuple[Reminder, Target]], at: datetime) -> None:
    """One notice per account and one e-mail per address of each unit."""
    lines, letters = [], []
    languages = languages_of(
        {one.email for _reminder, target in sent for one in target.receivers if one.email}
    )
    for reminder, target in sent:
        plan, link = reminder.plan, place_of(reminder.plan, target.row, Step(reminder.step))
        key = f"reminder-{reminder.pk}"
        text = f"{plan.document.issuer_name}: {reminder.words}"
        for receiver in target.receivers:
            if receiver.user:
                lines.append(Line(user_id=receiver.user, key=key, text=text, url=link))
            if receiver.email:
                language = languages.get(receiver.email.lower(), "vi")
                said = reminder_for(reminder.words, receiver, target.row, plan, link, language)
                letters.append(
                    Letter(
                        key=f"{key}-{receiver.email.lower()}",
                        to=receiver.email,
                        subject=said.subject,
                        body=said.body,
                        urgent=True,
                    )
                )
    give_notices(lines=lines, at=at)
    if sent:
        post_mails(unit=sent[0][0].plan.document.unit, letters=letters, at=at)
