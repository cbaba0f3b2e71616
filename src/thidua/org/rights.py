"""What a post may let its holder do. Codes are stored in rows of `PostKind`: never reuse one."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Right(TextChoices):
    UNIT_MANAGE = "unit.manage", _("Quản lý tổ chức, con người, tài khoản")
    DOCUMENT_READ = "document.read", _("Xem văn bản của đơn vị")
    DOCUMENT_INTAKE = "document.intake", _("Đọc tệp, vào sổ văn bản đến, nhập văn bản đã ban hành")
    PLAN_DRAFT = "plan.draft", _("Soạn kế hoạch và trình ký")
    DOCUMENT_SIGN = "document.sign", _("Duyệt ký văn bản")
    DOCUMENT_ISSUE = "document.issue", _("Cấp số, ban hành, gửi văn bản")


class Signing(TextChoices):
    """In what form a post signs for its unit (DOC-40)."""

    NONE = "", _("Không ký văn bản")
    HEAD = "head", _("Ký với tư cách người đứng đầu")
    DEPUTY = "deputy", _("Ký với tư cách cấp phó")
