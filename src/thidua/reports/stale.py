"""Two people on one report: nobody writes over, or decides about, what they have not seen."""

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.core.errors import DomainError
from thidua.core.templatetags.vn import vn_date
from thidua.reports.models import Report


class Stale(DomainError):
    """The report was changed after the page was opened; nothing was written."""


def require_current(report: Report | None, version: int) -> None:
    """Raise `Stale` when somebody changed, or began, the report meanwhile."""
    current = report.version if report else 0
    if report is None or current == version:
        return
    moment = timezone.localtime(report.edited_at)
    raise Stale(
        _(
            "%(who)s đã sửa báo cáo này lúc %(time)s ngày %(day)s, sau khi bạn mở trang. Chưa ghi "
            "gì. Số bạn gõ còn nguyên, chỗ người kia sửa được nêu bên dưới; xem rồi lưu lại."
        )
        % {"who": report.edited_by, "time": f"{moment:%H:%M}", "day": vn_date(moment)}
    )


def require_seen(report: Report, version: int) -> None:
    """Raise `Stale` unless this very version was on the page of whoever decides.

    Between opening the page and the press the author may have taken the report back, changed it
    and submitted it again.
    """
    if report.version != version:
        raise Stale(
            _(
                "Báo cáo này đã được sửa rồi nộp lại sau khi bạn mở trang nên chưa ghi gì. "
                "Hãy mở lại báo cáo, xem số liệu mới rồi quyết định."
            )
        )
