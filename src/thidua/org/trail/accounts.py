"""Deeds with accounts, slips, links, sessions."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from thidua.audit.words import Fields, Sentences, Thing
from thidua.org.queries.accounts import batches_visible_to
from thidua.org.queries.links import link_batches_visible_to
from thidua.org.queries.recovering import recoveries_visible_to, waivers_visible_to

SENTENCES: Sentences = {
    "slips.printed": ngettext_lazy(
        "lập %(count)s phiếu tài khoản", "lập %(count)s phiếu tài khoản", "count"
    ),
    "slip.used": _("nhận tài khoản bằng phiếu và đặt mật khẩu"),
    "account.reset": _("đặt lại tài khoản của %(person)s"),
    "account.locked": _("khóa tài khoản của %(person)s"),
    "account.unlocked": _("mở khóa tài khoản của %(person)s"),
    "account.let_in": _("cho %(person)s đăng nhập ngay sau nhiều lần sai mật khẩu"),
    "account.password_changed": _("đổi mật khẩu của mình"),
    "factor.app_added": _("bật xác thực hai lớp bằng ứng dụng"),
    "factor.passkey_added": _("bật xác thực hai lớp bằng khóa “%(name)s”"),
    "factor.removed": _("gỡ lớp thứ hai của mình: %(what)s"),
    "factor.codes_made": _("lập mã dự phòng đăng nhập"),
    "factor.code_used": _("đăng nhập bằng một mã dự phòng"),
    "factor_rule.set": _("quy định xác thực hai lớp: %(what)s, %(how)s"),
    "factor_rule.ended": _("bỏ quy định xác thực hai lớp: %(what)s"),
    "recovery.asked": _("đề nghị gỡ xác thực hai lớp của %(person)s"),
    "recovery.confirmed": _("xác nhận và gỡ xác thực hai lớp của %(person)s"),
    "recovery.on_the_server": _("gỡ xác thực hai lớp của %(person)s trên máy chủ: %(reason)s"),
    "recovery.declined": _("không gỡ xác thực hai lớp của %(person)s"),
    "recovery.stopped": _("dừng đề nghị gỡ xác thực hai lớp của mình (%(person)s)"),
    "waiver.asked": _("đề nghị miễn xác thực hai lớp cho %(person)s đến hết ngày %(until)s"),
    "waiver.granted": _("duyệt miễn xác thực hai lớp cho %(person)s đến hết ngày %(until)s"),
    "waiver.declined": _("không miễn xác thực hai lớp cho %(person)s"),
    "waiver.ended": _("thôi miễn xác thực hai lớp cho %(person)s"),
    "identity.linked": _("liên kết tài khoản %(label)s với tài khoản của %(person)s"),
    "identity.unlinked": _("gỡ liên kết tài khoản %(label)s của %(person)s"),
    "device.ended": _("đăng xuất máy %(browser)s của mình"),
    "devices.ended": ngettext_lazy(
        "đăng xuất %(count)s máy khác của mình", "đăng xuất %(count)s máy khác của mình", "count"
    ),
    "handover.recorded": _("ghi bàn giao chức vụ %(post)s ngày %(day)s"),
    "links.made": ngettext_lazy(
        "lập %(count)s phiếu mã QR “%(purpose)s”",
        "lập %(count)s phiếu mã QR “%(purpose)s”",
        "count",
    ),
    "link.revoked": _("hủy phiếu mã QR"),
    "correction.applied": _("sửa thông tin theo yêu cầu của đoàn viên"),
    "correction.declined": _("không sửa thông tin theo yêu cầu của đoàn viên"),
    "kiosk.started": ngettext_lazy(
        "đặt một máy thành máy dùng chung trong %(hours)s giờ",
        "đặt một máy thành máy dùng chung trong %(hours)s giờ",
        "hours",
    ),
    "kiosk.ended": _("kết thúc chế độ dùng chung của một máy"),
}
FIELDS: Fields = {}
THINGS: dict[str, Thing] = {
    "org.slipbatch": Thing(_("Phiếu tài khoản"), "org:slips", batches_visible_to),
    "org.slip": Thing(_("Phiếu tài khoản")),
    "org.factorrule": Thing(_("Quy định xác thực hai lớp")),
    "org.factorrecovery": Thing(
        _("Đề nghị khôi phục đăng nhập"), "org:recovery", recoveries_visible_to
    ),
    "org.factorwaiver": Thing(_("Miễn xác thực hai lớp"), "org:waiver", waivers_visible_to),
    "org.device": Thing(_("Máy đăng nhập")),
    "org.handover": Thing(_("Bàn giao")),
    "org.linkbatch": Thing(_("Phiếu mã QR"), "org:link_batch", link_batches_visible_to),
    "org.onetimelink": Thing(_("Phiếu mã QR")),
    "org.correction": Thing(_("Yêu cầu sửa thông tin")),
    "org.kiosk": Thing(_("Máy dùng chung")),
}
