"""What is done in this room, in the words of its people."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from thidua.audit.words import Sentences, Thing
from thidua.certificates.queries import certificates_visible_to

SENTENCES: Sentences = {
    "certificates.made": ngettext_lazy(
        "lập %(made)s giấy khen, bằng khen để in",
        "lập %(made)s giấy khen, bằng khen để in",
        "made",
    ),
    "certificate.handed_over": _("ghi đã trao giấy khen ngày %(day)s"),
    "certificate.not_handed_over": _("xóa ngày trao giấy khen %(was)s đã ghi nhầm"),
    "certificate.replaced": _("cấp lại giấy khen thay cho tờ mã %(instead_of)s"),
    "certificate.revoked": _("thu hồi giấy khen"),
}
THINGS = {
    "certificates.certificate": Thing(
        _("Giấy khen"), "certificates:detail", certificates_visible_to
    )
}
