"""What a post may let its holder do. Codes are stored in rows of `PostKind`: never reuse one."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Right(TextChoices):
    UNIT_MANAGE = "unit.manage", _("Quản lý tổ chức, tài khoản, danh mục")
    UNIT_REORGANISE = "unit.reorganise", _("Thi hành quyết định sắp xếp tổ chức")
    UNIT_ENTER_FOR = "unit.enter_for", _("Nhập hộ đơn vị cấp dưới")
    PEOPLE_KEEP = "people.keep", _("Quản lý đoàn viên, chức vụ của đơn vị")
    PEOPLE_GUARDED = "people.guarded", _("Xem dữ liệu cá nhân được bảo vệ khi có lý do")
    ACCOUNT_GIVE = "account.give", _("Cấp, cấp lại tài khoản cho đơn vị mình và cấp dưới")
    AUDIT_READ = "audit.read", _("Xem nhật ký")
    DOCUMENT_READ = "document.read", _("Xem văn bản của đơn vị")
    DOCUMENT_INTAKE = "document.intake", _("Đọc tệp, vào sổ văn bản đến, nhập văn bản đã ban hành")
    PLAN_DRAFT = "plan.draft", _("Soạn kế hoạch và trình ký")
    DOCUMENT_SIGN = "document.sign", _("Duyệt ký văn bản")
    DOCUMENT_ISSUE = "document.issue", _("Cấp số, ban hành, gửi văn bản")
    CASCADE_HANDLE = "cascade.handle", _("Xác nhận, cụ thể hóa, phát động kế hoạch")
    CASCADE_WATCH = "cascade.watch", _("Theo dõi triển khai, đặt hạn, nhắc đơn vị cấp dưới")
    PLEDGE_KEEP = "pledge.keep", _("Mở bản giao ước, ghi nhận danh sách, đối chiếu")
    ACTIVITY_RECORD = "activity.record", _("Ghi hoạt động")
    REPORT_WRITE = "report.write", _("Lập và nộp báo cáo")
    REPORT_REVIEW = "report.review", _("Mở kỳ báo cáo, thẩm định báo cáo của đơn vị cấp dưới")
    AWARD_NOMINATE = "award.nominate", _("Đề nghị khen thưởng, biểu dương")
    AWARD_REVIEW = "award.review", _("Thẩm định đề nghị, lập quyết định khen, cấp giấy khen")
    COUNCIL_KEEP = "council.keep", _("Lập hội đồng, ghi phiên họp và biên bản")
    STORY_WRITE = "story.write", _("Viết và đăng gương điển hình")


TAKEN_OVER = frozenset(
    {
        Right.PEOPLE_KEEP,
        Right.DOCUMENT_READ,
        Right.REPORT_WRITE,
        Right.AWARD_NOMINATE,
        Right.UNIT_MANAGE,
        Right.AUDIT_READ,
    }
)
"""What posts in the keeper of an ended unit may still do for it: read, finish, put in order."""

FROM_ABOVE = frozenset(
    {
        Right.UNIT_MANAGE,
        Right.UNIT_REORGANISE,
        Right.UNIT_ENTER_FOR,
        Right.PEOPLE_KEEP,
        Right.ACCOUNT_GIVE,
        Right.AUDIT_READ,
        Right.DOCUMENT_READ,
        Right.CASCADE_WATCH,
        Right.REPORT_REVIEW,
    }
)
"""What a post may also do over the units below its own; every other act ends at its own unit.

Some pages show more from above than may be done there: activities, sheets, certificates.
"""

ENTERING = (Right.ACTIVITY_RECORD, Right.PLEDGE_KEEP, Right.REPORT_WRITE, Right.PEOPLE_KEEP)
"""What may be entered for a unit that is off-line; never what signs or sends."""


class Signing(TextChoices):
    """In what form a post signs for its unit (DOC-40)."""

    NONE = "", _("Không ký văn bản")
    HEAD = "head", _("Ký với tư cách người đứng đầu")
    DEPUTY = "deputy", _("Ký với tư cách cấp phó")
    BY_ORDER = "by_order", _("Ký thừa lệnh (TL.)")
    AUTHORISED = "authorised", _("Ký thừa ủy quyền (TUQ.)")
