"""Who may do what with reports, and when. First who, then when, then what is missing."""

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.core.templatetags.vn import vn_date
from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.documents.models import Direction, DocumentStatus
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.policies.two_people import apart
from thidua.org.queries import acts_for, ended_on
from thidua.org.rights import Right
from thidua.plans.models import Plan
from thidua.reports.models import Period, Report, ReportStatus


def may_open(actor: Actor, plan: Plan) -> Verdict:
    """Ask for reports of a plan: whoever reviews reports in the unit that issued it."""
    unit = plan.document.unit
    if not actor.can(Right.REPORT_REVIEW, unit):
        return Verdict(
            _("Chỉ người thẩm định báo cáo của %(unit)s mở được kỳ báo cáo.") % {"unit": unit}
        )
    paper = plan.document
    if paper.direction != Direction.OUT or paper.status != DocumentStatus.ISSUED:
        return not_now(_("Kế hoạch chưa ban hành nên chưa mở được kỳ báo cáo."))
    if hasattr(plan, "closing"):
        return not_now(_("Kế hoạch đã tổng kết năm nên không mở thêm kỳ báo cáo."))
    return ALLOWED


def may_write(actor: Actor, period: Period, unit: Unit, report: Report | None) -> Verdict:
    """Write the report of the unit: its own people, once the period has begun, until submitted."""
    who = _may_keep(actor, unit)
    if not who:
        return who
    begun = _has_begun(actor, period, unit)
    return _while_open(report) if begun and report else begun


def _may_keep(actor: Actor, unit: Unit) -> Verdict:
    if not actor.can(Right.REPORT_WRITE, unit):
        return Verdict(
            _("Chỉ người được giao lập báo cáo của %(unit)s ghi, nộp, rút được báo cáo này.")
            % {"unit": unit}
        )
    return ALLOWED


def _has_begun(actor: Actor, period: Period, unit: Unit) -> Verdict:
    if not unit.kind.keeps_register:
        return not_now(
            _("%(unit)s không lập báo cáo riêng: việc đã ghi được tính vào đơn vị cấp trên.")
            % {"unit": unit}
        )
    ended = ended_on(unit)
    if ended is not None and ended <= period.starts_on:
        return not_now(
            _("%(unit)s kết thúc hoạt động từ ngày %(day)s, trước kỳ này nên không lập báo cáo.")
            % {"unit": unit, "day": vn_date(ended)}
        )
    if actor.day < period.starts_on:
        return not_now(
            _("%(period)s lấy số liệu từ ngày %(day)s nên chưa lập được. Hãy quay lại từ ngày đó.")
            % {"period": period, "day": vn_date(period.starts_on)}
        )
    return ALLOWED


def _while_open(report: Report) -> Verdict:
    if report.status == ReportStatus.SUBMITTED:
        return not_now(_("Báo cáo đã nộp nên không sửa được; hãy rút lại trước khi sửa."))
    if report.status == ReportStatus.ACCEPTED:
        return not_now(
            _("Báo cáo đã được %(who)s chấp nhận ngày %(day)s nên không sửa được nữa.")
            % {"who": report.accepted_by, "day": vn_date(report.accepted_at)}
        )
    return ALLOWED


def may_withdraw(actor: Actor, report: Report) -> Verdict:
    """Take a report back, as long as nobody has accepted it."""
    who = _may_keep(actor, report.unit)
    if not who:
        return who
    if report.status == ReportStatus.ACCEPTED:
        return _while_open(report)
    if report.status != ReportStatus.SUBMITTED:
        return not_now(_("Báo cáo chưa nộp nên không có gì để rút lại."))
    return ALLOWED


def may_review(actor: Actor, report: Report) -> Verdict:
    """Return or accept: the reviewers of the superior, never the one who submitted it.

    The summary of the asking unit is decided by whoever signs for it. For a superior that has ended
    the same people of its keeper decide, so that its last period comes to an end.
    """
    who = _may_decide(actor, report)
    return _while_submitted(report) if who else who


def _may_decide(actor: Actor, report: Report) -> Verdict:
    superior = report.superior
    if superior is None:
        if not acts_for(actor, Right.DOCUMENT_SIGN, report.unit):
            return Verdict(
                _("Chỉ Chủ tịch, Phó Chủ tịch của %(unit)s duyệt được báo cáo này.")
                % {"unit": report.unit}
            )
        return ALLOWED
    if not acts_for(actor, Right.REPORT_REVIEW, superior):
        return Verdict(
            _("Chỉ người thẩm định của %(unit)s trả lại, chấp nhận được báo cáo này.")
            % {"unit": superior}
        )
    return apart(actor, report.submitted_by_id, superior)


def _while_submitted(report: Report) -> Verdict:
    if report.status == ReportStatus.SUBMITTED:
        return ALLOWED
    words = {"who": report.edited_by, "time": f"{timezone.localtime(report.edited_at):%H:%M}"}
    words["day"] = vn_date(report.edited_at)
    match report.status:
        case ReportStatus.ACCEPTED:
            words["who"], words["day"] = report.accepted_by, vn_date(report.accepted_at)
            return not_now(_("Báo cáo này đã được %(who)s chấp nhận ngày %(day)s.") % words)
        case ReportStatus.RETURNED:
            return not_now(_("Báo cáo này đã trả lại để sửa, chưa nộp lại."))
    return not_now(
        _(
            "Báo cáo đã được %(who)s rút lại lúc %(time)s ngày %(day)s nên chưa thẩm định được. "
            "Đơn vị nộp lại thì báo cáo lại hiện ở Việc cần làm."
        )
        % words
    )
