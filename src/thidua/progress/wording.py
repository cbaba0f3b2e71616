"""The words of a reminder before the officer changes them."""

from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.templatetags.vn import vn_date
from thidua.documents.letters import subject_of
from thidua.notify.letter_kinds import LetterKind, Words
from thidua.plans.models import Plan
from thidua.progress.models import Step
from thidua.progress.queries import Matrix, Receiver, Row

LONGEST = 480
"""A notice holds no more."""


def short_deed(step: Step) -> str:
    """What is reminded of, in a list of choices."""
    return {
        Step.RECEIVED: _("Mở xem kế hoạch"),
        Step.ACKNOWLEDGED: _("Xác nhận đã nhận"),
        Step.OWN_PLAN: _("Ban hành kế hoạch riêng"),
        Step.LAUNCHED: _("Phát động"),
        Step.PLEDGED: _("Ký giao ước"),
        Step.REPORTED: _("Nộp báo cáo"),
    }[step]


def deed_of(step: Step) -> str:
    """What a unit is asked for, as it stands after *đề nghị*."""
    return {
        Step.RECEIVED: _("mở xem và xác nhận đã nhận kế hoạch"),
        Step.ACKNOWLEDGED: _("xác nhận đã nhận kế hoạch"),
        Step.OWN_PLAN: _("ban hành kế hoạch riêng của đơn vị"),
        Step.LAUNCHED: _("phát động thi đua và ghi ngày phát động"),
        Step.PLEDGED: _("vận động đoàn viên chưa ký tham gia ký giao ước thi đua"),
        Step.REPORTED: _("nộp báo cáo"),
    }[step]


def undone(step: Step) -> str:
    """What a unit lacks, as it stands after *chưa*."""
    return {
        Step.RECEIVED: _("mở xem kế hoạch"),
        Step.ACKNOWLEDGED: _("xác nhận đã nhận"),
        Step.OWN_PLAN: _("có kế hoạch riêng"),
        Step.LAUNCHED: _("phát động"),
        Step.PLEDGED: _("ký đủ giao ước"),
        Step.REPORTED: _("nộp báo cáo"),
    }[step]


def words_for(matrix: Matrix, step: Step, due: date | None) -> str:
    """*Đề nghị đơn vị xác nhận đã nhận kế hoạch theo Kế hoạch số …; hạn đến hết ngày …*"""
    parts = [
        _("Đề nghị đơn vị %(deed)s, theo %(plan)s.")
        % {"deed": deed_of(step), "plan": subject_of(matrix.plan.document)}
    ]
    if due is not None:
        sentence = _("Hạn là hết ngày %(day)s.") if due >= matrix.day else _("Hạn đã qua: %(day)s.")
        parts.append(sentence % {"day": vn_date(due)})
    parts.append(_("Có vướng mắc, đề nghị báo lại để cùng tháo gỡ."))
    return " ".join(parts)


def due_of(matrix: Matrix, step: Step) -> date | None:
    """Until when the units are asked to have done it, where a day was set."""
    timetable = getattr(matrix.plan, "timetable", None)
    if step == Step.REPORTED:
        return matrix.period.due_on if matrix.period else None
    name = {
        Step.ACKNOWLEDGED: "acknowledge_by",
        Step.OWN_PLAN: "own_plan_by",
        Step.LAUNCHED: "launch_by",
    }.get(step)
    return getattr(timetable, name) if timetable and name else None


REMINDER = LetterKind(
    "reminder",
    gettext_lazy("Nhắc việc đơn vị cấp dưới"),
    gettext_lazy("Nhắc việc: %(plan)s"),
    gettext_lazy(
        "Kính gửi đồng chí %(name)s, %(unit)s,\n\n"
        "%(words)s\n\n"
        "Đề nghị đồng chí đăng nhập hệ thống Thi Đua, mở:\n"
        "%(link)s\n\n"
        "Trân trọng cảm ơn đồng chí.\n"
        "%(issuer)s\n"
    ),
    {
        "plan": gettext_lazy("kế hoạch"),
        "name": gettext_lazy("họ tên người nhận"),
        "unit": gettext_lazy("đơn vị nhận"),
        "words": gettext_lazy("lời nhắc"),
        "link": gettext_lazy("đường dẫn"),
        "issuer": gettext_lazy("cơ quan nhắc"),
    },
)


def reminder_for(
    words: str, receiver: Receiver, row: Row, plan: Plan, link: str, language: str
) -> Words:
    """The reminder as an e-mail to one person."""
    return REMINDER.write(
        {
            "plan": plan,
            "name": receiver.name,
            "unit": row.unit,
            "words": words,
            "link": f"{settings.SITE_URL}{link}",
            "issuer": plan.document.issuer_name,
        },
        language,
    )
