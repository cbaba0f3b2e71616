"""What is done in this room, in the words of its people."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from thidua.audit.words import Sentences, Thing
from thidua.notify.queries.announcing import announcements_visible_to
from thidua.notify.queries.channels import hooks_visible_to

SENTENCES: Sentences = {
    "mail.resent": _("gửi lại thư cho %(to)s"),
    "mail.sent_again": _("gửi thêm một lần thư cho %(to)s"),
    "announcement.drafted": ngettext_lazy(
        "soạn thông báo cho %(people)s người", "soạn thông báo cho %(people)s người", "people"
    ),
    "announcement.edited": _("sửa nội dung thông báo"),
    "announcement.left_out": ngettext_lazy(
        "bỏ %(people)s người khỏi danh sách nhận thông báo",
        "bỏ %(people)s người khỏi danh sách nhận thông báo",
        "people",
    ),
    "announcement.sent": ngettext_lazy(
        "gửi thông báo cho %(people)s người", "gửi thông báo cho %(people)s người", "people"
    ),
    "announcement.dropped": _("bỏ bản nháp thông báo"),
    "call.made": _("ghi đã gọi điện"),
    "hook.added": _("thêm kênh nhắn tin"),
    "hook.edited": _("sửa kênh nhắn tin"),
    "wording.written": _("sửa mẫu thư “%(kind)s”"),
    "wording.dropped": _("dùng lại mẫu thư có sẵn “%(kind)s”"),
}
THINGS = {
    "notify.outboxmail": Thing(_("Thư gửi đi")),
    "notify.announcement": Thing(_("Thông báo"), "notify:announcement", announcements_visible_to),
    "notify.call": Thing(_("Cuộc gọi")),
    "notify.webhook": Thing(_("Kênh nhắn tin"), "notify:hook", hooks_visible_to),
    "notify.wording": Thing(_("Mẫu thư")),
}
