"""What is done in this room, in the words of its people."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from thidua.audit.words import Sentences, Thing
from thidua.pledges.queries.sheets import sheets_visible_to

SENTENCES: Sentences = {
    "pledges.opened": _("mở bản giao ước của %(phase)s"),
    "pledges.reworded": _("sửa lời bản giao ước"),
    "pledges.days": _("đổi hạn ký giao ước"),
    "pledges.code_renewed": _("thay mã QR ký giao ước"),
    "pledges.closed": _("chốt bản giao ước"),
    "pledges.reopened": _("mở lại bản giao ước"),
    "pledges.recorded": ngettext_lazy(
        "ghi %(added)s người ký theo danh sách giấy",
        "ghi %(added)s người ký theo danh sách giấy",
        "added",
    ),
    "pledges.signed": _("ký giao ước bằng mã QR"),
    "pledges.withdrawn": _("rút chữ ký giao ước"),
    "pledges.matched": _("đối chiếu người ký giao ước với danh sách đoàn viên"),
    "pledges.dismissed": _("loại một lượt ký giao ước"),
    "pledges.struck": _("gạch một lượt ký giao ước đã tính"),
}
FIELDS = {
    "pledges.title": _("Tên bản giao ước"),
    "pledges.body": _("Nội dung giao ước"),
    "pledges.closes_on": _("Hạn ký"),
}
THINGS = {
    "pledges.sheet": Thing(_("Bản giao ước"), "pledges:sheet", sheets_visible_to),
    "pledges.signedlist": Thing(_("Danh sách ký trên giấy")),
    "pledges.pledge": Thing(_("Lượt ký giao ước")),
}
