"""Two people on one draft: nobody writes over what they have not seen."""

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.core.errors import DomainError
from thidua.core.templatetags.vn import vn_date
from thidua.plans.models import FollowUp, Plan


def why_stale(plan: Plan | FollowUp, version: int) -> str:
    """Who changed the draft since it was opened; nothing when it is as it was."""
    if plan.version == version:
        return ""
    moment = timezone.localtime(plan.edited_at)
    return _(
        "Bản thảo đã được %(who)s sửa lúc %(time)s ngày %(day)s, sau khi bạn mở trang này. Chưa "
        "ghi gì; chữ bạn gõ còn nguyên ở đây. Hãy xem bản mới rồi lưu lại nếu vẫn cần."
    ) % {"who": plan.edited_by, "time": f"{moment:%H:%M}", "day": vn_date(moment)}


def require_current(plan: Plan | FollowUp, version: int) -> None:
    """Raise `DomainError` when somebody changed the draft meanwhile."""
    reason = why_stale(plan, version)
    if reason:
        raise DomainError(reason)
