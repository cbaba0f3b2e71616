"""Deeds at the beginning of an installation, and the rows of this room."""

from django.utils.translation import gettext_lazy as _

from thidua.audit.words import Fields, Sentences, Thing
from thidua.org.queries.visible import units_visible_to

SENTENCES: Sentences = {
    "installation.founded": _("thiết lập hệ thống"),
    "unit.established": _("lập đơn vị %(name)s"),
    "post.begun": _("ghi chức vụ của %(person)s"),
    "headcount.given": _("ghi số đoàn viên: %(members)s"),
    "account.given": _("cấp tài khoản %(username)s"),
}
FIELDS: Fields = {
    "headcount.members": _("Số đoàn viên"),
    "headcount.women": _("Số nữ"),
    "post.ends_on": _("Thôi giữ chức vụ từ ngày"),
}
THINGS: dict[str, Thing] = {
    "org.unit": Thing(_("Đơn vị"), "org:unit", units_visible_to),
    "org.person": Thing(_("Người")),
    "org.post": Thing(_("Chức vụ")),
    "org.headcount": Thing(_("Số đoàn viên")),
    "org.user": Thing(_("Tài khoản")),
}
