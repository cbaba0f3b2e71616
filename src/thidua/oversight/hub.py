"""Quản trị: what a keeper looks after, each page with the right that opens it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.org.actor import Actor
from thidua.org.policies.units import may_keep_catalogues
from thidua.org.queries.phone_book import READERS
from thidua.org.rights import Right


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the keeper. Any of the rights opens it; none means every account.

    `top`: only for a keeper of the topmost unit, as it holds for everybody.
    """

    label: Promise
    hint: Promise
    route: str
    needs: tuple[Right, ...] = ()
    top: bool = False


MANAGE, KEEP, GIVE = Right.UNIT_MANAGE, Right.PEOPLE_KEEP, Right.ACCOUNT_GIVE
READ, GUARDED = Right.DOCUMENT_READ, Right.PEOPLE_GUARDED
GROUPS: dict[Promise, tuple[Place, ...]] = {
    _("Tổ chức"): (
        Place(
            _("Sắp xếp tổ chức"),
            _("thành lập, đổi tên, chuyển, sáp nhập, chia, kết thúc theo quyết định"),
            "oversight:reorganisations",
            (Right.UNIT_REORGANISE,),
        ),
        Place(
            _("Cụm, khối thi đua và nhóm"),
            _("thành viên theo ngày, luân phiên cụm trưởng"),
            "org:groupings",
            (MANAGE, Right.CASCADE_WATCH),
        ),
        Place(
            _("Loại đơn vị, chức vụ và quyền"),
            _("danh mục theo ngày"),
            "org:catalogue",
            (MANAGE,),
        ),
        Place(_("Địa bàn hành chính"), _("tỉnh, xã theo ngày"), "org:areas", (MANAGE,)),
        Place(
            _("Danh bạ"),
            _("ai giữ chức vụ gì, in khổ A4"),
            "org:phone_book",
            READERS,
        ),
    ),
    _("Con người và tài khoản"): (
        Place(_("Tài khoản"), _("cấp, in phiếu, khóa, bàn giao"), "org:accounts", (GIVE, MANAGE)),
        Place(
            _("Bàn giao chức vụ"),
            _("chức vụ đã kết thúc, chưa ghi bàn giao"),
            "org:handovers",
            (KEEP, GIVE, MANAGE),
        ),
        Place(_("Phiếu mã QR"), _("cho đoàn viên không có tài khoản"), "org:links", (KEEP,)),
        Place(
            _("Khôi phục đăng nhập"),
            _("mất điện thoại, hai cán bộ xác nhận"),
            "org:recoveries",
            (GIVE, MANAGE),
        ),
        Place(
            _("Xác thực hai lớp"),
            _("ai phải bật, ai nên bật"),
            "org:factor_rules",
            (MANAGE,),
        ),
        Place(_("Ai ký được gì"), _("theo ngày, kèm căn cứ"), "org:signers", (READ,)),
        Place(_("Ai được làm gì, vì sao"), _("nguồn của từng quyền"), "org:why"),
        Place(
            _("Ngoại lệ của đơn vị ít người"),
            _("khi một người vừa đề nghị vừa xét"),
            "org:exemptions",
            (MANAGE, Right.AUDIT_READ),
        ),
        Place(
            _("Nhập hộ"),
            _("nhập thay đơn vị không làm được, có lý do, có hạn"),
            "oversight:entering",
            (Right.UNIT_ENTER_FOR, KEEP),
        ),
    ),
    _("Dữ liệu cá nhân"): (
        Place(
            _("Sổ mục đích xử lý dữ liệu"),
            _("ghi gì về người, vì sao, giữ bao lâu, hỏi ai"),
            "org:purposes",
        ),
        Place(
            _("Số liệu từ dữ liệu được bảo vệ"),
            _("chỉ số lượng, không có tên"),
            "org:guarded_counts",
            (KEEP, MANAGE),
        ),
        Place(
            _("Đầu mối dữ liệu cá nhân"),
            _("ai nhận câu hỏi, ghi ở trang của mọi người"),
            "org:data_contact",
            (MANAGE,),
        ),
        Place(
            _("Yêu cầu về dữ liệu cá nhân"),
            _("xem, sửa, xóa, rút đồng ý; hạn từng loại"),
            "oversight:data_requests",
            (KEEP, MANAGE),
        ),
        Place(
            _("Sổ đồng ý xử lý dữ liệu"),
            _("ai đồng ý bản nào, rút khi nào"),
            "oversight:consents",
            (KEEP, MANAGE),
        ),
        Place(
            _("Ẩn danh hồ sơ"),
            _("một người đề nghị, người khác duyệt"),
            "oversight:anonymisings",
            (KEEP, MANAGE),
        ),
        Place(
            _("Thời hạn giữ dữ liệu cá nhân"),
            _("hết hạn thì xóa, ẩn danh; biên bản"),
            "oversight:retention",
            (KEEP, MANAGE),
        ),
        Place(
            _("Sự cố dữ liệu cá nhân"),
            _("72 giờ, mẫu thông báo"),
            "oversight:breaches",
            (GUARDED, MANAGE),
        ),
        Place(
            _("Ai đã xem dữ liệu gì"),
            _("theo người, đơn vị, ngày"),
            "oversight:sightings",
            (Right.AUDIT_READ,),
        ),
    ),
    _("Thư và thông báo"): (
        Place(
            _("Thông báo cho cấp dưới"),
            _("xem đúng danh sách trước khi gửi"),
            "notify:announcements",
            (Right.CASCADE_WATCH,),
        ),
        Place(
            _("Danh sách gọi điện"),
            _("người không dùng thư, không có tài khoản"),
            "notify:calls",
            (Right.CASCADE_WATCH,),
        ),
        Place(_("Kênh nhắn tin"), _("nối SMS, Zalo"), "notify:hooks", (MANAGE,)),
        Place(
            _("Mẫu thư"),
            _("mẫu nội dung của thư hệ thống tự gửi"),
            "notify:wordings",
            (MANAGE,),
            top=True,
        ),
        Place(_("Cách nhận thông báo"), _("của riêng bạn"), "notify:preferences"),
    ),
    _("Hệ thống"): (
        Place(_("Nhật ký"), _("ai đã làm gì, lúc nào"), "oversight:trail", (Right.AUDIT_READ,)),
        Place(_("Dung lượng tệp"), _("đơn vị nào lưu bao nhiêu"), "oversight:storage", (MANAGE,)),
    ),
}


def places_for(actor: Actor) -> list[tuple[Promise, list[Place]]]:
    """The groups with what the actor may open, empty ones left out."""
    rights = frozenset().union(*(post.rights for post in actor.posts))
    top = bool(may_keep_catalogues(actor))
    groups = [
        (title, [one for one in places if _opens(one, rights, top=top)])
        for title, places in GROUPS.items()
    ]
    return [(title, places) for title, places in groups if places]


def _opens(place: Place, rights: frozenset[Right], *, top: bool) -> bool:
    if place.top and not top:
        return False
    return not place.needs or bool(rights.intersection(place.needs))
