"""The first sign-in: name and code of a slip, then a password of one's own."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.templatetags.vn import vn_date
from thidua.org.actor import Actor
from thidua.org.codes import digest_of, read_code
from thidua.org.models import Slip, User
from thidua.org.queries import accounts as queries
from thidua.org.seats import seat_of

MISSES = 10


class SlipRefused(DomainError):
    """The slip does not open the account; the sentence says what to do."""


def slip_behind(*, username: str, typed: str, at: datetime) -> Slip:
    """The open slip of that account with that code, or `SlipRefused`.

    A wrong code counts against the slip of the account: after ten it is void, so that trying codes
    from many addresses does not help. What is said about a used or expired slip is said only to
    whoever knows its code.
    """
    user = User.objects.filter(username=username.strip().lower(), is_active=True).first()
    code = read_code(typed)
    found = None
    if user and code:
        digest = digest_of("slip", user.pk, code)
        found = Slip.objects.filter(digest=digest).select_related("user__person").first()
    if found is None:
        if user:
            _count_a_miss(user, at)
        raise SlipRefused(
            _(
                "Tên đăng nhập và mã không khớp với phiếu nào. Mã có 10 ký tự, không có số 0, 1, "
                "2, 5, 8. Hãy xem lại từng ký tự trên phiếu."
            )
        )
    _require_open(found, at)
    return found


@transaction.atomic
def choose_password(*, slip: Slip, password: str, at: datetime) -> User:
    """Use the slip up: the account has this password, given hashed, from now on."""
    slip = (
        Slip.objects.select_for_update(of=("self",)).select_related("user__person").get(pk=slip.pk)
    )
    _require_open(slip, at)
    user = slip.user
    if not user.is_active:
        raise SlipRefused(_("Tài khoản này đang khóa. Hãy liên hệ nơi đã phát phiếu."))
    slip.used_at = at
    slip.save(update_fields=["used_at"])
    user.password = password
    user.save(update_fields=["password"])
    actor = Actor.of(user, at.date())
    record("slip.used", on=slip, by=actor, unit=seat_of(actor), at=at)
    return user


def _require_open(slip: Slip, at: datetime) -> None:
    if slip.used_at:
        raise SlipRefused(
            _(
                "Phiếu này đã dùng ngày %(day)s, mỗi phiếu chỉ dùng một lần. Bạn đã đặt mật khẩu "
                "rồi thì đăng nhập bình thường. Nếu không phải bạn dùng, báo ngay nơi phát phiếu."
            )
            % {"day": vn_date(slip.used_at)}
        )
    if slip.void_at:
        raise SlipRefused(
            _("Phiếu này không còn dùng được: đã có phiếu mới thay, hoặc mã bị nhập sai quá nhiều.")
        )
    if slip.expires_at <= at:
        raise SlipRefused(
            _("Phiếu này hết hạn từ ngày %(day)s. Hãy nhờ nơi phát phiếu in phiếu mới.")
            % {"day": vn_date(slip.expires_at)}
        )


@transaction.atomic
def _count_a_miss(user: User, at: datetime) -> None:
    slip = Slip.objects.select_for_update().filter(queries.OPEN, user=user).first()
    if slip is None:
        return
    slip.misses += 1
    if slip.misses >= MISSES:
        slip.void_at = at
    slip.save(update_fields=["misses", "void_at"])
