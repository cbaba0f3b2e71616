"""Telling the owner of an account that its second factor is to be taken away, or was."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.notify.actions.mails import Letter, post_mails
from thidua.notify.actions.notices import Line, give_notices
from thidua.notify.letter_kinds import LetterKind
from thidua.org.models import FactorRecovery

HOLES = {
    "username": _("tên đăng nhập"),
    "asker": _("người đề nghị"),
    "decider": _("người xác nhận"),
    "reason": _("lý do"),
    "link": _("đường dẫn"),
}
ASKED = LetterKind(
    "recovery-asked",
    _("Báo chủ tài khoản có đề nghị gỡ xác thực hai lớp"),
    _("%(asker)s đề nghị gỡ xác thực hai lớp của tài khoản %(username)s"),
    _(
        "%(asker)s đề nghị gỡ xác thực hai lớp của tài khoản %(username)s. Lý do: %(reason)s.\n\n"
        "Khi một cán bộ khác xác nhận, mật khẩu và xác thực hai lớp của bạn hết hiệu lực; bạn nhận "
        "phiếu đặt mật khẩu mới tận tay.\n\n"
        "Nếu không phải bạn nhờ: đăng nhập, mở trang dưới đây và bấm Dừng đề nghị, hoặc báo ngay "
        "công đoàn cấp trên.\n%(link)s\n"
    ),
    {name: HOLES[name] for name in ("username", "asker", "reason", "link")},
)
DONE = LetterKind(
    "recovery-done",
    _("Báo chủ tài khoản đã gỡ xác thực hai lớp"),
    _("%(decider)s đã gỡ xác thực hai lớp của tài khoản %(username)s"),
    _(
        "%(decider)s đã gỡ xác thực hai lớp và mật khẩu của tài khoản %(username)s theo đề nghị "
        "của %(asker)s. Lý do: %(reason)s.\n\n"
        "Bạn nhận phiếu đặt mật khẩu mới tận tay. Nếu không phải bạn nhờ, hãy báo ngay công đoàn "
        "cấp trên và người quản trị hệ thống.\n%(link)s\n"
    ),
    HOLES,
)


def tell_owner(recovery: FactorRecovery, at: datetime) -> None:
    """A line under the owner's bell and, where an address is known, a letter at once.

    Called by the room `org`, which lies below, through the setting `RECOVERY_TOLD`.
    """
    kind = DONE if recovery.confirmed else ASKED
    owner = recovery.user
    page = reverse("org:security")
    words = {
        "username": owner.username,
        "asker": recovery.asked_by,
        "decider": recovery.decided_by,
        "reason": recovery.reason.rstrip("."),
        "link": f"{settings.SITE_URL}{page}",
    }
    said = kind.write(words, owner.language)
    key = f"{kind.code}.{recovery.pk}"
    give_notices(lines=[Line(user_id=owner.pk, key=key, text=said.subject, url=page)], at=at)
    email = owner.person.email if owner.person else ""
    if email:
        letter = Letter(key=key, to=email, subject=said.subject, body=said.body, urgent=True)
        post_mails(unit=recovery.unit, letters=[letter], at=at)
