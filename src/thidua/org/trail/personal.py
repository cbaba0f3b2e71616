"""Deeds with personal data."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from thidua.audit.words import Fields, Sentences, Thing

SENTENCES: Sentences = {
    "guarded.entered": _("ghi dữ liệu được bảo vệ “%(field)s” (không ghi giá trị)"),
    "guarded.erased": _("xóa dữ liệu được bảo vệ “%(field)s”"),
    "guarded.read": _("xem dữ liệu được bảo vệ: %(fields)s"),
    "fact_kind.added": _("thêm vào sổ mục đích xử lý dữ liệu"),
    "fact_kind.ended": ngettext_lazy(
        "bỏ khỏi sổ mục đích xử lý dữ liệu, xóa %(erased)s dữ liệu đang có",
        "bỏ khỏi sổ mục đích xử lý dữ liệu, xóa %(erased)s dữ liệu đang có",
        "erased",
    ),
    "data_officer.named": _("ghi đầu mối dữ liệu cá nhân"),
}
FIELDS: Fields = {}
THINGS: dict[str, Thing] = {
    "org.factkind": Thing(_("Loại dữ liệu")),
    "org.dataofficer": Thing(_("Đầu mối dữ liệu cá nhân")),
}
