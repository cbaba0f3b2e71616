"""What is done in this room, in the words of its people."""

from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from thidua.audit.words import Sentences, Thing, Told
from thidua.reports.queries.visible import periods_visible_to


def _saved(data: Told) -> str:
    parts = data.get("parts")
    if not parts:
        return gettext("sửa số liệu báo cáo")
    return gettext("viết lại phần %(parts)s của báo cáo") % {"parts": ", ".join(parts)}


def _phase_closed(data: Told) -> str:
    missing = data.get("missing")
    if not missing:
        return gettext("sơ kết đợt thi đua")
    return gettext("sơ kết đợt thi đua khi còn thiếu báo cáo của %(units)s") % {
        "units": ", ".join(missing)
    }


def _summed_up(data: Told) -> str:
    missing = data.get("missing")
    if not missing:
        return gettext("tổng hợp kỳ báo cáo")
    return gettext("tổng hợp kỳ báo cáo khi còn thiếu báo cáo của %(units)s") % {
        "units": ", ".join(missing)
    }


SENTENCES: Sentences = {
    "period.opened": _("mở kỳ báo cáo, hạn nộp ngày %(due)s"),
    "period.summed_up": _summed_up,
    "report.begun": _("bắt đầu lập báo cáo"),
    "report.saved": _saved,
    "report.doubt_answered": _("trả lời chỗ hệ thống hỏi lại: %(doubt)s"),
    "report.submitted": _("nộp báo cáo"),
    "report.withdrawn": _("rút báo cáo lại để sửa"),
    "report.returned": ngettext_lazy(
        "trả lại báo cáo với %(points)s chỗ cần sửa",
        "trả lại báo cáo với %(points)s chỗ cần sửa",
        "points",
    ),
    "report.accepted": _("chấp nhận báo cáo"),
    "phase.closed": _phase_closed,
    "year.closed": _("tổng kết năm"),
}
THINGS = {
    "reports.report": Thing(_("Báo cáo")),
    "reports.period": Thing(_("Kỳ báo cáo"), "reports:period", periods_visible_to),
    "reports.phaseclosing": Thing(_("Sơ kết đợt")),
    "reports.yearclosing": Thing(_("Tổng kết năm")),
}
