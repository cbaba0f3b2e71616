"""What a one-time link may be for."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """One thing that somebody without an account may do by a link.

    `route` is the page behind it, without parameters: it asks `links.link_of` whose link was
    opened. `days` and `uses` limit every link of the purpose.
    """

    code: str
    title: str | Promise
    says: str | Promise
    route: str
    days: int
    uses: int


SELF_CHECK = Purpose(
    code="self_check",
    title=_("Xem và sửa thông tin của tôi"),
    says=_(
        "Xem thông tin công đoàn đang giữ về mình; chỗ nào sai thì gửi yêu cầu sửa. Người quản lý "
        "đoàn viên xem rồi mới sửa."
    ),
    route="org:self_check",
    days=30,
    uses=10,
)
PURPOSES: dict[str, Purpose] = {SELF_CHECK.code: SELF_CHECK}
