"""What is done in this room, in the words of its people."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from thidua.audit.words import Sentences, Thing
from thidua.councils.queries import councils_visible_to, sessions_visible_to

SENTENCES: Sentences = {
    "council.set_up": ngettext_lazy(
        "lập hội đồng có %(seats)s thành viên", "lập hội đồng có %(seats)s thành viên", "seats"
    ),
    "council.seat_added": _("thêm thành viên hội đồng: %(person)s"),
    "council.seat_ended": _("ghi %(person)s thôi là thành viên hội đồng"),
    "council.ended": _("ghi Hội đồng kết thúc hoạt động từ ngày %(day)s"),
    "session.opened": _("mở phiên họp hội đồng"),
    "session.attended": ngettext_lazy(
        "ghi %(present)s người dự họp", "ghi %(present)s người dự họp", "present"
    ),
    "session.counted": _("ghi kết quả biểu quyết “%(item)s”"),
    "session.closed": ngettext_lazy(
        "chốt biên bản phiên họp có %(items)s nội dung",
        "chốt biên bản phiên họp có %(items)s nội dung",
        "items",
    ),
}
FIELDS = {
    "session.agree": _("Đồng ý"),
    "session.disagree": _("Không đồng ý"),
    "session.abstain": _("Không ý kiến"),
}
THINGS = {
    "councils.council": Thing(_("Hội đồng"), "councils:council", councils_visible_to),
    "councils.session": Thing(_("Phiên họp"), "councils:session", sessions_visible_to),
}
