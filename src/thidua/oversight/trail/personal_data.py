"""Deeds with personal data."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from thidua.audit.words import Fields, Sentences, Thing
from thidua.oversight.queries.anonymising import proposals_visible_to
from thidua.oversight.queries.breaches import breaches_visible_to
from thidua.oversight.queries.personal_data import requests_visible_to

SENTENCES: Sentences = {
    "data_request.entered": _("ghi yêu cầu về dữ liệu cá nhân: %(what)s"),
    "data_request.taken_up": _("báo đã nhận yêu cầu về dữ liệu cá nhân"),
    "data_request.extended": _("gia hạn giải quyết yêu cầu đến ngày %(until)s"),
    "data_request.done": _("ghi đã làm xong yêu cầu về dữ liệu cá nhân"),
    "data_request.declined": _("trả lời không thực hiện yêu cầu về dữ liệu cá nhân"),
    "person_export.made": _("lập bản toàn bộ dữ liệu của một người"),
    "person_export.taken": _("tải bản toàn bộ dữ liệu của một người"),
    "anonymising.proposed": _("đề nghị ẩn danh một hồ sơ"),
    "anonymising.done": _("duyệt, ẩn danh một hồ sơ"),
    "anonymising.declined": _("không duyệt đề nghị ẩn danh"),
    "breach.noted": _("ghi sự cố dữ liệu cá nhân"),
    "breach.edited": _("sửa hồ sơ sự cố dữ liệu cá nhân"),
    "breach.reported": _("ghi đã thông báo sự cố cho cơ quan chuyên trách, số %(number)s"),
    "breach.closed": _("đóng hồ sơ sự cố dữ liệu cá nhân"),
    "retention.done": ngettext_lazy(
        "xử lý %(count)s dữ liệu hết thời hạn giữ: %(group)s",
        "xử lý %(count)s dữ liệu hết thời hạn giữ: %(group)s",
        "count",
    ),
    "retention_rule.changed": _("đổi thời hạn giữ dữ liệu"),
    "consent_text.written": _("soạn bản xin đồng ý, phiên bản %(version)s"),
    "consent.given": _("ghi một người đồng ý cho xử lý dữ liệu"),
    "consent.withdrawn": _("ghi một người rút lại sự đồng ý"),
}
FIELDS: Fields = {}
THINGS: dict[str, Thing] = {
    "oversight.datarequest": Thing(
        _("Yêu cầu về dữ liệu"), "oversight:data_request", requests_visible_to
    ),
    "oversight.personexport": Thing(_("Bản dữ liệu của một người")),
    "oversight.anonymising": Thing(
        _("Đề nghị ẩn danh"), "oversight:anonymising", proposals_visible_to
    ),
    "oversight.breach": Thing(_("Sự cố dữ liệu"), "oversight:breach", breaches_visible_to),
    "oversight.deletion": Thing(_("Biên bản xóa dữ liệu")),
    "oversight.retentionrule": Thing(_("Thời hạn giữ")),
    "oversight.consenttext": Thing(_("Bản xin đồng ý")),
    "oversight.consent": Thing(_("Sự đồng ý")),
}
